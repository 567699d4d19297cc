"""Parts of a graph: what lies within reach of some ground, numbered anew."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix

from .graph import Floats, Integers, Measure, Network
from .places import ranges


class Part(NamedTuple):
    """A graph as a sparse matrix by rows."""

    rows: Integers
    column: Integers
    cost: Floats


def reach_of(network: Network, limit: float, by: Measure) -> float:
    """Straight distance that a limit can cover [m], a little more for rounding."""
    speed = 1.0
    if by == "seconds" and len(network.seconds):
        speed = float((network.length / network.seconds).max())
    return limit * speed * (1 + 1e-9) + 1e-6


def cut(graph: csr_matrix, nodes: Integers, position: Integers) -> Part:
    """Cut the part of a graph between some nodes, numbered anew by their position."""
    begin, end = graph.indptr[nodes], graph.indptr[nodes + 1]
    link = ranges(begin, end - begin)
    column = position[graph.indices[link]]
    inside = column >= 0
    rows = np.r_[0, np.cumsum(inside)][np.r_[0, np.cumsum(end - begin)]]
    return Part(rows, column[inside], graph.data[link[inside]])
