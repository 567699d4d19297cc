"""Who has little: medians by repeated persons, lines by hand, tables against loops."""

import numpy as np
import pandas as pd
import pytest
from samplan.processing.methods.accessibility.equity import gini, palma
from samplan.processing.methods.accessibility.score import ScoreRule
from samplan.processing.methods.accessibility.shortage import (
    equity_by_area,
    falls_short,
    weighted_median,
)
from samplan.processing.methods.errors import Cancelled, InputError


def test_the_median_is_that_of_persons_written_out():
    rng = np.random.default_rng(8)
    for _ in range(50):
        values = rng.integers(0, 9, 12).astype(float)
        people = rng.integers(0, 5, 12)
        persons = np.sort(np.repeat(values, people))
        expected = persons[(len(persons) - 1) // 2]  # the lower one of two
        assert weighted_median(values, people) == expected
        assert weighted_median(values[::-1], people[::-1] * 3) == expected


@pytest.mark.parametrize(
    ("values", "people"),
    [([], []), ([1, 2], [0, 0]), ([np.nan], [5]), ([1], [np.nan])],
    ids=["nobody at all", "empty places", "nobody with a value", "unknown people"],
)
def test_no_people_have_no_median(values, people):
    assert np.isnan(weighted_median(values, people))


def test_little_is_less_than_a_share_of_the_median():
    values, people = [0, 39, 40, 100, 500, np.nan], [1, 1, 1, 9, 1, 99]
    assert falls_short(values, people, share=40).tolist() == [True, True, *[False] * 4]
    assert not falls_short(values, people, share=0).any()
    assert not falls_short([0, 0], [5, 5]).any(), "where most have nothing nobody has less"


def test_a_time_is_too_long_beyond_the_limit_and_where_there_is_none():
    found = falls_short([0, 60, 60.5, np.nan], [1, 1, 1, 1], longest=60)
    assert found.tolist() == [False, False, True, True]


def test_the_table_equals_loops_over_areas_and_groups():
    rng = np.random.default_rng(9)
    values = rng.uniform(0, 90, 60)
    values[::7] = np.nan
    areas = rng.choice(np.array(["a", "b", "c", None], dtype=object), 60)
    people = pd.DataFrame(rng.integers(0, 40, (60, 2)), columns=["all", "old"])
    short = falls_short(values, people["all"], longest=45)
    found = equity_by_area(values, short, people, areas, smallest_base=1)
    assert found["area"].tolist() == [None, None, "a", "a", "b", "b", "c", "c"]
    for row in found.itertuples():
        here = np.full(60, True) if row.area is None else areas == row.area
        number = people[row.group].to_numpy()[here].astype(float)
        amount, little = values[here], short[here]
        has = ~np.isnan(amount)
        assert row.persons == number[has].sum()
        assert row.no_value == number[~has].sum()
        expected = [
            np.average(amount[has], weights=number[has]),
            weighted_median(amount, number),
            gini(amount, number),
            palma(amount, number),
            100 * number[little].sum() / number.sum(),
        ]
        measured = [row.mean, row.median, row.gini, row.palma, row.short]
        np.testing.assert_allclose(measured, expected, rtol=1e-12)


def test_small_groups_show_nothing_but_their_number():
    people = pd.DataFrame({"all": [9, 1], "few": [1, np.nan]})
    found = equity_by_area([5, 7], [True, False], people, [None, None]).set_index("group")
    assert found.loc["all", ["persons", "mean", "short"]].tolist() == [10, 5.2, 90]
    assert found.loc["few", "persons"] == 1
    assert found.loc["few", ["mean", "median", "gini", "palma", "short"]].isna().all()


def test_the_user_can_stop_the_table():
    def stop(fraction):
        raise Cancelled

    with pytest.raises(Cancelled):
        equity_by_area([1], [False], pd.DataFrame({"all": [9]}), ["a"], progress=stop)


def test_a_rule_of_the_score_knows_its_weight_and_kinds():
    settings = {"minutes": [10], "choices": [1], "scores": [[3]]}
    plain = ScoreRule.from_mapping(settings)
    assert (plain.weight, plain.types) == (1, ())
    rule = ScoreRule.from_mapping({**settings, "weight": 2, "types": ["shop", 7]})
    assert (rule.weight, rule.types) == (2, ("shop", "7"))
    for wrong in ({"weight": "much"}, {"weight": None}, {"types": None}):
        with pytest.raises(InputError, match="'weight' is a number"):
            ScoreRule.from_mapping({**settings, **wrong})
