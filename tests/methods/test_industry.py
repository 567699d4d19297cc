"""Industry measures against published figures, closed forms and other libraries."""

import csv
import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.industry.branches import branch_groups, employment_by_branch
from samplan.processing.methods.industry.quotient import (
    basic_employment,
    location_quotient,
    quadrants,
    relative_growth,
)
from samplan.processing.methods.industry.structure import industry_structure
from scipy.stats import binomtest

SNI = Path(__file__).resolve().parents[2] / "processing/profiles/sni2007.csv"


@pytest.fixture(scope="module")
def published(reference):
    return json.loads(reference("regional_econ/expected.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def goettingen(reference):
    return pd.read_csv(reference("regional_econ/reat_data/Goettingen.csv")).iloc[1:]


def test_the_published_location_quotient(published):
    (case,) = published["location_quotient"]
    local = [[case["e_ir"], case["e_r"] - case["e_ir"]]]
    found = location_quotient(local, [case["e_in"], case["e_n"] - case["e_in"]]).quotient[0, 0]
    assert found / 100 == pytest.approx(case["lq"], abs=5e-8)


def test_location_quotients_of_goettingen_are_as_published(published, reference):
    table = pd.read_csv(reference("regional_econ/reat_data/Goettingen.csv"))
    case = published["location_quotient_goettingen_2017"]
    local, nation = table["Goettingen2017"].to_numpy(), table["BRD2017"].to_numpy()
    # the rest is in no branch: the published totals are those of the first row
    rest = [local[0] - local[1:].sum()], [nation[0] - nation[1:].sum()]
    found = location_quotient([np.r_[local[1:], rest[0]]], np.r_[nation[1:], rest[1]])
    np.testing.assert_allclose(found.quotient[0, :15] / 100, case["lq"], atol=5.1e-9)


def test_specialisation_of_goettingen_is_as_published(published, goettingen):
    case = published["location_quotient_goettingen_2017"]
    local = pd.DataFrame([goettingen["Goettingen2017"].to_numpy()])
    found = industry_structure(local, goettingen["BRD2017"].to_numpy()).iloc[0]
    assert found["krugman"] == pytest.approx(case["krugman_dissimilarity_0_to_2"], abs=5e-8)
    assert found["gini_spec"] == pytest.approx(case["gini_specialisation"], abs=5e-7)


def test_the_published_herfindahl_and_krugman(published):
    (case,) = published["herfindahl"]
    found = industry_structure(pd.DataFrame([case["values"]]), case["values"]).iloc[0]
    assert found["herfindahl"] == pytest.approx(case["h"], rel=1e-12)
    assert found["herf_norm"] == pytest.approx(case["normalised"], rel=1e-12)
    assert found["eff_branch"] == pytest.approx(case["equivalent_number"], abs=5e-7)
    (pair,) = published["krugman_dissimilarity_0_to_2"]
    found = industry_structure(pd.DataFrame([pair["a"]]), pair["b"]).iloc[0]
    assert found["krugman"] == pytest.approx(pair["k"], rel=1e-12)


@pytest.mark.parametrize("persons", [0, 1, 3, 25, 50])
@pytest.mark.parametrize("confidence", [0.9, 0.95])
def test_intervals_equal_those_of_scipy(persons, confidence):
    found = location_quotient([[persons, 50 - persons]], [20, 80], confidence=confidence)
    interval = binomtest(persons, 50).proportion_ci(confidence, method="wilson")
    assert found.low[0, 0] == pytest.approx(100 * interval.low / 0.2, rel=1e-9, abs=1e-12)
    assert found.high[0, 0] == pytest.approx(100 * interval.high / 0.2, rel=1e-9)
    assert found.low[0, 0] <= found.quotient[0, 0] <= found.high[0, 0]


def test_intervals_narrow_as_areas_grow():
    small, large = (location_quotient([[2 * n, 8 * n]], [20, 80]) for n in (5, 500))
    assert small.quotient[0, 0] == large.quotient[0, 0] == pytest.approx(100)
    assert large.high[0, 0] - large.low[0, 0] < 0.2 * (small.high[0, 0] - small.low[0, 0])


def test_areas_below_the_smallest_base_and_branches_that_the_reference_lacks_show_nothing():
    found = location_quotient([[4, 5, 0], [40, 50, 10]], [50, 50, 0])
    assert np.isnan(found.quotient[0]).all()
    assert np.isnan(found.high[0]).all()
    np.testing.assert_allclose(found.quotient[1], [80, 100, np.nan])
    looser = location_quotient([[4, 5, 0]], [50, 50, 0], smallest_base=9)
    assert looser.quotient[0, 0] == pytest.approx(100 * 4 / 9 / 0.5)


def test_quotients_average_to_100_over_the_reference():
    rng = np.random.default_rng(3)
    local, nation = rng.integers(1, 900, (6, 15)), rng.integers(1000, 90000, 15)
    quotient = location_quotient(local, nation).quotient
    np.testing.assert_allclose(quotient @ (nation / nation.sum()), 100, rtol=1e-12)
    np.testing.assert_allclose(location_quotient([nation], nation).quotient, 100, rtol=1e-12)


def test_relative_growth_by_hand():
    found = relative_growth([[100, 9, 50, 80]], [[110, 20, 0, 88]], [10, 10, 10, 0], [11, 10, 5, 4])
    np.testing.assert_allclose(found, [[100, np.nan, 0, np.nan]], rtol=1e-12)


def test_quadrants_by_hand():
    found = quadrants([[120, 99, 100, 20, np.nan]], [[100, 130, 99, 0, 120]])
    assert found.tolist() == [["strong", "growing", "vulnerable", "weak", None]]


def test_basic_employment_by_hand():
    found = basic_employment([[40, 60], [10, 90], [5, 0]], [10, 90])
    np.testing.assert_allclose(found["basic_emp"], [30, 0, 4.5])
    np.testing.assert_allclose(found["base_mult"], [100 / 30, np.nan, np.nan])


def test_structure_by_closed_forms():
    branches = list("ABCD")
    areas = pd.DataFrame([[25, 25, 25, 25], [100, 0, 0, 0], [50, 50, 0, 0], [3, 3, 0, 0]])
    areas.columns = branches
    found = industry_structure(areas, [25, 25, 25, 25])
    nothing = np.nan
    expected = {
        "krugman": [0, 1.5, 1, nothing],
        "gini_spec": [0, 0.75, 0.5, nothing],
        "herfindahl": [0.25, 1, 0.5, nothing],
        "herf_norm": [0, 1, 1 / 3, nothing],
        "eff_branch": [4, 1, 2, nothing],
        "hachman": [1, 0.25, 0.5, nothing],
        "shannon": [1, 0, 0.5, nothing],
        "top_share": [25, 100, 50, nothing],
        "top3_share": [75, 100, 100, nothing],
        "breadth": [100, 25, 50, nothing],
    }
    for name, values in expected.items():
        np.testing.assert_allclose(found[name], values, atol=1e-15, err_msg=name)
    assert found["top_branch"].tolist() == ["A", "A", "A", "A"]


@pytest.mark.parametrize("seed", range(3))
def test_hachman_is_the_reciprocal_of_the_weighted_mean_quotient(seed):
    rng = np.random.default_rng(seed)
    local, nation = rng.integers(0, 90, 15), rng.integers(1000, 9000, 15)
    share = local / local.sum()
    quotient = location_quotient([local], nation).quotient[0] / 100
    found = industry_structure(pd.DataFrame([local]), nation)["hachman"][0]
    assert found == pytest.approx(1 / (quotient * share).sum(), rel=1e-12)


def test_structure_does_not_change_with_the_order_of_the_branches():
    rng = np.random.default_rng(5)
    local, nation = pd.DataFrame(rng.integers(0, 90, (4, 9))), rng.integers(10, 900, 9)
    order = rng.permutation(9)
    turned = industry_structure(local[order], nation[order]).drop(columns="top_branch")
    same = industry_structure(local, nation).drop(columns="top_branch")
    pd.testing.assert_frame_equal(turned, same, rtol=1e-12)


def test_a_branch_that_the_reference_lacks():
    found = industry_structure(pd.DataFrame([[50, 50]]), [100, 0]).iloc[0]
    assert found["hachman"] == 0
    assert found["krugman"] == 1
    assert found["gini_spec"] == 0


def test_an_area_without_employed_has_no_structure():
    found = industry_structure(pd.DataFrame([[0, 0]]), [1, 1], smallest_base=0).iloc[0]
    assert found["top_branch"] is None
    assert found.drop("top_branch").isna().all()


def sections():
    with SNI.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_shipped_sections_cover_all_divisions_once():
    rows = sections()
    assert [row["code"] for row in rows] == list("ABCDEFGHIJKLMNOPQRSTU")
    assert len({row["group"] for row in rows}) == 15
    spans = [tuple(map(int, row["divisions"].split("-"))) for row in rows]
    assert all(first <= last for first, last in spans)
    assert all(later[0] > earlier[1] for earlier, later in zip(spans, spans[1:]))
    assert all(row["group"].split("+").count(row["code"]) == 1 for row in rows)
    assert all(row[name] for row in rows for name in row)


@pytest.mark.parametrize(
    ("code", "group"),
    [
        ("C", "B+C"),
        ("B+C", "B+C"),
        ("10", "B+C"),
        ("01.110", "A"),
        ("47112", "G"),
        ("99", "R+S+T+U"),
        ("00", None),
        ("34", None),
        ("", None),
        (None, None),
        ("X", None),
    ],
)
def test_industry_codes_of_any_level_find_their_group(code, group):
    groups = {row["code"]: row["group"] for row in sections()}
    divisions = {row["divisions"]: row["code"] for row in sections()}
    assert branch_groups([code, "F"], groups, divisions).tolist() == [group, "F"]


def test_a_table_is_spread_over_branches_and_nobody_is_lost():
    rng = np.random.default_rng(1)
    table = pd.DataFrame(
        {
            "place": rng.choice(["A", "B", "C", "Z"], 200),
            "branch": rng.choice(["F", "G", "00", None], 200),
            "employed": rng.integers(0, 9, 200),
        }
    )
    found = employment_by_branch(table, ["C", "A", "B"], ["G", "F"])
    for row, place in enumerate("CAB"):
        for branch in "GF":
            cell = (table["place"] == place) & (table["branch"] == branch)
            assert found.employed.loc[row, branch] == table.loc[cell, "employed"].sum()
    total = found.employed.to_numpy().sum() + found.unknown.sum() + found.elsewhere
    assert total == table["employed"].sum()


@pytest.mark.parametrize(
    ("places", "employed", "sentence"),
    [(["A", "A"], [1.0], "'A' belongs"), (["A"], [-2.0], "cannot be -2")],
)
def test_refuses_places_and_numbers_that_cannot_be(places, employed, sentence):
    table = pd.DataFrame({"place": ["A"], "branch": ["F"], "employed": employed})
    with pytest.raises(InputError, match=sentence):
        employment_by_branch(table, places, ["F"])


def test_missing_numbers_count_as_none():
    table = pd.DataFrame({"place": ["A"], "branch": ["F"], "employed": [np.nan]})
    assert employment_by_branch(table, ["A"], ["F"]).employed.to_numpy().tolist() == [[0]]
