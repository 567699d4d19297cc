"""Cancel: every tool stops within a second of the click, wherever it is, and leaves nothing behind.

`pytest -rP -k cancel` prints each tool's longest stretch without a look at the button.
"""

import time

import pytest
from qgis.core import QgsProcessingParameterFeatureSink, QgsProcessingParameterFolderDestination
from samplan.processing.algorithms import ALGORITHMS
from samplan.processing.inputs import Inputs
from samplan.processing.paths import ROOT

ANSWER = 1.0
"""Longest time from the click to the end of the run [s]."""
clock = time.thread_time  # of this thread: a machine that is busy with other things fails no test

PROFILE = {
    "BUILDINGS": "buildings",
    "RESIDENTS": "residents",
    "SERVICES": "services",
    "STREETS": "streets",
    "GREEN": "greens",
    "LANDCOVER": "landcover.tif",
    "FLOWS": "commuting",
    "WATER": "water",
    "MUNICIPALITIES": "municipalities",
    "NAMES": "places",
    "EARLIER": "earlier_localities",
}
"""What the model that describes localities takes."""

LAYERS = {
    "demoregion": {},
    "delineatelocalities": {
        "BUILDINGS": "buildings",
        "POPULATION": "residents",
        "WATER": "water",
        "BRIDGING": "greens",
        "MUNICIPALITIES": "municipalities",
        "NAMES": "places",
        "EARLIER": "earlier_localities",
    },
    "functionallocalities": {"LOCALITIES": "localities"},
    "degreeofurbanisation": {
        "POPULATION": "residents",
        "WATER": "water",
        "UNITS": "municipalities",
    },
    "populationindicators": {"LOCALITIES": "localities", "PEOPLE": "residents"},
    "employmentindicators": {
        "LOCALITIES": "localities",
        "FLOWS": "commuting",
        "WORKPLACES": "workplaces",
        "RESIDENTS": "residents",
    },
    "housingindicators": {
        "LOCALITIES": "localities",
        "BUILDINGS": "buildings",
        "RESIDENTS": "residents",
    },
    "serviceindicators": {
        "LOCALITIES": "localities",
        "SERVICES": "services",
        "RESIDENTS": "residents",
        "STREETS": "streets",
    },
    "greenaccess": {
        "LOCALITIES": "localities",
        "RESIDENTS": "residents",
        "GREEN": "greens",
        "RASTER": "landcover.tif",
        "STREETS": "streets",
    },
    "urbanformindicators": {
        "LOCALITIES": "localities",
        "BUILDINGS": "buildings",
        "RESIDENTS": "residents",
        "STREETS": "streets",
        "CENTRES": "places",
        "EARLIER": "earlier_localities",
    },
    "landcoverindicators": {
        "LOCALITIES": "localities",
        "RASTER": "landcover.tif",
        "EARLIER": "landcover.tif",
    },
    "landscapemetrics": {"LOCALITIES": "localities", "RASTER": "landcover.tif"},
    "clustertypology": {"LOCALITIES": "localities"},
    "ruletypology": {"LOCALITIES": "localities"},
    "typologyprofile": {"LOCALITIES": "localities"},
    "alikebutdifferent": {"LOCALITIES": "localities"},
    "checkgtfs": {"FEED": "gtfs.zip", "AREA": "municipalities", "STREETS": "streets"},
    "gtfstolayers": {"FEED": "gtfs.zip", "AREA": "municipalities"},
    "stopservice": {"FEED": "gtfs.zip", "AREA": "municipalities"},
    "localityservice": {"FEED": "gtfs.zip", "LOCALITIES": "localities"},
    "stopquality": {
        "FEED": "gtfs.zip",
        "LOCALITIES": "localities",
        "RESIDENTS": "residents",
        "BUILDINGS": "buildings",
        "WORKPLACES": "workplaces",
        "PLANNED": "planned_areas",
        "STREETS": "streets",
    },
    "transitcatchments": {
        "STOPS": "services",
        "RESIDENTS": "residents",
        "BUILDINGS": "buildings",
        "WORKPLACES": "workplaces",
        "STREETS": "streets",
    },
    "servicestandard": {"FEED": "gtfs.zip", "LOCALITIES": "localities"},
    "traveltimematrix": {"FEED": "gtfs.zip", "ORIGINS": "localities", "STREETS": "streets"},
    "traveltimemap": {
        "FEED": "gtfs.zip",
        "PLACES": "localities",
        "STREETS": "streets",
        "RESIDENTS": "residents",
    },
    "accessibility": {
        "TIMES": "commuting",
        "TIMES_BACK": "commuting",
        "PLACES": "localities",
        "DESTINATIONS": "workplaces",
    },
    "traveltimeratio": {
        "TIMES": "commuting",
        "CAR_TIMES": "commuting",
        "FLOWS": "commuting",
        "LOCALITIES": "localities",
    },
    "editgtfs": {"FEED": "gtfs.zip"},
    "comparescenarios": {"BASE": "localities", "SCENARIOS": "localities"},
}
"""Layers of the demo region by parameter, as many as a tool takes; a new tool needs a row here."""
MINUTES = {"FROM": "from_code", "TO": "to_code", "TIME": "employed"}
"""Commuters stand in for minutes of travel."""
SETTINGS = {
    "demoregion": {"SIZE": "tiny"},
    "traveltimematrix": {"COMPONENTS": True},
    "traveltimemap": {"TOGETHER": True},
    "accessibility": {**MINUTES, "MEASURES": ["cumulative", "nearest", "gravity", "dual", "fca"]},
    "traveltimeratio": MINUTES,
    "comparescenarios": {"FIELDS": ["pop", "jobs"]},
    "delineatelocalities": {"EARLIER_CODE": "code", "EARLIER_NAME": "name"},
    "urbanformindicators": {"EARLIER_CODE": "code"},
    "landcoverindicators": {"RULE": "area"},
    "clustertypology": {"GAP": True, "REDUCTION": "share"},
    "ruletypology": {"ABSENT": "unknown"},
    "transitcatchments": {"BANDS": "400"},
}
IN_FRONT = ("planningproject",)
"""Runs in the window's own thread, where nobody can click meanwhile."""


