"""Local units by degree of urbanisation, level 1 and 2, with the rules of July 2024.

References
----------
.. [1] Eurostat et al. (2021). *Applying the Degree of Urbanisation: a methodological manual*.
   Online version with the chapters of July 2024. doi:10.2785/706535
.. [2] European Commission, Joint Research Centre (2023). *GHSL Data Package 2023*, section 2.7.2.3.
   doi:10.2760/098587
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import shapely
from numpy.typing import ArrayLike, NDArray

from ..landcover.layers import layer_sums
from ..landcover.rasters import raster_of
from ..ratios import ratio
from . import grid as level1_codes
from . import levels as level2_codes
from .grid import Grid
from .profile import DegurbaRule

Array = NDArray[Any]
Floats = NDArray[np.float64]
Transform = tuple[float, float, float, float, float, float]

LEVEL_1 = (level1_codes.CENTRE, level1_codes.CLUSTER, level1_codes.RURAL)
LEVEL_2 = (
    level2_codes.CENTRE,
    level2_codes.DENSE,
    level2_codes.SEMI_DENSE,
    level2_codes.SUBURBAN,
    level2_codes.RURAL_CLUSTER,
    level2_codes.LOW_DENSITY,
    level2_codes.VERY_LOW_DENSITY,
)
DECIMALS = 9  # a share of exactly one half must not be lost to rounding of the parts


def classify_units(
    polygons: Any,
    grid: Grid,
    level1: ArrayLike,
    level2: ArrayLike,
    rule: DegurbaRule,
    *,
    transform: Transform,
    overlay: str = "area",
) -> pd.DataFrame:
    """Classify local units by the cells that their inhabitants live in [1]_.

    Parameters
    ----------
    polygons : array_like of shapely polygons and multipolygons, shape (n,)
        Local units in the grid's coordinates.
    grid : Grid
        From `grid_of`.
    level1, level2 : array_like of int, shape (rows, columns)
        From `classify_grid` and `classify_grid_level2`.
    rule : DegurbaRule
        Its ``unit_share`` decides.
    transform : tuple of six floats
        Place of the grid, see `RasterBlocks`.
    overlay : {"area", "centre"}
        Share out the inhabitants of a cell by the area that lies in the unit (what the 50 m cells
        of [2]_ approach), or count whole cells whose centres lie in the unit. With "centre", a unit
        without any centre takes all cells it touches.

    Returns
    -------
    DataFrame, n rows
        ``population`` inhabitants of the unit's cells, NaN for a unit that merely touches cells;
        ``pct_centre``, ``pct_clust`` and
        ``pct_rural`` their percentages by level-1 class, and ``pct_30``, ``pct_23``, ``pct_22``,
        ``pct_21``, ``pct_13``, ``pct_12``, ``pct_11`` by level-2 class; percentages of the land
        where nobody lives, NaN where there is no land either; ``degurba`` 3 city, 2 town or
        semi-dense area, 1 rural area; ``degurba_2`` 30 city, 23 dense town, 22 semi-dense town, 21
        suburban or peri-urban area, 13 village, 12 dispersed rural area, 11 mostly uninhabited
        area. 0 for units without people and land in the grid.

    Examples
    --------
    >>> from .grid import grid_of
    >>> from .profile import ClusterRule
    >>> rule = DegurbaRule(
    ...     "example", "manual", *[ClusterRule(300, 5000, 8)] * 5, None, 15, "all", 0.5, 2, 50, 0.5
    ... )
    >>> units = classify_units(
    ...     [shapely.box(0, 0, 2, 1)], grid_of([[60, 40]], rule), [[3, 1]], [[30, 11]], rule,
    ...     transform=(1, 0, 0, 0, -1, 1)
    ... )
    >>> units[["population", "pct_centre", "degurba", "degurba_2"]].values.tolist()
    [[100.0, 60.0, 3.0, 30.0]]
    """
    units = np.asarray(polygons, dtype=object)
    place = _Place(grid, transform, overlay)
    coarse = _shares(units, np.asarray(level1), LEVEL_1, place)
    fine = _shares(units, np.asarray(level2), LEVEL_2, place)
    degurba = _level1(coarse.shares, rule.unit_share)
    names = ("pct_centre", "pct_clust", "pct_rural", *(f"pct_{code}" for code in LEVEL_2))
    shares = 100 * np.column_stack([coarse.shares, fine.shares])
    return pd.DataFrame(
        {
            "population": coarse.population,
            **dict(zip(names, shares.T)),
            "degurba": degurba,
            "degurba_2": _level2(degurba, fine.shares, rule.unit_share),
        }
    )


class _Place(NamedTuple):
    grid: Grid
    transform: Transform
    overlay: str


class _Shares(NamedTuple):
    population: Floats  # (n,)
    shares: Floats  # (n, k), 0 to 1


def _shares(units: Array, codes: Array, classes: tuple[int, ...], place: _Place) -> _Shares:
    """Share of each class in the inhabitants of units, or in their land where nobody lives."""
    grid = place.grid
    layers = np.stack(
        [amount * (codes == code) for amount in (grid.population, grid.land) for code in classes]
    )
    sums = layer_sums(units, layers, transform=place.transform, overlay=place.overlay)
    population = sums[:, : len(classes)].sum(axis=1)
    if place.overlay == "centre":
        for unit in _without_centres(units, grid, place.transform):
            sums[unit] = _touched(units[unit], layers, place.transform)
            population[unit] = np.nan  # its cells' people are counted in their own units
    people, land = np.split(np.maximum(sums, 0), 2, axis=1)
    base = np.where(people.sum(axis=1, keepdims=True) > 0, people, land)
    shares = ratio(base, base.sum(axis=1, keepdims=True), smallest_base=0)
    return _Shares(population, shares.round(DECIMALS))


def _without_centres(units: Array, grid: Grid, transform: Transform) -> Array:
    """Units that hold no cell's centre."""
    every = np.ones((1, *grid.land.shape))
    cells = layer_sums(units, every, transform=transform, overlay="centre")[:, 0]
    return np.flatnonzero((cells == 0) & ~(shapely.is_empty(units) | shapely.is_missing(units)))


