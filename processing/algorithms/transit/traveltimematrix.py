"""Travel times between many places."""

from __future__ import annotations

from ... import parameters as p
from ...algorithm import Algorithm
from ...i18n import tr
from ...subjects import travelground, travelsettings
from ...subjects.travelplaces import SNAPPING
from ...subjects.traveltimes import MODES, PARTS

TIMES = ("travel_time_p", "t_best", "n_rides")
ROWS = ("from_id", "to_id", "mode", *TIMES, *PARTS)


class TravelTimeMatrix(Algorithm):
    """Compute travel times from many places to many, by several modes in one run."""

    label = tr("Travel-time matrix")
    summary = tr(
        "Computes door-to-door travel times from each origin to each destination by public "
        "transport for every minute of a time window, on foot, by bicycle and by car, on the "
        "streets or straight. Public transport counts the walks, the wait for the first vehicle "
        "and the changes."
    )
    keywords = ("restid", "resekvot", "tillgänglighet", "travel time", "isochrone", "r5r", "OD")
    references = (
        "Conway, M. W., Byrd, A., & van der Linden, M. (2017). Evidence-based transit and land "
        "use sketch planning. doi:10.3141/2653-06",
        "Pereira, R. H. M. et al. (2021). r5r: rapid realistic routing. doi:10.32866/001c.21262 "
        "(The names of the columns.)",
    )
    example = (
        "qgis_process run samplan:traveltimematrix ORIGINS=localities.gpkg FEED=gtfs.zip "
        "STREETS='demo.gpkg|layername=streets' WINDOW=07-09 PERCENTILES='50, 85' MODES=transit "
        "MODES=car OUTPUT=times.gpkg"
    )
    explanations = {
        "ORIGINS": tr("Points, or areas that count at their centre."),
        "DESTINATIONS": tr("Points, or areas that count at their centre. Empty: the origins."),
        "ORIGIN_ID": tr("Empty: loc_code or id where there is such a field, else the row."),
        "DESTINATION_ID": tr("Empty: loc_code or id where there is such a field, else the row."),
        "MODES": tr("transit walks too, or all the way; car needs streets."),
        "STREETS": tr(
            "Lines that share vertices where one can turn; walked and cycled in both directions. "
            "Empty: straight distances times the detour factor, and no cars."
        ),
        "TIMES": tr(
            "departures: one may leave at the times of the window; arrivals: one must be there at "
            "those times, and the travel time runs from the latest possible departure."
        ),
        "PARKING": tr("Added to each drive, for walking to the car, parking and walking on."),
        "CAR_SPEED": tr("Where a street has no speed; our own choice."),
        "BICYCLE_SPEED": tr("Our own choice."),
        "ONEWAY": tr("For cars: 1 or yes along the line, -1 against it, all else both ways."),
        "COMPONENTS": tr("Adds what the fastest journey consists of; takes several times longer."),
        "MEMORY": tr("A run that needs more is cut into parts."),
        "THREADS": tr("0: as many as the machine has."),
        "SCHEDULER": tr("Such as tcp://10.0.0.5:8786: the parts are computed by its workers."),
        "OUTPUT": tr(
            "A row per origin, destination and mode that are in reach, with these fields:"
        ),
        "FLOWS": tr(
            "The same rows as straight lines, without those from a place to itself; the map shows "
            "the first of the modes:"
        ),
        "SNAPPING": tr("How far the places lie from streets and stops, with these fields:"),
    }

    def parameters(self):
        start, end = tr("Origins"), tr("Destinations")
        start_id, end_id, of = tr("Id of the origins"), tr("Id of the destinations"), "STREETS"
        modes, places = tr("Modes"), [p.POINT, p.POLYGON]
        parking, usual = tr("Parking (min)"), tr("Usual speed of cars (km/h)")
        bicycle, memory = tr("Speed of bicycles (km/h)"), tr("Memory that may be used (MB)")
        parts, threads = tr("Parts of the fastest journey"), tr("Processor threads (0: all)")
        scheduler, table = tr("Address of a Dask scheduler"), tr("Travel times")
        flows, report = tr("Flow lines"), tr("Reach of the places")
        speed, oneway = tr("Speed of cars (km/h)"), tr("One-way streets")
        return [
            p.layer("ORIGINS", start, places),
            p.field("ORIGIN_ID", start_id, of="ORIGINS", optional=True),
            p.layer("DESTINATIONS", end, places, optional=True),
            p.field("DESTINATION_ID", end_id, of="DESTINATIONS", optional=True),
            p.feed(),
            p.service_date(),
            p.choice("MODES", modes, MODES, list(MODES), several=True),
            *travelground.declared(*travelground.OPEN),
            p.choice("TIMES", tr("Times of the window"), ("departures", "arrivals"), "departures"),
            *travelsettings.declared(),
            p.number_field("SPEED", speed, of=of, default="speed", advanced=True),
            p.field("ONEWAY", oneway, of=of, default="oneway", advanced=True),
            p.number("CAR_SPEED", usual, 50, low=1, advanced=True),
            p.number("PARKING", parking, 5, low=0),
            p.number("BICYCLE_SPEED", bicycle, 16, low=1, advanced=True),
            p.flag("COMPONENTS", parts, False),
            p.number("MEMORY", memory, 2000, low=50, advanced=True),
            p.integer("THREADS", threads, 0, low=0, advanced=True),
            p.text("SCHEDULER", scheduler, optional=True, advanced=True),
            p.table_output("OUTPUT", table, fields=ROWS),
            p.vector_output("FLOWS", flows, p.LINE, fields=ROWS, optional=True),
            p.vector_output("SNAPPING", report, p.POINT, fields=SNAPPING, optional=True),
        ]

    def compute(self, inputs):
        from ...subjects.travelmatrix import computed

        self._mode = inputs.choices("MODES")[0]
        results, self._percentiles = computed(inputs)
        return results

    def run_styles(self):
        from ...subjects.travelstyles import by_time, of_table

        flows = by_time("traveltimes.qml", self._percentiles, mode=self._mode)
        return {"OUTPUT": of_table(self._percentiles), "FLOWS": flows, "SNAPPING": "reach.qml"}
