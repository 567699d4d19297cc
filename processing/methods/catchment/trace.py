"""Outlines of cells, for many small grids at once.

The border between cells inside and outside is a set of unit steps, each with the inside on its
left. Every step knows the next one; following them all at once, by doubling the stride, puts the
steps of every ring in order. The outline runs through the middles of the steps, so that its
corners are cut at 45 degrees and rings never touch.

References
----------
.. [1] Rosenfeld, A. (1970). Connectivity in digital pictures. *Journal of the ACM*, 17(1),
   146-160. doi:10.1145/321556.321570
.. [2] Wyllie, J. C. (1979). *The complexity of parallel computations*. Cornell University. (List
   ranking by pointer jumping.)
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]
Geometries = NDArray[np.object_]


class Rings(NamedTuple):
    """Closed rings, shells counter-clockwise and holes clockwise.

    Attributes
    ----------
    xy : ndarray, shape (v, 2)
        Corners in cells, ring after ring.
    begin : ndarray, shape (r,)
        First corner of each ring.
    grid : ndarray, shape (r,)
        Grid of each ring.
    area : ndarray, shape (r,)
        Area [cells], negative for holes.
    """

    xy: Floats
    begin: Integers
    grid: Integers
    area: Floats


def outlines(
    inside: Flags, corners: Floats, size: float, *, smallest_hole: float = 0.0
) -> Geometries:
    """Outline the cells that are inside, in each of many grids.

    Parameters
    ----------
    inside : ndarray of bool, shape (g, rows, columns)
        Cells inside; none on the border of its grid. Rows run upwards.
    corners : ndarray, shape (g, 2)
        Coordinates of the lower left corner of each grid [m].
    size : float
        Side of a cell [m].
    smallest_hole : float
        Holes below this area are filled [m2].

    Returns
    -------
    ndarray of Polygon or MultiPolygon, shape (g,)
        None where no cell is inside. Cells that share a corner hang together.

    Examples
    --------
    >>> grid = np.zeros((1, 4, 5), bool)
    >>> grid[0, 1:3, 1:4] = True
    >>> outlines(grid, np.zeros((1, 2)), 10)[0].area
    550.0
    """
    result = np.full(len(inside), None, dtype=object)
    rings = _rings(inside)
    kept = (rings.area > 0) | (-rings.area * size**2 >= smallest_hole)
    length = np.diff(np.r_[rings.begin, len(rings.xy)])
    used = np.repeat(kept, length)
    if kept.any():
        number = np.repeat(np.cumsum(kept) - 1, length)[used]
        grid = rings.grid[kept]
        xy = rings.xy[used] * size + corners[grid[number]]
        drawn = shapely.linearrings(xy, indices=number)
        polygons, owner = _polygons(drawn, grid, rings.area[kept])
        _, first, parts = np.unique(owner, return_index=True, return_counts=True)
        result[owner[first]] = polygons[first]
        several = np.isin(owner, owner[first][parts > 1])
        if several.any():
            owners, index = np.unique(owner[several], return_inverse=True)
            result[owners] = shapely.multipolygons(polygons[several], indices=index)
    return result


def _polygons(rings: Geometries, grid: Integers, area: Floats) -> tuple[Geometries, Integers]:
    """Give each hole to its shell; return polygons by grid, and their grids."""
    shell, hole = np.flatnonzero(area > 0), np.flatnonzero(area < 0)
    # where a grid has one shell, it is the shell of all its holes
    first = np.searchsorted(grid[shell], grid[hole])
    several = np.searchsorted(grid[shell], grid[hole], side="right") - first > 1
    if several.any():
        doubtful = hole[several]
        tip = shapely.points(shapely.get_coordinates(shapely.get_point(rings[doubtful], 0)))
        candidates = np.flatnonzero(np.isin(grid[shell], grid[doubtful]))
        bare = shapely.polygons(rings[shell[candidates]])
        around, which = shapely.STRtree(tip).query(bare, predicate="contains")
        around = candidates[around]
        same = grid[shell[around]] == grid[doubtful[which]]
        which, around = which[same], around[same]
        order = np.lexsort((area[shell[around]], which))
        which, around = which[order], around[order]
        _, least = np.unique(which, return_index=True)
        first[several] = around[least]
    owner = np.r_[np.arange(len(shell)), first]
    order = np.argsort(owner, kind="stable")
    return shapely.polygons(rings[np.r_[shell, hole][order]], indices=owner[order]), grid[shell]


def _rings(inside: Flags) -> Rings:
    """Follow all borders."""
    _, rows, columns = inside.shape
    cell, heading, following = _steps(inside.ravel(), columns)
    ring, place, length = _order(following)
    order = np.empty(len(cell), np.int64)
    order[place] = np.arange(len(cell))
    begin = np.cumsum(length) - length
    xy = _middles(cell[order], heading[order], rows, columns)
    grid = cell[order[begin]] // (rows * columns)
    return _simplified(xy, begin, ring[order], grid)


def _steps(inside: Flags, columns: int) -> tuple[Integers, Integers, Integers]:
    """Find the steps by cell and heading (east, north, west, south), and the next of each."""
    ahead = np.array([1, columns, -1, -columns])
    right = np.array([-columns, 1, columns, -1])
    cells = np.flatnonzero(inside)
    found = [cells[~inside[cells + side]] for side in right]
    cell = np.concatenate(found)
    heading = np.repeat(np.arange(4), [len(part) for part in found])
    before = cell + ahead[heading]
    beside = before + right[heading]
    # inside on the right ahead: turn right; else inside on the left: straight on; else turn left
    turn_right, straight = inside[beside], inside[before]
    next_cell = np.where(turn_right, beside, np.where(straight, before, cell))
    next_heading = (heading + np.where(turn_right, 3, np.where(straight, 0, 1))) % 4
    key = heading * len(inside) + cell
    return cell, heading, np.searchsorted(key, next_heading * len(inside) + next_cell)


def _order(following: Integers) -> tuple[Integers, Integers, Integers]:
    """Find the ring of each step, its place in the order of all, and the rings' lengths."""
    count = len(following)
    leader, jump = np.arange(count), following
    while True:
        least = np.minimum(leader, leader[jump])
        if (least == leader).all():
            break
        leader, jump = least, jump[jump]
    leads = leader == np.arange(count)
    ring = (np.cumsum(leads) - 1)[leader]
    # steps left to the leader, who stays where it is
    left, jump = (~leads).astype(np.int64), np.where(leads, np.arange(count), following)
    while not leads[jump].all():
        left, jump = left + left[jump], jump[jump]
    left += left[jump]
    length = np.bincount(ring, minlength=int(leads.sum()))
    begin = np.cumsum(length) - length
    return ring, begin[ring] + np.where(leads, 0, length[ring] - left), length


def _middles(cell: Integers, heading: Integers, rows: int, columns: int) -> Floats:
    """Coordinates of the middles of the steps, in cells."""
    row, column = np.divmod(cell % (rows * columns), columns)
    east = np.array([0.5, 1.0, 0.5, 0.0])
    north = np.array([0.0, 0.5, 1.0, 0.5])
    return np.column_stack([column + east[heading], row + north[heading]])


def _simplified(xy: Floats, begin: Integers, ring: Integers, grid: Integers) -> Rings:
    """Drop corners on straight lines, and measure the rings."""
    count = len(xy)
    end = np.r_[begin[1:], count][: len(begin)] - 1
    after, before = np.arange(1, count + 1), np.arange(-1, count - 1)
    after[end], before[begin] = begin, end
    (x0, y0), (x1, y1) = (xy - xy[before]).T, (xy[after] - xy).T
    bends = x0 * y1 != x1 * y0
    cross = xy[:, 0] * xy[after, 1] - xy[after, 0] * xy[:, 1]
    area = np.bincount(ring, cross, minlength=len(begin)) / 2
    kept = np.bincount(ring[bends], minlength=len(begin))
    return Rings(xy[bends], np.cumsum(kept) - kept, grid, area)
