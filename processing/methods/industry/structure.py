r"""How broad or one-sided the branches of an area are.

References
----------
.. [1] Krugman, P. (1991). *Geography and trade*. MIT Press.
.. [2] Farhauer, O., Kröll, A. (2014). *Standorttheorien: Regional- und Stadtökonomik in Theorie
   und Praxis*. Springer Gabler. doi:10.1007/978-3-658-01574-9
.. [3] Hachman, F. C. index of diversity, as used by the University of Utah: the reciprocal of the
   location quotients' mean, weighted by the area's shares.
.. [4] Hirschman, A. O. (1964). The paternity of an index. *American Economic Review*, 54(5), 761.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray
from scipy.special import xlogy

from ..ratios import SMALLEST_BASE, ratio

Floats = NDArray[np.float64]


def industry_structure(
    employed: pd.DataFrame, reference: ArrayLike, *, smallest_base: float = SMALLEST_BASE
) -> pd.DataFrame:
    r"""Specialisation, concentration and breadth of each area's branches.

    The measures rest on the shares :math:`s_i` of :math:`k` branches in the area and
    :math:`\bar s_i` in the reference.

    Parameters
    ----------
    employed : DataFrame, shape (n, k)
        Employed by area and branch [persons], a column per branch.
    reference : array_like, shape (k,)
        Employed by branch in the reference.
    smallest_base : float
        Areas with fewer employed show nothing.

    Returns
    -------
    DataFrame, n rows
        ``krugman`` dissimilarity :math:`\sum |s_i - \bar s_i|`, 0 as the reference to 2 nothing
        in common [1]_; ``gini_spec`` Gini coefficient of the location quotients, 0 to 1 [2]_;
        ``herfindahl`` :math:`H = \sum s_i^2`, 1/k to 1 [4]_; ``herf_norm``
        :math:`(H - 1/k) / (1 - 1/k)`, 0 to 1; ``eff_branch`` :math:`1/H`, branches of equal size
        that would be as concentrated; ``hachman`` :math:`1 / \sum s_i^2 / \bar s_i`, 1 as diverse
        as the reference, towards 0 [3]_; ``shannon`` :math:`-\sum s_i \ln s_i / \ln k`, 0 one
        branch to 1 all alike; ``top_branch`` the largest branch, of equals the first, None in an
        area without employed; ``top_share`` and ``top3_share`` share of the largest and of the
        three largest [%]; ``breadth`` branches with anyone employed [%].

    Notes
    -----
    The Gini coefficient, as in [2]_, counts each branch once, whatever its size. A branch that the
    reference lacks is left out of it, and makes the Hachman index 0 where the area has it.

    Examples
    --------
    >>> branches = pd.DataFrame({"C": [20, 50], "G": [80, 50]})
    >>> industry_structure(branches, [50, 50])[["krugman", "herfindahl", "top_branch"]]
       krugman  herfindahl top_branch
    0      0.6        0.68          G
    1      0.0        0.50          C
    """
    persons = employed.to_numpy(dtype=float)
    count = persons.shape[1]
    whole = persons.sum(axis=1, keepdims=True)
    share = ratio(persons, np.broadcast_to(whole, persons.shape), smallest_base=smallest_base)
    national = np.asarray(reference, dtype=float)
    there = ratio(national, national.sum(), smallest_base=0)

    herfindahl = (share**2).sum(axis=1)
    largest = -np.sort(-share, axis=1)
    top = np.array([*employed.columns, None], dtype=object)
    return pd.DataFrame(
        {
            "krugman": np.abs(share - there).sum(axis=1),
            "gini_spec": _gini(share, there),
            "herfindahl": herfindahl,
            "herf_norm": ratio(herfindahl - 1 / count, 1 - 1 / count, smallest_base=0),
            "eff_branch": ratio(1, herfindahl, smallest_base=0),
            "hachman": _hachman(share, there),
            "shannon": ratio(-xlogy(share, share).sum(axis=1), np.log(count), smallest_base=0),
            "top_branch": top[np.where(whole[:, 0] > 0, persons.argmax(axis=1), count)],
            "top_share": 100 * largest[:, 0],
            "top3_share": 100 * largest[:, :3].sum(axis=1),
            "breadth": np.where(np.isnan(share[:, 0]), np.nan, 100 * (persons > 0).mean(axis=1)),
        }
    )


def _gini(share: Floats, there: Floats) -> Floats:
    """Gini coefficient of each area's location quotients, each branch counting once."""
    quotient = np.sort((share / np.where(there > 0, there, np.nan))[:, there > 0], axis=1)
    count = quotient.shape[1]
    rank = np.arange(1, count + 1)
    mean = quotient.mean(axis=1)
    total = (rank * (quotient - mean[:, None])).sum(axis=1)
    return ratio(2 * total, count**2 * mean, smallest_base=0)


def _hachman(share: Floats, there: Floats) -> Floats:
    """Compare with the reference; 0 where an area has a branch that the reference lacks."""
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = np.where(share > 0, share**2 / there, 0 * share)
        return np.asarray(1 / terms.sum(axis=1), dtype=float)
