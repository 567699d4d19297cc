"""Lines and stops by the names that users know them by."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ...errors import InputError
from ..routetypes import BUS, MODES, modes
from ..stops import STOP, area_codes
from .draft import Draft
from .edits import Edit

Bools = NDArray[np.bool_]

EXAMPLES = 10
"""Names listed in a message."""


def find_lines(draft: Draft, edit: Edit) -> list[str]:
    """Find the lines that an edit names, by id, number or name.

    Parameters
    ----------
    draft : Draft
        The timetable.
    edit : Edit
        Its ``route``, else its ``mode``, else every line.

    Returns
    -------
    list of str
        Ids.

    Raises
    ------
    InputError
        If there is no such line, or several have that name.
    """
    ids = draft.routes["route_id"]
    if not edit.route:
        kinds = modes(pd.to_numeric(draft.routes["route_type"], errors="coerce").fillna(-1))
        return ids[_of_mode(draft, edit, kinds)].tolist()
    if (ids == edit.route).any():
        return [edit.route]
    for column in ("route_short_name", "route_long_name"):
        if column in draft.routes:
            named = ids[draft.routes[column].str.casefold() == edit.route.casefold()]
            if len(named) > 1:
                raise InputError(
                    "Row {row} of '{table}': {count} lines are called '{name}'. Give the id of "
                    "one of them: {ids}.",
                    row=edit.row,
                    table=edit.table,
                    count=len(named),
                    name=edit.route,
                    ids=", ".join(named[:EXAMPLES]),
                )
            if len(named):
                return named.tolist()
    raise InputError(
        "Row {row} of '{table}': the timetable has no line '{name}'. Its lines are: {names}.",
        row=edit.row,
        table=edit.table,
        name=edit.route,
        names=", ".join(_line_names(draft)[:EXAMPLES]) + " …",
    )


def _of_mode(draft: Draft, edit: Edit, kinds: NDArray[np.int8]) -> Bools:
    if not edit.mode:
        return np.ones(len(draft.routes), dtype=bool)
    if edit.mode.isdigit():
        same: Bools = (draft.routes["route_type"] == edit.mode).to_numpy()
        return same
    result: Bools = kinds == MODES.index(edit.mode)
    return result


def _line_names(draft: Draft) -> list[str]:
    names = draft.routes["route_id"]
    if "route_short_name" in draft.routes:
        short = draft.routes["route_short_name"]
        names = short.where(short != "", names)
    return [str(name) for name in names]


def find_stop(draft: Draft, edit: Edit, name: str, *, several: bool = False) -> list[int]:
    """Find the stop that a text names, by id or name.

    Parameters
    ----------
    draft : Draft
        The timetable.
    edit : Edit
        For messages.
    name : str
        Id or name of a stop or stop area.
    several : bool
        Whether all stops of a stop area are wanted; else the one with most calls stands for it,
        for a new line with most calls of its own mode.

    Returns
    -------
    list of int
        Rows of the stops.

    Raises
    ------
    InputError
        If there is no such stop, or stops of that name belong to several stop areas.
    """
    stops = draft.stops
    rows = stops.index[stops["stop_id"] == name]
    if not len(rows) and "stop_name" in stops:
        rows = stops.index[stops["stop_name"].str.casefold() == name.casefold()]
    if not len(rows):
        raise InputError(
            "Row {row} of '{table}': the timetable has no stop '{name}'. Give the id or the name "
            "of a stop; put ';' between stops.",
            row=edit.row,
            table=edit.table,
            name=name,
        )
    rows = _platforms(stops, rows)
    areas = _places(stops.loc[rows])
    if areas.nunique() > 1:
        raise InputError(
            "Row {row} of '{table}': {count} stop areas are called '{name}'. Give the id of one "
            "of the stops: {ids}.",
            row=edit.row,
            table=edit.table,
            count=areas.nunique(),
            name=name,
            ids=", ".join(stops["stop_id"].loc[rows][:EXAMPLES]),
        )
    if several or len(rows) == 1:
        return rows.tolist()
    return [_most_used(draft, rows, edit)]


def _most_used(draft: Draft, rows: pd.Index, edit: Edit) -> int:
    """Find the stop with most calls; those of the new line's own mode count first."""
    calls = draft.calls[draft.calls["stop"].isin(rows)]
    if edit.action == "new_line":
        types = draft.routes.set_index("route_id")["route_type"]
        types = types[~types.index.duplicated()]
        kinds = pd.to_numeric(draft.trips["route_id"].map(types), errors="coerce").fillna(-1)
        wanted = modes([int(edit.mode)])[0] if edit.mode.isdigit() else _mode(edit)
        alike = calls["trip"].isin(draft.trips.index[modes(kinds) == wanted])
        calls = calls[alike] if alike.any() else calls
    used = calls["stop"].value_counts().reindex(rows, fill_value=0)
    return int(rows[int(np.argmax(used.to_numpy()))])


def _mode(edit: Edit) -> int:
    return MODES.index(edit.mode) if edit.mode else BUS


def _platforms(stops: pd.DataFrame, rows: pd.Index) -> pd.Index:
    """Put the stops of a station in the station's place; other nodes are none."""
    if "location_type" not in stops:
        return rows
    chosen = stops.loc[rows]
    stations = chosen["stop_id"][chosen["location_type"] == "1"]
    plain = stops["location_type"].isin(["", "0"])
    inside = (
        stops["parent_station"].isin(set(stations)) if "parent_station" in stops else plain & False
    )
    found = stops.index[plain & (stops.index.isin(rows) | inside)]
    return found if len(found) else rows


def _places(stops: pd.DataFrame) -> pd.Series:
    """Name the stop area of each of some stops: its station, else the stops around it."""
    degrees = [pd.to_numeric(stops[f"stop_{name}"], errors="coerce") for name in ("lon", "lat")]
    plain = pd.DataFrame(
        {
            "stop_id": stops["stop_id"],
            "name": stops.get("stop_name", stops["stop_id"]),
            "lon": degrees[0],
            "lat": degrees[1],
            "kind": STOP,
            "parent": -1,
        }
    ).reset_index(drop=True)
    around = pd.Series(area_codes(plain).astype(str), index=stops.index)
    if "parent_station" not in stops:
        return around
    return stops["parent_station"].where(stops["parent_station"] != "", around)


def area_names(stops: pd.DataFrame) -> pd.Series:
    """Name the stop area of each stop quickly: its station, else its own name."""
    own = stops["stop_name"] if "stop_name" in stops else stops["stop_id"]
    if "parent_station" not in stops:
        return own
    return stops["parent_station"].where(stops["parent_station"] != "", own)
