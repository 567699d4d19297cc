"""The ground the demo region stands on: municipalities, water, railways, the plain."""

from __future__ import annotations

from typing import NamedTuple

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import shapely

from . import facts
from .shapes import CENTIMETRE, Floats, Mask, curve, generator, near, spaced, waves

TINY = (511_500.0, 6_462_500.0, 528_500.0, 6_476_500.0)
"""Window of the size ``tiny``: around the border between Mjölby and Linköping."""

WIDE, BANK = 100.0, 75.0
"""A river wider than this has banks of this width without buildings [m]: it splits a locality."""


class Ground(NamedTuple):
    """What was there before the settlements; geometries are shapely arrays."""

    municipalities: gpd.GeoDataFrame
    """``code``, ``name``, ``share`` of the municipality inside the window, polygon."""
    region: shapely.Geometry
    """All municipalities in one."""
    water: gpd.GeoDataFrame
    """``kind`` (lake, river, canal), ``name``, polygon."""
    railways: gpd.GeoDataFrame
    """``name``, line."""
    motorway: npt.NDArray[np.object_]
    """The motorway's line or lines."""
    banks: npt.NDArray[np.object_]
    """Strips along the widest river within places, kept free of buildings."""

    @property
    def lakes(self) -> npt.NDArray[np.object_]:
        """Polygons of the lakes."""
        return np.asarray(self.water.geometry[self.water["kind"] == "lake"].array)

    @property
    def rivers(self) -> npt.NDArray[np.object_]:
        """Polygons of rivers and canals."""
        return np.asarray(self.water.geometry[self.water["kind"] != "lake"].array)

    @property
    def tracks(self) -> npt.NDArray[np.object_]:
        """Lines of the railways."""
        return np.asarray(self.railways.geometry.array)

    def inside(self, points: Floats) -> Mask:
        """Which points lie in the region."""
        return np.asarray(shapely.contains_xy(self.region, points[:, 0], points[:, 1]))

    def municipality(self, points: Floats) -> npt.NDArray[np.int64]:
        """Row of the municipality each point lies in, -1 outside."""
        tree = shapely.STRtree(np.asarray(self.municipalities.geometry.array))
        point, polygon = tree.query(shapely.points(points), predicate="intersects")
        found = np.full(len(points), -1, dtype=np.int64)
        found[point[::-1]] = polygon[::-1]
        return found


def ground(size: str, seed: int) -> Ground:
    """Lay out the ground of a size.

    Parameters
    ----------
    size : str
        ``tiny`` or ``region``.
    seed : int
        Decides the shorelines' detail and the nameless lakes.
    """
    municipalities = _municipalities(size)
    region = shapely.union_all(municipalities.geometry.array)
    railways = _clipped(
        facts.RAILWAYS["name"],
        [_smooth_line(line) for line in facts.RAILWAYS.geometry],
        region,
        "LineString",
    )
    road = facts.ROADS.geometry[facts.ROADS["class"] == "motorway"]
    motorway = shapely.intersection([_smooth_line(line) for line in road], region)
    wide = facts.RIVERS[facts.RIVERS["width"] > WIDE]
    banks = shapely.buffer(
        [_smooth_line(line) for line in wide.geometry], wide["width"] / 2 + BANK, quad_segs=4
    )
    return Ground(municipalities, region, _water(seed, region), railways, motorway, banks)


def plainness(points: Floats) -> Floats:
    """How much of the plain a point has: 1 well inside it, 0 deep in the forest, smooth between."""
    plain, position = facts.PLAIN.geometry[0], shapely.points(points)
    shapely.prepare(plain)
    distance = shapely.distance(plain.exterior, position)
    signed = np.where(shapely.contains(plain, position), distance, -distance)
    return np.asarray(1 / (1 + np.exp(-signed / 1500)))


def _municipalities(size: str) -> gpd.GeoDataFrame:
    frame = facts.MUNICIPALITIES[["code", "name", "population", "geometry"]]
    whole = frame.geometry.array
    inside = whole if size == "region" else shapely.intersection(whole, shapely.box(*TINY))
    frame = frame.assign(share=shapely.area(inside) / shapely.area(whole), geometry=inside)
    return frame[frame["share"] > 0].reset_index(drop=True)


