"""Services of a locality by hand, and against sums and searches that know no tricks."""

from itertools import combinations
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.network.build import build_network
from samplan.processing.methods.network.snap import snap
from samplan.processing.methods.service.centrality import centrality
from samplan.processing.methods.service.distance import (
    mean_distances,
    straight_distances,
    street_distances,
)
from samplan.processing.methods.service.supply import service_counts, service_supply

from .network_oracle import all_costs, random_streets

PROFILE = Path(__file__).resolve().parents[2] / "processing" / "profiles" / "services.csv"
TOWN, VILLAGE = shapely.box(0, 0, 1000, 1000), shapely.box(2000, 0, 2300, 300)
PLACES = [[10, 10], [20, 20], [990, 990], [2100, 100], [1500, 10], [5000, 5000]]
TYPES = ["shop", "shop", "library", "shop", "library", "casino"]


@pytest.mark.parametrize(
    ("buffer", "expected"),
    [(0, [[2, 1], [1, 0]]), (499.9, [[2, 1], [1, 0]]), (500, [[2, 2], [1, 1]])],
    ids=["inside only", "just too far", "one outlet near both"],
)
def test_outlets_count_in_and_near_a_locality(buffer, expected):
    counts = service_counts([TOWN, VILLAGE], PLACES, TYPES, ["shop", "library"], buffer=buffer)
    assert counts.to_numpy().tolist() == expected


def test_no_outlets_or_localities_count_nothing():
    assert service_counts([TOWN, None], np.empty((0, 2)), [], ["shop"])["shop"].tolist() == [0, 0]
    assert service_counts([], PLACES, TYPES, ["shop"]).shape == (0, 1)
    nowhere = service_counts([TOWN], [[np.nan, 1], [1, 1]], ["shop", None], ["shop"])
    assert nowhere["shop"].tolist() == [0]


@pytest.mark.parametrize(
    ("checklist", "buffer", "sentence"),
    [([], 0, "checklist"), (["a", "a"], 0, "only once"), (["a"], -1, "buffer must be 0")],
)
def test_refuses_an_unusable_checklist_or_buffer(checklist, buffer, sentence):
    with pytest.raises(InputError, match=sentence):
        service_counts([TOWN], PLACES, TYPES, checklist, buffer=buffer)


COUNTS = pd.DataFrame({"grocery": [4, 1, 0, np.nan], "library": [1, 0, 0, 1], "pool": [0, 0, 0, 2]})


def test_breadth_degree_depth_and_what_is_missing():
    supply = service_supply(
        COUNTS, weights=[2, 1, 5], caps=[2, 1, 1], names=["dagligvaror", "bibliotek", "simhall"]
    )
    assert supply["serv_n"].tolist() == [5, 1, 0, 3]
    assert supply["serv_types"].tolist() == [2, 1, 0, 2]
    np.testing.assert_allclose(supply["serv_deg"], [37.5, 25, 0, 75])
    np.testing.assert_allclose(supply["serv_depth"], [75, 25, 0, 50])
    assert supply["serv_miss"].tolist() == [
        "simhall",
        "simhall, bibliotek",
        "simhall, dagligvaror, bibliotek",
        "dagligvaror",
    ]


def test_without_weights_all_types_count_alike():
    supply = service_supply(COUNTS)
    np.testing.assert_allclose(supply["serv_deg"], supply["serv_types"] / 3 * 100)
    assert "serv_depth" not in supply


@pytest.mark.parametrize(
    "options",
    [
        {"weights": [1, 2]},
        {"weights": [0, 0, 0]},
        {"weights": [1, -1, 1]},
        {"caps": [1]},
        {"names": []},
    ],
    ids=["too few weights", "no weight at all", "a negative weight", "too few caps", "no names"],
)
def test_refuses_weights_caps_and_names_that_do_not_fit(options):
    with pytest.raises(InputError, match="Give one"):
        service_supply(COUNTS, **options)


def test_the_checklist_profile_is_usable():
    profile = pd.read_csv(PROFILE, dtype={"weight": float})
    assert list(profile) == ["key", "code", "name_sv", "name_en", "weight", "source", "also"]
    assert len(profile) == 22
    assert profile.drop(columns="also").notna().all(axis=None)
    assert profile["key"].is_unique
    assert profile["code"].is_unique
    # two characters stand before it in a field's name
    assert (profile["code"].str.len() <= 8).all()
    assert profile["code"].map(str.isascii).all()
    counts = pd.DataFrame([[1] * 22], columns=profile["key"])
    assert service_supply(counts, weights=profile["weight"])["serv_deg"].tolist() == [100]


