"""The table of requirements of a service standard, checked line by line before anything runs."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from qgis.core import QgsExpression

from ..i18n import language, sentence
from ..methods.errors import InputError
from ..paths import PROFILES
from . import csvtables
from .servicedays import parsed_window

SHIPPED = "service_standard.csv"
NEEDED = ("id", "from", "to", "journeys", "transfers", "window", "day")
PLACES = ("region", "municipality", "nearest", "any")
"""What ``to`` may be beside a locality's name; the last two look at ``to_where``."""

DAYS = ("weekday", "saturday", "sunday")
YES, NO = ("yes", "ja", "1"), ("", "no", "nej", "0")


@dataclass(frozen=True)
class Line:
    """One line of the table.

    ``asked`` is the :class:`~..methods.transit.standard.Requirement`; ``origin`` and ``where``
    are expressions on the localities, or None, and ``windows`` the two windows as written.
    """

    number: int
    code: str
    name: str
    asked: object
    origin: QgsExpression | None
    target: str
    where: QgsExpression | None
    windows: tuple


class Cells:
    """The cells of one line; what is wrong with one is told with its line and column."""

    def __init__(self, file, number, row):
        self.file = file
        self.number = number
        self.row = row

    def text(self, column):
        """Return a cell's text, "" where there is no such column."""
        return self.row.get(column, "")

    def read(self, column, reader):
        """Return what a reader makes of a cell; it refuses with an InputError."""
        try:
            return reader(self.text(column))
        except InputError as error:
            raise self.problem(column, error) from error

    def problem(self, column, error):
        """Return an error as one of this line and a column."""
        return InputError(
            "Line {line} of '{file}', column {column}: {reason}",
            line=self.number,
            file=self.file,
            column=column,
            reason=sentence(error),
        )


def read(path=None):
    """Read a table of requirements; the shipped one if no path is given.

    Returns
    -------
    list of Line

    Raises
    ------
    InputError
        With the line and column of the first cell that cannot be used.
    """
    path = path or PROFILES / SHIPPED
    rows = csvtables.numbered(path, needed=NEEDED, like=SHIPPED)
    lines = [_line(Cells(path.name, number, row)) for number, row in rows]
    first = {}
    for line in lines:
        if first.setdefault(line.code, line) is not line:
            raise InputError(
                "Lines {first} and {second} of '{file}' have the same id '{id}'. Give each "
                "requirement its own.",
                first=first[line.code].number,
                second=line.number,
                file=path.name,
                id=line.code,
            )
    return lines


def _line(cells):
    from ..methods.transit.standard import Requirement

    code, target = cells.read("id", _something), cells.read("to", _something)
    word = target.casefold()
    target = word if word in PLACES else target
    window = cells.read("window", parsed_window)
    back = cells.text("back").casefold()
    asked = Requirement(
        cells.read("journeys", lambda text: _whole(text, 1)),
        cells.read("transfers", lambda text: _whole(text, 0)),
        cells.read("minutes", _minutes),
        window,
        cells.read("by", _event) == "arrival",
        cells.read("day", _days),
        None if back in NO else window if back in YES else cells.read("back", parsed_window),
    )
    where = cells.read("to_where", _something) if target in PLACES[2:] else ""
    name = cells.text(f"name_{language()}") or cells.text("name_sv") or code
    both = cells.text("window"), cells.text("window" if back in YES else "back")
    origin = cells.read("from", _expression)
    where = cells.read("to_where", _expression) if where else None
    return Line(cells.number, code, name, asked, origin, target, where, both)


def _something(text):
    if not text:
        raise InputError("The cell is empty.")
    return text


def _whole(text, least):
    if not re.fullmatch(r"\d{1,6}", text) or int(text) < least:
        raise InputError(
            "'{text}' is not a whole number of at least {least}.", text=text, least=least
        )
    return int(text)


def _minutes(text):
    try:
        minutes = float(text.replace(",", ".")) if text else math.inf
    except ValueError:
        minutes = math.nan
    if not minutes > 0 or (text and not minutes <= 1440):
        raise InputError(
            "'{text}' is not a number of minutes, at most 1440. Leave it empty for any time.",
            text=text,
        )
    return minutes


def _event(text):
    word = text.casefold() or "departure"
    if word not in ("departure", "arrival"):
        raise InputError("'{text}' is neither departure nor arrival.", text=text)
    return word


def _days(text):
    words = tuple(dict.fromkeys(re.findall(r"[^\s,;+]+", text.casefold())))
    if not words or not set(words) <= set(DAYS):
        raise InputError(
            "'{text}' is no list of day types. Write {days}, several with blanks between.",
            text=text,
            days=", ".join(DAYS),
        )
    return words


def _expression(text):
    if text.casefold() in ("", "all", "alla"):
        return None
    expression = QgsExpression(text)
    if expression.hasParserError():
        raise InputError(
            "The expression {text} cannot be read ({reason}).",
            text=text,
            reason=" ".join(expression.parserErrorString().split()),
        )
    return expression
