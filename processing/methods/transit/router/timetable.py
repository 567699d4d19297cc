"""One day's journeys out of a feed, as arrays that a search can run through.

References
----------
.. [1] GTFS Schedule reference. https://gtfs.org/documentation/schedule/reference
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from ..calendar import Calendar
from ..calls import NONE, expand
from ..feed import Feed
from .inseat import with_seats_kept

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

DAY = 86_400
"""Seconds of a day."""


@dataclass(frozen=True)
class Timetable:
    """Trips with their calls, in seconds past midnight of one date.

    Parameters
    ----------
    stops : int
        Number of stops; those without calls count too.
    start : ndarray of int64, shape (trips + 1,)
        Trip ``t`` has the calls ``start[t]`` to ``start[t + 1] - 1``.
    stop : ndarray of int32, shape (calls,)
        Stop of each call.
    arrival, departure : ndarray of int32, shape (calls,)
        Times [s]; they never decrease within a trip.
    boards, alights : ndarray of bool, shape (calls,)
        Whether passengers may get on, never at a last call, and off, never at a first.
    trip : ndarray of int64, shape (trips,)
        Row of each trip in the feed, of the first where several are joined.
    rows : ndarray of int64, shape (calls,), optional
        Row in the feed of the trip of each call, where trips of one vehicle are joined.
    """

    stops: int
    start: Ints
    stop: NDArray[np.int32]
    arrival: NDArray[np.int32]
    departure: NDArray[np.int32]
    boards: Bools
    alights: Bools
    trip: Ints
    rows: Ints | None = None

    def trip_of_calls(self) -> Ints:
        """Return the trip of each call."""
        return np.repeat(np.arange(len(self.trip)), np.diff(self.start))

    def row_of_calls(self) -> Ints:
        """Return the row in the feed of the trip of each call."""
        return np.repeat(self.trip, np.diff(self.start)) if self.rows is None else self.rows

    def mirrored(self) -> Timetable:
        """Return the timetable with time running backwards, for searches by time of arrival.

        Vehicles run their trips from the last call to the first, at the negative times.
        """
        return Timetable(
            self.stops,
            self.start[-1] - self.start[::-1],
            self.stop[::-1],
            -self.departure[::-1],
            -self.arrival[::-1],
            self.alights[::-1],
            self.boards[::-1],
            self.trip[::-1],
            None if self.rows is None else self.rows[::-1],
        )


def timetable_of(
    feed: Feed, day: date | np.datetime64 | str, *, on_demand: bool = True
) -> Timetable:
    """Collect what runs on a date, past both its midnights.

    Trips of the day before that run past midnight [1]_ belong to it, and so do those of the day
    after, for journeys that end there; read the feed with `dates_around`. Trips of one vehicle
    between which transfers.txt lets passengers keep their seats are one trip; see
    `inseat.with_seats_kept`. Blocks of trips (``block_id``) are not used: the format says that
    they tell of vehicles, and that keeping one's seat is told in transfers.txt.

    Parameters
    ----------
    feed : Feed
        The feed.
    day : date
        The date, also as "2021-10-04".
    on_demand : bool
        Whether to use calls and lines that run only when somebody asks for them.

    Returns
    -------
    Timetable
        Trips of the day before, of the day and of the day after; without any where none runs.

    Examples
    --------
    >>> from ..village import village
    >>> timetable = timetable_of(village(), "2021-10-04")
    >>> timetable.stops, len(timetable.stop)
    (5, 24)
    """
    midday = np.datetime64(day, "D")
    times = feed.stop_times
    end = times.arrival[times.start[1:] - 1] if len(feed.trips) else np.zeros(0, np.int32)
    rows, shifts, days = [], [], []
    for offset, wanted in ((-1, end >= DAY), (0, end >= 0), (1, end >= 0)):
        found = np.flatnonzero(feed.runs_on(midday + offset) & wanted)
        rows.append(found)
        shifts.append(np.full(len(found), offset * DAY, dtype=np.int32))
        days.append(np.full(len(found), offset, dtype=np.int8))
    trip = np.concatenate(rows).astype(np.int64)
    calls = times.of_trips(trip)
    shift = np.repeat(np.concatenate(shifts), np.diff(calls.start))
    boards = (calls.pickup != NONE) & ~calls.is_last()
    alights = (calls.drop_off != NONE) & ~calls.is_first()
    if not on_demand:
        asked = feed.routes["on_demand"].to_numpy()[feed.trips["route"].to_numpy()[trip]]
        asked = np.repeat(asked, np.diff(calls.start))
        boards &= ~(asked | calls.on_demand)
        alights &= ~(asked | (calls.drop_off > NONE))
    timetable = Timetable(
        len(feed.stops),
        calls.start,
        calls.stop,
        calls.arrival + shift,
        calls.departure + shift,
        boards,
        alights,
        trip,
    )
    return with_seats_kept(timetable, feed.transfers, np.concatenate(days))


def dates_around(calendar: Calendar, day: date | np.datetime64 | str) -> list[date]:
    """Return the dates to read for a search on a date: itself, and its neighbours with service.

    Parameters
    ----------
    calendar : Calendar
        The feed's services, with trips counted.
    day : date
        The date of the search.

    Returns
    -------
    list of date
        The date, the day before and the day after, the last two where something runs.

    Examples
    --------
    >>> dates = np.arange("2021-10-04", "2021-10-07", dtype="datetime64[D]")
    >>> calendar = Calendar(np.array(["1"]), dates, np.ones((3, 1), bool), np.array([9, 9, 0]))
    >>> [str(day) for day in dates_around(calendar, "2021-10-05")]
    ['2021-10-04', '2021-10-05']
    """
    wanted = np.datetime64(day, "D")
    neighbours = [wanted - 1, wanted + 1]
    served = [near for near in neighbours if calendar.on(near).any() and _trips(calendar, near)]
    return [found.item() for found in sorted([wanted, *served])]


def subset(timetable: Timetable, begin: int, end: int) -> Timetable:
    """Return the trips with a call to board at ``begin`` or later and one to alight by ``end``."""
    trip = timetable.trip_of_calls()
    leaves = timetable.boards & (timetable.departure >= begin)
    comes = timetable.alights & (timetable.arrival <= end)
    count = len(timetable.trip)
    used = np.bincount(trip[leaves], minlength=count) > 0
    kept = np.flatnonzero(used & (np.bincount(trip[comes], minlength=count) > 0))
    length = np.diff(timetable.start)[kept]
    calls = expand(timetable.start[kept], length)
    columns = ("stop", "arrival", "departure", "boards", "alights")
    return replace(
        timetable,
        start=np.concatenate([[0], np.cumsum(length)]),
        trip=timetable.trip[kept],
        rows=None if timetable.rows is None else timetable.rows[calls],
        **{name: getattr(timetable, name)[calls] for name in columns},
    )


def _trips(calendar: Calendar, day: np.datetime64) -> int:
    return int(calendar.trips[calendar.place(day)])
