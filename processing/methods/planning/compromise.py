r"""Which alternatives actors with different views can meet on, and who loses what.

References
----------
.. [1] Nash, J. F. (1950). The bargaining problem. *Econometrica*, 18(2), 155-162.
   doi:10.2307/1907266
.. [2] Rawls, J. (1971). *A theory of justice*. Harvard University Press.
.. [3] Savage, L. J. (1951). The theory of statistical decision. *Journal of the American
   Statistical Association*, 46(253), 55-67. doi:10.1080/01621459.1951.10500768
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from ..errors import InputError
from .decision import ranks, shares_of

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

ROWS = 512
"""Alternatives that are compared with all others at a time."""


def compromises(values: ArrayLike, *, weights: ArrayLike | None = None) -> pd.DataFrame:
    """Judge alternatives by what each actor gets.

    Parameters
    ----------
    values : array_like, shape (n, a)
        What each alternative is worth to each actor, 0 or more on a common scale, such as scores
        of 0 to 1 by each actor's weights; NaN for alternatives that are not compared.
    weights : array_like, shape (a,), optional
        Weight of each actor; alike if not given. They count in the mean and in the product.

    Returns
    -------
    DataFrame, n rows
        ``mean`` what actors get on average; ``least`` what the worst off gets [2]_; ``nash``
        the geometric mean, which is low where anyone gets little [1]_; ``regret`` what the actor
        who gives up most gives up against the best alternative for that actor [3]_; ``loser``
        number of that actor, of equals the first, -1 without values; ``pareto`` whether no other
        alternative is as good for all and better for one; ``mean_rank``, ``least_rank``,
        ``nash_rank`` and ``regr_rank`` ranks, 1 for the best.

    Raises
    ------
    InputError
        If a value is negative, or there is no actor or not a weight for each.

    Examples
    --------
    >>> found = compromises([[0.9, 0.1], [0.5, 0.6], [0.4, 0.6]])
    >>> found[["least", "regret", "pareto"]].round(6).values.tolist()
    [[0.1, 0.5, True], [0.5, 0.4, True], [0.4, 0.5, False]]
    """
    worth = np.asarray(values, dtype=float)
    if worth.ndim != 2 or not worth.shape[1] or (worth < 0).any():
        raise InputError(
            "What an alternative is worth to an actor must be 0 or more, with a column for each "
            "of at least one actor."
        )
    share = shares_of(weights, worth.shape[1])
    known = ~np.isnan(worth).any(axis=1)
    found = pd.DataFrame(
        {"mean": np.nan, "least": np.nan, "nash": np.nan, "regret": np.nan, "loser": -1},
        index=range(len(worth)),
    )
    kept = worth[known]
    given_up = regrets(kept)
    found.loc[known, "mean"] = kept @ share
    found.loc[known, "least"] = kept.min(axis=1)
    found.loc[known, "nash"] = np.prod(kept**share, axis=1)
    found.loc[known, "regret"] = given_up.max(axis=1)
    found.loc[known, "loser"] = np.round(given_up, 10).argmax(axis=1)
    found["pareto"] = False
    found.loc[known, "pareto"] = _not_dominated(kept)
    for name in ("mean", "least", "nash"):
        found[f"{name}_rank"] = ranks(found[name])
    found["regr_rank"] = ranks(found["regret"], lowest_first=True)
    return found


def regrets(values: ArrayLike) -> Floats:
    """Find what each actor gives up with each alternative, against the best one for that actor.

    Parameters
    ----------
    values : array_like, shape (n, a)
        What each alternative is worth to each actor; NaN is passed over.

    Returns
    -------
    ndarray, shape (n, a)
        0 for an actor's best alternative, above 0 for the others; NaN where there is no value.

    Examples
    --------
    >>> regrets([[0.75, 0.25], [0.5, 0.5]]).tolist()
    [[0.0, 0.25], [0.25, 0.0]]
    """
    worth = np.asarray(values, dtype=float)
    best = np.fmax.reduce(worth, axis=0, initial=-np.inf)
    return np.asarray(best - worth)


def _not_dominated(worth: Floats) -> Bools:
    dominated = np.zeros(len(worth), dtype=bool)
    for start in range(0, len(worth), ROWS):
        part = worth[start : start + ROWS, None, :]
        as_good = (worth[None] >= part).all(axis=2)
        better = (worth[None] > part).any(axis=2)
        dominated[start : start + ROWS] = (as_good & better).any(axis=1)
    return ~dominated
