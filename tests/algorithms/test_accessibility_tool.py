"""Accessibility through the provider: a village by hand and Belo Horizonte as published."""

import csv
import gzip
import json

import pytest
from qgis.core import (
    NULL,
    QgsFeature,
    QgsGraduatedSymbolRenderer,
    QgsProcessingException,
    QgsVectorLayer,
)
from samplan.processing.paths import PROFILES


def at(x, y):
    """Return a point by its metres from the corner of the village."""
    return f"POINT({500000 + x} {6470000 + y})"


def square(x):
    """Return a square of 100 metres."""
    corners = [(x, 0), (x + 100, 0), (x + 100, 100), (x, 100), (x, 0)]
    return f"POLYGON(({', '.join(at(*corner)[6:-1] for corner in corners)}))"


SQUARES = [
    (square(0), "A", "Nord", 100, 30, 10, "town"),
    (square(200), "B", "Nord", 50, 10, 20, "rural"),
    (square(400), "C", "Syd", 50, 0, 0, "rural"),
]
FIELDS = "loc_code:string,mun_name:string,pop:integer,jobs:integer,old:integer,kind:string"
TIMES = [
    ("A", "A", 5.0),
    ("A", "B", 20.0),
    ("A", "C", 40.0),
    ("B", "A", 25.0),
    ("B", "B", 5.0),
    ("C", "A", 50.0),
    ("C", "C", 5.0),
]


def rows(layer, *names):
    return [[None if f[name] == NULL else f[name] for name in names] for f in layer.getFeatures()]


def colours(renderer):
    ranges = renderer.ranges()  # they hold their symbols as long as they live
    return [each.symbol().color().name() for each in ranges]


@pytest.fixture
def village(make_layer):
    return make_layer("Polygon", FIELDS, SQUARES, name="village")


@pytest.fixture
def table(make_layer):
    """Make a travel-time table; from rows of from, to, minutes and perhaps mode."""

    def make(times=TIMES, kind="double", time="travel_time_p50", name="times"):
        mode = ",mode:string" if len(times[0]) == 4 else ""
        fields = f"from_id:string,to_id:string,{time}:{kind}{mode}"
        return make_layer("None", fields, [(None, *row) for row in times], name=name)

    return make


@pytest.fixture
def access(run, village, table):
    def access(**more):
        given = {"TIMES": table(), "PLACES": village, "MEASURES": ["cumulative", "nearest"]}
        given = {**given, "OUTPUT": "memory:", **more}
        return run("accessibility", **given)

    return access


# --- by hand -------------------------------------------------------------------------------------


def test_times_and_places_are_enough(run, village, table):
    found = run("accessibility", TIMES=table(), PLACES=village, OUTPUT="memory:")["OUTPUT"]
    assert found.fields().names()[6:] == [
        *("c15_jobs", "c30_jobs", "c45_jobs", "c60_jobs"),
        *("c15_pop", "c30_pop", "c45_pop", "c60_pop"),
    ]
    assert rows(found, "loc_code", "c15_jobs", "c30_jobs", "c60_jobs", "c30_pop", "c45_pop") == [
        ["A", 30, 40, 40, 150, 200],
        ["B", 10, 40, 40, 150, 150],
        ["C", 0, 0, 30, 50, 50],
    ]


def test_the_nearest_and_which_it_is(access):
    found = access(MEASURES=["nearest"])["OUTPUT"]
    assert rows(found, "n1_jobs", "to_jobs", "n1_pop", "to_pop") == [
        [5, "A", 5, "A"],
        [5, "B", 5, "B"],
        [50, "A", 5, "C"],
    ]


def test_places_without_numbers_count_as_one_each(run, make_layer, table, log):
    points = [(at(0, 0), "A"), (at(9, 9), "B"), (at(20, 20), "C")]
    places = make_layer("Point", "loc_code:string", points)
    found = run("accessibility", TIMES=table(), PLACES=places, OUTPUT="memory:")["OUTPUT"]
    assert rows(found, "c15_place", "c30_place", "c60_place") == [[1, 2, 3], [1, 2, 2], [1, 1, 2]]
    assert "Each place counts as one opportunity." in log.info


