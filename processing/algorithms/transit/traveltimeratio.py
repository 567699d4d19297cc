"""Travel time ratio: public transport against the car."""

from __future__ import annotations

from ... import parameters as p
from ...algorithm import Algorithm
from ...i18n import tr
from ...outputs import Extended
from ...subjects import accessratio, accesstimes

PAIRS = ("from_id", "from_name", "to_id", "to_name", *accessratio.FIELDS, "travellers")


class TravelTimeRatio(Algorithm):
    """Compare the times by public transport and by car, door to door."""

    label = tr("Travel time ratio")
    summary = tr(
        "Compares public transport with the car from door to door: the ratio of the times for each "
        "pair of places, its class, the minutes by each, and for each locality to its centres, "
        "weighted by travellers where they are known."
    )
    keywords = ("restidskvot", "restid", "bil", "kollektivtrafik", "car", "competitive")
    references = (
        "Region Stockholm. Uppföljning av RUFS, restid. https://rufs.se/uppfoljning",
        "Göteborgs Stad, Trafikkontoret: travel time ratios of at most 1.2 and 1.5.",
    )
    example = (
        "qgis_process run samplan:traveltimeratio TIMES=times.csv LOCALITIES=localities.gpkg "
        "CENTRES='Linköping, Motala' OUTPUT=ratio.gpkg LINES=lines.gpkg"
    )
    explanations = {
        "TRANSIT": tr("Mode or modes in the table, with commas between; the fastest counts."),
        "CAR": tr("Mode in the table."),
        "CAR_TIMES": tr(
            "With fields of the same names. Empty: the rows by car of the travel times."
        ),
        "EXTRA": tr("Added to each time by car, where the table lacks parking and the walk to it."),
        "LIMITS": tr(
            "Upper limits, as 1.2, 1.5 or 1,2; 1,5. At most 1.5 is competitive in Stockholm's and "
            "Göteborg's plans, 1.2 for longer commuting; 2 is our own choice."
        ),
        "SHORTEST": tr("Shorter times by car give no ratio. Our own choice."),
        "LOCALITIES": tr("Localities, cells or points that get the fields; all others are kept."),
        "CODE": tr("The same codes as in the travel times. Empty: loc_code or id."),
        "CENTRES": tr("Names or codes, with commas between. Empty: the largest."),
        "SIZE": tr("By which the largest are chosen."),
        "FLOWS": tr(
            "A row for each origin and destination, such as commuting. Without it all centres "
            "count alike."
        ),
        "OUTPUT": tr(
            "The localities with these fields: mean times to the centres, and the ratio of the "
            "means. A centre's way to itself does not count."
        ),
        "PAIRS": tr("A row for each pair of localities with a time by either:"),
        "LINES": tr("A line for each pair with a ratio; with a flow table, with travellers."),
    }

    def parameters(self):
        here, flows = "LOCALITIES", "FLOWS"
        result, limits = tr("Localities with travel time ratio"), tr("Limits of the classes")
        extra, shortest = tr("Added by car (min)"), tr("Shortest time by car (min)")
        return [
            *accesstimes.declared(),
            p.layer(here, tr("Localities"), [p.POINT, p.POLYGON]),
            p.field("CODE", tr("Locality code"), of=here, default="loc_code"),
            p.field("NAME", tr("Locality name"), of=here, default="loc_name"),
            p.text("CENTRES", tr("Centres"), optional=True),
            p.integer("LARGEST", tr("Largest as centres (number)"), 3, low=1),
            p.number_field("SIZE", tr("Size"), of=here, default="pop"),
            p.text("LIMITS", limits, "1.2, 1.5, 2"),
            p.layer("CAR_TIMES", tr("Times by car"), [p.TABLE], optional=True),
            p.number("EXTRA", extra, 0, low=0),
            p.number("SHORTEST", shortest, 5, low=0, advanced=True),
            p.text("TRANSIT", tr("Mode that is public transport"), "transit", advanced=True),
            p.text("CAR", tr("Mode that is car"), "car", advanced=True),
            p.layer(flows, tr("Table of travellers"), [p.TABLE], optional=True),
            p.field("FLOW_FROM", tr("Travellers from (code)"), of=flows, default="from_code"),
            p.field("FLOW_TO", tr("Travellers to (code)"), of=flows, default="to_code"),
            p.number_field("TRAVELLERS", tr("Travellers (number)"), of=flows, default="employed"),
            p.vector_output("OUTPUT", result, p.SPATIAL, fields=(*accessratio.FIELDS, "tt_cover")),
            p.table_output("PAIRS", tr("Pairs"), fields=PAIRS, optional=True),
            p.vector_output("LINES", tr("Lines by class"), p.LINE, fields=PAIRS, optional=True),
        ]

    def compute(self, inputs):
        from ...methods.accessibility.ratio import pair_ratios, ratios_to_centres
        from ...subjects.accessmeasures import numbers

        limits, shortest = numbers(inputs, "LIMITS"), inputs.number("SHORTEST")
        frame = accessratio.localities(inputs)
        centres = accessratio.centres(inputs, frame)
        flow = accessratio.flows(inputs, frame["code"])
        transit, car = accessratio.times(inputs, frame["code"])
        settings = {"limits": limits, "shortest": shortest}
        pairs = pair_ratios(transit, car, extra=inputs.number("EXTRA"), **settings)
        inputs.progress(0.5)
        found = ratios_to_centres(pairs, centres, len(frame), flows=flow, **settings)
        found = accessratio.coded(found, limits).rename(columns={"covered": "tt_cover"})
        self._look = limits, accessratio.kind(inputs)
        results = {"OUTPUT": Extended("LOCALITIES", found[[*accessratio.FIELDS, "tt_cover"]])}
        if inputs.given("PAIRS") or inputs.given("LINES"):
            inputs.progress(0.6)
            table = accessratio.named(pairs, frame, limits, flow)
            results["PAIRS"] = table[[code for code in PAIRS if code in table]]
            inputs.progress(0.8)
        if inputs.given("LINES"):
            results["LINES"] = accessratio.lines(results["PAIRS"], table, frame)
        return results

    def run_styles(self):
        limits, kind = self._look
        places = accessratio.style(limits, kind)
        return {"OUTPUT": places, "LINES": accessratio.style(limits, "Line")}
