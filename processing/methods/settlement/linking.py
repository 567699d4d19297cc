"""Groups of buildings by the largest gap between neighbours: exact single linkage.

Two buildings belong together when a chain of buildings connects them with no gap longer than
allowed. This is single linkage [1]_ cut at the gap, or DBSCAN with one point as smallest group.

References
----------
.. [1] Gower, J. C. & Ross, G. J. S. (1969). Minimum spanning trees and single linkage cluster
   analysis. *Journal of the Royal Statistical Society C*, 18(1), 54-64. doi:10.2307/2346439
"""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import ArrayLike
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from ..errors import InputError
from ..progress import Progress, blocks, part, silent
from .arrays import Bools, Floats, Ints, Shapes
from .cells import Cells, member_pairs, neighbours, sort_into_cells, spread

CROWDED = 1_000_000
"""Point pairs of two cells above which a search tree beats comparing every pair."""

PAIRS = 500_000
"""Pairs compared at a time: some 50 MB of working memory, and at most a second."""

TINY = 1e-9
"""Share by which a cell stays below, or a search goes beyond, the gap, for rounding's sake."""


def link_points(points: ArrayLike, gap: float, *, progress: Progress = silent) -> Ints:
    """Group points so that each is within the gap of another one of its group.

    Parameters
    ----------
    points : array_like, shape (n, 2)
        Projected coordinates [m], finite.
    gap : float
        Largest distance between neighbours of a group [m], positive; the distance itself counts.
    progress : callable, optional
        Told the fraction done.

    Returns
    -------
    ndarray of int, shape (n,)
        Group of each point, 0 to k - 1 in the order of their first points.

    Raises
    ------
    InputError
        If the gap is not positive, a coordinate is not a number, or the gap is too small for
        the extent.

    Examples
    --------
    >>> link_points([[0, 0], [900, 0], [200, 0], [400, 0]], gap=200)
    array([0, 1, 0, 0])
    """
    points = np.asarray(points, dtype=float).reshape(-1, 2)
    _check(points, gap)
    if not len(points):
        return np.empty(0, np.int64)
    cells, groups = _link_cells(points, gap, progress)
    return numbered(spread(cells, groups))


def link_footprints(footprints: ArrayLike, gap: float, *, progress: Progress = silent) -> Ints:
    """Group buildings so that each is within the gap, wall to wall, of another of its group.

    Parameters
    ----------
    footprints : array_like of shapely geometries, shape (n,)
        Polygons, multipolygons, points or lines in projected coordinates [m]; holes count as
        open, and invalid polygons are taken as they are.
    gap : float
        Largest distance between neighbours of a group [m], positive; the distance itself counts.
    progress : callable, optional
        Told the fraction done.

    Returns
    -------
    ndarray of int, shape (n,)
        Group of each footprint, 0 to k - 1 in the order of their first footprints; -1 where the
        footprint is missing or empty.

    Raises
    ------
    InputError
        As `link_points`.

    Examples
    --------
    >>> houses = shapely.box([0, 210, 500], 0, [10, 220, 510], 10)
    >>> link_footprints(houses, gap=200)
    array([0, 0, 1])
    """
    shapes = np.asarray(footprints, dtype=object).reshape(-1)
    points, boxes = anchors(shapes, part(progress, 0.0, 0.3))
    present = ~(shapely.is_missing(shapes) | shapely.is_empty(shapes))
    labels = np.full(len(shapes), -1, np.int64)
    if not present.all():
        shapes, points, boxes = shapes[present], points[present], boxes[present]
    _check(points, gap)
    if len(shapes):
        # Anchors lie on their footprints: linked anchors are proof, the rest needs a closer look.
        cells, of_cells = _link_cells(points, gap, part(progress, 0.3, 0.6))
        first, second = near_cells(cells, of_cells, boxes, gap, part(progress, 0.6, 0.8))
        groups = spread(cells, of_cells)
        for _, a, b in member_pairs(cells, first, second, PAIRS, part(progress, 0.8, 1.0)):
            groups = _link_pairs(shapes, boxes, groups, cells.order[a], cells.order[b], gap)
        labels[present] = numbered(groups)
    return labels


def _check(points: Floats, gap: float) -> None:
    if not (np.isfinite(gap) and gap > 0):
        raise InputError("The largest gap must be a positive distance, not {gap}.", gap=gap)
    if not np.isfinite(points).all():
        raise InputError("Some buildings have coordinates that are not numbers; repair them first.")
    if len(points) and np.ptp(points, axis=0).max() > gap * 1e9:
        raise InputError(
            "A gap of {gap} m is too small for data {extent} m across; check the coordinates.",
            gap=gap,
            extent=round(np.ptp(points, axis=0).max()),
        )


def numbered(labels: Ints) -> Ints:
    """Renumber groups in the order of their first members.

    Examples
    --------
    >>> numbered(np.array([7, 2, 7, 4]))
    array([0, 1, 0, 2])
    """
    first = np.full(labels.max() + 1, len(labels))
    first[labels[::-1]] = np.arange(len(labels))[::-1]
    rank = np.empty_like(first)
    rank[np.argsort(first, kind="stable")] = np.arange(len(first))
    return rank[labels]


