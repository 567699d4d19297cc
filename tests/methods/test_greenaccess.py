"""Green near the homes, by hand and against plain distances."""

import numpy as np
import pytest
import shapely
from samplan.processing.methods.greenaccess import (
    accessible_green,
    green_access,
    green_in_raster,
    green_within_walk,
)
from samplan.processing.methods.landcover import rasters
from samplan.processing.methods.landcover.rasters import raster_of
from samplan.processing.methods.network.build import build_network
from samplan.processing.methods.network.snap import snap

from .network_oracle import all_costs, random_streets

TOWN, VILLAGE = shapely.box(0, 0, 1000, 1000), shapely.box(3000, 0, 3500, 500)


@pytest.mark.parametrize(
    ("polygons", "areas"),
    [
        ([shapely.box(0, 0, 100, 50)], [5000]),
        ([shapely.box(0, 0, 100, 49.9)], []),
        (shapely.box([0, 30], 0, [50, 100], 50), [5000]),
        (shapely.box([0, 50], [0, 50], [50, 100], [50, 100]), []),
        ([shapely.Point(0, 0).buffer(100).difference(shapely.Point(0, 0).buffer(95))], []),
        ([shapely.from_wkt("POLYGON ((0 0, 200 200, 200 0, 0 200, 0 0))")], [10000, 10000]),
        ([None, shapely.Polygon()], []),
        ([], []),
    ],
    ids=[
        "exactly half a hectare",
        "a little less",
        "two that overlap are one",
        "two that touch in a corner are two",
        "a thin ring",
        "a bow tie is two triangles",
        "missing and empty",
        "none",
    ],
)
def test_green_is_accessible_from_half_a_hectare(polygons, areas):
    found = accessible_green(np.array(polygons, dtype=object))
    np.testing.assert_allclose(shapely.area(found), areas, rtol=1e-12)


def test_green_cells_become_areas_with_holes(monkeypatch):
    values = np.array([[3, 3, 3], [3, 9, 3], [3, 3, 3], [9, 9, 3], [4, 9, 9]], np.uint16)
    raster = raster_of(values, transform=(10, 0, 500, 0, -10, 900))
    areas = green_in_raster(raster, [3, 4])
    assert sorted(shapely.area(areas)) == [100, 900]
    assert shapely.get_num_interior_rings(areas).sum() == 1
    assert shapely.total_bounds(areas).tolist() == [500, 850, 530, 900]
    assert len(green_in_raster(raster, [7])) == 0
    monkeypatch.setattr(rasters, "STRIP_CELLS", 6)
    strips = green_in_raster(raster, [3, 4])
    assert len(strips) > 2
    assert shapely.equals(shapely.union_all(strips), shapely.union_all(areas))
    assert sorted(shapely.area(accessible_green(strips, smallest=0.01))) == [100, 900]


def test_shares_and_square_metres_by_hand():
    parks = [shapely.box(0, 0, 100, 100), shapely.box(900, 0, 1300, 100)]
    homes = [[400, 50], [400.1, 50], [600, 50], [3100, 10], [50, 50], [3400, 10]]
    access = green_access([TOWN, VILLAGE], homes, [10, 20, 30, 40, np.nan, 9], parks)
    np.testing.assert_allclose(access["green_ha"], [2, 0])
    np.testing.assert_allclose(access["green_m2"], [20000 / 60, 0])
    np.testing.assert_allclose(access["green_near"], [100 * 40 / 60, 0])


def test_green_outside_the_locality_is_near_too_but_not_its_own():
    access = green_access([TOWN], [[990, 500]], [50], [shapely.box(1100, 400, 1300, 600)])
    assert access["green_near"].tolist() == [100]
    assert access["green_m2"].tolist() == [0]


def test_nobody_or_too_few_have_no_share():
    access = green_access(
        np.array([TOWN, VILLAGE, None], dtype=object), [[5, 5], [3100, 5]], [9, 10], [TOWN]
    )
    assert access["green_near"].isna().tolist() == [True, False, True]
    assert access["green_m2"].isna().tolist() == [True, False, True]
    assert access["green_ha"].tolist() == [100, 0, 0]
    empty = green_access([TOWN], np.empty((0, 2)), [], [])
    assert empty["green_ha"].tolist() == [0]
    assert empty["green_near"].isna().all()


def test_nearness_equals_all_distances():
    rng = np.random.default_rng(2)
    homes = rng.uniform(0, 1000, (400, 2))
    parks = shapely.buffer(shapely.points(rng.uniform(0, 1000, (6, 2))), 60)
    near = (shapely.distance(shapely.points(homes)[:, None], parks[None]) <= 120).any(axis=1)
    access = green_access([TOWN], homes, np.ones(400), parks, limit=120)
    assert access["green_near"][0] == pytest.approx(near.mean() * 100, rel=1e-12)


def test_the_walk_follows_the_streets_around_a_barrier():
    streets = build_network(shapely.from_wkt(["LINESTRING (0 0, 0 200, 100 200, 100 0)"]))
    park = shapely.box(110, -60, 200, 0)
    homes = snap(streets, [[0, 0], [0, 180], [100, 250], [5000, 0]])
    walk = green_within_walk(streets, homes, [park], limit=300)
    assert walk.tolist() == [False, True, True, False]
    access = green_access([TOWN], homes.foot[:3] + 1, [20, 10, 10], [park], walk=walk[:3])
    assert access["green_walk"].tolist() == [50]
    assert access["green_near"].tolist() == [100]


def test_the_walk_equals_brute_force_over_places_along_the_streets():
    lines, _, _, rng = random_streets(31)
    network = build_network(lines)
    homes = snap(network, rng.uniform(0, 1000, (40, 2)), limit=80)
    parks = shapely.buffer(shapely.points(rng.choice(network.nodes, 3)), 40)
    walk = green_within_walk(network, homes, parks, limit=300, gap=10)
    dense = np.concatenate(
        [shapely.get_coordinates(shapely.segmentize(g, 1.0)) for g in network.geometry]
    )
    ways_in = snap(
        network, dense[shapely.distance(shapely.points(dense), shapely.union_all(parks)) <= 10]
    )
    costs = all_costs(network, [homes, ways_in])
    best = np.array(
        [
            min(costs[0, home].get((1, way), np.inf) for way in range(len(ways_in.edge)))
            for home in range(40)
        ]
    )
    # the places along the streets are a metre apart
    assert walk[best <= 300].all()
    assert not walk[best > 301].any()
    assert 3 < walk.sum() < 37
