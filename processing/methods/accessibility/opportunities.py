r"""How many opportunities can be reached, and how soon.

References
----------
.. [1] Hansen, W. G. (1959). How accessibility shapes land use. *Journal of the American Institute
   of Planners*, 25(2), 73-76. doi:10.1080/01944365908978307
.. [2] Geurs, K. T., van Wee, B. (2004). Accessibility evaluation of land-use and transport
   strategies. *Journal of Transport Geography*, 12(2), 127-140.
   doi:10.1016/j.jtrangeo.2003.10.005
.. [3] Cui, M., Levinson, D. (2020). Primal and dual access. *Geographical Analysis*, 52(3),
   452-474. doi:10.1111/gean.12220
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..errors import InputError
from ..progress import Progress, silent
from .decay import Decay
from .times import Piece, TravelTimes, amounts

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def cumulative(
    times: TravelTimes,
    opportunities: ArrayLike,
    thresholds: Sequence[float],
    *,
    progress: Progress = silent,
) -> Floats:
    r"""Opportunities that can be reached within given times [2]_.

    .. math:: A_i(T) = \sum_{j:\ t_{ij} \le T} O_j

    Parameters
    ----------
    times : TravelTimes
        From n origins to m destinations.
    opportunities : array_like, shape (m,)
        Opportunities at each destination; missing counts as 0.
    thresholds : sequence of float, k of them
        Times [min]; the threshold itself is within.
    progress : callable
        Told the fraction done.

    Returns
    -------
    ndarray, shape (n, k)
        Opportunities, 0 where none can be reached.

    Raises
    ------
    InputError
        If an opportunity or a threshold is negative, or there is no threshold.

    Examples
    --------
    >>> from .times import times_from_matrix
    >>> cumulative(times_from_matrix([[10, 30, 50]]), [5, 7, 100], [30, 15]).tolist()
    [[12.0, 5.0]]
    """
    supply = amounts(opportunities, times.destinations)
    limits = np.asarray(thresholds, dtype=float)
    if not len(limits) or not (limits >= 0).all():
        raise InputError("Give at least one time, in minutes, and none below 0.")
    different, column = np.unique(limits, return_inverse=True)
    bands = len(different) + 1
    result = np.zeros((times.origins, len(limits)))
    for piece in times.pieces(progress):
        band = np.searchsorted(different, piece.minutes, side="left")
        sums = np.bincount(
            piece.origin * bands + band, supply[piece.destination], _count(piece) * bands
        )
        reached = sums.reshape(-1, bands)[:, :-1].cumsum(axis=1)
        result[piece.block] = reached[:, np.ravel(column)]
    return result


def gravity(
    times: TravelTimes, opportunities: ArrayLike, weight: Decay, *, progress: Progress = silent
) -> Floats:
    r"""Opportunities, each counting less the longer it takes to get there [1]_.

    .. math:: A_i = \sum_j O_j f(t_{ij})

    Parameters
    ----------
    times : TravelTimes
        From n origins to m destinations.
    opportunities : array_like, shape (m,)
        Opportunities at each destination; missing counts as 0.
    weight : Decay
        The decay function :math:`f`, see :func:`.decay.decay`.
    progress : callable
        Told the fraction done.

    Returns
    -------
    ndarray, shape (n,)
        Weighted opportunities, 0 where none can be reached.

    Raises
    ------
    InputError
        If an opportunity is negative.

    Examples
    --------
    >>> from .decay import decay
    >>> from .times import times_from_matrix
    >>> gravity(times_from_matrix([[10, 20]]), [8, 8], decay("exponential", np.log(2) / 10))
    array([6.])
    """
    supply = amounts(opportunities, times.destinations)
    result = np.zeros(times.origins)
    for piece in times.pieces(progress):
        weighted = supply[piece.destination] * weight(piece.minutes)
        result[piece.block] = np.bincount(piece.origin, weighted, _count(piece))
    return result


class Closest(NamedTuple):
    """The destination with opportunities that is reached first.

    Attributes
    ----------
    minutes : ndarray, shape (n,)
        Travel time [min]; NaN where none can be reached.
    destination : ndarray of int, shape (n,)
        Its number, of equals the lowest; -1 where none can be reached.
    """

    minutes: Floats
    destination: Ints


def closest(
    times: TravelTimes, opportunities: ArrayLike, *, progress: Progress = silent
) -> Closest:
    """Find the closest destination that has an opportunity.

    Parameters
    ----------
    times : TravelTimes
        From n origins to m destinations.
    opportunities : array_like, shape (m,)
        Opportunities at each destination; those without any are passed over.
    progress : callable
        Told the fraction done.

    Returns
    -------
    Closest

    Raises
    ------
    InputError
        If an opportunity is negative.

    Examples
    --------
    >>> from .times import times_from_matrix
    >>> closest(times_from_matrix([[3, 10, 9]]), [0, 1, 2])
    Closest(minutes=array([9.]), destination=array([2]))
    """
    supply = amounts(opportunities, times.destinations)
    minutes = np.full(times.origins, np.nan)
    destination = np.full(times.origins, -1, dtype=np.int64)
    for piece in times.pieces(progress):
        kept = _soonest_first(piece, supply)
        origin, first = np.unique(kept.origin, return_index=True)
        minutes[piece.block][origin] = kept.minutes[first]
        destination[piece.block][origin] = kept.destination[first]
    return Closest(minutes, destination)


def time_to_reach(
    times: TravelTimes,
    opportunities: ArrayLike,
    wanted: Sequence[float],
    *,
    progress: Progress = silent,
) -> Floats:
    """Time it takes to reach given numbers of opportunities, the dual of counting them [3]_.

    With 1, 2, 3 wanted, and one opportunity at each destination, these are the times to the
    nearest three destinations.

    Parameters
    ----------
    times : TravelTimes
        From n origins to m destinations.
    opportunities : array_like, shape (m,)
        Opportunities at each destination; missing counts as 0.
    wanted : sequence of float, k of them
        Numbers of opportunities, above 0.
    progress : callable
        Told the fraction done.

    Returns
    -------
    ndarray, shape (n, k)
        Travel time [min] to the destination with which the number is reached; NaN where it cannot
        be reached.

    Raises
    ------
    InputError
        If an opportunity is negative or a number is not above 0.

    Examples
    --------
    >>> from .times import times_from_matrix
    >>> time_to_reach(times_from_matrix([[10, 30, 50]]), [1, 0, 2], [1, 2, 4]).tolist()
    [[10.0, 50.0, nan]]
    """
    supply = amounts(opportunities, times.destinations)
    numbers = np.asarray(wanted, dtype=float)
    if not len(numbers) or not (numbers > 0).all():
        raise InputError("Give at least one number of opportunities to reach, each above 0.")
    result = np.full((times.origins, len(numbers)), np.nan)
    for piece in times.pieces(progress):
        kept = _soonest_first(piece, supply)
        if not len(kept.origin):
            continue
        reached = _running_totals(kept.origin, supply[kept.destination])
        for column, number in enumerate(numbers):
            enough = np.flatnonzero(reached >= number)
            origin, first = np.unique(kept.origin[enough], return_index=True)
            result[piece.block][origin, column] = kept.minutes[enough[first]]
    return result


def _count(piece: Piece) -> int:
    return int(piece.block.stop - piece.block.start)


def _soonest_first(piece: Piece, supply: Floats) -> Piece:
    """Pairs whose destination has opportunities, for each origin the soonest first."""
    kept = np.flatnonzero(supply[piece.destination] > 0)
    order = kept[np.lexsort((piece.destination[kept], piece.minutes[kept], piece.origin[kept]))]
    return Piece(piece.block, piece.origin[order], piece.destination[order], piece.minutes[order])


def _running_totals(group: Ints, values: Floats) -> Floats:
    """Cumulative sums that begin anew with each group of sorted groups."""
    total = values.cumsum()
    first = np.r_[True, group[1:] != group[:-1]]
    before = (total - values)[first]
    return np.asarray(total - before[first.cumsum() - 1])
