"""Counts in zones against brute force over every pair."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from samplan.processing.methods.allocation import as_codes, counts_by_code, counts_in_zones
from samplan.processing.methods.errors import Cancelled, InputError

SQUARES = shapely.box([0, 2], [0, 0], [2, 4], [2, 2])


def layer(geometry, **columns):
    return gpd.GeoDataFrame(columns, geometry=np.asarray(geometry, dtype=object))


@pytest.mark.parametrize(
    ("point", "expected", "outside"),
    [
        ((1, 1), [1, 0], 0),
        ((2, 1), [1, 0], 0),
        ((0, 0), [1, 0], 0),
        ((4, 2), [0, 1], 0),
        ((5, 1), [0, 0], 1),
    ],
    ids=["inside", "on the shared border", "in a corner", "in the other's corner", "outside"],
)
def test_a_point_counts_once(point, expected, outside):
    result = counts_in_zones(SQUARES, layer([shapely.Point(point)], persons=[1]), ["persons"])
    assert result.inside["persons"].tolist() == expected
    assert result.outside["persons"] == outside


def test_zones_that_overlap_each_get_the_point():
    zones = shapely.box([0, 1, 2], [0, 0, 0], [3, 4, 4], [2, 2, 2])
    result = counts_in_zones(zones, layer(shapely.points([[2.5, 1], [2, 1]]), n=[1, 10]), ["n"])
    assert result.inside["n"].tolist() == [11, 11, 1]


def test_points_equal_brute_force():
    rng = np.random.default_rng(5)
    points = shapely.points(rng.integers(0, 30, (400, 2)))
    zones = shapely.buffer(shapely.points(rng.uniform(0, 30, (40, 2))), rng.uniform(1, 6, 40))
    counts = layer(points, a=rng.integers(0, 9, 400), b=rng.uniform(0, 1, 400))
    result = counts_in_zones(zones, counts, ["a", "b"])
    within = shapely.contains_properly(zones[:, None], points[None, :])
    np.testing.assert_allclose(result.inside["a"], within @ counts["a"].to_numpy(), rtol=1e-12)
    np.testing.assert_allclose(result.inside["b"], within @ counts["b"].to_numpy(), rtol=1e-12)
    assert result.outside["a"] == counts["a"][~within.any(axis=0)].sum()


def test_a_tessellation_keeps_the_total_whatever_lies_on_its_borders():
    steps = np.arange(0, 10, 2)
    west, south = (axis.ravel() for axis in np.meshgrid(steps, steps))
    zones = shapely.box(west, south, west + 2, south + 2)
    grid = np.stack(np.meshgrid(np.arange(11), np.arange(11)), axis=-1).reshape(-1, 2)
    result = counts_in_zones(zones, layer(shapely.points(grid), n=np.ones(121)), ["n"])
    assert result.inside["n"].sum() == 121
    assert result.outside["n"] == 0


@pytest.mark.parametrize(
    ("cell", "expected", "outside"),
    [
        ((0, 0, 1, 1), [8, 0], 0),
        ((1, 0, 3, 1), [4, 4], 0),
        ((3, 1, 5, 3), [0, 2], 6),
        ((4, 0, 5, 1), [0, 0], 8),
    ],
    ids=["inside", "half and half", "a quarter", "touching from outside"],
)
def test_a_cell_counts_by_area(cell, expected, outside):
    result = counts_in_zones(SQUARES, layer([shapely.box(*cell)], n=[8]), ["n"])
    np.testing.assert_allclose(result.inside["n"], expected, atol=1e-12)
    np.testing.assert_allclose(result.outside["n"], outside, atol=1e-12)


def test_what_lies_in_overlapping_zones_is_outside_none_of_them_twice():
    zones = shapely.box([0, 1], [0, 0], [2, 3], [1, 1])
    result = counts_in_zones(zones, layer([shapely.box(0, 0, 4, 1)], n=[8]), ["n"])
    np.testing.assert_allclose(result.inside["n"], [4, 4], rtol=1e-12)
    np.testing.assert_allclose(result.outside["n"], 2, rtol=1e-12)


def test_cells_equal_brute_force():
    rng = np.random.default_rng(7)
    steps = np.arange(12)
    west, south = (axis.ravel() for axis in np.meshgrid(steps, steps))
    cells = shapely.box(west, south, west + 1, south + 1)
    zones = shapely.buffer(shapely.points(rng.uniform(0, 12, (15, 2))), rng.uniform(0.5, 3, 15))
    counts = layer(cells, n=rng.integers(0, 50, 144))
    result = counts_in_zones(zones, counts, ["n"])
    share = shapely.area(shapely.intersection(zones[:, None], cells[None, :]))
    np.testing.assert_allclose(result.inside["n"], share @ counts["n"].to_numpy(), rtol=1e-12)
    free = 1 - shapely.area(shapely.intersection(shapely.union_all(zones), cells))
    np.testing.assert_allclose(result.outside["n"], free @ counts["n"].to_numpy(), rtol=1e-9)


def test_moving_everything_changes_nothing():
    rng = np.random.default_rng(9)
    points, zones = rng.integers(0, 8, (60, 2)), SQUARES
    sweden = np.array([600_000, 6_400_000])
    here = counts_in_zones(zones, layer(shapely.points(points), n=np.ones(60)), ["n"])
    moved = shapely.transform(zones, lambda xy: xy + sweden)
    there = layer(shapely.points(points + sweden), n=np.ones(60))
    pd.testing.assert_frame_equal(counts_in_zones(moved, there, ["n"]).inside, here.inside)


def test_missing_numbers_count_as_zero_and_missing_points_lie_outside():
    counts = layer(
        [shapely.Point(1, 1), shapely.Point(1, 1), None, shapely.Point()], n=[3, np.nan, 5, 7]
    )
    result = counts_in_zones(SQUARES, counts, ["n"])
    assert result.inside["n"].tolist() == [3, 0]
    assert result.outside["n"] == 12


def test_an_empty_or_missing_zone_gets_nothing():
    zones = np.array([None, shapely.Polygon(), SQUARES[0]])
    result = counts_in_zones(zones, layer([shapely.Point(1, 1)], n=[3]), ["n"])
    assert result.inside["n"].tolist() == [0, 0, 3]


def test_a_cell_without_area_lies_outside():
    flat = shapely.Polygon([(1, 1), (3, 1), (1, 1)])
    result = counts_in_zones(SQUARES, layer([flat], n=[3]), ["n"])
    assert result.inside["n"].sum() + result.outside["n"] == 3


def test_multipoints_count_at_their_centre():
    pair = shapely.MultiPoint([(1, 1), (5, 1)])
    result = counts_in_zones(SQUARES, layer([pair], n=[3]), ["n"])
    assert result.inside["n"].tolist() == [0, 3]


@pytest.mark.parametrize("zones", [SQUARES, SQUARES[:0]], ids=["no points", "no zones either"])
def test_nothing_gives_nothing(zones):
    result = counts_in_zones(zones, layer([], n=np.array([], dtype=float)), ["n"])
    assert result.inside["n"].tolist() == [0] * len(zones)
    assert result.outside["n"] == 0


def test_mixed_kinds_and_text_are_refused():
    mixed = layer([shapely.Point(1, 1), SQUARES[0]], n=[1, 2])
    with pytest.raises(InputError, match="one kind"):
        counts_in_zones(SQUARES, mixed, ["n"])
    with pytest.raises(InputError, match="'name'"):
        counts_in_zones(SQUARES, layer([shapely.Point(1, 1)], name=["x"]), ["name"])


def test_it_stops_when_asked():
    def stop(fraction):
        raise Cancelled

    with pytest.raises(Cancelled):
        counts_in_zones(SQUARES, layer([shapely.Point(1, 1)], n=[1]), ["n"], progress=stop)


def test_rows_of_a_table_join_by_code():
    table = pd.DataFrame({"n": [2, 3, np.nan, 4, 5]})
    result = counts_by_code(["A", "B", "C", None], ["A", "A", " B", "X", None], table)
    np.testing.assert_equal(result.inside["n"].to_numpy(), [5, 0, np.nan, np.nan])
    assert result.outside["n"] == 9


def test_codes_that_never_meet_are_explained():
    with pytest.raises(InputError, match="'580'.*'0580'"):
        counts_by_code(["0580"], [580], pd.DataFrame({"n": [1]}))


@pytest.mark.parametrize(
    ("values", "codes"),
    [
        ([580, 581], ["580", "581"]),
        ([580.0, np.nan], ["580", ""]),
        ([5.5, 6.0], ["5.5", "6.0"]),
        ([" Ö1", None], ["Ö1", ""]),
        ([], []),
    ],
    ids=["whole numbers", "numbers with a gap", "decimals", "text", "none"],
)
def test_codes_are_texts(values, codes):
    assert list(as_codes(values)) == codes


def test_codes_come_in_order_whatever_the_index():
    assert as_codes(pd.Series(["B", "A"], index=[7, 3])).tolist() == ["B", "A"]
    assert as_codes(pd.Series(["B", "A"], index=[7, 3])).index.tolist() == [0, 1]
