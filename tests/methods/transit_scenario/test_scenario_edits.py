"""Each edit changes the trips it should, as told by hand, and no other byte."""

import csv
import io

import numpy as np
import pytest
import scenario_cases
from samplan.processing.methods.errors import InputError
from scenario_cases import FEED, STOP_TIMES, TRIPS, changed, edit, journeys, starts

THURSDAY, SATURDAY = "2021-10-07", "2021-10-09"


def lines_of(made, file="stop_times.txt"):
    return made[file].decode().splitlines()


def rows_of(made, file):
    return list(csv.DictReader(io.StringIO(made[file].decode())))


def test_nothing_to_do_changes_nothing():
    made, _, log = changed(FEED)
    assert made == {"stop_times.txt": STOP_TIMES.encode()}
    assert log.empty


def kinds(log):
    return sorted(zip(log["kind"], log["trip_id"]))


# Headways


def test_a_headway_respaces_the_window_by_the_typical_trip():
    row = edit(
        "headway", route="1", direction=0, headway_min=20, begin="7", end="9", days="weekday"
    )
    _, feed, log = changed(FEED, row)
    # medians of 12, 14 and 24, 28 minutes, at the minute of the first trip in the window
    expected = [
        (0, f"a1 {h:02d}:{m:02d}", f"b {h:02d}:{m + 13:02d}/{h:02d}:{m + 14:02d}", end)
        for h in (7, 8)
        for m, end in ((0, f"c {h:02d}:26"), (20, f"c {h:02d}:46"), (40, f"c {h + 1:02d}:06"))
    ]
    out = [each for each in journeys(feed, "1") if each[0] == 0]
    assert out[1:-1] == expected
    assert out[0] == (0, "a1 06:00", "b 06:10/06:11", "c 06:20")
    assert out[-1] == (0, "a1 09:00", "b 09:10/09:11", "c 09:20")
    # the trip that also runs on weekends keeps its id there
    assert journeys(feed, "1", SATURDAY)[0] == (0, "a1 07:00", "b 07:12/07:13", "c 07:24")
    assert kinds(log) == [
        ("dates", "o7"),
        *(("trip_added", f"o7-s1-s{n}") for n in range(1, 7)),
        ("trip_removed", "o8"),
    ]


def test_rows_that_are_not_meant_keep_their_bytes():
    row = edit(
        "headway", route="1", direction=0, headway_min=20, begin="7", end="9", days="weekday"
    )
    made, _, _ = changed(FEED, row)
    kept = [line for line in STOP_TIMES.splitlines() if not line.startswith("o8,")]
    assert [line for line in lines_of(made) if line in STOP_TIMES.splitlines()] == kept
    assert '"one, two"' in FEED["stops.txt"]
    assert "stops.txt" not in made
    old, new = TRIPS.splitlines(), lines_of(made, "trips.txt")
    assert [line for line in new if line in old] == [
        line for line in old if ",o7," not in line and ",o8," not in line
    ]
    assert [row["trip_id"] for row in rows_of(made, "transfers.txt") if "trip_id" in row] == []
    assert lines_of(made, "transfers.txt") == FEED["transfers.txt"].splitlines()[:3]
    assert rows_of(made, "feed_info.txt")[0]["feed_version"] == "7 scenario S"


def test_new_trips_have_the_other_cells_of_the_trip_they_are_like():
    row = edit(
        "headway", route="1", direction=0, headway_min=60, begin="8", end="9", days="weekday"
    )
    made, _, _ = changed(FEED, row)
    (trip,) = [each for each in rows_of(made, "trips.txt") if each["trip_id"] == "o8-s1"]
    assert trip == {
        "route_id": "r1",
        "service_id": "week",
        "trip_id": "o8-s1",
        "trip_headsign": "Ceder, C",
        "direction_id": "0",
        "block_id": "",
        "shape_id": "s",
        "extra": "x",
    }
    assert lines_of(made)[-3:] != []
    assert [line for line in lines_of(made) if line.startswith("o8-s1")] == [
        'o8-s1,08:00:00,08:00:00,a1,1,"Ceder, C",0,1,0',
        "o8-s1,08:14:00,08:15:00,b,2,,0,0,6.0",
        "o8-s1,08:28:00,08:28:00,c,3,,1,0,12.0",
    ]


