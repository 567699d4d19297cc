"""Useful journeys between localities in a time window, each counted once.

A journey is useful where no other leaves as late, arrives as early and changes as seldom [1]_. It
runs from the last time one can board in the one locality to the first at which one can alight in
the other; the walks to and from the stops are not part of it. The search is one scan of the
timetable, exact to the second: its departures are the moments at which something leaves.

References
----------
.. [1] Delling, D., Pajor, T., & Werneck, R. F. (2015). Round-based public transit routing.
   *Transportation Science*, 49(3), 591-604. doi:10.1287/trsc.2014.0534
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from ..progress import Progress, part, silent
from .calls import expand
from .router.footpaths import Footpaths
from .router.scan import Departures, Plan, plan_of, scan_departures
from .router.timetable import Timetable, subset
from .router.variants import variants_of
from .router.window import Window

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Pair = tuple[int, tuple[int, ...]]
"""A locality, and the localities that one wants to reach any of."""

LATE = np.iinfo(np.int64).max // 4

MEMORY = 400_000_000
"""Bytes that the numbers of a search may take; the localities are searched in blocks."""


class Search(NamedTuple):
    """What is searched: the window [s past midnight], and limits.

    Attributes
    ----------
    begin, end : int
        Window, its end left out.
    by_arrival : bool
        Whether journeys arrive in the window instead of leaving in it.
    back : bool
        Whether journeys go from the targets to the localities.
    rides : int
        Most vehicles, at least 1.
    longest : int
        Longest journey [s].
    """

    begin: int
    end: int
    by_arrival: bool = False
    back: bool = False
    rides: int = 2
    longest: int = 10_800


def useful_journeys(
    timetable: Timetable,
    footpaths: Footpaths,
    locality: ArrayLike,
    pairs: Sequence[Pair],
    search: Search,
    *,
    progress: Progress = silent,
) -> pd.DataFrame:
    """Find the useful journeys between localities in a time window.

    Each direct trip counts, also one that another overtakes. Of the journeys with changes those
    count which no other betters in departure, arrival and number of changes together.

    Parameters
    ----------
    timetable : Timetable
        One day's trips.
    footpaths : Footpaths
        Walks and changes.
    locality : array_like of int, shape (stops,)
        Locality of each stop, -1 outside all.
    pairs : sequence of (int, tuple of int)
        From which locality to any of which others.
    search : Search
        Window and limits.
    progress : callable
        Told the fraction done.

    Returns
    -------
    DataFrame
        ``pair``, ``departure``, ``arrival`` [s past midnight] and ``rides``, sorted by them.

    Examples
    --------
    >>> from samplan.processing.methods.transit.router.footpaths import given_footpaths
    >>> from samplan.processing.methods.transit.router.timetable import timetable_of
    >>> from samplan.processing.methods.transit.village import village
    >>> day = timetable_of(village(), "2021-10-07")
    >>> pairs, place = [(0, (1,))], [0, 0, 0, -1, 1]
    >>> useful_journeys(day, given_footpaths(5), place, pairs, Search(21600, 36000))
       pair  departure  arrival  rides
    0     0      25200    26700      1
    """
    place = np.asarray(locality, dtype=np.int64)
    begin, end = search.begin, search.end
    by_arrival = search.by_arrival
    if search.back:  # time runs backwards, so that the localities' own few events are searched
        timetable, footpaths = timetable.mirrored(), footpaths.reversed()
        begin, end, by_arrival = 1 - end, 1 - begin, not by_arrival
    window = search._replace(begin=begin, end=end, by_arrival=by_arrival)
    scene = _Scene(timetable, footpaths, place, tuple(pairs), window)
    parts = [*_direct(scene, progress=progress), *_with_changes(scene, progress=progress)]
    found = pd.concat([_journeys(0, [], [], 1), *parts], ignore_index=True)
    if search.back:
        turned = {"departure": -found["arrival"], "arrival": -found["departure"]}
        found = found.assign(**turned)
    return found.sort_values(list(found.columns), ignore_index=True)


class _Scene(NamedTuple):
    """What the search needs; its window may be one of a mirrored timetable."""

    timetable: Timetable
    footpaths: Footpaths
    place: Ints
    pairs: tuple[Pair, ...]
    search: Search

    @property
    def span(self) -> tuple[int, int]:
        """First and last departure that may matter, if only for others to be no use."""
        search = self.search
        if search.by_arrival:
            return search.begin - search.longest, search.end
        return search.begin, search.end + search.longest

    def fits(self, departure: Ints, arrival: Ints) -> Bools:
        """Whether journeys lie in the window and are not too long."""
        clock = arrival if self.search.by_arrival else departure
        short = arrival - departure <= self.search.longest
        result: Bools = short & (clock >= self.search.begin) & (clock < self.search.end)
        return result


def _journeys(pair: int, departure: ArrayLike, arrival: ArrayLike, rides: int) -> pd.DataFrame:
    columns = {"departure": departure, "arrival": arrival}
    times = {name: np.asarray(values, dtype=np.int64) for name, values in columns.items()}
    return pd.DataFrame({"pair": np.full(len(times["arrival"]), pair), **times}).assign(rides=rides)


def _direct(scene: _Scene, *, progress: Progress) -> Iterator[pd.DataFrame]:
    """Each trip from one locality to another, once: of several rides on it the shortest."""
    first, last = scene.span
    used = subset(scene.timetable, first, last + scene.search.longest)
    trip, place = used.trip_of_calls(), scene.place[used.stop]
    goals: dict[tuple[int, ...], Ints] = {}
    for number, (origin, targets) in enumerate(scene.pairs):
        progress(0.0)
        if targets not in goals:
            goals[targets] = _next_goal(used, trip, np.isin(place, targets) & used.alights)
        call = np.flatnonzero((place == origin) & used.boards & (goals[targets] >= 0))
        goal = goals[targets][call]
        final = np.append(goal[1:] != goal[:-1], True)[: len(goal)]  # one leaves at the last call
        leave = used.departure[call[final]].astype(np.int64)
        arrive = used.arrival[goal[final]].astype(np.int64)
        own, fits = trip[call[final]], scene.fits(leave, arrive)
        leave, arrive, own = leave[fits], arrive[fits], own[fits]
        order = np.lexsort((leave, arrive - leave, own))
        order = order[np.unique(own[order], return_index=True)[1]]
        yield _journeys(number, leave[order], arrive[order], 1)


def _next_goal(timetable: Timetable, trip: Ints, goal: NDArray[np.bool_]) -> Ints:
    """Return the next call of the same trip that is a goal, -1 where none comes."""
    count = len(trip)
    place = np.append(np.where(goal, np.arange(count), count), count)
    following = np.minimum.accumulate(place[::-1])[::-1][1:]
    ends = timetable.start[1:][trip] if count else following
    return np.where(following < ends, following, -1)


class _Events(NamedTuple):
    """Moments at which something leaves a locality, numbered 1, 2, ... in each, and from where.

    ``time`` has the moments of all, and those of locality ``i`` from ``first[i]`` on.
    """

    time: Ints
    first: Ints
    departures: Departures

    def of(self, begin: int, end: int) -> Departures:
        """Return the departures of some localities, counted from the first of them."""
        place = self.departures.place
        own = (place >= begin) & (place < end)
        columns = Departures(*(column[own] for column in self.departures))
        return columns._replace(place=columns.place - begin)


def _with_changes(scene: _Scene, *, progress: Progress) -> Iterator[pd.DataFrame]:
    """Journeys with two rides or more that no other betters."""
    rides = scene.search.rides
    origins = np.unique([origin for origin, _ in scene.pairs]).astype(np.int64)
    if rides < 2 or not len(origins):
        return
    plan, place, events = _prepared(scene, origins)
    size = max(1, MEMORY // (rides * plan.bytes_per_column()))
    for begin in range(0, len(origins), size):
        end = min(begin + size, len(origins))
        step = part(progress, begin / len(origins), end / len(origins))
        own = events.of(begin, end)
        seen = scan_departures(plan, own, end - begin, rides=rides, progress=step)
        seen = seen.reshape(len(seen), rides, end - begin)
        column = {int(origin): n for n, origin in enumerate(origins[begin:end])}
        rows: dict[tuple[int, ...], Ints] = {}
        for number, (origin, targets) in enumerate(scene.pairs):
            if origin in column:
                step(1.0)
                if targets not in rows:
                    rows[targets] = _rows(plan, np.flatnonzero(np.isin(place, targets)))
                labels = seen[rows[targets], :, column[origin]]
                times = scene.span[0] + plan.events.rows.time[rows[targets]]
                moments = events.time[events.first[begin + column[origin]] :]
                yield from _better(scene, number, labels, times, moments)


def _prepared(scene: _Scene, origins: Ints) -> tuple[Plan, Ints, _Events]:
    """Timetable made ready, the locality of its stops, and the departures from the origins."""
    first, last = scene.span
    used = subset(scene.timetable, first, last + scene.search.longest)
    variants = variants_of(used, scene.footpaths)
    place = scene.place[variants.stop]
    events = _events(variants.timetable, place, origins, (first, last))
    count = int(events.departures.label.max(initial=1))
    window = Window(first, count, 1, last + scene.search.longest - first)
    return plan_of(variants.timetable, variants.footpaths, window), place, events


def _events(timetable: Timetable, place: Ints, origins: Ints, span: tuple[int, int]) -> _Events:
    number = np.full(int(max(place.max(initial=0), origins.max())) + 2, -1)
    number[origins] = np.arange(len(origins))
    own = number[place[timetable.stop]]  # the last of them stands for outside all
    time = timetable.departure.astype(np.int64)
    call = np.flatnonzero(timetable.boards & (time >= span[0]) & (time <= span[1]) & (own >= 0))
    key = np.stack([own[call], time[call], timetable.stop[call]])
    place_, moment, stop = np.unique(key, axis=1)
    new = np.append(True, (place_[1:] != place_[:-1]) | (moment[1:] != moment[:-1]))[: len(stop)]
    starts = np.flatnonzero(new)
    first = np.searchsorted(place_[starts], np.arange(len(origins)))
    label = np.cumsum(new) - first[place_]
    return _Events(moment[starts], first, Departures(place_, stop, moment - span[0], label))


def _rows(plan: Plan, stops: Ints) -> Ints:
    """Arrival rows at some stops, by time."""
    timeline = plan.events.arrivals
    length = np.diff(timeline.first)[stops]
    return np.sort(timeline.order[expand(timeline.first[stops], length)])


def _better(
    scene: _Scene, pair: int, labels: NDArray[Any], times: Ints, moments: Ints
) -> Iterator[pd.DataFrame]:
    """Journeys with 2, 3, ... rides that are there before all with as late a departure or fewer.

    ``labels`` has the latest departure at each arrival row, shape (rows, limits of rides).
    """
    before: tuple[Ints, Ints] | None = None
    for limit in range(labels.shape[1]):
        latest = np.maximum.accumulate(labels[:, limit].astype(np.int64))
        final = np.append(times[1:] != times[:-1], True)[: len(times)]
        latest, time = latest[final], times[final]
        gain = latest > np.append(0, latest[:-1])[: len(latest)]
        front = latest[gain], time[gain]
        if before is not None:
            place = np.searchsorted(before[0], front[0])
            good = np.append(before[1], LATE)[place] > front[1]
            leave, arrive = moments[front[0][good] - 1], front[1][good]
            fits = scene.fits(leave, arrive)
            yield _journeys(pair, leave[fits], arrive[fits], limit + 1)
        before = front
