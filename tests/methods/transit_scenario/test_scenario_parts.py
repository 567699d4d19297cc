"""The parts of a scenario by themselves: tables of texts, rows of edits, supply."""

import datetime

import numpy as np
import pandas as pd
import pytest
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.transit.archive import open_archive
from samplan.processing.methods.transit.feed import read_feed
from samplan.processing.methods.transit.scenario.edits import NEEDED, USED, read_edits
from samplan.processing.methods.transit.scenario.lookup import find_stop
from samplan.processing.methods.transit.scenario.original import read_original
from samplan.processing.methods.transit.scenario.supply import compared_supply, line_supply
from samplan.processing.methods.transit.scenario.texts import read_texts, write_texts
from scenario_cases import FEED, changed, edit, packed

TABLES = {
    "quotation marks and commas": b'id,name\n1,"Kisa, C"\n2,"The ""old"" mill"\n',
    "a line break inside a cell": b'id,name\n1,"Kisa\nC"\n2,Horn\n',
    "Windows line ends and a byte-order mark": b"\xef\xbb\xbfid,name\r\n1,Kisa\r\n2,Horn\r\n",
    "no line end at the end": b"id,name\n1,Kisa\n2,Horn",
    "blanks, blank lines and short rows": b"id , name\n 1 , Kisa\n\n2\n",
    "a column twice": b"id,name,name\n1,a,b\n2,c,d\n",
}


@pytest.mark.parametrize("raw", TABLES.values(), ids=TABLES)
def test_a_table_keeps_the_bytes_of_rows_that_stay(raw):
    table = read_texts(raw, "stops.txt")
    assert write_texts(table, table.frame.copy()) == raw
    lost = write_texts(table, table.frame.iloc[1:])
    assert lost == raw.partition(b"\n")[0] + b"\n" + raw[raw.index(b"2") :].rstrip(b"\r\n") + (
        b"\r\n" if b"\r" in raw else b"\n"
    )
    renamed = table.frame.copy()
    renamed.loc[1, "name"] = 'Ny, "å"'
    again = read_texts(write_texts(table, renamed), "stops.txt").frame
    pd.testing.assert_frame_equal(again, renamed)


def test_a_new_column_leaves_the_others_cells_as_they_are():
    table = read_texts(b'id,name\n1,"Kisa, C"\n2,Horn\n', "stops.txt")
    frame = table.frame.assign(zone=["", "A"])
    assert write_texts(table, frame) == b'id,name,zone\n1,"Kisa, C",\n2,Horn,A\n'


def test_latin1_is_written_as_utf8_when_a_row_changes():
    table = read_texts("id,name\n1,Åby\n2,Örn\n".encode("latin-1"), "stops.txt")
    frame = table.frame.copy()
    frame.loc[1, "name"] = "Älv"
    assert write_texts(table, frame).decode() == "id,name\n1,Åby\n2,Älv\n"


def test_every_action_uses_what_it_needs():
    assert set(NEEDED) == set(USED)
    assert all(set(NEEDED[action]) <= set(USED[action]) for action in NEEDED)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("6", 21600),
        ("06:30", 23400),
        ("6:30:15", 23415),
        ("25:10", 90600),
        (7.0, 25200),
        (7, 25200),
        (datetime.time(6, 30), 23400),
    ],
)
def test_times_as_people_and_files_write_them(text, seconds):
    row = edit("span", route="1", begin=text)
    assert read_edits([row], table="edits")[0].begin == seconds


def test_empty_rows_are_passed_over_and_the_others_keep_their_number():
    rows = [{"action": None, "route": np.nan}, {"action": " Speed ", "percent": "2,5"}]
    (found,) = read_edits(rows, table="edits")
    assert (found.row, found.action, found.percent) == (2, "speed", 2.5)