def test_both_directions_are_respaced_each_by_itself():
    row = edit("headway", route="r1", headway_min=30, begin="7", end="8")
    _, feed, _ = changed(FEED, row)
    assert starts(feed, "1") == ["06:00", "07:00", "07:30", "08:00", "09:00"]
    assert starts(feed, "1", direction=1) == ["07:00", "07:30"]
    assert starts(feed, "1", SATURDAY, 1) == ["07:00", "07:30"]


def test_without_directions_the_order_of_the_stops_tells_them():
    trips = "\n".join(
        ",".join(cell for place, cell in enumerate(line.split(",")) if place != 4)
        for line in TRIPS.replace('"Ceder, C"', "Ceder").splitlines()
    )
    row = edit("headway", route="r1", headway_min=30, begin="7", end="8")
    _, feed, _ = changed({**FEED, "trips.txt": trips + "\n"}, row)
    found = journeys(feed, "1")
    assert sum(each[-1].startswith("a2") for each in found) == 2
    assert sum(each[-1].startswith("c") for each in found) == 5


def test_only_the_dates_of_the_period_change():
    dates = np.arange("2021-10-04", "2021-10-18", dtype="datetime64[D]")
    row = edit(
        "headway", route="1", direction=0, headway_min=30, begin="8", end="9", days="weekday"
    )
    made, feed, _ = changed(FEED, row, period=dates >= np.datetime64("2021-10-11"))
    assert starts(feed, "1", "2021-10-08") == ["06:00", "07:00", "08:00", "09:00"]
    assert starts(feed, "1", "2021-10-11") == ["06:00", "07:00", "08:00", "08:30", "09:00"]
    new = [row for row in rows_of(made, "calendar.txt") if row["service_id"].startswith("scen")]
    # in the way of the feed: a week with its period
    assert [
        (row["monday"], row["saturday"], row["start_date"], row["end_date"]) for row in new
    ] == [("1", "0", "20211004", "20211008"), ("1", "0", "20211011", "20211015")]
    assert "calendar_dates.txt" not in made


FREQUENCIES = """\
trip_id,start_time,end_time,headway_secs,exact_times
o6,06:00:00,10:00:00,1500,1
o6,10:00:00,22:00:00,1800,1
"""


def by_headway():
    keep = ("route_id", "r1,week,o6", "r2", "r3")
    trips = "\n".join(line for line in TRIPS.splitlines() if line.startswith(keep))
    times = "\n".join(
        line for line in STOP_TIMES.splitlines() if not line.startswith(("o7", "o8", "o9", "h7"))
    )
    files = {**FEED, "trips.txt": trips + "\n", "stop_times.txt": times + "\n"}
    files["transfers.txt"] = "\n".join(FEED["transfers.txt"].splitlines()[:3]) + "\n"
    return {**files, "frequencies.txt": FREQUENCIES}


def test_a_headway_of_frequencies_is_changed_there():
    row = edit("headway", route="1", headway_min=10, begin="7", end="8:30")
    made, feed, log = changed(by_headway(), row)
    # every 25 minutes before and after at the minutes they had
    assert starts(feed, "1")[:14] == [
        *("06:00", "06:25", "06:50", "07:00", "07:10", "07:20", "07:30", "07:40", "07:50"),
        *("08:00", "08:10", "08:20", "08:30", "08:55"),
    ]
    assert made["stop_times.txt"] == by_headway()["stop_times.txt"].encode()
    assert [row["exact_times"] for row in rows_of(made, "frequencies.txt")] == ["1"] * 4
    assert kinds(log) == [("headway", "o6")]
    assert "trips.txt" not in made


