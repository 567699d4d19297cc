"""What every algorithm of the provider owes its users."""

import json
import re
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingModelAlgorithm,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
)
from samplan.processing.algorithms import ALGORITHMS, GROUPS
from samplan.processing.catalogue import catalogue
from samplan.processing.paths import STYLES

API = Path(__file__).with_name("api.json")
R5R = {"travel_time_p", "access_time", "transfer_time", "egress_time", "total_time"}
"""Columns of travel times under the names that r5r gives them, longer than a Shapefile keeps."""


@pytest.fixture(params=ALGORITHMS, ids=[each.__name__ for each in ALGORITHMS])
def algorithm(request, provider):
    return QgsApplication.processingRegistry().createAlgorithmById(
        f"samplan:{request.param.__name__.lower()}"
    )


def public(algorithm):
    """Public names: they are for ever, because saved models and scripts hold them."""
    return {
        definition.name(): definition.options()
        if isinstance(definition, QgsProcessingParameterEnum)
        else definition.type()
        for definition in algorithm.parameterDefinitions()
    }


def test_public_names_are_stable(provider):
    found = {
        each.id(): public(each)
        for each in provider.algorithms()
        if not isinstance(each, QgsProcessingModelAlgorithm)
    }
    assert found == json.loads(API.read_text(encoding="utf-8"))


def test_field_codes_are_stable():
    pinned = json.loads(Path(__file__).with_name("fields.json").read_text(encoding="utf-8"))
    assert sorted(catalogue()) == pinned


def test_ids_are_plain_words(algorithm):
    assert re.fullmatch(r"[a-z0-9]+", algorithm.name())
    assert algorithm.groupId() in GROUPS
    assert algorithm.group() == GROUPS[algorithm.groupId()]
    for definition in algorithm.parameterDefinitions():
        assert re.fullmatch(r"[A-Z][A-Z0-9_]*", definition.name())


def test_it_says_what_it_is(algorithm):
    assert algorithm.displayName()
    assert algorithm.shortDescription().endswith(".")
    assert algorithm.tags()
    assert f"qgis_process run {algorithm.id()} " in algorithm.shortHelpString()


def test_every_parameter_has_a_label_and_outputs_have_help(algorithm):
    for definition in algorithm.parameterDefinitions():
        assert definition.description()
        if definition.isDestination() or definition.type() == "source":
            assert definition.help(), definition.name()


def test_every_explanation_is_of_a_parameter(algorithm):
    names = {definition.name() for definition in algorithm.parameterDefinitions()}
    assert set(algorithm.explanations) <= names


def test_numbers_state_their_unit_in_the_label(algorithm):
    for definition in algorithm.parameterDefinitions():
        if definition.type() in ("number", "distance"):
            unit = definition.type() == "distance" or re.search(r"\(.+\)", definition.description())
            assert unit, definition.name()


def test_defaults_are_accepted(algorithm):
    context = QgsProcessingContext()
    for definition in algorithm.parameterDefinitions():
        default = definition.defaultValue()
        if default is not None and not definition.isDestination():
            assert definition.checkValueIsAcceptable(default, context), definition.name()


def test_a_copy_is_of_the_same_kind(algorithm):
    assert type(algorithm.create()) is type(algorithm)


def test_styles_exist_for_its_layers(algorithm):
    for style in algorithm.styles.values():
        assert (STYLES / style).is_file(), style


def test_its_fields_are_in_the_catalogue_and_the_help(algorithm):
    page = algorithm.shortHelpString()
    for definition in algorithm.parameterDefinitions():
        if isinstance(definition, QgsProcessingParameterFeatureSink):
            for code in definition.metadata().get("fields", []):
                assert catalogue()[code].label in page


def test_catalogue_rows_are_whole():
    for code, indicator in catalogue().items():
        assert code in R5R or re.fullmatch(r"[a-z][a-z0-9_]{0,9}", code), code
        assert indicator.kind in ("indicator", "attribute"), code
        assert indicator.direction in ("more", "less", "neutral"), code
        assert indicator.label_en, code
        assert indicator.label_sv, code
        assert indicator.description_en.endswith("."), code
        assert indicator.description_sv.endswith("."), code
        assert bool(indicator.unit_en) == bool(indicator.unit_sv), code
        assert indicator.base in ("", *catalogue()), code
