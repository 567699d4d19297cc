r"""Who has little accessibility, for groups of people and areas.

References
----------
.. [1] Lucas, K., van Wee, B., Maat, K. (2016). A method to evaluate equitable accessibility:
   combining ethical theories and accessibility-based approaches. *Transportation*, 43(3), 473-490.
   doi:10.1007/s11116-015-9585-2
"""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from ..progress import Progress, silent
from ..ratios import SMALLEST_BASE, ratio
from .equity import equity

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


def weighted_median(values: ArrayLike, population: ArrayLike) -> float:
    """Value that half of the people have at most.

    Parameters
    ----------
    values : array_like, shape (n,)
        What each inhabitant of a place has; places with NaN are left out.
    population : array_like, shape (n,)
        Inhabitants of each place; missing counts as 0.

    Returns
    -------
    float
        The lowest value that is not below half of the people's; NaN where nobody has a value.

    Examples
    --------
    >>> weighted_median([30, 10, 20], [49, 50, 1])
    10.0
    """
    amount = np.asarray(values, dtype=float)
    people = np.nan_to_num(np.asarray(population, dtype=float))
    used = np.flatnonzero(~np.isnan(amount) & (people > 0))
    if not len(used):
        return math.nan
    order = used[np.argsort(amount[used], kind="stable")]
    below = people[order].cumsum()
    return float(amount[order[np.searchsorted(below, below[-1] / 2)]])


def falls_short(
    values: ArrayLike, population: ArrayLike, *, share: float = 50.0, longest: float | None = None
) -> Flags:
    """Find the places whose people have little: less than a share of the median, or too long.

    A relative line for what is reached, and an absolute one for how long it takes [1]_.

    Parameters
    ----------
    values : array_like, shape (n,)
        Opportunities within reach, or times [min] where ``longest`` is given.
    population : array_like, shape (n,)
        Inhabitants of each place, for the median.
    share : float
        Less than this share of the people's median is little [%].
    longest : float, optional
        The values are times, of which longer ones, and missing ones, are too long [min].

    Returns
    -------
    ndarray of bool, shape (n,)
        False where what is reached is missing.

    Examples
    --------
    >>> falls_short([100, 49, 200], [10, 10, 10]).tolist()
    [False, True, False]
    >>> falls_short([30, 31, float("nan")], [10, 10, 10], longest=30).tolist()
    [False, True, True]
    """
    amount = np.asarray(values, dtype=float)
    if longest is not None:
        return np.asarray(~(amount <= longest))
    return np.asarray(amount < share / 100 * weighted_median(amount, population))


def equity_by_area(
    values: ArrayLike,
    short: ArrayLike,
    populations: pd.DataFrame,
    areas: ArrayLike,
    *,
    smallest_base: float = SMALLEST_BASE,
    progress: Progress = silent,
) -> pd.DataFrame:
    """Mean, median, spread and shortage for each group of people, in all and for each area.

    Parameters
    ----------
    values : array_like, shape (n,)
        Accessibility of each place; NaN where it has none.
    short : array_like of bool, shape (n,)
        Whether a place's people have too little, see :func:`falls_short`.
    populations : DataFrame, n rows
        Persons of each group in each place, one column per group.
    areas : array_like, shape (n,)
        Area of each place, such as its municipality; places without one count in all only.
    smallest_base : float
        Groups with fewer persons show nothing.
    progress : callable
        Told the fraction done.

    Returns
    -------
    DataFrame, a row for each area and group
        ``area`` (None: all places; those come first, the areas sorted), ``group``, ``persons``
        with a value, ``no_value`` persons without, ``mean``, ``gini`` and ``palma`` as
        :func:`~.equity.equity` gives them, ``median`` and ``short``, the share of all persons,
        with or without a value, who have too little [%].

    Examples
    --------
    >>> found = equity_by_area([10, 30, 50], [True, False, False],
    ...                        pd.DataFrame({"all": [20, 30, 50]}), ["A", "A", "B"])
    >>> found[["area", "mean", "median", "short"]].values.tolist()
    [[None, 36.0, 30.0, 20.0], ['A', 22.0, 30.0, 40.0], ['B', 50.0, 50.0, 0.0]]
    """
    amount, little = np.asarray(values, dtype=float), np.asarray(short, dtype=bool)
    name = pd.Series(np.asarray(areas, dtype=object))
    known = sorted(name.dropna().unique(), key=str)
    parts = []
    for number, area in enumerate([None, *known]):
        progress(number / (len(known) + 1))
        rows = np.arange(len(name)) if area is None else np.flatnonzero(name == area)
        people = populations.iloc[rows]
        found = equity(amount[rows], people, smallest_base=smallest_base)
        medians = [weighted_median(amount[rows], people[column]) for column in people]
        wanting = people.fillna(0).to_numpy(dtype=float).T @ little[rows]
        everyone = (found["persons"] + found["no_value"]).to_numpy()
        found.insert(0, "area", np.array([area] * len(found), dtype=object))
        enough = found["mean"].notna()
        parts.append(
            found.assign(
                median=np.where(enough, medians, np.nan),
                short=ratio(wanting, everyone, smallest_base=smallest_base, scale=100),
            )
        )
    return pd.concat(parts, ignore_index=True)
