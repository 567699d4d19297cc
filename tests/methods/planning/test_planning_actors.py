"""Agreement, impacts, interactions, compromises and conflicts between actors."""

import inspect
import json
from pathlib import Path

import numpy as np
import pytest
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.planning.agreement import (
    agreement_level,
    concordance,
    consensus,
    pairwise_agreement,
)
from samplan.processing.methods.planning.compromise import compromises, regrets
from samplan.processing.methods.planning.impacts import impact_balance, sector_pairs
from samplan.processing.methods.planning.interactions import goal_influence, goal_pairs
from samplan.processing.methods.planning.preferences import interest_conflicts, preference_classes
from samplan.processing.methods.planning.targets import follow_up
from scipy.stats import chi2, friedmanchisquare, spearmanr

PROFILE_FILE = Path(__file__).resolve().parents[3] / "processing/profiles/planning.json"


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("ties", [False, True], ids=["all different", "with equals"])
def test_concordance_equals_friedmans_test(seed, ties):
    rng = np.random.default_rng(seed)
    ratings = rng.integers(0, 4, (5, 9)) if ties else rng.random((5, 9))
    found = concordance(ratings)
    statistic, probability = friedmanchisquare(*ratings.T)
    assert found.chi_square == pytest.approx(statistic, rel=1e-10)
    assert found.probability == pytest.approx(probability, rel=1e-9)
    assert found.coefficient == pytest.approx(statistic / (5 * 8), rel=1e-10)


def test_concordance_is_the_mean_rank_correlation_in_disguise():
    ratings = np.random.default_rng(7).random((4, 8))
    pairs = [spearmanr(ratings[i], ratings[j])[0] for i in range(4) for j in range(i)]
    expected = (3 * np.mean(pairs) + 1) / 4
    assert concordance(ratings).coefficient == pytest.approx(expected, rel=1e-10)


def test_concordance_by_closed_forms():
    assert concordance([[1, 2, 3]] * 4).coefficient == pytest.approx(1, rel=1e-15)
    against = concordance([[1, 2, 3], [3, 2, 1]])
    assert against.coefficient == 0
    assert against.probability == 1
    full = concordance([[1, 2, 3, 4]] * 3)
    assert full.probability == pytest.approx(chi2.sf(9, 3), rel=1e-12)


def test_actors_who_rate_all_things_alike_have_no_concordance():
    found = concordance([[1, 1], [2, 2]])
    assert np.isnan(found).all()
    assert agreement_level(found.coefficient) is None


@pytest.mark.parametrize(
    ("ratings", "sentence"),
    [([[1, 2]], "two actors"), ([[1], [2]], "two things"), ([[1, np.nan], [1, 2]], "missing")],
)
def test_refuses_ratings_that_cannot_be_compared(ratings, sentence):
    with pytest.raises(InputError, match=sentence):
        concordance(ratings)


@pytest.mark.parametrize(
    ("value", "level"),
    [
        (0, "weak"),
        (0.299, "weak"),
        (0.3, "moderate"),
        (0.5, "good"),
        (0.7, "strong"),
        (1, "strong"),
    ],
)
def test_agreement_in_words(value, level):
    assert agreement_level(value) == level


def test_pairwise_agreement_counts_pairs_in_the_same_order():
    ratings = np.random.default_rng(3).random((3, 7))
    found = pairwise_agreement(ratings)
    for i in range(3):
        for j in range(3):
            signs = [
                np.sign((ratings[i, a] - ratings[i, b]) * (ratings[j, a] - ratings[j, b]))
                for a in range(7)
                for b in range(a)
            ]
            assert found[i, j] == pytest.approx(np.mean(signs), abs=1e-12)
    np.testing.assert_array_equal(np.diag(found), 1)


@pytest.mark.parametrize(
    ("ratings", "expected"),
    [
        ([4, 4, 4, 4], (4, 4, 0, 0, True)),
        ([1, 1, 5, 5], (4, 3, 4, 1, False)),
        ([3, 4, 4, 5, 3], (5, 4, 1, 4 * 0.56 / 16, True)),
        ([1, 3, 3, 4, 4, 4, 5, 4], (8, 4, 1, 4 * 1.25 / 16, True)),
        ([2, np.nan, np.nan], (1, 2, 0, 0, True)),
        ([np.nan], (0, np.nan, np.nan, np.nan, False)),
    ],
    ids=["all alike", "split", "within a step", "one odd one", "one answer", "no answer"],
)
def test_consensus_by_hand(ratings, expected):
    found = consensus(np.array(ratings)[:, None], low=1, high=5).iloc[0]
    np.testing.assert_allclose(found.to_numpy(float), np.array(expected, float), atol=1e-12)


