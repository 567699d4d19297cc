"""Functional localities by hand."""

import geopandas as gpd
import numpy as np
import pytest
import shapely
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.functional import functional_localities

RANKS = ["town", "village", "holiday", "facility"]


def settlements(*rows):
    """Squares of 100 m: code, kind, population, left edge."""
    code, kind, population, left = zip(*rows)
    left = np.array(left, dtype=float)
    return gpd.GeoDataFrame(
        {
            "code": code,
            "name": [c.upper() for c in code],
            "kind": kind,
            "population": np.array(population, dtype=float),
        },
        geometry=shapely.box(left, 0, left + 100, 100),
    )


def groups(found, members):
    """Members of each place, as sorted strings."""
    codes = members["code"].to_numpy()
    return ["".join(sorted(codes[found.member == k])) for k in range(len(found.localities))]


@pytest.mark.parametrize(
    ("left", "buffer", "expected"),
    [(700, 300, ["ab"]), (700.1, 300, ["a", "b"]), (100, 0, ["ab"]), (100.1, 0, ["a", "b"])],
    ids=["buffers that touch", "buffers that do not", "touching without a buffer", "apart"],
)
def test_places_unite_where_their_buffers_meet(left, buffer, expected):
    members = settlements(("a", "town", 500, 0), ("b", "town", 400, left))
    found = functional_localities(members, ranks=RANKS, buffer=buffer)
    assert groups(found, members) == expected


def test_a_chain_is_one_place_led_by_rank_then_population():
    members = settlements(
        ("a", "holiday", 9000, 0),
        ("b", "village", 120, 600),
        ("c", "village", 150, 1200),
        ("d", "facility", np.nan, 1800),
        ("e", "town", 300, 9000),
    )
    found = functional_localities(members, ranks=RANKS)
    table = found.localities
    assert groups(found, members) == ["abcd", "e"]
    assert table["loc_name"].tolist() == ["C", "E"]
    assert table["loc_class"].tolist() == ["village", "town"]
    assert table["loc_code"].tolist() == ["Fc", "Fe"]
    assert table["pop"].tolist() == [9270, 300]
    assert table["members"].tolist() == [4, 1]


def test_the_outline_is_the_ground_about_the_members():
    members = settlements(("a", "town", 500, 0))
    found = functional_localities(members, ranks=RANKS, buffer=300)
    expected = 100**2 + 4 * 100 * 300 + np.pi * 300**2
    # a quarter circle of 16 pieces is 0.2 % too small
    assert found.localities["area_ha"][0] * 1e4 == pytest.approx(expected, rel=2e-3)
    bare = functional_localities(members, ranks=RANKS, buffer=0)
    assert bare.localities["area_ha"].tolist() == [1]


def test_exceptions_join_and_keep_apart():
    members = settlements(
        ("a", "town", 500, 0),
        ("b", "town", 400, 300),
        ("c", "village", 90, 600),
        ("d", "town", 9, 9999),
    )
    found = functional_localities(members, ranks=RANKS, join=[("a", "d")], apart=[("b", "a")])
    assert groups(found, members) == ["ad", "bc"]
    one, other = found.localities.geometry
    assert one.intersection(other).area == pytest.approx(0, abs=1e-6)
    assert one.contains(members.geometry[0])
    assert other.buffer(1e-6).contains(members.geometry[1])
    assert one.union(other).area == pytest.approx(
        functional_localities(members.iloc[:3], ranks=RANKS).localities.area[0]
        + functional_localities(
            members.iloc[3:].reset_index(drop=True), ranks=RANKS
        ).localities.area[0],
        rel=1e-9,
    )


def test_the_nearer_neighbour_wins_the_member_between_two_kept_apart():
    members = settlements(("a", "town", 500, 0), ("m", "village", 90, 310), ("b", "town", 400, 600))
    found = functional_localities(members, ranks=RANKS, apart=[("a", "b")])
    assert groups(found, members) == ["a", "bm"]


def test_codes_live_on():
    members = settlements(
        ("a", "town", 500, 0),
        ("b", "town", 400, 5000),
        ("c", "town", 90, 5300),
        ("d", "town", 80, 9999),
    )
    earlier = {"a": "F1", "b": "F1", "c": "F2", "x": "Fd"}
    found = functional_localities(members, ranks=RANKS, earlier=earlier)
    # the place of a keeps F1 as the larger part, that of b and c then gets F2
    assert found.localities["loc_code"].tolist() == ["F1", "F2", "Fdx"]


def test_the_order_of_the_members_does_not_matter():
    rng = np.random.default_rng(4)
    rows = [
        (f"m{k}", rng.choice(RANKS), rng.integers(0, 5), left)
        for k, left in enumerate(rng.integers(0, 300, 40) * 100)
    ]
    members = settlements(*rows)
    apart = [("m1", "m2"), ("m3", "m9")]
    one = functional_localities(members, ranks=RANKS, apart=apart)
    order = rng.permutation(40)
    other = functional_localities(
        members.iloc[order].reset_index(drop=True), ranks=RANKS, apart=apart
    )
    assert one.member[order].tolist() == other.member.tolist()
    for column in ["loc_code", "loc_name", "pop", "members"]:
        assert one.localities[column].tolist() == other.localities[column].tolist()
    np.testing.assert_allclose(one.localities["area_ha"], other.localities["area_ha"], rtol=1e-9)


def test_groups_equal_the_parts_of_the_united_buffers():
    rng = np.random.default_rng(6)
    corner = rng.uniform(0, 20_000, (150, 2))
    members = gpd.GeoDataFrame(
        {"code": [f"{k:03}" for k in range(150)], "name": "x", "kind": "town", "population": 1.0},
        geometry=shapely.box(*corner.T, *(corner + 200).T),
    )
    found = functional_localities(members, ranks=RANKS)
    parts = shapely.get_parts(
        shapely.union_all(shapely.buffer(members.geometry, 300, quad_segs=64))
    )
    inside = shapely.contains(parts[:, None], shapely.centroid(members.geometry.array)[None])
    assert len(found.localities) == len(parts)
    assert sorted(map(tuple, np.equal.outer(found.member, range(len(parts))).T.tolist())) == sorted(
        map(tuple, inside.tolist())
    )


@pytest.mark.parametrize(
    ("change", "options", "sentence"),
    [
        ({"code": ["a", "a"]}, {}, "a code of its own"),
        ({"code": ["a", None]}, {}, "a code of its own"),
        ({"kind": ["town", "farm"]}, {}, "'farm' has no rank"),
        ({"geometry": [shapely.box(0, 0, 1, 1), None]}, {}, "'b' has no geometry"),
        ({}, {"buffer": -1}, "buffer must be 0"),
        ({}, {"join": [("a", "z")]}, "'z', which is no member"),
        ({}, {"join": [("a", "b")], "apart": [("b", "a")]}, "joined and kept apart"),
    ],
)
def test_refuses(change, options, sentence):
    members = settlements(("a", "town", 5, 0), ("b", "town", 4, 900)).assign(**change)
    with pytest.raises(InputError, match=sentence):
        functional_localities(members, ranks=RANKS, **options)


def test_no_members_are_no_places():
    members = settlements(("a", "town", 5, 0)).iloc[:0]
    found = functional_localities(members, ranks=RANKS)
    assert len(found.localities) == 0
    assert len(found.member) == 0