def test_a_headway_of_frequencies_runs_on_all_dates_of_the_trips_it_replaces():
    # the line runs by headway on weekdays, and at 7:30 on weekends
    files = by_headway()
    trips = files["trips.txt"] + "r1,daily,w,Ceder,0,,,\n"
    times = files["stop_times.txt"] + "w,07:30:00,07:30:00,a1,1,,,,\nw,07:50:00,07:50:00,c,2,,,,\n"
    files = {**files, "trips.txt": trips, "stop_times.txt": times}
    row = edit("headway", route="1", headway_min=30, begin="7", end="9")
    _, feed, _ = changed(files, row)
    assert starts(feed, "1", SATURDAY) == ["07:00", "07:30", "08:00", "08:30"]
    assert starts(feed, "1")[:8] == [
        *("06:00", "06:25", "06:50", "07:00", "07:30", "08:00", "08:30", "09:20")
    ]


def test_a_headway_of_frequencies_on_some_days():
    row = edit("headway", route="1", headway_min=10, begin="6", end="22", days="monday")
    made, feed, _ = changed(by_headway(), row)
    assert len(starts(feed, "1", "2021-10-04")) == 16 * 6
    assert len(starts(feed, "1", THURSDAY)) == 10 + 24
    assert lines_of(made, "frequencies.txt")[1:3] == FREQUENCIES.splitlines()[1:]


def test_a_span_of_frequencies():
    row = edit("span", route="1", begin="05:00", end="23:00")
    _, feed, _ = changed(by_headway(), row)
    found = starts(feed, "1")
    assert found[:3] == ["05:10", "05:35", "06:00"]
    assert found[-3:] == ["22:00", "22:30", "23:00"]


def test_a_span_of_frequencies_that_differ_by_day():
    files = by_headway()
    files["trips.txt"] += "r1,sat,w,Ceder,0,,,\n"
    files["stop_times.txt"] += "w,07:30:00,07:30:00,a1,1,,,,\nw,07:50:00,07:50:00,c,2,,,,\n"
    files["frequencies.txt"] += "w,09:00:00,10:00:00,1200,0\n"
    files["calendar.txt"] += "sat,0,0,0,0,0,1,0,20211004,20211017\n"
    _, feed, _ = changed(files, edit("span", route="1", begin="05:30"))
    assert starts(feed, "1")[:3] == ["05:35", "06:00", "06:25"]
    assert starts(feed, "1", SATURDAY)[:3] == ["05:40", "06:00", "06:20"]


# Spans


def test_a_span_adds_copies_of_the_first_and_last_trips():
    row = edit("span", route="1", direction=0, headway_min=30, begin="05:00", end="10:15")
    _, feed, log = changed(FEED, row)
    assert starts(feed, "1") == [
        *("05:00", "05:30", "06:00", "07:00", "08:00", "09:00", "09:30", "10:00")
    ]
    # on Saturdays the only trip is both
    assert starts(feed, "1", SATURDAY)[:5] == ["05:00", "05:30", "06:00", "06:30", "07:00"]
    assert starts(feed, "1", SATURDAY)[-1] == "10:00"
    assert set(log["kind"]) == {"trip_added"}


def test_a_span_goes_past_midnight_at_the_usual_headway():
    _, feed, _ = changed(FEED, edit("span", route="1", direction=0, days="weekday", end="25"))
    assert starts(feed, "1")[-2:] == ["24:00", "25:00"]
    assert journeys(feed, "1")[len(starts(feed, "1")) - 1][-1] == "c 25:20"


# Speed


def test_percent_shortens_runs_and_keeps_stops():
    row = edit("speed", route="1", direction=0, percent=10)
    _, feed, log = changed(FEED, row)
    assert [each[1:] for each in journeys(feed, "1") if each[0] == 0] == [
        ("a1 06:00", "b 06:09/06:10", "c 06:18:06"),  # 10 and 9 minutes become 9 and 8.1
        ("a1 07:00", "b 07:10:48/07:11:48", "c 07:21:42"),
        ("a1 08:00", "b 08:12:36/08:13:36", "c 08:25:18"),
        ("a1 09:00", "b 09:09/09:10", "c 09:18:06"),
    ]
    assert kinds(log) == [("times", f"o{hour}") for hour in (6, 7, 8, 9)]


def test_minutes_between_two_stops_either_way():
    _, feed, _ = changed(FEED, edit("speed", route="1", stops="Berga;Ceder", minutes=2))
    found = journeys(feed, "1")
    assert found[0] == (0, "a1 06:00", "b 06:10/06:11", "c 06:18")
    assert found[-1] == (1, "c 07:30", "b 07:38", "a2 07:48")


