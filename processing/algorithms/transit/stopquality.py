"""Quality classes of stops and of the places around them."""

from __future__ import annotations

from ... import parameters as p
from ...algorithm import Algorithm
from ...i18n import tr
from ...outputs import Extended
from ...subjects import localcounts, stopquality

PROFILES = ("kollektivtrafiknara", "kollektivtrafiknara_strict", "are", "goat", "orok", "ptal")
COUNTS = ("pop", "dwellings", "jobs")
SHARES = tuple(f"qual_{number}" for number in range(1, 10))
PLANS = ("qual_class", "qual_rank", *(f"plan_{number}" for number in range(1, 10)))


class StopQuality(Algorithm):
    """Rate stops, draw the classes around them and count who lives in each."""

    label = tr("Quality classes of public transport")
    summary = tr(
        "Rates each stop area by its departures, draws the classes around the stops without "
        "overlap, and counts residents, dwellings and jobs in each class, in all and per locality, "
        "and what is planned in each. "
        "The rules are Swedish (near public transport), Swiss, German, Austrian, London's or your "
        "own; distances are straight, or on the streets."
    )
    keywords = ("kollektivtrafiknära", "ÖV-Güteklassen", "PTAL", "turtäthet", "stop quality")
    references = (
        "Statistics Sweden: Kollektivtrafiknära läge, table MI1303/BostKollnaraN.",
        "Bundesamt für Raumentwicklung ARE (2022). ÖV-Güteklassen, Berechnungsmethodik ARE.",
        "Transport for London (2015). Assessing transport connectivity in London.",
    )
    example = (
        "qgis_process run samplan:stopquality FEED=gtfs.zip PROFILE=kollektivtrafiknara "
        "LOCALITIES=localities.gpkg RESIDENTS='demo.gpkg|layername=residents' STOPS=stops.gpkg "
        "CLASSES=classes.gpkg OUTPUT=localities_quality.gpkg"
    )
    explanations = {
        "PROFILE": tr(
            "kollektivtrafiknara: a departure an hour 06-20 on average, in each clock hour with "
            "kollektivtrafiknara_strict; are, goat, orok: ÖV-Güteklassen of Switzerland, Germany "
            "and, unverified, Austria; ptal: London's level, drawn in cells of 100 m, without "
            "streets by straight distances times 1.3, which is our own choice."
        ),
        "PROFILE_FILE": tr(
            "A changed copy of the plugin's processing/profiles/stop_quality.json, which also "
            "tells what in each profile is our own choice."
        ),
        "LOCALITIES": tr("Localities to describe; residents are needed too."),
        "BUILDINGS": tr("Buildings whose dwellings are counted, each at its centre."),
        "WORKPLACES": tr("Workplaces whose employees are counted."),
        "PLANNED": tr(
            "Areas planned for building, such as those of a comprehensive plan. Where their "
            "streets are not built yet, leave the streets out."
        ),
        "STOPS": tr("All stop areas, as points with these fields:"),
        "CLASSES": tr("An area per class, the best class first:"),
        "OUTPUT": tr("The localities with these fields added, as many as the profile has classes:"),
        "SUMMARY": tr("A row per locality and class; without a class: what lies in none."),
        "PLANNED_AREAS": tr(
            "The planned areas with these fields added: the best class that, with those better, "
            "holds half of the area, our own choice, and the shares of the area:"
        ),
        "PLANNED_SUMMARY": tr(
            "A row per class, and one without for the rest. Dwellings are spread evenly over their "
            "area; areas that overlap are counted each by itself:"
        ),
    }
    styles = {"OUTPUT": "stopquality.qml"}

    def parameters(self):
        stops, own = ("stop_id", "stop_name", "dep_n", "hours_sh", "stop_cat"), tr("Own profile")
        classes, rated = ("qual_class", "qual_rank", "area_ha", *COUNTS), tr("Rated stops")
        where = ("loc_code", "loc_name", "qual_class", "qual_rank", *COUNTS)
        areas, here = tr("Quality classes"), tr("Localities with quality classes")
        summary, json = tr("Classes per locality"), tr("JSON files (*.json)")
        of, choose, plans = "LOCALITIES", tr("Profile"), tr("Planned areas")
        dwellings = tr("Planned dwellings")
        rated_plans, sums = tr("Planned areas with classes"), tr("Planned areas per class")
        planned = ("qual_class", "qual_rank", "area_ha", "plan_dwell")
        return [
            p.feed(),
            p.service_date(),
            p.choice("PROFILE", choose, PROFILES, "kollektivtrafiknara"),
            p.file("PROFILE_FILE", own, filter=json, optional=True, advanced=True),
            p.layer("LOCALITIES", tr("Localities"), [p.POLYGON], optional=True),
            p.field("CODE", tr("Locality code"), of=of, default="loc_code"),
            p.field("NAME", tr("Locality name"), of=of, default="loc_name"),
            *localcounts.declared(),
            p.streets(),
            p.layer("PLANNED", plans, [p.POLYGON], optional=True),
            p.number_field("PLANNED_DWELLINGS", dwellings, of="PLANNED", default="dwellings"),
            p.smallest_base(),
            p.vector_output("STOPS", rated, p.POINT, fields=stops),
            p.vector_output("CLASSES", areas, p.POLYGON, fields=classes),
            p.vector_output("OUTPUT", here, p.POLYGON, fields=SHARES, optional=True),
            p.table_output("SUMMARY", summary, fields=where, optional=True),
            p.vector_output("PLANNED_AREAS", rated_plans, p.POLYGON, fields=PLANS, optional=True),
            p.table_output("PLANNED_SUMMARY", sums, fields=planned, optional=True),
        ]

    def compute(self, inputs):
        from ...methods.transit.population import class_counts, class_shares, locality_counts
        from ...subjects.servicedays import feed_of_day
        from ...subjects.stopplaces import with_names

        feed, day = feed_of_day(inputs)
        found = stopquality.classes_of(inputs, feed, [day])
        counted = {
            code: (xy, number, found.ranks_at(xy))
            for code, (xy, number) in localcounts.read(inputs).items()
        }
        self._order, self._categories = found.order, found.categories
        areas = found.polygons()
        results = {"STOPS": found.stops, "CLASSES": class_counts(areas, counted)}
        if inputs.given("LOCALITIES"):
            inputs.require("CODE", "RESIDENTS")
            frame = inputs.frame("LOCALITIES", keep_missing=True, code="CODE", name="NAME")
            table = locality_counts(frame.geometry.to_numpy(), found.order, counted)
            shares = class_shares(table, len(frame), smallest_base=inputs.number("SMALLEST_BASE"))
            results["OUTPUT"] = Extended("LOCALITIES", shares)
            results["SUMMARY"] = with_names(table, frame)
        return {**results, **stopquality.planned(inputs, areas, found.order)}

    def run_styles(self):
        return stopquality.styles(self._order, self._categories)
