"""Employment and commuting indicators."""

from __future__ import annotations

from ... import parameters as p
from ...algorithm import Algorithm
from ...i18n import tr
from ...outputs import Extended

FIELDS = (
    *("employed", "jobs", "emp_rate", "job_ratio", "net_comm", "self_cont", "local_rec"),
    *("out_comm", "in_comm", "gross_comm", "main_dest", "main_sh", "nodality", "core_dep"),
)


class EmploymentIndicators(Algorithm):
    """Add jobs, employed residents and commuting to localities."""

    label = tr("Employment and commuting indicators")
    summary = tr(
        "Adds jobs, employed residents, job ratio, self-containment, in- and out-commuting, main "
        "destination and dependence on the core to each locality, from a table of commuting flows "
        "and, where there are any, from workplaces and residents."
    )
    keywords = ("pendling", "dagbefolkning", "nattbefolkning", "commuting", "jobs", "employment")
    references = ("Statistics Sweden: BAS (RAMS until 2019), places of home and work.",)
    example = (
        "qgis_process run samplan:employmentindicators LOCALITIES=localities.gpkg "
        "FLOWS='demo.gpkg|layername=commuting' OUTPUT=localities_employment.gpkg"
    )
    styles = {"OUTPUT": "employment.qml"}  # noqa: RUF012

    def parameters(self):
        table = tr("Table with a row per home and workplace. Filter it first to one year.")
        return [
            p.localities(),
            p.locality_code(tr("Codes as in the table of flows.")),
            p.layer("FLOWS", tr("Commuting flows"), [p.TABLE], optional=True, help=table),
            p.field("FROM", tr("Code of the home"), of="FLOWS", default="from_code"),
            p.field("TO", tr("Code of the workplace"), of="FLOWS", default="to_code"),
            p.number_field("COUNT", tr("Number of commuters"), of="FLOWS", default="employed"),
            p.layer(
                "WORKPLACES",
                tr("Workplaces"),
                [p.POINT, p.POLYGON],
                optional=True,
                help=tr("Points or cells with employees; empty: jobs are the flows to a place."),
            ),
            p.number_field("EMPLOYEES", tr("Employees"), of="WORKPLACES", default="employees"),
            p.layer(
                "RESIDENTS",
                tr("Residents"),
                [p.POINT, p.POLYGON],
                optional=True,
                help=tr("Points or cells with employed residents; empty: the flows from a place."),
            ),
            p.number_field(
                "EMPLOYED", tr("Employed residents"), of="RESIDENTS", default="employed"
            ),
            p.number_fields(
                "WORKING_AGE",
                tr("Inhabitants aged 20-64"),
                of="RESIDENTS",
                optional=True,
                help=tr("Fields whose sum is the inhabitants of working age, for the rate."),
            ),
            p.text(
                "CORE",
                tr("Code of the core"),
                optional=True,
                help=tr("Place on which dependence is measured. Empty: where most commute to."),
            ),
            p.smallest_base(),
            p.vector_output(
                "OUTPUT",
                tr("Localities with employment"),
                p.POLYGON,
                fields=FIELDS,
                help=tr("The localities with these fields added, those that the data allow:"),
            ),
        ]

    def compute(self, inputs):
        from ...methods.employment import employment_indicators

        localities = inputs.frame("LOCALITIES", keep_missing=True, code="CODE")
        inputs.require("CODE")
        result = employment_indicators(
            localities["code"],
            jobs=_total(inputs, localities, "WORKPLACES", [inputs.field("EMPLOYEES")]),
            employed=_total(inputs, localities, "RESIDENTS", [inputs.field("EMPLOYED")]),
            working_age=_total(inputs, localities, "RESIDENTS", inputs.fields("WORKING_AGE")),
            flows=inputs.frame("FLOWS", **{"from": "FROM", "to": "TO", "employed": "COUNT"}),
            core=inputs.text("CORE") or None,
            smallest_base=inputs.number("SMALLEST_BASE"),
        )
        if result.outside:
            inputs.tell(
                tr("{count} places in the flows are not localities here: {codes}").format(
                    count=len(result.outside), codes=", ".join(result.outside[:20])
                )
            )
        return {"OUTPUT": Extended("LOCALITIES", result.indicators)}


def _total(inputs, localities, layer, fields):
    """Sum of the fields in each locality; None where the layer or the fields are not given."""
    from ...methods.allocation import counts_in_zones

    fields = [each for each in fields if each]
    if not fields or not inputs.given(layer):
        return None
    frame = inputs.frame(layer, extra=fields)
    zones = localities.geometry.to_numpy()
    return counts_in_zones(zones, frame, fields, progress=inputs.progress).inside.sum(axis=1)
