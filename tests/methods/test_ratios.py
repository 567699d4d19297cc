"""Ratios are missing, never 0, where the base cannot carry them."""

import numpy as np
import pytest
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.ratios import ratio, yearly_growth


@pytest.mark.parametrize(
    ("base", "expected"),
    [(10, 0.5), (9.99, np.nan), (0, np.nan), (-20, np.nan), (np.nan, np.nan), (None, np.nan)],
    ids=["at the smallest base", "below it", "zero", "negative", "missing", "None"],
)
def test_a_ratio_needs_a_base(base, expected):
    np.testing.assert_equal(ratio([5], [base]), [expected])


def test_a_smallest_base_of_zero_still_refuses_zero():
    np.testing.assert_equal(ratio([5, 5], [0, 2], smallest_base=0), [np.nan, 2.5])


def test_a_missing_numerator_is_missing_and_a_zero_is_zero():
    np.testing.assert_equal(ratio([np.nan, 0], [50, 50]), [np.nan, 0])


def test_one_base_serves_all():
    np.testing.assert_equal(ratio([1, 2], 10, scale=100), [10, 20])


def test_nothing_gives_nothing():
    assert ratio([], []).shape == (0,)


def test_the_arguments_stay_as_they_were():
    base = np.array([0.0, 20.0])
    ratio([1, 1], base)
    np.testing.assert_equal(base, [0, 20])


@pytest.mark.parametrize(
    ("earlier", "later", "years", "expected"),
    [
        (1000, 1000 * 1.013**7, 7, 1.3),
        (1000, 500, 1, -50),
        (1000, 0, 5, -100),
        (9, 100, 5, np.nan),
        (1000, np.nan, 5, np.nan),
    ],
    ids=["compound", "half in a year", "all gone", "too small to begin with", "later missing"],
)
def test_growth_undoes_compound_interest(earlier, later, years, expected):
    np.testing.assert_allclose(yearly_growth([earlier], [later], years), [expected], rtol=1e-12)


@pytest.mark.parametrize("years", [0, -3, float("nan")])
def test_growth_needs_time(years):
    with pytest.raises(InputError, match="must come after"):
        yearly_growth([100], [110], years)
