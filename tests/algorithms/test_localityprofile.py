"""The model from buildings to every indicator, on the tiny demo region."""

import pytest
from qgis.core import QgsApplication
from samplan.processing.algorithms import ALGORITHMS, indicators

INPUTS = {
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
}
ONLY_WITH_MORE = {
    *("new_land", "land_new", "pressure", "pop_growth", "pop_index", "emp_rate"),
    *("lc_taken", "lc_return", "lc_net", "take_inh", "take_dwell", "lc_unknown", "lc_park"),
    "lc_extr",
}
"""Fields that need an earlier year, other statistics or another class table."""


@pytest.mark.heavy
def test_it_gives_every_indicator(run, demo, provider):
    layers = {parameter: demo(name) for parameter, name in INPUTS.items()}
    found = run("localityprofile", **layers, **{"landscape:PROFILE": "memory:"})
    layer = found["landscape:PROFILE"]
    assert layer.featureCount() > 0
    names = layer.fields().names()
    assert len(names) == len(set(names))
    for each in ALGORITHMS:
        if each.__module__.startswith(indicators.__name__):
            tool = QgsApplication.processingRegistry().algorithmById(
                f"samplan:{each.__name__.lower()}"
            )
            fields = tool.parameterDefinition("OUTPUT").metadata()["fields"]
            assert set(fields) - ONLY_WITH_MORE <= set(names), each.__name__
