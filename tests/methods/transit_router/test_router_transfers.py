"""The feed's own transfers: by stop, station, line and trip, and with one's seat kept."""

from dataclasses import replace

import numpy as np
import pytest
import router_oracle as oracle
import shapely
from router_cases import door_to_door, measured
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.transit.combine import clip, merge
from samplan.processing.methods.transit.feed import read_feed
from samplan.processing.methods.transit.router.access import access_of
from samplan.processing.methods.transit.router.earliest import search_from
from samplan.processing.methods.transit.router.footpaths import given_footpaths, with_transfers
from samplan.processing.methods.transit.router.journey import in_words, journey
from samplan.processing.methods.transit.router.matrix import travel_times
from samplan.processing.methods.transit.router.request import Request
from samplan.processing.methods.transit.router.timetable import timetable_of
from samplan.processing.methods.transit.router.window import Window

LIMIT = 60
PLACES = 3


def random_rules(rng, stops, trips, links):
    """Rows of transfers.txt of all kinds; links lead from a trip to one with a higher number."""
    rules = []
    names = [*(f"s{stop}" for stop in range(min(stops, 3))), "station"]
    for _ in range(rng.integers(4, 25)):
        sides = []
        for _ in range(2):
            kind = rng.choice(["trip", "route", "both", "any"], p=[0.4, 0.2, 0.1, 0.3])
            trip = rng.integers(len(trips))
            sides.append(
                (
                    f"t{trip}" if kind in ("trip", "both") else "",
                    f"r{trip % 2}" if kind in ("route", "both") else "",
                )
            )
        type_, time = int(rng.integers(0, 4)), rng.choice([0, 2, 6, 12])
        time = int(time) if type_ == 2 else ""
        trips_, routes = zip(*sides)
        rules.append((*rng.choice(names, 2).tolist(), type_, time, *trips_, *routes))
    for _ in range(links):
        one, two = sorted(rng.choice(len(trips), 2, replace=False).tolist())
        if trips[one][5] is None and trips[two][5] is None:
            rules.append(("", "", int(rng.choice([4, 4, 4, 5])), "", f"t{one}", f"t{two}", "", ""))
    return rules


class Case:
    """A made-up feed with rules; its answers, and those of the bluntest search."""

    def __init__(self, seed, links=0):
        rng = np.random.default_rng(seed)
        made = oracle.feed_with_changes if seed % 4 else oracle.random_feed
        self.stops, trips, self.walks, begin = made(rng)
        rules = random_rules(rng, self.stops, trips, links)
        feed = read_feed(oracle.gtfs(self.stops, trips, rules))
        self.timetable = timetable_of(feed, oracle.DATE)
        self.footpaths = with_transfers(
            measured(self.timetable, self.walks), feed.transfers, feed.stops, feed.trips
        )
        self.calls, runs = oracle.calls_of(trips), oracle.sources(trips)
        self.change = oracle.rules_by_pair(rules, self.walks, runs)
        self.onward = oracle.kept_seats(rules, self.calls, runs)
        self.window = Window(begin, 15, 3, LIMIT)
        # few ways, so that changes matter
        starts, ends = rng.integers(0, self.stops, (2, PLACES))
        if seed % 4:
            starts, ends = [3, 3, 0], [4, 4, 2]
        self.access, self.egress = (
            access_of(range(PLACES), stops, rng.choice([0, 4], PLACES)) for stops in (starts, ends)
        )
        self.leave = {(s, p): w for p, s, w in zip(*(column.tolist() for column in self.egress))}

    def request(self, **options):
        return Request(self.window, PLACES, PLACES, self.access, self.egress, **options)

    def reached(self, origin, departure):
        ways = zip(*(column.tolist() for column in self.access))
        enter = {s: w for p, s, w in ways if p == origin}
        return oracle.rides_to_calls(
            self.calls, self.walks, enter, departure, change=self.change, onward=self.onward
        )

    def blunt(self, rides=None, departures=None):
        """Travel times [origin, destination, departure]."""
        departures = self.window.departures.tolist() if departures is None else departures
        travel = np.full((PLACES, PLACES, len(departures)), np.inf)
        for origin in range(PLACES):
            for number, departure in enumerate(departures):
                reached = self.reached(origin, departure)
                for target, time in oracle.arrivals(reached, self.leave, rides).items():
                    travel[origin, target, number] = time - departure
        return travel


