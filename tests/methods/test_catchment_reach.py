"""Facilities with limits and ranks of their own, against distances to every facility."""

import numpy as np
import pytest
import shapely
from samplan.processing.methods.catchment.edges import nearest_edges, reached_edges
from samplan.processing.methods.catchment.partition import (
    nearest_straight_polygons,
    nearest_straight_totals,
)
from samplan.processing.methods.catchment.polygons import (
    facility_polygons,
    merged_polygons,
    nearest_polygons,
)
from samplan.processing.methods.catchment.straight import straight_polygons, straight_totals
from samplan.processing.methods.catchment.totals import (
    catchment_totals,
    detour_factors,
    nearest_totals,
)
from samplan.processing.methods.errors import Cancelled, InputError
from samplan.processing.methods.network import nearest
from samplan.processing.methods.network.build import build_network
from samplan.processing.methods.network.nearest import nearest_to_nodes, nearest_to_points
from samplan.processing.methods.network.samples import sample_edges
from samplan.processing.methods.network.snap import snap

from .network_oracle import random_streets
from .test_catchment_streets import band_at, brute_force, city

BANDS = [120.0, 250.0, 400.0]
REACH = np.array([100.0, 400.0, 250.0, np.nan, 180.0, 1000.0, 100.0])
OWN = np.fmin(REACH, 400.0)
RANK = np.array([2, 3, 1, 3, 1, 2, 3])
RANKS = pytest.mark.parametrize("rank", [None, RANK], ids=["the nearest", "the best"])


def owners(cost, rank):
    """Facility of the lowest rank, then the nearest, of those that reach each place; -1 none."""
    order = np.zeros(7) if rank is None else rank
    found = []
    for place in cost.T:
        able = [f for f in range(7) if place[f] <= OWN[f]]
        found.append(min(able, key=lambda f: (order[f], place[f]), default=-1))
    return np.array(found)


@RANKS
@pytest.mark.parametrize("inbound", [False, True], ids=["outbound", "inbound"])
def test_totals_are_those_within_each_reach(rank, inbound):
    network, stops, rng = city(5, count=200)
    homes = snap(network, rng.uniform(0, 1000, (120, 2)), limit=60)
    people = rng.integers(1, 20, 120).astype(float)
    cost = brute_force(network, stops, homes, "length", inbound)
    owner = owners(cost, rank)
    assert len(set(owner)) > 4
    shared = [[people[(owner == f) & (cost[f] <= band)].sum() for band in BANDS] for f in range(7)]
    options = {"reach": REACH, "inbound": inbound}
    found = nearest_totals(network, stops, homes, people, BANDS, rank=rank, **options)
    assert found[..., 0].tolist() == shared
    each = [[people[cost[f] <= min(band, OWN[f])].sum() for band in BANDS] for f in range(7)]
    found = catchment_totals(network, stops, homes, people, BANDS, **options)
    assert found[..., 0].tolist() == each


def test_detours_are_those_of_the_homes_within_each_reach():
    network, stops, rng = city(5)
    places = rng.uniform(0, 1000, (120, 2))
    homes = snap(network, places, limit=60)
    together = detour_factors(network, stops, stops.foot, homes, places, np.ones(120), OWN)
    for stop, limit in enumerate(OWN):
        chosen = np.array([stop])
        alone = detour_factors(
            network, stops.take(chosen), stops.foot[chosen], homes, places, np.ones(120), limit
        )
        np.testing.assert_allclose(together[stop], alone[0], rtol=1e-12)


def test_streets_reached_end_at_each_reach():
    network, stops, _ = city(1)
    places = sample_edges(network, 17.3)
    cost = brute_force(network, stops, places, "length", False)
    pieces = reached_edges(network, stops, BANDS, reach=REACH)
    seen = 0
    for stop in range(7):
        for place in np.flatnonzero(np.isfinite(cost[stop])):
            if np.abs(cost[stop, place] - [*BANDS, OWN[stop]]).min() > 1e-6:
                inside = cost[stop, place] <= OWN[stop]
                expected = {int(np.searchsorted(BANDS, cost[stop, place]))} if inside else set()
                found = band_at(pieces, stop, places.edge[place], places.to_start[place])
                assert found == expected
                seen += inside
    assert seen > 60


@RANKS
def test_streets_belong_to_one_facility_to_some_metres(rank):
    network, stops, _ = city(2)
    places = sample_edges(network, 17.3)
    cost = brute_force(network, stops, places, "length", False)
    pieces = nearest_edges(network, stops, BANDS, reach=REACH, rank=rank)
    owner = owners(cost, rank)
    right = sum(
        bool(band_at(pieces, stop, places.edge[place], places.to_start[place])) == (stop == own)
        for place, own in enumerate(owner)
        for stop in range(7)
    )
    assert right > 0.98 * 7 * len(owner)
    length = pieces.end - pieces.begin
    whole = network.length[places.edge] / np.bincount(places.edge)[places.edge]
    assert length.sum() == pytest.approx(whole[owner >= 0].sum(), rel=0.03)


@RANKS
def test_ground_belongs_to_one_facility(rank):
    network, stops, _ = city(2)
    polygons = nearest_polygons(network, stops, BANDS, reach=REACH, rank=rank, smallest_hole=0)
    drawn = polygons[:, -1]
    assert shapely.union_all(drawn).area == pytest.approx(np.nansum(shapely.area(drawn)), rel=1e-4)
    merged = merged_polygons(network, stops, BANDS, reach=REACH, smallest_hole=0)
    for band in range(3) if rank is None else [2]:  # the best is not always the nearest
        whole = np.nansum(shapely.area(polygons[:, band]))
        assert merged[band].area == pytest.approx(whole, rel=0.02)


