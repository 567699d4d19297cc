"""Trips as they are run: times, order, headways, and the habits of Swedish feeds."""

import io
import zipfile
from collections import defaultdict

import numpy as np
import pandas as pd
import pytest
from samplan.processing.methods.errors import Cancelled, InputError
from samplan.processing.methods.transit.feed import read_feed
from samplan.processing.methods.transit.routetypes import MODES

HEAD = "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"


def calls(feed):
    """Return the calls of each trip: (stop, arrival, departure)."""
    times, ids = feed.stop_times, feed.stops["stop_id"].to_numpy()
    found = {}
    for trip, begin, end in zip(feed.trips["trip_id"], times.start[:-1], times.start[1:]):
        found[trip] = [
            (ids[times.stop[n]], int(times.arrival[n]), int(times.departure[n]))
            for n in range(begin, end)
        ]
    return found


def severities(feed):
    return sorted((f.severity, f.file, f.row) for f in feed.findings)


def test_the_smallest_feed(read):
    feed = read()
    assert calls(feed) == {"t": [("a", 25200, 25200), ("b", 25800, 25860), ("c", 27000, 27000)]}
    assert feed.findings == ()
    assert feed.trips[["route", "service", "direction"]].values.tolist() == [[0, 0, 0]]
    assert feed.routes["agency"].tolist() == ["Trafiken"]
    assert feed.stop_times.is_first().tolist() == [True, False, False]
    assert feed.stop_times.is_last().tolist() == [False, False, True]
    assert feed.runs_on("2021-10-07").tolist() == [True]
    assert feed.runs_on("2021-10-09").tolist() == [False]


def test_hours_past_midnight_belong_to_the_day_before(read):
    feed = read(
        stop_times=HEAD + "t,23:50:00,23:50:00,a,1\nt,24:05:00,24:06:00,b,2\n"
        "t,25:10:00,25:10:00,c,3\n"
    )
    assert [time for _, _, time in calls(feed)["t"]] == [85800, 86760, 90600]


def test_stop_sequence_only_orders(read):
    feed = read(
        stop_times=HEAD + "t,07:30:00,07:30:00,c,900\nt,07:00:00,07:00:00,a,0\n"
        "t,07:10:00,07:10:00,b,7\n"
    )
    assert [stop for stop, *_ in calls(feed)["t"]] == ["a", "b", "c"]


def test_rows_of_trips_may_be_mixed(read):
    feed = read(
        trips="route_id,service_id,trip_id\n1,week,u\n1,week,t\n",
        stop_times=HEAD + "t,07:00:00,07:00:00,a,1\nu,08:00:00,08:00:00,a,1\n"
        "t,07:10:00,07:10:00,b,2\nu,08:10:00,08:10:00,b,2\n",
    )
    assert {trip: [time for _, _, time in row] for trip, row in calls(feed).items()} == {
        "u": [28800, 29400],
        "t": [25200, 25800],
    }


def test_a_loop_calls_twice_at_its_terminal(timetable):
    feed = timetable([("1", "week", "t", 0, [("a", "07:00"), ("b", "07:10"), ("a", "07:30")])])
    assert [stop for stop, *_ in calls(feed)["t"]] == ["a", "b", "a"]


def test_missing_times_between_others_follow_the_distance(read):
    feed = read(
        stops="stop_id,stop_name,stop_lat,stop_lon\na,A,58,15\nb,B,58,15.1\nc,C,58,15.4\n"
        "d,D,58,15.5\n",
        stop_times=HEAD + "t,07:00:00,07:00:00,a,1\nt,,,b,2\nt,,,c,3\nt,07:50:00,07:50:00,d,4\n",
    )
    assert [time for _, time, _ in calls(feed)["t"]] == [25200, 25800, 27600, 28200]
    assert severities(feed) == [("note", "stop_times.txt", 3)]


def test_missing_times_are_spread_evenly_where_places_are_unknown(read):
    feed = read(
        stops="stop_id,stop_name,stop_lat,stop_lon\na,A,58,15\nb,B,,\nc,C,58,15.4\nd,D,58,15.5\n",
        stop_times=HEAD + "t,07:00:00,07:00:00,a,1\nt,,,b,2\nt,,,c,3\nt,07:30:00,07:30:00,d,4\n",
    )
    assert [time for _, time, _ in calls(feed)["t"]] == [25200, 25800, 26400, 27000]