def table_of(found, column):
    table = np.full((PLACES, PLACES), np.inf)
    table[found.origin, found.destination] = column
    return table


def cut(travel):
    return np.where(travel <= LIMIT, travel, np.inf)


CASES = [*((seed, 0) for seed in range(40)), *((seed, 8) for seed in range(60, 100))]


@pytest.mark.parametrize(("seed", "links"), CASES)
def test_rules_change_what_the_bluntest_search_says(seed, links):
    case = Case(seed, links)
    for rides in (0, 1, 2):
        expected = np.sort(cut(case.blunt(rides or None)))
        found = travel_times(
            case.timetable, case.footpaths, case.request(rides=rides, percentiles=(50, 100))
        )
        np.testing.assert_array_equal(table_of(found, found.best), expected[..., 0])
        for column, rank in ((0, 7), (1, 14)):
            figure = np.nan_to_num(found.seconds[:, column], nan=np.inf)
            np.testing.assert_array_equal(table_of(found, figure), expected[..., rank])


@pytest.mark.parametrize(("seed", "links"), CASES[::4])
def test_rules_hold_by_arrival_too(seed, links):
    case = Case(seed, links)
    deadline = case.window.begin + 45
    departures = list(range(deadline - LIMIT, deadline + 1))
    arrival = case.blunt(departures=departures) + departures
    latest = np.where(arrival <= deadline, departures, -np.inf).max(axis=-1)
    request = replace(case.request(by_arrival=True), window=Window(deadline, 1, 1, LIMIT))
    found = travel_times(case.timetable, case.footpaths, request)
    np.testing.assert_array_equal(table_of(found, found.best), deadline - latest)


@pytest.mark.parametrize(("seed", "links"), CASES[1::4])
def test_single_journeys_keep_the_rules(seed, links):
    case = Case(seed, links)
    departure = case.window.begin
    expected = cut(case.blunt(departures=[departure])[..., 0])
    for origin, target in np.ndindex(PLACES, PLACES):
        ways = (
            access_of(np.zeros(mine.sum()), ways.stop[mine], ways.seconds[mine])
            for ways, mine in (
                (case.access, case.access.place == origin),
                (case.egress, case.egress.place == target),
            )
        )
        found = journey(case.timetable, case.footpaths, *ways, departure, limit=LIMIT)
        if found is None:
            assert np.isinf(expected[origin, target])
            continue
        assert found.arrival - departure == expected[origin, target]
        assert sum(found.components().values()) == expected[origin, target]
        assert all(leg.end < case.stops and leg.begin < case.stops for leg in found.legs)


def test_the_cases_meet_what_they_are_for():
    kinds, onward, moved = set(), 0, 0
    for seed, links in CASES[::3]:
        case = Case(seed, links)
        if case.footpaths.rules is not None:
            table = case.footpaths.rules.table
            kinds |= set(
                zip(*(np.sign(table[name]) for name in ("from_trip", "to_trip", "from_route")))
            )
        onward += sum(map(len, case.onward.values()))
        plain = travel_times(case.timetable, measured(case.timetable, case.walks), case.request())
        found = travel_times(case.timetable, case.footpaths, case.request())
        moved += not np.array_equal(table_of(plain, plain.best), table_of(found, found.best))
    assert len(kinds) >= 6
    assert onward > 8
    assert moved > 5


# --- by hand -------------------------------------------------------------------------------------

OUT = (1, [0, 1], [0, 0, 600, 600], [True] * 2, [True] * 2, None)
"""Trip t0 on the date, from s0 at 00:00 to s1 at 00:10."""


