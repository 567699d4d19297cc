"""What the timetable gives each stop: departures, intervals, gaps, span, by day type and window."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Union

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..errors import InputError
from ..progress import Progress, silent
from .calendar import Calendar
from .days import require_service
from .events import EVENTS, PLACES, SPLITS, Board, board_of, events_of
from .feed import Feed
from .intervals import RULES, measure, plain_interval

Windows = Mapping[str, tuple[int, int]]
Days = Mapping[str, Sequence[date]]
Values = Union[NDArray[np.int64], NDArray[np.float64], NDArray[np.bool_]]


def stop_service(
    feed: Feed,
    days: Days,
    windows: Windows,
    *,
    by: str = "area",
    split: Sequence[str] = (),
    event: str = "departure",
    squared: str = "wait",
    progress: Progress = silent,
) -> pd.DataFrame:
    """Count and time the departures of each stop, for several day types and time windows at once.

    On-demand traffic is counted apart, and no interval, gap or span includes it.

    Parameters
    ----------
    feed : Feed
        The feed.
    days : mapping
        Dates by day type: one for a normal day, several for their average.
    windows : mapping
        Beginning and end [s past midnight of the service day; the end left out] by name; an end
        after 86 400 reaches into the night after.
    by : str
        ``stop`` or ``area``: each stop point by itself, or stop areas as a whole.
    split : sequence of str
        Any of ``line``, ``direction`` and ``mode``, to measure each by itself.
    event : str
        ``departure``: calls where one can board, which a trip's last is not; ``arrival``: calls
        where one can alight; ``call``: all calls, by their departure.
    squared : str
        Rule of the squared-gap interval; see `intervals.measure`.
    progress : callable
        Told the fraction done.

    Returns
    -------
    DataFrame
        One row for each day type, window and group. ``place`` (row in ``feed.stops``), the
        columns of ``split`` (``line``: row in ``feed.routes``), ``day``, ``window``;
        ``departures``, ``on_demand`` and ``hours_served`` [share of the window's hours with a
        departure], means over the dates; ``lines`` [count, the most on any date]; ``interval``
        and ``squared_interval`` [s]; ``shortest_gap``, ``mean_gap``, ``longest_gap``,
        ``longest_wait`` [s, the last with the window's ends]; ``first`` and ``last`` [s]. What
        needs departures is NaN without. Without a split all stops or areas are there.

    Raises
    ------
    InputError
        If nothing runs on a date, a window is empty, or there are none.

    Examples
    --------
    >>> from samplan.processing.methods.transit.village import village
    >>> table = stop_service(village(), {"weekday": ["2021-10-07"]}, {"day": (21600, 72000)})
    >>> table[["place", "departures", "interval"]].values.tolist()
    [[2.0, 2.0, 25200.0], [3.0, 4.0, 12600.0], [4.0, 2.0, 25200.0]]
    """
    _validate(feed, days, windows, by, split, event, squared)
    events = events_of(feed, _dates(days), by, split, event)
    parts = []
    for number, (day, dates) in enumerate(days.items()):
        totals = [_Average(window, squared) for window in windows.values()]
        for active, weight in patterns(feed.calendar, dates):
            runs = np.append(active, False)[feed.trips["service"].to_numpy()]
            board = board_of(events, runs)
            for average in totals:
                progress(number / len(days))
                average.add(board, weight)
        for name, average in zip(windows, totals):
            parts.append(events.groups.assign(day=day, window=name, **average.columns()))
    progress(1.0)
    return pd.concat(parts, ignore_index=True)


def patterns(
    calendar: Calendar, dates: Sequence[date]
) -> Iterator[tuple[NDArray[np.bool_], float]]:
    """Yield the different sets of services on some dates, with the share of dates they serve.

    Examples
    --------
    >>> dates = np.arange("2021-10-04", "2021-10-07", dtype="datetime64[D]")
    >>> active = np.array([[True], [False], [True]])
    >>> calendar = Calendar(np.array(["1"]), dates, active, active[:, 0].astype(int))
    >>> [(a.tolist(), round(float(share), 2)) for a, share in patterns(calendar, dates)]
    [([False], 0.33), ([True], 0.67)]
    """
    active = np.array([calendar.on(day) for day in dates])
    distinct, count = np.unique(active, axis=0, return_counts=True)
    yield from zip(distinct, count / len(active))


class _Average:
    """Measures of one window, averaged over dates."""

    def __init__(self, window: tuple[int, int], squared: str) -> None:
        self.window = window
        self.squared = squared
        self.sums: dict[str, NDArray[np.float64]] = {}

    def add(self, board: Board, weight: float) -> None:
        """Add one kind of day; ``weight`` is its share of the dates."""
        found = measure(board.scheduled, self.window, squared=self.squared)
        served = found.departures > 0
        wait = np.where(served, found.longest_wait, self.window[1] - self.window[0])
        gaps = np.maximum(found.departures - 1, 0)
        self._mean("departures", found.departures, weight)
        self._mean("on_demand", board.asked.count(self.window), weight)
        self._mean("hours_served", found.hours_served, weight)
        self._mean("gaps", gaps, weight)
        self._mean("gap_time", np.where(gaps > 0, gaps * found.mean_gap, 0), weight)
        self._mean("served", served, weight)
        self._mean("squares", np.where(served, found.squared_interval, 0), weight)
        self._extreme("first", np.fmin, found.first)
        self._extreme("shortest_gap", np.fmin, found.shortest_gap)
        self._extreme("last", np.fmax, found.last)
        self._extreme("longest_gap", np.fmax, found.longest_gap)
        self._extreme("longest_wait", np.fmax, wait)
        self._extreme("lines", np.fmax, _lines(board, self.window))

    def columns(self) -> dict[str, NDArray[np.float64]]:
        """Return the averages as columns."""
        sums = self.sums
        served = sums["departures"] > 0
        return {
            "departures": sums["departures"],
            "on_demand": sums["on_demand"],
            "lines": sums["lines"],
            "interval": plain_interval(sums["departures"], self.window),
            "squared_interval": _ratio(sums["squares"], sums["served"]),
            "shortest_gap": sums["shortest_gap"],
            "mean_gap": _ratio(sums["gap_time"], sums["gaps"]),
            "longest_gap": sums["longest_gap"],
            "longest_wait": np.where(served, sums["longest_wait"], np.nan),
            "first": sums["first"],
            "last": sums["last"],
            "hours_served": sums["hours_served"],
        }

    def _mean(self, name: str, values: Values, weight: float) -> None:
        self.sums[name] = self.sums.get(name, 0.0) + values * weight

    def _extreme(self, name: str, choose: np.ufunc, values: Values) -> None:
        self.sums[name] = choose(self.sums.get(name, np.nan), values)


def _validate(
    feed: Feed,
    days: Days,
    windows: Windows,
    by: str,
    split: Sequence[str],
    event: str,
    squared: str,
) -> None:
    if not windows or not days or not all(len(dates) for dates in days.values()):
        raise InputError("Give at least one time window, and at least one date for each day type.")
    require_service(feed.calendar, _dates(days))
    for value, allowed in (
        (by, PLACES),
        (event, EVENTS),
        (squared, RULES),
        *((name, SPLITS) for name in split),
    ):
        if value not in allowed:
            raise InputError(
                "'{value}' is none of {allowed}.", value=value, allowed=", ".join(allowed)
            )


def _dates(days: Days) -> list[date]:
    return [day for dates in days.values() for day in dates]


def _lines(board: Board, window: tuple[int, int]) -> NDArray[np.int64]:
    """Lines with an event in the window, on demand or not."""
    there = board.lines.count(window) > 0
    return np.bincount(board.line_group[there], minlength=board.scheduled.groups)


def _ratio(total: NDArray[np.float64], count: NDArray[np.float64]) -> NDArray[np.float64]:
    result = np.full(len(total), np.nan)
    np.divide(total, count, out=result, where=count > 0)
    return result
