"""Walks between stops and to them: straight, given, by the feed's own rules."""

import numpy as np
import pandas as pd
import pytest
import shapely
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.network.build import build_network
from samplan.processing.methods.network.snap import snap
from samplan.processing.methods.transit.router.access import access_of, straight_ways, street_ways
from samplan.processing.methods.transit.router.footpaths import (
    between_stops,
    given_footpaths,
    straight_footpaths,
    with_transfers,
)


def by_pair(footpaths):
    columns = (footpaths.origin, footpaths.target, footpaths.seconds)
    return {(a, b): time for a, b, time in zip(*(column.tolist() for column in columns))}


def test_straight_walks_are_all_pairs_within_the_limit():
    points = np.random.default_rng(0).uniform(0, 1000, (60, 2))
    points[7] = np.nan
    metres = np.linalg.norm(points[:, None] - points[None], axis=2) * 1.2
    expected = {
        (a, b): int(np.ceil(round(metres[a, b] / (3.6 / 3.6), 6)))
        for a, b in np.ndindex(metres.shape)
        if a != b and metres[a, b] <= 300
    }
    assert by_pair(straight_footpaths(points, limit=300, speed=3.6, detour=1.2)) == expected


def test_the_quickest_of_several_walks_counts():
    walks = given_footpaths(3, [2, 0, 0, 1, 1], [0, 1, 1, 1, 1], [5, 9, 7.5, 40, 30])
    assert by_pair(walks) == {(0, 1): 8, (2, 0): 5}
    assert walks.change.tolist() == [0, 30, 0]


def test_reversed_twice_is_the_same():
    walks = given_footpaths(4, [0, 3, 2, 0], [1, 1, 0, 2], [5, 6, 7, 8], change=[0, -1, 30, 0])
    twice = walks.reversed().reversed()
    assert by_pair(walks.reversed()) == {(b, a): time for (a, b), time in by_pair(walks).items()}
    for name in ("origin", "target", "seconds", "change"):
        assert getattr(twice, name).tolist() == getattr(walks, name).tolist()


TRANSFERS = ("from_stop", "to_stop", "type", "time", "from_trip", "to_trip")


@pytest.mark.parametrize(
    ("rule", "walks", "change"),
    [
        ((0, 1, 2, 120, -1, -1), {(0, 1): 120, (1, 2): 60}, [0, 0, 0, 0]),
        ((0, 1, 3, -1, -1, -1), {(1, 2): 60}, [0, 0, 0, 0]),
        ((0, 1, 0, -1, -1, -1), {(0, 1): 30, (1, 2): 60}, [0, 0, 0, 0]),
        ((0, 2, 1, -1, -1, -1), {(0, 1): 30, (0, 2): 0, (1, 2): 60}, [0, 0, 0, 0]),
        ((1, 1, 2, 90, -1, -1), {(0, 1): 30, (1, 2): 60}, [0, 90, 0, 0]),
        ((1, 1, 3, -1, -1, -1), {(0, 1): 30, (1, 2): 60}, [0, -1, 0, 0]),
        ((0, 1, 2, 120, 4, -1), {(0, 1): 30, (1, 2): 60}, [0, 0, 0, 0]),
        (
            (2, 3, 2, 40, -1, -1),
            {(0, 1): 30, (1, 2): 60, (2, 3): 40, (2, 0): 40, (2, 1): 40},
            [0, 0, 0, 0],
        ),
        (
            (3, 3, 2, 40, -1, -1),
            {(0, 1): 40, (1, 0): 40, (0, 3): 40, (3, 0): 40, (1, 3): 40, (3, 1): 40, (1, 2): 60},
            [40, 40, 0, 40],
        ),
    ],
    ids=[
        "a least time replaces a walk",
        "an impossible one removes it",
        "a recommended one without a time leaves it",
        "a timed one without a walk takes no time",
        "a least time at a stop is its change",
        "no change at a stop",
        "a rule for single trips is not used",
        "a rule for a station holds for its stops",
        "a rule within a station holds for all its pairs",
    ],
)
def test_rules_of_the_feed(rule, walks, change):
    # stops 0 and 1 belong to station 3
    stops = pd.DataFrame({"kind": [0, 0, 0, 1], "parent": [3, 3, -1, -1]})
    before = given_footpaths(4, [0, 1], [1, 2], [30, 60])
    after = with_transfers(before, pd.DataFrame([rule], columns=TRANSFERS), stops)
    assert by_pair(after) == walks
    assert after.change.tolist() == change


def test_a_rule_for_the_stop_beats_that_of_its_station():
    stops = pd.DataFrame({"kind": [0, 0, 1], "parent": [2, 2, -1]})
    rules = [(2, 2, 2, 300, -1, -1), (0, 1, 2, 45, -1, -1)]
    after = with_transfers(given_footpaths(3), pd.DataFrame(rules, columns=TRANSFERS), stops)
    assert by_pair(after)[0, 1] == 45
    assert by_pair(after)[1, 0] == 300


def test_walks_on_streets_are_as_long_as_the_streets():
    network = build_network(shapely.from_wkt(["LINESTRING (0 0, 400 0, 400 300)"]))
    stops = snap(network, [[0, 0], [400, 0], [400, 300]])
    ways = street_ways(network, stops, stops, limit=500, speed=3.6)
    assert by_pair(between_stops(ways, 3)) == {(0, 1): 400, (1, 0): 400, (1, 2): 300, (2, 1): 300}


@pytest.mark.parametrize(
    "make",
    [
        lambda: given_footpaths(2, [0], [1], [-1]),
        lambda: given_footpaths(2, [0], [1], [np.nan]),
        lambda: given_footpaths(2, [0], [2], [1]),
        lambda: access_of([0], [1], [np.inf]),
        lambda: straight_ways([[0, 0]], [[0, 0]], limit=1, speed=0),
        lambda: straight_ways([[0, 0]], [[0, 0]], limit=1, detour=0.9),
    ],
    ids=["negative", "no number", "no such stop", "infinite", "no speed", "a short cut"],
)
def test_refuses_walks_that_cannot_be(make):
    with pytest.raises(InputError):
        make()
