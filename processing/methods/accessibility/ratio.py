r"""How much longer a journey by public transport takes than by car, door to door.

References
----------
.. [1] Region Stockholm. *Uppföljning av RUFS*, restid: public transport competes with the car where
   it takes at most 1.5 times as long from door to door. https://rufs.se/uppfoljning
.. [2] Göteborgs Stad, Trafikkontoret: travel time ratios (restidskvoter) of at most 1.2 and 1.5.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from ..errors import InputError
from ..ratios import ratio
from .times import TravelTimes

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

LIMITS = (1.2, 1.5, 2.0)
"""Upper limits of the classes: 1.5 is in [1]_, 1.2 in [2]_, and 2 is our own choice."""

SHORTEST = 5.0
"""Shortest time by car that a ratio is shown for [min]; our own choice."""


def ratio_classes(ratios: ArrayLike, limits: Sequence[float] = LIMITS) -> Floats:
    """Class of each travel time ratio by upper limits.

    Parameters
    ----------
    ratios : array_like, shape (n,)
        Ratios; NaN where unknown.
    limits : sequence of float, k of them
        Upper limits, rising and above 0; the limit itself is within.

    Returns
    -------
    ndarray, shape (n,)
        1 for the best class to k + 1; NaN where the ratio is unknown.

    Raises
    ------
    InputError
        If there is no limit, or they do not rise from above 0.

    Examples
    --------
    >>> ratio_classes([1.2, 1.21, 9, float("nan")])
    array([ 1.,  2.,  4., nan])
    """
    bounds, values = np.asarray(limits, dtype=float), np.asarray(ratios, dtype=float)
    if not len(bounds) or not bounds[0] > 0 or not (np.diff(bounds) > 0).all():
        raise InputError(
            "The limits of the classes must rise and begin above 0, such as 1.2, 1.5, 2."
        )
    return np.where(np.isnan(values), np.nan, 1.0 + np.searchsorted(bounds, values, side="left"))


def pair_ratios(
    transit: TravelTimes,
    car: TravelTimes,
    *,
    extra: float = 0.0,
    limits: Sequence[float] = LIMITS,
    shortest: float = SHORTEST,
) -> pd.DataFrame:
    r"""Compare the times of public transport and car for each pair of places [1]_.

    .. math:: R_{ij} = \frac{t^{transit}_{ij}}{t^{car}_{ij} + e}

    Parameters
    ----------
    transit, car : TravelTimes
        Between the same n places, from door to door.
    extra : float
        Added to each time by car, such as for parking and the walk to and from the car [min].
    limits : sequence of float
        Upper limits of the classes, see :func:`ratio_classes`.
    shortest : float
        Shorter times by car give no ratio [min].

    Returns
    -------
    DataFrame, a row for each pair with a time by either
        ``origin`` and ``destination`` (positions, sorted; a place with itself is left out),
        ``transit`` and ``car`` [min], ``difference`` [min] by which public transport takes
        longer, ``ratio``, ``rank`` of its class. NaN where a time is missing, and the last two
        also where the time by car is 0 or below the shortest.

    Raises
    ------
    InputError
        If the times are not between the same places, the extra minutes are negative or the
        limits do not rise.

    Examples
    --------
    >>> from .times import times_from_matrix
    >>> transit = times_from_matrix([[0, 45], [np.nan, 0]])
    >>> pair_ratios(transit, times_from_matrix([[0, 30], [25, 0]]))
       origin  destination  transit   car  difference  ratio  rank
    0       0            1     45.0  30.0        15.0    1.5   2.0
    1       1            0      NaN  25.0         NaN    NaN   NaN
    """
    if {transit.origins, transit.destinations, car.origins} != {car.destinations}:
        raise InputError("The times by public transport and car must be between the same places.")
    if not 0 <= extra < np.inf:
        raise InputError("The minutes added to the time by car cannot be fewer than 0.")
    there, driven = _pair_numbers(transit), _pair_numbers(car)
    pairs = np.union1d(there, driven)
    compared = _compared(
        _placed(transit.minutes, there, pairs),
        _placed(car.minutes, driven, pairs) + extra,
        limits,
        shortest,
    )
    compared.insert(0, "origin", pairs // max(transit.origins, 1))
    compared.insert(1, "destination", pairs % max(transit.origins, 1))
    apart = compared["origin"] != compared["destination"]
    return compared[apart].reset_index(drop=True)


def ratios_to_centres(
    pairs: pd.DataFrame,
    centres: ArrayLike,
    places: int,
    *,
    flows: pd.DataFrame | None = None,
    limits: Sequence[float] = LIMITS,
    shortest: float = SHORTEST,
) -> pd.DataFrame:
    r"""Compare the times of public transport and car from each place to its centres.

    .. math:: R_i = \frac{\sum_c w_{ic} t^{transit}_{ic}}{\sum_c w_{ic} t^{car}_{ic}}

    over the centres :math:`c` with both times. All count alike, or by the travellers of a flow
    table, so that the ratio is that of the time they spend altogether.

    Parameters
    ----------
    pairs : DataFrame
        As :func:`pair_ratios` returns it.
    centres : array_like of int
        Positions of the centres; a centre's way to itself does not count.
    places : int
        Number of places n.
    flows : DataFrame, optional
        Columns ``origin`` and ``destination`` (positions) and ``travellers``, 0 or more; pairs
        that occur more than once are summed.
    limits, shortest
        As for :func:`pair_ratios`, with the mean time by car.

    Returns
    -------
    DataFrame, n rows
        Mean ``transit`` and ``car`` [min], ``difference`` [min], ``ratio``, ``rank``, and
        ``covered``: centres with both times, or travellers to them, as a share of those to all
        centres [%]. NaN where there is no centre, or nobody travels to any.

    Raises
    ------
    InputError
        If a number of travellers is negative or the limits do not rise.

    Examples
    --------
    >>> from .times import times_from_matrix
    >>> transit = times_from_matrix([[0, 40, 50], [40, 0, 60], [np.nan, 60, 0]])
    >>> car = times_from_matrix([[0, 20, 40], [20, 0, 30], [40, 30, 0]])
    >>> found = ratios_to_centres(pair_ratios(transit, car), [0, 1], 3)
    >>> found[["transit", "car", "ratio", "covered"]].values.tolist()
    [[40.0, 20.0, 2.0, 100.0], [40.0, 20.0, 2.0, 100.0], [60.0, 30.0, 2.0, 50.0]]
    """
    weighted = _weights(np.unique(np.asarray(centres, dtype=np.int64)), places, flows)
    joined = weighted.merge(pairs, on=["origin", "destination"], how="left")
    origin, weight = joined["origin"].to_numpy(), joined["weight"].to_numpy()
    both = joined[["transit", "car"]].notna().all(axis=1).to_numpy()

    def total(values: Floats) -> Floats:
        return np.asarray(np.bincount(origin, values, minlength=places), dtype=float)

    used = np.where(both, weight, 0.0)
    sums = {name: total(used * joined[name].fillna(0).to_numpy()) for name in ("transit", "car")}
    counted = total(used)
    means = {name: ratio(value, counted, smallest_base=0) for name, value in sums.items()}
    compared = _compared(means["transit"], means["car"], limits, shortest)
    return compared.assign(covered=ratio(counted, total(weight), smallest_base=0, scale=100))


def _pair_numbers(times: TravelTimes) -> Ints:
    """Return a number for each pair, by origin and destination."""
    origin = np.repeat(np.arange(times.origins), np.diff(times.starts))
    return np.asarray(origin * times.destinations + times.destination)


def _placed(minutes: Floats, numbers: Ints, pairs: Ints) -> Floats:
    """Put the times of some pairs among all; NaN for the others."""
    result = np.full(len(pairs), np.nan)
    result[np.searchsorted(pairs, numbers)] = minutes
    return result


def _compared(
    transit: Floats, car: Floats, limits: Sequence[float], shortest: float
) -> pd.DataFrame:
    ratios = ratio(transit, car, smallest_base=shortest)
    return pd.DataFrame(
        {
            "transit": transit,
            "car": car,
            "difference": transit - car,
            "ratio": ratios,
            "rank": ratio_classes(ratios, limits),
        }
    )


def _weights(centres: Ints, places: int, flows: pd.DataFrame | None) -> pd.DataFrame:
    """Weigh the way from each place to each centre but itself."""
    if flows is not None:
        if (flows["travellers"] < 0).any():
            raise InputError("The number of travellers between two places cannot be negative.")
        used = flows[flows["destination"].isin(centres) & (flows["origin"] != flows["destination"])]
        weight = used.groupby(["origin", "destination"])["travellers"].sum().astype(float)
        return weight.rename("weight").reset_index()
    origin = np.repeat(np.arange(places), len(centres))
    ways = pd.DataFrame({"origin": origin, "destination": np.tile(centres, places), "weight": 1.0})
    return ways[ways["origin"] != ways["destination"]].reset_index(drop=True)
