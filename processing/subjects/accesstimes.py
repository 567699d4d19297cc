"""Travel-time tables of any tool: a row per origin, destination and perhaps mode."""

from __future__ import annotations

from .. import parameters as p
from ..i18n import tr
from ..methods.errors import InputError
from .travelplaces import USUAL_IDS

FIELDS = {"from": "FROM", "to": "TO", "minutes": "TIME", "mode": "MODE"}
"""Field parameter by column."""

NOTHING = ("", "NA", "NULL")
"""Texts that stand for a missing time; R writes NA."""


def declared():
    """Declare the table and its fields."""
    table = tr(
        "A row for each origin, destination and, with several, mode, as the tool Travel-time "
        "matrix and r5r write it: from_id, to_id, mode, travel_time_p50. Pairs without a row are "
        "not connected."
    )
    time = tr("A number, or text that holds one, as in CSV files.")
    mode = tr("Where the table has several modes.")
    own = {"of": "TIMES", "advanced": True}
    return [
        p.layer("TIMES", tr("Travel times"), [p.TABLE], help=table),
        p.field("FROM", tr("From (code)"), default="from_id", **own),
        p.field("TO", tr("To (code)"), default="to_id", **own),
        p.field("TIME", tr("Travel time (min)"), default="travel_time_p50", help=time, **own),
        p.field("MODE", tr("Field of modes"), default="mode", help=mode, **own),
    ]


def read(inputs, layer="TIMES"):
    """Read a table: ``from``, ``to``, ``minutes`` and, where there is such a field, ``mode``.

    Parameters
    ----------
    inputs : Inputs
        Of a tool with the parameters that :func:`declared` declares.
    layer : str
        Parameter of the table; another than TIMES has fields of the same names.

    Returns
    -------
    DataFrame

    Raises
    ------
    InputError
        If the table lacks a field, or a time is no number.
    """
    names = {column: inputs.field(parameter) for column, parameter in FIELDS.items()}
    if not (names["from"] and names["to"] and names["minutes"]):
        raise InputError(
            "The layer '{layer}' does not look like a table of travel times: it lacks from_id, "
            "to_id or travel_time_p50. Choose another table, or choose its fields for these "
            "under Advanced parameters. Its fields are: {fields}.",
            layer=inputs.title(layer),
            fields=", ".join(inputs.source(layer).fields().names()),
        )
    if not (names["mode"] and inputs.present(layer, [names["mode"]])):
        del names["mode"]
    for name in names.values():
        if not inputs.present(layer, [name]):
            raise InputError(
                "The layer '{layer}' has no field '{field}'. Its fields are: {fields}.",
                layer=inputs.title(layer),
                field=name,
                fields=", ".join(inputs.source(layer).fields().names()),
            )
    table = inputs.frame(layer, extra=tuple(dict.fromkeys(names.values())))
    inputs.stop_if_cancelled()
    table = table[list(names.values())].set_axis(list(names), axis=1)
    return table.assign(minutes=_numbers(inputs, layer, table["minutes"], names["minutes"]))


def of_modes(inputs, table, words, layer="TIMES"):
    """Return the rows with any of the modes, or all rows of a table without modes.

    Raises
    ------
    InputError
        If the table has no such row.
    """
    import pandas as pd

    wanted = {word.strip().casefold() for word in words.split(",") if word.strip()}
    if "mode" not in table or not wanted:
        return table
    number, modes = pd.factorize(table["mode"])
    chosen = [place for place, mode in enumerate(modes) if str(mode).strip().casefold() in wanted]
    if not chosen:
        raise InputError(
            "No row of the table '{layer}' has the mode '{wanted}'; its modes are: {known}.",
            layer=inputs.title(layer),
            wanted=words,
            known=", ".join(sorted(str(mode) for mode in modes[:12])),
        )
    return table[pd.Series(number, index=table.index).isin(chosen)]


def coded(inputs, layer, **columns):
    """Read the places of a layer, with ``code`` from CODE; where that is empty, of a usual field.

    Parameters
    ----------
    inputs : Inputs
        Of a tool with the parameter CODE.
    layer : str
        Parameter of the layer.
    **columns : str
        Column name = field parameter, as for `Inputs.frame`.

    Returns
    -------
    GeoDataFrame
        With the rows of the layer, also those without geometry.
    """
    if not inputs.source(layer).featureCount():
        raise InputError(
            "The layer '{layer}' has no places to travel between. Check its selection and filter.",
            layer=inputs.title(layer),
        )
    usual = inputs.present(layer, USUAL_IDS)[:1]
    if inputs.field("CODE") or not usual:
        inputs.require("CODE")
        frame = inputs.frame(layer, keep_missing=True, code="CODE", **columns)
        return frame.assign(code=codes(inputs, layer, frame["code"]))
    frame = inputs.frame(layer, keep_missing=True, extra=usual, **columns)
    return frame.assign(code=codes(inputs, layer, frame[usual[0]]))


def codes(inputs, layer, column):
    """Return codes as text, refused where one is missing.

    Parameters
    ----------
    inputs : Inputs
    layer : str
        Layer parameter that they are of.
    column : Series
    """
    from ..methods.allocation import as_codes

    found = as_codes(column)
    missing = found == ""
    if missing.any():
        raise InputError(
            "{count} features of the layer '{layer}' have no code, the first in row {row}. Each "
            "place needs one, the same as in the travel times.",
            count=int(missing.sum()),
            layer=inputs.title(layer),
            row=int(missing.to_numpy().argmax()) + 1,
        )
    return found


def between(inputs, table, origins, destinations):
    """Return the times between places, and tell what of the table was not used.

    Returns
    -------
    TravelTimes
    """
    from ..methods.accessibility.times import times_from_table

    inputs.stop_if_cancelled()
    times = times_from_table(table, origins, destinations)
    inputs.stop_if_cancelled()
    if times.unknown:
        words = tr("{count} rows of the travel times have an end that is not among the places.")
        inputs.tell(words.format(count=times.unknown))
    if times.repeated:
        words = tr("{count} pairs occur again in the travel times; the shortest time counts.")
        inputs.warn(words.format(count=times.repeated))
    return times


def _numbers(inputs, layer, column, field):
    """Return times as numbers; texts may have a decimal point or comma."""
    import pandas as pd

    if column.dtype.kind in "if":
        return column.astype(float)
    numbers = pd.to_numeric(column, errors="coerce")
    doubtful = column[numbers.isna() & column.notna()].astype(str).str.strip()
    doubtful = doubtful[~doubtful.isin(NOTHING)]
    if len(doubtful):
        numbers[doubtful.index] = pd.to_numeric(
            doubtful.str.replace(",", ".", regex=False), errors="coerce"
        )
        wrong = numbers[doubtful.index].isna()
        if wrong.any():
            row = wrong.idxmax()
            raise InputError(
                "Row {row} of the layer '{layer}' has '{text}' in the field '{field}', where a "
                "time in minutes is needed.",
                row=row + 1,
                layer=inputs.title(layer),
                text=column[row],
                field=field,
            )
    return numbers.astype(float)
