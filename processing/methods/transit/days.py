"""Which dates show the normal traffic, and which lines run on school days only."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import numpy as np
from numpy.typing import NDArray

from ..errors import InputError
from .calendar import Calendar, Dates, weekday

DAY_TYPES = {"weekday": ((1, 2, 3), (0, 4)), "saturday": ((5,),), "sunday": ((6,),)}
"""Days of the week, Monday being 0, that stand for a day type, the best first: Tuesday to Thursday
for weekdays, because Mondays and Fridays differ."""

ALIKE = 0.95
"""A date comes near another with this share of its trips; our own choice."""

REDUCED = 0.9
"""A weekday with less than this share of the usual trips is a holiday; our own choice."""

FEWEST_REDUCED = 3
"""Reduced weekdays from which on school days can be told from others; our own choice."""


def normal_dates(calendar: Calendar) -> dict[str, date]:
    """Find a date with normal traffic for weekdays, Saturdays and Sundays.

    The date with most trips of its day type, the first among equals: so it lies in no school
    break, and in the part of the period that the timetable fills. Holidays are left out, and so
    are dates that no other comes near: extra traffic is not normal either.

    Parameters
    ----------
    calendar : Calendar
        The feed's services.

    Returns
    -------
    dict
        Date by ``weekday``, ``saturday`` and ``sunday``; without those on which nothing runs. A
        holiday only where nothing else of its type runs.

    Examples
    --------
    >>> dates = np.arange("2021-10-04", "2021-10-11", dtype="datetime64[D]")
    >>> calendar = Calendar(np.array(["1"]), dates, np.ones((7, 1), bool), np.arange(7))
    >>> normal_dates(calendar)["weekday"]
    datetime.date(2021, 10, 7)
    """
    day, running = calendar.weekdays(), calendar.trips > 0
    ordinary = ~np.isin(calendar.dates, calendar.holidays)
    found: dict[str, date] = {}
    for name, choices in DAY_TYPES.items():
        for served in (running & ordinary, running):
            for days in choices:
                rows = np.flatnonzero(served & np.isin(day, days))
                if name not in found and len(rows):
                    found[name] = calendar.dates[rows[_most(calendar.trips[rows])]].item()
    return found


def _most(trips: NDArray[np.int64]) -> int:
    """Find the first with most trips among those that another comes near; else of all."""
    falling = np.sort(trips)[::-1]
    near = np.flatnonzero(falling[1:] >= ALIKE * falling[:-1])
    usual = falling[near[0] if len(near) else 0]
    return int(np.argmax(trips == usual))


def require_service(calendar: Calendar, days: Iterable[date | np.datetime64 | str]) -> Dates:
    """Refuse dates on which nothing runs.

    Parameters
    ----------
    calendar : Calendar
        The feed's services.
    days : iterable of date
        Dates wanted, also as "2021-10-04".

    Returns
    -------
    ndarray of datetime64[D]
        The dates.

    Raises
    ------
    InputError
        If no trip runs on one of them; names the feed's period and proposes a date.

    Examples
    --------
    >>> dates = np.arange("2021-10-04", "2021-10-11", dtype="datetime64[D]")
    >>> calendar = Calendar(np.array(["1"]), dates, np.ones((7, 1), bool), np.full(7, 9))
    >>> require_service(calendar, ["2021-10-05"]).tolist()
    [datetime.date(2021, 10, 5)]
    """
    wanted = np.array([np.datetime64(day, "D") for day in days], dtype="datetime64[D]")
    if not calendar.trips.any():
        raise InputError(
            "No trip of the feed runs on any date. Fetch the feed again or ask its publisher."
        )
    for day in wanted:
        row = calendar.place(day)
        if row < 0 or not calendar.trips[row]:
            raise InputError(
                "No trip of the feed runs on {date}. Its timetable is for {first} to {last}; "
                "{proposal} has the normal traffic of that kind of day.",
                date=str(day),
                first=str(calendar.dates[0]),
                last=str(calendar.dates[-1]),
                proposal=str(_proposal(calendar, day)),
            )
    return wanted


def days_between(
    calendar: Calendar, first: date | np.datetime64 | str, last: date | np.datetime64 | str
) -> dict[str, list[date]]:
    """List the dates of a period by day type, to take averages over them.

    Parameters
    ----------
    calendar : Calendar
        The feed's services.
    first, last : date
        The period, both ends in it.

    Returns
    -------
    dict
        Dates with service by ``weekday`` (Monday to Friday, holidays too), ``saturday`` and
        ``sunday``; day types without any are left out.

    Examples
    --------
    >>> dates = np.arange("2021-10-04", "2021-10-11", dtype="datetime64[D]")
    >>> calendar = Calendar(np.array(["1"]), dates, np.ones((7, 1), bool), np.full(7, 9))
    >>> {name: len(days) for name, days in days_between(calendar, dates[0], dates[-1]).items()}
    {'weekday': 5, 'saturday': 1, 'sunday': 1}
    """
    begin, end = np.datetime64(first, "D"), np.datetime64(last, "D")
    within = (calendar.dates >= begin) & (calendar.dates <= end) & (calendar.trips > 0)
    day = calendar.weekdays()
    kinds = {"weekday": day < 5, "saturday": day == 5, "sunday": day == 6}
    found = {name: calendar.dates[within & kind].tolist() for name, kind in kinds.items()}
    return {name: days for name, days in found.items() if days}


def school_services(calendar: Calendar) -> NDArray[np.bool_]:
    """Find services that run on school days only, by the days they leave out.

    A weekday is reduced if it has clearly fewer trips than most of the same day of the week. A
    service that runs on ordinary weekdays but neither on reduced ones nor on weekends follows
    the school year. In a feed without enough reduced weekdays nothing can be said.

    Parameters
    ----------
    calendar : Calendar
        The feed's services, with trips counted.

    Returns
    -------
    ndarray of bool, shape (services,)
        Whether each service runs on school days only.

    Examples
    --------
    Five weeks, of which the fourth is without the service "school":

    >>> dates = np.arange("2021-10-04", "2021-11-08", dtype="datetime64[D]")
    >>> active = np.ones((35, 2), dtype=bool)
    >>> active[21:28, 1] = active[5::7, 1] = active[6::7, 1] = False
    >>> services = np.array(["all", "school"], dtype=object)
    >>> calendar = Calendar(services, dates, active, active.sum(axis=1))
    >>> school_services(calendar).tolist()
    [False, True]
    """
    day = calendar.weekdays()
    working = day < 5
    usual = np.array([_usual(calendar.trips[day == number]) for number in range(7)])
    reduced = working & (calendar.trips < REDUCED * usual[day])
    if reduced.sum() < FEWEST_REDUCED:
        return np.zeros(len(calendar.services), dtype=bool)
    active = calendar.active
    ordinary = active[working & ~reduced].any(axis=0)
    result: NDArray[np.bool_] = (
        ordinary & ~active[reduced].any(axis=0) & ~active[~working].any(axis=0)
    )
    return result


def _usual(trips: NDArray[np.int64]) -> float:
    served = trips[trips > 0]
    return float(np.percentile(served, 75)) if len(served) else 0.0


def _proposal(calendar: Calendar, day: np.datetime64) -> date:
    normal = normal_dates(calendar)
    number = int(weekday(np.array([day]))[0])
    name = "weekday" if number < 5 else "saturday" if number == 5 else "sunday"
    busiest: date = calendar.dates[int(np.argmax(calendar.trips))].item()
    return normal.get(name, busiest)
