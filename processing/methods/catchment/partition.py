"""Catchments as the crow flies that do not overlap: each place at its nearest facility.

References
----------
.. [1] Okabe, A. et al. (2000). *Spatial Tessellations*, chapter 2. doi:10.1002/9780470317013
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray
from scipy.spatial import cKDTree

from ..network.graph import Floats
from .bands import checked_bands
from .straight import straight_polygons
from .trace import Geometries


def nearest_straight_polygons(facilities: ArrayLike, bands: Sequence[float]) -> Geometries:
    """Draw the part of each facility's circles that is nearer to it than to any other [1]_.

    Parameters
    ----------
    facilities : array_like, shape (f, 2)
        Coordinates [m].
    bands : sequence of float
        Radii, rising [m].

    Returns
    -------
    ndarray of Polygon, shape (f, k)
        A band holds those before it; None for a facility where another one before it is.

    Raises
    ------
    InputError
        If the bands do not rise from above 0.

    Examples
    --------
    >>> first, second = nearest_straight_polygons([[0, 0], [100, 0]], [200])[:, 0]
    >>> first.bounds[2], first.intersection(second).area
    (50.0, 0.0)
    """
    xy = np.asarray(facilities, dtype=float).reshape(-1, 2)
    circles = straight_polygons(xy, bands)
    _, first = np.unique(xy, axis=0, return_index=True)
    result = np.full(circles.shape, None, dtype=object)
    if len(first) < 2:
        result[first] = circles[first]
        return result
    whole = shapely.box(*shapely.total_bounds(circles[:, -1]))
    points = shapely.points(xy[first])
    cells = shapely.get_parts(
        shapely.voronoi_polygons(shapely.multipoints(points), extend_to=whole)
    )
    facility, cell = shapely.STRtree(cells).query(points, predicate="within")
    result[first[facility]] = shapely.intersection(circles[first[facility]], cells[cell][:, None])
    return result


def nearest_straight_totals(
    facilities: ArrayLike, points: ArrayLike, weights: ArrayLike, bands: Sequence[float]
) -> Floats:
    """Sum what lives or works within straight distances, each place at its nearest facility alone.

    Parameters
    ----------
    facilities, points : array_like, shape (f, 2) and (p, 2)
        Coordinates [m].
    weights : array_like, shape (p,)
        Residents, jobs or dwellings of each place; missing counts as 0.
    bands : sequence of float
        Distances, rising [m]; what is exactly at a limit is within.

    Returns
    -------
    ndarray, shape (f, k)
        Sums within each distance; of facilities equally near, any one; always the same for the
        same input.

    Raises
    ------
    InputError
        If the bands do not rise from above 0.

    Examples
    --------
    >>> nearest_straight_totals([[0, 0], [100, 0]], [[30, 0], [60, 0]], [2, 3], [35, 50]).tolist()
    [[2.0, 2.0], [0.0, 3.0]]
    """
    limits = checked_bands(bands)
    here = np.asarray(facilities, dtype=float).reshape(-1, 2)
    there = np.asarray(points, dtype=float).reshape(-1, 2)
    weight: NDArray[np.float64] = np.nan_to_num(np.asarray(weights, dtype=float))
    result = np.zeros((len(here), len(limits)))
    if len(here):
        places, first = np.unique(here, axis=0, return_index=True)
        metres, nearest = cKDTree(places[np.argsort(first)]).query(there)
        used = np.flatnonzero(metres <= limits[-1])
        owner = np.sort(first)[nearest[used]]
        np.add.at(result, (owner, np.searchsorted(limits, metres[used])), weight[used])
    return np.cumsum(result, axis=1)
