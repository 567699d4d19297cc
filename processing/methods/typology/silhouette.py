"""Silhouettes: how much nearer a row is to its own class than to the nearest other one.

References
----------
.. [1] Rousseeuw, P. J. (1987). Silhouettes: a graphical aid to the interpretation and validation
   of cluster analysis. *Journal of Computational and Applied Mathematics*, 20, 53-65.
   doi:10.1016/0377-0427(87)90125-7
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.distance import cdist

from ..progress import Progress, blocks, silent

Values = NDArray[np.float64]
Labels = NDArray[np.intp]

EXACT_ROWS = 20_000
"""Up to so many rows each is compared with all others."""

SAMPLE_ROWS = 5_000
"""Above, each is compared with about so many of them."""

SAMPLE_PER_CLASS = 100
"""Of each class at least so many are among these, or all of it."""

BLOCK = 4_000_000
"""Distances held at a time."""

DIGITS = 9
"""Mean distances that agree to this decimal are equal, and the first class is the nearest."""


class Silhouettes(NamedTuple):
    """Silhouettes of one partition or several.

    Attributes
    ----------
    width : ndarray, shape (partitions, n)
        -1 (nearer to another class) to 1; 0 for the only row of a class.
    nearest : ndarray of int, shape (partitions, n)
        The nearest other class.
    """

    width: Values
    nearest: Labels


def silhouettes(values: Values, partitions: Labels, *, progress: Progress = silent) -> Silhouettes:
    r"""Compare each row's mean distance to its own class with that to the nearest other [1]_.

    .. math:: s_i = \frac{b_i - a_i}{\max(a_i, b_i)}

    Parameters
    ----------
    values : ndarray, shape (n, fields)
        Standardised values without gaps.
    partitions : ndarray of int, shape (partitions, n)
        Classes of the rows from 0, each class with at least one row, at least two classes.
    progress : callable
        Told the fraction done.

    Returns
    -------
    Silhouettes

    Notes
    -----
    Exact up to 20 000 rows. Above, mean distances are taken to rows evenly spaced in the given
    order, about 5 000 and at least 100 of each class: time grows with n and memory is bounded.

    Examples
    --------
    >>> rows = np.array([[0.0], [1.0], [10.0]])
    >>> silhouettes(rows, np.array([[0, 0, 1]])).width.round(4)
    array([[0.9   , 0.8889, 0.    ]])
    """
    counted = np.stack([_counted(labels) for labels in partitions])
    sample = np.flatnonzero(counted.any(axis=0))
    members = [
        _members(labels[sample], chosen[sample]) for labels, chosen in zip(partitions, counted)
    ]
    width = np.empty(partitions.shape)
    nearest = np.empty(partitions.shape, dtype=np.intp)
    for block in blocks(len(values), max(1, BLOCK // len(sample)), progress):
        distances = cdist(values[block], values[sample])
        for number, member in enumerate(members):
            width[number, block], nearest[number, block] = _compare(
                distances @ member,
                member.sum(axis=0),
                partitions[number, block],
                counted[number, block],
            )
    return Silhouettes(width, nearest)


def _counted(labels: Labels) -> NDArray[np.bool_]:
    """Tell which rows stand for their class."""
    step = 1 if len(labels) <= EXACT_ROWS else -(-len(labels) // SAMPLE_ROWS)
    counted = np.zeros(len(labels), dtype=bool)
    counted[::step] = True
    sizes = np.bincount(labels[counted], minlength=int(labels.max()) + 1)
    for label in np.flatnonzero(sizes < SAMPLE_PER_CLASS):
        rows = np.flatnonzero(labels == label)
        enough = min(len(rows), SAMPLE_PER_CLASS)
        counted[rows[np.linspace(0, len(rows) - 1, enough).astype(int)]] = True
    return counted


def _members(labels: Labels, counted: NDArray[np.bool_]) -> Values:
    """One column per class: 1 for the rows that stand for it."""
    stands = (labels[:, None] == np.arange(labels.max() + 1)) & counted[:, None]
    return np.asarray(stands, dtype=float)


def _compare(
    sums: Values, sizes: Values, labels: Labels, counted: NDArray[np.bool_]
) -> tuple[Values, Labels]:
    rows = np.arange(len(labels))
    own = sums[rows, labels] / np.maximum(sizes[labels] - counted, 1)
    means = sums / sizes
    rounded = np.round(means, DIGITS)
    rounded[rows, labels] = np.inf
    nearest = rounded.argmin(axis=1)
    other = means[rows, nearest]
    larger = np.maximum(own, other)
    width = np.zeros(len(rows))
    np.divide(other - own, larger, out=width, where=(larger > 0) & (sizes[labels] > 1))
    return width, nearest
