"""Stability: whether a place keeps its class with other places, or without an indicator.

References
----------
.. [1] Hennig, C. (2007). Cluster-wise assessment of cluster stability. *Computational Statistics
   and Data Analysis*, 52(1), 258-271. doi:10.1016/j.csda.2006.11.025
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment
from scipy.spatial.distance import cdist

from ..progress import Progress, part, silent
from .lloyd import measured

Values = NDArray[np.float64]
Labels = NDArray[np.intp]
Divide = Callable[[Values, int], Labels]

RUNS = 200


class Stability(NamedTuple):
    """How often places and classes hold.

    Attributes
    ----------
    kept : ndarray, shape (n,)
        Part of the bootstrap runs in which the row keeps its class, 0 to 1; NaN without runs.
    jaccard : ndarray, shape (k,)
        Mean likeness of each class to the one most like it [1]_, over the runs that drew one of
        its rows: above 0.75 stable, below 0.5 dissolved.
    left_out : ndarray, shape (n,)
        Part of the runs without one field in which the row keeps its class; NaN for one field.
    by_field : ndarray, shape (fields,)
        Part of the rows that keep their class without the field.
    """

    kept: Values
    jaccard: Values
    left_out: Values
    by_field: Values


def stability(
    values: Values,
    labels: Labels,
    divide: Divide,
    *,
    project: Callable[[Values], Values] = np.asarray,
    runs: int = RUNS,
    seed: int = 0,
    progress: Progress = silent,
) -> Stability:
    """Divide the rows again from other samples, and without each field in turn.

    Parameters
    ----------
    values : ndarray, shape (n, fields)
        Standardised values without gaps, sorted.
    labels : ndarray of int, shape (n,)
        Class of each row, from 0.
    divide : callable
        Takes values and a number of classes, and returns a class for each row.
    project : callable
        From values to what is compared, such as components.
    runs : int
        Bootstrap samples. Of each sample the different rows are divided, because a row drawn
        twice would draw a class to itself; the other rows join the nearest class.
    seed : int
    progress : callable
        Told the fraction done.

    Returns
    -------
    Stability
        New classes are matched with the old ones so that as many rows as possible agree.

    Examples
    --------
    >>> from .ward import cut, ward
    >>> rows = np.array([[0.0], [0.1], [0.2], [9.0], [9.1], [9.2]])
    >>> found = stability(rows, np.array([0, 0, 0, 1, 1, 1]), lambda v, k: cut(ward(v), k), runs=20)
    >>> bool(found.jaccard.min() > 0.75)
    True
    """
    k = int(labels.max()) + 1
    compared = project(values)
    share = runs / max(runs + values.shape[1], 1)
    step = part(progress, 0.0, share)
    kept, jaccard = np.zeros(len(values)), np.zeros((0, k))
    found = []
    for run in range(runs):
        step(run / runs)
        rows = _sample(len(values), np.random.default_rng([seed, run]))
        new = _divided_by_sample(compared, rows, divide, k)
        kept += _matched(labels, new, k) == labels
        found.append(_jaccard(labels[rows], new[rows], k))
    jaccard = np.array(found).reshape(-1, k)
    by_field = _without_each(values, labels, divide, project, part(progress, share, 1.0))
    return Stability(
        kept=kept / runs if runs else np.full(len(values), np.nan),
        jaccard=_mean_of_known(jaccard),
        left_out=by_field.mean(axis=0) if len(by_field) else np.full(len(values), np.nan),
        by_field=by_field.mean(axis=1) if len(by_field) else np.full(values.shape[1], np.nan),
    )


def _sample(count: int, rng: np.random.Generator) -> Labels:
    """Rows of a bootstrap sample, each once."""
    return np.asarray(np.unique(rng.integers(count, size=count)), dtype=np.intp)


def _divided_by_sample(values: Values, rows: Labels, divide: Divide, k: int) -> Labels:
    own = _divided(values[rows], divide, k)
    centres = measured(values[rows], own, int(own.max()) + 1).centres
    labels = cdist(values, centres, "sqeuclidean").argmin(axis=1)
    labels[rows] = own
    return np.asarray(labels, dtype=np.intp)


def _divided(values: Values, divide: Divide, k: int) -> Labels:
    """Divide into k classes, or into as many as there are different rows."""
    possible = min(k, len(np.unique(values, axis=0)))
    return divide(values, possible) if possible > 1 else np.zeros(len(values), dtype=np.intp)


def _without_each(
    values: Values,
    labels: Labels,
    divide: Divide,
    project: Callable[[Values], Values],
    progress: Progress,
) -> NDArray[np.bool_]:
    """Tell for each field which rows keep their class without it."""
    k, found = int(labels.max()) + 1, []
    fields = values.shape[1]
    for field in range(fields if fields > 1 else 0):
        progress(field / fields)
        new = _divided(project(np.delete(values, field, axis=1)), divide, k)
        found.append(_matched(labels, new, k) == labels)
    progress(1.0)
    return np.array(found, dtype=bool).reshape(-1, len(values))


def _matched(labels: Labels, new: Labels, k: int) -> Labels:
    """Rename new classes after the old ones that they share most rows with."""
    _, names = linear_sum_assignment(-_overlap(new, labels, k))
    return np.asarray(names[new], dtype=np.intp)


def _jaccard(labels: Labels, new: Labels, k: int) -> Values:
    """Find for each old class the largest share of common rows in the union with a new one.

    NaN for a class that has no row in the sample.
    """
    overlap = _overlap(labels, new, k)
    union = overlap.sum(axis=1)[:, None] + overlap.sum(axis=0)[None] - overlap
    best = (overlap / np.maximum(union, 1)).max(axis=1)
    return np.asarray(np.where(overlap.any(axis=1), best, np.nan))


def _mean_of_known(values: Values) -> Values:
    known = ~np.isnan(values)
    found = np.full(values.shape[1], np.nan)
    np.divide(
        np.where(known, values, 0).sum(axis=0),
        known.sum(axis=0),
        out=found,
        where=known.any(axis=0),
    )
    return found


def _overlap(first: Labels, second: Labels, k: int) -> NDArray[np.int64]:
    return np.bincount(first * k + second, minlength=k * k).reshape(k, k)
