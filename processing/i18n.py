"""The language of what the user sees. Ids, parameter names and field codes are never translated."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication

from .methods.errors import InputError

CONTEXT = "samplan"
"""Context of every string; `make strings` collects `tr("...")` and `InputError("...")`."""


def tr(text: str) -> str:
    """Translate an English literal to the user's language."""
    return QCoreApplication.translate(CONTEXT, text)


def sentence(error: InputError) -> str:
    """Translate an input error: first its template, then the values are filled in."""
    return tr(error.template).format(**error.values)


def language() -> str:
    """Return "sv" where QGIS runs in Swedish, else "en"."""
    return "sv" if QgsApplication.locale().startswith("sv") else "en"
