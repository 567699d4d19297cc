"""From the labels of a scan to the earliest arrival of each departure, to the second."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from ..calls import expand
from .access import Access
from .events import Events

Ints = NDArray[np.int64]
Times = NDArray[Any]
"""Whole seconds, of 2 or 4 bytes."""

CELLS = 1 << 19
"""Numbers worked on together: they stay in the processor's cache."""


def never(kind: DTypeLike) -> int:
    """Return the time of what does not happen; a walk can be added without overflow."""
    return int(np.iinfo(kind).max) // 2


def time_type(span: int, walk: int) -> np.dtype[Any]:
    """Return the smallest type that holds times and the longest walk [s]."""
    small = np.dtype(np.int16)
    return small if max(span, walk) < never(small) else np.dtype(np.int32)


def vehicle_arrivals(
    events: Events, seen: NDArray[Any], stops: Ints, count: int, kind: DTypeLike
) -> Times:
    """Find the earliest arrival by vehicle at stops for each departure.

    Parameters
    ----------
    events : Events
        Events that were scanned.
    seen : ndarray, shape (rows + 1, columns)
        Labels from `scan.scan`, all of its columns or some.
    stops : ndarray, shape (n,)
        Stops wanted.
    count : int
        Number of departures.
    kind : dtype
        Type of the times, from `time_type`.

    Returns
    -------
    ndarray of int, shape (n, count, columns)
        Seconds after the first departure of the window; `never` where there is no journey.
    """
    width = seen.shape[1]
    result = np.full((len(stops), count, width), never(kind), dtype=kind)
    per_block = max(CELLS // max(count * width, 1), 1)
    for begin in range(0, len(stops), per_block):
        part = slice(begin, begin + per_block)
        _fill(result[part], events, seen, stops[part])
    return result


def _fill(result: Times, events: Events, seen: NDArray[Any], stops: Ints) -> None:
    """Write the arrivals at some stops into ``result``."""
    timeline = events.arrivals
    length = np.diff(timeline.first)[stops]
    place = expand(timeline.first[stops], length)
    owner = np.repeat(np.arange(len(stops)), length)
    label = seen.take(timeline.order[place], 0)
    before = np.zeros_like(label)
    before[1:] = label[:-1]
    before[(np.cumsum(length) - length)[length > 0]] = 0
    cell = np.flatnonzero(label > before)
    row, column = np.divmod(cell, max(seen.shape[1], 1))
    departure = label.reshape(-1)[cell].astype(np.int64) - 1
    result[owner[row], departure, column] = timeline.time[place[row]]
    # who comes with a later departure comes with an earlier one as well
    for number in range(result.shape[1] - 2, -1, -1):
        np.minimum(result[:, number], result[:, number + 1], out=result[:, number])


def with_egress(arrivals: Times, egress: Access, destinations: int) -> Times:
    """Walk from the stops to the destinations.

    Parameters
    ----------
    arrivals : ndarray of int, shape (stops, count, columns)
        As from `vehicle_arrivals`.
    egress : Access
        Ways to the destinations, by place; its stops are rows of ``arrivals``.
    destinations : int
        Number of destinations.

    Returns
    -------
    ndarray of int, shape (destinations, count, columns)
        Earliest arrivals; `never` or more where there is no journey.
    """
    # those with most ways come first, so that the n-th ways of all lead to the first so many
    ways = np.bincount(egress.place, minlength=destinations)
    order = np.argsort(-ways, kind="stable")
    rank = np.empty_like(order)
    rank[order] = np.arange(destinations)
    turn = np.arange(len(egress.place)) - np.searchsorted(egress.place, egress.place)
    by_turn = np.lexsort((rank[egress.place], turn))
    stop, seconds = egress.stop[by_turn], egress.seconds[by_turn].astype(arrivals.dtype)
    shape = (destinations, *arrivals.shape[1:])
    result = np.full(shape, never(arrivals.dtype), dtype=arrivals.dtype)
    there = np.empty_like(result)
    begin = 0
    for count in np.bincount(turn):
        way = slice(begin, begin + count)
        np.take(arrivals, stop[way], axis=0, out=there[:count], mode="clip")
        there[:count] += seconds[way, None, None]
        np.minimum(result[:count], there[:count], out=result[:count])
        begin += count
    return result[rank]
