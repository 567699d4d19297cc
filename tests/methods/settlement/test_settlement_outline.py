"""Alpha shapes and outlines of groups."""

import numpy as np
import pytest
import shapely
from samplan.processing.methods.errors import Cancelled, InputError
from samplan.processing.methods.settlement import alpha_shape
from samplan.processing.methods.settlement.alpha_shape import alpha_shapes
from samplan.processing.methods.settlement.linking import link_footprints, link_points
from samplan.processing.methods.settlement.outline import fill_holes, outlines

GAP = 200.0


def villages(seed, count=1_500, extent=15_000):
    """Turned houses of different sizes in clumps, some of them large halls."""
    rng = np.random.default_rng(seed)
    clumps = rng.uniform(0, extent, (count // 30, 2))
    places = clumps[rng.integers(len(clumps), size=count)] + rng.normal(0, 250, (count, 2))
    half = rng.uniform(3, 8, (count, 2)) * np.where(rng.random((count, 1)) < 0.03, 12, 1)
    turn = rng.uniform(0, np.pi, count)
    axes = np.stack([np.cos(turn), np.sin(turn), -np.sin(turn), np.cos(turn)], axis=1)
    corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]])[np.newaxis] * half[:, np.newaxis]
    return shapely.polygons(places[:, np.newaxis] + corners @ axes.reshape(-1, 2, 2))


def alpha_by_definition(points, radius):
    """Edges of the alpha shape: a disc of the radius, or the smallest one, has no point inside."""
    edges = set()
    for i in range(len(points)):
        for j in range(i + 1, len(points)):
            half = (points[j] - points[i]) / 2
            length = np.hypot(*half)
            if length > radius:
                continue
            middle, normal = points[i] + half, np.array([-half[1], half[0]]) / length
            rise = np.sqrt(radius**2 - length**2)
            for centre in (middle + rise * normal, middle - rise * normal):
                far = np.hypot(*(np.delete(points, [i, j], axis=0) - centre).T)
                if (far > radius).all():
                    edges.add((i, j))
    return edges


@pytest.mark.parametrize("seed", range(5))
def test_the_border_is_where_a_disc_touches_two_points(seed):
    points = np.random.default_rng(seed).uniform(0, 1_000, (120, 2))
    shape = alpha_shapes(points, np.zeros(120, np.int64), 100.0)[0]
    expected = shapely.multilinestrings([points[list(e)] for e in alpha_by_definition(points, 100)])
    parts = shapely.get_parts(shape)
    lines = [
        part if part.geom_type != "Polygon" else part.boundary for part in shapely.get_parts(parts)
    ]
    drawn = shapely.union_all(lines)
    assert drawn.length == pytest.approx(expected.length, rel=1e-9)
    assert drawn.hausdorff_distance(expected) < 1e-6


@pytest.mark.parametrize(
    ("points", "area", "length"),
    [
        ([[0, 0]], 0, 0),
        ([[0, 0], [0, 0]], 0, 0),
        ([[0, 0], [150, 0]], 0, 150),
        ([[0, 0], [100, 0], [200, 0], [300, 0]], 0, 300),
        ([[0, 0], [100, 0], [0, 100]], 5_000, 200 + 100 * 2**0.5),
        ([[0, 0], [190, 0], [190, 190], [0, 190]], 0, 760),
        ([[0, 0], [100, 0], [0, 100], [900, 0], [1200, 0], [1300, 0]], 5_000, 300 + 100 * 2**0.5),
    ],
    ids=[
        "one",
        "twice the same",
        "two",
        "on a line",
        "a triangle",
        "a square the disc enters",
        "a group in three pieces",
    ],
)
def test_small_alpha_shapes(points, area, length):
    shape = alpha_shapes(np.array(points, float), np.zeros(len(points), np.int64), 100.0)[0]
    assert (shape.area, shape.length) == pytest.approx((area, length))
    assert shapely.distance(shapely.points(points), shape).max() == 0


def test_tiles_and_spared_points_do_not_show(monkeypatch):
    points = np.random.default_rng(1).normal(0, 700, (5_000, 2))
    groups = link_points(points, GAP)
    whole = alpha_shapes(points, groups, 100.0)
    monkeypatch.setattr(alpha_shape, "TILE", 300)
    tiled = alpha_shapes(points, groups, 100.0)
    monkeypatch.setattr(alpha_shape, "_matters", lambda points, radius: np.ones(len(points), bool))
    full = alpha_shapes(points, groups, 100.0)
    for one, other in ((whole, tiled), (whole, full)):
        np.testing.assert_allclose(shapely.area(one), shapely.area(other), rtol=1e-12)
        np.testing.assert_allclose(shapely.length(one), shapely.length(other), rtol=1e-12)


def test_a_lattice_has_no_gaps():
    """Four corners on one circle everywhere: the triangulation is ambiguous, the area is not."""
    x, y = np.meshgrid(np.arange(0, 2_001, 100.0), np.arange(0, 1_001, 100.0))
    points = np.stack([x.ravel(), y.ravel()], axis=1)
    shape = alpha_shapes(points, np.zeros(len(points), np.int64), 100.0)[0]
    assert shape.area == pytest.approx(2_000 * 1_000)
    assert shape.length == pytest.approx(6_000)


