"""Form measures against shapes whose figures are known in closed form."""

import numpy as np
import pytest
import shapely
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.network.build import build_network
from samplan.processing.methods.urbanform.buildings import building_form
from samplan.processing.methods.urbanform.density import density_form
from samplan.processing.methods.urbanform.landtake import land_take
from samplan.processing.methods.urbanform.outline import compactness
from samplan.processing.methods.urbanform.streets import street_form

PI = np.pi


def disc(radius, centre=(0, 0)):
    return shapely.Point(centre).buffer(radius, quad_segs=2000)


CIRCLE = disc(1000)
SQUARE = shapely.box(0, 0, 300, 300)
RING = disc(1000).difference(disc(600))
OBLONG = shapely.box(0, 0, 400, 100)
TWO = shapely.union_all([shapely.box(0, 0, 100, 100), shapely.box(300, 0, 400, 100)])


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        (CIRCLE, [1, 1, 1, 1, 1]),
        (SQUARE, [PI / 4, 2 / PI, 1, 2 / np.sqrt(PI), 3 / PI]),
        (
            RING,
            [
                (1 - 0.6**2) / 1.6**2,
                1 - 0.6**2,
                1 - 0.6**2,
                1.6 / np.sqrt(1 - 0.6**2),
                (1 - 0.6**2) / (1 + 0.6**2),
            ],
        ),
        (
            OBLONG,
            [
                4 * PI * 4e4 / 1e6,
                4e4 / (PI * (200**2 + 50**2)),
                1,
                1000 / (2 * np.sqrt(PI * 4e4)),
                4e4**2 / (2 * PI * (400 * 100**3 + 100 * 400**3) / 12),
            ],
        ),
        (
            TWO,
            [
                4 * PI * 2e4 / 800**2,
                2e4 / (PI * (200**2 + 50**2)),
                0.5,
                800 / (2 * np.sqrt(PI * 2e4)),
                2e4**2 / (2 * PI * (2 * 1e8 / 6 + 2e4 * 150**2)),
            ],
        ),
    ],
    ids=["circle", "square", "ring", "oblong", "two squares apart"],
)
def test_compactness_of_known_shapes(shape, expected):
    found = compactness([shape]).to_numpy()[0]
    # the circles are polygons of 8 000 corners
    np.testing.assert_allclose(found, expected, rtol=2e-6)


def test_compactness_does_not_change_with_place_size_turn_or_direction():
    shape = RING.difference(shapely.box(500, -200, 2000, 300))
    other = shapely.transform(shape, lambda xy: 3 * xy[:, ::-1] + [6e5, 6.5e6])
    found = compactness([shape, other, shapely.normalize(other)]).to_numpy()
    np.testing.assert_allclose(found[1], found[0], rtol=1e-9)
    np.testing.assert_allclose(found[2], found[0], rtol=1e-9)


@pytest.mark.parametrize(
    "shape",
    [None, shapely.Polygon(), shapely.LineString([(0, 0), (1, 1)])],
    ids=["missing", "empty", "without area"],
)
def test_nothing_has_no_compactness(shape):
    assert compactness(np.array([shape, SQUARE], dtype=object)).isna().to_numpy().tolist() == [
        [True] * 5,
        [False] * 5,
    ]
    assert compactness([]).shape == (0, 5)


HOUSES = shapely.box(
    [10, 50, 70, 500], [10, 10, 50, 500], [20, 60, 90, 520], [20, 20, 90, 540]
)  # 100, 100, 800 and 800 m2


def test_floor_space_on_known_ground():
    zones = [
        shapely.box(0, 0, 100, 100),
        shapely.box(400, 400, 600, 600),
        shapely.box(0, 700, 9, 709),
    ]
    form = building_form(zones, HOUSES, floors=[1, 2, 3, np.nan], smallest_base=1)
    np.testing.assert_allclose(form["fsi"], [0.27, 0.02, 0], rtol=1e-12)
    np.testing.assert_allclose(form["gsi"], [0.10, 0.02, 0], rtol=1e-12)
    np.testing.assert_allclose(form["storeys"], [2.7, 1, np.nan], rtol=1e-12)
    np.testing.assert_allclose(form["osr"], [0.9 / 0.27, 0.98 / 0.02, np.nan], rtol=1e-12)


