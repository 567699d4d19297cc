"""Numbers and names as a reader expects them, in the user's language."""

from __future__ import annotations

from ..catalogue import catalogue
from ..i18n import language

THIN = "\u202f"
"""Narrow space between thousands, which does not break the line."""

SIGNIFICANT = 3


def number(value, decimals=None):
    """Write a number; an en dash where it is missing.

    Without ``decimals`` as many as three figures need.
    """
    if value is None or value != value:
        return "–"
    if decimals is None:
        decimals = max(0, SIGNIFICANT - len(str(int(abs(value)))))
    text = f"{value:,.{decimals}f}".replace(",", THIN).replace("-", "−")
    if not text.strip("−0."):
        text = text.replace("−", "")
    return text.replace(".", ",") if language() == "sv" else text


def amount(field, value):
    """Write an indicator's value with the decimals that the catalogue gives it."""
    indicator = catalogue().get(field)
    return number(value, int(indicator.decimals) if indicator else None)


def label(field):
    """Return an indicator's label, or the field's own name."""
    return catalogue()[field].label if field in catalogue() else field


def alias(field):
    """Return an indicator's label with its unit, or the field's own name."""
    return catalogue()[field].alias if field in catalogue() else field
