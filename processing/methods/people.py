"""Inhabitants at places, and the localities they live in."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray


class People(NamedTuple):
    """Inhabitants at places in localities; a place in two localities is there twice.

    Attributes
    ----------
    place : ndarray, shape (k,)
        Number of the place, rising.
    zone : ndarray, shape (k,)
        Locality it lies in.
    xy : ndarray, shape (k, 2)
        Coordinates [m].
    number : ndarray, shape (k,)
        Inhabitants.
    """

    place: NDArray[np.int64]
    zone: NDArray[np.int64]
    xy: NDArray[np.float64]
    number: NDArray[np.float64]

    def total(self, zones: int, share: ArrayLike = 1.0) -> NDArray[np.float64]:
        """Sum the inhabitants of each locality, or a share of those at each place."""
        weight = self.number * np.asarray(share, dtype=float)
        return np.asarray(np.bincount(self.zone, weight, minlength=zones), dtype=float)


def people_in_zones(zones: ArrayLike, points: ArrayLike, population: ArrayLike) -> People:
    """Find the localities that inhabited places lie in.

    Parameters
    ----------
    zones : array_like of polygons, shape (n,)
        Localities; missing and empty ones hold nobody.
    points : array_like, shape (p, 2)
        Inhabited places in the same coordinates; a border belongs to both sides.
    population : array_like, shape (p,)
        Inhabitants at each place; missing counts as 0.

    Returns
    -------
    People
        Sorted by place, then locality.

    Examples
    --------
    >>> squares = shapely.box([0, 5], 0, [9, 20], 9)
    >>> people_in_zones(squares, [[1, 1], [7, 1], [30, 1]], [2, 3, 4]).total(2).tolist()
    [5.0, 3.0]
    """
    shapes: NDArray[np.object_] = np.asarray(zones, dtype=object)
    xy = np.asarray(points, dtype=float).reshape(-1, 2)
    number = np.nan_to_num(np.asarray(population, dtype=float))
    zone, place = shapely.STRtree(shapely.points(xy)).query(shapes, predicate="intersects")
    order = np.lexsort((zone, place))
    return People(place[order], zone[order], xy[place[order]], number[place[order]])
