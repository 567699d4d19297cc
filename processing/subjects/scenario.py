"""A timetable scenario from the user's layers and tables: edits, result, check and supply."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingUtils
from qgis.PyQt.QtCore import QTime

from .. import feeds, sources
from ..i18n import tr
from ..methods.errors import InputError
from . import lineclasses, scenariofiles, servicedays

STOP_FIELDS = ("stop_id", "stop_name")


@dataclass(frozen=True)
class Scenario:
    """A finished scenario: the archive in a temporary place, and what is told of it."""

    path: str
    before: object
    after: object
    log: object
    edits: list
    days: dict
    new_lines: frozenset
    changed_lines: frozenset


def build(inputs):
    """Read the feed and the edits, carry them out and check the result.

    Returns
    -------
    Scenario
    """
    from ..methods.progress import part
    from ..methods.transit.archive import open_archive
    from ..methods.transit.feed import read_feed
    from ..methods.transit.scenario.apply import apply_edits
    from ..methods.transit.scenario.newline import Plan
    from ..methods.transit.scenario.original import read_original

    path = scenariofiles.path_of(inputs, "FEED")
    before = inputs.feed("FEED", shapes=True)
    archive = open_archive(path)
    edits = _listed(inputs, before)
    original = read_original(archive, progress=part(inputs.progress, 0.1, 0.3))
    period = _period(inputs, before, original.draft.dates)
    plan = Plan(within=inputs.number("WITHIN"), detour=inputs.number("DETOUR"))
    inputs.feedback.setProgressText(tr("Carrying out {count} edits").format(count=len(edits)))
    draft, log = apply_edits(
        original.draft, edits, period=period, plan=plan, progress=part(inputs.progress, 0.3, 0.5)
    )
    _warn_of_idle(inputs, edits, log)
    written = QgsProcessingUtils.generateTempFilename("scenario.zip")
    Path(written).parent.mkdir(parents=True, exist_ok=True)
    name = inputs.text("SCENARIO")
    scenariofiles.write(
        written, archive, original, draft, scenario=name, progress=part(inputs.progress, 0.5, 0.8)
    )
    after = read_feed(written, shapes=True, progress=part(inputs.progress, 0.8, 1.0))
    old, new = (set(each.routes["route_id"]) for each in (original.draft, draft))
    changed = frozenset(log["route_id"]) & new
    days = _days(inputs, before, period)
    new_lines = frozenset(new - old)
    return Scenario(written, before, after, log, edits, days, new_lines, changed - new_lines)


def new_findings(inputs, scenario):
    """Tell what the check finds in the scenario and not in the timetable before; counts it."""
    from ..methods.transit.check import check_feed

    known = {_kind(each): _count(each) for each in check_feed(scenario.before).findings}
    found = [
        each
        for each in check_feed(scenario.after).findings
        if _count(each) > known.get(_kind(each), 0)
    ]
    for each in found:
        say = inputs.tell if each.severity == "note" else inputs.warn
        say(tr("New in the scenario: {finding}").format(finding=feeds.told(each)))
    if not found:
        inputs.tell(tr("The check finds nothing in the scenario that was not there before."))
    return len(found)


def log_table(scenario):
    """Return a row for each change: by which edit, what, and how it was and is."""
    import pandas as pd

    log, edits = scenario.log, scenario.edits
    names = _names(scenario)
    chosen = [edits[place] for place in log["edit"]] if edits else []
    return pd.DataFrame(
        {
            "edit_table": pd.Series([each.table for each in chosen], dtype=object),
            "edit_row": pd.Series([each.row for each in chosen], dtype=float),
            "action": pd.Series([each.action for each in chosen], dtype=object),
            "change": log["kind"],
            "line_id": log["route_id"],
            "line_no": log["route_id"].map(names).fillna(""),
            "trip_id": log["trip_id"],
            "stop_id": log["stop_id"],
            "before": log["before"],
            "after": log["after"],
        }
    )


def supply_table(scenario, *, name, detour):
    """Return vehicle-kilometres and vehicle-hours by line and day type, before and after."""
    from ..methods.transit.scenario.supply import compared_supply, line_supply

    before, after = (
        line_supply(feed, scenario.days, detour=detour)
        for feed in (scenario.before, scenario.after)
    )
    table = compared_supply(before, after)
    long = {}
    for feed in (scenario.before, scenario.after):
        long.update(zip(feed.routes["route_id"], feed.routes["long"]))
    return table.assign(
        scenario=name,
        line_id=table["route_id"],
        line_no=table["route_id"].map(_names(scenario)),
        line_name=table["route_id"].map(long),
    )


def line_layer(inputs, scenario):
    """Return the new and changed lines by direction, as they run on the normal days."""
    import geopandas
    import pandas as pd

    from .timetablelayers import Layers

    feed = _only(scenario.after, scenario.new_lines | scenario.changed_lines)
    parts = []
    for (day,) in scenario.days.values():
        if feed.runs_on(day).any():
            parts.append(Layers(inputs, feed, day).lines(lineclasses.read()))
    if not parts:
        return _no_lines(inputs)
    lines = pd.concat(parts, ignore_index=True).drop_duplicates(["line_id", "direction"])
    is_new = lines["line_id"].isin(scenario.new_lines)
    kinds = is_new.map({True: "new", False: "changed"})
    return geopandas.GeoDataFrame(lines.assign(change=kinds)).reset_index(drop=True)


def _no_lines(inputs):
    import geopandas
    import shapely

    inputs.tell(tr("No line is new or changed."))
    text, number = ("line_id", "line_no", "line_name", "mode", "change"), ("direction", "trips")
    empty = {name: [""] for name in text} | {name: [0.0] for name in (*number, "length_km")}
    return geopandas.GeoDataFrame(empty, geometry=[shapely.LineString([(0, 0), (1, 1)])]).iloc[:0]


def _only(feed, lines):
    """Return a feed with the trips of some lines only."""
    from dataclasses import replace

    import numpy as np

    wanted = feed.routes["route_id"].isin(lines).to_numpy()
    rows = np.flatnonzero(wanted[feed.trips["route"].to_numpy()])
    trips = feed.trips.iloc[rows].reset_index(drop=True)
    return replace(feed, trips=trips, stop_times=feed.stop_times.of_trips(rows))


def _names(scenario):
    names = {}
    for feed in (scenario.after, scenario.before):
        routes = feed.routes
        short = routes["short"].where(routes["short"] != "", routes["long"])
        names.update(zip(routes["route_id"], short))
    return names


def _listed(inputs, before):
    """Read all edits, checked row by row: stops first, then drawn lines, then the table."""
    from ..methods.transit.scenario.edits import COLUMNS, read_edits

    edits = _stop_edits(inputs, before)
    drawn = _rows(inputs, "NEW_LINES", COLUMNS)
    if drawn is not None:
        rows, shapes = drawn
        ways = [_way(inputs, shape, row) for row, shape in enumerate(shapes, start=1)]
        rows = [{name: each for name, each in row.items() if name != "action"} for row in rows]
        title = inputs.title("NEW_LINES")
        edits += read_edits(rows, table=title, action="new_line", ways=ways)
    listed = _rows(inputs, "EDITS", COLUMNS)
    if listed is not None:
        _check_columns(inputs)
        edits += read_edits(listed[0], table=inputs.title("EDITS"))
    return edits


def _check_columns(inputs):
    """Refuse a table that holds no edits, and point out columns that are not read."""
    from ..methods.transit.scenario.edits import COLUMNS

    if not inputs.present("EDITS", ["action"]):
        raise InputError(
            "The table '{table}' has no column 'action'. Its columns may be: {columns}.",
            table=inputs.title("EDITS"),
            columns=", ".join(COLUMNS),
        )
    known = {each[:10] for each in COLUMNS}
    fields = [each.name() for each in inputs.source("EDITS").fields()]
    others = [each for each in fields if each.lower()[:10] not in known]
    if others:
        words = tr("Columns of '{table}' that are not read: {columns}.")
        inputs.warn(words.format(table=inputs.title("EDITS"), columns=", ".join(others)))


def _stop_edits(inputs, before):
    from ..methods.transit.scenario.edits import read_edits

    found = _rows(inputs, "STOPS", STOP_FIELDS)
    if found is None:
        return []
    known, edits = set(before.stops["stop_id"]), []
    rows, points = found
    for row, (cells, point) in enumerate(zip(rows, points), start=1):
        text = str(cells.get("stop_id") or cells.get("stop_name") or "").strip()
        if not text or point is None or point.is_empty:
            raise InputError(
                "Row {row} of '{table}' needs a point and a 'stop_id' or a 'stop_name'.",
                row=row,
                table=inputs.title("STOPS"),
            )
        action = "move_stop" if text in known else "new_stop"
        place = point.centroid  # of a multipoint with one point
        name = cells.get("stop_name") or text
        values = {"stops": text, "name": name, "lat": place.y, "lon": place.x}
        if action == "move_stop" and not cells.get("stop_name"):
            del values["name"]
        made = read_edits([values], table=inputs.title("STOPS"), action=action)
        edits += [_at_row(each, row) for each in made]
    return edits


def _at_row(edit, row):
    from dataclasses import replace

    return replace(edit, row=row)


def _rows(inputs, name, wanted):
    """Rows of a table or layer by field, and its geometries by longitude and latitude."""
    source = inputs.source(name)
    if source is None:
        return None
    fields = [each.name() for each in source.fields()]
    short = {each[:10] for each in wanted}
    chosen = [each for each in fields if each.lower()[:10] in short]
    degrees = QgsCoordinateReferenceSystem(feeds.WGS84)
    frame = inputs.frame(name, extra=chosen, keep_missing=True, crs=degrees)
    shapes = frame.geometry.tolist() if sources.is_spatial(source) else [None] * len(frame)
    values = frame[chosen].astype(object).rename(columns=str.lower)
    return values.apply(lambda column: column.map(_plain)).to_dict("records"), shapes


def _plain(value):
    """Return a cell as the edits take it: times of day as text, missing values as None."""
    if isinstance(value, QTime):
        return value.toString("HH:mm:ss")
    return None if value is None or value != value else value


def _way(inputs, shape, row):
    """Points of a drawn line, its parts joined."""
    import shapely

    joined = None if shape is None else shapely.line_merge(shape)
    if joined is None or joined.is_empty or joined.geom_type != "LineString":
        raise InputError(
            "Row {row} of '{table}' must be one unbroken line. Join its parts, or draw it anew.",
            row=row,
            table=inputs.title("NEW_LINES"),
        )
    return shapely.get_coordinates(joined)


def _period(inputs, feed, dates):
    """Whether each date of the feed is in the scenario's period; all without one."""
    import numpy as np

    words = inputs.text("PERIOD")
    if not words:
        return np.ones(len(dates), dtype=bool)
    first, last = _bounds(words)
    inside = (dates >= first) & (dates <= last)
    if not feed.calendar.trips[inside].any():
        raise InputError(
            "No trip runs in the period {period}. The timetable is for {first} to {last}.",
            period=words,
            first=str(dates[0]) if len(dates) else "-",
            last=str(dates[-1]) if len(dates) else "-",
        )
    return inside


