"""Cells of each class in polygons, by cell centres and by area."""

import json

import numpy as np
import pytest
import shapely
from samplan.processing.methods.errors import Cancelled, InputError
from samplan.processing.methods.landcover import rasters
from samplan.processing.methods.landcover.layers import layer_sums
from samplan.processing.methods.landcover.rasters import RasterBlocks, raster_of
from samplan.processing.methods.landcover.zonal import count_classes, measure_classes

NORTH_UP = (10, 0, 0, 0, -10, 30)
SOUTH_UP = (10, 0, 0, 0, 10, 0)
ROTATED = (0, 10, 0, 10, 0, 0)  # columns run north, rows run east

CELLS = np.array([[1, 1, 2], [1, 3, 2], [3, 3, 3]], dtype=np.uint8)
WHOLE = shapely.box(0, 0, 30, 30)


def as_dict(found, zone=0):
    pairs = zip(found.classes.tolist(), found.cells[zone].tolist())
    return {value: cells for value, cells in pairs if cells}


@pytest.mark.parametrize("count", [count_classes, measure_classes])
@pytest.mark.parametrize("transform", [NORTH_UP, SOUTH_UP, ROTATED], ids=["north", "south", "turn"])
@pytest.mark.parametrize(
    ("polygon", "expected"),
    [
        pytest.param(WHOLE, {1: 3, 2: 2, 3: 4}, id="all cells"),
        pytest.param(shapely.box(-9, -9, 99, 99), {1: 3, 2: 2, 3: 4}, id="beyond the raster"),
        pytest.param(shapely.box(90, 90, 99, 99), {}, id="beside the raster"),
        pytest.param(shapely.Polygon(), {}, id="an empty polygon"),
        pytest.param(None, {}, id="no polygon"),
        pytest.param(
            WHOLE.difference(shapely.box(10, 10, 20, 20)), {1: 3, 2: 2, 3: 3}, id="a hole"
        ),
    ],
)
def test_whole_cells_are_counted_in_any_grid(count, transform, polygon, expected):
    assert as_dict(count([polygon], raster_of(CELLS, transform=transform))) == expected


@pytest.mark.parametrize(
    ("transform", "corner"),
    [
        pytest.param(NORTH_UP, {1: 1}, id="north-up starts in the north-west"),
        pytest.param(SOUTH_UP, {3: 1}, id="south-up ends in the north-west"),
        pytest.param(ROTATED, {2: 1}, id="a turned raster has its first row in the west"),
    ],
)
def test_the_north_western_cell(transform, corner):
    found = count_classes([shapely.box(0, 20, 10, 30)], raster_of(CELLS, transform=transform))
    assert as_dict(found) == corner


def test_parts_of_cells_by_area_and_whole_cells_by_centre():
    quarter = shapely.box(5, 15, 14, 25)
    raster = raster_of(CELLS, transform=NORTH_UP)
    assert as_dict(measure_classes([quarter], raster)) == pytest.approx({1: 0.7, 3: 0.2})
    assert as_dict(count_classes([shapely.box(4, 14, 14, 26)], raster)) == {1: 2}


def test_overlapping_polygons_and_many_parts_are_counted_by_themselves():
    left, right = shapely.box(0, 0, 20, 30), shapely.box(10, 0, 30, 30)
    both = shapely.MultiPolygon([shapely.box(0, 0, 10, 10), shapely.box(20, 20, 30, 30)])
    found = count_classes([left, right, both], raster_of(CELLS, transform=NORTH_UP))
    assert [as_dict(found, zone) for zone in range(3)] == [
        {1: 3, 3: 3},
        {1: 1, 2: 2, 3: 3},
        {2: 1, 3: 1},
    ]


