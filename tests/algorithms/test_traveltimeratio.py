"""Travel time ratios through the provider: four places by hand."""

import pytest
from qgis.core import NULL, QgsProcessingException, QgsVectorLayer
from qgis.PyQt.QtCore import QVariant


def at(x):
    return f"POINT({500000 + x} 6470000)"


PLACES = [
    (at(0), "A", "Stad", 900),
    (at(1000), "B", "By", 100),
    (at(2000), "C", "Ort", 300),
    (at(3000), "D", None, None),
]
TIMES = [
    ("A", "B", 36.0, "transit"),
    ("A", "B", 30.0, "car"),
    ("B", "A", 48.0, "transit"),
    ("B", "A", 32.0, "car"),
    ("A", "C", 70.0, "transit"),
    ("A", "C", 35.0, "car"),
    ("C", "A", 75.0, "transit"),
    ("C", "A", 30.0, "car"),
    ("B", "C", 20.0, "car"),
    ("B", "B", 1.0, "car"),
    ("D", "A", 9.0, "transit"),
    ("D", "A", 4.0, "car"),
    ("D", "C", 30.0, "walk"),
]
PAIR = ("from_id", "to_id", "tt_pt", "tt_car", "tt_diff", "tt_ratio", "tt_class")
PLACE = ("tt_pt", "tt_car", "tt_diff", "tt_ratio", "tt_class", "tt_cover")


def rows(layer, *names):
    return [[None if f[name] == NULL else f[name] for name in names] for f in layer.getFeatures()]


@pytest.fixture
def table(make_layer):
    def make(times=TIMES, name="times"):
        mode = ",mode:string" if len(times[0]) == 4 else ""
        fields = f"from_id:string,to_id:string,travel_time_p50:double{mode}"
        return make_layer("None", fields, [(None, *row) for row in times], name=name)

    return make


@pytest.fixture
def compare(run, make_layer, table):
    def compare(kind="Point", places=PLACES, **more):
        layer = make_layer(kind, "loc_code:string,loc_name:string,pop:integer", places)
        given = {"TIMES": table(), "LOCALITIES": layer, "OUTPUT": "memory:", **more}
        return run("traveltimeratio", **given)

    return compare


def test_pairs_by_hand(compare):
    found = compare(PAIRS="memory:")["PAIRS"]
    assert rows(found, *PAIR) == [
        ["A", "B", 36, 30, 6, 1.2, "1.2"],
        ["A", "C", 70, 35, 35, 2, "2"],
        ["B", "A", 48, 32, 16, 1.5, "1.5"],
        ["B", "C", None, 20, None, None, None],
        ["C", "A", 75, 30, 45, 2.5, "over"],
        ["D", "A", 9, 4, 5, None, None],
    ]
    assert rows(found, "from_name", "to_name")[-1] == ["D", "Stad"]
    assert found.fields().indexOf("travellers") < 0


def test_localities_to_the_largest(compare, log):
    found = compare(LARGEST=2)["OUTPUT"]
    assert rows(found, *PLACE) == [
        [70, 35, 35, 2, "2", 100],
        [48, 32, 16, 1.5, "1.5", 50],
        [75, 30, 45, 2.5, "over", 100],
        [9, 4, 5, None, None, 50],
    ]
    assert "Centre: Stad, Ort" in log.info


def test_localities_to_named_centres_weighted_by_travellers(compare, make_layer):
    flows = [
        (None, "A", "B", 10),
        (None, "A", "C", 20),
        (None, "A", "C", 10),
        (None, "B", "C", 5),
        (None, "B", "B", 99),
        (None, "D", "X", 7),
        (None, "C", "A", None),
    ]
    layer = make_layer("None", "from_code:string,to_code:string,employed:integer", flows)
    found = compare(CENTRES="by, C", FLOWS=layer, PAIRS="memory:", LINES="memory:")
    ratio = (10 * 36 + 30 * 70) / (10 * 30 + 30 * 35)
    assert rows(found["OUTPUT"], "tt_ratio", "tt_cover") == [
        [pytest.approx(ratio), 100],
        [None, 0],
        [None, None],
        [None, None],
    ]
    assert rows(found["PAIRS"], "from_id", "to_id", "travellers") == [
        ["A", "B", 10],
        ["A", "C", 30],
        ["B", "A", 0],
        ["B", "C", 5],
        ["C", "A", 0],
        ["D", "A", 0],
    ]
    assert rows(found["LINES"], "from_id", "to_id", "tt_class") == [
        ["A", "C", "2"],
        ["A", "B", "1.2"],
    ]


