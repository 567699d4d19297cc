"""Points sorted into the square cells of a grid: neighbours without a search tree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from ..progress import Progress, blocks
from .arrays import Bools, Floats, Ints

FORWARD = [(x, y) for y in range(3) for x in range(-2, 3) if (y, x) > (0, 0)]
"""Offsets to half of the cells up to two away; symmetry does the rest."""


class Cells(NamedTuple):
    """The occupied cells of a grid, row by row, and the points in each."""

    order: Ints  # points, cell by cell
    start: Ints  # where each cell begins in `order`
    size: Ints  # points in each cell
    key: Ints  # number of each cell in the grid, ascending
    width: int  # what one row adds to the number


def sort_into_cells(points: Floats, side: float) -> Cells:
    """Sort points into square cells; points of a cell keep their order.

    Parameters
    ----------
    points : ndarray, shape (n, 2)
        Projected coordinates [m]; at least one.
    side : float
        Side of the cells [m].

    Examples
    --------
    >>> cells = sort_into_cells(np.array([[0.5, 0.5], [9.5, 0.5], [0.7, 0.7]]), 1.0)
    >>> cells.order, cells.size
    (array([0, 2, 1]), array([2, 1]))
    """
    column, row = np.floor((points - points.min(axis=0)) / side).astype(np.int64).T
    width = int(column.max()) + 3  # two empty columns keep neighbours from wrapping round
    key = row * width + column
    order = np.argsort(key, kind="stable")
    key = key[order]
    start = np.flatnonzero(np.r_[True, key[1:] != key[:-1]])
    return Cells(order, start, np.diff(np.r_[start, len(order)]), key[start], width)


def occupied(cells: Cells, columns: int, rows: int) -> tuple[Bools, Ints]:
    """Whether the cell some columns and rows on is occupied, and where it is if so."""
    wanted = cells.key + rows * cells.width + columns
    found = np.minimum(np.searchsorted(cells.key, wanted), len(cells.key) - 1)
    return cells.key[found] == wanted, found


def neighbours(cells: Cells) -> tuple[Ints, Ints]:
    """Pairs of occupied cells at most two columns and rows apart, each once."""
    first, second = [], []
    for columns, rows in FORWARD:
        hit, found = occupied(cells, columns, rows)
        first.append(np.flatnonzero(hit))
        second.append(found[hit])
    return np.concatenate(first), np.concatenate(second)


def spread(cells: Cells, of_cells: Ints) -> Ints:
    """Give each point what its cell has."""
    of_points = np.empty(len(cells.order), of_cells.dtype)
    of_points[cells.order] = np.repeat(of_cells, cells.size)
    return of_points


def member_pairs(
    cells: Cells, first: Ints, second: Ints, size: int, progress: Progress
) -> Iterator[tuple[Ints, Ints, Ints]]:
    """Every pair of members of paired cells, ``size`` at a time.

    Yields
    ------
    pair, a, b : ndarray of int
        Number of the cell pair; positions of the two members in ``cells.order``.
    """
    end = np.cumsum(cells.size[first] * cells.size[second])
    for block in blocks(int(end[-1]) if len(end) else 0, size, progress):
        position = np.arange(block.start, block.stop)
        pair = np.searchsorted(end, position, side="right")
        in_first, in_second = cells.size[first[pair]], cells.size[second[pair]]
        within = position - end[pair] + in_first * in_second
        a, b = within // in_second, within % in_second
        yield pair, cells.start[first[pair]] + a, cells.start[second[pair]] + b