def test_a_mode_and_calls_without_times():
    made, _, log = changed(FEED, edit("speed", mode="rail", percent=20))
    assert kinds(log) == [("times", "t")]
    assert [line for line in lines_of(made) if line.startswith("t,")] == [
        "t,10:00:00,10:00:00,a1,1,,0,0,",
        "t,,,b,2,,0,0,",
        "t,10:24:00,10:24:00,e,3,,0,0,",
    ]


def test_slower_is_a_negative_percent():
    _, feed, _ = changed(FEED, edit("speed", route="2", percent=-50))
    assert journeys(feed, "2") == [(0, "c 23:50", "d 24:20")]


def test_some_days_leave_the_others():
    _, feed, log = changed(FEED, edit("speed", route="2", percent=50, days="saturday"))
    assert journeys(feed, "2", SATURDAY) == [(0, "c 23:50", "d 24:00")]
    assert journeys(feed, "2") == [(0, "c 23:50", "d 24:10")]
    assert kinds(log) == [("dates", "n"), ("trip_added", "n-s1")]


# Ways


def test_a_stop_is_added_between_two_both_ways():
    _, feed, log = changed(FEED, edit("add_stop", route="1", stops="b;e;c", minutes="4;5"))
    found = journeys(feed, "1")
    assert found[0] == (0, "a1 06:00", "b 06:10/06:11", "e 06:15", "c 06:20")
    assert found[1] == (0, "a1 07:00", "b 07:12/07:13", "e 07:17", "c 07:22")
    assert found[-1] == (1, "c 07:30", "e 07:34", "b 07:39", "a2 07:49")
    assert {kind for kind, _ in kinds(log)} == {"calls"}


def test_a_new_way_is_as_fast_as_the_old_one():
    # b to e is 0.2 degrees of longitude, b to c 0.1: b-e-c is three times as long
    _, feed, _ = changed(FEED, edit("reroute", route="1", direction=0, stops="b;e;c"))
    assert journeys(feed, "1")[0] == (0, "a1 06:00", "b 06:10/06:11", "e 06:29", "c 06:38")


def test_a_stop_between_is_passed():
    made, feed, _ = changed(FEED, edit("reroute", route="1", direction=0, stops="a1;c", minutes=15))
    assert journeys(feed, "1")[0] == (0, "a1 06:00", "c 06:15")
    assert "o6,6:00:00,6:00:00,a1,1,,0,1,0" in lines_of(made)


def test_a_line_is_extended_at_its_end_both_ways():
    made, feed, _ = changed(FEED, edit("reroute", route="1", stops="c;e", minutes=6))
    found = journeys(feed, "1")
    assert found[0] == (0, "a1 06:00", "b 06:10/06:11", "c 06:20", "e 06:26")
    assert found[-1] == (1, "e 07:24", "c 07:30", "b 07:40", "a2 07:50")
    # one alights only at the new end, and boards at the old one
    assert [line.split(",")[3:8] for line in lines_of(made) if line.startswith("o6,")] == [
        ["a1", "1", "", "0", "1"],
        ["b", "2", "", "0", "0"],
        ["c", "3", "", "0", "0"],
        ["e", "4", "", "1", "0"],
    ]


def test_the_shape_follows_the_old_one_where_the_stops_are_the_same():
    made, _, _ = changed(FEED, edit("reroute", route="1", direction=0, stops="b;d;c"))
    rows = [row for row in rows_of(made, "shapes.txt") if row["shape_id"] == "s-s1"]
    points = [(float(row["shape_pt_lon"]), float(row["shape_pt_lat"])) for row in rows]
    assert points == [(15.0, 58.0), (15.05, 58.02), (15.1, 58.0), (15.2, 58.1), (15.2, 58.0)]
    assert {row["shape_dist_traveled"] for row in rows} == {""}
    assert {line.rsplit(",", 1)[1] for line in lines_of(made) if line.startswith("o")} == {""}
    assert made["shapes.txt"].decode().startswith(FEED["shapes.txt"])