@RANKS
def test_ground_along_wide_blocks_belongs_to_the_facility_of_its_street(rank):
    steps = np.arange(0, 1201, 300)
    rows = [shapely.LineString([(x, y) for x in steps]) for y in steps]
    columns = [shapely.LineString([(x, y) for y in steps]) for x in steps]
    network = build_network([*rows, *columns])
    stops = snap(network, np.random.default_rng(6).uniform(0, 1200, (7, 2)))
    polygons = nearest_polygons(network, stops, BANDS, reach=REACH, rank=rank, smallest_hole=0)
    places = sample_edges(network, 20.0)
    owner = owners(brute_force(network, stops, places, "length", False), rank)
    points = shapely.points(places.foot)
    right = [shapely.contains(polygons[f, -1], points[owner == f]) for f in range(7)]
    assert np.concatenate(right).mean() > 0.95


def test_polygons_of_one_facility_are_those_of_its_reach():
    network, stops, _ = city(1)
    found = facility_polygons(network, stops, BANDS, reach=REACH)
    for stop, limit in enumerate(OWN):
        bands = [*(band for band in BANDS if band < limit), limit]
        alone = facility_polygons(network, stops.take(np.array([stop])), bands)[0]
        for band in range(3):
            own = alone[min(band, len(bands) - 1)]
            assert (found[stop, band] is None and own is None) or found[stop, band].equals(own)


@RANKS
def test_straight_places_belong_to_one_facility(rank):
    rng = np.random.default_rng(3)
    here, there = rng.uniform(0, 900, (7, 2)), rng.uniform(-100, 1000, (3000, 2))
    here[6] = here[2]
    cost = np.hypot(*(there - here[:, None]).transpose(2, 0, 1))
    owner = owners(cost, rank)
    weight = np.ones(3000)
    found = nearest_straight_totals(here, there, weight, BANDS, reach=REACH, rank=rank)
    expected = [[((owner == f) & (cost[f] <= b)).sum() for b in BANDS] for f in range(7)]
    assert found.tolist() == expected
    each = straight_totals(here, there, weight, BANDS, reach=REACH)[..., 0]
    assert each.tolist() == [[(cost[f] <= min(b, OWN[f])).sum() for b in BANDS] for f in range(7)]
    polygons = nearest_straight_polygons(here, BANDS, reach=REACH, rank=rank)
    points = shapely.points(there)
    for f in range(7):
        # a circle of 64 corners is up to 0.12 % narrower than a true one
        margin = np.abs(cost - OWN[:, None]).min(axis=0) > 1
        within = shapely.contains(polygons[f, -1], points[margin])
        assert (within == (owner == f)[margin]).mean() > 0.999
    whole = shapely.union_all(straight_polygons(here, BANDS, reach=REACH)[:, -1])
    assert shapely.area(polygons[:, -1]).sum() == pytest.approx(whole.area, rel=1e-6)


def test_alike_reaches_change_nothing():
    here = np.random.default_rng(4).uniform(0, 900, (9, 2))
    plain = nearest_straight_polygons(here, [200, 300])
    same = nearest_straight_polygons(here, [200, 300], reach=np.full(9, 300), rank=np.full(9, 4))
    assert shapely.equals(plain, same).all()


def test_strips_change_nothing(monkeypatch):
    lines, oneway, speed, rng = random_streets(9)
    network = build_network(lines, oneway=oneway, speed=speed)
    stops = snap(network, rng.uniform(-50, 1050, (12, 2)), limit=60)
    for by, limit in (("length", 200.0), ("seconds", 40.0), ("length", np.inf)):
        whole = nearest_to_nodes(network, stops, limit=limit, by=by)
        with monkeypatch.context() as patch:
            patch.setattr(nearest, "NODES", 9)
            parts = nearest_to_nodes(network, stops, limit=limit, by=by)
        np.testing.assert_allclose(parts.cost, whole.cost, rtol=1e-12)
        assert (parts.facility == whole.facility).mean() > 0.97  # but for ties


def test_progress_rises_to_one_and_stops_when_asked():
    network, stops, rng = city(5)
    homes, told = rng.uniform(0, 1000, (50, 2)), []
    jobs = [
        lambda tell: build_network(network.geometry, progress=tell),
        lambda tell: snap(network, homes, progress=tell),
        lambda tell: sample_edges(network, 10.0, progress=tell),
        lambda tell: nearest_to_points(network, stops, stops, limit=OWN, rank=RANK, progress=tell),
        lambda tell: nearest_edges(network, stops, BANDS, progress=tell),
        lambda tell: nearest_edges(network, stops, BANDS, rank=RANK, progress=tell),
        lambda tell: nearest_totals(network, stops, stops, np.ones(7), BANDS, progress=tell),
        lambda tell: nearest_straight_polygons(homes, BANDS, progress=tell),
    ]

    def stop(fraction):
        raise Cancelled

    for job in jobs:
        told.clear()
        job(told.append)
        assert told[0] == 0
        assert told[-1] == pytest.approx(1)
        assert told == sorted(told)
        with pytest.raises(Cancelled):
            job(stop)


@pytest.mark.parametrize("reach", [[0.0] * 7, [-1.0] * 7], ids=["nothing", "less than nothing"])
def test_a_reach_must_be_above_nothing(reach):
    network, stops, _ = city(1)
    for draw in (facility_polygons, nearest_polygons, merged_polygons, reached_edges):
        with pytest.raises(InputError, match="own limit of a stop must be above 0"):
            draw(network, stops, BANDS, reach=reach)
    with pytest.raises(InputError, match="must be a positive number"):
        nearest_to_points(network, stops, stops, limit=reach)
