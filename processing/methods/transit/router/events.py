"""What happens in a stretch of time: arrivals at stops, departures, walks that catch one.

An *arrival row* is a stop and a second at which some vehicle comes there; a *slot* is a stop and
a second at which some vehicle leaves. A walk matters only by the first slot that it catches.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from ..calls import expand
from .footpaths import Footpaths
from .timetable import Timetable

Ints = NDArray[np.int64]

WALK_BLOCK = 2_000_000
"""Pairs of walk and slot looked at together."""


class Timeline:
    """Pairs of stop and time, to be searched by stop: the last not later, the first not earlier.

    Times count from 0 on.
    """

    def __init__(self, stop: Ints, time: Ints, stops: int) -> None:
        self.order = np.argsort(stop, kind="stable")
        self.stop, self.time = stop[self.order], time[self.order]
        self.span = int(time.max(initial=0)) + 2
        self.key = self.stop * self.span + self.time
        self.first = np.searchsorted(self.stop, np.arange(stops + 1))

    def last(self, stop: Ints, time: Ints) -> Ints:
        """Return the place of the last pair at the stops by the times, -1 for none."""
        key = stop * self.span + np.clip(time, -1, self.span - 1)
        place = np.searchsorted(self.key, key, side="right") - 1
        return np.where(place >= self.first[stop], place, -1)

    def next(self, stop: Ints, time: Ints) -> Ints:
        """Return the place of the first pair at the stops from the times on, -1 for none."""
        key = stop * self.span + np.clip(time, 0, self.span - 1)
        place = np.searchsorted(self.key, key)
        return np.where(place < self.first[stop + 1], place, -1)


class Rows(NamedTuple):
    """Arrival rows, by time, then stop; the row after the last stands for "none".

    Attributes
    ----------
    stop, time : ndarray, shape (r,)
        Where and when.
    before : ndarray, shape (r,)
        The row before at the same stop.
    """

    stop: Ints
    time: Ints
    before: Ints


class Alights(NamedTuple):
    """Vehicles that come to their row, by row."""

    row: Ints
    trip: Ints


class Boards(NamedTuple):
    """Vehicles that leave, by time; ``row`` is the row from which one changes at the stop."""

    time: Ints
    trip: Ints
    stop: Ints
    row: Ints


class Hops(NamedTuple):
    """Rides that take no time: from the stop, and from its row, to another row; by time."""

    time: Ints
    stop: Ints
    source: Ints
    row: Ints


class Walks(NamedTuple):
    """Walks from a row to a stop, to be made after ``since`` and not after ``time``."""

    time: Ints
    since: Ints
    stop: Ints
    row: Ints


@dataclass(frozen=True)
class Events:
    """All events between two times. Times are seconds after the first.

    Parameters
    ----------
    stops, trips : int
        How many there are.
    rows : Rows
        Arrival rows.
    alights : Alights
        Vehicles that come.
    boards : Boards
        Vehicles that leave.
    hops : Hops
        Rides of no time.
    walks : Walks
        Walks to another vehicle, and changes at a stop that take time.
    passes : ndarray, shape (hops,)
        How many of the rides of no time within one second may follow each other, at each.
    arrivals, slots : Timeline
        Rows and slots by stop.
    """

    stops: int
    trips: int
    rows: Rows
    alights: Alights
    boards: Boards
    hops: Hops
    walks: Walks
    passes: Ints
    arrivals: Timeline
    slots: Timeline

    def row_at(self, stop: Ints, time: Ints) -> Ints:
        """Return the last row at the stops by the times; the number of rows for none."""
        place = self.arrivals.last(stop, time)
        return np.where(place >= 0, self.arrivals.order[place], len(self.rows.stop))


def events_of(timetable: Timetable, footpaths: Footpaths, begin: int, end: int) -> Events:
    """List what happens from ``begin`` to ``end``, both included.

    Parameters
    ----------
    timetable : Timetable
        Trips.
    footpaths : Footpaths
        Walks and changes.
    begin, end : int
        Times [s].

    Returns
    -------
    Events
        Sorted events.
    """
    stops = timetable.stops
    trip, stop = timetable.trip_of_calls(), timetable.stop.astype(np.int64)
    arrival, departure = (
        times.astype(np.int64) - begin for times in (timetable.arrival, timetable.departure)
    )
    come = np.flatnonzero(timetable.alights & (arrival >= 0) & (arrival <= end - begin))
    leave = np.flatnonzero(timetable.boards & (departure >= 0) & (departure <= end - begin))
    come = come[np.argsort(arrival[come] * stops + stop[come], kind="stable")]
    leave = leave[np.argsort(departure[leave], kind="stable")]
    # one row for each stop and second
    new = np.ones(len(come), dtype=bool)
    new[1:] = (np.diff(arrival[come]) != 0) | (np.diff(stop[come]) != 0)
    row_of_call = np.full(len(stop), -1)
    row_of_call[come] = np.cumsum(new) - 1
    row_stop, row_time = stop[come[new]], arrival[come[new]]
    arrivals = Timeline(row_stop, row_time, stops)
    slots = _slots(stop[leave], departure[leave], stops)
    rows = Rows(row_stop, row_time, _before(arrivals))
    change = footpaths.change

    def source(places: Ints, times: Ints) -> Ints:
        place = np.where(change[places] == 0, arrivals.last(places, times), -1)
        return np.where(place >= 0, arrivals.order[place], len(row_stop))

    boards = Boards(
        departure[leave], trip[leave], stop[leave], source(stop[leave], departure[leave])
    )
    entry, exit_ = _rides_of_no_time(timetable, trip, row_of_call)
    inside = departure[entry] >= 0
    entry, exit_ = entry[inside], exit_[inside]
    hops = Hops(
        departure[entry], stop[entry], source(stop[entry], departure[entry]), row_of_call[exit_]
    )
    order = np.argsort(hops.time, kind="stable")
    hops = Hops(*(column[order] for column in hops))
    walks = _walks(arrivals, slots, footpaths)
    passes = _passes(hops, walks, rows, stops)
    alights = Alights(row_of_call[come], trip[come])
    return Events(
        stops, len(timetable.trip), rows, alights, boards, hops, walks, passes, arrivals, slots
    )


def _slots(stop: Ints, time: Ints, stops: int) -> Timeline:
    """Return the different pairs of stop and time."""
    key = np.unique(stop * (int(time.max(initial=0)) + 1) + time)
    places, times = np.divmod(key, int(time.max(initial=0)) + 1)
    return Timeline(places, times, stops)


def _before(arrivals: Timeline) -> Ints:
    before = np.full(len(arrivals.stop), len(arrivals.stop))
    again = np.flatnonzero(arrivals.stop[1:] == arrivals.stop[:-1]) + 1
    before[arrivals.order[again]] = arrivals.order[again - 1]
    return before


def _rides_of_no_time(timetable: Timetable, trip: Ints, row: Ints) -> tuple[Ints, Ints]:
    """Return the calls between which a vehicle takes no time, from and to."""
    entries, exits = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    call = np.arange(len(trip))
    for lag in range(1, len(trip)):
        call = call[call >= lag]
        before = call - lag
        same = (trip[call] == trip[before]) & (
            timetable.departure[before] == timetable.arrival[call]
        )
        call, before = call[same], before[same]
        if not len(call):
            break
        used = timetable.boards[before] & (row[call] >= 0)
        entries.append(before[used])
        exits.append(call[used])
    return np.concatenate(entries), np.concatenate(exits)


def _walks(arrivals: Timeline, slots: Timeline, footpaths: Footpaths) -> Walks:
    """Find the walks worth making: for each footpath and slot the last row that catches it.

    A walk that catches the slot before too is that slot's.
    """
    slow = np.flatnonzero(footpaths.change > 0)
    tail = np.concatenate([footpaths.origin, slow])
    head = np.concatenate([footpaths.target, slow])
    seconds = np.concatenate([footpaths.seconds, footpaths.change[slow]])
    served = np.diff(arrivals.first)[tail] > 0
    tail, head, seconds = tail[served], head[served], seconds[served]
    length = np.diff(slots.first)[head]
    blocks = np.flatnonzero(np.diff(np.cumsum(length) // WALK_BLOCK, prepend=-1))
    parts = []
    for begin, end in zip(blocks, [*blocks[1:], len(head)]):
        part = slice(begin, end)
        parts.append(
            _walks_of(arrivals, slots, tail[part], head[part], seconds[part], length[part])
        )
    none = np.zeros(0, np.int64)
    return Walks(*(np.concatenate(column) for column in zip(Walks(none, none, none, none), *parts)))


def _walks_of(
    arrivals: Timeline, slots: Timeline, tail: Ints, head: Ints, seconds: Ints, length: Ints
) -> Walks:
    slot = expand(slots.first[head], length)
    walk = np.repeat(np.arange(len(head)), length)
    row = arrivals.last(tail[walk], slots.time[slot] - seconds[walk])
    first = np.ones(len(slot), dtype=bool)
    first[1:] = walk[1:] != walk[:-1]
    new = row >= 0
    new[1:] &= first[1:] | (row[1:] != row[:-1])
    slot, walk, row = slot[new], walk[new], row[new]
    since = np.where(first[new], -1, slots.time[slot - 1])
    return Walks(
        slots.time[slot], np.maximum(since, arrivals.time[row]), head[walk], arrivals.order[row]
    )


def _passes(hops: Hops, walks: Walks, rows: Rows, stops: int) -> Ints:
    """Count the rides of no time that hang together with each, by stop within one second."""
    if not len(hops.time):
        return np.zeros(0, np.int64)
    instant = np.flatnonzero(walks.time == rows.time[walks.row])
    tail = np.concatenate([hops.stop, rows.stop[walks.row[instant]]])
    head = np.concatenate([rows.stop[hops.row], walks.stop[instant]])
    time = np.concatenate([hops.time, walks.time[instant]])
    ends = np.stack([tail, head]) + time * stops
    _, number = np.unique(ends, return_inverse=True)
    tail, head = number.reshape(2, -1)
    links = coo_matrix((np.ones(len(tail)), (tail, head)), shape=(number.max() + 1,) * 2)
    _, group = connected_components(links, directed=False)
    size = np.bincount(group[tail[: len(hops.time)]], minlength=group.max() + 1)
    passes: Ints = size[group[tail[: len(hops.time)]]]
    return passes
