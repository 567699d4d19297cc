"""Snapping and bounded shortest paths against searches that know no tricks."""

import numpy as np
import pytest
import shapely
from samplan.processing.methods.errors import Cancelled, InputError
from samplan.processing.methods.network import tiles
from samplan.processing.methods.network.build import build_network
from samplan.processing.methods.network.nearest import nearest_to_nodes, nearest_to_points
from samplan.processing.methods.network.search import nodes_within, pairs_within
from samplan.processing.methods.network.snap import snap

from .network_oracle import all_costs, random_streets

STREET = build_network(shapely.from_wkt(["LINESTRING (0 0, 100 0)"]))
ONE_WAY = build_network(
    shapely.from_wkt(["LINESTRING (0 0, 100 0)", "LINESTRING (100 0, 100 50, 0 50, 0 0)"]),
    oneway=[1, 1],
)


def test_a_point_goes_to_the_nearest_edge_with_both_partial_lengths():
    place = snap(STREET, [[30, 4], [-3, 4], [50, 250], [np.nan, 0]], limit=200)
    assert place.edge.tolist() == [0, 0, -1, -1]
    np.testing.assert_allclose(place.distance, [4, 5, np.nan, np.nan])
    np.testing.assert_allclose(place.to_start, [30, 0, np.nan, np.nan])
    np.testing.assert_allclose(place.to_end, [70, 100, np.nan, np.nan])
    np.testing.assert_allclose(place.foot[:2], [[30, 0], [0, 0]])
    assert place.far.tolist() == [2, 3]


def test_of_edges_equally_near_the_first_is_taken():
    twice = build_network(shapely.from_wkt(["LINESTRING (9 9, 0 9)"] * 3))
    assert snap(twice, [[3, 3]]).edge.tolist() == [0]


def test_snapping_agrees_with_all_distances():
    lines, _, _, rng = random_streets(4)
    network = build_network(lines)
    points = rng.uniform(-100, 1100, (300, 2))
    distance = shapely.distance(shapely.points(points)[:, None], network.geometry[None])
    place = snap(network, points, limit=40)
    near = distance.min(axis=1) <= 40
    assert (place.edge >= 0).tolist() == near.tolist()
    np.testing.assert_allclose(place.distance[near], distance.min(axis=1)[near], atol=1e-9)
    assert (place.edge[near] == distance.argmin(axis=1)[near]).all()


@pytest.mark.parametrize("limit", [0, -1, np.nan])
def test_snapping_refuses_a_limit_that_is_not_positive(limit):
    with pytest.raises(InputError, match="snapping limit"):
        snap(STREET, [[0, 0]], limit=limit)


@pytest.mark.parametrize(
    ("origin", "destination", "inbound", "cost"),
    [
        ([10, 0], [90, 0], False, 80.0),
        ([90, 0], [10, 0], False, 10 + 200 + 10.0),
        ([90, 0], [10, 0], True, 80.0),
        ([50, 0], [50, 0], False, 0.0),
        ([10, 7], [90, -3], False, 90.0),
        ([60, 50], [40, 50], False, 20.0),
        ([40, 50], [60, 50], False, 90 + 100 + 90.0),
    ],
    ids=[
        "along the street",
        "against it, all the way round",
        "against it, counted towards the origin",
        "the same place",
        "the straight ways to the street count",
        "along the same bent street",
        "behind oneself on the same bent street, all the way round",
    ],
)
def test_both_points_on_the_same_one_way_edge(origin, destination, inbound, cost):
    pairs = pairs_within(
        ONE_WAY, snap(ONE_WAY, [origin]), snap(ONE_WAY, [destination]), 1000, inbound=inbound
    )
    np.testing.assert_allclose(pairs.cost, [cost], atol=1e-12)


def test_a_loop_is_left_by_its_shorter_side():
    loop = build_network(
        shapely.from_wkt(["LINESTRING (0 0, 30 0, 30 30, 0 30, 0 0)", "LINESTRING (0 0, -50 0)"])
    )
    homes = snap(loop, [[30, 5], [5, 30]])
    pairs = pairs_within(loop, homes, snap(loop, [[-50, 0]]), 1000)
    np.testing.assert_allclose(pairs.cost, [35 + 50, 35 + 50])
    np.testing.assert_allclose(pairs_within(loop, homes, homes, 1000).cost, [0, 50, 50, 0])


@pytest.mark.parametrize(("limit", "reached"), [(29.5, 0), (30.0, 1), (69.5, 1), (70.0, 2)])
def test_what_is_exactly_at_the_limit_is_within(limit, reached):
    assert len(nodes_within(STREET, snap(STREET, [[30, 0]]), limit).cost) == reached


def test_nothing_is_reached_from_or_to_points_without_an_edge():
    here, away = snap(STREET, [[5, 5]]), snap(STREET, [[5, 5000]])
    assert len(pairs_within(STREET, away, here, 500).cost) == 0
    assert len(pairs_within(STREET, here, away, 500).cost) == 0
    assert nearest_to_points(STREET, here, away).facility.tolist() == [-1]
    assert nearest_to_points(STREET, away, here).cost.tolist() == [np.inf]
    assert nearest_to_nodes(STREET, away).facility.tolist() == [-1, -1]


