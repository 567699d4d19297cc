"""Ratios and growth rates that say nothing where there is nothing to say."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .errors import InputError

SMALLEST_BASE = 10.0
"""Persons below which a ratio is not shown; our own choice, the user can change it."""


def ratio(
    numerator: ArrayLike,
    base: ArrayLike,
    *,
    smallest_base: float = SMALLEST_BASE,
    scale: float = 1.0,
) -> NDArray[np.float64]:
    """Numerator over base, missing where the base is too small to carry a ratio.

    Parameters
    ----------
    numerator, base : array_like, shape (n,)
        Counts or areas; either may be a single number.
    smallest_base : float
        Bases below this give no ratio, in the unit of ``base``; 0 asks only for a positive base.
    scale : float
        100 for per cent, 1000 for per mille.

    Returns
    -------
    ndarray, shape (n,)
        NaN where the base is 0, negative, missing or below the smallest base, and where the
        numerator is missing.

    Examples
    --------
    >>> ratio([3, 3, 3], [12, 9, 0], scale=100)
    array([25., nan, nan])
    """
    top, bottom = np.broadcast_arrays(
        np.asarray(numerator, dtype=float), np.asarray(base, dtype=float)
    )
    result = np.full(bottom.shape, np.nan)
    np.divide(top * scale, bottom, out=result, where=(bottom > 0) & (bottom >= smallest_base))
    return result


def yearly_growth(
    earlier: ArrayLike, later: ArrayLike, years: float, *, smallest_base: float = SMALLEST_BASE
) -> NDArray[np.float64]:
    r"""Mean growth per year between two counts, as a compound rate.

    .. math:: g = 100 \left( (P_1 / P_0)^{1 / (t_1 - t_0)} - 1 \right)

    Parameters
    ----------
    earlier, later : array_like, shape (n,)
        The counts at the start and at the end.
    years : float
        Years between them, above 0.
    smallest_base : float
        Earlier counts below this give no rate.

    Returns
    -------
    ndarray, shape (n,)
        Growth [% per year], -100 where nothing is left; NaN where the earlier count is 0,
        missing or below the smallest base, or the later one is missing.

    Raises
    ------
    InputError
        If the years between are not above 0.

    Examples
    --------
    >>> yearly_growth([100, 5], [121, 6], 2).round(6)
    array([10., nan])
    """
    if not years > 0:
        raise InputError(
            "The later year must come after the earlier one; there are {years} years between them.",
            years=years,
        )
    factor = ratio(later, earlier, smallest_base=smallest_base)
    return np.asarray(100 * (factor ** (1 / years) - 1))