def test_days_and_numbers():
    row = edit("headway", route="1", begin="6", end="9", headway_min="7.5", days="Monday, sunday")
    (found,) = read_edits([row], table="edits")
    assert (found.days, found.headway) == ((0, 6), 450)
    assert np.isnan(found.speed)


def test_a_bad_row_behind_good_ones_is_found_before_anything_is_done():
    rows = [edit("speed", percent=5), edit("speed", percent=5, minutes="x")]
    with pytest.raises(InputError, match="Row 2 of 'edits', column 'minutes': 'x'"):
        read_edits(rows, table="edits")


@pytest.mark.parametrize("mode", ["bus", "rail"])
def test_a_new_line_stops_where_its_own_mode_does(mode):
    # the bus calls at a1 and, coming home, once at a2; nothing else tells them apart but the train
    times = FEED["stop_times.txt"].replace("t,10:00:00,10:00:00,a1", "t,10:00:00,10:00:00,a2")
    draft = read_original(open_archive(packed({**FEED, "stop_times.txt": times}))).draft
    (found,) = read_edits(
        [edit("new_line", route="X", mode=mode, headway_min=9, begin="6", end="7")], table="edits"
    )
    (row,) = find_stop(draft, found, "Alby")
    assert draft.stops["stop_id"][row] == {"bus": "a1", "rail": "a2"}[mode]


def test_an_idle_stop_goes_without_a_trip_being_touched():
    files = {**FEED, "stops.txt": FEED["stops.txt"] + "z,Zinkgruvan,58,15,0,,\n"}
    made, _, log = changed(files, edit("remove_stop", stops="z"))
    assert log["kind"].tolist() == ["stop_removed"]
    assert made["stops.txt"].decode() == FEED["stops.txt"]


def degree(lat):
    """Metres of a degree of longitude."""
    return 6_371_008.8 * np.radians(1) * np.cos(np.radians(lat))


def test_supply_by_hand():
    supply = line_supply(
        read_feed(packed(FEED), shapes=True),
        {"weekday": ["2021-10-07"], "weekend": ["2021-10-09", "2021-10-11"]},
        detour=1.5,
    ).set_index(["route_id", "day_type"])
    # out by the shape: two legs of 0.05 degrees over 0.02 of latitude, and 0.1 straight on
    north = 6_371_008.8 * np.radians(0.02)
    out = 2 * np.hypot(0.05 * degree(58.01), north) + 0.1 * degree(58)
    home = 1.5 * 0.2 * degree(58)  # no shape: straight, a few metres to the other side aside
    weekday, weekend = supply.loc[("r1", "weekday")], supply.loc[("r1", "weekend")]
    assert weekday["trips"] == 5
    assert weekday["veh_km"] == pytest.approx((4 * out + home) / 1000, rel=1e-4)
    assert weekday["veh_h"] == pytest.approx((20 + 24 + 28 + 20 + 20) / 60)
    # Saturday two trips, Monday five
    assert weekend["trips"] == 3.5
    assert weekend["veh_h"] == pytest.approx(((24 + 20) + 112) / 2 / 60)
    assert weekend["veh_km"] == pytest.approx((2.5 * out + home) / 1000, rel=1e-4)


def test_supply_before_and_after():
    _, after, _ = changed(
        FEED, edit("remove_line", route="2"), edit("speed", route="T", percent=50)
    )
    days = {"weekday": ["2021-10-07"]}
    tables = [
        line_supply(feed, days, detour=1.0)
        for feed in (read_feed(packed(FEED), shapes=True), after)
    ]
    found = compared_supply(*tables).set_index("route_id")
    assert found["trips_add"].to_dict() == {"r1": 0, "r2": -1, "r3": 0}
    assert found["veh_h_add"].round(9).to_dict() == {
        "r1": 0,
        "r2": round(-20 / 60, 9),
        "r3": round(-15 / 60, 9),
    }
    assert (found["veh_km_aft"] - found["veh_km_bef"] == found["veh_km_add"]).all()
