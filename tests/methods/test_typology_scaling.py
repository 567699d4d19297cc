"""Transforms, gaps and standardisation of fields."""

import numpy as np
import pandas as pd
import pytest
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.typology.scaling import (
    Field,
    numbers,
    one_value,
    standardised,
    usable,
)

SKEWED = np.array([[1.0], [2.0], [4.0], [9.0], [100.0]])


@pytest.mark.parametrize(
    ("scaling", "centre", "spread"),
    [
        ("z", 23.2, np.sqrt((22.2**2 + 21.2**2 + 19.2**2 + 14.2**2 + 76.8**2) / 4)),
        ("robust", 4, 1.4826 * 3),
        ("minmax", 1, 99),
    ],
)
def test_standardisation_by_hand(scaling, centre, spread):
    result = standardised(SKEWED, ["x"], scaling=scaling)
    np.testing.assert_allclose(result, (SKEWED - centre) / spread, rtol=1e-12)


def test_usarrests_are_standardised_as_published(reference):
    given = pd.read_csv(reference("cluster/usarrests.csv"))
    expected = pd.read_csv(reference("cluster/expected_usarrests.csv"))
    fields = ["Murder", "Assault", "UrbanPop", "Rape"]
    result = standardised(given[fields].to_numpy(float), fields)
    np.testing.assert_allclose(result, expected[fields], atol=5.1e-7)


@pytest.mark.parametrize("scaling", ["z", "robust", "minmax"])
def test_units_do_not_matter(scaling):
    values = np.random.default_rng(1).normal(size=(30, 3))
    changed = values * [1000, 0.01, 7] + [5, -3, 1e4]
    names = ["a", "b", "c"]
    np.testing.assert_allclose(
        standardised(values, names, scaling=scaling),
        standardised(changed, names, scaling=scaling),
        rtol=1e-9,
        atol=1e-9,
    )


def test_a_field_with_one_value_is_zero_throughout():
    values = np.array([[1.0, 0.1 + 0.2], [2.0, 0.3], [3.0, 0.3]])
    assert one_value(values).tolist() == [False, True]
    assert standardised(values, ["a", "b"])[:, 1].tolist() == [0, 0, 0]


def test_without_any_variation_there_is_nothing_to_class():
    with pytest.raises(InputError, match="jobs, homes"):
        standardised(np.ones((4, 2)), ["jobs", "homes"])


def test_robust_scaling_names_the_field_without_spread():
    values = np.array([[0.0, 1.0], [0.0, 2.0], [0.0, 3.0], [5.0, 4.0]])
    with pytest.raises(InputError, match="'holiday'.*robust"):
        standardised(values, ["holiday", "jobs"], scaling="robust")


def test_the_logarithm_evens_out_sizes():
    kept = usable(np.exp([[1.0], [2.0], [5.0]]), [Field("pop", "log")])
    np.testing.assert_allclose(kept.values.ravel(), [1, 2, 5], rtol=1e-12)


def test_less_is_better_turns_the_sign():
    assert usable(
        np.array([[1.0], [2.0]]), [Field("far", direction=-1)]
    ).values.ravel().tolist() == [-1, -2]


@pytest.mark.parametrize("value", [0.0, -3.0])
def test_what_has_no_logarithm_is_named(value):
    with pytest.raises(InputError, match="'pop' has 1 value"):
        usable(np.array([[value], [2.0]]), [Field("pop", "log")])


def test_a_zero_in_a_row_that_is_left_out_does_no_harm():
    values = np.array([[0.0, np.nan], [2.0, 1.0], [3.0, 2.0]])
    assert usable(values, [Field("pop", "log"), Field("jobs")]).rows.tolist() == [1, 2]


GAPS = np.array([[1.0, 10.0], [np.nan, 30.0], [3.0, 20.0], [np.nan, np.nan]])
FIELDS = [Field("a"), Field("b")]


def test_dropping_leaves_out_each_row_with_a_gap():
    kept = usable(GAPS, FIELDS, missing="drop")
    assert kept.rows.tolist() == [0, 2]
    assert kept.values.tolist() == [[1, 10], [3, 20]]
    assert kept.filled.tolist() == []


def test_the_median_fills_gaps_but_not_whole_rows():
    kept = usable(GAPS, FIELDS, missing="median")
    assert kept.rows.tolist() == [0, 1, 2]
    assert kept.values.tolist() == [[1, 10], [2, 30], [3, 20]]
    assert kept.filled.tolist() == [1]


def test_a_field_without_values_is_named():
    with pytest.raises(InputError, match="'b' has no values"):
        usable(np.array([[1.0, np.nan], [2.0, np.nan]]), FIELDS, missing="median")


def test_infinite_values_are_missing():
    frame = pd.DataFrame({"a": [1.0, np.inf, -np.inf, np.nan]})
    np.testing.assert_equal(numbers(frame, [Field("a")]).ravel(), [1, np.nan, np.nan, np.nan])


def test_numbers_with_gaps_of_pandas_own_kind_are_read():
    frame = pd.DataFrame({"a": pd.array([1, None], dtype="Int64"), "b": [True, False]})
    np.testing.assert_equal(numbers(frame, FIELDS), [[1, 1], [np.nan, 0]])


def test_text_is_refused_by_name():
    with pytest.raises(InputError, match="'name'"):
        numbers(pd.DataFrame({"name": ["Kisa"]}), [Field("name")])
