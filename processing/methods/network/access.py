"""Costs between points and the nodes of their edge, and between points on one edge."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix

from .graph import WALKING_SPEED, Floats, Integers, Measure, Network
from .places import ranges
from .snap import Snapped

ROUNDING = 1e-6
"""Lengths below this are rounding [m]."""


class Ends(NamedTuple):
    """How points reach, or are reached from, the two nodes of their edge.

    Attributes
    ----------
    node : ndarray, shape (p, 2)
        Start and end of the edge; -1 without an edge.
    cost : ndarray, shape (p, 2)
        Cost between the point and each; infinite where the direction forbids it.
    approach : ndarray, shape (p,)
        Cost between the point and its edge.
    """

    node: Integers
    cost: Floats
    approach: Floats

    def take(self, which: Integers) -> Ends:
        """Choose some of the points."""
        return Ends(self.node[which], self.cost[which], self.approach[which])


def ends(network: Network, points: Snapped, by: Measure, *, leaving: bool) -> Ends:
    """Cost between points and both nodes of their edges, on leaving or on arriving.

    The straight part between a point and its edge counts, walked where time is measured.
    """
    node = np.full((len(points.edge), 2), -1)
    cost = np.full((len(points.edge), 2), np.inf)
    approach = points.distance / (WALKING_SPEED / 3.6 if by == "seconds" else 1.0)
    snapped = points.edge >= 0
    edge = points.edge[snapped]
    node[snapped] = np.column_stack([network.start, network.end])[edge]
    along = np.column_stack([points.to_start, points.to_end])[snapped]
    # one leaves an edge by its start against its direction, and arrives from its start along it
    ways = [network.backward, network.forward]
    allowed = np.column_stack(ways if leaving else ways[::-1])[edge]
    # a point in a node is there already, whatever the direction of its edge
    allowed |= along < ROUNDING
    pace = (network.cost(by) / network.length)[edge, None]
    cost[snapped] = np.where(allowed, along * pace + approach[snapped, None], np.inf)
    return Ends(node, cost, approach)


def beside(rows: Integers, column: Integers, cost: Floats, ways: Ends) -> csr_matrix:
    """Put points beside a graph: each leads into it by its two ways, and nothing leads to it.

    Parameters
    ----------
    rows, column, cost : ndarray
        The graph as a sparse matrix by rows.
    ways : Ends
        Ways of the points; -1 for nodes outside of the graph.

    Returns
    -------
    csr_matrix
        The graph's nodes, the points, and at last a node that hangs together with nothing.
    """
    size = len(rows) + len(ways.node)
    open_way = (ways.node >= 0) & np.isfinite(ways.cost)
    loop = open_way.all(axis=1) & (ways.node[:, 0] == ways.node[:, 1])
    # an edge from a node back to itself leads there only once, the shorter way
    open_way[loop, np.argmax(ways.cost[loop], axis=1)] = False
    more = rows[-1] + np.cumsum(open_way.sum(axis=1))
    return csr_matrix(
        (
            np.concatenate([cost, ways.cost[open_way]]),
            np.concatenate([column, ways.node[open_way]]),
            np.concatenate([rows, more, [more[-1] if len(more) else rows[-1]]]),
        ),
        shape=(size, size),
    )


def on_same_edge(
    network: Network, origins: Snapped, destinations: Snapped, by: Measure, *, inbound: bool
) -> csr_matrix:
    """Costs between points on one edge along that edge alone, where its direction allows.

    Returns
    -------
    csr_matrix, shape (origins, destinations)
        Every such pair; a cost of nothing is stored too.
    """
    order = np.argsort(destinations.edge, kind="stable")
    sorted_edges = destinations.edge[order]
    begin = np.searchsorted(sorted_edges, origins.edge)
    count = np.searchsorted(sorted_edges, origins.edge, side="right") - begin
    count[origins.edge < 0] = 0
    origin = np.repeat(np.arange(len(count)), count)
    target = order[ranges(begin, count)]
    edge = origins.edge[origin]
    step = destinations.to_start[target] - origins.to_start[origin]
    if inbound:
        step = -step
    allowed = np.where(step > 0, network.forward[edge], network.backward[edge]) | (step == 0)
    pace = network.cost(by)[edge] / network.length[edge]
    approach = (
        ends(network, origins, by, leaving=True).approach[origin]
        + ends(network, destinations, by, leaving=False).approach[target]
    )
    cost = np.abs(step) * pace + approach
    shape = (len(origins.edge), len(destinations.edge))
    rows = np.r_[0, np.cumsum(np.bincount(origin[allowed], minlength=shape[0]))]
    return csr_matrix((cost[allowed], target[allowed], rows), shape=shape)
