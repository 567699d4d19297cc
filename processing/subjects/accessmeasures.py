"""Measures of accessibility as fields: what the user chose, computed for each kind of opportunity.

A field's name is a letter for the measure, its number of minutes or place in the user's list, and
the short name of the kind: c30_jobs.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from ..catalogue import catalogue
from ..methods.errors import InputError
from ..methods.progress import part
from ..paths import PROFILES
from ..profiles import profile

NUMBER = re.compile(r"\d+(\.\d+)?")
FIRST_RULE = "daily"
"""Rule of the score for kinds that the profile does not name."""

PARAMETERS = {"binary": 30, "exponential": 0.05, "power": 1, "gaussian": 20, "logistic": 30}
"""Parameter of each decay function where the user gives none: our own choice."""


@dataclass(frozen=True)
class Field:
    """A field of the result: its name, the catalogue's code, what it is of, and a value a place."""

    name: str
    code: str
    detail: str
    values: object

    @property
    def alias(self):
        """Label in full, such as Within reach: jobs, 30 min (number)."""
        indicator = catalogue()[self.code]
        unit = f" ({indicator.unit})" if indicator.unit else ""
        detail = f": {self.detail}" if self.detail else ""
        return f"{indicator.label}{detail}{unit}"

    @property
    def is_time(self):
        """Whether less is better."""
        return catalogue()[self.code].direction == "less"

    @property
    def is_number(self):
        """Whether it can be averaged."""
        return catalogue()[self.code].kind == "indicator"


@dataclass(frozen=True)
class Choices:
    """What the user chose, checked before the travel times are read."""

    measures: list
    thresholds: list
    nearest: list
    numbers: list
    weight: object
    balanced: bool
    rules: object


@dataclass(frozen=True)
class Reach:
    """Travel times from places to destinations, the destinations' codes, and who starts where."""

    times: object
    codes: object
    population: object


def choices(inputs):
    """Read and check the settings of the measures."""
    measures = inputs.choices("MEASURES")
    if "fca" in measures:
        inputs.require("POPULATION")
    return Choices(
        measures,
        whole_numbers(inputs, "THRESHOLDS", 999),
        whole_numbers(inputs, "NEAREST", 99),
        numbers(inputs, "NUMBERS"),
        _decay(inputs),
        inputs.choice("FCA") == "balanced",
        _rules(inputs.file("PROFILE_FILE")) if "score" in measures else None,
    )


def numbers(inputs, name):
    """Return the numbers of a text: 1.2, 1.5 or, with semicolons between them, 1,2; 1,5.

    Raises
    ------
    InputError
        If there is none, or one is no number.
    """
    text = inputs.text(name)
    if ";" in text:
        text = text.replace(",", ".").replace(";", ",")
    words = re.split(r"[,\s]+", text.strip(" ,"))
    for word in words:
        if not NUMBER.fullmatch(word):
            raise InputError(
                "'{word}' in '{parameter}' is no number. Write numbers with commas between them, "
                "such as 15, 30, 45.",
                word=word,
                parameter=inputs.algorithm.parameterDefinition(name).description(),
            )
    return [float(word) for word in words]


def whole_numbers(inputs, name, highest):
    """Return whole numbers that rise, from 1 to the highest allowed."""
    found = numbers(inputs, name)
    rises = all(low < high for low, high in zip([0, *found], found))
    if not rises or found[-1] > highest or any(each % 1 for each in found):
        raise InputError(
            "The numbers in '{parameter}' must be whole, rise, and be from 1 to {highest}, such "
            "as 15, 30, 45.",
            parameter=inputs.algorithm.parameterDefinition(name).description(),
            highest=highest,
        )
    return [int(each) for each in found]


def compute(chosen, reach, kinds, progress):
    """Compute each measure for each kind.

    Parameters
    ----------
    chosen : Choices
    reach : Reach
    kinds : list of Kind
        What there is at the destinations.
    progress : callable

    Returns
    -------
    list of Field
    """
    steps = [(MEASURES[measure], kind) for measure in chosen.measures for kind in kinds]
    found = []
    for number, (measure, kind) in enumerate(steps):
        step = part(progress, number / len(steps), (number + 1) / len(steps))
        found += measure(chosen, reach, kind, step)
    return found + (_totals(chosen, kinds, found) if chosen.rules else [])


