"""Alike but different through the provider: lines, values and the page."""

import pytest
from qgis.core import NULL, QgsProcessingException, QgsVectorLayer

TOWNS = [
    # name, pop, density, job ratio, out-commuting
    ("Ånga", 1000, 10.0, 20.0, 80.0),
    ("Bråta", 1010, 10.1, 120.0, 30.0),
    ("<Celle>", 5000, 20.0, 60.0, 50.0),
    ("Dalby", 9000, 30.0, 21.0, 79.0),
    ("Eka", 500, 3.0, 70.0, 40.0),
]
FIELDS = (
    "loc_code:string,loc_name:string,pop:integer,pop_dens:double,job_ratio:double,out_comm:double"
)


@pytest.fixture
def towns(make_layer):
    rows = [(f"Point({500000 + 3000 * i} 6470000)", f"L{i}", *each) for i, each in enumerate(TOWNS)]
    return make_layer("Point", FIELDS, rows, name="towns")


def rows(layer, *names):
    return [[None if f[name] == NULL else f[name] for name in names] for f in layer.getFeatures()]


def test_the_pair_that_looks_alike_and_works_differently_comes_first(run, towns, tmp_path):
    page = tmp_path / "pairs.html"
    found = run(
        "alikebutdifferent", LOCALITIES=towns, OUTPUT="memory:", VALUES="memory:", REPORT=str(page)
    )
    (first, *_) = found["OUTPUT"].getFeatures()
    assert [first[name] for name in ("pair", "loc_a", "name_a", "name_b")] == [
        1,
        "L0",
        "Ånga",
        "Bråta",
    ]
    assert first["pair_index"] == pytest.approx(100)
    assert [first["tell_1"], first["tell_2"], first["tell_3"]] == [
        "Job ratio",
        "Out-commuting",
        NULL,
    ]
    assert (
        first["pair_words"] == "Most apart in: Job ratio 20.0 / 120.0; Out-commuting 80.0 / 30.0."
    )
    assert first.geometry().asWkt(0).startswith("MultiLineString ((500000 6470000, 503000 6470000")
    assert rows(found["VALUES"], "pair", "field", "value_a", "value_b")[:2] == [
        [1, "pop", 1000, 1010],
        [1, "pop_dens", 10, 10.1],
    ]
    html = page.read_text(encoding="utf-8")
    assert "Ånga – Bråta" in html
    assert "<Celle>" not in html
    assert "http://" not in html.replace("http://www.w3.org/2000/svg", "")


def test_the_reverse_and_the_most_alike(run, towns):
    reverse = run(
        "alikebutdifferent", LOCALITIES=towns, MODE="different_but_alike", OUTPUT="memory:"
    )["OUTPUT"]
    assert rows(reverse, "name_a", "name_b")[0] == ["Ånga", "Dalby"]
    alike = run(
        "alikebutdifferent",
        LOCALITIES=towns,
        MODE="most_like",
        ONE="eka",
        LIMIT=2,
        OUTPUT="memory:",
    )["OUTPUT"]
    assert [row[0] for row in rows(alike, "name_a")] == ["Eka", "Eka"]
    assert rows(alike, "pair_index")[0][0] > rows(alike, "pair_index")[1][0]


def test_the_distance_to_the_centre_is_compared_where_asked_for(run, towns):
    found = run(
        "alikebutdifferent", LOCALITIES=towns, CENTRE="L2", OUTPUT="memory:", VALUES="memory:"
    )
    values = rows(found["VALUES"], "pair", "field", "value_a", "value_b")
    assert next(row for row in values if row[1] == "to_centre") == [1, "to_centre", 6, 3]


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ({"ONE": "Horn"}, "no locality with the name or code 'Horn'"),
        ({"MODE": "most_like"}, "Say which locality"),
        ({"WORKS": ["loc_name"]}, "holds text"),
    ],
)
def test_what_is_wrong_is_explained(run, towns, parameters, message):
    with pytest.raises(QgsProcessingException, match=message):
        run("alikebutdifferent", LOCALITIES=towns, OUTPUT="memory:", **parameters)


def test_a_locality_without_geometry_has_pairs_without_lines(run, make_layer):
    listed = [("" if i == 1 else "Point(0 0)", f"L{i}", *each) for i, each in enumerate(TOWNS)]
    layer = make_layer("Point", FIELDS, listed)
    output = run("alikebutdifferent", LOCALITIES=layer, OUTPUT="memory:")["OUTPUT"]
    (first, *_) = output.getFeatures()
    assert first["name_b"] == "Bråta"
    assert first.geometry().isNull()


@pytest.mark.parametrize("count", [0, 1])
def test_too_few_localities_are_explained(run, make_layer, count):
    listed = [("Point(0 0)", "L0", *TOWNS[0])][:count]
    layer = make_layer("Point", FIELDS, listed)
    with pytest.raises(QgsProcessingException, match="has no values|one value only"):
        run("alikebutdifferent", LOCALITIES=layer, OUTPUT="memory:")


@pytest.mark.parametrize("one", ["Ljungsbro", "0580TB113"])
def test_the_most_like_one_anywhere_in_sweden(run, reference, one):
    """All 2 017 localities of 2020, beside a sort by plain distances."""
    import numpy as np

    path = reference("sweden_geo/sweden_regions.gpkg")
    layer = QgsVectorLayer(f"{path}|layername=tatorter", "tatorter", "ogr")
    given = {"LOOKS": ["pop", "area"], "WORKS": ["pop"], "LOG": ["pop", "area"]}
    named = {"NAME": "name", "CODE": "code", "MODE": "most_like", "ONE": one, "LIMIT": 10}
    found = run("alikebutdifferent", LOCALITIES=layer, **given, **named, OUTPUT="memory:")

    sizes = np.log(np.array(rows(layer, "pop", "area"), dtype=float))
    looks = (sizes - sizes.mean(axis=0)) / sizes.std(axis=0, ddof=1)
    called = rows(layer, "name", "code")
    own = next(i for i, each in enumerate(called) if one in each)
    apart = looks - looks[own]
    mean = (np.sqrt((apart**2).mean(axis=1)) + np.abs(apart[:, 0])) / 2
    nearest = [i for i in np.argsort(mean, kind="stable") if i != own][:10]
    assert len(called) == 2017
    assert [row[0] for row in rows(found["OUTPUT"], "loc_b")] == [called[i][1] for i in nearest]
    indexes = [row[0] for row in rows(found["OUTPUT"], "pair_index")]
    assert indexes == pytest.approx(100 * np.exp2(-mean[nearest]))
