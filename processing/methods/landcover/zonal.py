"""Cells of each class within polygons.

References
----------
.. [1] GDAL/OGR contributors. GDAL rasterize: a cell is burned if its centre is inside the polygon.
   https://gdal.org/programs/gdal_rasterize.html
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from ..progress import Progress, silent
from .area import pieces
from .centre import crossings
from .codes import CodedCells, coded
from .edges import Strip, edges_by_strip, polygon_edges
from .lanes import RunningCounts
from .rasters import RasterBlocks

Array = NDArray[Any]
Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Counter = Callable[[Strip, CodedCells, RunningCounts], tuple[Floats, Floats]]


@dataclass(frozen=True)
class ClassCells:
    """Cells of each class in each polygon.

    Parameters
    ----------
    classes : ndarray of int, shape (k,)
        Values that occur in the strips of rows the polygons reach, ascending.
    cells : ndarray of float, shape (n, k)
        Number of cells (cell-centre rule) or area in cells (area rule).
    unclassified : ndarray of float, shape (n,)
        Cells of the raster in the polygon that have no data.
    cell_area : float
        Area of one cell [m2].
    """

    classes: Integers
    cells: Floats
    unclassified: Floats
    cell_area: float


def count_classes(
    polygons: Any, raster: RasterBlocks, *, progress: Progress = silent
) -> ClassCells:
    """Count the cells of each class whose centres lie in each polygon.

    Polygons may overlap, have holes and many parts; each is counted by itself.

    Parameters
    ----------
    polygons : array_like of shapely polygons and multipolygons, shape (n,)
        Valid, in the raster's coordinates; None and empty ones get zeros.
    raster : RasterBlocks
        Whole-number classes.
    progress : callable, optional
        Told the fraction done.

    Returns
    -------
    ClassCells
        Whole numbers. Centres exactly on a border follow GDAL's rasterizer.

    Raises
    ------
    InputError
        If a feature is not a polygon or the raster holds measurements.

    Notes
    -----
    Time grows with the raster's cells times a quarter of the number of classes, and with the
    length of the borders, not with the polygons' area. Memory: one strip of rows.

    References
    ----------
    GDAL's rasterizer [1]_.

    Examples
    --------
    >>> import shapely
    >>> from .rasters import raster_of
    >>> raster = raster_of([[3, 61], [3, 3]], transform=(10, 0, 0, 0, -10, 20))
    >>> found = count_classes([shapely.box(0, 0, 20, 20), shapely.box(0, 0, 10, 10)], raster)
    >>> found.classes.tolist(), found.cells.tolist()
    ([3, 61], [[3.0, 1.0], [1.0, 0.0]])
    """
    return _by_strips(polygons, raster, _centres, progress)


def measure_classes(
    polygons: Any, raster: RasterBlocks, *, progress: Progress = silent
) -> ClassCells:
    """Measure the exact area of each class in each polygon, cells on the border in part.

    Parameters
    ----------
    polygons : array_like of shapely polygons and multipolygons, shape (n,)
        Valid, in the raster's coordinates; None and empty ones get zeros.
    raster : RasterBlocks
        Whole-number classes.
    progress : callable, optional
        Told the fraction done.

    Returns
    -------
    ClassCells
        Areas in cells: 0.25 for a quarter of a cell.

    Raises
    ------
    InputError
        If a feature is not a polygon or the raster holds measurements.

    Examples
    --------
    >>> import shapely
    >>> from .rasters import raster_of
    >>> raster = raster_of([[3, 61], [3, 3]], transform=(10, 0, 0, 0, -10, 20))
    >>> measure_classes([shapely.box(5, 5, 15, 15)], raster).cells.tolist()
    [[0.75, 0.25]]
    """
    return _by_strips(polygons, raster, _areas, progress)


def _by_strips(
    polygons: Any, raster: RasterBlocks, count: Counter, progress: Progress
) -> ClassCells:
    edges = polygon_edges(polygons, raster)
    running = RunningCounts(raster.width)
    sums: dict[int, Floats] = {}
    number = len(np.asarray(polygons, dtype=object))
    covered = np.zeros(number)
    for strip in edges_by_strip(edges, raster.strips(progress)):
        if not len(strip.zones):
            continue
        cells = coded(raster.read(strip.first, strip.last), raster.nodata)
        found, inside = count(strip, cells, running)
        covered[strip.zones] += inside
        for position, value in enumerate(cells.classes.tolist()):
            sums.setdefault(value, np.zeros(number))[strip.zones] += found[:, position]
    classes = np.array(sorted(sums), dtype=np.int64)
    cells_found = np.stack([sums[k] for k in classes], axis=1) if sums else np.zeros((number, 0))
    return ClassCells(classes, cells_found, covered - cells_found.sum(axis=1), raster.cell_area)


def _centres(strip: Strip, cells: CodedCells, running: RunningCounts) -> tuple[Floats, Floats]:
    """Cells per class, and all cells, between the crossings of each polygon."""
    at = crossings(strip, running.width)
    left = running.at(cells, at.row, at.column)[:, : len(cells.classes)]
    gather = _gather(at.zone, at.sign.astype(np.float64), len(strip.zones))
    return gather @ left.astype(np.float64), gather @ at.column.astype(np.float64)


def _areas(strip: Strip, cells: CodedCells, running: RunningCounts) -> tuple[Floats, Floats]:
    """Area per class, and whole area, to the left of the pieces of each polygon's border."""
    at = pieces(strip, running.width)
    zones, classes = len(strip.zones), len(cells.classes)
    left = running.at(cells, at.row, at.column)[:, :classes]
    gather = _gather(at.zone, at.height, zones)
    whole_cells = gather @ left.astype(np.float64)
    covered = gather @ (at.column + at.offset)
    inside = np.flatnonzero(at.column < running.width)
    place = np.full(cells.size, -1)
    place[cells.class_code] = np.arange(classes)
    own = place[cells.code[at.row[inside], at.column[inside]]]
    inside, own = inside[own >= 0], own[own >= 0]
    own_cells = np.bincount(
        at.zone[inside] * classes + own,
        at.height[inside] * at.offset[inside],
        minlength=zones * classes,
    )
    return whole_cells + own_cells.reshape(zones, classes), covered


def _gather(zone: Integers, weight: Floats, zones: int) -> sparse.csc_matrix:
    """Matrix that sums the weighted rows of each zone."""
    return sparse.csc_matrix((weight, zone, np.arange(len(zone) + 1)), shape=(zones, len(zone)))
