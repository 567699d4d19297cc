"""The tools the demo region is drawn with."""

import doctest

import numpy as np
import pytest
import shapely
from samplan.processing.demo import facts, shapes
from samplan.processing.demo.blocks import chosen
from samplan.processing.demo.raster import CELL, Grid, along_lines


def greedy(pairs, count):
    """Brute force: keep each in turn unless one kept before it is its partner."""
    partners = {tuple(pair) for pair in pairs}
    kept = []
    for number in range(count):
        if not any((before, number) in partners for before in kept):
            kept.append(number)
    return np.isin(np.arange(count), kept)


@pytest.mark.parametrize("seed", range(5))
def test_the_first_of_close_ones_is_kept(seed):
    random = np.random.default_rng(seed)
    points = random.random((120, 2)) * 10
    apart = np.hypot(*(points[:, None] - points[None]).transpose(2, 0, 1)) <= 1
    pairs = np.argwhere(np.triu(apart, 1))
    np.testing.assert_array_equal(shapes.spaced(points, 1.0), greedy(pairs, 120))


@pytest.mark.parametrize("seed", range(5))
def test_shares_sum_to_their_totals_and_are_less_than_one_off(seed):
    random = np.random.default_rng(seed)
    group, weights = random.integers(0, 6, 200), random.random(200) + 0.01
    totals = random.integers(0, 500, 6)
    whole = shapes.shares(weights, group, totals)
    exact = weights / np.bincount(group, weights)[group] * totals[group]
    np.testing.assert_array_equal(np.bincount(group, whole), totals)
    assert np.abs(whole - exact).max() < 1


def test_a_curve_keeps_its_points_and_their_order():
    points = np.array([[0.0, 0.0], [1000.0, 200.0], [1500.0, 1400.0], [900.0, 2500.0]])
    curve = shapes.curve(points, 100.0)
    at = [np.flatnonzero((curve == point).all(axis=1)) for point in points]
    assert [len(found) for found in at] == [1, 1, 1, 1]
    assert (np.diff(np.concatenate(at)) > 0).all()
    assert np.hypot(*np.diff(curve, axis=0).T).max() < 150


@pytest.mark.parametrize("angle", [0.0, 0.7, 3.0])
def test_rectangles_have_their_size_and_middle(angle):
    made = shapes.rectangles(*(np.array(value) for value in ([[5, 7]], [20.0], [8.0], [angle])))
    assert shapely.area(made)[0] == pytest.approx(160, abs=0.3)
    assert shapely.distance(shapely.centroid(made[0]), shapely.Point(5, 7)) < 0.01


@pytest.mark.parametrize(
    ("quota", "expected"),
    [(0, []), (4, []), (6, [1]), (15, [1]), (25, [1, 0]), (100, [1, 0, 2])],
    ids=["nothing", "less than half", "more than half", "one and a half", "some", "all"],
)
def test_as_many_are_chosen_as_come_nearest_to_the_quota(quota, expected):
    order, amount = np.array([2.0, 1.0, 3.0, np.inf]), np.full(4, 10.0)
    mask = chosen(np.zeros(4, dtype=int), order, amount, np.array([float(quota)]))
    assert sorted(np.flatnonzero(mask)) == sorted(expected)


@pytest.mark.parametrize("seed", range(4))
def test_painting_equals_asking_each_cell_centre(seed):
    random = np.random.default_rng(seed)
    grid = Grid(np.zeros((60, 80), dtype=np.uint8), 1000.0, 3000.0)
    spots = shapely.points(1000 + random.random((4, 2)) * [800, 0] + [[0, 1500]])
    polygons = shapely.buffer(spots, 150) if seed % 2 else _stars(random)
    polygons = shapely.difference(polygons, shapely.buffer(shapely.centroid(polygons), 40))
    codes = np.arange(1, len(polygons) + 1)
    grid.paint(polygons, codes)
    x = 1000 + CELL * (np.arange(80) + 0.5)
    y = 3000 - CELL * (np.arange(60) + 0.5)
    expected = np.zeros((60, 80), dtype=np.uint8)
    for polygon, code in zip(polygons, codes):
        expected[shapely.contains_xy(polygon, *np.meshgrid(x, y))] = code
    np.testing.assert_array_equal(grid.cells, expected)


def _stars(random):
    """Jagged shapes that reach beyond the grid."""
    turn = np.linspace(0, 2 * np.pi, 24)[:-1]
    reach = 80 + 220 * random.random((6, 23))
    along = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    centre = np.array([1000.0, 2400.0]) + random.random((6, 1, 2)) * [800, 600]
    return shapely.polygons(centre + reach[..., None] * along)


def test_points_along_lines_are_close_enough_and_on_the_line():
    lines = np.array(
        [shapely.LineString([(0, 0), (30, 0), (30, 7)]), shapely.LineString([(0, 9), (1, 9)])]
    )
    points, line = along_lines(lines, 5.0)
    assert shapely.distance(shapely.points(points), lines[line]).max() < 1e-9
    assert np.hypot(*np.diff(points[line == 0], axis=0).T).max() <= 5
    assert set(line) == {0, 1}


class TestFacts:
    def test_municipalities_share_their_borders_without_gaps(self):
        areas = facts.MUNICIPALITIES.geometry.array
        union = shapely.union_all(areas)
        assert union.geom_type == "Polygon"
        assert len(union.interiors) == 0
        assert shapely.area(union) == pytest.approx(shapely.area(areas).sum(), rel=1e-12)

    def test_localities_lie_in_their_municipalities(self):
        areas = facts.MUNICIPALITIES.set_index("code").geometry
        for place in facts.PLACES.itertuples():
            assert areas[place.municipality].contains(shapely.Point(place.e, place.n)), place.name

    def test_localities_are_complete_and_unmistakable(self):
        assert len(facts.PLACES) == 46
        assert facts.PLACES["in18"].sum() == 18
        assert facts.PLACES["population"].sum() == 223_752
        for column in ("place_id", "name", "code"):
            assert facts.PLACES[column].is_unique

    def test_agree_with_the_published_localities(self, reference):
        import sqlite3
        from contextlib import closing

        path = reference("sweden_geo/sweden_regions.gpkg")
        with closing(sqlite3.connect(path)) as base:
            rows = base.execute("SELECT name, mun_code, pop, area FROM tatorter").fetchall()
        published = {row[:2]: row[2:] for row in rows}
        for place in facts.PLACES.itertuples():
            found = published[place.name, place.municipality]
            assert found == (place.population, place.area_ha), place.name

    def test_examples_hold(self):
        for module in (facts, shapes):
            assert doctest.testmod(module).failed == 0
