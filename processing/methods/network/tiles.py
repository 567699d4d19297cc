"""Bounded shortest paths from many origins, each search cut to the ground it can cover.

scipy's search prepares every node of the graph for every origin; here it sees only the nodes
within reach. That is exact, because no edge is shorter than the straight line between its
nodes, and makes time and memory independent of the size of the network.

References
----------
.. [1] Dijkstra, E. W. (1959). A note on two problems in connexion with graphs. *Numerische
   Mathematik*, 1, 269-271. doi:10.1007/BF01386390
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from scipy.sparse.csgraph import dijkstra

from ..progress import Progress, silent
from .access import beside, ends, on_same_edge
from .graph import Floats, Integers, Measure, Network
from .parts import cut, reach_of
from .places import Places
from .snap import Snapped

CELLS = 2_000_000
"""Distances held at a time; bounds the memory and the time between two progress reports."""

GROUP = 16
"""Origins that are searched together where they lie thinly."""


class Block(NamedTuple):
    """Costs from some origins to all that may be within reach of them.

    Attributes
    ----------
    origins : ndarray, shape (o,)
        Origins.
    targets : ndarray, shape (t,)
        Nodes or destinations, rising.
    cost : ndarray, shape (o, t)
        Cost; infinite or above the limit where out of reach.
    """

    origins: Integers
    targets: Integers
    cost: Floats


def node_blocks(
    network: Network,
    origins: Snapped,
    limit: float,
    *,
    by: Measure,
    inbound: bool,
    progress: Progress = silent,
) -> Iterator[Block]:
    """Costs from origins to the nodes about them; each origin with an edge is in one block."""
    for area in _areas(network, origins, limit, by=by, inbound=inbound, progress=progress):
        yield Block(area.origins, area.nodes, area.cost[:, : len(area.nodes)])


def destination_blocks(
    network: Network,
    origins: Snapped,
    destinations: Snapped,
    limit: float,
    *,
    by: Measure,
    inbound: bool,
    progress: Progress = silent,
) -> Iterator[Block]:
    """Costs from origins to the destinations about them."""
    arriving = ends(network, destinations, by, leaving=inbound)
    direct = on_same_edge(network, origins, destinations, by, inbound=inbound)
    snapped = np.flatnonzero(destinations.edge >= 0)
    near = Places(destinations.foot[snapped], reach_of(network, limit, by))
    position = np.full(len(network.nodes), -1)
    # where destinations are denser than nodes, fewer origins are held at a time
    load = max(1.0, len(snapped) / max(len(network.nodes), 1))
    for area in _areas(
        network, origins, limit, by=by, inbound=inbound, load=load, progress=progress
    ):
        targets = snapped[near.within(area.box)]
        # the last column is a node that nothing reaches
        position[area.nodes] = np.arange(len(area.nodes))
        column = position[arriving.node[targets]]
        position[area.nodes] = -1
        cost = np.minimum(
            area.cost.take(column[:, 0], axis=1) + arriving.cost[targets, 0],
            area.cost.take(column[:, 1], axis=1) + arriving.cost[targets, 1],
        )
        pairs = direct[area.origins].tocoo()
        column = np.searchsorted(targets, pairs.col)
        found = targets[np.minimum(column, len(targets) - 1)] == pairs.col if len(targets) else []
        row, column, least = pairs.row[found], column[found], pairs.data[found]
        cost[row, column] = np.minimum(cost[row, column], least)
        yield Block(area.origins, targets, cost)


class _Area(NamedTuple):
    """Origins near each other, the ground within their reach, and the costs on it."""

    origins: Integers
    box: Floats
    nodes: Integers
    cost: Floats  # shape (o, nodes + something); the last column is out of reach


def _areas(
    network: Network,
    origins: Snapped,
    limit: float,
    *,
    by: Measure,
    inbound: bool,
    load: float = 1.0,
    progress: Progress,
) -> Iterator[_Area]:
    """Run the searches, neighbouring origins together."""
    graph = network.graph(by, inbound=inbound)
    leaving = ends(network, origins, by, leaving=not inbound)
    reach = reach_of(network, limit, by)
    places = Places(network.nodes, reach)
    position = np.full(len(network.nodes), -1)
    usable = np.flatnonzero(origins.edge >= 0)
    done = 0
    for group in _neighbours(origins.foot[usable], reach):
        members = usable[group]
        nodes = places.within(_box(origins.foot[members], reach))
        position[nodes] = np.arange(len(nodes))
        local = cut(graph, nodes, position)
        size = max(1, int(min(256, CELLS / (load * (len(nodes) + 1)))))
        for begin in range(0, len(members), size):
            progress(done / len(usable))
            chunk = members[begin : begin + size]
            done += len(chunk)
            ways = leaving.take(chunk)
            searched = beside(*local, ways._replace(node=position[ways.node]))
            sources = len(nodes) + np.arange(len(chunk))
            cost = dijkstra(searched, indices=sources, limit=limit)
            yield _Area(chunk, _box(origins.foot[chunk], reach), nodes, cost)
        position[nodes] = -1
    progress(1.0)


def _neighbours(xy: Floats, reach: float) -> list[Integers]:
    """Points grouped by square cell, in order of the cells."""
    # a wider cell shares its part of the graph among more origins, but makes each search larger
    extent = np.ptp(xy, axis=0) if len(xy) else np.zeros(2)
    wanted = np.sqrt(GROUP * extent.prod() / max(len(xy), 1))
    cell = np.floor(xy / np.clip(wanted, reach, 2 * reach))
    order = np.lexsort((cell[:, 0], cell[:, 1]))
    change = np.flatnonzero((np.diff(cell[order], axis=0) != 0).any(axis=1)) + 1
    return [group for group in np.split(order, change) if len(group)]


def _box(xy: Floats, reach: float) -> Floats:
    """Lowest and highest corner of the ground within reach of points."""
    return np.array([xy.min(axis=0) - reach, xy.max(axis=0) + reach])
