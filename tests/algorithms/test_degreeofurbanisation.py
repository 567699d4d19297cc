"""Degree of urbanisation through the provider: hand-made places, and Belgium as published."""

from collections import Counter

import numpy as np
import pandas as pd
import pytest
from qgis.core import NULL, QgsCoordinateReferenceSystem, QgsProcessingException
from samplan.processing import rasters


def rows(layer, *names):
    return [[None if f[name] == NULL else f[name] for name in names] for f in layer.getFeatures()]


@pytest.fixture
def people(make_layer):
    """A city of two cells, a village next but one, and a farm."""
    homes = [
        ("Point(500100 6470100)", 30_000),
        ("Point(501900 6470900)", 25_000),
        ("Point(504500 6470500)", 600),
        ("Point(506500 6470500)", 3),
        ("Point(506900 6470900)", None),
    ]
    return make_layer("Point", "population:integer", homes)


def test_points_become_cells(run, people):
    found = run("degreeofurbanisation", POPULATION=people, OUTPUT="memory:", GRID="memory:")
    assert rows(found["OUTPUT"], "degurba", "pop", "cells") == [[3, 55_000, 2], [1, 603, 5]]
    assert rows(found["GRID"], "pop", "dens_km2", "land_pct", "degurba", "degurba_2") == [
        [30_000, 30_000, 100, 3, 30],
        [25_000, 25_000, 100, 3, 30],
        [600, 600, 100, 1, 13],
        [3, 3, 100, 1, 11],
    ]
    first = next(found["GRID"].getFeatures()).geometry().boundingBox()
    assert (first.xMinimum(), first.yMaximum()) == (500000, 6471000)


def test_level_2_and_units(run, people, make_layer):
    west = "Polygon((500000 6470000,503000 6470000,503000 6471000,500000 6471000,500000 6470000))"
    east = "Polygon((503000 6470000,507000 6470000,507000 6471000,503000 6471000,503000 6470000))"
    units = make_layer("Polygon", "name:string,pop:integer", [(west, "V", 7), (east, "Ö", 8)])
    found = run(
        "degreeofurbanisation",
        POPULATION=people,
        UNITS=units,
        OUTPUT="memory:",
        LEVEL_2="memory:",
        UNITS_OUTPUT="memory:",
    )
    assert rows(found["LEVEL_2"], "degurba_2", "pop", "cells") == [
        [30, 55_000, 2],
        [13, 600, 1],
        [11, 0, 2],
        [11, 3, 2],
    ]
    names = ("name", "pop", "pct_centre", "pct_rural", "degurba", "degurba_2")
    assert rows(found["UNITS_OUTPUT"], *names) == [["V", 7, 100, 0, 3, 30], ["Ö", 8, 0, 100, 1, 13]]


def test_water_takes_land_and_raises_density(run, people, make_layer):
    lake = "Polygon((504000 6470000,504500 6470000,504500 6471000,504000 6471000,504000 6470000))"
    water = make_layer("Polygon", "", [(lake,), (lake,)])
    given = {"POPULATION": people, "WATER": water, "OUTPUT": "memory:", "GRID": "memory:"}
    found = run("degreeofurbanisation", **given)["GRID"]
    # the lake is there twice, but no more than all of the cell is water
    assert rows(found, "land_pct")[2] == [0]
    water = make_layer("Polygon", "", [(lake,)])
    found = run("degreeofurbanisation", **{**given, "WATER": water})["GRID"]
    assert rows(found, "land_pct", "dens_km2")[2] == [50, 1200]


@pytest.mark.parametrize(
    ("cell", "words"), [(100, "are not 1 km2"), (1000, "different cells")], ids=["cell", "grid"]
)
def test_rasters_that_do_not_fit_are_a_sentence(run, tmp_path, cell, words):
    crs = QgsCoordinateReferenceSystem("EPSG:3006")
    for name, west in (("folk.tif", 500000), ("land.tif", 501000)):
        grid = rasters.Grid(np.ones((2, 2), np.uint8), west, 6470000, cell, 0, {})
        rasters.write(tmp_path / name, grid, crs)
    given = {"RASTER": str(tmp_path / "folk.tif"), "LAND": str(tmp_path / "land.tif")}
    with pytest.raises(QgsProcessingException, match=words):
        run("degreeofurbanisation", **given, OUTPUT="memory:")


def test_without_any_population_it_asks_for_one(run):
    with pytest.raises(QgsProcessingException, match="Choose a layer or a raster"):
        run("degreeofurbanisation", OUTPUT="memory:")


def test_nobody_is_an_empty_result(run, make_layer):
    nobody = make_layer("Point", "population:integer", [])
    found = run("degreeofurbanisation", POPULATION=nobody, OUTPUT="memory:", GRID="memory:")
    assert found["GRID"].featureCount() == 0


@pytest.mark.filterwarnings("ignore::Warning")
def test_belgium_is_as_published(reference, run):
    names = {"RASTER": "POP", "LAND": "LAND", "BUILT": "BUILT_S"}
    given = {name: str(reference(f"degurba/{file}.tif")) for name, file in names.items()}
    found = run(
        "degreeofurbanisation",
        **given,
        UNITS=str(reference("degurba/units_belgium.gpkg")),
        OVERLAY="centre",
        OUTPUT="memory:",
        UNITS_OUTPUT="memory:",
    )
    cells = Counter()
    for degurba, number in rows(found["OUTPUT"], "degurba", "cells"):
        cells[degurba] += number
    assert cells == {1: 52837, 2: 8797, 3: 2145}
    expected = pd.read_csv(reference("degurba/expected_units_belgium_L1.csv"))
    expected = dict(zip(expected["UID"].astype(int), expected["flexurba_L1"].astype(int)))
    units = {int(uid): degurba for uid, degurba in rows(found["UNITS_OUTPUT"], "UID", "degurba")}
    assert units == {uid: expected[uid] for uid in units}
    assert Counter(units.values()) == {1: 215, 2: 292, 3: 74}