def test_consensus_by_most_being_near_the_median():
    ratings = np.array([[50, 50, 50, 50, 50, 50, 50, 50, 0, 100, 100]]).T
    assert consensus(ratings, low=0, high=100)["agreed"].tolist() == [True]
    wide = np.array([[0, 0, 0, 50, 50, 51, 100, 100, 100]]).T
    assert consensus(wide, low=0, high=100)["agreed"].tolist() == [False]
    assert consensus(wide, low=0, high=100, near=30)["agreed"].tolist() == [True]


def test_ratings_outside_the_scale_are_refused():
    with pytest.raises(InputError, match="from 1 to 5"):
        consensus([[6]], low=1, high=5)


def test_impacts_by_hand():
    found = impact_balance([[3, -1, 0], [2, 2, 2], [0, 0, np.nan], [-1, -3, 0]], weights=[1, 1, 2])
    np.testing.assert_allclose(found["net"], [0.5, 2, 0, -1])
    np.testing.assert_allclose(found["gains"], [0.75, 2, 0, 0])
    np.testing.assert_allclose(found["losses"], [-0.25, 0, 0, -1])
    np.testing.assert_allclose(found["conflict"], [1 / 3, 0, np.nan, 0])
    np.testing.assert_allclose(found["winners"], [100 / 3, 100, 0, 0])
    np.testing.assert_allclose(found["losers"], [100 / 3, 0, 0, 200 / 3])


def test_gains_as_large_as_losses_are_a_full_conflict():
    assert impact_balance([[2, -2], [1, -1]])["conflict"].tolist() == [1, 1]


@pytest.mark.parametrize("seed", range(3))
def test_sector_pairs_equal_counting_measure_by_measure(seed):
    scores = np.random.default_rng(seed).integers(-3, 4, (9, 4)).astype(float)
    scores[2, 1] = np.nan
    found = sector_pairs(scores)
    for a in range(4):
        for b in range(4):
            pairs = [(x, y) for x, y in scores[:, [a, b]] if x * y == x * y and x * y != 0]
            both = sum(x > 0 and y > 0 for x, y in pairs)
            worse = sum(x < 0 and y < 0 for x, y in pairs)
            odds = sum(x * y < 0 for x, y in pairs)
            assert (found.synergies[a, b], found.problems[a, b]) == (both, worse)
            assert found.conflicts[a, b] == odds
            expected = (both + worse - odds) / len(pairs) if pairs else np.nan
            np.testing.assert_allclose(found.accord[a, b], expected)


def test_goal_influence_by_hand():
    scores = [[np.nan, 2, -1], [1, 3, 0], [0, -3, 0]]
    found = goal_influence(scores)
    assert found["influence"].tolist() == [1, 1, -3]
    assert found["dependence"].tolist() == [1, -1, -1]
    assert found["active"].tolist() == [3, 1, 3]
    assert found["passive"].tolist() == [1, 5, 1]
    assert found["quotient"].tolist() == [3, 0.2, 3]
    assert found["product"].tolist() == [3, 5, 3]
    # half of what the goals moved do in their turn, over every path of two steps
    matrix = np.array([[0, 2, -1], [1, 0, 0], [0, -3, 0]])
    paths = [sum(matrix[i, j] * matrix[j, k] for j in range(3) for k in range(3)) for i in range(3)]
    np.testing.assert_allclose(found["total_inf"], matrix.sum(1) + np.array(paths) / 2)


def test_a_goal_that_nothing_moves_has_no_quotient():
    assert np.isnan(goal_influence([[0, 1], [0, 0]])["quotient"][0])


def test_goal_pairs_by_hand():
    scores = [[0, 2, -1, 0], [1, 0, 3, 0], [0, -3, 0, 0], [0, 0, 0, 0]]
    found = goal_pairs(scores, ["a", "b", "c", "d"]).set_index(["first", "second"])
    assert found["kind"].to_dict() == {
        ("a", "b"): "synergy",
        ("a", "c"): "conflict",
        ("b", "c"): "mixed",
        ("a", "d"): "neutral",
        ("b", "d"): "neutral",
        ("c", "d"): "neutral",
    }
    assert found.index[:3].tolist() == [("a", "b"), ("a", "c"), ("b", "c")]
    assert found.loc[("b", "c"), ["forth", "back", "both"]].tolist() == [3, -3, 0]


@pytest.mark.parametrize(
    ("scores", "sentence"),
    [([[0, 1]], "square"), ([[0, 4], [0, 0]], "is 4"), ([[0, 0], [-3.5, 0]], "is -3.5")],
)
def test_refuses_interactions_outside_the_scale(scores, sentence):
    with pytest.raises(InputError, match=sentence):
        goal_influence(scores)


def test_each_goal_needs_a_name():
    with pytest.raises(InputError, match="each of the 2"):
        goal_pairs([[0, 1], [1, 0]], ["a"])