def test_modes_are_chosen_and_the_fastest_of_several_counts(access, table):
    times = [("A", "B", 20, "transit"), ("A", "B", 12, "walk"), ("A", "B", 4, "car")]
    alone = access(TIMES=table(times), NEAREST="1")["OUTPUT"]
    assert rows(alone, "n1_jobs") == [[20], [None], [None]]
    both = access(TIMES=table(times), MODES="Walk, transit")["OUTPUT"]
    assert rows(both, "n1_jobs", "c15_jobs") == [[12, 10], [None, 0], [None, 0]]


def test_there_and_back_takes_the_longer_way(access, table):
    back = [("A", "A", 5), ("B", "A", 31), ("A", "B", 10), ("B", "B", 7), ("C", "C", 5)]
    found = access(TIMES_BACK=table(back), THRESHOLDS="15, 30, 45")["OUTPUT"]
    # A to B and home again takes 20 and 31; B to A 25 and 10; nothing leads from A to C's home
    assert rows(found, "c15_jobs", "c30_jobs", "c45_jobs", "n1_jobs") == [
        [30, 30, 40, 5],
        [10, 40, 40, 7],
        [0, 0, 0, None],
    ]


def test_text_from_csv_files_is_read_with_point_or_comma(run, village, tmp_path):
    path = tmp_path / "r5r.csv"
    path.write_text("from_id,to_id,travel_time_p50\nA,B,20\nB,A,NA\nA,A,\nC,B,29.5\n")
    (tmp_path / "r5r.csvt").write_text("String,String,String")
    given = {"PLACES": village, "MEASURES": ["nearest"], "OUTPUT": "memory:"}
    found = run("accessibility", TIMES=str(path), **given)["OUTPUT"]
    assert rows(found, "n1_jobs") == [[20], [None], [29.5]]
    path.write_text('from_id;to_id;travel_time_p50\nA;B;"20,25"\n')
    found = run("accessibility", TIMES=str(path), **given)["OUTPUT"]
    assert rows(found, "n1_jobs") == [[20.25], [None], [None]]


def test_kinds_of_services_count_where_they_lie(access, make_layer, log):
    services = [
        (at(50, 50), "school"),
        (at(210, 10), "school"),
        (at(310, 50), "school"),  # 10 m beside B
        (at(450, 50), "Äldreboende"),
        (at(450, 50), None),
        (at(9000, 0), "school"),
    ]
    layer = make_layer("Point", "type:string", services)
    found = access(DESTINATIONS=layer, KIND="type", NEAREST="1, 2", MEASURES=["nearest"])["OUTPUT"]
    names = ("n1_schoo", "n2_schoo", "to_schoo", "n1_aldre", "to_aldre")
    assert rows(found, *names) == [
        [5, 20, "A", 40, "C"],
        [5, 25, "B", None, None],
        [50, None, "A", 5, "C"],
    ]
    assert "1 destinations lie in or near no place and cannot be reached." in log.warnings


def test_numbers_of_several_destinations_of_a_code_are_summed(access, make_layer):
    shops = [(None, "B", 10.0, 1), (None, "B", 5.0, 1), (None, "A", None, 2), (None, "X", 9.0, 9)]
    layer = make_layer("None", "loc_code:string,floor area:double,floor_areas:integer", shops)
    found = access(
        DESTINATIONS=layer, OPPORTUNITIES=["floor area", "floor_areas"], MEASURES=["cumulative"]
    )["OUTPUT"]
    assert rows(found, "c30_floor", "c15_floo2", "c30_floo2") == [[15, 2, 4], [15, 2, 4], [0, 0, 0]]


def test_names_fit_a_shapefile_and_are_each_once(access, make_layer):
    kinds = ["Förskola åk 1", "förskola åk 2", "Förskola åk 3", "?", "_?", "9", "school_f6", " "]
    layer = make_layer("None", "loc_code:string,what:string", [(None, "A", k) for k in kinds])
    measures = ["cumulative", "gravity", "nearest", "dual", "fca", "score"]
    found = access(
        DESTINATIONS=layer,
        KIND="what",
        MEASURES=measures,
        THRESHOLDS="999",
        NEAREST="99",
        NUMBERS="1, 2.5",
    )["OUTPUT"]
    names = found.fields().names()
    assert len({name.lower() for name in names}) == len(names) == 6 + 7 * 9 + 2
    assert all(len(name) <= 10 and name.isascii() for name in names)
    expected = {"c999_forsk", "c999_fors2", "c999_fors3", "d2_sch_f", "g_x", "g_x2", "g_9"}
    assert expected <= set(names)


