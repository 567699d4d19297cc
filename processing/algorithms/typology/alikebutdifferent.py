"""Alike but different."""

from __future__ import annotations

from ... import parameters as p
from ...algorithm import Algorithm
from ...i18n import tr
from ...subjects import typology

LOOKS = ("pop", "pop_dens", "dw_small", "polsby", "ctr_dist", "holiday_sh")
WORKS = (
    *("job_ratio", "out_comm", "in_comm", "self_cont", "core_dep", "serv_deg", "dbl_trips"),
    *("age0_5", "age25_44", "age65_79", "age80"),
)
"""What is compared where the user does not choose; our own choice."""

MODES = ("alike_but_different", "different_but_alike", "most_like")


class AlikeButDifferent(Algorithm):
    """Find localities that look alike and work differently."""

    label = tr("Alike but different")
    summary = tr(
        "Finds pairs of localities that look alike (size, density, form, position) and work "
        "differently (commuting, jobs, ages, service), the reverse, or the localities that are "
        "most like a chosen one; and names the three fields that tell most about each pair."
    )
    keywords = ("lika men olika", "parvis", "jämförelse", "tvillingar", "pairs", "twins", "similar")
    references = (
        "Samlad planering för utveckling i LA-Linköping (2018-2020): localities that looked alike "
        "turned out to differ.",
    )
    example = (
        "qgis_process run samplan:alikebutdifferent LOCALITIES=indicators.gpkg "
        "MODE=alike_but_different OUTPUT=pairs.gpkg REPORT=pairs.html"
    )
    styles = {"OUTPUT": "pairs.qml"}
    explanations = {
        "LOOKS": tr("Empty: those of these that are there: {fields}.").format(
            fields=", ".join(LOOKS)
        ),
        "WORKS": tr("Empty: those of these that are there: {fields}.").format(
            fields=", ".join(WORKS)
        ),
        "LOG": tr("Sizes that span several powers of ten."),
        "CENTRE": tr(
            "Name or code of the locality to which the straight distance is one of the looks. "
            "Empty: distance is not compared."
        ),
        "MODE": tr(
            "alike_but_different: look alike, work differently; different_but_alike: the reverse; "
            "most_like: the localities most like the chosen one."
        ),
        "ONE": tr("Only pairs with this locality; needed to find those most like it."),
        "SHARE": tr("So large a part of all pairs counts as alike (or different) in looks."),
        "MISSING": tr(
            "drop: a locality that lacks a value is not compared; median: the median stands in."
        ),
        "OUTPUT": tr("A line between the localities of each pair, with these fields:"),
        "VALUES": tr("A row per pair and field:"),
        "REPORT": tr("A page with the first pairs side by side; it can be printed."),
    }

    def parameters(self):
        lines = ("pair", "loc_a", "name_a", "loc_b", "name_b", "d_struct", "d_funct", "pair_index")
        lines = (*lines, "tell_1", "tell_2", "tell_3", "pair_words")
        values = ("pair", "field", "value_a", "value_b", "std_apart")
        page, name = tr("HTML files (*.html)"), tr("Locality name")
        looks, logs = tr("What localities look like"), tr("Fields to take the logarithm of")
        one = tr("Locality (name or code)")
        return [
            p.localities(p.SPATIAL),
            p.number_fields("LOOKS", looks, of="LOCALITIES", optional=True),
            p.number_fields("WORKS", tr("What they do"), of="LOCALITIES", optional=True),
            p.choice("MODE", tr("Find"), MODES, MODES[0]),
            p.text("ONE", one, optional=True),
            p.text("CENTRE", tr("Centre (name or code)"), optional=True),
            p.number_fields("LOG", logs, of="LOCALITIES", default="pop"),
            p.field("NAME", name, of="LOCALITIES", default="loc_name"),
            p.locality_code(),
            p.number("SHARE", tr("Share of pairs (%)"), 20, low=0, high=100, advanced=True),
            p.integer("LIMIT", tr("Pairs to list (number)"), 50, low=1, advanced=True),
            p.integer("EACH", tr("Pairs with one locality (number)"), 2, low=1, advanced=True),
            p.choice("MISSING", tr("Missing values"), ("drop", "median"), "drop", advanced=True),
            p.vector_output("OUTPUT", tr("Pairs"), p.LINE, fields=lines),
            p.table_output("VALUES", tr("Values of the pairs"), fields=values, optional=True),
            p.file_output("REPORT", tr("Pairs side by side"), filter=page, optional=True),
        ]

    def compute(self, inputs):
        from ...methods.typology.likeness import likeness
        from ...reports import pairs

        looks, works = (
            inputs.fields(name) or inputs.present("LOCALITIES", default)
            for name, default in (("LOOKS", LOOKS), ("WORKS", WORKS))
        )
        one, centre = inputs.text("ONE"), inputs.text("CENTRE")
        places = typology.places(inputs, (*looks, *works), one=one, centre=centre)
        found = likeness(
            places.frame,
            typology.fields(looks, inputs.fields("LOG"), distance=places.distance),
            typology.fields(works, inputs.fields("LOG")),
            mode=inputs.choice("MODE"),
            one=places.one,
            share=inputs.number("SHARE") / 100,
            limit=inputs.integer("LIMIT"),
            each=inputs.integer("EACH"),
            missing=inputs.choice("MISSING"),
            progress=inputs.progress,
        )
        typology.tell_dropped(inputs, found.dropped)
        foot = typology.foot(inputs)
        return {
            "OUTPUT": pairs.lines(found, places),
            "VALUES": found.values(),
            "REPORT": pairs.page(found, places.names, inputs.choice("MODE"), foot),
        }
