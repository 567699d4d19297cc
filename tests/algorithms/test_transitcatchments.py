"""Catchments of two stops on one street, through the provider."""

import math

import pytest
from qgis.core import NULL, QgsProcessingException, QgsVectorLayer

WEST, SOUTH = 500000, 6470000
DISC = 64 / 2 * math.sin(2 * math.pi / 64)
"""Area of a circle of 64 corners and radius 1."""


def point(x, y):
    return f"Point({WEST + x} {SOUTH + y})"


@pytest.fixture
def layers(make_layer):
    """Stops 600 m apart on a street with a side street, 400 m from the first, and five homes."""
    ways = [[(0, 0), (400, 0), (3000, 0)], [(400, 0), (400, 300)]]
    lines = ["LineString(" + ",".join(f"{WEST + x} {SOUTH + y}" for x, y in w) + ")" for w in ways]
    stops = [(point(0, 0), "1", "Kyrkan"), (point(600, 0), "2", "Torget")]
    homes = [(0, 0, 1), (250, 0, 2), (350, 0, 4), (400, 300, 8), (1100, 0, 16), (1101, 0, 32)]
    return {
        "STOPS": make_layer("Point", "stop_id:string,stop_name:string", stops),
        "STREETS": make_layer("LineString", "", [(line,) for line in lines]),
        "RESIDENTS": make_layer(
            "Point", "population:integer", [(point(x, y), number) for x, y, number in homes]
        ),
        "BANDS": "300, 500",
        "OUTPUT": "memory:",
    }


def rows(layer, *names):
    return [[None if f[name] == NULL else f[name] for name in names] for f in layer.getFeatures()]


def test_each_stop_by_itself_on_the_streets(run, layers):
    found = run("transitcatchments", **layers)["OUTPUT"]
    # the home in the side street is 700 m from the first stop and exactly 500 m from the other
    assert rows(found, "stop_id", "stop_name", "walk_m", "pop") == [
        ["1", "Kyrkan", 500, 7],
        ["2", "Torget", 500, 30],
        ["1", "Kyrkan", 300, 3],
        ["2", "Torget", 300, 4],
    ]
    assert rows(found, "walk_min")[0] == [pytest.approx(6.25)]
    walked = 350 * 2 + 250 * 4 + 500 * 8 + 500 * 16
    straight = 350 * 2 + 250 * 4 + math.hypot(200, 300) * 8 + 500 * 16
    assert rows(found, "detour")[:2] == [[pytest.approx(1)], [pytest.approx(walked / straight)]]
    areas = [feature.geometry() for feature in found.getFeatures()]
    assert areas[0].contains(areas[2].pointOnSurface())
    assert areas[0].intersects(areas[1])


def test_each_place_at_its_nearest_stop(run, layers):
    found = run("transitcatchments", **layers, VARIANT="nearest")["OUTPUT"]
    assert rows(found, "stop_id", "walk_m", "pop") == [
        ["1", 500, 3],
        ["2", 500, 28],
        ["1", 300, 3],
        ["2", 300, 4],
    ]
    first, second = (f.geometry() for f in found.getFeatures() if f["walk_m"] == 500)
    assert first.intersection(second).area() < 1e-6


def test_all_stops_together(run, layers):
    found = run("transitcatchments", **layers, VARIANT="together")["OUTPUT"]
    assert rows(found, "walk_m", "pop") == [[500, 31], [300, 7]]
    assert "stop_id" not in found.fields().names()


def test_straight_to_compare(run, layers):
    layers["STREETS"] = None
    found = run("transitcatchments", **layers)["OUTPUT"]
    assert rows(found, "stop_id", "walk_m", "pop") == [
        ["1", 500, 15],
        ["2", 500, 30],
        ["1", 300, 3],
        ["2", 300, 4],
    ]
    areas = [DISC * radius**2 / 10_000 for radius in (500, 500, 300, 300)]
    assert rows(found, "area_ha") == [[pytest.approx(area)] for area in areas]
    assert "detour" not in found.fields().names()
    nearest = run("transitcatchments", **layers, VARIANT="nearest")["OUTPUT"]
    assert rows(nearest, "walk_m", "pop") == [[500, 3], [500, 28], [300, 3], [300, 4]]
    together = run("transitcatchments", **layers, VARIANT="together")["OUTPUT"]
    assert rows(together, "walk_m", "pop") == [[500, 31], [300, 7]]