def merged(groups: Ints, first: Ints, second: Ints) -> Ints:
    """Unite the groups of paired items.

    Examples
    --------
    >>> merged(np.array([0, 1, 2, 2]), np.array([0]), np.array([3]))
    array([0, 1, 0, 0])
    """
    if not len(first):
        return groups
    count = groups.max() + 1
    links = csr_matrix((np.ones(len(first), bool), (groups[first], groups[second])), (count, count))
    parts = connected_components(links, directed=False)[1]
    return np.asarray(parts[groups], dtype=np.int64)


def _link_cells(points: Floats, gap: float, progress: Progress) -> tuple[Cells, Ints]:
    """Cells so small that their points belong together, and the group of each cell."""
    cells = sort_into_cells(points, gap / np.sqrt(2) * (1 - TINY))
    progress(0.3)
    first, second = neighbours(cells)
    groups = np.arange(len(cells.start), dtype=np.int64)
    # One pair of points per cell pair settles most; the others are mostly linked round a corner.
    ends = points[cells.order[cells.start]]
    near = _distance(ends[first], ends[second]) <= gap
    groups = merged(groups, first[near], second[near])
    progress(0.5)
    ordered = points[cells.order]
    low = np.minimum.reduceat(ordered, cells.start)
    high = np.maximum.reduceat(ordered, cells.start)
    apart = groups[first] != groups[second]
    first, second = first[apart], second[apart]
    near = box_distance(low[first], high[first], low[second], high[second]) <= gap
    first, second = first[near], second[near]
    near = _have_near_members(cells, ordered, first, second, gap, part(progress, 0.6, 1.0))
    return cells, merged(groups, first[near], second[near])


def _distance(a: Floats, b: Floats) -> Floats:
    # Written out because the result must equal GEOS's to the last bit; hypot need not.
    return np.asarray(np.sqrt((a[:, 0] - b[:, 0]) ** 2 + (a[:, 1] - b[:, 1]) ** 2))


def box_distance(low_a: Floats, high_a: Floats, low_b: Floats, high_b: Floats) -> Floats:
    """Measure between paired boxes; never more than between what is in them."""
    apart = np.maximum(np.maximum(low_a - high_b, low_b - high_a), 0)
    return np.asarray(np.hypot(apart[:, 0], apart[:, 1]) * (1 - TINY))


def _have_near_members(
    cells: Cells, ordered: Floats, first: Ints, second: Ints, gap: float, progress: Progress
) -> Bools:
    """Which cell pairs have two points within the gap."""
    near = np.zeros(len(first), bool)
    crowded = cells.size[first] * cells.size[second] > CROWDED
    for pair in np.flatnonzero(crowded):
        progress(0.0)
        a, b = (ordered[cells.start[c] :][: cells.size[c]] for c in (first[pair], second[pair]))
        nearest = cKDTree(b).query(a, distance_upper_bound=gap * (1 + TINY))[1]
        within = nearest < len(b)
        near[pair] = (_distance(a[within], b[nearest[within]]) <= gap).any()
    ordinary = np.flatnonzero(~crowded)
    for pair, one, other in member_pairs(cells, first[ordinary], second[ordinary], PAIRS, progress):
        hit = _distance(ordered[one], ordered[other]) <= gap
        near[ordinary[pair[hit]]] = True
    return near


def anchors(shapes: Shapes, progress: Progress) -> tuple[Floats, Floats]:
    """Find a point on each footprint, and its bounding box; NaN where there is none."""
    points = np.full((len(shapes), 2), np.nan)
    boxes = np.empty((len(shapes), 4))
    for block in blocks(len(shapes), 200_000, progress):
        coordinates, owner = shapely.get_coordinates(shapes[block], return_index=True)
        leads = np.flatnonzero(np.diff(owner, prepend=-1))
        points[block.start + owner[leads]] = coordinates[leads]
        boxes[block] = shapely.bounds(shapes[block])
    return points, boxes


def near_cells(
    cells: Cells, groups: Ints, boxes: Floats, gap: float, progress: Progress
) -> tuple[Ints, Ints]:
    """Pairs of cells of different groups whose footprints may come within the gap."""
    ordered = boxes[cells.order]
    low = np.minimum.reduceat(ordered[:, :2], cells.start)
    high = np.maximum.reduceat(ordered[:, 2:], cells.start)
    # A tree, not the grid: a shopping centre reaches far out of its cell.
    tree = shapely.STRtree(shapely.box(*low.T, *high.T))
    first, second = [], []
    for block in blocks(len(groups), 50_000, progress):
        a, b = tree.query(shapely.box(*(low[block] - gap).T, *(high[block] + gap).T))
        a += block.start
        apart = (a < b) & (groups[a] != groups[b])
        a, b = a[apart], b[apart]
        near = box_distance(low[a], high[a], low[b], high[b]) <= gap
        first.append(a[near])
        second.append(b[near])
    return np.concatenate(first), np.concatenate(second)


def _link_pairs(shapes: Shapes, boxes: Floats, groups: Ints, a: Ints, b: Ints, gap: float) -> Ints:
    """Unite the groups of those pairs of footprints that are within the gap."""
    apart = groups[a] != groups[b]
    a, b = a[apart], b[apart]
    near = box_distance(boxes[a, :2], boxes[a, 2:], boxes[b, :2], boxes[b, 2:]) <= gap
    a, b = a[near], b[near]
    near = shapely.distance(shapes[a], shapes[b]) <= gap
    return merged(groups, a[near], b[near])
