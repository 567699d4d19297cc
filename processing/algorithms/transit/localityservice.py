"""Public transport of localities."""

from __future__ import annotations

from ... import parameters as p
from ...algorithm import Algorithm
from ...i18n import tr
from ...outputs import Extended

FIELDS = (
    *("dep_wd", "dep_sat", "dep_sun", "wkend_dep", "dem_n", "dbl_trips", "int_min", "first_dep"),
    *("last_dep", "span_h", "eve_dep", "pt_lines", "pt_dests", "pt_node"),
    *("ctr_name", "ctr_dep", "ctr_ret", "ctr_dbl", "ctr_min", "ctr_last"),
)
ROW = ("loc_code", "loc_name", "day_type", "window")


class LocalityService(Algorithm):
    """Add the public transport of each locality, each trip counted once."""

    label = tr("Public transport of localities")
    summary = tr(
        "Adds unique departures on weekdays, Saturdays and Sundays to each locality - a trip that "
        "calls at five of its stops counts once - with span, evening and weekend service, lines, "
        "direct destinations, trips and fastest direct ride to named centres, and whether it is a "
        "node of public transport."
    )
    keywords = ("turutbud", "dubbelturer", "kollektivtrafiknod", "GTFS", "departures", "timetable")
    references = (
        "Region Dalarna, regional spatial strategy: criteria for nodes of public transport.",
        "GTFS Schedule reference. https://gtfs.org/documentation/schedule/reference",
    )
    example = (
        "qgis_process run samplan:localityservice LOCALITIES=localities.gpkg FEED=gtfs.zip "
        "CENTRES='Linköping, Norrköping' OUTPUT=localities_transit.gpkg"
    )
    styles = {"OUTPUT": "localityservice.qml"}
    explanations = {
        "CENTRES": tr(
            "Names or codes of localities, with commas between. Empty: the locality with most "
            "calls at stops."
        ),
        "BUFFER": tr(
            "A stop this near belongs to the nearest locality. The distance is our own choice: "
            "stops often lie on the main road beside the houses."
        ),
        "WINDOWS": tr(
            "For the tables; the fields have their own: the whole day, 06-20 for the interval and "
            "from 18 for the evening."
        ),
        "OUTPUT": tr(
            "The localities with these fields added. Averages where a day type has several dates; "
            "hours past 24 are of the night after:"
        ),
        "SERVICE": tr("A row per locality, day type and time window:"),
        "TOWARDS": tr("A row per locality, centre, day type and time window:"),
    }

    def parameters(self):
        service = (*ROW, "dep_n", "arr_n", "dbl_trips", "dem_n", "pt_lines", "pt_dests")
        service += ("first_dep", "last_dep", "int_min")
        towards = (*ROW, "ctr_name", "dep_n", "ret_n", "dbl_trips", "first_dep", "last_dep")
        towards += ("last_ret", "ctr_min")
        named, name = tr("Centres"), tr("Locality name")
        result, near = tr("Localities with public transport"), tr("Stops counted outside")
        return [
            p.localities(),
            p.field("NAME", name, of="LOCALITIES", default="loc_name"),
            p.field("CODE", tr("Locality code"), of="LOCALITIES", default="loc_code"),
            p.feed(),
            p.text("CENTRES", named, optional=True),
            p.distance("BUFFER", near, 100),
            p.service_days(),
            p.service_dates(),
            p.service_windows("06-09, 09-15, 15-18, 18-24"),
            p.vector_output("OUTPUT", result, p.POLYGON, fields=FIELDS),
            p.table_output("SERVICE", tr("Service by window"), fields=service, optional=True),
            p.table_output("TOWARDS", tr("Service to centres"), fields=towards, optional=True),
        ]

    def compute(self, inputs):
        from ...methods.transit.offer import locality_offer
        from ...subjects.servicedays import days_of, windows_of
        from ...subjects.stopplaces import centres_of, localities_of_stops, with_names

        inputs.require("CODE")
        frame = inputs.frame("LOCALITIES", keep_missing=True, name="NAME", code="CODE")
        feed = inputs.feed("FEED")
        locality = localities_of_stops(inputs, feed, frame, buffer=inputs.number("BUFFER"))
        days = days_of(inputs, feed)
        # dates of the user's own say nothing of the day types that are not among them
        asked = () if inputs.text("DATES") else inputs.choices("DAYS")
        offer = locality_offer(
            feed,
            locality,
            days,
            windows_of(inputs),
            localities=len(frame),
            centres=centres_of(inputs, feed, locality, frame),
            still=[day for day in asked if day not in days],
            progress=inputs.progress,
        )
        return {
            "OUTPUT": Extended("LOCALITIES", offer.fields),
            "SERVICE": with_names(offer.service, frame),
            "TOWARDS": with_names(offer.towards, frame),
        }
