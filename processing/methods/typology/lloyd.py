"""Lloyd's passes: rows go to the nearest centre, centres go to the mean of their rows.

Rows are compared again only when the centres have moved far enough to change their class.

References
----------
.. [1] Lloyd, S. P. (1982). Least squares quantization in PCM. *IEEE Transactions on Information
   Theory*, 28(2), 129-137. doi:10.1109/TIT.1982.1056489
.. [2] Hamerly, G. (2010). Making k-means even faster. *Proceedings of the 2010 SIAM International
   Conference on Data Mining*, 130-140. doi:10.1137/1.9781611972801.12
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.distance import cdist

from ..progress import Progress, blocks, silent

Values = NDArray[np.float64]
Labels = NDArray[np.intp]

PASSES = 1000

BLOCK = 2048
"""Rows at a time: few enough to stay in the processor's cache."""


class Partition(NamedTuple):
    """Rows in classes.

    Attributes
    ----------
    labels : ndarray of int, shape (n,)
        Class of each row, from 0.
    centres : ndarray, shape (k, fields)
        Means of the classes.
    within : float
        Sum of squared distances to the own class's mean.
    """

    labels: Labels
    centres: Values
    within: float


def lloyd(
    values: Values, centres: Values, *, tolerance: float = 0.0, progress: Progress = silent
) -> Partition:
    """Improve a start until no row changes its class [1]_.

    Parameters
    ----------
    values : ndarray, shape (n, fields)
    centres : ndarray, shape (k, fields)
        Where to start. Of equally near centres a row takes the first. A centre that loses its
        last row moves to the row that is farthest from its own.
    tolerance : float
        Stop when the sum of the centres' squared movements is not larger.
    progress : callable
        Told that the work goes on.

    Returns
    -------
    Partition

    Examples
    --------
    >>> lloyd(np.array([[0.0], [1.0], [10.0]]), np.array([[0.0], [1.0]])).labels
    array([0, 0, 1])
    """
    k = len(centres)
    rounding = _rounding(values, centres)
    labels, lead = _nearest(values, np.arange(len(values)), centres, rounding)
    sums, counts = _sums(values, labels, k), np.bincount(labels, minlength=k)
    for step in range(PASSES):
        progress(step / PASSES)
        moved = _means(values, labels, sums, counts, centres)
        squared = ((moved - centres) ** 2).sum(axis=1)
        centres = moved
        if squared.sum() <= tolerance:
            break

        # A row keeps its class while the lead of its own centre outlives the movements [2]_.
        shift = np.sqrt(squared)
        lead -= (shift + _largest_other(shift)).take(labels)
        rows = np.flatnonzero(lead <= 4 * np.sqrt(rounding))
        fresh, lead[rows] = _nearest(values, rows, centres, rounding)
        changed = np.flatnonzero(fresh != labels[rows])
        rows, fresh = rows[changed], fresh[changed]
        stale, points = labels[rows], values.take(rows, axis=0)
        sums += _sums(points, fresh, k) - _sums(points, stale, k)
        counts += np.bincount(fresh, minlength=k) - np.bincount(stale, minlength=k)
        labels[rows] = fresh
    return measured(values, labels, k)


def measured(values: Values, labels: Labels, k: int) -> Partition:
    """Find the centres and the sum of squares of given classes.

    Parameters
    ----------
    values : ndarray, shape (n, fields)
    labels : ndarray of int, shape (n,)
        Class of each row, from 0; a class without rows has its centre at 0.
    k : int
        Number of classes.

    Returns
    -------
    Partition

    Examples
    --------
    >>> measured(np.array([[0.0], [2.0], [5.0]]), np.array([0, 0, 1]), 2).within
    2.0
    """
    counts = np.bincount(labels, minlength=k)
    centres = _sums(values, labels, k) / np.maximum(counts, 1)[:, None]
    return Partition(labels, centres, float(_distances(values, labels, centres).sum()))


def _rounding(values: Values, centres: Values) -> float:
    """Bound of the rounding error of a squared distance by matrix product."""
    largest = sum(np.sqrt((array**2).sum(axis=1).max(initial=0)) for array in (values, centres))
    return float(8 * (values.shape[1] + 4) * np.finfo(float).eps * largest**2)


def _nearest(
    values: Values, rows: Labels, centres: Values, rounding: float
) -> tuple[Labels, Values]:
    """Nearest centre of the rows, and how much farther the second nearest is."""
    labels = np.empty(len(rows), dtype=np.intp)
    lead = np.empty(len(rows))
    for block in blocks(len(rows), BLOCK):
        points = values.take(rows[block], axis=0)
        labels[block], lead[block] = _nearest_in_block(points, centres, rounding)
    return labels, lead


def _nearest_in_block(points: Values, centres: Values, rounding: float) -> tuple[Labels, Values]:
    squared = (centres * -2) @ points.T
    squared += (centres**2).sum(axis=1)[:, None]
    first, second = squared[0].copy(), np.full(len(points), np.inf)
    for row in squared[1:]:
        np.minimum(second, np.maximum(first, row), out=second)
        np.minimum(first, row, out=first)
    # The largest rank among the nearest is that of the first of them; faster than argmin.
    ranks = np.arange(len(centres), 0, -1, dtype=np.int16)[:, None]
    labels = (len(centres) - ((squared == first) * ranks).max(axis=0)).astype(np.intp)

    own = np.einsum("ij,ij->i", points, points)
    lead = np.sqrt(np.maximum(second + own, 0)) - np.sqrt(np.maximum(first + own, 0))
    close = np.flatnonzero(second - first <= rounding)
    if len(close):
        labels[close] = cdist(centres, points[close], "sqeuclidean").argmin(axis=0)
        lead[close] = 0
    return labels, lead


def _sums(values: Values, labels: Labels, k: int) -> Values:
    columns = [np.bincount(labels, column, minlength=k) for column in values.T]
    return np.stack(columns, axis=1)


def _means(values: Values, labels: Labels, sums: Values, counts: Labels, centres: Values) -> Values:
    """Means of the classes; the first empty one moves to the row farthest from its centre."""
    moved = np.where(counts[:, None] > 0, sums / np.maximum(counts, 1)[:, None], centres)
    empty = np.flatnonzero(counts == 0)
    if len(empty):
        moved[empty[0]] = values[np.argmax(_distances(values, labels, moved))]
    return moved


def _largest_other(shift: Values) -> Values:
    """Return for each centre the largest movement of the others."""
    largest = int(shift.argmax())
    others = np.full(len(shift), shift[largest])
    others[largest] = np.delete(shift, largest).max(initial=0)
    return others


def _distances(values: Values, labels: Labels, centres: Values) -> Values:
    """Squared distance of each row to the centre of its class."""
    squared = np.empty(len(values))
    for block in blocks(len(values), BLOCK):
        squared[block] = ((values[block] - centres.take(labels[block], axis=0)) ** 2).sum(axis=1)
    return squared
