"""Rules as trees of comparisons, judged in three-valued logic."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Union

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Floats = NDArray[np.float64]

OPPOSITE = {">=": "<", "<": ">=", ">": "<=", "<=": ">"}
"""The comparisons that have a threshold, each with its negation."""


@dataclass(frozen=True)
class Comparison:
    """A quantity against a threshold; ``operator`` is one of :data:`OPPOSITE`."""

    quantity: str
    operator: str
    threshold: float


@dataclass(frozen=True)
class Condition:
    """Something that is so (1) or not (0), and that has no threshold to be near."""

    quantity: str
    wanted: bool = True


@dataclass(frozen=True)
class All:
    """Fulfilled where all parts are; without parts always, which is how *else* is written."""

    parts: tuple[Rule, ...] = ()


@dataclass(frozen=True)
class AnyOf:
    """Fulfilled where at least one part is; without parts never."""

    parts: tuple[Rule, ...] = ()


Rule = Union[Comparison, Condition, All, AnyOf]


def fulfilled(rule: Rule, values: pd.DataFrame) -> Floats:
    """Judge a rule in three-valued logic.

    Parameters
    ----------
    rule : Rule
    values : DataFrame, n rows
        As in :func:`decide`.

    Returns
    -------
    ndarray, shape (n,)
        1 fulfilled, 0 not, NaN where a missing value leaves it open.

    Examples
    --------
    >>> either = AnyOf((Comparison("jobs", ">", 5), Comparison("pop", ">", 5)))
    >>> fulfilled(either, pd.DataFrame({"jobs": [9.0, 1.0], "pop": [np.nan, np.nan]}))
    array([ 1., nan])
    """
    if isinstance(rule, (All, AnyOf)):
        # Unknown lies between no and yes: 0, 1/2, 1.
        parts = [np.nan_to_num(fulfilled(part, values), nan=0.5) for part in rule.parts]
        start = np.full(len(values), 1.0 if isinstance(rule, All) else 0.0)
        join = np.minimum if isinstance(rule, All) else np.maximum
        found = np.asarray(join.reduce([start, *parts]), dtype=float)
        return np.asarray(np.where(found == 0.5, np.nan, found), dtype=float)
    column = values[rule.quantity].to_numpy(dtype=float)
    if isinstance(rule, Condition):
        return column if rule.wanted else np.asarray(1.0 - column, dtype=float)
    holds = _compare(column, rule.operator, rule.threshold).astype(float)
    return np.where(np.isnan(column), np.nan, holds)


def negated(rule: Rule) -> Rule:
    """Turn a rule into its opposite, comparison by comparison.

    Parameters
    ----------
    rule : Rule

    Returns
    -------
    Rule

    Examples
    --------
    >>> negated(All((Comparison("jobs", ">=", 5.0), Condition("port"))))
    AnyOf(parts=(Comparison(quantity='jobs', operator='<', threshold=5.0), \
Condition(quantity='port', wanted=False)))
    """
    if isinstance(rule, Comparison):
        return opposite(rule)
    if isinstance(rule, Condition):
        return Condition(rule.quantity, not rule.wanted)
    other = AnyOf if isinstance(rule, All) else All
    return other(tuple(negated(part) for part in rule.parts))


def comparisons(rule: Rule) -> Iterator[Comparison]:
    """List the comparisons of a rule.

    Parameters
    ----------
    rule : Rule

    Yields
    ------
    Comparison

    Examples
    --------
    >>> [each.quantity for each in comparisons(All((Comparison("jobs", ">", 5),)))]
    ['jobs']
    """
    yield from (leaf for leaf in _leaves(rule) if isinstance(leaf, Comparison))


def quantities(rule: Rule) -> list[str]:
    """List what a rule looks at, each once.

    Parameters
    ----------
    rule : Rule

    Returns
    -------
    list of str
        In the order of the rule.

    Examples
    --------
    >>> quantities(All((Comparison("jobs", ">", 5), Comparison("jobs", "<", 9))))
    ['jobs']
    """
    return list(dict.fromkeys(leaf.quantity for leaf in _leaves(rule)))


def opposite(comparison: Comparison) -> Comparison:
    """Turn a comparison into its opposite.

    Parameters
    ----------
    comparison : Comparison

    Returns
    -------
    Comparison

    Examples
    --------
    >>> opposite(Comparison("jobs", ">=", 5))
    Comparison(quantity='jobs', operator='<', threshold=5)
    """
    return Comparison(comparison.quantity, OPPOSITE[comparison.operator], comparison.threshold)


def _leaves(rule: Rule) -> Iterator[Comparison | Condition]:
    if isinstance(rule, (All, AnyOf)):
        for part in rule.parts:
            yield from _leaves(part)
    else:
        yield rule


def _compare(column: Floats, operator: str, threshold: float) -> NDArray[np.bool_]:
    if operator in (">=", ">"):
        return np.asarray(column >= threshold if operator == ">=" else column > threshold)
    return np.asarray(column <= threshold if operator == "<=" else column < threshold)