def test_land_may_be_given_and_floors_left_out():
    zones = [shapely.box(0, 0, 100, 100)] * 3
    form = building_form(zones, HOUSES, land_hectares=[0.5, 0, np.nan])
    assert list(form) == ["gsi", "size_mix"]
    np.testing.assert_allclose(form["gsi"], [0.2, np.nan, np.nan], rtol=1e-12)


@pytest.mark.parametrize(
    ("sides", "mix"),
    [
        ([10] * 6, 0.0),
        ([10] * 3 + [40] * 3, np.log(2) / np.log(3)),
        ([5, 5, 10, 10, 40, 40], 1.0),
        ([np.sqrt(50), 10, 40, np.sqrt(1000)], np.log(2) / np.log(3)),
    ],
    ids=[
        "one class",
        "two of three classes",
        "all classes alike",
        "a limit is in the larger class",
    ],
)
def test_mix_of_building_sizes(sides, mix):
    left = 60.0 * np.arange(len(sides))
    houses = shapely.box(left, 0, left + np.array(sides), sides)
    zone = shapely.box(-10, -10, 600, 100)
    form = building_form([zone], houses, size_limits=[50, 1000], smallest_base=1)
    assert form["size_mix"][0] == pytest.approx(mix, abs=1e-12)


def test_too_few_buildings_have_no_mix():
    zone = shapely.box(0, 0, 600, 600)
    assert building_form([zone], HOUSES, smallest_base=4)["size_mix"].notna().all()
    assert building_form([zone], HOUSES, smallest_base=5)["size_mix"].isna().all()
    assert building_form([zone], [], smallest_base=0)["size_mix"].isna().all()


@pytest.mark.parametrize("limits", [[], [100, 100], [200, 100]])
def test_refuses_size_limits_that_do_not_rise(limits):
    with pytest.raises(InputError, match="limits must rise"):
        building_form([SQUARE], HOUSES, size_limits=limits)


def rings_of_people(slope, density, *, reach=2000, width=250, spokes=8):
    """Put in each ring what the exponential density says for its middle."""
    radius = np.arange(width / 2, reach, width)
    angle = np.arange(spokes) * 2 * PI / spokes + 0.1
    xy = np.stack([np.outer(radius, np.cos(angle)), np.outer(radius, np.sin(angle))], axis=-1)
    area = PI * ((radius + width / 2) ** 2 - (radius - width / 2) ** 2)
    people = density * np.exp(-slope * radius) * area / spokes
    return xy.reshape(-1, 2), np.repeat(people, spokes)


def test_the_gradient_of_an_exponential_city_is_found_again():
    xy, people = rings_of_people(0.0008, 0.006)
    form = density_form([disc(2000)], xy, people, centres=[[0, 0]])
    # circles of 128 corners against one of 8 000
    assert form["grad_b"][0] == pytest.approx(0.8, rel=1e-3)
    assert form["grad_d0"][0] == pytest.approx(60, rel=1e-3)
    assert form["grad_r2"][0] == pytest.approx(1, abs=1e-6)


def test_the_gradient_sees_only_the_ground_of_the_locality():
    xy, people = rings_of_people(0.0008, 0.006, spokes=9)
    half = shapely.intersection(disc(2000), shapely.box(-3000, 0, 3000, 3000))
    upper = xy[:, 1] > 0
    share = upper.reshape(-1, 9).mean(axis=1).repeat(9)
    form = density_form([half], xy, people / share / 2, centres=[[0, 0]])
    assert form["grad_b"][0] == pytest.approx(0.8, rel=1e-3)
    assert form["grad_d0"][0] == pytest.approx(60, rel=1e-3)


def test_people_spread_evenly_over_a_disc_have_the_distance_one():
    step = np.arange(-1000, 1000, 20) + 10.0
    xy = np.stack(np.meshgrid(step, step), axis=-1).reshape(-1, 2)
    xy = xy[np.hypot(*xy.T) < 1000]
    form = density_form([CIRCLE], xy, np.ones(len(xy)))
    assert form["ctr_dist"][0] == pytest.approx(2000 / 3, rel=1e-3)
    assert form["ctr_norm"][0] == pytest.approx(1, rel=1e-3)