class Watch:
    """Reads the clock at each look at the button, and clicks right after one of them."""

    def __init__(self, monkeypatch, click=None):
        self.looks = [clock()]
        look = Inputs.stop_if_cancelled

        def watched(inputs):
            look(inputs)
            if len(self.looks) == click:
                inputs.feedback.cancel()
            self.looks.append(clock())

        monkeypatch.setattr(Inputs, "stop_if_cancelled", watched)

    def end(self):
        """Return the stretch after each look, the last one until now."""
        times = [*self.looks, clock()]
        return [later - earlier for earlier, later in zip(times, times[1:])]


def layers_of(tool):
    name = tool.__name__.lower()
    assert name in LAYERS, f"give {name} its layers, and its settings, in the tables of this test"
    return LAYERS[name]


def destinations(algorithm, folder):
    """Path of each output of a tool, all of them asked for."""
    paths = {}
    for definition in algorithm.parameterDefinitions():
        if isinstance(definition, QgsProcessingParameterFolderDestination):
            paths[definition.name()] = str(folder / definition.name())
        elif definition.isDestination():
            sink = isinstance(definition, QgsProcessingParameterFeatureSink)
            suffix = "gpkg" if sink else definition.defaultFileExtension()
            paths[definition.name()] = str(folder / f"{definition.name()}.{suffix}")
    return paths


@pytest.fixture
def watched(run, monkeypatch, tmp_path):
    """Run a tool, perhaps cancelled; returns the stretches, the time to answer, what is there."""

    def go(tool, source, *, click=None):
        from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject

        name, layers = tool.__name__.lower(), layers_of(tool)
        folder = tmp_path / f"{name}-{click}"
        folder.mkdir()
        given = {parameter: source(layer) for parameter, layer in layers.items()}
        given.update(SETTINGS.get(name, {}), **destinations(tool().create(), folder))
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        with monkeypatch.context() as patch:
            import processing

            watch = Watch(patch, click)
            feedback = QgsProcessingFeedback(False)
            processing.run(f"samplan:{name}", given, context=context, feedback=feedback)
            stretches = watch.end()
        context.temporaryLayerStore().removeAllMapLayers()
        return stretches, sorted(path.name for path in folder.rglob("*"))

    return go


def described(run, source, path):
    """Localities with all indicators and classes."""
    layers = {parameter: source(name) for parameter, name in PROFILE.items()}
    fields = SETTINGS["delineatelocalities"]
    found = run("localityprofile", **layers, **fields, **{"landscape:PROFILE": "memory:"})
    run("clustertypology", LOCALITIES=found["landscape:PROFILE"], CLASSES=3, RUNS=0, OUTPUT=path)
    return path


def sources(provider, demo, folder):
    """Source of a layer by its name; the described localities are made once."""
    import processing

    def run(name, **parameters):
        return processing.run(f"samplan:{name}", parameters)

    path = described(run, demo, str(folder / "localities.gpkg"))
    return lambda name: path if name == "localities" else demo(name)


@pytest.fixture(scope="module")
def tiny(provider, demo, tmp_path_factory):
    return sources(provider, demo, tmp_path_factory.mktemp("tiny"))


@pytest.fixture(scope="module")
def region(provider, tmp_path_factory):
    folder = ROOT / "build" / "demo" / "region"
    if not (folder / "demo.gpkg").exists():
        pytest.skip("no demo region yet: make demo")

    def demo(name):
        return f"{folder}/{name if '.' in name else f'demo.gpkg|layername={name}'}"

    return sources(provider, demo, tmp_path_factory.mktemp("region"))


TOOLS = [each for each in ALGORITHMS if each.__name__.lower() not in IN_FRONT]


def every(tools=TOOLS):
    return pytest.mark.parametrize("tool", tools, ids=[each.__name__ for each in tools])


def longest(stretches):
    """Return the look after which the longest stretch begins."""
    return max(range(len(stretches)), key=stretches.__getitem__)


@every()
def test_a_cancelled_run_answers_at_once_and_leaves_nothing(tool, watched, tiny):
    if "FEED" in layers_of(tool):
        watched(tool, tiny, click=0)  # from now on the timetable comes from the cache
    stretches, written = watched(tool, tiny)
    looks = len(stretches) - 1
    assert looks >= 2, "it never looks whether the user has cancelled"
    assert written
    clicks = {1, looks // 2, min(longest(stretches), looks - 1)}
    for click in sorted(clicks - {0}):
        after, left = watched(tool, tiny, click=click)
        assert left == [], f"cancelled after look {click} of {looks}"
        assert sum(after[click:]) < ANSWER


@pytest.mark.heavy
@every()
def test_no_stretch_is_longer_than_a_second_in_a_region(tool, watched, region):
    stretches, _ = watched(tool, region)
    look = longest(stretches)
    print(f"{tool.__name__}: {len(stretches)} looks, at most {stretches[look]:.2f} s between two")
    assert stretches[look] < ANSWER, f"after look {look} of {len(stretches)}"
