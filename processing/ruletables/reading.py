"""Read a decision table and check it before anything is computed."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsExpression

from ..i18n import language
from ..methods.errors import InputError
from ..methods.typology.ruletree import All
from ..paths import PROFILES
from ..subjects import csvtables
from . import expressions

COLUMNS = ("class", "rule", "name_sv", "name_en", "color", "description_sv", "description_en")
YES = ("yes", "ja", "1", "x")
"""Words that make a rule optional, in either case."""
ELSE = "ELSE"
"""In place of a rule: all that no rule above fits, as in QGIS's rule-based styles."""


@dataclass(frozen=True)
class Row:
    """One line of the table: its class, its texts in the user's language, its rule as a tree."""

    line: int
    code: str
    name: str
    color: str
    description: str
    text: str
    rule: object
    optional: bool = False

    def fields(self):
        """Names of the fields that the rule looks at, sorted."""
        return [] if self.text.upper() == ELSE else sorted(_columns(self.text))


def _columns(text):
    return QgsExpression(text).referencedColumns()


@dataclass(frozen=True)
class RuleTable:
    """The rules in order; ``quantities`` holds the parsed expression of each by its text."""

    file: str
    rows: list
    quantities: dict

    def fields(self):
        """Names of the fields that the rules look at, with the line that first does."""
        found = {}
        for row in self.rows:
            for name in row.fields():
                found.setdefault(name, row.line)
        return found

    def lacking(self, absent):
        """Rules that look at fields that are not there."""
        return [row for row in self.rows if set(row.fields()) & set(absent)]


def shipped(name):
    """Path of a shipped decision table."""
    return PROFILES / f"rules_{name}.csv"


def read(path):
    """Read a decision table: CSV with comma or semicolon, UTF-8 or as Excel saves it in Sweden.

    Raises
    ------
    InputError
        Names the file, the line and what is wrong there.
    """
    header, lines = csvtables.lines(path)
    lacking = [name for name in COLUMNS[:3] if name not in header]
    if lacking:
        raise InputError(
            "The decision table '{file}' lacks the columns {columns}. Start from a copy of one of "
            "the plugin's processing/profiles/rules_*.csv.",
            file=path.name,
            columns=", ".join(lacking),
        )
    rows, quantities = [], {}
    for line, cells in lines:
        if any(cells.values()):
            rows.append(_row(cells, path.name, line, quantities))
    _check(rows, path.name)
    return RuleTable(path.name, rows, quantities)


def _row(cells, file, line, quantities):
    text = cells.get("rule") or ""
    if not cells.get("class") or not text:
        raise InputError(
            "Line {line} of '{file}' lacks its class or its rule. Write ELSE as the rule of the "
            "last line for all other localities.",
            line=line,
            file=file,
        )
    color = csvtables.colour(cells, file=file, line=line)
    rule = All() if text.upper() == ELSE else expressions.tree(text, file, line, quantities)
    name = cells.get(f"name_{language()}") or cells["name_sv"] or cells["class"]
    description = cells.get(f"description_{language()}") or ""
    optional = (cells.get("optional") or "").casefold() in YES
    return Row(line, cells["class"], name, color, description, text, rule, optional)


def _check(rows, file):
    if not rows:
        raise InputError("The decision table '{file}' has no rules.", file=file)
    for row in rows[:-1]:
        if row.text.upper() == ELSE:
            raise InputError(
                "Line {line} of '{file}' says ELSE, so the lines below it can never decide. Move "
                "it to the end.",
                line=row.line,
                file=file,
            )
