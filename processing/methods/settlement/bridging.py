"""Groups of buildings joined across parks, roads and narrow water.

Statistics Sweden's classic rule lets the gap between buildings be longer where the land between
is used for public purposes (roads, parking, parks, sports grounds, cemeteries) or is water. How
much of the gap such land must be is not published. Here it simply does not count towards the gap:
our own choice, which gives the plain rule where there is none of it.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import ArrayLike

from ..progress import Progress, blocks, part, silent
from .arrays import Bools, Floats, Ints, Shapes
from .cells import member_pairs, sort_into_cells
from .geometry import subdivided, valid
from .linking import TINY, anchors, box_distance, merged, near_cells, numbered

BLOCK = 20_000
"""Pairs of buildings looked at together: well within a second."""


def join_across(
    footprints: ArrayLike,
    groups: ArrayLike,
    land: ArrayLike,
    *,
    gap: float,
    bridge_gap: float,
    water: ArrayLike = (),
    bridge_width: float = 0.0,
    progress: Progress = silent,
) -> Ints:
    """Join groups of buildings whose gap is short without the bridging land in it.

    Two buildings are neighbours if the shortest line between them is at most ``bridge_gap`` long
    and at most ``gap`` of it lies outside bridging land.

    Parameters
    ----------
    footprints : array_like of shapely geometries, shape (n,)
        Buildings in projected coordinates [m].
    groups : array_like of int, shape (n,)
        Group of each building as `link_footprints` gives it with the same gap; -1 for none.
    land : array_like of shapely polygons
        Bridging land: parks, roads, sports grounds, cemeteries; it may overlap.
    gap : float
        Largest distance between buildings outside bridging land [m].
    bridge_gap : float
        Largest distance between buildings in all [m].
    water : array_like of shapely polygons
        Water, which bridges where the line crosses at most ``bridge_width`` of one piece.
    bridge_width : float
        Largest width of water that bridges [m].
    progress : callable, optional
        Told the fraction done.

    Returns
    -------
    ndarray of int, shape (n,)
        Joined groups, numbered as by `link_footprints`. Joining them again changes nothing.

    Examples
    --------
    >>> houses = shapely.box([0, 310], 0, [10, 320], 10)
    >>> park = shapely.box(60, -50, 260, 50)
    >>> join_across(houses, [0, 1], [park], gap=200, bridge_gap=500)
    array([0, 0])
    """
    shapes = np.asarray(footprints, dtype=object).reshape(-1)
    groups = np.asarray(groups, dtype=np.int64)
    bridges = _bridges(land, water, bridge_width)
    close = _close(shapes, groups, bridges.pieces, gap, part(progress, 0.0, 0.2))
    if not len(close):
        return groups
    points, boxes = anchors(shapes[close], part(progress, 0.2, 0.3))
    cells = sort_into_cells(points, gap / 2)
    of_cells = groups[close[cells.order[cells.start]]]
    first, second = near_cells(cells, of_cells, boxes, bridge_gap, part(progress, 0.3, 0.4))
    joined = np.arange(groups.max() + 1)
    step = part(progress, 0.4, 1.0)
    for _, a, b in member_pairs(cells, first, second, BLOCK, step):
        a, b = cells.order[a], cells.order[b]
        near = box_distance(boxes[a, :2], boxes[a, 2:], boxes[b, :2], boxes[b, 2:]) <= bridge_gap
        near &= joined[groups[close[a]]] != joined[groups[close[b]]]
        a, b = _west_first(a[near], b[near], points)
        a, b = close[a], close[b]
        across = _are_neighbours(shapes[a], shapes[b], bridges, gap, bridge_gap)
        joined = merged(joined, groups[a[across]], groups[b[across]])
    labels = groups.copy()
    labels[groups >= 0] = numbered(joined[groups[groups >= 0]])
    return labels


class Bridges(NamedTuple):
    """Land and water that a line may cross, in pieces small enough to search."""

    pieces: Shapes
    owner: Ints
    width: Floats  # longest crossing that counts, for each owner
    tree: shapely.STRtree


def _bridges(land: ArrayLike, water: ArrayLike, bridge_width: float) -> Bridges:
    land, water = valid(land), valid(water if bridge_width > 0 else ())
    width = np.r_[np.full(len(land), np.inf), np.full(len(water), bridge_width)]
    pieces, owner = subdivided(np.r_[land, water])
    return Bridges(pieces, owner, width, shapely.STRtree(pieces))


def _close(shapes: Shapes, groups: Ints, pieces: Shapes, gap: float, progress: Progress) -> Ints:
    """Choose the buildings from which bridging land can be reached at all."""
    grouped = np.flatnonzero(groups >= 0)
    tree = shapely.STRtree(shapes[grouped])
    close = np.zeros(len(grouped), bool)
    for block in blocks(len(pieces), 200, progress):
        close[tree.query(pieces[block], predicate="dwithin", distance=gap)[1]] = True
    return np.asarray(grouped[close])


def _west_first(a: Ints, b: Ints, points: Floats) -> tuple[Ints, Ints]:
    """Put pairs in an order that rows do not decide: of equal lines GEOS takes the first."""
    x, y = (points[a] - points[b]).T
    swap = (x > 0) | ((x == 0) & (y > 0))
    return np.where(swap, b, a), np.where(swap, a, b)


def _are_neighbours(a: Shapes, b: Shapes, bridges: Bridges, gap: float, bridge_gap: float) -> Bools:
    """Whether buildings are near enough, and nearer still without the bridging land between."""
    lines = shapely.shortest_line(a, b)
    length = shapely.length(lines)
    near = np.flatnonzero(length <= bridge_gap)
    open_ground = length[near] - _bridged(lines[near], bridges)
    neighbours = np.zeros(len(lines), bool)
    neighbours[near[open_ground <= gap * (1 + TINY)]] = True
    return neighbours


def _bridged(lines: Shapes, bridges: Bridges) -> Floats:
    """Length of each line on bridging land."""
    line, piece = bridges.tree.query(lines, predicate="intersects")
    crossed = shapely.intersection(lines[line], bridges.pieces[piece])
    key, number = np.unique(line * len(bridges.width) + bridges.owner[piece], return_inverse=True)
    width = np.bincount(number, shapely.length(crossed), minlength=len(key))
    narrow = (width <= bridges.width[key % max(len(bridges.width), 1)] * (1 + TINY))[number]
    parts, which = shapely.get_parts(crossed[narrow], return_index=True)
    return _covered(lines, line[narrow][which], parts)


def _covered(lines: Shapes, line: Ints, parts: Shapes) -> Floats:
    """Length of each line under parts of it, which may overlap: a road over water counts once."""
    full = shapely.get_dimensions(parts) == 1
    line, parts = line[full], parts[full]
    ends = [
        shapely.line_locate_point(lines[line], shapely.get_point(parts, end)) for end in (0, -1)
    ]
    start, end = np.minimum(*ends), np.maximum(*ends)
    # All lines end to end, so that what is covered so far is one running maximum.
    offset = np.r_[0, np.cumsum(shapely.length(lines) + 1)][line]
    order = np.argsort(start + offset, kind="stable")
    start, end, line = (start + offset)[order], (end + offset)[order], line[order]
    before = np.r_[-np.inf, np.maximum.accumulate(end)[:-1]]
    fresh = np.maximum(end - np.maximum(start, before), 0)
    return np.bincount(line, fresh, minlength=len(lines)).astype(float)
