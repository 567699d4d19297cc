"""The main job, from buildings to classes, is the same by every way of running it."""

import hashlib
import zipfile
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingModelAlgorithm,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QEventLoop, QTimer


def model_inputs(demo):
    names = {
        "BUILDINGS": "buildings",
        "RESIDENTS": "residents",
        "FLOWS": "commuting",
        "MUNICIPALITIES": "municipalities",
        "NAMES": "places",
        "WATER": "water",
        "BRIDGING": "greens",
        "EARLIER": "earlier_localities",
    }
    layers = {parameter: demo(name) for parameter, name in names.items()}
    return {**layers, "EARLIER_CODE": "code", "EARLIER_NAME": "name"}


def steps(demo):
    """The model's four steps: algorithm, output, and parameters given the step before."""
    given = model_inputs(demo)
    people, flows = given.pop("RESIDENTS"), given.pop("FLOWS")
    yield "delineatelocalities", lambda _: {**given, "POPULATION": people}
    yield "populationindicators", lambda e: {"LOCALITIES": e, "PEOPLE": people, "LAND": "land_ha"}
    yield "employmentindicators", lambda e: {"LOCALITIES": e, "FLOWS": flows}
    yield "clustertypology", lambda e: {"LOCALITIES": e, "CLASSES": 3}


def content(layer):
    """Everything a layer holds, whatever its format: fields, values and geometry."""
    names = [name for name in layer.fields().names() if name != "fid"]
    rows = []
    for feature in layer.getFeatures():
        values = [feature[name] for name in names]
        rows.append([str(each) for each in values] + [feature.geometry().asWkt(3)])
    return names, sorted(rows)


@pytest.fixture
def console(demo, run, context):
    """The chain in the Python console: each step by `processing.run`."""

    def chain():
        layer = None
        for algorithm, parameters in steps(demo):
            layer = run(algorithm, **parameters(layer), OUTPUT="memory:")["OUTPUT"]
        return layer

    return chain


def test_the_model_gives_what_its_steps_give(console, demo, run):
    by_model = run(
        "localitystructure", **model_inputs(demo), CLASSES=3, **{"typology:TYPOLOGY": "memory:"}
    )
    assert content(by_model["typology:TYPOLOGY"]) == content(console())


def test_the_toolbox_gives_what_the_console_gives(console, demo, provider, context, log):
    def in_background(algorithm, parameters):
        """What the dialog does: a task in a thread, results styled back in the main one."""
        instance = QgsApplication.processingRegistry().createAlgorithmById(f"samplan:{algorithm}")
        answer, loop = [], QEventLoop()
        task = QgsProcessingAlgRunnerTask(instance, parameters, context, log)
        task.executed.connect(lambda ok, results: (answer.append((ok, results)), loop.quit()))
        QgsApplication.taskManager().addTask(task)
        QTimer.singleShot(60_000, loop.quit)
        loop.exec()
        ((ok, results),) = answer
        assert ok, log.errors
        return QgsProcessingUtils.mapLayerFromString(results["OUTPUT"], context)

    layer = None
    for algorithm, parameters in steps(demo):
        layer = in_background(algorithm, {**parameters(layer), "OUTPUT": "memory:"})
    assert content(layer) == content(console())


def test_the_designers_copy_of_the_model_gives_the_same(console, demo, provider, context, log):
    from samplan.processing.paths import MODELS

    opened = QgsProcessingModelAlgorithm()
    assert opened.fromFile(str(MODELS / "localitystructure.model3"))
    valid, problems = opened.validate()
    assert valid, problems
    parameters = {**model_inputs(demo), "CLASSES": 3, "typology:TYPOLOGY": "memory:"}
    results, ok = opened.run(parameters, context, log)
    assert ok, log.errors
    layer = QgsProcessingUtils.mapLayerFromString(results["typology:TYPOLOGY"], context)
    assert content(layer) == content(console())


@pytest.mark.heavy
def test_qgis_process_gives_what_the_console_gives(console, demo, qgis_process, tmp_path):
    output = tmp_path / "typologi.gpkg"
    words = [f"{name}={value}" for name, value in model_inputs(demo).items()]
    ran = qgis_process(
        "run", "samplan:localitystructure", "--", *words, "CLASSES=3", f"typology:TYPOLOGY={output}"
    )
    assert ran.returncode == 0, ran.stderr
    names, rows = content(QgsVectorLayer(str(output), "typologi", "ogr"))
    assert (names, rows) == content(console())


@pytest.mark.heavy
def test_the_demo_region_is_the_same_every_time(demo, demo_folder, run, tmp_path):
    again = run("demoregion", SIZE="tiny", FOLDER=str(tmp_path / "igen"))["FOLDER"]
    for name in (
        "gtfs.zip",
        "landcover.tif",
        "folkmangd_tatort.px",
        "sysselsatta_dagbefolkning.px",
    ):
        assert digest(Path(again) / name) == digest(demo_folder / name), name
    for layer in ("buildings", "residents", "streets", "commuting"):
        other = QgsVectorLayer(f"{again}/demo.gpkg|layername={layer}", layer, "ogr")
        assert content(other) == content(QgsVectorLayer(demo(layer), layer, "ogr")), layer


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def fresh(run, tmp_path):
    """Source of a layer of a demo region that no other test has opened."""
    folder = run("demoregion", SIZE="tiny", FOLDER=str(tmp_path / "region"))["FOLDER"]
    return lambda name: f"{folder}/demo.gpkg|layername={name}"


def test_the_demo_layers_say_that_they_are_synthetic(fresh):
    for name in ("buildings", "places", "commuting"):
        layer = QgsVectorLayer(fresh(name), name, "ogr")
        assert layer.isValid()
        assert "Synthetic" in layer.metadata().rights()[0]


def test_the_project_holds_the_layers_with_their_styles(fresh, run, tmp_path):
    result = str(tmp_path / "orter.gpkg")
    run(
        "delineatelocalities",
        BUILDINGS=fresh("buildings"),
        POPULATION=fresh("residents"),
        NAMES=fresh("places"),
        OUTPUT=result,
    )
    layers = [f"{result}|layername=orter", fresh("water"), fresh("municipalities")]
    made = run(
        "planningproject",
        LAYERS=layers,
        PROJECT=str(tmp_path / "plan.qgz"),
        PICTURE=str(tmp_path / "plan.png"),
    )
    project = QgsProject()
    assert project.read(made["PROJECT"])
    groups = [group.name() for group in project.layerTreeRoot().findGroups()]
    assert groups == ["Localities", "Background"]
    assert [layer.name() for layer in project.layerTreeRoot().layerOrder()] == [
        "Localities",
        "Water",
        "Municipalities",
    ]
    assert project.mapLayersByName("Localities")[0].renderer().type() == "categorizedSymbol"
    with zipfile.ZipFile(made["PROJECT"]) as archive:
        names = [name for name in archive.namelist() if name.endswith(".qgs")]
        assert 'name="theMapCanvas"' in archive.read(names[0]).decode()
    assert Path(made["PICTURE"]).stat().st_size > 20_000


def test_a_temporary_layer_is_refused_before_it_is_lost(make_layer, run, tmp_path):
    layer = make_layer("Point", "", [("Point(500000 6470000)",)], name="Tillfällig")
    path = tmp_path / "plan.qgz"
    with pytest.raises(Exception, match="'Tillfällig' is temporary"):
        run("planningproject", LAYERS=[layer], PROJECT=str(path))
    assert not path.exists()
