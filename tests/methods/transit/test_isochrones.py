"""Isochrones hold exactly the cells of their band, whatever the times; cells cover the ground."""

import numpy as np
import pytest
import shapely
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.transit.isochrones import isochrones, reached_within
from samplan.processing.methods.transit.surface import MOST_CELLS, USUAL_CELLS, cells_near

SIZE = 25.0
BANDS = (10, 20, 45)


def grid(side, corner=(700_000, -40_000)):
    columns, rows = np.meshgrid(np.arange(side), np.arange(side))
    return (np.column_stack([columns.ravel(), rows.ravel()]) + 0.5) * SIZE + corner


@pytest.mark.parametrize("seed", range(6))
def test_each_band_holds_its_cells_and_no_others(seed):
    rng = np.random.default_rng(seed)
    cells = grid(14)
    minutes = np.where(
        rng.random(len(cells)) < 0.2, np.nan, rng.choice([0, 10, 10.1, 20, 44, 60], 196)
    )
    rings = isochrones(cells, minutes, BANDS, size=SIZE)
    points = shapely.points(cells)
    for low, high, ring in zip((-1, *BANDS), BANDS, rings):
        assert shapely.is_valid(ring)
        wanted = (minutes > low) & (minutes <= high)
        assert shapely.contains(ring, points).tolist() == wanted.tolist()
    for first, second in ((0, 1), (0, 2), (1, 2)):
        assert shapely.intersection(rings[first], rings[second]).area < 1e-6
    whole = reached_within(cells, minutes, BANDS, size=SIZE)[-1]
    assert shapely.union_all(rings).area == pytest.approx(whole.area)
    # no slivers: the least a cell gives to a band is a corner, an eighth of it
    assert shapely.area(shapely.get_parts(rings)).min() >= SIZE**2 / 8


def test_the_order_of_the_cells_does_not_matter():
    cells, rng = grid(9), np.random.default_rng(1)
    minutes, order = rng.uniform(0, 60, 81), rng.permutation(81)
    usual = isochrones(cells, minutes, BANDS, size=SIZE)
    turned = isochrones(cells[order], minutes[order], BANDS, size=SIZE)
    assert shapely.equals(usual, turned).all()


def test_edges():
    nothing = isochrones(np.zeros((0, 2)), [], BANDS, size=SIZE)
    assert nothing.tolist() == [None] * 3
    assert isochrones(grid(2), [np.nan] * 4, BANDS, size=SIZE).tolist() == [None] * 3
    first, second, third = isochrones(grid(2), [5] * 4, BANDS, size=SIZE)
    assert (second, third) == (None, None)
    assert first.area == pytest.approx(4 * SIZE**2 - 4 * SIZE**2 / 8)
    with pytest.raises(InputError, match="must rise"):
        isochrones(grid(2), [5] * 4, [20, 10], size=SIZE)


def test_cells_are_those_within_reach_of_a_point():
    rng = np.random.default_rng(3)
    points, radius = rng.uniform(0, 3000, (12, 2)), rng.choice([0, 150, 400], 12)
    cells, size = cells_near(points, radius, 50)
    side = (np.arange(-20, 80) + 0.5) * 50
    every = np.stack(np.meshgrid(side, side, indexing="ij"), axis=-1).reshape(-1, 2)
    reach = np.hypot(*(every[:, None] - points).transpose(2, 0, 1)) <= radius
    assert size == 50
    assert sorted(map(tuple, cells)) == [tuple(c) for c in every[reach.any(axis=1)]]


def test_a_size_is_found_and_too_many_cells_are_refused():
    points = np.random.default_rng(0).uniform(0, 20_000, (300, 2))
    cells, size = cells_near(points, np.full(300, 800.0))
    assert size in (50, 100)
    assert len(cells) <= USUAL_CELLS
    assert cells_near(np.zeros((0, 2)), [])[0].shape == (0, 2)
    with pytest.raises(InputError, match=r"The map would have \d+ cells of 1 m"):
        cells_near([[0, 0]], [MOST_CELLS**0.5], 1)
    with pytest.raises(InputError, match="must be positive"):
        cells_near([[0, 0]], [100], -5)
