"""Layers of the village's timetable, through the provider."""

import json
import zipfile

import pytest
from qgis.core import NULL, QgsProcessingException, QgsVectorLayer
from samplan.processing import feeds
from samplan.processing.methods.transit.village import FILES


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setattr(feeds, "_folder", lambda: tmp_path / "cache")


@pytest.fixture
def village(tmp_path):
    """Write the village's timetable, with some files changed, to an archive."""

    def write(**changed):
        path = tmp_path / "village.zip"
        with zipfile.ZipFile(path, "w") as archive:
            for file, text in {**FILES, **{f"{n}.txt": t for n, t in changed.items()}}.items():
                archive.writestr(file, text)
        return str(path)

    return write


def rows(layer, *names):
    return [[None if f[name] == NULL else f[name] for name in names] for f in layer.getFeatures()]


def make(run, feed, **more):
    outputs = dict.fromkeys(("STOPS", "AREAS", "LINES", "SEGMENTS"), "memory:")
    return run("gtfstolayers", FEED=feed, **{**outputs, **more})


def test_stops_and_their_areas(run, village):
    found = make(run, village())
    names = ("stop_id", "area_id", "stop_no", "dep_n", "demand_n", "line_n", "line_list", "modes")
    assert rows(found["STOPS"], *names) == [
        ["9022005000001001", "9021005000001000", "000001", 2, 0, 1, "1", "bus"],
        ["9022005000001002", "9021005000001000", "000001", 0, 0, 0, "1", "bus"],
        ["9022005000002001", "9022005000002001", "000002", 4, 0, 1, "1", "bus"],
        ["9022005000003001", "9022005000003001", "000003", 2, 0, 1, "1", "bus"],
    ]
    assert rows(found["AREAS"], "area_name", "stops", "dep_n") == [
        ["Kyrkan", 2, 2],
        ["Landet", 1, 4],
        ["Torget", 1, 2],
    ]


def test_the_stops_lie_where_they_should_in_sweden_and_elsewhere(run, village):
    found = make(run, village())["STOPS"]
    assert found.crs().authid() == "EPSG:3006"
    point = next(found.getFeatures()).geometry().asPoint()
    # 15 degrees east is the central meridian of SWEREF 99 TM: no easting but the false one
    assert point.x() == pytest.approx(500000, abs=0.01)
    assert point.y() == pytest.approx(6429000, abs=1000)
    abroad = FILES["stops.txt"].replace("58.0", "41.0")
    assert make(run, village(stops=abroad))["STOPS"].crs().authid() == "EPSG:32633"


def test_lines_by_their_most_common_way(run, village):
    found = make(run, village())["LINES"]
    names = ("line_no", "mode", "route_type", "line_class", "direction", "trips", "drawn")
    assert rows(found, *names, "way_share", "operator") == [
        ["1", "bus", 700, "city", 0, 2, "shape", 100, "Bygdetrafiken"],
        ["1", "bus", 700, "city", 1, 2, "straight", 100, "Bygdetrafiken"],
    ]
    # a fifth of a degree at 58 degrees north, and the way's two detours beyond it
    straight = 0.2 * 59.14
    lengths = [row[0] for row in rows(found, "length_km")]
    assert lengths[1] == pytest.approx(straight, rel=0.01)
    assert lengths[0] > lengths[1]


def test_segments_in_the_window(run, village):
    found = make(run, village(), WINDOW="6-9")["SEGMENTS"]
    assert sorted(rows(found, "from_name", "to_name", "trips", "per_hour", "line_n")) == [
        ["Kyrkan", "Landet", 1, pytest.approx(1 / 3), 1],
        ["Landet", "Kyrkan", 1, pytest.approx(1 / 3), 1],
        ["Landet", "Torget", 1, pytest.approx(1 / 3), 1],
        ["Torget", "Landet", 1, pytest.approx(1 / 3), 1],
    ]


def test_a_stop_without_a_place_is_kept_and_not_drawn(run, village):
    stops = FILES["stops.txt"].replace("58.000,15.100", "0,0")
    found = make(run, village(stops=stops))
    shapes = {f["stop_name"]: f.geometry().isNull() for f in found["STOPS"].getFeatures()}
    assert shapes == {"Kyrkan": False, "Landet": True, "Torget": False}
    straight = list(found["LINES"].getFeatures())[1].geometry()
    assert straight.constGet().nCoordinates() == 2
    assert straight.length() == pytest.approx(0.2 * 59140, rel=0.01)


def test_only_trips_inside_the_area(run, village, make_layer):
    box = "Polygon((14.9 57.9, 15.05 57.9, 15.05 58.1, 14.9 58.1, 14.9 57.9))"
    area = make_layer("Polygon", "", [(box,)], crs="EPSG:4326")
    found = make(run, village(), AREA=area)
    assert found["STOPS"].featureCount() == 4  # trips from end to end
    nowhere = make_layer("Polygon", "", [(box.replace("15.05", "14.95"),)], crs="EPSG:4326")
    with pytest.raises(QgsProcessingException, match="calls inside the area"):
        make(run, village(), AREA=nowhere)


def test_an_empty_date_is_a_normal_weekday_and_said(run, village, log):
    make(run, village())
    assert "Date: 2021-10-05" in log.info


