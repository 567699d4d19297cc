"""Green near the homes, by hand and against plain distances."""

import numpy as np
import pytest
import shapely
from samplan.processing.methods.greenaccess import areas as green_areas
from samplan.processing.methods.greenaccess.access import green_access, green_within_walk
from samplan.processing.methods.greenaccess.areas import (
    Pieces,
    accessible_green,
    green_in_raster,
    green_of_both,
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


def test_green_cells_become_areas_with_holes():
    values = np.array([[3, 3, 3], [3, 9, 3], [3, 3, 3], [9, 9, 3], [4, 9, 9]], np.uint16)
    raster = raster_of(values, transform=(10, 0, 500, 0, -10, 900))
    found = green_in_raster(raster, [3, 4])
    assert sorted(shapely.area(found.shape)) == [100, 900]
    assert shapely.get_num_interior_rings(found.shape).sum() == 1
    assert shapely.total_bounds(found.shape).tolist() == [500, 850, 530, 900]
    assert len(green_in_raster(raster, [7]).shape) == 0


def test_pieces_know_the_area_that_they_are_of(monkeypatch):
    """Strips of two rows and tiles of three columns against the raster as a whole."""
    values = np.random.default_rng(3).integers(0, 2, (40, 31), dtype=np.uint8)
    raster = raster_of(values, transform=(10, 0, 500, 0, -10, 900))
    whole = green_in_raster(raster, [1])
    monkeypatch.setattr(rasters, "STRIP_CELLS", 62)
    monkeypatch.setattr(green_areas, "TILE", 3)
    found = green_in_raster(raster, [1])
    assert len(found.shape) > 1.5 * len(whole.shape)
    areas = [shapely.union_all(found.shape[found.area == k]) for k in np.unique(found.area)]
    expected = {(area.bounds, area.area) for area in whole.shape}
    assert {(area.bounds, area.area) for area in areas} == expected


def test_green_of_both_is_the_union_in_pieces(monkeypatch):
    rng = np.random.default_rng(4)
    values = (rng.uniform(size=(30, 30)) < 0.4).astype(np.uint8)
    raster = raster_of(values, transform=(10, 0, 0, 0, -10, 300))
    parks = shapely.buffer(shapely.points(rng.uniform(0, 300, (12, 2))), rng.uniform(5, 25, 12))
    monkeypatch.setattr(green_areas, "TILE", 7)
    cells = green_in_raster(raster, [1])
    together = accessible_green(np.concatenate([cells.shape, parks]), smallest=0.1)
    found = green_of_both(cells, parks, smallest=0.1)
    assert len(together) > 2
    assert shapely.area(found).sum() == pytest.approx(shapely.area(together).sum(), rel=1e-9)
    difference = shapely.symmetric_difference(shapely.union_all(found), shapely.union_all(together))
    assert shapely.area(difference) < 1e-6
    assert shapely.area(shapely.union_all(found)) == pytest.approx(shapely.area(found).sum())


@pytest.mark.parametrize(
    ("cells", "parks", "expected"),
    [
        ([shapely.box(0, 0, 60, 60)], [shapely.box(60, 0, 100, 60)], 6000),
        ([shapely.box(0, 0, 60, 60)], [shapely.box(60, 60, 100, 120)], 0),
        ([shapely.box(0, 0, 60, 60)], [shapely.box(50, 0, 90, 60)], 5400),
        ([], [shapely.box(0, 0, 100, 50)], 5000),
        ([shapely.box(0, 0, 100, 50)], [], 5000),
        ([shapely.box(0, 0, 100, 49)], [None], 0),
        ([], [], 0),
    ],
    ids=[
        "side by side",
        "touching in a corner",
        "overlapping, counted once",
        "no cells",
        "no polygons",
        "too small",
        "nothing",
    ],
)
def test_green_of_cells_and_polygons_counts_together(cells, parks, expected):
    pieces = Pieces(np.array(cells, dtype=object), np.arange(len(cells)))
    found = green_of_both(pieces, np.array(parks, dtype=object))
    assert shapely.area(found).sum() == expected


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
