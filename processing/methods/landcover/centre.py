"""The cell-centre rule: where polygon borders cross the middle of each row of cells."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from .edges import Floats, Integers, Strip


class Crossings(NamedTuple):
    """Signed column borders: cells left of ``column`` count with ``sign``."""

    row: Integers  # within the strip
    column: Integers
    sign: Integers
    zone: Integers


def crossings(strip: Strip, width: int) -> Crossings:
    """Columns where the borders of polygons cross the middle of the rows of a strip.

    A cell belongs to a polygon if its centre lies inside. Centres on the border follow GDAL's
    rasterizer. In north-up rasters those on a left border are outside, on a right, upper or lower
    border inside; of a hole, those on its left and lower border are inside the polygon, on its
    right and upper border outside. In south-up rasters a polygon's upper border is outside, and
    both the upper and the lower border of a hole are inside.

    Parameters
    ----------
    strip : Strip
        Edges that reach into the strip.
    width : int
        Number of columns of the raster.

    Returns
    -------
    Crossings
    """
    edges = strip.edges
    first = np.maximum(np.ceil(edges.row_start - 0.5), strip.first).astype(np.int64)
    last = np.minimum(np.ceil(edges.row_end - 0.5), strip.last).astype(np.int64)
    edge, row = _each_row(first, last)
    middle = row + 0.5
    rise = (edges.row_end - edges.row_start)[edge]
    run = (edges.column_end - edges.column_start)[edge]
    along = (middle - edges.row_start[edge]) * run / rise + edges.column_start[edge]
    found = Crossings(
        row=row - strip.first,
        column=_border(along, width),
        sign=edges.sign[edge].astype(np.int64),
        zone=strip.zone[edge],
    )
    level = _level_on_centres(strip)
    return _with_level(found, level, strip, width) if len(level) else found


def _each_row(first: Integers, last: Integers) -> tuple[Integers, Integers]:
    count = np.maximum(last - first, 0)
    edge = np.repeat(np.arange(len(first)), count)
    row = np.arange(len(edge)) - np.repeat(np.cumsum(count) - count - first, count)
    return edge, row


def _border(along: Floats, width: int) -> Integers:
    border: Floats = np.clip(np.floor(along + 0.5), 0, width)
    return border.astype(np.int64)


def _level_on_centres(strip: Strip) -> Integers:
    """Level edges on a row's middle whose cells GDAL adds to what the crossings give."""
    edges = strip.edges
    level = (edges.row_start == edges.row_end) & edges.forward
    row = edges.row_start - 0.5
    return np.flatnonzero(
        level & (row == np.floor(row)) & (row >= strip.first) & (row < strip.last)
    )


def _with_level(found: Crossings, level: Integers, strip: Strip, width: int) -> Crossings:
    """Join the cells along level edges to those between the crossings, each cell once."""
    edges, rows = strip.edges, strip.last - strip.first
    row = (edges.row_start[level] - 0.5).astype(np.int64) - strip.first
    zone = strip.zone[level]
    ends = edges.column_start[level], edges.column_end[level]
    line = found.zone * rows + found.row
    touched = np.isin(line, zone * rows + row)
    doubled = Crossings(
        row=np.concatenate([found.row[touched], row, row]),
        column=np.concatenate(
            [
                found.column[touched],
                _border(np.minimum(*ends), width),
                _border(np.maximum(*ends), width),
            ]
        ),
        sign=np.concatenate([found.sign[touched], np.full_like(row, -1), np.ones_like(row)]),
        zone=np.concatenate([found.zone[touched], zone, zone]),
    )
    order = np.lexsort((-doubled.column, doubled.zone * rows + doubled.row))
    # the signs of a line sum to zero, so the depth starts afresh in each line
    inside = (np.cumsum(doubled.sign[order]) > 0).astype(np.int64)
    return Crossings(
        row=np.concatenate([found.row[~touched], doubled.row[order]]),
        column=np.concatenate([found.column[~touched], doubled.column[order]]),
        sign=np.concatenate([found.sign[~touched], np.diff(inside, prepend=0)]),
        zone=np.concatenate([found.zone[~touched], doubled.zone[order]]),
    )


class Spans(NamedTuple):
    """Cells of a polygon side by side in a row: from ``start`` up to, not including, ``end``."""

    zone: Integers
    row: Integers  # within the strip
    start: Integers
    end: Integers


def spans(found: Crossings) -> Spans:
    """Pair the crossings of each polygon and row, from left to right.

    Parameters
    ----------
    found : Crossings
        From `crossings`.

    Returns
    -------
    Spans
        None empty; those of one polygon do not overlap. Sorted by polygon, row and column.
    """
    line = found.zone * (found.row.max(initial=0) + 1) + found.row
    order = np.argsort(line * (found.column.max(initial=0) + 1) + found.column)
    # the signs of a line sum to zero, so the depth starts afresh in each line
    inside = np.cumsum(found.sign[order]) < 0
    was_inside = np.concatenate([[False], inside[:-1]])
    enters, leaves = order[inside & ~was_inside], order[~inside & was_inside]
    filled = found.column[leaves] > found.column[enters]
    enters, leaves = enters[filled], leaves[filled]
    return Spans(found.zone[enters], found.row[enters], found.column[enters], found.column[leaves])
