"""Land-cover indicators on small rasters, through the provider."""

import json

import numpy as np
import pytest
from qgis.core import NULL, QgsCoordinateReferenceSystem, QgsProcessingException, QgsVectorLayer
from samplan.processing import rasters

WEST, NORTH = 500000, 6470000


def box(left, bottom, right, top):
    x0, y0, x1, y1 = WEST + left, NORTH + bottom, WEST + right, NORTH + top
    return f"Polygon(({x0} {y0},{x1} {y0},{x1} {y1},{x0} {y1},{x0} {y0}))"


def rows(layer, *names):
    layer = QgsVectorLayer(layer, "table", "ogr") if isinstance(layer, str) else layer
    return [[None if f[name] == NULL else f[name] for name in names] for f in layer.getFeatures()]


@pytest.fixture
def make_raster(tmp_path, qgis_app):
    """GeoTIFF of 100 m cells, so that a cell is a hectare."""

    def make(name, values, nodata=0, crs="EPSG:3006"):
        grid = rasters.Grid(np.array(values, np.uint8), WEST, NORTH, 100, nodata, {})
        rasters.write(tmp_path / name, grid, QgsCoordinateReferenceSystem(crs))
        return str(tmp_path / name)

    return make


@pytest.fixture
def now(make_raster):
    return make_raster("nu.tif", [[51, 52, 3, 3], [51, 53, 111, 61], [0, 0, 0, 0]])


@pytest.fixture
def localities(make_layer):
    """The left half with a row of no data, a quarter of the first cell, and nothing."""
    places = [
        (box(0, -300, 200, 0), "A", 30, 5),
        (box(0, -25, 100, 0), "B", -3, 0),
        (box(9000, 0, 9100, 100), "C", None, None),
        ("", "D", 1, 1),
    ]
    return make_layer("Polygon", "loc_code:string,people:integer,homes:integer", places)


def test_shares_by_cells_whose_centres_lie_inside(run, localities, now, log):
    given = {"LOCALITIES": localities, "RASTER": now, "OUTPUT": "memory:"}
    found = run("landcoverindicators", **given)["OUTPUT"]
    assert rows(found, "lc_ha", "lc_nodata", "lc_builtup", "lc_built", "lc_infra") == [
        [4, 2, 100, 75, 25],
        [0, 0, None, None, None],  # no centre within
        [0, 0, None, None, None],
        [0, 0, None, None, None],
    ]
    assert rows(found, "lc_simpson")[0] == [pytest.approx(1 - 0.75**2 - 0.25**2)]
    assert "3 localities have no data in 'nu'." in log.warnings


def test_shares_by_area_and_the_table_by_class(run, localities, now, tmp_path):
    table = str(tmp_path / "klasser.gpkg")
    given = {"LOCALITIES": localities, "RASTER": now, "RULE": "area", "OUTPUT": "memory:"}
    found = run("landcoverindicators", **given, CLASS_TABLE=table)
    assert rows(found["OUTPUT"], "lc_ha", "lc_builtup")[1] == [0.25, 100]
    assert rows(found["CLASS_TABLE"], "loc_code", "lc_class", "lc_group", "hectares") == [
        ["A", 51, "built", 2],
        ["A", 52, "built", 1],
        ["A", 53, "infrastructure", 1],
        ["B", 51, "built", 0.25],
    ]
    assert sum(share for (share,) in rows(found["CLASS_TABLE"], "share_pct")) == pytest.approx(200)


def test_land_taken_since_an_earlier_raster(run, localities, now, make_raster, tmp_path):
    before = make_raster("förr.tif", [[3, 3, 3, 3], [51, 3, 111, 61], [51, 0, 0, 0]])
    changes = str(tmp_path / "ändringar.gpkg")
    found = run(
        "landcoverindicators",
        LOCALITIES=localities,
        RASTER=now,
        EARLIER=before,
        PEOPLE="people",
        DWELLINGS="homes",
        CHANGES=changes,
        OUTPUT="memory:",
    )
    assert rows(found["OUTPUT"], "lc_taken", "lc_return", "lc_net", "take_inh", "take_dwell") == [
        [3, 0, 3, 1000, None],  # five dwellings are too few
        [0, 0, 0, None, None],
        [0, 0, 0, None, None],
        [0, 0, 0, None, None],
    ]
    assert rows(found["CHANGES"], "loc_code", "lc_from", "lc_to", "hectares") == [
        ["A", "built", "built", 1],
        ["A", "farmland", "built", 2],
        ["A", "farmland", "infrastructure", 1],
    ]


def test_classes_of_ones_own(run, localities, now, tmp_path):
    file = tmp_path / "klasser.csv"
    file.write_text("code;group;built_up\n51;Hus och hem;1\n52;gård;0\n", encoding="cp1252")
    given = {"LOCALITIES": localities, "RASTER": now, "OUTPUT": "memory:"}
    found = run("landcoverindicators", **given, CLASS_FILE=str(file))["OUTPUT"]
    assert rows(found, "lc_husochh", "lc_grd", "lc_unknown", "lc_builtup")[0] == [50, 25, 25, 50]


