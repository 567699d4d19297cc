"""Faster and slower trips."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ...errors import InputError
from .draft import Draft
from .edits import Edit
from .isolation import isolate, isolate_window
from .lookup import find_stop
from .select import chosen_dates, find_trips

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]


def change_speed(draft: Draft, edit: Edit, period: Bools) -> Draft:
    """Shorten run times, or lengthen them.

    Each trip leaves its first stop as before. The times between stops become shorter by
    ``percent`` of themselves, or by ``minutes`` in all, shared in proportion; stops take as long
    as before, and later calls are earlier by what was won. With two stops only what lies between
    them changes. Times are kept to the second. Calls without times stay without.

    Parameters
    ----------
    draft : Draft
        The timetable.
    edit : Edit
        With ``percent`` or ``minutes``, both negative for slower; line, mode or neither; two
        stops or none.
    period : ndarray of bool
        Dates of the scenario.

    Returns
    -------
    Draft
        The new timetable.

    Raises
    ------
    InputError
        If there are no such trips, none calls at both stops, or one takes no longer than the
        minutes to be won.
    """
    dates = chosen_dates(draft, edit, period)
    trips = find_trips(draft, edit, dates)
    draft, trips = isolate(draft, trips, dates)
    draft, trips = isolate_window(draft, trips, edit)
    rows = np.flatnonzero(draft.calls["trip"].isin(trips).to_numpy())
    chosen = draft.calls.iloc[rows]
    timed = ((chosen["arrival"] >= 0) | (chosen["departure"] >= 0)).to_numpy()
    rows, chosen = rows[timed], chosen[timed]
    run = _run_times(chosen)
    inside = _between(draft, edit, chosen)
    won = _won(edit, chosen, np.where(inside, run, 0.0))
    total = pd.Series(won).groupby(chosen["trip"].to_numpy()).cumsum().to_numpy()
    # half up at each call: the time between two calls stays above what is left of it
    earlier = np.floor(total + 0.5).astype(np.int64)
    calls = draft.calls.copy()
    for name in ("arrival", "departure"):
        times = calls[name].to_numpy(copy=True)
        known = times[rows]
        times[rows] = np.where(known >= 0, known - earlier, known)
        calls[name] = times
    return replace(draft, calls=calls)


def _run_times(calls: pd.DataFrame) -> Floats:
    """Seconds from the call before to each call; 0 for a trip's first."""
    arrival, departure = (calls[name].to_numpy(np.float64) for name in ("arrival", "departure"))
    arrival, departure = (
        np.where(arrival >= 0, arrival, departure),
        np.where(departure >= 0, departure, arrival),
    )
    run = np.zeros(len(calls))
    run[1:] = arrival[1:] - departure[:-1]
    run[np.diff(calls["trip"].to_numpy(), prepend=-1) != 0] = 0
    return np.maximum(run, 0)


def _between(draft: Draft, edit: Edit, calls: pd.DataFrame) -> Bools:
    """Whether the run to each call lies between the two stops of the edit, either way."""
    if not edit.stops:
        return np.ones(len(calls), dtype=bool)
    ends = [find_stop(draft, edit, name, several=True) for name in edit.stops]
    place = pd.Series(np.arange(len(calls)), index=calls["trip"].to_numpy())
    at = [place[calls["stop"].isin(end).to_numpy()] for end in ends]
    first, last = at[0].groupby(level=0).min(), at[1].groupby(level=0).max()
    there, back = at[1].groupby(level=0).min(), at[0].groupby(level=0).max()
    spans = pd.concat([first, last, there, back], axis=1, join="inner").to_numpy()
    if not len(spans):
        raise InputError(
            "Row {row} of '{table}': no trip of '{route}' calls at both '{first}' and '{last}'.",
            row=edit.row,
            table=edit.table,
            route=edit.route or edit.mode or "*",
            first=edit.stops[0],
            last=edit.stops[1],
        )
    forth = spans[:, 0] < spans[:, 1]
    begin = np.where(forth, spans[:, 0], spans[:, 2])
    end = np.where(forth, spans[:, 1], spans[:, 3])
    step = np.zeros(len(calls) + 1, dtype=np.int64)
    np.add.at(step, begin + 1, 1)
    np.add.at(step, end + 1, -1)
    result: Bools = np.cumsum(step)[:-1] > 0
    return result


def _won(edit: Edit, calls: pd.DataFrame, run: Floats) -> Floats:
    """Seconds won on the way to each call."""
    if not edit.minutes:
        return run * edit.percent / 100
    total = pd.Series(run).groupby(calls["trip"].to_numpy()).transform("sum").to_numpy()
    (minutes,) = edit.minutes
    running = total[total > 0]
    if len(running) and running.min() <= 60 * minutes:
        raise InputError(
            "Row {row} of '{table}': a trip takes {found} minutes there, so that {minutes} "
            "minutes cannot be won. Give fewer minutes, or a narrower time or day.",
            row=edit.row,
            table=edit.table,
            found=round(float(running.min()) / 60, 1),
            minutes=minutes,
        )
    return np.where(total > 0, 60 * minutes * run / np.where(total > 0, total, 1), 0.0)
