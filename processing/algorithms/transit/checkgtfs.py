"""Check of a timetable feed."""

from __future__ import annotations

from ... import feeds
from ... import parameters as p
from ...algorithm import Algorithm
from ...i18n import tr
from ...subjects.servicedays import type_name

FINDINGS = ("severity", "gtfs_file", "gtfs_row", "finding", "remedy")
DAYS = ("date", "day_name", "trips", "day_type")


class CheckGtfs(Algorithm):
    """Look a timetable feed over: findings, trips per day, and dates with normal traffic."""

    label = tr("Check timetable (GTFS)")
    summary = tr(
        "Looks a timetable over before it is used: what is wrong or doubtful and what to do about "
        "it, the trips of each day as a calendar, and which dates have normal traffic."
    )
    keywords = ("GTFS", "timetable", "tidtabell", "kontroll", "preflight", "validator", "Trafiklab")
    references = (
        "GTFS Schedule reference. https://gtfs.org/documentation/schedule/reference",
        "Trafiklab, GTFS Regional and GTFS Sverige. https://www.trafiklab.se/api/gtfs-datasets",
    )
    example = "qgis_process run samplan:checkgtfs FEED=otraf.zip REPORT=check.html"
    explanations = {
        "AREA": tr("Stops outside are pointed out. Empty: the feed is looked at by itself."),
        "STREETS": tr("Stops more than 100 m from all of them are pointed out; our own choice."),
        "REPORT": tr("A page with all that was found; it can be printed."),
        "FINDINGS": tr("A row per finding, the gravest first:"),
        "DAYS": tr("A row per day of the timetable:"),
    }

    def parameters(self):
        page, streets = tr("HTML files (*.html)"), tr("Streets and paths")
        days = tr("Trips per day")
        return [
            p.feed(),
            p.layer("AREA", tr("Area of interest"), [p.POLYGON], optional=True),
            p.layer("STREETS", streets, [p.LINE], optional=True),
            p.file_output("REPORT", tr("Timetable check"), filter=page),
            p.table_output("FINDINGS", tr("Findings"), fields=FINDINGS, optional=True),
            p.table_output("DAYS", days, fields=DAYS, optional=True),
            p.number_result("ERRORS", tr("Errors")),
            p.number_result("WARNINGS", tr("Warnings")),
            p.text_result("WEEKDAY", tr("Normal weekday")),
            p.text_result("SATURDAY", tr("Normal Saturday")),
            p.text_result("SUNDAY", tr("Normal Sunday")),
        ]

    def compute(self, inputs):
        from ...reports.timetable import page

        feed = inputs.feed("FEED", shapes=True)
        found = _check(inputs, feed)
        severities = [each.severity for each in found.findings]
        normal = {kind: str(day) for kind, day in found.normal.items()}
        for kind, day in normal.items():
            inputs.tell(f"{type_name(kind)}: {day}")
        return {
            "REPORT": page(feed, found, made_by=self.label),
            "FINDINGS": _findings(found.findings),
            "DAYS": _days(found),
            "ERRORS": severities.count("error"),
            "WARNINGS": severities.count("warning"),
            **{kind.upper(): normal.get(kind, "") for kind in ("weekday", "saturday", "sunday")},
        }


def today():
    """Return the date of the run: a timetable of other dates is pointed out."""
    from datetime import date

    return date.today()


def _check(inputs, feed):
    import shapely

    from ...methods.transit.check import check_feed
    from ...methods.transit.findings import SEVERITIES
    from ...methods.transit.offstreet import off_street

    area, streets = inputs.frame("AREA"), inputs.frame("STREETS")
    points = feeds.stop_points(inputs, feed)
    zone = None if area is None else shapely.union_all(area.geometry.to_numpy())
    found = check_feed(feed, area=zone, points=None if zone is None else points, today=today())
    if streets is None:
        return found
    lost = off_street(feed.stops, points, streets.geometry.to_numpy())
    findings = sorted(
        [*found.findings, *lost], key=lambda finding: SEVERITIES.index(finding.severity)
    )
    return found._replace(findings=tuple(findings))


def _findings(findings):
    import pandas as pd

    rows = [
        (each.severity, each.file, each.row, feeds.said(each), tr(each.remedy)) for each in findings
    ]
    table = pd.DataFrame(rows, columns=list(FINDINGS))
    return table.astype({"gtfs_row": float})


def _days(found):
    types = {day: kind for kind, day in found.normal.items()}
    return found.days.assign(
        day_type=[types.get(day) for day in found.days["date"].dt.date],
        date=found.days["date"].dt.strftime("%Y-%m-%d"),
    ).rename(columns={"weekday": "day_name"})[list(DAYS)]
