"""Isochrones: the ground within limits of travel time, drawn around the cells of a grid."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray

from ..catchment.bands import checked_bands
from ..catchment.trace import outlines

Geometries = NDArray[np.object_]


def isochrones(
    cells: ArrayLike, minutes: ArrayLike, bands: Sequence[float], *, size: float
) -> Geometries:
    """Draw the ground that is reached within each band and not within those before it.

    Parameters
    ----------
    cells : array_like, shape (n, 2)
        Middles of square cells of one grid [m].
    minutes : array_like, shape (n,)
        Travel time to the middle of each cell [min]; NaN where it is not reached.
    bands : sequence of float
        Limits of the bands, rising [min].
    size : float
        Side of a cell [m].

    Returns
    -------
    ndarray of Polygon or MultiPolygon, shape (bands,)
        The bands' areas: they do not overlap and together hold the middles of exactly those cells
        that are reached, with corners cut at 45 degrees. None for a band without a cell.

    Raises
    ------
    InputError
        If the bands do not rise from above 0.

    Examples
    --------
    >>> cells = [[50, 50], [150, 50], [250, 50]]
    >>> near, far = isochrones(cells, [5, 12, 40], [10, 20], size=100)
    >>> near.area, far.bounds
    (5000.0, (50.0, 0.0, 200.0, 100.0))
    """
    within = reached_within(cells, minutes, bands, size=size)
    before = np.concatenate([[None], within[:-1]])
    rings = np.where(shapely.is_missing(before), within, shapely.difference(within, before))
    rings[shapely.is_empty(rings)] = None
    return np.array(rings, dtype=object)


def reached_within(
    cells: ArrayLike, minutes: ArrayLike, bands: Sequence[float], *, size: float
) -> Geometries:
    """Draw the ground that is reached within each limit; a band holds those before it.

    Parameters
    ----------
    cells, minutes, bands, size
        As in `isochrones`.

    Returns
    -------
    ndarray of Polygon or MultiPolygon, shape (bands,)
        Areas; None where no cell is reached.

    Examples
    --------
    >>> reached_within([[50, 50]], [5], [10], size=100)[0].bounds
    (0.0, 0.0, 100.0, 100.0)
    """
    limits = checked_bands(bands)
    time = np.asarray(minutes, dtype=float)
    place = np.floor(np.asarray(cells, dtype=float).reshape(-1, 2) / size).astype(np.int64)
    known = time <= limits[-1]  # not where NaN
    if not known.any():
        return np.full(len(limits), None, dtype=object)
    low = place[known].min(axis=0) - 1
    columns, rows = place[known].max(axis=0) - low + 2
    band = np.full((rows, columns), len(limits))
    column, row = (place[known] - low).T
    band[row, column] = np.searchsorted(limits, time[known])
    inside = band[None] <= np.arange(len(limits))[:, None, None]
    corners = np.broadcast_to(low * float(size), (len(limits), 2))
    return outlines(inside, corners, size)