def test_an_arrival_alone_is_the_departure_and_the_other_way_round(read):
    feed = read(stop_times=HEAD + "t,,07:00:00,a,1\nt,07:10:00,,b,2\nt,07:30:00,,c,3\n")
    assert calls(feed)["t"] == [("a", 25200, 25200), ("b", 25800, 25800), ("c", 27000, 27000)]
    assert severities(feed) == [("note", "stop_times.txt", 2)]


@pytest.mark.parametrize(
    ("rows", "row"),
    [
        ("t,,,a,1\nt,07:10:00,07:10:00,b,2\n", 4),
        ("t,07:00:00,07:00:00,a,1\nt,,,b,2\n", 4),
        ("t,07:00:00,07:00:00,a,1\nt,06:59:00,06:59:00,b,2\n", 4),
        ("t,07:00:00,06:00:00,a,1\nt,07:10:00,07:10:00,b,2\n", 4),
        ("t,07:00:00,07:00:00,a,1\n", 4),
    ],
    ids=["no first time", "no last time", "backwards", "leaves before it comes", "one stop"],
)
def test_a_trip_that_makes_no_sense_is_left_out_and_pointed_out(read, rows, row):
    good = "u,08:00:00,08:00:00,a,1\nu,08:10:00,08:10:00,b,2\n"
    feed = read(
        trips="route_id,service_id,trip_id\n1,week,t\n1,week,u\n", stop_times=HEAD + good + rows
    )
    assert list(calls(feed)) == ["u"]
    assert severities(feed) == [("error", "stop_times.txt", row)]


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        ({"stop_times": HEAD + "x,07:00:00,07:00:00,a,1\n"}, ("error", "stop_times.txt", 2)),
        ({"stop_times": HEAD + "t,07:05:00,07:05:00,q,2\n"}, ("error", "stop_times.txt", 2)),
        ({"stop_times": HEAD + "t,07:05:00,07:05:00,,2\n"}, ("note", "stop_times.txt", 2)),
        ({"stop_times": HEAD + "t,7 am,07:05:00,b,2\n"}, ("error", "stop_times.txt", 2)),
        ({"stop_times": HEAD + "t,07:00:00,07:00:00,a,x\n"}, ("error", "stop_times.txt", 2)),
        ({"stop_times": HEAD + "t,06:00:00,06:00:00,c,-1\n"}, ("warning", "stop_times.txt", 2)),
        ({"trips": "route_id,service_id,trip_id\n1,week,t\n9,week,u\n"}, ("error", "trips.txt", 3)),
        ({"trips": "route_id,service_id,trip_id\n1,week,t\n1,no,u\n"}, ("warning", "trips.txt", 3)),
        ({"trips": "route_id,service_id,trip_id\n1,week,t\n1,week,t\n"}, ("error", "trips.txt", 3)),
        ({"routes": "route_id,route_short_name,route_type\n1,1,bus\n"}, ("error", "routes.txt", 2)),
        ({"routes": "route_id,route_type\n1,700\n"}, ("warning", "routes.txt", 2)),
        ({"agency": None}, ("warning", "agency.txt", None)),
        ({"frecuencies": "trip_id\n"}, ("note", "frecuencies.txt", None)),
    ],
    ids=[
        "a trip not in trips.txt",
        "a stop not in stops.txt",
        "an on-demand area",
        "no time of day",
        "no number of order",
        "a negative number of order",
        "a line not in routes.txt",
        "a service without days",
        "a trip described twice",
        "no route type",
        "no name",
        "no agency",
        "a misspelt file",
    ],
)
def test_each_oddity_is_pointed_out_with_file_and_row(read, change, finding):
    rows = "t,07:00:00,07:00:00,a,1\nt,07:30:00,07:30:00,c,3\n"
    change = {name: text + rows if name == "stop_times" else text for name, text in change.items()}
    feed = read(**change)
    assert finding in severities(feed)
    assert all(f.text and f.remedy.endswith(".") for f in feed.findings)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"stop_times": None}, "has no file 'stop_times.txt'"),
        ({"stop_times": ""}, "'stop_times.txt' of the feed 'feed' is empty"),
        ({"stop_times": HEAD}, "has no trip with times at two stops or more"),
        ({"stop_times": HEAD.replace("stop_id,", "")}, "has no column 'stop_id'"),
        ({"stop_times": HEAD.encode("utf-16")}, "'stop_times.txt' is encoded in UTF-16"),
        ({"trips": "route_id,trip_id\n1,t\n"}, "has no column 'service_id'"),
        ({"stops": "stop_id,stop_lat,stop_lon\n"}, "has no stops in stops.txt"),
    ],
)
def test_what_a_timetable_needs_is_missed(read, changes, sentence):
    with pytest.raises(InputError, match=sentence.replace(".", r"\.")):
        read(**changes)


