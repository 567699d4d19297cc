"""Graphs of streets: spanning trees, connected parts, ways to the centre."""

from __future__ import annotations

import numpy as np
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.csgraph import connected_components, dijkstra, minimum_spanning_tree

from .shapes import Floats, Integers, Mask


def _matrix(a: Integers, b: Integers, weight: Floats, count: int) -> csr_matrix:
    return coo_matrix((weight, (a, b)), shape=(count, count)).tocsr()


def parts(a: Integers, b: Integers, count: int) -> Integers:
    """Find the connected part of each of ``count`` nodes."""
    matrix = _matrix(a, b, np.ones(len(a)), count)
    return np.asarray(connected_components(matrix, directed=False)[1], dtype=np.int64)


def tree(a: Integers, b: Integers, weight: Floats, count: int) -> Mask:
    """Which edges the lightest spanning forest needs."""
    forest = minimum_spanning_tree(_matrix(a, b, weight, count)).tocoo()
    needed = forest.row.astype(np.int64) * count + forest.col
    return np.isin(a.astype(np.int64) * count + b, needed)


def ways(
    a: Integers, b: Integers, cost: Floats, centre: Integers, ends: Integers, rank: Integers
) -> Integers:
    """Best rank of the cheapest ways from the ends to the nearest centre, per edge; 0: none.

    Parameters
    ----------
    a, b : ndarray, shape (m,)
        Nodes that each edge joins.
    cost : ndarray, shape (m,)
        Cost of each edge.
    centre : ndarray, shape (k,)
        Nodes to go to.
    ends : ndarray, shape (n,)
        Nodes to come from.
    rank : ndarray, shape (n,)
        Importance of each way, positive.
    """
    count = int(max(a.max(), b.max())) + 1
    _, before, _ = dijkstra(
        _matrix(a, b, cost, count), directed=False, indices=centre, min_only=True,
        return_predecessors=True,
    )  # fmt: skip
    importance = np.zeros(count, dtype=np.int64)
    at = ends
    while len(at):
        inside = before[at] >= 0
        at, rank = at[inside], rank[inside]
        np.maximum.at(importance, at, rank)
        at = before[at]
    return np.where(before[a] == b, importance[a], np.where(before[b] == a, importance[b], 0))
