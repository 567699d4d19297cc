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
from scipy.sparse import csc_array
from scipy.spatial.distance import cdist

from ..progress import Progress, blocks, silent

Values = NDArray[np.float64]
Labels = NDArray[np.intp]
Singles = NDArray[np.float32]

PASSES = 1000

BLOCK = 2048
"""Rows at a time: few enough to stay in the processor's cache."""

PRODUCT = 2**18
"""Multiplications at a time: above, libraries start threads, which costs more than it gains."""

TOGETHER = 4
"""Products whose results are compared together, which saves as many calls."""


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
    rows = _Rows(values)
    labels, ahead = rows.nearest(np.arange(len(values)), centres)
    lead = ahead.astype(float)
    sums, counts = _sums(values, labels, k), np.bincount(labels, minlength=k)
    travelled = np.zeros(k)
    for step in range(PASSES):
        progress(step / PASSES)
        moved = _means(values, labels, sums, counts, centres)
        squared = ((moved - centres) ** 2).sum(axis=1)
        centres = moved
        if squared.sum() <= tolerance:
            break

        # A row keeps its class until the centres have travelled as far as its own was ahead [2]_.
        shift = np.sqrt(squared)
        travelled += shift + _largest_other(shift)
        due = np.flatnonzero(travelled.take(labels) >= lead)
        fresh, ahead = rows.nearest(due, centres)
        lead[due] = ahead + travelled.take(fresh)
        changed = np.flatnonzero(fresh != labels.take(due))
        due, fresh = due.take(changed), fresh.take(changed)
        stale = labels.take(due)
        sums += _moved(values.take(due, axis=0), stale, fresh, k)
        counts += np.bincount(fresh, minlength=k) - np.bincount(stale, minlength=k)
        labels[due] = fresh
    centres = _means(values, labels, sums, counts, centres)
    return Partition(labels, centres, float(_distances(values, labels, centres).sum()))


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


class _Rows:
    """Rows prepared for many comparisons with centres.

    Squared distances come from one matrix product in single precision, which is fast; where
    that cannot tell the two nearest centres apart, they are computed directly. So the classes
    are those of exact distances.
    """

    def __init__(self, values: Values) -> None:
        self.values = values
        squares = np.einsum("ij,ij->i", values, values)
        self.extended = np.empty((len(values), values.shape[1] + 2), dtype=np.float32)
        self.extended[:, :-2] = values
        self.extended[:, -2] = 1
        self.extended[:, -1] = squares
        self.rounding = (values.shape[1] + 8) * float(np.finfo(np.float32).eps)
        self.least_error = (self.rounding * 16 * squares).astype(np.float32)

    def nearest(self, rows: Labels, centres: Values) -> tuple[Labels, Singles]:
        """Nearest centre of the rows, and at least how much farther the second nearest is."""
        squares = (centres**2).sum(axis=1)
        turned = np.column_stack((-2 * centres, squares, np.ones(len(centres))))
        turned = turned.astype(np.float32)
        size = max(1, PRODUCT // turned.size)
        labels, gap = np.empty(len(rows), dtype=np.intp), np.empty(len(rows), dtype=np.float32)
        for block in blocks(len(rows), TOGETHER * size):
            chosen = rows[block]
            squared = np.empty((len(centres), len(chosen)), dtype=np.float32)
            for few in blocks(len(chosen), size):
                points = self.extended.take(chosen[few], axis=0)
                np.matmul(turned, points.T, out=squared[:, few])
            labels[block], first, second = _two_nearest(squared)

            # With |x| and |c| for row and centre the error of a squared distance is at most
            # (|x| + |c|)^2 roundings: 16 |x|^2 where |c| < 3 |x|, else 4 times the distance.
            error = self.least_error.take(chosen) + 4 * self.rounding * second
            apart = second - first - 2 * error
            unclear = np.flatnonzero(apart <= 0)
            if len(unclear):
                exact = cdist(centres, self.values[chosen[unclear]], "sqeuclidean")
                labels[block][unclear] = exact.argmin(axis=0)
                apart[unclear], second[unclear] = 0, 1
            gap[block] = apart / (np.sqrt(second + error) + np.sqrt(first + error))
        return labels, gap


def _two_nearest(squared: Singles) -> tuple[Labels, Singles, Singles]:
    """First of the nearest centres, its distance, and the distance to the second nearest."""
    half = len(squared) // 2
    near = np.minimum(squared[:half], squared[half : 2 * half])
    far = np.maximum(squared[:half], squared[half : 2 * half])
    odd = [squared[-1]] if len(squared) % 2 else []
    while half > 1:
        # Winners meet; the second nearest of all has lost to the nearest, now or before.
        half, single = divmod(half, 2)
        if single:
            odd += [near[-1], far[-1]]
        lost = np.maximum(near[:half], near[half : 2 * half])
        np.minimum(lost, far[:half], out=lost)
        far = np.minimum(lost, far[half : 2 * half], out=lost)
        near = np.minimum(near[:half], near[half : 2 * half])
    first, second = near[0], far[0]
    for other in odd:
        np.minimum(second, np.maximum(first, other), out=second)
        np.minimum(first, other, out=first)

    # The largest rank among the nearest is that of the first of them; faster than argmin.
    kind = np.int8 if len(squared) < 128 else np.int16
    ranks = np.arange(len(squared), 0, -1, dtype=kind)[:, None]
    return len(squared) - ((squared == first) * ranks).max(axis=0).astype(np.intp), first, second


def _sums(values: Values, labels: Labels, k: int) -> Values:
    """Add up the rows of each class one by one, so that each machine finds the same sums."""
    rows = np.arange(len(values) + 1)
    members = csc_array((np.ones(len(values)), labels, rows), shape=(k, len(values)))
    total: Values = members @ values
    return total


def _moved(points: Values, stale: Labels, fresh: Labels, k: int) -> Values:
    """Find what the sums of the classes gain and lose by rows that change class, one by one."""
    cells = np.arange(k * points.shape[1]).reshape(k, -1)
    gained, lost = (
        np.bincount(cells.take(labels, axis=0).ravel(), points.ravel(), minlength=cells.size)
        for labels in (fresh, stale)
    )
    return np.asarray(gained - lost, dtype=float).reshape(cells.shape)


def _means(values: Values, labels: Labels, sums: Values, counts: Labels, centres: Values) -> Values:
    """Means of the classes; the first empty one moves to the row farthest from its centre."""
    moved = np.where(counts[:, None] > 0, sums / np.maximum(counts, 1)[:, None], centres)
    if not counts.all():
        farthest = np.argmax(_distances(values, labels, moved))
        moved[np.argmin(counts)] = values[farthest]
    return moved


def _largest_other(shift: Values) -> Values:
    """Return for each centre the largest movement of the others."""
    ordered = np.sort(shift)
    return np.where(shift == ordered[-1], ordered[-2], ordered[-1])


def _distances(values: Values, labels: Labels, centres: Values) -> Values:
    """Squared distance of each row to the centre of its class."""
    squared = np.empty(len(values))
    for block in blocks(len(values), BLOCK):
        apart = values[block] - centres.take(labels[block], axis=0)
        squared[block] = np.einsum("ij,ij->i", apart, apart)
    return squared
