"""Population indicators."""

from __future__ import annotations

from ... import parameters as p
from ...algorithm import Algorithm
from ...i18n import tr
from ...outputs import Extended

FIELDS = (
    *("pop", "pop_dens", "pop_growth", "pop_index", "age0_5", "age6_15", "age16_19", "age20_24"),
    *("age25_44", "age45_64", "age65_79", "age80", "dep_ratio", "dep_demo", "mean_age", "ageing"),
)


class PopulationIndicators(Algorithm):
    """Add size, density, growth and age structure to localities."""

    label = tr("Population indicators")
    summary = tr(
        "Adds population, density per hectare of land, growth, age shares, dependency ratios, mean "
        "age and ageing index to each locality, from address points, grid cells or a table."
    )
    keywords = ("befolkning", "folkmängd", "täthet", "ålder", "population", "density", "age")
    references = (
        "Statistics Sweden: Localities and urban areas (MI0810); density is per land area.",
        "Statistics Sweden: Försörjningskvot; inhabitants 0-19 and 65+ per 100 aged 20-64.",
    )
    example = (
        "qgis_process run samplan:populationindicators LOCALITIES=localities.gpkg "
        "PEOPLE='demo.gpkg|layername=residents' OUTPUT=localities_population.gpkg"
    )
    styles = {"OUTPUT": "population.qml"}
    explanations = {
        "PEOPLE": tr(
            "Address points, grid cells (counted by the share of their area inside) or a table "
            "with one or more rows per locality."
        ),
        "POPULATION": tr("Inhabitants at each point, in each cell or row."),
        "AGES": tr(
            "Inhabitants per age class, in fields named like p0_5, 65-79 or p80_. Empty: the "
            "fields with such names. A class that crosses a limit is split evenly."
        ),
        "EARLIER": tr("Inhabitants in an earlier year, for growth."),
        "YEARS": tr("Years from the earlier count to the later one."),
        "KEY": tr("Only for a table: the code of the locality that a row is about."),
        "OUTPUT": tr("The localities with these fields added, those that the data allow:"),
    }

    def parameters(self):
        count = tr("Number of inhabitants")
        earlier = tr("Number of inhabitants earlier")
        key = tr("Locality code in the table")
        return [
            p.localities(),
            p.layer("PEOPLE", tr("Population"), [p.TABLE]),
            p.number_field("POPULATION", count, of="PEOPLE", default="population"),
            p.number_fields("AGES", tr("Age classes"), of="PEOPLE", optional=True),
            p.number_field("EARLIER", earlier, of="PEOPLE", optional=True),
            p.number("YEARS", tr("Years between (years)"), 10, low=0.1, advanced=True),
            p.field("KEY", key, of="PEOPLE", optional=True),
            p.locality_code(),
            p.land_area(),
            p.smallest_base(),
            p.vector_output("OUTPUT", tr("Localities with population"), p.POLYGON, fields=FIELDS),
        ]

    def compute(self, inputs):
        from ...methods.allocation import counts_by_code, counts_in_zones
        from ...methods.population import age_classes, population_indicators

        inputs.require("POPULATION")
        ages = inputs.fields("AGES") or list(age_classes(inputs.numeric_fields("PEOPLE")))
        columns = {"population": "POPULATION", "earlier": "EARLIER", "key": "KEY"}
        people = inputs.frame("PEOPLE", extra=ages, **columns)
        localities = inputs.frame("LOCALITIES", keep_missing=True, land="LAND", code="CODE")
        counts = [name for name in people.columns if name not in ("key", "geometry")]
        if "geometry" in people:
            zones = localities.geometry.to_numpy()
            found = counts_in_zones(zones, people, counts, progress=inputs.progress)
        else:
            inputs.require("KEY", "CODE")
            found = counts_by_code(localities["code"], people["key"], people[counts])
        inputs.tell(
            tr("{count} inhabitants live outside the localities.").format(
                count=round(found.outside["population"])
            )
        )
        added = population_indicators(
            found.inside["population"],
            land_hectares=localities.get("land", localities.geometry.area / 10_000),
            earlier=found.inside.get("earlier"),
            years=inputs.number("YEARS"),
            ages=found.inside[ages] if ages else None,
            smallest_base=inputs.number("SMALLEST_BASE"),
        )
        return {"OUTPUT": Extended("LOCALITIES", added)}
