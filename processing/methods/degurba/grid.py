"""Level 1 of the degree of urbanisation: urban centres, urban clusters, rural cells and water.

References
----------
.. [1] Eurostat et al. (2021). *Applying the Degree of Urbanisation: a methodological manual*.
   Online version with the chapters of July 2024. doi:10.2785/706535
.. [2] European Commission, Joint Research Centre (2023). *GHSL Data Package 2023*.
   doi:10.2760/098587
.. [3] Van Migerode, C., Poorthuis, A., Derudder, B. (2024). Flexurba: an open-source R package to
   flexibly reconstruct the Degree of Urbanisation classification. *Environment and Planning B*,
   51(7), 1706-1714. doi:10.1177/23998083241262545
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..errors import InputError
from .clusters import Flags, Floats, Labels, clusters, fill_gaps, smooth_edges
from .profile import ClusterRule, DegurbaRule

Codes = NDArray[np.uint8]

WATER, RURAL, CLUSTER, CENTRE = 0, 1, 2, 3


class Grid(NamedTuple):
    """Cells of 1 km2 with everything filled in; made by `grid_of`."""

    population: Floats  # inhabitants, 0 where missing
    density: Floats  # inhabitants per km2 of permanent land
    built_up: Floats  # share of the land that is built-up, 0 where unknown
    land: Floats  # share of the cell that is permanent land
    water: Flags


def grid_of(
    population: ArrayLike,
    rule: DegurbaRule,
    *,
    land: ArrayLike | None = None,
    built: ArrayLike | None = None,
) -> Grid:
    """Prepare a population grid: empty cells, densities per permanent land, water.

    Parameters
    ----------
    population : array_like, shape (rows, columns)
        Inhabitants of cells of 1 km2; NaN counts as nobody.
    rule : DegurbaRule
        Its ``water_land`` says what water is.
    land : array_like, shape (rows, columns), optional
        Share of each cell that is permanent land, 0 to 1; NaN counts as none. Default: all land.
    built : array_like, shape (rows, columns), optional
        Share of each cell that is built-up, 0 to 1; NaN counts as none. Default: unknown, so that
        built-up land makes no cell part of a centre.

    Returns
    -------
    Grid
        People without land have an infinite density.

    Raises
    ------
    InputError
        If the grids differ in shape, inhabitants are negative or a share is not between 0 and 1.

    Examples
    --------
    >>> rule = DegurbaRule(
    ...     "example", "manual", *[ClusterRule(300, 5000, 8)] * 5, None, 15, "all", 0.5, 2, 50, 0.5
    ... )
    >>> grid = grid_of([[600, np.nan]], rule, land=[[0.5, 0.2]])
    >>> grid.density.tolist(), grid.water.tolist()
    ([[1200.0, 0.0]], [[False, True]])
    """
    people = _filled(population, "population")
    ground = np.ones(people.shape) if land is None else _shares(land, "land", people)
    surface = np.zeros(people.shape) if built is None else _shares(built, "built-up", people)
    if people.size and people.min() < 0:
        raise InputError("A cell has {value} inhabitants. Correct it.", value=float(people.min()))
    with np.errstate(divide="ignore", invalid="ignore"):
        density = np.where(people > 0, people / ground, 0.0)
        built_up = np.where(surface > 0, surface / ground, 0.0)
    water = (people <= 0) & (surface <= 0) & (ground < rule.water_land)
    return Grid(people, density, built_up, ground, water)


def _filled(values: ArrayLike, name: str) -> Floats:
    cells = np.array(values, dtype=np.float64)
    if cells.ndim != 2:
        raise InputError("The {name} grid must have rows and columns.", name=name)
    cells[np.isnan(cells)] = 0
    return cells


def _shares(values: ArrayLike, name: str, people: Floats) -> Floats:
    cells = _filled(values, name)
    if cells.shape != people.shape:
        raise InputError(
            "The {name} grid has {rows} x {columns} cells, the population grid another number. "
            "Cut both to the same extent.",
            name=name,
            rows=cells.shape[0],
            columns=cells.shape[1],
        )
    wrong = cells[(cells < 0) | (cells > 1)]
    if wrong.size:
        raise InputError(
            "The {name} grid must hold shares between 0 and 1; it holds {value}.",
            name=name,
            value=float(wrong[0]),
        )
    return cells


def classify_grid(grid: Grid, rule: DegurbaRule) -> Codes:
    """Classify cells at level 1 of the degree of urbanisation [1]_ [2]_ [3]_.

    Parameters
    ----------
    grid : Grid
        From `grid_of`.
    rule : DegurbaRule
        Thresholds.

    Returns
    -------
    ndarray of uint8, shape (rows, columns)
        3 urban centre, 2 urban cluster, 1 rural, 0 water.

    Notes
    -----
    The sources do not say whether gaps are filled before or after edges are smoothed; this fills
    them first.

    Examples
    --------
    >>> rule = DegurbaRule(
    ...     "example", "manual", ClusterRule(1500, 50000, 4), *[ClusterRule(300, 5000, 8)] * 4,
    ...     None, 15, "all", 0.5, 2, 50, 0.5
    ... )
    >>> classify_grid(grid_of([[50000, 299, 5000]], rule), rule).tolist()
    [[3, 1, 2]]
    """
    codes = np.where(grid.water, WATER, RURAL).astype(np.uint8)
    urban = clusters_by(grid, rule.cluster) > 0
    codes[urban] = CLUSTER
    codes[urban_centres(grid, rule) > 0] = CENTRE
    return codes


def urban_centres(grid: Grid, rule: DegurbaRule) -> Labels:
    """Delineate urban centres: dense clusters with their gaps filled and their edges smooth.

    Parameters
    ----------
    grid : Grid
        From `grid_of`.
    rule : DegurbaRule
        Thresholds.

    Returns
    -------
    ndarray of int, shape (rows, columns)
        Number of the centre of each cell from 1, 0 for none.

    Examples
    --------
    >>> rule = DegurbaRule(
    ...     "example", "manual", *[ClusterRule(1500, 9000, 4)] * 5, None, 15, "all", 0.5, 2, 50, 0.5
    ... )
    >>> urban_centres(grid_of([[9000, 0, 1500, 9000]], rule), rule).tolist()
    [[1, 0, 2, 2]]
    """
    centres = fill_gaps(
        clusters_by(grid, rule.centre, built_up=rule.built_up), gap_cells=rule.gap_cells
    )
    fixed = rule.majority == "all"
    everywhere = np.ones(grid.water.shape, dtype=bool)
    return smooth_edges(
        centres,
        counts=everywhere if fixed else (grid.land > 0.5) | (grid.population > 0),
        addable=everywhere if fixed else ~grid.water,
        fixed=fixed,
    )


def clusters_by(grid: Grid, rule: ClusterRule, *, built_up: float | None = None) -> Labels:
    """Find the clusters of cells that a rule describes.

    Parameters
    ----------
    grid : Grid
        From `grid_of`.
    rule : ClusterRule
        Density, inhabitants and contiguity.
    built_up : float or None
        Share of built-up land that also makes a cell part of a cluster.

    Returns
    -------
    ndarray of int, shape (rows, columns)
        Number of the cluster of each cell from 1, 0 for none.
    """
    cells = grid.density >= rule.density
    if built_up is not None:
        cells |= grid.built_up >= built_up
    return clusters(cells, grid.population, smallest=rule.population, neighbours=rule.neighbours)
