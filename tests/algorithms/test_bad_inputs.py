"""Every unusable file given to every parameter that could take it: a sentence, and no output."""

import re

import pytest
from qgis.core import (
    QgsFeatureRequest,
    QgsProcessingException,
    QgsProcessingModelAlgorithm,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
    QgsVectorLayer,
)
from samplan.processing.algorithms import ALGORITHMS

GOOD = {
    "delineatelocalities": {
        "BUILDINGS": "buildings",
        "POPULATION": "residents",
        "WATER": "water",
        "BRIDGING": "greens",
        "MUNICIPALITIES": "municipalities",
        "NAMES": "places",
    },
    "populationindicators": {"LOCALITIES": "earlier_localities", "PEOPLE": "residents"},
    "employmentindicators": {"LOCALITIES": "earlier_localities", "FLOWS": "commuting"},
    "functionallocalities": {"LOCALITIES": "earlier_localities", "SMALL": "municipalities"},
    "degreeofurbanisation": {
        "POPULATION": "residents",
        "WATER": "water",
        "UNITS": "municipalities",
    },
    "housingindicators": {
        "LOCALITIES": "earlier_localities",
        "BUILDINGS": "buildings",
        "RESIDENTS": "residents",
    },
    "serviceindicators": {
        "LOCALITIES": "earlier_localities",
        "SERVICES": "services",
        "RESIDENTS": "residents",
        "STREETS": "streets",
    },
    "greenaccess": {
        "LOCALITIES": "earlier_localities",
        "RESIDENTS": "residents",
        "GREEN": "greens",
        "STREETS": "streets",
    },
    "urbanformindicators": {
        "LOCALITIES": "earlier_localities",
        "BUILDINGS": "buildings",
        "RESIDENTS": "residents",
        "STREETS": "streets",
        "CENTRES": "places",
    },
    "landcoverindicators": {"LOCALITIES": "earlier_localities", "RASTER": "landcover.tif"},
    "landscapemetrics": {"LOCALITIES": "earlier_localities", "RASTER": "landcover.tif"},
    "stopservice": {"FEED": "gtfs.zip", "AREA": "municipalities"},
    "gtfstolayers": {"FEED": "gtfs.zip", "AREA": "municipalities"},
    "checkgtfs": {"FEED": "gtfs.zip", "AREA": "municipalities", "STREETS": "streets"},
    "localityservice": {"FEED": "gtfs.zip", "LOCALITIES": "earlier_localities"},
    "stopquality": {
        "FEED": "gtfs.zip",
        "LOCALITIES": "earlier_localities",
        "RESIDENTS": "residents",
        "STREETS": "streets",
        "PLANNED": "planned_areas",
    },
    "transitcatchments": {"STOPS": "services", "STREETS": "streets", "RESIDENTS": "residents"},
    "servicestandard": {"FEED": "gtfs.zip", "LOCALITIES": "earlier_localities"},
    "traveltimematrix": {
        "ORIGINS": "earlier_localities",
        "DESTINATIONS": "places",
        "FEED": "gtfs.zip",
        "STREETS": "streets",
    },
    "traveltimemap": {
        "PLACES": "earlier_localities",
        "FEED": "gtfs.zip",
        "STREETS": "streets",
        "AREA": "earlier_localities",
        "RESIDENTS": "residents",
    },
    "accessibility": {
        "TIMES": "commuting",
        "PLACES": "earlier_localities",
        "DESTINATIONS": "services",
    },
    "traveltimeratio": {
        "TIMES": "commuting",
        "CAR_TIMES": "commuting",
        "FLOWS": "commuting",
        "LOCALITIES": "earlier_localities",
    },
    "editgtfs": {"FEED": "gtfs.zip"},
    "comparescenarios": {"BASE": "places", "SCENARIOS": "places", "PLACES": "places"},
    "clustertypology": {"LOCALITIES": "places"},
    "ruletypology": {"LOCALITIES": "places"},
    "typologyprofile": {"LOCALITIES": "places"},
    "alikebutdifferent": {"LOCALITIES": "places"},
}
"""Layers of the demo region that each tool runs on."""
SETTINGS = {
    "employmentindicators": {"CODE": "code"},
    "functionallocalities": {"CODE": "code", "NAME": "name"},
    "urbanformindicators": {"CODE": "code", "EARLIER_CODE": "code"},
    "landcoverindicators": {"CODE": "code"},
    "landscapemetrics": {"CODE": "code"},
    "localityservice": {"CODE": "code", "NAME": "name"},
    "stopquality": {"CODE": "code", "NAME": "name"},
    "transitcatchments": {"BANDS": "300"},
    "servicestandard": {"CODE": "code", "NAME": "name"},
    "accessibility": {"CODE": "code", "FROM": "from_code", "TO": "to_code", "TIME": "employed"},
    "traveltimeratio": {
        "CODE": "code",
        "FROM": "from_code",
        "TO": "to_code",
        "TIME": "employed",
        "SIZE": "year",
    },
    "editgtfs": {"OUTPUT": "TEMPORARY_OUTPUT"},
    "comparescenarios": {"KEY": "code", "FIELDS": ["population"]},
    "gtfstolayers": {"LINES": "TEMPORARY_OUTPUT"},
    "checkgtfs": {"REPORT": "TEMPORARY_OUTPUT"},
    "clustertypology": {"FIELDS": ["population"], "LOG": []},
    "ruletypology": {"ABSENT": "unknown"},
    "typologyprofile": {"CLASS": "in18", "FIELDS": ["population"], "CARDS": "TEMPORARY_OUTPUT"},
    "alikebutdifferent": {"LOOKS": ["population"], "WORKS": ["pop_year", "in18"], "LOG": []},
}
OUTPUTS = {
    "planningproject": "PROJECT",
    "checkgtfs": "FINDINGS",
    "gtfstolayers": "STOPS",
    "editgtfs": "LOG",
}
"""Output of the tools that have no plain OUTPUT."""
REFUSED_EVERYWHERE = (
    "corrupt_wkb.gpkg",
    "degrees_declared_as_3006.gpkg",
    "empty.csv",
    "invalid_polygons.gpkg",
    "no_crs.gpkg",
    "not_a_geopackage.gpkg",
    "real_kungsbacka_op_declared4326_is_3007_nulls_lines.geojson",
    "real_tatorter_sample_crs3006_coords_wgs84.geojson",
    "swapped_axes_3006.gpkg",
    "truncated.gpkg",
    "zero_bytes.gpkg",
)
"""What no tool can use; the other files may suit a tool that asks for no more than they have."""
RASTERS_REFUSED_EVERYWHERE = ("landcover_no_crs.tif", "not_a_raster.tif", "truncated.tif")
BUG = re.compile(r"Traceback|Error:|Exception|0x[0-9a-f]{6}|<class|NoneType|\{\w*\}")


