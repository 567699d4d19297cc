"""What is planned and who is interested in the land: comprehensive plans, sector interests."""

from __future__ import annotations

from typing import NamedTuple

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from . import facts
from .greens import GRID, blob, rounded
from .ground import Ground
from .settlements import SQUARE_METRES
from .shapes import generator

MIXED = "Mångfunktionell bebyggelse"
HOUSING = "Sammanhängande bostadsbebyggelse"
INDUSTRY = "Verksamheter och industri"
TRANSPORT = "Transportinfrastruktur"
UTILITY = "Teknisk anläggning"
FARMING = "Areell näring"
PARK = "Grönområde och park"
NATURE = "Natur och friluftsliv"
COUNTRYSIDE = "Landsbygd"
WATER = "Vatten"
CATEGORIES = (
    MIXED, HOUSING, INDUSTRY, TRANSPORT, UTILITY, FARMING, PARK, NATURE, COUNTRYSIDE, WATER,
)  # fmt: skip
"""The ten kinds of land and water use of Boverket's ÖP model 2.1."""
METRE = 1.0
"""Interests are drawn to the metre, so that they are the same on every machine."""
HORIZON = 2040
"""Target year of the plans; areas to be built earlier say so."""
CORRIDOR = 45.0
"""Half the width of the land that motorway and railways take [m]."""
SMALLEST = 400.0
"""Smaller scraps join what lies below them [m2]."""


class _Use(NamedTuple):
    category: str
    name: str
    shape: shapely.Geometry
    dwellings: int = 0
    year: int = HORIZON


def planned_areas(
    seed: int,
    settlements: pd.DataFrame,
    outline: npt.NDArray[np.object_],
    zone: npt.NDArray[np.str_],
    blocks: npt.NDArray[np.object_],
    greens: gpd.GeoDataFrame,
    ground: Ground,
) -> gpd.GeoDataFrame:
    """Cover each municipality with planned land use.

    Where uses overlap the first of the list has it, the rest is countryside, so that the areas
    neither overlap nor leave gaps.

    Returns
    -------
    GeoDataFrame
        ``category`` (one of ``CATEGORIES``), ``name``, ``dwellings`` to be built, ``year`` by
        which the use is reached; polygons.
    """
    rng = generator(seed, "plans")
    uses = [
        _Use(WATER, "Vatten", shapely.union_all(ground.lakes)),
        _Use(TRANSPORT, "Väg och järnväg", _corridors(ground)),
        *_new_areas(rng, settlements, outline),
        *_existing(settlements, outline, zone, blocks, greens),
        *_utilities(rng, settlements, outline),
        _Use(NATURE, "Natur", _kind(greens, "nature")),
        _Use(FARMING, "Jordbruk på slätten", facts.PLAIN.geometry[0]),
    ]
    shapes, rows = np.array([_areal(use.shape) for use in uses]), []
    for name, whole in zip(ground.municipalities["name"], ground.municipalities.geometry):
        rows += _covered(uses, name, whole, shapes)
    frame = gpd.GeoDataFrame(
        [row[:-1] for row in rows], columns=["category", "name", "dwellings", "year"],
        geometry=rounded([row[-1] for row in rows]),
    )  # fmt: skip
    return frame.reset_index(drop=True)


def _covered(
    uses: list[_Use], name: str, whole: shapely.Geometry, shapes: npt.NDArray[np.object_]
) -> list[tuple[object, ...]]:
    """Share one municipality among the uses that reach into it."""
    left, rows = whole, []
    shapely.prepare(whole)
    for index in np.flatnonzero(shapely.intersects(whole, shapes)):
        use = uses[index]
        taken = _areal(shapely.intersection(shapes[index], left, grid_size=GRID))
        if shapely.area(taken) < SMALLEST:
            continue
        left = _areal(shapely.difference(left, taken, grid_size=GRID))
        rows.append((use.category, use.name, use.dwellings, use.year, taken))
    if not shapely.is_empty(left):
        rows.append((COUNTRYSIDE, f"Landsbygd i {name}", 0, HORIZON, left))
    return rows


def _areal(shape: shapely.Geometry) -> shapely.Geometry:
    """Only the polygons of what an overlay gives."""
    parts = shapely.get_parts(shape)
    return shapely.multipolygons(parts[shapely.get_type_id(parts) == 3])


def _corridors(ground: Ground) -> shapely.Geometry:
    lines = np.concatenate([ground.tracks, ground.motorway])
    return shapely.union_all(shapely.buffer(lines, CORRIDOR, quad_segs=2, cap_style="flat"))


def _kind(greens: gpd.GeoDataFrame, *kinds: str) -> shapely.Geometry:
    return _merged(greens.geometry.array[greens["kind"].isin(kinds)])


def _merged(shapes: npt.ArrayLike) -> shapely.Geometry:
    return shapely.union_all(np.asarray(shapes), grid_size=GRID)


