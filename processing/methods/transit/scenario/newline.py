"""New lines: stops in a row or along a drawn line, run times, and trips at a headway."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ...errors import InputError
from ..routetypes import MODES
from .draft import Draft, Floats, Ints, new_ids, next_rows, with_calls, with_service
from .edits import Edit
from .lookup import find_stop
from .plane import cut_at_stops, leg_lengths, metres_between, stops_along, without_stops
from .select import chosen_dates

Bools = NDArray[np.bool_]

TYPES = {"rail": "100", "metro": "401", "tram": "900", "bus": "700", "ferry": "1000"}
TYPES |= {"taxi": "1501", "other": "1700"}
BASIC_TYPES = {"rail": "2", "metro": "1", "tram": "0", "bus": "3", "ferry": "4"}
BASIC_TYPES |= {"taxi": "3", "other": "3"}
EXTENDED = 100
"""Route types from here on are the extended ones, which Swedish feeds use."""


@dataclass(frozen=True)
class Plan:
    """How new ways are measured.

    Parameters
    ----------
    within : float
        Distance from a drawn line within which it calls at a stop [m].
    detour : float
        Times that a way that is not drawn is longer than the straight line.
    """

    within: float = 30.0
    detour: float = 1.3


def new_line(draft: Draft, edit: Edit, period: Bools, plan: Plan) -> Draft:
    """Add a line with trips at a headway, or more trips to a line added before.

    It calls at the stops listed, or at the stops within a distance of the drawn line, in its
    order; of stops with one name or area that follow each other only the nearest. It runs from
    ``begin`` on, every headway, the last time before ``end``, in both directions, unless one is
    chosen; direction 0 is that of the list or the line. Run times are ``minutes``, from stop to
    stop or in all, shared by distance; or distances by ``speed``, stops included. A
    second row with the same line, and neither stops nor a drawn line, adds trips to it.

    Parameters
    ----------
    draft : Draft
        The timetable.
    edit : Edit
        With ``route``, ``headway``, ``begin`` and ``end``, and stops or a drawn line.
    period : ndarray of bool
        Dates of the scenario; the line runs on those of its days on which other trips run.
    plan : Plan
        How ways are measured.

    Returns
    -------
    Draft
        With the line.

    Raises
    ------
    InputError
        If the line has fewer than two stops, neither speed nor minutes, or no date.
    """
    line = _added_before(draft, edit)
    given = bool(edit.stops) or edit.way is not None
    if line and not given:
        return _more_trips(draft, edit, line, period)
    rows = _stops(draft, edit, plan)
    degrees = draft.degrees()
    legs, way = _legs(edit, degrees, rows, plan)
    seconds = _run_times(edit, legs)
    draft, service = _service(draft, edit, period)
    draft, line = _with_line(draft, edit, line)
    for direction in (0, 1) if edit.direction is None else (edit.direction,):
        order, run = (rows, seconds) if direction == 0 else (rows[::-1], seconds[::-1])
        along = None if way is None else way[:: 1 if direction == 0 else -1]
        draft, shape = _with_way(draft, line, along)
        draft = _with_trips(draft, edit, _Course(line, direction, service, shape), order, run)
    return draft


@dataclass(frozen=True)
class _Course:
    """What the trips of a direction have in common."""

    line: str
    direction: int
    service: str
    shape: str


def _added_before(draft: Draft, edit: Edit) -> str:
    """Id of the line if an earlier row added it, "" if it is new."""
    routes = draft.routes
    same = routes["route_id"] == edit.route
    if "route_short_name" in routes:
        same |= routes["route_short_name"].str.casefold() == edit.route.casefold()
    found = routes[same]
    if len(found) and (found.index < next_rows(routes.iloc[:0], 1)[0]).any():
        raise InputError(
            "Row {row} of '{table}': the timetable already has a line '{name}'. Give the new line "
            "another name, or change the line with 'headway', 'span' or 'reroute'.",
            row=edit.row,
            table=edit.table,
            name=edit.route,
        )
    return str(found["route_id"].iloc[0]) if len(found) else ""


def _more_trips(draft: Draft, edit: Edit, line: str, period: Bools) -> Draft:
    """Add trips that run as the first trips of a line added before."""
    if np.isfinite(edit.speed) or edit.minutes:
        raise InputError(
            "Row {row} of '{table}': '{name}' has its run times from an earlier row. Leave "
            "'speed_kmh' and 'minutes' empty, or list the stops anew.",
            row=edit.row,
            table=edit.table,
            name=edit.route,
        )
    draft, service = _service(draft, edit, period)
    trips = draft.trips[draft.trips["route_id"] == line]
    direction = trips["direction_id"] if "direction_id" in trips else trips["route_id"]
    firsts = trips[~direction.duplicated()]
    for row, trip in firsts.iterrows():
        way = int(trip.get("direction_id", "0") or 0)
        if edit.direction in (None, way):
            calls = draft.calls[draft.calls["trip"] == row]
            run = np.diff(calls["departure"].to_numpy(np.int64))
            course = _Course(line, way, service, str(trip.get("shape_id", "")))
            draft = _with_trips(draft, edit, course, calls["stop"].to_numpy(np.int64), run)
    return draft


def _stops(draft: Draft, edit: Edit, plan: Plan) -> Ints:
    if edit.stops:
        found = [find_stop(draft, edit, name)[0] for name in edit.stops]
        rows = np.array(found, dtype=np.int64)
    elif edit.way is not None:
        rows = _near(draft, edit.way, plan.within)
    else:
        rows = np.zeros(0, dtype=np.int64)
    if len(rows) < 2:
        raise InputError(
            "Row {row} of '{table}': the line '{name}' has {count} stops and needs two. List "
            "stops with ';' between them, or draw a line past stops, within {within} m.",
            row=edit.row,
            table=edit.table,
            name=edit.route,
            count=len(rows),
            within=plan.within,
        )
    return rows


def _near(draft: Draft, way: Floats, within: float) -> Ints:
    """Find the stops along a drawn line; of neighbours with one name the nearest."""
    stops = draft.stops
    plain = np.ones(len(stops), dtype=bool)
    if "location_type" in stops:
        plain = stops["location_type"].isin(["", "0"]).to_numpy()
    degrees = draft.degrees().to_numpy()
    degrees[~plain] = np.nan
    near, off = stops_along(way, degrees, within)
    names = stops["stop_name"] if "stop_name" in stops else stops["stop_id"]
    name = names.to_numpy()[near]
    run = np.cumsum(np.append(True, name[1:] != name[:-1])) if len(near) else near
    order = np.lexsort([np.arange(len(near)), off, run])
    first = order[np.append(True, np.diff(run[order]) != 0)] if len(near) else order
    rows: Ints = stops.index.to_numpy(np.int64)[near[np.sort(first)]]
    return rows


def _legs(
    edit: Edit, degrees: pd.DataFrame, rows: Ints, plan: Plan
) -> tuple[Floats, Floats | None]:
    """Metres from stop to stop, and the way where one is drawn."""
    if edit.way is None:
        return metres_between(degrees, rows) * plan.detour, None
    pieces = cut_at_stops(edit.way, degrees.loc[rows].to_numpy())
    lengths = np.array([leg_lengths(piece).sum() for piece in pieces])
    way = np.concatenate(pieces)
    return lengths, without_stops(way)


def _run_times(edit: Edit, metres: Floats) -> Ints:
    """Whole seconds from stop to stop."""
    if len(edit.minutes) == len(metres):
        ends = 60.0 * np.cumsum(edit.minutes)
    elif len(edit.minutes) == 1:
        ends = 60 * edit.minutes[0] * np.cumsum(metres) / max(metres.sum(), 1.0)
    elif not edit.minutes and np.isfinite(edit.speed):
        ends = np.cumsum(metres) / (edit.speed / 3.6)
    else:
        raise InputError(
            "Row {row} of '{table}': the line '{name}' with {count} stops needs 'speed_kmh', or "
            "'minutes': one number, or {legs} with ';' between them.",
            row=edit.row,
            table=edit.table,
            name=edit.route,
            count=len(metres) + 1,
            legs=len(metres),
        )
    return np.diff(np.floor(ends + 0.5).astype(np.int64), prepend=0)


def _service(draft: Draft, edit: Edit, period: Bools) -> tuple[Draft, str]:
    served = draft.active().any(axis=0) & chosen_dates(draft, edit, period)
    if not served.any():
        raise InputError(
            "Row {row} of '{table}': the timetable has no date on those days in the period of the "
            "scenario. Choose other days, or another period.",
            row=edit.row,
            table=edit.table,
        )
    return with_service(draft, served)


def _with_line(draft: Draft, edit: Edit, line: str) -> tuple[Draft, str]:
    if line:
        return draft, line
    routes = draft.routes
    (text,) = new_ids(routes["route_id"], [edit.route])
    cells = dict.fromkeys(routes.columns, "")
    kinds = pd.to_numeric(routes["route_type"], errors="coerce")
    types = TYPES if (kinds >= EXTENDED).any() else BASIC_TYPES
    known = edit.mode or MODES[3]
    cells.update(route_id=text, route_type=known if known.isdigit() else types[known])
    cells["route_short_name"] = edit.route
    if edit.name or "route_long_name" in cells:
        cells["route_long_name"] = edit.name
    if "agency_id" in routes and len(routes):
        cells["agency_id"] = str(routes["agency_id"].mode().iloc[0])
    row = pd.DataFrame([cells], index=pd.Index(next_rows(routes, 1)), dtype=object)
    return replace(draft, routes=pd.concat([routes, row]).fillna("")), text


def _with_way(draft: Draft, line: str, way: Floats | None) -> tuple[Draft, str]:
    if way is None:
        return draft, ""
    (text,) = new_ids(draft.ways, [line])
    return replace(draft, ways={**draft.ways, text: way}), text


def _with_trips(
    draft: Draft, edit: Edit, course: _Course, stops: Sequence[int] | Ints, run: Ints
) -> Draft:
    departures = np.arange(edit.begin or 0, edit.end or 0, edit.headway)
    count, length = len(departures), len(stops)
    rows = next_rows(draft.trips, count)
    cells = dict.fromkeys(draft.trips.columns, "")
    cells.update(route_id=course.line, service_id=course.service)
    cells.update(direction_id=str(course.direction), shape_id=course.shape)
    if not course.shape and "shape_id" not in draft.trips:
        del cells["shape_id"]
    trips = pd.DataFrame([cells] * count, index=pd.Index(rows), dtype=object)
    stem = f"{course.line}-{course.direction}"
    trips["trip_id"] = new_ids(draft.trips["trip_id"], [stem] * count)
    times = np.add.outer(departures, np.append(0, np.cumsum(run))).ravel()
    calls = pd.DataFrame(
        {
            "trip": np.repeat(rows, length),
            "stop": np.tile(np.asarray(stops), count),
            "arrival": times,
            "departure": times,
            "sequence": np.tile(np.arange(1, length + 1), count),
            "line": 0,
            "own": False,
            "measured": False,
        }
    )
    return with_calls(replace(draft, trips=pd.concat([draft.trips, trips]).fillna("")), calls)
