"""Scenarios against the base: differences, winners and losers, and a ranking."""

from __future__ import annotations

from ... import parameters as p
from ...algorithm import Algorithm
from ...i18n import tr
from ...subjects import comparisonpairs, comparisonresults

DAYS = ("weekday", "saturday", "sunday")


class CompareScenarios(Algorithm):
    """Compare runs of one tool: what gets better or worse, for whom, and at what supply."""

    label = tr("Comparison of scenarios")
    summary = tr(
        "Compares two or more runs of the same tool, one of them the base: differences by place "
        "and between places, how many residents and jobs win and lose, and which scenario does "
        "most for each added vehicle-hour. Runs whose settings differ are refused, and the "
        "settings named."
    )
    keywords = ("scenario", "before and after", "före och efter", "vinnare", "förlorare", "jämför")
    references = (
        "Conway, M. W., Byrd, A., & van der Linden, M. (2017). Evidence-based transit and land use "
        "sketch planning. Transportation Research Record, 2653, 45-53. doi:10.3141/2653-06",
    )
    example = (
        "qgis_process run samplan:comparescenarios BASE=now.gpkg SCENARIOS=express.gpkg "
        "SCENARIOS=night.gpkg PEOPLE='pop, jobs' SUPPLY=express_supply.gpkg "
        "SUPPLY=night_supply.gpkg OUTPUT=differences.gpkg RANKING=ranking.gpkg REPORT=report.html"
    )
    explanations = {
        "BASE": tr(
            "A result of this plugin, such as localities with their public transport, or a table "
            "of travel times with from_id, to_id and a time. Example: run the tool Public "
            "transport of localities with today's timetable, then with one that the tool "
            "Timetable scenario made, and compare the two results."
        ),
        "SCENARIOS": tr("The same tool's results for other timetables or another land use."),
        "NAMES": tr("With commas between, in the order of the scenarios. Empty: the layers'."),
        "KEY": tr("Field that is the same in all; for layers of places."),
        "FIELDS": tr("Empty: all that the tool has added and of which more or less is better."),
        "SMALLEST": tr(
            "In each field's own unit; what differs less does not count. 1, ctr_min=5: 1 for all "
            "but ctr_min, where 5 min matter."
        ),
        "PEOPLE": tr(
            "Fields of the base, or of the places: who wins or loses. Without any, places are "
            "counted."
        ),
        "PLACES": tr(
            "Places of a table of travel times: their geometry and people. How many of each can "
            "be reached within the times is then compared."
        ),
        "CODE": tr("The same codes as in the runs."),
        "THRESHOLDS": tr("For tables of travel times."),
        "MODE": tr("For tables of travel times with several modes."),
        "ADDED": tr(
            "What scenarios add to the places: rows with the place's code, numbers in fields of "
            "the same names as those of people, or dwellings, and perhaps scenario; a row "
            "without one is for all. Those who come neither win nor lose, but count in the mean "
            "after; with tables of travel times they can also be reached. Fields of places that "
            "were made before must be made again with the new land use."
        ),
        "PER_DWELLING": tr("For added dwellings; our own choice."),
        "SUPPLY": tr("Tables of the tool Timetable scenario, with the scenarios' names."),
        "MAY_DIFFER": tr(
            "Names of settings with commas between, such as DATES or version, that may differ "
            "between the runs. Layers, tables and timetables always may."
        ),
        "OUTPUT": tr(
            "The places with the scenario that is best for each, and fields such as d1_dep_wd: "
            "the difference in the first scenario, later less earlier. Where less is better, a "
            "place that gets a value counts as better and one that loses it as worse."
        ),
        "RANKING": tr(
            "A row for each measure, field of people and scenario. Rank 1 is best: first what "
            "helps more people than it harms without more vehicle-hours, then by people for each "
            "added vehicle-hour, last what harms more:"
        ),
        "PAIRS": tr("Pairs of places whose travel time changes, or that are connected or not:"),
        "REPORT": tr("A page to print: winners and losers, ranking, before and after, maps."),
    }

    _look = None

    def parameters(self):
        base, here, own = "BASE", "PLACES", {"advanced": True}
        less, who = tr("Smallest difference that matters"), tr("People (fields)")
        pairs, fields = tr("Differences between places"), tr("Fields to compare")
        rank, times = tr("Winners, losers and ranking"), tr("Within times (min)")
        code, persons = tr("Code of the place"), tr("Residents in a dwelling (persons)")
        added = tr("Code of the place in the added land use")
        return [
            p.layer(base, tr("Base"), [p.TABLE]),
            p.layers("SCENARIOS", tr("Scenarios")),
            p.text("NAMES", tr("Names of the scenarios"), optional=True),
            p.field("KEY", tr("Code of the place in the base"), of=base, default="loc_code"),
            p.number_fields("FIELDS", fields, of=base, optional=True),
            p.text("SMALLEST", less, "0"),
            p.text("PEOPLE", who, "pop, jobs", optional=True),
            p.layers("SUPPLY", tr("Supply of the scenarios"), optional=True),
            p.choice("SUPPLY_DAY", tr("Day type of the supply"), DAYS, "weekday", advanced=True),
            p.layer(here, tr("Places"), [p.SPATIAL], optional=True),
            p.field("CODE", code, of=here, default="loc_code"),
            p.text("THRESHOLDS", times, "30, 45, 60"),
            p.text("MODE", tr("Mode that counts"), "transit", optional=True, advanced=True),
            p.field("FROM", tr("From (code)"), of=base, default="from_id", **own),
            p.field("TO", tr("To (code)"), of=base, default="to_id", **own),
            p.field("TIME", tr("Travel time (min)"), of=base, default="travel_time_p50", **own),
            p.layer("ADDED", tr("Added land use"), [p.TABLE], optional=True),
            p.field("ADDED_CODE", added, of="ADDED", default="loc_code"),
            p.number("PER_DWELLING", persons, 2.0, low=0, **own),
            p.text("MAY_DIFFER", tr("Settings that may differ"), optional=True, advanced=True),
            p.smallest_base(),
            p.vector_output("OUTPUT", tr("Differences"), p.SPATIAL, fields=("best_scen",)),
            p.table_output("RANKING", rank, fields=comparisonresults.RANKING, optional=True),
            p.table_output("PAIRS", pairs, fields=comparisonpairs.PAIRS, optional=True),
            p.file_output("REPORT", tr("Report"), filter="HTML (*.html)", optional=True),
        ]

    def compute(self, inputs):
        from ...subjects.comparisonoutcome import compare

        results, self._look = compare(inputs, made_by=self.label)
        return results

    def run_styles(self):
        if not self._look:
            return {}
        return {"OUTPUT": comparisonresults.style("comparescenarios.qml", self._look)}
