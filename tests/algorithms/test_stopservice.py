"""Service of stops by the village's timetable and a real one, through the provider."""

import csv
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


def serve(run, feed, **more):
    return run("stopservice", FEED=feed, **{"OUTPUT": "memory:", **more})


def test_day_types_and_windows_side_by_side(run, village, log):
    found = serve(run, village(), WINDOWS="06-20, 18-24", BY="area")["OUTPUT"]
    names = ("place_name", "wd1_dep", "wd2_dep", "sa1_dep", "sa2_dep", "su1_dep")
    assert rows(found, *names) == [
        ["Kyrkan", 2, 1, 1, 1, 0],
        ["Landet", 4, 1, 2, 1, 0],
        ["Torget", 2, 0, 1, 0, 0],
    ]
    # Kyrkan: 7:00 and 19:00 of 14 hours
    names = ("wd1_int", "wd1_gap", "wd1_first", "wd1_last", "wd1_hours", "wd1_line", "wd1_dem")
    assert rows(found, *names)[0] == [420, 720, 7, 19, pytest.approx(200 / 14), 1, 0]
    # the wait ends at 7, at 19, and after 19 at 21: seven once more, a window of 14 hours later
    squares = 60**2 + 720**2 + (120**2 - 60**2)
    assert rows(found, "wd1_sqi")[0] == [pytest.approx(squares / 840)]
    # nothing runs on Sundays: none, and no interval
    assert rows(found, "su1_int", "su1_first", "su1_line", "su1_hours")[0] == [None, None, 0, 0]
    assert any("No traffic on this type of day: Sunday." in each for each in log.warnings)


def test_each_stop_by_itself(run, village):
    found = serve(run, village(), WINDOWS="00-24", BY="stop", DAYS=["weekday"])["OUTPUT"]
    assert rows(found, "place_id", "wd1_dep") == [
        ["9022005000001001", 2],
        ["9022005000001002", 0],  # trips end here
        ["9022005000002001", 4],
        ["9022005000003001", 2],
    ]
    assert found.fields().indexOf("sa1_dep") < 0


def test_arrivals_count_where_one_can_alight(run, village):
    found = serve(run, village(), WINDOWS="00-24", DAYS=["weekday"], EVENT="arrival")["OUTPUT"]
    assert rows(found, "place_name", "wd1_dep") == [["Kyrkan", 2], ["Landet", 4], ["Torget", 2]]


def test_by_line_and_direction(run, village):
    found = serve(run, village(), WINDOWS="06-09", DAYS=["weekday"], TABLE="memory:")["TABLE"]
    names = ("place_name", "line_no", "direction", "day_type", "window", "dep_n", "wait_max")
    assert sorted(rows(found, *names)) == [
        ["Kyrkan", "1", 0, "weekday", "06-09", 1, 120],
        ["Landet", "1", 0, "weekday", "06-09", 1, 110],
        ["Landet", "1", 1, "weekday", "06-09", 1, 135],
        ["Torget", "1", 1, "weekday", "06-09", 1, 120],
    ]


def test_a_period_is_averaged_and_dates_are_sorted_by_type(run, village):
    fewer = FILES["calendar_dates.txt"].replace("week,20211006,1\n", "")
    feed = village(calendar_dates=fewer)
    period = serve(run, feed, WINDOWS="06-20", DATES="2021-10-04/2021-10-09")["OUTPUT"]
    # four trips at Landet on four days, two on the Wednesday
    assert rows(period, "wd1_dep", "sa1_dep")[1] == [pytest.approx(18 / 5), 2]
    assert period.fields().indexOf("su1_dep") < 0
    some = serve(run, feed, WINDOWS="06-20", DATES="2021-10-06, 2021-10-07")["OUTPUT"]
    assert rows(some, "wd1_dep")[1] == [3]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        pytest.param({"DATES": "2021-10-10"}, "period|2021-10-04 to", id="no service"),
        pytest.param({"DATES": "2022-01-01/2022-02-01"}, "for 2021-10-04 to", id="a later period"),
        pytest.param({"DATES": "tisdag"}, "'tisdag' is no date", id="a word"),
        pytest.param({"DATES": "2021-02-30"}, "'2021-02-30' is no date", id="30 February"),
        pytest.param(
            {"DATES": "2021-10-09", "DAYS": ["weekday"]}, "None of the dates", id="another type"
        ),
        pytest.param({"WINDOWS": "6-6"}, "'6-6' is no time window", id="an empty window"),
        pytest.param({"WINDOWS": " , "}, "one to 9 time windows", id="no window"),
        pytest.param(
            {"WINDOWS": ",".join(f"{h}-{h + 1}" for h in range(10))}, "there are 10", id="too many"
        ),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(run, village, tmp_path, wrong, words):
    target = tmp_path / "stops.gpkg"
    with pytest.raises(QgsProcessingException, match=words):
        serve(run, village(), OUTPUT=str(target), **wrong)
    assert not target.exists()


def test_the_layer_is_styled_and_its_fields_have_names(run, village, tmp_path):
    target = tmp_path / "stops.gpkg"
    serve(run, village(), OUTPUT=str(target), WINDOWS="06-20", DAYS=["saturday"])
    layer = QgsVectorLayer(str(target), "stops", "ogr")
    assert layer.renderer().classAttribute() == "sa1_dep"
    position = layer.fields().indexOf("sa1_gap")
    assert layer.attributeAlias(position) == "Longest gap, Saturday 06-20 (min)"


def test_departures_of_a_real_feed_equal_gtfs_kit(run, reference):
    folder = reference("gtfs/kuopio")
    # gtfs_kit's num_trips counts the trips' last calls too, and its headways include 20:00
    path = folder / "expected" / "kuopio_20170315_stop_stats_gtfs_kit.csv"
    with path.open(encoding="utf-8") as file:
        expected = {row["stop_id"]: row for row in csv.DictReader(file)}
    found = serve(
        run,
        str(folder / "gtfs_kuopio_finland.zip"),
        BY="stop",
        EVENT="call",
        DATES="2017-03-15",
        DAYS=["weekday"],
        WINDOWS="00-48, 06-20:01",
    )["OUTPUT"]
    table = rows(found, "place_id", "wd1_dep", "wd1_line", "wd2_gap", "wd1_first")
    served = {row[0]: row[1:] for row in table if row[1]}
    assert set(served) == set(expected)
    for stop, (calls, lines, gap, first) in served.items():
        row = expected[stop]
        hours, minutes, _ = map(int, row["start_time"].split(":"))
        assert (calls, lines) == (float(row["num_trips"]), float(row["num_routes"]))
        assert first == pytest.approx(hours + minutes / 60)
        longest = float(row["max_headway"]) if row["max_headway"] else None
        assert gap == (None if longest is None else pytest.approx(longest))
