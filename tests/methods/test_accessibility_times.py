"""Travel times from tables and matrices, and the decay functions that weigh them."""

import numpy as np
import pandas as pd
import pytest
from samplan.processing.methods.accessibility import times as module
from samplan.processing.methods.accessibility.decay import DECAYS, decay
from samplan.processing.methods.accessibility.times import (
    amounts,
    there_and_back,
    times_from_matrix,
    times_from_table,
)
from samplan.processing.methods.errors import InputError


def table(*rows):
    return pd.DataFrame(rows, columns=["from", "to", "minutes"])


def dense(times):
    matrix = np.full((times.origins, times.destinations), np.nan)
    origin = np.repeat(np.arange(times.origins), np.diff(times.starts))
    matrix[origin, times.destination] = times.minutes
    return matrix


def random_matrix(seed=0, shape=(7, 5)):
    rng = np.random.default_rng(seed)
    matrix = rng.integers(0, 90, shape).astype(float)
    matrix[rng.random(shape) < 0.3] = np.nan
    matrix[2] = np.nan
    return matrix


def as_table(matrix):
    rows = [(f"o{i}", f"d{j}", matrix[i, j]) for i in range(7) for j in range(5)]
    return table(*rows)


ORIGINS, DESTINATIONS = [f"o{i}" for i in range(7)], [f"d{j}" for j in range(5)]


def test_a_table_and_a_matrix_say_the_same():
    matrix = random_matrix()
    given = times_from_table(as_table(matrix).sample(frac=1, random_state=4), ORIGINS, DESTINATIONS)
    np.testing.assert_array_equal(dense(given), matrix)
    np.testing.assert_array_equal(dense(times_from_matrix(matrix)), matrix)
    assert given.unconnected.tolist() == [2]
    assert (given.unknown, given.repeated) == (0, 0)


def test_of_repeated_pairs_the_shortest_counts():
    given = times_from_table(
        table(("A", "X", 30), ("A", "X", 12), ("A", "X", None), ("B", "X", 5)), ["B", "A"], ["X"]
    )
    assert dense(given).tolist() == [[5], [12]]
    assert given.repeated == 1


def test_rows_of_other_places_are_counted_and_left_out():
    given = times_from_table(
        table(("A", "X", 1), ("A", "Z", 2), (None, "X", 3), ("Z", "X", 4)), ["A"], ["X", "Y"]
    )
    np.testing.assert_array_equal(dense(given), [[1, np.nan]])
    assert given.unknown == 3


def test_codes_as_numbers_match_codes_as_text():
    given = times_from_table(table((580.0, 583.0, 7)), ["0", "580"], [583])
    np.testing.assert_array_equal(dense(given), [[np.nan], [7]])


@pytest.mark.parametrize(
    ("rows", "origins", "sentence"),
    [
        ([("A", "X", -1)], ["A"], "cannot be negative, as -1"),
        ([("A", "X", 1)], ["A", "A"], "'A' belongs to more than one"),
        ([("0A", "X", 1)], ["A"], "No row"),
    ],
    ids=["a negative time", "a code twice", "codes of something else"],
)
def test_refuses_a_table_that_cannot_be_used(rows, origins, sentence):
    with pytest.raises(InputError, match=sentence):
        times_from_table(table(*rows), origins, ["X"])


def test_no_rows_and_no_places_give_no_pairs():
    assert times_from_table(table(), ["A"], ["X"]).unconnected.tolist() == [0]
    assert times_from_table(table(), [], []).origins == 0
    assert list(times_from_table(table(), [], []).pieces()) == []


def test_a_matrix_with_a_negative_time_is_refused():
    with pytest.raises(InputError, match="-2"):
        times_from_matrix([[3, -2]])


def test_pieces_cover_all_pairs_whatever_their_size(monkeypatch):
    times = times_from_matrix(random_matrix(1))
    for size in (1, 4, 1000):
        monkeypatch.setattr(module, "PAIRS", size)
        told = []
        pieces = list(times.pieces(told.append))
        np.testing.assert_array_equal(np.concatenate([p.minutes for p in pieces]), times.minutes)
        origin = np.concatenate([p.origin + p.block.start for p in pieces])
        np.testing.assert_array_equal(
            origin, np.repeat(np.arange(times.origins), np.diff(times.starts))
        )
        assert told[-1] == 1
        assert len(told) == len(pieces) + 1
    assert len(pieces) == 1


def test_there_and_back_keeps_the_longer_of_two_times():
    out, home = random_matrix(2), random_matrix(3, (5, 7))
    both = there_and_back(times_from_matrix(out), times_from_matrix(home))
    np.testing.assert_array_equal(dense(both), np.maximum(out, home.T))


def test_there_and_back_must_be_between_the_same_places():
    times = times_from_matrix(random_matrix())
    with pytest.raises(InputError, match="same places"):
        there_and_back(times, times)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [([1, 2], "each of the 3 places"), ([1, -2, 3], "number 2 has -2"), ([1, 2, np.inf], "inf")],
)
def test_refuses_what_cannot_be_counted(values, sentence):
    with pytest.raises(InputError, match=sentence):
        amounts(values, 3)


@pytest.mark.parametrize(
    ("name", "parameter", "minutes", "expected"),
    [
        ("binary", 30, [0, 30, 30.01], [1, 1, 0]),
        ("exponential", 0.2, [0, 5], [1, np.exp(-1)]),
        ("power", 2, [0, 0.5, 1, 10], [1, 1, 1, 0.01]),
        ("gaussian", 20, [0, 20, 40], [1, np.exp(-0.5), np.exp(-2)]),
        ("logistic", 30, [0, 1e6], [1, 0]),
    ],
)
def test_decay_by_hand(name, parameter, minutes, expected):
    found = decay(name, parameter)(minutes)
    np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-300)


def test_the_logistic_function_falls_most_steeply_in_the_middle():
    weigh = decay("logistic", 30, spread=8)
    k = np.pi / (8 * np.sqrt(3))
    assert weigh(30) == pytest.approx((1 + np.exp(-30 * k)) / 2, rel=1e-12)
    time = np.linspace(20, 40, 2001)
    slope = np.gradient(weigh(time), time)
    assert time[np.argmin(slope)] == pytest.approx(30, abs=0.02)


@pytest.mark.parametrize("name", DECAYS)
def test_weights_fall_from_one_and_end_at_the_limit(name):
    weigh = decay(name, 0.05 if name == "exponential" else 25, limit=60)
    weights = weigh(np.arange(0, 121))
    assert weights[0] == pytest.approx(1, rel=1e-12)
    assert (np.diff(weights) <= 0).all()
    assert (weights >= 0).all()
    assert (weights[61:] == 0).all()


@pytest.mark.parametrize(
    ("arguments", "options", "sentence"),
    [
        (("linear", 3), {}, "no decay function 'linear'"),
        (("exponential", 0), {}, "above 0"),
        (("gaussian", float("nan")), {}, "above 0"),
        (("logistic", 30), {"spread": 0}, "above 0"),
        (("binary", 30), {"limit": 0}, "above 0"),
    ],
)
def test_refuses_a_decay_that_means_nothing(arguments, options, sentence):
    with pytest.raises(InputError, match=sentence):
        decay(*arguments, **options)
