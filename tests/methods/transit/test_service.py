"""Departures per stop, line and direction: against gtfs_kit's table and counting by hand."""

from collections import defaultdict

import numpy as np
import pandas as pd
import pytest
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.transit.feed import read_feed
from samplan.processing.methods.transit.service import stop_service

HOUR = 3600
DAY = {"day": (6 * HOUR, 20 * HOUR)}
ALL = {"all": (0, 48 * HOUR)}
WEEKDAY = {"weekday": ["2021-10-07"]}


def service(feed, windows=ALL, days=WEEKDAY, **options):
    table = stop_service(feed, days, windows, **options)
    return table.assign(stop=feed.stops["stop_id"].to_numpy()[table["place"]])


def counts(table, column="departures"):
    return dict(zip(table["stop"], table[column]))


def test_equals_gtfs_kit_for_every_stop_of_kuopio(reference):
    feed = read_feed(reference("gtfs/kuopio/gtfs_kuopio_finland.zip"))
    expected = pd.read_csv(
        reference("gtfs/kuopio/expected/kuopio_20170315_stop_stats_gtfs_kit.csv"),
        dtype={"stop_id": str},
    ).set_index("stop_id")
    # gtfs_kit counts every call, the last of a trip too, and headways to 20:00:00 inclusive
    windows = {**ALL, "headway": (6 * HOUR, 20 * HOUR + 1)}
    table = service(feed, windows, {"day": ["2017-03-15"]}, by="stop", event="call").set_index(
        "stop"
    )
    whole, headway = (table[table["window"] == name] for name in windows)
    served = whole[whole["departures"] > 0]
    assert set(served.index) == set(expected.index)
    assert len(expected) == 1352
    whole, headway = whole.loc[expected.index], headway.loc[expected.index]

    def clock(column):
        parts = expected[column].str.split(":", expand=True).astype(int)
        return parts[0] * HOUR + parts[1] * 60 + parts[2]

    np.testing.assert_array_equal(whole["departures"], expected["num_trips"])
    np.testing.assert_array_equal(whole["lines"], expected["num_routes"])
    np.testing.assert_array_equal(whole["first"], clock("start_time"))
    np.testing.assert_array_equal(whole["last"], clock("end_time"))
    for ours, theirs in (("longest", "max"), ("shortest", "min"), ("mean", "mean")):
        np.testing.assert_allclose(
            headway[f"{ours}_gap"] / 60, expected[f"{theirs}_headway"], rtol=0, atol=1e-9
        )
    assert headway.loc["201849", "mean_gap"] / 60 == pytest.approx(2.93, abs=0.005)


@pytest.fixture
def two_lines(timetable):
    """Line 1 there and back through all stops, line 2 by phone from a to b."""
    return timetable(
        [
            ("1", "week", "out", 0, [("a", "07:00"), ("b", "07:10"), ("c", "07:30")]),
            ("1", "week", "back", 1, [("c", "17:00"), ("b", "17:20"), ("a", "17:30")]),
            ("2", "week", "call", 0, [("a", "12:00"), ("b", "12:10")]),
        ],
        types={"2": 1501},
        routes="1",
    )


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ("departure", {"a": 1, "b": 2, "c": 1}),
        ("arrival", {"a": 1, "b": 2, "c": 1}),
        ("call", {"a": 2, "b": 2, "c": 2}),
    ],
)
def test_a_last_call_is_no_departure_and_a_first_no_arrival(two_lines, event, expected):
    assert counts(service(two_lines, event=event)) == expected


def test_traffic_on_demand_is_counted_apart(two_lines):
    table = service(two_lines)
    assert counts(table, "on_demand") == {"a": 1, "b": 0, "c": 0}
    assert counts(table, "lines") == {"a": 2, "b": 1, "c": 1}
    assert counts(table, "last")["a"] == 7 * HOUR
    arrivals = service(two_lines, event="arrival")
    assert counts(arrivals, "on_demand") == {"a": 0, "b": 1, "c": 0}


@pytest.mark.parametrize(
    ("pickup", "departures", "on_demand"), [(0, 1, 0), (1, 0, 0), (2, 0, 1), (3, 0, 1)]
)
def test_pickup_types(timetable, pickup, departures, on_demand):
    feed = timetable([("1", "week", "t", 0, [("a", "07:00", pickup), ("b", "07:10")])])
    table = service(feed)
    assert (counts(table)["a"], counts(table, "on_demand")["a"]) == (departures, on_demand)


