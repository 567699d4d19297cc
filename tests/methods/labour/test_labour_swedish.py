"""Local labour markets: the official areas of Norrbotten, circles and chains by hand."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.labour.flows import read_flows
from samplan.processing.methods.labour.rules import ClusterRule, LinkRule, rule_of
from samplan.processing.methods.labour.swedish import local_labour_markets

PROFILE_FILE = Path(__file__).resolve().parents[3] / "processing/profiles/labour_markets.json"


def profiles():
    return json.loads(PROFILE_FILE.read_text(encoding="utf-8"))["profiles"]


def areas(*rows, rule=None):
    flows = read_flows(pd.DataFrame(rows, columns=["from", "to", "employed"]))
    return local_labour_markets(flows, rule or LinkRule()).set_index("code")


def test_norrbotten_has_its_nine_official_areas(reference):
    table = pd.read_csv(reference("sweden_commuting/norrbotten_bas_2022_total_long.csv"), dtype=str)
    flows = read_flows(
        pd.DataFrame(
            {
                "from": table["residence_code"],
                "to": table["workplace_code"],
                "employed": table["employed"].astype(float),
            }
        )
    )
    assert flows.persons.sum() == 121083
    name = "sweden_commuting/norrbotten_2022_expected_shares_and_la2022.csv"
    expected = pd.read_csv(reference(name), dtype={"kommun_kod": str, "to": str})
    found = local_labour_markets(flows, rule_of(profiles()["scb"]["settings"]))
    assert found["code"].tolist() == expected["kommun_kod"].tolist()
    assert found["la_code"].nunique() == 9
    official = expected.set_index("kommun_kod")["la_namn"]
    centre_name = found["la_code"].map(expected.set_index("kommun_kod")["namn"])
    assert centre_name.tolist() == official.tolist()
    np.testing.assert_allclose(found["out_share"], 100 * expected["out_share"], atol=0.0051)
    np.testing.assert_allclose(found["max_share"], 100 * expected["max_single_share"], atol=0.0051)
    assert found["max_dest"].tolist() == expected["to"].tolist()
    sufficient = expected["self_sufficient_20_7.5"].tolist()
    assert (found["la_role"] == "centre").tolist() == sufficient
    assert (found["la_how"] == "rule").all()


@pytest.mark.parametrize(
    ("to_b", "to_c", "role"),
    [(75, 75, "centre"), (76, 0, "link"), (75, 74, "centre"), (70, 131, "link")],
    ids=["just enough", "too many to one", "below both", "too many in all"],
)
def test_the_limits_themselves_are_allowed(to_b, to_c, role):
    # 50 more go to D
    rows = [("A", "A", 1000 - to_b - to_c - 50), ("A", "B", to_b), ("A", "C", to_c), ("A", "D", 50)]
    others = [(place, place, 5000) for place in "BCD"]
    assert areas(*rows, *others).loc["A", "la_role"] == role


def test_a_satellite_reaches_its_centre_over_another_place():
    found = areas(
        ("C", "C", 1000), ("B", "C", 300), ("B", "B", 700), ("A", "B", 400), ("A", "A", 600)
    )
    assert found["la_code"].tolist() == ["C", "C", "C"]
    assert found["la_links"].to_dict() == {"A": 2, "B": 1, "C": 0}
    assert found["la_role"].to_dict() == {"A": "satellite", "B": "link", "C": "centre"}
    assert found["la_parent"].to_dict() == {"A": "B", "B": "C", "C": None}


def test_of_two_places_that_need_each_other_the_less_dependent_is_the_centre():
    found = areas(("A", "A", 700), ("A", "B", 300), ("B", "B", 600), ("B", "A", 400))
    assert found["la_code"].tolist() == ["A", "A"]
    assert found["la_how"].tolist() == ["circle", "rule"]


def test_of_equals_in_a_circle_the_larger_is_the_centre():
    found = areas(("A", "A", 70), ("A", "B", 30), ("B", "B", 140), ("B", "A", 60))
    assert found["la_code"].tolist() == ["B", "B"]


@pytest.mark.parametrize(
    ("shares", "cut"),
    [((40, 35, 30), "C"), ((30, 35, 40), "A"), ((35, 30, 40), "B")],
    ids=["next to the centre", "at the end", "in the middle"],
)
def test_a_chain_of_three_is_cut_at_its_weakest_link(shares, cut):
    links = list(zip("ABC", "BCD", shares))
    rows = [(start, end, share) for start, end, share in links]
    rows += [(start, start, 100 - share) for start, _, share in links] + [("D", "D", 1000)]
    found = areas(*rows)
    assert found.index[found["la_how"] == "cut"].tolist() == [cut]
    assert found.loc[cut, "la_role"] == "centre"
    assert found["la_links"].max() <= 2
    longer = areas(*rows, rule=LinkRule(max_links=3))
    assert longer["la_code"].unique().tolist() == ["D"]
    assert longer.loc["A", "la_role"] == "outer"


def test_the_largest_destination_may_lie_outside_the_table():
    found = areas(("0561", "0561", 60), ("0561", "0581", 40))
    assert found["la_code"].to_dict() == {"0561": "0581"}


def test_a_place_where_nobody_leaves_is_its_own_area():
    found = areas(("A", "A", 10))
    assert found.loc["A", ["la_code", "la_role", "out_share"]].tolist() == ["A", "centre", 0]
    assert found.loc["A", "max_dest"] is None


def test_equal_flows_go_to_the_place_with_more_employed_then_to_the_lower_code():
    rows = [("A", "A", 40), ("A", "B", 20), ("A", "C", 20), ("A", "D", 20)]
    found = areas(*rows, ("B", "B", 500), ("C", "C", 900), ("D", "D", 900))
    assert found.loc["A", "max_dest"] == "C"


@pytest.mark.parametrize("seed", range(30))
def test_equals_a_naive_search(seed):
    rng = np.random.default_rng(seed)
    count = 14
    matrix = rng.integers(1, 40, (count, count)) * (rng.random((count, count)) < 0.3)
    matrix += np.diag(rng.integers(20, 200, count))
    matrix[rng.integers(count)] *= 3
    rows = [(f"{i:02d}", f"{j:02d}", matrix[i, j]) for i in range(count) for j in range(count)]
    rng.shuffle(rows)
    limit = 1 + seed % 3
    found = areas(*rows, rule=LinkRule(15, 8, limit))
    assert found["la_links"].max() <= limit
    assert [int(code) for code in found["la_code"]] == naive(matrix, 15, 8, limit)


def naive(matrix, max_out, max_single, limit):
    count = len(matrix)
    employed = matrix.sum(1)
    away = matrix - np.diag(matrix.diagonal())
    out, single = 100 * away.sum(1) / employed, 100 * away.max(1) / employed
    up = {}
    for i in range(count):
        if out[i] > max_out or single[i] > max_single:
            up[i] = max((j for j in range(count)), key=lambda j: (away[i, j], employed[j], -j))

    def path(i):
        steps = [i]
        while steps[-1] in up and up[steps[-1]] not in steps:
            steps.append(up[steps[-1]])
        return steps

    while True:
        circles = [path(i) for i in range(count) if up.get(path(i)[-1]) == i]
        if not circles:
            break
        del up[min(circles[0], key=lambda i: (out[i], -employed[i], i))]
    while True:
        longest = max((path(i) for i in range(count)), key=lambda p: (len(p), -p[0]))
        if len(longest) - 1 <= limit:
            return [path(i)[-1] for i in range(count)]
        del up[min(longest[:-1], key=lambda i: (single[i], employed[i], i))]


def test_a_rule_without_links_is_refused():
    with pytest.raises(InputError, match="at least one link"):
        areas(("A", "A", 10), rule=LinkRule(max_links=0))


def test_shipped_profiles_are_the_published_rules():
    assert rule_of(profiles()["scb"]["settings"]) == LinkRule(20, 7.5, 2) == LinkRule()
    assert rule_of(profiles()["istat"]["settings"]) == ClusterRule(1000, 10000, 66.67, 75)
    assert rule_of(profiles()["ttwa"]["settings"]) == ClusterRule(3500, 25000, 66.67, 75)
    for profile in profiles().values():
        assert set(profile["label"]) == {"en", "sv"}
        assert set(profile["settings"]) == set(profile["sources"])


LINKS = {"rule": "links", "max_out_share": 20, "max_single_share": 7.5, "max_links": 2}
CLUSTERS = {
    "rule": "clusters",
    "min_size": 1000,
    "target_size": 10000,
    "min_self_containment": 60,
    "target_self_containment": 75,
}


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({**LINKS, "rule": "guess"}, "'links' or 'clusters'"),
        ({}, "'links' or 'clusters'"),
        ({**LINKS, "max_out_share": 120}, "'max_out_share'.*cannot be 120"),
        ({**LINKS, "max_links": "two"}, "'max_links'.*not 'two'"),
        ({**LINKS, "max_single_share": None}, "'max_single_share'"),
        ({**LINKS, "max_single_share": True}, "'max_single_share'"),
        ({**CLUSTERS, "min_size": 10000}, "size, 10000.0, must be below"),
        ({**CLUSTERS, "min_self_containment": 75}, "75.0 %"),
        ({**CLUSTERS, "min_self_containment": 0}, "above 0"),
        ({**CLUSTERS, "target_size": float("inf")}, "'target_size'"),
    ],
)
def test_profiles_that_cannot_be_used_are_refused(settings, sentence):
    with pytest.raises(InputError, match=sentence):
        rule_of(settings)
