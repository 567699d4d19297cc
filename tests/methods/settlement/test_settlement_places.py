"""Overlaps, municipalities, place names and codes of localities."""

import geopandas as gpd
import numpy as np
import pytest
import shapely
from samplan.processing.methods.settlement.codes import kept_codes, new_codes
from samplan.processing.methods.settlement.geometry import (
    LARGE,
    covered_area,
    overlaps,
    subdivided,
    valid,
)
from samplan.processing.methods.settlement.places import largest_share, municipality_of, place_names


def boxes(*spans):
    """Squares on a line, by west and east."""
    west, east = np.array(spans, dtype=float).T
    return shapely.box(west, 0, east, 10)


def frame(shapes, **fields):
    return gpd.GeoDataFrame(fields, geometry=list(shapes))


def blobs(rng, count):
    """Ragged polygons, some with more corners than a piece may have."""
    middle = rng.uniform(0, 1_000, (count, 2))
    shapes = shapely.buffer(shapely.points(middle), rng.uniform(20, 300, count), quad_segs=300)
    return shapely.difference(shapes, shapely.buffer(shapely.points(middle + 30), 15))


# --- overlaps -------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(3))
def test_overlaps_equal_the_plain_intersections(seed):
    rng = np.random.default_rng(seed)
    zones, areas = blobs(rng, 12), blobs(rng, 15)
    expected = shapely.area(shapely.intersection(zones[:, np.newaxis], areas[np.newaxis]))
    zone, area, ground = overlaps(zones, areas)
    np.testing.assert_array_equal(np.stack([zone, area]), np.nonzero(expected))
    np.testing.assert_allclose(ground, expected[zone, area], rtol=1e-9)
    whole = shapely.area(shapely.intersection(zones, shapely.union_all(areas)))
    np.testing.assert_allclose(covered_area(zones, areas), whole, rtol=1e-9)


def test_pieces_are_small_and_lose_nothing():
    areas = blobs(np.random.default_rng(4), 9)
    pieces, owner = subdivided(areas)
    assert len(pieces) > len(areas)
    assert shapely.get_num_coordinates(pieces).max() <= LARGE
    np.testing.assert_allclose(np.bincount(owner, shapely.area(pieces)), shapely.area(areas))


def test_nothing_overlaps_nothing():
    none = np.empty(0, object)
    assert [len(part) for part in overlaps(none, boxes((0, 9)))] == [0, 0, 0]
    assert [len(part) for part in overlaps(boxes((0, 9)), none)] == [0, 0, 0]
    assert covered_area(boxes((0, 9)), none).tolist() == [0]


def test_repairing_leaves_the_rest_alone():
    tie = shapely.Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])
    good = shapely.box(0, 0, 1, 1)
    repaired = valid([None, tie, good])
    assert repaired[0] is None
    assert repaired[1].area == 2
    assert repaired[2] is good


# --- municipalities -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("zone", "expected"),
    [((90, 120), "0560"), ((60, 120), "0513"), ((90, 110), "0513"), ((300, 310), None)],
    ids=["mostly in the second", "mostly in the first", "half each: lower code", "in neither"],
)
def test_a_locality_across_a_border(zone, expected):
    areas = frame(boxes((100, 200), (0, 100)), code=["0560", "0513"], name=["Boxholm", "Kinda"])
    code, name = municipality_of(boxes(zone), areas)
    assert code.tolist() == [expected]
    assert name.tolist() == [{"0560": "Boxholm", "0513": "Kinda", None: None}[expected]]


def test_parts_of_a_municipality_add_up():
    areas, codes = boxes((0, 40), (40, 100), (100, 140)), np.array(["A", "B", "A"], dtype=object)
    assert codes[largest_share(boxes((0, 140)), areas, codes)].tolist() == ["A"]


def test_without_municipalities_there_is_no_code():
    assert municipality_of(boxes((0, 9)), None)[0].tolist() == [None]
    none = frame([], code=[], name=[])
    assert municipality_of(boxes((0, 9)), none)[0].tolist() == [None]


# --- names ----------------------------------------------------------------------------------------

PLACES = [("Norr", 5, 2), ("Berg", 6, 1), ("Dal", 55, 7), ("Ås", 58, 7), ("Ö", 130, 1)]


