"""Arrival times of all departures at once, against the bluntest search and published tables."""

import numpy as np
import pandas as pd
import pytest
import router_oracle as oracle
from router_cases import LIMIT, door_to_door, made_up, random_ways
from samplan.processing.methods.transit.days import normal_dates
from samplan.processing.methods.transit.feed import read_feed
from samplan.processing.methods.transit.router.access import Access, access_of
from samplan.processing.methods.transit.router.earliest import LATE, search_from
from samplan.processing.methods.transit.router.footpaths import given_footpaths, straight_footpaths
from samplan.processing.methods.transit.router.timetable import timetable_of
from samplan.processing.methods.transit.router.window import Window


def ways_of(access, place):
    """Seconds by stop of one place."""
    return {s: w for p, s, w in zip(*(column.tolist() for column in access)) if p == place}


@pytest.mark.parametrize("seed", range(200))
def test_every_departure_arrives_when_the_bluntest_search_says(seed):
    timetable, footpaths, calls, walks, begin, rng = made_up(seed)
    window = Window(begin, 25, 2, LIMIT)
    access, egress = (random_ways(rng, 3, timetable.stops) for _ in range(2))
    found = door_to_door(timetable, footpaths, window, access, egress, (3, 3))
    limited = door_to_door(timetable, footpaths, window, access, egress, (3, 3), rides=3)
    leave = {(s, p): w for p, s, w in zip(*(column.tolist() for column in egress))}
    for origin in range(3):
        enter = ways_of(access, origin)
        for number, departure in enumerate(window.departures.tolist()):
            reached = oracle.rides_to_calls(calls, walks, enter, departure)
            for rides, answer in (
                (None, found[:, number, 0, origin]),
                *((n + 1, limited[:, number, n, origin]) for n in range(3)),
            ):
                expected = oracle.arrivals(reached, leave, rides)
                expected = np.array([expected.get(place, np.inf) for place in range(3)])
                cut = [np.where(times > window.end, np.inf, times) for times in (answer, expected)]
                np.testing.assert_array_equal(*cut)


@pytest.mark.parametrize("seed", range(0, 200, 2))
def test_rounds_of_one_departure_agree_too(seed):
    timetable, footpaths, calls, walks, begin, rng = made_up(seed)
    access = random_ways(rng, 1, timetable.stops)
    stops = {(stop, stop): 0 for stop in range(timetable.stops)}
    for departure in range(begin, begin + 40, 3):
        reached = oracle.rides_to_calls(calls, walks, ways_of(access, 0), departure)
        for rides in (0, 1, 2, 3):
            search = search_from(timetable, footpaths, access, departure, rides=rides)
            found = search.arrivals(rides or 99)
            expected = oracle.arrivals(reached, stops, rides or None)
            expected = [expected.get(stop, LATE) for stop in range(timetable.stops)]
            assert found.tolist() == expected


def stop_to_stop(footpaths, stops):
    """Ways from chosen stops, and to all: at once, or by one walk."""
    origins = np.asarray(stops)
    number = np.full(len(footpaths.change), -1)
    number[origins] = np.arange(len(origins))
    first = number[footpaths.origin] >= 0
    access = access_of(
        np.r_[np.arange(len(origins)), number[footpaths.origin[first]]],
        np.r_[origins, footpaths.target[first]],
        np.r_[np.zeros(len(origins)), footpaths.seconds[first]],
    )
    every = np.arange(len(footpaths.change))
    egress = access_of(
        np.r_[every, footpaths.target],
        np.r_[every, footpaths.origin],
        np.r_[np.zeros(len(every)), footpaths.seconds],
    )
    return access, egress


@pytest.fixture(scope="module")
def kuopio(reference):
    folder = reference("gtfs/kuopio")
    feed = read_feed(folder / "gtfs_kuopio_finland.zip")
    stops = pd.Index(feed.stops["stop_id"])
    walks = pd.read_csv(folder / "expected/footpaths_300m_1.25ms.csv", dtype=str)
    ends = [stops.get_indexer(walks[name]) for name in ("from_stop_id", "to_stop_id")]
    footpaths = given_footpaths(len(stops), *ends, walks["min_transfer_time"].astype(float))
    return timetable_of(feed, "2017-03-15"), footpaths, stops, folder / "expected"


