"""How far two divisions of the same places agree.

References
----------
.. [1] Hubert, L., Arabie, P. (1985). Comparing partitions. *Journal of Classification*, 2(1),
   193-218. doi:10.1007/BF01908075
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from .cards import class_order


class Agreement(NamedTuple):
    """Two divisions side by side.

    Attributes
    ----------
    table : DataFrame
        Rows: classes of the first; columns: classes of the second; how many places are in both.
    adjusted_rand : float
        1 the same division, 0 as much in common as by chance; NaN where nothing can be compared.
    """

    table: pd.DataFrame
    adjusted_rand: float


def agreement(first: Sequence[object], second: Sequence[object]) -> Agreement:
    r"""Compare two divisions by a table and the adjusted Rand index [1]_.

    .. math:: \frac{\sum_{ij} \binom{n_{ij}}{2} - E}{\frac12 (A + B) - E},\quad
       E = A B / \binom n2

    with *A* and *B* the pairs that are together in the first and the second.

    Parameters
    ----------
    first, second : sequence, length n
        Class of each place; those without a class (None, NaN, 0, "") in either do not count.

    Returns
    -------
    Agreement

    Examples
    --------
    >>> agreement([1, 1, 2, 2], ["a", "a", "b", "c"]).adjusted_rand.__round__(4)
    0.5714
    """
    rows, columns = class_order(first), class_order(second)
    places = {each: i for i, each in enumerate(rows)}, {each: i for i, each in enumerate(columns)}
    counts = np.zeros((len(rows), len(columns)), dtype=np.int64)
    for a, b in zip(first, second):
        if a in places[0] and b in places[1]:
            counts[places[0][a], places[1][b]] += 1
    return Agreement(pd.DataFrame(counts, index=rows, columns=columns), _adjusted_rand(counts))


def _adjusted_rand(counts: np.ndarray[tuple[int, int], np.dtype[np.int64]]) -> float:
    total = int(counts.sum())
    if total < 2:
        return float("nan")
    both = _pairs(counts.ravel())
    first, second = _pairs(counts.sum(axis=1)), _pairs(counts.sum(axis=0))
    expected = first * second / (total * (total - 1) / 2)
    most = (first + second) / 2
    # Both put all places together, or all apart: the same division.
    return 1.0 if most == expected else float((both - expected) / (most - expected))


def _pairs(sizes: np.ndarray[tuple[int], np.dtype[np.int64]]) -> float:
    return float((sizes * (sizes - 1)).sum() / 2)
