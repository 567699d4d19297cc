"""How a result looks and what it says of itself: style, aliases and provenance."""

from __future__ import annotations

import csv
import json
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timezone
from functools import cache
from pathlib import Path

from qgis.core import (
    NULL,
    QgsCategorizedSymbolRenderer,
    QgsDataSourceUri,
    QgsFeatureRequest,
    QgsGraduatedSymbolRenderer,
    QgsMapLayer,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingUtils,
    QgsProperty,
    QgsProviderRegistry,
    QgsRendererRange,
    QgsSymbol,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    QgsVectorLayerUtils,
)
from qgis.PyQt.QtCore import QLocale

from .catalogue import catalogue
from .fonts import family
from .i18n import language
from .paths import METADATA, STYLES

UNSET = 4
"""Decimals of the class labels in a style that says nothing of them."""

BARE = ("ratio", "kvot", "index", "number", "antal", "-100 to 100", "-100 till 100")
"""Units that say nothing beside a number."""


@dataclass(frozen=True)
class Story:
    """What a layer says of itself: title, summary, rights and how it was made (JSON).

    Plain texts, because the run's own context is gone when QGIS presents the results.
    """

    title: str
    summary: str
    made: str
    rights: str = ""


def present(story, style, destination, context):
    """Style, label and document a written layer, inside its file where the format can hold it."""
    layer = _written(destination, context)
    if layer is None:
        return
    _dress(layer, story, style)
    if layer.dataProvider().storageType() == "GPKG":
        parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
        table = parts["layerName"] or Path(parts["path"]).stem
        present_table(story, style, parts["path"], table)
    elif layer.providerType() != "memory":
        _store(layer)


def _written(destination, context):
    """Open a result; QGIS itself does not open a database table by the words that wrote it."""
    provider, _, words = destination.partition(":")
    if provider in ("postgres", "postgis"):
        return QgsVectorLayer(words, QgsDataSourceUri(words).table(), "postgres")
    return QgsProcessingUtils.mapLayerFromString(destination, context)


def present_table(story, style, path, table):
    """Style, label and document a GeoPackage's table, inside the GeoPackage."""
    layer = QgsVectorLayer(f"{path}|layername={table}", table, "ogr")
    _dress(layer, story, style)
    _store(layer)


def _dress(layer, story, style):
    if style:
        apply_style(layer, style)
    _set_aliases(layer)
    metadata = layer.metadata()
    metadata.setTitle(story.title)
    metadata.setAbstract(story.summary)
    metadata.setRights([story.rights] if story.rights else [])
    metadata.setHistory([story.made])
    layer.setMetadata(metadata)


def apply_style(layer, name):
    """Load ``styles/<name>``, translate its legend and fit its classes to the layer's values."""
    layer.loadNamedStyle(str(STYLES / name))
    _fit_font(layer)
    renderer = layer.renderer()
    if isinstance(renderer, QgsGraduatedSymbolRenderer):
        _fit_ranges(layer, renderer)
    elif isinstance(renderer, QgsCategorizedSymbolRenderer):
        _fit_categories(layer, renderer)


def _fit_font(layer):
    """Write labels in a font that the machine has."""
    if not layer.labelsEnabled():
        return
    settings = layer.labeling().settings()
    text = settings.format()
    font = text.font()
    font.setFamily(family())
    text.setFont(font)
    settings.setFormat(text)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def _fit_ranges(layer, renderer):
    """Classify the layer's own values, with the decimals that the catalogue gives the indicator."""
    indicator = catalogue().get(renderer.classAttribute())
    method = renderer.classificationMethod().clone()
    method.setLabelFormat(f"%1 – %2 {_unit(layer, renderer.classAttribute())}".rstrip())
    own = 1 if method.labelPrecision() == UNSET else method.labelPrecision()
    method.setLabelPrecision(int(indicator.decimals) if indicator else own)
    renderer.setClassificationMethod(method)
    renderer.setSourceSymbol(_fitting(renderer.sourceSymbol(), layer))
    own_numbers = QLocale()
    QLocale.setDefault(QLocale(language()))  # qgis_process writes numbers as in English
    _classify(layer, renderer, len(renderer.ranges()))
    QLocale.setDefault(own_numbers)
    _without_empty_ranges(renderer)


def _classify(layer, renderer, count):
    """Cut the values into classes; QGIS itself takes those that are missing for 0."""
    found, _ = QgsVectorLayerUtils.getValues(layer, renderer.classAttribute())
    values = [float(each) for each in found if each != NULL]
    renderer.deleteAllClasses()
    for each in renderer.classificationMethod().classes(values, count):
        renderer.addClassRange(QgsRendererRange(each, renderer.sourceSymbol().clone()))
    if renderer.sourceColorRamp():
        renderer.updateColorRamp(renderer.sourceColorRamp().clone())