def test_a_stop_is_passed_by_one_line():
    made, feed, log = changed(FEED, edit("remove_stop", route="1", stops="Berga", minutes=1))
    assert journeys(feed, "1")[0] == (0, "a1 06:00", "c 06:19")
    assert journeys(feed, "T")[0][2].startswith("b")
    assert "stops.txt" not in made
    assert len(log) == 5
    assert "shapes.txt" not in made


def test_a_stop_goes_altogether_with_what_refers_to_it():
    made, feed, log = changed(FEED, edit("remove_stop", stops="Berga"))
    assert "b" not in set(feed.stops["stop_id"])
    assert journeys(feed, "T")[0] == (0, "a1 10:00", "e 10:30")
    assert lines_of(made, "transfers.txt") == [
        FEED["transfers.txt"].splitlines()[row] for row in (0, 2, 3)
    ]
    assert ("stop_removed", "") in kinds(log)


def test_a_stop_area_goes_and_the_station_stays():
    _, feed, _ = changed(FEED, edit("remove_stop", stops="A"))
    assert [text for text in feed.stops["stop_id"] if text.lower().startswith("a")] == ["A"]
    assert journeys(feed, "1")[0] == (0, "b 06:10/06:11", "c 06:20")


def test_a_trip_with_one_call_left_goes():
    _, _, log = changed(FEED, edit("remove_stop", stops="d"))
    assert ("trip_removed", "n") in kinds(log)


def test_a_short_turn_cuts_the_shape():
    made, _, _ = changed(FEED, edit("remove_stop", route="1", direction=0, stops="c"))
    rows = [row for row in rows_of(made, "shapes.txt") if row["shape_id"] == "s-s1"]
    assert [float(row["shape_pt_lon"]) for row in rows] == [15.0, 15.05, 15.1]


def test_a_stop_moves_and_keeps_all_else():
    made, _, log = changed(FEED, edit("move_stop", stops="b", lat=58.01, lon=15.11))
    old, new = FEED["stops.txt"].splitlines(), lines_of(made, "stops.txt")
    assert [place for place in range(len(old)) if old[place] != new[place]] == [4]
    assert new[4] == 'b,Berga,58.010000,15.110000,0,,"one, two"'
    assert log["before"].tolist() == ["Berga (58.00, 15.10)"]
    assert log["after"].tolist() == ["Berga (58.010000, 15.110000)"]


def test_a_new_stop_can_be_called_at():
    rows = [
        edit("new_stop", stops="x", name="Nya, torget", lat=58.0, lon=15.15),
        edit("add_stop", route="1", direction=0, stops="b;Nya, torget;c", minutes=10),
    ]
    made, feed, _ = changed(FEED, *rows)
    assert lines_of(made, "stops.txt")[-1] == 'x,"Nya, torget",58.000000,15.150000,0,,'
    assert journeys(feed, "1")[0] == (0, "a1 06:00", "b 06:10/06:11", "x 06:16", "c 06:21")


# Fewer lines


def test_a_line_goes():
    made, feed, log = changed(FEED, edit("remove_line", route="Alby - Ceder"))
    assert feed.routes["route_id"].tolist() == ["r2", "r3"]
    assert lines_of(made, "trips.txt") == [TRIPS.splitlines()[row] for row in (0, 6, 7)]
    assert lines_of(made) == [line for line in STOP_TIMES.splitlines() if line[0] in "tn"]
    assert len(lines_of(made, "transfers.txt")) == 3
    assert len(log) == 6


def test_trips_go_at_a_time_and_on_some_days():
    row = edit("remove_line", route="1", direction=0, begin="7", end="9", days="saturday sunday")
    _, feed, log = changed(FEED, row)
    assert starts(feed, "1") == ["06:00", "07:00", "08:00", "09:00"]
    assert starts(feed, "1", SATURDAY) == []
    assert kinds(log) == [("dates", "o7")]


# New lines


