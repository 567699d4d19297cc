"""Housing indicators."""

from __future__ import annotations

from ... import parameters as p
from ...algorithm import Algorithm
from ...i18n import tr
from ...outputs import Extended
from ...subjects.dwellings import dwelling_counts, household_counts

FIELDS = (
    *("dw_small", "dw_multi", "dw_other", "ten_rent", "ten_coop", "ten_own"),
    *("b_to1930", "b1931_60", "b1961_80", "b1981_00", "b_from2001"),
    *("completed", "pressure", "hh_size", "second_sh"),
)


class HousingIndicators(Algorithm):
    """Add kind, tenure and age of the homes, building and households to localities."""

    label = tr("Housing indicators")
    summary = tr(
        "Adds dwellings by kind of building, tenure and building period, holiday homes among "
        "houses, completed dwellings per 1,000 inhabitants, housing pressure and household size "
        "to each locality, from a layer of buildings and, where there is one, of residents."
    )
    keywords = ("bostäder", "upplåtelseform", "hustyp", "bostadsbyggande", "housing", "tenure")
    references = (
        "Statistics Sweden: Bostadsbestånd, definitions of kinds of building and tenure.",
    )
    example = (
        "qgis_process run samplan:housingindicators LOCALITIES=localities.gpkg "
        "BUILDINGS='demo.gpkg|layername=buildings' RESIDENTS='demo.gpkg|layername=residents' "
        "OUTPUT=localities_housing.gpkg"
    )
    styles = {"OUTPUT": "housing.qml"}
    explanations = {
        "BUILDINGS": tr("Footprints or points; a building counts whole where its centre lies."),
        "PURPOSE": tr(
            "Purpose as Lantmäteriet writes it: Bostad;Småhus..., Bostad;Flerfamiljshus. In other "
            "homes, three dwellings or more make an apartment building."
        ),
        "TENURE": tr("hyresrätt, bostadsrätt or äganderätt, or rental, cooperative or owned."),
        "HOLIDAY": tr("1 or yes for a holiday home; it counts only in the share of holiday homes."),
        "YEARS": tr(
            "Dwellings built in so many years up to the last one count as completed. For the "
            "housing pressure, the earlier number of inhabitants is from the start of these years."
        ),
        "LAST": tr("Empty: the latest year of building in the layer."),
        "EARLIER": tr("Inhabitants at the start of the years of building, for housing pressure."),
        "OUTPUT": tr("The localities with these fields added, those that the data allow:"),
    }

    def parameters(self):
        years, earlier = tr("Years of building (years)"), tr("Number of inhabitants earlier")
        places, built = [p.POINT, p.POLYGON], tr("Year of building")
        return [
            p.localities(),
            p.layer("BUILDINGS", tr("Buildings"), places),
            p.number_field("DWELLINGS", tr("Dwellings"), of="BUILDINGS", default="dwellings"),
            p.field("PURPOSE", tr("Purpose"), of="BUILDINGS", default="andamal1"),
            p.field("TENURE", tr("Tenure"), of="BUILDINGS", default="tenure"),
            p.number_field("BUILT", built, of="BUILDINGS", default="built"),
            p.field("HOLIDAY", tr("Holiday home"), of="BUILDINGS", default="holiday"),
            p.residents(),
            p.resident_count(),
            p.number_field("HOUSEHOLDS", tr("Households"), of="RESIDENTS", default="households"),
            p.number_field("EARLIER", earlier, of="RESIDENTS", optional=True),
            p.integer("YEARS", years, 5, low=1),
            p.integer("LAST", tr("Last of these years (year)"), None, optional=True, advanced=True),
            p.smallest_base(),
            p.vector_output("OUTPUT", tr("Localities with housing"), p.POLYGON, fields=FIELDS),
        ]

    def compute(self, inputs):
        from ...methods.housing import housing_indicators

        zones = inputs.frame("LOCALITIES", keep_missing=True).geometry.to_numpy()
        found = housing_indicators(
            **dwelling_counts(inputs, zones),
            **household_counts(inputs, zones),
            smallest_base=inputs.number("SMALLEST_BASE"),
        )
        return {"OUTPUT": Extended("LOCALITIES", found)}
