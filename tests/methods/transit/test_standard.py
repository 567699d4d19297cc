"""Useful journeys and requirements on them, against following every trip call by call."""

import re
import sys
from itertools import product
from pathlib import Path

import numpy as np
import pytest

sys.path.append(str(Path(__file__).parents[1] / "transit_router"))

import router_cases as cases
import router_oracle as oracle
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.transit import standard_journeys
from samplan.processing.methods.transit.feed import read_feed
from samplan.processing.methods.transit.locality import locality_service
from samplan.processing.methods.transit.router.footpaths import given_footpaths
from samplan.processing.methods.transit.router.timetable import timetable_of
from samplan.processing.methods.transit.standard import Requirement, service_standard
from samplan.processing.methods.transit.standard_journeys import Search, useful_journeys

COLUMNS = ["departure", "arrival", "rides"]


def brute(calls, walks, place, pair, search):
    """Every journey by trying each departure, and what is left when the worse ones are gone."""
    origins, targets = [[s for s, p in enumerate(place) if p in ends] for ends in pair]
    longest, events = search.longest, {(c[2], c[4]) for c in calls if c[5] and c[2] in origins}
    every = {
        (departure, call[3], rides)
        for stop, departure in events
        for call, rides in oracle.rides_to_calls(calls, walks, {stop: 0}, departure).items()
        if call[2] in targets and call[3] - departure <= longest
    }
    changing = [
        journey
        for journey in every
        if journey[2] > 1
        and journey[2] <= search.rides
        and not any(
            d >= journey[0] and a <= journey[1] and r <= journey[2] and (d, a, r) != journey
            for d, a, r in every
        )
    ]
    found = [*changing, *((*ride, 1) for ride in direct(calls, origins, targets, search))]
    return sorted(journey for journey in found if inside(journey, search))


def inside(journey, search):
    clock = journey[1] if search.by_arrival else journey[0]
    return search.begin <= clock < search.end


def direct(calls, origins, targets, search):
    """The shortest ride in the window on each trip, boarded last and left first."""
    for trip in sorted({call[0] for call in calls}):
        journey = [call for call in calls if call[0] == trip]
        leaves = [call for call in journey if call[5] and call[2] in origins]
        comes = [call for call in journey if call[6] and call[2] in targets]
        rides = [
            (leave[4], come[3])
            for leave, come in product(leaves, comes)
            if leave[1] < come[1]
            and not any(leave[1] < other[1] < come[1] for other in (*leaves, *comes))
        ]
        rides = [(d, a) for d, a in rides if inside((d, a), search) and a - d <= search.longest]
        if rides:
            yield min(rides, key=lambda ride: (ride[1] - ride[0], ride[0]))


@pytest.mark.parametrize("back", [False, True], ids=["there", "back"])
@pytest.mark.parametrize("by_arrival", [False, True], ids=["by departure", "by arrival"])
@pytest.mark.parametrize("seed", range(60))
def test_useful_journeys_equal_brute_force(seed, by_arrival, back):
    timetable, footpaths, calls, walks, begin, rng = cases.made_up(seed)
    place = rng.integers(-1, 3, timetable.stops)
    search = Search(begin + 8, begin + 30, by_arrival, back, rides=3, longest=40)
    found = useful_journeys(timetable, footpaths, place, [(0, (1,)), (0, (1, 2))], search)
    for number, targets in enumerate([[1], [1, 2]]):
        pair = (targets, [0]) if back else ([0], targets)
        rows = found.loc[found["pair"] == number, COLUMNS].to_numpy().tolist()
        assert [tuple(row) for row in rows] == brute(calls, walks, place, pair, search)


def test_blocks_of_localities_change_nothing(monkeypatch):
    for seed in range(10):
        timetable, footpaths, *_, begin, rng = cases.made_up(seed)
        place, search = rng.integers(-1, 4, timetable.stops), Search(begin, begin + 30, rides=3)
        pairs = [(origin, (goal,)) for origin in range(4) for goal in range(4) if goal != origin]
        whole = useful_journeys(timetable, footpaths, place, pairs, search)
        with monkeypatch.context() as patch:
            patch.setattr(standard_journeys, "MEMORY", 1)
            assert useful_journeys(timetable, footpaths, place, pairs, search).equals(whole)


HOUR = 3600
STOPS = "stop_id,stop_name,stop_lat,stop_lon\n" + "".join(
    f"{name},{name},58.0,{15 + place / 10}\n" for place, name in enumerate("vwktx")
)
VILLAGE, KNOT, TOWN = 0, 1, 2
PLACE = [VILLAGE, VILLAGE, KNOT, TOWN, -1]
THURSDAY = "2021-10-07"
ALL_DAY = (0, 24 * HOUR)
TO_TOWN = (VILLAGE, (TOWN,))


