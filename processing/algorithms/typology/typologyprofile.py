"""Class cards."""

from __future__ import annotations

from ... import parameters as p
from ...algorithm import Algorithm
from ...i18n import tr
from ...outputs import Extended
from ...subjects import typology

DESCRIBED = (
    *("pop", "pop_dens", "pop_growth", "age0_5", "age20_24", "age65_79", "mean_age", "job_ratio"),
    *("out_comm", "in_comm", "self_cont", "main_sh", "core_dep", "holiday_sh", "serv_deg"),
    *("dw_small",),
)
"""What classes are described by where the user does not choose; our own choice."""


class TypologyProfile(Algorithm):
    """Describe the classes of a typology on cards."""

    label = tr("Class cards")
    summary = tr(
        "Describes each class of a typology on a card: its localities, what marks it, means, "
        "medians and ranges, and a profile beside all localities; suggests a name for each class "
        "that you can overrule; and puts any two classes side by side."
    )
    keywords = (
        "klasskort",
        "typkort",
        "ortstypologi",
        "profil",
        "class cards",
        "profile",
        "report",
    )
    example = (
        "qgis_process run samplan:typologyprofile LOCALITIES=typology.gpkg CLASS=type_class "
        "CARDS=cards.html"
    )
    explanations = {
        "CLASS": tr("The class of each locality, from any of the typology tools or your own."),
        "FIELDS": tr("Empty: those of these that are there: {fields}.").format(
            fields=", ".join(DESCRIBED)
        ),
        "NAMED": tr("Names of the classes, such as rule_name. Empty: names are suggested."),
        "NAMES": tr("Your own names, a line for each class, such as: 1 = Service localities"),
        "COMPARE": tr("Two classes for the comparison, such as: 1, 2. Empty: the two largest."),
        "CARDS": tr("A page with a card for each class; it can be printed."),
        "COMPARISON": tr("A page that puts two classes side by side."),
        "PROFILE": tr("A row per class and field:"),
        "OUTPUT": tr("The localities with these fields added:"),
    }

    def parameters(self):
        profile = ("type_class", "type_name", "field", "count", "mean", "median", "low", "high")
        profile = (*profile, "all_mean", "std_mean")
        page, name = tr("HTML files (*.html)"), tr("Locality name")
        fields, own = tr("Fields to describe"), tr("Names of your own")
        compare, added = tr("Classes to compare"), tr("Localities with class names")
        return [
            p.localities(p.SPATIAL),
            p.field("CLASS", tr("Class"), of="LOCALITIES", default="type_class"),
            p.number_fields("FIELDS", fields, of="LOCALITIES", optional=True),
            p.field("NAME", name, of="LOCALITIES", default="loc_name"),
            p.locality_code(),
            p.field("NAMED", tr("Name of the class"), of="LOCALITIES", optional=True),
            p.text("NAMES", own, lines=True, optional=True),
            p.text("COMPARE", compare, optional=True),
            p.file_output("CARDS", tr("Class cards"), filter=page),
            p.file_output("COMPARISON", tr("Two classes"), filter=page, optional=True),
            p.table_output("PROFILE", tr("Class profiles"), fields=profile, optional=True),
            p.vector_output("OUTPUT", added, p.SPATIAL, fields=("type_name",), optional=True),
        ]

    def compute(self, inputs):
        from ...methods.typology.cards import describe
        from ...reports import cards
        from ...reports.classes import Classes

        inputs.require("CLASS")
        names = inputs.fields("FIELDS") or inputs.present("LOCALITIES", DESCRIBED)
        columns = {"_class": "CLASS", "_named": "NAMED", "_name": "NAME", "_code": "CODE"}
        extra = [*dict.fromkeys([*names, *inputs.present("LOCALITIES", ["rule_color", "pop"])])]
        frame = inputs.frame("LOCALITIES", extra=extra, keep_missing=True, **columns)
        classes = Classes.of(frame, own=inputs.field("CLASS"))
        table = describe(classes.of_rows, frame[names].astype(float))
        called = classes.names(table, cards.read_names(inputs.text("NAMES")))
        foot = typology.foot(inputs)
        pair = classes.pair(inputs.text("COMPARE"))
        members = classes.members(typology.titles_of(frame)[0])
        compared = None
        if inputs.given("COMPARISON"):
            compared = cards.comparison(table, pair, called, classes.colours, foot)
        profile = table.assign(type_name=table["class"].map(called))
        return {
            "CARDS": cards.page(table, members, called, classes.colours, foot),
            "COMPARISON": compared,
            "PROFILE": profile.rename(columns={"class": "type_class"})[
                list(classes.profile_columns)
            ],
            "OUTPUT": Extended("LOCALITIES", classes.named_rows(called)),
        }