def leaves(minute, day=1, first=1, stops=(2,)):
    """A trip from s1 at a minute, a quarter of an hour to the next stop."""
    times = [60 * minute] * 2 + [60 * minute + 900] * 2
    return (day, [first, *stops], times, [True] * 2, [True] * 2, None)


def seconds(trips, rules, rides=0):
    """Travel time from s0 to s2 from midnight on, None without a journey."""
    feed = read_feed(oracle.gtfs(3, trips, rules))
    timetable = timetable_of(feed, oracle.DATE)
    footpaths = with_transfers(
        given_footpaths(len(feed.stops), change=120), feed.transfers, feed.stops, feed.trips
    )
    request = Request(
        Window(0, 1, 60, 80_000), 1, 1, access_of([0], [0], [0]), access_of([0], [2], [0]),
        rides=rides,
    )  # fmt: skip
    found = travel_times(timetable, footpaths, request)
    return int(found.best[0]) if len(found.best) else None


def link(one, two, type_=4):
    return ("", "", type_, "", f"t{one}", f"t{two}", "", "")


MINUTES_LATER = [OUT, leaves(10), leaves(11), leaves(30)]


@pytest.mark.parametrize(
    ("rules", "rides", "expected"),
    [
        ([], 0, 45),
        ([], 1, None),
        ([link(0, 1)], 1, 25),
        ([("s1", "s1", 4, "", "t0", "t1", "", "")], 1, 25),
        ([link(0, 1, 5)], 0, 45),
        ([link(0, 1), link(0, 1, 5)], 0, 45),
        ([link(0, 1), link(0, 2)], 1, 25),
        ([("s1", "s1", 1, "", "t0", "t1", "", "")], 2, 25),
        ([("s1", "s1", 1, "", "t0", "", "", "")], 2, 45),
        ([("s1", "s1", 2, 60, "t0", "t2", "", "")], 2, 26),
        ([("s1", "s1", 2, 60, "", "", "r0", "r0")], 2, 26),
        ([("s1", "s1", 2, 0, "", "", "r0", "r1")], 2, 25),
        ([("s1", "s1", 3, "", "", "", "", ""), ("s1", "s1", 0, "", "t0", "", "", "r1")], 2, 45),
        ([("s1", "s1", 3, "", "t0", "", "", "")], 2, None),
        ([("s1", "s1", 3, "", "", "", "", "r1")], 2, None),
    ],
    ids=[
        "a change takes two minutes",
        "and is a ride more",
        "a seat kept is neither",
        "also where the link names the stop",
        "a link that forbids it leaves the change",
        "forbidden beats allowed",
        "a vehicle that parts goes both ways",
        "a vehicle that waits is caught at once",
        "but only where both trips are named",
        "a least time between two trips",
        "a least time between two lines",
        "no time between two other lines",
        "a trip and a line come before all",
        "nobody leaves one trip for another",
        "nobody boards a line here",
    ],
)
def test_by_hand(rules, rides, expected):
    found = seconds(MINUTES_LATER, rules, rides)
    assert found == (None if expected is None else 60 * expected)


def test_a_vehicle_goes_on_the_next_date():
    late = (1, [0, 1], [86_000] * 2 + [86_300] * 2, [True] * 2, [True] * 2, None)
    trips = [late, leaves(0, day=2)]
    assert seconds(trips, []) is None or seconds(trips, []) > 86_400 + 900
    feed = read_feed(oracle.gtfs(3, trips, [link(0, 1)]))
    timetable = timetable_of(feed, oracle.DATE)
    assert timetable.row_of_calls().tolist() == [0, 0, 1, 1]
    access = access_of([0], [0], [0])
    found = search_from(timetable, given_footpaths(4), access, 86_000, rides=1)
    assert found.arrivals(1)[2] == 86_400 + 900