def test_a_new_line_by_stops_and_minutes():
    row = edit(
        "new_line",
        route="X",
        name="Express",
        stops="Alby; c; e",
        headway_min=30,
        begin="23",
        end="24:30",
        days="weekday",
        minutes="12;8",
    )
    made, feed, log = changed(FEED, row)
    assert journeys(feed, "X") == [
        (0, "a1 23:00", "c 23:12", "e 23:20"),
        (0, "a1 23:30", "c 23:42", "e 23:50"),
        (0, "a1 24:00", "c 24:12", "e 24:20"),
        (1, "e 23:00", "c 23:08", "a1 23:20"),
        (1, "e 23:30", "c 23:38", "a1 23:50"),
        (1, "e 24:00", "c 24:08", "a1 24:20"),
    ]
    assert journeys(feed, "X", SATURDAY) == []
    assert lines_of(made, "routes.txt")[-1] == "X-s1,505,X,Express,700,"
    assert rows_of(made, "trips.txt")[-1]["service_id"] == "week"  # the same dates
    assert "calendar.txt" not in made
    assert made["stop_times.txt"].decode().startswith(STOP_TIMES)
    assert kinds(log)[0] == ("line_added", "")
    assert len(log) == 7


def test_a_new_line_by_speed_goes_straight_times_the_detour():
    # 0.2 degrees of longitude at latitude 58 are 11.785 km; times 1.3 at 60 km/h 919 s
    metres = 6_371_008.8 * np.radians(0.2) * np.cos(np.radians(58))
    row = edit(
        "new_line", route="X", stops="a1;c", headway_min=60, begin="6", end="7", speed_kmh=60
    )
    _, feed, _ = changed(FEED, row)
    seconds = int(metres * 1.3 / (60 / 3.6) + 0.5)
    assert journeys(feed, "X")[0] == (0, "a1 06:00", f"c {scenario_cases.clock(21600 + seconds)}")


def test_a_drawn_line_calls_at_the_stops_along_it():
    # past Alby's two sides, Berga and Ceder, not Dal; Ek is 60 m off
    way = np.array([[14.99, 58.0], [15.25, 58.0], [15.30, 58.0006]])
    row = {"route": "X", "headway_min": 60, "from": "6", "to": "7", "minutes": 30, "direction": 1}
    made, feed, _ = changed(FEED, row, ways=[way], action="new_line")
    assert [call.split()[0] for call in journeys(feed, "X")[0][1:]] == ["c", "b", "a1"]
    assert feed.trips["shape_id"].iloc[-1] == "X-s1-s1"
    rows = [row for row in rows_of(made, "shapes.txt") if row["shape_id"] == "X-s1-s1"]
    points = [(float(row["shape_pt_lon"]), float(row["shape_pt_lat"])) for row in rows]
    assert points == [(15.2, 58.0), (15.1, 58.0), (15.0, 58.0)]


def test_a_drawn_line_with_a_list_calls_at_those_stops_only():
    way = np.array([[15.0, 58.0], [15.1, 58.02], [15.2, 58.0]])
    row = {"route": "X", "headway_min": 60, "from": "6", "to": "7", "speed_kmh": 60}
    _, feed, _ = changed(FEED, {**row, "stops": "a1;c"}, ways=[way], action="new_line")
    # along the line drawn, without a detour factor
    leg = 6_371_008.8 * np.radians([0.1 * np.cos(np.radians(58.01)), 0.02])
    seconds = 21600 + int(2 * np.hypot(*leg) / (60 / 3.6) + 0.5)
    assert journeys(feed, "X")[0] == (0, "a1 06:00", f"c {scenario_cases.clock(seconds)}")


def test_more_rows_of_a_new_line_add_other_headways():
    first = edit(
        "new_line", route="X", stops="a1;c", headway_min=60, begin="6", end="8", minutes=20
    )
    rows = [first, edit("new_line", route="X", headway_min=30, begin="8", end="9", direction=0)]
    _, feed, _ = changed(FEED, *rows)
    assert starts(feed, "X") == ["06:00", "07:00", "08:00", "08:30"]
    assert starts(feed, "X", direction=1) == ["06:00", "07:00"]
    assert len(feed.routes) == 4


