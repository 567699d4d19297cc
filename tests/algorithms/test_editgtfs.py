"""Timetable scenarios through the provider: layers and tables in, an archive and tables out."""

import zipfile
from pathlib import Path

import pytest
from qgis.core import NULL, QgsProcessingException
from samplan.processing import feeds
from samplan.processing.methods.transit.village import FILES
from samplan.processing.paths import PROFILES

EDITS = "action:string,route:string,stops:string,headway_min:double,from:string,to:string"
EDITS += ",days:string,percent:double,minutes:string"
COLUMNS = [part.split(":")[0] for part in EDITS.split(",")]
LINES = "route:string,headway_mi:integer,from:string,to:string,speed_kmh:double,name:string"


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setattr(feeds, "_folder", lambda: tmp_path / "cache")


@pytest.fixture
def village(tmp_path):
    """The village's timetable in an archive."""
    path = tmp_path / "village.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for file, text in {**FILES, "notes.md": "ours"}.items():
            archive.writestr(file, text)
    return str(path)


@pytest.fixture
def table(make_layer):
    """A table of edits: one mapping a row."""

    def table(*rows):
        cells = [("", *(row.get(name, NULL) for name in COLUMNS)) for row in rows]
        return make_layer("None", EDITS, cells, name="edits")

    return table


@pytest.fixture
def scenario(run, tmp_path, village):
    """Run the tool on the village's timetable."""

    def scenario(**parameters):
        given = {
            "FEED": village,
            "OUTPUT": str(tmp_path / "new.zip"),
            "LOG": "memory:",
            "SUPPLY": "memory:",
            **parameters,
        }
        return run("editgtfs", **given)

    return scenario


