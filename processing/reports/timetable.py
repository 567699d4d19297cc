"""The page of a timetable's preflight: dates, calendar, contents and findings."""

from __future__ import annotations

from .. import feeds
from ..i18n import tr
from ..presentation import version
from ..subjects.servicedays import type_name
from . import html
from .calendars import YEARS, calendar
from .words import number


def page(feed, found, *, made_by):
    """Return the page.

    Parameters
    ----------
    feed : Feed
    found : FeedCheck
    made_by : str
        Name of the tool.
    """
    days = dict(zip(found.days["date"].dt.date, found.days["trips"].tolist()))
    lede = tr("No trip runs on any date.")
    if days:
        words = tr("Timetable for {first} to {last}: {trips} trips of {lines} lines.")
        lede = words.format(
            first=min(days),
            last=max(days),
            trips=number(len(feed.trips), 0),
            lines=number(len(feed.routes), 0),
        )
    title = tr("Timetable check: {feed}").format(feed=feed.name)
    parts = [_dates(found, days), _findings(found), _contents(feed)]
    words = tr("Made by Samplan {version}, {tool}, from '{feed}'.")
    foot = words.format(version=version(), tool=made_by, feed=feed.name)
    return html.page(title, *parts, lede=lede, foot=foot)


def severity_name(severity):
    """Return a severity in the user's language."""
    return {"error": tr("error"), "warning": tr("warning"), "note": tr("note")}[severity]


def _dates(found, days):
    rows = [(type_name(kind), day, number(days[day], 0)) for kind, day in _by_type(found.normal)]
    header = (tr("Type of day"), tr("Date with normal traffic"), tr("Trips"))
    chart = calendar(days, title=tr("Trips per day"), marked=[row[1] for row in rows])
    note = tr(
        "The date with the most trips of its kind, so neither a holiday nor a school break; it has "
        "an orange frame. Weekdays are Tuesday to Thursday."
    )
    if len({day.year for day in days}) > YEARS:
        note += " " + tr("Only the first {years} years are drawn.").format(years=YEARS)
    return html.section(
        tr("Which date to use"),
        html.table(header, rows, numeric=(2,)),
        html.paragraph(note, "note"),
        html.tag("h3", tr("Trips per day")),
        chart,
    )


def _by_type(normal):
    order = ("weekday", "saturday", "sunday")
    return [(kind, normal[kind]) for kind in order if kind in normal]


def _findings(found):
    if not found.findings:
        return html.section(tr("Findings"), html.paragraph(tr("Nothing odd was found.")))
    rows = [
        (
            severity_name(each.severity),
            each.file if each.row is None else f"{each.file}:{each.row}",
            feeds.said(each),
            tr(each.remedy),
        )
        for each in found.findings
    ]
    header = (tr("Severity"), tr("File and line"), tr("Finding"), tr("What to do"))
    note = tr(
        "Error: something was left out. Warning: doubtful. Note: harmless, but worth knowing."
    )
    return html.section(tr("Findings"), html.table(header, rows), html.paragraph(note, "note"))


def _contents(feed):
    from ..methods.transit.routetypes import MODES

    modes = feed.routes["mode"].to_numpy()
    trips = modes[feed.trips["route"].to_numpy()]
    names = mode_names()
    by_mode = [
        (names[name], number((modes == i).sum(), 0), number((trips == i).sum(), 0))
        for i, name in enumerate(MODES)
        if (modes == i).any()
    ]
    counts = [
        (tr("Stops"), len(feed.stops)),
        (tr("Stop areas"), feed.stops["area"].nunique()),
        (tr("Calls"), len(feed.stop_times)),
        (tr("Lines on demand"), feed.routes["on_demand"].sum()),
        (tr("School lines"), feed.routes["school"].sum()),
    ]
    return html.section(
        tr("What the timetable holds"),
        html.table((tr("Mode"), tr("Lines"), tr("Trips")), by_mode, numeric=(1, 2)),
        html.table(("", tr("Number")), [(n, number(c, 0)) for n, c in counts], numeric=(1,)),
    )


def mode_names():
    """Return the modes' names in the user's language, by their word."""
    return {
        "rail": tr("train"),
        "metro": tr("metro"),
        "tram": tr("tram"),
        "bus": tr("bus"),
        "ferry": tr("ferry"),
        "taxi": tr("taxi"),
        "other": tr("other"),
    }
