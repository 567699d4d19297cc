"""Equity of accessibility: closed forms, sums over all pairs of people, one person at a time."""

import numpy as np
import pandas as pd
import pytest
from samplan.processing.methods.accessibility.equity import by_class, equity, gini, palma


def places(seed, count=12):
    rng = np.random.default_rng(seed)
    return rng.integers(0, 100, count).astype(float), rng.integers(0, 30, count).astype(float)


@pytest.mark.parametrize(
    ("values", "population", "expected"),
    [
        ([5, 5, 5], [1, 9, 90], 0),
        ([0, 1], [75, 25], 0.75),
        ([0, 0, 0, 7], [1, 1, 1, 1], 0.75),
        ([1, 3], [50, 50], 0.25),
    ],
    ids=["all alike", "a quarter has all", "one of four has all", "thrice as much"],
)
def test_gini_of_closed_forms(values, population, expected):
    assert gini(values, population) == pytest.approx(expected, abs=1e-15)


@pytest.mark.parametrize("seed", range(5))
def test_gini_equals_the_mean_difference_of_all_pairs(seed):
    values, people = places(seed)
    gaps = np.abs(values[:, None] - values[None]) * np.outer(people, people)
    mean = values @ people / people.sum()
    expected = gaps.sum() / (2 * mean * people.sum() ** 2)
    assert gini(values, people) == pytest.approx(expected, rel=1e-12)
    assert gini(values * 60, people) == pytest.approx(expected, rel=1e-12)
    assert gini(np.repeat(values, 2), np.repeat(people / 2, 2)) == pytest.approx(expected)


@pytest.mark.parametrize("seed", range(5))
def test_palma_equals_counting_persons_one_by_one(seed):
    values, people = places(seed)
    persons = np.sort(np.repeat(values, (people * 10).astype(int)))
    tenth = len(persons) // 10
    assert len(persons) == 10 * tenth
    expected = persons[-tenth:].mean() / persons[: 4 * tenth].mean()
    assert palma(values, people) == pytest.approx(expected, rel=1e-12)


def test_palma_by_income_counts_equal_incomes_alike():
    jobs, people, income = [30, 10, 20, 60], [20, 20, 50, 10], [1, 1, 2, 3]
    assert palma(jobs, people, order=income) == pytest.approx(60 / 20, rel=1e-12)
    # the richest tenth is half of those with income 3
    assert palma(jobs, [20, 20, 40, 20], order=income) == pytest.approx(60 / 20, rel=1e-12)
    # all have the same income
    assert palma(jobs, people, order=[1] * 4) == pytest.approx(1, rel=1e-12)


def test_order_of_the_places_does_not_matter():
    values, people = places(9)
    turned = slice(None, None, -1)
    assert gini(values[turned], people[turned]) == pytest.approx(gini(values, people), rel=1e-12)
    assert palma(values[turned], people[turned]) == pytest.approx(palma(values, people), rel=1e-12)


def test_where_nobody_has_anything_there_is_no_spread():
    for measure in (gini, palma):
        assert np.isnan(measure([0, 0], [10, 20]))
        assert np.isnan(measure([], []))
        assert np.isnan(measure([np.nan], [10]))
        assert np.isnan(measure([5], [0]))
    assert np.isnan(palma([0, 9], [60, 40])), "the bottom has nothing to compare with"


def test_places_without_a_value_or_a_rank_are_left_out():
    assert gini([0, 1, np.nan], [50, 50, 999]) == 0.5
    assert palma([1, 2, 4, 9], [40, 50, 10, 77], order=[1, 2, 3, np.nan]) == 4


def test_groups_are_measured_each_for_itself():
    values = [100.0, 400.0, np.nan]
    people = pd.DataFrame({"all": [30, 10, 5], "children": [6, 2, 2], "old": [0, 20, 0]})
    found = equity(values, people, thresholds=[200, 400], smallest_base=10).set_index("group")
    assert found["persons"].tolist() == [40, 8, 20]
    assert found["no_value"].tolist() == [5, 2, 0]
    np.testing.assert_allclose(found["mean"], [175, np.nan, 400])
    np.testing.assert_allclose(found["below_200"], [75, np.nan, 0])
    np.testing.assert_allclose(found["below_400"], [75, np.nan, 0])
    np.testing.assert_allclose(found["gini"], [gini([100, 400], [30, 10]), np.nan, 0])
    np.testing.assert_allclose(found["palma"], [palma([100, 400], [30, 10]), np.nan, 1])


def test_no_groups_and_nobody():
    assert equity([1, 2], pd.DataFrame(index=[0, 1])).empty
    nobody = equity([1, 2], pd.DataFrame({"all": [0, 0]}), smallest_base=0)
    assert nobody["mean"].isna().all()


def test_classes_part_the_population():
    people = by_class([5, 7, 2, 9], ["b", "a", "b", None])
    assert list(people) == ["a", "b"]
    assert people.to_numpy().tolist() == [[0, 5], [7, 0], [0, 2], [0, 0]]
