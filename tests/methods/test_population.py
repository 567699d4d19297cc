"""Population indicators against counts by single year of age."""

import numpy as np
import pandas as pd
import pytest
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.population import (
    AGE_SHARES,
    age_class,
    age_classes,
    population_indicators,
)


@pytest.mark.parametrize(
    ("name", "ages"),
    [
        ("p0_5", (0, 5)),
        ("age_65_79", (65, 79)),
        ("0-4", (0, 4)),
        ("5–9 år", (5, 9)),
        (" P16_19 ", (16, 19)),
        ("ålder_20_24", (20, 24)),
        ("100-104", (100, 104)),
        ("p80_", (80, None)),
        ("80plus", (80, None)),
        ("80+", (80, None)),
        ("100+ år", (100, None)),
        ("85-w", (85, None)),
        ("age_7", (7, 7)),
        ("7 år", (7, 7)),
        ("age0_5", None),
        ("age80", None),
        ("p7", None),
        ("2010_2018", None),
        ("65-20", None),
        ("pop", None),
        ("tot_0_5", None),
        ("", None),
    ],
)
def test_names_speak_of_ages(name, ages):
    assert age_class(name) == ages


def test_our_own_share_fields_are_never_taken_for_counts():
    assert age_classes(AGE_SHARES) == {}


@pytest.mark.parametrize("names", [["p0_19", "p19_64"], ["80+", "85+"], ["p0_9", "age_0_9"]])
def test_overlapping_classes_are_refused(names):
    with pytest.raises(InputError, match="overlap"):
        age_classes(names)


@pytest.fixture
def single_years():
    """Six localities by single year of age, 0 to 100 with 100 open."""
    return np.random.default_rng(1).integers(0, 60, size=(6, 101)).astype(float)


def by_class(single, limits):
    """Counts in classes that begin at each limit, the last one open."""
    columns = {}
    for low, end in zip(limits, [*limits[1:], 101]):
        name = f"p{low}_" if end == 101 else f"p{low}_{end - 1}"
        columns[name] = single[:, low:end].sum(axis=1)
    return pd.DataFrame(columns)


GROUPS = [0, 6, 16, 20, 25, 45, 65, 80]


def test_shares_and_ratios_equal_those_of_single_years(single_years):
    total = single_years.sum(axis=1)
    result = population_indicators(total, ages=by_class(single_years, sorted([*GROUPS, 15])))

    def aged(low, high):
        return single_years[:, low : high + 1].sum(axis=1)

    ends = [*(low - 1 for low in GROUPS[1:]), 100]
    for (low, high), code in zip(zip(GROUPS, ends), AGE_SHARES):
        np.testing.assert_allclose(result[code], 100 * aged(low, high) / total, rtol=1e-12)
    working = aged(20, 64)
    np.testing.assert_allclose(
        result["dep_ratio"], 100 * (aged(0, 19) + aged(65, 100)) / working, rtol=1e-12
    )
    np.testing.assert_allclose(result["dep_demo"], total / working, rtol=1e-12)
    np.testing.assert_allclose(result["ageing"], 100 * aged(65, 100) / aged(0, 14), rtol=1e-12)
    np.testing.assert_allclose(result["dep_ratio"], 100 * (result["dep_demo"] - 1), rtol=1e-12)
    np.testing.assert_allclose(result[list(AGE_SHARES)].sum(axis=1), 100, rtol=1e-12)


def test_the_mean_age_of_single_years_is_half_a_year_above_the_completed_age(single_years):
    ages = pd.DataFrame(single_years[:, :100], columns=[f"age_{age}" for age in range(100)])
    result = population_indicators(ages.sum(axis=1), ages=ages)
    expected = (single_years[:, :100] * (np.arange(100) + 0.5)).sum(axis=1) / ages.sum(axis=1)
    np.testing.assert_allclose(result["mean_age"], expected, rtol=1e-12)


def test_an_open_class_has_its_mean_a_quarter_of_the_way_to_105():
    ages = pd.DataFrame({"p0_79": [0.0], "p80_": [40.0]})
    assert population_indicators([40], ages=ages)["mean_age"].item() == 86.25


def test_classes_that_cross_a_limit_are_split_by_single_years():
    fives = pd.DataFrame({f"{low}-{low + 4}": [100.0] for low in range(0, 100, 5)})
    result = population_indicators([2000], ages=fives).iloc[0]
    assert result["age0_5"] == pytest.approx(100 * (100 + 20) / 2000)
    assert result["age6_15"] == pytest.approx(100 * (80 + 100 + 20) / 2000)
    assert result["age80"] == pytest.approx(100 * 400 / 2000)


def test_an_open_class_is_never_split():
    ages = pd.DataFrame({"p0_19": [50.0], "p20_64": [100.0], "p65_": [50.0]})
    result = population_indicators([200], ages=ages).iloc[0]
    assert result[["age65_79", "age80"]].isna().all()
    assert result["dep_ratio"] == pytest.approx(100)


def test_ages_that_no_class_has_leave_their_indicators_out():
    ages = pd.DataFrame({"p0_5": [30.0], "p25_44": [50.0]})
    result = population_indicators([80], ages=ages).iloc[0]
    assert result["age0_5"] == pytest.approx(37.5)
    assert result["age25_44"] == pytest.approx(62.5)
    missing = result.drop(["pop", "age0_5", "age25_44"])
    assert missing.isna().all()


def test_a_suppressed_class_spoils_only_what_rests_on_it():
    ages = pd.DataFrame({"p0_19": [50.0], "p20_64": [100.0], "p65_": [np.nan]})
    result = population_indicators([200], ages=ages).iloc[0]
    assert np.isnan(result["dep_ratio"])
    assert result["dep_demo"] == pytest.approx(2)


def test_size_density_and_growth():
    result = population_indicators(
        [1210, 8, 0], land_hectares=[100, 0, 10], earlier=[1000, 8, 100], years=2
    )
    assert list(result) == ["pop", "pop_dens", "pop_growth", "pop_index"]
    np.testing.assert_equal(result["pop_dens"].to_numpy(), [12.1, np.nan, 0])
    np.testing.assert_allclose(result["pop_growth"], [10, np.nan, -100], rtol=1e-12)
    np.testing.assert_allclose(result["pop_index"], [121, np.nan, 0], rtol=1e-12)


def test_a_small_locality_keeps_its_counts_and_loses_its_shares():
    ages = pd.DataFrame({"p0_64": [5.0], "p65_": [4.0]})
    result = population_indicators([9], land_hectares=[3], ages=ages).iloc[0]
    assert result["pop"] == 9
    assert result["pop_dens"] == 3
    assert result.drop(["pop", "pop_dens"]).isna().all()


def test_field_names_fit_a_shapefile():
    ages = pd.DataFrame({"p0_64": [5.0], "p65_": [4.0]})
    result = population_indicators([9], land_hectares=[1], earlier=[9], years=1, ages=ages)
    assert all(len(name) <= 10 and name.isascii() for name in result)


def test_no_localities_give_no_rows():
    ages = pd.DataFrame({"p0_64": [], "p65_": []}, dtype=float)
    assert len(population_indicators([], ages=ages)) == 0


def test_a_column_that_is_no_age_class_is_named():
    with pytest.raises(InputError, match="'name'"):
        population_indicators([9], ages=pd.DataFrame({"name": [1]}))


def test_growth_needs_the_years():
    with pytest.raises(InputError, match="years"):
        population_indicators([9], earlier=[8])
