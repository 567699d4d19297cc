"""Reached streets as cells of a grid.

The grid is fixed to the coordinates, whole multiples of its cell, so that a facility's catchment
does not depend on the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..network.graph import Floats, Integers, Measure, Network
from ..network.places import ranges
from ..network.samples import sample_edges
from ..network.snap import Snapped
from ..network.tiles import destination_blocks
from ..progress import Progress, blocks, part

Bands = NDArray[np.uint8]

CELLS_PER_BUFFER = 2.5
"""The outline lies two and a half cells from the street: the middle of the third."""

MARGIN = 3
"""Empty cells about a grid: two for the buffer, one to close the outline."""

GRID_CELLS = 4_000_000
"""Cells of all grids held at a time; bounds the memory."""


class Cells(NamedTuple):
    """Cells reached, each by one owner, sorted by owner.

    Attributes
    ----------
    owner, column, row : ndarray, shape (c,)
        Facility and place in the grid.
    band : ndarray, shape (c,)
        First band that reaches the cell.
    """

    owner: Integers
    column: Integers
    row: Integers
    band: Bands


class Grids(NamedTuple):
    """Small grids of bands, one for each owner.

    Attributes
    ----------
    owner : ndarray, shape (g,)
        Facility of each grid.
    corner : ndarray, shape (g, 2)
        Column and row of the lower left cell.
    band : ndarray, shape (g, rows, columns)
        First band that reaches each cell; 255 where none does.
    """

    owner: Integers
    corner: Integers
    band: Bands


UNREACHED = 255


def reached_cells(
    network: Network,
    facilities: Snapped,
    bands: Floats,
    size: float,
    *,
    reach: Floats,
    by: Measure,
    inbound: bool,
    progress: Progress,
) -> Iterator[Cells]:
    """Cells with reached streets, facility by facility; catchments overlap."""
    places = sample_edges(network, size, progress=part(progress, 0, 0.05))
    share = part(progress, 0.05, 1)
    cell = np.floor(places.foot / size).astype(np.int64)
    found = destination_blocks(
        network, facilities, places, bands[-1], by=by, inbound=inbound, progress=share
    )
    for block in found:
        origin, target = np.nonzero(block.cost <= reach[block.origins][:, None])
        band = np.searchsorted(bands, block.cost[origin, target]).astype(np.uint8)
        column, row = cell[block.targets[target]].T
        yield Cells(block.origins[origin], column, row, band)


def grids(cells: Cells, *, widen: bool) -> Iterator[Grids]:
    """Lay the cells of each owner out in a grid of its own, widened by the buffer or not."""
    owners, begin, count = np.unique(cells.owner, return_index=True, return_counts=True)
    if not len(owners):
        return
    low = np.column_stack(
        [np.minimum.reduceat(cells.column, begin), np.minimum.reduceat(cells.row, begin)]
    )
    high = np.column_stack(
        [np.maximum.reduceat(cells.column, begin), np.maximum.reduceat(cells.row, begin)]
    )
    width, height = (high - low).max(axis=0) + 1 + 2 * MARGIN
    for block in blocks(len(owners), max(1, GRID_CELLS // int(width * height))):
        corner = low[block] - MARGIN
        chosen = ranges(begin[block], count[block])
        grid = np.repeat(np.arange(len(corner)), count[block])
        band = np.full((len(corner), height, width), UNREACHED, np.uint8)
        place = (grid, cells.row[chosen] - corner[grid, 1], cells.column[chosen] - corner[grid, 0])
        # places in one cell: the last written stays, so the lowest band is written last
        order = np.argsort(-cells.band[chosen].astype(np.int16), kind="stable")
        band[tuple(axis[order] for axis in place)] = cells.band[chosen][order]
        yield Grids(owners[block], corner, _widened(band) if widen else band)


def _widened(band: Bands) -> Bands:
    """Give each cell the least band within the buffer: five by five cells without the corners."""
    box = band.copy()
    for axis in (1, 2):
        row = box.copy()
        _lower(box, row, axis)
    result = box.copy()
    for axis in (1, 2):
        _lower(result, box, axis)
    return result


def _lower(band: Bands, other: Bands, axis: int) -> None:
    """Lower each cell to its two neighbours in another grid, along one axis."""
    here = np.moveaxis(band, axis, 0)
    there = np.moveaxis(other, axis, 0)
    np.minimum(here[1:], there[:-1], out=here[1:])
    np.minimum(here[:-1], there[1:], out=here[:-1])
