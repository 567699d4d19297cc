"""Reached streets and totals against brute force."""

import numpy as np
import pytest
import shapely
from samplan.processing.methods.catchment.edges import Pieces, nearest_edges, reached_edges
from samplan.processing.methods.catchment.lines import piece_lines
from samplan.processing.methods.catchment.straight import straight_polygons, straight_totals
from samplan.processing.methods.catchment.totals import (
    catchment_totals,
    detour_factors,
    nearest_totals,
)
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.network.build import build_network
from samplan.processing.methods.network.samples import sample_edges
from samplan.processing.methods.network.snap import snap
from shapely.ops import substring

from .network_oracle import all_costs, random_streets

CASES = [
    pytest.param("length", [100.0, 250.0, 400.0], False, id="length, outbound"),
    pytest.param("length", [100.0, 250.0, 400.0], True, id="length, inbound"),
    pytest.param("seconds", [30.0, 90.0, 150.0], False, id="time, outbound"),
    pytest.param("seconds", [30.0, 90.0, 150.0], True, id="time, inbound"),
]


def city(seed, count=90):
    lines, oneway, speed, rng = random_streets(seed, count=count)
    network = build_network(lines, oneway=oneway, speed=speed)
    stops = snap(network, rng.uniform(0, 1000, (7, 2)), limit=60)
    return network, stops, rng


def brute_force(network, stops, others, by, inbound):
    costs = all_costs(network, [stops, others], by)
    number = len(stops.edge), len(others.edge)
    if inbound:
        pairs = [
            [costs[1, p].get((0, s), np.inf) for p in range(number[1])] for s in range(number[0])
        ]
    else:
        pairs = [
            [costs[0, s].get((1, p), np.inf) for p in range(number[1])] for s in range(number[0])
        ]
    return np.array(pairs)


def band_at(pieces, facility, edge, place):
    """Bands of the pieces that hold a place, by looking at all."""
    held = (pieces.facility == facility) & (pieces.edge == edge)
    held &= (pieces.begin <= place) & (place <= pieces.end)
    return set(pieces.band[held].tolist())


@pytest.mark.parametrize(("by", "bands", "inbound"), CASES)
def test_reached_streets_equal_brute_force_at_places_along_them(by, bands, inbound):
    network, stops, _ = city(1)
    places = sample_edges(network, 17.3)
    cost = brute_force(network, stops, places, by, inbound)
    pieces = reached_edges(network, stops, bands, by=by, inbound=inbound)
    seen = 0
    for stop in range(7):
        for place in np.flatnonzero(cost[stop] < bands[-1] + 50):
            if np.abs(cost[stop, place] - bands).min() > 1e-6:
                band = int(np.searchsorted(bands, cost[stop, place]))
                expected = {band} if band < len(bands) else set()
                found = band_at(pieces, stop, places.edge[place], places.to_start[place])
                assert found == expected
                seen += bool(expected)
    assert seen > 60


@pytest.mark.parametrize(("by", "bands", "inbound"), CASES)
def test_nearest_streets_equal_brute_force_at_places_along_them(by, bands, inbound):
    network, stops, _ = city(2)
    places = sample_edges(network, 17.3)
    cost = brute_force(network, stops, places, by, inbound)
    pieces = nearest_edges(network, stops, bands, by=by, inbound=inbound)
    seen = 0
    for place in range(len(places.edge)):
        least = np.sort(np.minimum(cost[:, place], 1e9))
        clear = least[1] - least[0] > 1e-6 or least[0] > bands[-1]
        if np.abs(least[0] - bands).min() > 1e-6 and clear:
            owner, band = int(cost[:, place].argmin()), int(np.searchsorted(bands, least[0]))
            for stop in range(7):
                found = band_at(pieces, stop, places.edge[place], places.to_start[place])
                assert found == ({band} if stop == owner and band < len(bands) else set())
            seen += band < len(bands)
    assert seen > 60


def test_pieces_are_sorted_and_do_not_overlap_and_join_where_they_can():
    network, stops, _ = city(3)
    for pieces in (
        reached_edges(network, stops, [100, 300]),
        nearest_edges(network, stops, [100, 300]),
    ):
        assert (pieces.end > pieces.begin).all()
        assert (pieces.end <= network.length[pieces.edge] + 1e-9).all()
        order = np.lexsort((pieces.begin, pieces.edge, pieces.facility))
        assert (np.diff(order) == 1).all()
        same = (np.diff(pieces.facility) == 0) & (np.diff(pieces.edge) == 0)
        assert (pieces.begin[1:] - pieces.end[:-1] > -1e-9)[same].all()
        touching = same & (np.abs(pieces.begin[1:] - pieces.end[:-1]) < 1e-6)
        assert (np.diff(pieces.band)[touching] != 0).all()


