"""Commuting tables and what they say of groups of places, by hand and against full matrices."""

import numpy as np
import pandas as pd
import pytest
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.labour.flows import read_flows
from samplan.processing.methods.labour.measures import (
    area_flows,
    area_measures,
    crossing,
    modularity,
)


def table(*rows):
    return pd.DataFrame(rows, columns=["from", "to", "employed"])


@pytest.fixture
def matrix():
    """Commuters between ten places, with their codes."""
    rng = np.random.default_rng(11)
    return rng.integers(0, 60, (10, 10)), [f"{number:02d}" for number in range(10)]


def as_table(matrix, codes):
    rows = [(codes[i], codes[j], matrix[i, j]) for i in range(10) for j in range(10)]
    return table(*rows)


def test_the_matrix_comes_back_whatever_the_order_of_the_rows(matrix):
    persons, codes = matrix
    shuffled = as_table(persons, codes).sample(frac=1, random_state=3)
    flows = read_flows(shuffled)
    assert flows.codes == tuple(codes)
    np.testing.assert_array_equal(flows.persons.toarray(), persons)
    np.testing.assert_array_equal(flows.employed, persons.sum(1))
    np.testing.assert_array_equal(flows.jobs, persons.sum(0))
    np.testing.assert_array_equal(flows.staying, persons.diagonal())


def test_what_cannot_be_placed_is_told():
    flows = read_flows(
        table(
            ("0580", "0580", 60),
            ("0580", "0583", 10),
            ("0580", "0583", 5),
            ("0580", None, 7),
            ("", "0583", 2),
            ("0583", "0580", np.nan),
            ("0999", "0580", 0),
        )
    )
    assert flows.codes == ("0580", "0583")
    assert flows.persons.toarray().tolist() == [[60, 15], [0, 0]]
    assert (flows.unknown, flows.repeated, flows.missing) == (9, 1, 1)


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([("A", "B", -3)], "'A' to 'B' is -3"),
        ([], "no commuters between places"),
        ([("A", None, 4), ("A", "B", 0)], "no commuters between places"),
    ],
    ids=["a negative flow", "an empty table", "nothing that can be placed"],
)
def test_refuses_a_table_without_commuters(rows, sentence):
    with pytest.raises(InputError, match=sentence):
        read_flows(table(*rows))


def test_measures_equal_the_full_matrix(matrix):
    persons, codes = matrix
    area = np.array([0, 0, 1, 1, 1, 2, 2, 0, -1, -1])
    areas = {code: "xyz"[number] for code, number in zip(codes, area) if number >= 0}
    measures = area_measures(read_flows(as_table(persons, codes)), areas)
    assert measures["la_code"].tolist() == ["x", "y", "z"]
    assert measures["la_places"].tolist() == [3, 3, 2]
    total = persons.sum()
    for number, row in measures.iterrows():
        inside = area == number
        live, work = persons[inside].sum(), persons[:, inside].sum()
        within = persons[np.ix_(inside, inside)].sum()
        assert (row["employed"], row["jobs"], row["within"]) == (live, work, within)
        assert row["self_live"] == pytest.approx(100 * within / live, rel=1e-12)
        assert row["self_work"] == pytest.approx(100 * within / work, rel=1e-12)
        assert row["net_comm"] == work - live
        chance = within / total - live * work / total**2
        assert row["modularity"] == pytest.approx(chance, rel=1e-12, abs=1e-15)


def test_modularity_of_any_partition_is_the_sum_over_pairs(matrix):
    persons, codes = matrix
    area = np.random.default_rng(2).integers(0, 4, 10)
    live, work, total = persons.sum(1), persons.sum(0), persons.sum()
    same = area[:, None] == area[None]
    expected = ((persons / total - np.outer(live, work) / total**2) * same).sum()
    areas = dict(zip(codes, map(str, area)))
    found = modularity(read_flows(as_table(persons, codes)), areas)
    assert found == pytest.approx(expected, rel=1e-10)