def kuopio_times(kuopio, name, window, rides=0):
    """Published table; travel times [pair, departure, limit]."""
    timetable, footpaths, stops, folder = kuopio
    table = pd.read_csv(folder / name, dtype={"from_stop_id": str, "to_stop_id": str})
    origins, origin = np.unique(stops.get_indexer(table["from_stop_id"]), return_inverse=True)
    target = stops.get_indexer(table["to_stop_id"])
    access, egress = stop_to_stop(footpaths, origins)
    places = (len(origins), len(stops))
    found = door_to_door(timetable, footpaths, window, access, egress, places, rides)
    travel = found - window.departures[:, None, None]
    walk = np.full((len(stops), len(origins)), np.inf)
    walk[access.stop, access.place] = access.seconds
    travel = np.minimum(travel, walk[:, None, None])
    return table, travel[target, :, :, origin]


def test_kuopio_at_eight_by_number_of_rides(kuopio):
    name, window = "kuopio_20170315_dep0800_traveltime_s.csv", Window(8 * 3600, 1, 60, 72_000)
    table, limited = kuopio_times(kuopio, name, window, rides=3)
    _, free = kuopio_times(kuopio, name, window)
    assert len(table) == 6 * 1355
    for rides in (1, 2, 3):
        expected = table[f"tt_s_max{rides}rides"].fillna(np.inf)
        np.testing.assert_array_equal(limited[:, 0, rides - 1], expected)
    np.testing.assert_array_equal(free[:, 0, 0], table["tt_s_unlimited"].fillna(np.inf))


def test_kuopio_every_minute_of_two_hours(kuopio):
    name, window = (
        "kuopio_20170315_0700_0859_perminute_percentiles.csv",
        Window(7 * 3600, 120, 60, 72_000),
    )
    table, travel = kuopio_times(kuopio, name, window)
    travel = np.sort(travel[:, :, 0], axis=1)
    for column, expected in (
        ("tt_min_s", travel[:, 0]),
        ("tt_sorted_idx30_s", travel[:, 30]),
        ("tt_median_s", np.median(travel, axis=1)),
        ("tt_sorted_idx90_s", travel[:, 90]),
    ):
        np.testing.assert_array_equal(table[column].fillna(np.inf), expected)


@pytest.mark.heavy
@pytest.mark.parametrize(
    ("name", "begin"),
    [
        ("riga/riga.zip", 8 * 3600),
        ("riga/riga.zip", 23 * 3600 + 1800),
        ("tidytransit/nyc_subway.zip", 8 * 3600),
        ("r5r_poa/poa_eptc.zip", 13 * 3600),
        ("r5r_spo/spo.zip", 8 * 3600),
    ],
    ids=[
        "whole minutes",
        "past midnight",
        "the metro of a large city",
        "times between calls estimated",
        "headways",
    ],
)
def test_real_feeds_agree_with_the_rounds(reference, name, begin):
    feed = read_feed(reference("gtfs") / name)
    timetable = timetable_of(feed, normal_dates(feed.calendar)["weekday"])
    metres = feed.stops[["lon", "lat"]].to_numpy() * 111_200
    metres[:, 0] *= np.cos(np.radians(feed.stops["lat"].median()))
    footpaths = straight_footpaths(metres, limit=400)
    served = np.unique(timetable.stop)
    origins = np.random.default_rng(1).choice(served, 4, replace=False)
    access, _ = stop_to_stop(footpaths, origins)
    every = np.arange(timetable.stops)
    window = Window(begin, 8, 60, 7200)
    egress = access_of(every, every, np.zeros(len(every)))
    places = (4, len(every))
    found = door_to_door(timetable, footpaths, window, access, egress, places)
    limited = door_to_door(timetable, footpaths, window, access, egress, places, rides=2)
    assert np.isfinite(found).mean() > 0.1
    for origin in range(4):
        ways = Access(*(column[access.place == origin] for column in access))
        for number, departure in enumerate(window.departures.tolist()):
            search = search_from(timetable, footpaths, ways, departure)
            for rides, answer in ((99, found[:, number, 0]), (2, limited[:, number, 1])):
                expected = search.arrivals(rides)
                expected = np.where(expected > window.end, np.inf, expected)
                np.testing.assert_array_equal(answer[:, origin], expected)
