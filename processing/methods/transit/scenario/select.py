"""The dates and trips that an edit is for."""

from __future__ import annotations

from collections import Counter

import numpy as np
from numpy.typing import NDArray

from ...errors import InputError
from ..calendar import weekday
from .draft import Draft, calls_of
from .edits import Edit
from .lookup import area_names, find_lines
from .periods import headways_of, window_of

Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]


def chosen_dates(draft: Draft, edit: Edit, period: Bools) -> Bools:
    """Whether an edit is for each date: in the period, and on one of the edit's days."""
    result: Bools = period & np.isin(weekday(draft.dates), edit.days)
    return result


def find_trips(draft: Draft, edit: Edit, dates: Bools) -> Ints:
    """Find the trips that an edit is for.

    Parameters
    ----------
    draft : Draft
        The timetable.
    edit : Edit
        Line or mode, direction, and window of the first departure.
    dates : ndarray of bool
        Dates that the edit is for.

    Returns
    -------
    ndarray of int
        Rows of trips with calls that run on one of the dates, in the order of the table.

    Raises
    ------
    InputError
        If there is no such line or trip.
    """
    of_line = draft.trips["route_id"].isin(set(find_lines(draft, edit))).to_numpy()
    rows = draft.trips.index.to_numpy()[of_line & draft.active()[:, dates].any(axis=1)]
    rows = rows[np.isin(rows, draft.bounds()[1])]
    if edit.direction is not None:
        rows = rows[directions(draft, rows) == edit.direction]
    rows = rows[_in_window(draft, rows, edit)]
    found: Ints = rows
    if not len(rows):
        raise InputError(
            "Row {row} of '{table}': no trip of '{route}' runs in that direction, on those days "
            "and in that time. Look at the line's timetable, or widen direction, days, from and "
            "to.",
            row=edit.row,
            table=edit.table,
            route=edit.route or edit.mode or "*",
        )
    return found


def _in_window(draft: Draft, rows: Ints, edit: Edit) -> Bools:
    if edit.action in ("span", "new_line") or (edit.begin is None and edit.end is None):
        return np.ones(len(rows), dtype=bool)
    begin, end = window_of(edit)
    first = draft.first_departures().loc[rows].to_numpy()
    inside: Bools = (first >= begin) & (first < end)
    headways = headways_of(draft, rows)
    meets = headways[(headways["end"] > begin) & (headways["begin"] < end)]
    by_headway = np.isin(rows, headways["trip"])
    return np.where(by_headway, np.isin(rows, meets["trip"]), inside).astype(bool)


def directions(draft: Draft, trips: Ints) -> Ints:
    """Tell the direction of each trip.

    Parameters
    ----------
    draft : Draft
        The timetable.
    trips : ndarray of int
        Rows of trips of one line, or of several.

    Returns
    -------
    ndarray of int, shape (trips,)
        ``direction_id`` where the feed has it; else 0 for trips that call in the order of the
        line's most common pattern and 1 for those that call against it.
    """
    chosen = draft.trips.loc[trips]
    if "direction_id" in chosen and chosen["direction_id"].isin(["0", "1"]).all():
        return chosen["direction_id"].to_numpy().astype(np.int64)
    result = np.zeros(len(trips), dtype=np.int64)
    calls = calls_of(draft, trips)
    area = area_names(draft.stops).reindex(calls["stop"]).to_numpy()
    patterns = (
        calls.assign(area=area).groupby("place")["area"].agg(tuple).reindex(range(len(trips)))
    )
    for _, group in patterns.groupby(chosen["route_id"].to_numpy()):
        usual = Counter(group).most_common(1)[0][0]
        order = {text: number for number, text in enumerate(usual)}
        for place, pattern in group.items():
            met = [order[text] for text in pattern if text in order]
            result[place] = int(len(met) > 1 and met[-1] < met[0])
    return result
