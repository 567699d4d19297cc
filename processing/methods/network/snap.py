"""Points brought onto the nearest street."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray

from ..errors import InputError
from ..progress import Progress, blocks, part, silent
from .graph import Floats, Integers, Network

AT_A_TIME = 10_000
"""Points snapped between two reports."""

PLACES = 200_000
"""Places on edges found between two reports."""


@dataclass(frozen=True)
class Snapped:
    """Points on the edges of a network.

    Attributes
    ----------
    edge : ndarray, shape (p,)
        Edge of each point; -1 where none is near enough.
    distance : ndarray, shape (p,)
        Straight from the point to its edge [m]; NaN without an edge.
    to_start, to_end : ndarray, shape (p,)
        Along the edge to its two nodes [m]; NaN without an edge.
    foot : ndarray, shape (p, 2)
        Where on the edge the point is [m]; NaN without an edge.
    """

    edge: Integers
    distance: Floats
    to_start: Floats
    to_end: Floats
    foot: Floats

    @property
    def far(self) -> Integers:
        """Points without an edge."""
        return np.flatnonzero(self.edge < 0)

    def take(self, which: Integers) -> Snapped:
        """Choose some of the points, by number."""
        return Snapped(
            self.edge[which],
            self.distance[which],
            self.to_start[which],
            self.to_end[which],
            self.foot[which],
        )


def on_edges(
    network: Network, edge: Integers, to_start: Floats, *, progress: Progress = silent
) -> Snapped:
    """Name places by their edge and the length along it.

    Parameters
    ----------
    network : Network
        Streets.
    edge : ndarray, shape (p,)
        Edge of each place.
    to_start : ndarray, shape (p,)
        Length along the edge from its start [m]; beyond its ends is at the ends.
    progress : callable
        Told the fraction done.

    Returns
    -------
    Snapped
        The places, without any distance to their edge.
    """
    along = np.clip(to_start, 0, network.length[edge])
    foot = np.empty((len(edge), 2))
    for block in blocks(len(edge), PLACES, progress):
        foot[block] = network.places_along(edge[block], along[block])
    return Snapped(edge, np.zeros(len(edge)), along, network.length[edge] - along, foot)


def snap(
    network: Network, points: ArrayLike, *, limit: float = 200.0, progress: Progress = silent
) -> Snapped:
    """Bring points onto the nearest street.

    Parameters
    ----------
    network : Network
        Streets.
    points : array_like, shape (p, 2)
        Projected coordinates [m]; a point that is not finite has no edge.
    limit : float
        Points farther than this from any street stay without an edge [m]. The default is our
        own choice.
    progress : callable
        Told the fraction done.

    Returns
    -------
    Snapped
        Edge, straight distance and both partial lengths; of edges equally near, the first.

    Raises
    ------
    InputError
        If the limit is not positive.

    Examples
    --------
    >>> from .build import build_network
    >>> streets = build_network(shapely.from_wkt(["LINESTRING (0 0, 100 0)"]))
    >>> place = snap(streets, [[30, 4], [30, 900]])
    >>> place.edge.tolist(), place.to_start.tolist(), place.far.tolist()
    ([0, -1], [30.0, nan], [1])
    """
    if not limit > 0:
        raise InputError("The snapping limit must be positive, not {limit}.", limit=limit)
    xy = np.asarray(points, dtype=float).reshape(-1, 2)
    edge = np.full(len(xy), -1)
    distance, to_start, to_end = np.full((3, len(xy)), np.nan)
    foot = np.full((len(xy), 2), np.nan)
    usable = np.flatnonzero(np.isfinite(xy).all(axis=1))
    geometry = shapely.points(xy[usable])
    which, near, gap = _nearest_edges(network, geometry, limit, part(progress, 0, 0.9))
    place = usable[which]
    along = shapely.line_locate_point(network.geometry[near], geometry[which])
    found = on_edges(network, near, along, progress=part(progress, 0.9, 1))
    edge[place], distance[place], foot[place] = near, gap, found.foot
    to_start[place], to_end[place] = found.to_start, found.to_end
    return Snapped(edge, distance, to_start, to_end, foot)


def _nearest_edges(
    network: Network, points: NDArray[np.object_], limit: float, progress: Progress
) -> tuple[Integers, Integers, Floats]:
    """Point, edge and distance; of edges equally near, the first."""
    found = [(np.empty((2, 0), np.int64), np.empty(0))]
    for block in blocks(len(points), AT_A_TIME, progress):
        pairs, gaps = network.tree.query_nearest(
            points[block], max_distance=limit, return_distance=True
        )
        found.append((pairs + np.array([[block.start], [0]]), gaps))
    (point, edge), distance = (np.concatenate(parts, axis=-1) for parts in zip(*found))
    order = np.lexsort((edge, point))
    point, edge, distance = point[order], edge[order], distance[order]
    first = np.r_[True, np.diff(point) != 0][: len(point)]
    return point[first], edge[first], distance[first]