def test_minutes_are_metres_at_the_speed(run, layers):
    layers["BANDS"] = "3.75; 6.25"
    found = run("transitcatchments", **layers, UNIT="minutes")["OUTPUT"]
    assert rows(found, "walk_m", "walk_min", "pop")[0] == [500, 6.25, 7]
    layers["BANDS"] = "5"
    found = run("transitcatchments", **layers, UNIT="minutes", SPEED=6)["OUTPUT"]
    assert rows(found, "walk_m", "walk_min", "pop")[0] == [500, 5, 7]


def test_streets_reached(run, layers):
    found = run("transitcatchments", **layers, VARIANT="nearest", EDGES="memory:")["EDGES"]
    length = {}
    for feature in found.getFeatures():
        key = feature["stop_id"], feature["walk_m"]
        length[key] = length.get(key, 0) + feature.geometry().length()
    # from 0 to halfway; the rest of the street to 1100, and the side street, from 200 m on
    assert length == pytest.approx({("1", 300): 300, ("2", 300): 300 + 300 + 100, ("2", 500): 400})


def test_dwellings_and_jobs(run, layers, make_layer):
    homes = make_layer("Point", "dwellings:integer", [(point(10, 0), 3), (point(900, 0), None)])
    works = make_layer("Point", "employees:integer", [(point(590, 0), 5)])
    layers.update(RESIDENTS=None, BUILDINGS=homes, WORKPLACES=works)
    found = run("transitcatchments", **layers)["OUTPUT"]
    assert rows(found, "stop_id", "dwellings", "jobs")[:2] == [["1", 3, 0], ["2", 0, 5]]
    assert "pop" not in found.fields().names()


def test_a_stop_far_from_any_street_is_left_out_with_a_warning(run, layers, make_layer, log):
    stops = [(point(0, 0), "1"), (point(0, 5000), "2")]
    layers["STOPS"] = make_layer("Point", "stop_id:string", stops)
    found = run("transitcatchments", **layers)["OUTPUT"]
    assert rows(found, "stop_id") == [["1"], ["1"]]
    assert log.warnings == ["1 places lie farther than 200 m from any street and are left out."]


def test_no_stops_and_nobody(run, layers, make_layer):
    for variant in ("each", "nearest", "together"):
        for street in (layers["STREETS"], None):
            empty = {**layers, "STREETS": street, "STOPS": make_layer("Point", "", [])}
            found = run("transitcatchments", **empty, VARIANT=variant)["OUTPUT"]
            assert found.featureCount() == 0
    nobody = {**layers, "RESIDENTS": make_layer("Point", "population:integer", [])}
    assert rows(run("transitcatchments", **nobody)["OUTPUT"], "pop") == [[0]] * 4


@pytest.mark.parametrize("text", [" ", "near", "500, 300", "0, 300", "300, 300"])
def test_bands_must_rise(run, layers, text):
    with pytest.raises(QgsProcessingException, match="are no bands"):
        run("transitcatchments", **{**layers, "BANDS": text})


def test_streets_reached_need_streets(run, layers):
    layers["STREETS"] = None
    with pytest.raises(QgsProcessingException, match="Choose 'Streets and paths'"):
        run("transitcatchments", **layers, EDGES="memory:")


@pytest.fixture
def kinds(layers, make_layer):
    """The two stops, a railway station and a bus stop, with a limit, modes and a class."""
    fields = "stop_id:string,limit:integer,modes:string,route_type:integer,class:string,rank:double"
    stops = [
        (point(0, 0), "1", 450, "rail, bus", 100, "A", 1),
        (point(600, 0), "2", 300, "bus", 700, "B", 2),
    ]
    return {**layers, "STOPS": make_layer("Point", fields, stops)}


@pytest.mark.parametrize(
    "limits",
    [
        pytest.param({"LIMIT": "limit"}, id="numbers"),
        pytest.param({"LIMIT": "modes", "LIMITS": "rail 450; Bus: 300"}, id="modes"),
        pytest.param({"LIMIT": "route_type", "LIMITS": "100=450, 700 300"}, id="route types"),
    ],
)
@pytest.mark.parametrize("streets", [True, False], ids=["on streets", "straight"])
def test_each_stop_has_a_limit_of_its_own(run, kinds, limits, streets):
    given = {**kinds, **limits, "STREETS": kinds["STREETS"] if streets else None}
    found = run("transitcatchments", **given)["OUTPUT"]
    # the bus stop has no second band, and the station's ends before 500 m
    assert rows(found, "stop_id", "walk_m", "walk_min", "pop") == [
        ["1", 450, pytest.approx(5.625), 7],
        ["1", 300, pytest.approx(3.75), 3],
        ["2", 300, pytest.approx(3.75), 4],
    ]
    nearest = run("transitcatchments", **given, VARIANT="nearest")["OUTPUT"]
    assert rows(nearest, "stop_id", "walk_m", "pop") == [
        ["1", 450, 3],
        ["1", 300, 3],
        ["2", 300, 4],
    ]
    together = run("transitcatchments", **given, VARIANT="together")["OUTPUT"]
    assert rows(together, "walk_m", "pop") == [[500, 7], [300, 7]]


