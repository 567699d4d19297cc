"""Ward's hierarchy: the pair whose union adds least to the sum of squares is joined first.

References
----------
.. [1] Ward, J. H. (1963). Hierarchical grouping to optimize an objective function. *Journal of
   the American Statistical Association*, 58(301), 236-244. doi:10.1080/01621459.1963.10500845
.. [2] Murtagh, F., Legendre, P. (2014). Ward's hierarchical agglomerative clustering method: which
   algorithms implement Ward's criterion? *Journal of Classification*, 31(3), 274-295.
   doi:10.1007/s00357-014-9161-z
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import linkage
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from ..errors import InputError

LARGEST = 15_000
"""Rows above which the matrix of all distances outgrows an ordinary computer."""


def ward(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Join the rows into ever larger classes by Ward's criterion [1]_.

    Parameters
    ----------
    values : ndarray, shape (n, fields)
        Standardised values without gaps, 2 to 15 000 rows.

    Returns
    -------
    ndarray, shape (n - 1, 4)
        One union per row, lowest first: the two parts (rows, then earlier unions), the height
        as in criterion ``ward.D2`` [2]_, the number of rows.

    Raises
    ------
    InputError
        If there are more rows than the method can hold.

    Notes
    -----
    Memory: n * n numbers, 1.8 GB for 15 000 rows.

    Examples
    --------
    >>> ward(np.array([[0.0], [1.0], [10.0]]))[:, 2].round(6)
    array([ 1.      , 10.969655])
    """
    if len(values) > LARGEST:
        raise InputError(
            "Ward's method compares all pairs and can take {largest} localities or cells, not "
            "{count}; choose k-means.",
            largest=LARGEST,
            count=len(values),
        )
    return np.asarray(linkage(values, method="ward"))


def cut(tree: NDArray[np.float64], k: int) -> NDArray[np.intp]:
    """Cut the hierarchy into k classes.

    Parameters
    ----------
    tree : ndarray, shape (n - 1, 4)
        As :func:`ward` gives it.
    k : int
        Number of classes, 1 to n.

    Returns
    -------
    ndarray of int, shape (n,)
        Class of each row, from 0 in the order of their first rows.

    Examples
    --------
    >>> cut(ward(np.array([[0.0], [10.0], [1.0]])), 2)
    array([0, 1, 0])
    """
    count = len(tree) + 1
    unions = np.arange(count - k)
    parts = tree[: count - k, :2].astype(np.intp).ravel()
    ends = (parts, np.repeat(unions + count, 2))
    links = coo_matrix((np.ones(len(parts)), ends), shape=(2 * count - 1, 2 * count - 1))
    return np.asarray(connected_components(links, directed=False)[1][:count], dtype=np.intp)