@pytest.mark.parametrize("count", [count_classes, measure_classes])
@pytest.mark.parametrize(
    ("values", "nodata", "expected", "unclassified"),
    [
        pytest.param(np.uint8([[0, 7]]), 0, {7: 1}, 1, id="nodata 0"),
        pytest.param(np.uint8([[0, 7]]), None, {0: 1, 7: 1}, 0, id="0 is a class without nodata"),
        pytest.param(np.uint8([[255, 7]]), 255, {7: 1}, 1, id="nodata 255"),
        pytest.param(np.uint16([[4233, 7]]), 0, {4233: 1, 7: 1}, 0, id="codes beyond 255"),
        pytest.param(np.int32([[-5, 10**9]]), -5, {10**9: 1}, 1, id="codes far apart"),
        pytest.param(np.int16([[-5, 7]]), None, {-5: 1, 7: 1}, 0, id="negative codes"),
        pytest.param(np.float32([[np.nan, 7]]), None, {7: 1}, 1, id="not a number"),
        pytest.param(np.float32([[-3.4e38, 7]]), -3.4e38, {7: 1}, 1, id="a nodata beyond integers"),
        pytest.param(np.float32([[0, 0]]), 0, {}, 2, id="nothing but nodata"),
        pytest.param(np.array([[True, False]]), None, {1: 1, 0: 1}, 0, id="yes and no"),
    ],
)
def test_cells_without_data(count, values, nodata, expected, unclassified):
    raster = raster_of(values, transform=(10, 0, 0, 0, -10, 10), nodata=nodata)
    found = count([shapely.box(0, 0, 20, 10)], raster)
    assert as_dict(found) == expected
    assert found.unclassified[0] == pytest.approx(unclassified)


def test_the_order_of_polygons_does_not_matter():
    rng = np.random.default_rng(3)
    zones = shapely.buffer(shapely.points(rng.random((20, 2)) * 30), rng.random(20) * 9)
    raster = raster_of(CELLS, transform=NORTH_UP)
    order = rng.permutation(20)
    for count in (count_classes, measure_classes):
        expected = count(zones, raster).cells[order]
        np.testing.assert_allclose(count(zones[order], raster).cells, expected, rtol=0, atol=1e-12)


# --- oracles -------------------------------------------------------------------------------------

TRANSFORMS = {
    "north": (1, 0, 0, 0, -1, 20),
    "south": (1, 0, 0, 0, 1, 0),
    "oblong": (2, 0, 0, 0, -0.5, 10),
    "mirrored": (-1, 0, 20, 0, -1, 20),
}
TURNED = (0.9137, 0.3171, 0, 0.3013, -0.8971, 10)


def random_polygon(rng, per_unit):
    """Union of boxes and hulls with a hole, its corners on multiples of 1 / per_unit."""
    corners = [rng.integers(-4, 44, (rng.integers(3, 6), 2)) / per_unit for _ in range(3)]
    hulls = [shapely.convex_hull(shapely.MultiPoint(points)) for points in corners[:2]]
    box = shapely.box(*corners[2].min(axis=0), *corners[2].max(axis=0))
    hole = shapely.box(*rng.integers(4, 20, 2) / per_unit, *rng.integers(20, 30, 2) / per_unit)
    parts = shapely.get_parts(shapely.difference(shapely.union_all([*hulls, box]), hole))
    return shapely.MultiPolygon([part for part in parts if part.area > 0])


def random_case(name, per_unit):
    rng = np.random.default_rng([len(name), per_unit])
    polygons = [random_polygon(rng, per_unit) for _ in range(40)]
    return polygons, rng.integers(0, 5, (20, 20)).astype(np.uint8)


@pytest.mark.parametrize(
    ("transform", "inside", "kept_of_hole"),
    [
        pytest.param((1, 0, 0, 0, -1, 7), [1, 2, 3, 4], [0, 1, 5, 6], id="north-up"),
        pytest.param((1, 0, 0, 0, 1, 0), [1, 2, 3], [0, 1, 4, 5, 6], id="south-up"),
    ],
)
def test_centres_on_the_border(transform, inside, kept_of_hole):
    numbered = np.arange(49).reshape(7, 7)
    raster = raster_of(numbered, transform=transform)
    box = shapely.box(1.5, 1.5, 4.5, 4.5)
    cells = raster_of(np.arange(7)[:, None].repeat(7, axis=1), transform=transform)
    found = as_dict(count_classes([box], cells))
    row = {value if transform[4] > 0 else 6 - value: number for value, number in found.items()}
    assert row == dict.fromkeys(inside, 3)
    hole = as_dict(count_classes([shapely.box(0, 0, 7, 7).difference(box)], cells))
    row = {value if transform[4] > 0 else 6 - value: number for value, number in hole.items()}
    assert sorted(value for value, number in row.items() if number == 7) == kept_of_hole
    columns = as_dict(count_classes([box], raster))
    assert sorted({value % 7 for value in columns}) == [2, 3, 4]