def contents(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def rows(layer, *names):
    return [[None if f[name] == NULL else f[name] for name in names] for f in layer.getFeatures()]


def test_without_edits_it_is_the_same_feed(scenario, village, log):
    found = scenario()
    assert contents(found["OUTPUT"]) == contents(village)
    assert (found["CHANGES"], found["NEW_FINDINGS"]) == (0, 0)
    assert rows(found["LOG"], "change") == []
    assert "The check finds nothing in the scenario that was not there before." in log.info


def test_the_same_scenario_is_the_same_bytes(scenario, table, tmp_path):
    edits = table({"action": "speed", "percent": 10})
    first = Path(scenario(EDITS=edits)["OUTPUT"]).read_bytes()
    again = scenario(EDITS=edits, OUTPUT=str(tmp_path / "again.zip"))["OUTPUT"]
    assert Path(again).read_bytes() == first


def test_a_headway_with_its_log_and_supply(scenario, table):
    # out at 7:00 in 25 minutes over 11.78 km; the shape is longer: 12.2 km
    row = {"action": "headway", "route": "1", "headway_min": 30, "from": "6", "to": "8"}
    found = scenario(EDITS=table(row), SCENARIO="half-hour")
    names = ("edit_table", "edit_row", "action", "change", "line_no", "trip_id", "before", "after")
    assert rows(found["LOG"], *names) == [
        ["edits", 1, "headway", "trip_removed", "1", "out7", "07:00:00-07:25:00 (3)", ""],
        *(
            ["edits", 1, "headway", "trip_added", "1", f"out7-s{number}", "", span]
            for number, span in enumerate(
                [
                    "06:00:00-06:25:00 (3)",
                    "06:30:00-06:55:00 (3)",
                    "07:00:00-07:25:00 (3)",
                    "07:30:00-07:55:00 (3)",
                ],
                start=1,
            )
        ),
    ]
    names = ("scenario", "line_no", "day_type", "trips_bef", "trips_aft", "trips_add")
    assert rows(found["SUPPLY"], *names) == [
        ["half-hour", "1", "weekday", 4, 7, 3],
        ["half-hour", "1", "saturday", 2, 2, 0],
    ]
    hours = rows(found["SUPPLY"], "veh_h_bef", "veh_h_aft", "veh_h_add")
    assert hours[0] == pytest.approx([100 / 60, 175 / 60, 75 / 60])
    (bef, aft, add), _ = rows(found["SUPPLY"], "veh_km_bef", "veh_km_aft", "veh_km_add")
    one = add / 3
    assert bef == pytest.approx(2 * one + 2 * 1.3 * 11.785, rel=1e-3)
    assert one == pytest.approx(12.2, abs=0.1)
    assert aft == pytest.approx(bef + add)


def test_a_drawn_line_in_another_crs_past_a_new_stop(scenario, make_layer, log):
    # in Web Mercator along latitude 58, past Kyrkan, a new stop and Torget
    line = "LineString(1669792 7967317, 1692057 7967317)"
    drawn = make_layer("LineString", LINES, [(line, "X", 60, "6", "8", 40, "Express")], "EPSG:3857")
    stops = make_layer(
        "Point", "stop_id:string,stop_name:string", [("Point(15.15 58)", NULL, "Nya")], "EPSG:4326"
    )
    found = scenario(NEW_LINES=drawn, STOPS=stops, LINES="memory:")
    texts = contents(found["OUTPUT"])
    assert texts["stops.txt"].endswith("Nya,Nya,58.000000,15.150000,0,\n")
    assert texts["routes.txt"].endswith("9011005000100000,1,700,\nX-s1,X,700,Express\n")
    first = [row for row in texts["stop_times.txt"].splitlines() if row.startswith("X-s1-0-s1,")]
    assert [row.split(",")[3] for row in first] == [
        "9022005000001001",
        "9022005000002001",
        "Nya",
        "9022005000003001",
    ]
    # 11.785 km at 40 km/h are 1061 s
    assert first[-1].split(",")[1] == "06:17:41"
    names = ("line_no", "mode", "direction", "trips", "change")
    assert rows(found["LINES"], *names) == [["X", "bus", 0, 2, "new"], ["X", "bus", 1, 2, "new"]]
    (feature, _) = found["LINES"].getFeatures()
    assert found["LINES"].crs().authid() == "EPSG:3857" or feature.geometry().length() > 11_000
    assert rows(found["LOG"], "edit_table", "action", "change")[:2] == [
        ["layer", "new_stop", "stop_added"],
        ["layer", "new_line", "line_added"],
    ]


def test_a_stop_of_the_timetable_moves_to_its_point(scenario, make_layer):
    stops = make_layer(
        "Point",
        "stop_id:string,stop_name:string",
        [("Point(15.11 58.01)", "9022005000002001", NULL)],
        "EPSG:4326",
    )
    found = scenario(STOPS=stops)
    assert rows(found["LOG"], "change", "stop_id", "before", "after") == [
        [
            "stop_moved",
            "9022005000002001",
            "Landet (58.000, 15.100)",
            "Landet (58.010000, 15.110000)",
        ]
    ]
    old, new = FILES["stops.txt"], contents(found["OUTPUT"])["stops.txt"]
    assert new == old.replace("Landet,58.000,15.100", "Landet,58.010000,15.110000")


def test_a_csv_as_excel_saves_it(scenario, tmp_path, village):
    path = tmp_path / "edits.csv"
    path.write_text("Action;Route;Percent;From\nspeed;1;10,5;06:30\n", encoding="utf-8-sig")
    found = scenario(EDITS=str(path))
    assert found["CHANGES"] == 4


def test_the_example_can_be_read():
    from samplan.processing.methods.transit.scenario.edits import COLUMNS as ALL
    from samplan.processing.subjects import csvtables

    table = csvtables.read(PROFILES / "timetable_edits.csv", needed=ALL, like="timetable_edits.csv")
    assert {row["action"] for row in table} >= {"new_line", "headway", "speed"}


def test_a_period_leaves_the_other_dates(scenario, table):
    row = {"action": "remove_line", "route": "1"}
    found = scenario(EDITS=table(row), PERIOD="2021-10-07/2021-10-09")
    assert sorted(row[0] for row in rows(found["LOG"], "change")) == ["dates"] * 4
    assert rows(found["SUPPLY"], "day_type", "trips_bef", "trips_aft") == [
        ["weekday", 4, 0],
        ["saturday", 2, 0],
    ]


def test_columns_that_are_not_read_are_told(scenario, tmp_path, log):
    path = tmp_path / "edits.csv"
    path.write_text("action,percent,day\nspeed,5,monday\n", encoding="utf-8")
    scenario(EDITS=str(path))
    assert log.warnings == ["Columns of 'edits' that are not read: day."]


TINY = {
    "Motala resecentrum;Borensberg centrum;Linköping resecentrum": "Mantorp station;Sya",
    "P2,": "P1,",
    "P3,": "106,",
    "speed,30": "speed,109",
}
"""The example is for the whole demo region; the tiny one has other lines."""


def test_the_demo_region_and_the_example(run, demo, tmp_path):
    feed = demo("gtfs.zip")
    common = {"FEED": feed, "SUPPLY": "memory:"}
    names = ("trips_add", "veh_km_add", "veh_h_add")
    same = run("editgtfs", OUTPUT=str(tmp_path / "same.zip"), **common)
    assert contents(same["OUTPUT"]) == contents(feed)
    assert {value for row in rows(same["SUPPLY"], *names) for value in row} == {0}
    text = (PROFILES / "timetable_edits.csv").read_text(encoding="utf-8")
    for name, other in TINY.items():
        assert name in text
        text = text.replace(name, other)
    (tmp_path / "edits.csv").write_text(text, encoding="utf-8")
    found = run(
        "editgtfs", OUTPUT=str(tmp_path / "new.zip"), EDITS=str(tmp_path / "edits.csv"), **common
    )
    added = {
        tuple(row[:2]): row[2:] for row in rows(found["SUPPLY"], "line_no", "day_type", *names)
    }
    # every 20 minutes for 14 hours both ways, every hour for 14 hours
    assert added[("X1", "weekday")][0] == 84
    assert added[("X1", "sunday")][0] == 28
    assert {line for (line, _), each in added.items() if any(each)} == {"X1", "P1", "106", "109"}


def test_new_findings_are_told(scenario, table, log):
    row = {"action": "new_line", "route": "X", "stops": "Kyrkan;Torget", "headway_min": 60}
    found = scenario(EDITS=table({**row, "from": "6", "to": "8", "minutes": "1"}))
    assert found["NEW_FINDINGS"] >= 1
    assert [text for text in log.warnings if "New in the scenario" in text] == [
        "New in the scenario: stop_times.txt: Trips faster than 250 km/h between two stops: 4, "
        "such as trip 'X-s1-0-s1'. Look for a misplaced stop or a wrong time."
    ]


def test_edits_that_change_nothing_are_told(scenario, table, log):
    scenario(EDITS=table({"action": "span", "route": "1", "from": "18:30", "headway_min": 60}))
    assert log.warnings == ["Row 1 of 'edits' (span) changes nothing."]


BAD = [
    ({"action": "hedway", "route": "1"}, "column 'action': 'hedway' cannot be used"),
    ({"action": "headway", "route": "1", "from": "6", "to": "9"}, "lacks 'headway_min'"),
    ({"action": "remove_line", "route": "7"}, "has no line '7'. Its lines are: 1"),
    ({"action": "remove_line", "route": "1", "percent": 5.0}, "does not use it"),
    ({"action": "remove_line", "route": "1", "days": "vardag"}, "daily, weekday, monday"),
]


@pytest.mark.parametrize(("row", "words"), BAD, ids=[words for _, words in BAD])
def test_a_bad_row_is_a_sentence_and_nothing_is_written(scenario, table, tmp_path, row, words):
    good = {"action": "speed", "percent": 10}
    with pytest.raises(QgsProcessingException) as refused:
        scenario(EDITS=table(good, row), SUPPLY=str(tmp_path / "supply.csv"))
    assert words in str(refused.value)
    assert "Row 2 of 'edits'" in str(refused.value)
    assert {path.name for path in tmp_path.iterdir()} <= {"village.zip", "cache"}


def test_other_bad_inputs_are_sentences(scenario, make_layer, table, tmp_path):
    other = make_layer("None", "name:string", [("", "x")], name="other")
    with pytest.raises(QgsProcessingException, match="'other' has no column 'action'"):
        scenario(EDITS=other)
    with pytest.raises(QgsProcessingException, match="'tomorrow' is no period"):
        scenario(PERIOD="tomorrow")
    with pytest.raises(QgsProcessingException, match="No trip runs in the period"):
        scenario(PERIOD="2022-01-01/2022-01-31")
    lines = make_layer(
        "MultiLineString",
        LINES,
        [("MultiLineString((0 0, 1 1), (5 5, 6 6))", "X", 60, "6", "8", 40, "")],
        "EPSG:4326",
    )
    with pytest.raises(QgsProcessingException, match="one unbroken line"):
        scenario(NEW_LINES=lines)
    nameless = make_layer("Point", "stop_id:string", [("Point(15 58)", NULL)], "EPSG:4326")
    with pytest.raises(QgsProcessingException, match="'stop_id' or a 'stop_name'"):
        scenario(STOPS=nameless)
    assert not (tmp_path / "new.zip").exists()


def test_several_archives_are_refused(scenario, tmp_path, village):
    folder = tmp_path / "several"
    folder.mkdir()
    for name in ("a.zip", "b.zip"):
        (folder / name).write_bytes(Path(village).read_bytes())
    with pytest.raises(QgsProcessingException, match="holds several timetables"):
        scenario(FEED=str(folder))


def test_an_unpacked_feed_and_one_in_a_folder(scenario, tmp_path):
    folder = tmp_path / "unpacked"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    assert contents(scenario(FEED=str(folder / "stops.txt"))["OUTPUT"]) == FILES
    inner = tmp_path / "inner.zip"
    with zipfile.ZipFile(inner, "w") as archive:
        for name, text in FILES.items():
            archive.writestr(f"otraf/{name}", text)
        archive.writestr("readme.md", "kept")
    found = contents(scenario(FEED=str(inner))["OUTPUT"])
    assert found == {**FILES, "readme.md": "kept"}


def test_by_qgis_process(qgis_process, tmp_path, village):
    edits = tmp_path / "edits.csv"
    edits.write_text("action,route,headway_min,from,to\nheadway,1,15,06:00,08:00\n")
    done = qgis_process(
        "run",
        "samplan:editgtfs",
        "--",
        f"FEED={village}",
        f"EDITS={edits}",
        f"OUTPUT={tmp_path / 'new.zip'}",
        f"SUPPLY={tmp_path / 'supply.csv'}",
    )
    assert done.returncode == 0, done.stderr
    assert contents(tmp_path / "new.zip")["stop_times.txt"].count("out7-s") == 8 * 3
    assert "veh_h_add" in (tmp_path / "supply.csv").read_text(encoding="utf-8")
