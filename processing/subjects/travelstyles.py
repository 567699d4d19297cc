"""Map styles by travel time, and the names of its fields."""

from __future__ import annotations

from qgis.core import (
    QgsFeatureRequest,
    QgsProcessingUtils,
    QgsProperty,
    QgsSymbolLayer,
    QgsVectorLayer,
)

from ..catalogue import catalogue
from ..i18n import tr
from ..paths import STYLES
from .ranked import write
from .traveltimes import TIME

_KINDS = {
    "traveltimes.qml": "LineString",
    "traveltimegrid.qml": "Polygon",
    "traveltimestops.qml": "Point",
}


def by_time(base, percentiles, *, mode=None):
    """Write a style by the first percentile's travel time; returns its path.

    ``mode`` is the only one that is drawn, where lines of several lie on top of each other.
    """
    layer = _declared(_KINDS[base], percentiles)
    layer.loadNamedStyle(str(STYLES / base))
    _name(layer, percentiles)
    renderer = layer.renderer()
    field = TIME.format(percentile=percentiles[0])
    renderer.setClassAttribute(field)
    longest_first = QgsFeatureRequest.OrderByClause(f'"{field}"', False)
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([longest_first]))
    if mode:
        symbol = renderer.sourceSymbol().clone()
        drawn = QgsProperty.fromExpression(f"\"mode\" = '{mode}'")
        symbol.symbolLayer(0).setDataDefinedProperty(
            QgsSymbolLayer.Property.PropertyLayerEnabled, drawn
        )
        renderer.setSourceSymbol(symbol)
    return _saved(layer, base)


def of_table(percentiles):
    """Write a style that names the fields of a table of travel times; returns its path."""
    layer = _declared("NoGeometry", percentiles)
    _name(layer, percentiles)
    return _saved(layer, "traveltimetable.qml")


def by_band(bands):
    """Write a style of isochrones, the shortest times darkest; returns its path."""
    labels = [
        tr("{low}–{high} min").format(low=low, high=high) for low, high in zip((0, *bands), bands)
    ]
    return write(list(zip(bands, labels)), "min_to")


def _declared(kind, percentiles):
    fields = "&".join(f"field={TIME.format(percentile=each)}:double" for each in percentiles)
    crs = "" if kind == "NoGeometry" else "crs=EPSG:3006&"
    return QgsVectorLayer(f"{kind}?{crs}{fields}", "times", "memory")


def _name(layer, percentiles):
    indicator = catalogue()["travel_time_p"]
    for place, percentile in enumerate(percentiles):
        words = tr("{label}, percentile {percentile} ({unit})")
        layer.setFieldAlias(
            place, words.format(label=indicator.label, percentile=percentile, unit=indicator.unit)
        )


def _saved(layer, base):
    path = QgsProcessingUtils.generateTempFilename(base)
    layer.saveNamedStyle(path)
    return path
