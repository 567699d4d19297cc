"""How sure a ranking is when weights are not.

References
----------
.. [1] Butler, J., Jia, J., Dyer, J. (1997). Simulation techniques for the sensitivity analysis of
   multi-criteria decision models. *European Journal of Operational Research*, 103(3), 531-546.
   doi:10.1016/S0377-2217(96)00307-4
.. [2] Triantaphyllou, E., Sanchez, A. (1997). A sensitivity analysis approach for some
   deterministic multi-criteria decision-making methods. *Decision Sciences*, 28(1), 151-194.
   doi:10.1111/j.1540-5915.1997.tb01306.x
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.stats import rankdata

from ..errors import InputError
from ..progress import Progress, blocks, silent
from .decision import Decision, normalised

Floats = NDArray[np.float64]

DRAWS = 256
"""Draws that are worked on at a time."""


def rank_robustness(
    given: Decision,
    *,
    spread: float = 20.0,
    draws: int = 2000,
    seed: int = 0,
    progress: Progress = silent,
) -> pd.DataFrame:
    """Rank by the weighted sum again and again, each weight a little more or less [1]_.

    Parameters
    ----------
    given : Decision
        n alternatives.
    spread : float
        Largest change of a weight, up or down [%]; each is drawn evenly and on its own.
    draws : int
        How often.
    seed : int
        Seed of the draws.
    progress : callable
        Told the fraction done.

    Returns
    -------
    DataFrame, n rows
        ``first`` how often the alternative comes first, alone or with equals [%]; ``rank_mean``,
        ``rank_low`` and ``rank_high`` its mean rank and the ranks that 5 per cent of the draws are
        at or below, or at or above. NaN for alternatives with gaps.

    Raises
    ------
    InputError
        If the spread is not from 0 to 100, or there is no draw.

    Examples
    --------
    >>> from .decision import decision
    >>> rank_robustness(decision([[1, 1], [2, 2]]), draws=10)["first"].tolist()
    [0.0, 100.0]
    """
    if not 0 <= spread <= 100 or draws < 1:
        raise InputError(
            "Weights can be changed by 0 to 100 per cent, and at least once; not by {spread} per "
            "cent {draws} times.",
            spread=spread,
            draws=draws,
        )
    rng = np.random.default_rng(seed)
    scaled = normalised(given)
    found = np.empty((draws, len(scaled)))
    for block in blocks(draws, DRAWS, progress):
        factor = rng.uniform(-1, 1, (block.stop - block.start, scaled.shape[1]))
        weights = given.weights * (1 + spread / 100 * factor)
        # equal but for rounding is equal
        scores = np.round(weights @ scaled.T / weights.sum(axis=1, keepdims=True), 10)
        found[block] = rankdata(-scores, method="min", axis=1)
    low, high = np.percentile(found, [5, 95], axis=0)
    return pd.DataFrame(
        {
            "first": given.spread(100 * (found == 1).mean(axis=0)),
            "rank_mean": given.spread(found.mean(axis=0)),
            "rank_low": given.spread(low),
            "rank_high": given.spread(high),
        }
    )


def flip_weights(given: Decision) -> Floats:
    r"""Weight of one criterion at which an alternative catches up with the first [2]_.

    The other weights keep their proportions. By the weighted sum of ``minmax``-scaled criteria.

    Parameters
    ----------
    given : Decision
        n alternatives and c criteria.

    Returns
    -------
    ndarray, shape (n, c)
        Weight, 0 to 1; NaN where no weight of the criterion does it, for the first itself (of
        equals the one given first), and for alternatives with gaps.

    Examples
    --------
    The second is better in the first criterion only, which would need half of the weight:

    >>> from .decision import decision
    >>> flip_weights(decision([[0, 1], [1, 0]], weights=[0.3, 0.7])).round(6).tolist()
    [[nan, nan], [0.5, 0.5]]
    """
    scaled, weights = normalised(given), given.weights
    result = np.full((len(given.complete), len(weights)), np.nan)
    if not len(scaled):
        return result
    first = int(np.argmax(np.round(scaled @ weights, 10)))
    ahead = scaled[first] - scaled
    others = np.clip(1 - weights, 0, None)
    rest = (ahead @ weights)[:, None] - ahead * weights
    # lead in all other criteria together, were they all that counts
    mean = np.divide(rest, others, out=np.full_like(rest, np.nan), where=others > 1e-12)
    change = mean - ahead
    weight = np.divide(mean, change, out=np.full_like(mean, np.nan), where=change != 0)
    weight = np.where((weight >= 0) & (weight <= 1), weight, np.nan)
    weight[first] = np.nan
    result[given.complete] = weight
    return result
