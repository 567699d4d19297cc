"""A standard of public transport, and which localities it is met for."""

from __future__ import annotations

from ... import parameters as p
from ...algorithm import Algorithm
from ...i18n import tr
from ...outputs import Extended
from ...subjects.standardresults import COLUMNS

FIELDS = ("req_n", "req_met", "req_fail", "req_share", "req_worst", "req_words")


class ServiceStandard(Algorithm):
    """Check a table of requirements on journeys for each locality, and say what fails."""

    label = tr("Service standard of localities")
    summary = tr(
        "Checks for each locality an editable table of requirements - from localities of a kind "
        "to a centre at least so many journeys, with at most so many changes, in at most so many "
        "minutes, in a time window on a day type, and back - and says which are met and what is "
        "wrong with the others."
    )
    keywords = ("trafikförsörjningsprogram", "utbudsstandard", "minimistandard", "GTFS", "byten")
    references = (
        "Region Uppsala, regionalt trafikförsörjningsprogram: indicators of supply.",
        "Delling, D., Pajor, T., & Werneck, R. F. (2015). Round-based public transit routing. "
        "Transportation Science, 49(3), 591-604. doi:10.1287/trsc.2014.0534",
    )
    example = (
        "qgis_process run samplan:servicestandard LOCALITIES=localities.gpkg FEED=gtfs.zip "
        "CENTRES=Linköping STANDARD=standard.csv OUTPUT=judged.gpkg REPORT=standard.html"
    )
    styles = {"OUTPUT": "servicestandard.qml"}
    explanations = {
        "POPULATION": tr("The municipality's centre is its locality with most inhabitants."),
        "CENTRES": tr(
            "Names or codes of localities, with commas between: where 'region' leads. Empty: the "
            "locality with most calls at stops."
        ),
        "STANDARD": tr(
            "CSV. Empty: the plugin's processing/profiles/service_standard.csv, to be copied and "
            'changed. A line says: id; name_sv, name_en; from: an expression such as "pop" >= '
            "1000, or all; to: region, municipality, nearest, any, or a locality's name; to_where: "
            "for nearest and any, which localities count; journeys: the fewest; transfers: the "
            "most changes; minutes: the longest journey, empty for any; window: 06-09; by: "
            "departure or arrival; day: weekday saturday sunday; back: yes, no or a window of its "
            'own; source. Each line is checked before the run. Example: W1, "pop" >= 1000, '
            "region, 1 journey, 1 change, window 06-09, weekday, back 15-18: one can get to the "
            "region's centre in the morning and home in the afternoon. Which lines are our own "
            "choice, the file says."
        ),
        "DAYS": tr("Requirements on other day types are left open."),
        "BUFFER": tr(
            "A stop this near belongs to the nearest locality. The distance is our own choice."
        ),
        "CHANGE": tr(
            "From one vehicle to the next, unless the timetable says otherwise. Our own choice."
        ),
        "WALK": tr("Longest way between the stops of a change, straight times 1.3."),
        "ON_DEMAND": tr("Whether journeys count that run only when booked."),
        "OUTPUT": tr("The localities with these fields added:"),
        "REQUIREMENTS": tr(
            "A row per requirement and locality: the way and day type that decide. A journey lasts "
            "from the last boarding in the one locality to the first alighting in the other. Each "
            "direct trip counts; of journeys with changes those that no other betters in "
            "departure, arrival and changes together."
        ),
        "REPORT": tr("A page to print: what is required, the matrix and what fails."),
    }

    def parameters(self):
        report, pages = tr("Report"), "HTML (*.html)"
        own, table = tr("Table of requirements of your own"), tr("Requirements by locality")
        return [
            p.localities(),
            p.feed(),
            p.field("NAME", tr("Locality name"), of="LOCALITIES", default="loc_name"),
            p.field("CODE", tr("Locality code"), of="LOCALITIES", default="loc_code"),
            p.number_field(
                "POPULATION", tr("Number of inhabitants"), of="LOCALITIES", default="pop"
            ),
            p.field("MUNICIPALITY", tr("Municipality"), of="LOCALITIES", default="mun_code"),
            p.text("CENTRES", tr("Centre of the region"), optional=True),
            p.file("STANDARD", own, filter="CSV (*.csv)", optional=True),
            p.service_days(),
            p.service_dates(),
            p.distance("BUFFER", tr("Stops counted outside"), 100, advanced=True),
            p.number("CHANGE", tr("Time for a change (min)"), 3, low=0, high=60, advanced=True),
            p.distance("WALK", tr("Walk in a change"), 400, high=2000, advanced=True),
            p.flag("ON_DEMAND", tr("Count trips on demand"), False, advanced=True),
            p.vector_output(
                "OUTPUT", tr("Localities with service standard"), p.POLYGON, fields=FIELDS
            ),
            p.table_output("REQUIREMENTS", table, fields=COLUMNS, optional=True),
            p.file_output("REPORT", report, filter=pages, optional=True),
        ]

    def compute(self, inputs):
        from ...reports.standard import page
        from ...subjects import standard, standardresults, standardtable
        from ...subjects.servicedays import days_of
        from ...subjects.stopplaces import localities_of_stops

        path = inputs.file("STANDARD")
        lines, file = standardtable.read(path), path.name if path else standardtable.SHIPPED
        frame = standard.localities(inputs, lines, file)
        feed = inputs.feed("FEED")
        locality = localities_of_stops(inputs, feed, frame, buffer=inputs.number("BUFFER"))
        pairs = standard.pairs_of(inputs, lines, file, frame, feed, locality)
        judged = standard.judge(inputs, feed, days_of(inputs, feed), locality, lines, pairs)
        table = standardresults.table_of(judged, lines, pairs, frame)
        fields = standardresults.fields_of(table, len(frame))
        results = {"OUTPUT": Extended("LOCALITIES", fields), "REQUIREMENTS": table[list(COLUMNS)]}
        if inputs.given("REPORT"):
            results["REPORT"] = page(lines, table, frame, feed=feed, made_by=self.label)
        return results
