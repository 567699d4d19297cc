"""Delineation of localities from buildings and population."""

from __future__ import annotations

from ... import parameters as p
from ...algorithm import Algorithm
from ...i18n import tr
from ...outputs import Extended
from ...profiles import profile

SETTINGS = {
    "GAP": ("gap", tr("Largest gap between buildings (m)")),
    "SMALLEST_POPULATION": ("min_inhabitants", tr("Smallest population (inhabitants)")),
    "HOLIDAY_SHARE": ("max_holiday_share", tr("Largest share of holiday homes (%)")),
    "SMALLEST_BUILDING": ("smallest_building", tr("Smallest building (m2)")),
    "MARGIN": ("margin", tr("Ground kept around buildings (m)")),
    "HOLES": ("hole_size", tr("Holes smaller than this are filled (ha)")),
    "BRIDGE_GAP": ("bridge_gap", tr("Largest gap across bridging land (m)")),
    "BRIDGE_WIDTH": ("bridge_width", tr("Largest width of water that bridges (m)")),
}
"""Parameters that overrule a setting of the profile, and their labels."""

FIELDS = (
    *("loc_code", "loc_name", "mun_code", "mun_name", "loc_class", "pop", "area_ha", "land_ha"),
    *("pop_dens", "buildings", "dwellings", "holiday_sh", "origin"),
)