def _unit(layer, field):
    """Return the unit of a field, of the catalogue or in brackets at the end of its alias."""
    indicator = catalogue().get(field)
    if indicator:
        unit = indicator.unit
    else:
        alias = layer.attributeAlias(layer.fields().lookupField(field))
        unit = alias.rpartition("(")[2][:-1] if alias.endswith(")") else ""
    return "" if unit in BARE else unit


def _without_empty_ranges(renderer):
    """Leave out classes of one value that the next class begins with, as many ties make them."""
    ranges = renderer.ranges()
    bounds = [(each.lowerValue(), each.upperValue()) for each in ranges]
    for i in reversed(range(len(bounds) - 1)):
        if bounds[i][0] == bounds[i][1] == bounds[i + 1][0]:
            renderer.deleteClass(i)
    if len(renderer.ranges()) < len(bounds) and renderer.sourceColorRamp():
        renderer.updateColorRamp(renderer.sourceColorRamp().clone())


def _fit_categories(layer, renderer):
    """Keep the categories that the layer has, labels translated; classes say how many they are."""
    counted = renderer.classAttribute() in catalogue()
    position = layer.fields().lookupField(renderer.classAttribute())
    request = QgsFeatureRequest().setSubsetOfAttributes([position])
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    numbers = Counter(str(feature[position]) for feature in layer.getFeatures(request))
    for i in reversed(range(len(renderer.categories()))):
        category = renderer.categories()[i]
        number = numbers[str(category.value())]
        if number:
            renderer.updateCategorySymbol(i, _fitting(category.symbol(), layer))
            label = legend_label(category.label())
            renderer.updateCategoryLabel(i, f"{label} ({number})" if counted else label)
        else:
            renderer.deleteCategory(i)


def _fitting(symbol, layer):
    """Return the symbol, or one of its colour for points where it was made for areas."""
    if symbol.type() == QgsSymbol.symbolTypeForGeometryType(layer.geometryType()):
        return symbol.clone()
    other = QgsSymbol.defaultSymbol(layer.geometryType())
    other.setColor(symbol.color())
    return other


def legend_label(label):
    """Return a style's English legend label in the user's language."""
    return _legend().get(label, label) if language() == "sv" else label


@cache
def _legend():
    with (STYLES / "legend.csv").open(encoding="utf-8", newline="") as file:
        return {row["en"]: row["sv"] for row in csv.DictReader(file)}


def _set_aliases(layer):
    for position, name in enumerate(layer.fields().names()):
        indicator = catalogue().get(name)
        if indicator:
            layer.setFieldAlias(position, indicator.alias)


def provenance(inputs):
    """Return what made a result, as JSON: algorithm, version, parameters, inputs and the time."""
    algorithm = inputs.algorithm
    given = {
        definition.name(): _described(
            inputs.parameters.get(definition.name(), definition.defaultValue())
        )
        for definition in algorithm.parameterDefinitions()
        if not definition.isDestination()
    }
    made = {
        "algorithm": f"samplan:{algorithm.name()}",
        "group": algorithm.groupId(),
        "version": version(),
        "parameters": given,
        "inputs": inputs.described(),
        "crs": inputs.crs.authid(),
        "made": datetime.now(timezone.utc).isoformat(timespec="seconds"),
    }
    return json.dumps(made, ensure_ascii=False, sort_keys=True)


def _described(value):
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = value.source
    if isinstance(value, QgsProperty):
        return value.asExpression() or value.staticValue()
    if isinstance(value, QgsMapLayer):
        return value.name()
    if isinstance(value, (list, tuple)):
        return [_described(each) for each in value]
    return value if isinstance(value, (str, int, float, bool, type(None))) else str(value)


@cache
def version():
    """Return the plugin's version, from ``metadata.txt``."""
    lines = METADATA.read_text(encoding="utf-8").splitlines()
    return next(line.partition("=")[2] for line in lines if line.startswith("version="))


def _store(layer):
    """Keep style and metadata with the data: inside the database, else beside the file."""
    if layer.dataProvider().storageType() == "GPKG" or layer.providerType() == "postgres":
        save = getattr(layer, "saveStyleToDatabaseV2", layer.saveStyleToDatabase)
        save(layer.name(), "", True, "")
    else:
        layer.saveDefaultStyle()
    layer.saveDefaultMetadata()
