"""Pieces of edges as lines."""

from __future__ import annotations

import numpy as np
import shapely

from ..network.access import ROUNDING
from ..network.graph import Floats, Integers, Network
from ..network.places import ranges
from .edges import Pieces
from .trace import Geometries


def piece_lines(network: Network, pieces: Pieces) -> Geometries:
    """Draw pieces of edges.

    Parameters
    ----------
    network : Network
        Streets.
    pieces : Pieces
        Parts of its edges.

    Returns
    -------
    ndarray of LineString, shape (k,)
        Each from its begin to its end along the edge.

    Examples
    --------
    >>> from ..network.build import build_network
    >>> streets = build_network(shapely.from_wkt(["LINESTRING (0 0, 50 0, 50 70)"]))
    >>> one = np.array([0])
    >>> print(piece_lines(streets, Pieces(one, one, one, np.array([20.0]), np.array([80.0])))[0])
    LINESTRING (20 0, 50 0, 50 30)
    """
    lines: Geometries = network.geometry[pieces.edge]
    part = (pieces.begin > ROUNDING) | (pieces.end < network.length[pieces.edge] - ROUNDING)
    if part.any():
        lines[part] = _drawn(network, Pieces._make(column[part] for column in pieces))
    return lines


def _drawn(network: Network, pieces: Pieces) -> Geometries:
    """Draw parts of edges from vertex to vertex."""
    xy, owner = shapely.get_coordinates(network.geometry, return_index=True)
    first = np.searchsorted(owner, np.arange(len(network.start)))
    step = np.hypot(*np.diff(xy, axis=0).T)
    step[np.diff(owner) != 0] = 0
    walked = np.r_[0, np.cumsum(step)]
    walked -= walked[first][owner]
    inner = _inner_vertices(walked, first, len(xy), pieces)
    count = np.diff(inner)[:, 0] + 2
    piece = np.repeat(np.arange(len(count)), count)
    head = np.cumsum(count) - count
    drawn = np.empty((len(piece), 2))
    drawn[head] = _between(xy, walked, inner[:, 0] - 1, pieces.begin)
    drawn[head + count - 1] = _between(xy, walked, inner[:, 1] - 1, pieces.end)
    between = np.ones(len(piece), bool)
    between[head] = between[head + count - 1] = False
    drawn[between] = xy[ranges(inner[:, 0], count - 2)]
    lines: Geometries = shapely.linestrings(drawn, indices=piece)
    return lines


def _between(xy: Floats, walked: Floats, vertex: Integers, place: Floats) -> Floats:
    """Interpolate a place between a vertex and the next."""
    share = (place - walked[vertex]) / (walked[vertex + 1] - walked[vertex])
    found: Floats = xy[vertex] + share[:, None] * (xy[vertex + 1] - xy[vertex])
    return found


def _inner_vertices(walked: Floats, first: Integers, total: int, pieces: Pieces) -> Integers:
    """Find the run of vertices inside each piece: from the first to after the last."""
    end = np.r_[first[1:], total]
    vertex = ranges(first[pieces.edge], (end - first)[pieces.edge])
    piece = np.repeat(np.arange(len(pieces.edge)), (end - first)[pieces.edge])
    before = np.bincount(piece, walked[vertex] <= pieces.begin[piece] + ROUNDING)
    until = np.bincount(piece, walked[vertex] < pieces.end[piece] - ROUNDING)
    return np.column_stack([first[pieces.edge] + before, first[pieces.edge] + until]).astype(int)
