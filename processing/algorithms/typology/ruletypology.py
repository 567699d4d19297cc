"""Typology by rules."""

from __future__ import annotations

from ... import parameters as p
from ...algorithm import Algorithm
from ...i18n import tr
from ...outputs import Extended

TABLES = ("localities", "nodes", "transit_nodes", "skr2023", "degurba")
FIELDS = (
    *("rule_class", "rule_name", "rule_words", "rule_vals", "rule_next", "rule_dist"),
    *("rule_limit", "rule_flag", "rule_all", "rule_color"),
)


class RuleTypology(Algorithm):
    """Put localities into classes by a decision table."""

    label = tr("Typology by rules")
    summary = tr(
        "Puts each locality into the class of the first rule that it fulfils in a decision table, "
        "and says why: the rule in words, the values it looked at, the class that is next nearest "
        "and whether the locality lies near the border to it. The table is a CSV file that you can "
        "copy and change."
    )
    keywords = ("ortstypologi", "regler", "beslutstabell", "kommungrupp", "noder", "decision table")
    references = (
        "Sveriges Kommuner och Regioner: Kommungruppsindelning 2023.",
        "Region Dalarna: criteria for nodes in the regional spatial strategy.",
        "Eurostat: Applying the Degree of Urbanisation. doi:10.2785/706535",
    )
    example = (
        "qgis_process run samplan:ruletypology LOCALITIES=indicators.gpkg TABLE=localities "
        "OUTPUT=classes.gpkg"
    )
    explanations = {
        "TABLE": tr(
            "localities: our own classes of localities; nodes: a hierarchy of nodes by services; "
            "transit_nodes: nodes of public transport; skr2023: the municipality groups of SKR, "
            "for municipalities with the population of their largest locality in loc_pop; degurba: "
            "degree of urbanisation. Each line of the files tells its source."
        ),
        "FILE": tr(
            "Your own table: a changed copy of one of the plugin's processing/profiles/"
            "rules_*.csv, with the columns class, rule (a QGIS expression over fields), name_sv, "
            "name_en, color, description_sv, description_en and optional (yes: the layer may lack "
            "the rule's fields). The first rule that fits decides; ELSE in the last line takes the "
            "rest."
        ),
        "MARGIN": tr("Nearer than this to a threshold counts as near the border."),
        "ABSENT": tr(
            "refuse: stop where the layer lacks a field of a rule, unless the table calls the rule "
            "optional; unknown: go on, and let no rule fit for a value that is not there."
        ),
        "OUTPUT": tr("The localities with these fields added:"),
        "CLASSES": tr("A row per class of the table:"),
    }

    def parameters(self):
        classes = ("rule_class", "rule_name", "count", "rule_color", "rule_words", "descript")
        csv, absent = tr("CSV files (*.csv)"), ("refuse", "unknown")
        return [
            p.localities(p.SPATIAL),
            p.choice("TABLE", tr("Decision table"), TABLES, "localities"),
            p.file("FILE", tr("Decision table of your own"), filter=csv, optional=True),
            p.number("MARGIN", tr("Near the border (%)"), 10, low=0, advanced=True),
            p.choice("ABSENT", tr("Fields that are not there"), absent, "refuse", advanced=True),
            p.vector_output("OUTPUT", tr("Typology by rules"), p.SPATIAL, fields=FIELDS),
            p.table_output("CLASSES", tr("Classes"), fields=classes, optional=True),
        ]

    def compute(self, inputs):
        from ...ruletables import presence, reading
        from ...ruletables.results import class_table, columns

        table = reading.read(inputs.file("FILE") or reading.shipped(inputs.choice("TABLE")))
        self._rows = table.rows
        needed = table.fields()
        present = inputs.present("LOCALITIES", needed)
        absent = [name for name in needed if name not in present]
        if absent:
            presence.check(inputs, table, absent)
        frame = inputs.frame("LOCALITIES", extra=present, keep_missing=True)
        found = columns(table, frame, absent=absent, margin=inputs.number("MARGIN") / 100)
        return {
            "OUTPUT": Extended("LOCALITIES", found),
            "CLASSES": class_table(table, found["rule_class"]),
        }

    def run_styles(self):
        from ...ruletables import style

        return {"OUTPUT": style.write(self._rows, "rule_class")}
