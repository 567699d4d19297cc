"""Lines and trips of a feed."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from .archive import Archive
from .calendar import Calendar
from .cells import Codes
from .findings import Finding, Findings, tr
from .routetypes import UNKNOWN_TYPE, modes, on_demand, school
from .tables import Table, read_table

SCHOOL_WORDS = ("skolbuss", "skoltrafik", "skolskjuts", "skollinje", "skolkort", "school bus")
"""What a line's description says where its type does not; our own list, from Swedish feeds."""


def read_routes(archive: Archive) -> tuple[pd.DataFrame, Findings]:
    """Read routes.txt, with the names of agency.txt.

    Parameters
    ----------
    archive : Archive
        The feed.

    Returns
    -------
    routes : DataFrame
        ``route_id``, ``agency`` (its name), ``short``, ``long`` and ``description``, ``type``,
        ``mode`` (place in `routetypes.MODES`), ``on_demand`` and ``school`` [bool].
    findings : tuple of Finding
        What was odd.

    Raises
    ------
    InputError
        If the file or a column is missing.
    """
    table = read_table(archive, "routes.txt", required=("route_id", "route_type"))
    agencies, findings = _agencies(archive)
    ids = table["route_id"]
    first = ~pd.Series(ids).duplicated().to_numpy()
    kept = np.flatnonzero(first)
    types = table.numbers("route_type")[kept]
    types = np.where(np.isfinite(types), types, UNKNOWN_TYPE).astype(np.int32)
    agency = table["agency_id"][kept]
    description = table["route_desc"][kept]
    words = pd.Series(description, dtype=object).str.lower()
    routes = pd.DataFrame(
        {
            "route_id": ids[kept],
            "agency": [agencies.get(text, agencies.get("", "")) for text in agency],
            "short": table["route_short_name"][kept],
            "long": table["route_long_name"][kept],
            "description": description,
            "type": types,
            "mode": modes(types),
            "on_demand": on_demand(types),
            "school": school(types) | words.str.contains("|".join(SCHOOL_WORDS)).to_numpy(bool),
        }
    )
    findings += table.findings + _route_findings(table, kept, routes, agencies)
    return routes, findings + doubled_ids(table, "route_id", first)


def read_trips(
    archive: Archive, routes: pd.DataFrame, calendar: Calendar
) -> tuple[pd.DataFrame, Findings]:
    """Read trips.txt.

    Parameters
    ----------
    archive : Archive
        The feed.
    routes : DataFrame
        As from `read_routes`.
    calendar : Calendar
        The feed's services.

    Returns
    -------
    trips : DataFrame
        ``trip_id``, ``route`` (row in ``routes``), ``service`` (place in the calendar, -1 for a
        service without dates), ``direction`` (0, 1, -1 unknown), ``headsign`` and ``shape_id``.
    findings : tuple of Finding
        What was odd.

    Raises
    ------
    InputError
        If the file or a column is missing.
    """
    table = read_table(archive, "trips.txt", required=("route_id", "service_id", "trip_id"))
    ids = table["trip_id"]
    first = ~pd.Series(ids).duplicated().to_numpy()
    route = table.codes("route_id", Codes(routes["route_id"]))
    service = table.codes("service_id", Codes(calendar.services))
    kept = np.flatnonzero(first & (route >= 0))
    direction = table.codes("direction_id", Codes(["0", "1"]))
    trips = pd.DataFrame(
        {
            "trip_id": ids[kept],
            "route": route[kept],
            "service": service[kept],
            "direction": direction[kept].astype(np.int8),
            "headsign": table["trip_headsign"][kept],
            "shape_id": table["shape_id"][kept],
        }
    )
    lost = trip_references(table, route, service)
    return trips, table.findings + doubled_ids(table, "trip_id", first) + lost


def doubled_ids(table: Table, column: str, first: NDArray[np.bool_]) -> Findings:
    """Say that ids are repeated; ``first`` marks the first row of each."""
    again = np.flatnonzero(~first)
    if not len(again):
        return ()
    return (
        Finding(
            "error",
            table.file,
            int(table.line[again[0]]),
            tr("Rows of '{file}' that repeat a {column}: {count}, such as '{id}'."),
            {
                "count": len(again),
                "file": table.file,
                "column": column,
                "id": str(table[column][again[0]]),
            },
            tr("The first row of each was used; remove the others."),
        ),
    )


