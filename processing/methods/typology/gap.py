"""Gap statistic: how much tighter a division is than one of places without any classes.

References
----------
.. [1] Tibshirani, R., Walther, G., Hastie, T. (2001). Estimating the number of clusters in a data
   set via the gap statistic. *Journal of the Royal Statistical Society B*, 63(2), 411-423.
   doi:10.1111/1467-9868.00293
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..progress import Progress, silent
from .lloyd import measured

Values = NDArray[np.float64]
Labels = NDArray[np.intp]

REFERENCES = 20
"""Data sets without classes to compare with; our own choice."""


def gap_statistic(
    values: Values,
    numbers: Sequence[int],
    within: Sequence[float],
    divide: Callable[[Values, Sequence[int]], Labels],
    *,
    references: int = REFERENCES,
    seed: int = 0,
    progress: Progress = silent,
) -> pd.DataFrame:
    r"""Compare each division's tightness with that of data without classes [1]_.

    .. math:: \mathrm{Gap}(k) = \frac1B \sum_b \ln W^*_{kb} - \ln W_k

    *W* is the sum of squares within classes, the references are uniform over each field's range.

    Parameters
    ----------
    values : ndarray, shape (n, fields)
        Standardised values without gaps.
    numbers : sequence of int
        Numbers of classes.
    within : sequence of float
        Sum of squares within the classes of each division.
    divide : callable
        Takes values and numbers of classes, and returns the classes of the rows, from 0, as an
        array of shape (numbers, n).
    references : int
        How many data sets.
    seed : int
    progress : callable
        Told the fraction done.

    Returns
    -------
    DataFrame, one row per number
        ``k``; ``gap``, higher is better, NaN where a class's places are all alike; ``gap_se`` its
        standard error, with the factor for simulation.

    Examples
    --------
    >>> rows = np.array([[0.0], [0.1], [5.0], [5.1]])
    >>> from .choose import partitions
    >>> found = gap_statistic(rows, [2], [0.01], partitions)
    >>> found["gap"].item() > 1
    True
    """
    low, high = values.min(axis=0), values.max(axis=0)
    drawn = np.empty((references, len(numbers)))
    for reference in range(references):
        progress(reference / references)
        rng = np.random.default_rng([seed, reference])
        other = rng.uniform(low, high, values.shape)
        drawn[reference] = _logarithms(other, divide(other, numbers))
    with np.errstate(divide="ignore"):
        gap = drawn.mean(axis=0) - np.log(np.asarray(within, dtype=float))
    progress(1.0)
    error = drawn.std(axis=0) * np.sqrt(1 + 1 / references)
    return pd.DataFrame(
        {"k": numbers, "gap": np.where(np.isfinite(gap), gap, np.nan), "gap_se": error}
    )


def gap_choice(table: pd.DataFrame) -> int:
    """Choose the fewest classes whose gap is within one standard error of the next [1]_.

    Parameters
    ----------
    table : DataFrame
        As :func:`gap_statistic` gives it.

    Returns
    -------
    int
        The number with the largest gap where none is.

    Examples
    --------
    >>> gap_choice(pd.DataFrame({"k": [2, 3, 4], "gap": [0.3, 0.6, 0.5], "gap_se": [0.05] * 3}))
    3
    """
    ordered = table.sort_values("k").reset_index(drop=True)
    gaps, errors = ordered["gap"].to_numpy(), ordered["gap_se"].to_numpy()
    enough = np.flatnonzero(gaps[:-1] >= gaps[1:] - errors[1:])
    chosen = int(enough[0]) if len(enough) else int(np.nanargmax(gaps))
    return int(ordered["k"][chosen])


def _logarithms(values: Values, divided: Labels) -> Values:
    within = [measured(values, labels, int(labels.max()) + 1).within for labels in divided]
    with np.errstate(divide="ignore"):
        return np.asarray(np.log(within))