def test_the_provenance_knows_the_date_and_the_timetable(run, village, tmp_path):
    target = tmp_path / "stops.gpkg"
    make(run, village(), STOPS=str(target))
    layer = QgsVectorLayer(str(target), "stops", "ogr")
    made = json.loads(layer.metadata().history()[0])
    assert made["inputs"]["DATE"] == "2021-10-05"
    assert made["inputs"]["FEED"]["period"] == ["2021-10-04", "2021-10-09"]


def test_a_saturday_has_its_own_trips(run, village):
    found = make(run, village(), DATE="2021-10-09")
    assert [row[0] for row in rows(found["LINES"], "trips")] == [1, 1]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        pytest.param(
            {"DATE": "2021-10-10"}, "2021-10-04 to 2021-10-09; 2021-10-04 has", id="no service"
        ),
        pytest.param({"DATE": "2025-01-07"}, "2021-10-05 has the normal", id="outside the period"),
        pytest.param({"WINDOW": "20-06"}, "'20-06' is no time window", id="window backwards"),
        pytest.param({"WINDOW": "morning"}, "'morning' is no time window", id="window in words"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(run, village, tmp_path, wrong, words):
    target = tmp_path / "stops.gpkg"
    with pytest.raises(QgsProcessingException, match=words):
        make(run, village(), STOPS=str(target), **wrong)
    assert not target.exists()


def test_line_classes_of_ones_own(run, village, tmp_path):
    table = tmp_path / "klasser.csv"
    table.write_text("class;rule;name_sv\nby;\"operator\" = 'Bygdetrafiken';Bygd\n", "utf-8")
    found = make(run, village(), CLASSES=str(table))["LINES"]
    assert rows(found, "line_class", "line_type") == [["by", "Bygd"]] * 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("class,rule\na,mode =\n", "Line 2 .* cannot be used", id="half a rule"),
        pytest.param("class,rule\na,speed > 3\n", "fields number, short", id="an unknown field"),
        pytest.param("class,rule,color\na,ELSE,red\n", "'red' is not a colour", id="a colour"),
        pytest.param("class\na\n", "needs the columns class, rule", id="no rules"),
    ],
)
def test_a_table_of_classes_that_cannot_be_used(run, village, tmp_path, text, words):
    table = tmp_path / "klasser.csv"
    table.write_text(text, encoding="utf-8")
    with pytest.raises(QgsProcessingException, match=words):
        make(run, village(), CLASSES=str(table))


def test_the_layers_are_styled(run, village, tmp_path):
    table = tmp_path / "klasser.csv"
    table.write_text("class,rule,name_sv,color\nby,ELSE,Bygd,#112233\n", encoding="utf-8")
    target = tmp_path / "lines.gpkg"
    run("gtfstolayers", FEED=village(), CLASSES=str(table), STOPS="memory:", LINES=str(target))
    layer = QgsVectorLayer(str(target), "lines", "ogr")  # holds its categories as long as it lives
    (category,) = layer.renderer().categories()
    assert (category.value(), category.label()) == ("by", "Bygd (2)")
    assert category.symbol().color().name() == "#112233"


def test_classes_of_the_shipped_table():
    import pandas as pd
    from samplan.processing.subjects import lineclasses

    routes = pd.DataFrame(
        {
            "short": ["7", "503", "B99", "", "1", "2", "3", "4", "5"],
            "long": "",
            "agency": "",
            "description": "",
            "mode": [3, 3, 3, 3, 0, 2, 4, 5, 6],
            "type": 700,
            "on_demand": [False] * 7 + [True, False],
            "school": [False] * 9,
        }
    )
    found = [each.code for each in lineclasses.classify(lineclasses.read(), routes)]
    assert found == [
        *("city", "regional", "city", "regional", "rail", "tram", "ferry", "demand", "other")
    ]


def test_of_a_large_feed_only_the_day_is_read_and_kept(run, village, tmp_path, monkeypatch, log):
    whole = make(run, village())
    for path in (tmp_path / "cache").iterdir():
        path.unlink()
    monkeypatch.setattr(feeds, "LARGE", 0)
    for _ in range(2):  # read, then from the cache
        part = make(run, village())
        for name in ("STOPS", "AREAS", "LINES", "SEGMENTS"):
            fields = whole[name].fields().names()
            assert rows(part[name], *fields) == rows(whole[name], *fields)
        kept = [path.name[32:] for path in (tmp_path / "cache").iterdir()]
        assert kept == ["-shapes-2021-10-05-2021-10-05.npz"]
    saturday = make(run, village(), DATE="2021-10-09")
    assert [row[0] for row in rows(saturday["LINES"], "trips")] == [1, 1]
    with pytest.raises(QgsProcessingException, match="No trip of the feed runs on 2021-10-10"):
        make(run, village(), DATE="2021-10-10")


def test_what_the_provenance_says_of_a_feed_does_not_depend_on_the_cache(
    run, village, tmp_path, monkeypatch
):
    said = []
    for large, name in ((10**9, "one"), (0, "other"), (10**9, "third")):
        monkeypatch.setattr(feeds, "LARGE", large)
        target = tmp_path / f"{name}.gpkg"
        make(run, village(), STOPS=str(target))
        history = QgsVectorLayer(str(target), "stops", "ogr").metadata().history()
        said.append(json.loads(history[0])["inputs"]["FEED"])
        if name == "one":
            for path in (tmp_path / "cache").iterdir():
                path.unlink()
    assert said[0] == said[1] == said[2]
    assert said[0]["trips"] == 5 * 4 + 2