def places(*, field="rank"):
    name, x, rank = zip(*PLACES)
    shapes = shapely.points(np.stack([x, np.full(len(x), 5.0)], axis=1))
    return frame(shapes, name=name, **({field: rank} if field else {}))


@pytest.mark.parametrize(
    ("zone", "field", "expected"),
    [
        ((0, 10), "rank", "Norr"),
        ((0, 10), "population", "Norr"),
        ((2, 10), None, "Berg"),
        ((50, 60), "rank", "Dal"),
        ((51, 65), "rank", "Ås"),
        ((100, 110), "rank", "Ö"),
        ((100, 109), "rank", None),
        ((70, 80), "rank", "Ås"),
    ],
    ids=[
        "the most important inside",
        "by population where there is no rank",
        "the nearest to the middle where nothing is known",
        "two of the same rank, as near: the alphabet",
        "two of the same rank: the nearer",
        "none inside: the nearest outside",
        "too far",
        "distance before rank outside",
    ],
)
def test_one_locality(zone, field, expected):
    assert place_names(boxes(zone), places(field=field), 20).tolist() == [expected]


def test_a_name_outside_goes_to_the_nearest_locality_only():
    assert place_names(boxes((100, 115), (140, 150)), places(), 40).tolist() == [None, "Ö"]
    assert place_names(boxes((0, 10), (20, 50)), places(), 50).tolist() == ["Norr", "Dal"]


def test_names_without_text_or_place_are_passed_over():
    names = frame([shapely.Point(5, 5), shapely.Point(5, 6), None], name=[None, "  ", "Lost"])
    assert place_names(boxes((0, 10)), names, 20).tolist() == [None]
    assert place_names(np.empty(0, object), places(), 20).tolist() == []


# --- codes ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "now", "codes", "origins"),
    [
        ([(0, 10)], [(0, 12)], ["A"], ["kept"]),
        ([(0, 10)], [(0, 4), (4, 10)], ["", "A"], ["split", "kept"]),
        ([(0, 4), (5, 10)], [(0, 10)], ["B"], ["merged"]),
        ([(0, 10)], [(50, 60)], [""], ["new"]),
        ([(0, 10)], [(9, 60)], [""], ["new"]),
        ([(0, 10), (20, 30)], [(20, 31), (0, 9)], ["B", "A"], ["kept", "kept"]),
        ([(0, 6), (6, 30)], [(0, 17), (17, 30)], ["A", "B"], ["kept", "kept"]),
        ([(0, 10), (10, 11)], [(0, 6), (6, 11)], ["A", "B"], ["kept", "kept"]),
        ([], [(0, 10)], [""], ["new"]),
    ],
    ids=[
        "grown",
        "split: the larger part keeps",
        "merged: the larger one's code stays",
        "elsewhere",
        "a touch is no relation",
        "order does not matter",
        "an exchange of ground",
        "a part that takes a whole other one keeps the other's code",
        "nothing before",
    ],
)
def test_codes_that_stay(before, now, codes, origins):
    old = frame(boxes(*before) if before else [], code=list("AB"[: len(before)]))
    kept = kept_codes(boxes(*now), old)
    assert kept.code.tolist() == codes
    assert kept.origin.tolist() == origins


def test_population_decides_a_merger_where_it_is_known():
    old = frame(boxes((0, 4), (5, 10)), code=["A", "B"], name=["Ask", None], population=[9, 5])
    kept = kept_codes(boxes((0, 10)), old)
    assert (kept.code.tolist(), kept.name.tolist()) == (["A"], ["Ask"])
    even = old.assign(population=[5, 5])
    assert kept_codes(boxes((0, 10)), even).code.tolist() == ["A"]


def test_the_parts_of_an_earlier_locality_are_one():
    old = frame(boxes((0, 3), (20, 23), (4, 9)), code=["A", "A", "B"])
    assert kept_codes(boxes((0, 30)), old).code.tolist() == ["A"]


def test_codes_may_be_numbers():
    old = frame(boxes((0, 10)), code=[5352.0])
    assert kept_codes(boxes((0, 10)), old).code.tolist() == ["5352"]


def test_new_codes_never_meet_old_ones():
    used = ["0580L001", "0580L0012", "0560L999", "0580TC101", "L003"]
    assert new_codes(["0580", "0560", "0580", "0513", None], used) == [
        "0580L013",
        "0560L1000",
        "0580L014",
        "0513L001",
        "L004",
    ]
