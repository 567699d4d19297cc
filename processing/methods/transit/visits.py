"""Trips seen from localities: which they call at, one visit after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .calls import NONE, expand
from .feed import Feed, running
from .sequences import same_sequences

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

NEVER = np.int64(1) << 40
"""A time that is never reached."""


@dataclass(frozen=True)
class Visits:
    """Stays of trips in localities; consecutive calls in one locality are one visit.

    Parameters
    ----------
    start : ndarray of int64, shape (t + 1,)
        Visits ``start[i]`` to ``start[i + 1] - 1`` belong to one trip.
    trip : ndarray of int32, shape (v,)
        Row of the trip in the feed.
    locality : ndarray of int64, shape (v,)
        -1 for calls outside all localities.
    departure : ndarray of int64, shape (v,)
        Last time one can board during the visit [s]; -1 where one cannot.
    arrival : ndarray of int64, shape (v,)
        First time one can alight during the visit [s]; `NEVER` where one cannot.
    on_demand : ndarray of bool, shape (v,)
        Whether one travels from here only after asking.
    """

    start: Ints
    trip: NDArray[np.int32]
    locality: Ints
    departure: Ints
    arrival: Ints
    on_demand: Bools

    @property
    def boards(self) -> Bools:
        """Whether one can board."""
        return self.departure >= 0

    @property
    def scheduled(self) -> Bools:
        """Whether one can board without asking."""
        return self.boards & ~self.on_demand

    @property
    def alights(self) -> Bools:
        """Whether one can alight."""
        return self.arrival < NEVER

    def own(self) -> Ints:
        """Return the number of each visit's trip among those with visits."""
        return np.repeat(np.arange(len(self.start) - 1), np.diff(self.start))

    def next(self, goal: Bools) -> Ints:
        """Return the next visit of the same trip that is a goal, -1 where none comes."""
        count = len(goal)
        place = np.append(np.where(goal, np.arange(count), count), count)
        following = np.minimum.accumulate(place[::-1])[::-1][1:]
        return np.where(following < self.start[1:][self.own()], following, -1)

    def previous(self, source: Bools) -> Ints:
        """Return the visit before of the same trip that is a source, -1 where none was."""
        place = np.concatenate([[-1], np.where(source, np.arange(len(source)), -1)])
        before = np.maximum.accumulate(place)[:-1]
        return np.where(before >= self.start[:-1][self.own()], before, -1)

    def leads_elsewhere(self) -> Bools:
        """Whether one can alight later in another place, or outside all localities."""
        last, other = self._outermost(self.alights, np.maximum)
        return np.where(self.locality[last] != self.locality, last, other) > np.arange(len(last))

    def comes_from_elsewhere(self) -> Bools:
        """Whether one can have boarded earlier, without asking, in another place or outside all."""
        first, other = self._outermost(self.scheduled, np.minimum)
        return np.where(self.locality[first] != self.locality, first, other) < np.arange(len(first))

    def _outermost(self, usable: Bools, choose: Any) -> tuple[Ints, Ints]:
        """Return the last (first) usable visit of each one's trip, and the last in another place.

        Where there is none, the visit's own number: nothing lies beyond itself.
        """
        own, place = self.own(), np.arange(len(usable))
        if not len(place):
            return place, place
        none = -1 if choose is np.maximum else len(place)
        outermost = choose.reduceat(np.where(usable, place, none), self.start[:-1])[own]
        outermost = np.where(outermost == none, place, outermost)
        elsewhere = usable & (self.locality != self.locality[outermost])
        other = choose.reduceat(np.where(elsewhere, place, none), self.start[:-1])[own]
        return outermost, np.where(other == none, place, other)


class Reach(NamedTuple):
    """Where one gets from each kind of visit; trips with the same visits share their kinds.

    ``kind``: of each visit. ``origin``: kind, and ``destination``: locality, of each direct ride
    between two localities.
    """

    kind: Ints
    kinds: int
    origin: Ints
    destination: Ints


