"""Quality classes on the village's timetable, through the provider."""

import json
import math
import zipfile

import pytest
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsExpression,
    QgsExpressionContext,
    QgsFeature,
    QgsPointXY,
    QgsProcessingException,
    QgsProject,
    QgsVectorLayer,
)
from samplan.processing import feeds
from samplan.processing.methods.transit.village import FILES
from samplan.processing.paths import PROFILES
from samplan.processing.subjects import ranked

RULES = {
    "kind": "interval",
    "window": ["06:00", "20:00"],
    "divide_by": 1,
    "every_hour": False,
    "departures": "all_modes",
    "groups": [{"name": "all", "modes": ["bus"]}],
    "intervals": [210, 420],
    "closed": [True, True],
    "categories": [["often"], ["seldom"]],
    "rings": [100, 400],
    "classes": {"often": ["A", "B"], "seldom": ["B", None]},
    "order": ["A", "B"],
}
"""Four departures between 6 and 20 are often, two seldom: at the country stop and at the ends."""


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setattr(feeds, "_folder", lambda: tmp_path / "cache")


@pytest.fixture
def given(tmp_path):
    """Timetable, rules and outputs."""
    path, rules = tmp_path / "village.zip", tmp_path / "mine.json"
    with zipfile.ZipFile(path, "w") as archive:
        for file, text in FILES.items():
            archive.writestr(file, text)
    rules.write_text(json.dumps({"profiles": {"mine": RULES}}), encoding="utf-8")
    outputs = dict.fromkeys(("STOPS", "CLASSES", "OUTPUT", "SUMMARY"), "memory:")
    return {"FEED": str(path), "PROFILE_FILE": str(rules), **outputs}


@pytest.fixture
def stop(qgis_app):
    """Where the country stop lies in SWEREF 99 TM."""
    systems = [QgsCoordinateReferenceSystem(f"EPSG:{code}") for code in (4326, 3006)]
    place = QgsCoordinateTransform(*systems, QgsProject.instance()).transform(QgsPointXY(15.1, 58))
    return place.x(), place.y()


@pytest.fixture
def layers(stop, make_layer):
    """Inhabitants at distances to the east, and localities around all and around nobody."""
    x, y = stop
    homes = [(f"Point({x + east} {y})", number) for east, number in HOMES]
    corners = ((-9, -9), (999, -9), (999, 9), (-9, 9), (-9, -9))
    near = ",".join(f"{x + east} {y + north}" for east, north in corners)
    far = ",".join(f"{x + east} {y + 5000 + north}" for east, north in corners)
    places = [(f"Polygon(({near}))", "1", "Landet"), (f"Polygon(({far}))", "2", "Öde")]
    return {
        "LOCALITIES": make_layer("Polygon", "loc_code:string,loc_name:string", places),
        "RESIDENTS": make_layer("Point", "population:integer", homes),
    }


FAR = "Polygon((500000 6000000,500100 6000000,500100 6000100,500000 6000100,500000 6000000))"
HOMES = ((99, 5), (101, 7), (399, 3), (401, 10))


def rows(layer, *names):
    return [[None if f[name] == NULL else f[name] for name in names] for f in layer.getFeatures()]


def test_stops_and_their_categories(run, given):
    found = run("stopquality", **given)
    assert rows(found["STOPS"], "stop_name", "dep_n", "stop_cat") == [
        ["Kyrkan", 2, "seldom"],
        ["Landet", 4, "often"],
        ["Torget", 2, "seldom"],
    ]
    assert rows(found["STOPS"], "hours_sh")[1] == [pytest.approx(100 * 4 / 14)]


def test_areas_do_not_overlap_and_count_who_lives_there(run, given, layers):
    found = run("stopquality", **given, **layers)
    assert rows(found["CLASSES"], "qual_class", "qual_rank", "pop") == [["A", 1, 5], ["B", 2, 10]]
    best, next_best = (feature.geometry() for feature in found["CLASSES"].getFeatures())
    assert best.intersection(next_best).area() < 1e-6
    disc = 64 / 2 * math.sin(2 * math.pi / 64)  # a circle of 64 corners and radius 1
    areas = [disc * 100**2, disc * (400**2 - 100**2 + 2 * 100**2)]
    assert [best.area(), next_best.area()] == pytest.approx(areas)
    assert rows(found["CLASSES"], "area_ha") == [[pytest.approx(each / 10000)] for each in areas]


