"""The raster door, on files with every defect."""

import numpy as np
import pytest
from qgis.core import QgsRasterLayer
from samplan.processing import rasters
from samplan.processing.methods.errors import InputError


@pytest.fixture
def opened(reference, qgis_app):
    return lambda name: QgsRasterLayer(str(reference(f"bad_geodata/{name}")), name)


@pytest.mark.parametrize(
    ("name", "words"),
    [("landcover_no_crs.tif", "no coordinate reference"), ("truncated.tif", "cannot be read")],
)
def test_an_unusable_raster_is_a_sentence(name, words, opened):
    with pytest.raises(InputError, match=words):
        rasters.read(opened(name))


@pytest.mark.parametrize(
    "name", ["landcover_no_nodata.tif", "rotated_transform.tif", "south_up.tif", "one_cell.tif"]
)
def test_strips_make_the_whole(name, opened):
    raster = rasters.read(opened(name)).blocks
    whole = raster.read(0, raster.height)
    strips = [raster.read(row, row + 1) for row in range(raster.height)]
    np.testing.assert_array_equal(np.concatenate(strips), whole)
    assert whole.shape == (raster.height, raster.width)


def test_what_is_written_can_be_read(tmp_path, qgis_app):
    from qgis.core import QgsCoordinateReferenceSystem

    values = np.arange(12, dtype=np.uint8).reshape(3, 4)
    grid = rasters.Grid(values, 500000, 6470000, 10, 0, {"1": "#ff0000"})
    path = tmp_path / "å.tif"
    rasters.write(path, grid, QgsCoordinateReferenceSystem("EPSG:3006"))
    layer = QgsRasterLayer(str(path), "raster")
    found = rasters.read(layer)
    np.testing.assert_array_equal(found.blocks.read(0, 3), values)
    assert found.blocks.nodata == 0
    assert found.blocks.transform == (10, 0, 500000, 0, -10, 6470000)
    assert found.crs.authid() == "EPSG:3006"
