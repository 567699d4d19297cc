"""The files of a scenario: those of the feed, with what the edits changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..calendar import WEEKDAYS, Dates, weekday
from ..tables import read_header
from .draft import Draft, next_rows
from .original import REFERENCES, Original
from .texts import line_of, new_table, write_texts

Bools = NDArray[np.bool_]

SHAPES = ("shape_id", "shape_pt_lat", "shape_pt_lon", "shape_pt_sequence")
DATES = ("service_id", "date", "exception_type")


def changed_files(original: Original, draft: Draft, *, scenario: str) -> dict[str, bytes]:
    """Write the small files that a scenario changes.

    Parameters
    ----------
    original : Original
        The feed.
    draft : Draft
        The timetable after the edits.
    scenario : str
        Its name, which ``feed_version`` tells.

    Returns
    -------
    dict
        Content by file name; files that stay as they are are left out. Rows of other files that
        refer to stops, lines or trips that are gone are left out; new services are written in
        the way of the feed. stop_times.txt and shapes.txt are written by `calls.rewritten` and
        `new_shapes`.

    Examples
    --------
    >>> import io, zipfile
    >>> from samplan.processing.methods.transit.archive import open_archive
    >>> from samplan.processing.methods.transit.village import FILES
    >>> from samplan.processing.methods.transit.scenario.original import read_original
    >>> from samplan.processing.methods.transit.scenario.draft import without_trips
    >>> content = io.BytesIO()
    >>> with zipfile.ZipFile(content, "w") as feed:
    ...     for name, text in FILES.items():
    ...         feed.writestr(name, text)
    >>> archive = open_archive(content.getvalue())
    >>> original = read_original(archive)
    >>> draft = without_trips(original.draft, np.array([0]))
    >>> sorted(changed_files(original, draft, scenario="fewer"))
    ['feed_info.txt', 'trips.txt']
    """
    frames = {
        "stops.txt": draft.stops,
        "routes.txt": draft.routes,
        "trips.txt": draft.trips,
        "frequencies.txt": draft.frequencies,
        **_services(original, draft),
        **_references(original, draft),
    }
    written = {
        file: write_texts(original.tables.get(file) or new_table(list(frame.columns)), frame)
        for file, frame in frames.items()
    }
    old = {file: table.raw for file, table in original.tables.items()}
    changed = {file: raw for file, raw in written.items() if raw != old.get(file, b"")}
    if not _is_same(original.draft, draft):
        changed.update(_versions(original, scenario))
    return changed


def _is_same(old: Draft, new: Draft) -> bool:
    return new.calls is old.calls and new.trips is old.trips and new.stops is old.stops


def new_shapes(original: Original, draft: Draft, head: bytes = b"") -> Iterator[bytes]:
    r"""Write what is to be added to shapes.txt, in the columns of the file.

    Parameters
    ----------
    original : Original
        The feed.
    draft : Draft
        The timetable after the edits.
    head : bytes
        First line of shapes.txt; where there is no such file its first line is written too.

    Returns
    -------
    iterator of bytes
        One line per point. Distances along the shape are left empty.

    Examples
    --------
    >>> from samplan.processing.methods.transit.scenario.apply import apply_edits
    >>> from samplan.processing.methods.transit.scenario.edits import read_edits
    >>> import io, zipfile
    >>> from samplan.processing.methods.transit.archive import open_archive
    >>> from samplan.processing.methods.transit.scenario.original import read_original
    >>> from samplan.processing.methods.transit.village import FILES
    >>> content = io.BytesIO()
    >>> with zipfile.ZipFile(content, "w") as feed:
    ...     for name, text in FILES.items():
    ...         feed.writestr(name, text)
    >>> original = read_original(open_archive(content.getvalue()))
    >>> row = {"action": "reroute", "route": "1", "stops": "Kyrkan;Torget", "direction": 0}
    >>> draft, _ = apply_edits(original.draft, read_edits([row], table="edits"))
    >>> lines = list(new_shapes(original, draft, b"shape_id,shape_pt_sequence"))
    >>> lines[0], len(lines)
    (b'way-s1,1\n', 4)
    """
    header = read_header(head.rstrip(b"\r\n"), "shapes.txt", ()) if head else SHAPES
    if not head:
        yield line_of(header)
    used = set(draft.trips["shape_id"]) if "shape_id" in draft.trips else set()
    for name, way in draft.ways.items():
        if name not in original.draft.ways and name in used:
            for number, (lon, lat) in enumerate(way.tolist(), start=1):
                cells = dict(zip(SHAPES, (name, f"{lat:.6f}", f"{lon:.6f}", str(number))))
                yield line_of([cells.get(column, "") for column in header])


def _services(original: Original, draft: Draft) -> dict[str, pd.DataFrame]:
    """Add the new services to calendar.txt and calendar_dates.txt, in the way of the feed."""
    used = set(draft.trips["service_id"])
    new = {
        text: active
        for text, active in draft.services.items()
        if text not in original.draft.services and text in used
    }
    if not new:
        return {}
    weeks, frames = original.tables.get("calendar.txt"), {}
    weekly = weeks is not None and (weeks.frame[list(WEEKDAYS)] == "1").any(axis=None)
    exceptions = []
    rows = []
    for text, active in new.items():
        flags = _usual_week(draft.dates, active) if weekly else np.zeros(7, dtype=bool)
        rows.append(_week(text, draft.dates, active, flags))
        exceptions += _exceptions(text, draft.dates, active, flags)
    if weeks is not None:
        frames["calendar.txt"] = _appended(weeks.frame, rows)
    table = original.tables.get("calendar_dates.txt") or new_table(DATES)
    base = table.frame if len(table.frame.columns) else new_table(DATES).frame
    if exceptions:
        frames["calendar_dates.txt"] = _appended(base, exceptions)
    return frames


def _usual_week(dates: Dates, active: Bools) -> Bools:
    """Days of the week on which most dates of the service's period are served."""
    served = np.flatnonzero(active)
    within = slice(served[0], served[-1] + 1)
    day = weekday(dates[within])
    share = np.bincount(day, active[within], 7) / np.maximum(np.bincount(day, minlength=7), 1)
    result: Bools = share > 0.5
    return result


