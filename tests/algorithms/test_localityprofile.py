"""The model from buildings to every indicator, on the tiny demo region."""

import pytest
from qgis.core import NULL
from samplan.processing.algorithms import ALGORITHMS, indicators

ROOM = indicators.__name__
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
    "EARLIER": "earlier_localities",
}
FIELDS = {"EARLIER_CODE": "code", "EARLIER_NAME": "name"}
ONLY_WITH_MORE = {
    *("new_land", "land_new", "pressure", "pop_growth", "pop_index", "emp_rate"),
    *("lc_taken", "lc_return", "lc_net", "take_inh", "take_dwell", "lc_unknown", "lc_park"),
    "lc_extr",
}
"""Fields that need an earlier year, other statistics or another class table."""


EMPTY_IN_A_TINY_REGION = {"d_bus", "d_upsec"}
"""It has no bus station and no upper secondary school to measure the distance to."""


@pytest.mark.heavy
def test_it_gives_every_indicator(run, demo, provider):
    layers = {parameter: demo(name) for parameter, name in INPUTS.items()}
    found = run("localityprofile", **layers, **FIELDS, **{"landscape:PROFILE": "memory:"})
    layer = found["landscape:PROFILE"]
    assert layer.featureCount() > 0
    names = layer.fields().names()
    assert len(names) == len(set(names))
    tools = [each().create() for each in ALGORITHMS if each.__module__.startswith(ROOM)]
    wanted = {
        field for tool in tools for field in tool.parameterDefinition("OUTPUT").metadata()["fields"]
    }
    assert wanted - ONLY_WITH_MORE <= set(names)
    assert wanted - ONLY_WITH_MORE - filled(layer) == EMPTY_IN_A_TINY_REGION


def filled(layer):
    """Fields with a value in some locality."""
    return {
        field.name()
        for field in layer.fields()
        if any(feature[field.name()] != NULL for feature in layer.getFeatures())
    }
