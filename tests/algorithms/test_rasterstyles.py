"""Land-cover rasters look as their makers draw them: in the demo region, in projects."""

import numpy as np
import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer
from samplan.processing import presentation, rasters, rasterstyles


@pytest.fixture
def make_raster(tmp_path, qgis_app):
    def make(values, name="mark.tif", nodata=0):
        grid = rasters.Grid(np.array(values, np.uint8), 500000, 6470000, 10, nodata, {})
        rasters.write(tmp_path / name, grid, QgsCoordinateReferenceSystem("EPSG:3006"))
        return QgsRasterLayer(str(tmp_path / name), "mark")

    return make


def legend(layer):
    return {int(each.value): (each.label, each.color.name()) for each in layer.renderer().classes()}


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ({3, 51, 61}, "nmd2018"),
        ({2, 3, 111, 112, 41}, "nmd2018"),
        ({3, 51, 54}, "nmd2023"),
        ({200, 4231, 61}, "nmd2023"),
        ({112, 211, 312}, "corine"),
        ({2, 12, 18, 25, 44}, "corine"),
        ({3, 61}, None),
        ({3, 61, 77}, None),
        (set(), None),
    ],
)
def test_the_classes_tell_the_table(values, kind):
    assert rasterstyles.kind_of(values) == kind


def test_it_shows_the_classes_that_it_holds_in_their_official_colours(make_raster):
    layer = make_raster([[3, 3, 51], [61, 111, 0]])
    assert rasterstyles.dress(layer)
    assert legend(layer) == {
        3: ("Arable land", "#ffffbe"),
        51: ("Artificial surfaces, building", "#5a1414"),
        61: ("Inland water", "#6699cd"),
        111: ("Pine forest not on wetland", "#6e8c05"),
    }


def test_in_swedish(make_raster, monkeypatch):
    monkeypatch.setattr(presentation, "language", lambda: "sv")
    layer = make_raster([[3, 51, 61]])
    rasterstyles.dress(layer)
    assert legend(layer)[3] == ("Åkermark", "#ffffbe")


@pytest.mark.parametrize(
    "values", [[[1, 2, 90]], [[3, 3, 3]]], ids=["other classes", "too few to tell"]
)
def test_what_follows_no_table_keeps_its_look(make_raster, values):
    layer = make_raster(values)
    before = layer.renderer().type()
    assert not rasterstyles.dress(layer)
    assert layer.renderer().type() == before


def test_numbers_with_fractions_are_no_classes(reference, qgis_app):
    for path in sorted(reference("bad_geodata").glob("*float*.tif")):
        assert not rasterstyles.dress(QgsRasterLayer(str(path), "x")), path.name


def test_a_style_of_the_users_own_stays(make_raster):
    layer = make_raster([[3, 51, 61]])
    layer.saveNamedStyle(layer.styleURI())
    again = QgsRasterLayer(layer.source(), "mark")
    assert not rasterstyles.dress(again)


def test_the_demo_regions_raster_and_a_project_of_another_are_dressed(
    demo, make_raster, run, tmp_path
):
    demo_raster = QgsRasterLayer(demo("landcover.tif"), "landcover")
    assert legend(demo_raster)[3] == ("Arable land", "#ffffbe")
    plain = make_raster([[2, 12, 24]], name="clc.tif")
    path = tmp_path / "plan.qgz"
    run("planningproject", LAYERS=[plain, demo("municipalities")], PROJECT=str(path))
    project = QgsProject()
    assert project.read(str(path))
    found = next(each for each in project.mapLayers().values() if "clc" in each.source())
    assert legend(found)[12] == ("Non-irrigated arable land", "#ffffa8")