def _week(text: str, dates: Dates, active: Bools, flags: Bools) -> dict[str, str]:
    served = dates[active]
    days = dict(zip(WEEKDAYS, np.where(flags, "1", "0").tolist()))
    bounds = {"start_date": _compact(served[0]), "end_date": _compact(served[-1])}
    return {"service_id": text, **days, **bounds}


def _exceptions(text: str, dates: Dates, active: Bools, flags: Bools) -> list[dict[str, str]]:
    served = np.flatnonzero(active)
    within = np.arange(served[0], served[-1] + 1)
    usual = flags[weekday(dates[within])]
    odd = within[usual != active[within]]
    return [
        {
            "service_id": text,
            "date": _compact(dates[place]),
            "exception_type": "1" if active[place] else "2",
        }
        for place in odd.tolist()
    ]


def _compact(day: np.datetime64) -> str:
    return str(day).replace("-", "")


def _appended(frame: pd.DataFrame, rows: list[dict[str, str]]) -> pd.DataFrame:
    new = pd.DataFrame(rows, dtype=object, index=pd.Index(next_rows(frame, len(rows))))
    return pd.concat([frame, new.reindex(columns=frame.columns)]).fillna("")


def _references(original: Original, draft: Draft) -> dict[str, pd.DataFrame]:
    """Leave out the rows of other files that refer to what is gone."""
    old = original.draft
    gone = {
        "stop_id": set(old.stops["stop_id"]) - set(draft.stops["stop_id"]),
        "route_id": set(old.routes["route_id"]) - set(draft.routes["route_id"]),
        "trip_id": set(old.trips["trip_id"]) - set(draft.trips["trip_id"]),
    }
    kept = {}
    for file, columns in REFERENCES.items():
        if file in original.tables:
            frame = original.tables[file].frame
            lost = np.zeros(len(frame), dtype=bool)
            for kind, names in columns.items():
                for name in names:
                    if name in frame:
                        lost |= frame[name].isin(gone[kind]).to_numpy()
            kept[file] = frame[~lost]
    return kept


def _versions(original: Original, scenario: str) -> Mapping[str, bytes]:
    """Tell in feed_info.txt that this is a scenario."""
    table = original.tables.get("feed_info.txt")
    words = f"scenario {scenario}".strip()
    if table is not None and len(table.frame):
        frame = table.frame.copy()
        old = frame.get("feed_version", pd.Series("", index=frame.index))
        frame["feed_version"] = [f"{text} {words}".strip() for text in old]
        return {"feed_info.txt": write_texts(table, frame)}
    agency = original.tables.get("agency.txt")
    first = {} if agency is None or not len(agency.frame) else agency.frame.iloc[0].to_dict()
    row = {
        "feed_publisher_name": first.get("agency_name") or "Samplan",
        "feed_publisher_url": first.get("agency_url") or "https://gtfs.org",
        "feed_lang": first.get("agency_lang") or "mul",
        "feed_version": words,
    }
    return {"feed_info.txt": write_texts(new_table(list(row)), pd.DataFrame([row]))}
