"""Decision by rules: three-valued logic, first match, and the nearest other class."""

import itertools

import numpy as np
import pandas as pd
import pytest
from samplan.processing.methods.typology.rules import decide
from samplan.processing.methods.typology.ruletree import (
    All,
    AnyOf,
    Comparison,
    Condition,
    comparisons,
    fulfilled,
    negated,
    quantities,
)

BIG = Comparison("pop", ">=", 1000)
BUSY = Comparison("jobs", ">", 100)
PORT = Condition("port")


def frame(**columns):
    return pd.DataFrame({name: np.array(values, dtype=float) for name, values in columns.items()})


@pytest.mark.parametrize("kind", [All, AnyOf])
def test_three_valued_logic_is_that_of_sql(kind):
    words = {1.0: True, 0.0: False, np.nan: None}
    for a, b in itertools.product([1.0, 0.0, np.nan], repeat=2):
        found = fulfilled(kind((Condition("a"), Condition("b"))), frame(a=[a], b=[b]))[0]
        known = [words[x] if x == x else None for x in (a, b)]
        decisive = kind is AnyOf
        expected = decisive if decisive in known else (None if None in known else not decisive)
        assert (None if np.isnan(found) else bool(found)) is expected


@pytest.mark.parametrize(
    ("operator", "expected"),
    [(">=", [0, 1, 1]), (">", [0, 0, 1]), ("<=", [1, 1, 0]), ("<", [1, 0, 0])],
)
def test_thresholds_from_both_sides(operator, expected):
    values = frame(pop=[99.9, 100, 100.1])
    rule = Comparison("pop", operator, 100)
    assert fulfilled(rule, values).tolist() == expected
    assert fulfilled(negated(rule), values).tolist() == [1 - each for each in expected]


def test_negation_twice_is_the_rule():
    rule = All((BIG, AnyOf((BUSY, PORT))))
    assert negated(negated(rule)) == rule
    assert quantities(rule) == ["pop", "jobs", "port"]
    assert list(comparisons(rule)) == [BIG, BUSY]


def test_the_first_fulfilled_rule_decides():
    found = decide([BIG, BUSY, All()], list("abc"), frame(pop=[1000, 0, 0], jobs=[200, 200, 0]))
    assert found.rule.tolist() == [0, 1, 2]
    assert found.fulfilled.tolist() == [
        [True, True, True],
        [False, True, True],
        [False, False, True],
    ]


@pytest.mark.parametrize(
    ("pop", "jobs", "nearest", "distance", "limit"),
    [
        (950, 50, 0, 0.05, BIG),
        (500, 95, 1, 0.05, BUSY),
        (1040, 300, 1, 0.04, BIG),
        (1040, 98, 2, 0.04, BIG),
        (1010, 70, 2, 0.01, BIG),
        (500, 108, 2, 0.08, BUSY),
        (2000, 0, 2, 1.0, BIG),
    ],
    ids=[
        "just too small",
        "just too few jobs",
        "smaller, it would be busy",
        "smaller alone makes it the rest",
        "and so it does here",
        "fewer jobs, the rest",
        "far above",
    ],
)
def test_the_nearest_class_takes_the_least_change(pop, jobs, nearest, distance, limit):
    found = decide([BIG, BUSY, All()], list("abc"), frame(pop=[pop], jobs=[jobs]))
    assert found.nearest.tolist() == [nearest]
    assert found.distance == pytest.approx([distance])
    assert found.limit == (limit,)


def test_the_nearest_class_by_brute_force():
    """Try all changes of each value on a fine grid; the smallest that changes the class wins."""
    rules = [All((BIG, BUSY)), AnyOf((BUSY, BIG)), All()]
    rng = np.random.default_rng(4)
    values = frame(pop=rng.uniform(500, 1500, 30), jobs=rng.uniform(20, 180, 30))
    found = decide(rules, list("abc"), values)
    steps = np.linspace(-1, 1, 101)
    grid_pop, grid_jobs = (axis.ravel() for axis in np.meshgrid(steps, steps))
    for row in range(30):
        moved = frame(
            pop=values["pop"][row] + grid_pop * 1000, jobs=values["jobs"][row] + grid_jobs * 100
        )
        other = decide(rules, list("abc"), moved).rule != found.rule[row]
        least = np.maximum(np.abs(grid_pop), np.abs(grid_jobs))[other].min()
        assert found.distance[row] == pytest.approx(least, abs=0.021)


def test_rules_of_one_class_are_no_border_between_them():
    found = decide([BIG, BUSY, All()], ["a", "a", "b"], frame(pop=[1010], jobs=[300]))
    assert found.nearest.tolist() == [2]
    assert found.distance == pytest.approx([2.0])


def test_a_missing_value_is_told_where_it_could_have_decided():
    values = frame(pop=[np.nan, np.nan], jobs=[200, 50])
    found = decide([BUSY, BIG, All()], list("abc"), values)
    assert found.rule.tolist() == [0, 2]
    assert found.unknown.tolist() == [False, True]
    assert found.nearest.tolist() == [2, 0]


def test_without_a_last_resort_a_locality_may_be_without_class():
    found = decide([BIG], ["a"], frame(pop=[900, np.nan]))
    assert found.rule.tolist() == [-1, -1]
    assert found.nearest.tolist() == [0, -1]
    assert found.limit == (BIG, None)
    np.testing.assert_allclose(found.distance, [0.1, np.nan])


def test_conditions_and_thresholds_of_zero_are_never_near():
    rules = [PORT, Comparison("growth", ">", 0), All()]
    found = decide(rules, list("abc"), frame(port=[0], growth=[-0.001]))
    assert found.nearest.tolist() == [-1]
    assert np.isnan(found.distance).all()


def test_the_order_of_the_rows_does_not_matter_and_none_is_fine():
    rng = np.random.default_rng(1)
    values = frame(pop=rng.uniform(0, 2000, 30), jobs=rng.uniform(0, 200, 30))
    order = rng.permutation(30)
    straight = decide([BIG, BUSY, All()], list("abc"), values)
    turned = decide([BIG, BUSY, All()], list("abc"), values.iloc[order].reset_index(drop=True))
    np.testing.assert_array_equal(turned.rule, straight.rule[order])
    np.testing.assert_array_equal(turned.distance, straight.distance[order])
    empty = decide([BIG, All()], list("ab"), frame(pop=[]))
    assert empty.rule.shape == (0,)
    assert empty.limit == ()
