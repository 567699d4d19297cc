"""The area rule: polygon borders cut into pieces that lie within one cell each."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from .edges import Floats, Integers, Strip


class Pieces(NamedTuple):
    """Pieces of borders; by Green's theorem the area left of them, signed, is the polygon's."""

    row: Integers  # within the strip
    column: Integers  # cell of the piece: 0 to width, which is right of the raster
    height: Floats  # signed height of the piece [rows]
    offset: Floats  # mean distance of the piece from its cell's left side [columns], 0 to 1
    zone: Integers


def pieces(strip: Strip, width: int) -> Pieces:
    """Cut the borders of polygons at the borders of cells.

    Parameters
    ----------
    strip : Strip
        Edges that reach into the strip.
    width : int
        Number of columns of the raster.

    Returns
    -------
    Pieces
        The area of a polygon within a row, up to a column, is the sum of height x distance.
    """
    edge, row, start, end, height = _cut_at_rows(strip)
    left, right = np.minimum(start, end), np.maximum(start, end)
    lowest = np.clip(np.floor(left).astype(np.int64) + 1, 0, width + 1)  # first border inside
    highest = np.clip(np.ceil(right).astype(np.int64) - 1, -1, width)
    cuts = np.maximum(highest - lowest + 1, 0)
    line = np.repeat(np.arange(len(edge)), cuts + 1)
    step = np.arange(len(line)) - np.repeat(np.cumsum(cuts + 1) - cuts - 1, cuts + 1)
    from_column = np.where(step == 0, left[line], lowest[line] + step - 1)
    to_column = np.where(step == cuts[line], right[line], lowest[line] + step)
    span = (right - left)[line]
    share = np.divide(to_column - from_column, span, out=np.ones(len(line)), where=cuts[line] > 0)
    middle = np.clip((from_column + to_column) / 2, 0, width)
    column = np.minimum(middle.astype(np.int64), width)
    return Pieces(
        row=(row - strip.first)[line],
        column=column,
        height=height[line] * share,
        offset=middle - column,
        zone=strip.zone[edge][line],
    )


def _cut_at_rows(strip: Strip) -> tuple[Integers, Integers, Floats, Floats, Floats]:
    """Edge, row, columns at both ends and signed height of each part within one row."""
    edges = strip.edges
    first = np.maximum(np.floor(edges.row_start), strip.first).astype(np.int64)
    last = np.minimum(np.ceil(edges.row_end), strip.last).astype(np.int64)
    count = np.maximum(last - first, 0)
    edge = np.repeat(np.arange(len(first)), count)
    row = np.arange(len(edge)) - np.repeat(np.cumsum(count) - count - first, count)
    top = np.maximum(edges.row_start[edge], row)
    bottom = np.minimum(edges.row_end[edge], row + 1)
    slope = np.zeros(len(first))
    rise = edges.row_end - edges.row_start
    np.divide(edges.column_end - edges.column_start, rise, out=slope, where=rise > 0)
    start = edges.column_start[edge] + (top - edges.row_start[edge]) * slope[edge]
    end = edges.column_start[edge] + (bottom - edges.row_start[edge]) * slope[edge]
    return edge, row, start, end, (bottom - top) * edges.sign[edge]
