"""Removed lines, trips and stops, and stops that are new or elsewhere."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ...errors import InputError
from .draft import Draft, next_rows, without_trips
from .edits import Edit
from .isolation import isolate, isolate_window
from .lookup import find_lines, find_stop
from .select import chosen_dates, find_trips
from .shaping import with_ways

Bools = NDArray[np.bool_]
_Patterns = tuple[tuple[int, ...], tuple[int, ...]]


def remove_line(draft: Draft, edit: Edit, period: Bools) -> Draft:
    """Take out a line, or its trips in a direction, window or on some days.

    Parameters
    ----------
    draft : Draft
        The timetable.
    edit : Edit
        Line, and what narrows it.
    period : ndarray of bool
        Dates of the scenario; on others the trips still run.

    Returns
    -------
    Draft
        Without the trips, and without the line if none is left.

    Raises
    ------
    InputError
        If there is no such line or trip.
    """
    dates = chosen_dates(draft, edit, period)
    lines = find_lines(draft, edit)
    draft, trips = isolate(draft, find_trips(draft, edit, dates), dates)
    draft, trips = isolate_window(draft, trips, edit)
    draft = without_trips(draft, trips)
    empty = set(lines) - set(draft.trips["route_id"])
    return replace(draft, routes=draft.routes[~draft.routes["route_id"].isin(empty)])


def remove_stop(draft: Draft, edit: Edit, period: Bools) -> Draft:
    """Let trips pass stops without calling.

    Run times stay, unless ``minutes`` are won for each call that is left out. A trip that keeps
    fewer than two calls is taken out. Without a line the stops themselves go too, with what
    refers to them; their stop area stays.

    Parameters
    ----------
    draft : Draft
        The timetable.
    edit : Edit
        Stops, or a stop area with all its stops; line and what narrows it, or nothing.
    period : ndarray of bool
        Dates of the scenario.

    Returns
    -------
    Draft
        The new timetable.

    Raises
    ------
    InputError
        If there is no such stop, or no trip of the line calls there.
    """
    stops = {row for name in edit.stops for row in find_stop(draft, edit, name, several=True)}
    dates = chosen_dates(draft, edit, period)
    calling = draft.calls["trip"][draft.calls["stop"].isin(stops)].unique()
    trips = find_trips(draft, edit, dates) if edit.route or len(calling) else calling
    trips = trips[np.isin(trips, calling)]
    if edit.route and not len(trips):
        raise InputError(
            "Row {row} of '{table}': no trip of '{route}' calls at '{stop}'.",
            row=edit.row,
            table=edit.table,
            route=edit.route,
            stop="; ".join(edit.stops),
        )
    draft, trips = isolate(draft, trips, dates)
    draft, trips = isolate_window(draft, trips, edit)
    draft = _shortened(_passed(draft, trips, stops, 60 * sum(edit.minutes)), draft, trips)
    gone = stops - set(draft.calls["stop"]) if not edit.route else set()
    return replace(draft, stops=draft.stops.drop(index=list(gone)))


def _passed(draft: Draft, trips: NDArray[np.int64], stops: set[int], won: float) -> Draft:
    calls = draft.calls
    passed = (calls["trip"].isin(trips) & calls["stop"].isin(stops)).to_numpy()
    total = pd.Series(passed).groupby(calls["trip"].to_numpy()).cumsum().to_numpy()
    kept = calls[~passed].reset_index(drop=True)
    earlier = np.round(won * total[~passed]).astype(np.int64)
    for name in ("arrival", "departure"):
        times = kept[name].to_numpy()
        # not before the call before: a stop may have taken less than is won
        moved = np.where(times >= 0, times - earlier, times)
        kept[name] = moved.astype(times.dtype)
    if won:
        mine = kept["trip"].isin(trips)
        kept = pd.concat([kept[~mine], _in_order(kept[mine])]).sort_index()
    draft = replace(draft, calls=kept)
    count = pd.Series(1, index=kept["trip"]).groupby(level=0).size().reindex(trips, fill_value=0)
    return without_trips(draft, count.index[(count < 2).to_numpy()].to_numpy(np.int64))


def _shortened(draft: Draft, old: Draft, trips: NDArray[np.int64]) -> Draft:
    """Cut the shapes of trips that lost their first or last stop."""
    places = old.degrees()
    stops = [
        each.calls[each.calls["trip"].isin(trips)].groupby("trip")["stop"].agg(tuple)
        for each in (old, draft)
    ]
    pairs = pd.concat(stops, axis=1, join="inner").set_axis(["old", "new"], axis=1)
    for (before, after), rows in _by_patterns(pairs).items():
        if before[0] != after[0] or before[-1] != after[-1]:
            draft = with_ways(draft, rows, before, after, places)
            calls = draft.calls
            holds = calls["measured"] & ~calls["trip"].isin(rows)
            draft = replace(draft, calls=calls.assign(measured=holds))
    return draft


def _by_patterns(pairs: pd.DataFrame) -> dict[_Patterns, NDArray[np.int64]]:
    """Rows of the trips by their stops before and after."""
    found: dict[_Patterns, list[int]] = {}
    for row, before, after in zip(pairs.index.tolist(), pairs["old"], pairs["new"]):
        found.setdefault((before, after), []).append(row)
    return {patterns: np.array(rows, dtype=np.int64) for patterns, rows in found.items()}


def _in_order(calls: pd.DataFrame) -> pd.DataFrame:
    """Raise times that are before an earlier one of the trip."""
    both = calls[["arrival", "departure"]].to_numpy(np.int64).ravel()
    trip = np.repeat(calls["trip"].to_numpy(np.int64), 2)
    known = both >= 0
    raised = pd.Series(both[known]).groupby(trip[known]).cummax().to_numpy()
    both[known] = raised
    pairs = both.reshape(-1, 2)
    types = calls[["arrival", "departure"]].dtypes
    return calls.assign(
        arrival=pairs[:, 0].astype(types["arrival"]),
        departure=pairs[:, 1].astype(types["departure"]),
    )


def new_stop(draft: Draft, edit: Edit, period: Bools) -> Draft:  # noqa: ARG001 (as all edits)
    """Add a stop, which later edits can call at.

    Parameters
    ----------
    draft : Draft
        The timetable.
    edit : Edit
        Id as its one stop, name and place.
    period : ndarray of bool
        Not used: a stop has no dates.

    Returns
    -------
    Draft
        With the stop.

    Raises
    ------
    InputError
        If there is a stop of that id.
    """
    (text,) = edit.stops
    if (draft.stops["stop_id"] == text).any():
        raise InputError(
            "Row {row} of '{table}': there is already a stop with the id '{stop}'. Give the new "
            "stop another id, or move the stop with 'move_stop'.",
            row=edit.row,
            table=edit.table,
            stop=text,
        )
    cells = dict.fromkeys(draft.stops.columns, "")
    cells.update(stop_id=text, stop_name=edit.name, **_place(edit))
    if "location_type" in cells:
        cells["location_type"] = "0"
    row = pd.DataFrame([cells], index=pd.Index(next_rows(draft.stops, 1)), dtype=object)
    return replace(draft, stops=pd.concat([draft.stops, row]).fillna(""))


def move_stop(draft: Draft, edit: Edit, period: Bools) -> Draft:  # noqa: ARG001 (as all edits)
    """Put a stop elsewhere; times and the ways of the lines stay.

    Parameters
    ----------
    draft : Draft
        The timetable.
    edit : Edit
        The stop, its new place and, if wanted, its new name.
    period : ndarray of bool
        Not used: a stop has no dates.

    Returns
    -------
    Draft
        With the stop at its new place.

    Raises
    ------
    InputError
        If there is no such stop.
    """
    (row,) = find_stop(draft, edit, edit.stops[0])
    stops = draft.stops.copy()
    cells = _place(edit)
    if edit.name and "stop_name" in stops:
        cells["stop_name"] = edit.name
    for name, text in cells.items():
        stops.loc[row, name] = text
    return replace(draft, stops=stops)


def _place(edit: Edit) -> dict[str, str]:
    return {"stop_lat": f"{edit.lat:.6f}", "stop_lon": f"{edit.lon:.6f}"}
