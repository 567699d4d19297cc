"""The indicator catalogue: the one place that knows a field's label, unit, direction and source."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from .i18n import language
from .paths import CATALOGUE


@dataclass(frozen=True)
class Indicator:
    """One row of ``catalogue.csv``; see the README for what each column means."""

    code: str
    kind: str
    label_en: str
    label_sv: str
    unit_en: str
    unit_sv: str
    direction: str
    base: str
    smallest_base: str
    decimals: str
    ramp: str
    description_en: str
    description_sv: str
    source: str

    def _in_language(self, name):
        return getattr(self, f"{name}_{language()}")

    @property
    def label(self):
        """Label in the user's language."""
        return self._in_language("label")

    @property
    def unit(self):
        """Unit in the user's language; "" for names and classes."""
        return self._in_language("unit")

    @property
    def description(self):
        """What it measures, in the user's language."""
        return self._in_language("description")

    @property
    def alias(self):
        """Label with its unit, as attribute tables and legends show it."""
        return f"{self.label} ({self.unit})" if self.unit else self.label


@cache
def catalogue():
    """Return the indicators by code."""
    with CATALOGUE.open(encoding="utf-8", newline="") as file:
        return {row["code"]: Indicator(**row) for row in csv.DictReader(file)}
