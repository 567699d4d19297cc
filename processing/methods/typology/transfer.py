"""Transfers: single rows change their class as long as the sum of squares falls.

References
----------
.. [1] Hartigan, J. A., Wong, M. A. (1979). Algorithm AS 136: a k-means clustering algorithm.
   *Journal of the Royal Statistical Society C*, 28(1), 100-108. doi:10.2307/2346830
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.distance import cdist

from .lloyd import Partition, measured

Values = NDArray[np.float64]

SMALLEST_GAIN = 1e-9
"""A transfer must gain this part of the sum of squares, so that rounding moves no row."""


def transfer(values: Values, partition: Partition) -> Partition:
    r"""Move rows that Lloyd's passes leave where they are, the most gainful first [1]_.

    A row that moves from class *a* to class *b* takes both means along. The sum falls by

    .. math:: \frac{n_a}{n_a - 1} d_a^2 - \frac{n_b}{n_b + 1} d_b^2

    where *n* are the sizes before and *d* the distances to the means before.

    Parameters
    ----------
    values : ndarray, shape (n, fields)
    partition : Partition
        No class without rows.

    Returns
    -------
    Partition
        No single transfer improves it. Of equal gains the first row moves, to the first class.

    Notes
    -----
    Memory: n * k numbers.
    """
    labels, centres, within = partition
    labels, centres = labels.copy(), centres.copy()
    sizes = np.bincount(labels, minlength=len(centres)).astype(float)
    saved = np.empty(len(values))
    price = np.empty((len(centres), len(values)))
    changed = list(range(len(centres)))
    while True:
        for label in changed:
            squared = cdist(centres[label : label + 1], values, "sqeuclidean")[0]
            inside = labels == label
            price[label] = np.where(inside, np.inf, squared * (sizes[label] / (sizes[label] + 1)))
            saved[inside] = squared[inside] * _weight_of_leaving(sizes[label])
        gain = saved - price.min(axis=0)
        row = int(gain.argmax())
        if gain[row] <= SMALLEST_GAIN * within:
            return measured(values, labels, len(centres))

        source, target = int(labels[row]), int(price[:, row].argmin())
        centres[source] -= (values[row] - centres[source]) / (sizes[source] - 1)
        centres[target] += (values[row] - centres[target]) / (sizes[target] + 1)
        sizes[source] -= 1
        sizes[target] += 1
        labels[row] = target
        changed = [source, target]


def _weight_of_leaving(size: float) -> float:
    """Return 0 for the last row, which never leaves its class."""
    return size / (size - 1) if size > 1 else 0.0
