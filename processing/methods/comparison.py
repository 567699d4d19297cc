"""What scenarios change, for whom, and which changes most for what it takes to run.

A measure has a direction: more of it is better, less is better, or neither. People win where the
measure gets better by at least the smallest difference that matters.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from .accessibility.times import TravelTimes
from .errors import InputError

Floats = NDArray[np.float64]

DIRECTIONS = {"more": 1.0, "less": -1.0, "neutral": 0.0}
ROUNDING = 1e-9
"""Differences of this part of the values are taken for rounding."""


class Change(NamedTuple):
    """Change of a measure in places.

    Attributes
    ----------
    difference : ndarray, shape (n,)
        After less before; NaN where either is missing.
    outcome : ndarray, shape (n,)
        1 better, 0 no difference that matters, -1 worse; NaN where that cannot be told.
    """

    difference: Floats
    outcome: Floats


def change(before: ArrayLike, after: ArrayLike, *, direction: str, smallest: float = 0.0) -> Change:
    """Tell where a measure gets better or worse.

    Parameters
    ----------
    before, after : array_like, shape (n,)
        The measure in each place; NaN where it is missing.
    direction : str
        "more", "less" or "neutral". Where less is better, as with times, a value that is missing
        only before is better than none, and one that is missing only after is worse: something
        can be reached at last, or no longer.
    smallest : float
        Smallest difference that matters, in the measure's unit.

    Returns
    -------
    Change
        All outcomes of a neutral measure are NaN.

    Raises
    ------
    InputError
        If the direction is unknown or the smallest difference negative.

    Examples
    --------
    >>> change([10, 10, np.nan], [12, 11, 5], direction="more", smallest=2).outcome.tolist()
    [1.0, 0.0, nan]
    >>> change([10, np.nan], [12, 5], direction="less").outcome.tolist()
    [-1.0, 1.0]
    """
    if direction not in DIRECTIONS or not smallest >= 0:
        raise InputError(
            "A measure gets better by more or less of it, by a smallest difference of 0 or more, "
            "not by '{direction}' and {smallest}.",
            direction=direction,
            smallest=smallest,
        )
    old, new = (np.asarray(values, dtype=np.float64) for values in (before, after))
    difference = new - old
    margin = ROUNDING * np.maximum(np.abs(old), np.abs(new))
    matters = (np.abs(difference) > margin) & (np.abs(difference) >= smallest - margin)
    outcome = np.where(matters, DIRECTIONS[direction] * np.sign(difference), 0.0)
    outcome = np.where(np.isnan(difference), np.nan, outcome)
    if direction == "less":
        outcome = np.where(np.isnan(old) & ~np.isnan(new), 1.0, outcome)
        outcome = np.where(~np.isnan(old) & np.isnan(new), -1.0, outcome)
    if direction == "neutral":
        outcome = np.full(len(outcome), np.nan)
    return Change(difference, outcome)


class Tally(NamedTuple):
    """How many people a change makes better or worse off, and what they have on average.

    Attributes
    ----------
    better, same, worse, unknown : float
        Persons.
    net : float
        Better less worse.
    share : float
        Better of those of whom it can be told [%]; NaN on fewer than the smallest base.
    before, after : float
        Mean of the persons there, before with their number then, after with the added ones; over
        places with a value both times. NaN without any.
    """

    better: float
    same: float
    worse: float
    unknown: float
    net: float
    share: float
    before: float
    after: float


def tally(
    found: Change,
    before: ArrayLike,
    after: ArrayLike,
    people: ArrayLike,
    *,
    added: ArrayLike | float = 0.0,
    smallest_base: float = 10.0,
) -> Tally:
    """Count the winners and losers of a change.

    Parameters
    ----------
    found : Change
        As from `change`.
    before, after : array_like, shape (n,)
        The measure.
    people : array_like, shape (n,)
        Persons, residents or jobs, who are there before; a missing number is 0.
    added : array_like, shape (n,)
        Persons who come with the scenario. They neither win nor lose, but count in the mean
        after it.
    smallest_base : float
        Smallest number of persons for a share.

    Returns
    -------
    Tally

    Raises
    ------
    InputError
        If a number of persons is negative.

    Examples
    --------
    >>> old, new = [10.0, 10.0, 10.0], [12.0, 10.0, 9.0]
    >>> found = tally(change(old, new, direction="more"), old, new, [100, 50, 50])
    >>> found.better, found.worse, found.share, found.after
    (100.0, 50.0, 50.0, 10.75)
    """
    old, new = (np.asarray(values, dtype=np.float64) for values in (before, after))
    weight = np.nan_to_num(np.asarray(people, dtype=np.float64))
    later = weight + np.nan_to_num(np.broadcast_to(np.asarray(added, np.float64), weight.shape))
    if (weight < 0).any() or (later < 0).any():
        raise InputError(
            "Numbers of persons must be 0 or more, also with those added or taken away."
        )
    better, same, worse = (float(weight[found.outcome == sign].sum()) for sign in (1, 0, -1))
    known = better + same + worse
    both = ~np.isnan(old + new)
    return Tally(
        better,
        same,
        worse,
        float(weight[np.isnan(found.outcome)].sum()),
        better - worse,
        100 * better / known if known > 0 and known >= smallest_base else np.nan,
        _mean(old[both], weight[both]),
        _mean(new[both], later[both]),
    )


def _mean(values: Floats, weight: Floats) -> float:
    total = float(weight.sum())
    return float((values * weight).sum()) / total if total > 0 else np.nan


def ranking(net: ArrayLike, hours: ArrayLike) -> pd.DataFrame:
    """Rank scenarios by how many more people they help than harm, per added vehicle-hour.

    A scenario that helps without more vehicle-hours comes before all that need some, and one
    that harms more than it helps after them. Where no vehicle-hours are known at all, the numbers
    of people decide.

    Parameters
    ----------
    net : array_like, shape (n,)
        People better off less people worse off.
    hours : array_like, shape (n,)
        Added vehicle-hours [h a day]; NaN where they are not known.

    Returns
    -------
    DataFrame
        ``per_hour`` [persons per vehicle-hour a day], NaN where no hours are added or known, and
        ``rank`` [1 is best, equal ones share it; NaN where the hours of this one are not known,
        but those of others are].

    Examples
    --------
    >>> ranking([100, 60, 50], [20.0, 6.0, -1.0])["rank"].tolist()
    [3.0, 2.0, 1.0]
    """
    people, time = (np.asarray(values, dtype=np.float64) for values in (net, hours))
    costs = time > 0
    ratio = np.divide(people, time, out=np.full(len(people), np.nan), where=costs)
    group, value = np.zeros(len(people)), people
    if not np.isnan(time).all():
        group = np.select([np.isnan(time), people < 0, costs | (people == 0)], [np.nan, 2.0, 1.0])
        value = np.where(costs & (people >= 0), ratio, people)
    ahead = (group < group[:, None]) | ((group == group[:, None]) & (value > value[:, None]))
    rank = np.where(np.isnan(group), np.nan, 1.0 + ahead.sum(axis=1))
    return pd.DataFrame({"per_hour": ratio, "rank": rank})


def pair_changes(before: TravelTimes, after: TravelTimes, *, smallest: float = 0.0) -> pd.DataFrame:
    """Tell between which places the travel time changes.

    Parameters
    ----------
    before, after : TravelTimes
        Between the same places.
    smallest : float
        Smallest difference that matters [min].

    Returns
    -------
    DataFrame
        A row for each pair with a difference that matters: ``origin``, ``destination``,
        ``before``, ``after``, ``difference`` [min] and ``outcome`` [1 better, -1 worse]; a pair
        that is connected only before or after has one of the times.

    Examples
    --------
    >>> from .accessibility.times import times_from_matrix
    >>> old, new = times_from_matrix([[0, 30, 50]]), times_from_matrix([[0, 20, np.nan]])
    >>> pair_changes(old, new)[["destination", "difference", "outcome"]].values.tolist()
    [[1.0, -10.0, 1.0], [2.0, nan, -1.0]]
    """
    minutes = [_by_pair(times) for times in (before, after)]
    pair = np.union1d(*(each.index for each in minutes))
    old, new = (each.reindex(pair).to_numpy() for each in minutes)
    found = change(old, new, direction="less", smallest=smallest)
    origin, destination = np.divmod(pair, max(before.destinations, 1))
    columns = {"origin": origin, "destination": destination, "before": old, "after": new}
    table = pd.DataFrame(columns).assign(difference=found.difference, outcome=found.outcome)
    return table[table["outcome"] != 0].reset_index(drop=True)


def _by_pair(times: TravelTimes) -> pd.Series[float]:
    origin = np.repeat(np.arange(times.origins), np.diff(times.starts))
    return pd.Series(times.minutes, index=origin * times.destinations + times.destination)
