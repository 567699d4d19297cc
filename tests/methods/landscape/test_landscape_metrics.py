"""Class and landscape metrics against FRAGSTATS, a plain search for patches, and by hand."""

import numpy as np
import pandas as pd
import pytest
import shapely
from samplan.processing.methods.errors import Cancelled, InputError
from samplan.processing.methods.landcover import rasters
from samplan.processing.methods.landcover.rasters import raster_of
from samplan.processing.methods.landcover.zonal import count_classes
from samplan.processing.methods.landscape.landscape import landscape_of
from samplan.processing.methods.landscape.metrics import class_metrics, landscape_metrics
from scipy import ndimage

PLACE = (100, 0, 0, 0, -100, 300)  # cells of one hectare


def classes_of(values, **options):
    raster = raster_of(values, transform=PLACE, nodata=0)
    return class_metrics(landscape_of(raster, **options)).set_index("class")


def landscape(values, **options):
    raster = raster_of(values, transform=PLACE, nodata=0)
    return landscape_metrics(landscape_of(raster, **options)).iloc[0]


# --- published tables ----------------------------------------------------------------------------


def published(reference, name):
    rasterio = pytest.importorskip("rasterio")
    with rasterio.open(reference(f"landscape/{name}.tif")) as source:
        raster = raster_of(
            source.read(1), transform=tuple(source.transform)[:6], nodata=source.nodata
        )
    tables = [
        pd.read_csv(reference(f"landscape/fragstats_{name}_{level}.csv"), na_values="N/A")
        for level in ("class", "land")
    ]
    return landscape_of(raster), *tables


@pytest.mark.filterwarnings("ignore::Warning")
@pytest.mark.parametrize("name", ["landscape", "augusta_nlcd"])
def test_every_class_metric_agrees_with_fragstats_to_four_decimals(reference, name):
    land, expected, _ = published(reference, name)
    expected.index = expected["TYPE"].str.extract(r"(\d+)", expand=False).astype(int)
    found = class_metrics(land).set_index("class").drop(columns="zone")
    assert len(found) == len(expected)
    assert set(found) < set(expected)
    expected = expected.loc[found.index, found.columns]
    np.testing.assert_allclose(found, expected, rtol=0, atol=5.1e-5)


@pytest.mark.filterwarnings("ignore::Warning")
@pytest.mark.parametrize("name", ["landscape", "augusta_nlcd"])
def test_every_landscape_metric_agrees_with_fragstats_to_four_decimals(reference, name):
    land, _, expected = published(reference, name)
    found = landscape_metrics(land).drop(columns="zone")
    assert set(found) < set(expected)
    np.testing.assert_allclose(found, expected[found.columns], rtol=0, atol=5.1e-5)


@pytest.mark.filterwarnings("ignore::Warning")
def test_every_patch_has_the_area_and_perimeter_of_fragstats(reference):
    land, _, _ = published(reference, "landscape")
    expected = pd.read_csv(reference("landscape/fragstats_landscape_patch.csv"))
    expected["TYPE"] = expected["TYPE"].str.extract(r"(\d+)", expand=False).astype(int)
    patches = land.patches
    found = np.column_stack(
        [land.classes[patches.number - 1], patches.cells / 10_000, patches.beside + patches.above]
    )
    columns = expected[["TYPE", "AREA", "PERIM"]].to_numpy()
    in_order = [table[np.lexsort(table.T)] for table in (found, columns)]
    np.testing.assert_allclose(*in_order, rtol=0, atol=5e-5)


# --- by hand -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("neighbours", "patches", "largest", "cohesion"),
    [
        pytest.param(8, 1, 50, 100 * (1 - 8 / (8 * np.sqrt(2))) / 0.5, id="corners join"),
        pytest.param(4, 2, 25, 0, id="corners do not join"),
    ],
)
def test_a_chessboard(neighbours, patches, largest, cohesion):
    found = classes_of([[1, 2], [2, 1]], neighbours=neighbours).loc[1]
    assert found[["NP", "LPI", "TE", "ED", "PD"]].tolist() == [
        patches,
        largest,
        400,
        100,
        25 * patches,
    ]
    assert found["COHESION"] == pytest.approx(cohesion, abs=1e-12)


def test_patches_of_known_shape():
    found = classes_of([[1, 1, 1, 1], [2, 2, 1, 2], [2, 2, 1, 2]])
    # an L of six cells: 14 sides instead of 10 at least; a square of 4 and a strip of 2
    assert found.loc[1, "SHAPE_MN"] == pytest.approx(1.4)
    assert found.loc[2, ["SHAPE_MN", "SHAPE_SD"]].tolist() == [1, 0]
    assert found.loc[2, ["CA", "NP", "AREA_MN", "AREA_SD"]].tolist() == [6, 2, 3, 1]
    assert found.loc[2, "AREA_CV"] == pytest.approx(100 / 3)