def _bounds(words):
    """First and last day of a period as the user writes it."""
    import numpy as np

    found = servicedays.PERIOD.fullmatch(words)
    try:
        return sorted(np.datetime64(each, "D") for each in found.groups())
    except (AttributeError, ValueError) as error:  # not written so, or no such day
        raise InputError(
            "'{text}' is no period. Write it as 2025-10-01/2025-10-31.", text=words
        ) from error


def _days(inputs, feed, period):
    """Dates with normal traffic in the period, by day type."""
    from dataclasses import replace

    import numpy as np

    from ..methods.transit.days import normal_dates

    trips = np.where(period, feed.calendar.trips, 0)
    found = normal_dates(replace(feed.calendar, trips=trips))
    for kind, day in found.items():
        inputs.tell(f"{servicedays.type_name(kind)}: {day}")
    inputs.note("DAYS", {kind: str(day) for kind, day in found.items()})
    return {kind: [day] for kind, day in found.items()}


def _warn_of_idle(inputs, edits, log):
    """Say which edits changed nothing."""
    at_work = set(log["edit"])
    for place, each in enumerate(edits):
        if place not in at_work:
            words = tr("Row {row} of '{table}' ({action}) changes nothing.")
            inputs.warn(words.format(row=each.row, table=each.table, action=each.action))


def _kind(finding):
    return finding.severity, finding.file, finding.template


def _count(finding):
    return finding.values.get("count", 1)