def test_destinations_without_geometry_count_by_their_code(access, make_layer):
    layer = make_layer("Point", "loc_code:string", [(None, "A"), (at(9000, 0), "A")])
    found = access(DESTINATIONS=layer, MEASURES=["cumulative"], THRESHOLDS="30")["OUTPUT"]
    assert rows(found, "c30_desti") == [[2], [2], [0]]


def test_decays_dual_and_floating_catchments_by_hand(access):
    given = {"MEASURES": ["gravity", "dual", "fca"], "NUMBERS": "1, 40", "PARAMETER": 30}
    found = access(**given, DECAY="binary")["OUTPUT"]
    assert rows(found, "g_jobs", "d1_jobs", "d2_jobs") == [[40, 5, 20], [40, 5, 25], [0, 50, None]]
    # A's 30 jobs are shared by A and B, and so are B's 10
    assert rows(found, "f_jobs") == [[pytest.approx(40 / 150)], [pytest.approx(40 / 150)], [0]]
    gaussian = access(MEASURES=["gravity"], DECAY="gaussian", LIMIT=30)["OUTPUT"]
    weights = [2.718281828459045 ** -((t / 20) ** 2 / 2) for t in (5, 20, 25)]
    assert rows(gaussian, "g_jobs")[:2] == [
        [pytest.approx(30 * weights[0] + 10 * weights[1])],
        [pytest.approx(30 * weights[2] + 10 * weights[0])],
    ]


def test_the_score_follows_the_profile_and_its_weights(access, make_layer, tmp_path):
    services = [
        (at(50, 50), "grocery"),
        (at(60, 50), "grocery"),
        (at(70, 50), "grocery"),
        (at(250, 50), "library"),
    ]
    given = {
        "DESTINATIONS": make_layer("Point", "type:string", services),
        "KIND": "type",
        "MEASURES": ["score"],
    }
    found = access(**given)["OUTPUT"]
    # daily: within 10, 15, 20, 30, 45 minutes; occasional, of half the weight: 15, 20, ...
    assert rows(found, "s_groc", "k_groc", "s_libra", "acc_score", "acc_lack") == [
        [5, 3, 3, pytest.approx(13 / 3), ""],
        [2, 3, 4, pytest.approx(8 / 3), ""],
        [0, 0, 0, 0, "grocery, library"],
    ]
    profile = json.loads((PROFILES / "accessibility.json").read_text(encoding="utf-8"))
    profile["profiles"]["books"] = {
        "settings": {
            "minutes": [60],
            "choices": [1],
            "scores": [[1]],
            "types": ["Library"],
            "weight": 0,
        }
    }
    path = tmp_path / "own.json"
    path.write_text(json.dumps(profile), encoding="utf-8")
    own = access(**given, PROFILE_FILE=str(path))["OUTPUT"]
    assert rows(own, "s_libra", "acc_score") == [[1, 5], [1, 2], [0, 0]]


