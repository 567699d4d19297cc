"""What measures mean for sectors: gains, losses, conflicts and synergies. Indices of our own."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from ..ratios import ratio
from .decision import shares_of

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def impact_balance(scores: ArrayLike, *, weights: ArrayLike | None = None) -> pd.DataFrame:
    """Weigh up what each measure means for all sectors.

    Parameters
    ----------
    scores : array_like, shape (n, k)
        Impact of n measures on k sectors, goals or actors, such as -3 to 3; missing counts as 0.
    weights : array_like, shape (k,), optional
        Weight of each sector; alike if not given.

    Returns
    -------
    DataFrame, n rows
        ``net`` weighted mean impact; ``gains`` and ``losses`` its parts above and below 0;
        ``conflict`` the smaller of the two over the larger, 0 where all pull one way to 1 where
        gains and losses are as large, NaN where nothing is affected; ``winners`` and ``losers``
        sectors that gain and lose [%].

    Raises
    ------
    InputError
        If there is not a weight for each sector.

    Examples
    --------
    >>> impact_balance([[2, -1], [3, 1]])[["net", "gains", "losses", "conflict"]]
       net  gains  losses  conflict
    0  0.5    1.0    -0.5       0.5
    1  2.0    2.0     0.0       0.0
    """
    table = np.nan_to_num(np.atleast_2d(np.asarray(scores, dtype=float)))
    share = shares_of(weights, table.shape[1])
    gains, costs = np.maximum(table, 0) @ share, np.maximum(-table, 0) @ share
    smaller, larger = np.minimum(gains, costs), np.maximum(gains, costs)
    return pd.DataFrame(
        {
            "net": gains - costs,
            "gains": gains,
            "losses": 0 - costs,
            "conflict": ratio(smaller, larger, smallest_base=0),
            "winners": 100 * (table > 0).mean(axis=1),
            "losers": 100 * (table < 0).mean(axis=1),
        }
    )


class SectorPairs(NamedTuple):
    """How often measures affect two sectors alike.

    Attributes
    ----------
    synergies : ndarray of int, shape (k, k)
        Measures that both gain from.
    conflicts : ndarray of int, shape (k, k)
        Measures that one gains from and the other loses by.
    problems : ndarray of int, shape (k, k)
        Measures that both lose by.
    accord : ndarray, shape (k, k)
        Those that affect both alike less those that do not, over all that affect both: -1 always
        at odds to 1 never; NaN where no measure affects both.
    """

    synergies: Ints
    conflicts: Ints
    problems: Ints
    accord: Floats


def sector_pairs(scores: ArrayLike) -> SectorPairs:
    """Compare sectors two by two over all measures.

    Parameters
    ----------
    scores : array_like, shape (n, k)
        Impact of n measures on k sectors, goals or actors; missing counts as 0.

    Returns
    -------
    SectorPairs

    Examples
    --------
    >>> pairs = sector_pairs([[2, 1], [1, -1], [3, -2]])
    >>> int(pairs.synergies[0, 1]), int(pairs.conflicts[0, 1]), float(pairs.accord[0, 1].round(6))
    (1, 2, -0.333333)
    """
    table = np.nan_to_num(np.atleast_2d(np.asarray(scores, dtype=float)))
    gain, loss = (table > 0).astype(np.int64), (table < 0).astype(np.int64)
    synergies, problems = gain.T @ gain, loss.T @ loss
    conflicts = gain.T @ loss + loss.T @ gain
    alike = synergies + problems
    accord = np.full(alike.shape, np.nan)
    np.divide(alike - conflicts, alike + conflicts, out=accord, where=alike + conflicts > 0)
    return SectorPairs(synergies, conflicts, problems, accord)
