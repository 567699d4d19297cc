"""Catchments as the crow flies, to compare with those on the streets."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import ArrayLike
from scipy.spatial import cKDTree

from ..network.graph import Floats
from ..progress import Progress, blocks, silent
from .bands import checked_bands, widest
from .trace import Geometries

FACILITIES_AT_A_TIME = 256


def straight_polygons(
    facilities: ArrayLike, bands: Sequence[float], *, reach: ArrayLike | None = None
) -> Geometries:
    """Draw circles about the facilities; they overlap.

    Parameters
    ----------
    facilities : array_like, shape (f, 2)
        Coordinates [m].
    bands : sequence of float
        Radii, rising [m].
    reach : array_like, shape (f,), optional
        A facility's own limit [m], beyond which it reaches nothing; missing: the last band.

    Returns
    -------
    ndarray of Polygon, shape (f, k)
        Circles of 64 corners.

    Raises
    ------
    InputError
        If the bands do not rise from above 0.

    Examples
    --------
    >>> straight_polygons([[0, 0]], [100, 200])[0, 1].bounds
    (-200.0, -200.0, 200.0, 200.0)
    """
    points = shapely.points(np.asarray(facilities, dtype=float).reshape(-1, 2))
    limits = checked_bands(bands)
    own = widest(limits, reach, len(points))
    circles = [shapely.buffer(points, np.fmin(limit, own), quad_segs=16) for limit in limits]
    return np.column_stack(circles)


def straight_totals(
    facilities: ArrayLike,
    points: ArrayLike,
    weights: ArrayLike,
    bands: Sequence[float],
    *,
    reach: ArrayLike | None = None,
    progress: Progress = silent,
) -> Floats:
    """Sum what lives or works within straight distances of each facility.

    Parameters
    ----------
    facilities, points : array_like, shape (f, 2) and (p, 2)
        Coordinates [m].
    weights : array_like, shape (p,) or (p, w)
        Residents, jobs, dwellings of each place; missing counts as 0.
    bands : sequence of float
        Distances, rising [m]; what is exactly at a limit is within.
    reach : array_like, shape (f,), optional
        A facility's own limit [m]; missing: the last band.
    progress : callable
        Told the fraction done.

    Returns
    -------
    ndarray, shape (f, k, w)
        Sums within each distance.

    Raises
    ------
    InputError
        If the bands do not rise from above 0.

    Examples
    --------
    >>> straight_totals([[0, 0]], [[30, 40], [90, 0]], [2, 3], [50, 100]).tolist()
    [[[2.0], [5.0]]]
    """
    limits = checked_bands(bands)
    own = widest(limits, reach, len(np.asarray(facilities)))
    here = np.asarray(facilities, dtype=float).reshape(-1, 2)
    there = np.asarray(points, dtype=float).reshape(-1, 2)
    weight = np.nan_to_num(np.asarray(weights, dtype=float)).reshape(len(there), -1)
    result = np.zeros((len(here), len(limits), weight.shape[1]))
    tree = cKDTree(there)
    for block in blocks(len(here), FACILITIES_AT_A_TIME, progress):
        near = tree.query_ball_point(here[block], limits[-1])
        count = [len(found) for found in near]
        facility = np.repeat(np.arange(block.start, block.stop), count)
        point = np.concatenate(near).astype(np.int64)
        metres = np.hypot(*(here[facility] - there[point]).T)
        within = metres <= own[facility]
        band = np.searchsorted(limits, metres[within])
        np.add.at(result, (facility[within], band), weight[point[within]])
    return np.cumsum(result, axis=1)
