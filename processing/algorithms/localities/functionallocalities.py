"""Functional localities from settlements near each other."""

from __future__ import annotations

from ... import parameters as p
from ...algorithm import Algorithm
from ...i18n import tr
from ...subjects import members

LAYERS = {"LOCALITIES": "tatort", "SMALL": "smaort", "HOLIDAY": "holiday", "FACILITIES": "facility"}
"""Kind of the settlements in each layer, from the highest rank to the lowest."""


class FunctionalLocalities(Algorithm):
    """Unite settlements that work as one place."""

    label = tr("Functional localities")
    summary = tr(
        "Unites localities, small localities, holiday-home areas and facility areas whose "
        "surroundings meet, such as a place that a river splits. Name and class come from the "
        "member of the highest rank, then the largest; codes stay from one time to the next."
    )
    keywords = ("funktionella orter", "tätort", "småort", "sammanslagning", "merge", "places")
    references = ("The buffer of 300 m and the order of ranks are our own choice.",)
    example = (
        "qgis_process run samplan:functionallocalities LOCALITIES=localities.gpkg "
        "SMALL=small.gpkg BUFFER=300 OUTPUT=functional.gpkg"
    )
    styles = {"OUTPUT": "functional.qml"}
    explanations = {
        "LOCALITIES": tr("Settlements of the highest rank (tätorter)."),
        "SMALL": tr("Second rank (småorter); fields of the same names as in the first layer."),
        "HOLIDAY": tr("Third rank; fields of the same names as in the first layer."),
        "FACILITIES": tr("Lowest rank; fields of the same names as in the first layer."),
        "BUFFER": tr("Ground around each settlement; settlements whose grounds meet are united."),
        "EXCEPTIONS": tr(
            "A row per pair of settlements to join, however far, or to keep apart. A code that is "
            "in several layers is followed by the kind in the later ones: 0580L001-smaort."
        ),
        "RULE": tr("join (or ihop) and apart (or isär)."),
        "EARLIER": tr(
            "Members from an earlier run: a place keeps the code that most of its inhabitants had."
        ),
        "OUTPUT": tr("Polygons with these fields:"),
        "MEMBERS": tr("A row per settlement, with the code of its functional locality:"),
    }

    def parameters(self):
        fields = ("loc_code", "loc_name", "loc_class", "pop", "members", "area_ha")
        columns = ("mem_code", "mem_name", "mem_class", "loc_code")
        code, name, count = tr("Code field"), tr("Name field"), tr("Inhabitants")
        own, other = tr("Code of a settlement"), tr("Code of the other settlement")
        earlier, buffer = tr("Earlier members"), tr("Buffer")
        return [
            p.layer("LOCALITIES", tr("Localities"), [p.POLYGON]),
            p.field("CODE", code, of="LOCALITIES", default="loc_code"),
            p.field("NAME", name, of="LOCALITIES", default="loc_name"),
            p.number_field("POPULATION", count, of="LOCALITIES", default="pop"),
            p.layer("SMALL", tr("Small localities"), [p.POLYGON], optional=True),
            p.layer("HOLIDAY", tr("Holiday-home areas"), [p.POLYGON], optional=True),
            p.layer("FACILITIES", tr("Facility areas"), [p.POLYGON], optional=True),
            p.distance("BUFFER", buffer, 300),
            p.layer("EXCEPTIONS", tr("Pairs to join or part"), [p.TABLE], optional=True),
            p.field("ONE", own, of="EXCEPTIONS", default="code_1"),
            p.field("OTHER", other, of="EXCEPTIONS", default="code_2"),
            p.field("RULE", tr("Join or apart"), of="EXCEPTIONS", default="rule"),
            p.layer("EARLIER", earlier, [p.TABLE], optional=True),
            p.field("EARLIER_MEMBER", own, of="EARLIER", default="mem_code"),
            p.field("EARLIER_CODE", code, of="EARLIER", default="loc_code"),
            p.vector_output("OUTPUT", tr("Functional localities"), p.POLYGON, fields=fields),
            p.table_output("MEMBERS", tr("Members"), fields=columns, optional=True),
        ]

    def compute(self, inputs):
        from ...methods.functional import functional_localities

        inputs.require("CODE")
        settlements = members.read(inputs, LAYERS)
        found = functional_localities(
            settlements,
            ranks=list(LAYERS.values()),
            buffer=inputs.number("BUFFER"),
            **members.exceptions(inputs),
            earlier=members.earlier(inputs),
        )
        codes = found.localities["loc_code"].to_numpy()[found.member]
        columns = {"code": "mem_code", "name": "mem_name", "kind": "mem_class"}
        table = settlements[list(columns)].rename(columns=columns).assign(loc_code=codes)
        return {"OUTPUT": found.localities, "MEMBERS": table}
