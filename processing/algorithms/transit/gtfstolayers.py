"""A timetable feed as map layers."""

from __future__ import annotations

from ... import feeds
from ... import parameters as p
from ...algorithm import Algorithm
from ...i18n import tr
from ...subjects import lineclasses
from ...subjects.servicedays import feed_of_day, window_of

SERVED = ("dep_n", "demand_n", "line_n", "line_list", "modes")
STOPS = ("stop_id", "stop_name", "platform", "area_id", "area_name", "stop_no", *SERVED)
AREAS = ("area_id", "area_name", "stop_no", "stops", *SERVED)
LINES = (
    *("line_id", "line_no", "line_name", "operator", "mode", "route_type", "line_class"),
    *("line_type", "direction", "trips", "way_share", "drawn", "length_km"),
)
SEGMENTS = ("from_id", "from_name", "to_id", "to_name", "trips", "per_hour", "demand_n", "line_n")
SEGMENTS = (*SEGMENTS, "drawn")


class GtfsToLayers(Algorithm):
    """Make layers of stops, stop areas, lines and segments from a timetable."""

    label = tr("Timetable to layers (GTFS)")
    summary = tr(
        "Makes map layers of a timetable: stops and stop areas with their departures and lines, "
        "each line and direction by its most common way, and the segments between stops with "
        "trips per hour."
    )
    keywords = ("GTFS", "timetable", "tidtabell", "hållplatser", "linjenät", "linjeklass", "routes")
    references = ("GTFS Schedule reference. https://gtfs.org/documentation/schedule/reference",)
    example = (
        "qgis_process run samplan:gtfstolayers FEED=otraf.zip DATE=2026-10-06 STOPS=stops.gpkg "
        "LINES=lines.gpkg SEGMENTS=segments.gpkg WINDOW=06-09"
    )
    styles = {"STOPS": "stops.qml", "AREAS": "stops.qml", "SEGMENTS": "segments.qml"}
    explanations = {
        "AREA": tr("Only trips that call inside, from end to end. Empty: the whole timetable."),
        "WINDOW": tr("For the trips per hour of the segments; 24-26 is the night after."),
        "SEGMENTS_BETWEEN": tr(
            "area: the platforms of a stop area are one end, and what runs between them is not "
            "drawn; stop: each is."
        ),
        "CLASSES": tr(
            "A CSV file like the plugin's processing/profiles/line_classes.csv: a class and a rule "
            "per line, the first that fits decides. The classes of the plugin's own list are our "
            "own choice."
        ),
        "STOPS": tr("A point for each stop, with what departs on the date:"),
        "AREAS": tr("A point amid the stops of each stop area:"),
        "LINES": tr("A line for each line and direction that runs on the date:"),
        "SEGMENTS": tr("A line from each stop to the next:"),
    }

    def parameters(self):
        area, between = tr("Area of interest"), tr("Segments between")
        csv, own = tr("CSV files (*.csv)"), tr("Own line classes")
        kinds = ("area", "stop")
        points, lines = tr("Stops"), tr("Lines and directions")
        areas, segments = tr("Stop areas"), tr("Segments")
        return [
            p.feed(),
            p.service_date(),
            p.layer("AREA", area, [p.POLYGON], optional=True),
            p.text("WINDOW", tr("Time window"), "06-20"),
            p.choice("SEGMENTS_BETWEEN", between, kinds, "area", advanced=True),
            p.file("CLASSES", own, filter=csv, optional=True, advanced=True),
            p.vector_output("STOPS", points, p.POINT, fields=STOPS),
            p.vector_output("LINES", lines, p.LINE, fields=LINES),
            p.vector_output("AREAS", areas, p.POINT, fields=AREAS, optional=True),
            p.vector_output("SEGMENTS", segments, p.LINE, fields=SEGMENTS, optional=True),
        ]

    def compute(self, inputs):
        from ...subjects.timetablelayers import Layers

        self._classes = lineclasses.read(inputs.file("CLASSES"))
        window = window_of(inputs, "WINDOW")
        feed, day = feed_of_day(inputs, shapes=True)
        layers = Layers(inputs, feeds.clipped(inputs, feed, "AREA"), day)
        results = {
            "STOPS": layers.stops()[[*STOPS, "geometry"]],
            "LINES": layers.lines(self._classes)[[*LINES, "geometry"]],
        }
        if inputs.given("AREAS"):
            results["AREAS"] = layers.areas()[[*AREAS, "geometry"]]
        if inputs.given("SEGMENTS"):
            found = layers.segments(window, inputs.choice("SEGMENTS_BETWEEN"))
            results["SEGMENTS"] = found[[*SEGMENTS, "geometry"]]
        return results

    def run_styles(self):
        return {"LINES": lineclasses.style(self._classes, "lines.qml")} if self._classes else {}
