"""The check of a timetable, on the village's and on broken ones, through the provider."""

import zipfile
from datetime import date
from pathlib import Path

import pytest
from qgis.core import NULL, QgsProcessingException
from samplan.processing import feeds
from samplan.processing.algorithms.transit import checkgtfs
from samplan.processing.methods.transit.village import FILES


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setattr(feeds, "_folder", lambda: tmp_path / "cache")
    monkeypatch.setattr(checkgtfs, "today", lambda: date(2021, 10, 6))


@pytest.fixture
def village(tmp_path):
    """Write the village's timetable, with some files changed, to an archive."""

    def write(name="village.zip", **changed):
        path = tmp_path / name
        with zipfile.ZipFile(path, "w") as archive:
            for file, text in {**FILES, **{f"{n}.txt": t for n, t in changed.items()}}.items():
                if text is not None:
                    archive.writestr(file, text)
        return str(path)

    return write


def rows(layer, *names):
    return [[None if f[name] == NULL else f[name] for name in names] for f in layer.getFeatures()]


def check(run, tmp_path, feed, **more):
    return run(
        "checkgtfs",
        FEED=feed,
        REPORT=str(tmp_path / "page.html"),
        FINDINGS="memory:",
        DAYS="memory:",
        **more,
    )


def test_days_and_their_types(run, tmp_path, village):
    found = check(run, tmp_path, village())
    assert rows(found["DAYS"], "date", "day_name", "trips", "day_type") == [
        ["2021-10-04", "monday", 4, None],
        ["2021-10-05", "tuesday", 4, "weekday"],
        ["2021-10-06", "wednesday", 4, None],
        ["2021-10-07", "thursday", 4, None],
        ["2021-10-08", "friday", 4, None],
        ["2021-10-09", "saturday", 2, "saturday"],
    ]
    assert [found[kind] for kind in ("WEEKDAY", "SATURDAY", "SUNDAY")] == [
        "2021-10-05",
        "2021-10-09",
        "",
    ]


def test_findings_with_their_place_and_remedy(run, tmp_path, village):
    stops = FILES["stops.txt"].replace("58.000,15.200", "0.000,0.000")
    found = check(run, tmp_path, village(stops=stops))
    table = rows(found["FINDINGS"], "severity", "gtfs_file", "gtfs_row", "finding", "remedy")
    assert table[0] == [
        "error",
        "stops.txt",
        6,
        "Stops at latitude 0, longitude 0: 1, such as 'Torget'.",
        "They lie in the sea off Africa; correct stop_lat and stop_lon.",
    ]
    severities = [row[0] for row in table]
    assert severities == sorted(severities, key=["error", "warning", "note"].index)
    assert found["ERRORS"] == severities.count("error") == 1
    assert found["WARNINGS"] == severities.count("warning")


@pytest.mark.parametrize(
    ("day", "past"),
    [
        pytest.param(date(2021, 10, 4), False, id="the first date"),
        pytest.param(date(2021, 10, 9), False, id="the last date"),
        pytest.param(date(2021, 10, 3), True, id="still to come"),
        pytest.param(date(2026, 1, 1), True, id="past"),
    ],
)
def test_a_timetable_that_is_not_of_now_is_pointed_out(
    run, tmp_path, village, monkeypatch, day, past
):
    monkeypatch.setattr(checkgtfs, "today", lambda: day)
    findings = rows(check(run, tmp_path, village())["FINDINGS"], "severity", "finding", "remedy")
    words = "The timetable is for 2021-10-04 to 2021-10-09, which is not now."
    remedy = "Use a date within that period, or fetch a newer feed."
    assert (["warning", words, remedy] in findings) == past


def test_a_holiday_is_no_normal_date(run, tmp_path, village):
    # Thursday 5 May 2016 is Ascension Day, Friday 6 May a day between; extra trips on the holiday
    days = {"week": (2, 3, 4, 5, 6), "all": (5, 7, 8)}
    lines = "".join(f"{s},201605{d:02d},1\n" for s, dates in days.items() for d in dates)
    feed = village(calendar_dates="service_id,date,exception_type\n" + lines)
    found = check(run, tmp_path, feed)
    assert rows(found["DAYS"], "date", "trips")[3] == ["2016-05-05", 4]
    kinds = [found[kind] for kind in ("WEEKDAY", "SATURDAY", "SUNDAY")]
    assert kinds == ["2016-05-03", "2016-05-07", "2016-05-08"]