@pytest.mark.parametrize(
    ("route_type", "mode", "on_demand"),
    [
        (0, "tram", False),
        (1, "metro", False),
        (2, "rail", False),
        (3, "bus", False),
        (4, "ferry", False),
        (5, "tram", False),
        (6, "other", False),
        (7, "other", False),
        (11, "bus", False),
        (12, "rail", False),
        (100, "rail", False),
        (101, "rail", False),
        (105, "rail", False),
        (117, "rail", False),
        (200, "bus", False),
        (401, "metro", False),
        (500, "metro", False),
        (700, "bus", False),
        (702, "bus", False),
        (714, "bus", False),
        (715, "bus", True),
        (717, "bus", False),
        (800, "bus", False),
        (900, "tram", False),
        (1000, "ferry", False),
        (1200, "ferry", False),
        (1300, "other", False),
        (1400, "other", False),
        (1501, "taxi", True),
        (1700, "other", False),
        (99, "other", False),
        (-5, "other", False),
    ],
)
def test_route_types_map_by_hundreds(timetable, route_type, mode, on_demand):
    feed = timetable(
        [("1", "week", "t", 0, [("a", "07:00"), ("b", "07:10")])], types={"1": route_type}
    )
    route = feed.routes.iloc[0]
    assert (MODES[route["mode"]], route["on_demand"]) == (mode, on_demand)


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        ("pickup_type\n", ["", "", ""]),
        ("pickup_type\n", ["2", "0", "1"]),
        ("pickup_type\n", ["3", "", "9"]),
        ("pickup_booking_rule_id\n", ["", "rule", ""]),
    ],
    ids=["regular", "by phone", "with the driver", "a booking rule"],
)
def test_calls_on_demand_are_flagged(read, extra, expected):
    rows = ["t,07:00:00,07:00:00,a,1", "t,07:10:00,07:10:00,b,2", "t,07:20:00,07:20:00,c,3"]
    text = HEAD.rstrip() + "," + extra
    feed = read(stop_times=text + "\n".join(f"{r},{e}" for r, e in zip(rows, expected)))
    assert feed.stop_times.on_demand.tolist() == [text in ("2", "3", "rule") for text in expected]
    if "type" in extra:
        kinds = [int(text) if text in ("1", "2", "3") else 0 for text in expected]
        assert feed.stop_times.pickup.tolist() == kinds


@pytest.mark.parametrize(
    ("route_type", "description", "school"),
    [(700, "Skolbuss", True), (712, "", True), (700, "Regionbuss", False), (3, "", False)],
)
def test_school_lines_are_told_by_type_or_description(read, route_type, description, school):
    feed = read(
        routes=f"route_id,route_short_name,route_type,route_desc\n1,1,{route_type},{description}\n"
    )
    assert feed.routes["school"].tolist() == [school]


FREQUENCIES = "trip_id,start_time,end_time,headway_secs\n"