def test_localities(run, given, layers):
    found = run("stopquality", **given, **layers)
    assert rows(found["OUTPUT"], "loc_code", "qual_1", "qual_2") == [
        ["1", pytest.approx(20), pytest.approx(60)],
        ["2", None, None],
    ]
    assert rows(found["SUMMARY"], "loc_name", "qual_class", "qual_rank", "pop")[:3] == [
        ["Landet", "A", 1, 5],
        ["Landet", "B", 2, 10],
        ["Landet", None, None, 10],
    ]


def test_on_the_streets_it_is_farther(run, given, layers, stop, make_layer):
    x, y = stop
    detour = f"LineString({x} {y},{x} {y + 100},{x + 399} {y + 100},{x + 399} {y})"
    streets = make_layer("LineString", "", [(detour,)])
    found = run("stopquality", **given, **layers, STREETS=streets)
    # the first home lies 99 m from the street at the stop, the second 100 m from the one beyond,
    # 301 m in all; the two others walk 599 m and more
    assert rows(found["SUMMARY"], "qual_class", "pop")[:3] == [["A", 5], ["B", 7], [None, 13]]
    assert [name for (name,) in rows(found["CLASSES"], "qual_class")] == ["A", "B"]


def test_access_level_straight_and_on_a_street(run, given, layers, stop, make_layer):
    x, y = stop
    given = {**given, "PROFILE_FILE": None, "PROFILE": "ptal", **layers}
    given["RESIDENTS"] = make_layer(
        "Point", "population:integer", [(f"Point({x + 480} {y})", 5), (f"Point({x + 500} {y})", 7)]
    )
    # one bus an hour, 640 m at most, which is 492 m straight
    found = run("stopquality", **given)
    names = ("loc_code", "qual_class", "pop")
    level = [row for row in rows(found["SUMMARY"], *names) if row[0] == "1" and row[2]]
    assert level == [["1", "1a", 5], ["1", "0", 7]]
    street = make_layer("LineString", "", [(f"LineString({x} {y},{x + 999} {y})",)])
    found = run("stopquality", **given, STREETS=street)
    level = [row for row in rows(found["SUMMARY"], *names) if row[0] == "1" and row[2]]
    assert level == [["1", "1a", 12]]


def test_the_legend_names_classes_and_distances(qgis_app):
    assert ranked.named(["2", "1a"]) == [("2", "2"), ("1a", "1a")]
    layer = QgsVectorLayer("Polygon?field=walk_m:double", "areas", "memory")
    path = ranked.write(ranked.reaches([400.0, 1000.0], [5.0, 12.5], "minutes"), "walk_m")
    assert layer.loadNamedStyle(path)[1]
    rules = layer.renderer().rootRule().children()
    assert [rule.label() for rule in rules] == ["Within 5 min", "Within 12.5 min"]
    feature = QgsFeature(layer.fields())
    feature.setAttributes([1000.0])
    context = QgsExpressionContext()
    context.setFeature(feature)
    fits = [QgsExpression(rule.filterExpression()).evaluate(context) for rule in rules]
    assert fits == [0, 1]
    assert [rule.symbol().color().name() for rule in rules] == ["#440154", "#fde725"]
    assert [label for _, label in ranked.named(["400", "500"])] == ["Within 400 m", "Within 500 m"]


def test_where_nothing_is_good_enough(run, given, layers):
    found = run("stopquality", **{**given, "PROFILE_FILE": None}, **layers)
    assert found["CLASSES"].featureCount() == 0
    assert rows(found["STOPS"], "stop_cat") == [[None]] * 3
    assert rows(found["OUTPUT"], "qual_1", "qual_4") == [[0, 0], [None, None]]


@pytest.mark.parametrize(
    "profile", ["kollektivtrafiknara", "kollektivtrafiknara_strict", "are", "goat", "orok", "ptal"]
)
def test_every_choice_is_a_shipped_profile(run, given, profile):
    assert profile in json.loads((PROFILES / "stop_quality.json").read_text())["profiles"]
    run("stopquality", FEED=given["FEED"], PROFILE=profile, STOPS="memory:", CLASSES="memory:")


