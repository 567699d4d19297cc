"""Isochrones on one street and one bus line, through the provider; the matrix is the oracle."""

import math
import sys
from pathlib import Path

import pytest
from qgis.core import NULL, QgsGeometry, QgsProcessingException
from samplan.processing import feeds

sys.path.append(str(Path(__file__).parent))
import travel_case as case

P, Q = 302, 5389


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setattr(feeds, "_folder", lambda: tmp_path / "cache")


@pytest.fixture
def layers(make_layer, tmp_path):
    """Two places on a street with a side street at each stop."""
    xs = (0, 500, 5500, 9500, 10000)
    ways = [[(x, 0) for x in xs], *([(x, -600), (x, 0), (x, 600)] for x in xs[1:4])]
    lines = [
        "LineString(" + ",".join(f"{case.WEST + x} {case.SOUTH + y}" for x, y in way) + ")"
        for way in ways
    ]
    return {
        "PLACES": make_layer("Point", "id:string", [(case.point(P), "p")]),
        "FEED": case.timetable(tmp_path / "feed.zip"),
        "DATE": case.DATE,
        "STREETS": make_layer("LineString", "", [(line,) for line in lines]),
        "BANDS": "10, 25, 40",
        "CELL": 50,
        "OUTPUT": "memory:",
        "GRID": "memory:",
    }


@pytest.fixture
def two(make_layer):
    return make_layer("Point", "id:string", [(case.point(P), "p"), (case.point(Q), "q")])


def rows(layer, *names):
    return [[None if f[name] == NULL else f[name] for name in names] for f in layer.getFeatures()]


def centres(grid):
    return [f.geometry().centroid().asPoint() for f in grid.getFeatures()]


def straight(layers):
    return {**layers, "STREETS": None, "DETOUR": 1}


@pytest.mark.parametrize("direction", ["from", "to"])
@pytest.mark.parametrize("ground", [dict, straight], ids=["on streets", "straight"])
def test_cells_have_the_times_of_the_matrix(run, layers, make_layer, direction, ground):
    given = {**ground(layers), "PERCENTILES": "50, 85", "DIRECTION": direction}
    grid = run("traveltimemap", **given)["GRID"]
    names = ("travel_time_p50", "travel_time_p85", "t_best")
    assert grid.fields().names() == ["point_id", *names]
    places = [(f"Point({c.x()} {c.y()})", str(n)) for n, c in enumerate(centres(grid))]
    cells, place = make_layer("Point", "id:string", places), layers["PLACES"]
    ends, times = (
        ((place, cells), "departures") if direction == "from" else ((cells, place), "arrivals")
    )
    found = run(
        "traveltimematrix",
        **{name: given[name] for name in ("FEED", "DATE", "STREETS", "PERCENTILES", "OUTPUT")},
        **({"DETOUR": 1} if "DETOUR" in given else {}),
        ORIGINS=ends[0],
        DESTINATIONS=ends[1],
        TIMES=times,
        MODES=["transit"],
        MAX_TIME=40,
    )["OUTPUT"]
    own = "to_id" if direction == "from" else "from_id"
    answers = {int(row[0]): row[1:] for row in rows(found, own, *names)}
    assert len(places) > 200
    assert [answers[n] for n in range(len(places))] == [
        [None if each is None else pytest.approx(each, abs=1e-4) for each in row]
        for row in rows(grid, *names)
    ]


@pytest.mark.parametrize("ground", [dict, straight], ids=["on streets", "straight"])
def test_bands_hold_the_cells_of_their_times_and_no_others(run, layers, ground):
    found = run("traveltimemap", **ground(layers), PERCENTILES="50, 85")
    bands = {
        (f["percentile"], f["min_from"], f["min_to"]): f.geometry()
        for f in found["OUTPUT"].getFeatures()
    }
    assert set(bands) <= {(p, a, b) for p in (50, 85) for a, b in ((0, 10), (10, 25), (25, 40))}
    assert (50, 0, 10) in bands
    assert (50, 25, 40) in bands
    for (percentile, low, high), area in bands.items():
        times = [t for (t,) in rows(found["GRID"], f"travel_time_p{percentile}")]
        inside = [t for t, c in zip(times, centres(found["GRID"])) if area.contains(c)]
        assert all(low < t <= high or (low == 0 and t == 0) for t in inside)
        wanted = [t for t in times if t is not None and (low < t <= high or t == low == 0)]
        assert len(inside) == len(wanted)
    for key, area in bands.items():
        assert area.isGeosValid()
        for other, beside in bands.items():
            if key < other and key[0] == other[0]:
                assert area.intersection(beside).area() < 1e-6
        for part in area.asGeometryCollection():
            assert part.area() >= 50 * 50 / 4  # no slivers: a quarter of a cell at least


def test_several_places_each_and_together(run, layers, two):
    each = run("traveltimemap", **{**layers, "PLACES": two})["GRID"]
    times = {}
    for f in each.getFeatures():
        key = f.geometry().centroid().asPoint().toString(0)
        times[key] = min(times.get(key, 999), f["t_best"])
    assert {f["point_id"] for f in each.getFeatures()} == {"p", "q"}
    both = run("traveltimemap", **{**layers, "PLACES": two}, TOGETHER=True)
    assert {f["point_id"] for f in both["OUTPUT"].getFeatures()} == {"all"}
    joined = {
        f.geometry().centroid().asPoint().toString(0): f["t_best"]
        for f in both["GRID"].getFeatures()
    }
    assert joined == pytest.approx(times)


