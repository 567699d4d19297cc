"""Painting polygons and points into a grid of cells."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import shapely

from .shapes import Floats, Integers, ranges

CELL = 10.0
"""Cell size [m]."""


class Grid(NamedTuple):
    """A north-up grid of codes."""

    cells: npt.NDArray[np.uint8]
    """Codes, first row northernmost."""
    west: float
    """Western edge [m]."""
    north: float
    """Northern edge [m]."""

    def paint(self, polygons: npt.NDArray[np.object_], codes: npt.ArrayLike) -> None:
        """Give all cells whose centre lies in a polygon its code, later polygons on top."""
        codes = np.broadcast_to(np.asarray(codes, dtype=np.uint8), len(polygons))
        polygon, row, start, stop = self.runs(polygons)
        cells = self.cells
        for code, y, first, last in zip(
            codes[polygon].tolist(), row.tolist(), start.tolist(), stop.tolist()
        ):
            cells[y, first:last] = code

    def runs(
        self, polygons: npt.NDArray[np.object_]
    ) -> tuple[Integers, Integers, Integers, Integers]:
        """List runs of cells in polygons: polygon, row, first column, column after the last.

        A horizontal line through the cells' centres enters and leaves a polygon in turn, holes
        included, wherever it crosses the rings.
        """
        position, ring = shapely.get_coordinates(shapely.get_rings(polygons), return_index=True)
        _, owner = shapely.get_rings(polygons, return_index=True)
        x = (position[:, 0] - self.west) / CELL - 0.5
        y = (self.north - position[:, 1]) / CELL - 0.5
        along = ring[:-1] == ring[1:]
        x0, x1, y0, y1 = x[:-1][along], x[1:][along], y[:-1][along], y[1:][along]
        height, width = self.cells.shape
        top = np.clip(np.ceil(np.minimum(y0, y1)), 0, height).astype(np.int64)
        below = np.clip(np.ceil(np.maximum(y0, y1)), 0, height).astype(np.int64)
        edge = np.repeat(np.arange(len(top)), below - top)
        row = top[edge] + ranges(below - top)
        crossing = x0[edge] + (row - y0[edge]) * ((x1 - x0)[edge] / (y1 - y0)[edge])
        polygon = owner[ring[:-1][along]][edge]
        order = np.lexsort((crossing, row, polygon))
        column = np.clip(np.ceil(crossing[order]), 0, width).astype(np.int64)
        return polygon[order][::2], row[order][::2], column[::2], column[1::2]

    def dot(self, points: Floats, codes: npt.ArrayLike) -> None:
        """Give the cells that points lie in a code."""
        column = np.floor((points[:, 0] - self.west) / CELL).astype(np.int64)
        row = np.floor((self.north - points[:, 1]) / CELL).astype(np.int64)
        height, width = self.cells.shape
        inside = (row >= 0) & (row < height) & (column >= 0) & (column < width)
        codes = np.broadcast_to(np.asarray(codes, dtype=np.uint8), len(points))
        self.cells[row[inside], column[inside]] = codes[inside]


def along_lines(lines: npt.NDArray[np.object_], step: float) -> tuple[Floats, Integers]:
    """Points at most ``step`` apart along lines, and the line of each."""
    vertex, line = shapely.get_coordinates(lines, return_index=True)
    same = line[:-1] == line[1:]
    start, move = vertex[:-1][same], np.diff(vertex, axis=0)[same]
    counts = np.maximum(1, np.ceil(np.hypot(*move.T) / step)).astype(np.int64)
    share = (ranges(counts) / np.repeat(counts, counts))[:, None]
    points = np.repeat(start, counts, axis=0) + share * np.repeat(move, counts, axis=0)
    return points, np.repeat(line[:-1][same], counts)