def test_lines_lead_from_place_to_place_with_the_best_on_top(compare):
    found = compare(LINES="memory:")["LINES"]
    assert [(f["from_id"], f["to_id"], f.geometry().length()) for f in found.getFeatures()] == [
        ("C", "A", 2000),
        ("A", "C", 2000),
        ("B", "A", 1000),
        ("A", "B", 1000),
    ]


def test_a_place_without_geometry_has_a_ratio_and_no_line(compare):
    places = [PLACES[0], (None, *PLACES[1][1:]), *PLACES[2:]]
    found = compare(places=places, LINES="memory:")
    assert rows(found["LINES"], "from_id", "to_id") == [["C", "A"], ["A", "C"]]
    assert rows(found["OUTPUT"], "tt_ratio")[1] == [1.5]


def test_two_tables_parking_and_limits_of_ones_own(compare, table):
    transit = [(one, other, time) for one, other, time, mode in TIMES if mode == "transit"]
    car = [(one, other, time) for one, other, time, mode in TIMES if mode == "car"]
    found = compare(
        TIMES=table(transit),
        CAR_TIMES=table(car, "car"),
        EXTRA=5,
        LIMITS="1; 1,25",
        PAIRS="memory:",
    )["PAIRS"]
    assert rows(found, "tt_pt", "tt_car", "tt_ratio", "tt_class")[:3] == [
        [36, 35, pytest.approx(36 / 35), "1.25"],
        [70, 40, 1.75, "over"],
        [48, 37, pytest.approx(48 / 37), "over"],
    ]
    assert rows(found, "tt_car", "tt_ratio")[-1] == [9, 1]


def test_a_mixed_table_beside_a_table_of_car_times(compare, table):
    car = [(one, other, time) for one, other, time, mode in TIMES if mode == "car"]
    found = compare(CAR_TIMES=table(car, "car"), PAIRS="memory:")["PAIRS"]
    assert rows(found, "tt_ratio") == [[1.2], [2], [1.5], [None], [2.5], [None]]


def test_results_are_styled_by_class(compare, tmp_path):
    target, lines = tmp_path / "ratio.gpkg", tmp_path / "lines.gpkg"
    square = "POLYGON((500000 6470000, 500100 6470000, 500100 6470100, 500000 6470000))"
    places = [(square, *row[1:]) for row in PLACES]
    compare("Polygon", places, OUTPUT=str(target), LINES=str(lines))
    for path in (target, lines):
        layer = QgsVectorLayer(str(path), path.stem, "ogr")
        labels = [rule.label() for rule in layer.renderer().rootRule().children()]
        assert labels == ["At most 1.2", "At most 1.5", "At most 2", "Above 2"]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        pytest.param({"LIMITS": "2, 1.5"}, "must rise", id="limits that fall"),
        pytest.param({"LIMITS": "good"}, "'good' in 'Limits", id="a word for a limit"),
        pytest.param({"TRANSIT": "buss"}, "modes are: car, transit, walk", id="unknown mode"),
        pytest.param({"MODE": ""}, "has no field of modes", id="no modes"),
        pytest.param({"CENTRES": "Staden"}, "called 'Staden'", id="unknown centre"),
        pytest.param({"SIZE": ""}, "Choose 'Size'", id="no size and no centre"),
        pytest.param({"CODE": "loc_name"}, "have no code, the first in row 4", id="no code"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(compare, tmp_path, wrong, words):
    target = tmp_path / "ratio.gpkg"
    with pytest.raises(QgsProcessingException, match=words):
        compare(OUTPUT=str(target), **wrong)
    assert not target.exists()


@pytest.mark.parametrize(
    ("times", "words"),
    [
        pytest.param([("A", "B", -1.0)], "cannot be negative", id="a negative time"),
        pytest.param([("a", "b", 1.0)], "No row of the travel time table", id="other codes"),
    ],
)
def test_times_that_cannot_be_are_refused(compare, table, times, words):
    with pytest.raises(QgsProcessingException, match=words):
        compare(TIMES=table(times), CAR_TIMES=table([("A", "B", 1.0)]))


def test_flows_between_other_places_are_refused(compare, make_layer):
    layer = make_layer(
        "None", "from_code:string,to_code:string,employed:integer", [(None, "X", "Y", 1)]
    )
    with pytest.raises(QgsProcessingException, match="No row of the table 'layer' has both ends"):
        compare(FLOWS=layer)


def test_running_again_updates_the_fields(compare, run, table):
    first = compare()["OUTPUT"]
    assert first.fields().field("tt_class").type() == QVariant.String
    second = run("traveltimeratio", TIMES=table(), LOCALITIES=first, OUTPUT="memory:")["OUTPUT"]
    assert rows(second, *PLACE) == rows(first, *PLACE)
    assert second.fields().names() == first.fields().names()
