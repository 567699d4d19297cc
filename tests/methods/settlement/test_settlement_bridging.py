"""Groups joined across bridging land."""

import numpy as np
import pytest
import shapely
from samplan.processing.methods.errors import Cancelled
from samplan.processing.methods.settlement.bridging import join_across
from samplan.processing.methods.settlement.linking import link_footprints

GAP, LONGEST = 200.0, 500.0


def houses(*west):
    """Houses of 10 m, by their western walls."""
    west = np.array(west, dtype=float)
    return shapely.box(west, 0, west + 10, 10)


def strip(west, east):
    return shapely.box(west, -500, east, 500)


def joined(shapes, land=(), water=(), width=0.0, **options):
    options = {"gap": GAP, "bridge_gap": LONGEST, **options}
    groups = link_footprints(shapes, options["gap"])
    return join_across(shapes, groups, land, water=water, bridge_width=width, **options)


@pytest.mark.parametrize(
    ("east", "land", "together"),
    [
        (310, [], False),
        (310, [strip(60, 160)], True),
        (310, [strip(60, 159.9)], False),
        (510, [strip(60, 400)], True),
        (510, [strip(10, 510)], True),
        (511, [strip(10, 511)], False),
        (310, [strip(60, 110), strip(200, 250)], True),
        (310, [strip(60, 110), strip(70, 120)], False),
        (310, [shapely.box(60, 11, 160, 500)], False),
        (310, [shapely.Polygon([(60, -9), (160, 99), (160, -9), (60, 99)])], False),
    ],
    ids=[
        "300 m of fields part",
        "100 m of park leave 200 m that count",
        "a little less park leaves too much",
        "most of 500 m is park",
        "exactly the longest gap",
        "a metre longer than the longest gap",
        "two parks add up",
        "parks that overlap count once",
        "a park beside the line does not count",
        "an invalid park counts as what it covers",
    ],
)
def test_two_houses(east, land, together):
    assert (joined(houses(0, east), land).max() == 0) == together


@pytest.mark.parametrize(
    ("water", "width", "together"),
    [
        ([strip(60, 160)], 0, False),
        ([strip(60, 160)], 99, False),
        ([strip(60, 160)], 100, True),
        ([strip(60, 110), strip(160, 210)], 50, True),
        ([shapely.MultiPolygon([strip(60, 110), strip(160, 210)])], 50, False),
    ],
    ids=[
        "water does not bridge by default",
        "a river that is too wide",
        "a river just narrow enough",
        "two narrow rivers",
        "one water crossed twice",
    ],
)
def test_water_bridges_up_to_a_width(water, width, together):
    assert (joined(houses(0, 310), water=water, width=width).max() == 0) == together


def test_a_bridge_over_a_river_counts_once():
    road, river = shapely.box(60, -9, 159, 9), strip(60, 130)
    assert joined(houses(0, 310), [road], [river], 100).max() == 1
    assert joined(houses(0, 310), [road], [strip(60, 160)], 100).max() == 0


def test_joining_chains_and_repeating_changes_nothing():
    shapes = houses(0, 310, 620, 930, 2_000)
    parks = [strip(60, 200), strip(350, 500), strip(700, 900)]
    once = joined(shapes, parks)
    assert once.tolist() == [0, 0, 0, 0, 1]
    again = join_across(shapes, once, parks, gap=GAP, bridge_gap=LONGEST)
    np.testing.assert_array_equal(again, once)


def pairwise(shapes, land, gap, longest):
    """Every pair of houses, one at a time."""
    green, group = shapely.union_all(land), np.arange(len(shapes))
    for i in range(len(shapes)):
        for j in range(i):
            line = shapely.shortest_line(shapes[i], shapes[j])
            fields = line.difference(green).length
            if line.length <= gap or (line.length <= longest and fields <= gap):
                group[group == group[i]] = group[j]
    _, first, number = np.unique(group, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[number]


@pytest.mark.parametrize("seed", range(6))
def test_equals_every_pair_of_houses(seed):
    rng = np.random.default_rng(seed)
    corners = rng.uniform(0, 3_000, (50, 1, 2)) + rng.uniform(0, 30, (50, 3, 2))
    shapes = shapely.polygons(corners)
    middle = rng.uniform(0, 3_000, (20, 2))
    land = shapely.buffer(shapely.points(middle), rng.uniform(30, 200, 20), quad_segs=150)
    expected = pairwise(shapes, land, GAP, LONGEST)
    assert expected.max() < link_footprints(shapes, GAP).max()
    np.testing.assert_array_equal(joined(shapes, land), expected)


def test_row_order_does_not_decide_between_equal_lines():
    west, east = shapely.box(0, 0, 10, 300), shapely.box(310, 0, 320, 300)
    park = shapely.box(60, 100, 160, 200)
    groups = [joined(shapes, [park]).max() for shapes in ([west, east], [east, west])]
    assert groups[0] == groups[1]


def test_buildings_in_no_group_stay_out():
    shapes = np.r_[houses(0, 310), None, houses(160)]
    groups = join_across(shapes, [0, 1, -1, -1], [strip(60, 160)], gap=GAP, bridge_gap=LONGEST)
    assert groups.tolist() == [0, 0, -1, -1]
    assert join_across([None], [-1], [strip(0, 1)], gap=GAP, bridge_gap=LONGEST).tolist() == [-1]


def test_cancelling_stops_the_work():
    def stop(fraction):
        raise Cancelled

    with pytest.raises(Cancelled):
        join_across(
            houses(0, 310), [0, 1], [strip(60, 160)], gap=GAP, bridge_gap=LONGEST, progress=stop
        )
