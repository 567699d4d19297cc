r"""How evenly accessibility is spread over people.

References
----------
.. [1] Lerman, R. I., Yitzhaki, S. (1989). Improving the accuracy of estimates of Gini
   coefficients. *Journal of Econometrics*, 42(1), 43-47. doi:10.1016/0304-4076(89)90074-2
.. [2] Palma, J. G. (2011). Homogeneous middles vs. heterogeneous tails. *Development and Change*,
   42(1), 87-153. doi:10.1111/j.1467-7660.2011.01694.x
.. [3] Liu, D., Kwan, M.-P. (2020). Measuring spatial mismatch and job access inequity based on
   transit-based job accessibility for poor job seekers. *Travel Behaviour and Society*, 19,
   184-193. doi:10.1016/j.tbs.2020.01.005
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from ..ratios import SMALLEST_BASE

Floats = NDArray[np.float64]

POOREST, RICHEST = 0.4, 0.1
"""Shares of the population that the Palma ratio compares [2]_."""


def gini(values: ArrayLike, population: ArrayLike) -> float:
    r"""Gini coefficient of what people have [1]_.

    .. math:: G = \frac{\sum_i \sum_j p_i p_j |x_i - x_j|}{2 \mu P^2}

    Parameters
    ----------
    values : array_like, shape (n,)
        What each inhabitant of a place has, 0 or more; places with NaN are left out.
    population : array_like, shape (n,)
        Inhabitants of each place.

    Returns
    -------
    float
        0 where all have the same, towards 1 where one has all; NaN where nobody has anything.

    Examples
    --------
    >>> gini([0, 1], [50, 50])
    0.5
    """
    amount, people = _of_people(values, population)
    order = np.argsort(amount, kind="stable")
    people, total = people[order], (amount * people)[order].cumsum()
    if not len(total) or not total[-1] > 0:
        return float("nan")
    below = np.r_[0.0, total[:-1]]
    return float(1 - (people * (below + total)).sum() / (people.sum() * total[-1]))


def palma(values: ArrayLike, population: ArrayLike, *, order: ArrayLike | None = None) -> float:
    """Mean of the top tenth of the population over that of the bottom four tenths [2]_ [3]_.

    Parameters
    ----------
    values : array_like, shape (n,)
        What each inhabitant of a place has, 0 or more; places with NaN are left out.
    population : array_like, shape (n,)
        Inhabitants of each place; a place on the border of a tenth counts in part.
    order : array_like, shape (n,), optional
        What the population is ranked by, such as income; by the values themselves if not given.
        Places with the same rank count alike.

    Returns
    -------
    float
        1 where both have the same; NaN where the bottom four tenths have nothing.

    Examples
    --------
    >>> palma([1, 2, 4], [40, 50, 10])
    4.0
    """
    rank = np.asarray(values if order is None else order, dtype=float)
    ranked = ~np.isnan(rank)
    amount, people, rank = _of_people(
        np.asarray(values, dtype=float)[ranked], np.asarray(population)[ranked], rank[ranked]
    )
    group = np.unique(rank, return_inverse=True)[1].ravel()
    share = np.r_[0.0, np.bincount(group, people).cumsum()]
    total = np.r_[0.0, np.bincount(group, amount * people).cumsum()]
    if not share[-1] > 0:
        return float("nan")
    bottom, below_top = np.interp([POOREST, 1 - RICHEST], share / share[-1], total)
    top = total[-1] - below_top
    return float(top / RICHEST / (bottom / POOREST)) if bottom > 0 else float("nan")


def equity(
    values: ArrayLike,
    populations: pd.DataFrame,
    *,
    thresholds: Sequence[float] = (),
    order: ArrayLike | None = None,
    smallest_base: float = SMALLEST_BASE,
) -> pd.DataFrame:
    """Mean, spread and shortage of accessibility, for each group of people.

    Parameters
    ----------
    values : array_like, shape (n,)
        Accessibility of each place; NaN where it has none.
    populations : DataFrame, n rows
        Persons of each group in each place, one column per group: all, by age, by class of place
        (see :func:`by_class`).
    thresholds : sequence of float
        Values below which a person lacks accessibility.
    order : array_like, shape (n,), optional
        What the Palma ratio ranks by, see :func:`palma`.
    smallest_base : float
        Groups with fewer persons show nothing.

    Returns
    -------
    DataFrame, one row per group
        ``group``; ``persons`` with a value; ``no_value`` persons in places without one; ``mean``
        per person; ``gini``; ``palma``; for each threshold ``below_<threshold>``, the share of
        persons with less [%].

    Examples
    --------
    >>> found = equity([10, 30], pd.DataFrame({"all": [25, 75]}), thresholds=[20])
    >>> found[["group", "persons", "mean", "below_20"]].values.tolist()
    [['all', 100.0, 25.0, 25.0]]
    """
    amount = np.asarray(values, dtype=float)
    rank = amount if order is None else np.asarray(order, dtype=float)
    rows = []
    for name in populations.columns:
        people = np.nan_to_num(populations[name].to_numpy(dtype=float))
        measures = _measures(amount, people, thresholds, rank, smallest_base)
        rows.append({"group": str(name), **measures})
    return pd.DataFrame(rows)


def _measures(
    values: Floats, people: Floats, thresholds: Sequence[float], rank: Floats, smallest_base: float
) -> dict[str, float]:
    """Measure one group; NaN for all but the numbers of persons where it is too small."""
    has = ~np.isnan(values)
    persons = float(people[has].sum())
    enough = persons > 0 and persons >= smallest_base
    sums = {"mean": float((values * people)[has].sum())}
    for threshold in thresholds:
        sums[f"below_{threshold:g}"] = 100 * float(people[has & (values < threshold)].sum())
    means = {name: total / persons if enough else np.nan for name, total in sums.items()}
    return {
        "persons": persons,
        "no_value": float(people[~has].sum()),
        "mean": means.pop("mean"),
        "gini": gini(values, people) if enough else np.nan,
        "palma": palma(values, people, order=rank) if enough else np.nan,
        **means,
    }


def by_class(population: ArrayLike, classes: ArrayLike) -> pd.DataFrame:
    """Spread the population of places over one column per class of place.

    Parameters
    ----------
    population : array_like, shape (n,)
        Persons in each place.
    classes : array_like, shape (n,)
        Class of each place: a type of locality, a municipality, an income decile; places without
        one are in no column.

    Returns
    -------
    DataFrame, n rows
        One column per class, sorted.

    Examples
    --------
    >>> by_class([5, 7, 2], ["town", "village", "town"])
       town  village
    0   5.0      0.0
    1   0.0      7.0
    2   2.0      0.0
    """
    people = np.asarray(population, dtype=float)
    name = pd.Series(np.asarray(classes, dtype=object))
    return pd.DataFrame(
        {
            value: np.where((name == value).to_numpy(dtype=bool), people, 0.0)
            for value in sorted(name.dropna().unique())
        },
        index=range(len(people)),
    )


def _of_people(values: ArrayLike, population: ArrayLike, *others: Floats) -> tuple[Floats, ...]:
    """Values and persons of the places that have both."""
    amount, people = np.asarray(values, dtype=float), np.asarray(population, dtype=float)
    used = ~np.isnan(amount) & (people > 0)
    return (amount[used], people[used], *(other[used] for other in others))