def _touched(unit: Any, layers: Floats, transform: Transform) -> Floats:
    """Sum of all cells that a unit touches."""
    raster = raster_of(layers[0], transform=transform)
    columns, rows = raster.to_cells(shapely.get_coordinates(shapely.envelope(unit)))
    left, right = _range(columns, raster.width)
    top, bottom = _range(rows, raster.height)
    row, column = (index.ravel() for index in np.mgrid[top:bottom, left:right])
    corners = np.stack([column, row, column + 1, row, column + 1, row + 1, column, row + 1], 1)
    a, b, c, d, e, f = transform
    ring = corners.reshape(-1, 4, 2).astype(np.float64) @ [[a, d], [b, e]] + [c, f]
    touched = shapely.intersects(shapely.polygons(ring), unit)
    return np.asarray(layers[:, row[touched], column[touched]].sum(axis=1))


def _range(places: Floats, size: int) -> tuple[int, int]:
    first, last = np.floor(places.min()), np.ceil(places.max())
    return int(np.clip(first, 0, size)), int(np.clip(last, 0, size))


def _level1(shares: Floats, half: float) -> Array:
    centre, _, rural = shares.T
    codes = np.select(
        [centre >= half, rural <= half, rural > half],
        [level1_codes.CENTRE, level1_codes.CLUSTER, level1_codes.RURAL],
        default=0,
    )
    return codes.astype(np.int64)


def _level2(degurba: Array, shares: Floats, half: float) -> Array:
    centre, dense, semi_dense, suburban, village, low, very_low = shares.T
    town, rural = degurba == level1_codes.CLUSTER, degurba == level1_codes.RURAL
    dispersed = village + low + very_low
    urban = centre + dense + semi_dense + suburban
    codes = np.select(
        [
            degurba == level1_codes.CENTRE,
            town & ((centre + dense).round(DECIMALS) >= half),
            town & ((suburban + dispersed).round(DECIMALS) < half),
            town,
            rural & ((village + urban).round(DECIMALS) >= half),
            rural & (very_low < half),
            rural,
        ],
        LEVEL_2,
        default=0,
    )
    return codes.astype(np.int64)
