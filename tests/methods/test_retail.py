"""Retail measures: Huff's own example, conservation, and closed forms."""

import json

import numpy as np
import pytest
from samplan.processing.methods import retail
from samplan.processing.methods.errors import Cancelled, InputError
from samplan.processing.methods.retail import (
    break_point,
    huff,
    market_share,
    purchasing_power,
    reilly,
    sales_index,
)


def test_the_published_market_areas(reference):
    path = reference("regional_econ/expected.json")
    (case,) = json.loads(path.read_text(encoding="utf-8"))["huff"]
    homes, stores = list(case["spending"]), list(case["size"])
    found = huff(
        [[case["distance"][home][store] for store in stores] for home in homes],
        [case["size"][store] for store in stores],
        [case["spending"][home] for home in homes],
        size_power=case["alpha"],
        distance_power=case["lambda"],
    )
    shares = [[case["share"][home][store] for store in stores] for home in homes]
    np.testing.assert_allclose(found.share, shares, atol=5.1e-8)
    turnover = [case["turnover"][store] for store in stores]
    np.testing.assert_allclose(found.turnover, turnover, atol=0.51)
    assert found.leading.tolist() == [1, 0]


def market(seed, homes=200, centres=9):
    rng = np.random.default_rng(seed)
    distance = rng.uniform(0, 40, (homes, centres))
    distance[rng.random(distance.shape) < 0.3] = np.nan
    distance[5] = np.nan
    size = rng.integers(0, 9, centres) * 1000.0
    return distance, size, rng.uniform(0, 1e6, homes)


@pytest.mark.parametrize("rows", [7, 4096])
@pytest.mark.parametrize(("alpha", "power"), [(1, 2), (0.8, 1.4)])
def test_shares_equal_the_formula_home_by_home_and_no_money_is_lost(
    monkeypatch, rows, alpha, power
):
    monkeypatch.setattr(retail, "ROWS", rows)
    distance, size, spending = market(3)
    found = huff(distance, size, spending, size_power=alpha, distance_power=power)
    for home, row in enumerate(distance):
        reach = [j for j in range(9) if not np.isnan(row[j]) and size[j] > 0]
        pull = {j: size[j] ** alpha / max(row[j], 0.5) ** power for j in reach}
        for j in range(9):
            expected = pull.get(j, 0) / sum(pull.values()) if pull else 0
            assert found.share[home, j] == pytest.approx(expected, rel=1e-12)
        assert found.leading[home] == (max(pull, key=pull.get) if pull else -1)
    assert found.turnover.sum() + found.lost == pytest.approx(spending.sum(), rel=1e-12)
    assert found.lost >= spending[5]
    np.testing.assert_allclose(found.turnover, spending @ found.share, rtol=1e-12)


def test_units_of_size_and_distance_do_not_matter():
    distance, size, spending = market(4)
    same = huff(distance, size, spending).share
    other = huff(distance * 1000, size / 50, spending, nearest=500).share
    np.testing.assert_allclose(other, same, rtol=1e-9, atol=1e-15)


def test_next_door_all_centres_are_as_near():
    found = huff([[0, 0.5]], [100, 300], [10])
    np.testing.assert_allclose(found.share, [[0.25, 0.75]], rtol=1e-12)


@pytest.mark.parametrize(
    ("distance", "size", "turnover", "lost"),
    [
        (np.empty((0, 2)), [1, 2], [0, 0], 0),
        (np.empty((2, 0)), [], [], 30),
        ([[1, 2], [1, 2]], [0, np.nan], [0, 0], 30),
    ],
    ids=["no homes", "no centres", "centres without size"],
)
def test_markets_without_homes_or_centres(distance, size, turnover, lost):
    found = huff(distance, size, [10, 20][: len(distance)])
    assert found.turnover.tolist() == turnover
    assert found.lost == lost
    assert set(found.leading) <= {-1}
    assert np.isnan(found.leading_share).all()


@pytest.mark.parametrize(
    ("distance", "size", "spending", "sentence"),
    [
        ([[1, 2]], [1], [1], "a row for each home"),
        ([[1, -2]], [1, 1], [1], "one is -2"),
        ([[1, 2]], [1, -1], [1], "one is -1"),
        ([[1, 2]], [1, 1], [-3], "one is -3"),
    ],
)
def test_refuses_markets_that_cannot_be(distance, size, spending, sentence):
    with pytest.raises(InputError, match=sentence):
        huff(distance, size, spending)
    with pytest.raises(InputError, match="above 0"):
        huff([[1]], [1], [1], nearest=0)


def test_the_user_can_stop():
    def stop(fraction):
        raise Cancelled

    with pytest.raises(Cancelled):
        huff([[1]], [1], [1], progress=stop)


def test_at_the_break_point_both_places_draw_alike():
    size, other, distance = np.array([4000.0, 900, 50]), np.array([1000.0, 900, 800]), 30.0
    point = break_point(size, other, distance)
    np.testing.assert_allclose(point[:2], [20, 15], rtol=1e-12)
    np.testing.assert_allclose(reilly(size, other, point, distance - point), 1, rtol=1e-12)
    np.testing.assert_allclose(point + break_point(other, size, distance), distance, rtol=1e-12)


def test_places_without_size_draw_nothing():
    np.testing.assert_equal(break_point([0, 5], [5, 0], 10), [np.nan, 10])
    np.testing.assert_equal(reilly([5, 0], [0, 5], 10, 10), [np.nan, 0])


def test_sales_index_and_market_share_by_hand():
    found = sales_index([120, 60, 5], [2, 1, 1], 600, 10, smallest_base=2)
    np.testing.assert_allclose(found, [100, np.nan, np.nan])
    power = purchasing_power([1000, 2000], 50, income_index=[120, 90])
    np.testing.assert_allclose(power, [60000, 90000])
    np.testing.assert_allclose(market_share([30000, 180000], power), [50, 200])
    assert np.isnan(market_share([10], [0])).all()


def test_the_reference_has_the_index_100():
    assert sales_index([600], [10], 600, 10).tolist() == [100]
    assert np.isnan(sales_index([600], [10], 600, 0)).all()
