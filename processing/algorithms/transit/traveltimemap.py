"""Travel times from places to everywhere around."""

from __future__ import annotations

from ... import parameters as p
from ...algorithm import Algorithm
from ...i18n import tr
from ...subjects import travelground, travelsettings

BANDS = ("point_id", "percentile", "min_from", "min_to", "area_ha", "pop")
TIMES = ("travel_time_p", "t_best")
CELLS, STOPS = ("point_id", *TIMES), ("point_id", "stop_id", "stop_name", *TIMES)


class TravelTimeMap(Algorithm):
    """Draw how far one gets from places in given times, or from where one gets to them."""

    label = tr("Travel-time map (isochrones)")
    summary = tr(
        "Draws the ground that is reached by public transport and on foot within bands of travel "
        "time, from one or more places for every minute of a time window, or to them by given "
        "times, and counts who lives there. The bands do not overlap."
    )
    keywords = ("isokron", "restidskarta", "isochrone", "reachability", "restid", "service area")
    references = (
        "Conway, M. W., Byrd, A., & van der Linden, M. (2017). Evidence-based transit and land "
        "use sketch planning. doi:10.3141/2653-06",
    )
    example = (
        "qgis_process run samplan:traveltimemap PLACES=centre.gpkg FEED=gtfs.zip DIRECTION=to "
        "WINDOW=08:00 BANDS='15, 30, 45' STREETS='demo.gpkg|layername=streets' OUTPUT=map.gpkg"
    )
    explanations = {
        "PLACES": tr("Points, or areas that count at their centre."),
        "PLACE_ID": tr("Empty: loc_code or id where there is such a field, else the row."),
        "TOGETHER": tr("The time from the nearest place, instead of a map for each."),
        "DIRECTION": tr(
            "from: the times of the window are those of leaving; to: those by which one must be at "
            "the place."
        ),
        "BANDS": tr("Rising limits in whole minutes with commas between."),
        "STREETS": tr(
            "Lines that share vertices where one can turn; walked in both directions. Only ground "
            "near streets is reached. Empty: straight distances times the detour factor."
        ),
        "AREA": tr("Only this ground is mapped. Empty: all that is reached."),
        "CELL": tr(
            "The map follows square cells; their middle decides. Empty: a size that gives about "
            "{count} cells at most."
        ).format(count=40_000),
        "RESIDENTS": tr("Address points, or cells that count at their centre, to count per band."),
        "OUTPUT": tr(
            "An area per place, percentile and band, the widest first, with these fields:"
        ),
        "GRID": tr("The cells that are reached, with these fields:"),
        "STOPS": tr("The stops that vehicles reach, by the time of arrival, with these fields:"),
    }

    def parameters(self):
        ids, together = tr("Id of the places"), tr("All places together")
        direction, bands = tr("Direction"), tr("Bands (min)")
        area, size, grid = tr("Area of interest"), tr("Cell size"), tr("Travel time of cells")
        stops = tr("Travel time of stops")
        return [
            p.layer("PLACES", tr("Places"), [p.POINT, p.POLYGON]),
            p.field("PLACE_ID", ids, of="PLACES", optional=True),
            p.flag("TOGETHER", together, False),
            p.feed(),
            p.service_date(),
            p.choice("DIRECTION", direction, ("from", "to"), "from"),
            p.text("BANDS", bands, "15, 30, 45, 60"),
            *travelground.declared(travelground.WALK),
            *travelsettings.declared(longest=False),
            p.layer("AREA", area, [p.POLYGON], optional=True),
            p.distance("CELL", size, None, low=1, optional=True, advanced=True),
            p.residents(),
            p.resident_count(),
            p.vector_output("OUTPUT", tr("Isochrones"), p.POLYGON, fields=BANDS),
            p.vector_output("GRID", grid, p.POLYGON, fields=CELLS, optional=True),
            p.vector_output("STOPS", stops, p.POINT, fields=STOPS, optional=True),
        ]

    def compute(self, inputs):
        from ...subjects.travelmap import mapped

        results, self._bands, self._percentiles = mapped(inputs)
        return results

    def run_styles(self):
        from ...subjects.travelstyles import by_band, by_time

        bases = {"GRID": "traveltimegrid.qml", "STOPS": "traveltimestops.qml"}
        styles = {name: by_time(base, self._percentiles) for name, base in bases.items()}
        return {"OUTPUT": by_band(self._bands), **styles}