def _cumulative(chosen, reach, kind, progress):
    from ..methods.accessibility.opportunities import cumulative

    reached = cumulative(reach.times, kind.amounts, chosen.thresholds, progress=progress)
    return [
        Field(f"c{limit}_{kind.short}", "acc_cum", f"{kind.label}, {limit} min", values)
        for limit, values in zip(chosen.thresholds, reached.T)
    ]


def _gravity(chosen, reach, kind, progress):
    from ..methods.accessibility.opportunities import gravity

    values = gravity(reach.times, kind.amounts, chosen.weight, progress=progress)
    return [Field(f"g_{kind.short}", "acc_grav", kind.label, values)]


def _nearest(chosen, reach, kind, progress):
    """Find the times to the nearest destinations, each one opportunity, and the nearest."""
    import numpy as np

    from ..methods.accessibility.opportunities import closest, time_to_reach

    some = (np.nan_to_num(kind.amounts) > 0).astype(float)
    minutes = time_to_reach(reach.times, some, chosen.nearest, progress=part(progress, 0.0, 0.5))
    first = closest(reach.times, some, progress=part(progress, 0.5, 1.0)).destination
    names = np.append(reach.codes.to_numpy(dtype=object), None)[first]
    return [
        *(
            Field(f"n{number}_{kind.short}", "acc_near", f"{kind.label}, {number}", values)
            for number, values in zip(chosen.nearest, minutes.T)
        ),
        Field(f"to_{kind.short}", "acc_to", kind.label, names),
    ]


def _dual(chosen, reach, kind, progress):
    from ..methods.accessibility.opportunities import time_to_reach

    minutes = time_to_reach(reach.times, kind.amounts, chosen.numbers, progress=progress)
    return [
        Field(f"d{place}_{kind.short}", "acc_dual", f"{number:g} {kind.label}", values)
        for place, (number, values) in enumerate(zip(chosen.numbers, minutes.T), start=1)
    ]


def _fca(chosen, reach, kind, progress):
    from ..methods.accessibility.floating import floating_catchment

    found = floating_catchment(
        reach.times,
        kind.amounts,
        reach.population,
        chosen.weight,
        balanced=chosen.balanced,
        progress=progress,
    )
    return [Field(f"f_{kind.short}", "acc_fca", kind.label, found.access)]


def _score(chosen, reach, kind, progress):
    from ..methods.accessibility.score import accessibility_score

    rule = chosen.rules(kind.name)
    found = accessibility_score(reach.times, kind.amounts, rule, progress=progress)
    within = f"{kind.label}, {rule.minutes[-1]:g} min"
    return [
        Field(f"s_{kind.short}", "acc_sc", kind.label, found["score"].to_numpy()),
        Field(f"k_{kind.short}", "acc_choice", within, found["choices"].to_numpy()),
    ]


MEASURES = {
    "cumulative": _cumulative,
    "gravity": _gravity,
    "nearest": _nearest,
    "dual": _dual,
    "fca": _fca,
    "score": _score,
}


def _totals(chosen, kinds, found):
    """Weigh the scores of the kinds together."""
    import pandas as pd

    from ..methods.accessibility.score import total_score

    scores = [field for field in found if field.code == "acc_sc"]
    table = pd.DataFrame({kind.name: field.values for kind, field in zip(kinds, scores)})
    total = total_score(table, weights=[chosen.rules(kind.name).weight for kind in kinds])
    return [Field(code, code, "", total[code].to_numpy()) for code in ("acc_score", "acc_lack")]


def _decay(inputs):
    from ..methods.accessibility.decay import decay

    name, given = inputs.choice("DECAY"), inputs.number("PARAMETER")
    limit = inputs.number("LIMIT")
    return decay(
        name,
        PARAMETERS[name] if given is None else given,
        spread=inputs.number("SPREAD"),
        limit=float("inf") if limit is None else limit,
    )


def _rules(path):
    """Return what gives the rule of the score for the name of a kind."""
    from ..methods.accessibility.score import ScoreRule

    profile("accessibility", FIRST_RULE, path=path)  # says what is wrong with a file
    text = (path or PROFILES / "accessibility.json").read_text(encoding="utf-8-sig")
    rules = {
        key: ScoreRule.from_mapping(profile("accessibility", key, path=path))
        for key in json.loads(text)["profiles"]
    }
    by_type = {name.casefold(): rule for rule in rules.values() for name in rule.types}
    return lambda name: by_type.get(name.casefold(), rules[FIRST_RULE])
