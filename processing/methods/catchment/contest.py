"""Cells about the streets, each given to the facility that is nearest to it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import ArrayLike
from scipy import ndimage

from ..network.graph import WALKING_SPEED, Floats, Integers, Measure, Network
from ..network.nearest import nearest_to_points
from ..network.places import Places
from ..network.samples import sample_edges
from ..network.snap import Snapped
from ..progress import Progress, part
from .cells import Cells

TILE = 256
"""Smallest side of the pieces of ground in which facilities contend for the cells [cells]."""

BUFFER = 2
"""Reach of a street [cells]: five by five cells without the corners."""

LONGEST_HOLE = 4
"""A hole longer than this many sides of the largest square to fill stays; our own choice."""


def nearest_cells(
    network: Network,
    facilities: Snapped,
    bands: Floats,
    size: float,
    *,
    reach: Floats,
    rank: ArrayLike | None,
    by: Measure,
    inbound: bool,
    smallest_hole: float,
    progress: Progress,
) -> Cells:
    """Cells within the buffer of reached streets, each owned by the facility nearest to it.

    Of ranks, the lowest goes before. The straight way from the street into a cell counts, walked
    where time is measured. Unreached ground that is enclosed and below the smallest hole [m2]
    goes to the nearest too.
    """
    places = sample_edges(network, size, progress=part(progress, 0, 0.2))
    nearest = nearest_to_points(
        network,
        facilities,
        places,
        limit=reach,
        rank=rank,
        by=by,
        inbound=inbound,
        progress=part(progress, 0.2, 0.4),
    )
    reached = np.flatnonzero(nearest.facility >= 0)
    cell = np.floor(places.foot[reached] / size).astype(np.int64)
    cost, facility = nearest.cost[reached], nearest.facility[reached]
    largest = int(np.ceil(smallest_hole / size**2))
    step = size / (WALKING_SPEED / 3.6) if by == "seconds" else size
    # no way into a cell makes up for a rank
    handicap = 0 if rank is None else _places(rank)[facility] * (bands[-1] + 2 * BUFFER * step)
    none = np.empty(0, np.int64)
    contended = _contend(cell, cost + handicap, step, largest, part(progress, 0.4, 1))
    found = [(none, none, none), *contended]
    column, row, source = (np.concatenate(parts) for parts in zip(*found))
    owner = facility[source]
    band = np.searchsorted(bands, cost[source]).astype(np.uint8)
    order = np.argsort(owner, kind="stable")
    return Cells(owner[order], column[order], row[order], band[order])


def _places(rank: ArrayLike) -> Integers:
    """Replace ranks by 0, 1, 2 from the lowest on."""
    place: Integers = np.unique(np.asarray(rank, dtype=float), return_inverse=True)[1]
    return place


def _contend(
    cell: Integers, cost: Floats, step: float, largest: int, progress: Progress
) -> Iterator[tuple[Integers, Integers, Integers]]:
    """Find column, row and nearest street cell of all cells about the streets, tile by tile."""
    if not len(cell):
        return
    # a hole to fill that begins in a tile ends within this margin: all tiles see it whole
    longest = LONGEST_HOLE * int(np.ceil(np.sqrt(largest)))
    margin = BUFFER + longest
    size = max(TILE, margin)
    tiles = _tiles(cell, size, margin)
    places = Places(cell.astype(float), size)
    for number, tile in enumerate(tiles):
        progress(number / len(tiles))
        corner = tile * size - margin - BUFFER
        width = size + 2 * (margin + BUFFER)
        near = places.within(np.array([corner, corner + width - 1], dtype=float))
        source = _nearest_sources(cell[near] - corner, cost[near], step, width)
        if largest:
            source = _without_holes(source, largest, longest)
        row, column = np.nonzero(source[margin:-margin, margin:-margin] >= 0)
        found = source[margin:-margin, margin:-margin][row, column]
        yield column + tile[0] * size, row + tile[1] * size, near[found]
    progress(1.0)


def _tiles(cell: Integers, size: int, margin: int) -> Integers:
    """Find the tiles with cells in them or within a margin, no larger than a tile, of them."""
    low = cell.min(axis=0) // size - 1
    used = np.zeros(cell.max(axis=0) // size + 2 - low, bool)
    for right in (-margin, 0, margin):
        for up in (-margin, 0, margin):
            column, row = ((cell + np.array([right, up])) // size - low).T
            used[column, row] = True
    tiles: Integers = np.argwhere(used) + low
    return tiles


def _nearest_sources(cell: Integers, cost: Floats, step: float, side: int) -> Integers:
    """Find the street cell from which each cell is reached at the least cost, -1 for none."""
    start = np.full((side, side), np.inf)
    number = np.full((side, side), -1)
    # places in one cell: the last written stays, so the least cost is written last
    order = np.argsort(-cost, kind="stable")
    column, row = cell[order].T
    start[row, column], number[row, column] = cost[order], order
    size = side - 2 * BUFFER
    least = np.full((size, size), np.inf)
    source = np.full((size, size), -1)
    for up in range(2 * BUFFER + 1):
        for right in range(2 * BUFFER + 1):
            away = np.hypot(up - BUFFER, right - BUFFER)
            if away < BUFFER + 0.5:
                offered = start[up : up + size, right : right + size] + away * step
                better = offered < least
                least[better] = offered[better]
                source[better] = number[up : up + size, right : right + size][better]
    return source


def _without_holes(source: Integers, largest: int, longest: int) -> Integers:
    """Give the cells of small holes to the nearest cell about the streets."""
    empty = source < 0
    label, _ = ndimage.label(empty)
    small = np.bincount(label.ravel()) < largest
    extents = [[side.stop - side.start for side in place] for place in ndimage.find_objects(label)]
    small[1:] &= np.reshape(extents, (-1, 2)).max(axis=1, initial=0) <= longest
    at_border = np.concatenate([label[0], label[-1], label[:, 0], label[:, -1]])
    small[at_border] = False
    small[0] = False
    hole = small[label]
    if not hole.any():
        return source
    row, column = ndimage.distance_transform_edt(empty, return_distances=False, return_indices=True)
    return np.where(hole, source[row, column], source)