@pytest.mark.parametrize("margin", [1.0, 25.0, 50.0])
@pytest.mark.parametrize("seed", range(3))
def test_outlines_hold_their_buildings_and_do_not_overlap(seed, margin):
    houses = villages(seed)
    groups = link_footprints(houses, GAP)
    drawn = outlines(houses, groups, gap=GAP, margin=margin)
    assert len(drawn) == groups.max() + 1 > 20
    assert set(shapely.get_type_id(drawn)) == {shapely.GeometryType.POLYGON}
    assert shapely.is_valid(drawn).all()
    around = shapely.buffer(houses, 0.999 * margin, quad_segs=2)
    assert shapely.contains(drawn[groups], around).all()
    a, b = shapely.STRtree(drawn).query(drawn, predicate="intersects")
    assert (a == b).all()


@pytest.mark.parametrize("seed", range(3))
def test_outlines_hold_the_closing_and_little_more(seed):
    """Against the recipe by buffers: grown by half the gap, dissolved, shrunk to the margin."""
    houses = villages(seed, count=400, extent=6_000)
    groups = link_footprints(houses, GAP)
    drawn = outlines(houses, groups, gap=GAP, margin=25, hole_size=0)
    for group in range(groups.max() + 1):
        grown = shapely.union_all(shapely.buffer(houses[groups == group], 100, quad_segs=32))
        closed = shapely.buffer(grown, -100 + 25, quad_segs=32)
        assert shapely.difference(closed, drawn[group]).area < 1e-3 * closed.area
        # What the closing tears apart, ours joins: strips up to half the gap from any house.
        assert shapely.difference(drawn[group], grown).area < 5e-3 * grown.area


def test_a_chain_of_houses_a_full_gap_apart_is_one_polygon():
    houses = shapely.box(np.arange(0, 4_200, 210), 0, np.arange(0, 4_200, 210) + 10, 10)
    (outline,) = outlines(houses, np.zeros(20, int), gap=GAP)
    assert outline.geom_type == "Polygon"
    assert outline.area == pytest.approx(4_000 * 71, rel=0.05)


def test_a_single_house_keeps_its_margin():
    house = shapely.box(0, 0, 12, 10)
    (outline,) = outlines([house], [0], gap=GAP, margin=25)
    far = shapely.distance(shapely.points(shapely.get_coordinates(outline)), house)
    assert far.min() > 25
    assert far.max() < 25 + GAP / 8


def test_a_building_wider_than_the_gap_is_filled():
    hall = shapely.box(0, 0, 900, 700)
    (outline,) = outlines([hall], [0], gap=GAP)
    assert outline.contains(hall)
    assert len(outline.interiors) == 0


def test_buildings_without_a_group_are_left_out():
    houses = [shapely.box(0, 0, 9, 9), None, shapely.box(5_000, 0, 5_009, 9), shapely.Polygon()]
    drawn = outlines(houses, [-1, -1, 0, 0], gap=GAP)
    assert len(drawn) == 1
    assert not drawn[0].intersects(houses[0])


def test_nothing_gives_nothing():
    assert len(outlines([], [], gap=GAP)) == 0
    assert len(outlines([None], [-1], gap=GAP)) == 0


def test_row_order_does_not_matter():
    houses = villages(7)
    order = np.random.default_rng(0).permutation(len(houses))
    groups = link_footprints(houses, GAP)
    first = outlines(houses, groups, gap=GAP)
    second = outlines(houses[order], groups[order], gap=GAP)
    assert shapely.equals_exact(first, second, tolerance=1e-6).all()


def test_invalid_buildings_are_outlined():
    tie = shapely.Polygon([(0, 0), (60, 60), (60, 0), (0, 60)])
    (outline,) = outlines([tie], [0], gap=GAP)
    assert outline.is_valid
    assert outline.contains(shapely.make_valid(tie))


def ring_village(radius):
    angle = np.linspace(0, 2 * np.pi, 90)[:-1]
    return shapely.points(radius * np.stack([np.cos(angle), np.sin(angle)], axis=1))


def test_holes_up_to_the_size_are_filled():
    houses = ring_village(400)
    (kept,) = outlines(houses, np.zeros(89, int), gap=GAP, hole_size=1)
    hole = shapely.Polygon(kept.interiors[0]).area / 10_000
    assert hole == pytest.approx(np.pi * 3.65**2, rel=0.05)
    (same,) = outlines(houses, np.zeros(89, int), gap=GAP, hole_size=hole * 0.999)
    (filled,) = outlines(houses, np.zeros(89, int), gap=GAP, hole_size=hole * 1.001)
    assert len(same.interiors) == 1
    assert len(filled.interiors) == 0
    assert filled.area == pytest.approx(kept.area + hole * 10_000)


def test_a_hole_with_another_village_stays_open():
    houses = np.r_[ring_village(400), shapely.points([[0, 0]])]
    drawn = outlines(houses, np.r_[np.zeros(89, int), 1], gap=GAP, hole_size=1_000)
    assert len(drawn[0].interiors) == 1
    assert not drawn[0].intersects(drawn[1])


def test_holes_of_one_part_are_filled_round_another_part_of_the_same():
    island = shapely.box(40, 40, 50, 50)
    lagoon = shapely.box(0, 0, 100, 100).difference(shapely.box(10, 10, 90, 90))
    (filled,) = fill_holes(np.array([shapely.union(lagoon, island)]), 1.0)
    assert filled.equals(shapely.box(0, 0, 100, 100))


@pytest.mark.parametrize("margin", [0, -25, 50.1, np.nan])
def test_the_margin_must_fit_the_gap(margin):
    with pytest.raises(InputError, match="at most a quarter of the largest gap, 50 m"):
        outlines([shapely.Point(0, 0)], [0], gap=GAP, margin=margin)


def test_cancelling_stops_the_work():
    def stop(fraction):
        raise Cancelled

    with pytest.raises(Cancelled):
        outlines(villages(0), np.zeros(1_500, int), gap=GAP, progress=stop)
