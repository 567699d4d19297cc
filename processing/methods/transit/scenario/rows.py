"""The cells of a row of edits, and what to say where one cannot be used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from ...errors import InputError
from ..calendar import WEEKDAYS

Row = Mapping[str, object]

DAYS: dict[str, tuple[int, ...]] = {
    "daily": tuple(range(7)),
    "weekday": (0, 1, 2, 3, 4),
    **{name: (number,) for number, name in enumerate(WEEKDAYS)},
}
TIME = re.compile(r"(\d{1,2})(?::([0-5]\d))?(?::([0-5]\d)(?:\.0*)?)?")
LATEST = 48 * 3600
"""Seconds past midnight after which no departure may be: the night after the next day."""


@dataclass(frozen=True)
class Cells:
    """The texts of a row, with where they stand for messages."""

    table: str
    row: int
    texts: dict[str, str]

    def refused(self, column: str, wanted: str) -> InputError:
        """Say that a cell cannot be used, and what may stand there."""
        return InputError(
            "Row {row} of '{table}', column '{column}': '{value}' cannot be used. "
            "Allowed: {wanted}.",
            row=self.row,
            table=self.table,
            column=column,
            value=self.texts[column],
            wanted=wanted,
        )

    def number(self, column: str, low: float, high: float) -> float:
        """Return a number between two bounds, NaN where the cell is empty."""
        text = self.texts[column].replace(",", ".")
        if not text:
            return np.nan
        value = _number(text)
        if not low <= value <= high:
            raise self.refused(column, f"{low:g} - {high:g}")
        return value

    def time(self, column: str) -> int | None:
        """Return a time of day in seconds, None where the cell is empty."""
        text = self.texts[column]
        if not text:
            return None
        text = re.sub(r"^(\d+)\.0+$", r"\1", text)  # a whole hour from a field of numbers
        found = TIME.fullmatch(text)
        hours, minutes, seconds = (
            (int(part or 0) for part in found.groups()) if found else (99,) * 3
        )
        time = hours * 3600 + minutes * 60 + seconds
        if not found or time > LATEST:
            raise self.refused(column, "6, 06:30, 25:10")
        return time

    def word(self, column: str, words: Iterable[str]) -> str:
        """Return one of some words in lower case, "" where the cell is empty."""
        text = self.texts[column].casefold()
        allowed = [word for word in words if word]
        if text and text not in allowed:
            raise self.refused(column, ", ".join(allowed))
        return text

    def several(self, column: str, low: float, high: float) -> tuple[float, ...]:
        """Return numbers that stand with ; between them."""
        parts = [part.strip() for part in self.texts[column].split(";") if part.strip()]
        values = tuple(_number(part.replace(",", ".")) for part in parts)
        if not all(low <= value <= high for value in values):
            raise self.refused(column, f"{low:g} - {high:g}; {low:g} - {high:g}; …")
        return values

    def days(self) -> tuple[int, ...]:
        """Return days of the week, Monday being 0; all where the cell is empty."""
        words = re.split(r"[\s,;]+", self.texts["days"].casefold().strip(" ,;"))
        if not set(words) <= {*DAYS, ""}:
            raise self.refused("days", ", ".join(DAYS))
        chosen = {day for word in words if word for day in DAYS[word]}
        return tuple(sorted(chosen)) or DAYS["daily"]

    def either(self, one: str, other: str) -> InputError:
        """Say that one of two columns is to be filled in."""
        return InputError(
            "Row {row} of '{table}': fill in either '{one}' or '{other}' with one number.",
            row=self.row,
            table=self.table,
            one=one,
            other=other,
        )


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return np.nan


def text_of(row: Row, column: str) -> str:
    """Return a cell as text; Shapefile keeps the first ten characters of a column's name."""
    value = row.get(column, row.get(column[:10]))
    if value is None or value != value:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()
