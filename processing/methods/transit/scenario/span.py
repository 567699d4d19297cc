"""Lines that begin earlier or end later."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ...errors import InputError
from .draft import Draft, calls_of, with_service
from .edits import Edit
from .headway import UNKNOWN, with_runs
from .isolation import isolate
from .periods import headways_of, with_headways
from .select import chosen_dates, directions, find_trips

Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]


def extend_span(draft: Draft, edit: Edit, period: Bools) -> Draft:
    """Let a line begin earlier or end later.

    On each date, and in each direction, trips are added before the first one, each a headway
    earlier, down to ``begin``; and after the last one up to ``end``. They are copies of the first
    and the last trip. Without a headway it is the usual one of that day: the median time between
    departures. Where the line runs by frequencies.txt, its first and last periods are extended.

    Parameters
    ----------
    draft : Draft
        The timetable.
    edit : Edit
        With ``begin``, ``end`` or both.
    period : ndarray of bool
        Dates of the scenario.

    Returns
    -------
    Draft
        The new timetable.

    Raises
    ------
    InputError
        If there is no such line, or it needs a headway and has a single trip.
    """
    dates = chosen_dates(draft, edit, period)
    trips = find_trips(draft, edit, dates)
    way = directions(draft, trips)
    for direction in np.unique(way):
        group = trips[way == direction]
        for days, running in _alike(draft, group, dates):
            headways = headways_of(draft, running)
            if len(headways):
                draft, running = isolate(draft, headways["trip"].unique(), days)
                draft = _headways_extended(draft, edit, headways_of(draft, running))
            else:
                draft = _extended(draft, edit, running, days)
    return draft


def _alike(draft: Draft, trips: Ints, dates: Bools) -> Iterator[tuple[Bools, Ints]]:
    """Yield the dates with the same trips, with those trips."""
    active = draft.active()[draft.trips.index.get_indexer(pd.Index(trips))] & dates
    patterns, number = np.unique(active.T, axis=0, return_inverse=True)
    for place, running in enumerate(patterns):
        if running.any():
            yield number.reshape(-1) == place, trips[running]


def _extended(draft: Draft, edit: Edit, trips: Ints, days: Bools) -> Draft:
    times = draft.first_departures().loc[trips].sort_values(kind="stable")
    times = times[times >= 0]
    if not len(times):
        return draft
    first, last = int(times.iloc[0]), int(times.iloc[-1])
    headway = edit.headway or _usual_headway(edit, times.to_numpy())
    draft, service = with_service(draft, days)
    earlier = np.arange(first - headway, (edit.begin or 0) - 1, -headway)[::-1]
    later = np.arange(last + headway, (edit.end or 0) + 1, headway)
    for trip, departures in ((times.index[0], earlier), (times.index[-1], later)):
        wanted = edit.begin if departures is earlier else edit.end
        if wanted is not None and len(departures):
            calls = calls_of(draft, np.array([trip]))
            start = int(times.loc[trip])
            for name in ("arrival", "departure"):
                calls[name] = np.where(calls[name] >= 0, calls[name] - start, UNKNOWN)
            draft = with_runs(draft, int(trip), calls, departures, service)
    return draft


def _usual_headway(edit: Edit, departures: Ints) -> int:
    gaps = np.diff(departures)
    gaps = gaps[gaps > 0]
    if not len(gaps):
        raise InputError(
            "Row {row} of '{table}': give 'headway_min'; the line has a day with a single "
            "departure in a direction.",
            row=edit.row,
            table=edit.table,
        )
    return int(np.median(gaps))


def _headways_extended(draft: Draft, edit: Edit, headways: pd.DataFrame) -> Draft:
    begin, end = (headways[name].to_numpy(copy=True) for name in ("begin", "end"))
    first, last = int(np.argmin(begin)), int(np.argmax(end))
    if edit.begin is not None:
        headway = int(headways["headway"].iloc[first])
        begin[first] -= max(begin[first] - edit.begin, 0) // headway * headway
    if edit.end is not None:
        # the end of a period is no departure, that of a span is one
        end[last] = max(end[last], edit.end + 1)
    new = headways.assign(begin=begin, end=end)
    changed = new[(new != headways).any(axis=1)]
    return with_headways(draft, changed.index, changed)