def test_later_edits_see_what_earlier_ones_did():
    rows = [
        edit("new_line", route="X", stops="a1;c", headway_min=60, begin="6", end="8", minutes=20),
        edit("reroute", route="X", stops="a1;b;c", minutes="10;15"),
        edit("speed", route="X", percent=20),
        edit("remove_line", route="X", direction=1),
    ]
    _, feed, _ = changed(FEED, *rows)
    assert journeys(feed, "X") == [
        (0, "a1 06:00", "b 06:08", "c 06:20"),
        (0, "a1 07:00", "b 07:08", "c 07:20"),
    ]


# Habits


def test_swedish_weeks_of_zeros_stay_so():
    days = range(20211004, 20211018)
    weekdays = [day for day in days if (day - 20211004) % 7 < 5]
    lines = [f"week,{day},1" for day in weekdays] + [f"daily,{day},1" for day in days]
    zeros = FEED["calendar.txt"].replace("1,1,1,1,1,0,0", "0,0,0,0,0,0,0")
    files = {
        **FEED,
        "calendar.txt": zeros.replace("1,1,1,1,1,1,1", "0,0,0,0,0,0,0"),
        "calendar_dates.txt": "service_id,date,exception_type\n" + "\n".join(lines) + "\n",
    }
    row = edit("headway", route="1", headway_min=30, begin="7", end="8", days="tuesday")
    made, feed, _ = changed(files, row)
    assert starts(feed, "1", "2021-10-05") == ["06:00", "07:00", "07:30", "08:00", "09:00"]
    assert starts(feed, "1", "2021-10-06") == ["06:00", "07:00", "08:00", "09:00"]
    new = [each for each in rows_of(made, "calendar.txt") if each["service_id"][0] == "s"]
    assert {each["tuesday"] for each in new} == {"0"}
    dates = [
        each["date"]
        for each in rows_of(made, "calendar_dates.txt")
        if each["service_id"] == "scenario-s2"
    ]
    assert dates == ["20211005", "20211012"]


def test_a_feed_with_dates_only_stays_so():
    lines = [f"{service},2021100{day},1" for service in ("week", "daily") for day in range(4, 9)]
    files = {**FEED, "calendar_dates.txt": "service_id,date,exception_type\n" + "\n".join(lines)}
    del files["calendar.txt"]
    row = edit("headway", route="1", headway_min=30, begin="7", end="8", days="tuesday")
    made, feed, _ = changed(files, row)
    assert "calendar.txt" not in made
    assert starts(feed, "1", "2021-10-05") == ["06:00", "07:00", "07:30", "08:00", "09:00"]
    assert made["calendar_dates.txt"].startswith(files["calendar_dates.txt"].encode())


def test_windows_line_ends_and_a_byte_order_mark_stay():
    files = {
        name: "\ufeff" + text.replace("\n", "\r\n") if name != "secret.txt" else text
        for name, text in FEED.items()
    }
    row = edit("headway", route="1", direction=0, headway_min=30, begin="8", end="9")
    made, feed, _ = changed(files, row)
    for name in ("trips.txt", "stop_times.txt"):
        assert made[name].startswith(files[name].partition("\r\n")[0].encode() + b"\r\n")
        assert made[name].count(b"\n") == made[name].count(b"\r\n")
    assert starts(feed, "1") == ["06:00", "07:00", "08:00", "08:30", "09:00"]


def test_on_demand_rows_of_a_removed_trip_go_too():
    times = STOP_TIMES.replace(",pickup_type", ",location_id").replace(
        "n,24:10:00,24:10:00,d,2,,0,0,\n", "n,,,,2,,zone,0,\nn,24:10:00,24:10:00,d,3,,,0,\n"
    )
    made, _, _ = changed({**FEED, "stop_times.txt": times}, edit("remove_line", route="2"))
    assert lines_of(made) == [line for line in times.splitlines() if not line.startswith("n,")]


