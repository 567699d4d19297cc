"""Ways on foot between places and stops, and all the way, straight or on streets."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.spatial import cKDTree

from ...errors import InputError
from ...network.graph import WALKING_SPEED, Network
from ...network.search import pairs_within
from ...network.snap import Snapped
from ...progress import Progress, silent

Ints = NDArray[np.int64]

DETOUR = 1.3
"""Walked over straight distance; our own choice, usual for street networks in towns."""


class Access(NamedTuple):
    """Ways on foot between places and stops.

    Attributes
    ----------
    place, stop : ndarray of int64, shape (n,)
        Origin or destination, and stop; no pair comes twice.
    seconds : ndarray of int64, shape (n,)
        Walking time [s].
    """

    place: Ints
    stop: Ints
    seconds: Ints


def access_of(place: ArrayLike, stop: ArrayLike, seconds: ArrayLike) -> Access:
    """Take ways between places and stops, the quickest of each pair.

    Parameters
    ----------
    place, stop : array_like of int, shape (n,)
        Origin or destination, and stop.
    seconds : array_like, shape (n,)
        Walking times [s], rounded up to whole seconds.

    Returns
    -------
    Access
        Sorted by place, then stop.

    Raises
    ------
    InputError
        If a time is negative or not finite.

    Examples
    --------
    >>> access_of([0, 0], [7, 7], [60, 30.5]).seconds.tolist()
    [31]
    """
    places, stops = (np.asarray(ends, dtype=np.int64).reshape(-1) for ends in (place, stop))
    time = np.asarray(seconds, dtype=np.float64).reshape(-1)
    if not (np.isfinite(time) & (time >= 0)).all():
        raise InputError("Walking times to stops must be finite and not negative.")
    whole = np.ceil(time).astype(np.int64)
    order = np.lexsort((whole, stops, places))
    places, stops, whole = places[order], stops[order], whole[order]
    first = np.ones(len(places), dtype=bool)
    first[1:] = (places[1:] != places[:-1]) | (stops[1:] != stops[:-1])
    return Access(places[first], stops[first], whole[first])


def straight_ways(
    places: ArrayLike,
    stops: ArrayLike,
    *,
    limit: float,
    speed: float = WALKING_SPEED,
    detour: float = DETOUR,
) -> Access:
    """Walk between places and stops, straight with a detour factor.

    Parameters
    ----------
    places, stops : array_like, shape (n, 2) and (m, 2)
        Projected coordinates [m]; a row without finite ones has no ways.
    limit : float
        Longest walk [m], the detour included.
    speed : float
        Walking speed [km/h].
    detour : float
        Walked over straight distance, at least 1.

    Returns
    -------
    Access
        Every pair within the limit.

    Raises
    ------
    InputError
        If the speed is not positive, the limit is negative or the detour is below 1.

    Examples
    --------
    >>> straight_ways([[0, 0]], [[80, 0], [900, 0]], limit=500, speed=4.8, detour=1.0).seconds
    array([60])
    """
    check_walk(limit, speed, detour)
    ends = [np.asarray(points, dtype=np.float64).reshape(-1, 2) for points in (places, stops)]
    known = [np.flatnonzero(np.isfinite(points).all(axis=1)) for points in ends]
    trees = [cKDTree(points[rows]) for points, rows in zip(ends, known)]
    near = trees[0].sparse_distance_matrix(trees[1], limit / detour, output_type="ndarray")
    return access_of(
        known[0][near["i"]], known[1][near["j"]], walking_seconds(near["v"] * detour, speed)
    )


def street_ways(
    network: Network,
    places: Snapped,
    stops: Snapped,
    *,
    limit: float,
    speed: float = WALKING_SPEED,
    progress: Progress = silent,
) -> Access:
    """Walk between places and stops, or other places, on the streets.

    Parameters
    ----------
    network : Network
        Streets; pedestrians walk both ways, so build it without directions.
    places, stops : Snapped
        On their edges.
    limit : float
        Longest walk [m].
    speed : float
        Walking speed [km/h].
    progress : callable
        Told the fraction done.

    Returns
    -------
    Access
        Every pair within the limit.

    Raises
    ------
    InputError
        If the speed or the limit is not positive.

    Examples
    --------
    >>> import shapely
    >>> from ...network.build import build_network
    >>> from ...network.snap import snap
    >>> streets = build_network(shapely.from_wkt(["LINESTRING (0 0, 800 0)"]))
    >>> homes, stops = snap(streets, [[0, 0]]), snap(streets, [[80, 0], [640, 0]])
    >>> street_ways(streets, homes, stops, limit=500, speed=4.8).seconds
    array([60])
    """
    check_walk(limit, speed, 1.0)
    near = pairs_within(network, places, stops, limit, progress=progress)
    return access_of(near.origin, near.target, walking_seconds(near.cost, speed))


def walking_seconds(metres: ArrayLike, speed: float) -> NDArray[np.float64]:
    """Return the time of walks [s], free of the rounding of lengths."""
    seconds: NDArray[np.float64] = np.round(np.asarray(metres, dtype=np.float64) * 3.6 / speed, 6)
    return seconds


def check_walk(limit: float, speed: float, detour: float) -> None:
    """Refuse walks that cannot be made."""
    if not speed > 0 or not detour >= 1 or not limit >= 0:
        raise InputError(
            "The walking speed must be positive, the longest walk not negative and the detour "
            "factor at least 1."
        )