def test_lines_directions_and_modes_apart(two_lines):
    table = service(two_lines, split=("direction", "line"))
    rows = table[["stop", "line", "direction", "departures"]].values.tolist()
    assert rows == [["a", 0, 0, 1], ["a", 1, 0, 0], ["b", 0, 0, 1], ["b", 0, 1, 1], ["c", 0, 1, 1]]
    table = service(two_lines, split=("mode",))
    assert table[["stop", "mode", "departures", "on_demand"]].values.tolist() == [
        ["a", 3, 1, 0],
        ["a", 5, 0, 1],
        ["b", 3, 2, 0],
        ["c", 3, 1, 0],
    ]


def test_both_sides_of_a_street_are_one_stop_area(timetable):
    stops = "stop_id,stop_name,stop_lat,stop_lon\na,Kyrkan,58,15\nA,Kyrkan,58.0005,15\nb,By,58,16\n"
    feed = timetable(
        [
            ("1", "week", "out", 0, [("a", "07:00"), ("b", "07:30")]),
            ("1", "week", "back", 1, [("b", "08:00"), ("A", "08:30"), ("b", "09:00")]),
        ],
        stops=stops,
    )
    assert counts(service(feed)) == {"a": 2, "b": 1}
    assert counts(service(feed, by="stop")) == {"a": 1, "A": 1, "b": 1}


def test_departures_after_midnight_belong_to_the_evening_before(timetable):
    feed = timetable([("1", "week", "t", 0, [("a", "24:30"), ("b", "25:00")])])
    windows = {"night": (22 * HOUR, 26 * HOUR), "morning": (0, 6 * HOUR)}
    table = service(feed, windows)
    assert dict(zip(zip(table["stop"], table["window"]), table["departures"])) == {
        ("a", "night"): 1,
        ("a", "morning"): 0,
        ("b", "night"): 0,
        ("b", "morning"): 0,
        ("c", "night"): 0,
        ("c", "morning"): 0,
    }


@pytest.fixture
def varied(timetable):
    """A trip each weekday, one on Mondays only, and two on Saturdays."""
    week = "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date"
    return timetable(
        [
            ("1", "week", "early", 0, [("a", "07:00"), ("b", "07:10")]),
            ("1", "monday", "late", 0, [("a", "19:00"), ("b", "19:10")]),
            ("2", "saturday", "first", 0, [("a", "10:00"), ("b", "10:10")]),
            ("2", "saturday", "second", 0, [("a", "12:00"), ("b", "12:10")]),
        ],
        routes="1 2",
        calendar=f"{week}\nweek,1,1,1,1,1,0,0,20211004,20211010\n"
        "monday,1,0,0,0,0,0,0,20211004,20211010\nsaturday,0,0,0,0,0,1,0,20211004,20211010\n",
    )


def test_several_windows_and_day_types_in_one_call(varied):
    days = {"weekday": ["2021-10-05"], "saturday": ["2021-10-09"]}
    windows = {"morning": (6 * HOUR, 9 * HOUR), "day": (9 * HOUR, 18 * HOUR)}
    table = service(varied, windows, days)
    found = table[table["stop"] == "a"].set_index(["day", "window"])["departures"].to_dict()
    assert found == {
        ("weekday", "morning"): 1,
        ("weekday", "day"): 0,
        ("saturday", "morning"): 0,
        ("saturday", "day"): 2,
    }
    assert len(table) == 3 * 4


def test_a_day_type_of_several_dates_is_their_average(varied):
    dates = ["2021-10-04", "2021-10-05", "2021-10-06", "2021-10-09"]
    row = service(varied, DAY, {"period": dates}).set_index("stop").loc["a"]
    assert row["departures"] == pytest.approx((2 + 1 + 1 + 2) / 4)
    assert row["interval"] == pytest.approx(14 * HOUR / 1.5)
    assert row["lines"] == 1
    assert (row["first"], row["last"]) == (7 * HOUR, 19 * HOUR)
    assert row["hours_served"] == pytest.approx((2 + 1 + 1 + 2) / 4 / 14)
    assert row["mean_gap"] == pytest.approx((12 + 2) / 2 * HOUR)
    assert (row["shortest_gap"], row["longest_gap"]) == (2 * HOUR, 12 * HOUR)
    assert row["longest_wait"] == 13 * HOUR  # on a Tuesday, after the only bus
    each = [
        service(varied, DAY, {"one": [day]}).set_index("stop").loc["a", "squared_interval"]
        for day in dates
    ]
    assert row["squared_interval"] == pytest.approx(np.mean(each))


