r"""Scores of alternatives: weighted sum and product, TOPSIS, VIKOR.

References
----------
.. [1] Fishburn, P. C. (1967). Additive utilities with incomplete product sets. *Operations
   Research*, 15(3), 537-542. doi:10.1287/opre.15.3.537
.. [2] Bridgman, P. W. (1922). *Dimensional analysis*. Yale University Press.
.. [3] Hwang, C.-L., Yoon, K. (1981). *Multiple attribute decision making*. Springer.
   doi:10.1007/978-3-642-48318-9
.. [4] Opricovic, S., Tzeng, G.-H. (2004). Compromise solution by MCDM methods. *European Journal
   of Operational Research*, 156(2), 445-455. doi:10.1016/S0377-2217(03)00020-1
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..errors import InputError
from .decision import Decision, normalised

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

ROUNDING = 1e-10


def weighted_sum(given: Decision, *, scaling: str = "minmax") -> Floats:
    """Score alternatives by the weighted mean of their scaled criteria [1]_.

    A shortcoming in one criterion can be made good in another.

    Parameters
    ----------
    given : Decision
        n alternatives.
    scaling : {"minmax", "sum"}
        See :func:`.decision.normalised`.

    Returns
    -------
    ndarray, shape (n,)
        0 to 1, more is better; NaN for alternatives with gaps.

    Examples
    --------
    >>> from .decision import decision
    >>> weighted_sum(decision([[1, 9], [3, 5]], weights=[3, 1])).tolist()
    [0.25, 0.75]
    """
    return given.spread(normalised(given, scaling) @ given.weights)


def weighted_product(given: Decision) -> Floats:
    r"""Score alternatives by the weighted geometric mean of their shares [2]_.

    .. math:: S_a = \prod_k r_{ak}^{w_k}

    Parameters
    ----------
    given : Decision
        n alternatives, with values above 0.

    Returns
    -------
    ndarray, shape (n,)
        0 to 1, more is better; NaN for alternatives with gaps.

    Raises
    ------
    InputError
        If a value is not above 0.

    Examples
    --------
    >>> from .decision import decision
    >>> weighted_product(decision([[1, 4], [1, 1]])).round(6).tolist()
    [0.632456, 0.316228]
    """
    return given.spread(np.prod(normalised(given, "sum") ** given.weights, axis=1))


def topsis(given: Decision, *, scaling: str = "vector") -> Floats:
    r"""Score alternatives by how near they are to the best and how far from the worst [3]_.

    .. math:: C_a = \frac{d_a^-}{d_a^+ + d_a^-}

    Parameters
    ----------
    given : Decision
        n alternatives.
    scaling : {"vector", "minmax"}
        See :func:`.decision.normalised`.

    Returns
    -------
    ndarray, shape (n,)
        0 to 1, more is better, 0.5 where all are alike; NaN for alternatives with gaps.

    Examples
    --------
    >>> from .decision import decision
    >>> topsis(decision([[1, 2], [3, 2], [2, 2]])).round(6).tolist()
    [0.0, 1.0, 0.5]
    """
    weighted = normalised(given, scaling) * given.weights
    if not len(weighted):
        return given.spread(np.empty(0))
    from_best = np.sqrt(((weighted - weighted.max(axis=0)) ** 2).sum(axis=1))
    from_worst = np.sqrt(((weighted - weighted.min(axis=0)) ** 2).sum(axis=1))
    whole = from_best + from_worst
    return given.spread(np.divide(from_worst, whole, out=np.full_like(whole, 0.5), where=whole > 0))


class Vikor(NamedTuple):
    """Compromise between the many and the one; less is better throughout.

    Attributes
    ----------
    score : ndarray, shape (n,)
        Both together, 0 for the best to 1.
    group : ndarray, shape (n,)
        Weighted regret over all criteria, 0 to 1.
    single : ndarray, shape (n,)
        Largest weighted regret in one criterion.
    compromise : ndarray of bool, shape (n,)
        The best, and those that are not clearly worse.
    """

    score: Floats
    group: Floats
    single: Floats
    compromise: Bools


def vikor(given: Decision, *, majority: float = 0.5) -> Vikor:
    """Find the compromise between the least regret of all criteria and of the worst one [4]_.

    Parameters
    ----------
    given : Decision
        n alternatives.
    majority : float
        Weight of all criteria together against the worst one, 0 to 1.

    Returns
    -------
    Vikor
        NaN for alternatives with gaps.

    Raises
    ------
    InputError
        If the weight is not between 0 and 1.

    Examples
    --------
    >>> from .decision import decision
    >>> vikor(decision([[5, 8, 4], [7, 6, 8], [8, 8, 6], [7, 4, 6]], weights=[3, 4, 3])
    ...     ).score.round(6).tolist()
    [0.75, 0.25, 0.0, 1.0]
    """
    if not 0 <= majority <= 1:
        raise InputError(
            "The weight of the majority must be from 0 to 1, not {value}.", value=majority
        )
    values = given.directed
    best, worst = values.max(axis=0, initial=-np.inf), values.min(axis=0, initial=np.inf)
    regret = given.weights * np.divide(
        best - values, best - worst, out=np.zeros_like(values), where=best > worst
    )
    group, single = regret.sum(axis=1), regret.max(axis=1)
    score = majority * _stretched(group) + (1 - majority) * _stretched(single)
    compromise = np.zeros(len(given.complete), dtype=bool)
    compromise[given.complete] = _compromise(score, group, single)
    return Vikor(given.spread(score), given.spread(group), given.spread(single), compromise)


def _stretched(values: Floats) -> Floats:
    """Stretch to 0 to 1; 0 throughout where all are alike."""
    low, high = values.min(initial=np.inf), values.max(initial=-np.inf)
    return np.asarray((values - low) / (high - low) if high > low else 0 * values)


def _compromise(score: Floats, group: Floats, single: Floats) -> Bools:
    """Tell which alternatives the published conditions leave in the compromise."""
    if len(score) < 2:
        return np.ones(len(score), dtype=bool)
    # less the rounding errors: the advantage itself is enough
    advantage = 1 / (len(score) - 1) - ROUNDING
    order = np.argsort(score, kind="stable")
    first, second = order[0], order[1]
    if score[second] - score[first] < advantage:
        return np.asarray(score - score[first] < advantage)
    kept = np.zeros(len(score), dtype=bool)
    # clearly ahead, but not stable unless it leads in one of the parts as well
    lead = group[first] - group.min(), single[first] - single.min()
    stable = min(lead) <= ROUNDING
    kept[[first] if stable else [first, second]] = True
    return kept
