"""QGIS expressions as trees of comparisons, and their values row by row."""

from __future__ import annotations

from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsExpressionNodeBinaryOperator,
    QgsExpressionNodeColumnRef,
    QgsExpressionNodeUnaryOperator,
    QgsFeature,
)

from ..methods.errors import InputError
from ..methods.typology.ruletree import OPPOSITE, All, AnyOf, Comparison, Condition, negated
from ..sinks import new_rows

MIRRORED = {">=": "<=", "<=": ">=", ">": "<", "<": ">"}


def tree(text, file, line, quantities):
    """Parse a rule; each quantity it compares is put into ``quantities`` by its text.

    Raises
    ------
    InputError
        With the parser's own message and the line of the file.
    """
    expression = QgsExpression(text)
    if expression.hasParserError():
        raise InputError(
            "Line {line} of '{file}': the rule {rule} cannot be read ({reason}).",
            line=line,
            file=file,
            rule=text,
            reason=" ".join(expression.parserErrorString().split()),
        )
    return _node(expression.rootNode(), quantities)


def _node(node, quantities):
    if isinstance(node, QgsExpressionNodeUnaryOperator) and node.text() == "NOT":
        return negated(_node(node.operand(), quantities))
    if isinstance(node, QgsExpressionNodeBinaryOperator):
        operator = node.text()
        if operator in ("AND", "OR"):
            parts = tuple(_node(each, quantities) for each in (node.opLeft(), node.opRight()))
            return All(_flat(parts, All)) if operator == "AND" else AnyOf(_flat(parts, AnyOf))
        if operator in OPPOSITE:
            return _comparison(node, operator, quantities)
    return Condition(_quantity(node, quantities))


def _flat(parts, kind):
    """Write (a and b) and c as one list."""
    return tuple(
        leaf for part in parts for leaf in (part.parts if isinstance(part, kind) else (part,))
    )


def _comparison(node, operator, quantities):
    left, right = _number(node.opLeft()), _number(node.opRight())
    if left is None and right is not None:
        return Comparison(_quantity(node.opLeft(), quantities), operator, right)
    if left is not None and right is None:
        return Comparison(_quantity(node.opRight(), quantities), MIRRORED[operator], left)
    return Condition(_quantity(node, quantities))


def _number(node):
    """Value of a node that is a number whatever the row; None otherwise."""
    expression = QgsExpression(node.dump())
    if expression.referencedColumns():
        return None
    value = expression.evaluate()
    return float(value) if isinstance(value, (int, float)) and value is not True else None


def _quantity(node, quantities):
    name = node.name() if isinstance(node, QgsExpressionNodeColumnRef) else node.dump()
    quantities.setdefault(name, QgsExpression(node.dump()))
    return name


def values(table, frame):
    """Return the quantities of a table for each row, as numbers; NaN where missing.

    Parameters
    ----------
    table : RuleTable
    frame : DataFrame
        The fields that the rules look at.
    """
    import numpy as np
    import pandas as pd

    conditions = {each.quantity for row in table.rows for each in _conditions(row.rule)}
    columns = {}
    for name, expression in table.quantities.items():
        if (
            name in frame
            and name not in conditions
            and not pd.api.types.is_numeric_dtype(frame[name])
        ):
            raise InputError(
                "The rules of '{file}' compare the field '{field}' with a number, but it holds "
                "text. Convert it with the tool 'Refactor fields'.",
                file=table.file,
                field=name,
            )
        if name in frame and pd.api.types.is_numeric_dtype(frame[name]):
            columns[name] = frame[name].to_numpy(dtype=float, na_value=np.nan)
        else:
            columns[name] = _evaluated(expression, frame, table.file)
    return pd.DataFrame(columns, index=frame.index)


def _conditions(rule):
    if isinstance(rule, Condition):
        yield rule
    for part in getattr(rule, "parts", ()):
        yield from _conditions(part)


def _evaluated(expression, frame, file):
    import numpy as np

    rows = new_rows(frame, None)
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.globalScope())
    context.setFields(rows.fields)
    expression.prepare(context)
    feature = QgsFeature(rows.fields)
    found = np.full(len(frame), np.nan)
    for row, (_, attributes) in enumerate(rows.features):
        feature.setAttributes(attributes)
        context.setFeature(feature)
        value = expression.evaluate(context)
        if expression.hasEvalError():
            raise InputError(
                "The rule {rule} of '{file}' cannot be computed in row {row} ({reason}).",
                rule=expression.expression(),
                file=file,
                row=row + 1,
                reason=expression.evalErrorString(),
            )
        if isinstance(value, (bool, int, float)):
            found[row] = value
    return found
