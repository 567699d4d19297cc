"""The runs of a tool that are compared: their layers, and whether they were made alike."""

from __future__ import annotations

import json
from dataclasses import dataclass

from qgis.core import (
    QgsApplication,
    QgsProcessingFeatureSource,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from .. import sources
from ..i18n import tr
from ..methods.errors import InputError

MOST = 9
"""Scenarios in a comparison: their number is one digit of a field's name."""

NO_MATTER = ("THREADS", "SCHEDULER", "MEMORY")
"""Settings that change how a run goes but not what comes out."""


@dataclass(frozen=True)
class Run:
    """A layer or table, what it is called, and what it says of how it was made (or None)."""

    name: str
    layer: object
    source: object
    made: dict | None

    def fields(self):
        """Names of the fields."""
        return self.source.fields().names()

    def frame(self, inputs, names):
        """Read fields under their own names; refuses what is not there."""
        import pandas as pd

        lacking = [name for name in names if name not in self.fields()]
        if lacking:
            raise InputError(
                "The layer '{layer}' has no field '{field}'. Its fields are: {fields}.",
                layer=self.name,
                field=lacking[0],
                fields=", ".join(self.fields()),
            )
        content = sources.read(
            self.source,
            {name: name for name in names},
            crs=self.source.sourceCrs(),
            context=inputs.context,
            tick=inputs.stop_if_cancelled,
        )
        return pd.DataFrame(content.columns, index=pd.RangeIndex(content.count))


def runs_of(inputs):
    """Return the base and the scenarios as runs, the base first."""
    layers = inputs.layers("SCENARIOS")
    for layer in layers:
        if not isinstance(layer, QgsVectorLayer):
            raise InputError("The layer '{layer}' is no vector layer or table.", layer=layer.name())
    if len(layers) > MOST:
        raise InputError(
            "At most {most} scenarios can be compared in a run; there are {count}.",
            most=MOST,
            count=len(layers),
        )
    context = inputs.context
    base = inputs.algorithm.parameterAsVectorLayer(inputs.parameters, "BASE", context)
    first = Run(_title(base), base, inputs.source("BASE"), _made(base))
    names = _names(inputs, layers)
    return [
        first,
        *(
            Run(name, layer, QgsProcessingFeatureSource(layer, context), _made(layer))
            for name, layer in zip(names, layers)
        ),
    ]


def _names(inputs, layers):
    given = [name.strip() for name in inputs.text("NAMES").split(",") if name.strip()]
    if given and len(given) != len(layers):
        raise InputError(
            "Give one name for each of the {count} scenarios, with commas between; there are "
            "{given}.",
            count=len(layers),
            given=len(given),
        )
    names = given or [_title(layer) for layer in layers]
    return [
        name if names.count(name) == 1 else f"{name} ({number})"
        for number, name in enumerate(names, start=1)
    ]


def _title(layer):
    """Return a layer's name; of one in a file of several, its name there."""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    return parts.get("layerName") or layer.name()


def _made(layer):
    """Return what a layer says of how it was made; None where it says nothing."""
    for line in layer.metadata().history():
        try:
            made = json.loads(line)
        except ValueError:
            continue
        if isinstance(made, dict) and str(made.get("algorithm", "")).startswith("samplan:"):
            return made
    return None


def check_alike(inputs, runs):
    """Refuse runs whose settings differ, and say which; warn of those that tell nothing.

    Inputs may differ, that is what scenarios are: layers, tables and timetables.
    """
    for run in runs:
        if run.made is None:
            words = tr(
                "'{layer}' does not tell how it was made, so its settings cannot be compared."
            )
            inputs.warn(words.format(layer=run.name))
    known = [run for run in runs if run.made is not None]
    _check_tool(known)
    allowed = {word.strip().casefold() for word in inputs.text("MAY_DIFFER").split(",")}
    unlike = [
        "{setting}: {values}".format(
            setting=_setting(name, known),
            values=", ".join(f"{_words(value)} ({run.name})" for run, value in zip(known, values)),
        )
        for name, values in unlike_settings([run.made for run in known])
        if name.casefold() not in allowed
    ]
    if unlike:
        raise InputError(
            "These runs cannot be compared, because their settings differ: {differences}. Run them "
            "again with the same settings, or name those that may differ in '{parameter}'.",
            differences="; ".join(unlike),
            parameter=inputs.algorithm.parameterDefinition("MAY_DIFFER").description(),
        )
    for values in _unlike_dates(known):
        listed = ", ".join(f"{value} ({run.name})" for run, value in zip(known, values))
        inputs.warn(tr("The dates differ: {dates}").format(dates=listed))


def _check_tool(runs):
    """Refuse results of different tools."""
    tools = [tool_name(run.made["algorithm"]) for run in runs]
    if len(set(tools)) > 1:
        listed = ", ".join(f"{run.name} ({tool})" for run, tool in zip(runs, tools))
        raise InputError(
            "These are results of different tools: {layers}. Choose results of one tool.",
            layers=listed,
        )


def tool_name(identifier):
    """Return what a tool is called in the toolbox; its id where it is not there."""
    tool = QgsApplication.processingRegistry().algorithmById(identifier)
    return tool.displayName() if tool else identifier.rpartition(":")[2]


def _setting(name, runs):
    """Return what a setting is called in the tool's dialog, with its name."""
    tool = algorithm_of(runs)
    definition = tool and tool.parameterDefinition(name)
    return f"{definition.description()} ({name})" if definition else name


def unlike_settings(made):
    """Return the settings in which runs differ, with the value of each run.

    Parameters
    ----------
    made : sequence of dict
        What :func:`..presentation.provenance` kept of each run.

    Returns
    -------
    list of (str, list)
    """
    if not made:
        return []
    whole = ("version", "crs")
    found = [(name, [each.get(name) for each in made]) for name in whole]
    found = [(name, values) for name, values in found if len(set(values)) > 1]
    data = {name for each in made for name, one in each.get("inputs", {}).items() if _is_data(one)}
    names = sorted({name for each in made for name in each.get("parameters", {})})
    for name in names:
        values = [each.get("parameters", {}).get(name) for each in made]
        if name not in data and name not in NO_MATTER and len(set(map(_plain, values))) > 1:
            found.append((name, values))
    return found


def _unlike_dates(runs):
    """Dates that the runs settled by themselves and that are not the same."""
    for name in ("DATE", "DATES"):
        values = [run.made.get("inputs", {}).get(name) for run in runs]
        if len({json.dumps(value, sort_keys=True) for value in values}) > 1:
            yield [_words(value) for value in values]


def _is_data(value):
    """Whether what was noted of an input is a layer, table or timetable."""
    return isinstance(value, dict) and "name" in value


def _plain(value):
    """Return a value as text that is equal where the values mean the same."""
    if isinstance(value, (list, tuple)):
        return ",".join(map(_plain, value))
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).casefold()
    try:
        return repr(float(value))
    except (TypeError, ValueError):
        return ",".join(part.strip() for part in str(value).replace(";", ",").split(","))