def _new_areas(
    rng: np.random.Generator, settlements: pd.DataFrame, outline: npt.NDArray[np.object_]
) -> list[_Use]:
    """Draw the areas of the planning story, each just outside its place."""
    row = {key: index for index, key in enumerate(settlements["key"]) if key}
    uses = []
    for plan in facts.PLANS.itertuples():
        turn = np.radians(plan.bearing)
        size = np.sqrt(plan.hectares * SQUARE_METRES)
        wobble = 0.06 * (rng.random((4, 2)) - 0.5) * size
        if plan.place_id not in row:
            continue
        edge = outline[row[plan.place_id]]
        start = settlements.loc[row[plan.place_id], ["e", "n"]].to_numpy(dtype=float)
        along = np.array([np.cos(turn), np.sin(turn)])
        ray = shapely.linestrings([start, start + 12_000 * along])
        reach = shapely.length(shapely.intersection(ray, edge))
        # As long again as half its width, and its inner side tucked under the outline.
        corner = np.array([[-0.15, -0.6], [0.75, -0.6], [0.75, 0.6], [-0.15, 0.6]]) * size * 1.03
        across = np.array([-along[1], along[0]])
        spot = start + reach * along
        ring = (
            spot
            + (corner[:, :1] + wobble[:, :1]) * along
            + (corner[:, 1:] + wobble[:, 1:]) * across
        )
        shape = shapely.difference(shapely.polygons(ring), edge)
        uses.append(_Use(plan.category, plan.name, shape, plan.dwellings, plan.year))
    return uses


def _existing(
    settlements: pd.DataFrame,
    outline: npt.NDArray[np.object_],
    zone: npt.NDArray[np.str_],
    shapes: npt.NDArray[np.object_],
    greens: gpd.GeoDataFrame,
) -> list[_Use]:
    """Today's parks, industry, centres and housing of the localities."""
    industry = _merged(shapes[np.isin(zone, ["industry", "retail"])])
    centre = _merged(shapes[np.isin(zone, ["centre", "campus", "hospital", "flats"])])
    green = _kind(greens, "park", "sports", "cemetery")
    towns = np.flatnonzero((settlements["kind"] == "tatort").to_numpy())
    uses = []
    for town in towns:
        name, edge = settlements["name"][town], outline[town]
        for category, area in ((PARK, green), (INDUSTRY, industry), (MIXED, centre)):
            uses.append(
                _Use(category, name, _areal(shapely.intersection(area, edge, grid_size=GRID)))
            )
        uses.append(_Use(HOUSING, name, edge))
    return uses


def _utilities(
    rng: np.random.Generator, settlements: pd.DataFrame, outline: npt.NDArray[np.object_]
) -> list[_Use]:
    """Put a waterworks, a substation or the like outside each larger place."""
    uses = []
    for town in np.flatnonzero((settlements["population"] > 2000).to_numpy()):
        turn = 2 * np.pi * rng.random()
        reach = np.sqrt(shapely.area(outline[town]) / np.pi) * 1.5 + 250
        spot = settlements.loc[town, ["e", "n"]].to_numpy(dtype=float)
        spot = spot + reach * np.array([np.cos(turn), np.sin(turn)])
        shape = blob(rng, spot[None], np.array([110.0]), 12)[0]
        uses.append(_Use(UTILITY, f"Teknisk anläggning {settlements['name'][town]}", shape))
    return uses


def sector_interests(seed: int, ground: Ground) -> gpd.GeoDataFrame:
    """Interests of the sectors in the land: ``sector``, ``title``, ``weight`` (1 to 3)."""
    rng = generator(seed, "interests")
    shapes = [_interest(rng, interest, ground) for interest in facts.INTERESTS.itertuples()]
    inside = shapely.intersection(shapes, ground.region)
    frame = facts.INTERESTS[["sector", "title", "weight"]]
    frame = gpd.GeoDataFrame(frame, geometry=rounded([_areal(shape) for shape in inside]))
    return frame[~frame.is_empty].reset_index(drop=True)


def _interest(rng: np.random.Generator, interest: NamedTuple, ground: Ground) -> shapely.Geometry:
    """Draw the ground of one interest from what the table says."""
    size, feature = float(interest.size), interest.feature
    water = ground.water.geometry.array[ground.water["name"] == feature] if feature else []
    stations = facts.STATIONS[["e", "n"]].to_numpy(dtype=float)
    corridor = stations[facts.STATIONS["place_id"].isin(["mjolby", "mantorp", "linkoping"])]
    sources = {
        "circle": blob(rng, np.array([[interest.e, interest.n]], dtype=float), np.array([size])),
        "plain": np.asarray(facts.PLAIN.geometry.array),
        "lake": np.asarray(water, dtype=object),
        "river": np.asarray(water, dtype=object),
        "motorway": ground.motorway,
        "railways": ground.tracks,
        "corridor": np.array([shapely.linestrings(corridor + np.array([0.0, 900.0]))]),
        "stations": shapely.points(stations),
    }
    reach = 0.0 if interest.shape in ("circle", "plain") else size
    around = shapely.buffer(sources[interest.shape], reach, quad_segs=4)
    return shapely.set_precision(shapely.union_all(around), METRE)