class DelineateLocalities(Algorithm):
    """Find localities: buildings close together with enough inhabitants."""

    label = tr("Delineate localities")
    summary = tr(
        "Finds localities by the classic Swedish rule: buildings at most 200 m apart with at least "
        "200 inhabitants, or by the rules for small localities, holiday-home areas or your own. A "
        "transparent approximation: Statistics Sweden has not published its method since 2015."
    )
    keywords = ("tätort", "småort", "fritidshusområde", "avgränsa", "settlement", "urban area")
    references = (
        "Statistics Sweden: Localities (MI0810), definition until 2010 and population since.",
        "Statistics Sweden: Concentrations of holiday homes (MI0806).",
    )
    example = (
        "qgis_process run samplan:delineatelocalities BUILDINGS='demo.gpkg|layername=buildings' "
        "POPULATION='demo.gpkg|layername=residents' OUTPUT=localities.gpkg"
    )
    styles = {"OUTPUT": "localities.qml"}
    explanations = {
        "BUILDINGS": tr("Footprints, linked from edge to edge, or points."),
        "PURPOSE": tr("Purpose of each building; the profile says which purposes count."),
        "HOLIDAY": tr("1 or yes for a holiday home."),
        "POPULATION": tr("Address points, or cells counted by the share of their area inside."),
        "PROFILE": tr(
            "tatort: locality, gap 200 m, at least 200 inhabitants; smaort: small locality, 150 m, "
            "50-199; holiday: holiday-home area, 150 m, at least 50 holiday homes."
        ),
        "PROFILE_FILE": tr(
            "A JSON file with settings of your own, like the plugin's settlement.json."
        ),
        "WATER": tr("Taken from the land area; narrow water can bridge."),
        "BRIDGING": tr(
            "Parks, sports grounds, cemeteries and the like, which hold together what they part."
        ),
        "MUNICIPALITIES": tr("A locality belongs where most of its area is."),
        "NAMES": tr("Place names; the one inside, else the nearest, names the locality."),
        "EARLIER": tr("An earlier delineation, from which localities keep their codes."),
        "PLACED": tr("Their buildings are left out: give the localities before small localities."),
        "GAP": tr("Empty, as in the settings below: the profile's."),
        "OUTPUT": tr("Polygons with these fields:"),
        "BUILDINGS_OUTPUT": tr("All buildings, with the code of their locality:"),
    }

    def parameters(self):
        places, code, name = [p.POINT, p.POLYGON], tr("Code field"), tr("Name field")
        return [
            p.layer("BUILDINGS", tr("Buildings"), places),
            p.field("PURPOSE", tr("Purpose"), of="BUILDINGS", default="objekttyp"),
            p.field("HOLIDAY", tr("Holiday home"), of="BUILDINGS", default="holiday"),
            p.number_field("DWELLINGS", tr("Dwellings"), of="BUILDINGS", default="dwellings"),
            p.layer("POPULATION", tr("Population"), places),
            p.number_field("COUNT", tr("Inhabitants"), of="POPULATION", default="population"),
            p.choice("PROFILE", tr("Profile"), ("tatort", "smaort", "holiday"), "tatort"),
            p.layer("WATER", tr("Water"), [p.POLYGON], optional=True),
            p.layer("BRIDGING", tr("Bridging land"), [p.POLYGON], optional=True),
            p.layer("MUNICIPALITIES", tr("Municipalities"), [p.POLYGON], optional=True),
            p.field("MUN_CODE", code, of="MUNICIPALITIES", default="code"),
            p.field("MUN_NAME", name, of="MUNICIPALITIES", default="name"),
            p.layer("NAMES", tr("Place names"), [p.POINT], optional=True),
            p.field("NAME", name, of="NAMES", default="name"),
            p.number_field("NAME_RANK", tr("Rank of the name"), of="NAMES", default="population"),
            p.layer("EARLIER", tr("Earlier localities"), [p.POLYGON], optional=True),
            p.field("EARLIER_CODE", code, of="EARLIER", default="loc_code"),
            p.field("EARLIER_NAME", name, of="EARLIER", default="loc_name"),
            p.layer("PLACED", tr("Localities already found"), [p.POLYGON], optional=True),
            p.file("PROFILE_FILE", tr("Own profile"), filter="JSON (*.json)", optional=True),
            *(
                p.number(parameter, label, None, low=0, advanced=True, optional=True)
                for parameter, (_, label) in SETTINGS.items()
            ),
            p.vector_output("OUTPUT", tr("Localities"), p.POLYGON, fields=FIELDS),
            p.vector_output(
                "BUILDINGS_OUTPUT",
                tr("Buildings with locality"),
                p.SPATIAL,
                fields=("loc_code",),
                optional=True,
            ),
        ]

    def compute(self, inputs):
        from ...methods.settlement.delineation import delineate

        inputs.require("COUNT")
        buildings = inputs.frame(
            "BUILDINGS",
            keep_missing=True,
            purpose="PURPOSE",
            holiday="HOLIDAY",
            dwellings="DWELLINGS",
        )
        found = delineate(
            buildings,
            inputs.frame("POPULATION", population="COUNT"),
            _rule(inputs),
            water=inputs.frame("WATER"),
            bridging=inputs.frame("BRIDGING"),
            municipalities=inputs.frame("MUNICIPALITIES", code="MUN_CODE", name="MUN_NAME"),
            names=inputs.frame("NAMES", name="NAME", population="NAME_RANK"),
            earlier=inputs.frame("EARLIER", code="EARLIER_CODE", name="EARLIER_NAME"),
            placed=inputs.frame("PLACED"),
            progress=inputs.progress,
        )
        if found.localities.empty:
            inputs.warn(tr("No group of buildings meets the rule."))
        codes = found.localities["loc_code"].reindex(found.building_locality)
        located = codes.reset_index(drop=True).to_frame()
        return {"OUTPUT": found.localities, "BUILDINGS_OUTPUT": Extended("BUILDINGS", located)}


def _rule(inputs):
    """Return the profile's rule with the settings that the user overrules."""
    from ...methods.settlement.rule import SettlementRule

    path = inputs.file("PROFILE_FILE")
    settings = profile("settlement", inputs.choice("PROFILE"), path=path)
    given = {setting: inputs.number(name) for name, (setting, _) in SETTINGS.items()}
    overruled = {setting: value for setting, value in given.items() if value is not None}
    return SettlementRule.from_mapping({**settings, **overruled})
