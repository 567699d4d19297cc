"""How far it is to the nearest service of each type."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray
from scipy.spatial import cKDTree

from ..network.graph import Measure, Network
from ..network.nearest import nearest_to_points
from ..network.snap import Snapped
from ..progress import Progress, silent
from ..ratios import SMALLEST_BASE, ratio

Floats = NDArray[np.float64]


def straight_distances(
    origins: ArrayLike,
    places: ArrayLike,
    types: ArrayLike,
    checklist: Sequence[str],
    *,
    progress: Progress = silent,
) -> pd.DataFrame:
    """Straight distance from each origin to the nearest outlet of each service type.

    Parameters
    ----------
    origins : array_like, shape (n, 2)
        Homes or centres [m].
    places : array_like, shape (p, 2)
        Outlets [m].
    types : array_like of str, shape (p,)
        Service type of each outlet.
    checklist : sequence of str
        Service types.
    progress : callable
        Told the fraction done.

    Returns
    -------
    DataFrame, n rows
        One column for each type of the checklist: distance [m]; NaN where there is no outlet,
        or the origin has no place.

    Examples
    --------
    >>> straight_distances([[0, 0]], [[30, 40], [90, 0]], ["shop", "shop"], ["shop", "library"])
       shop  library
    0  50.0      NaN
    """
    xy = np.asarray(origins, dtype=float).reshape(-1, 2)
    outlets = np.asarray(places, dtype=float).reshape(-1, 2)
    placed = np.isfinite(xy).all(axis=1)

    def nearest(chosen: NDArray[np.int64]) -> Floats:
        distance = np.full(len(xy), np.nan)
        chosen = chosen[np.isfinite(outlets[chosen]).all(axis=1)]
        if len(chosen):
            distance[placed] = cKDTree(outlets[chosen]).query(xy[placed])[0]
        return distance

    return _by_type(nearest, types, checklist, progress)


def street_distances(
    network: Network,
    origins: Snapped,
    places: Snapped,
    types: ArrayLike,
    checklist: Sequence[str],
    *,
    limit: float = np.inf,
    by: Measure = "length",
    progress: Progress = silent,
) -> pd.DataFrame:
    """Distance or time on the streets from each origin to the nearest outlet of each type.

    Parameters
    ----------
    network : Network
        Streets.
    origins, places : Snapped
        Homes or centres, and outlets, on their edges.
    types : array_like of str
        Service type of each outlet.
    checklist : sequence of str
        Service types.
    limit : float
        What is farther is not looked for [m] or [s].
    by : {"length", "seconds"}
        What to measure; one-way streets are followed on the way there.
    progress : callable
        Told the fraction done.

    Returns
    -------
    DataFrame, n rows
        One column for each type of the checklist: distance [m] or time [s]; NaN where no outlet
        can be reached within the limit.

    Examples
    --------
    >>> import shapely
    >>> from ..network.build import build_network
    >>> from ..network.snap import snap
    >>> streets = build_network(shapely.from_wkt(["LINESTRING (0 0, 100 0, 100 100)"]))
    >>> home, shop = snap(streets, [[0, 0]]), snap(streets, [[100, 50]])
    >>> street_distances(streets, home, shop, ["shop"], ["shop", "library"])
        shop  library
    0  150.0      NaN
    """

    def nearest(chosen: NDArray[np.int64]) -> Floats:
        outlets = places.take(chosen)
        found = nearest_to_points(network, outlets, origins, limit=limit, by=by, inbound=True)
        return np.where(found.facility >= 0, found.cost, np.nan)

    return _by_type(nearest, types, checklist, progress)


def mean_distances(
    distances: pd.DataFrame,
    zone: ArrayLike,
    population: ArrayLike,
    zones: int,
    *,
    smallest_base: float = SMALLEST_BASE,
) -> pd.DataFrame:
    """Mean distance of a locality's inhabitants to the nearest service of each type.

    Parameters
    ----------
    distances : DataFrame, p rows
        Distance of each home to the nearest outlet, one column per type; missing where there
        is none.
    zone : array_like of int, shape (p,)
        Locality of each home; -1 outside of all.
    population : array_like, shape (p,)
        Inhabitants of each home; missing counts as 0.
    zones : int
        Number of localities.
    smallest_base : float
        Fewer inhabitants with a distance have no mean.

    Returns
    -------
    DataFrame, one row for each locality
        The columns of ``distances``: mean over the inhabitants who have a distance, in its unit.

    Examples
    --------
    >>> homes = pd.DataFrame({"shop": [100.0, 400.0, 900.0]})
    >>> mean_distances(homes, [0, 0, -1], [30, 10, 5], 1)["shop"].tolist()
    [175.0]
    """
    place, people = np.asarray(zone), np.nan_to_num(np.asarray(population, dtype=float))

    def mean(distance: Floats) -> Floats:
        used = (place >= 0) & np.isfinite(distance)
        index, weight = place[used], people[used]
        total = np.bincount(index, weight * distance[used], minlength=zones)
        base = np.bincount(index, weight, minlength=zones)
        return ratio(total, base, smallest_base=smallest_base)

    return pd.DataFrame({name: mean(distances[name].to_numpy(float)) for name in distances})


def _by_type(
    nearest: Callable[[NDArray[np.int64]], Floats],
    types: ArrayLike,
    checklist: Sequence[str],
    progress: Progress,
) -> pd.DataFrame:
    """Measure to the outlets of one type after the other."""
    of_outlet = np.asarray(types, dtype=object)
    columns = {}
    for number, name in enumerate(checklist):
        progress(number / len(checklist))
        columns[name] = nearest(np.flatnonzero(of_outlet == name))
    progress(1.0)
    return pd.DataFrame(columns)
