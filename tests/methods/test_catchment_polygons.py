"""Outlines of cells, and catchment polygons against exact buffers."""

import numpy as np
import pytest
import shapely
from samplan.processing.methods.catchment import contest
from samplan.processing.methods.catchment.edges import nearest_edges, reached_edges
from samplan.processing.methods.catchment.lines import piece_lines
from samplan.processing.methods.catchment.polygons import (
    between_bands,
    facility_polygons,
    merged_polygons,
    nearest_polygons,
)
from samplan.processing.methods.catchment.trace import outlines
from samplan.processing.methods.errors import Cancelled, InputError
from samplan.processing.methods.network.build import build_network
from samplan.processing.methods.network.snap import snap
from scipy import ndimage

from .network_oracle import random_streets

STREET = build_network(shapely.from_wkt(["LINESTRING (0 10, 2000 10)"]))
CELL = 20.0


def city(seed):
    lines, oneway, speed, rng = random_streets(seed)
    network = build_network(lines, oneway=oneway, speed=speed)
    return network, snap(network, rng.uniform(100, 900, (8, 2)), limit=80)


@pytest.mark.parametrize("share", [0.1, 0.4, 0.6, 0.9])
@pytest.mark.parametrize("seed", range(4))
def test_outlines_hold_the_middles_of_all_cells_inside_and_no_other(seed, share):
    rng = np.random.default_rng(seed)
    inside = np.zeros((4, 30, 40), bool)
    inside[:, 1:-1, 1:-1] = rng.random((4, 28, 38)) < share
    corners = rng.integers(-5, 5, (4, 2)) * 100.0
    found = outlines(inside, corners, 10)
    row, column = np.mgrid[0:30, 0:40] * 10 + 5
    for grid, corner, outline in zip(inside, corners, found):
        assert outline.is_valid
        held = shapely.contains_xy(outline, column + corner[0], row + corner[1])
        assert (held == grid).all()
        _, pieces = ndimage.label(grid, np.ones((3, 3)))
        _, grounds = ndimage.label(~grid)
        parts = shapely.get_parts(outline)
        assert len(parts) == pieces
        assert shapely.get_num_interior_rings(parts).sum() == grounds - 1
        # a border has all its corners cut, by an eighth of a cell each
        assert abs(outline.area / 100 - grid.sum()) <= grid.sum() / 2


def test_an_empty_grid_has_no_outline():
    inside = np.zeros((3, 5, 5), bool)
    inside[1, 2, 2] = True
    found = outlines(inside, np.zeros((3, 2)), 1)
    assert [outline is None for outline in found] == [True, False, True]
    assert found[1].area == 0.5
    assert len(outlines(inside[:0], np.zeros((0, 2)), 1)) == 0


@pytest.mark.parametrize(("smallest", "holes"), [(0, 2), (100, 2), (149, 2), (401, 1), (9999, 0)])
def test_small_holes_are_filled(smallest, holes):
    inside = np.ones((1, 12, 20), bool)
    inside[:, [0, -1]] = inside[:, :, [0, -1]] = False
    inside[0, 3:5, 3:5] = False  # 400 m2 and four cut corners more
    inside[0, 3:8, 8:13] = False  # 2 500 m2
    # the corners of a hole are cut too: 400 - 4 / 8 of a cell's 100 m2
    found = outlines(inside, np.zeros((1, 2)), 10, smallest_hole=smallest)
    assert shapely.get_num_interior_rings(found[0]) == holes


@pytest.mark.parametrize(("by", "bands"), [("length", [150, 300, 450]), ("seconds", [60, 150])])
@pytest.mark.parametrize("seed", range(2))
def test_polygons_agree_with_buffers_of_the_reached_streets(seed, by, bands):
    network, stops = city(seed)
    polygons = facility_polygons(network, stops, bands, by=by, smallest_hole=0)
    pieces = reached_edges(network, stops, bands, by=by)
    lines = piece_lines(network, pieces)
    bias = []
    for stop in range(8):
        for band in range(len(bands)):
            chosen = lines[(pieces.facility == stop) & (pieces.band <= band)]
            if shapely.length(chosen).sum() < CELL:
                continue
            exact = shapely.union_all(shapely.buffer(chosen, 50))
            assert exact.buffer(2 * CELL).contains(polygons[stop, band])
            assert polygons[stop, band].buffer(2 * CELL).contains(exact)
            # a few cells more or less where a street ends, nothing on the whole
            assert abs(polygons[stop, band].area - exact.area) < 0.05 * exact.area + 12 * CELL**2
            bias.append(polygons[stop, band].area / exact.area)
    assert len(bias) > 8
    assert np.median(bias) == pytest.approx(1, abs=0.06)


@pytest.mark.parametrize("angle", [0, 20, 45, 90])
def test_a_long_street_has_the_buffer_on_both_sides(angle):
    turn = np.array([np.cos(np.radians(angle)), np.sin(np.radians(angle))])
    street = build_network([shapely.LineString([-3000 * turn, 3000 * turn])])
    polygon = facility_polygons(street, snap(street, [[0, 0]]), [2000])[0, 0]
    # the ends take the place of half circles
    width = (polygon.area - np.pi * 50**2) / 4000
    assert width == pytest.approx(100, rel=0.1)


