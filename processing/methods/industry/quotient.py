r"""Specialisation and growth of branches beside a reference.

References
----------
.. [1] Isserman, A. M. (1977). The location quotient approach to estimating regional economic
   impacts. *Journal of the American Institute of Planners*, 43(1), 33-41.
   doi:10.1080/01944367708977758
.. [2] Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference.
   *Journal of the American Statistical Association*, 22(158), 209-212.
   doi:10.1080/01621459.1927.10502953
.. [3] Linköpings kommun, Statistik. *Samlad planering*: specialiseringsgrad and relativ tillväxt,
   combined to tell how strong or vulnerable a branch is in an area.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtri

from ..ratios import SMALLEST_BASE, ratio

Floats = NDArray[np.float64]


class LocationQuotient(NamedTuple):
    """Specialisation of each area in each branch, 100 as in the reference.

    Attributes
    ----------
    quotient, low, high : ndarray, shape (n, k)
        The quotient and its interval of confidence.
    """

    quotient: Floats
    low: Floats
    high: Floats


def location_quotient(
    employed: ArrayLike,
    reference: ArrayLike,
    *,
    confidence: float = 0.95,
    smallest_base: float = SMALLEST_BASE,
) -> LocationQuotient:
    r"""Share of a branch in an area over its share in the reference [1]_.

    .. math:: LQ_{ir} = 100 \frac{e_{ir} / e_r}{e_{in} / e_n}

    Parameters
    ----------
    employed : array_like, shape (n, k)
        Employed by area and branch [persons].
    reference : array_like, shape (k,)
        Employed by branch in the reference: the nation, the county, the labour market area.
    confidence : float
        Probability of the interval, which takes the area's persons for a sample of a larger one
        and the reference for known (Wilson's interval [2]_).
    smallest_base : float
        Areas with fewer employed in all show nothing. A branch may be small: its interval says
        how little a high quotient then means.

    Returns
    -------
    LocationQuotient
        100 where the branch is as important as in the reference, 0 where it is missing; NaN where
        the area is too small or the reference has none of the branch.

    Examples
    --------
    >>> found = location_quotient([[20, 80]], [10, 90])
    >>> found.quotient.round(1).tolist(), found.low.round(1).tolist()
    ([[200.0, 88.9]], [[133.4, 79.0]])
    """
    persons = np.atleast_2d(np.asarray(employed, dtype=float))
    whole = np.broadcast_to(persons.sum(axis=1, keepdims=True), persons.shape)
    national = np.asarray(reference, dtype=float)
    share_there = ratio(national, national.sum(), smallest_base=0)

    def quotient(share: Floats) -> Floats:
        return ratio(share, share_there, smallest_base=0, scale=100)

    share = ratio(persons, whole, smallest_base=smallest_base)
    low, high = _wilson(share, whole, confidence)
    return LocationQuotient(quotient(share), quotient(low), quotient(high))


def _wilson(share: Floats, count: Floats, confidence: float) -> tuple[Floats, Floats]:
    """Interval of confidence of shares of counts; NaN stays NaN."""
    z = float(ndtri((1 + confidence) / 2))
    persons = np.where(np.isnan(share), np.nan, count)
    middle = (share + z**2 / (2 * persons)) / (1 + z**2 / persons)
    variance = share * (1 - share) / persons + z**2 / (4 * persons**2)
    half = z / (1 + z**2 / persons) * np.sqrt(variance)
    # exactly 0 and 1 at the ends, where rounding would leave a trace
    low = np.where(share == 0, 0.0, middle - half)
    return low, np.where(share == 1, 1.0, middle + half)


def relative_growth(
    earlier: ArrayLike,
    later: ArrayLike,
    reference_earlier: ArrayLike,
    reference_later: ArrayLike,
    *,
    smallest_base: float = SMALLEST_BASE,
) -> Floats:
    r"""Growth of a branch in an area over its growth in the reference [3]_.

    .. math:: RT_{ir} = 100 \frac{e_{ir,1} / e_{ir,0}}{e_{in,1} / e_{in,0}}

    Parameters
    ----------
    earlier, later : array_like, shape (n, k)
        Employed by area and branch [persons].
    reference_earlier, reference_later : array_like, shape (k,)
        Employed by branch in the reference.
    smallest_base : float
        Branches of an area with fewer employed at the start show nothing.

    Returns
    -------
    ndarray, shape (n, k)
        100 where the branch grew, or shrank, as in the reference; NaN where the base is too
        small, or where the reference had or has none of the branch.

    Examples
    --------
    >>> relative_growth([[100, 5]], [[110, 9]], [1000, 50], [1000, 60]).tolist()
    [[110.00000000000001, nan]]
    """
    local = ratio(later, earlier, smallest_base=smallest_base)
    there = ratio(reference_later, reference_earlier, smallest_base=0)
    return ratio(local, there, smallest_base=0, scale=100)


def quadrants(
    quotient: ArrayLike, growth: ArrayLike, *, level: float = 100.0
) -> NDArray[np.object_]:
    """Tell how strong or vulnerable branches are, from specialisation and growth together [3]_.

    Parameters
    ----------
    quotient, growth : array_like, shape (n, k)
        As :func:`location_quotient` and :func:`relative_growth` give them.
    level : float
        Where high begins, itself included: our own choice.

    Returns
    -------
    ndarray of str, shape (n, k)
        "strong" (important and growing more than in the reference), "growing" (not important),
        "vulnerable" (important but falling behind) or "weak"; None where either is missing.

    Examples
    --------
    >>> quadrants([[120, 80, 120, 80]], [[110, 110, 90, float("nan")]]).tolist()
    [['strong', 'growing', 'vulnerable', None]]
    """
    important = np.asarray(quotient, dtype=float)
    grows = np.asarray(growth, dtype=float)
    names = np.array([["weak", "growing"], ["vulnerable", "strong"]], dtype=object)
    known = ~(np.isnan(important) | np.isnan(grows))
    found = names[(important >= level).astype(int), (grows >= level).astype(int)]
    return np.where(known, found, np.array(None, dtype=object))


def basic_employment(
    employed: ArrayLike, reference: ArrayLike, *, smallest_base: float = SMALLEST_BASE
) -> pd.DataFrame:
    r"""Employed who serve other areas, and how many all of them support [1]_.

    .. math:: B_r = \sum_i \max\left(0, e_{ir} - e_r \frac{e_{in}}{e_n}\right)

    What a branch employs above its share in the reference is taken to be for others; without
    better knowledge, for the area's other branches live on it.

    Parameters
    ----------
    employed : array_like, shape (n, k)
        Employed by area and branch [persons].
    reference : array_like, shape (k,)
        Employed by branch in the reference.
    smallest_base : float
        Fewer basic employed give no multiplier.

    Returns
    -------
    DataFrame, n rows
        ``basic_emp`` basic employed [persons]; ``base_mult`` all employed per basic employed, 1
        or more, NaN where there are too few.

    Examples
    --------
    >>> basic_employment([[40, 60], [10, 90]], [10, 90])
       basic_emp  base_mult
    0       30.0   3.333333
    1        0.0        NaN
    """
    persons = np.atleast_2d(np.asarray(employed, dtype=float))
    national = np.asarray(reference, dtype=float)
    whole = persons.sum(axis=1)
    share = ratio(national, national.sum(), smallest_base=0)
    basic = np.maximum(persons - np.outer(whole, share), 0).sum(axis=1)
    return pd.DataFrame(
        {"basic_emp": basic, "base_mult": ratio(whole, basic, smallest_base=smallest_base)}
    )
