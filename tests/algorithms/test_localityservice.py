"""Public transport of localities on the village's timetable, through the provider."""

import zipfile

import pytest
from qgis.core import NULL, QgsProcessingException
from samplan.processing import feeds
from samplan.processing.methods.transit.village import FILES

VILLAGE, TOWN = (14.99, 57.99, 15.01, 58.01), (15.19, 57.99, 15.21, 58.01)
EMPTY = (15.4, 57.99, 15.5, 58.01)
DAY = ("dep_wd", "dep_sat", "dep_sun", "wkend_dep", "dem_n", "dbl_trips", "int_min", "first_dep")
DAY += ("last_dep", "span_h", "eve_dep", "pt_lines", "pt_dests", "pt_node")
CENTRE = ("ctr_name", "ctr_dep", "ctr_ret", "ctr_dbl", "ctr_min", "ctr_last")


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setattr(feeds, "_folder", lambda: tmp_path / "cache")


@pytest.fixture
def timetable(tmp_path):
    path = tmp_path / "village.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for file, text in FILES.items():
            archive.writestr(file, text)
    return str(path)


@pytest.fixture
def localities(make_layer):
    """A village, a town and a place without stops, in degrees."""
    places = [(VILLAGE, "1", "Byn"), (TOWN, "2", "Staden"), (EMPTY, "3", "Öde")]
    boxes = []
    for (west, south, east, north), *words in places:
        ring = f"{west} {south},{east} {south},{east} {north},{west} {north},{west} {south}"
        boxes.append((f"Polygon(({ring}))", *words))
    return make_layer("Polygon", "loc_code:string,loc_name:string", boxes, crs="EPSG:4326")


def rows(layer, *names):
    return [[None if f[name] == NULL else f[name] for name in names] for f in layer.getFeatures()]


def close(values):
    return [pytest.approx(each) if isinstance(each, float) else each for each in values]


def test_each_trip_counts_once_and_sunday_has_none(run, localities, timetable):
    found = run("localityservice", LOCALITIES=localities, FEED=timetable, OUTPUT="memory:")
    village, town, empty = rows(found["OUTPUT"], *DAY)
    # at 7 and 19 from the village, which has two stops; on Saturday only at 19, on Sunday nothing
    assert village == close([2, 1, 0, 0, 0, 2, 420.0, 7.0, 19.0, 12.0, 1, 1, 1, 0])
    assert town == close([2, 1, 0, 0, 0, 2, 420.0, 8.0, 17.0, 9.0, 0, 1, 1, 0])
    assert empty == [0, 0, 0, 0, 0, 0, None, None, None, None, 0, 0, 0, 0]


def test_the_way_to_a_named_centre(run, localities, timetable):
    given = {"LOCALITIES": localities, "FEED": timetable, "OUTPUT": "memory:"}
    for name in ("staden", "2"):
        found = run("localityservice", **given, CENTRES=name)
        village, town, empty = rows(found["OUTPUT"], *CENTRE)
        assert village == close(["Staden", 2, 2, 2, 25.0, 17 + 25 / 60])
        assert town == [None] * 6
        assert empty == [None, 0, 0, 0, None, None]


def test_without_centres_the_one_with_most_calls(run, localities, timetable, log):
    run("localityservice", LOCALITIES=localities, FEED=timetable, OUTPUT="memory:")
    assert "Centre: Byn" in log.info


def test_tables_by_window(run, localities, timetable):
    found = run(
        "localityservice",
        LOCALITIES=localities,
        FEED=timetable,
        CENTRES="Staden",
        WINDOWS="06-09, 18-24",
        OUTPUT="memory:",
        SERVICE="memory:",
        TOWARDS="memory:",
    )
    names = ("loc_name", "day_type", "window", "dep_n", "arr_n", "first_dep")
    service = [row for row in rows(found["SERVICE"], *names) if row[0] == "Byn"]
    assert service == [
        ["Byn", "weekday", "06-09", 1, 1, 7],
        ["Byn", "weekday", "18-24", 1, 0, 19],
        ["Byn", "saturday", "06-09", 0, 1, None],
        ["Byn", "saturday", "18-24", 1, 0, 19],
    ]
    names = ("loc_code", "ctr_name", "day_type", "window", "dep_n", "ret_n", "ctr_min")
    assert [row for row in rows(found["TOWARDS"], *names) if row[0] == "1"][:2] == [
        ["1", "Staden", "weekday", "06-09", 1, 1, 25],
        ["1", "Staden", "weekday", "18-24", 1, 0, 25],
    ]


def test_own_dates_say_nothing_of_other_days(run, localities, timetable):
    given = {"LOCALITIES": localities, "FEED": timetable, "OUTPUT": "memory:"}
    found = run("localityservice", **given, DATES="2021-10-05")
    assert rows(found["OUTPUT"], "dep_wd", "dep_sat", "wkend_dep", "pt_node")[0] == [2] + [None] * 3
    found = run("localityservice", **given, DATES="2021-10-09")
    assert rows(found["OUTPUT"], "dep_wd", "dep_sat", "first_dep")[0] == [None, 1, None]


def test_a_stop_beside_the_houses_belongs_to_them(run, timetable, make_layer):
    # 0.001 degrees of longitude are 59 m here: the town's stop lies 59 m to the west
    east = "Polygon((15.201 57.99,15.21 57.99,15.21 58.01,15.201 58.01,15.201 57.99))"
    layer = make_layer("Polygon", "loc_code:string", [(east, "2")], crs="EPSG:4326")
    given = {"LOCALITIES": layer, "FEED": timetable, "OUTPUT": "memory:"}
    assert rows(run("localityservice", **given)["OUTPUT"], "dep_wd") == [[2]]
    with pytest.raises(QgsProcessingException, match="No stop of the timetable lies in any"):
        run("localityservice", **given, BUFFER=50)


def test_bad_input_is_a_sentence(run, localities, timetable):
    given = {"LOCALITIES": localities, "FEED": timetable, "OUTPUT": "memory:"}
    with pytest.raises(QgsProcessingException, match="No locality is called 'Stan'"):
        run("localityservice", **given, CENTRES="Byn, Stan")
    with pytest.raises(QgsProcessingException, match="No trip of the feed runs on 2021-10-10"):
        run("localityservice", **given, DATES="2021-10-10")
    with pytest.raises(QgsProcessingException, match="is no time window"):
        run("localityservice", **given, WINDOWS="9-6")
