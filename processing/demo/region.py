"""The demo region: a believable LA-Linköping, made up of facts, drawing and chance.

Names, positions and populations of the localities are facts (``facts``); people, buildings,
streets, firms, services, plans and interests are invented.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from ..methods.errors import InputError
from ..methods.progress import Progress, part, silent
from .blocks import Blocks, blocks
from .buildings import buildings
from .commuting import RURAL_JOBS
from .farms import farms
from .greens import earlier_localities, greens, outlines
from .ground import Ground, ground
from .landcover import landcover
from .layout import Layout, layout
from .people import residents
from .plans import planned_areas, sector_interests
from .plots import plots
from .raster import CELL
from .roads import roads
from .services import services
from .settlements import rural_population, settlements
from .shapes import CENTIMETRE, Integers
from .streets import streets
from .town import Town, town
from .workplaces import workplaces
from .zones import ZONE, Dwellings, dwellings, zones

SIZES = ("tiny", "region")
BUILDING_FIELDS = [
    "objektid", "objekttyp", "andamal1", "dwellings", "floors", "built", "tenure", "holiday",
    "geometry",
]  # fmt: skip
PLACE_FIELDS = [
    "name", "code", "kind", "population", "pop_year", "source", "in18", "character", "geometry",
]  # fmt: skip


@dataclass(frozen=True)
class DemoRegion:
    """Layers of the demo region: metres in SWEREF 99 TM (EPSG:3006), row numbers as index."""

    municipalities: gpd.GeoDataFrame
    """``code``, ``name``; polygons."""
    places: gpd.GeoDataFrame
    """``name``, ``code``, ``kind`` (tatort, smaort, by, fritidshusomrade), ``population``,
    ``pop_year``, ``source``, ``in18``, ``character``; points."""
    earlier_localities: gpd.GeoDataFrame
    """``code``, ``name``, ``year``; polygons."""
    buildings: gpd.GeoDataFrame
    """``objektid``, ``objekttyp``, ``andamal1``, ``dwellings``, ``floors``, ``built``,
    ``tenure``, ``holiday``; polygons."""
    residents: gpd.GeoDataFrame
    """``population``, ``households``, ``p0_5`` to ``p80_``, ``employed``, ``students``;
    points."""
    workplaces: gpd.GeoDataFrame
    """``employees``, ``sni`` (section), ``sni_div`` (division); points."""
    services: gpd.GeoDataFrame
    """``type``, ``name``; points."""
    streets: gpd.GeoDataFrame
    """``class``, ``speed`` (km/h), ``oneway``, ``walk``, ``bike``, ``car``, ``name``; lines that
    share end points at junctions."""
    railways: gpd.GeoDataFrame
    """``name``; lines."""
    water: gpd.GeoDataFrame
    """``kind`` (lake, river, canal), ``name``; polygons."""
    greens: gpd.GeoDataFrame
    """``kind`` (park, sports, cemetery, nature); polygons."""
    planned_areas: gpd.GeoDataFrame
    """``category``, ``name``, ``dwellings``, ``year``; polygons that cover the region."""
    sector_interests: gpd.GeoDataFrame
    """``sector``, ``title``, ``weight``; polygons."""
    landcover: npt.NDArray[np.uint8]
    """NMD 2018 codes, north up, 0 outside the region."""
    landcover_origin: tuple[float, float]
    """Western and northern edge [m]."""
    landcover_cell: float = CELL
    """Cell size [m]."""


class _Plan(NamedTuple):
    """Settlements laid out, before anything is built."""

    size: str
    seed: int
    land: Ground
    table: pd.DataFrame
    layout: Layout
    blocks: Blocks
    zone: Integers
    needed: Dwellings
    town: Town


class _Built(NamedTuple):
    """Roads, farms, streets and buildings."""

    streets: gpd.GeoDataFrame
    buildings: pd.DataFrame


def generate(size: str, *, seed: int = 2040, progress: Progress = silent) -> DemoRegion:
    """Make the demo region, the same for the same seed on every machine.

    Parameters
    ----------
    size : str
        ``tiny`` (a few places around one municipal border) or ``region`` (five municipalities,
        about 100 000 buildings and 257 000 residents).
    seed : int
        Decides all that is invented.
    progress : callable
        Told the fraction done, 0 to 1.

    Returns
    -------
    DemoRegion
        All spatial layers.

    Raises
    ------
    InputError
        If the size is not known.
    """
    if size not in SIZES:
        raise InputError("The size '{size}' is not known: choose tiny or region.", size=size)
    progress(0.0)
    plan = _plan(size, seed)
    built = _build(plan, part(progress, 0.05, 0.6))
    return _layers(plan, built, part(progress, 0.6, 1.0))


def _plan(size: str, seed: int) -> _Plan:
    land = ground(size, seed)
    table, arranged, found = _settled(size, seed, land)
    needed = dwellings(table)
    zone = zones(seed, table, arranged, found, needed, land)
    network, reached = town(seed, found, zone, arranged, land)
    # What no street reaches, by rivers and shores, stays green.
    zone = np.where(reached, zone, ZONE["park"])
    return _Plan(size, seed, land, table, arranged, found, zone, needed, network)


def _build(plan: _Plan, progress: Progress) -> _Built:
    progress(0.0)
    country = roads(plan.seed, plan.table, plan.town, plan.land)
    middle = plan.layout.ground(plan.blocks.centre, plan.blocks.owner)
    rural = rural_population(plan.land)
    homesteads = farms(plan.seed, country, middle, rural, plan.land)
    progress(0.2)
    ways = streets(plan.seed, plan.table, plan.layout, plan.town, country, homesteads)
    progress(0.3)
    lots = plots(plan.seed, plan.blocks, plan.zone, plan.layout, plan.needed)
    lines = np.asarray(ways.geometry.array)
    houses = buildings(
        plan.seed, lots, homesteads, plan.table, plan.needed, plan.land, lines, progress
    )
    return _Built(ways, houses)


def _layers(plan: _Plan, built: _Built, progress: Progress) -> DemoRegion:
    seed, land, table, houses = plan.seed, plan.land, plan.table, built.buildings
    owners = _owners(table, land)
    served = services(seed, houses, table, len(owners))
    progress(0.1)
    shapes, use = plan.blocks.polygons(plan.layout), np.array(list(ZONE))[plan.zone]
    edge = outlines(plan.blocks, plan.layout)
    green = greens(seed, plan.blocks, use, shapes, edge, land)
    progress(0.2)
    planned = planned_areas(seed, table, edge, use, shapes, green, land)
    progress(0.4)
    blocks_by_use = gpd.GeoDataFrame({"zone": use}, geometry=shapes)
    cover = landcover(seed, land, blocks_by_use, houses, built.streets, part(progress, 0.4, 1.0))
    return DemoRegion(
        municipalities=land.municipalities[["code", "name", "geometry"]],
        places=_places(table),
        earlier_localities=earlier_localities(table, edge),
        buildings=_buildings(houses, served.building, served.purpose),
        residents=residents(seed, houses, owners["household"], owners["population"].to_numpy()),
        workplaces=workplaces(
            seed, houses, owners["key"], owners["industry"], owners["jobs"].to_numpy()
        ),
        services=served.frame,
        streets=built.streets,
        railways=land.railways,
        water=land.water,
        greens=green,
        planned_areas=planned,
        sector_interests=sector_interests(seed, land),
        landcover=cover.cells,
        landcover_origin=(cover.west, cover.north),
    )


def _settled(size: str, seed: int, land: Ground) -> tuple[pd.DataFrame, Layout, Blocks]:
    """Settlements with their blocks; a village that found no room is left out."""
    table = settlements(size, seed, land)
    while True:
        arranged = layout(seed, table)
        found = blocks(seed, table, arranged, land)
        built = np.bincount(found.owner, minlength=len(table)) > 0
        if built.all():
            return table, arranged, found
        table = table[built].reset_index(drop=True)


def _owners(table: pd.DataFrame, land: Ground) -> pd.DataFrame:
    """Settlements, then the countryside of each municipality: whom people and jobs belong to."""
    codes = land.municipalities["code"]
    villages = table[table["kind"] != "tatort"].groupby("municipality")
    in_them = codes.map(villages["population"].sum()).fillna(0).to_numpy(dtype=np.int64)
    rural = rural_population(land) - in_them
    in_villages = codes.map(villages["jobs"].sum()).fillna(0).to_numpy(dtype=np.int64)
    jobs = np.round(RURAL_JOBS * rural_population(land)).astype(np.int64) - in_villages
    places = table[["key", "population", "jobs"]].assign(
        household=table["character"], industry=table["character"].replace("holiday", "rural")
    )
    country = pd.DataFrame({"key": "", "population": rural, "jobs": jobs})
    country = country.assign(household="rural", industry="country")
    return pd.concat([places, country], ignore_index=True)


def _places(table: pd.DataFrame) -> gpd.GeoDataFrame:
    spots = shapely.points(np.round(table[["e", "n"]].to_numpy(dtype=float), CENTIMETRE))
    return gpd.GeoDataFrame(table, geometry=spots)[PLACE_FIELDS]


def _buildings(
    built: pd.DataFrame, own: Integers, purpose: npt.NDArray[np.object_]
) -> gpd.GeoDataFrame:
    """Make the public layer; buildings made for a service say so."""
    kind, use = built["objekttyp"].to_numpy().copy(), built["andamal1"].to_numpy().copy()
    empty = built["dwellings"].to_numpy()[own] == 0
    kind[own[empty]], use[own[empty]] = "Samhällsfunktion", purpose[empty]
    number = np.char.zfill((np.arange(len(built)) + 1).astype(str), 7)
    frame = built.assign(objektid=np.char.add("B", number), objekttyp=kind, andamal1=use)
    return gpd.GeoDataFrame(frame[BUILDING_FIELDS], geometry="geometry")
