"""Catchments of stops."""

from __future__ import annotations

from dataclasses import replace

from ... import parameters as p
from ...algorithm import Algorithm
from ...i18n import tr
from ...subjects import localcounts
from ...subjects.stopcatchments import VARIANTS

STOP = ("stop_id", "stop_name", "walk_m", "walk_min")


class TransitCatchments(Algorithm):
    """Draw what can be reached on foot from stops, and count who lives and works there."""

    label = tr("Catchments of stops")
    summary = tr(
        "Draws what lies within walking distance or time of stops, on the streets or straight, as "
        "polygons and as the streets that are reached, and counts residents, dwellings and jobs: "
        "for each stop by itself, each place at its nearest or best stop, or for all stops "
        "together."
    )
    keywords = ("upptagningsområde", "gångavstånd", "catchment", "isochrone", "service area")
    references = (
        "Erwig, M. (2000). The graph Voronoi diagram with applications. "
        "doi:10.1002/1097-0037(200010)36:3<156::AID-NET2>3.0.CO;2-L",
    )
    example = (
        "qgis_process run samplan:transitcatchments STOPS=stops.gpkg BANDS='400, 1000' "
        "STREETS='demo.gpkg|layername=streets' RESIDENTS='demo.gpkg|layername=residents' "
        "OUTPUT=catchments.gpkg"
    )
    explanations = {
        "STOPS": tr("Stops or stop areas, such as the rated stops of the quality classes."),
        "BANDS": tr("Rising limits with commas between; a band holds those before it."),
        "UNIT": tr("metres: distances; minutes: walking times at the speed."),
        "VARIANT": tr(
            "each: catchments of the stops, which overlap; nearest: each place belongs to the stop "
            "nearest to it; best: to the stop of the best rank that reaches it, and of those to "
            "the nearest; together: what any of the stops reaches."
        ),
        "LIMIT": tr(
            "How far each stop reaches at most: a number in the unit of the bands, or a kind that "
            "is listed below, such as the modes from Timetable to layers. Empty, or not listed: "
            "the widest band."
        ),
        "LIMITS": tr(
            "Such as rail 1000, bus 400, in the unit of the bands; of several kinds at a stop the "
            "widest limit counts."
        ),
        "RANK": tr(
            "For best: the least number, or the first in the alphabet, is the best, such as "
            "qual_rank or stop_cat."
        ),
        "SPEED": tr("4.8 km/h, 80 m a minute, is usual in accessibility studies."),
        "BUILDINGS": tr("Buildings whose dwellings are counted, each at its centre."),
        "WORKPLACES": tr("Workplaces whose employees are counted."),
        "STREETS": tr(
            "Lines that share vertices where one can turn; walked in both directions. The polygons "
            "hold the ground within 50 m of the streets that are reached, and smaller holes than "
            "2 ha, our own choice. Empty: straight distances."
        ),
        "OUTPUT": tr(
            "An area per stop and band, the widest first, with these fields. Barriers show as a "
            "small share of the circle, and as a large detour factor:"
        ),
        "EDGES": tr("Parts of the streets with the stop and the narrowest band that reach them:"),
    }

    def parameters(self):
        counts, of = ("area_ha", "shed_sh", *localcounts.LAYERS, "detour"), "STOPS"
        unit, variant = tr("Unit of the bands"), tr("Whose catchments")
        speed, bands = tr("Walking speed (km/h)"), tr("Bands")
        stop_id, stop_name = tr("Stop id"), tr("Stop name")
        edges, line = tr("Streets reached"), p.LINE
        return [
            p.layer("STOPS", tr("Stops"), [p.POINT]),
            p.field("STOP_ID", stop_id, of=of, default="stop_id"),
            p.field("STOP_NAME", stop_name, of=of, default="stop_name"),
            p.text("BANDS", bands, "400, 1000"),
            p.choice("UNIT", unit, ("metres", "minutes"), "metres"),
            p.choice("VARIANT", variant, VARIANTS, "each"),
            p.streets(),
            *localcounts.declared(),
            p.field("LIMIT", tr("Limit or kind of the stop"), of=of, optional=True),
            p.text("LIMITS", tr("Limits by kind"), optional=True),
            p.field("RANK", tr("Rank of the stop"), of=of, optional=True),
            p.number("SPEED", speed, 4.8, low=0.1, advanced=True),
            p.vector_output("OUTPUT", tr("Catchments"), p.POLYGON, fields=(*STOP, *counts)),
            p.vector_output("EDGES", edges, line, fields=STOP, optional=True),
        ]

    def compute(self, inputs):
        from ...subjects import stopcatchments as catchments

        if inputs.given("EDGES"):
            inputs.require("STREETS")
        if inputs.choice("VARIANT") == "best":
            inputs.require("RANK")
        limits, self._unit = catchments.bands_of(inputs), inputs.choice("UNIT")
        names = {"stop_id": "STOP_ID", "stop_name": "STOP_NAME", "kind": "LIMIT", "rank": "RANK"}
        stops = inputs.frame("STOPS", **names)
        if "kind" in stops:
            limits = replace(limits, reach=catchments.reach_of(inputs, stops["kind"], limits.pace))
        if inputs.choice("VARIANT") == "best":
            limits = replace(limits, rank=catchments.ranks_of(stops["rank"]))
        drawn, edges = catchments.catchments(inputs, stops, limits, localcounts.read(inputs))
        shown = drawn.groupby("walk_m", as_index=False)["walk_min"].first()
        self._bands = shown["walk_m"].tolist(), shown["walk_min"].tolist()
        return {"OUTPUT": drawn, "EDGES": edges} if edges is not None else {"OUTPUT": drawn}

    def run_styles(self):
        from ...subjects.ranked import reaches, write

        classes = reaches(*self._bands, self._unit)
        areas, lines = (write(classes, "walk_m", kind=kind) for kind in ("Polygon", "Line"))
        return {"OUTPUT": areas, "EDGES": lines}
