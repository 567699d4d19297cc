"""Polygon borders as signed edges in the raster's grid, handed out strip by strip."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray

from ..errors import InputError
from .rasters import RasterBlocks

Array = NDArray[Any]
Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

POLYGON, MULTIPOLYGON = 3, 6


class Edges(NamedTuple):
    """Edges of polygons in cell units; what lies between them is the sum of their signs."""

    column_start: Floats
    row_start: Floats
    column_end: Floats
    row_end: Floats
    sign: Floats  # +1 where the interior ends to the left of the edge, -1 where it begins
    polygon: Integers
    forward: NDArray[np.bool_]  # its ring, counter-clockwise on the map, runs to higher columns


class Strip(NamedTuple):
    """Rows ``first`` to ``last`` (exclusive), the edges there and their polygons."""

    first: int
    last: int
    edges: Edges
    zones: Integers  # the polygons with an edge here, ascending
    zone: Integers  # position in ``zones`` of each edge


def polygon_edges(polygons: Any, raster: RasterBlocks) -> Edges:
    """Borders of polygons in cell units, from the top of the edge to its bottom.

    Parameters
    ----------
    polygons : array_like of shapely polygons and multipolygons, shape (n,)
        Valid; None and empty ones have no edges.
    raster : RasterBlocks
        Gives the grid.

    Returns
    -------
    Edges

    Raises
    ------
    InputError
        If a feature is not a polygon, or is invalid.
    """
    geometries = np.asarray(polygons, dtype=object)
    _require_polygons(geometries)
    parts, part_polygon = shapely.get_parts(geometries, return_index=True)
    rings, ring_part = shapely.get_rings(parts, return_index=True)
    points, point_ring = shapely.get_coordinates(rings, return_index=True)
    column, row = raster.to_cells(points)
    start = np.flatnonzero(point_ring[1:] == point_ring[:-1])
    ring = point_ring[start]
    winding = _winding(column, row, start, ring, len(rings))
    hole = np.zeros(len(rings), dtype=bool)
    hole[1:] = ring_part[1:] == ring_part[:-1]
    down = row[start + 1] > row[start]
    top, bottom = np.where(down, start, start + 1), np.where(down, start + 1, start)
    return Edges(
        column_start=column[top],
        row_start=row[top],
        column_end=column[bottom],
        row_end=row[bottom],
        sign=np.where(down, 1.0, -1.0) * np.where(hole, -winding, winding)[ring],
        polygon=part_polygon[ring_part[ring]],
        forward=(column[start + 1] > column[start])
        == (winding * np.sign(raster.determinant) > 0)[ring],
    )


def _require_polygons(geometries: Array) -> None:
    kinds = shapely.get_type_id(geometries)
    wrong = np.flatnonzero(~np.isin(kinds, (-1, POLYGON, MULTIPOLYGON)))
    if len(wrong):
        raise InputError(
            "Feature {number} is not a polygon. Zones must be polygons.", number=int(wrong[0]) + 1
        )
    invalid = np.flatnonzero(~shapely.is_valid(geometries) & (kinds != -1))
    if len(invalid):
        raise InputError(
            "Polygon {number} is invalid: {reason}. Fix the layer's geometries and try again.",
            number=int(invalid[0]) + 1,
            reason=shapely.is_valid_reason(geometries[invalid[0]]),
        )


def _winding(column: Floats, row: Floats, start: Integers, ring: Integers, count: int) -> Floats:
    """+1 for rings that run clockwise on a map whose rows grow downwards, else -1."""
    origin = start[np.searchsorted(ring, np.arange(count))]  # near the ring: exact for slivers
    x0, y0 = column[start] - column[origin][ring], row[start] - row[origin][ring]
    x1, y1 = column[start + 1] - column[origin][ring], row[start + 1] - row[origin][ring]
    doubled = np.bincount(ring, x0 * y1 - x1 * y0, minlength=count)
    return np.where(doubled > 0, 1.0, -1.0)


def edges_by_strip(edges: Edges, strips: Iterable[tuple[int, int]]) -> Iterator[Strip]:
    """Edges that reach into each strip of rows, from the top of the raster.

    Parameters
    ----------
    edges : Edges
        From `polygon_edges`.
    strips : iterable of (int, int)
        First and last-plus-one row of consecutive strips.

    Yields
    ------
    Strip
        Also for strips without edges. An edge is in a strip where it reaches a row's height.
    """
    order = np.argsort(edges.row_start, kind="stable")
    tops = edges.row_start[order]
    waiting, reaching = 0, np.zeros(0, dtype=np.int64)
    for first, last in strips:
        arrived = int(np.searchsorted(tops, last))
        reaching = np.concatenate([reaching, order[waiting:arrived]])
        reaching = reaching[edges.row_end[reaching] >= first]
        waiting = arrived
        here = _chosen(edges, reaching)
        zones, zone = np.unique(here.polygon, return_inverse=True)
        yield Strip(first, last, here, zones, zone)


def _chosen(edges: Edges, places: Integers) -> Edges:
    columns: tuple[Array, ...] = edges
    return Edges(*(column[places] for column in columns))
