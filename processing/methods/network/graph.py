"""The street network: edges between nodes.

References
----------
.. [1] Transport for London (2015). *Assessing transport connectivity in London*. (The walking
   speed of 80 m a minute.)
.. [2] Tarjan, R. (1972). Depth-first search and linear graph algorithms. *SIAM Journal on
   Computing*, 1(2), 146-160. doi:10.1137/0201010
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.csgraph import connected_components

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]
Measure = Literal["length", "seconds"]

WALKING_SPEED = 4.8
"""Walking speed [km/h]: 80 m a minute [1]_."""


@dataclass(frozen=True)
class Network:
    """Edges between nodes, with what is needed to measure along them.

    An edge runs from ``start`` to ``end`` along its geometry, and its geometry begins and ends
    exactly in its nodes; so no edge is shorter than the straight line between them.

    Attributes
    ----------
    nodes : ndarray, shape (n, 2)
        Coordinates [m], sorted by x, then y.
    start, end : ndarray, shape (m,)
        Node in which an edge begins and ends.
    length, seconds : ndarray, shape (m,)
        Cost of an edge [m], [s].
    forward, backward : ndarray of bool, shape (m,)
        Whether an edge may be followed from start to end, from end to start.
    line : ndarray, shape (m,)
        Which of the source lines an edge is (a part of).
    geometry : ndarray of LineString, shape (m,)
        The course of an edge.
    left_out : ndarray
        Source lines without any edge: missing, empty, or shorter than the tolerance.
    """

    nodes: Floats
    start: Integers
    end: Integers
    length: Floats
    seconds: Floats
    forward: Flags
    backward: Flags
    line: Integers
    geometry: NDArray[np.object_]
    left_out: Integers

    @cached_property
    def tree(self) -> shapely.STRtree:
        """Spatial index of the edges."""
        return shapely.STRtree(self.geometry)

    def places_along(self, edge: Integers, length: Floats) -> Floats:
        """Coordinates at a length along edges [m], shape (p, 2)."""
        points = shapely.line_interpolate_point(self.geometry[edge], length)
        found: Floats = shapely.get_coordinates(points)
        return found

    def cost(self, by: Measure) -> Floats:
        """Cost of each edge, by length [m] or by time [s]."""
        return self.length if by == "length" else self.seconds

    def graph(self, by: Measure, *, inbound: bool = False) -> csr_matrix:
        """Cheapest direct way between nodes as a sparse matrix, from row to column.

        Parameters
        ----------
        by : {"length", "seconds"}
            Cost to measure.
        inbound : bool
            Turn all directions round, to search towards the origins instead of away from them.
        """
        cost = self.cost(by)
        tail = np.concatenate([self.start[self.forward], self.end[self.backward]])
        head = np.concatenate([self.end[self.forward], self.start[self.backward]])
        weight = np.concatenate([cost[self.forward], cost[self.backward]])
        if inbound:
            tail, head = head, tail
        keep = tail != head
        # scipy would add up parallel edges: only the cheapest stays
        count = len(self.nodes)
        key = tail[keep] * count + head[keep]
        order = np.argsort(key, kind="stable")
        key = key[order]
        first = np.flatnonzero(np.r_[True, np.diff(key) != 0][: len(key)])
        weight = np.minimum.reduceat(weight[keep][order], first) if len(first) else weight[:0]
        tail, head = np.divmod(key[first], max(count, 1))
        rows = np.searchsorted(tail, np.arange(count + 1))
        return csr_matrix((weight, head, rows), shape=(count, count))


@dataclass(frozen=True)
class Components:
    """How a network hangs together.

    Attributes
    ----------
    count : int
        Number of parts that are not linked with each other.
    largest_share : float
        Share of the total length in the longest part, 0 to 1; NaN without edges.
    stray_lines : ndarray
        Source lines with no edge in the longest part.
    edge : ndarray, shape (m,)
        Part of each edge, 0 for the longest, then by falling length.
    """

    count: int
    largest_share: float
    stray_lines: Integers
    edge: Integers


def components(network: Network) -> Components:
    """Tell how many parts a street network falls into, and which lines hang loose [2]_.

    Parameters
    ----------
    network : Network
        Streets; their directions do not matter here.

    Returns
    -------
    Components
        Count, share of the length in the longest part, and the lines outside it.

    Examples
    --------
    >>> from .build import build_network
    >>> streets = shapely.from_wkt(["LINESTRING (0 0, 90 0)", "LINESTRING (0 5, 10 5)"])
    >>> parts = components(build_network(streets))
    >>> parts.count, parts.largest_share, parts.stray_lines.tolist()
    (2, 0.9, [1])
    """
    shape = (len(network.nodes),) * 2
    links = coo_matrix((np.ones(len(network.start)), (network.start, network.end)), shape=shape)
    _, part_of_node = connected_components(links, directed=False)
    part_of_edge = part_of_node[network.start]
    length = np.bincount(part_of_edge, network.length)
    parts = np.unique(part_of_edge)
    ranked = parts[np.argsort(-length[parts], kind="stable")]
    rank = np.empty(len(length), np.int64)
    rank[ranked] = np.arange(len(ranked))
    edge = rank[part_of_edge]
    share = float(length.max() / length.sum()) if len(ranked) else np.nan
    stray = np.setdiff1d(network.line, network.line[edge == 0])
    return Components(len(ranked), share, stray, edge)
