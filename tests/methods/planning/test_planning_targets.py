"""Follow-up of targets by hand, and trends against SciPy's."""

import numpy as np
import pandas as pd
import pytest
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.planning.targets import STATUSES, follow_up
from samplan.processing.methods.planning.trend import project
from scipy.stats import linregress, theilslopes

NAN = np.nan


def goal(base=1000.0, value=1100.0, lowest=NAN, highest=NAN, year=2025, end=2040):
    return pd.DataFrame(
        {
            "base_year": [2020],
            "base": [base],
            "year": [year],
            "value": [value],
            "target_year": [end],
            "lowest": [lowest],
            "highest": [highest],
        }
    )


@pytest.mark.parametrize(
    ("given", "status"),
    [
        (goal(value=1400, lowest=1400), "reached"),
        (goal(value=1110, lowest=1400), "ahead"),
        (goal(value=1109, lowest=1400), "on_track"),
        (goal(value=1090, lowest=1400), "on_track"),
        (goal(value=1089, lowest=1400), "behind"),
        (goal(value=1000, lowest=1400), "behind"),
        (goal(value=999, lowest=1400), "wrong_way"),
        (goal(value=800, highest=800), "reached"),
        (goal(value=945, highest=800), "ahead"),
        (goal(value=950, highest=800), "on_track"),
        (goal(value=1001, highest=800), "wrong_way"),
        (goal(value=1050, lowest=900, highest=1100), "reached"),
        (goal(value=1101, lowest=900, highest=1100), "wrong_way"),
        (goal(value=1500, lowest=1200, highest=1400), "overshot"),
        (goal(value=1390, lowest=1400, year=2040), "missed"),
        (goal(value=1400, lowest=1400, year=2045), "reached"),
        (goal(value=1000, lowest=1400, year=2020), None),
        (goal(value=NAN, lowest=1400), None),
        (goal(base=NAN, lowest=1400), None),
    ],
    ids=[
        "at the target",
        "11 per cent more than expected",
        "9 per cent more",
        "10 per cent less",
        "11 per cent less",
        "nothing has happened",
        "less than at the start",
        "shrunk as wished",
        "shrinks faster",
        "shrinks in time",
        "grows when it should shrink",
        "kept within its limits",
        "left its limits",
        "beyond the other limit",
        "not there in the target year",
        "there after the target year",
        "no time has passed",
        "no value",
        "no start",
    ],
)
def test_status_by_hand(given, status):
    assert follow_up(given)["goal_stat"].tolist() == [status]
    assert status is None or status in STATUSES


def test_figures_by_hand():
    found = follow_up(goal(value=1100, lowest=1400)).iloc[0]
    assert found["gap"] == 300
    assert found["progress"] == 25
    assert found["expected"] == 25
    assert found["pace"] == 100
    assert found["done_year"] == 20
    assert found["need_year"] == 20
    assert found["need_rate"] == pytest.approx(100 * ((1400 / 1100) ** (1 / 15) - 1), rel=1e-12)


def test_a_goal_to_shrink_is_the_mirror_of_one_to_grow():
    grow = follow_up(goal(value=1070, lowest=1400)).iloc[0]
    shrink = follow_up(goal(value=930, highest=600)).iloc[0]
    for name in ("progress", "expected", "pace", "goal_stat"):
        assert grow[name] == shrink[name]
    for name in ("gap", "done_year", "need_year"):
        assert grow[name] == -shrink[name]


def test_the_required_change_does_reach_the_target():
    given = goal(base=50, value=57, lowest=90)
    found = follow_up(given).iloc[0]
    assert 57 + 15 * found["need_year"] == pytest.approx(90)
    assert 57 * (1 + found["need_rate"] / 100) ** 15 == pytest.approx(90)


def test_rates_need_values_above_0():
    assert np.isnan(follow_up(goal(base=-5, value=-1, lowest=10))["need_rate"][0])
    assert np.isnan(follow_up(goal(value=0, lowest=10, base=5))["need_rate"][0])


def test_after_the_target_year_nothing_is_left_to_do():
    found = follow_up(goal(value=1200, lowest=1400, year=2041)).iloc[0]
    assert found["expected"] == 100
    assert np.isnan(found["need_year"])
    assert np.isnan(found["need_rate"])