def test_stops_outside_the_area_and_far_from_streets(run, tmp_path, village, make_layer):
    box = "Polygon((14.9 57.9, 15.05 57.9, 15.05 58.1, 14.9 58.1, 14.9 57.9))"
    area = make_layer("Polygon", "", [(box,)], crs="EPSG:4326")
    # past Kyrkan's two stops, and a degree south of Landet and Torget
    street = "LineString(15.0 57.999, 15.0 58.002, 15.3 57.0)"
    streets = make_layer("LineString", "", [(street,)], crs="EPSG:4326")
    found = check(run, tmp_path, village(), AREA=area, STREETS=streets)
    texts = [row[0] for row in rows(found["FINDINGS"], "finding")]
    assert "Stops outside the area: 2, such as 'Landet'." in texts
    assert "Stops far from every street: 2, such as 'Landet'." in texts


def test_the_page_is_whole_and_escaped(run, tmp_path, village):
    stops = FILES["stops.txt"].replace("Torget,58.000,15.200", "<b>Torget</b>,0,0")
    check(run, tmp_path, village(stops=stops))
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "&lt;b&gt;Torget&lt;/b&gt;" in page
    assert "<b>Torget" not in page
    assert page.count("<rect ") == 6 + 6  # days and shades
    assert page.count('stroke="#d95f02"') == 2  # a weekday and a Saturday
    assert "http://" not in page.replace("http://www.w3.org/2000/svg", "")


def test_the_second_reading_is_from_the_cache_and_equal(run, tmp_path, village, monkeypatch):
    first = check(run, tmp_path, village())
    reader = "samplan.processing.methods.transit.feed.read_feed"
    monkeypatch.setattr(reader, lambda *_, **__: pytest.fail("read again"))
    other = check(run, tmp_path, village("renamed.zip"))
    assert rows(first["FINDINGS"], "finding") == rows(other["FINDINGS"], "finding")
    assert "renamed.zip" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_a_damaged_cache_is_read_anew(run, tmp_path, village):
    check(run, tmp_path, village())
    (kept,) = (tmp_path / "cache").glob("*.npz")
    kept.write_bytes(b"damaged")
    assert check(run, tmp_path, village())["DAYS"].featureCount() == 6


def test_the_cache_keeps_the_feeds_used_last(run, tmp_path, village):
    for number in range(feeds.KEPT + 2):
        check(
            run, tmp_path, village(f"{number}.zip", agency=f"agency_id,agency_name\n505,{number}")
        )
    assert len(list((tmp_path / "cache").iterdir())) == feeds.KEPT


def test_an_unpacked_feed_by_one_of_its_files_and_several_in_a_folder(run, tmp_path, village):
    folder = tmp_path / "unpacked"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    assert check(run, tmp_path, str(folder / "stops.txt"))["DAYS"].featureCount() == 6
    assert check(run, tmp_path, str(folder))["DAYS"].featureCount() == 6
    both = tmp_path / "both"
    both.mkdir()
    for name in ("a.zip", "b.zip"):
        Path(village(name)).rename(both / name)
    assert rows(check(run, tmp_path, str(both))["DAYS"], "trips")[0] == [8]


BROKEN = {
    "missing_calendar": "neither calendar.txt nor calendar_dates.txt",
    "missing_weekday_column": "no column .thursday.",
    "missing_stops": "stops.txt",
    "missing_stop_times": "stop_times.txt",
    "missing_trips": "trips.txt",
    "missing_routes": "routes.txt",
    "bad_date_format": "date",
    "unknown_format.zip": "neither a zip archive nor a folder",
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_feed_that_cannot_be_used_is_refused_and_nothing_is_written(
    run, tmp_path, reference, name
):
    feed = reference(f"gtfs/bad_transitfeed/{name}")
    with pytest.raises(QgsProcessingException, match=BROKEN[name]):
        check(run, tmp_path, str(feed))
    assert not (tmp_path / "page.html").exists()


def test_a_path_without_a_feed(run, tmp_path):
    with pytest.raises(QgsProcessingException, match="There is no feed at"):
        check(run, tmp_path, str(tmp_path / "nowhere.zip"))