def test_the_average_of_one_date_many_times_is_that_date(varied):
    once = service(varied, DAY, {"day": ["2021-10-04"]})
    often = service(varied, DAY, {"day": ["2021-10-04"] * 5})
    pd.testing.assert_frame_equal(once, often)


@pytest.mark.parametrize("by", ["stop", "area"])
@pytest.mark.parametrize("event", ["departure", "arrival", "call"])
def test_equals_counting_call_by_call(busy, write, by, event):
    files = {name[:-4]: text for name, text in busy(seed=6).items()}
    feed = read_feed(write(**files))
    times = feed.stop_times
    window = (5 * HOUR, 23 * HOUR)
    expected, asked, lines = defaultdict(list), defaultdict(int), defaultdict(set)
    runs = feed.runs_on("2021-10-07")
    for trip in np.flatnonzero(runs):
        begin, end = times.start[trip], times.start[trip + 1]
        route = feed.trips["route"][trip]
        for call in range(begin, end):
            if event == "departure" and (call == end - 1 or times.pickup[call] == 1):
                continue
            if event == "arrival" and (call == begin or times.drop_off[call] == 1):
                continue
            time = (times.arrival if event == "arrival" else times.departure)[call]
            if not window[0] <= time < window[1]:
                continue
            place = times.stop[call] if by == "stop" else feed.stops["area"][times.stop[call]]
            kind = times.drop_off[call] if event == "arrival" else times.pickup[call]
            lines[place].add(route)
            if kind >= 2 or feed.routes["on_demand"][route]:
                asked[place] += 1
            else:
                expected[place].append(int(time))
    table = stop_service(feed, WEEKDAY, {"w": window}, by=by, event=event).set_index("place")
    assert len(table) == (40 if by == "stop" else feed.stops["area"].nunique())
    for place, row in table.iterrows():
        moments = sorted(expected[place])
        assert row["departures"] == len(moments)
        assert row["on_demand"] == asked[place]
        assert row["lines"] == len(lines[place])
        if moments:
            assert (row["first"], row["last"]) == (moments[0], moments[-1])
    assert sum(map(len, expected.values())) > 50
    assert sum(asked.values()) > 20


def test_the_order_of_trips_does_not_matter(busy, write):
    files = {name[:-4]: text for name, text in busy(seed=8).items()}
    head, *rows = files["trips"].splitlines()
    one = read_feed(write(**files))
    other = read_feed(write(**{**files, "trips": "\n".join([head, *rows[::-1]])}))
    for options in ({}, {"split": ("line", "direction")}):
        pd.testing.assert_frame_equal(service(one, DAY, **options), service(other, DAY, **options))


@pytest.mark.parametrize(
    ("arguments", "options", "sentence"),
    [
        (({}, DAY), {}, "at least one time window"),
        ((WEEKDAY, {}), {}, "at least one time window"),
        (({"weekday": []}, DAY), {}, "at least one date"),
        (({"sunday": ["2021-10-10"]}, DAY), {}, "No trip of the feed runs on 2021-10-10"),
        ((WEEKDAY, {"w": (HOUR, HOUR)}), {}, "end after it begins"),
        ((WEEKDAY, DAY), {"by": "line"}, "'line' is none of stop, area"),
        ((WEEKDAY, DAY), {"split": ("colour",)}, "'colour' is none of"),
        ((WEEKDAY, DAY), {"event": "wave"}, "'wave' is none of"),
        ((WEEKDAY, DAY), {"squared": "x"}, "'x' is none of"),
    ],
)
def test_refuses_what_has_no_answer(two_lines, arguments, options, sentence):
    with pytest.raises(InputError, match=sentence):
        stop_service(two_lines, *arguments, **options)
