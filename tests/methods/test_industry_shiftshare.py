"""Shift-share analysis: published cases, identities, and areas that start from nothing."""

import json

import numpy as np
import pandas as pd
import pytest
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.industry.shiftshare import (
    allocation_cases,
    dynamic_shift_share,
    shift_share,
)


@pytest.fixture(scope="module")
def published(reference):
    return json.loads(reference("regional_econ/expected.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", [0, 1])
def test_the_published_static_cases(published, case):
    given = published["shift_share_dunn"][case]
    found = shift_share(
        [given["region_t0"]], [given["region_t1"]], given["nation_t0"], given["nation_t1"]
    )
    names = {"change": "growth", "national": "national_share"}
    names |= {"mix": "industrial_mix", "regional": "regional_share"}
    for ours, theirs in names.items():
        assert getattr(found, ours).sum() == pytest.approx(given[theirs], abs=1e-9)
    if "per_industry" in given:
        parts = given["per_industry"]
        np.testing.assert_allclose(found.change[0], parts["industry_growth"])
        expected = (found.national + found.mix)[0]
        np.testing.assert_allclose(expected, parts["expected_at_national_industry_rate"])
        np.testing.assert_allclose(found.regional[0], parts["regional_share"], atol=1e-9)


def test_the_published_dynamic_case(published):
    given = published["shift_share_dynamic"][0]
    found = dynamic_shift_share(np.array(given["region"])[:, None], given["nation"])
    assert found.change.sum() == given["growth"]
    assert found.national.sum() == pytest.approx(given["national_share"], abs=5e-8)
    assert found.mix.sum() == pytest.approx(given["industrial_mix"], abs=5e-8)
    assert found.regional.sum() == pytest.approx(given["regional_share"], abs=5e-8)


def test_goettingen_over_eight_years_is_as_published(published, reference):
    table = pd.read_csv(reference("regional_econ/reat_data/Goettingen.csv")).iloc[1:]
    given = published["shift_share_dynamic"][1]
    # the reference leaves out the last of its years: 8927 is the growth until 2016
    years = range(2008, 2017)
    local = np.array([table[f"Goettingen{year}"] for year in years])[:, None]
    found = dynamic_shift_share(local, np.array([table[f"BRD{year}"] for year in years]))
    assert found.change.sum() == given["growth"]
    assert found.national.sum() == pytest.approx(given["national_share"], abs=5e-5)
    assert found.mix.sum() == pytest.approx(given["industrial_mix"], abs=5e-5)
    assert found.regional.sum() == pytest.approx(given["regional_share"], abs=5e-5)


def tables(seed):
    rng = np.random.default_rng(seed)
    before, after = rng.integers(0, 60, (2, 5, 8))
    nation = rng.integers(500, 9000, 8)
    later = (nation * rng.uniform(0.8, 1.3, 8)).astype(int)
    nation[3] = 0 if seed else nation[3]
    return before, after, nation, later


@pytest.mark.parametrize("seed", range(4))
def test_parts_add_up_in_each_branch_of_each_area(seed):
    before, after, nation, later = tables(seed)
    found = shift_share(before, after, nation, later)
    np.testing.assert_allclose(found.change, after - before)
    parts = found.national + found.mix + found.regional
    np.testing.assert_allclose(parts, found.change, rtol=1e-12, atol=1e-9)
    np.testing.assert_allclose(found.competitive + found.allocation, found.regional, atol=1e-9)
    np.testing.assert_array_equal(found.started, (before == 0) & (after > 0))


def test_the_parts_are_the_formulas():
    before, after, nation, later = tables(0)
    before = before + 1
    found = shift_share(before, after, nation, later)
    g, g_i = later.sum() / nation.sum() - 1, later / nation - 1
    g_ir = after / before - 1
    np.testing.assert_allclose(found.mix, before * (g_i - g), atol=1e-9)
    np.testing.assert_allclose(found.regional, before * (g_ir - g_i), atol=1e-9)
    homothetic = before.sum(1, keepdims=True) * nation / nation.sum()
    np.testing.assert_allclose(found.competitive, homothetic * (g_ir - g_i), atol=1e-9)
    np.testing.assert_allclose(found.allocation, (before - homothetic) * (g_ir - g_i), atol=1e-9)


def test_the_nation_itself_has_only_a_national_share_in_all():
    *_, nation, later = tables(0)
    found = shift_share([nation], [later], nation, later)
    assert found.national.sum() == pytest.approx(found.change.sum(), rel=1e-12)
    assert found.mix.sum() == pytest.approx(0, abs=1e-9)
    np.testing.assert_allclose(found.regional, 0, atol=1e-9)


def test_a_branch_that_starts_from_nothing_is_regional():
    found = shift_share([[0, 10]], [[6, 10]], [100, 100], [150, 100])
    assert found.regional[0, 0] == found.competitive[0, 0] == 6
    assert found.national[0, 0] == found.mix[0, 0] == found.allocation[0, 0] == 0
    assert found.started.tolist() == [[True, False]]


def test_dynamic_parts_add_up_and_equal_static_ones_over_one_step():
    before, after, nation, later = tables(2)
    single = dynamic_shift_share([before, after], [nation, later])
    np.testing.assert_allclose(single.mix, shift_share(before, after, nation, later).mix)
    last = before[::-1]
    several = dynamic_shift_share([before, after, last], [nation, later, later + 10])
    np.testing.assert_allclose(several.change, last - before)
    parts = several.national + several.mix + several.regional
    np.testing.assert_allclose(parts, several.change, atol=1e-9)
    started = ((before == 0) & (after > 0)) | ((after == 0) & (last > 0))
    np.testing.assert_array_equal(several.started, started)


def test_allocation_cases_by_hand():
    before, nation = np.array([[30, 10, 30, 10, 20]]), [100] * 5
    parts = shift_share(before, [[40, 20, 20, 5, 30]], nation, nation)
    assert allocation_cases(parts, before, nation).tolist() == [
        [
            "specialised_ahead",
            "unspecialised_ahead",
            "specialised_behind",
            "unspecialised_behind",
            None,
        ]
    ]
    assert (np.sign(parts.allocation) == [[1, -1, -1, 1, 0]]).all()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (([[1, 2]], [[1, 2, 3]], [1, 2], [1, 2]), "same branches"),
        (([[1, 2]], [[1, 2]], [1, 2, 3], [1, 2]), "same branches"),
        (([[1, np.nan]], [[1, 2]], [1, 2], [1, 2]), "must be known"),
        (([[1, 2]], [[1, -2]], [1, 2], [1, 2]), "must be known"),
        (([[1, 2]], [[1, 2]], [0, 0], [1, 2]), "nobody employed at the start"),
    ],
)
def test_refuses_tables_that_do_not_fit(arguments, sentence):
    with pytest.raises(InputError, match=sentence):
        shift_share(*arguments)


def test_refuses_a_single_year():
    with pytest.raises(InputError, match="at least two"):
        dynamic_shift_share([[[1, 2]]], [[1, 2]])
    with pytest.raises(InputError, match="same years"):
        dynamic_shift_share([[[1, 2]], [[1, 2]]], [[1, 2]] * 3)
