"""Accessibility measures against Belo Horizonte's reference tables and full matrices."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from samplan.processing.methods.accessibility import times as times_module
from samplan.processing.methods.accessibility.decay import decay
from samplan.processing.methods.accessibility.floating import floating_catchment
from samplan.processing.methods.accessibility.opportunities import (
    closest,
    cumulative,
    gravity,
    time_to_reach,
)
from samplan.processing.methods.accessibility.score import (
    ScoreRule,
    accessibility_score,
    total_score,
)
from samplan.processing.methods.accessibility.times import times_from_matrix, times_from_table
from samplan.processing.methods.errors import Cancelled, InputError

PROFILE_FILE = Path(__file__).resolve().parents[2] / "processing/profiles/accessibility.json"


@pytest.fixture(scope="module")
def belo_horizonte(reference):
    land_use = pd.read_csv(reference("accessibility/land_use_bho.csv"))
    table = pd.read_csv(reference("accessibility/travel_matrix_bho.csv.gz"))
    table = table.rename(columns={"from_id": "from", "to_id": "to", "travel_time": "minutes"})
    times = times_from_table(table, land_use["id"], land_use["id"])
    assert times.unknown == times.repeated == len(times.unconnected) == 0

    def expected(name):
        column = pd.read_csv(reference(f"accessibility/expected_{name}.csv")).set_index("id")
        return column.loc[land_use["id"]].iloc[:, 0].to_numpy()

    return times, land_use, expected


def test_cumulative_jobs_are_as_published(belo_horizonte):
    times, land_use, expected = belo_horizonte
    found = cumulative(times, land_use["jobs"], [30])[:, 0]
    np.testing.assert_array_equal(found, expected("cumulative_jobs_transit_30min"))
    assert found[:3].tolist() == [14561, 29452, 16647]
    assert found.sum() == 85640632


def test_time_to_the_closest_school_is_as_published(belo_horizonte):
    times, land_use, expected = belo_horizonte
    schools = land_use["schools"]
    found = closest(times, schools)
    published = expected("cost_to_closest_school_transit")
    reached = np.isfinite(published)
    assert reached.sum() > 800, "the others are infinite there, NaN here"
    np.testing.assert_array_equal(found.minutes, np.where(reached, published, np.nan))
    assert (schools.to_numpy()[found.destination[reached]] > 0).all()
    np.testing.assert_array_equal(time_to_reach(times, schools, [1])[:, 0], found.minutes)


def test_gravity_is_as_in_the_reference(belo_horizonte):
    times, land_use, expected = belo_horizonte
    found = gravity(times, land_use["jobs"], decay("exponential", 0.2))
    np.testing.assert_allclose(found, expected("gravity_exp0.2_jobs_transit"), rtol=1e-13)


def test_floating_catchments_are_as_in_the_reference(belo_horizonte):
    times, land_use, expected = belo_horizonte
    jobs, people = land_use["jobs"], land_use["population"]
    found = floating_catchment(times, jobs, people, decay("binary", 50))
    # the reference has 15 digits
    np.testing.assert_allclose(found.access, expected("2sfca_binary50_jobs_population"), rtol=1e-12)
    assert people @ found.access == pytest.approx(jobs.sum(), rel=1e-12)


def test_balanced_floating_catchments_are_as_in_the_reference(belo_horizonte):
    times, land_use, expected = belo_horizonte
    found = floating_catchment(
        times, land_use["jobs"], land_use["population"], decay("exponential", 0.5), balanced=True
    )
    np.testing.assert_allclose(found.access, expected("bfca_exp0.5"), rtol=2e-12)


def region(seed, shape=(30, 20)):
    rng = np.random.default_rng(seed)
    minutes = rng.integers(0, 80, shape).astype(float)
    minutes[rng.random(shape) < 0.4] = np.nan
    minutes[3] = np.nan
    minutes[:, 5] = np.nan
    supply = rng.integers(0, 50, shape[1]) * (rng.random(shape[1]) < 0.7)
    demand = rng.integers(0, 900, shape[0]) * (rng.random(shape[0]) < 0.8)
    return minutes, supply, demand


@pytest.fixture(params=range(4), ids=["one piece", "pieces of 7", "pieces of 40", "seed 3"])
def case(request, monkeypatch):
    monkeypatch.setattr(times_module, "PAIRS", [1 << 20, 7, 40, 1 << 20][request.param])
    return region(request.param)


def test_cumulative_equals_the_full_matrix(case):
    minutes, supply, _ = case
    thresholds = [45, 15, 30, 15, 0]
    found = cumulative(times_from_matrix(minutes), supply, thresholds)
    for column, limit in enumerate(thresholds):
        np.testing.assert_array_equal(found[:, column], (minutes <= limit) @ supply)


def test_gravity_equals_the_full_matrix(case):
    minutes, supply, _ = case
    weigh = decay("gaussian", 20)
    expected = np.nan_to_num(weigh(minutes)) @ supply
    np.testing.assert_allclose(
        gravity(times_from_matrix(minutes), supply, weigh), expected, rtol=1e-12
    )


def test_closest_and_time_to_reach_equal_sorted_rows(case):
    minutes, supply, _ = case
    times = times_from_matrix(minutes)
    wanted = [1, 3, 40, 200, 1e6]
    found, nearest = time_to_reach(times, supply, wanted), closest(times, supply)
    for i, row in enumerate(minutes):
        stops = sorted((t, j) for j, t in enumerate(row) if not np.isnan(t) and supply[j])
        assert nearest.destination[i] == (stops[0][1] if stops else -1)
        reached = np.cumsum([supply[j] for _, j in stops])
        for column, number in enumerate(wanted):
            enough = [t for (t, _), total in zip(stops, reached) if total >= number]
            np.testing.assert_equal(found[i, column], enough[0] if enough else np.nan)
    np.testing.assert_array_equal(found[:, 0], nearest.minutes)


def test_counting_and_its_dual_agree(case):
    minutes, supply, _ = case
    times = times_from_matrix(minutes)
    needed = time_to_reach(times, supply, [50])[:, 0]
    for limit in (10, 30, 60):
        np.testing.assert_array_equal(
            cumulative(times, supply, [limit])[:, 0] >= 50, needed <= limit
        )


@pytest.mark.parametrize("name", ["binary", "exponential", "logistic"])
def test_floating_catchments_equal_the_full_matrix_and_keep_the_supply(case, name):
    minutes, supply, demand = case
    weigh = decay(name, {"binary": 40, "exponential": 0.1, "logistic": 30}[name], spread=8)
    weight = np.nan_to_num(weigh(minutes))
    weight[np.isnan(minutes)] = 0
    found = floating_catchment(times_from_matrix(minutes), supply, demand, weigh)
    reaching = demand @ weight
    with np.errstate(divide="ignore", invalid="ignore"):
        per_demand = np.where(reaching > 0, supply / reaching, np.nan)
    np.testing.assert_allclose(found.per_demand, per_demand, rtol=1e-12)
    np.testing.assert_allclose(found.access, weight @ np.nan_to_num(per_demand), rtol=1e-12)
    assert demand @ found.access == pytest.approx(supply[reaching > 0].sum(), rel=1e-12)


def test_balanced_catchments_keep_demand_and_service(case):
    minutes, supply, demand = case
    weigh = decay("exponential", 0.1)
    found = floating_catchment(times_from_matrix(minutes), supply, demand, weigh, balanced=True)
    weight = np.where(np.isnan(minutes), 0, np.nan_to_num(weigh(minutes)))
    whole = weight.sum(1)
    share = weight / np.where(whole, whole, 1)[:, None]
    assert (demand @ share).sum() == pytest.approx(demand[whole > 0].sum(), rel=1e-12)
    served = ~np.isnan(found.per_demand)
    expected = supply[served] / (demand @ share)[served]
    np.testing.assert_allclose(found.per_demand[served], expected, rtol=1e-12)
    assert found.access.sum() == pytest.approx(found.per_demand[served].sum(), rel=1e-12)


def test_whoever_reaches_nothing_has_nothing():
    times = times_from_matrix(np.full((2, 3), np.nan))
    assert cumulative(times, [1, 2, 3], [60]).tolist() == [[0], [0]]
    assert gravity(times, [1, 2, 3], decay("power", 1)).tolist() == [0, 0]
    assert closest(times, [1, 2, 3]).destination.tolist() == [-1, -1]
    assert np.isnan(time_to_reach(times, [1, 2, 3], [1])).all()
    found = floating_catchment(times, [1, 2, 3], [5, 6], decay("binary", 10), balanced=True)
    assert found.access.tolist() == [0, 0]
    assert np.isnan(found.per_demand).all()


def test_no_origins_give_empty_results():
    times = times_from_matrix(np.empty((0, 3)))
    assert cumulative(times, [1, 2, 3], [60, 30]).shape == (0, 2)
    assert accessibility_score(times, [1, 1, 1], ScoreRule((9,), (1,), ((5,),))).shape == (0, 3)


@pytest.mark.parametrize("thresholds", [[], [-1], [float("nan")]])
def test_refuses_times_that_mean_nothing(thresholds):
    with pytest.raises(InputError, match="at least one time"):
        cumulative(times_from_matrix([[1]]), [1], thresholds)


@pytest.mark.parametrize("wanted", [[], [0], [-2]])
def test_refuses_to_reach_no_opportunities(wanted):
    with pytest.raises(InputError, match="above 0"):
        time_to_reach(times_from_matrix([[1]]), [1], wanted)


def test_the_user_can_stop_each_measure():
    def stop(fraction):
        raise Cancelled

    times, weigh = times_from_matrix([[1.0]]), decay("binary", 5)
    rule = ScoreRule((10,), (1,), ((5,),))
    for measure in (
        lambda: cumulative(times, [1], [5], progress=stop),
        lambda: gravity(times, [1], weigh, progress=stop),
        lambda: closest(times, [1], progress=stop),
        lambda: time_to_reach(times, [1], [1], progress=stop),
        lambda: floating_catchment(times, [1], [1], weigh, progress=stop),
        lambda: accessibility_score(times, [1], rule, progress=stop),
    ):
        with pytest.raises(Cancelled):
            measure()


RULE = ScoreRule((10, 20, 40), (1, 3), ((4, 5), (2, 3), (1, 1)))


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        ([10, np.nan, np.nan], (4, 1, 10)),
        ([10, 10, 10], (5, 3, 10)),
        ([10, 15, 20], (4, 3, 10)),
        ([15, 15, 20], (3, 3, 15)),
        ([11, 40, 41], (2, 2, 11)),
        ([41, np.nan, np.nan], (0, 0, 41)),
        ([np.nan] * 3, (0, 0, np.nan)),
    ],
    ids=[
        "one near",
        "all near",
        "one near is better than three farther",
        "three farther",
        "one farther",
        "too far",
        "none",
    ],
)
def test_scores_by_hand(minutes, expected):
    found = accessibility_score(times_from_matrix([minutes]), [1, 1, 1], RULE)
    np.testing.assert_equal(tuple(found.iloc[0]), expected)


def test_more_choice_and_less_time_never_lower_a_score():
    minutes, supply, _ = region(8)
    rule = profile_rules()["jobs"]
    score = accessibility_score(times_from_matrix(minutes), supply * 50, rule)["score"]
    more = accessibility_score(times_from_matrix(minutes), supply * 90, rule)["score"]
    sooner = accessibility_score(times_from_matrix(minutes * 0.7), supply * 50, rule)["score"]
    assert (more >= score).all()
    assert (sooner >= score).all()
    assert more.nunique() > 2


def profile_rules():
    profiles = json.loads(PROFILE_FILE.read_text(encoding="utf-8"))["profiles"]
    return {key: ScoreRule.from_mapping(value["settings"]) for key, value in profiles.items()}


def test_shipped_profiles_can_be_used_and_say_where_they_are_from():
    assert set(profile_rules()) == {"daily", "occasional", "jobs"}
    for profile in json.loads(PROFILE_FILE.read_text(encoding="utf-8"))["profiles"].values():
        assert set(profile["label"]) == {"en", "sv"}
        assert set(profile["settings"]) == set(profile["sources"])
    for rule in profile_rules().values():
        scores = np.array(rule.scores)
        assert scores.max() == 5
        assert (np.diff(scores, axis=0) <= 0).all(), "longer is no better"
        assert (np.diff(scores, axis=1) >= 0).all(), "more choice is no worse"


SETTINGS = {"minutes": [10, 20], "choices": [1, 3], "scores": [[4, 5], [2, 3]]}


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"minutes": None}, "needs 'minutes'|a row of scores"),
        ({"scores": [[4, 5]]}, "a row of scores for each"),
        ({"scores": [[4, 5], [2]]}, "needs 'minutes'|a row of scores"),
        ({"minutes": [20, 10]}, "must rise"),
        ({"choices": [0, 1]}, "must rise"),
        ({"scores": [[4, 6], [2, 3]]}, "from 0 to 5"),
        ({"scores": [[4, 4.5], [2, 3]]}, "from 0 to 5"),
        ({"choices": ["few", "many"]}, "needs 'minutes'"),
    ],
)
def test_score_profiles_that_cannot_be_used_are_refused(change, sentence):
    with pytest.raises(InputError, match=sentence):
        ScoreRule.from_mapping({**SETTINGS, **change})


def test_a_score_profile_without_a_part_is_refused():
    with pytest.raises(InputError, match="'choices'"):
        ScoreRule.from_mapping({"minutes": [1], "scores": [[1]]})


def test_the_total_score_names_what_is_lacking():
    scores = pd.DataFrame({"school": [5, 0, 0], "shop": [2, 4, 0], "pool": [np.nan, 0, 0]})
    found = total_score(scores, weights=[1, 3, 1])
    np.testing.assert_allclose(found["acc_score"], [np.nan, 12 / 5, 0])
    assert found["acc_lack"].tolist() == ["", "school, pool", "shop, school, pool"]
    assert total_score(scores[["school", "shop"]])["acc_score"].tolist() == [3.5, 2, 0]


@pytest.mark.parametrize("weights", [[1], [0, 0], [1, -1]])
def test_refuses_weights_that_do_not_fit(weights):
    with pytest.raises(InputError, match="each of the 2"):
        total_score(pd.DataFrame({"a": [1], "b": [2]}), weights=weights)
