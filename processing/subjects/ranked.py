"""The map style of ranked classes: the best class darkest, in colours that all can tell apart."""

from __future__ import annotations

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsProcessingUtils,
    QgsRendererCategory,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ..i18n import tr
from ..paths import STYLES

RAMP = ("#440154", "#3b528b", "#21918c", "#5ec962", "#fde725")
"""Viridis: dark to light, told apart by all readers and in grey print."""

GOOD_TO_BAD = ("#2166ac", "#92c5de", "#f7e3c4", "#f4a582", "#b2182b")
"""Blue to red: for classes that are good and bad rather than near and far."""

_KINDS = {"Polygon": "Polygon", "Line": "LineString", "Point": "Point"}


def colours(count, ramp=RAMP):
    """Return so many colours of the ramp, from its first to its last."""
    last = len(ramp) - 1
    places = [last * number / max(count - 1, 1) for number in range(count)]
    return [_between(ramp[int(x)], ramp[min(int(x) + 1, last)], x % 1) for x in places]


def named(names):
    """Return classes by their names, with a label: where all names are digits they are metres."""
    metres = all(name.isdigit() for name in names)
    return [(name, within(name) if metres else name) for name in names]


def within(metres):
    """Return the label of a distance."""
    return tr("Within {metres} m").format(metres=metres)


def reaches(metres, minutes, unit):
    """Return bands by their metres, labelled in metres or minutes."""
    if unit == "minutes":
        return [
            (m, tr("Within {minutes} min").format(minutes=f"{t:g}"))
            for m, t in zip(metres, minutes)
        ]
    return [(m, within(f"{m:g}")) for m in metres]


def write(classes, field, *, kind="Polygon", others=False, ramp=RAMP, names=False):
    """Write a style with a rule for each class; returns its path.

    Parameters
    ----------
    classes : sequence of pairs
        Value and label, the best first.
    field : str
        Field that holds the values.
    kind : str
        Polygon, Line or Point; points without a class are grey.
    others : bool
        Whether polygons or lines without a class are grey too, rather than not drawn.
    ramp : sequence of str
        Colours from the best class to the last.
    names : bool
        Whether the names of localities are written.
    """
    layer = QgsVectorLayer(f"{_KINDS[kind]}?field={field}:string", "classes", "memory")
    categories = [
        QgsRendererCategory(value, _symbol(kind, colour), label)
        for (value, label), colour in zip(classes, colours(len(classes), ramp))
    ]
    if kind == "Line":
        # lines of the last classes are many and cross: the best stand out
        for place, category in enumerate(categories):
            category.symbol().setWidth(0.7 - 0.6 * place / max(len(categories) - 1, 1))
    if others or kind == "Point":
        categories.append(QgsRendererCategory("", _symbol(kind, "#bbbbbb"), tr("No class")))
    renderer = QgsCategorizedSymbolRenderer(field, categories)
    # rules, because a layer's own categories get the number of their features in the legend
    layer.setRenderer(QgsRuleBasedRenderer.convertFromRenderer(renderer))
    if names:
        _write_names(layer)
    if kind == "Polygon":
        layer.setOpacity(0.8)  # of the layer: areas on top of others keep their colour
    path = QgsProcessingUtils.generateTempFilename("classes.qml")
    layer.saveNamedStyle(path)
    return path


def _write_names(layer):
    """Write names as the other maps of localities do."""
    localities = QgsVectorLayer("Polygon", "localities", "memory")
    localities.loadNamedStyle(str(STYLES / "localityservice.qml"))
    layer.setLabeling(localities.labeling().clone())
    layer.setLabelsEnabled(True)


def _symbol(kind, colour):
    if kind == "Line":
        return QgsLineSymbol.createSimple({"color": colour, "width": "0.3"})
    if kind == "Point":
        look = {"color": colour, "outline_color": "#333333", "outline_width": "0.2", "size": "1.4"}
        return QgsMarkerSymbol.createSimple(look)
    look = {"color": colour, "outline_color": "#ffffff", "outline_width": "0.1"}
    return QgsFillSymbol.createSimple(look)


def _between(one, other, share):
    first, second = QColor(one), QColor(other)
    mixed = [
        round((1 - share) * a + share * b) for a, b in zip(first.getRgb()[:3], second.getRgb()[:3])
    ]
    return QColor(*mixed).name()