def test_compromises_by_hand():
    worth = [[1, 0, 0.5], [0.6, 0.6, 0.6], [np.nan, 1, 1], [0.6, 0.5, 0.6], [0, 1, 0.9]]
    found = compromises(worth)
    np.testing.assert_allclose(found["mean"], [0.5, 0.6, np.nan, 1.7 / 3, 1.9 / 3])
    np.testing.assert_allclose(found["least"], [0, 0.6, np.nan, 0.5, 0])
    np.testing.assert_allclose(found["nash"], [0, 0.6, np.nan, 0.18 ** (1 / 3), 0])
    np.testing.assert_allclose(found["regret"], [1, 0.4, np.nan, 0.5, 1])
    assert found["loser"].tolist() == [1, 0, -1, 1, 0]
    assert found["pareto"].tolist() == [True, True, False, False, True]
    np.testing.assert_equal(found["least_rank"].to_numpy(), [3, 1, np.nan, 2, 3])
    np.testing.assert_equal(found["regr_rank"].to_numpy(), [3, 1, np.nan, 2, 3])


@pytest.mark.parametrize("seed", range(3))
def test_what_is_best_in_any_way_is_not_dominated(seed):
    worth = np.random.default_rng(seed).random((1100, 3))
    found = compromises(worth)
    for name in ("mean_rank", "nash_rank"):
        assert found.loc[found[name] == 1, "pareto"].all()
    for row in np.random.default_rng(9).integers(0, 1100, 40):
        dominated = ((worth >= worth[row]).all(1) & (worth > worth[row]).any(1)).any()
        assert found["pareto"][row] == (not dominated)


def test_regrets_are_0_for_the_best():
    found = regrets([[3, 1], [2, 5], [np.nan, 4]])
    np.testing.assert_equal(found, [[0, 4], [1, 0], [np.nan, 1]])


def test_alternatives_alike_for_all_are_all_kept():
    assert compromises([[0.5, 0.5]] * 3)["pareto"].all()
    assert compromises(np.empty((0, 2))).empty


@pytest.mark.parametrize("worth", [[[1, -1]], [[], []], [1, 2]])
def test_refuses_worth_below_0_and_no_actors(worth):
    with pytest.raises(InputError, match="0 or more"):
        compromises(worth)


def test_classes_of_preference_at_their_bounds():
    values = [1, 1 + 8 / 3 - 1e-6, 1 + 8 / 3, 1 + 16 / 3 - 1e-6, 1 + 16 / 3, 9, np.nan]
    assert preference_classes(values).tolist() == [1, 1, 2, 2, 3, 3, 0]
    share = preference_classes([[0.2, 0.5], [0.7, 1]], lowest=0, highest=1, middle_from=0.5)
    assert share.tolist() == [[1, 2], [3, 3]]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"lowest": 9}, "must rise"),
        ({"middle_from": 0.9}, "must rise"),
        ({"highest": 5}, "outside the scale from 1.0 to 5"),
    ],
)
def test_refuses_scales_that_do_not_fit(options, sentence):
    with pytest.raises(InputError, match=sentence):
        preference_classes([1, 9], **options)


def test_conflicts_by_hand():
    classes = [[1, 1, 3], [3, 3, 1], [3, 3, 3], [3, 1, 3], [2, 2, 2], [0, 3, 3]]
    share = np.zeros((3, 3))
    share[0, 1] = 1
    found = interest_conflicts(classes, ["nature", "outdoor life", "housing"], compatible=share)
    assert found.code.tolist() == [113, 331, 333, 313, 222, 0]
    assert found.kind.tolist() == ["single", "synergy", "conflict", "conflict", "none", None]
    assert found.parties.tolist() == [
        "housing",
        "nature, outdoor life",
        "nature, outdoor life, housing",
        "nature, housing",
        "",
        "",
    ]
    apart = interest_conflicts(classes, ["a", "b", "c"])
    assert apart.kind[1] == "conflict"


@pytest.mark.parametrize(
    ("classes", "names", "compatible"),
    [([[1, 2]], ["a"], None), ([[1]], ["a"], [[1, 0]]), ([[1] * 10], list("abcdefghij"), None)],
)
def test_refuses_interests_that_do_not_fit(classes, names, compatible):
    with pytest.raises(InputError, match="one to nine interests"):
        interest_conflicts(classes, names, compatible=compatible)


@pytest.mark.parametrize(
    ("key", "function"),
    [
        ("follow_up", follow_up),
        ("agreement", agreement_level),
        ("consensus", consensus),
        ("interests", preference_classes),
    ],
)
def test_shipped_profiles_are_the_defaults_and_say_where_they_are_from(key, function):
    profile = json.loads(PROFILE_FILE.read_text(encoding="utf-8"))["profiles"][key]
    assert set(profile["label"]) == {"en", "sv"}
    assert set(profile["settings"]) == set(profile["sources"])
    taken = inspect.signature(function).parameters
    for name, value in profile["settings"].items():
        assert taken[name].default == pytest.approx(value, abs=1e-9)
