"""K-means: classes with the least squared distance to their own means.

References
----------
.. [1] Arthur, D., Vassilvitskii, S. (2007). k-means++: the advantages of careful seeding.
   *Proceedings of the 18th ACM-SIAM Symposium on Discrete Algorithms*, 1027-1035.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.distance import cdist

from ..progress import Progress, part, silent
from .lloyd import Partition, lloyd
from .transfer import transfer

Values = NDArray[np.float64]

STARTS = 50

TOLERANCE = 1e-4
"""Starts are compared when their centres move less than this, in mean variances of a field."""

BETTER = 1e-9
"""A later start must be better by this part, so that rounding does not choose among equals."""

TRANSFER_ROWS = 5_000
"""Rows above which a single one weighs too little to be moved by itself; our own choice."""


def kmeans(
    values: Values, k: int, *, starts: int = STARTS, seed: int = 0, progress: Progress = silent
) -> Partition:
    """Divide the rows into k classes with the least sum of squares found from many starts.

    Parameters
    ----------
    values : ndarray, shape (n, fields)
        Standardised values without gaps, at least ``k`` different rows. The result depends on
        the order of the rows in so far as the starts do: hand them in sorted.
    k : int
        Number of classes.
    starts : int
        Starts by k-means++ [1]_, each improved by Lloyd's passes and, up to 5 000 rows, by
        :func:`.transfer.transfer`; the best is improved to the end.
    seed : int
        Seed of the starts.
    progress : callable
        Told the fraction done.

    Returns
    -------
    Partition

    Notes
    -----
    Memory: a few numbers per row.

    Examples
    --------
    >>> kmeans(np.array([[0.0], [1.0], [10.0], [11.0]]), 2).within
    1.0
    """
    tolerance = TOLERANCE * float(values.var(axis=0).mean())
    best = Partition(np.empty(0, dtype=np.intp), values[:0], np.inf)
    for start in range(starts):
        step = part(progress, start / starts, (start + 1) / starts)
        centres = _seeds(values, k, np.random.default_rng([seed, start]))
        found = lloyd(values, centres, tolerance=tolerance, progress=step)
        found = _transferred(values, found)
        if found.within < best.within * (1 - BETTER):
            best = found
    best = lloyd(values, best.centres, progress=part(progress, 1.0, 1.0))
    return _transferred(values, best)


def _transferred(values: Values, found: Partition) -> Partition:
    return transfer(values, found) if len(values) <= TRANSFER_ROWS else found


def _seeds(values: Values, k: int, rng: np.random.Generator) -> Values:
    """Rows far apart: each drawn by its squared distance to those drawn before [1]_."""
    rows = [int(rng.integers(len(values)))]
    nearest = np.full(len(values), np.inf)
    for _ in range(k - 1):
        drawn = cdist(values[rows[-1:]], values, "sqeuclidean")[0]
        np.minimum(nearest, drawn, out=nearest)
        reached = np.cumsum(nearest)
        row = np.searchsorted(reached, rng.random() * reached[-1], side="right")
        rows.append(min(int(row), len(values) - 1))
    return values[rows]
