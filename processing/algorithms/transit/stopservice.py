"""Service of stops and stop areas."""

from __future__ import annotations

from ... import feeds
from ... import parameters as p
from ...algorithm import Algorithm
from ...i18n import tr
from ...subjects import stopboard
from ...subjects.servicedays import days_of, windows_of

MEASURES = ("dep_n", "demand_n", "line_n", "int_min", "int_sq", "gap_mean", "gap_min", "gap_max")
MEASURES = (*MEASURES, "wait_max", "first_dep", "last_dep", "hours_sh")
PLACE = ("place_id", "place_name", "stop_no")
EVENTS = ("departure", "arrival", "call")
SPLIT = ("line_no", "direction", "mode")
TABLE = (*PLACE, *SPLIT, "day_type", "window", *MEASURES)


class StopService(Algorithm):
    """Measure the service of each stop or stop area, for several windows and day types at once."""

    label = tr("Service of stops (GTFS)")
    summary = tr(
        "Counts and times the departures of each stop or stop area, for several time windows and "
        "day types at once: departures, lines, mean interval by both definitions, gaps, first and "
        "last departure and hours served; also by line, direction and mode."
    )
    keywords = ("GTFS", "headway", "turtäthet", "avgångar", "hållplats", "intervall", "frequency")
    references = (
        "PTV Visum, user manual, Headway calculation. https://cgi.ptvgroup.com/vision-help",
        "OeVGK18 generator. https://github.com/public-transport-quality-grades/oevgk18-generator",
    )
    example = (
        "qgis_process run samplan:stopservice FEED=otraf.zip WINDOWS='06-20, 06-09' DAYS=weekday "
        "DAYS=sunday OUTPUT=stops.gpkg"
    )
    styles = {"OUTPUT": "stops.qml"}
    explanations = {
        "BY": tr("area: the stops of a stop area together; stop: each by itself."),
        "AREA": tr("Only trips that call inside, from end to end. Empty: the whole timetable."),
        "SPLIT": tr("What the table counts by itself at each stop."),
        "EVENT": tr(
            "departure: calls where one can board; arrival: calls where one can alight; call: all."
        ),
        "SQUARED": tr(
            "wait: twice the mean wait of one who comes at any time; oevgk18: as the generator of "
            "the ÖV-Güteklassen 2018 reckons it."
        ),
        "OUTPUT": tr(
            "A point for each stop or stop area, with fields for each day type and time window: "
            "wd, sa or su for weekday, Saturday and Sunday, the window's number, and dep, dem, "
            "line, int, sqi, gap, first, last or hours for the measures below, such as wd1_dep. "
            "With dates of one's own only day types among them have fields."
        ),
        "TABLE": tr("A row for each stop, split, day type and time window:"),
    }

    def parameters(self):
        area, windows = tr("Area of interest"), "06-20, 06-09, 15-18, 18-24"
        splits, rules = ("line", "direction", "mode"), ("wait", "oevgk18")
        split, squared = tr("Table by"), tr("Rule of the squared interval")
        output, table = tr("Stops with service"), tr("Service by line and direction")
        wide = tuple(stopboard.WIDE.values())
        return [
            p.feed(),
            p.choice("BY", tr("Stops or stop areas"), ("area", "stop"), "area"),
            p.service_days(),
            p.service_dates(),
            p.service_windows(windows),
            p.layer("AREA", area, [p.POLYGON], optional=True),
            p.choice("SPLIT", split, splits, ["line", "direction"], several=True),
            p.choice("EVENT", tr("What is counted"), EVENTS, "departure", advanced=True),
            p.choice("SQUARED", squared, rules, "wait", advanced=True),
            p.vector_output("OUTPUT", output, p.POINT, fields=(*PLACE, *wide)),
            p.table_output("TABLE", table, fields=TABLE, optional=True),
        ]

    def compute(self, inputs):
        windows, by = windows_of(inputs), inputs.choice("BY")
        feed = inputs.feed("FEED")
        days = days_of(inputs, feed)
        feed = feeds.clipped(inputs, feed, "AREA")
        types = list(days) if inputs.text("DATES") else inputs.choices("DAYS")
        self._fields = types, list(windows)
        places = stopboard.places(inputs, feed, by)
        found = stopboard.wide(_service(inputs, feed, days, windows, ()), *self._fields)
        results = {"OUTPUT": places.join(found)}
        if inputs.given("TABLE"):
            split = _service(inputs, feed, days, windows, inputs.choices("SPLIT"))
            table = stopboard.named(split, feed).join(places[list(PLACE)], on="place")
            results["TABLE"] = table[[name for name in TABLE if name in table]]
        return results

    def run_styles(self):
        return {"OUTPUT": stopboard.style("stops.qml", *self._fields)} if self._fields else {}


def _service(inputs, feed, days, windows, split):
    from ...methods.transit.service import stop_service

    found = stop_service(
        feed,
        days,
        windows,
        by=inputs.choice("BY"),
        split=split,
        event=inputs.choice("EVENT"),
        squared=inputs.choice("SQUARED"),
        progress=inputs.progress,
    )
    return stopboard.coded(found)