def required(journeys=1, transfers=0, minutes=np.inf, window=ALL_DAY, **words):
    words = {"by_arrival": False, "days": ("weekday",), "back": None, **words}
    return Requirement(journeys, transfers, minutes, window, **words)


def judged(feed, requirement, *, pairs=(TO_TOWN,), days=None, change=0):
    days = {"weekday": [THURSDAY]} if days is None else days
    tables = {kind: [timetable_of(feed, day) for day in dates] for kind, dates in days.items()}
    walks = given_footpaths(len(PLACE), change=change)
    found = service_standard(tables, walks, PLACE, [requirement], [list(pairs)])
    columns = ["journeys", "fastest", "transfers", "met"]
    return [None if value != value else value for value in found[columns].iloc[0].tolist()]


def trip(name, *calls):
    return ("1", "week", name, 0, list(calls))


FEEDS = {
    "a direct trip that calls twice in the village": [
        trip("t", ("v", "07:00"), ("w", "07:05"), ("t", "07:30"))
    ],
    "an express overtakes a slow bus": [
        trip("slow", ("v", "07:00"), ("t", "08:00")),
        trip("express", ("v", "07:10"), ("t", "07:40")),
    ],
    "a change on the way": [
        trip("first", ("v", "07:00"), ("k", "07:20")),
        trip("second", ("k", "07:30"), ("t", "07:50")),
    ],
    "two first trips reach the same second one": [
        trip("first", ("v", "07:00"), ("k", "07:20")),
        trip("later", ("w", "07:10"), ("k", "07:25")),
        trip("second", ("k", "07:30"), ("t", "07:50")),
    ],
    "a change that a direct trip betters": [
        trip("first", ("v", "07:00"), ("k", "07:20")),
        trip("second", ("k", "07:30"), ("t", "07:50")),
        trip("direct", ("v", "07:05"), ("t", "07:40")),
    ],
    "a change that is faster than the direct trip": [
        trip("first", ("v", "07:00"), ("k", "07:20")),
        trip("second", ("k", "07:30"), ("t", "07:50")),
        trip("direct", ("v", "07:00"), ("t", "08:40")),
    ],
}


@pytest.mark.parametrize(
    ("name", "wanted", "expected"),
    [
        ("a direct trip that calls twice in the village", {}, [1, 25, 0, 1]),
        ("an express overtakes a slow bus", {"journeys": 2}, [2, 30, 0, 1]),
        ("an express overtakes a slow bus", {"minutes": 45, "journeys": 2}, [1, 30, 0, 0]),
        ("an express overtakes a slow bus", {"minutes": 30}, [1, 30, 0, 1]),
        ("an express overtakes a slow bus", {"minutes": 29}, [0, 30, 0, 0]),
        ("a change on the way", {}, [0, None, 1, 0]),
        ("a change on the way", {"transfers": 1}, [1, 50, 1, 1]),
        ("two first trips reach the same second one", {"transfers": 1}, [1, 40, 1, 1]),
        ("a change that a direct trip betters", {"transfers": 1, "journeys": 2}, [1, 35, 0, 0]),
        ("a change that is faster than the direct trip", {"transfers": 1}, [2, 50, 0, 1]),
        ("a change that is faster than the direct trip", {}, [1, 100, 0, 1]),
    ],
)
def test_what_counts_as_a_journey(timetable, name, wanted, expected):
    assert judged(timetable(FEEDS[name], stops=STOPS), required(**wanted)) == expected


def test_a_change_needs_its_time(timetable):
    feed = timetable(FEEDS["a change on the way"], stops=STOPS)
    assert judged(feed, required(transfers=1), change=600)[0] == 1
    assert judged(feed, required(transfers=1), change=601) == [0, None, None, 0]


@pytest.mark.parametrize(
    ("window", "by_arrival", "journeys"),
    [((7, 8), False, 1), ((6, 7), False, 0), ((7, 8), True, 1), ((8, 9), True, 0)],
    ids=["leaves at its start", "leaves at its end", "arrives in it", "arrives before it"],
)
def test_the_window_leaves_its_end_out(timetable, window, by_arrival, journeys):
    feed = timetable([trip("t", ("v", "07:00"), ("t", "07:30"))], stops=STOPS)
    seconds = tuple(hour * HOUR for hour in window)
    assert judged(feed, required(window=seconds, by_arrival=by_arrival))[0] == journeys


