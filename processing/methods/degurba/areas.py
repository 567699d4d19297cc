"""Contiguous areas of one class of cells as polygons with their inhabitants."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import ndimage

from .grid import Grid
from .outlines import Transform, outlines

Array = NDArray[Any]


def class_areas(
    codes: ArrayLike, grid: Grid, *, transform: Transform, lowest: int = 0
) -> gpd.GeoDataFrame:
    """Join neighbouring cells of the same class to polygons.

    Parameters
    ----------
    codes : array_like of int, shape (rows, columns)
        Class of each cell, from `classify_grid` or `classify_grid_level2`.
    grid : Grid
        From `grid_of`; gives the inhabitants.
    transform : tuple of six floats
        Place of the grid, see `RasterBlocks`.
    lowest : int
        Areas of lower classes are left out, such as 2 for urban areas only.

    Returns
    -------
    GeoDataFrame
        One row per area, by class downwards and then from the top and left: ``degurba`` class,
        ``population`` inhabitants, ``cells`` number of cells and the area as polygon or, where
        cells touch at a corner only, multipolygon.

    Examples
    --------
    >>> from .grid import grid_of
    >>> from .profile import ClusterRule, DegurbaRule
    >>> rule = DegurbaRule(
    ...     "example", "manual", *[ClusterRule(300, 5000, 8)] * 5, None, 15, "all", 0.5, 2, 50, 0.5
    ... )
    >>> areas = class_areas(
    ...     [[3, 3, 1]], grid_of([[60, 40, 5]], rule), transform=(1, 0, 0, 0, -1, 1)
    ... )
    >>> areas[["degurba", "population"]].values.tolist(), areas.area.tolist()
    ([[3.0, 100.0], [1.0, 5.0]], [2.0, 1.0])
    """
    classes = np.asarray(codes)
    label, areas = _labelled(classes, lowest)
    _, first = np.unique(label.ravel(), return_index=True)
    return gpd.GeoDataFrame(
        {
            "degurba": classes.ravel()[first[-areas:] if areas else []],
            "population": np.bincount(label.ravel(), grid.population.ravel())[1:],
            "cells": np.bincount(label.ravel())[1:],
        },
        geometry=outlines(label, transform=transform),
    )


def _labelled(classes: Array, lowest: int) -> tuple[Array, int]:
    """Give each cell the number of its area from 1, higher classes first; 0 for none."""
    label = np.zeros(classes.shape, dtype=np.int64)
    known = 0
    for value in np.unique(classes[classes >= lowest])[::-1]:
        found, count = ndimage.label(classes == value, np.ones((3, 3)))
        label += np.where(found > 0, found + known, 0)
        known += count
    return label, known