@pytest.mark.parametrize("per_unit", [1, 2, 4, 7], ids=lambda n: f"corners at 1/{n}")
@pytest.mark.parametrize("name", TRANSFORMS)
def test_counts_equal_the_rasterizer_even_on_the_border(name, per_unit):
    features = pytest.importorskip("rasterio.features")
    affine = pytest.importorskip("rasterio.transform").Affine(*TRANSFORMS[name])
    polygons, cells = random_case(name, per_unit)
    found = count_classes(polygons, raster_of(cells, transform=TRANSFORMS[name], nodata=0))
    for zone, polygon in enumerate(polygons):
        inside = polygon.is_empty or features.rasterize(
            [(polygon, 1)], out_shape=cells.shape, transform=affine, dtype="uint8"
        )
        expected = [np.count_nonzero((cells == k) & (inside == 1)) for k in found.classes]
        assert found.cells[zone].tolist() == ([0] * 4 if polygon.is_empty else expected)


@pytest.mark.parametrize("name", [*TRANSFORMS, "turned"])
def test_areas_equal_the_intersections_with_each_cell(name):
    transform = TRANSFORMS.get(name, TURNED)
    polygons, cells = random_case(name, 7)
    polygons = polygons[:8]
    raster = raster_of(cells, transform=transform, nodata=0)
    row, column = np.mgrid[:20, :20]
    corners = np.stack([column, row, column + 1, row, column + 1, row + 1, column, row + 1], -1)
    points = np.insert(corners.reshape(400, 4, 2).astype(float), 2, 1, axis=2)
    boxes = shapely.polygons(points @ np.reshape(transform, (2, 3)).T)
    parts = shapely.area(shapely.intersection(np.array(polygons)[:, None], boxes))
    found = measure_classes(polygons, raster)
    for position, value in enumerate(found.classes):
        expected = parts[:, cells.ravel() == value].sum(axis=1) / raster.cell_area
        np.testing.assert_allclose(found.cells[:, position], expected, rtol=0, atol=1e-9)
    missing = parts[:, cells.ravel() == 0].sum(axis=1) / raster.cell_area
    np.testing.assert_allclose(found.unclassified, missing, rtol=0, atol=1e-9)


def test_turned_rasters_count_cells_whose_centres_are_inside():
    polygons, cells = random_case("turned", 7)
    raster = raster_of(cells, transform=TURNED)
    row, column = np.mgrid[:20, :20] + 0.5
    places = np.stack([column, row, np.ones((20, 20))], axis=-1) @ np.reshape(TURNED, (2, 3)).T
    found = count_classes(polygons, raster)
    for zone, polygon in enumerate(polygons):
        inside = shapely.contains_xy(polygon, places[..., 0], places[..., 1])
        expected = [np.count_nonzero((cells == k) & inside) for k in found.classes]
        assert found.cells[zone].tolist() == expected


@pytest.mark.parametrize("count", [count_classes, measure_classes])
def test_strips_of_rows_give_what_the_whole_gives(count, monkeypatch):
    polygons, cells = random_case("strips", 4)
    raster = raster_of(cells, transform=TRANSFORMS["north"])
    whole = count(polygons, raster)
    monkeypatch.setattr(rasters, "STRIP_CELLS", 60)
    strips = count(polygons, raster)
    np.testing.assert_allclose(strips.cells, whole.cells, rtol=0, atol=1e-9)


def test_rasters_wider_than_a_lane():
    wide = np.ones((2, 70_000), dtype=np.uint8)
    wide[1] = 2
    found = count_classes(
        [shapely.box(0, 0, 70_000, 2)], raster_of(wide, transform=(1, 0, 0, 0, -1, 2))
    )
    assert as_dict(found) == {1: 70_000, 2: 70_000}


# --- rasters as they come ------------------------------------------------------------------------


def opened(path):
    rasterio = pytest.importorskip("rasterio")
    with rasterio.open(path) as source:
        values, transform, nodata = source.read(1), tuple(source.transform)[:6], source.nodata
    return raster_of(values, transform=transform, nodata=nodata)


def outline(raster):
    ends = np.array([[0, 0, 1], [1, 0, 1], [1, 1, 1], [0, 1, 1]]) * [raster.width, raster.height, 1]
    return shapely.Polygon(ends @ np.reshape(raster.transform, (2, 3)).T)


@pytest.mark.filterwarnings("ignore::Warning")
@pytest.mark.parametrize("count", [count_classes, measure_classes])
@pytest.mark.parametrize(
    "name",
    [
        "landcover_no_nodata",
        "landcover_no_crs",
        "south_up",
        "rotated_transform",
        "non_square_cells",
        "wgs84_landcover",
    ],
)
def test_published_counts_of_awkward_rasters(reference, count, name):
    raster = opened(reference(f"bad_geodata/{name}.tif"))
    published = json.loads(
        reference("bad_geodata/expected_landcover_counts.json").read_text(encoding="utf-8")
    )["landcover_no_nodata.tif"]
    found = as_dict(count([outline(raster)], raster))
    assert found == pytest.approx({int(k): n for k, n in published.items()}, abs=1e-6)


