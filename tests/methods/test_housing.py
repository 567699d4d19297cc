"""Homes by hand."""

import numpy as np
import pandas as pd
import pytest
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.housing import (
    dwellings_by_period,
    dwellings_by_type,
    housing_indicators,
)


@pytest.mark.parametrize(
    ("purpose", "dwellings", "kind"),
    [
        ("Bostad;Småhus friliggande", 1, "small"),
        ("Bostad; Småhus radhus", 6, "small"),
        ("Bostad;Småhus kedjehus", 4, "small"),
        ("Bostad;Småhus med flera lägenheter", 2, "small"),
        ("Bostad;Småhus med flera lägenheter", 3, "multi"),
        ("Bostad; Flerfamiljshus", 2, "multi"),
        ("Bostad;Ospecificerad", 3, "multi"),
        ("Bostad", 1, "small"),
        ("Samhällsfunktion;Skola", 1, "other"),
        (None, 2, "other"),
        ("Bostad; Flerfamiljshus", np.nan, None),
    ],
)
def test_the_kind_of_a_home(purpose, dwellings, kind):
    found = dwellings_by_type([purpose], [dwellings]).iloc[0]
    assert found[found > 0].to_dict() == ({} if kind is None else {kind: dwellings})


def test_dwellings_by_period():
    years = [1700, 1930, 1931, 1960, 1961, 1999, 2000, 2001, 2024, np.nan]
    table = dwellings_by_period(years, np.arange(1, 11))
    assert list(table) == [
        "b_to1930",
        "b1931_60",
        "b1961_80",
        "b1981_00",
        "b_from2001",
        "b_unknown",
    ]
    assert table.sum().tolist() == [1 + 2, 3 + 4, 5, 6 + 7, 8 + 9, 10]
    assert max(map(len, table)) <= 10


@pytest.mark.parametrize("periods", [[], [1950, 1950], [1990, 1950]])
def test_periods_must_rise(periods):
    with pytest.raises(InputError, match="in order"):
        dwellings_by_period([1950], [1], periods=periods)


def test_shares_of_kind_tenure_and_period():
    found = housing_indicators(
        types=pd.DataFrame({"small": [30, 5, 0, np.nan], "multi": [10, 4, 0, 50]}),
        tenures=pd.DataFrame({"rental": [5] * 4, "cooperative": [5] * 4, "owned": [10] * 4}),
        periods=pd.DataFrame({"b_to1930": [6] * 4, "b_from1931": [18] * 4, "b_unknown": [99] * 4}),
    )
    np.testing.assert_allclose(found["dw_small"], [75, np.nan, np.nan, np.nan])
    np.testing.assert_allclose(found["dw_multi"], [25, np.nan, np.nan, np.nan])
    assert found[["ten_rent", "ten_coop", "ten_own"]].iloc[0].tolist() == [25, 25, 50]
    assert found[["b_to1930", "b_from1931"]].iloc[0].tolist() == [25, 75]
    assert "b_unknown" not in found


def test_building_pressure_households_and_second_homes():
    found = housing_indicators(
        completed=[20, 20, 9, 20],
        population=[1000, 900, 1000, np.nan],
        earlier_population=[960, 960, 960, 960],
        household_population=[990, 0, 5, np.nan],
        households=[450, 0, 9, 100],
        second_homes=[60, 5, 0, 10],
        permanent_houses=[140, 4, 0, np.nan],
    )
    np.testing.assert_allclose(found["completed"], [20, 20000 / 900, 9, np.nan])
    np.testing.assert_allclose(found["pressure"], [2, -3, np.nan, np.nan])
    np.testing.assert_allclose(found["hh_size"], [2.2, np.nan, np.nan, np.nan])
    np.testing.assert_allclose(found["second_sh"], [30, np.nan, np.nan, np.nan])


def test_only_what_the_input_allows_is_given():
    assert list(housing_indicators(completed=[1], population=[100])) == ["completed"]
    assert housing_indicators().empty
    assert len(housing_indicators(types=pd.DataFrame({"small": []}))) == 0


def test_refuses_an_unknown_kind():
    with pytest.raises(InputError, match="'villa' is no kind of home"):
        housing_indicators(types=pd.DataFrame({"villa": [1]}))