def test_limits_of_the_statuses_can_be_changed():
    given = goal(value=1085, lowest=1400)
    assert follow_up(given)["goal_stat"][0] == "behind"
    assert follow_up(given, behind=80)["goal_stat"][0] == "on_track"
    assert follow_up(given, ahead=85, behind=80)["goal_stat"][0] == "ahead"


def test_no_goals():
    assert follow_up(goal(lowest=1)[:0]).empty


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (goal(), "neither a lowest nor a highest"),
        (goal(lowest=5, highest=4), "above its highest"),
        (goal(lowest=5, end=2020), "must come after"),
        (goal(lowest=5, end=NAN), "must come after"),
        (goal(lowest=5, year=2019), "comes before"),
    ],
)
def test_refuses_goals_that_cannot_be(given, sentence):
    both = pd.concat([goal(lowest=1), given], ignore_index=True)
    with pytest.raises(InputError, match=f"number 2.*{sentence}|{sentence}.*number 2"):
        follow_up(both)


def series(*values, goal=0, first=2015):
    return pd.DataFrame({"goal": goal, "year": range(first, first + len(values)), "value": values})


@pytest.mark.parametrize("seed", range(4))
def test_trends_equal_those_of_scipy(seed):
    value = np.random.default_rng(seed).normal(size=9).cumsum() + 50
    table = series(*value).sample(frac=1, random_state=seed)
    given = goal(lowest=40, end=2040)
    year = np.arange(2015, 2024)
    line = project(table, given, method="least_squares").iloc[0]
    fitted = linregress(year, value)
    assert line["trend"] == pytest.approx(fitted.slope, rel=1e-9)
    assert line["projected"] == pytest.approx(fitted.intercept + fitted.slope * 2040, rel=1e-9)
    robust = project(table, given).iloc[0]
    slope, intercept, *_ = theilslopes(value, year)
    assert robust["trend"] == pytest.approx(slope, rel=1e-9)
    assert robust["projected"] == pytest.approx(intercept + slope * 2040, rel=1e-9)


@pytest.mark.parametrize(
    ("limits", "will", "reach"),
    [
        ({"lowest": 30}, True, 2025),
        ({"lowest": 80}, False, 2050),
        ({"highest": 30}, False, 2017),
        ({"highest": 10}, False, NAN),
        ({"lowest": 30, "highest": 50}, False, 2025),
        ({"lowest": 10, "highest": 100}, True, 2017),
    ],
    ids=[
        "in time",
        "too late",
        "now, but not for ever",
        "never",
        "in time, but it grows on",
        "always",
    ],
)
def test_when_a_rising_trend_reaches_its_limits(limits, will, reach):
    found = project(series(10, 12, 14), goal(**limits, end=2040)).iloc[0]
    assert (found["trend"], found["projected"]) == (2, 60)
    assert found["will_reach"] is will or found["will_reach"] == will
    np.testing.assert_equal(found["reach_year"], reach)


def test_one_odd_year_does_not_move_the_robust_trend():
    odd = series(10, 12, 14, 16, 18, 99, 22)
    assert project(odd, goal(lowest=1))["trend"][0] == 2
    assert project(odd, goal(lowest=1), method="least_squares")["trend"][0] != 2


def test_only_the_latest_years_count_if_so_wished():
    table = series(50, 40, 30, 32, 34)
    assert project(table, goal(lowest=1), last=3)["trend"][0] == 2


def test_each_goal_has_its_own_trend_and_short_series_have_none():
    table = pd.concat([series(1, 2, goal=0), series(5, NAN, 3, 2, goal=2), series(1, 1, 1, goal=1)])
    goals = pd.concat([goal(lowest=9)] * 4, ignore_index=True)
    found = project(table, goals)
    np.testing.assert_equal(found["trend"].to_numpy(), [NAN, 0, -1, NAN])
    assert found["will_reach"].tolist() == [None, False, False, None]
    assert np.isnan(found["reach_year"]).all()


@pytest.mark.parametrize(
    ("table", "options", "sentence"),
    [
        (series(1, 2, 3), {"method": "wish"}, "no trend 'wish'"),
        (series(1, 2, 3), {"last": 2}, "at least 3 years"),
        (pd.concat([series(1, 2, 3)] * 2), {}, "number 1 has more than one value for the year"),
    ],
)
def test_refuses_trends_that_cannot_be(table, options, sentence):
    with pytest.raises(InputError, match=sentence):
        project(table, goal(lowest=1), **options)
