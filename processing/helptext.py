"""The help page of an algorithm, made from its own declarations: nothing is written twice."""

from __future__ import annotations

from html import escape

from .catalogue import catalogue
from .i18n import tr


def page(algorithm):
    """Return the help page as HTML: what, inputs, outputs with fields and units, sources."""
    destinations, settings = [], []
    for definition in algorithm.parameterDefinitions():
        (destinations if definition.isDestination() else settings).append(definition)
    parts = [f"<p>{algorithm.summary}</p>"]
    parts += [f"<h3>{tr('Inputs and settings')}</h3>", *map(_entry, settings)]
    parts += [f"<h3>{tr('Results')}</h3>", *map(_entry, destinations)]
    if algorithm.example:
        parts += [f"<h3>{tr('Example')}</h3>", f"<p><code>{escape(algorithm.example)}</code></p>"]
    if algorithm.references:
        parts += [
            f"<h3>{tr('Sources')}</h3>",
            *(f"<p>{escape(r)}</p>" for r in algorithm.references),
        ]
    return "\n".join(parts)


def _entry(definition):
    fields = definition.metadata().get("fields", [])
    listed = "".join(f"<li>{_field(code)}</li>" for code in fields)
    return (
        f"<p><b>{escape(definition.description())}</b> <code>{definition.name()}</code><br>"
        f"{definition.help()}</p>" + (f"<ul>{listed}</ul>" if listed else "")
    )


def _field(code):
    indicator = catalogue()[code]
    return f"<code>{code}</code> {escape(indicator.alias)}. {escape(indicator.description)}"