def test_tables_by_area_and_group(access):
    found = access(
        MEASURES=["cumulative", "nearest"],
        THRESHOLDS="30",
        GROUPS=["old"],
        CLASS="kind",
        SMALLEST_BASE=20,
        SUMMARY="memory:",
        EQUITY="memory:",
    )
    names = ("area", "who", "persons", "mean", "median", "short_sh", "field")
    jobs = [row[:-1] for row in rows(found["EQUITY"], *names) if row[-1] == "c30_jobs"]
    assert jobs == [
        [None, "all", 200, 30, 40, 25],
        [None, "old", 30, 40, 40, 0],
        [None, "kind rural", 100, 20, 0, 50],
        [None, "kind town", 100, 40, 40, 0],
        ["Nord", "all", 150, 40, 40, 0],
        ["Nord", "old", 30, 40, 40, 0],
        ["Nord", "kind rural", 50, 40, 40, 0],
        ["Nord", "kind town", 100, 40, 40, 0],
        ["Syd", "all", 50, 0, 0, 100],
        ["Syd", "old", 0, None, None, None],
        ["Syd", "kind rural", 50, 0, 0, 100],
        ["Syd", "kind town", 0, None, None, None],
    ]
    # a fifth has none of what each of the others has 40 of
    first = rows(found["EQUITY"], "gini", "palma", "no_value")[0]
    assert first == [pytest.approx(0.25), pytest.approx(40 / (40 * 0.15 / 0.4)), 0]
    summary = rows(found["SUMMARY"], "area", "field", "persons", "mean", "short_sh")
    assert summary[:3] == [
        [None, "c30_jobs", 200, 30, 25],
        ["Nord", "c30_jobs", 150, 40, 0],
        ["Syd", "c30_jobs", 50, 0, 100],
    ]
    times = [row[1:] for row in summary if row[0] is None and row[1] == "n1_jobs"]
    assert times == [["n1_jobs", 200, pytest.approx((150 * 5 + 50 * 50) / 200), 25]]


def test_the_layer_is_styled_and_its_fields_have_names(access, tmp_path):
    target = tmp_path / "access.gpkg"
    access(OUTPUT=str(target))
    layer = QgsVectorLayer(str(target), "access", "ogr")
    assert isinstance(layer.renderer(), QgsGraduatedSymbolRenderer)
    assert layer.renderer().classAttribute() == "c45_jobs"
    alias = layer.attributeAlias(layer.fields().indexOf("n1_pop"))
    assert alias == "Time to the nearest: Population, 1 (min)"
    access(OUTPUT=str(tmp_path / "near.gpkg"), MEASURES=["nearest"])
    other = QgsVectorLayer(str(tmp_path / "near.gpkg"), "near", "ogr")
    near = other.renderer()
    assert near.classAttribute() == "n1_jobs"
    assert colours(near)[0] == colours(layer.renderer())[-1], "short times look like much"
    assert colours(near)[-1] == colours(layer.renderer())[0]
    labels = [each.label() for each in near.ranges()]
    ties = "ties make no classes of one value"
    assert labels == ["5 – 14 min", "14 – 32 min", "32 – 50 min"], ties


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        pytest.param({"THRESHOLDS": "30, 15"}, "whole, rise", id="thresholds that fall"),
        pytest.param({"THRESHOLDS": "15, 15"}, "whole, rise", id="thresholds twice"),
        pytest.param({"THRESHOLDS": "7.5"}, "whole, rise", id="half minutes"),
        pytest.param({"THRESHOLDS": "0, 1000"}, "from 1 to 999", id="thresholds out of range"),
        pytest.param({"THRESHOLDS": "soon"}, "'soon' in 'Within times", id="a word"),
        pytest.param({"THRESHOLDS": " , "}, "is no number", id="no threshold"),
        pytest.param({"NEAREST": "-1"}, "'-1' in 'Nearest", id="a negative number"),
        pytest.param({"CODE": "mun_name"}, "'Nord' belongs to more", id="codes twice"),
        pytest.param({"CODE": "kind"}, "'rural' belongs to more", id="another field"),
        pytest.param({"MODES": "boat"}, "modes are: car", id="an unknown mode"),
        pytest.param(
            {"MEASURES": ["fca"], "POPULATION": ""}, "Choose 'Population'", id="fca without people"
        ),
        pytest.param(
            {"SUMMARY": "memory:", "POPULATION": ""}, "Choose 'Population'", id="a table likewise"
        ),
        pytest.param({"TIME": "from_id"}, "has 'A' in the field 'from_id'", id="text for time"),
        pytest.param({"TIME": "minutes"}, "no field 'minutes'", id="no such field"),
        pytest.param(
            {"MEASURES": ["gravity"], "PARAMETER": 0}, "must be above 0", id="no decay at all"
        ),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(access, table, tmp_path, wrong, words):
    target = tmp_path / "access.gpkg"
    times = table([(*row, "car") for row in TIMES])
    with pytest.raises(QgsProcessingException, match=words):
        access(TIMES=times, OUTPUT=str(target), **{"MODES": "car", **wrong})
    assert not target.exists()


