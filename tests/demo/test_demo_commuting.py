"""The demo region's commuting: sums, self-containment, and the fitting against a closed form."""

import doctest

import numpy as np
import pandas as pd
import pytest
from samplan.processing.demo import commuting as commuting_module
from samplan.processing.demo import facts
from samplan.processing.demo.commuting import (
    OUTSIDE,
    areas,
    balanced,
    commuting,
    jobs,
    jobs_by_section,
)

TINY = ["Mantorp", "Vikingstad", "Sya", "Spångsholm", "Sjögestad", "Rappestad", "Västerlösa"]
OUTSIDE_CODES = set(OUTSIDE["code"])


@pytest.fixture(scope="module")
def flows():
    return commuting(facts.PLACES, seed=1)


@pytest.fixture(scope="module")
def zones():
    return areas(facts.PLACES).set_index("code")


def share(flows, zones, homes, works):
    """Share of those who live in the homes that work in the works."""
    of = flows[flows["from_code"].isin(homes)]
    return of.loc[of["to_code"].isin(works), "employed"].sum() / of["employed"].sum()


def test_columns_and_pairs(flows):
    assert flows.columns.tolist() == [
        "from_code", "from_name", "to_code", "to_name", "year", "employed",
    ]  # fmt: skip
    assert not flows.duplicated(["from_code", "to_code", "year"]).any()
    assert (flows["employed"] > 0).all()
    assert pd.api.types.is_integer_dtype(flows["employed"])


def test_places_are_localities_countrysides_and_the_outside(flows, zones):
    assert set(flows["from_code"]) == set(zones.index) | OUTSIDE_CODES
    assert set(flows["to_code"]) == set(zones.index) | OUTSIDE_CODES
    names = dict(zip(flows["from_code"], flows["from_name"]))
    assert names["0580R"] == "Landsbygd, Linköping"
    assert names["0581"] == "Norrköping"
    passing = flows["from_code"].isin(OUTSIDE_CODES) & flows["to_code"].isin(OUTSIDE_CODES)
    assert not passing.any()


def test_flows_out_are_the_employed_residents(flows, zones):
    out = flows.groupby("from_code")["employed"].sum()
    expected = np.round(0.47 * zones["population"])
    assert (out[zones.index] == expected).all()


def test_flows_in_are_the_jobs_but_for_rounding(flows, zones):
    into = flows.groupby("to_code")["employed"].sum()[zones.index]
    # Each of the 54 origins is less than one person off.
    assert (into - zones["jobs"]).abs().max() < 20
    assert into.sum() == pytest.approx(zones["jobs"].sum(), rel=1e-3)


def test_the_countryside_fills_the_municipality(zones):
    inhabitants = zones.groupby("municipality")["population"].sum()
    known = facts.MUNICIPALITIES.set_index("code")["population"]
    assert (inhabitants[known.index] == known).all()


@pytest.mark.parametrize(
    ("home", "least", "most"),
    [
        ("Linköping", 0.83, 0.91),
        ("Motala", 0.66, 0.76),
        ("Mjölby", 0.6, 0.78),
        ("Kisa", 0.6, 0.8),
        ("Linghem", 0.08, 0.2),
        ("Vikingstad", 0.08, 0.2),
        ("Ekängen", 0.02, 0.12),
    ],
)
def test_as_many_work_at_home_as_one_would_think(flows, zones, home, least, most):
    code = zones.index[zones["name"] == home]
    assert least < share(flows, zones, code, code) < most


def test_nearly_nine_of_ten_work_in_linkoping_municipality(flows, zones):
    code = zones.index[zones["municipality"] == "0580"]
    assert 0.84 < share(flows, zones, code, code) < 0.91


def test_most_from_outside_come_from_norrkoping(flows):
    into = flows[flows["to_code"] == "0580T001"].set_index("from_code")["employed"]
    others = into.drop("0580T001")
    assert others.idxmax() == "0581"


