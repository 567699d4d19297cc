"""Typology by clustering through the provider: what is added, examined and reported."""

import numpy as np
import pytest
from qgis.core import NULL, QgsProcessingException

FIELDS = "loc_name:string,pop:integer,job_ratio:double,out_comm:double,kind:string"


@pytest.fixture
def towns(make_layer):
    rng = np.random.default_rng(7)
    rows = []
    for i in range(24):
        kind = i % 3
        jobs = float([20, 70, 120][kind] + rng.normal(0, 3))
        out = float([80, 50, 20][kind] + rng.normal(0, 3))
        rows.append(("Point(0 0)", f"Ort {i}", 500 + 10 * i, jobs, out, "abc"[kind]))
    return make_layer("Point", FIELDS, rows, name="towns")


def rows(layer, *names):
    return [[None if f[name] == NULL else f[name] for name in names] for f in layer.getFeatures()]


def test_classes_are_found_kept_and_compared(run, towns, log, tmp_path):
    page = tmp_path / "report.html"
    found = run(
        "clustertypology",
        LOCALITIES=towns,
        FIELDS=["job_ratio", "out_comm"],
        GAP=True,
        RUNS=20,
        REDUCTION="share",
        BESIDE="kind",
        OUTPUT="memory:",
        CHOICES="memory:",
        LOADINGS="memory:",
        AGREEMENT="memory:",
        REPORT=str(page),
    )
    assert found["NUMBER"] == 3
    output = rows(found["OUTPUT"], "kind", "type_class", "type_keep", "type_loo")
    assert len({(kind, name) for kind, name, *_ in output}) == 3
    assert {(keep, loo) for *_, keep, loo in output} == {(100, 100)}
    agreement = rows(found["AGREEMENT"], "type_class", "other", "count")
    assert sorted(row[2] for row in agreement) == [0] * 6 + [8] * 3
    assert rows(found["LOADINGS"], "field", "component")[0] == ["job_ratio", 1]
    assert None not in rows(found["CHOICES"], "gap")[1]
    assert "say nearly the same (correlation -" in log.warnings[-1]
    text = page.read_text(encoding="utf-8")
    for part in ("Adjusted Rand index 1.00", "Map of likeness", "Who is like whom", "Twins"):
        assert part in text
    assert text.count("Ort 23") >= 2


def test_the_plain_run_asks_for_nothing(run, towns):
    found = run("clustertypology", LOCALITIES=towns, CLASSES=3, OUTPUT="memory:")
    assert set(found) == {"OUTPUT", "NUMBER"}
    names = found["OUTPUT"].fields().names()
    assert names[-6:] == [
        "type_class",
        "type_sil",
        "type_next",
        "type_flag",
        "type_keep",
        "type_loo",
    ]


def test_outliers_are_set_aside_and_told(run, make_layer, log):
    values = [*range(10, 30), 900]
    layer = make_layer("Point", "jobs:double", [("Point(0 0)", float(each)) for each in values])
    output = run(
        "clustertypology",
        LOCALITIES=layer,
        FIELDS=["jobs"],
        CLASSES=2,
        OUTLIERS=3.5,
        RUNS=0,
        OUTPUT="memory:",
    )["OUTPUT"]
    assert rows(output, "type_class", "type_flag", "type_keep")[-1] == [0, "outlier", None]
    assert "Set aside as outliers: rows 21" in log.warnings


def test_too_many_classes_are_explained(run, towns):
    with pytest.raises(QgsProcessingException, match="30 classes cannot be made of 24"):
        run("clustertypology", LOCALITIES=towns, CLASSES=30, OUTPUT="memory:")