@pytest.mark.parametrize(
    ("times", "words"),
    [
        pytest.param([("A", "B", -3.0)], "cannot be negative", id="a negative time"),
        pytest.param([("a", "b", 3.0)], "No row of the travel time table", id="other codes"),
    ],
)
def test_times_that_cannot_be_are_refused(access, table, times, words):
    with pytest.raises(QgsProcessingException, match=words):
        access(TIMES=table(times))


def test_another_table_is_told_from_travel_times(access, make_layer):
    table = make_layer("NoGeometry", "one:string,other:string", [(None, "A", "B")])
    with pytest.raises(QgsProcessingException, match="lacks from_id, to_id or .* one, other"):
        access(TIMES=table)


def test_no_places(run, make_layer, table):
    layer = make_layer("Point", "id:string,pop:integer", [])
    with pytest.raises(QgsProcessingException, match="has no places to travel between"):
        run("accessibility", TIMES=table(), PLACES=layer, OUTPUT="memory:")


def test_the_usual_fields_hold_the_codes(run, make_layer, table):
    layer = make_layer("Point", "id:string,pop:integer", [(at(0, 0), "A", 5)])
    found = run("accessibility", TIMES=table(), PLACES=layer, OUTPUT="memory:")["OUTPUT"]
    assert rows(found, "c15_pop") == [[5]]
    layer = make_layer("Point", "name:string,pop:integer", [(at(0, 0), "A", 5)])
    with pytest.raises(QgsProcessingException, match="Choose 'Code of the place'"):
        run("accessibility", TIMES=table(), PLACES=layer, OUTPUT="memory:")


def test_places_need_codes(access, village):
    layer = village.clone()
    layer.startEditing()
    layer.changeAttributeValue(2, 0, None)
    with pytest.raises(QgsProcessingException, match="1 features of the layer '.*' have no code"):
        access(PLACES=layer)


def test_destinations_far_from_all_places_are_refused(access, make_layer):
    with pytest.raises(QgsProcessingException, match="None of the destinations lies in or near"):
        access(DESTINATIONS=make_layer("Point", "x:integer", [(at(9000, 9000), 1)]))
    with pytest.raises(QgsProcessingException, match="Choose 'Code of the destination'"):
        access(DESTINATIONS=make_layer("None", "x:integer", [(None, 1)]))


def test_kinds_are_few_and_have_one_number(access, make_layer):
    many = [(at(50, 50), f"name {i}", 1, 1) for i in range(41)]
    layer = make_layer("Point", "name:string,a:integer,b:integer", many)
    with pytest.raises(QgsProcessingException, match="41 different kinds"):
        access(DESTINATIONS=layer, KIND="name")
    with pytest.raises(QgsProcessingException, match="at most one field of numbers"):
        access(DESTINATIONS=layer, KIND="name", OPPORTUNITIES=["a", "b"])


def test_what_the_table_holds_too_much_or_too_little_is_told(access, table, log):
    access(TIMES=table([("A", "A", 5.0), ("A", "A", 6.0), ("A", "X", 7.0)]))
    assert "1 rows of the travel times have an end that is not among the places." in log.info
    assert any(each.startswith("1 pairs occur again") for each in log.warnings)
    assert any("2 of 3 places reach no destination at all, such as B, C" in w for w in log.warnings)


def test_where_nothing_can_be_reached_all_is_0_or_empty(access, table, log, tmp_path):
    measures = ["nearest", "cumulative", "gravity", "dual", "fca", "score"]
    target = tmp_path / "access.gpkg"
    found = access(
        TIMES=table([("A", "B", None), ("B", "A", None)]),
        MEASURES=measures,
        OUTPUT=str(target),
        SUMMARY="memory:",
    )
    layer = QgsVectorLayer(str(target), "access", "ogr")
    names = ("n1_jobs", "to_jobs", "c60_jobs", "g_jobs", "d1_jobs", "f_jobs", "s_jobs", "k_jobs")
    assert rows(layer, *names) == [[None, None, 0, 0, None, 0, 0, 0]] * 3
    assert any("3 of 3 places reach no destination at all" in each for each in log.warnings)
    first = rows(found["SUMMARY"], "area", "field", "persons", "no_value", "mean", "short_sh")[0]
    assert first == [None, "n1_jobs", 0, 200, None, 100]


