"""What scenarios change in places: a measure before and after, and its change."""

from __future__ import annotations

from dataclasses import dataclass

from ..i18n import tr
from .comparisonmeasures import Measure
from .comparisonruns import codes_of, numbers


@dataclass(frozen=True)
class Effect:
    """A measure before and after in one scenario, by place, and its change."""

    scenario: int
    measure: Measure
    before: object
    after: object
    found: object


def place_effects(inputs, runs, codes, measures):
    """Compare the fields of layers of places.

    Parameters
    ----------
    inputs : Inputs
        Of a tool with the parameter KEY.
    runs : list of Run
        The base first.
    codes : Series of str
        Codes of the places of the result, in its order.
    measures : list of Measure

    Returns
    -------
    list of Effect
        By scenario, then measure.
    """
    inputs.require("KEY")
    key = inputs.field("KEY")
    tables = [_by_code(inputs, run, key, [m.field for m in measures]) for run in runs]
    lost = ~codes.isin(tables[0].index)
    for run, table in zip(runs, tables):
        other = ~codes.isin(table.index)
        if (other & ~lost).any():
            words = tr("{count} places are not in '{layer}'; nothing is known of them there.")
            inputs.warn(words.format(count=int((other & ~lost).sum()), layer=run.name))
    values = [table.reindex(codes) for table in tables]
    return [
        effect(number, measure, values[0][measure.field], after[measure.field])
        for number, after in enumerate(values[1:], start=1)
        for measure in measures
    ]


def effect(scenario, measure, before, after):
    """Compare one measure of one scenario with the base."""
    import numpy as np

    from ..methods.comparison import change

    old, new = (np.asarray(values, dtype=float) for values in (before, after))
    found = change(old, new, direction=measure.direction, smallest=measure.smallest)
    return Effect(scenario, measure, old, new, found)


def _by_code(inputs, run, key, fields):
    frame = run.frame(inputs, [key, *fields])
    table = frame[fields].apply(lambda column: numbers(column, run.name))
    codes = codes_of(frame[key], run.name)
    return table.set_axis(codes.to_numpy(), axis=0)[(codes != "").to_numpy()]
