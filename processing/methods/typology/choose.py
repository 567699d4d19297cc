"""How many classes: a table of measures for each number, and the number they speak for.

References
----------
.. [1] Caliński, T., Harabasz, J. (1974). A dendrite method for cluster analysis. *Communications
   in Statistics*, 3(1), 1-27. doi:10.1080/03610927408827101
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..progress import Progress, part, silent
from .kmeans import kmeans
from .lloyd import measured
from .ward import cut, ward

Values = NDArray[np.float64]
Labels = NDArray[np.intp]

DIGITS = 9
"""Silhouettes that agree to this decimal are equal, and the fewer classes win."""


def partitions(
    values: Values,
    numbers: Sequence[int],
    *,
    method: str = "kmeans",
    seed: int = 0,
    progress: Progress = silent,
) -> Labels:
    """Divide the rows into each of several numbers of classes.

    Parameters
    ----------
    values : ndarray, shape (n, fields)
        Standardised values without gaps, sorted.
    numbers : sequence of int
        Numbers of classes, none above the number of different rows.
    method : {"kmeans", "ward"}
    seed : int
        Seed of the starts of k-means.
    progress : callable
        Told the fraction done.

    Returns
    -------
    ndarray of int, shape (numbers, n)
        Class of each row, from 0.

    Examples
    --------
    >>> partitions(np.array([[0.0], [1.0], [10.0]]), [2], method="ward")
    array([[0, 0, 1]])
    """
    if method == "ward":
        tree = ward(values)
        return np.stack([cut(tree, k) for k in numbers])
    steps = [part(progress, i / len(numbers), (i + 1) / len(numbers)) for i in range(len(numbers))]
    found = [kmeans(values, k, seed=seed, progress=step) for k, step in zip(numbers, steps)]
    return np.stack([partition.labels for partition in found])


def k_table(values: Values, divided: Labels, widths: Values) -> pd.DataFrame:
    r"""Put the measures of each partition side by side.

    Parameters
    ----------
    values : ndarray, shape (n, fields)
    divided : ndarray of int, shape (partitions, n)
        Classes of the rows, from 0.
    widths : ndarray, shape (partitions, n)
        Silhouettes of the rows.

    Returns
    -------
    DataFrame, one row per partition
        ``k`` number of classes; ``within`` sum of squared distances to the class means, falling
        with k; ``silhouette`` mean silhouette, -1 to 1, higher is better; ``calinski``, [1]_,

        .. math:: \frac{B / (k - 1)}{W / (n - k)},

        higher is better, NaN where no row differs from its class's mean.

    Examples
    --------
    >>> rows = np.array([[0.0], [2.0], [10.0]])
    >>> k_table(rows, np.array([[0, 0, 1]]), np.array([[0.8, 0.75, 0.0]])).round(3)
       k  within  silhouette  calinski
    0  2     2.0       0.517      27.0
    """
    count = len(values)
    total = measured(values, np.zeros(count, dtype=np.intp), 1).within
    k = divided.max(axis=1) + 1
    within = np.array([measured(values, *each).within for each in zip(divided, k)])
    calinski = np.full(len(k), np.nan)
    np.divide(
        (total - within) * (count - k), within * (k - 1), out=calinski, where=(within > 0) & (k > 1)
    )
    return pd.DataFrame(
        {"k": k, "within": within, "silhouette": widths.mean(axis=1), "calinski": calinski}
    )


def best_k(table: pd.DataFrame) -> int:
    """Choose the number of classes with the largest mean silhouette, of equals the smallest.

    Parameters
    ----------
    table : DataFrame
        As :func:`k_table` gives it.

    Returns
    -------
    int

    Examples
    --------
    >>> best_k(pd.DataFrame({"k": [2, 3, 4], "silhouette": [0.4, 0.5, 0.5]}))
    3
    """
    ordered = table.sort_values("k")
    return int(ordered["k"].iloc[int(np.argmax(ordered["silhouette"].round(DIGITS)))])
