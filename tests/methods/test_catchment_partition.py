"""Straight catchments that do not overlap, against distances to every facility."""

import numpy as np
import pytest
import shapely
from samplan.processing.methods.catchment.partition import (
    nearest_straight_polygons,
    nearest_straight_totals,
)
from samplan.processing.methods.catchment.straight import straight_polygons
from samplan.processing.methods.errors import InputError


@pytest.fixture
def facilities():
    """Thirty places, two of them the same."""
    xy = np.random.default_rng(1).uniform(0, 1000, (30, 2))
    return np.vstack([xy, xy[4]])


def test_polygons_part_the_circles_by_the_nearest(facilities):
    polygons = nearest_straight_polygons(facilities, [50, 150])
    assert polygons.shape == (31, 2)
    assert list(polygons[30]) == [None, None]
    circles = straight_polygons(facilities, [50, 150])
    for band in (0, 1):
        drawn = polygons[:30, band]
        whole = shapely.union_all(circles[:, band]).area
        assert shapely.area(drawn).sum() == pytest.approx(whole)
        assert shapely.union_all(drawn).area == pytest.approx(whole)
    points = np.random.default_rng(2).uniform(-100, 1100, (500, 2))
    metres = np.hypot(*(points[:, None] - facilities).transpose(2, 0, 1))
    for point, row in zip(shapely.points(points), metres):
        nearest = row.argmin()
        if row[nearest] < 0.99 * 150:
            assert polygons[nearest, 1].contains(point)


def test_totals_are_those_of_the_nearest(facilities):
    points = np.random.default_rng(2).uniform(-100, 1100, (500, 2))
    weights = np.arange(500.0)
    metres = np.hypot(*(points[:, None] - facilities).transpose(2, 0, 1))
    nearest, least = metres.argmin(axis=1), metres.min(axis=1)
    expected = [
        [weights[(nearest == place) & (least <= limit)].sum() for limit in (50, 150)]
        for place in range(31)
    ]
    found = nearest_straight_totals(facilities, points, weights, [50, 150])
    assert found.tolist() == expected


@pytest.mark.parametrize("count", [0, 1])
def test_none_and_one(count):
    xy = np.zeros((count, 2))
    assert nearest_straight_polygons(xy, [10, 20]).shape == (count, 2)
    found = nearest_straight_totals(xy, [[0, 10], [0, 10.1]], [1, np.nan], [10, 20])
    assert found.tolist() == [[1, 1]] * count


def test_bands_must_rise():
    with pytest.raises(InputError, match="must rise"):
        nearest_straight_totals([[0, 0]], [[0, 0]], [1], [20, 10])
    with pytest.raises(InputError, match="must rise"):
        nearest_straight_polygons([[0, 0]], [])
