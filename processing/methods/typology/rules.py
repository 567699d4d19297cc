"""Typology by rules: the first rule that a locality fulfils decides, and how near it is to others.

A rule is a tree of comparisons. How far a locality is from fulfilling it is the change of its
values that it takes, as a part of each threshold: all parts of *and* must change as much as the
hardest, of *or* the easiest is enough. This reading of "near the border" is our own choice.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from .ruletree import (
    All,
    AnyOf,
    Comparison,
    Condition,
    Rule,
    comparisons,
    fulfilled,
    negated,
    opposite,
)

Floats = NDArray[np.float64]
Numbers = NDArray[np.intp]


class Decisions(NamedTuple):
    """What the rules say of each locality.

    Attributes
    ----------
    rule : ndarray of int, shape (n,)
        The first rule that is fulfilled; -1 where none is.
    fulfilled : ndarray of bool, shape (n, rules)
        All rules that are fulfilled.
    unknown : ndarray of bool, shape (n,)
        Whether a rule above could not be judged for want of a value.
    nearest : ndarray of int, shape (n,)
        The rule of another class that takes the least change of values; -1 where no change of
        the compared values leads to one.
    distance : ndarray, shape (n,)
        That change, as a part of the thresholds; NaN where there is none.
    limit : tuple of Comparison or None, length n
        The comparison that takes it.
    """

    rule: Numbers
    fulfilled: NDArray[np.bool_]
    unknown: NDArray[np.bool_]
    nearest: Numbers
    distance: Floats
    limit: tuple[Comparison | None, ...]


class _Change(NamedTuple):
    """The largest change that each locality needs, the comparison that takes it, and the sum."""

    distance: Floats
    limit: Numbers
    total: Floats


def decide(rules: Sequence[Rule], classes: Sequence[str], values: pd.DataFrame) -> Decisions:
    """Find the rule that decides each locality's class, and the nearest other class.

    Parameters
    ----------
    rules : sequence of Rule
        In order: the first that is fulfilled decides.
    classes : sequence of str
        Class of each rule; several rules may lead to one class.
    values : DataFrame, n rows
        A column for each quantity of the rules; 1 or 0 for conditions. NaN where missing.

    Returns
    -------
    Decisions
        A rule that cannot be judged for want of a value is not fulfilled. Of equally near
        classes the one with the least sum of changes is the nearest, then the first.

    Examples
    --------
    >>> table = [Comparison("jobs", ">=", 100), All()]
    >>> found = decide(table, ["centre", "other"], pd.DataFrame({"jobs": [400.0, 95.0]}))
    >>> found.rule, found.nearest, found.distance
    (array([0, 1]), array([1, 0]), array([3.  , 0.05]))
    """
    truth = np.stack([fulfilled(rule, values) for rule in rules], axis=1)
    true = truth == 1
    first = np.where(true.any(axis=1), true.argmax(axis=1), -1)
    above = np.arange(len(rules)) < np.where(first < 0, len(rules), first)[:, None]

    leaves = sorted({leaf for rule in rules for leaf in comparisons(rule)}, key=repr)
    leaves = [each for leaf in leaves for each in (leaf, opposite(leaf))]
    numbers = {leaf: i for i, leaf in reversed(list(enumerate(leaves)))}
    needed = [_change(rule, values, numbers) for rule in rules]
    undone = [_undone(rule, values, numbers, true[:, i]) for i, rule in enumerate(rules)]
    paths = [
        _hardest([needed[i], *(undone[j] for j in range(i) if classes[j] != classes[i])])
        for i in range(len(rules))
    ]
    own = np.array([*classes, ""], dtype=object)[first]
    costs = np.stack([path.distance for path in paths], axis=1)
    costs[(np.array(classes, dtype=object) == own[:, None]) & (first >= 0)[:, None]] = np.inf
    totals = np.stack([path.total for path in paths], axis=1)
    least = costs == costs.min(axis=1, keepdims=True)
    nearest = np.where(least, totals, np.inf).argmin(axis=1)
    rows = np.arange(len(values))
    distance = costs[rows, nearest]
    reached = np.isfinite(distance)
    limits = np.stack([path.limit for path in paths], axis=1)[rows, nearest]
    return Decisions(
        rule=first,
        fulfilled=true,
        unknown=np.asarray((np.isnan(truth) & above).any(axis=1)),
        nearest=np.where(reached, nearest, -1),
        distance=np.where(reached, distance, np.nan),
        limit=tuple(
            _written(leaves[i], rules) if i >= 0 and fine else None
            for i, fine in zip(limits, reached)
        ),
    )


def _written(leaf: Comparison, rules: Sequence[Rule]) -> Comparison:
    """Return a comparison as the table has it, where it has its opposite."""
    there = {each for rule in rules for each in comparisons(rule)}
    return leaf if leaf in there else opposite(leaf)


def _change(rule: Rule, values: pd.DataFrame, numbers: dict[Comparison, int]) -> _Change:
    """Find the change that it takes to fulfil a rule; infinite where no comparison can help."""
    count = len(values)
    nothing = _constant(0.0, count)
    never = _constant(np.inf, count)
    if isinstance(rule, All):
        return _hardest([nothing, *(_change(part, values, numbers) for part in rule.parts)])
    if isinstance(rule, AnyOf):
        return _easiest([never, *(_change(part, values, numbers) for part in rule.parts)])
    holds = fulfilled(rule, values) == 1
    if isinstance(rule, Condition):
        impossible = np.where(holds, 0.0, np.inf)
        return _Change(impossible, nothing.limit, impossible)
    column = values[rule.quantity].to_numpy(dtype=float)
    apart = np.full(count, np.inf)
    if rule.threshold != 0:
        apart = np.abs(column - rule.threshold) / abs(rule.threshold)
    needed = np.where(holds, 0.0, np.where(np.isnan(apart), np.inf, apart))
    return _Change(needed, np.full(count, numbers[rule]), needed)


def _undone(
    rule: Rule, values: pd.DataFrame, numbers: dict[Comparison, int], true: NDArray[np.bool_]
) -> _Change:
    """Find the change that it takes until a rule is fulfilled no more; none where it is not."""
    change = _change(negated(rule), values, numbers)
    return _Change(
        np.where(true, change.distance, 0.0),
        np.where(true, change.limit, -1),
        np.where(true, change.total, 0.0),
    )


def _constant(distance: float, count: int) -> _Change:
    return _Change(np.full(count, distance), np.full(count, -1), np.full(count, distance))


def _hardest(changes: Sequence[_Change]) -> _Change:
    which = np.stack([change.distance for change in changes]).argmax(axis=0)
    total = np.sum([change.total for change in changes], axis=0)
    return _chosen(changes, which)._replace(total=total)


def _easiest(changes: Sequence[_Change]) -> _Change:
    return _chosen(changes, np.stack([change.distance for change in changes]).argmin(axis=0))


def _chosen(changes: Sequence[_Change], which: Numbers) -> _Change:
    rows = np.arange(len(which))
    distance, limit, total = (np.stack(parts)[which, rows] for parts in zip(*changes))
    return _Change(distance, limit, total)