def test_one_area_for_all_has_no_modularity(matrix):
    flows = read_flows(as_table(*matrix))
    assert modularity(flows, dict.fromkeys(flows.codes, "all")) == pytest.approx(0, abs=1e-15)


def test_flows_between_areas_keep_every_commuter(matrix):
    persons, codes = matrix
    areas = {code: str(int(code) % 3) for code in codes[:8]}
    pairs = area_flows(read_flows(as_table(persons, codes)), areas)
    assert pairs["employed"].sum() == persons.sum()
    expected = persons[np.ix_([0, 3, 6], [1, 4, 7])].sum()
    found = pairs[(pairs["from"] == "0") & (pairs["to"] == "1")]
    assert found["employed"].tolist() == [expected]
    outside = pairs[(pairs["from"] == "") & (pairs["to"] == "")]
    assert outside["employed"].tolist() == [persons[8:, 8:].sum()]


@pytest.mark.parametrize("inside", [[], [3], [0, 4, 9], list(range(10))])
def test_crossing_a_border_equals_the_full_matrix(matrix, inside):
    persons, codes = matrix
    found = crossing(read_flows(as_table(persons, codes)), [codes[i] for i in inside])
    chosen = np.isin(np.arange(10), inside)
    assert found.inward == persons[np.ix_(~chosen, chosen)].sum()
    assert found.outward == persons[np.ix_(chosen, ~chosen)].sum()
    assert found.within == persons[np.ix_(chosen, chosen)].sum()
    for listed, sums in (
        (found.origins, persons[:, chosen].sum(1) * ~chosen),
        (found.destinations, persons[chosen].sum(0) * ~chosen),
    ):
        assert listed["employed"].is_monotonic_decreasing
        assert dict(zip(listed["code"], listed["employed"])) == {
            codes[i]: sums[i] for i in np.flatnonzero(sums)
        }


def test_places_that_nobody_commutes_to_change_nothing(matrix):
    flows = read_flows(as_table(*matrix))
    assert crossing(flows, ["01", "nowhere"]).inward == crossing(flows, ["01"]).inward


def test_a_small_area_has_no_shares():
    measures = area_measures(read_flows(table(("A", "A", 9))), {"A": "A"})
    assert measures[["self_live", "self_work"]].isna().all(axis=None)
    looser = area_measures(read_flows(table(("A", "A", 9))), {"A": "A"}, smallest_base=9)
    assert looser["self_live"].tolist() == [100]


def test_brindisi_flows_between_areas_are_as_published(reference):
    flows = read_flows(
        pd.read_csv(reference("lma/brindisi.csv")).rename(
            columns={"community_live": "from", "community_work": "to", "amount": "employed"}
        )
    )
    members = pd.read_csv(reference("lma/expected_brindisi_clusterList.csv"))
    areas = {str(place): f"{area:02d}" for place, area in zip(members.community, members.LMA)}
    expected = pd.read_csv(reference("lma/expected_brindisi_cluster_flows.csv"))
    expected = {
        (f"{live:02d}", f"{work:02d}"): persons
        for live, work, persons in zip(expected.LMA_live, expected.LMA_work, expected.commuters)
        if persons
    }
    found = area_flows(flows, areas)
    assert dict(zip(zip(found["from"], found["to"]), found["employed"])) == expected
    measures = area_measures(flows, areas)
    marginals = pd.read_csv(reference("lma/expected_brindisi_marginals.csv"))
    names = {"employed": "EMP_live", "jobs": "EMP_work", "within": "EMP_live_work"}
    for ours, theirs in names.items():
        assert measures[ours].tolist() == marginals[theirs].tolist()
    np.testing.assert_allclose(measures["self_work"], 100 * marginals["SC_demand_side"], rtol=1e-13)
    np.testing.assert_allclose(measures["self_live"], 100 * marginals["SC_supply_side"], rtol=1e-13)
