"""The facility that is nearest on the street network.

References
----------
.. [1] Erwig, M. (2000). The graph Voronoi diagram with applications. *Networks*, 36(3),
   156-163. doi:10.1002/1097-0037(200010)36:3<156::AID-NET2>3.0.CO;2-L
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy.sparse.csgraph import dijkstra

from ..errors import InputError
from .access import beside, ends, on_same_edge
from .graph import Floats, Integers, Measure, Network
from .snap import Snapped


class Nearest(NamedTuple):
    """The facility that is nearest to each node or point.

    Attributes
    ----------
    facility : ndarray, shape (n,)
        Facility; -1 where none is within the limit.
    cost : ndarray, shape (n,)
        Cost to it [m] or [s]; infinite where none is within the limit.
    """

    facility: Integers
    cost: Floats


def nearest_to_nodes(
    network: Network,
    facilities: Snapped,
    *,
    limit: float = np.inf,
    by: Measure = "length",
    inbound: bool = False,
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
    _check(limit)
    usable = np.flatnonzero(facilities.edge >= 0)
    count = len(network.nodes)
    if not len(usable):
        return Nearest(np.full(count, -1), np.full(count, np.inf))
    graph = network.graph(by, inbound=inbound)
    leaving = ends(network, facilities, by, leaving=not inbound).take(usable)
    searched = beside(graph.indptr, graph.indices, graph.data, leaving)
    places = count + np.arange(len(usable))
    distance, _, source = dijkstra(
        searched, indices=places, limit=limit, min_only=True, return_predecessors=True
    )
    reached = np.isfinite(distance[:count])
    facility = np.full(count, -1)
    facility[reached] = usable[source[:count][reached] - count]
    return Nearest(facility, distance[:count])


def nearest_to_points(
    network: Network,
    facilities: Snapped,
    points: Snapped,
    *,
    limit: float = np.inf,
    by: Measure = "length",
    inbound: bool = False,
) -> Nearest:
    """Find the facility nearest to each point on the streets, in one search for all [1]_.

    Parameters
    ----------
    network : Network
        Streets.
    facilities, points : Snapped
        Facilities and points on their edges; the straight ways to the edges count, walked where
        time is measured.
    limit : float
        Greatest cost [m] or [s]; what is exactly so far is within.
    by : {"length", "seconds"}
        What to measure.
    inbound : bool
        Measure from the points to the facilities instead of from the facilities.

    Returns
    -------
    Nearest
        Facility and cost for each point. Of facilities equally near, any one; always the same
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
    >>> shops, homes = snap(streets, [[30, 0], [60, 0]]), snap(streets, [[40, 0], [90, 0]])
    >>> nearest_to_points(streets, shops, homes).cost.tolist()
    [10.0, 30.0]
    """
    of_node = nearest_to_nodes(network, facilities, limit=limit, by=by, inbound=inbound)
    if not len(network.start):
        return Nearest(np.full(len(points.edge), -1), np.full(len(points.edge), np.inf))
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
    within = (cost <= limit) & np.isfinite(cost)
    return Nearest(np.where(within, facility, -1), np.where(within, cost, np.inf))


def _check(limit: float) -> None:
    """Refuse a limit that reaches nothing."""
    if not limit > 0:
        raise InputError(
            "The greatest distance or time must be a positive number, not {limit}.", limit=limit
        )