def test_cells_without_data_are_outside_and_make_no_edge():
    found = classes_of([[1, 0, 2], [1, 0, 2], [1, 0, 2]])
    assert found["TE"].tolist() == [0, 0]
    assert found["PLAND"].tolist() == [50, 50]
    assert landscape([[1, 0, 2]])[["TA", "NP"]].tolist() == [2, 2]


def test_oblong_cells_have_sides_of_two_lengths():
    raster = raster_of([[1, 2], [1, 2]], transform=(10, 0, 0, 0, -25, 50))
    assert landscape_metrics(landscape_of(raster))["TE"].tolist() == [50]
    raster = raster_of([[1, 1], [2, 2]], transform=(10, 0, 0, 0, -25, 50))
    assert landscape_metrics(landscape_of(raster))["TE"].tolist() == [20]


@pytest.mark.parametrize(
    ("values", "shannon", "evenness", "contagion"),
    [
        pytest.param([[1, 2], [1, 2]], np.log(2), 1, 0, id="as mixed as can be"),
        pytest.param(
            [[1, 1, 2, 2], [1, 1, 2, 2]],
            np.log(2),
            1,
            100 * (1 + (0.4 * np.log(0.4) + 0.1 * np.log(0.1)) / np.log(2)),
            id="two blocks: of ten sides of each, eight lie within",
        ),
        pytest.param([[5, 5], [5, 5]], 0, np.nan, np.nan, id="one class"),
        pytest.param([[1, 0, 2]], np.log(2), 1, np.nan, id="no cells side by side"),
    ],
)
def test_diversity(values, shannon, evenness, contagion):
    found = landscape(values)
    np.testing.assert_allclose(found[["SHDI", "SHEI"]].astype(float), [shannon, evenness])
    np.testing.assert_allclose(found["CONTAG"], contagion, atol=1e-12)


@pytest.mark.parametrize(
    "values", [pytest.param([[0, 0]], id="no data"), pytest.param([[7]], id="one cell")]
)
def test_landscapes_with_next_to_nothing(values):
    found = landscape(values)
    cells = np.count_nonzero(values)
    assert found[["TA", "NP", "TE", "PR"]].tolist() == [cells, cells, 0, cells]
    assert found[["COHESION", "CONTAG", "SHEI", "SIEI"]].isna().all()
    assert np.isnan(found["PD"]) == (cells == 0)
    assert len(classes_of(values)) == cells


def test_other_than_four_or_eight_neighbours_are_refused():
    with pytest.raises(InputError, match="4 or 8 neighbours, not 6"):
        landscape_of(raster_of([[1]], transform=PLACE), neighbours=6)


# --- a plain search for patches ------------------------------------------------------------------


def plain_patches(values, neighbours):
    """(class, cells, sides beside, sides above) of each patch, sorted."""
    rows = []
    around = ndimage.generate_binary_structure(2, 2 if neighbours == 8 else 1)
    for value in np.unique(values[values > 0]):
        label, count = ndimage.label(values == value, around)
        for number in range(1, count + 1):
            patch = np.pad(label == number, 1).astype(int)
            beside, above = (np.abs(np.diff(patch, axis=axis)).sum() for axis in (1, 0))
            rows.append((value, patch.sum(), beside, above))
    return sorted(rows)


def found_patches(land, zone=0):
    patches = land.patches
    mine = patches.zone == zone
    columns = (land.classes[patches.number - 1], patches.cells, patches.beside, patches.above)
    return sorted(zip(*(column[mine].tolist() for column in columns)))


def random_cells(seed, shape=(40, 30)):
    rng = np.random.default_rng(seed)
    smooth = ndimage.gaussian_filter(rng.normal(size=(4, *shape)), (0, 1.2, 1.2)).argmax(axis=0)
    return np.where(rng.random(shape) < 0.1, rng.integers(0, 4, shape), smooth).astype(np.uint8)


@pytest.mark.parametrize("strip", [10**6, 100, 30], ids=["whole", "strips", "single rows"])
@pytest.mark.parametrize("neighbours", [4, 8])
def test_patches_equal_a_plain_search(monkeypatch, neighbours, strip):
    monkeypatch.setattr(rasters, "STRIP_CELLS", strip)
    for seed in range(5):
        values = random_cells(seed)
        raster = raster_of(values, transform=PLACE, nodata=0)
        land = landscape_of(raster, neighbours=neighbours)
        assert found_patches(land) == plain_patches(values, neighbours)


