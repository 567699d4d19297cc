"""Ways of vehicles cut at their stops."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .calls import expand

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

PIECE = 25.0
"""Metres of way within which the order of two stops is not told."""


def stop_positions(way: Floats, stops: Floats) -> Floats:
    """Find where along a way its stops lie, in the order of the journey.

    Of all positions that never go back, those with the smallest sum of squared distances: so a
    way that crosses itself, or passes a street twice, is cut at the right pass. Distances that a
    feed states along its shapes are not used; their unit cannot be trusted.

    Parameters
    ----------
    way : ndarray, shape (n, 2)
        Points of the way [m], at least two.
    stops : ndarray, shape (k, 2)
        Stops in order [m].

    Returns
    -------
    ndarray, shape (k,)
        Distance along the way [m], never decreasing.

    Examples
    --------
    Out and back on one street, with a stop each way:

    >>> way = np.array([[0.0, 0], [100, 0], [0, 0]])
    >>> stop_positions(way, np.array([[70.0, 5], [30, -5]])).tolist()
    [70.0, 170.0]
    """
    way = _in_pieces(way)
    begin, leg = way[:-1], np.diff(way, axis=0)
    length = np.hypot(*leg.T)
    offset = stops[:, None, :] - begin
    share = np.einsum("ijk,jk->ij", offset, leg) / np.where(length > 0, length**2, 1)
    share = np.clip(share, 0, 1)
    distance = ((offset - share[..., None] * leg) ** 2).sum(axis=2)
    chosen = _cheapest_ascent(distance)
    along = np.concatenate([[0], np.cumsum(length)])
    row = np.arange(len(stops))
    return np.maximum.accumulate(along[chosen] + share[row, chosen] * length[chosen])


def cut(way: Floats, begin: float, end: float) -> Floats:
    """Return the part of a way between two distances along it, two points at least.

    Examples
    --------
    >>> cut(np.array([[0.0, 0], [10, 0], [20, 0]]), 5, 12).tolist()
    [[5.0, 0.0], [10.0, 0.0], [12.0, 0.0]]
    """
    along = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(way, axis=0).T))])
    inner = way[(along > begin) & (along < end)]
    ends = np.column_stack([np.interp([begin, end], along, axis) for axis in way.T])
    return np.concatenate([ends[:1], inner, ends[1:]])


def _in_pieces(way: Floats) -> Floats:
    """Add points so that no piece is longer than `PIECE`: two stops on one piece keep no order."""
    leg = np.diff(way, axis=0)
    pieces = np.maximum(np.ceil(np.hypot(*leg.T) / PIECE).astype(np.int64), 1)
    of = np.repeat(np.arange(len(leg)), pieces)
    step = expand(np.zeros(len(pieces), np.int64), pieces) / pieces[of]
    return np.concatenate([way[of] + step[:, None] * leg[of], way[-1:]])


def _cheapest_ascent(cost: Floats) -> Ints:
    """Choose a column for each row, none before the row above's, with the smallest sum of costs."""
    rows, columns = cost.shape
    total = cost[0]
    came = np.zeros((rows, columns), dtype=np.int64)
    place = np.arange(columns)
    for row in range(1, rows):
        lowest = np.minimum.accumulate(total)
        # of equal costs the earliest column: the first pass of a street that is passed twice
        new = np.append(True, total[1:] < lowest[:-1])
        source = np.maximum.accumulate(np.where(new, place, 0))
        came[row] = source
        total = cost[row] + lowest
    chosen = np.empty(rows, dtype=np.int64)
    chosen[-1] = int(np.argmin(total))
    for row in range(rows - 1, 0, -1):
        chosen[row - 1] = came[row, chosen[row]]
    return chosen
