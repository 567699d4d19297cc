r"""Weights from comparing criteria two by two: the analytic hierarchy process.

References
----------
.. [1] Saaty, T. L. (1977). A scaling method for priorities in hierarchical structures. *Journal of
   Mathematical Psychology*, 15(3), 234-281. doi:10.1016/0022-2496(77)90033-5
.. [2] Saaty, T. L. (2008). Decision making with the analytic hierarchy process. *International
   Journal of Services Sciences*, 1(1), 83-98. doi:10.1504/IJSSCI.2008.017590
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..errors import InputError

Floats = NDArray[np.float64]

RANDOM_INDEX = {1: 0.0, 2: 0.0, 3: 0.58, 4: 0.90, 5: 1.12, 6: 1.24, 7: 1.32, 8: 1.41, 9: 1.45}
"""Consistency index of random comparisons, by the number of criteria [1]_."""

RECIPROCAL = 0.02
"""How far a comparison and its reverse may be from reciprocal, as 0.33 is from 3."""


class Ahp(NamedTuple):
    """Weights and how consistent the comparisons are.

    Attributes
    ----------
    weights : ndarray, shape (n,)
        Weights that sum to 1.
    largest_eigenvalue : float
        n where the comparisons are fully consistent, else more.
    consistency_index : float
        0 where they are fully consistent.
    consistency_ratio : float
        The index over that of random comparisons, 0 for one or two criteria; NaN for more than
        nine. Above 0.10 the comparisons should be looked over.
    """

    weights: Floats
    largest_eigenvalue: float
    consistency_index: float
    consistency_ratio: float


def ahp(comparisons: ArrayLike) -> Ahp:
    r"""Find weights from comparisons of criteria two by two [1]_ [2]_.

    Parameters
    ----------
    comparisons : array_like, shape (n, n)
        How many times more important the criterion of the row is than that of the column, 1/9 to
        9; the reverse comparison is its reciprocal.

    Returns
    -------
    Ahp
        The weights are the eigenvector of the largest eigenvalue :math:`\lambda`; the consistency
        index is :math:`(\lambda - n) / (n - 1)`.

    Raises
    ------
    InputError
        If the table is not square, a comparison is not above 0, or its reverse is not its
        reciprocal.

    Examples
    --------
    >>> found = ahp([[1, 3, 6], [1 / 3, 1, 2], [1 / 6, 1 / 2, 1]])
    >>> found.weights.round(6).tolist(), round(found.consistency_ratio, 6)
    ([0.666667, 0.222222, 0.111111], 0.0)
    """
    matrix = np.asarray(comparisons, dtype=float)
    if matrix.ndim != 2 or matrix.shape[0] != matrix.shape[1] or not len(matrix):
        raise InputError("The comparisons must be a square table, a row and column per criterion.")
    if not (np.isfinite(matrix) & (matrix > 0)).all():
        raise InputError("Each comparison must be above 0: 3 for three times as important.")
    wrong = np.argwhere(np.abs(matrix * matrix.T - 1) > RECIPROCAL)
    if len(wrong):
        row, column = wrong[0]
        raise InputError(
            "The comparison of criterion {first} with criterion {second} is {there}, and the "
            "reverse {back}; the one must be 1 divided by the other.",
            first=row + 1,
            second=column + 1,
            there=matrix[row, column],
            back=matrix[column, row],
        )
    values, vectors = np.linalg.eig(matrix)
    first = int(np.argmax(values.real))
    weights = np.abs(vectors[:, first].real)
    count, largest = len(matrix), float(values[first].real)
    index = (largest - count) / (count - 1) if count > 1 else 0.0
    random = RANDOM_INDEX.get(count, np.nan)
    ratio = index / random if count > 2 else 0.0
    return Ahp(weights / weights.sum(), largest, index, ratio)