def _clipped(
    names: npt.ArrayLike,
    shapes: npt.ArrayLike,
    region: shapely.Geometry,
    wanted: str,
    **columns: npt.ArrayLike,
) -> gpd.GeoDataFrame:
    """Cut to the region, one row per part, coordinates rounded."""
    frame = gpd.GeoDataFrame(
        {"name": np.asarray(names), **columns},
        geometry=np.asarray(shapely.intersection(shapes, region)),
    )
    parts = frame.explode(ignore_index=True)
    parts = parts[~parts.is_empty & (parts.geom_type == wanted)].reset_index(drop=True)
    rounded = shapely.transform(parts.geometry.array, lambda xy: np.round(xy, CENTIMETRE))
    return parts.set_geometry(shapely.normalize(rounded))


def _smooth_line(line: shapely.Geometry) -> shapely.Geometry:
    return shapely.linestrings(curve(shapely.get_coordinates(line), 120.0))


def _water(seed: int, region: shapely.Geometry) -> gpd.GeoDataFrame:
    """Lakes with shorelines, nameless small lakes, rivers as wide as they are."""
    rng = generator(seed, "water")
    lakes = [_shore(rng, polygon) for polygon in facts.LAKES.geometry]
    small = _small_lakes(rng, lakes)
    widths = facts.RIVERS["width"] / 2
    beds = [_smooth_line(line) for line in facts.RIVERS.geometry]
    rivers, filled = [], shapely.union_all(lakes)
    for bed, width in zip(beds, widths):
        river = shapely.buffer(bed, width, quad_segs=4, cap_style="flat")
        rivers.append(shapely.difference(river, filled))
        filled = shapely.union(filled, river)
    names = [*facts.LAKES["name"], *[""] * len(small), *facts.RIVERS["label"]]
    kinds = ["lake"] * (len(lakes) + len(small)) + list(facts.RIVERS["class"])
    water = _clipped(names, [*lakes, *small, *rivers], region, "Polygon", kind=kinds)
    return water[["kind", "name", "geometry"]]


def _shore(rng: np.random.Generator, polygon: shapely.Geometry) -> shapely.Geometry:
    """Give a drawn outline a shoreline."""
    ring = curve(shapely.get_coordinates(polygon), 150.0)
    size = np.sqrt(shapely.area(polygon))
    field = waves(rng, np.full(2, min(1600.0, 0.25 * size)), count=6)
    moved = np.stack([field.height(ring, axis) for axis in (0, 1)], axis=1)
    moved[-1] = moved[0]
    shaped = shapely.make_valid(shapely.polygons(ring + moved * min(110.0, 0.022 * size)))
    parts = shapely.get_parts(shaped)
    return parts[np.argmax(shapely.area(parts))]


def _small_lakes(rng: np.random.Generator, lakes: list[shapely.Geometry]) -> list[shapely.Geometry]:
    """Scatter nameless lakes over the forest, away from places, roads, railways and rivers."""
    count, turn = 260, np.linspace(0, 2 * np.pi, 33)[:-1]
    low, high = np.array(facts.MUNICIPALITIES.total_bounds).reshape(2, 2)
    centre = low + rng.random((count, 2)) * (high - low)
    radius = 120 + 480 * rng.random(count) ** 3
    wave = waves(rng, np.full(count, 2 * np.pi / 2.5))
    heading = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    rough = np.stack([wave.height(heading * 2, field) for field in range(count)])
    reach = radius[:, None] * (1 + 0.28 * rough)
    stretch = np.array([0.75, 1.25])
    shapes = shapely.polygons(centre[:, None, :] + reach[..., None] * heading * stretch)
    taken = np.concatenate([facts.ROADS.geometry, facts.RAILWAYS.geometry, facts.RIVERS.geometry])
    places = shapely.points(np.concatenate([_positions(facts.PLACES), _positions(facts.VILLAGES)]))
    free = (plainness(centre) < 0.35) & ~near(centre, taken, 1100) & ~near(centre, places, 1900)
    free &= ~near(centre, np.asarray(lakes), 900)
    return list(shapes[free][spaced(centre[free], 1500)])


def _positions(table: gpd.GeoDataFrame) -> Floats:
    return table[["e", "n"]].to_numpy(dtype=float)
