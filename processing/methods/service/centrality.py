"""The hierarchy of centres, from the services they offer.

References
----------
.. [1] Christaller, W. (1933). *Die zentralen Orte in Süddeutschland*. Gustav Fischer.
.. [2] Davies, W. K. D. (1967). Centrality and the central place hierarchy. *Urban Studies*,
   4(1), 61-79. doi:10.1080/00420986720080041
.. [3] Fisher, W. D. (1958). On grouping for maximum homogeneity. *Journal of the American
   Statistical Association*, 53(284), 789-798. doi:10.1080/01621459.1958.10501479
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from ..errors import InputError
from ..ratios import ratio

Floats = NDArray[np.float64]


def centrality(
    counts: pd.DataFrame, *, totals: ArrayLike | None = None, levels: int = 4
) -> pd.DataFrame:
    r"""Functional index of each locality, its rank, and its level among the centres [1]_ [2]_.

    .. math:: C_k = \frac{100}{T_k}, \qquad F_i = \sum_k n_{ik} C_k

    A rare service, with few outlets :math:`T_k` in all, lends a place more centrality than a
    common one. The levels part the logarithms of the index where the groups become most alike
    inside [3]_.

    Parameters
    ----------
    counts : DataFrame, n rows
        Outlets :math:`n_{ik}`, one column for each service type; missing counts as 0.
    totals : array_like, shape (K,), optional
        Outlets of each type in the whole region; the sums of the counts if not given.
    levels : int
        Levels of the hierarchy, fewer where there are fewer different indices.

    Returns
    -------
    DataFrame, n rows
        ``centrality`` functional index, 0 without services; over all localities it sums to 100
        for each type that occurs. ``centr_rank`` rank, 1 for the highest, alike for equals;
        ``centr_lvl`` level, 1 for the highest, NaN without services.

    Raises
    ------
    InputError
        If there are not as many totals as types, or fewer than one level.

    Examples
    --------
    >>> counts = pd.DataFrame({"grocery": [3, 1], "hospital": [1, 0]})
    >>> centrality(counts, levels=2)
       centrality  centr_rank  centr_lvl
    0       175.0           1        1.0
    1        25.0           2        2.0
    """
    if levels < 1:
        raise InputError("The hierarchy needs at least one level, not {levels}.", levels=levels)
    outlets = np.nan_to_num(counts.to_numpy(dtype=float))
    total = outlets.sum(axis=0) if totals is None else np.asarray(totals, dtype=float)
    if total.shape != outlets.shape[1:]:
        raise InputError(
            "Give one total for each of the {types} service types.", types=outlets.shape[1]
        )
    weight = np.nan_to_num(ratio(100.0, total, smallest_base=0))
    index: Floats = np.asarray((outlets * weight).sum(axis=1), dtype=float)
    rank = pd.Series(-index).rank(method="min").astype(np.int64)
    return pd.DataFrame(
        {"centrality": index, "centr_rank": rank, "centr_lvl": _levels(index, levels)}
    )


def _levels(index: Floats, levels: int) -> Floats:
    """Group the logarithms and number them, 1 for the highest; NaN where the index is 0."""
    result = np.full(len(index), np.nan)
    used = index > 0
    if used.any():
        # rounding must not part equal places
        values, which, number = np.unique(
            np.round(np.log(index[used]), 9), return_inverse=True, return_counts=True
        )
        group = _optimal_groups(values, number.astype(float), min(levels, len(values)))
        result[used] = (group.max() - group + 1)[which]
    return result


def _optimal_groups(values: Floats, weight: Floats, groups: int) -> NDArray[np.int64]:
    """Part rising values into runs with the least sum of squares within, by Fisher's recursion."""
    count = len(values)
    sums = np.r_[0, np.cumsum(weight)]
    firsts, squares = np.r_[0, np.cumsum(weight * values)], np.r_[0, np.cumsum(weight * values**2)]

    def within(begin: NDArray[np.int64], end: int) -> Floats:
        first = firsts[end] - firsts[begin]
        return np.asarray(squares[end] - squares[begin] - first**2 / (sums[end] - sums[begin]))

    least = np.full((groups + 1, count + 1), np.inf)
    cut = np.zeros((groups + 1, count + 1), np.int64)
    least[0, 0] = 0
    for group in range(1, groups + 1):
        for end in range(group, count + 1):
            begin = np.arange(group - 1, end)
            total = least[group - 1, begin] + within(begin, end)
            cut[group, end] = begin[np.argmin(total)]
            least[group, end] = total.min()
    result = np.zeros(count, np.int64)
    end = count
    for group in range(groups, 0, -1):
        begin_of_group = cut[group, end]
        result[begin_of_group:end] = group
        end = begin_of_group
    return result
