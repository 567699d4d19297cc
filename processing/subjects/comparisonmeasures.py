"""The measures that are compared: their fields, directions and the differences that matter."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qgis.core import QgsVectorLayer

from ..catalogue import catalogue
from ..methods.errors import InputError
from . import stopboard
from .comparisonruns import algorithm_of

STOP_FIELD = re.compile(r"(?:wd|sa|su)\d_(\w+)")
ACCESS_FIELD = re.compile(r"([cgndfsk])\d*_\w+")
ACCESS = {"c": "acc_cum", "g": "acc_grav", "n": "acc_near", "d": "acc_dual", "f": "acc_fca"}
ACCESS = {**ACCESS, "s": "acc_sc", "k": "acc_choice"}
TIME_FIELD = re.compile(r"travel_time_p\d+")
LIMIT = re.compile(r"(?:(\w+)\s*=\s*)?(\d+(?:\.\d+)?)")


@dataclass(frozen=True)
class Measure:
    """A measure that is compared: its field, what it is called and when it matters."""

    field: str
    label: str
    direction: str
    decimals: int
    smallest: float


def indicator_of(field):
    """Return the catalogue's row of a field, also of one whose name a tool puts together."""
    stop, access = STOP_FIELD.fullmatch(field), ACCESS_FIELD.fullmatch(field)
    if field in catalogue():
        return catalogue()[field]
    if stop and stop.group(1) in stopboard.WIDE:
        return catalogue()[stopboard.WIDE[stop.group(1)]]
    if access:
        return catalogue()[ACCESS[access.group(1)]]
    return catalogue()["travel_time_p"] if TIME_FIELD.fullmatch(field) else None


def chosen_fields(inputs, runs):
    """Return the fields to compare: those chosen, else those that the runs' tool adds."""
    fields = inputs.fields("FIELDS")
    if fields:
        return fields
    tool = algorithm_of(runs)
    outputs = tool.destinationParameterDefinitions() if tool else ()
    codes = {code for each in outputs for code in each.metadata().get("fields", ())}
    found = [
        name
        for name in inputs.numeric_fields("BASE")
        if (indicator := indicator_of(name)) and indicator.code in codes
        if indicator.kind == "indicator" and indicator.direction != "neutral"
    ]
    if not found:
        raise InputError(
            "Choose '{parameter}': the layer '{layer}' does not tell which of its fields its tool "
            "has added.",
            parameter=inputs.algorithm.parameterDefinition("FIELDS").description(),
            layer=runs[0].name,
        )
    return found


def measures_of(inputs, fields, layer=None):
    """Return what is known of fields; of one that the catalogue lacks no direction is known."""
    limits = smallest_of(inputs, fields)
    aliases = _aliases(layer)
    return [_measure(name, aliases.get(name, name), limits[name]) for name in fields]


def _aliases(layer):
    """Return the names of a layer's fields, also those in the style that is stored with it."""
    if layer is None:
        return {}
    names = {field.name(): field.alias() for field in layer.fields() if field.alias()}
    if not names and layer.providerType() != "memory":
        # qgis_process opens layers without their style
        stored = QgsVectorLayer(layer.source(), layer.name(), layer.providerType())
        names = {field.name(): field.alias() for field in stored.fields() if field.alias()}
    return names


def _measure(name, alias, smallest):
    indicator = indicator_of(name)
    if indicator is None:
        return Measure(name, alias, "neutral", 1, smallest)
    label = indicator.alias
    if indicator.code != name:
        label = alias if alias != name else f"{indicator.alias}: {name}"
    return Measure(name, label, indicator.direction, int(indicator.decimals), smallest)


def smallest_of(inputs, fields):
    """Return the smallest difference that matters, by field; "1, ctr_min=5" gives one its own."""
    limits = dict.fromkeys(fields, 0.0)
    own = {}
    for part in filter(None, (part.strip() for part in inputs.text("SMALLEST").split(","))):
        found = LIMIT.fullmatch(part)
        if not found or (found.group(1) and found.group(1) not in limits):
            raise InputError(
                "'{text}' is no smallest difference. Write a number for all fields, and others "
                "such as ctr_min=5 for single ones; the fields are {fields}.",
                text=part,
                fields=", ".join(fields),
            )
        if found.group(1):
            own[found.group(1)] = float(found.group(2))
        else:
            limits = dict.fromkeys(fields, float(found.group(2)))
    return {**limits, **own}