def test_bad_input_is_a_sentence(run, given, layers, tmp_path):
    bad = tmp_path / "bad.json"
    bad.write_text('{"profiles": {"a": {}, "b": {}}}', encoding="utf-8")
    with pytest.raises(QgsProcessingException, match="holds no profile 'kollektivtrafiknara'"):
        run("stopquality", **{**given, "PROFILE_FILE": str(bad)})
    bad.write_text('{"profiles": {"a": {"order": []}}}', encoding="utf-8")
    with pytest.raises(QgsProcessingException, match="The quality profile is not complete"):
        run("stopquality", **{**given, "PROFILE_FILE": str(bad)})
    with pytest.raises(QgsProcessingException, match="Choose 'Residents'"):
        run("stopquality", **given, LOCALITIES=layers["LOCALITIES"])
    with pytest.raises(QgsProcessingException, match="No trip of the feed runs on 2021-10-10"):
        run("stopquality", **given, DATE="2021-10-10")


@pytest.fixture
def plans(stop, make_layer):
    """Planned areas: three quarters in the best class, mostly outside, and nowhere near."""
    x, y = stop

    def square(east, side=20):
        corners = ((0, 0), (side, 0), (side, side), (0, side), (0, 0))
        return f"Polygon(({','.join(f'{x + east + a} {y - side / 2 + b}' for a, b in corners)}))"

    rows_of = [(square(85), "n", 40), (square(300, 1000), "o", 30), (square(9000), "p", None)]
    return make_layer("Polygon", "plan:string,dwellings:integer", rows_of)


def test_planned_areas_and_their_dwellings_per_class(run, given, plans):
    given.update(PLANNED=plans, PLANNED_AREAS="memory:", PLANNED_SUMMARY="memory:")
    found = run("stopquality", **given)
    names = ("plan", "dwellings", "qual_class", "qual_rank")
    assert rows(found["PLANNED_AREAS"], *names) == [
        ["n", 40, "A", 1],
        ["o", 30, None, None],
        ["p", None, None, None],
    ]
    first, second, third = rows(found["PLANNED_AREAS"], "plan_1", "plan_2")
    # 15 of 20 metres within 100 m, but for what the circle cuts from the corners
    assert first == [pytest.approx(75, abs=2), pytest.approx(100)]
    # within 400 m: the segment of a circle beyond 300 m; the second corner lies outside
    beyond = 400**2 * math.acos(0.75) - 300 * math.sqrt(400**2 - 300**2)
    assert second == [0, pytest.approx(beyond / 10_000, rel=0.01)]
    assert third == [0, 0]
    table = rows(found["PLANNED_SUMMARY"], "qual_class", "qual_rank", "area_ha", "plan_dwell")
    assert [row[:2] for row in table] == [["A", 1], ["B", 2], [None, None]]
    hectares, dwellings = ([row[column] for row in table] for column in (2, 3))
    assert sum(hectares) == pytest.approx(0.04 + 100 + 0.04)
    assert sum(dwellings) == pytest.approx(70)
    assert hectares[0] == pytest.approx(0.03, abs=0.001)
    assert dwellings[0] == pytest.approx(40 * first[0] / 100)
    assert dwellings[1] == pytest.approx(40 * (1 - first[0] / 100) + 30 * second[1] / 100)


def test_planned_areas_without_dwellings_or_any_class(run, given, make_layer):
    plans = make_layer("Polygon", "", [(FAR,), (None,)])
    given.update(PLANNED=plans, PLANNED_AREAS="memory:", PLANNED_SUMMARY="memory:")
    found = run("stopquality", **given)
    assert rows(found["PLANNED_AREAS"], "qual_class", "plan_1", "plan_2") == [
        [None, 0, 0],
        [None, None, None],
    ]
    assert rows(found["PLANNED_SUMMARY"], "area_ha") == [[0], [0], [1]]
    assert "plan_dwell" not in found["PLANNED_SUMMARY"].fields().names()
    none = run("stopquality", **{**given, "PROFILE_FILE": None})  # no class is reached at all
    assert rows(none["PLANNED_SUMMARY"], "area_ha") == [[0]] * 4 + [[1]]
