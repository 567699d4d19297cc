"""Nodes, the ways between them, and the cheapest path: what streets, roads and rails share."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import cKDTree

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

REACH_OF_STREETS = 400.0
"""A stop moves to a street vertex within this distance [m], else it stays where it is."""


class Ground(NamedTuple):
    """Nodes and the ways between them."""

    nodes: pd.DataFrame
    """``e``, ``n`` (m), ``role`` (centre, station, street, road, bend), ``place`` (row of the
    place, -1 between places), ``name``."""
    places: pd.DataFrame
    """The places served, in the order of their centres, which are the first nodes."""
    roads: csr_matrix
    """Cost of each way for a bus: metres, times how unattractive it is."""
    rails: csr_matrix
    """Length of each way for a train [m]."""

    def row(self, place_id: str) -> int:
        """Row of a place, -1 where it is not served."""
        return int(self.places.index.get_indexer_for(pd.Index([place_id]))[0])

    def stop(self, place_id: str, *, train: bool = False) -> int:
        """Node that stands for a place: its station, else its centre; -1 where there is none."""
        row = self.row(place_id)
        here = (self.nodes["role"] == "station") & (self.nodes["place"] == row)
        station = np.flatnonzero(here)
        if row < 0 or (train and not len(station)):
            return -1
        return int(station[0]) if len(station) else row

    def points(self) -> Floats:
        """Position of each node [m]."""
        return self.nodes[["e", "n"]].to_numpy(float)


class Country(NamedTuple):
    """All nodes, with those just added last, and the ways that join the added ones."""

    nodes: pd.DataFrame
    ends: Integers
    cost: Floats


def nodes(points: Floats, role: str, place: npt.ArrayLike = -1) -> pd.DataFrame:
    """Nodes of one role, in or between places."""
    return pd.DataFrame({"e": points[:, 0], "n": points[:, 1], "role": role, "place": place})


def lengths(points: Floats, ends: Integers) -> Floats:
    """Straight length of each pair of nodes [m]."""
    return np.asarray(np.hypot(*(points[ends[:, 0]] - points[ends[:, 1]]).T))


def chain(order: Integers) -> Integers:
    """Pairs of neighbours in a row of nodes."""
    return np.column_stack([order[:-1], order[1:]])


def radii(hectares: npt.ArrayLike) -> Floats:
    """Radius of a disc of the area [m]."""
    return np.asarray(np.sqrt(np.asarray(hectares, dtype=float) * 1e4 / np.pi))


def snapped(points: Floats, vertices: Floats | None) -> Floats:
    """Points on the nearest street vertex, where one is near enough."""
    if vertices is None or not len(points):
        return points
    distance, nearest = cKDTree(vertices).query(points)
    return np.where((distance <= REACH_OF_STREETS)[:, None], vertices[nearest], points)


def symmetric(ends: Integers, cost: Floats, count: int) -> csr_matrix:
    """Graph of ways open both ways; of two ways between the same nodes the cheaper."""
    ends = np.sort(ends, axis=1)
    order = np.lexsort((cost, ends[:, 1], ends[:, 0]))
    ends, cost = ends[order], cost[order]
    first = np.ones(len(ends), dtype=bool)
    first[1:] = (np.diff(ends, axis=0) != 0).any(axis=1)
    one_way = csr_matrix((cost[first], tuple(ends[first].T)), shape=(count, count))
    return (one_way + one_way.T).tocsr()


def path(ways: csr_matrix, stops: list[int]) -> Integers:
    """Nodes of the cheapest way through all the stops in order.

    Examples
    --------
    >>> ways = symmetric(np.array([[0, 1], [1, 2], [0, 2]]), np.array([1.0, 1.0, 3.0]), 3)
    >>> path(ways, [0, 2, 1]).tolist()
    [0, 1, 2, 1]
    """
    pieces = [np.array(stops[:1], dtype=np.int64)]
    for start, end in zip(stops, stops[1:]):
        before = dijkstra(ways, indices=start, return_predecessors=True)[1]
        pieces.append(back(before, end)[::-1][1:])
    return np.concatenate(pieces)


def back(before: Integers, end: int) -> Integers:
    """Nodes from ``end`` back to where the search that left ``before`` started."""
    way = [end]
    while before[way[-1]] >= 0:
        way.append(int(before[way[-1]]))
    return np.array(way, dtype=np.int64)