def test_headways_are_written_out(read):
    feed = read(
        trips="route_id,service_id,trip_id\n1,week,u\n1,week,t\n",
        stop_times=HEAD + "t,00:00:30,00:01:00,a,1\nt,00:11:00,00:11:00,b,2\n"
        "u,08:00:00,08:00:00,a,1\nu,08:10:00,08:10:00,b,2\n",
        frequencies=FREQUENCIES + "t,06:00:00,06:30:00,600\nt,06:30:00,06:50:01,1200\n",
    )
    found = calls(feed)
    assert list(found) == [
        "u",
        "t@06:00:00",
        "t@06:10:00",
        "t@06:20:00",
        "t@06:30:00",
        "t@06:50:00",
    ]
    assert found["t@06:10:00"] == [("a", 22170, 22200), ("b", 22800, 22800)]
    assert found["u"] == [("a", 28800, 28800), ("b", 29400, 29400)]
    assert severities(feed) == [("note", "frequencies.txt", None)]


def test_periods_that_overlap_run_no_vehicle_twice(read):
    feed = read(frequencies=FREQUENCIES + "t,06:00:00,07:00:00,1800\nt,06:30:00,07:30:00,1800\n")
    assert list(calls(feed)) == ["t@06:00:00", "t@06:30:00", "t@07:00:00"]


def test_headways_without_meaning_are_pointed_out(read):
    feed = read(frequencies=FREQUENCIES + "t,06:00:00,07:00:00,0\nt,07:00:00,06:00:00,600\n")
    assert list(calls(feed)) == ["t"]
    assert severities(feed) == [("error", "frequencies.txt", 2)]


def test_transfers_refer_to_stops_and_trips(read):
    feed = read(
        transfers="from_stop_id,to_stop_id,transfer_type,min_transfer_time,from_trip_id,to_trip_id"
        "\na,b,2,120,,\na,a,1,,t,t\na,q,2,60,,\nb,c,3,,gone,\n"
    )
    assert feed.transfers.values.tolist() == [
        [0, 1, 2, 120, -1, -1, -1, -1],
        [0, 0, 1, -1, 0, 0, -1, -1],
    ]


def test_shapes_are_read_when_asked_for_and_ordered(read):
    text = (
        "shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence,shape_dist_traveled\n"
        "w,58,15.2,20,1.5\nw,58,15.0,3,0\nv,58,15,1,0\nw,x,15.1,4,0\nw,58,15.1,10,900\n"
    )
    assert read().shapes is None
    feed = read(shapes=text)
    assert feed.shapes.ids.tolist() == ["v", "w"]
    assert feed.shapes.start.tolist() == [0, 1, 4]
    assert feed.shapes.points[1:, 0].tolist() == [15.0, 15.1, 15.2]
    assert severities(feed) == [("error", "shapes.txt", 5)]


@pytest.fixture
def loaded(busy):
    """Return the bytes and files of a busy feed."""

    def loaded(seed=0):
        files = busy(seed)
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w") as archive:
            for name, text in files.items():
                archive.writestr(name, text)
        return content.getvalue(), files

    return loaded


def oracle(files, stop_times="stop_times.txt"):
    """Read the calls of each trip the slow way."""
    rows = pd.read_csv(io.StringIO(files[stop_times]), dtype=str)
    found = defaultdict(list)
    for row in rows.itertuples():
        seconds = [
            sum(int(part) * unit for part, unit in zip(text.split(":"), (3600, 60, 1)))
            for text in (row.arrival_time, row.departure_time)
        ]
        found[row.trip_id].append((row.stop_id, *seconds))
    return dict(found)


@pytest.mark.parametrize("seed", range(3))
def test_equals_a_slow_reader(loaded, seed):
    content, files = loaded(seed)
    assert calls(read_feed(content)) == oracle(files)


def test_rows_in_any_order_give_the_same_calls(loaded):
    content, files = loaded()
    head, *rows = files["stop_times.txt"].splitlines()
    shuffled = [rows[n] for n in np.random.default_rng(5).permutation(len(rows))]
    mixed = io.BytesIO()
    with zipfile.ZipFile(mixed, "w") as archive:
        for name, text in {**files, "stop_times.txt": "\n".join([head, *shuffled])}.items():
            archive.writestr(name, text)
    assert calls(read_feed(mixed.getvalue())) == calls(read_feed(content))