def attempt(run, algorithm, *, output, **parameters):
    """Run it; returns its results and the sentence it was refused with, one of the two."""
    parameters[OUTPUTS.get(algorithm, "OUTPUT")] = str(output)
    try:
        return run(algorithm, **parameters), ""
    except QgsProcessingException as error:
        return None, str(error).replace("Unable to execute algorithm\n", "")


def sources(kind=QgsProcessingParameterFeatureSource):
    """Yield each tool that writes layers, with each of its layer parameters of a kind."""
    for each in ALGORITHMS:
        name, instance = each.__name__.lower(), each().create()
        for definition in instance.parameterDefinitions() if name in GOOD else ():
            if isinstance(definition, kind):
                yield name, definition.name()


def files(*suffixes):
    from pathlib import Path

    folder = Path(__file__).resolve().parents[3] / "shared" / "data" / "bad_geodata"
    if not folder.exists():
        pytest.skip("reference data 'bad_geodata' is not on this machine")
    return sorted(path for path in folder.iterdir() if path.suffix in suffixes)


@pytest.fixture(scope="session")
def bad_files():
    return files(".gpkg", ".csv", ".geojson")


@pytest.mark.heavy
@pytest.mark.parametrize(
    ("algorithm", "parameter"), [*sources(), *sources(QgsProcessingParameterMultipleLayers)]
)
def test_a_bad_layer_ends_in_a_sentence(
    algorithm, parameter, bad_files, demo, run, context, tmp_path
):
    context.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryAbortOnInvalid)
    good = {name: demo(layer) for name, layer in GOOD[algorithm].items()}
    for path in bad_files:
        output = tmp_path / f"{path.stem}_out.gpkg"
        given = {**good, **SETTINGS.get(algorithm, {}), parameter: str(path)}
        _, refused = attempt(run, algorithm, output=output, **given)
        if refused:
            assert not BUG.search(refused), f"{path.name}: {refused}"
            assert len(refused) > 30, f"{path.name}: {refused}"
            assert not output.exists(), path.name
        else:
            assert path.name not in REFUSED_EVERYWHERE, path.name
            assert QgsVectorLayer(str(output), "output", "ogr").isValid(), path.name


