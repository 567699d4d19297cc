"""Access to green areas on hand-made layers, through the provider."""

import numpy as np
import pytest
from qgis.core import NULL, QgsCoordinateReferenceSystem, QgsProcessingException
from samplan.processing import rasters

WEST, SOUTH = 500000, 6470000


def box(left, bottom, right, top):
    x0, y0, x1, y1 = WEST + left, SOUTH + bottom, WEST + right, SOUTH + top
    return f"Polygon(({x0} {y0},{x1} {y0},{x1} {y1},{x0} {y1},{x0} {y0}))"


def rows(layer, *names):
    return [[None if f[name] == NULL else f[name] for name in names] for f in layer.getFeatures()]


@pytest.fixture
def localities(make_layer):
    places = [(box(0, 0, 1000, 1000), "A"), (box(2000, 0, 3000, 1000), "B")]
    return make_layer("Polygon", "loc_code:string", places)


@pytest.fixture
def residents(make_layer):
    """In A 30 people 300 m from the park and 10 farther off; in B nine."""
    homes = [
        (f"Point({WEST + 400} {SOUTH + 50})", 30),
        (f"Point({WEST + 401} {SOUTH + 50})", 10),
        (f"Point({WEST + 2500} {SOUTH + 500})", 9),
    ]
    return make_layer("Point", "population:integer", homes)


@pytest.fixture
def parks(make_layer):
    """One of a hectare in two halves, one of exactly 0.5 ha outside, one too small."""
    areas = [box(0, 0, 50, 100), box(50, 0, 100, 100), box(1000, 0, 1100, 50), box(300, 0, 400, 49)]
    return make_layer("Polygon", "kind:string", [(area, "park") for area in areas])


def test_straight_to_the_nearest_large_enough(run, localities, residents, parks):
    given = {"LOCALITIES": localities, "RESIDENTS": residents, "GREEN": parks}
    found = run("greenaccess", **given, OUTPUT="memory:")["OUTPUT"]
    assert rows(found, "green_ha", "green_m2", "green_near") == [[1, 250, 75], [0, None, None]]
    assert "green_walk" not in found.fields().names()
    found = run("greenaccess", **given, SMALLEST=0.4, SMALLEST_BASE=1, OUTPUT="memory:")["OUTPUT"]
    assert rows(found, "green_near") == [[100], [0]]
    found = run("greenaccess", **given, NEAR=299, OUTPUT="memory:")["OUTPUT"]
    assert rows(found, "green_near") == [[0], [None]]


def test_on_the_streets_it_is_farther(run, localities, residents, parks, make_layer):
    detour = f"LineString({WEST + 100} {SOUTH + 50}, {WEST + 100} {SOUTH + 200}"
    detour += f", {WEST + 401} {SOUTH + 200}, {WEST + 401} {SOUTH + 50})"
    streets = make_layer("LineString", "", [(detour,)])
    given = {"LOCALITIES": localities, "RESIDENTS": residents, "GREEN": parks, "STREETS": streets}
    found = run("greenaccess", **given, OUTPUT="memory:")["OUTPUT"]
    assert rows(found, "green_near", "green_walk")[0] == [75, 0]
    # along the street until 25 m from the park: 150 + 301 + 150 - 75, and a metre to the street
    found = run("greenaccess", **given, NEAR=527, OUTPUT="memory:")["OUTPUT"]
    assert rows(found, "green_walk")[0] == [100]
    found = run("greenaccess", **given, NEAR=526.5, OUTPUT="memory:")["OUTPUT"]
    assert rows(found, "green_walk")[0] == [25]


def test_green_from_land_cover_and_from_areas(run, localities, residents, parks, tmp_path):
    cells = np.full((10, 10), 51, np.uint8)
    cells[9, :2] = 111  # two hectares of forest in the south-west corner
    path = tmp_path / "marktäcke.tif"
    crs = QgsCoordinateReferenceSystem("EPSG:3006")
    rasters.write(path, rasters.Grid(cells, WEST, SOUTH + 1000, 100, 0, {}), crs)
    given = {"LOCALITIES": localities, "RESIDENTS": residents, "RASTER": str(path)}
    found = run("greenaccess", **given, OUTPUT="memory:")["OUTPUT"]
    assert rows(found, "green_ha", "green_near")[0] == [2, 100]
    found = run("greenaccess", **given, GREEN=parks, SMALLEST=0, OUTPUT="memory:")["OUTPUT"]
    assert rows(found, "green_ha")[0] == [pytest.approx(2.49)]


def test_without_any_green_layer_it_asks_for_one(run, localities, residents):
    with pytest.raises(QgsProcessingException, match="Choose green areas, a land-cover raster"):
        run("greenaccess", LOCALITIES=localities, RESIDENTS=residents, OUTPUT="memory:")


def test_a_raster_in_degrees_is_a_sentence(run, localities, residents, reference):
    raster = str(reference("bad_geodata/wgs84_landcover.tif"))
    given = {"LOCALITIES": localities, "RESIDENTS": residents, "RASTER": raster}
    with pytest.raises(QgsProcessingException, match="Warp it to a projected"):
        run("greenaccess", **given, OUTPUT="memory:")


def test_no_green_and_nobody(run, localities, residents, parks, make_layer):
    no_parks, nobody = make_layer("Polygon", "", []), make_layer("Point", "population:integer", [])
    given = {"LOCALITIES": localities, "RESIDENTS": residents, "GREEN": no_parks}
    found = run("greenaccess", **given, OUTPUT="memory:")["OUTPUT"]
    assert rows(found, "green_ha", "green_m2", "green_near") == [[0, 0, 0], [0, None, None]]
    given = {"LOCALITIES": localities, "RESIDENTS": nobody, "GREEN": parks}
    found = run("greenaccess", **given, OUTPUT="memory:")["OUTPUT"]
    assert rows(found, "green_ha", "green_near") == [[1, None], [0, None]]
