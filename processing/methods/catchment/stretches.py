"""Stretches of edges that searches enter at their ends."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..network.access import ends
from ..network.graph import Flags, Floats, Integers, Measure, Network
from ..network.nearest import nearest_to_nodes, nearest_to_points
from ..network.places import ranges
from ..network.snap import Snapped, on_edges
from ..network.tiles import Block
from ..progress import Progress, part


class Stretches(NamedTuple):
    """Stretches of edges that are entered at their ends alone.

    The costs at both ends are infinite where one does not enter there.
    """

    edge: Integers
    offset: Floats
    length: Floats
    first_cost: Floats
    last_cost: Floats
    first_facility: Integers
    last_facility: Integers


def _ways(network: Network, inbound: bool) -> tuple[Flags, Flags]:
    """Tell whether a search goes along an edge towards its end, and towards its start."""
    if inbound:
        return network.backward, network.forward
    return network.forward, network.backward


class Incidence(NamedTuple):
    """Edges at each node: those of node ``k`` stand from ``begin[k]`` to ``begin[k + 1]``."""

    begin: Integers
    edge: Integers


def incidence(network: Network) -> Incidence:
    """List the edges at each node."""
    node = np.concatenate([network.start, network.end])
    order = np.argsort(node, kind="stable")
    begin = np.searchsorted(node[order], np.arange(len(network.nodes) + 1))
    return Incidence(begin, order % max(len(network.start), 1))


def reached_stretches(
    network: Network,
    facilities: Snapped,
    by: Measure,
    inbound: bool,
    edges_of: Incidence,
    block: Block,
) -> Stretches:
    """Find the stretches that the facilities of a block enter, sorted by facility and place."""
    begin, end = edges_of.begin[block.targets], edges_of.begin[block.targets + 1]
    edges = np.unique(edges_of.edge[ranges(begin, end - begin)])
    towards_end, towards_start = _ways(network, inbound)
    first = _cost_at(block, network.start[edges], towards_end[edges])
    last = _cost_at(block, network.end[edges], towards_start[edges])
    own = _own_stretches(network, facilities, by, inbound, block)
    row, column = np.nonzero(np.minimum(first, last) < np.inf)
    edge, facility = edges[column], block.origins[row]
    passing = Stretches(
        edge,
        np.zeros(len(edge)),
        network.length[edge],
        first[row, column],
        last[row, column],
        facility,
        facility,
    )
    elsewhere = edge != facilities.edge[facility]
    both = [np.concatenate([one[elsewhere], other]) for one, other in zip(passing, own)]
    row = np.concatenate([row[elsewhere], np.tile(np.arange(len(block.origins)), 2)])
    order = np.argsort(row * len(network.start) + both[0], kind="stable")
    return Stretches._make(column[order] for column in both)


def _own_stretches(
    network: Network, facilities: Snapped, by: Measure, inbound: bool, block: Block
) -> Stretches:
    """Cut the facilities' own edges in two where they stand: all first halves, all second."""
    edge = facilities.edge[block.origins]
    along = facilities.to_start[block.origins]
    approach = ends(network, facilities, by, leaving=True).approach[block.origins]
    towards_end, towards_start = (way[edge] for way in _ways(network, inbound))
    row = np.arange(len(edge))
    at_start = _cost_at(block, network.start[edge], towards_end)[row, row]
    at_end = _cost_at(block, network.end[edge], towards_start)[row, row]
    return Stretches(
        np.r_[edge, edge],
        np.r_[np.zeros(len(edge)), along],
        np.r_[along, network.length[edge] - along],
        np.r_[at_start, np.where(towards_end, approach, np.inf)],
        np.r_[np.where(towards_start, approach, np.inf), at_end],
        np.r_[block.origins, block.origins],
        np.r_[block.origins, block.origins],
    )


def _cost_at(block: Block, node: Integers, allowed: Flags) -> Floats:
    """Costs of some nodes for all origins of a block; infinite where one may not go on."""
    if not len(block.targets):
        return np.full((len(block.origins), len(node)), np.inf)
    column = np.minimum(np.searchsorted(block.targets, node), len(block.targets) - 1)
    cost = block.cost.take(column, axis=1)
    cost[:, ~(allowed & (block.targets[column] == node))] = np.inf
    return cost


def nearest_stretches(
    network: Network,
    facilities: Snapped,
    limit: float,
    by: Measure,
    inbound: bool,
    progress: Progress,
) -> Stretches:
    """Cut all edges at the facilities, and enter them at the nearest facility's cost."""
    of_node = nearest_to_nodes(
        network, facilities, limit=limit, by=by, inbound=inbound, progress=part(progress, 0, 0.5)
    )
    usable = np.flatnonzero(facilities.edge >= 0)
    stand = on_edges(network, facilities.edge[usable], facilities.to_start[usable])
    # what a facility's place costs may be less than its own straight way: another can be nearer
    of_place = nearest_to_points(
        network,
        facilities,
        stand,
        limit=limit,
        by=by,
        inbound=inbound,
        progress=part(progress, 0.5, 1),
    )

    # marks along the edges: every start, facility and end; stretches lie between neighbours
    every = np.arange(len(network.start))
    kind = np.repeat([0, 1, 2], [len(every), len(usable), len(every)])
    edge = np.concatenate([every, stand.edge, every])
    place = np.concatenate([np.zeros(len(every)), stand.to_start, network.length])
    cost = np.concatenate([of_node.cost[network.start], of_place.cost, of_node.cost[network.end]])
    owner = np.concatenate(
        [of_node.facility[network.start], of_place.facility, of_node.facility[network.end]]
    )
    order = np.lexsort((kind, place, edge))
    inner = np.diff(edge[order]) == 0
    one, other = order[:-1][inner], order[1:][inner]
    towards_end, towards_start = _ways(network, inbound)
    return Stretches(
        edge=edge[one],
        offset=place[one],
        length=place[other] - place[one],
        first_cost=np.where(towards_end[edge[one]], cost[one], np.inf),
        last_cost=np.where(towards_start[edge[one]], cost[other], np.inf),
        first_facility=owner[one],
        last_facility=owner[other],
    )
