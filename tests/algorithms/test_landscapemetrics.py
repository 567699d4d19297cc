"""Landscape metrics through the provider: hand-made, and FRAGSTATS' published tables."""

import numpy as np
import pandas as pd
import pytest
from qgis.core import NULL, QgsCoordinateReferenceSystem, QgsProcessingException
from samplan.processing import rasters
from samplan.processing.algorithms.indicators.landscapemetrics import CLASS, LANDSCAPE

WEST, NORTH = 500000, 6470000


def rows(layer, *names):
    return [[None if f[name] == NULL else f[name] for name in names] for f in layer.getFeatures()]


@pytest.fixture
def raster(tmp_path, qgis_app):
    """Two squares of forest in a field, corner to corner; a cell is a hectare."""
    values = np.array([[111, 3, 3], [3, 111, 3], [0, 0, 0]], np.uint8)
    grid = rasters.Grid(values, WEST, NORTH, 100, 0, {})
    rasters.write(tmp_path / "land.tif", grid, QgsCoordinateReferenceSystem("EPSG:3006"))
    return str(tmp_path / "land.tif")


@pytest.fixture
def localities(make_layer):
    def box(right):
        x, y = WEST + right, NORTH - 200
        return f"Polygon(({WEST} {y},{x} {y},{x} {NORTH},{WEST} {NORTH},{WEST} {y}))"

    return make_layer("Polygon", "loc_code:string", [(box(300), "A"), (box(200), "B"), ("", "C")])


@pytest.mark.parametrize(("neighbours", "patches"), [("8", [2, 2]), ("4", [4, 4])])
def test_each_locality_is_a_landscape(run, raster, localities, neighbours, patches):
    given = {"RASTER": raster, "LOCALITIES": localities, "NEIGHBOURS": neighbours}
    found = run("landscapemetrics", **given, OUTPUT="memory:", CLASS_METRICS="memory:")
    assert rows(found["OUTPUT"], "loc_code", "ls_ta", "ls_np", "ls_te", "ls_pr") == [
        ["A", 6, patches[0], 500, 2],
        ["B", 4, patches[1], 400, 2],
        ["C", 0, 0, 0, 0],
    ]
    assert rows(found["OUTPUT"], "ls_shei")[1:] == [[1], [None]]
    names = ("loc_code", "lc_class", "lc_name", "lc_group", "ls_ca", "ls_pland")
    assert rows(found["CLASS_METRICS"], *names)[2:] == [
        ["B", 3, "Arable land", "farmland", 2, 50],
        ["B", 111, "Pine forest not on wetland", "forest", 2, 50],
    ]


def test_a_raster_in_degrees_is_a_sentence(run, reference):
    raster = str(reference("bad_geodata/wgs84_landcover.tif"))
    with pytest.raises(QgsProcessingException, match="Warp it to a projected"):
        run("landscapemetrics", RASTER=raster, OUTPUT="memory:")


@pytest.mark.filterwarnings("ignore::Warning")
def test_a_whole_raster_is_as_fragstats_has_it(reference, run):
    given = {"RASTER": str(reference("landscape/augusta_nlcd.tif")), "OUTPUT": "memory:"}
    found = run("landscapemetrics", **given, CLASS_METRICS="memory:")
    path = reference("landscape/fragstats_augusta_nlcd_land.csv")
    expected = pd.read_csv(path, na_values="N/A")[list(LANDSCAPE)]
    values = np.array(rows(found["OUTPUT"], *LANDSCAPE.values()), dtype=float)
    np.testing.assert_allclose(values, expected, rtol=0, atol=5.1e-5)
    path = reference("landscape/fragstats_augusta_nlcd_class.csv")
    expected = pd.read_csv(path, na_values="N/A")
    expected["class"] = expected["TYPE"].str.extract(r"(\d+)", expand=False).astype(int)
    values = np.array(rows(found["CLASS_METRICS"], *CLASS.values()), dtype=float)
    expected = expected.sort_values("class")[list(CLASS)]
    np.testing.assert_allclose(values, expected, rtol=0, atol=5.1e-5)
