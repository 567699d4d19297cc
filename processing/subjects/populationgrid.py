"""A population grid of cells of 1 km2, from points, cells or rasters."""

from __future__ import annotations

from typing import NamedTuple

from ..methods.errors import InputError
from .homes import coordinates

CELL = 1000.0
"""Side of a cell [m]."""
MOST_CELLS = 20_000_000
"""A larger grid holds places in the wrong part of the world."""


class PopulationGrid(NamedTuple):
    """Arrays of shape (rows, columns), north up; ``land`` and ``built`` are shares or None."""

    population: object
    land: object
    built: object
    transform: tuple


def read(inputs):
    """Read the grid, from the raster where one is given; the run goes on in the raster's CRS.

    Parameters
    ----------
    inputs : Inputs
        Of a tool with the parameters POPULATION, COUNT, RASTER, LAND, BUILT, WATER and UNITS.

    Returns
    -------
    PopulationGrid

    Raises
    ------
    InputError
        If neither is given, the cells are not 1 km2, or the rasters do not match.
    """
    if inputs.given("RASTER"):
        return _of_raster(inputs)
    if not inputs.given("POPULATION"):
        raise InputError("Choose a layer or a raster with the population.")
    if inputs.given("LAND") or inputs.given("BUILT"):
        raise InputError(
            "Rasters of land and built-up land are read with a population raster on the same "
            "grid. Choose that raster, or leave them out and give the water as polygons."
        )
    inputs.require("COUNT")
    return _of_places(inputs)


def _of_raster(inputs):
    raster = inputs.raster("RASTER")
    inputs.crs = raster.crs
    if not raster.is_metric or abs(raster.blocks.cell_area / CELL**2 - 1) > 0.01:
        raise InputError(
            "The cells of the raster '{layer}' are not 1 km2. Choose a population grid of 1 km.",
            layer=raster.name,
        )
    others = [inputs.raster(name) for name in ("LAND", "BUILT")]
    for other in others:
        if other and other.blocks.transform != raster.blocks.transform:
            raise InputError(
                "The rasters '{first}' and '{second}' have different cells. Warp the second one to "
                "the grid of the first one and try again.",
                first=raster.name,
                second=other.name,
            )
    shares = [_share(other) if other else None for other in others]
    return PopulationGrid(_values(raster), *shares, raster.blocks.transform)


def _values(raster):
    import numpy as np

    values = raster.blocks.read(0, raster.blocks.height).astype(float)
    return np.where(values == raster.blocks.nodata, np.nan, values)


def _share(raster):
    """Shares of the cells: as they are, or of square metres."""
    import numpy as np

    values = _values(raster)
    in_metres = np.nanmax(values, initial=0) > 1
    return np.clip(values / raster.blocks.cell_area, None, 1) if in_metres else values


def _of_places(inputs):
    import numpy as np

    frame = inputs.frame("POPULATION", count="COUNT")
    xy = coordinates(frame.geometry.to_numpy())
    corners = [xy]
    units = inputs.frame("UNITS", keep_missing=True)
    if units is not None and np.isfinite(units.total_bounds).all():
        low_x, low_y, *high = units.total_bounds
        corners.append([[low_x, low_y], np.nextafter(high, -np.inf)])
    cells = np.floor(np.concatenate(corners) / CELL)
    low, high = (cells.min(axis=0), cells.max(axis=0)) if len(cells) else (np.zeros(2),) * 2
    columns, rows = (high - low + 1).astype(int)
    if columns * rows > MOST_CELLS:
        raise InputError(
            "The layer '{layer}' spreads over {cells} km2, so some of its places must be wrong. "
            "Remove them and try again.",
            layer=inputs.title("POPULATION"),
            cells=columns * rows,
        )
    column, row = np.floor(xy / CELL).astype(int).T - low.astype(int)[:, None]
    count = np.nan_to_num(frame["count"].to_numpy(dtype=float))
    number = (rows - 1 - row) * columns + column
    people = np.bincount(number, count, minlength=rows * columns).reshape(rows, columns)
    transform = (CELL, 0.0, low[0] * CELL, 0.0, -CELL, (high[1] + 1) * CELL)
    return PopulationGrid(people, _land(inputs, people.shape, transform), None, transform)


def cell_polygons(transform, row, column):
    """Squares of cells.

    Parameters
    ----------
    transform : tuple of six floats
        See `RasterBlocks`.
    row, column : ndarray of int, shape (n,)

    Returns
    -------
    ndarray of polygons, shape (n,)
    """
    import numpy as np
    import shapely

    a, b, c, d, e, f = transform
    corners = np.stack([column, row, column + 1, row, column + 1, row + 1, column, row + 1], axis=1)
    return shapely.polygons(corners.reshape(-1, 4, 2).astype(float) @ [[a, d], [b, e]] + [c, f])


def _land(inputs, shape, transform):
    """Share of each cell that is not water; None where no water is given."""
    import numpy as np
    import shapely

    if not inputs.given("WATER"):
        return None
    water = inputs.frame("WATER").geometry.to_numpy()
    row, column = (index.ravel() for index in np.indices(shape))
    squares = cell_polygons(transform, row, column)
    lake, cell = shapely.STRtree(squares).query(water, predicate="intersects")
    wet = np.zeros(len(squares))
    for block in np.array_split(np.arange(len(cell)), len(cell) // 1000 + 1):
        inputs.stop_if_cancelled()
        area = shapely.area(shapely.intersection(squares[cell[block]], water[lake[block]]))
        np.add.at(wet, cell[block], area)
    return np.clip(1 - wet / CELL**2, 0, 1).reshape(shape)