def test_the_worse_way_decides(timetable):
    there = [trip(f"o{hour}", ("v", f"{hour:02d}:00"), ("t", f"{hour:02d}:30")) for hour in (7, 8)]
    home = [trip("h", ("t", "16:00"), ("v", "16:40"))]
    feed = timetable(there + home, stops=STOPS)
    both = required(2, back=ALL_DAY)
    assert judged(feed, required(2)) == [2, 30, 0, 1]
    assert judged(feed, both) == [1, 40, 0, 0]
    # in a window of its own
    assert judged(feed, required(back=(15 * HOUR, 16 * HOUR))) == [0, None, None, 0]


def test_the_worst_day_decides_and_an_unknown_one_leaves_it_open(timetable):
    feed = timetable([trip("t", ("v", "07:00"), ("t", "07:30"))], stops=STOPS)
    both = required(days=("weekday", "sunday"))
    assert judged(feed, both, days={"weekday": [THURSDAY], "sunday": []}) == [0, None, None, 0]
    assert judged(feed, both, days={"weekday": [THURSDAY]}) == [1, 30, 0, None]
    # a failure that is known stays one
    assert judged(feed, required(2, days=both.days), days={"weekday": [THURSDAY]})[3] == 0
    assert judged(feed, both, days={}) == [None, None, None, None]
    # of several dates that without traffic
    assert judged(feed, required(), days={"weekday": [THURSDAY, "2021-10-09"]})[0] == 0


def test_the_order_of_the_requirements_is_no_matter(timetable):
    feed = timetable([each for name in FEEDS for each in renamed(name)], stops=STOPS)
    wanted = [required(), required(transfers=2), required(2, window=(7 * HOUR, 8 * HOUR))]
    days = {"weekday": [timetable_of(feed, THURSDAY)]}
    walks, pairs = given_footpaths(len(PLACE)), [[TO_TOWN, (KNOT, (TOWN,))], [TO_TOWN], [TO_TOWN]]
    figures = ["journeys", "fastest", "transfers", "met"]
    forth = service_standard(days, walks, PLACE, wanted, pairs)
    back = service_standard(days, walks, PLACE, wanted[::-1], pairs[::-1])
    back["requirement"] = 2 - back["requirement"]
    back = back.sort_values(["requirement", "pair"], ignore_index=True)
    assert forth[figures].equals(back[figures])
    assert len(forth) == 4


def renamed(name):
    return [(line, day, f"{name} {own}", *rest) for line, day, own, *rest in FEEDS[name]]


def test_direct_journeys_are_those_of_the_locality(pack, busy):
    files = {name[:-4]: text for name, text in busy(trips=400).items()}
    files["routes"] = files["routes"].replace("1501", "700")  # nothing on demand
    files["stop_times"] = re.sub(r"(?<=,)2(?=,\d$|$)", "0", files["stop_times"], flags=re.MULTILINE)
    feed = read_feed(pack(**files))
    place = np.arange(len(feed.stops)) % 7 - 1
    days = {"weekday": ["2021-10-06"]}
    window = (6 * HOUR, 20 * HOUR)
    found = locality_service(feed, place, days, {"w": window}, localities=6, centres={"c": [0, 3]})
    towards = found.towards.set_index("locality")
    runs = {"weekday": [timetable_of(feed, "2021-10-06", on_demand=False)]}
    wanted = required(window=window, minutes=1e6)
    pairs = [(origin, (0, 3)) for origin in towards.index]
    walks = given_footpaths(len(feed.stops))
    judgement = service_standard(runs, walks, place, [wanted], [pairs])
    assert judgement["journeys"].tolist() == towards["departures"].tolist()
    assert judgement["journeys"].sum() > 50
    np.testing.assert_allclose(judgement["fastest"] * 60, towards["fastest"])


def test_nothing_to_judge():
    assert service_standard({}, given_footpaths(0), [], [], []).empty
    days = {"weekday": []}
    assert service_standard(days, given_footpaths(0), [], [required()], [[]]).empty


@pytest.mark.parametrize(
    "wrong",
    [{"journeys": 0}, {"transfers": -1}, {"minutes": 0}, {"window": (9, 9)}, {"back": (9, 8)}],
    ids=["no journeys", "negative changes", "no time", "empty window", "empty way back"],
)
def test_what_can_never_be_met_is_refused(wrong):
    with pytest.raises(InputError, match="Requirement 1 can never be met"):
        service_standard({}, given_footpaths(0), [], [required(**wrong)], [[]])
