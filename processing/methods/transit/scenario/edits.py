"""Edits of a timetable, one a row: what the words of a row mean, and which it needs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...errors import InputError
from ..routetypes import MODES
from .rows import DAYS, Cells, Row, text_of

Floats = NDArray[np.float64]

COLUMNS = (
    *("action", "route", "direction", "stops", "headway_min", "from", "to", "days"),
    *("speed_kmh", "minutes", "percent", "mode", "name", "lat", "lon"),
)
"""Columns of a table of edits; the first ten characters of a name suffice."""

NEEDED = {
    "new_line": ("route", "headway_min", "from", "to"),
    "headway": ("route", "headway_min", "from", "to"),
    "span": ("route",),
    "speed": (),
    "reroute": ("route", "stops"),
    "add_stop": ("route", "stops"),
    "remove_stop": ("stops",),
    "new_stop": ("stops", "name", "lat", "lon"),
    "move_stop": ("stops", "lat", "lon"),
    "remove_line": ("route",),
}
"""Columns that an action cannot do without."""

_WHERE = ("route", "direction", "from", "to", "days")
USED = {
    "new_line": (*_WHERE, "stops", "headway_min", "speed_kmh", "minutes", "mode", "name"),
    "headway": (*_WHERE, "headway_min"),
    "span": (*_WHERE, "headway_min"),
    "speed": (*_WHERE, "stops", "percent", "minutes", "mode"),
    "reroute": (*_WHERE, "stops", "speed_kmh", "minutes"),
    "add_stop": (*_WHERE, "stops", "speed_kmh", "minutes"),
    "remove_stop": (*_WHERE, "stops", "minutes"),
    "new_stop": ("stops", "name", "lat", "lon"),
    "move_stop": ("stops", "name", "lat", "lon"),
    "remove_line": _WHERE,
}
"""Columns that an action reads; another one that is filled in is refused."""

DIRECTIONS: dict[str, int | None] = {"0": 0, "1": 1, "both": None, "": None}
SHORTEST_HEADWAY, LONGEST_HEADWAY = 0.5, 24 * 60


@dataclass(frozen=True)
class Edit:
    """One row of a table of edits.

    Parameters
    ----------
    table, row
        Where it stands; the first row is 1.
    action : str
        One of `NEEDED`.
    route : str
        Id or name of the line, "" for all.
    direction : int or None
        0 or 1, None for both.
    stops : tuple of str
        Ids or names.
    headway : int
        Seconds, 0 if not given.
    begin, end : int or None
        Seconds past midnight.
    days : tuple of int
        Days of the week, Monday being 0.
    speed : float
        Kilometres an hour, NaN if not given.
    minutes : tuple of float
        One or several, none if not given.
    percent : float
        NaN if not given.
    mode, name : str
        "" if not given.
    lon, lat : float
        Degrees, NaN if not given.
    way : ndarray, shape (n, 2), or None
        Longitude and latitude of a drawn line.
    """

    table: str
    row: int
    action: str
    route: str = ""
    direction: int | None = None
    stops: tuple[str, ...] = ()
    headway: int = 0
    begin: int | None = None
    end: int | None = None
    days: tuple[int, ...] = DAYS["daily"]
    speed: float = np.nan
    minutes: tuple[float, ...] = ()
    percent: float = np.nan
    mode: str = ""
    name: str = ""
    lon: float = np.nan
    lat: float = np.nan
    way: Floats | None = None


def read_edits(
    rows: Iterable[Row], *, table: str, action: str = "", ways: Sequence[Floats] | None = None
) -> list[Edit]:
    """Read rows of edits, each checked before anything is done.

    Parameters
    ----------
    rows : iterable of mapping
        Cells by column, see `COLUMNS`: texts, numbers or None; other columns are passed over.
    table : str
        Name of the table, for messages.
    action : str
        Action of all rows, where they have no such column.
    ways : sequence of ndarray, shape (n, 2), optional
        Longitude and latitude of the line drawn for each row.

    Returns
    -------
    list of Edit
        In the order of the rows.

    Raises
    ------
    InputError
        If a row lacks something, or holds something that cannot be read; names row and column.

    Examples
    --------
    >>> row = {"action": "headway", "route": "32", "headway_mi": 30, "from": "06", "to": "18:30"}
    >>> (edit,) = read_edits([row], table="edits.csv")
    >>> edit.headway, edit.begin, edit.end
    (1800, 21600, 66600)
    """
    edits = []
    for number, row in enumerate(rows, start=1):
        cells = {name: text_of(row, name) for name in COLUMNS}
        cells["action"] = action or cells["action"].casefold()
        way = ways[number - 1] if ways is not None else None
        if any(cells.values()):
            edits.append(_edit(Cells(table, number, cells), way))
    return edits


def _edit(cells: Cells, way: Floats | None) -> Edit:
    if cells.word("action", NEEDED) == "":
        raise cells.refused("action", ", ".join(NEEDED))
    action = cells.texts["action"]
    _check_columns(cells, action)
    begin, end = cells.time("from"), cells.time("to")
    if begin is not None and end is not None and begin >= end:
        raise cells.refused("to", "> " + cells.texts["from"])
    mode = cells.texts["mode"]
    headway = cells.number("headway_min", SHORTEST_HEADWAY, LONGEST_HEADWAY)
    edit = Edit(
        table=cells.table,
        row=cells.row,
        action=action,
        route=cells.texts["route"],
        direction=DIRECTIONS[cells.word("direction", DIRECTIONS)],
        stops=tuple(part.strip() for part in cells.texts["stops"].split(";") if part.strip()),
        headway=0 if np.isnan(headway) else round(60 * headway),
        begin=begin,
        end=end,
        days=cells.days(),
        speed=cells.number("speed_kmh", 1, 400),
        minutes=cells.several("minutes", -600 if action == "speed" else 0, 600),
        percent=cells.number("percent", -300, 90),
        mode=mode if mode.isdigit() else cells.word("mode", MODES),
        name=cells.texts["name"],
        lon=cells.number("lon", -180, 180),
        lat=cells.number("lat", -90, 90),
        way=way,
    )
    _check_whole(cells, edit)
    return edit


def _check_columns(cells: Cells, action: str) -> None:
    for column in NEEDED[action]:
        if not cells.texts[column]:
            raise InputError(
                "Row {row} of '{table}' lacks '{column}'. The action '{action}' needs {needed}.",
                row=cells.row,
                table=cells.table,
                column=column,
                action=action,
                needed=", ".join(NEEDED[action]),
            )
    for column, text in cells.texts.items():
        if text and column not in ("action", *USED[action]):
            raise InputError(
                "Row {row} of '{table}', column '{column}': the action '{action}' does not use "
                "it. Leave it empty; '{action}' uses {used}.",
                row=cells.row,
                table=cells.table,
                column=column,
                action=action,
                used=", ".join(USED[action]),
            )


def _check_whole(cells: Cells, edit: Edit) -> None:
    """Check what depends on several columns."""
    if edit.action == "speed" and np.isnan(edit.percent) == (len(edit.minutes) != 1):
        raise cells.either("percent", "minutes")
    if edit.action == "span" and edit.begin is None and edit.end is None:
        raise cells.either("from", "to")
    if (edit.action in ("reroute", "add_stop") and len(edit.stops) < 2) or (
        edit.action == "speed" and len(edit.stops) not in (0, 2)
    ):
        raise cells.refused("stops", "A; B" if edit.action == "speed" else "A; B; C")
    if edit.action in ("new_stop", "move_stop") and len(edit.stops) != 1:
        raise cells.refused("stops", "A")
    if edit.action == "move_stop" and np.isnan(edit.lon + edit.lat):
        raise cells.either("lat", "lon")
