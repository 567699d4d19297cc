"""Sums of the cells of small grids within polygons."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..errors import InputError
from .area import pieces
from .centre import crossings
from .edges import Integers, Strip, edges_by_strip, polygon_edges
from .rasters import raster_of

Floats = NDArray[np.float64]

OVERLAYS = ("area", "centre")


def layer_sums(
    polygons: Any,
    layers: ArrayLike,
    *,
    transform: tuple[float, float, float, float, float, float],
    overlay: str = "area",
) -> Floats:
    """Sum the values of cells within each polygon, layer by layer.

    Parameters
    ----------
    polygons : array_like of shapely polygons and multipolygons, shape (n,)
        Valid; they may overlap.
    layers : array_like, shape (k, height, width)
        Amounts in each cell, such as its inhabitants; no NaN.
    transform : tuple of six floats
        See `RasterBlocks`.
    overlay : {"area", "centre"}
        Take of each cell the part that lies in the polygon, or whole cells whose centres do.

    Returns
    -------
    ndarray, shape (n, k)
        0 for polygons without cells.

    Raises
    ------
    InputError
        If the overlay is another word or a feature is not a valid polygon.

    Examples
    --------
    >>> import shapely
    >>> amounts = [[[8.0, 4.0]]]
    >>> layer_sums([shapely.box(0, 0, 15, 10)], amounts, transform=(10, 0, 0, 0, -10, 10)).tolist()
    [[10.0]]
    """
    if overlay not in OVERLAYS:
        raise InputError("The overlay is 'area' or 'centre', not '{overlay}'.", overlay=overlay)
    values = np.asarray(layers, dtype=np.float64)
    raster = raster_of(values[0], transform=transform)
    strip = next(edges_by_strip(polygon_edges(polygons, raster), [(0, raster.height)]))
    weigh = _parts if overlay == "area" else _whole_cells
    amounts, zone = weigh(strip, values)
    sums = np.zeros((len(np.asarray(polygons, dtype=object)), len(values)))
    for layer, amount in enumerate(amounts):
        found = np.bincount(zone, amount, minlength=len(strip.zones))
        sums[strip.zones, layer] = found
    return sums


def _whole_cells(strip: Strip, values: Floats) -> tuple[list[Floats], Integers]:
    """Signed amounts to the left of each crossing, layer by layer, and their zones."""
    at = crossings(strip, values.shape[2])
    return [at.sign * _left(layer)[at.row, at.column] for layer in values], at.zone


def _parts(strip: Strip, values: Floats) -> tuple[list[Floats], Integers]:
    """Signed amounts to the left of each piece of border, layer by layer, and their zones."""
    at = pieces(strip, values.shape[2])
    amounts = []
    for layer in values:
        left = _left(layer)
        own = np.diff(left, append=left[:, -1:])[at.row, at.column]
        amounts.append(at.height * (left[at.row, at.column] + at.offset * own))
    return amounts, at.zone


def _left(layer: Floats) -> Floats:
    """Sum of the cells to the left of each column, from 0 to the whole row."""
    sums = np.zeros((layer.shape[0], layer.shape[1] + 1))
    np.cumsum(layer, axis=1, out=sums[:, 1:])
    return sums
