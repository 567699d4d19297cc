"""Numbers and profiles of classes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Values = NDArray[np.float64]
Labels = NDArray[np.intp]


def numbered(labels: Labels, first: Values) -> Labels:
    """Find the number of each class: 1 for the largest, and so on.

    Parameters
    ----------
    labels : ndarray of int, shape (n,)
        Class of each row, from 0.
    first : ndarray, shape (n,)
        Values of the first field; NaN where missing.

    Returns
    -------
    ndarray of int, shape (k,)
        New number of each old class. Of classes of one size the one with the higher mean of the
        first field comes first, then the one with the earlier row.

    Examples
    --------
    >>> numbered(np.array([0, 1, 1, 2]), np.array([5.0, 1.0, 1.0, 9.0]))
    array([3, 1, 2])
    """
    present = ~np.isnan(first)
    sizes = np.bincount(labels)
    sums = np.bincount(labels[present], first[present], minlength=len(sizes))
    means = sums / np.maximum(np.bincount(labels[present], minlength=len(sizes)), 1)
    _, rows = np.unique(labels, return_index=True)
    numbers = np.empty(len(sizes), dtype=np.intp)
    numbers[np.lexsort((rows, -means, -sizes))] = np.arange(1, len(sizes) + 1)
    return numbers


def profile(
    classes: Labels, values: Values, standard: Values, names: Sequence[str]
) -> pd.DataFrame:
    """Describe each class by its mean, median and standardised mean of each field.

    Parameters
    ----------
    classes : ndarray of int, shape (n,)
        Class of each row, from 1.
    values : ndarray, shape (n, fields)
        The fields' values as they stand; NaN where missing.
    standard : ndarray, shape (n, fields)
        Standardised values.
    names : sequence of str
        The fields' names.

    Returns
    -------
    DataFrame, one row per class and field
        ``class``, ``field``; ``count`` rows with a value, ``mean`` and ``median`` of these in the
        field's unit, NaN where there are none; ``std_mean`` mean of the standardised values: how
        far the class lies from all localities, high where better if the field has a direction.

    Examples
    --------
    >>> profile(np.array([1, 1]), np.array([[2.0], [4.0]]), np.array([[-1.0], [1.0]]), ["jobs"])
       class field  count  mean  median  std_mean
    0      1  jobs      2   3.0     3.0       0.0
    """
    tables = []
    for name, raw, scaled in zip(names, values.T, standard.T):
        groups = pd.DataFrame({"class": classes, "raw": raw, "scaled": scaled}).groupby("class")
        table = groups["raw"].agg(["count", "mean", "median"]).reset_index()
        table.insert(1, "field", name)
        table["std_mean"] = groups["scaled"].mean().to_numpy()
        tables.append(table)
    order = np.arange(len(tables) * len(tables[0])).reshape(len(tables), -1).T.ravel()
    return pd.concat(tables, ignore_index=True).iloc[order].reset_index(drop=True)