@pytest.mark.parametrize(
    ("centres", "distance"),
    [(None, 2 * 0.25 * 0.75 * 100), ([[100, 0]], 25.0), ([[0, 0]], 75.0)],
    ids=["to the mean of the people", "to the many", "to the few"],
)
def test_mean_distance_to_the_centre(centres, distance):
    zone = shapely.box(-200, -200, 200, 200)
    form = density_form([zone], [[0, 0], [100, 0]], [10, 30], centres=centres)
    assert form["ctr_dist"][0] == pytest.approx(distance, rel=1e-12)


def test_share_in_sparse_cells():
    xy = [[10, 10], [240, 240], [260, 10], [510, 10], [760, 10]]
    people = [50, 43.75, 93.7, 200, np.nan]
    form = density_form([shapely.box(0, 0, 1000, 250)], xy, people)
    assert form["sparse_sh"][0] == pytest.approx(100 * 93.7 / 387.45, rel=1e-12)


def test_no_or_few_people_have_no_form():
    zones = np.array([SQUARE, shapely.box(900, 0, 990, 9), None], dtype=object)
    form = density_form(zones, [[10, 10], [950, 5]], [12, 9])
    assert form["ctr_dist"].notna().tolist() == [True, False, False]
    assert form["sparse_sh"].notna().tolist() == [True, False, False]
    assert form["grad_b"].isna().all()
    assert density_form(zones, np.empty((0, 2)), []).isna().all(axis=None)


def test_refuses_rings_without_width():
    with pytest.raises(InputError, match="must be positive"):
        density_form([SQUARE], [[0, 0]], [1], ring_width=0)


def grid_streets(side, spacing=100.0):
    line = np.arange(side) * spacing
    end = line[-1]
    rows = [shapely.LineString([(x, y) for x in line]) for y in line]
    columns = [shapely.LineString([(x, y) for y in line]) for x in line]
    return [*rows, *columns], end


def test_streets_of_a_grid():
    lines, end = grid_streets(10)
    form = street_form([shapely.box(-50, -50, end + 50, end + 50)], build_network(lines))
    corners = 4  # a corner joins two streets: no node
    assert form["junct_km2"][0] == pytest.approx(100 - corners, rel=1e-12)
    assert form["link_node"][0] == pytest.approx((180 - corners) / (100 - corners), rel=1e-12)
    assert form["deadend_sh"][0] == 0


@pytest.mark.parametrize(
    ("streets", "expected"),
    [
        (["LINESTRING (0 0, 9 0)"], [0, 0.5, 100]),
        (["LINESTRING (0 0, 9 0)", "LINESTRING (9 0, 18 0)"], [0, 0.5, 100]),
        (["LINESTRING (0 0, 9 0, 9 9, 0 0)"], [0, np.nan, np.nan]),
        (["LINESTRING (0 0, 9 0, 9 9, 0 0)", "LINESTRING (0 0, -9 0)"], [1, 1, 50]),
        ([], [0, np.nan, np.nan]),
    ],
    ids=["one street", "two in a row", "a roundabout alone", "a lollipop", "no street"],
)
def test_streets_by_hand(streets, expected):
    network = build_network(shapely.from_wkt(streets))
    form = street_form([shapely.box(-500, -500, 500, 500)], network, smallest_base=1)
    np.testing.assert_allclose(form.to_numpy()[0], expected)


def test_streets_need_land_and_nodes():
    lines, end = grid_streets(3)
    zones = [shapely.box(-1, -1, end + 1, end + 1)] * 3
    form = street_form(zones, build_network(lines), land_hectares=[4, 0, np.nan])
    assert form["junct_km2"].notna().tolist() == [True, False, False]
    assert form["link_node"].isna().all()  # five junctions are fewer than ten


def test_land_take_per_new_inhabitant():
    form = land_take(
        [50, 50, 50, 50], [60, 40, 60, np.nan], [100, 100, 100, 100], [300, 300, 105, 300]
    )
    np.testing.assert_allclose(form["new_land"], [10, -10, 10, np.nan])
    np.testing.assert_allclose(form["land_new"], [500, -500, np.nan, np.nan])
