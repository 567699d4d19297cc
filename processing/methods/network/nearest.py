"""The facility that is nearest on the street network.

References
----------
.. [1] Erwig, M. (2000). The graph Voronoi diagram with applications. *Networks*, 36(3),
   156-163. doi:10.1002/1097-0037(200010)36:3<156::AID-NET2>3.0.CO;2-L
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import ArrayLike
from scipy.sparse.csgraph import dijkstra

from ..progress import Progress, part, silent
from .access import Ends, beside, ends, on_same_edge
from .graph import Flags, Floats, Integers, Measure, Network
from .groups import Nearest, best_of, grouped
from .parts import Part, cut, reach_of
from .snap import Snapped

NODES = 150_000
"""Nodes searched at a time where the limit allows it; bounds the time between two reports."""


def nearest_to_nodes(
    network: Network,
    facilities: Snapped,
    *,
    limit: float = np.inf,
    by: Measure = "length",
    inbound: bool = False,
    progress: Progress = silent,
) -> Nearest:
    """Find the facility nearest to each node: the Voronoi diagram of the network [1]_.

    Parameters
    ----------
    network : Network
        Streets.
    facilities : Snapped
        Facilities on their edges.
    limit : float
        Greatest cost [m] or [s].
    by : {"length", "seconds"}
        What to measure.
    inbound : bool
        Measure from the nodes to the facilities instead of from the facilities.
    progress : callable
        Told the fraction done.

    Returns
    -------
    Nearest
        Facility and cost for each node. Of facilities equally near, any one; always the same
        for the same input.

    Raises
    ------
    InputError
        If the limit is not positive.

    Examples
    --------
    >>> import shapely
    >>> from .build import build_network
    >>> from .snap import snap
    >>> streets = build_network(shapely.from_wkt(["LINESTRING (0 0, 100 0)"]))
    >>> nearest_to_nodes(streets, snap(streets, [[30, 0], [60, 0]])).facility.tolist()
    [0, 1]
    """
    grouped(0, limit)
    count = len(network.nodes)
    found = Nearest(np.full(count, -1), np.full(count, np.inf))
    graph = network.graph(by, inbound=inbound)
    leaving = ends(network, facilities, by, leaving=not inbound)
    # what is not on the ground searched, and a facility without an edge, stands at the last place
    position = np.full(count + 1, -1)
    for nodes, own in _strips(network.nodes[:, 1], reach_of(network, limit, by), progress):
        position[nodes] = np.arange(len(nodes))
        place = position[leaving.node]
        near = np.flatnonzero((place >= 0).any(axis=1))
        ways = leaving.take(near)._replace(node=place[near])
        facility, cost = _search(cut(graph, nodes, position), ways, limit)
        reached = own & (facility >= 0)
        found.facility[nodes[reached]] = near[facility[reached]]
        found.cost[nodes[reached]] = cost[reached]
        position[nodes] = -1
    return found


def _strips(y: Floats, reach: float, progress: Progress) -> Iterator[tuple[Integers, Flags]]:
    """Cut nodes into strips: those within reach of each strip, and which of them are its own."""
    count = -(-len(y) // NODES) if reach < np.inf else min(len(y), 1)
    shares = np.arange(1, max(count, 1)) / max(count, 1)
    borders = [-np.inf, *(np.quantile(y, shares) if count else shares), np.inf]
    for number in range(count):
        progress(number / count)
        low, high = borders[number], borders[number + 1]
        nodes = np.flatnonzero((y >= low - reach) & (y <= high + reach))
        yield nodes, (y[nodes] >= low) & (y[nodes] < high)
    progress(1.0)


def _search(graph: Part, ways: Ends, limit: float) -> tuple[Integers, Floats]:
    """Find the way that leads to each node at the least cost, -1 for none, and the cost."""
    count = len(graph.rows) - 1
    if not len(ways.node):
        return np.full(count, -1), np.full(count, np.inf)
    distance, _, source = dijkstra(
        beside(*graph, ways),
        indices=count + np.arange(len(ways.node)),
        limit=limit,
        min_only=True,
        return_predecessors=True,
    )
    reached = np.isfinite(distance[:count])
    return np.where(reached, source[:count] - count, -1), distance[:count]


def nearest_to_points(
    network: Network,
    facilities: Snapped,
    points: Snapped,
    *,
    limit: ArrayLike = np.inf,
    rank: ArrayLike | None = None,
    by: Measure = "length",
    inbound: bool = False,
    progress: Progress = silent,
) -> Nearest:
    """Find the facility nearest to each point on the streets, in one search for all [1]_.

    Parameters
    ----------
    network, by, inbound, progress
        As in `nearest_to_nodes`.
    facilities, points : Snapped
        Facilities and points on their edges; the straight ways to the edges count, walked where
        time is measured.
    limit : float or array_like, shape (f,)
        Greatest cost [m] or [s], of all or of each facility; what is exactly so far is within.
    rank : array_like, shape (f,), optional
        A facility goes before all of a higher rank, be they nearer or not.

    Returns
    -------
    Nearest
        Facility and cost for each point, of the facilities that reach it within their limit.

    Raises
    ------
    InputError
        If a limit is not positive.

    Examples
    --------
    >>> import shapely
    >>> from .build import build_network
    >>> from .snap import snap
    >>> streets = build_network(shapely.from_wkt(["LINESTRING (0 0, 100 0)"]))
    >>> shops, homes = snap(streets, [[30, 0], [60, 0]]), snap(streets, [[40, 0], [90, 0]])
    >>> nearest_to_points(streets, shops, homes).cost.tolist()
    [10.0, 30.0]
    >>> nearest_to_points(streets, shops, homes, rank=[2, 1]).cost.tolist()
    [20.0, 30.0]
    """
    groups = grouped(len(facilities.edge), limit, rank)
    count = len(groups)
    offers = (
        (
            group,
            _nearest_of_group(
                network,
                facilities.take(group.members),
                points,
                group.limit,
                by=by,
                inbound=inbound,
                progress=part(progress, number / count, (number + 1) / count),
            ),
        )
        for number, group in enumerate(groups)
    )
    return best_of(len(points.edge), offers)


def _nearest_of_group(
    network: Network,
    facilities: Snapped,
    points: Snapped,
    limit: float,
    *,
    by: Measure,
    inbound: bool,
    progress: Progress,
) -> Nearest:
    """Find the facility nearest to each point; the cost may be above the limit."""
    if not len(network.start):
        return Nearest(np.full(len(points.edge), -1), np.full(len(points.edge), np.inf))
    of_node = nearest_to_nodes(
        network, facilities, limit=limit, by=by, inbound=inbound, progress=progress
    )
    arriving = ends(network, points, by, leaving=inbound)
    cost = of_node.cost[arriving.node] + arriving.cost
    side = np.argmin(cost, axis=1)
    everywhere = np.arange(len(side))
    cost = cost[everywhere, side]
    facility = of_node.facility[arriving.node[everywhere, side]]
    # a facility on the same edge may be nearer straight along it
    direct = on_same_edge(network, points, facilities, by, inbound=not inbound).tocoo()
    order = np.lexsort((direct.col, direct.data, direct.row))
    first = order[np.r_[True, np.diff(direct.row[order]) != 0][: len(order)]]
    point, nearer = direct.row[first], direct.data[first] < cost[direct.row[first]]
    cost[point[nearer]] = direct.data[first][nearer]
    facility[point[nearer]] = direct.col[first][nearer]
    return Nearest(np.where(np.isfinite(cost), facility, -1), cost)
