"""Typology by clustering."""

from __future__ import annotations

from ... import parameters as p
from ...algorithm import Algorithm
from ...i18n import tr
from ...subjects import typology

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
        "REDUCTION": tr(
            "none: the fields themselves; share: the first components that hold 80 % of the "
            "variance; eigenvalue: components with more variance than a field."
        ),
        "OUTLIERS": tr("Set aside what lies farther from the median; 3.5 is usual. Empty: none."),
        "RUNS": tr("Runs that tell how often a locality keeps its class; 0: none."),
        "BESIDE": tr("Another division to compare with, such as rule_class."),
        "OUTPUT": tr("The localities with these fields added:"),
        "PROFILE": tr("A row per class and field:"),
        "CHOICES": tr("A row per number of classes tried:"),
        "LOADINGS": tr("A row per field and component, where components are compared:"),
        "AGREEMENT": tr("A row per class and class of the other division:"),
        "REPORT": tr("A page on how the classes came about and how far they can be trusted."),
    }

    def parameters(self):
        fields, logs = tr("Fields to compare"), tr("Fields to take the logarithm of")
        classes = ("type_class", "type_sil", "type_next", "type_flag", "type_keep", "type_loo")
        profile = ("type_class", "field", "count", "mean", "median", "std_mean")
        choices = ("k", "within", "silhouette", "calinski", "gap", "gap_se")
        number = tr("Number of classes (2 or more)")
        loadings = ("field", "component", "share", "loading", "varimax")
        agreement, page = ("type_class", "other", "count"), tr("HTML files (*.html)")
        rules, other = ("none", "share", "eigenvalue"), tr("Other division")
        outliers, runs = tr("Outliers (robust standard deviations)"), tr("Bootstrap runs (number)")
        table, name = p.table_output, tr("Locality name")
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
            table("PROFILE", tr("Class profiles"), fields=profile, optional=True),
            table("CHOICES", tr("Numbers of classes"), fields=choices, optional=True),
            p.number_result("NUMBER", tr("Number of classes")),
            p.choice("REDUCTION", tr("Principal components"), rules, "none", advanced=True),
            p.number("OUTLIERS", outliers, None, low=1, optional=True, advanced=True),
            p.integer("RUNS", runs, 200, low=0, advanced=True),
            p.flag("GAP", tr("Gap statistic"), False, advanced=True),
            p.field("BESIDE", other, of="LOCALITIES", optional=True),
            p.field("NAME", name, of="LOCALITIES", default="loc_name", advanced=True),
            table("LOADINGS", tr("Loadings"), fields=loadings, optional=True),
            table("AGREEMENT", tr("Agreement"), fields=agreement, optional=True),
            p.file_output("REPORT", tr("Report"), filter=page, optional=True),
        ]

    def compute(self, inputs):
        from ...reports import clusters

        names = inputs.fields("FIELDS") or inputs.present("LOCALITIES", COMPARED)
        return clusters.results(inputs, *typology.cluster(inputs, names))