def test_values_that_the_classes_do_not_know_are_named(run, localities, make_raster, log):
    raster = make_raster("annat.tif", [[51, 77], [78, 51], [0, 0]])
    run("landcoverindicators", LOCALITIES=localities, RASTER=raster, OUTPUT="memory:")
    assert any("does not know: 77, 78." in warning for warning in log.warnings)


def test_corine_numbers_and_codes(run, localities, make_raster):
    raster = make_raster("corine.tif", [[2, 12], [12, 12], [0, 0]])
    given = {"LOCALITIES": localities, "RASTER": raster, "OUTPUT": "memory:"}
    found = run("landcoverindicators", **given, CLASSES="corine")["OUTPUT"]
    assert rows(found, "lc_built", "lc_farm")[0] == [25, 75]


@pytest.mark.parametrize(
    ("earlier", "words"),
    [
        pytest.param({"values": [[3, 3], [3, 3]]}, "different cells", id="another grid"),
        pytest.param(
            {"values": [[3] * 4] * 3, "crs": "EPSG:3007"}, "different coordinate", id="another CRS"
        ),
    ],
)
def test_rasters_that_do_not_fit_are_a_sentence(run, localities, now, make_raster, earlier, words):
    before = make_raster("förr.tif", **earlier)
    with pytest.raises(QgsProcessingException, match=words):
        run(
            "landcoverindicators",
            LOCALITIES=localities,
            RASTER=now,
            EARLIER=before,
            OUTPUT="memory:",
        )


@pytest.fixture
def whole(make_layer):
    """Outline of a raster's cells, in the raster's own reference system."""

    def outline(path):
        import rasterio
        import shapely

        with rasterio.open(path) as data:
            corners = [(0, 0), (data.width, 0), (data.width, data.height), (0, data.height)]
            ring = shapely.Polygon([data.transform * corner for corner in corners])
            crs = f"EPSG:{data.crs.to_epsg()}"
            cells, values = data.width * data.height, data.read(1)
        layer = make_layer("Polygon", "loc_code:string", [(shapely.to_wkt(ring, 12), "0")], crs=crs)
        return layer, cells, values

    return outline


@pytest.mark.parametrize(
    "name", ["rotated_transform.tif", "south_up.tif", "non_square_cells.tif", "one_cell.tif"]
)
def test_grids_of_every_kind_are_counted_to_the_cell(name, reference, run, whole, tmp_path):
    path = reference(f"bad_geodata/{name}")
    layer, _, values = whole(path)
    given = {"LOCALITIES": layer, "RASTER": str(path), "CLASSES": "nmd2023", "OUTPUT": "memory:"}
    found = run("landcoverindicators", **given, CLASS_TABLE=str(tmp_path / "k.gpkg"))
    counted = dict(rows(found["CLASS_TABLE"], "lc_class", "hectares"))
    codes, cells = np.unique(values[values > 0], return_counts=True)
    assert list(counted) == codes.tolist()
    hectares = np.array(list(counted.values()))
    np.testing.assert_allclose(hectares / hectares.sum(), cells / cells.sum(), rtol=1e-12)


def test_no_nodata_value_is_counted_as_published(reference, run, whole, tmp_path):
    path = reference("bad_geodata/landcover_no_nodata.tif")
    answers = json.loads(reference("bad_geodata/expected_landcover_counts.json").read_text())
    layer, _, _ = whole(path)
    given = {"LOCALITIES": layer, "RASTER": str(path), "OUTPUT": "memory:"}
    found = run("landcoverindicators", **given, CLASS_TABLE=str(tmp_path / "k.gpkg"))
    counted = rows(found["CLASS_TABLE"], "lc_class", "share_pct")
    expected = {int(code): cells for code, cells in answers[path.name].items()}
    cells = sum(expected.values())
    assert {code: round(share * cells / 100, 6) for code, share in counted} == expected


def test_a_raster_in_degrees_gives_hectares_on_the_ground(reference, run, make_layer, tmp_path):
    """The polygon's own area is shared out by its cells."""
    import rasterio

    path = reference("bad_geodata/wgs84_landcover.tif")
    with rasterio.open(path) as data:
        left, bottom, right, top = data.bounds
    x, y = [left + (right - left) * k for k in (0.25, 0.75)], [bottom, top]
    y = [bottom + (top - bottom) * k for k in (0.25, 0.75)]
    wkt = f"Polygon(({x[0]} {y[0]},{x[1]} {y[0]},{x[1]} {y[1]},{x[0]} {y[1]},{x[0]} {y[0]}))"
    layer = make_layer("Polygon", "loc_code:string", [(wkt, "0")], crs="EPSG:4326")
    given = {"LOCALITIES": layer, "RASTER": str(path), "RULE": "area", "OUTPUT": "memory:"}
    found = run("landcoverindicators", **given)["OUTPUT"]
    ((mapped, missing),) = rows(found, "lc_ha", "lc_nodata")
    width, height = (right - left) / 2, (top - bottom) / 2
    latitude = np.radians((bottom + top) / 2)
    ground = width * 111_320 * np.cos(latitude) * height * 111_320 / 10_000
    assert mapped + missing == pytest.approx(ground, rel=0.01)