def test_residents_by_band(run, layers, make_layer):
    homes = [(P, 0, 3), (5500, 60, 5), (5500, 3000, 7)]
    layers["RESIDENTS"] = make_layer(
        "Point", "population:integer", [(case.point(x, y), n) for x, y, n in homes]
    )
    found = run("traveltimemap", **layers)["OUTPUT"]
    assert rows(found, "percentile", "min_from", "min_to", "pop") == [
        [50, 25, 40, 5],
        [50, 10, 25, 0],
        [50, 0, 10, 3],
    ]
    areas = [f.geometry().area() / 10_000 for f in found.getFeatures()]
    assert [area for (area,) in rows(found, "area_ha")] == pytest.approx(areas)
    del layers["RESIDENTS"]
    assert "pop" not in run("traveltimemap", **layers)["OUTPUT"].fields().names()


def test_only_an_area_and_a_cell_size_of_its_own(run, layers, make_layer):
    corners = [(5300, -100), (5700, -100), (5700, 100), (5300, 100), (5300, -100)]
    ring = ",".join(f"{case.WEST + x} {case.SOUTH + y}" for x, y in corners)
    layers["AREA"] = make_layer("Polygon", "", [(f"Polygon(({ring}))",)])
    found = run("traveltimemap", **layers)
    area = QgsGeometry.fromWkt(f"Polygon(({ring}))")
    assert found["GRID"].featureCount() == 32
    assert all(area.contains(centre) for centre in centres(found["GRID"]))
    layers.update(CELL=None, AREA=None)
    cell = next(run("traveltimemap", **layers)["GRID"].getFeatures()).geometry()
    assert cell.area() == pytest.approx(25**2)


def test_stops_have_the_times_at_which_vehicles_come(run, layers):
    window = range(7 * 3600, 9 * 3600, 60)
    found = run("traveltimemap", **layers, PERCENTILES="50, 85", STOPS="memory:")["STOPS"]
    assert [row[:3] for row in rows(found, "point_id", "stop_id", "stop_name")] == [
        ["p", "B", "B"],
        ["p", "C", "C"],
    ]
    names = ("travel_time_p50", "travel_time_p85", "t_best")
    for end, row in zip("BC", rows(found, *names)):
        times = case.by_departure("A", end, case.walk(500 - P), 0, window, limit=2400)
        expected = [case.percentile(times, 50), case.percentile(times, 85), min(times) / 60]
        assert row == [None if each is None else pytest.approx(each, abs=1e-4) for each in expected]
    assert found.renderer().classAttribute() == "travel_time_p50"


def test_walking_all_the_way_counts(run, layers):
    # nothing runs at four in the morning
    grid = run("traveltimemap", **{**straight(layers), "WINDOW": "04:00", "BANDS": "10"})["GRID"]
    here = QgsGeometry.fromWkt(case.point(P)).asPoint()
    for centre, (minutes,) in zip(centres(grid), rows(grid, "t_best")):
        assert minutes == pytest.approx(case.walk(centre.distance(here)) / 60, abs=1e-4)
    assert grid.featureCount() == pytest.approx(math.pi * 800**2 / 50**2, rel=0.02)


def test_a_place_far_from_everything(run, layers, make_layer, log):
    layers["PLACES"] = make_layer("Point", "id:string", [(case.point(800_000, 9_000), "far")])
    found = run("traveltimemap", **layers)
    assert found["OUTPUT"].featureCount() == found["GRID"].featureCount() == 0
    said = " ".join(log.warnings)
    assert "1 places have no stop with traffic within walking distance." in said
    assert "Nothing is reached." in said


def test_styles_name_the_bands(run, layers):
    found = run("traveltimemap", **layers)
    labels = [item.label() for item in found["OUTPUT"].renderer().legendSymbolItems()]
    assert labels == ["0–10 min", "10–25 min", "25–40 min"]
    assert found["GRID"].renderer().classAttribute() == "travel_time_p50"


def test_times_are_named_with_their_percentile_and_unit(run, layers):
    grid = run("traveltimemap", **{**layers, "PERCENTILES": "85, 50"})["GRID"]
    names = [grid.attributeDisplayName(i) for i in range(grid.fields().count())]
    assert "Travel time, percentile 50 (min)" in names
    assert "Travel time, percentile 85 (min)" in names
    assert all(each.label().endswith(" min") for each in grid.renderer().ranges())


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        pytest.param({"DATE": "2021-10-10"}, "period|2021-10-04 to", id="no service"),
        pytest.param({"BANDS": "near"}, "'near' is not understood as 'Bands", id="words for bands"),
        pytest.param({"BANDS": "0, 10"}, "whole numbers from 1 to 1440", id="a band of nothing"),
        pytest.param({"WINDOW": "9-7"}, "'9-7' is no time window", id="a window backwards"),
        pytest.param({"CELL": 1, "BANDS": "600"}, "Choose larger cells", id="too many cells"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(run, layers, tmp_path, wrong, words):
    target = tmp_path / "map.gpkg"
    with pytest.raises(QgsProcessingException, match=words):
        run("traveltimemap", **{**layers, **wrong, "OUTPUT": str(target)})
    assert not target.exists()