def test_centrality_by_hand():
    counts = pd.DataFrame({"grocery": [5, 3, 2, 0], "court": [1, 0, 0, 0], "none": [0, 0, 0, 0]})
    found = centrality(counts, levels=3)
    np.testing.assert_allclose(found["centrality"], [150, 30, 20, 0])
    assert found["centr_rank"].tolist() == [1, 2, 3, 4]
    assert found["centr_lvl"].tolist()[:3] == [1, 2, 3]
    assert np.isnan(found["centr_lvl"][3])


def test_centrality_sums_to_a_hundred_for_each_type():
    counts = pd.DataFrame(np.random.default_rng(1).integers(0, 4, (40, 9)))
    assert centrality(counts)["centrality"].sum() == pytest.approx(900, rel=1e-12)
    outside = centrality(counts, totals=2 * counts.sum())["centrality"].sum()
    assert outside == pytest.approx(450, rel=1e-12)


def test_equals_share_their_rank_and_level():
    found = centrality(pd.DataFrame({"shop": [3, 1, 3, 1, 9]}), levels=9)
    assert found["centr_rank"].tolist() == [2, 4, 2, 4, 1]
    assert found["centr_lvl"].tolist() == [2, 3, 2, 3, 1]


@pytest.mark.parametrize("levels", [1, 2, 3, 5])
@pytest.mark.parametrize("seed", range(4))
def test_levels_are_the_best_of_all_partitions(seed, levels):
    counts = np.random.default_rng(seed).integers(1, 60, 11)
    level = centrality(pd.DataFrame({"shop": counts}), levels=levels)["centr_lvl"].to_numpy()
    logs = np.sort(np.log(counts))

    def within(groups):
        return sum(((g - g.mean()) ** 2).sum() for g in groups if len(g))

    distinct = len(np.unique(counts))
    best = min(
        within(np.split(logs, cuts))
        for cuts in combinations(range(1, 11), min(levels, distinct) - 1)
    )
    own = within([np.log(counts[level == k]) for k in np.unique(level)])
    assert own == pytest.approx(best, abs=1e-9)
    assert len(np.unique(level)) == min(levels, distinct)
    assert (np.diff(level[np.argsort(counts)]) <= 0).all()


def test_centrality_without_localities_and_with_wrong_options():
    assert centrality(pd.DataFrame({"shop": []})).shape == (0, 3)
    assert centrality(pd.DataFrame({"shop": [0, 0]}))["centr_lvl"].isna().all()
    with pytest.raises(InputError, match="at least one level"):
        centrality(COUNTS, levels=0)
    with pytest.raises(InputError, match="one total for each"):
        centrality(COUNTS, totals=[1])


def test_straight_distances_equal_all_distances():
    rng = np.random.default_rng(5)
    homes, outlets = rng.uniform(0, 999, (70, 2)), rng.uniform(0, 999, (40, 2))
    homes[3] = outlets[7] = np.nan
    types = rng.choice(["shop", "library"], 40)
    found = straight_distances(homes, outlets, types, ["library", "shop", "pool"])
    gap = np.linalg.norm(homes[:, None] - outlets[None], axis=2)
    gap[:, 7] = np.inf
    for name in ["library", "shop"]:
        np.testing.assert_allclose(found[name], gap[:, types == name].min(axis=1), rtol=1e-12)
    assert found["pool"].isna().all()


@pytest.mark.parametrize("by", ["length", "seconds"])
def test_street_distances_equal_brute_force(by):
    lines, oneway, speed, rng = random_streets(21)
    network = build_network(lines, oneway=oneway, speed=speed)
    homes = snap(network, rng.uniform(0, 1000, (30, 2)), limit=60)
    outlets = snap(network, rng.uniform(0, 1000, (12, 2)), limit=60)
    types = np.array(["shop", "library"] * 6)
    found = street_distances(network, homes, outlets, types, ["shop", "library", "pool"], by=by)
    costs = all_costs(network, [homes, outlets], by)
    for name in ["shop", "library"]:
        expected = [
            min(costs[0, home].get((1, o), np.inf) for o in np.flatnonzero(types == name))
            for home in range(30)
        ]
        expected = np.where(np.isinf(expected), np.nan, expected)
        np.testing.assert_allclose(found[name], expected, rtol=1e-12, atol=1e-9)
    assert found["pool"].isna().all()


def test_mean_distances_leave_out_who_has_none():
    distances = pd.DataFrame({"shop": [100, 300, np.nan, 50, 70], "pool": [np.nan] * 5})
    mean = mean_distances(distances, [0, 0, 0, 1, -1], [30, 10, 99, 9, 99], 3)
    np.testing.assert_allclose(mean["shop"], [150, np.nan, np.nan])
    assert mean["pool"].isna().all()
    looser = mean_distances(distances, [0, 0, 0, 1, -1], [30, 10, 99, 9, 99], 3, smallest_base=9)
    np.testing.assert_allclose(looser["shop"], [150, 50, np.nan])
