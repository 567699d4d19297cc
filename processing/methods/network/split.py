"""Lines cut where they share a vertex."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def split_at_shared_vertices(
    xy: NDArray[np.float64], part: NDArray[np.int64], line: NDArray[np.int64]
) -> tuple[NDArray[np.float64], NDArray[np.int64], NDArray[np.int64]]:
    """Cut lines at every vertex that two lines, or one line twice, pass through.

    Streets of OpenStreetMap run on through their junctions; their shared vertices are the
    junctions. Lines that cross without a common vertex (bridges, tunnels) are not cut.

    Parameters
    ----------
    xy : ndarray, shape (v, 2)
        Vertices of all lines, one line after the other [m].
    part : ndarray, shape (v,)
        Number of the single line of each vertex.
    line : ndarray, shape (v,)
        Number of the source line of each vertex.

    Returns
    -------
    xy : ndarray, shape (w, 2)
        Vertices of the pieces. Repeated vertices and lines without length are gone; a vertex
        that was cut is there twice.
    piece : ndarray, shape (w,)
        Piece of each vertex, 0, 1, 2 in the order of the lines.
    line : ndarray, shape (m,)
        Source line of each piece.

    Examples
    --------
    >>> cross = np.array([[0, 0], [1, 0], [2, 0], [1, 1], [1, 0], [1, -1]], float)
    >>> owner = np.array([0, 0, 0, 1, 1, 1])
    >>> xy, piece, line = split_at_shared_vertices(cross, owner, owner)
    >>> piece.tolist(), line.tolist()
    ([0, 0, 1, 1, 2, 2, 3, 3], [0, 0, 1, 1])
    """
    place = xy[:, 0] + 1j * xy[:, 1]
    repeated = np.r_[False, (np.diff(place) == 0) & (np.diff(part) == 0)][: len(place)]
    kept = np.flatnonzero(~repeated)
    _, which, uses = np.unique(place[kept], return_inverse=True, return_counts=True)
    first = np.r_[True, np.diff(part[kept]) != 0][: len(kept)]
    last = np.r_[first[1:], True][: len(kept)]
    cut = (uses[which] > 1) & ~first & ~last
    # a vertex that is cut ends one piece and begins the next
    source = np.repeat(np.arange(len(kept)), 1 + cut)
    begins = first[source] | np.r_[False, np.diff(source) == 0][: len(source)]
    piece = np.cumsum(begins) - 1
    long_enough = np.bincount(piece) > 1
    used = long_enough[piece]
    number = np.cumsum(long_enough) - 1
    vertex = kept[source]
    return xy[vertex[used]], number[piece[used]], line[vertex[begins & used]]
