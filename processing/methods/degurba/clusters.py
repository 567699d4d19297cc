"""Clusters of cells: contiguity, gaps and smooth edges."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

Array = NDArray[Any]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Labels = NDArray[np.int32]


def clusters(cells: Flags, population: Floats, *, smallest: float, neighbours: int) -> Labels:
    """Find groups of contiguous cells with enough inhabitants.

    Parameters
    ----------
    cells : ndarray of bool, shape (rows, columns)
        Cells that may belong to a cluster.
    population : ndarray, shape (rows, columns)
        Inhabitants, no NaN.
    smallest : float
        Inhabitants that a cluster has at least.
    neighbours : {4, 8}
        Whether cells join by sides, or also by corners.

    Returns
    -------
    ndarray of int, shape (rows, columns)
        Cluster of each cell from 1, 0 for none.

    Examples
    --------
    >>> corner = np.array([[True, False], [False, True]])
    >>> people = np.array([[6.0, 0.0], [0.0, 4.0]])
    >>> clusters(corner, people, smallest=10, neighbours=8).tolist()
    [[1, 0], [0, 1]]
    >>> clusters(corner, people, smallest=6, neighbours=4).tolist()
    [[1, 0], [0, 0]]
    """
    shape = ndimage.generate_binary_structure(2, 1 if neighbours == 4 else 2)
    label, _ = ndimage.label(cells, shape)
    inhabitants = np.bincount(label.ravel(), population.ravel())
    keep = inhabitants >= smallest
    keep[0] = False
    number = np.where(keep, np.cumsum(keep), 0).astype(np.int32)
    return np.asarray(number[label])


def fill_gaps(label: Labels, *, gap_cells: float) -> Labels:
    """Fill small gaps within each cluster.

    Parameters
    ----------
    label : ndarray of int, shape (rows, columns)
        Cluster of each cell from 1, 0 for none.
    gap_cells : float
        Gaps of fewer cells are filled. A gap is enclosed by one cluster on all sides; its cells
        join by sides. What another cluster holds of a gap stays with that cluster.

    Returns
    -------
    ndarray of int, shape (rows, columns)

    Examples
    --------
    >>> ring = np.array([[1, 1, 1], [1, 0, 1], [1, 1, 1]], dtype=np.int32)
    >>> int(fill_gaps(ring, gap_cells=2)[1, 1]), int(fill_gaps(ring, gap_cells=1)[1, 1])
    (1, 0)
    """
    filled = label.copy()
    for number, place in enumerate(ndimage.find_objects(label), start=1):
        outside = np.pad(label[place] != number, 1, constant_values=True)
        gap, gaps = ndimage.label(outside)
        small = np.bincount(gap.ravel(), minlength=gaps + 1) < gap_cells
        small[[0, gap[0, 0]]] = False
        enclosed = small[gap][1:-1, 1:-1]
        window = filled[place]
        window[enclosed & (label[place] == 0)] = number
    return filled


def smooth_edges(label: Labels, *, counts: Flags, addable: Flags, fixed: bool) -> Labels:
    """Add cells to the cluster that most of their neighbours belong to, until none is left.

    Parameters
    ----------
    label : ndarray of int, shape (rows, columns)
        Cluster of each cell from 1, 0 for none.
    counts : ndarray of bool, shape (rows, columns)
        Cells that count as neighbours; those of clusters, and places beyond the grid, always do.
    addable : ndarray of bool, shape (rows, columns)
        Cells that may be added.
    fixed : bool
        Whether the majority is five of eight, or more than half of the neighbours that count.

    Returns
    -------
    ndarray of int, shape (rows, columns)

    Examples
    --------
    >>> corner = np.array([[1, 1, 1], [1, 0, 0], [1, 0, 0]], dtype=np.int32)
    >>> every = np.ones((3, 3), dtype=bool)
    >>> smooth_edges(corner, counts=every, addable=every, fixed=True).tolist()
    [[1, 1, 1], [1, 1, 0], [1, 0, 0]]
    """
    columns = label.shape[1] + 2
    now = np.pad(label, 1).ravel()
    valid = np.pad(counts, 1, constant_values=True).ravel()
    free = np.pad(addable & (label == 0), 1).ravel()
    around = np.array(
        [-columns - 1, -columns, -columns + 1, -1, 1, columns - 1, columns, columns + 1]
    )
    added = np.flatnonzero(now)
    while len(added):
        near = np.unique(added[:, None] + around)
        near = near[free[near]]
        beside = now[near[:, None] + around]
        same = (beside[:, :, None] == beside[:, None, :]).sum(axis=2) * (beside > 0)
        many = same.max(axis=1, initial=0)
        base = ((beside > 0) | valid[near[:, None] + around]).sum(axis=1)
        won = many >= 5 if fixed else 2 * many > base
        added = near[won]
        now[added] = beside[won, same[won].argmax(axis=1)]
        free[added] = False
    return now.reshape(-1, columns)[1:-1, 1:-1]