@pytest.mark.parametrize("home", ["Linghem", "Sturefors", "Ekängen", "Slaka", "Grebo"])
def test_the_small_places_around_linkoping_work_there(flows, home):
    out = flows[flows["from_name"] == home].set_index("to_name")["employed"]
    assert out.idxmax() == "Linköping"


def test_a_tiny_region_works_with_the_outside():
    places = facts.PLACES[facts.PLACES["name"].isin(TINY)]
    found, zones = commuting(places, seed=1), areas(places).set_index("code")
    assert set(found["from_code"]) == set(zones.index) | OUTSIDE_CODES
    out = found.groupby("from_code")["employed"].sum()[zones.index]
    assert (out == np.round(0.47 * zones["population"])).all()
    into = found.groupby("to_code")["employed"].sum()[zones.index]
    assert (into - zones["jobs"]).abs().max() < 12


def test_the_same_seed_gives_the_same_flows():
    once, again, other = (commuting(facts.PLACES, seed=seed) for seed in (3, 3, 4))
    pd.testing.assert_frame_equal(once, again)
    assert not once.equals(other)


def test_jobs_are_those_of_the_places():
    found = jobs(facts.PLACES)
    expected = facts.PLACES.set_index("code")["jobs"]
    assert (found[expected.index] == expected).all()
    assert set(found.index) - set(expected.index) == {"0513R", "0561R", "0580R", "0583R", "0586R"}


def test_sections_sum_to_the_jobs_and_follow_the_character():
    table = jobs_by_section(facts.PLACES)
    assert "".join(table.columns) == "ABCDEFGHIJKLMNOPQRS"
    assert (table.sum(axis=1) == jobs(facts.PLACES)[table.index]).all()
    assert (table >= 0).all(axis=None)
    parts = table.div(table.sum(axis=1), axis=0)
    code = facts.PLACES.set_index("name")["code"]
    assert parts["C"].idxmax() in set(code[["Åtvidaberg", "Ljungsbro", "Väderstad"]])
    assert parts.loc[code["Mantorp"], "G"] > 1.5 * parts.loc[code["Linköping"], "G"]
    assert parts.loc["0513R", "A"] > 0.15


def test_fitting_keeps_the_odds_and_meets_the_sums():
    random = np.random.default_rng(0)
    likelihood = random.uniform(0.1, 2, (7, 5))
    rows, columns = random.uniform(1, 9, 7), random.uniform(1, 9, 5)
    columns *= rows.sum() / columns.sum()
    found = balanced(likelihood, rows, columns)
    np.testing.assert_allclose(found.sum(axis=1), rows, rtol=1e-12)
    np.testing.assert_allclose(found.sum(axis=0), columns, atol=1e-6 * columns.max())
    # Scaling rows and columns leaves every cross-product ratio as it was.
    odds = [m[:-1, :-1] * m[1:, 1:] / (m[:-1, 1:] * m[1:, :-1]) for m in (likelihood, found)]
    np.testing.assert_allclose(odds[1], odds[0], rtol=1e-9)


def test_fitting_two_by_two_has_the_closed_form():
    # With odds ratio 4 and even sums of 3: x / (3 - x) = sqrt(4).
    found = balanced(np.array([[2.0, 1.0], [1.0, 2.0]]), np.array([3.0, 3.0]), np.array([3.0, 3.0]))
    np.testing.assert_allclose(found, [[2, 1], [1, 2]], rtol=1e-6)
    skew = balanced(np.array([[4.0, 1.0], [1.0, 1.0]]), np.array([3.0, 3.0]), np.array([3.0, 3.0]))
    np.testing.assert_allclose(skew, [[2, 1], [1, 2]], rtol=1e-5)


def test_examples_are_true():
    assert doctest.testmod(commuting_module).failed == 0


def test_what_is_impossible_stays_so():
    found = balanced(np.array([[0.0, 1.0], [1.0, 1.0]]), np.array([1.0, 3.0]), np.array([2.0, 2.0]))
    assert found[0, 0] == 0
    np.testing.assert_allclose(found, [[0, 1], [2, 1]], rtol=1e-5)
