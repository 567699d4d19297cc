"""Employment and commuting indicators."""

from __future__ import annotations

from ... import parameters as p
from ...algorithm import Algorithm
from ...i18n import tr
from ...outputs import Extended

FIELDS = (
    *("employed", "jobs", "emp_rate", "job_ratio", "net_comm", "self_cont", "local_rec"),
    *("out_comm", "in_comm", "gross_comm", "main_dest", "main_name", "main_sh", "nodality"),
    "core_dep",
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
    styles = {"OUTPUT": "employment.qml"}
    explanations = {
        "FLOWS": tr(
            "Table with a row per home and workplace, for one year (filter it first). Places "
            "outside the localities count in the sums."
        ),
        "WORKPLACES": tr("Points or cells with employees. Empty: jobs are the flows to a place."),
        "RESIDENTS": tr("Points or cells with employed residents. Empty: the flows from a place."),
        "WORKING_AGE": tr("Fields whose sum is the inhabitants of working age, for the rate."),
        "CORE": tr("Place on which dependence is measured. Empty: where most commute to."),
        "OUTPUT": tr("The localities with these fields added, those that the data allow:"),
    }

    def parameters(self):
        places, employed = [p.POINT, p.POLYGON], tr("Employed residents")
        workplace, working_age = tr("Code of the workplace"), tr("Inhabitants aged 20-64")
        return [
            p.localities(),
            p.locality_code(),
            p.layer("FLOWS", tr("Commuting flows"), [p.TABLE], optional=True),
            p.field("FROM", tr("Code of the home"), of="FLOWS", default="from_code"),
            p.field("TO", workplace, of="FLOWS", default="to_code"),
            p.field("TO_NAME", tr("Name of the workplace"), of="FLOWS", default="to_name"),
            p.number_field("COUNT", tr("Commuters"), of="FLOWS", default="employed"),
            p.layer("WORKPLACES", tr("Workplaces"), places, optional=True),
            p.number_field("EMPLOYEES", tr("Employees"), of="WORKPLACES", default="employees"),
            p.layer("RESIDENTS", tr("Residents"), places, optional=True),
            p.number_field("EMPLOYED", employed, of="RESIDENTS", default="employed"),
            p.number_fields("WORKING_AGE", working_age, of="RESIDENTS", optional=True),
            p.text("CORE", tr("Code of the core"), optional=True),
            p.smallest_base(),
            p.vector_output("OUTPUT", tr("Localities with employment"), p.POLYGON, fields=FIELDS),
        ]

    def compute(self, inputs):
        from ...methods.allocation import as_codes
        from ...methods.employment import employment_indicators, largest_destination

        inputs.require("CODE")
        localities = inputs.frame("LOCALITIES", keep_missing=True, code="CODE")
        flows = None
        if inputs.given("FLOWS"):
            inputs.require("FROM", "TO", "COUNT")
            columns = {"from": "FROM", "to": "TO", "employed": "COUNT", "name": "TO_NAME"}
            flows = inputs.frame("FLOWS", **columns)
        result = employment_indicators(
            localities["code"],
            jobs=_total(inputs, localities, "WORKPLACES", "EMPLOYEES"),
            employed=_total(inputs, localities, "RESIDENTS", "EMPLOYED"),
            working_age=_total(inputs, localities, "RESIDENTS", "WORKING_AGE"),
            flows=flows,
            core=inputs.text("CORE") or largest_destination(flows),
            smallest_base=inputs.number("SMALLEST_BASE"),
        )
        if result.repeated:
            words = tr("{count} pairs of places occur more than once and were added up.")
            inputs.warn(words.format(count=result.repeated))
        known = [] if flows is None else [*as_codes(flows["from"]), *as_codes(flows["to"])]
        if known and not set(as_codes(localities["code"])).intersection(known):
            inputs.warn(
                tr(
                    "No locality's code is in the flows, so none has any commuting. Choose the "
                    "field with the codes, or delineate with earlier localities, which keep theirs."
                )
            )
        if result.outside:
            inputs.tell(
                tr("{count} places in the flows are not localities here: {codes}").format(
                    count=len(result.outside), codes=", ".join(result.outside[:20])
                )
            )
        return {"OUTPUT": Extended("LOCALITIES", result.indicators)}


def _total(inputs, localities, layer, parameter):
    """Sum of the fields in each locality; None where the layer or the fields are not given."""
    from ...methods.allocation import counts_in_zones

    if not inputs.given(layer):
        return None
    fields = inputs.fields(parameter)
    if not fields and parameter == "WORKING_AGE":
        return None
    inputs.require(parameter)
    frame = inputs.frame(layer, extra=fields)
    zones = localities.geometry.to_numpy()
    return counts_in_zones(zones, frame, fields, progress=inputs.progress).inside.sum(axis=1)