def _words(value):
    """Return a value as a reader expects it."""
    if isinstance(value, dict):
        return " ".join(_words(each) for each in value.values())
    if isinstance(value, (list, tuple)):
        return ", ".join(map(_words, value))
    return "–" if value in (None, "") else str(value)


def algorithm_of(runs):
    """Return the tool that made the runs; None where that is not known or not there."""
    made = next((run.made for run in runs if run.made is not None), None)
    if made is None:
        return None
    return QgsApplication.processingRegistry().algorithmById(made["algorithm"])


def codes_of(column, name):
    """Return keys as text; refuses one that is missing or comes twice."""
    from ..methods.allocation import as_codes

    found = as_codes(column)
    twice = found[found.duplicated() & (found != "")]
    if len(twice):
        raise InputError(
            "The code '{code}' comes more than once in the layer '{layer}'. Choose a field that "
            "tells the places apart.",
            code=twice.iloc[0],
            layer=name,
        )
    return found


def numbers(column, layer):
    """Return a column as numbers; texts may have a decimal comma."""
    import pandas as pd

    if column.dtype.kind in "iufb":
        return column.astype(float)
    texts = column.astype("string").str.strip().str.replace(",", ".", regex=False)
    found = pd.to_numeric(texts.replace(["", "NA", "NULL"], None), errors="coerce")
    wrong = found.isna() & texts.notna() & ~texts.isin(["", "NA", "NULL"])
    if wrong.any():
        raise InputError(
            "The field '{field}' of the layer '{layer}' holds text, not numbers. Convert it "
            "with the tool 'Refactor fields' or choose another field.",
            layer=layer,
            field=column.name,
        )
    return found.astype(float)
