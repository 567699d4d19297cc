"""What scenarios change and for whom: by hand, and place by place in plain Python."""

import math

import numpy as np
import pytest
from samplan.processing.methods.accessibility.times import times_from_matrix
from samplan.processing.methods.comparison import change, pair_changes, ranking, tally
from samplan.processing.methods.errors import InputError

NAN = math.nan


def same(found, expected):
    np.testing.assert_array_equal(np.asarray(found, float), np.asarray(expected, float))


@pytest.mark.parametrize(
    ("before", "after", "direction", "smallest", "outcome"),
    [
        (10, 12, "more", 0, 1),
        (10, 12, "less", 0, -1),
        (12, 10, "more", 0, -1),
        (12, 10, "less", 0, 1),
        (10, 10, "more", 0, 0),
        (10, 12, "more", 2, 1),
        (10, 12, "more", 2.1, 0),
        (0.1 + 0.2, 0.3, "more", 0, 0),
        (0.3, 0.4, "more", 0.1, 1),
        (NAN, 5, "less", 0, 1),
        (5, NAN, "less", 0, -1),
        (NAN, NAN, "less", 0, NAN),
        (NAN, 5, "more", 0, NAN),
        (5, NAN, "more", 0, NAN),
        (1, 2, "neutral", 0, NAN),
        (NAN, 2, "neutral", 0, NAN),
    ],
    ids=[
        "more is better",
        "more is worse where less is better",
        "less is worse",
        "less is better where less is better",
        "nothing changes",
        "just what matters",
        "less than what matters",
        "rounding is no change",
        "rounding does not hide what matters",
        "reached at last",
        "no longer reached",
        "never reached",
        "unknown before",
        "unknown after",
        "neither better nor worse",
        "nor with a value at last",
    ],
)
def test_better_and_worse(before, after, direction, smallest, outcome):
    found = change([before], [after], direction=direction, smallest=smallest)
    same(found.outcome, [outcome])
    same(found.difference, [after - before])


def test_a_measure_needs_a_direction_and_no_negative_difference():
    for wrong in ({"direction": "up"}, {"direction": "more", "smallest": -1}):
        with pytest.raises(InputError, match="gets better by more or less"):
            change([1], [2], **wrong)


@pytest.mark.parametrize("direction", ["more", "less"])
@pytest.mark.parametrize("seed", range(20))
def test_people_counted_place_by_place(seed, direction):
    rng = np.random.default_rng(seed)
    old, new = rng.integers(0, 6, (2, 40)).astype(float)
    old[rng.random(40) < 0.2], new[rng.random(40) < 0.2] = NAN, NAN
    people, added = rng.integers(0, 500, 40).astype(float), rng.integers(0, 50, 40).astype(float)
    people[3] = NAN
    counts = dict.fromkeys(("better", "same", "worse", "unknown"), 0.0)
    sums = [0.0, 0.0, 0.0, 0.0]
    for a, b, here, more in zip(old, new, people, added):
        here = 0.0 if here != here else here
        step = {"more": 1, "less": -1}[direction] * (b - a)
        if a == a and b == b:
            word = "better" if step >= 2 else "worse" if step <= -2 else "same"
            more = here + more
            terms = (a * here, here, b * more, more)
            sums = [total + term for total, term in zip(sums, terms)]
        elif direction == "less" and (a == a) != (b == b):
            word = "worse" if a == a else "better"
        else:
            word = "unknown"
        counts[word] += here
    effect = change(old, new, direction=direction, smallest=2)
    found = tally(effect, old, new, people, added=added)
    assert found[:4] == tuple(counts.values())
    assert found.net == counts["better"] - counts["worse"]
    known = sum(counts.values()) - counts["unknown"]
    np.testing.assert_allclose(found.share, 100 * counts["better"] / known, rtol=1e-12)
    np.testing.assert_allclose(found.before, sums[0] / sums[1], rtol=1e-12)
    np.testing.assert_allclose(found.after, sums[2] / sums[3], rtol=1e-12)
    order = rng.permutation(40)
    again = change(old[order], new[order], direction=direction, smallest=2)
    shuffled = tally(again, old[order], new[order], people[order], added=added[order])
    np.testing.assert_allclose(shuffled, found, rtol=1e-12)