@pytest.mark.filterwarnings("ignore::Warning")
def test_awkward_rasters_without_data(reference):
    gaps = opened(reference("bad_geodata/landcover_float_nan.tif"))
    found = count_classes([outline(gaps)], gaps)
    assert (found.cells.sum(), found.unclassified[0]) == (10_800, 1_200)
    empty = opened(reference("bad_geodata/all_nodata.tif"))
    found = count_classes([outline(empty)], empty)
    assert (found.cells.shape, found.unclassified[0]) == ((1, 0), 2_500)


# --- what is refused -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("polygon", "values", "message"),
    [
        pytest.param(shapely.Point(0, 0), CELLS, "is not a polygon", id="a point"),
        pytest.param(
            shapely.Polygon([(0, 0), (9, 9), (9, 0), (0, 9)]),
            CELLS,
            "invalid: Self",
            id="a bow tie",
        ),
        pytest.param(WHOLE, CELLS / 2, "decimals such as 0.5", id="decimals"),
        pytest.param(
            WHOLE, np.arange(900).reshape(30, 30), "more than 255 different", id="measurements"
        ),
    ],
)
def test_what_cannot_be_counted_is_refused(polygon, values, message):
    with pytest.raises(InputError, match=message):
        count_classes([polygon], raster_of(values, transform=NORTH_UP))


@pytest.mark.parametrize(
    ("values", "transform", "message"),
    [
        pytest.param([1, 2], NORTH_UP, "rows and columns", id="a row"),
        pytest.param(np.zeros((0, 3)), NORTH_UP, "no cells", id="no rows"),
        pytest.param([[1]], (0, 0, 0, 0, 0, 0), "no area", id="no georeference"),
    ],
)
def test_what_is_no_raster_is_refused(values, transform, message):
    with pytest.raises(InputError, match=message):
        raster_of(values, transform=transform)


def test_only_strips_with_polygons_are_read(monkeypatch):
    monkeypatch.setattr(rasters, "STRIP_CELLS", 30)
    asked = []

    def read(start, stop):
        asked.append((start, stop))
        return np.ones((stop - start, 10), dtype=np.uint8)

    raster = RasterBlocks((1, 0, 0, 0, -1, 30), 10, 30, None, read)
    assert count_classes([shapely.box(0, 20, 10, 25)], raster).cells.tolist() == [[50.0]]
    assert asked == [(3, 6), (6, 9), (9, 12)]


def test_counting_can_be_cancelled_between_strips(monkeypatch):
    monkeypatch.setattr(rasters, "STRIP_CELLS", 3)
    told = []

    def stop(fraction):
        told.append(fraction)
        if fraction > 0:
            raise Cancelled

    with pytest.raises(Cancelled):
        count_classes([WHOLE], raster_of(CELLS, transform=NORTH_UP), progress=stop)
    assert told == [0, pytest.approx(1 / 3)]


# --- amounts in small grids ----------------------------------------------------------------------


@pytest.mark.parametrize(("overlay", "expected"), [("area", [10.0, 1.0]), ("centre", [8.0, 1.0])])
def test_amounts_are_shared_out_by_area_or_by_centre(overlay, expected):
    layers = [[[8.0, 4.0]], [[1.0, 0.0]]]
    zone = shapely.box(0, 0, 15, 10) if overlay == "area" else shapely.box(0, 0, 14, 10)
    sums = layer_sums([zone], layers, transform=(10, 0, 0, 0, -10, 10), overlay=overlay)
    assert sums.tolist() == [expected]


def test_amounts_of_overlapping_polygons_and_of_none():
    sums = layer_sums(
        [WHOLE, WHOLE, None, shapely.box(99, 99, 100, 100)], [CELLS], transform=NORTH_UP
    )
    np.testing.assert_allclose(sums[:, 0], [CELLS.sum(), CELLS.sum(), 0, 0], rtol=0, atol=1e-12)


def test_an_unknown_overlay_is_refused():
    with pytest.raises(InputError, match="'area' or 'centre', not 'edge'"):
        layer_sums([WHOLE], [CELLS], transform=NORTH_UP, overlay="edge")
