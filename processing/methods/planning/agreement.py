r"""How far actors agree.

References
----------
.. [1] Kendall, M. G., Babington Smith, B. (1939). The problem of m rankings. *Annals of
   Mathematical Statistics*, 10(3), 275-287. doi:10.1214/aoms/1177732186
.. [2] Schmidt, R. C. (1997). Managing Delphi surveys using nonparametric statistical techniques.
   *Decision Sciences*, 28(3), 763-774. doi:10.1111/j.1540-5915.1997.tb01330.x
.. [3] von der Gracht, H. A. (2012). Consensus measurement in Delphi studies. *Technological
   Forecasting and Social Change*, 79(8), 1525-1536. doi:10.1016/j.techfore.2012.04.013
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray
from scipy.special import chdtrc
from scipy.stats import kendalltau, rankdata

from ..errors import InputError

Floats = NDArray[np.float64]


class Concordance(NamedTuple):
    """Agreement of several rankings.

    Attributes
    ----------
    coefficient : float
        Kendall's W, 0 for none to 1 for full; NaN where every actor rates all things alike.
    chi_square : float
        Its test statistic, with one degree of freedom less than there are things.
    probability : float
        Of as much agreement by chance, right for seven things or more.
    """

    coefficient: float
    chi_square: float
    probability: float


def concordance(ratings: ArrayLike) -> Concordance:
    r"""Measure how far actors rank things alike, by Kendall's coefficient of concordance [1]_.

    .. math:: W = \frac{12 \sum_i (R_i - \bar R)^2}{m^2 (n^3 - n) - m \sum_j T_j}

    Parameters
    ----------
    ratings : array_like, shape (m, n)
        Scores or ranks by m actors of n things; equals share a mean rank.

    Returns
    -------
    Concordance

    Raises
    ------
    InputError
        If there are not two actors and two things, or a rating is missing.

    Examples
    --------
    >>> concordance([[1, 2, 3], [10, 20, 30], [4, 6, 9]]).coefficient
    1.0
    """
    table = _complete(ratings)
    actors, things = table.shape
    if actors < 2 or things < 2:
        raise InputError("Agreement needs at least two actors who rate at least two things.")
    ranks = rankdata(table, axis=1)
    sums = ranks.sum(axis=0)
    ties = sum(_ties(row) for row in ranks)
    whole = actors**2 * (things**3 - things) - actors * ties
    spread = float(((sums - sums.mean()) ** 2).sum())
    coefficient = 12 * spread / whole if whole > 0 else float("nan")
    chi_square = actors * (things - 1) * coefficient
    return Concordance(coefficient, chi_square, float(chdtrc(things - 1, chi_square)))


def agreement_level(
    coefficient: float, *, moderate: float = 0.3, good: float = 0.5, strong: float = 0.7
) -> str | None:
    """Put a coefficient of concordance into words [2]_.

    Parameters
    ----------
    coefficient : float
        Kendall's W.
    moderate, good, strong : float
        Where each level begins, itself included.

    Returns
    -------
    str or None
        "weak", "moderate", "good" or "strong"; None without a coefficient.

    Examples
    --------
    >>> agreement_level(0.5)
    'good'
    """
    if np.isnan(coefficient):
        return None
    bounds = np.array([moderate, good, strong])
    level = int(np.searchsorted(bounds, coefficient, side="right"))
    return ("weak", "moderate", "good", "strong")[level]


def pairwise_agreement(ratings: ArrayLike) -> Floats:
    """Compare each two actors' rankings by Kendall's rank correlation, tau-b.

    Parameters
    ----------
    ratings : array_like, shape (m, n)
        Scores or ranks by m actors of n things.

    Returns
    -------
    ndarray, shape (m, m)
        1 for the same order to -1 for the reverse; NaN where an actor rates all things alike.

    Raises
    ------
    InputError
        If a rating is missing.

    Examples
    --------
    >>> pairwise_agreement([[1, 2, 3], [3, 2, 1]]).tolist()
    [[1.0, -1.0], [-1.0, 1.0]]
    """
    table = _complete(ratings)
    result = np.ones((len(table), len(table)))
    for first in range(len(table)):
        for second in range(first + 1):
            value = float(kendalltau(table[first], table[second])[0])
            result[first, second] = result[second, first] = value
    return np.round(result, 12)


def consensus(
    ratings: ArrayLike,
    *,
    low: float,
    high: float,
    spread: float = 20.0,
    near: float = 75.0,
    step: float = 1.0,
) -> pd.DataFrame:
    """Tell on what actors agree, and what they are split on, in a round of ratings [3]_.

    Parameters
    ----------
    ratings : array_like, shape (m, n)
        Ratings by m actors of n statements, NaN where an actor has none.
    low, high : float
        Ends of the scale, such as 1 and 5.
    spread : float
        Largest distance between the quartiles for a consensus [% of the scale], and at least one
        step.
    near : float
        Or else smallest share of the actors within a step of the median [%].
    step : float
        Step of the scale.

    Returns
    -------
    DataFrame, n rows
        ``answers`` number of ratings; ``median``; ``quartiles`` distance between the quartiles;
        ``polarised`` four times the variance over the square of the scale: 0 all alike to 1 half
        of the actors at either end; ``agreed`` whether there is consensus. NaN, and no consensus,
        without ratings.

    Raises
    ------
    InputError
        If a rating is outside the scale.

    Examples
    --------
    >>> consensus([[4, 1], [4, 5], [5, 1], [4, 5]], low=1, high=5)[["polarised", "agreed"]]
       polarised  agreed
    0   0.046875    True
    1   1.000000   False
    """
    table = np.atleast_2d(np.asarray(ratings, dtype=float))
    known = ~np.isnan(table)
    if (known & ~((table >= low) & (table <= high))).any():
        raise InputError(
            "A rating lies outside the scale from {low} to {high}.", low=low, high=high
        )
    rows = []
    for column, has in zip(table.T, known.T):
        given = column[has]
        if not len(given):
            rows.append((0, np.nan, np.nan, np.nan, False))
            continue
        lower, median, upper = np.percentile(given, [25, 50, 75])
        narrow = upper - lower <= max(spread / 100 * (high - low), step)
        close = 100 * (np.abs(given - median) <= step).mean() >= near
        polarised = 4 * given.var() / (high - low) ** 2
        rows.append((len(given), median, upper - lower, polarised, bool(narrow or close)))
    return pd.DataFrame(rows, columns=["answers", "median", "quartiles", "polarised", "agreed"])


def _complete(ratings: ArrayLike) -> Floats:
    table: Floats = np.atleast_2d(np.asarray(ratings, dtype=float))
    if np.isnan(table).any():
        raise InputError(
            "A rating is missing; rankings can be compared only where every actor rates everything."
        )
    return table


def _ties(ranks: Floats) -> float:
    counts = np.unique(ranks, return_counts=True)[1].astype(float)
    return float((counts**3 - counts).sum())
