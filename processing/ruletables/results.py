"""What a decision table says of each locality, as the fields of the result."""

from __future__ import annotations

from ..methods.typology.rules import decide
from . import words
from .expressions import values


def columns(table, frame, *, absent, margin):
    """Decide the class of each row and say why; see the catalogue for the fields.

    Parameters
    ----------
    table : RuleTable
    frame : DataFrame
        The fields that the rules look at; those of ``absent`` are unknown.
    absent : sequence of str
    margin : float
        Part of a threshold within which a value is near the border.
    """
    import numpy as np
    import pandas as pd

    fields = frame.drop(columns="geometry", errors="ignore").assign(**dict.fromkeys(absent, np.nan))
    found = values(table, fields)
    decisions = decide([row.rule for row in table.rows], [row.code for row in table.rows], found)
    rows = found.to_dict("records")
    deciding = [table.rows[i] if i >= 0 else None for i in decisions.rule]
    said = {row.line: words.sentence(row.rule) for row in table.rows}
    return pd.DataFrame(
        {
            "rule_class": [row and row.code for row in deciding],
            "rule_name": [row and row.name for row in deciding],
            "rule_color": [row and row.color for row in deciding],
            "rule_words": [row and said[row.line] for row in deciding],
            "rule_vals": [row and words.used(row.rule, each) for row, each in zip(deciding, rows)],
            "rule_next": [table.rows[i].code if i >= 0 else None for i in decisions.nearest],
            "rule_dist": 100 * decisions.distance,
            "rule_limit": [words.limit(*pair) for pair in zip(decisions.limit, rows)],
            "rule_flag": [*map(_flag, decisions.distance <= margin, decisions.unknown)],
            "rule_all": [_codes(table, fits) for fits in decisions.fulfilled],
        },
        dtype=object,
    ).astype({"rule_dist": float})


def _flag(border, missing):
    words = [word for word, so in (("border", border), ("missing", missing)) if so]
    return ", ".join(words) or None


def _codes(table, fits):
    """Codes of all classes whose rule is fulfilled; ELSE only where it decides."""
    rows = [row for row, fit in zip(table.rows, fits) if fit]
    meant = [row for row in rows if row.text.upper() != "ELSE"] or rows
    return ", ".join(dict.fromkeys(row.code for row in meant)) or None


def class_table(table, classes):
    """List the classes with how many localities are in each, in the order of the table."""
    import pandas as pd

    counts = classes.value_counts()
    rows = list(table.rows)
    return pd.DataFrame(
        {
            "rule_class": [row.code for row in rows],
            "rule_name": [row.name for row in rows],
            "count": [int(counts.get(row.code, 0)) for row in rows],
            "rule_color": [row.color for row in rows],
            "rule_words": [words.sentence(row.rule) for row in rows],
            "descript": [row.description for row in rows],
        }
    )