def test_running_again_updates_the_fields(access, tmp_path):
    first = access()["OUTPUT"]
    second = access(PLACES=first)["OUTPUT"]
    assert second.fields().names() == first.fields().names()


# --- Belo Horizonte ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def belo_horizonte(reference, qgis_app, tmp_path_factory):
    """Grid with land use as a layer, the table as CSV, and the columns published."""
    with reference("accessibility/land_use_bho.csv").open(encoding="utf-8") as file:
        land_use = {row["id"]: row for row in csv.DictReader(file)}
    grid = QgsVectorLayer(str(reference("accessibility/grid_bho.gpkg")), "grid", "ogr")
    numbers = ("population", "jobs", "schools", "income_decile")
    fields = "".join(f"&field={name}:double" for name in numbers)
    places = QgsVectorLayer(f"MultiPolygon?crs=EPSG:4326&field=id:string{fields}", "grid", "memory")
    features = []
    for each in grid.getFeatures():
        feature, row = QgsFeature(places.fields()), land_use[each["id"]]
        feature.setGeometry(each.geometry())
        values = [float(row[n]) if row[n] not in ("", "NA") else None for n in numbers]
        feature.setAttributes([each["id"], *values])
        features.append(feature)
    places.dataProvider().addFeatures(features)
    path = tmp_path_factory.mktemp("bho") / "times.csv"
    packed = reference("accessibility/travel_matrix_bho.csv.gz")
    path.write_bytes(gzip.decompress(packed.read_bytes()))

    def expected(name):
        path = reference(f"accessibility/expected_{name}.csv")
        with path.open(encoding="utf-8") as file:
            lines = list(csv.reader(file))[1:]
        return {code: float(value) for code, value in lines}

    given = {
        "TIMES": str(path),
        "TIME": "travel_time",
        "PLACES": places,
        "CODE": "id",
        "POPULATION": "population",
        "DESTINATIONS": places,
        "DEST_CODE": "id",
        "OPPORTUNITIES": ["jobs", "schools"],
        "OUTPUT": "memory:",
    }
    return given, expected


def test_belo_horizonte_is_as_published(run, belo_horizonte):
    given, expected = belo_horizonte
    found = run(
        "accessibility",
        **given,
        MEASURES=["cumulative", "nearest", "fca"],
        THRESHOLDS="30",
        DECAY="binary",
        PARAMETER=50,
    )["OUTPUT"]
    table = {row[0]: row[1:] for row in rows(found, "id", "c30_jobs", "n1_schoo", "f_jobs")}
    jobs, school, shared = (
        expected("cumulative_jobs_transit_30min"),
        expected("cost_to_closest_school_transit"),
        expected("2sfca_binary50_jobs_population"),
    )
    assert len(table) == 898
    assert {code: row[0] for code, row in table.items()} == jobs
    assert sum(row[0] for row in table.values()) == 85640632
    assert {code: float("inf") if row[1] is None else row[1] for code, row in table.items()} == (
        school
    )
    for code, row in table.items():
        assert row[2] == pytest.approx(shared[code], rel=1e-12)
    # what the people have between them is what there is
    people, offered = zip(*rows(found, "population", "jobs"))
    held = sum(f[0] * (n or 0) for f, n in zip(rows(found, "f_jobs"), people))
    assert held == pytest.approx(sum(filter(None, offered)), rel=1e-9)


def test_gravity_and_balanced_catchments_are_as_published(run, belo_horizonte):
    given, expected = belo_horizonte
    settings = {"MEASURES": ["gravity", "fca"], "DECAY": "exponential", "FCA": "balanced"}
    one = run("accessibility", **given, **settings, PARAMETER=0.2)["OUTPUT"]
    other = run("accessibility", **given, **settings, PARAMETER=0.5)["OUTPUT"]
    for layer, field, name in (
        (one, "g_jobs", "gravity_exp0.2_jobs_transit"),
        (other, "f_jobs", "bfca_exp0.5"),
    ):
        column = expected(name)
        found = dict(rows(layer, "id", field))
        assert set(found) == set(column)
        for code, value in found.items():
            assert value == pytest.approx(column[code], rel=1e-9, abs=1e-12)