def test_a_catchment_does_not_depend_on_the_others_and_bands_are_nested():
    network, stops = city(3)
    together = facility_polygons(network, stops, [150, 300])
    alone = facility_polygons(network, stops.take(np.array([4])), [150, 300])
    assert shapely.equals_exact(together[4], alone[0]).all()
    there = ~shapely.is_missing(together[:, 0])
    assert shapely.covers(together[there, 1], together[there, 0]).all()
    rings = between_bands(together)
    np.testing.assert_allclose(
        shapely.area(rings[there]).sum(axis=1), shapely.area(together[there, 1]), rtol=1e-9
    )


def test_moved_by_whole_cells_the_polygons_move_along():
    network, stops = city(4)
    east = np.array([600_000.0, 6_500_000.0])
    moved = build_network(shapely.transform(network.geometry, lambda xy: xy + east))
    still = build_network(network.geometry)
    one = facility_polygons(still, snap(still, stops.foot), [300])
    other = facility_polygons(moved, snap(moved, stops.foot + east), [300])
    for here, there in zip(one[:, 0], other[:, 0]):
        assert (here is None) == (there is None)
        if here is not None:
            back = shapely.transform(there, lambda xy: xy - east)
            assert here.symmetric_difference(back).area < 4 * CELL**2


def test_nearest_catchments_part_the_merged_one_without_overlap(monkeypatch):
    network, stops = city(5)
    bands = [150, 300]
    nearest = nearest_polygons(network, stops, bands, smallest_hole=0)
    merged = merged_polygons(network, stops, bands, smallest_hole=0)
    for band in (0, 1):
        parts = nearest[:, band][~shapely.is_missing(nearest[:, band])]
        assert len(parts) > 4
        total = shapely.area(shapely.union_all(parts))
        # where several meet, cut corners leave or share a little
        assert shapely.area(parts).sum() == pytest.approx(total, rel=0.01)
        assert total == pytest.approx(merged[band].area, rel=0.03)
    monkeypatch.setattr(contest, "TILE", 7)
    tiled = nearest_polygons(network, stops, bands, smallest_hole=0)
    assert (shapely.is_missing(tiled) == shapely.is_missing(nearest)).all()
    there = ~shapely.is_missing(tiled)
    assert shapely.equals_exact(tiled[there], nearest[there]).all()


def test_merged_is_the_union_of_all_catchments():
    network, stops = city(6)
    single = facility_polygons(network, stops, [250], smallest_hole=0)[:, 0]
    union = shapely.union_all(single[~shapely.is_missing(single)])
    merged = merged_polygons(network, stops, [250], smallest_hole=0)[0]
    assert union.symmetric_difference(merged).area < 0.02 * union.area


def test_nearest_polygons_hold_the_streets_nearest_to_them():
    line = np.arange(0, 1001, 125.0)
    rows = [shapely.LineString([(x, y) for x in line]) for y in line]
    columns = [shapely.LineString([(x, y) for y in line]) for x in line]
    network = build_network([*rows, *columns])
    stops = snap(network, np.random.default_rng(7).uniform(0, 1000, (8, 2)))
    polygons = nearest_polygons(network, stops, [300])[:, 0]
    pieces = nearest_edges(network, stops, [300])
    lines = piece_lines(network, pieces)
    held = shapely.length(shapely.intersection(lines, polygons[pieces.facility])).sum()
    assert held > 0.97 * shapely.length(lines).sum()


def test_a_small_hole_between_catchments_is_filled_whatever_the_tiles(monkeypatch):
    block = build_network(
        shapely.from_wkt(["LINESTRING (0 0, 300 0, 300 300)", "LINESTRING (300 300, 0 300, 0 0)"])
    )
    stops = snap(block, [[0, 0], [300, 300]])
    area = {}
    for tile in (256, 5):
        monkeypatch.setattr(contest, "TILE", tile)
        for hole in (0, 10):
            polygons = nearest_polygons(block, stops, [500], smallest_hole=hole)[:, 0]
            union = shapely.union_all(polygons)
            area[tile, hole] = union.area
            assert shapely.get_num_interior_rings(union) == (hole == 0)
    assert area[256, 10] == pytest.approx(400**2, rel=0.03)
    assert area[5, 10] == area[256, 10]
    assert area[5, 0] == area[256, 0]


def test_facilities_without_an_edge_have_no_catchment():
    stops = snap(STREET, [[500, 10], [500, 5000]])
    for polygons in (facility_polygons, nearest_polygons):
        found = polygons(STREET, stops, [100, 200])
        assert found.shape == (2, 2)
        assert shapely.is_missing(found).tolist() == [[False, False], [True, True]]
    assert merged_polygons(STREET, stops.take(np.array([1])), [100])[0] is None
    nobody = stops.take(np.array([], dtype=int))
    assert facility_polygons(STREET, nobody, [100]).shape == (0, 1)
    assert nearest_polygons(STREET, nobody, [100]).shape == (0, 1)


@pytest.mark.parametrize("bands", [[], [0, 5], [5, 5], [5, 3], [np.inf]])
def test_refuses_bands_that_do_not_rise(bands):
    stops = snap(STREET, [[500, 10]])
    for polygons in (facility_polygons, nearest_polygons, merged_polygons):
        with pytest.raises(InputError, match="must rise from above 0"):
            polygons(STREET, stops, bands)


def test_refuses_a_buffer_of_nothing_and_stops_when_asked():
    stops = snap(STREET, [[500, 10]])
    with pytest.raises(InputError, match="buffer must be above 0"):
        facility_polygons(STREET, stops, [100], buffer=0)

    def stop(fraction):
        raise Cancelled

    for polygons in (facility_polygons, nearest_polygons, merged_polygons):
        with pytest.raises(Cancelled):
            polygons(STREET, stops, [100], progress=stop)
