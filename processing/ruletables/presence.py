"""What to do where a layer lacks fields that the rules look at."""

from __future__ import annotations

from ..i18n import tr
from ..methods.errors import InputError


def check(inputs, table, absent):
    """Refuse to go on without fields that a rule needs, or say which rules have to do without.

    Parameters
    ----------
    inputs : Inputs
        Of a tool with the parameters LOCALITIES and ABSENT.
    table : RuleTable
    absent : list of str
        Fields that the layer lacks, at least one.

    Raises
    ------
    InputError
        Unless only optional rules look at them, or the user lets them be unknown.
    """
    lacking = table.lacking(absent)
    needing = [row for row in lacking if not row.optional]
    if needing and inputs.choice("ABSENT") == "refuse":
        field = next(name for name in needing[0].fields() if name in absent)
        raise InputError(
            "Line {line} of '{file}' looks at the field '{field}', which the layer '{layer}' lacks "
            "(missing in all: {fields}). Add them with the tools for indicators, change the table, "
            "or choose to leave them unknown.",
            line=needing[0].line,
            file=table.file,
            field=field,
            layer=inputs.title("LOCALITIES"),
            fields=", ".join(absent),
        )
    inputs.warn(
        tr(
            "The layer lacks {fields}, so these classes are given only where the rest of their "
            "rules decides: {classes}. Localities that may belong there are flagged as missing."
        ).format(
            fields=", ".join(absent),
            classes=", ".join(dict.fromkeys(f"{row.code} {row.name}" for row in lacking)),
        )
    )
