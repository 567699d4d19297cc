"""One traveller, one departure: earliest arrivals by number of rides, and the journey itself.

A search in rounds: the stops reached with n rides give, all trips at once, those with n + 1 [1]_.
It shares nothing with the scan but the timetable, and so checks it.

References
----------
.. [1] Delling, D., Pajor, T., & Werneck, R. F. (2015). Round-based public transit routing.
   *Transportation Science*, 49(3), 591-604. doi:10.1287/trsc.2014.0534
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .access import Access
from .footpaths import Footpaths
from .timetable import Timetable
from .variants import Variants, variants_of

Ints = NDArray[np.int64]

LATE = np.iinfo(np.int64).max // 4
"""Time of what does not happen."""


class Round(NamedTuple):
    """What is reached with so many rides or fewer.

    Attributes
    ----------
    arrival : ndarray, shape (stops,)
        Earliest arrival by vehicle [s], ``LATE`` for none.
    exit : ndarray, shape (stops,)
        The call at which one gets off then, where that is earlier than with fewer rides; else -1.
    ready : ndarray, shape (stops,)
        Earliest time to board the next vehicle [s].
    source : ndarray, shape (stops,)
        Stop of arrival from which one comes there, itself for a change at the stop; -1 for the
        origin or none.
    """

    arrival: Ints
    exit: Ints
    ready: Ints
    source: Ints


@dataclass(frozen=True)
class Search:
    """Rounds of a search: 0, 1, 2, ... rides, by variant of stop."""

    variants: Variants
    departure: int
    rounds: tuple[Round, ...]

    def arrivals(self, rides: int) -> Ints:
        """Return the earliest arrivals by vehicle at stops with at most so many rides [s]."""
        arrival = self.rounds[min(rides, len(self.rounds) - 1)].arrival
        earliest = arrival[: int(self.variants.stop.max(initial=-1)) + 1].copy()
        np.minimum.at(earliest, self.variants.stop, arrival)
        return earliest


def search_from(
    timetable: Timetable, footpaths: Footpaths, access: Access, departure: int, *, rides: int = 0
) -> Search:
    """Find the earliest arrival at every stop after one departure.

    Parameters
    ----------
    timetable : Timetable
        Trips.
    footpaths : Footpaths
        Walks and changes.
    access : Access
        Ways to stops; their places are not read.
    departure : int
        Time of departure [s past midnight].
    rides : int
        Most rides, 0 for any number.

    Returns
    -------
    Search
        Arrivals by number of rides.
    """
    variants = variants_of(timetable, footpaths)
    timetable, footpaths, access = variants.timetable, variants.footpaths, variants.ways(access)
    nowhere = np.full(timetable.stops, LATE, dtype=np.int64)
    nothing = np.full(timetable.stops, -1)
    ready = nowhere.copy()
    np.minimum.at(ready, access.stop, departure + access.seconds)
    rounds = [Round(nowhere, nothing, ready, nothing)]
    trip = timetable.trip_of_calls()
    while not rides or len(rounds) <= rides:
        found = _ride(timetable, footpaths, trip, rounds[-1])
        if found is None:
            break
        rounds.append(found)
    return Search(variants, departure, tuple(rounds))


def _ride(timetable: Timetable, footpaths: Footpaths, trip: Ints, last: Round) -> Round | None:
    """Take one more ride; None where that leads nowhere earlier."""
    boarded = timetable.boards & (timetable.departure >= last.ready[timetable.stop])
    entry = np.maximum.accumulate(np.where(boarded, np.arange(len(trip)), -1))
    aboard = np.zeros(len(trip), dtype=bool)
    aboard[1:] = entry[:-1] >= timetable.start[trip[1:]]
    better = timetable.arrival < last.arrival[timetable.stop]
    call = np.flatnonzero(aboard & timetable.alights & better)
    if not len(call):
        return None
    stop = timetable.stop[call]
    call = call[np.lexsort((call, timetable.arrival[call], stop))]
    stop, first = np.unique(timetable.stop[call], return_index=True)
    exit_, arrival = np.full(timetable.stops, -1), last.arrival.copy()
    exit_[stop] = call[first]
    arrival[stop] = timetable.arrival[call[first]]
    return Round(arrival, exit_, *_change(footpaths, arrival, last))


def _change(footpaths: Footpaths, arrival: Ints, last: Round) -> tuple[Ints, Ints]:
    """Walk or wait for the next vehicle; return when one is ready, and from where."""
    here = np.flatnonzero((footpaths.change >= 0) & (arrival < LATE))
    tail = np.concatenate([here, footpaths.origin])
    head = np.concatenate([here, footpaths.target])
    time = arrival[tail] + np.concatenate([footpaths.change[here], footpaths.seconds])
    better = time < last.ready[head]
    tail, head, time = tail[better], head[better], time[better]
    order = np.lexsort((tail, time, head))
    target, first = np.unique(head[order], return_index=True)
    ready, source = last.ready.copy(), last.source.copy()
    ready[target], source[target] = time[order][first], tail[order][first]
    return ready, source
