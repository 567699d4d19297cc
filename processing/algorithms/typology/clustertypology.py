"""Typology by clustering."""

from __future__ import annotations

from ... import parameters as p
from ...algorithm import Algorithm
from ...catalogue import catalogue
from ...i18n import tr
from ...outputs import Extended

COMPARED = (
    *("pop", "pop_dens", "age20_24", "age65_79", "job_ratio", "out_comm", "main_sh"),
    "holiday_sh",
)
"""What localities are compared on where the user does not choose; our own choice."""


class ClusterTypology(Algorithm):
    """Put localities that are alike into classes."""

    label = tr("Typology by clustering")
    summary = tr(
        "Puts localities with similar values into classes, by k-means or Ward's method, and tells "
        "how typical each locality is of its class and which other class is nearest. Classes are "
        "numbered by size and are the same on every machine and in every order of the localities."
    )
    keywords = ("ortstypologi", "kluster", "klassning", "cluster", "k-means", "Ward", "classes")
    references = (
        "Ward, J. H. (1963). Hierarchical grouping to optimize an objective function. "
        "doi:10.1080/01621459.1963.10500845",
        "Arthur, D., Vassilvitskii, S. (2007). k-means++: the advantages of careful seeding.",
        "Rousseeuw, P. J. (1987). Silhouettes. doi:10.1016/0377-0427(87)90125-7",
    )
    example = (
        "qgis_process run samplan:clustertypology LOCALITIES=indicators.gpkg FIELDS=pop "
        "FIELDS=job_ratio LOG=pop CLASSES=5 OUTPUT=typology.gpkg"
    )
    styles = {"OUTPUT": "typology.qml"}
    explanations = {
        "FIELDS": tr("Empty: those of these that are there: {fields}.").format(
            fields=", ".join(COMPARED)
        ),
        "LOG": tr(
            "Sizes that span several powers of ten, so that the largest place does not become a "
            "class of its own for its size alone."
        ),
        "CLASSES": tr("Empty: the number from 2 to 10 with the largest mean silhouette."),
        "METHOD": tr("kmeans: k-means with 50 starts; ward: Ward's hierarchy."),
        "SCALING": tr(
            "z: mean 0, standard deviation 1; robust: by median and median absolute deviation; "
            "minmax: from 0 to 1."
        ),
        "MISSING": tr(
            "drop: a locality that lacks a value is not classed; median: the median stands in and "
            "the locality is flagged."
        ),
        "SEED": tr("Another seed tries other starts of k-means."),
        "OUTPUT": tr("The localities with these fields added:"),
        "PROFILE": tr("A row per class and field:"),
        "CHOICES": tr("A row per number of classes tried:"),
    }

    def parameters(self):
        fields, logs = tr("Fields to compare"), tr("Fields to take the logarithm of")
        classes = ("type_class", "type_sil", "type_next", "type_flag")
        profile = ("type_class", "field", "count", "mean", "median", "std_mean")
        choices = ("k", "within", "silhouette", "calinski")
        number = tr("Number of classes (2 or more)")
        scalings = ("z", "robust", "minmax")
        return [
            p.localities(p.SPATIAL),
            p.number_fields("FIELDS", fields, of="LOCALITIES", optional=True),
            p.number_fields("LOG", logs, of="LOCALITIES", default="pop"),
            p.integer("CLASSES", number, None, low=2, optional=True),
            p.choice("METHOD", tr("Method"), ("kmeans", "ward"), "kmeans"),
            p.choice("SCALING", tr("Standardisation"), scalings, "z", advanced=True),
            p.choice("MISSING", tr("Missing values"), ("drop", "median"), "drop", advanced=True),
            p.integer("SEED", tr("Seed (number)"), 0, low=0, advanced=True),
            p.vector_output("OUTPUT", tr("Typology"), p.SPATIAL, fields=classes),
            p.table_output("PROFILE", tr("Class profiles"), fields=profile, optional=True),
            p.table_output("CHOICES", tr("Numbers of classes"), fields=choices, optional=True),
            p.number_result("NUMBER", tr("Number of classes")),
        ]

    def compute(self, inputs):
        from ...methods.typology.clustering import classify
        from ...methods.typology.scaling import Field

        names = inputs.fields("FIELDS") or inputs.present("LOCALITIES", COMPARED)
        logs = inputs.fields("LOG")
        typology = classify(
            inputs.frame("LOCALITIES", extra=names, keep_missing=True),
            [Field(name, "log" if name in logs else "none", _sign(name)) for name in names],
            method=inputs.choice("METHOD"),
            k=inputs.integer("CLASSES"),
            scaling=inputs.choice("SCALING"),
            missing=inputs.choice("MISSING"),
            seed=inputs.integer("SEED"),
            progress=inputs.progress,
        )
        inputs.tell(tr("Compared on: {fields}").format(fields=", ".join(names)))
        lacking = ", ".join(str(row + 1) for row in typology.dropped[:20])
        if lacking:
            inputs.warn(tr("Not classed for want of a value: rows {rows}").format(rows=lacking))
        if typology.constant:
            same = ", ".join(typology.constant)
            inputs.warn(tr("One value only, tells nothing apart: {fields}").format(fields=same))
        return {
            "OUTPUT": Extended("LOCALITIES", typology.columns()),
            "PROFILE": typology.profile.rename(columns={"class": "type_class"}),
            "CHOICES": typology.choices,
            "NUMBER": typology.k,
        }


def _sign(name):
    """-1 where the catalogue says that less is better."""
    return -1 if name in catalogue() and catalogue()[name].direction == "less" else 1