def trip_references(table: Table, route: NDArray[np.int32], service: NDArray[np.int32]) -> Findings:
    """Say that trips refer to lines or services that are not there."""
    findings: Findings = ()
    lost = np.flatnonzero(route < 0)
    if len(lost):
        findings += (
            Finding(
                "error",
                "trips.txt",
                int(table.line[lost[0]]),
                tr("Trips of lines that are not in routes.txt: {count}, such as line '{id}'."),
                {"count": len(lost), "id": str(table["route_id"][lost[0]])},
                tr("The trips were left out; ask the feed's publisher for the missing lines."),
            ),
        )
    idle = np.flatnonzero(service < 0)
    if len(idle):
        findings += (
            Finding(
                "warning",
                "trips.txt",
                int(table.line[idle[0]]),
                tr("Trips that run on no date: {count}; the service '{id}', say, has no days."),
                {"count": len(idle), "id": str(table["service_id"][idle[0]])},
                tr("Nothing, if they are old; else ask the publisher for the missing days."),
            ),
        )
    return findings


def _agencies(archive: Archive) -> tuple[dict[str, str], Findings]:
    table = read_table(archive, "agency.txt")
    names = dict(zip(table["agency_id"], table["agency_name"]))
    if len(table) == 1:
        names[""] = next(iter(names.values()))  # a line may leave out the only agency
    if len(table) and "agency_name" in table.header:
        return names, table.findings
    return names, (
        *table.findings,
        Finding(
            "warning",
            "agency.txt",
            None,
            tr("The feed does not name its agencies: agency.txt is missing, empty or unnamed."),
            {},
            tr("Nothing; lines have no operator."),
        ),
    )


def _route_findings(
    table: Table, kept: NDArray[np.intp], routes: pd.DataFrame, agencies: dict[str, str]
) -> Findings:
    agency = table["agency_id"][kept]
    # an empty id names the agency where there is only one
    known = set(agencies) if len(set(agencies.values())) == 1 else set(agencies) - {""}
    stray = np.array([bool(agencies) and text not in known for text in agency], dtype=bool)
    names = routes[["agency", "short", "long", "type"]]
    named = ((names["short"] != "") | (names["long"] != "")).to_numpy()
    return (
        *_about(table, kept, stray, _STRAY_AGENCY),
        *_about(table, kept, routes["type"].to_numpy() == UNKNOWN_TYPE, _UNKNOWN_TYPE),
        *_about(table, kept, ~named, _NAMELESS),
        *_about(table, kept, named & names.duplicated().to_numpy(), _NAMESAKE),
        *_about(table, kept, named & (names["short"] == names["long"]).to_numpy(), _SAME_NAMES),
    )


def _about(
    table: Table, kept: NDArray[np.intp], rows: NDArray[np.bool_], message: tuple[str, str, str]
) -> Findings:
    if not rows.any():
        return ()
    place = kept[int(np.argmax(rows))]
    severity, template, remedy = message
    values = {"count": int(rows.sum()), "id": str(table["route_id"][place])}
    return (Finding(severity, "routes.txt", int(table.line[place]), template, values, remedy),)


_STRAY_AGENCY = (
    "warning",
    tr("Lines without an agency in agency.txt: {count}, such as line '{id}'."),
    tr("Nothing; these lines may lack an operator."),
)
_UNKNOWN_TYPE = (
    "error",
    tr("Lines without a number as route_type: {count}, such as line '{id}'."),
    tr("They were taken as mode 'other'; correct route_type."),
)
_NAMELESS = (
    "warning",
    tr("Lines without a name: {count}, such as line '{id}'."),
    tr("Nothing; they are shown by their id."),
)
_NAMESAKE = (
    "note",
    tr("Lines with the names and type of another line: {count}, such as line '{id}'."),
    tr("Nothing, if they are separate lines; results by line name would join them."),
)
_SAME_NAMES = (
    "note",
    tr("Lines with the same short and long name: {count}, such as line '{id}'."),
    tr("Nothing; the name is shown once."),
)