def test_three_trips_in_a_row_are_one_ride():
    trips = [
        OUT,
        (1, [1, 0], [600, 660, 1200, 1200], [True] * 2, [True] * 2, None),
        (1, [0, 2], [1300, 1300, 1500, 1500], [True] * 2, [True] * 2, None),
    ]
    assert seconds(trips, [link(0, 1), link(1, 2)], rides=1) == 1500


def test_vehicles_that_part_and_join_too_often_are_a_sentence():
    trips, rules = [], []
    for layer in range(20):
        for _ in range(2):
            times = [60 * layer] * 2 + [60 * layer + 30] * 2
            trips.append((1, [0, 1], times, [True] * 2, [True] * 2, None))
        if layer:
            pairs = ((2 * layer - 2 + a, 2 * layer + b) for a in range(2) for b in range(2))
            rules += [link(*pair) for pair in pairs]
    with pytest.raises(InputError, match="more than 100000 ways"):
        seconds(trips, rules)


def test_a_rule_for_a_trip_by_headways_holds_for_its_runs():
    rules = [("s1", "s1", 2, 0, "t0", "t1", "", "")]
    ways = (1, [0, 1], [0, 0, 600, 600], [True] * 2, [True] * 2, (600, 1800))
    feed = read_feed(oracle.gtfs(3, [ways, leaves(10)], rules))
    assert feed.transfers[["from_trip", "to_trip"]].values.tolist() == [[1, 0], [2, 0], [3, 0]]


def test_reading_keeps_links_without_stops():
    rules = [link(0, 1), ("s9", "s1", 0, "", "", "", "", ""), ("s1", "s1", 0, "", "t9", "", "", "")]
    feed = read_feed(oracle.gtfs(3, MINUTES_LATER, rules))
    assert feed.transfers[
        ["from_stop", "to_stop", "type", "from_trip", "to_trip"]
    ].values.tolist() == [[-1, -1, 4, 0, 1]]


def test_door_to_door_through_the_plan_is_unchanged_without_rules():
    case = Case(0)
    plain = replace(case.footpaths, rules=None)
    found = door_to_door(case.timetable, plain, case.window, case.access, case.egress, (3, 3))
    best = (found[:, :, 0] - case.window.departures[:, None]).min(axis=1).T
    other = travel_times(case.timetable, plain, case.request())
    np.testing.assert_array_equal(table_of(other, other.best), cut(best))


def test_a_journey_on_board_is_told_as_one():
    feed = read_feed(oracle.gtfs(3, MINUTES_LATER, [link(0, 1)]))
    timetable = timetable_of(feed, oracle.DATE)
    ways = access_of([0], [0], [0]), access_of([0], [2], [0])
    found = journey(timetable, given_footpaths(len(feed.stops)), *ways, 0)
    (sentence,) = in_words(found, feed)
    assert sentence[0].format(**sentence[1]) == (
        "Line r0 from s0 00:00, staying on board as line r1, to s2 00:25."
    )


def test_joined_and_clipped_feeds_keep_rules_and_links():
    rules = [link(0, 1), ("s1", "s2", 2, 60, "", "t2", "r1", "")]
    feed = read_feed(oracle.gtfs(3, MINUTES_LATER, rules))
    both = merge({"a": feed, "b": feed}).transfers
    columns = ["from_stop", "to_stop", "from_trip", "to_trip", "from_route", "to_route"]
    again = feed.transfers[columns].to_numpy() + np.array([4, 4, 4, 4, 2, 2])
    again[feed.transfers[columns].to_numpy() < 0] = -1
    assert both[columns].values.tolist() == [
        *feed.transfers[columns].values.tolist(),
        *again.tolist(),
    ]
    kept = clip(feed, shapely.box(14.9, 57, 15.005, 59))  # the first trip only
    assert kept.transfers[columns].values.tolist() == []
    whole = clip(feed, shapely.box(14, 57, 16, 59))
    assert whole.transfers.values.tolist() == feed.transfers.values.tolist()
