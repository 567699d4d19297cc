"""Residents, jobs and dwellings within catchments."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from ..errors import InputError
from ..network.graph import Floats, Measure, Network
from ..network.nearest import nearest_to_points
from ..network.search import Pairs, pairs_within
from ..network.snap import Snapped
from ..network.tiles import destination_blocks
from ..progress import Progress, silent
from ..ratios import ratio
from .bands import checked_bands, widest


def catchment_totals(
    network: Network,
    facilities: Snapped,
    points: Snapped,
    weights: ArrayLike,
    bands: Sequence[float],
    *,
    reach: ArrayLike | None = None,
    by: Measure = "length",
    inbound: bool = False,
    progress: Progress = silent,
) -> Floats:
    """Sum what lives or works within each band of each facility; catchments overlap.

    Parameters
    ----------
    network : Network
        Streets.
    facilities, points : Snapped
        Facilities and places on their edges; the straight ways to the edges count, walked where
        time is measured.
    weights : array_like, shape (p,) or (p, w)
        Residents, jobs, dwellings of each place; missing counts as 0.
    bands : sequence of float
        Limits, rising [m] or [s]; what is exactly at a limit is within.
    reach : array_like, shape (f,), optional
        A facility's own limit [m] or [s]; missing: the last band.
    by : {"length", "seconds"}
        What to measure.
    inbound : bool
        Measure from the places to the facilities instead of from the facilities.
    progress : callable
        Told the fraction done.

    Returns
    -------
    ndarray, shape (f, k, w)
        Sums within each limit, a band holding those before it.

    Raises
    ------
    InputError
        If the bands do not rise from above 0, a reach is not above 0, or there is not a weight
        for each place.

    Examples
    --------
    >>> import shapely
    >>> from ..network.build import build_network
    >>> from ..network.snap import snap
    >>> streets = build_network(shapely.from_wkt(["LINESTRING (0 0, 1000 0)"]))
    >>> homes = snap(streets, [[200, 0], [900, 0]])
    >>> catchment_totals(streets, snap(streets, [[100, 0]]), homes, [3, 5], [300, 800]).tolist()
    [[[3.0], [8.0]]]
    """
    limits = checked_bands(bands)
    weight = _weights(weights, points)
    own = widest(limits, reach, len(facilities.edge))
    result = np.zeros((len(facilities.edge), len(limits), weight.shape[1]))
    found = destination_blocks(
        network, facilities, points, limits[-1], by=by, inbound=inbound, progress=progress
    )
    for block in found:
        for band, limit in enumerate(limits):
            within = block.cost <= np.minimum(limit, own[block.origins])[:, None]
            result[block.origins, band] = within @ weight[block.targets]
    return result


def nearest_totals(
    network: Network,
    facilities: Snapped,
    points: Snapped,
    weights: ArrayLike,
    bands: Sequence[float],
    *,
    reach: ArrayLike | None = None,
    rank: ArrayLike | None = None,
    by: Measure = "length",
    inbound: bool = False,
    progress: Progress = silent,
) -> Floats:
    """Sum what lives or works within each band, each place at its nearest facility alone.

    Parameters
    ----------
    network, facilities, points, weights, bands, reach, by, inbound, progress
        As in `catchment_totals`.
    rank : array_like, shape (f,), optional
        A facility goes before all of a higher rank, be they nearer or not.

    Returns
    -------
    ndarray, shape (f, k, w)
        Sums within each limit; the sum over all facilities counts each place once.

    Raises
    ------
    InputError
        If the bands do not rise from above 0, a reach is not above 0, or there is not a weight
        for each place.

    Examples
    --------
    >>> import shapely
    >>> from ..network.build import build_network
    >>> from ..network.snap import snap
    >>> streets = build_network(shapely.from_wkt(["LINESTRING (0 0, 1000 0)"]))
    >>> stops, homes = snap(streets, [[0, 0], [500, 0]]), snap(streets, [[200, 0], [300, 0]])
    >>> nearest_totals(streets, stops, homes, [3, 5], [400]).tolist()
    [[[3.0]], [[5.0]]]
    """
    limits = checked_bands(bands)
    weight = _weights(weights, points)
    nearest = nearest_to_points(
        network,
        facilities,
        points,
        limit=widest(limits, reach, len(facilities.edge)),
        rank=rank,
        by=by,
        inbound=inbound,
        progress=progress,
    )
    used = np.flatnonzero(nearest.facility >= 0)
    result = np.zeros((len(facilities.edge), len(limits), weight.shape[1]))
    band = np.searchsorted(limits, nearest.cost[used])
    np.add.at(result, (nearest.facility[used], band), weight[used])
    return np.cumsum(result, axis=1)


def detour_factors(
    network: Network,
    facilities: Snapped,
    facility_xy: ArrayLike,
    points: Snapped,
    point_xy: ArrayLike,
    weights: ArrayLike,
    limit: ArrayLike,
    *,
    inbound: bool = False,
    progress: Progress = silent,
) -> Floats:
    """How much longer the way on the streets is than the straight line, for each facility.

    Parameters
    ----------
    network : Network
        Streets.
    facilities, points : Snapped
        Facilities and places on their edges.
    facility_xy, point_xy : array_like, shape (f, 2) and (p, 2)
        Where they really are [m].
    weights : array_like, shape (p,)
        Residents of each place; missing counts as 0.
    limit : float or array_like, shape (f,)
        Places within this length on the streets count [m].
    inbound : bool
        Measure from the places to the facilities.
    progress : callable
        Told the fraction done.

    Returns
    -------
    ndarray, shape (f,)
        Mean length on the streets over mean straight distance of the residents within the
        limit, 1 or more; NaN where nobody is, or all live at the facility itself.

    Raises
    ------
    InputError
        If the limit is not positive or not finite, or there is not a weight for each place.

    Examples
    --------
    >>> import shapely
    >>> from ..network.build import build_network
    >>> from ..network.snap import snap
    >>> streets = build_network(shapely.from_wkt(["LINESTRING (0 0, 300 0, 300 400)"]))
    >>> stop, home = [[0, 0]], [[300, 400]]
    >>> detour_factors(streets, snap(streets, stop), stop, snap(streets, home), home, [9], 800)
    array([1.4])
    """
    weight = _weights(weights, points)[:, 0]
    here = np.asarray(facility_xy, dtype=float).reshape(-1, 2)
    there = np.asarray(point_xy, dtype=float).reshape(-1, 2)
    own = np.broadcast_to(np.asarray(limit, dtype=float), (len(here),))
    farthest = float(np.max(limit))
    pairs = pairs_within(network, facilities, points, farthest, inbound=inbound, progress=progress)
    within = pairs.cost <= own[pairs.origin]
    pairs = Pairs._make(column[within] for column in pairs)
    straight = np.hypot(*(here[pairs.origin] - there[pairs.target]).T)
    people = weight[pairs.target]
    walked = np.bincount(pairs.origin, people * pairs.cost, minlength=len(here))
    flown = np.bincount(pairs.origin, people * straight, minlength=len(here))
    return ratio(walked, flown, smallest_base=0)


def _weights(weights: ArrayLike, points: Snapped) -> Floats:
    """Check the weights; one column for each kind."""
    weight = np.nan_to_num(np.asarray(weights, dtype=float))
    if weight.shape[:1] != points.edge.shape:
        raise InputError(
            "There must be one number of residents or jobs for each of the {places} places.",
            places=len(points.edge),
        )
    return weight.reshape(len(weight), -1 if weight.size else 1)
