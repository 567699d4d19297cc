"""Other stops on the way of a line: stops in between, another way, a longer or shorter end."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ...errors import InputError
from .draft import Draft, Floats, Ints
from .edits import Edit
from .isolation import isolate, isolate_window
from .lookup import find_stop
from .plane import metres_between
from .select import chosen_dates, find_trips
from .shaping import with_ways

Bools = NDArray[np.bool_]

SLOWEST, USUAL = 5.0, 30.0
"""Kilometres an hour between stops that are taken at least, and where a trip does not tell its
speed; our own choice."""


class _Change(NamedTuple):
    """Between the calls ``first`` and ``last`` of a pattern come ``stops`` instead.

    A part beyond an end has ``first`` -1, or ``last`` as many as there are calls.
    """

    first: int
    last: int
    stops: tuple[int, ...]


def reroute(draft: Draft, edit: Edit, period: Bools, *, detour: float) -> Draft:
    """Let trips call at other stops between two of their stops, or beyond one.

    The first and the last stop listed hold the new part in place: what lies between them in a
    trip gives place to the stops listed between them, which may be none. A trip that calls at
    them in the other order gets the stops in the other order. A trip that calls at one of the two
    only, and begins or ends there, is extended by the rest of the list. New runs take ``minutes``
    in all, or as listed from stop to stop; or go at ``speed``, their distances being straight
    times a detour factor; or go as fast, by straight distances, as the part that they replace or,
    beyond an end, the whole trip. What comes after is shifted by the difference; a new beginning
    is timed backwards. Times are whole minutes where the trips' are, else seconds.

    Parameters
    ----------
    draft : Draft
        The timetable.
    edit : Edit
        Line, what narrows it, and two stops or more.
    period : ndarray of bool
        Dates of the scenario.
    detour : float
        Times that a way is longer than the straight line.

    Returns
    -------
    Draft
        The new timetable. The trips' shapes follow the old ones where the stops are the same and
        are straight elsewhere.

    Raises
    ------
    InputError
        If there is no such line or stop, or no trip calls at the first or the last of the stops.
    """
    dates = chosen_dates(draft, edit, period)
    trips = find_trips(draft, edit, dates)
    listed = _listed(draft, edit)
    chosen = draft.calls[draft.calls["trip"].isin(trips)]
    patterns = chosen.groupby("trip")["stop"].agg(tuple)
    changes = {each: _change(each, listed) for each in dict.fromkeys(patterns)}
    found = patterns[[changes[each] is not None for each in patterns]]
    if not len(found):
        raise InputError(
            "Row {row} of '{table}': no trip of '{route}' calls at '{first}' and '{last}', or "
            "begins or ends at one of them; they must hold the new part in place.",
            row=edit.row,
            table=edit.table,
            route=edit.route,
            first=edit.stops[0],
            last=edit.stops[-1],
        )
    draft, rows = isolate(draft, found.index.to_numpy(np.int64), dates)
    draft, rows = isolate_window(draft, rows, edit)
    members: dict[tuple[int, ...], list[int]] = {}
    for row, pattern in zip(rows.tolist(), found):
        members.setdefault(pattern, []).append(row)
    for pattern, group in members.items():
        change = changes[pattern]
        if change is not None and _after(pattern, change) != pattern:
            draft = _rerouted(draft, np.array(group), pattern, change, edit, detour)
    return draft


def _listed(draft: Draft, edit: Edit) -> list[tuple[int, set[int]]]:
    """Return, for each stop listed, the one to call at, and all that it may mean."""
    return [
        (find_stop(draft, edit, name)[0], set(find_stop(draft, edit, name, several=True)))
        for name in edit.stops
    ]


def _change(pattern: tuple[int, ...], listed: list[tuple[int, set[int]]]) -> _Change | None:
    for order in (listed, listed[::-1]):
        begin = [place for place, stop in enumerate(pattern) if stop in order[0][1]]
        end = [place for place, stop in enumerate(pattern) if stop in order[-1][1]]
        pairs = [(i, j) for i in begin for j in end if i < j]
        if pairs:
            first, last = min(pairs, key=lambda pair: pair[1] - pair[0])
            return _Change(first, last, tuple(stop for stop, _ in order[1:-1]))
    for order in (listed, listed[::-1]):
        if order[-1][1].intersection(pattern):
            continue
        away = tuple(stop for stop, _ in order[1:])
        if pattern[-1] in order[0][1]:
            return _Change(len(pattern) - 1, len(pattern), away)
        if pattern[0] in order[0][1]:
            return _Change(-1, 0, away[::-1])
    return None


def _after(pattern: tuple[int, ...], change: _Change) -> tuple[int, ...]:
    return (*pattern[: change.first + 1], *change.stops, *pattern[change.last :])


def _rerouted(
    draft: Draft, trips: Ints, pattern: tuple[int, ...], change: _Change, edit: Edit, detour: float
) -> Draft:
    """Change the calls of trips that all have one pattern."""
    is_member = draft.calls["trip"].isin(trips).to_numpy()
    calls, places = draft.calls[is_member], draft.degrees()
    new = _after(pattern, change)
    arrival, departure = _times(calls, len(pattern))
    unit = 60 if (np.append(arrival, departure) % 60 == 0).all() else 1
    seconds = _new_runs(pattern, change, edit, places, detour, arrival, departure)
    seconds = np.floor(seconds / unit + 0.5).astype(np.int64) * unit
    rows = _assembled(calls, len(pattern), change, arrival, departure, seconds)
    if len(rows) and (rows["departure"] < 0).any() and not (calls["departure"] < 0).any():
        raise InputError(
            "Row {row} of '{table}': a trip would begin before 00:00. Leave out the first trips "
            "with 'from', or give fewer minutes.",
            row=edit.row,
            table=edit.table,
        )
    both = pd.concat([draft.calls[~is_member], rows], ignore_index=True)
    both = both.astype(draft.calls.dtypes.to_dict())
    both = both.sort_values(["trip", "sequence"], kind="stable", ignore_index=True)
    return with_ways(replace(draft, calls=both), trips, pattern, new, places)


def _times(calls: pd.DataFrame, length: int) -> tuple[Ints, Ints]:
    """Return arrivals and departures by trip and call, the missing ones filled in evenly."""
    arrival, departure = (
        calls[name].to_numpy(np.int64).reshape(-1, length) for name in ("arrival", "departure")
    )
    arrival, departure = (
        np.where(arrival >= 0, arrival, departure),
        np.where(departure >= 0, departure, arrival),
    )
    for row in np.flatnonzero((arrival < 0).any(axis=1)):
        known = np.flatnonzero(arrival[row] >= 0)
        known = known if len(known) else np.arange(length)
        for times in (arrival, departure):
            times[row] = np.interp(np.arange(length), known, times[row, known])
    return arrival, departure


def _new_runs(
    pattern: tuple[int, ...],
    change: _Change,
    edit: Edit,
    places: pd.DataFrame,
    detour: float,
    arrival: Ints,
    departure: Ints,
) -> Floats:
    """Seconds from the beginning of the new part to each of its stops, shape (trips, legs)."""
    first, last = max(change.first, 0), min(change.last, len(pattern) - 1)
    part = _after(pattern, change)[first if change.first >= 0 else 0 :]
    part = part[: len(change.stops) + (change.first >= 0) + (change.last < len(pattern))]
    metres = np.maximum(metres_between(places, part), 1.0)
    count = len(arrival)
    if len(edit.minutes) == len(metres):
        return np.tile(60 * np.cumsum(edit.minutes), (count, 1))
    along = np.cumsum(metres)
    if edit.minutes:
        return np.tile(60 * sum(edit.minutes) * along / along[-1], (count, 1))
    if np.isfinite(edit.speed):
        return np.tile(along * detour / (edit.speed / 3.6), (count, 1))
    if first == last:  # beyond an end: the whole trip tells the speed
        first, last = 0, len(pattern) - 1
    time = (arrival[:, last] - departure[:, first]).astype(np.float64)
    straight = float(metres_between(places, pattern[first : last + 1]).sum())
    usual = USUAL / 3.6 / detour
    speed = np.where(time > 0, straight / np.maximum(time, 1), usual)
    speed = np.maximum(speed, SLOWEST / 3.6 / detour)
    seconds: Floats = along / speed[:, None]
    return seconds


def _assembled(
    calls: pd.DataFrame, length: int, change: _Change, arrival: Ints, departure: Ints, seconds: Ints
) -> pd.DataFrame:
    """Put the calls that stay and the new ones together, in the order of the trips."""
    count, added = len(arrival), len(change.stops)
    begins, ends = change.first < 0, change.last == length
    kept = np.r_[0 : change.first + 1, change.last : length]
    shift = np.zeros((count, length), dtype=np.int64)
    if begins:
        start = arrival[:, :1] - seconds[:, -1:]
        new = np.concatenate([start, start + seconds[:, :-1]], axis=1)
    else:
        start = departure[:, change.first][:, None]
        new = start + (seconds if ends else seconds[:, :-1])
        if not ends:
            late = start + seconds[:, -1:] - arrival[:, change.last][:, None]
            shift[:, change.last :] = late
    place = np.arange(len(calls)) % length
    old = calls.assign(part=2 * place, shift=shift.ravel())[np.isin(place, kept)]
    for name in ("arrival", "departure"):
        old[name] = np.where(old[name] >= 0, old[name] + old["shift"], -1)
    lines = calls["line"].to_numpy().reshape(-1, length)
    inserted = pd.DataFrame(
        {
            "trip": np.repeat(calls["trip"].to_numpy()[::length], added),
            "stop": np.tile(np.array(change.stops, dtype=np.int64), count),
            "arrival": new.ravel(),
            "departure": new.ravel(),
            "sequence": 0,
            "line": np.repeat(_inner_line(lines, change), added),
            "own": False,
            "measured": False,
            "part": 2 * change.first + 1,
            "shift": 0,
        }
    )
    rows = pd.concat([old, inserted] if added else [old], ignore_index=True)
    rows = rows.sort_values(["trip", "part"], kind="stable", ignore_index=True)
    rows = _with_ends(rows, lines, change, length)
    if added:
        rows["sequence"] = rows.groupby("trip").cumcount() + 1
        rows["measured"] = rows["own"] = False  # all calls of a trip are written together
    return rows[list(calls.columns)]


def _inner_line(lines: Ints, change: _Change) -> Ints:
    """Line whose other cells a new call has: a call beside it that is no end.

    Without one it has empty cells, and the line, negative, only says where it is written.
    """
    length = lines.shape[1]
    for place in (change.first, change.last, change.first - 1, change.last + 1):
        if 0 < place < length - 1:
            inner: Ints = lines[:, place]
            return inner
    nowhere: Ints = -np.abs(lines[:, 0])
    return nowhere


def _with_ends(rows: pd.DataFrame, lines: Ints, change: _Change, length: int) -> pd.DataFrame:
    """Where a trip got a new end, give it the old end's other cells: one only alights there."""
    inner = _inner_line(lines, change)
    for is_new, old, new in (
        (change.first < 0, 0, rows.groupby("trip").head(1).index),
        (change.last == length, length - 1, rows.groupby("trip").tail(1).index),
    ):
        if is_new:
            was = rows.index[rows["part"] == 2 * old]
            rows.loc[new, "line"] = lines[:, old]
            rows.loc[was, "line"] = inner
    return rows