@pytest.mark.parametrize(
    ("stop", "bands", "pieces"),
    [
        ([30, 0], [20, 50], [(0, 0, 10, 50), (1, 0, 0, 10), (1, 0, 50, 80)]),
        ([30, 0], [1000], [(0, 0, 0, 100)]),
        ([0, 0], [40], [(0, 0, 0, 40)]),
        ([30, 15], [20, 50], [(0, 0, 25, 35), (1, 0, 0, 25), (1, 0, 35, 65)]),
        ([30, 25], [20], []),
    ],
    ids=["both ways", "everything", "from the end", "the straight way counts", "too far away"],
)
def test_a_single_street(stop, bands, pieces):
    street = build_network(shapely.from_wkt(["LINESTRING (0 0, 100 0)"]))
    found = reached_edges(street, snap(street, [stop]), bands)
    rows = sorted(zip(found.band, found.edge, found.begin.round(9), found.end.round(9)))
    assert rows == pieces


def test_lines_of_pieces_are_the_parts_of_the_edges():
    network, stops, _ = city(4)
    pieces = reached_edges(network, stops, [60, 200])
    for line, edge, begin, end in zip(
        piece_lines(network, pieces), pieces.edge, pieces.begin, pieces.end
    ):
        expected = substring(network.geometry[edge], begin, end)
        assert line.length == pytest.approx(end - begin, abs=1e-6)
        assert line.hausdorff_distance(expected) < 1e-6
        assert shapely.get_num_coordinates(line) <= shapely.get_num_coordinates(expected)
    none = np.empty(0, np.int64)
    assert len(piece_lines(network, Pieces(none, none, none, none, none))) == 0


@pytest.mark.parametrize(("by", "bands", "inbound"), CASES)
def test_totals_equal_brute_force(by, bands, inbound):
    network, stops, rng = city(5)
    homes = snap(network, rng.uniform(0, 1000, (80, 2)), limit=60)
    weights = rng.integers(0, 20, (80, 2)).astype(float)
    weights[4] = np.nan
    cost = brute_force(network, stops, homes, by, inbound)
    people = np.nan_to_num(weights)
    expected = [(cost <= limit) @ people for limit in bands]
    found = catchment_totals(network, stops, homes, weights, bands, by=by, inbound=inbound)
    np.testing.assert_allclose(found, np.stack(expected, axis=1), rtol=1e-12)
    assert found.sum() > 0
    owner = cost.argmin(axis=0)
    own = owner == np.arange(7)[:, None]
    expected = [((cost <= limit) & own) @ people for limit in bands]
    found = nearest_totals(network, stops, homes, weights, bands, by=by, inbound=inbound)
    np.testing.assert_allclose(found, np.stack(expected, axis=1), rtol=1e-12)


def test_detour_factor_by_hand():
    corner = build_network(shapely.from_wkt(["LINESTRING (0 0, 300 0, 300 400, 300 9000)"]))
    stops = np.array([[0, 0], [300, 8000], [0, 3000]])
    homes = np.array([[300, 400], [100, 0], [300, 900]])
    factor = detour_factors(
        corner, snap(corner, stops), stops, snap(corner, homes), homes, [10, 20, 99], 800
    )
    np.testing.assert_allclose(factor, [(7000 + 2000) / (5000 + 2000), np.nan, np.nan], rtol=1e-12)


def test_straight_catchments_equal_all_distances():
    rng = np.random.default_rng(8)
    stops, homes = rng.uniform(0, 1000, (600, 2)), rng.uniform(0, 1000, (50, 2))
    homes[0] = stops[0] + [300, 400]
    weights = rng.integers(0, 9, (50, 2)).astype(float)
    gap = np.linalg.norm(stops[:, None] - homes[None], axis=2)
    expected = np.stack([(gap <= limit) @ weights for limit in (200, 500)], axis=1)
    np.testing.assert_allclose(straight_totals(stops, homes, weights, [200, 500]), expected)
    circles = straight_polygons(stops[:3], [200, 500])
    np.testing.assert_allclose(
        shapely.area(circles), np.pi * np.square([[200, 500]] * 3), rtol=2e-3
    )
    assert straight_totals(np.empty((0, 2)), homes, weights, [5]).shape == (0, 1, 2)


def test_nobody_and_nowhere():
    network, stops, _ = city(6)
    nobody = snap(network, np.empty((0, 2)))
    assert catchment_totals(network, stops, nobody, [], [100]).tolist() == [[[0]]] * 7
    assert nearest_totals(network, nobody, stops, np.ones(7), [100]).shape == (0, 1, 1)
    assert len(reached_edges(network, nobody, [100]).edge) == 0
    assert len(nearest_edges(network, nobody, [100]).edge) == 0
    empty = build_network([])
    away = snap(empty, [[0, 0]])
    assert len(reached_edges(empty, away, [100]).edge) == 0
    assert len(nearest_edges(empty, away, [100]).edge) == 0
    assert len(sample_edges(empty, 10).edge) == 0


def test_refuses_weights_that_do_not_fit():
    network, stops, _ = city(6)
    with pytest.raises(InputError, match="each of the 7 places"):
        catchment_totals(network, stops, stops, [1, 2], [100])
