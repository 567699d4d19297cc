"""What scenarios change between places, from tables of travel times."""

from __future__ import annotations

from dataclasses import dataclass

from .. import sources
from ..catalogue import catalogue
from ..i18n import tr
from ..methods.errors import InputError
from .comparison import effect
from .comparisonmeasures import Measure, smallest_of
from .comparisonruns import numbers

PAIRS = ("scenario", "from_id", "to_id", "t_before", "t_after", "t_diff", "outcome")
OUTCOMES = {1: "better", 0: "same", -1: "worse"}
LONGEST_NAME = 10
FIELDS = {"from": "FROM", "to": "TO", "minutes": "TIME"}
"""Field parameter by column."""


@dataclass(frozen=True)
class Pairs:
    """Travel times between the places in each run, and the words for their codes."""

    times: list
    codes: object
    limits: list
    smallest: dict

    def reach(self, number, weights, limits):
        """Return the weights within reach of each place; NaN where it is nowhere connected."""
        from ..methods.accessibility.opportunities import cumulative

        found = cumulative(self.times[number], weights, limits)
        lost = set(self.times[0].unconnected.tolist())
        for times in self.times[1:]:
            lost &= set(times.unconnected.tolist())
        found[sorted(lost)] = float("nan")
        return found


def is_table_of_pairs(inputs):
    """Whether the base is a table of travel times: without geometry, with both ends and a time."""
    if sources.is_spatial(inputs.source("BASE")):
        return False
    return all(inputs.field(name) for name in ("FROM", "TO", "TIME"))


def pairs_of(inputs, runs, places):
    """Read travel-time tables: of a mode where they have one, between the places."""
    from ..methods.accessibility.times import times_from_table

    limits = _thresholds(inputs)
    fields = [_name(name, limit) for name in places.people for limit in limits]
    smallest = smallest_of(inputs, [*fields, inputs.field("TIME")])
    found = []
    for run in runs:
        table = _times(inputs, run)
        times = times_from_table(table, places.codes, places.codes)
        if times.unknown:
            words = tr("{count} rows of '{layer}' have an end that is not among the places.")
            inputs.warn(words.format(count=times.unknown, layer=run.name))
        found.append(times)
    return Pairs(found, places.codes, limits, smallest)


def _name(people, limit):
    return f"c{limit:g}_{people}"[:LONGEST_NAME]


def _times(inputs, run):
    import pandas as pd

    names = {column: inputs.field(name) for column, name in FIELDS.items()}
    modes = [name for name in ("mode",) if name in run.fields()]
    table = run.frame(inputs, [*names.values(), *modes])
    wanted = inputs.text("MODE").casefold()
    if modes and wanted:
        own = table["mode"].astype(str).str.casefold() == wanted
        if not own.any():
            raise InputError(
                "No row of the table '{layer}' has the mode '{wanted}'; its modes are: {known}.",
                layer=run.name,
                wanted=wanted,
                known=", ".join(sorted(map(str, table["mode"].unique()[:12]))),
            )
        table = table[own]
    minutes = numbers(table[names["minutes"]], run.name)
    columns = {"from": table[names["from"]], "to": table[names["to"]], "minutes": minutes}
    return pd.DataFrame(columns).reset_index(drop=True)


def reach_effects(pairs, people, added):
    """Compare how many people and jobs can be reached, by scenario, field and time.

    The scenarios' travel times lead to the numbers there with what land use adds.

    Returns
    -------
    list of Effect
    """
    limits, result = pairs.limits, []
    for number, more in enumerate(added, start=1):
        for name in people:
            before = pairs.reach(0, people[name], limits)
            after = pairs.reach(number, people[name].fillna(0) + more[name], limits)
            for place, limit in enumerate(limits):
                measure = _reach_measure(name, limit, pairs.smallest)
                result.append(effect(number, measure, before[:, place], after[:, place]))
    return result


def _reach_measure(name, limit, smallest):
    indicator = catalogue()["acc_cum"]
    of = catalogue()[name].label if name in catalogue() else name
    label = tr("{measure}: {what}, {minutes} min").format(
        measure=indicator.label, what=of, minutes=f"{limit:g}"
    )
    field = _name(name, limit)
    return Measure(field, label, "more", 0, smallest[field])


def _thresholds(inputs):
    words = inputs.text("THRESHOLDS")
    try:
        parts = words.replace(";", ",").split(",")
        limits = sorted({float(part) for part in parts if part.strip()})
    except ValueError:
        limits = []
    if not limits or limits[0] <= 0:
        raise InputError(
            "'{text}' is no list of times. Write minutes with commas between, such as 30, 45, 60.",
            text=words,
        )
    return limits


def pair_table(inputs, pairs, runs):
    """Return the pairs of places whose travel time changes, under the catalogue's codes."""
    import pandas as pd

    from ..methods.comparison import pair_changes

    smallest = pairs.smallest[inputs.field("TIME")]
    parts = []
    codes = pairs.codes.to_numpy(dtype=object)
    for run, times in zip(runs[1:], pairs.times[1:]):
        found = pair_changes(pairs.times[0], times, smallest=smallest)
        columns = {
            "scenario": run.name,
            "from_id": codes[found["origin"]],
            "to_id": codes[found["destination"]],
            "t_before": found["before"],
            "t_after": found["after"],
            "t_diff": found["difference"],
            "outcome": [OUTCOMES[int(sign)] for sign in found["outcome"]],
        }
        parts.append(pd.DataFrame(columns, columns=list(PAIRS)))
    return pd.concat(parts, ignore_index=True)
