r"""Where people shop: sales indices, market areas and shares.

References
----------
.. [1] HUI Research, Handelsfakta. *Hur stark är den lokala handeln*: the sales index.
.. [2] Reilly, W. J. (1931). *The law of retail gravitation*. Knickerbocker Press.
.. [3] Converse, P. D. (1949). New laws of retail gravitation. *Journal of Marketing*, 14(3),
   379-384. doi:10.1177/002224295001400303
.. [4] Huff, D. L. (1964). Defining and estimating a trading area. *Journal of Marketing*, 28(3),
   34-38. doi:10.1177/002224296402800307
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .errors import InputError
from .progress import Progress, blocks, silent
from .ratios import SMALLEST_BASE, ratio

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

ROWS = 4096
"""Homes that are worked on at a time."""

NEAREST = 0.5
"""Distance below which all places are as near [km]; our own choice."""


def sales_index(
    turnover: ArrayLike,
    population: ArrayLike,
    reference_turnover: float,
    reference_population: float,
    *,
    smallest_base: float = SMALLEST_BASE,
) -> Floats:
    """Retail turnover per inhabitant over that of the reference, 100 as there [1]_.

    Parameters
    ----------
    turnover : array_like, shape (n,)
        Retail turnover of each area, in any currency.
    population : array_like, shape (n,)
        Inhabitants of each area.
    reference_turnover, reference_population : float
        The same of the nation, or another reference.
    smallest_base : float
        Areas with fewer inhabitants show nothing.

    Returns
    -------
    ndarray, shape (n,)
        Above 100 where more is spent than by the inhabitants, below where they spend elsewhere;
        NaN where the area is too small or the reference empty.

    Examples
    --------
    >>> sales_index([150, 40], [1000, 1000], 1000, 10000).tolist()
    [150.0, 40.0]
    """
    there = ratio(reference_turnover, reference_population, smallest_base=0)
    here = ratio(turnover, population, smallest_base=smallest_base)
    return ratio(here, there, smallest_base=0, scale=100)


def purchasing_power(
    population: ArrayLike, spending: float, *, income_index: ArrayLike = 100.0
) -> Floats:
    """Retail spending of each area's own inhabitants.

    Parameters
    ----------
    population : array_like, shape (n,)
        Inhabitants of each area.
    spending : float
        Spending per inhabitant in the reference.
    income_index : array_like, shape (n,)
        Income per inhabitant, 100 as in the reference.

    Returns
    -------
    ndarray, shape (n,)
        In the currency of the spending.

    Examples
    --------
    >>> purchasing_power([1000, 1000], 60, income_index=[100, 110]).tolist()
    [60000.0, 66000.0]
    """
    people = np.asarray(population, dtype=float)
    return np.asarray(people * spending * np.asarray(income_index, dtype=float) / 100)


def market_share(
    turnover: ArrayLike, power: ArrayLike, *, smallest_base: float = SMALLEST_BASE
) -> Floats:
    """Turnover of each area over what its own inhabitants spend, wherever they do.

    Parameters
    ----------
    turnover, power : array_like, shape (n,)
        In the same currency; ``power`` as :func:`purchasing_power` gives it.
    smallest_base : float
        Areas with less power show nothing, in the currency.

    Returns
    -------
    ndarray, shape (n,)
        Share [%]; it may be above 100. What flows in and what flows out cannot be told from it.

    Examples
    --------
    >>> market_share([30, 90], [60, 60]).tolist()
    [50.0, 150.0]
    """
    return ratio(turnover, power, smallest_base=smallest_base, scale=100)


def reilly(
    size: ArrayLike, other_size: ArrayLike, distance: ArrayLike, other_distance: ArrayLike
) -> Floats:
    r"""Trade that a place draws from somewhere between it and another, over what the other draws.

    .. math:: \frac{T_a}{T_b} = \frac{P_a}{P_b} \left(\frac{D_b}{D_a}\right)^2

    Parameters
    ----------
    size, other_size : array_like, shape (n,)
        Inhabitants, or sales area, of the two places [2]_.
    distance, other_distance : array_like, shape (n,)
        Distance or time to each of them.

    Returns
    -------
    ndarray, shape (n,)
        Above 1 where the first draws more; NaN where the other has no size or the first no
        distance.

    Examples
    --------
    >>> reilly([4000], [1000], [20], [10]).tolist()
    [1.0]
    """
    sizes = ratio(size, other_size, smallest_base=0)
    return np.asarray(sizes * ratio(other_distance, distance, smallest_base=0) ** 2)


def break_point(size: ArrayLike, other_size: ArrayLike, distance: ArrayLike) -> Floats:
    r"""Distance from a place to where it and another one draw as much trade [3]_.

    .. math:: D_a = \frac{D}{1 + \sqrt{P_b / P_a}}

    Parameters
    ----------
    size, other_size : array_like, shape (n,)
        Inhabitants, or sales area, of the two places.
    distance : array_like, shape (n,)
        Distance or time between them.

    Returns
    -------
    ndarray, shape (n,)
        In the unit of the distance, 0 or more; NaN where the first has no size.

    Examples
    --------
    >>> break_point([4000, 1000], [1000, 4000], 30).tolist()
    [20.0, 10.0]
    """
    times = np.sqrt(ratio(other_size, size, smallest_base=0))
    return np.asarray(np.asarray(distance, dtype=float) / (1 + times))


class Market(NamedTuple):
    """Who shops where.

    Attributes
    ----------
    turnover : ndarray, shape (m,)
        Spending that each centre draws.
    leading : ndarray of int, shape (n,)
        Centre that draws most from each home, of equals the first; -1 where none is in reach.
    leading_share : ndarray, shape (n,)
        Its share [%], NaN where none is in reach.
    share : ndarray, shape (n, m)
        Share of each home's spending that each centre draws, 0 to 1.
    lost : float
        Spending of homes without a centre in reach.
    """

    turnover: Floats
    leading: Ints
    leading_share: Floats
    share: Floats
    lost: float


def huff(
    distance: ArrayLike,
    attraction: ArrayLike,
    spending: ArrayLike,
    *,
    size_power: float = 1.0,
    distance_power: float = 2.0,
    nearest: float = NEAREST,
    progress: Progress = silent,
) -> Market:
    r"""Share each home's spending between centres by their size and distance [4]_.

    .. math:: p_{ij} = \frac{S_j^\alpha d_{ij}^{-\lambda}}{\sum_k S_k^\alpha d_{ik}^{-\lambda}}

    Parameters
    ----------
    distance : array_like, shape (n, m)
        Distance or time from each home to each centre; NaN where it is out of reach.
    attraction : array_like, shape (m,)
        Sales area, or employees in retail, of each centre; missing counts as 0.
    spending : array_like, shape (n,)
        What each home spends; missing counts as 0.
    size_power, distance_power : float
        :math:`\alpha` and :math:`\lambda`.
    nearest : float
        Shorter distances count as this, above 0.
    progress : callable
        Told the fraction done.

    Returns
    -------
    Market
        The turnover of all centres and what is lost make up the spending.

    Raises
    ------
    InputError
        If the tables do not fit, or a number is negative.

    Examples
    --------
    >>> market = huff([[10, 5], [5, 15]], [5000, 10000], [5e6, 3e6])
    >>> market.turnover.round().tolist()
    [3010101.0, 4989899.0]
    """
    away, size, money = (np.asarray(v, dtype=float) for v in (distance, attraction, spending))
    size, money = np.nan_to_num(size), np.nan_to_num(money)
    _check_market(away, size, money, nearest)
    pull = np.where(size > 0, size**size_power, 0.0)
    share = np.zeros(away.shape)
    for block in blocks(len(away), ROWS, progress):
        drawn = pull * np.maximum(away[block], nearest) ** -distance_power
        drawn = np.nan_to_num(drawn)
        whole = np.broadcast_to(drawn.sum(axis=1, keepdims=True), drawn.shape)
        np.divide(drawn, whole, out=share[block], where=whole > 0)
    reached = share.sum(axis=1) > 0
    best = share.argmax(axis=1) if len(size) else np.zeros(len(away), dtype=np.int64)
    return Market(
        turnover=money @ share,
        leading=np.where(reached, best, -1),
        leading_share=np.where(reached, 100 * share.max(axis=1, initial=0), np.nan),
        share=share,
        lost=float(money[~reached].sum()),
    )


def _check_market(away: Floats, size: Floats, money: Floats, nearest: float) -> None:
    if away.shape != money.shape + size.shape:
        raise InputError(
            "The distances must have a row for each home and a column for each centre."
        )
    if not nearest > 0:
        raise InputError("The shortest distance that counts must be above 0.")
    for values in (away, size, money):
        if (values < 0).any():
            raise InputError(
                "Distances, sizes and spending must be 0 or more; one is {value}.",
                value=float(values[values < 0][0]),
            )
