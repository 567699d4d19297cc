"""A font that the machine has, so that QGIS does not complain of a missing one."""

from __future__ import annotations

from functools import cache

from qgis.core import QgsFontUtils

FAMILIES = ("Open Sans", "Segoe UI", "Noto Sans", "DejaVu Sans", "Liberation Sans", "Arial")


@cache
def family():
    """Return the first of the families that is installed."""
    return next(
        (name for name in FAMILIES if QgsFontUtils.fontFamilyMatchOnSystem(name)[0]), "sans-serif"
    )
