"""From the travel times of all departures of a window to a few figures.

References
----------
.. [1] Conway, M. W., Byrd, A., & van der Linden, M. (2017). Evidence-based transit and land use
   sketch planning using interactive accessibility methods on combined schedule and headway-based
   networks. *Transportation Research Record*, 2653, 45-53. doi:10.3141/2653-06
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...errors import InputError

Floats = NDArray[np.float32]


class Summary(NamedTuple):
    """Figures of pairs of places over a window.

    Attributes
    ----------
    seconds : ndarray of float32, shape (k, percentiles)
        Travel time not exceeded by so many percent of the departures [s], NaN where fewer have
        a journey at all.
    best : ndarray of float32, shape (k,)
        Shortest travel time [s], NaN without any journey.
    share : ndarray of float32, shape (k, thresholds)
        Share of the departures with a journey within the threshold [0-1].
    """

    seconds: Floats
    best: Floats
    share: Floats


def summarise(
    travel: NDArray[Any],
    *,
    percentiles: Sequence[float] = (50,),
    within: Sequence[float] = (),
    limit: int,
) -> Summary:
    """Summarise travel times over the departures of a window [1]_.

    A percentile is the least time within which at least that share of the departures arrive
    (nearest rank); nothing is interpolated between journeys.

    Parameters
    ----------
    travel : ndarray of int, shape (k, departures)
        Travel times [s].
    percentiles : sequence of float
        Percentiles, above 0 and at most 100.
    within : sequence of float
        Thresholds [s].
    limit : int
        Travel times above this count as no journey [s].

    Returns
    -------
    Summary
        Percentiles, best and shares.

    Raises
    ------
    InputError
        If a percentile is not above 0 and at most 100.

    Examples
    --------
    >>> travel = np.array([[600, 900, 300, 9999]])
    >>> summarise(travel, percentiles=[50, 75, 100], within=[600], limit=7200)
    Summary(seconds=array([[600., 900.,  nan]], dtype=float32), best=array([300.], dtype=float32), \
share=array([[0.5]], dtype=float32))
    """
    ranks = ranks_of(percentiles, travel.shape[1])
    # numbers of 4 bytes are sorted many times faster than those of 2
    ordered = np.sort(travel.astype(np.int32), axis=1)
    share = [(ordered <= min(seconds, limit)).mean(axis=1) for seconds in within]
    wanted = _known(ordered[:, [0, *ranks]], limit)
    shares = np.array(share, dtype=np.float32).reshape(len(within), len(travel)).T
    return Summary(wanted[:, 1:], wanted[:, 0], shares)


def ranks_of(percentiles: Sequence[float], count: int) -> list[int]:
    """Places of percentiles among ``count`` sorted numbers.

    Examples
    --------
    >>> ranks_of([1, 50, 51, 100], 4)
    [0, 1, 2, 3]
    """
    for percentile in percentiles:
        if not 0 < percentile <= 100:
            raise InputError(
                "A percentile must be above 0 and at most 100, not {percentile}.",
                percentile=percentile,
            )
    return [int(np.ceil(round(share * count / 100, 9))) - 1 for share in percentiles]


def _known(seconds: NDArray[Any], limit: int) -> Floats:
    return np.where(seconds <= limit, seconds, np.nan).astype(np.float32)
