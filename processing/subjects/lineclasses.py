"""Classes of lines by an editable table of rules: the first rule that fits decides."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsExpressionContext,
    QgsFeature,
    QgsProcessingUtils,
    QgsRendererCategory,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ..i18n import language
from ..methods.errors import InputError
from ..paths import PROFILES, STYLES
from ..sinks import new_rows
from . import csvtables

SHIPPED = "line_classes.csv"
ELSE = "ELSE"
FIRST_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class LineClass:
    """One line of the table; ``rule`` is None for all that no rule above fits."""

    code: str
    name: str
    color: str
    rule: object


def read(path=None):
    """Read a table of line classes; the shipped one if no path is given.

    Raises
    ------
    InputError
        If the file is no such table, or a rule or colour cannot be read.
    """
    path = path or PROFILES / SHIPPED
    rows = csvtables.numbered(path, needed=("class", "rule"), like=SHIPPED)
    return [_class(row, path.name, line) for line, row in rows]


def classify(classes, routes):
    """Give each line the first class whose rule fits it; None where none does.

    Parameters
    ----------
    classes : sequence of LineClass
    routes : DataFrame
        As from `register.read_routes`.

    Returns
    -------
    list of LineClass or None
    """
    rows = new_rows(_described(routes), None)
    context, feature, found = QgsExpressionContext(), QgsFeature(rows.fields), []
    context.setFields(rows.fields)
    for _, values in rows.features:
        feature.setAttributes(values)
        context.setFeature(feature)
        found.append(next((each for each in classes if _fits(each, context)), None))
    return found


def style(classes, base):
    """Write a style with a category for each class, from one of the styles; returns its path."""
    layer = QgsVectorLayer("MultiLineString?field=line_class:string", "lines", "memory")
    layer.loadNamedStyle(str(STYLES / base))
    first = layer.renderer().categories()[0]  # holds its symbol as long as it lives
    categories = []
    for each in {each.code: each for each in reversed(classes)}.values():
        symbol = first.symbol().clone()
        symbol.setColor(QColor(each.color))
        categories.append(QgsRendererCategory(each.code, symbol, each.name))
    layer.setRenderer(QgsCategorizedSymbolRenderer("line_class", categories[::-1]))
    path = QgsProcessingUtils.generateTempFilename(base)
    layer.saveNamedStyle(path)
    return path


def _class(row, file, line):
    text, rule = row["rule"], None
    if text.upper() != ELSE:
        rule = QgsExpression(text)
        unknown = rule.referencedColumns() - set(COLUMNS)
        if rule.hasParserError() or unknown:
            raise InputError(
                "Line {line} of '{file}': the rule \"{rule}\" cannot be used. It is an expression "
                "on the fields {fields}, or ELSE.",
                line=line,
                file=file,
                rule=text,
                fields=", ".join(COLUMNS),
            )
    color = csvtables.colour(row, file=file, line=line)
    name = row.get(f"name_{language()}") or row.get("name_sv") or row["class"]
    return LineClass(row["class"], name, color, rule)


COLUMNS = ("number", "short", "long", "operator", "description", "mode", "type", "on_demand")
COLUMNS = (*COLUMNS, "school")
"""What a rule can look at; ``number`` is the first whole number of the line's short name."""


def _described(routes):
    from ..methods.transit.routetypes import MODES

    first = [FIRST_NUMBER.search(text) for text in routes["short"]]
    return routes.assign(
        number=[float(found.group()) if found else float("nan") for found in first],
        operator=routes["agency"],
        mode=[MODES[mode] for mode in routes["mode"]],
    )[list(COLUMNS)]


def _fits(each, context):
    return each.rule is None or bool(each.rule.evaluate(context) or False)
