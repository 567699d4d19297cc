"""Accessibility to jobs, dwellings, shops and services, from travel times."""

from __future__ import annotations

from ... import parameters as p
from ...algorithm import Algorithm
from ...i18n import tr
from ...subjects import accessmeasures, accessresults, accesstimes

FIELDS = ("acc_cum", "acc_grav", "acc_near", "acc_to", "acc_dual", "acc_fca", "acc_sc")
FIELDS = (*FIELDS, "acc_choice", "acc_score", "acc_lack")
DECAYS = tuple(accessmeasures.PARAMETERS)
CATCHMENTS = ("plain", "balanced")


class Accessibility(Algorithm):
    """Measure what can be reached from places, and by whom."""

    label = tr("Accessibility")
    summary = tr(
        "Adds to places what can be reached from them, and how soon: jobs, dwellings, shops or "
        "services within given times, weighted by time, the nearest ones, the time to reach a "
        "number, supply per person, and a score of 0 to 5; also there and back, and how evenly it "
        "is spread over people."
    )
    keywords = ("tillgänglighet", "räckvidd", "Hansen", "2SFCA", "gravity", "Gini", "utbud")
    references = (
        "Hansen, W. G. (1959). How accessibility shapes land use. doi:10.1080/01944365908978307",
        "Luo, W., Wang, F. (2003). Measures of spatial accessibility to health care. "
        "doi:10.1068/b29120",
        "Paez, A., Higgins, C. D., Vivona, S. F. (2019). Demand and level of service inflation in "
        "floating catchment area (FCA) methods. doi:10.1371/journal.pone.0218773",
        "Göteborgs Stad, Trivector (2023). Tillgänglighetsmått.",
    )
    example = (
        "qgis_process run samplan:accessibility TIMES=times.csv PLACES=localities.gpkg "
        "OPPORTUNITIES=jobs THRESHOLDS='30, 45, 60' OUTPUT=access.gpkg"
    )
    styles = {"OUTPUT": "accessibility.qml"}
    explanations = {
        "MODES": tr(
            "Modes that may be used, with commas between; of several the fastest counts. Only "
            "where the table has a field of modes."
        ),
        "TIMES_BACK": tr(
            "The way home, with fields of the same names: from the destinations to the places. "
            "What is reached must then be reached within the time, and home again: the longer of "
            "the two counts, such as arriving by 08:00 and returning after 17:00."
        ),
        "PLACES": tr("Localities, cells or points that get the fields; all others are kept."),
        "CODE": tr("The same codes as in the travel times. Empty: loc_code or id."),
        "POPULATION": tr("Who reaches: for supply per person, and for the tables."),
        "DESTINATIONS": tr(
            "What is reached: a layer, or a table with codes. Empty: the places themselves, with "
            "their fields jobs, pop, dwellings and serv_n, as far as they have them. A place "
            "counts for itself where the travel times have that pair."
        ),
        "DEST_CODE": tr(
            "The same codes as in the travel times; rows with the same code are summed. Empty: "
            "each destination counts at the place it lies in, or at the nearest one."
        ),
        "OPPORTUNITIES": tr("Jobs, dwellings, floor space... Empty: each destination counts one."),
        "KIND": tr("Each kind, such as school and shop, is measured by itself."),
        "MEASURES": tr(
            "cumulative: how many within the times; gravity: each counts less with time, by the "
            "decay; nearest: time to the nearest; dual: time to reach numbers of them; fca: supply "
            "per person, shared with all who reach it (floating catchment areas); score: 0 to 5 by "
            "time and choice."
        ),
        "DECAY": tr("For gravity and fca. binary with fca is the two-step method (2SFCA)."),
        "PARAMETER": tr(
            "exponential: rate per minute (0.05); power: exponent (1); gaussian: standard "
            "deviation in minutes (20); logistic: middle in minutes (30); binary: minutes (30). "
            "Empty: the number in brackets, our own choice."
        ),
        "NEAREST": tr("For nearest: 1 is the nearest, 2 the second nearest."),
        "NUMBERS": tr("For dual, with commas between."),
        "THRESHOLDS": tr("For cumulative; longer than the last is too long in the tables."),
        "FCA": tr("balanced: neither demand nor supply grows with the number of places."),
        "PROFILE_FILE": tr(
            "A changed copy of the plugin's processing/profiles/accessibility.json, with the rules "
            "and weights of the score for each kind. The scale is Göteborg's; its thresholds are "
            "our own choice."
        ),
        "AREA": tr("For the tables, such as the municipality."),
        "GROUPS": tr("Number of persons in each, such as ages. For the table of equity."),
        "CLASS": tr("Class of the place, such as its type or income decile. For the same table."),
        "SHORT": tr(
            "Who reaches less than this share of everyone's median has too little, or for whom "
            "it takes longer than the last of the times. Our own choice."
        ),
        "OUTPUT": tr(
            "The places with fields such as c30_jobs: a letter, a number, and the first letters of "
            "the kind or field. c and the minutes: within reach; g: weighted by time; n and 1, 2, "
            "...: time to the nearest, the second nearest; to: code of the nearest; d and the "
            "place in the list of numbers: time to reach the number; f: per person; s: score; k: "
            "choices within the score's longest time. Names that would be alike get a number."
        ),
        "SUMMARY": tr("A row for each area and field; without an area: all places."),
        "EQUITY": tr("A row for each area, group of people and field:"),
    }

    def parameters(self):
        places, times = [p.POINT, p.POLYGON], "15, 30, 45, 60"
        here, there, json = "PLACES", "DESTINATIONS", tr("JSON files (*.json)")
        measures = tuple(accessmeasures.MEASURES)
        few, share = tr("Too little (% of the median)"), tr("Accessibility by area")
        near, spread = tr("Lies near a place within"), tr("Spread of the logistic decay (min)")
        rate = tr("Parameter of the decay (per min, or min)")
        limit, back = tr("Longest time that counts (min)"), tr("Travel times back")
        return [
            *accesstimes.declared(),
            p.layer(here, tr("Places"), places),
            p.field("CODE", tr("Code of the place"), of=here, default="loc_code"),
            p.number_field("POPULATION", tr("Population"), of=here, default="pop"),
            p.text("MODES", tr("Modes that count"), "transit", optional=True),
            p.choice("MEASURES", tr("Measures"), measures, ["cumulative"], several=True),
            p.text("THRESHOLDS", tr("Within times (min)"), times),
            p.layer(there, tr("Destinations"), [p.TABLE], optional=True),
            p.field("DEST_CODE", tr("Code of the destination"), of=there, default="loc_code"),
            p.number_fields("OPPORTUNITIES", tr("Opportunities"), of=there, optional=True),
            p.field("KIND", tr("Kind of destination"), of=there, optional=True),
            p.distance("NEAR", near, 500, advanced=True),
            p.layer("TIMES_BACK", back, [p.TABLE], optional=True),
            p.text("NEAREST", tr("Nearest, second nearest ..."), "1", advanced=True),
            p.text("NUMBERS", tr("Numbers to reach"), "100, 1000, 10000", advanced=True),
            p.choice("DECAY", tr("Decay with time"), DECAYS, "exponential", advanced=True),
            p.number("PARAMETER", rate, None, low=0, optional=True, advanced=True),
            p.number("SPREAD", spread, 10, low=0, advanced=True),
            p.number("LIMIT", limit, None, low=0, optional=True, advanced=True),
            p.choice("FCA", tr("Floating catchment"), CATCHMENTS, "plain", advanced=True),
            p.file("PROFILE_FILE", tr("Own profile"), filter=json, optional=True, advanced=True),
            p.field("AREA", tr("Area"), of=here, default="mun_name"),
            p.number_fields("GROUPS", tr("Groups of people"), of=here, optional=True),
            p.field("CLASS", tr("Class of the place"), of=here, optional=True),
            p.number("SHORT", few, 50, low=0, advanced=True),
            p.smallest_base(),
            p.vector_output("OUTPUT", tr("Places with accessibility"), p.SPATIAL, fields=FIELDS),
            p.table_output("SUMMARY", share, fields=accessresults.SUMMARY, optional=True),
            p.table_output("EQUITY", tr("Equity"), fields=accessresults.EQUITY, optional=True),
        ]

    def compute(self, inputs):
        from ...subjects.accessoutcome import measure

        results, self._fields = measure(inputs)
        return results

    def run_styles(self):
        return {"OUTPUT": accessresults.style("accessibility.qml", self._fields)}
