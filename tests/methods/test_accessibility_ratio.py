"""Travel time ratios by hand, by dictionary and by their invariants."""

import numpy as np
import pandas as pd
import pytest
from samplan.processing.methods.accessibility.ratio import (
    pair_ratios,
    ratio_classes,
    ratios_to_centres,
)
from samplan.processing.methods.accessibility.times import times_from_matrix
from samplan.processing.methods.errors import InputError

NONE = np.nan
TRANSIT = [[0, 36, 70, 30], [40, 0, NONE, 9], [75, 60, 0, 100], [NONE, 8, 90, 0]]
CAR = [[0, 30, 35, 15], [32, 0, 20, 4], [30, 40, 0, 50], [15, 0, 45, 0]]


def pairs_of(transit, car, **options):
    return pair_ratios(times_from_matrix(transit), times_from_matrix(car), **options)


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        pytest.param((0, 1), [36, 30, 6, 1.2, 1], id="at the first limit"),
        pytest.param((1, 0), [40, 32, 8, 1.25, 2], id="between limits"),
        pytest.param((0, 2), [70, 35, 35, 2.0, 3], id="at the last limit"),
        pytest.param((2, 0), [75, 30, 45, 2.5, 4], id="above all limits"),
        pytest.param((1, 2), [NONE, 20, NONE, NONE, NONE], id="no public transport"),
        pytest.param((1, 3), [9, 4, 5, NONE, NONE], id="too short by car"),
        pytest.param((3, 1), [8, 0, 8, NONE, NONE], id="no time at all by car"),
    ],
)
def test_a_pair_by_hand(pair, expected):
    found = pairs_of(TRANSIT, CAR).set_index(["origin", "destination"]).loc[pair]
    np.testing.assert_allclose(found.to_numpy(dtype=float), expected)


def test_a_place_with_itself_is_left_out_and_pairs_are_sorted():
    found = pairs_of(TRANSIT, CAR)
    assert found[["origin", "destination"]].values.tolist() == [
        [i, j] for i in range(4) for j in range(4) if i != j
    ]


def test_a_ratio_of_a_time_by_car_of_0_is_unknown_even_without_a_shortest():
    found = pairs_of([[0, 8], [8, 0]], [[0, 0], [8, 0]], shortest=0)
    assert np.isnan(found["ratio"][0])
    assert found["ratio"][1] == 1


def test_parking_is_added_to_the_car_before_all_else():
    found = pairs_of([[0, 30], [30, 0]], [[0, 15], [3, 0]], extra=5)
    assert found["car"].tolist() == [20, 8]
    assert found["ratio"].tolist() == [1.5, 3.75]


def test_equals_a_loop_over_the_pairs():
    rng = np.random.default_rng(4)
    transit, car = rng.uniform(0, 90, (2, 23, 23))
    transit[rng.random(transit.shape) < 0.3] = NONE
    car[rng.random(car.shape) < 0.2] = NONE
    expected = []
    for i in range(23):
        for j in range(23):
            t, c = transit[i, j], car[i, j]
            if i != j and not (np.isnan(t) and np.isnan(c)):
                r = t / c if c >= 5 else NONE
                rank = NONE if np.isnan(r) else 1 + (r > 1.2) + (r > 1.5) + (r > 2)
                expected.append([i, j, t, c, t - c, r, rank])
    np.testing.assert_allclose(pairs_of(transit, car).to_numpy(), expected, rtol=1e-12)


def test_the_unit_of_time_does_not_matter():
    one, other = (
        pairs_of(TRANSIT, CAR),
        pairs_of(60 * np.array(TRANSIT), 60 * np.array(CAR), shortest=300),
    )
    np.testing.assert_allclose(one[["ratio", "rank"]], other[["ratio", "rank"]])


@pytest.mark.parametrize("limits", [[], [0, 1], [1.5, 1.2], [1.2, 1.2]])
def test_limits_must_rise(limits):
    with pytest.raises(InputError, match="must rise"):
        ratio_classes([1], limits)


def test_times_of_other_places_are_refused():
    with pytest.raises(InputError, match="between the same places"):
        pairs_of(TRANSIT, [[0, 1], [1, 0]])
    with pytest.raises(InputError, match="fewer than 0"):
        pairs_of(TRANSIT, CAR, extra=-1)


def test_to_centres_by_hand():
    found = ratios_to_centres(pairs_of(TRANSIT, CAR), [2, 0], 4)
    # 0: to 2 only; 1: to 0, no transit to 2; 2: to 0 only; 3: to 2, no transit to 0
    assert found["transit"].tolist() == [70, 40, 75, 90]
    assert found["car"].tolist() == [35, 32, 30, 45]
    assert found["covered"].tolist() == [100, 50, 100, 50]
    assert found["rank"].tolist() == [3, 2, 4, 3]


def test_travellers_weigh_the_times_and_not_the_ratios():
    flows = pd.DataFrame(
        {
            "origin": [0, 0, 0, 1, 2, 3],
            "destination": [1, 2, 2, 2, 2, 0],
            "travellers": [10, 20, 10, 5, 99, 0],
        }
    )
    found = ratios_to_centres(pairs_of(TRANSIT, CAR), [1, 2], 4, flows=flows)
    assert found["ratio"][0] == pytest.approx((10 * 36 + 30 * 70) / (10 * 30 + 30 * 35))
    assert found["covered"].iloc[:2].tolist() == [100, 0]
    # 1's five have no public transport, 2's stay at home, nobody of 3's goes to a centre
    assert found["ratio"].isna().tolist() == [False, True, True, True]
    assert found["covered"].isna().tolist() == [False, False, True, True]


def test_equal_flows_are_no_flows_and_rows_may_come_in_any_order():
    rng = np.random.default_rng(5)
    pairs = pairs_of(*rng.uniform(5, 90, (2, 12, 12)))
    ways = [(i, c) for i in range(12) for c in (3, 7, 8)]
    flows = pd.DataFrame(ways, columns=["origin", "destination"]).assign(travellers=7)
    plain = ratios_to_centres(pairs, [3, 7, 8], 12)
    mixed = ratios_to_centres(
        pairs.sample(frac=1, random_state=1),
        [8, 3, 7],
        12,
        flows=flows.sample(frac=1, random_state=2),
    )
    pd.testing.assert_frame_equal(plain, mixed, rtol=1e-12)


def test_negative_travellers_are_refused():
    flows = pd.DataFrame({"origin": [0], "destination": [1], "travellers": [-1]})
    with pytest.raises(InputError, match="cannot be negative"):
        ratios_to_centres(pairs_of(TRANSIT, CAR), [1], 4, flows=flows)


def test_no_places_no_pairs_and_no_centres():
    empty = pairs_of(np.empty((0, 0)), np.empty((0, 0)))
    assert empty.empty
    assert ratios_to_centres(empty, [], 0).empty
    lonely = ratios_to_centres(pairs_of(TRANSIT, CAR), [], 4)
    assert lonely.isna().all(axis=None)
    assert len(lonely) == 4
    assert ratios_to_centres(pairs_of(TRANSIT, CAR), [0], 4).loc[0].isna().all()
