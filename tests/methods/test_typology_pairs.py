"""Pairs that look alike and work differently, against a plain double loop."""

import itertools

import numpy as np
import pandas as pd
import pytest
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.typology.likeness import likeness, row_of
from samplan.processing.methods.typology.pairs import most_like, ranked_pairs, telling
from samplan.processing.methods.typology.scaling import Field


@pytest.fixture
def places():
    rng = np.random.default_rng(8)
    return rng.normal(size=(25, 3)), rng.normal(size=(25, 4))


def by_hand(looks, works):
    """Distances, percentile ranks and index of each pair, one by one."""
    pairs = list(itertools.combinations(range(len(looks)), 2))
    found = {}
    for name, values in (("d_struct", looks), ("d_funct", works)):
        found[name] = [np.sqrt(np.mean((values[a] - values[b]) ** 2)) for a, b in pairs]
    ranks = [
        [
            100 * sum(other < each for other in found[name]) / (len(pairs) - 1)
            for each in found[name]
        ]
        for name in ("d_struct", "d_funct")
    ]
    return pairs, found, np.array(ranks)


@pytest.mark.parametrize("reverse", [False, True])
def test_the_ranking_is_that_of_a_plain_loop(places, reverse):
    looks, works = places
    pairs, distances, (structural, functional) = by_hand(looks, works)
    table = ranked_pairs(looks, works, reverse=reverse, limit=1000, each=1000)
    index = (functional - structural).round(9)
    wanted = structural >= 80 if reverse else structural <= 20
    assert len(table) == wanted.sum() == 60
    order = sorted(np.flatnonzero(wanted), key=lambda i: index[i] * (1 if reverse else -1))
    assert list(zip(table["a"], table["b"])) == [pairs[i] for i in order]
    np.testing.assert_allclose(table["index"], index[order], atol=1e-8)
    np.testing.assert_allclose(table["d_funct"], np.array(distances["d_funct"])[order], rtol=1e-12)


def test_no_place_fills_the_list(places):
    table = ranked_pairs(*places, each=2, limit=1000)
    assert np.bincount(np.r_[table["a"], table["b"]]).max() == 2
    assert len(ranked_pairs(*places, each=2, limit=3)) == 3


def test_pairs_of_one_place(places):
    table = ranked_pairs(*places, one=7, each=1, quantile=1)
    assert len(table) == 24
    assert ((table["a"] == 7) | (table["b"] == 7)).all()


def test_the_most_alike_come_first(places):
    looks, works = places
    table = most_like(looks, works, 3, limit=24)
    mean = [
        (
            np.sqrt(np.mean((looks[i] - looks[3]) ** 2))
            + np.sqrt(np.mean((works[i] - works[3]) ** 2))
        )
        / 2
        for i in range(25)
    ]
    assert table["b"].tolist() == [i for i in np.argsort(mean) if i != 3]
    np.testing.assert_allclose(table["index"], 100 * 0.5 ** np.sort(mean)[1:], rtol=1e-12)


def test_equal_places_are_wholly_alike():
    values = np.array([[1.0], [1.0], [2.0]])
    assert most_like(values, values, 0)["index"].tolist() == [100.0, 50.0]
    table = ranked_pairs(values, values, quantile=0.5)
    assert table[["a", "b", "index"]].values.tolist()[0] == [0, 1, 0]


def test_telling_fields_are_the_farthest_or_the_nearest():
    values = np.array([[0.0, 0, 0, 0], [1.0, -5, 2, 2]])
    pairs = pd.DataFrame({"a": [0], "b": [1]})
    assert telling(pairs, values, list("pqrs")) == [["q", "r", "s"]]
    assert telling(pairs, values, list("pqrs"), alike=True) == [["p", "r", "s"]]
    assert telling(pairs, values[:, :1], ["p"]) == [["p"]]


LOOKS, WORKS = [Field("pop", "log"), Field("dens")], [Field("jobs"), Field("age", direction=-1)]


@pytest.fixture
def towns():
    rng = np.random.default_rng(5)
    return pd.DataFrame(
        {
            "pop": rng.uniform(200, 9000, 20),
            "dens": rng.uniform(2, 30, 20),
            "jobs": rng.uniform(0, 100, 20),
            "age": rng.uniform(10, 30, 20),
        }
    )


@pytest.mark.parametrize("mode", ["alike_but_different", "different_but_alike"])
def test_the_order_of_the_rows_does_not_matter(towns, mode):
    order = np.random.default_rng(1).permutation(20)
    straight = likeness(towns, LOOKS, WORKS, mode=mode)
    turned = likeness(towns.iloc[order].reset_index(drop=True), LOOKS, WORKS, mode=mode)
    sets = [
        [frozenset(pair) for pair in zip(straight.pairs["a"], straight.pairs["b"])],
        [frozenset(order[list(pair)]) for pair in zip(turned.pairs["a"], turned.pairs["b"])],
    ]
    assert sets[0] == sets[1]
    assert turned.telling == straight.telling


def test_values_are_as_they_stand_and_the_direction_is_taken_back(towns):
    found = likeness(towns, LOOKS, WORKS, limit=2)
    values = found.values()
    assert values["field"].tolist() == ["pop", "dens", "jobs", "age"] * 2
    first = found.pairs.iloc[0]
    row = values.iloc[3]
    assert row["value_a"] == towns["age"][int(first["a"])]
    ages = (towns["age"][int(first["b"])] - towns["age"][int(first["a"])]) / towns["age"].std()
    assert row["std_apart"] == pytest.approx(ages)


def test_places_without_values_are_left_out_and_told(towns):
    towns.loc[4, "jobs"] = np.nan
    found = likeness(towns, LOOKS, WORKS, share=1.0, limit=1000, each=1000)
    assert found.dropped.tolist() == [4]
    assert not {4}.intersection(found.pairs["a"], found.pairs["b"])
    assert len(found.pairs) == 19 * 18 / 2
    filled = likeness(towns, LOOKS, WORKS, share=1.0, limit=1000, each=1000, missing="median")
    assert len(filled.pairs) == 190


@pytest.mark.parametrize(
    ("change", "arguments", "message"),
    [
        (lambda t: t.head(2), {}, "Only 2 localities"),
        (lambda t: t.assign(jobs=np.nan), {}, "has no values"),
        (lambda t: t, {"mode": "most_like"}, "Say which locality"),
        (lambda t: t.assign(jobs=t["jobs"].where(t.index != 3)), {"one": 3}, "lacks a value"),
        (lambda t: t.assign(pop=0.0), {}, "no logarithm"),
    ],
    ids=["two places", "no values", "nobody chosen", "chosen one lacks values", "zero"],
)
def test_what_cannot_be_compared_is_explained(towns, change, arguments, message):
    with pytest.raises(InputError, match=message):
        likeness(change(towns), LOOKS, WORKS, **arguments)


def test_nothing_to_compare(towns):
    with pytest.raises(InputError, match="at least one field"):
        likeness(towns, LOOKS, [])


def test_too_many_places_are_refused():
    values = np.zeros((6001, 1))
    with pytest.raises(InputError, match="at most 6000"):
        ranked_pairs(values, values)


def test_a_place_is_found_by_code_or_name():
    names, codes = ["Berg", "Berg", "Kisa"], ["1", "2", "3"]
    assert row_of(names, codes, "2") == 1
    assert row_of(names, codes, "KISA") == 2
    with pytest.raises(InputError, match="2 localities are called 'berg'"):
        row_of(names, codes, "berg")
    with pytest.raises(InputError, match="no locality with the name or code 'Horn'"):
        row_of(names, codes, "Horn")