def visits_of(feed: Feed, locality: NDArray[np.int64], dates: Sequence[date]) -> Visits:
    """Collect the visits of the trips that run on any of some dates.

    Parameters
    ----------
    feed : Feed
        The feed.
    locality : ndarray of int, shape (stops,)
        Locality of each stop, -1 outside all.
    dates : sequence of date
        Dates.

    Returns
    -------
    Visits
        In the order of the trips and their journeys.
    """
    times = feed.stop_times
    runs = running(feed.trips, feed.calendar, dates)
    rows = np.flatnonzero(np.repeat(runs, np.diff(times.start)))
    trip = times.trip()[rows]
    place = np.asarray(locality, dtype=np.int64)[times.stop[rows]]
    new_trip = np.append(trip[1:] != trip[:-1], False) if len(rows) else np.zeros(0, bool)
    change = np.roll(new_trip, 1) | np.append(True, place[1:] != place[:-1])[: len(rows)]
    begin = np.flatnonzero(change)
    asked = times.on_demand[rows] | _on_demand_line(feed)[trip]
    board = (times.pickup[rows] != NONE) & ~times.is_last()[rows]
    alight = (times.drop_off[rows] != NONE) & ~times.is_first()[rows]
    departure = np.where(board, times.departure[rows].astype(np.int64), -1)
    arrival = np.where(alight, times.arrival[rows].astype(np.int64), NEVER)
    trip = trip[begin]
    first = np.flatnonzero(np.append(True, trip[1:] != trip[:-1])[: len(trip)])
    return Visits(
        np.append(first, len(trip)),
        trip,
        place[begin],
        np.maximum.reduceat(departure, begin) if len(begin) else departure,
        np.minimum.reduceat(arrival, begin) if len(begin) else arrival,
        np.logical_and.reduceat(asked, begin) if len(begin) else asked,
    )


def reach_of(visits: Visits) -> Reach:
    """Find the direct rides between localities.

    Trips with the same visits are looked at once, so that the work grows with the number of
    different journeys, not of trips.

    Examples
    --------
    A trip from locality 0 through the country to locality 1:

    >>> visits = Visits(np.array([0, 3]), np.zeros(3, int), np.array([0, -1, 1]),
    ...                 np.array([10, 20, -1]), np.array([NEVER, 20, 30]), np.zeros(3, bool))
    >>> reach = reach_of(visits)
    >>> reach.origin.tolist(), reach.destination.tolist()
    ([0], [1])
    """
    code = 4 * (visits.locality + 1) + np.int64(2) * visits.boards + np.int64(1) * visits.alights
    group, example = same_sequences(visits.start, code)
    length = np.diff(visits.start)
    position = np.arange(len(visits.trip)) - np.repeat(visits.start[:-1], length)
    base = np.concatenate([[0], np.cumsum(length[example])])
    kind = base[group][visits.own()] + position
    sample = expand(visits.start[example], length[example])
    origin, destination = _rides(
        visits, sample, np.repeat(np.arange(len(example)), length[example])
    )
    return Reach(kind, int(base[-1]), origin, visits.locality[sample[destination]])


def _rides(visits: Visits, sample: Ints, journey: Ints) -> tuple[Ints, Ints]:
    """Return the places in ``sample`` between which one can ride, step by step."""
    locality = visits.locality[sample]
    boards = visits.boards[sample] & (locality >= 0)
    alights = visits.alights[sample] & (locality >= 0)
    origin = np.flatnonzero(boards)
    found = [np.zeros((2, 0), dtype=np.int64)]
    for step in range(1, len(sample)):
        origin = origin[origin + step < len(sample)]
        origin = origin[journey[origin + step] == journey[origin]]
        if not len(origin):
            break
        there = alights[origin + step] & (locality[origin + step] != locality[origin])
        found.append(np.stack([origin[there], origin[there] + step]))
    pairs = np.concatenate(found, axis=1)
    return pairs[0], pairs[1]


def _on_demand_line(feed: Feed) -> Bools:
    on_demand: Bools = feed.routes["on_demand"].to_numpy()[feed.trips["route"].to_numpy()]
    return on_demand