@pytest.mark.heavy
@pytest.mark.parametrize(
    ("algorithm", "parameter"), list(sources(QgsProcessingParameterRasterLayer))
)
def test_a_bad_raster_ends_in_a_sentence(algorithm, parameter, demo, run, tmp_path):
    good = {name: demo(layer) for name, layer in GOOD[algorithm].items()}
    for path in files(".tif"):
        output = tmp_path / f"{path.stem}_out.gpkg"
        given = {**good, **SETTINGS.get(algorithm, {}), parameter: str(path)}
        _, refused = attempt(run, algorithm, output=output, **given)
        if refused:
            assert not BUG.search(refused), f"{path.name}: {refused}"
            assert len(refused) > 30, f"{path.name}: {refused}"
            assert not output.exists(), path.name
        else:
            assert path.name not in RASTERS_REFUSED_EVERYWHERE, path.name
            assert QgsVectorLayer(str(output), "output", "ogr").isValid(), path.name


@pytest.mark.heavy
def test_a_bad_layer_for_the_project_ends_in_a_sentence(bad_files, run, tmp_path):
    for path in bad_files:
        project = tmp_path / f"{path.stem}.qgz"
        _, refused = attempt(run, "planningproject", output=project, LAYERS=[str(path)])
        assert not BUG.search(refused), f"{path.name}: {refused}"
        assert project.exists() == (not refused)


@pytest.mark.heavy
@pytest.mark.parametrize("algorithm", sorted(GOOD))
def test_an_empty_layer_is_an_empty_result_or_a_sentence(algorithm, demo, run, tmp_path):
    """Filtered to nothing, in turn, each layer that the tool needs."""
    layers = {name: each for name, each in GOOD[algorithm].items() if "." not in each}
    for parameter, layer in layers.items():
        empty = QgsVectorLayer(demo(layer), layer, "ogr")
        empty.setSubsetString("1 = 0")
        good = {name: demo(each) for name, each in GOOD[algorithm].items()}
        given = {**good, **SETTINGS.get(algorithm, {}), parameter: empty}
        output = str(tmp_path / f"{parameter}.gpkg")
        _, refused = attempt(run, algorithm, output=output, **given)
        assert not BUG.search(refused), f"{parameter}: {refused}"
        assert refused or QgsVectorLayer(output, "output", "ogr").isValid(), parameter


@pytest.mark.heavy
@pytest.mark.parametrize("algorithm", sorted(GOOD))
def test_an_unwritable_place_is_a_sentence(algorithm, demo, run):
    good = {name: demo(layer) for name, layer in GOOD[algorithm].items()}
    given = {**good, **SETTINGS.get(algorithm, {})}
    _, refused = attempt(run, algorithm, output="/proc/nowhere/out.gpkg", **given)
    assert len(refused) > 30
    assert not BUG.search(refused)


def test_every_tool_that_writes_layers_is_tried(provider):
    writing = {
        each.name()
        for each in provider.algorithms()
        if any(definition.type() == "sink" for definition in each.parameterDefinitions())
        and not isinstance(each, QgsProcessingModelAlgorithm)
    }
    assert writing == set(GOOD)