def test_a_limit_in_minutes_and_a_kind_that_is_not_listed(run, kinds):
    given = {**kinds, "UNIT": "minutes", "BANDS": "3.75, 6.25", "LIMIT": "route_type"}
    found = run("transitcatchments", **given, LIMITS="700 5")["OUTPUT"]
    assert rows(found, "stop_id", "walk_m", "walk_min") == [
        ["1", 500, 6.25],
        ["2", 400, pytest.approx(5)],
        ["1", 300, 3.75],
        ["2", 300, 3.75],
    ]


@pytest.mark.parametrize("field", ["class", "rank"])
@pytest.mark.parametrize("streets", [True, False], ids=["on streets", "straight"])
def test_each_place_at_its_best_stop(run, kinds, field, streets):
    kinds["STREETS"] = kinds["STREETS"] if streets else None
    found = run("transitcatchments", **kinds, VARIANT="best", RANK=field)["OUTPUT"]
    # the home at 350 m is nearer to the other stop, that in the side street only straight
    expected = [["1", 500, 7 if streets else 15], ["2", 500, 24 if streets else 16]]
    assert rows(found, "stop_id", "walk_m", "pop")[:2] == expected
    first, second = (f.geometry() for f in found.getFeatures() if f["walk_m"] == 500)
    assert first.intersection(second).area() < 1e-6


def test_streets_of_the_best_stop(run, kinds):
    found = run("transitcatchments", **kinds, VARIANT="best", RANK="rank", EDGES="memory:")["EDGES"]
    length = {}
    for feature in found.getFeatures():
        stop = feature["stop_id"]
        length[stop] = length.get(stop, 0) + feature.geometry().length()
    # from 0 to 500 and 100 m of the side street; then to 1100 and the rest of the side street
    assert length == {"1": pytest.approx(600, abs=10), "2": pytest.approx(800, abs=10)}


def test_barriers_show_as_a_small_share_of_the_circle(run, layers):
    found = run("transitcatchments", **layers)["OUTPUT"]
    for area, share, metres in rows(found, "area_ha", "shed_sh", "walk_m"):
        assert share == pytest.approx(100 * area * 10_000 / (math.pi * metres**2))
        assert share < 30  # one street
    for variant in ("nearest", "together"):
        other = run("transitcatchments", **layers, VARIANT=variant)["OUTPUT"]
        assert "shed_sh" not in other.fields().names()


def test_the_legend_shows_all_limits(run, kinds, tmp_path):
    target = str(tmp_path / "areas.gpkg")
    run("transitcatchments", **{**kinds, "OUTPUT": target}, LIMIT="limit")
    layer = QgsVectorLayer(target, "areas", "ogr")
    rules = layer.renderer().rootRule().children()
    assert [rule.label() for rule in rules] == ["Within 300 m", "Within 450 m"]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        pytest.param({"VARIANT": "best"}, "Choose 'Rank of the stop'", id="best of what"),
        pytest.param({"LIMIT": "modes"}, "holds neither limits above 0 nor kinds", id="words only"),
        pytest.param({"LIMIT": "modes", "LIMITS": "tram 500"}, "such as 'rail, bus'", id="others"),
        pytest.param({"LIMIT": "modes", "LIMITS": "rail"}, "'rail' is no limit", id="no number"),
        pytest.param({"LIMIT": "modes", "LIMITS": "rail 0"}, "'rail 0' is no limit", id="nothing"),
        pytest.param({"LIMIT": "rank", "LIMITS": "500"}, "'500' is no limit", id="no kind"),
    ],
)
def test_limits_that_cannot_be(run, kinds, wrong, words):
    with pytest.raises(QgsProcessingException, match=words):
        run("transitcatchments", **{**kinds, **wrong})
