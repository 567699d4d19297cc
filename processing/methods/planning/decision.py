r"""A decision: alternatives rated on criteria that weigh more or less.

References
----------
.. [1] Barron, F. H., Barrett, B. E. (1996). Decision quality using ranked attribute weights.
   *Management Science*, 42(11), 1515-1523. doi:10.1287/mnsc.42.11.1515
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.stats import rankdata

from ..errors import InputError

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Decision:
    """The alternatives that can be compared; make one with :func:`decision`.

    Attributes
    ----------
    values : ndarray, shape (m, c)
        Alternatives without gaps, by criterion.
    benefit : ndarray of bool, shape (c,)
        Whether more is better.
    weights : ndarray, shape (c,)
        Weights that sum to 1.
    complete : ndarray of bool, shape (n,)
        Which of all alternatives these are.
    """

    values: Floats
    benefit: Bools
    weights: Floats
    complete: Bools

    def spread(self, scores: Floats) -> Floats:
        """Scores of all alternatives, NaN for those with gaps.

        Parameters
        ----------
        scores : ndarray, shape (m,)

        Returns
        -------
        ndarray, shape (n,)
        """
        result = np.full(len(self.complete), np.nan)
        result[self.complete] = scores
        return result

    @property
    def directed(self) -> Floats:
        """Values with the sign turned where less is better."""
        return np.where(self.benefit, self.values, -self.values)


def decision(
    values: ArrayLike, *, directions: ArrayLike | None = None, weights: ArrayLike | None = None
) -> Decision:
    """Check alternatives, directions and weights.

    Parameters
    ----------
    values : array_like, shape (n, c)
        Alternatives by criterion; those with a gap (NaN) are not compared.
    directions : array_like, shape (c,), optional
        1 where more is better, -1 where less is; 1 throughout if not given.
    weights : array_like, shape (c,), optional
        Weights of 0 or more in any unit; alike if not given.

    Returns
    -------
    Decision
        With weights that sum to 1.

    Raises
    ------
    InputError
        If the parts do not fit, a direction is neither 1 nor -1, a weight is negative, all are 0,
        or every alternative has a gap.

    Examples
    --------
    >>> decision([[3, 5], [4, 1]], weights=[3, 1]).weights.tolist()
    [0.75, 0.25]
    """
    matrix = np.asarray(values, dtype=float)
    if matrix.ndim != 2 or not matrix.shape[1]:
        raise InputError("Choose at least one criterion to rate the alternatives on.")
    count = matrix.shape[1]
    signs = np.ones(count) if directions is None else np.asarray(directions, dtype=float)
    if signs.shape != (count,) or not np.isin(signs, (-1, 1)).all():
        raise InputError(
            "Tell for each of the {count} criteria whether more is better (1) or less (-1).",
            count=count,
        )
    complete = np.isfinite(matrix).all(axis=1)
    if len(matrix) and not complete.any():
        raise InputError(
            "Every alternative lacks a value in some criterion; fill in the values, or leave "
            "criteria out."
        )
    return Decision(matrix[complete], signs > 0, shares_of(weights, count), complete)


def shares_of(weights: ArrayLike | None, count: int) -> Floats:
    """Weights as shares of their sum.

    Parameters
    ----------
    weights : array_like, shape (count,), optional
        Weights of 0 or more in any unit; alike if not given.
    count : int
        Number of criteria, or of actors.

    Returns
    -------
    ndarray, shape (count,)

    Raises
    ------
    InputError
        If there is not one for each, one is negative, or all are 0.

    Examples
    --------
    >>> shares_of([2, 6], 2).tolist()
    [0.25, 0.75]
    """
    given = np.ones(count) if weights is None else np.asarray(weights, dtype=float)
    if given.shape != (count,) or not (given >= 0).all() or not 0 < given.sum() < np.inf:
        raise InputError(
            "Give a weight of 0 or more for each of the {count} criteria, and at least one above "
            "0.",
            count=count,
        )
    return np.asarray(given / given.sum())


def rank_order_weights(count: int) -> Floats:
    r"""Weights of criteria of which only the order is known [1]_.

    .. math:: w_k = \frac{1}{n} \sum_{i=k}^n \frac{1}{i}

    Parameters
    ----------
    count : int
        Number of criteria, the most important first.

    Returns
    -------
    ndarray, shape (count,)
        Weights that sum to 1, falling: the centre of all weights with that order.

    Examples
    --------
    >>> rank_order_weights(2).tolist()
    [0.75, 0.25]
    """
    return np.asarray((1 / np.arange(1, count + 1))[::-1].cumsum()[::-1] / count)


def normalised(given: Decision, scaling: str = "minmax") -> Floats:
    """Bring the criteria to a common scale on which more is better.

    Parameters
    ----------
    given : Decision
        m alternatives and c criteria.
    scaling : {"minmax", "sum", "vector"}
        ``minmax``: 0 for the worst, 1 for the best, 0.5 throughout where all are alike. ``sum``:
        shares of the sum, of the reciprocals where less is better. ``vector``: parts of a vector
        of length 1, negative where less is better.

    Returns
    -------
    ndarray, shape (m, c)

    Raises
    ------
    InputError
        If shares are asked for and a value is not above 0.

    Examples
    --------
    >>> normalised(decision([[1, 5], [3, 5]])).tolist()
    [[0.0, 0.5], [1.0, 0.5]]
    """
    if scaling == "sum":
        return _shares(given)
    if scaling == "vector":
        length = np.sqrt((given.values**2).sum(axis=0))
        return np.divide(given.directed, length, out=np.zeros_like(given.values), where=length > 0)
    values = given.directed
    low, high = values.min(axis=0, initial=np.inf), values.max(axis=0, initial=-np.inf)
    return np.divide(values - low, high - low, out=np.full_like(values, 0.5), where=high > low)


def _shares(given: Decision) -> Floats:
    if not (given.values > 0).all():
        column = int(np.argmin((given.values > 0).all(axis=0)))
        raise InputError(
            "Shares need values above 0, which criterion number {column} does not have "
            "throughout; choose another way to scale.",
            column=column + 1,
        )
    values = np.where(given.benefit, given.values, 1 / given.values)
    return np.asarray(values / values.sum(axis=0))


def ranks(scores: ArrayLike, *, lowest_first: bool = False) -> Floats:
    """Rank alternatives, 1 for the best; equals share the better rank.

    Parameters
    ----------
    scores : array_like, shape (n,)
        NaN for alternatives that are not compared.
    lowest_first : bool
        Whether the lowest score is the best.

    Returns
    -------
    ndarray, shape (n,)
        Ranks, NaN where there is no score. Scores that are equal to ten decimals are
        equal.

    Examples
    --------
    >>> ranks([0.5, 0.9, 0.5, float("nan")])
    array([ 2.,  1.,  2., nan])
    """
    values = np.asarray(scores, dtype=float)
    known = ~np.isnan(values)
    result = np.full(values.shape, np.nan)
    rounded = np.round(values[known], 10)
    result[known] = rankdata(rounded if lowest_first else -rounded, method="min")
    return result
