"""Outlines of the areas of a labelled grid, followed along the sides of the cells."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

Integers = NDArray[np.int64]
Transform = tuple[float, float, float, float, float, float]


class _Sides(NamedTuple):
    """Sides of cells on the border of their part, with the part on the right hand.

    ``start`` and ``end`` are corners of the grid; ``way`` is 0 east, 1 south, 2 west and 3 north.
    """

    start: Integers
    end: Integers
    way: Integers
    part: Integers


def outlines(label: ArrayLike, *, transform: Transform) -> NDArray[np.object_]:
    """Outline the areas of a grid, exact to the cell.

    Parameters
    ----------
    label : array_like of int, shape (rows, columns)
        Number of each cell's area from 1, each used; 0 for none.
    transform : tuple of six floats
        Place of the grid, see `RasterBlocks`.

    Returns
    -------
    ndarray of Polygon or MultiPolygon, shape (areas,)
        A multipolygon where cells of an area touch at a corner only, or not at all.

    Examples
    --------
    >>> shapely.area(outlines([[1, 1, 2], [1, 1, 0]], transform=(10, 0, 0, 0, -10, 20))).tolist()
    [400.0, 100.0]
    """
    cells = np.asarray(label, dtype=np.int64)
    if not cells.any():
        return np.zeros(0, dtype=object)
    part, area = _parts(cells)
    sides = _sides(part)
    ring, corner = _rings(sides, 4 * (cells.shape[0] + 1) * (cells.shape[1] + 1))
    y, x = np.divmod(sides.start[corner], cells.shape[1] + 1)

    # Of each part's rings the outer one has the largest area, and comes first.
    first = np.flatnonzero(np.diff(ring, prepend=-1))
    after = np.arange(1, len(ring) + 1)
    after[np.append(first[1:], len(ring)) - 1] = first
    size = np.add.reduceat(x * y[after] - x[after] * y, first)
    owner = sides.part[corner[first]]
    order = np.lexsort((-size, owner))
    points = np.argsort(np.argsort(order)[ring], kind="stable")
    a, b, c, d, e, f = transform
    place = np.stack([a * x + b * y + c, d * x + e * y + f], axis=1)[points]
    lines = shapely.linearrings(place, indices=np.argsort(order)[ring][points])
    polygons = shapely.polygons(lines, indices=owner[order] - 1)
    return _together(polygons, area)


def _parts(cells: Integers) -> tuple[Integers, Integers]:
    """Find what hangs together by sides, numbered from 1, and the area of each part, from 0."""
    number = np.arange(cells.size).reshape(cells.shape)
    beside, below = cells[:, :-1] == cells[:, 1:], cells[:-1] == cells[1:]
    one = np.concatenate([number[:, :-1][beside], number[:-1][below]])
    other = np.concatenate([number[:, 1:][beside], number[1:][below]])
    links = coo_array((np.ones(len(one), dtype=bool), (one, other)), shape=(cells.size,) * 2)
    _, found = connected_components(links.tocsr(), directed=False)
    inside = cells.ravel() > 0
    _, first, rank = np.unique(found[inside], return_index=True, return_inverse=True)
    part = np.zeros(cells.size, dtype=np.int64)
    part[inside] = rank.ravel() + 1
    return part.reshape(cells.shape), cells.ravel()[inside][first] - 1


def _sides(part: Integers) -> _Sides:
    """Find the sides where a part ends."""
    around = np.pad(part, 1)
    corner = np.arange((part.shape[0] + 1) * (part.shape[1] + 1)).reshape(
        part.shape[0] + 1, part.shape[1] + 1
    )
    upper, lower = around[:-1, 1:-1], around[1:, 1:-1]
    left, right = around[1:-1, :-1], around[1:-1, 1:]
    west, east = corner[:, :-1], corner[:, 1:]
    north, south = corner[:-1], corner[1:]
    found = [
        (west, east, lower, upper),
        (north, south, left, right),
        (east, west, upper, lower),
        (south, north, right, left),
    ]
    tables = []
    for way, (start, end, own, other) in enumerate(found):
        border = (own > 0) & (own != other)
        ways = np.full(np.count_nonzero(border), way)
        tables.append((start[border], end[border], ways, own[border]))
    return _Sides(*(np.concatenate(column) for column in zip(*tables)))


def _rings(sides: _Sides, keys: int) -> tuple[Integers, Integers]:
    """Follow the sides around; returns the ring of each corner, and the side that begins there."""
    leaving = np.full(keys, -1)
    leaving[sides.start * 4 + sides.way] = np.arange(len(sides.start))
    following = np.full(len(sides.start), -1)
    # Where cells of a part touch at a corner, turning left keeps rings from touching themselves.
    for turn in (1, 0, 3):
        candidate = leaving[sides.end * 4 + (sides.way + turn) % 4]
        fits = (candidate >= 0) & (sides.part[candidate] == sides.part)
        following[fits] = candidate[fits]
    ring, order = _cycles(following.tolist())
    before = np.empty(len(order), dtype=np.int64)
    before[following[order]] = order
    turned = sides.way[order] != sides.way[before[order]]
    return ring[turned], order[turned]


def _cycles(following: list[int]) -> tuple[Integers, Integers]:
    """Walk through all cycles; returns the cycle of each place in the walk, and the walk."""
    seen = bytearray(len(following))
    walk: list[int] = []
    lengths: list[int] = []
    for first in range(len(following)):
        at, begun = first, len(walk)
        while not seen[at]:
            seen[at] = 1
            walk.append(at)
            at = following[at]
        if len(walk) > begun:
            lengths.append(len(walk) - begun)
    cycle = np.repeat(np.arange(len(lengths)), lengths)
    return cycle, np.array(walk, dtype=np.int64)


def _together(polygons: NDArray[np.object_], area: Integers) -> NDArray[np.object_]:
    """Unite the parts of each area; they touch at corners only."""
    order = np.argsort(area, kind="stable")
    polygons, area = polygons[order], area[order]
    several = np.bincount(area)[area] > 1
    found = np.empty(int(area.max(initial=-1)) + 1, dtype=object)
    found[area[~several]] = polygons[~several]
    numbers, places = np.unique(area[several], return_inverse=True)
    if len(numbers):
        found[numbers] = shapely.multipolygons(polygons[several], indices=places)
    return found
