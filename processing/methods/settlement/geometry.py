"""Overlaps of polygons, made safe and quick for invalid and very large ones."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import ArrayLike

from ..progress import Progress, blocks, part, silent
from .arrays import Floats, Ints, Shapes

LARGE = 500
"""Coordinates above which a polygon is cut in two."""

AREAS = 500
"""Polygons looked up at a time: well within a second."""

CUTS = 200
"""Polygons overlaid at a time: well within a second unless they are enormous."""


def valid(shapes: ArrayLike) -> Shapes:
    """Repair invalid geometries and leave the others as they are.

    Examples
    --------
    >>> valid([shapely.Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])])[0].area
    2.0
    """
    # A frame's geometries come as they are stored; only an explicit copy may be changed.
    repaired = np.asarray(shapes, dtype=object).reshape(-1).copy()
    bad = ~shapely.is_missing(repaired) & ~shapely.is_valid(repaired)
    repaired[bad] = shapely.make_valid(repaired[bad])
    return repaired


def subdivided(shapes: Shapes) -> tuple[Shapes, Ints]:
    """Cut large polygons into pieces that search trees can tell apart, and say whose they are.

    Examples
    --------
    >>> pieces, owner = subdivided(np.array([shapely.Point(0, 0).buffer(9, quad_segs=200)]))
    >>> len(pieces), owner
    (2, array([0, 0]))
    """
    pieces, owner = shapely.get_parts(valid(shapes), return_index=True)
    while (large := shapely.get_num_coordinates(pieces) > LARGE).any():
        west, south, east, north = shapely.bounds(pieces[large]).T
        wide = east - west > north - south
        x, y = np.where(wide, (west + east) / 2, east), np.where(wide, north, (south + north) / 2)
        halves = [shapely.box(west, south, x, y)]
        halves.append(shapely.box(np.where(wide, x, west), np.where(wide, south, y), east, north))
        cut = shapely.intersection(pieces[large], np.array(halves)).ravel()
        cut, which = shapely.get_parts(cut, return_index=True)
        of_cut = np.tile(owner[large], 2)[which]
        pieces, owner = np.r_[pieces[~large], cut], np.r_[owner[~large], of_cut]
    return pieces, owner


def overlaps(
    zones: Shapes, areas: Shapes, *, progress: Progress = silent
) -> tuple[Ints, Ints, Floats]:
    """Find the pairs of zone and area that share ground, and how much.

    Parameters
    ----------
    zones, areas : ndarray of shapely polygons
        Projected coordinates [m].
    progress : callable, optional
        Told the fraction done.

    Returns
    -------
    zone, area : ndarray of int
        Pairs, by zone and then area.
    ground : ndarray
        Area in common [m2], positive.

    Examples
    --------
    >>> zone, area, ground = overlaps(shapely.box([0, 9], 0, [2, 10], 1), shapely.box([1], 0, 5, 1))
    >>> zone, area, ground
    (array([0]), array([0]), array([1.]))
    """
    zone, area, common = _common_ground(zones, areas, progress)
    ground = shapely.area(common)
    return zone[ground > 0], area[ground > 0], ground[ground > 0]


def covered_area(zones: Shapes, areas: Shapes, *, progress: Progress = silent) -> Floats:
    """Measure the ground of each zone that lies in any of the areas [m2]; areas may overlap.

    Examples
    --------
    >>> lakes = shapely.box([0, 1], 0, [2, 3], 1)
    >>> covered_area(shapely.box([0], 0, 10, 10), lakes)
    array([3.])
    """
    zone, _, common = _common_ground(zones, areas, progress)
    return np.asarray(np.nan_to_num(shapely.area(united(common, zone, len(zones)))), dtype=float)


def united(shapes: Shapes, owner: Ints, count: int) -> Shapes:
    """Unite the shapes of each owner, 0 to count - 1; ``None`` where there are none.

    Examples
    --------
    >>> united(shapely.box([0, 1], 0, [2, 3], 1), np.array([0, 0]), 1)[0].area
    3.0
    """
    order = np.argsort(owner, kind="stable")
    collections = np.full(count, None, object)
    shapely.geometrycollections(shapes[order], indices=owner[order], out=collections)
    return np.asarray(shapely.union_all(collections[:, np.newaxis], axis=1))


def _common_ground(zones: Shapes, areas: Shapes, progress: Progress) -> tuple[Ints, Ints, Shapes]:
    """Pairs of zone and area that meet, by zone and then area, and what they have in common."""
    tree = shapely.STRtree(zones)
    zone, area = _pairs(tree, areas, "intersects", part(progress, 0.0, 0.2))
    whole_zone, whole_area = _pairs(tree, areas, "covers", part(progress, 0.2, 0.4))
    whole = np.isin(zone * len(areas) + area, whole_zone * len(areas) + whole_area)
    common = zones[zone]
    cut = np.flatnonzero(~whole)
    for block in blocks(len(cut), CUTS, part(progress, 0.4, 1.0)):
        rows = cut[block]
        common[rows] = shapely.intersection(common[rows], areas[area[rows]])
    return zone, area, common


def _pairs(
    tree: shapely.STRtree, areas: Shapes, predicate: str, progress: Progress
) -> tuple[Ints, Ints]:
    """Pairs of zone in the tree and area for which the predicate holds."""
    found = [np.empty((2, 0), np.int64)]
    for block in blocks(len(areas), AREAS, progress):
        area, zone = tree.query(areas[block], predicate=predicate)
        found.append(np.stack([zone, area + block.start]))
    zone, area = np.concatenate(found, axis=1)
    order = np.lexsort((area, zone))
    return zone[order], area[order]
