"""The patches and neighbourhoods of landscapes, from which metrics are taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import InputError
from ..landcover.codes import ClassRegister
from ..landcover.rasters import RasterBlocks
from ..progress import Progress, silent
from .canvas import whole_canvases, zone_canvases
from .patches import Neighbours, Patches, find_patches

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

HECTARE = 10_000.0


@dataclass(frozen=True)
class Landscape:
    """Patches and neighbourhoods of one or many landscapes, for `class_metrics` and the like.

    Parameters
    ----------
    zones : int
        Number of landscapes.
    classes : ndarray of int, shape (k,)
        Values of the classes, in the order of their numbers (from 1).
    cell_width, cell_height : float
        Size of a cell [m].
    patches : Patches
        Every patch.
    neighbours : Neighbours
        Shared cell sides.
    """

    zones: int
    classes: Integers
    cell_width: float
    cell_height: float
    patches: Patches
    neighbours: Neighbours

    @property
    def cell_hectares(self) -> float:
        """Area of a cell [ha]."""
        return self.cell_width * self.cell_height / HECTARE


def landscape_of(
    raster: RasterBlocks, polygons: Any = None, *, neighbours: int = 8, progress: Progress = silent
) -> Landscape:
    """Find the patches of a categorical raster, of the whole or of each polygon by itself.

    Parameters
    ----------
    raster : RasterBlocks
        Whole-number classes; cells without data are outside the landscape.
    polygons : array_like of shapely polygons and multipolygons, shape (n,), optional
        Landscapes in the raster's coordinates; a cell belongs to a polygon if its centre lies
        inside. They may overlap. Default: the whole raster is one landscape.
    neighbours : {8, 4}
        Whether cells that touch at a corner belong to the same patch.
    progress : callable, optional
        Told the fraction done.

    Returns
    -------
    Landscape

    Raises
    ------
    InputError
        If ``neighbours`` is another number, or as for `count_classes`.

    Examples
    --------
    >>> from ..landcover.rasters import raster_of
    >>> land = landscape_of(raster_of([[1, 2], [2, 1]], transform=(10, 0, 0, 0, -10, 20)))
    >>> land.patches.cells.tolist()
    [2, 2]
    """
    if neighbours not in (4, 8):
        raise InputError("Cells have 4 or 8 neighbours, not {count}.", count=neighbours)
    register = ClassRegister()
    if polygons is None:
        zones, canvases = 1, whole_canvases(raster, register, progress)
    else:
        zones = len(np.asarray(polygons, dtype=object))
        canvases = zone_canvases(polygons, raster, register, progress)
    patches, pairs = find_patches(canvases, corners_join=neighbours == 8)
    a, b, _, d, e, _ = raster.transform
    return Landscape(
        zones=zones,
        classes=register.classes,
        cell_width=float(np.hypot(a, d)),
        cell_height=float(np.hypot(b, e)),
        patches=patches,
        neighbours=pairs,
    )


def groups_of(zone: Integers, number: Integers) -> tuple[Integers, Integers, Integers]:
    """Find the different pairs of zone and number.

    Parameters
    ----------
    zone, number : ndarray of int, shape (n,)
        Pairs.

    Returns
    -------
    zone, number : ndarray of int, shape (g,)
        Different pairs, sorted.
    place : ndarray of int, shape (n,)
        Place of each pair among them.
    """
    base = int(number.max(initial=0)) + 1
    key, place = np.unique(zone * base + number, return_inverse=True)
    return key // base, key % base, place


def summed(values: Any, group: Integers, groups: int) -> Floats:
    """Sum values by group.

    Parameters
    ----------
    values : ndarray, shape (n,)
        Numbers.
    group : ndarray of int, shape (n,)
        Group of each, 0 to ``groups`` - 1.
    groups : int
        Number of groups.

    Returns
    -------
    ndarray of float, shape (groups,)
        0 for groups without values.
    """
    return np.bincount(group, values, minlength=groups).astype(np.float64)
