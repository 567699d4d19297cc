"""Trips parted, so that an edit changes only what it is for."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from .draft import Draft, calls_of, copied_trips, next_rows, with_calls, with_service
from .edits import Edit
from .periods import headways_of, inside, outside, window_of, with_headways

Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]


def isolate(draft: Draft, trips: Ints, dates: Bools) -> tuple[Draft, Ints]:
    """Part trips by dates, so that an edit on some dates leaves the others as they are.

    Parameters
    ----------
    draft : Draft
        The timetable.
    trips : ndarray of int
        Rows of trips that run on one of the dates.
    dates : ndarray of bool
        Dates of the edit.

    Returns
    -------
    draft : Draft
        A trip that also runs on other dates keeps its id for those, and has a copy, with the
        same calls and headways, for the edit's dates.
    rows : ndarray of int
        For each trip the row that runs on the edit's dates only.
    """
    active = draft.active()[draft.trips.index.get_indexer(pd.Index(trips))]
    parted = (active & ~dates).any(axis=1)
    if not parted.any():
        return draft, trips
    old, service = trips[parted], draft.trips["service_id"].loc[trips[parted]].to_numpy()
    rest, inner = {}, {}
    for text in dict.fromkeys(service.tolist()):
        draft, rest[text] = with_service(draft, draft.services[text] & ~dates)
        draft, inner[text] = with_service(draft, draft.services[text] & dates)
    draft, new = duplicated(draft, old, [inner[text] for text in service])
    kept = draft.trips.copy()
    kept.loc[old, "service_id"] = [rest[text] for text in service]
    rows = trips.copy()
    rows[parted] = new
    return replace(draft, trips=kept), rows


def duplicated(draft: Draft, trips: Ints, services: list[str]) -> tuple[Draft, Ints]:
    """Add a copy of each trip, with its calls and headways, for another service."""
    calls, headways = calls_of(draft, trips), draft.frequencies
    old_ids = draft.trips["trip_id"].loc[trips].tolist()
    draft, rows = copied_trips(draft, trips, {"service_id": services})
    draft = with_calls(draft, calls.assign(trip=rows[calls["place"]], own=False))
    ids = dict(zip(old_ids, draft.trips["trip_id"].loc[rows]))
    copies = headways[headways["trip_id"].isin(set(old_ids))]
    copies = copies.assign(trip_id=copies["trip_id"].map(ids))
    copies.index = pd.Index(next_rows(headways, len(copies)))
    return replace(draft, frequencies=pd.concat([headways, copies])), rows


def isolate_window(draft: Draft, trips: Ints, edit: Edit) -> tuple[Draft, Ints]:
    """Part trips by headway at the ends of an edit's window.

    Parameters
    ----------
    draft : Draft
        The timetable.
    trips : ndarray of int
        Rows of trips.
    edit : Edit
        With the window.

    Returns
    -------
    draft : Draft
        A trip that also runs by headway outside the window keeps its id there, and has a copy
        for the window.
    rows : ndarray of int
        For each trip the row that runs in the window only.
    """
    begin, end = window_of(edit)
    headways = headways_of(draft, trips)
    beyond = (headways["begin"] < begin) | (headways["end"] > end)
    old = headways["trip"][beyond].unique()
    if not len(old):
        return draft, trips
    draft, new = duplicated(draft, old, draft.trips["service_id"].loc[old].tolist())
    for rows, part in ((old, outside), (new, inside)):
        periods = headways_of(draft, rows)
        draft = with_headways(draft, periods.index, part(periods, begin, end))
    place = pd.Series(new, index=old)
    return draft, np.array([place.get(row, row) for row in trips], dtype=np.int64)
