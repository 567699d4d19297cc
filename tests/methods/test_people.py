"""Inhabitants and the localities they live in."""

import numpy as np
import pytest
import shapely
from samplan.processing.methods.people import people_in_zones

LEFT, RIGHT = shapely.box(0, 0, 10, 10), shapely.box(10, 0, 20, 10)


@pytest.mark.parametrize(
    ("place", "totals"),
    [([5, 5], [7, 0]), ([10, 5], [7, 7]), ([25, 5], [0, 0]), ([np.nan, 5], [0, 0])],
    ids=["inside", "on the common border: in both", "outside", "nowhere"],
)
def test_a_place_belongs_to_the_localities_that_hold_it(place, totals):
    assert people_in_zones([LEFT, RIGHT], [place], [7]).total(2).tolist() == totals


def test_totals_equal_all_tests():
    rng = np.random.default_rng(1)
    xy, number = rng.uniform(0, 100, (300, 2)), rng.integers(0, 5, 300).astype(float)
    zones = shapely.buffer(shapely.points(rng.uniform(0, 100, (9, 2))), 20)
    inside = shapely.contains_xy(zones[:, None], xy[:, 0], xy[:, 1])
    people = people_in_zones(zones, xy, number)
    np.testing.assert_allclose(people.total(9), inside @ number)
    share = rng.random(300)
    np.testing.assert_allclose(people.total(9, share[people.place]), inside @ (number * share))
    assert (np.diff(people.place) >= 0).all()


def test_missing_numbers_and_localities_hold_nobody():
    zones = np.array([LEFT, None, shapely.Polygon()], dtype=object)
    assert people_in_zones(zones, [[1, 1], [2, 2]], [np.nan, 3]).total(3).tolist() == [3, 0, 0]
    assert people_in_zones([], [[1, 1]], [3]).total(0).tolist() == []
    assert people_in_zones(zones, np.empty((0, 2)), []).total(3).tolist() == [0, 0, 0]