def test_no_points_and_no_streets_give_nothing():
    nobody = snap(STREET, np.empty((0, 2)))
    assert len(pairs_within(STREET, nobody, nobody, 500).cost) == 0
    empty = build_network(np.array([], dtype=object))
    someone = snap(empty, [[0, 0]])
    assert someone.far.tolist() == [0]
    assert len(nodes_within(empty, someone, 500).cost) == 0
    assert nearest_to_points(empty, someone, someone).facility.tolist() == [-1]


@pytest.mark.parametrize("limit", [0, np.nan, np.inf])
def test_refuses_a_limit_without_meaning(limit):
    with pytest.raises(InputError, match="greatest distance"):
        nodes_within(STREET, snap(STREET, [[0, 0]]), limit)


@pytest.mark.parametrize("inbound", [False, True], ids=["outbound", "inbound"])
@pytest.mark.parametrize(("by", "limit"), [("length", 400.0), ("seconds", 120.0)])
@pytest.mark.parametrize("seed", range(3))
def test_equals_brute_force(seed, by, limit, inbound):
    lines, oneway, speed, rng = random_streets(seed)
    network = build_network(lines, oneway=oneway, speed=speed)
    origins = snap(network, rng.uniform(-50, 1050, (25, 2)), limit=60)
    homes = snap(network, rng.uniform(-50, 1050, (60, 2)), limit=60)
    costs = all_costs(network, [origins, homes], by)

    def between(origin, target):
        forth, back = costs[origin].get(target, np.inf), np.inf
        if isinstance(target, tuple):
            back = costs[target].get(origin, np.inf)
        return back if inbound else forth

    expected = np.array([[between((0, o), (1, h)) for h in range(60)] for o in range(25)])
    pairs = pairs_within(network, origins, homes, limit, by=by, inbound=inbound)
    row, column = np.nonzero(expected <= limit)
    assert len(row) > 30
    assert pairs.origin.tolist() == row.tolist()
    assert pairs.target.tolist() == column.tolist()
    np.testing.assert_allclose(pairs.cost, expected[row, column], rtol=1e-12, atol=1e-9)

    nearest = nearest_to_points(network, origins, homes, by=by, inbound=inbound)
    np.testing.assert_allclose(nearest.cost, expected.min(axis=0), rtol=1e-12, atol=1e-9)
    found = nearest.facility >= 0
    assert (found == np.isfinite(expected.min(axis=0))).all()
    own = expected[nearest.facility[found], np.flatnonzero(found)]
    np.testing.assert_allclose(own, nearest.cost[found], rtol=1e-12, atol=1e-9)


@pytest.mark.parametrize(("by", "limit"), [("length", 350.0), ("seconds", 80.0)])
def test_nodes_equal_brute_force(by, limit):
    lines, oneway, speed, rng = random_streets(11)
    network = build_network(lines, oneway=oneway, speed=speed)
    origins = snap(network, rng.uniform(0, 1000, (40, 2)), limit=60)
    costs = all_costs(network, [origins], by)
    nodes = np.arange(len(network.nodes))
    expected = np.array([[costs[0, o].get(n, np.inf) for n in nodes] for o in range(40)])
    pairs = nodes_within(network, origins, limit, by=by)
    row, column = np.nonzero(expected <= limit)
    assert (pairs.origin.tolist(), pairs.target.tolist()) == (row.tolist(), column.tolist())
    np.testing.assert_allclose(pairs.cost, expected[row, column], rtol=1e-12, atol=1e-9)
    nearest = nearest_to_nodes(network, origins, by=by, limit=limit)
    best = np.where(expected <= limit, expected, np.inf).min(axis=0)
    np.testing.assert_allclose(nearest.cost, best, rtol=1e-12, atol=1e-9)


def test_small_blocks_and_moved_or_shuffled_input_change_nothing(monkeypatch):
    lines, oneway, _, rng = random_streets(7)
    network = build_network(lines, oneway=oneway)
    points, homes = rng.uniform(0, 1000, (30, 2)), rng.uniform(0, 1000, (50, 2))
    whole = pairs_within(network, snap(network, points), snap(network, homes), 300)
    order = rng.permutation(30)
    monkeypatch.setattr(tiles, "CELLS", 1)
    shuffled = pairs_within(network, snap(network, points[order]), snap(network, homes), 300)
    table = {(order[o], t): c for o, t, c in zip(*shuffled)}
    assert table == pytest.approx({(o, t): c for o, t, c in zip(*whole)}, rel=1e-12)
    east = np.array([600_000.0, 6_500_000.0])
    moved = build_network(shapely.transform(lines, lambda xy: xy + east), oneway=oneway)
    away = pairs_within(moved, snap(moved, points + east), snap(moved, homes + east), 300)
    np.testing.assert_allclose(away.cost, whole.cost, atol=1e-5)


def test_tells_its_progress_and_stops_when_asked():
    lines, _, _, rng = random_streets(8)
    network = build_network(lines)
    origins = snap(network, rng.uniform(0, 1000, (30, 2)))
    told = []
    nodes_within(network, origins, 50, progress=told.append)
    assert told[0] == 0
    assert told[-1] == 1
    assert told == sorted(told)

    def stop(fraction):
        raise Cancelled

    with pytest.raises(Cancelled):
        nodes_within(network, origins, 50, progress=stop)