def test_shares_need_their_base_and_means_need_people():
    old, new = [1.0, 1.0], [2.0, 1.0]
    effect = change(old, new, direction="more")
    assert tally(effect, old, new, [5, 4]).share != tally(effect, old, new, [5, 4]).share
    assert tally(effect, old, new, [5, 4], smallest_base=0).share == pytest.approx(500 / 9)
    nobody = tally(effect, old, new, [0, 0], smallest_base=0)
    assert nobody[:5] == (0, 0, 0, 0, 0)
    assert all(value != value for value in nobody[5:])
    empty = tally(change([], [], direction="more"), [], [], [])
    assert empty[:5] == (0, 0, 0, 0, 0)
    with pytest.raises(InputError, match="must be 0 or more"):
        tally(effect, old, new, [5, 4], added=[-6, 0])


def test_people_who_move_in_count_after_only():
    old, new = [10.0, 40.0], [10.0, 40.0]
    found = tally(change(old, new, direction="more"), old, new, [100, 100], added=[0, 100])
    assert (found.better, found.same, found.worse) == (0, 200, 0)
    assert (found.before, found.after) == (25.0, 30.0)


@pytest.mark.parametrize(
    ("net", "hours", "ranks", "ratios"),
    [
        ([100, 60], [20, 6], [2, 1], [5, 10]),
        ([100, 60], [NAN, NAN], [1, 2], [NAN, NAN]),
        ([100, 60], [20, NAN], [1, NAN], [5, NAN]),
        ([10, 100, 5], [0, 1, -3], [1, 3, 2], [NAN, 100, NAN]),
        ([50, 50, 20], [10, 10, 10], [1, 1, 3], [5, 5, 2]),
        ([-5, -50, 0], [1, 0, 4], [2, 3, 1], [-5, NAN, 0]),
        ([], [], [], []),
    ],
    ids=[
        "most for each hour",
        "most people where no hours are known",
        "no rank without hours where others have them",
        "help for nothing comes first",
        "equal ones share a rank",
        "harm comes last",
        "nothing to rank",
    ],
)
def test_the_ranking(net, hours, ranks, ratios):
    found = ranking(net, hours)
    same(found["rank"], ranks)
    same(found["per_hour"], ratios)


@pytest.mark.parametrize("seed", range(10))
def test_the_ranking_equals_a_sort_by_its_rules(seed):
    rng = np.random.default_rng(seed)
    net, hours = rng.integers(-3, 4, 12).astype(float), rng.integers(-1, 4, 12).astype(float)

    def key(item):
        people, time = item
        if people < 0:
            return (2, -people)
        return (
            (0, -people) if time <= 0 and people > 0 else (1, -(people / time if time > 0 else 0))
        )

    items = list(zip(net, hours))
    expected = [1 + sum(key(o) < key(item) for o in items) for item in items]
    same(ranking(net, hours)["rank"], expected)


@pytest.mark.parametrize("seed", range(10))
def test_pairs_equal_those_of_the_full_matrices(seed):
    rng = np.random.default_rng(seed)
    old, new = rng.integers(0, 60, (2, 7, 5)).astype(float)
    old[rng.random((7, 5)) < 0.3], new[rng.random((7, 5)) < 0.3] = NAN, NAN
    found = pair_changes(times_from_matrix(old), times_from_matrix(new), smallest=10)
    expected = {}
    for i, j in np.ndindex(7, 5):
        a, b = old[i, j], new[i, j]
        if (a == a) != (b == b):
            expected[i, j] = -1 if a == a else 1
        elif abs(b - a) >= 10:
            expected[i, j] = 1 if b < a else -1
    rows = found[["origin", "destination", "outcome"]].to_numpy().astype(int)
    assert {(i, j): sign for i, j, sign in rows} == expected
    same(found["before"], [old[i, j] for i, j, _ in rows])
    same(found["after"], [new[i, j] for i, j, _ in rows])
    same(found["difference"], found["after"] - found["before"])


def test_no_pairs():
    nothing = times_from_matrix(np.full((2, 2), NAN))
    assert pair_changes(nothing, nothing).empty