def test_blocks_of_any_size_give_the_same_calls(loaded, monkeypatch):
    from samplan.processing.methods.transit import archive

    content, _ = loaded()
    whole = calls(read_feed(content))
    blocks = archive.Archive.blocks
    monkeypatch.setattr(archive.Archive, "blocks", lambda self, file: blocks(self, file, 61))
    assert calls(read_feed(content)) == whole


@pytest.mark.parametrize("dates", [["2021-10-07"], ["2021-10-09"], ["2021-10-09", "2021-10-16"]])
def test_one_day_is_the_whole_less_the_trips_that_do_not_run(loaded, dates):
    content, _ = loaded()
    whole, day = read_feed(content), read_feed(content, dates=dates)
    runs = np.any([whole.runs_on(one) for one in dates], axis=0)
    kept = set(whole.trips["trip_id"][runs])
    assert 0 < len(kept) < len(whole.trips)
    assert calls(day) == {trip: row for trip, row in calls(whole).items() if trip in kept}
    np.testing.assert_array_equal(day.calendar.trips, whole.calendar.trips)


def test_a_date_without_service_is_refused(loaded):
    content, _ = loaded()
    with pytest.raises(InputError, match="No trip of the feed runs on 2021-12-24"):
        read_feed(content, dates=["2021-12-24"])


def test_reading_can_be_cancelled(loaded):
    content, _ = loaded()

    def stop(fraction):
        raise Cancelled

    with pytest.raises(Cancelled):
        read_feed(content, progress=stop)


def test_progress_runs_from_nothing_to_one(loaded):
    content, _ = loaded()
    told = []
    read_feed(content, progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0


def seconds(column):
    parts = column.str.strip().str.split(":", expand=True).astype(np.int64)
    return parts[0] * 3600 + parts[1] * 60 + parts[2]


@pytest.mark.heavy
@pytest.mark.parametrize("name", ["riga/riga.zip", "tidytransit/nyc_subway.zip"])
def test_real_cities_equal_pandas(reference, name):
    path = reference(f"gtfs/{name}")
    feed = read_feed(path)
    with zipfile.ZipFile(path) as archive:
        member = next(n for n in archive.namelist() if n.endswith("stop_times.txt"))
        rows = pd.read_csv(archive.open(member), dtype=str, encoding="utf-8-sig")
    rows["sequence"] = rows["stop_sequence"].astype(int)
    place = pd.Series(np.arange(len(feed.trips)), index=feed.trips["trip_id"])
    rows["trip"] = place[rows["trip_id"]].to_numpy()
    rows = rows.sort_values(["trip", "sequence"], kind="stable").reset_index(drop=True)
    times = feed.stop_times
    assert [f for f in feed.findings if f.severity != "note"] == []
    np.testing.assert_array_equal(times.trip(), rows["trip"])
    np.testing.assert_array_equal(feed.stops["stop_id"].to_numpy()[times.stop], rows["stop_id"])
    np.testing.assert_array_equal(times.arrival, seconds(rows["arrival_time"]))
    np.testing.assert_array_equal(times.departure, seconds(rows["departure_time"]))


@pytest.mark.parametrize("name", ["routing", "routing-NA-times"])
def test_missing_times_are_those_of_the_complete_feed(reference, name):
    complete = calls(read_feed(reference("gtfs/tidytransit/routing.zip")))
    assert calls(read_feed(reference(f"gtfs/tidytransit/{name}.zip"))) == complete


def test_headways_of_a_real_city(reference):
    path = reference("gtfs/r5r_spo/spo.zip")
    feed = read_feed(path)
    with zipfile.ZipFile(path) as archive:
        rows = pd.read_csv(archive.open("frequencies.txt"), dtype=str)
    begin, end = seconds(rows["start_time"]), seconds(rows["end_time"])
    starts = {
        (trip, time)
        for trip, a, b, step in zip(rows["trip_id"], begin, end, rows["headway_secs"].astype(int))
        for time in range(a, b, step)
    }
    departure = feed.stop_times.departure[feed.stop_times.start[:-1]]
    found = {
        (text.rsplit("@", 1)[0], t)
        for text, t in zip(feed.trips["trip_id"], departure)
        if "@" in text
    }
    assert found == starts
    assert len(found) > 7000
