"""Shortest distances and times between points on a street network.

References
----------
.. [1] Dijkstra, E. W. (1959). A note on two problems in connexion with graphs. *Numerische
   Mathematik*, 1, 269-271. doi:10.1007/BF01386390
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from ..errors import InputError
from ..progress import Progress, silent
from .graph import Floats, Integers, Measure, Network
from .places import in_runs
from .snap import Snapped
from .tiles import Block, destination_blocks, node_blocks


class Pairs(NamedTuple):
    """What lies within the limit of each origin, sorted by origin, then target.

    Attributes
    ----------
    origin : ndarray, shape (k,)
        Origins.
    target : ndarray, shape (k,)
        Nodes or destinations.
    cost : ndarray, shape (k,)
        Cost between them [m] or [s].
    """

    origin: Integers
    target: Integers
    cost: Floats


def nodes_within(
    network: Network,
    origins: Snapped,
    limit: float,
    *,
    by: Measure = "length",
    inbound: bool = False,
    progress: Progress = silent,
) -> Pairs:
    """Find every node within a distance or time of each origin, on the streets [1]_.

    Parameters
    ----------
    network : Network
        Streets.
    origins : Snapped
        Origins on their edges; the straight way to the edge counts, walked where time is
        measured. An origin without an edge reaches nothing.
    limit : float
        Greatest cost [m] or [s]; what is exactly so far is within.
    by : {"length", "seconds"}
        What to measure.
    inbound : bool
        Measure from the nodes to the origins instead, which differs on one-way streets.
    progress : callable
        Told the fraction done.

    Returns
    -------
    Pairs
        Origin, node and cost.

    Raises
    ------
    InputError
        If the limit is not positive or not finite.

    Examples
    --------
    >>> import shapely
    >>> from .build import build_network
    >>> from .snap import snap
    >>> streets = build_network(shapely.from_wkt(["LINESTRING (0 0, 100 0)"]))
    >>> nodes_within(streets, snap(streets, [[30, 0]]), 50).cost.tolist()
    [30.0]
    """
    _check(limit)
    found = node_blocks(network, origins, limit, by=by, inbound=inbound, progress=progress)
    return _collect(found, limit)


def pairs_within(
    network: Network,
    origins: Snapped,
    destinations: Snapped,
    limit: float,
    *,
    by: Measure = "length",
    inbound: bool = False,
    progress: Progress = silent,
) -> Pairs:
    """Find every destination within a distance or time of each origin, on the streets [1]_.

    Parameters
    ----------
    network : Network
        Streets.
    origins, destinations : Snapped
        Points on their edges; the straight ways to the edges count, walked where time is
        measured. A point without an edge is out of reach.
    limit : float
        Greatest cost [m] or [s]; what is exactly so far is within.
    by : {"length", "seconds"}
        What to measure.
    inbound : bool
        Measure from the destinations to the origins instead.
    progress : callable
        Told the fraction done.

    Returns
    -------
    Pairs
        Origin, destination and cost.

    Raises
    ------
    InputError
        If the limit is not positive or not finite.

    Examples
    --------
    >>> import shapely
    >>> from .build import build_network
    >>> from .snap import snap
    >>> streets = build_network(shapely.from_wkt(["LINESTRING (0 0, 100 0)"]))
    >>> near = pairs_within(streets, snap(streets, [[30, 0]]), snap(streets, [[70, 5]]), 50)
    >>> near.cost.tolist()
    [45.0]
    """
    _check(limit)
    found = destination_blocks(
        network, origins, destinations, limit, by=by, inbound=inbound, progress=progress
    )
    return _collect(found, limit)


def _check(limit: float) -> None:
    """Refuse a limit that reaches nothing or has no end."""
    if not 0 < limit < np.inf:
        raise InputError(
            "The greatest distance or time must be a positive number, not {limit}.", limit=limit
        )


def _collect(found: Iterable[Block], limit: float) -> Pairs:
    """Gather what is within the limit, sorted by origin."""
    none = np.empty(0, np.int64)
    parts = [Pairs(none, none, np.empty(0))]
    for block in found:
        row, column = np.nonzero(block.cost <= limit)
        parts.append(Pairs(block.origins[row], block.targets[column], block.cost[row, column]))
    origin, target, cost = (np.concatenate(column) for column in zip(*parts))
    place = in_runs(origin)
    return Pairs(origin[place], target[place], cost[place])
