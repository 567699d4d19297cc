"""The map style of a decision table: its classes in its own order, names and colours."""

from __future__ import annotations

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsProcessingUtils,
    QgsRendererCategory,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ..paths import STYLES

BASE = "typology.qml"
"""The style of all typologies; labels and outlines are its own."""


def write(rows, field):
    """Write a style with a category for each class of the table; returns its path."""
    layer = QgsVectorLayer(f"Polygon?field={field}:string", "rules", "memory")
    layer.loadNamedStyle(str(STYLES / BASE))
    first = layer.renderer().categories()[0]  # holds its symbol as long as it lives
    symbol = first.symbol().clone()
    categories = []
    for row in {row.code: row for row in reversed(rows)}.values():
        own = symbol.clone()
        own.setColor(QColor(row.color))
        categories.append(QgsRendererCategory(row.code, own, f"{row.code} {row.name}"))
    layer.setRenderer(QgsCategorizedSymbolRenderer(field, categories[::-1]))
    path = QgsProcessingUtils.generateTempFilename("rules.qml")
    layer.saveNamedStyle(path)
    return path
