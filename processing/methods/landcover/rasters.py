"""A raster that is read in strips of rows, and its grid of cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import InputError
from ..progress import Progress, silent

Array = NDArray[Any]
Floats = NDArray[np.float64]

STRIP_CELLS = 1_250_000  # prefix sums of one strip stay within a processor's cache


@dataclass(frozen=True)
class RasterBlocks:
    """A categorical raster of any size, read a strip of rows at a time.

    Parameters
    ----------
    transform : tuple of six floats
        ``(a, b, c, d, e, f)``: the first corner of the cell in column ``i`` and row ``j`` is at
        ``x = a i + b j + c``, ``y = d i + e j + f`` [m]. Rotated, mirrored and south-up grids are
        allowed.
    width, height : int
        Number of columns and rows.
    nodata : float or None
        Value of cells without data; None if every value is data. NaN is never data.
    read : callable
        ``read(row_start, row_stop)`` gives those rows, shape (row_stop - row_start, width).

    Examples
    --------
    >>> raster = raster_of([[1, 2], [2, 2]], transform=(10, 0, 0, 0, -10, 20))
    >>> raster.cell_area
    100.0
    """

    transform: tuple[float, float, float, float, float, float]
    width: int
    height: int
    nodata: float | None
    read: Callable[[int, int], Array]

    def __post_init__(self) -> None:
        if self.width < 1 or self.height < 1:
            raise InputError("The raster has no cells. Choose another one.")
        if self.cell_area == 0 or not np.isfinite(self.cell_area):
            raise InputError(
                "The raster's cells have no area. Give the raster a georeference and try again."
            )

    @property
    def determinant(self) -> float:
        """Signed area of a cell [m2]: negative where the rows run from north to south."""
        a, b, _, d, e, _ = self.transform
        return float(a * e - b * d)

    @property
    def cell_area(self) -> float:
        """Area of a cell [m2]."""
        return abs(self.determinant)

    def to_cells(self, points: Floats) -> tuple[Floats, Floats]:
        """Columns and rows, with fractions, of points with shape (n, 2) [m]."""
        a, b, c, d, e, f = self.transform
        x, y = points[:, 0] - c, points[:, 1] - f
        if b == 0 and d == 0:  # exact for borders that lie on cell borders or centres
            return x / a, y / e
        return (e * x - b * y) / self.determinant, (a * y - d * x) / self.determinant

    def strips(self, progress: Progress = silent) -> Iterator[tuple[int, int]]:
        """First and last-plus-one row of each strip from the top, telling the progress."""
        rows = max(1, STRIP_CELLS // max(self.width, 1))
        for start in range(0, self.height, rows):
            progress(start / self.height)
            yield start, min(start + rows, self.height)
        progress(1.0)


def raster_of(
    values: Any,
    *,
    transform: tuple[float, float, float, float, float, float],
    nodata: float | None = None,
) -> RasterBlocks:
    """Give an array in memory the form of a raster read in strips.

    Parameters
    ----------
    values : array_like of shape (height, width)
        Class of each cell.
    transform : tuple of six floats
        See `RasterBlocks`.
    nodata : float, optional
        Value of cells without data.

    Returns
    -------
    RasterBlocks

    Examples
    --------
    >>> raster_of([[1, 2], [2, 2]], transform=(10, 0, 0, 0, -10, 20)).width
    2
    """
    cells = np.asarray(values)
    if cells.ndim != 2:
        raise InputError(
            "A raster has rows and columns; this one has {axes} axes.", axes=cells.ndim
        )
    return RasterBlocks(
        transform=transform,
        width=cells.shape[1],
        height=cells.shape[0],
        nodata=nodata,
        read=lambda start, stop: cells[start:stop],
    )