def test_shared_sides_equal_a_count_cell_by_cell(monkeypatch):
    monkeypatch.setattr(rasters, "STRIP_CELLS", 100)
    values = random_cells(9)
    land = landscape_of(raster_of(values, transform=PLACE, nodata=0))
    pairs = land.neighbours
    table = {}
    for first, second, kind in (
        (values[:, :-1], values[:, 1:], "beside"),
        (values[:-1], values[1:], "above"),
    ):
        for one, other in zip(first.ravel().tolist(), second.ravel().tolist()):
            if one and other:
                table[one, other, kind] = table.get((one, other, kind), 0) + 1
    found = {
        (land.classes[a - 1], land.classes[b - 1], kind): count
        for kind, counts in (("beside", pairs.beside), ("above", pairs.above))
        for a, b, count in zip(pairs.first, pairs.second, counts)
        if count
    }
    assert found == table


# --- landscapes of polygons ----------------------------------------------------------------------


@pytest.mark.parametrize("strip", [10**6, 90, 30], ids=["whole", "strips", "single rows"])
@pytest.mark.parametrize("neighbours", [4, 8])
def test_overlapping_zones_equal_the_raster_cut_to_each(monkeypatch, neighbours, strip):
    monkeypatch.setattr(rasters, "STRIP_CELLS", strip)
    values = random_cells(7)
    rng = np.random.default_rng(7)
    zones = shapely.buffer(shapely.points(rng.random((15, 2)) * [30, 40]), 2 + 9 * rng.random(15))
    zones[3] = shapely.union(zones[3], shapely.box(25, 1, 29, 6)).difference(zones[4])
    raster = raster_of(values, transform=(1, 0, 0, 0, -1, 40), nodata=0)
    land = landscape_of(raster, zones, neighbours=neighbours)
    row, column = np.mgrid[:40, :30] + 0.5
    for zone, polygon in enumerate(zones):
        cut = np.where(shapely.contains_xy(polygon, column, 40 - row), values, 0)
        assert found_patches(land, zone) == plain_patches(cut, neighbours)
        alone = landscape_of(raster_of(cut, transform=raster.transform, nodata=0))
        if neighbours == 8:
            expected = landscape_metrics(alone).drop(columns="zone").iloc[0]
            found = landscape_metrics(land).drop(columns="zone").iloc[zone]
            np.testing.assert_allclose(found, expected, rtol=1e-12)


def test_zones_without_cells_keep_their_row():
    raster = raster_of([[1, 2], [1, 2]], transform=(1, 0, 0, 0, -1, 2))
    zones = [shapely.box(9, 9, 10, 10), shapely.box(0, 0, 2, 2), None, shapely.Polygon()]
    land = landscape_of(raster, zones)
    found = landscape_metrics(land)
    assert found["NP"].tolist() == [0, 2, 0, 0]
    assert found["SHDI"].isna().tolist() == [True, False, True, True]
    assert class_metrics(land)["zone"].tolist() == [1, 1]


def test_no_zone_at_all():
    land = landscape_of(raster_of([[1, 2]], transform=PLACE), [])
    assert len(landscape_metrics(land)) == len(class_metrics(land)) == 0


def test_class_areas_equal_the_counts_of_land_cover():
    values = random_cells(2)
    raster = raster_of(values, transform=(100, 0, 0, 0, -100, 4000), nodata=0)
    zones = [shapely.box(0, 0, 1550, 3950), shapely.box(950, 1000, 3000, 4000)]
    found = class_metrics(landscape_of(raster, zones))
    table = found.pivot_table("CA", "zone", "class").to_numpy()
    np.testing.assert_allclose(table, count_classes(zones, raster).cells)


def test_metrics_do_not_depend_on_the_names_of_classes():
    values = random_cells(5)
    renamed = np.array([0, 4000, 30, 900], dtype=np.uint16)[values]
    first, second = (
        class_metrics(landscape_of(raster_of(v, transform=PLACE, nodata=0)))
        for v in (values, renamed)
    )
    assert second["class"].tolist() == [30, 900, 4000]
    expected = first.iloc[[1, 2, 0]].drop(columns="class")
    np.testing.assert_allclose(second.drop(columns="class"), expected)


def test_the_search_can_be_cancelled(monkeypatch):
    monkeypatch.setattr(rasters, "STRIP_CELLS", 30)

    def stop(fraction):
        if fraction > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        landscape_of(raster_of(random_cells(1), transform=PLACE), progress=stop)