# Refusals


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (edit("fly", route="1"), "column 'action': 'fly'"),
        (edit("", route="1"), "column 'action'"),
        (edit("headway", route="1", begin="6", end="9"), "lacks 'headway_min'"),
        (edit("headway", route="1", headway_min="often", begin="6", end="9"), "'often'"),
        (edit("headway", route="1", headway_min=0, begin="6", end="9"), "column 'headway_min'"),
        (edit("headway", route="1", headway_min=5, begin="9", end="6"), "column 'to'"),
        (edit("headway", route="1", headway_min=5, begin="6.30", end="9"), "column 'from'"),
        (edit("headway", route="1", headway_min=5, begin="6", end="9", days="mon"), "'days'"),
        (edit("headway", route="1", headway_min=5, begin="6", end="9", direction=2), "'direction'"),
        (edit("headway", route="1", headway_min=5, begin="6", end="9", percent=5), "'percent'"),
        (edit("headway", route="9", headway_min=5, begin="6", end="9"), "no line '9'"),
        (edit("headway", route="1", headway_min=5, begin="12", end="13"), "no trip of '1'"),
        (edit("speed", route="1"), "either 'percent' or 'minutes'"),
        (edit("speed", route="1", percent=5, minutes=5), "either 'percent' or 'minutes'"),
        (edit("speed", route="1", minutes=25), "takes 19.0 minutes"),
        (edit("speed", route="1", percent=5, stops="b"), "column 'stops'"),
        (edit("speed", route="1", percent=5, stops="d;e"), "calls at both 'd' and 'e'"),
        (edit("speed", mode="plane", percent=5), "rail, metro, tram"),
        (edit("span", route="1"), "either 'from' or 'to'"),
        (edit("span", route="2", end="25"), "give 'headway_min'"),
        (edit("reroute", route="1", stops="d;e"), "calls at 'd' and 'e'"),
        (edit("reroute", route="1", stops="b;Zeta;c"), "no stop 'Zeta'"),
        (edit("reroute", route="1", stops="c;e", minutes=500), "begin before 00:00"),
        (edit("remove_stop", route="1", stops="d"), "calls at 'd'"),
        (edit("new_stop", stops="b", name="B", lat=58, lon=15), "already a stop"),
        (edit("move_stop", stops="b", lat=58), "lacks 'lon'"),
        (edit("move_stop", stops="b", lat=98, lon=15), "column 'lat'"),
        (edit("new_line", route="1", stops="b;c", headway_min=5, begin="6", end="9"), "already"),
        (edit("new_line", route="X", stops="b", headway_min=5, begin="6", end="9"), "1 stops"),
        (edit("new_line", route="X", stops="b;c", headway_min=5, begin="6", end="9"), "speed_kmh"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_bad_row_is_refused_with_its_place(row, words):
    with pytest.raises(InputError) as refused:
        changed(FEED, row)
    assert words in str(refused.value)
    assert "ow 1 of 'edits'" in str(refused.value)


def test_two_lines_of_a_name_ask_for_the_id():
    files = {**FEED, "routes.txt": FEED["routes.txt"].replace("505,2,", "505,1,")}
    with pytest.raises(InputError, match="r1, r2"):
        changed(files, edit("remove_line", route="1"))


def test_two_places_of_a_name_ask_for_the_id():
    files = {**FEED, "stops.txt": FEED["stops.txt"].replace("d,Dal", "d,Berga")}
    with pytest.raises(InputError, match="b, d"):
        changed(files, edit("remove_stop", stops="Berga"))


def test_other_edits_part_frequencies_at_the_window():
    _, feed, log = changed(by_headway(), edit("speed", route="1", percent=50, begin="7", end="8"))
    found = journeys(feed, "1")[:6]
    assert starts(feed, "1")[:6] == ["06:00", "06:25", "06:50", "07:15", "07:40", "08:05"]
    minutes = [int(each[3].split(":")[1]) - int(each[1].split(":")[1]) for each in found]
    assert [number % 60 for number in minutes] == [20, 20, 20, 10, 10, 20]
    assert kinds(log) == [("headway", "o6"), ("trip_added", "o6-s1")]


def test_trips_by_headway_go_in_a_window():
    _, feed, _ = changed(by_headway(), edit("remove_line", route="1", begin="7", end="20"))
    assert starts(feed, "1")[:5] == ["06:00", "06:25", "06:50", "20:00", "20:30"]


def test_something_must_be_left():
    rows = [edit("remove_line", route=line) for line in ("1", "2", "T")]
    with pytest.raises(InputError, match="leave no trip"):
        changed(FEED, *rows)
