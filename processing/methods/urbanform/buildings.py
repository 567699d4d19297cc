"""How densely and how variously a locality is built.

References
----------
.. [1] Berghauser Pont, M., & Haupt, P. (2010). *Spacematrix: Space, density and urban form*.
   NAi Publishers.
.. [2] Shannon, C. E. (1948). A mathematical theory of communication. *Bell System Technical
   Journal*, 27(3), 379-423. doi:10.1002/j.1538-7305.1948.tb01338.x
"""

from __future__ import annotations

from collections.abc import Sequence

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import ArrayLike, NDArray

from ..allocation import counts_in_zones
from ..errors import InputError
from ..progress import Progress, silent
from ..ratios import SMALLEST_BASE, ratio

SIZE_LIMITS = (50.0, 100.0, 200.0, 500.0, 1000.0, 5000.0)
"""Limits between the classes of building size [m2 footprint]; our own choice."""


def building_form(
    zones: ArrayLike,
    footprints: ArrayLike,
    *,
    floors: ArrayLike | None = None,
    land_hectares: ArrayLike | None = None,
    missing_floors: float = 1.0,
    size_limits: Sequence[float] = SIZE_LIMITS,
    smallest_base: float = SMALLEST_BASE,
    progress: Progress = silent,
) -> pd.DataFrame:
    """Floor space, ground covered, storeys, open space and the mix of building sizes.

    Parameters
    ----------
    zones : array_like of polygons, shape (n,)
        Localities in projected coordinates [m].
    footprints : array_like of polygons, shape (b,)
        Buildings; each counts whole in the locality that holds a point inside it.
    floors : array_like, shape (b,), optional
        Storeys of each building; without them the floor space is not known.
    land_hectares : array_like, shape (n,), optional
        Land area [ha]; the area of the polygons if not given.
    missing_floors : float
        Storeys of a building whose storeys are missing or not positive; our own choice.
    size_limits : sequence of float
        Limits between the classes of building size [m2], rising; a building exactly at a limit
        belongs to the larger class.
    smallest_base : float
        Fewer buildings have no mix.
    progress : callable
        Told the fraction done.

    Returns
    -------
    DataFrame, n rows
        ``fsi`` floor space index (*exploateringstal*): floor space over land [1]_; ``gsi``
        ground space index (*byggnadsgrad*): footprint over land, 0 to 1; ``storeys`` mean
        storeys, weighted by footprint: fsi / gsi; ``osr`` open space ratio (*friyta*): open
        ground per floor space, (1 - gsi) / fsi; ``size_mix`` evenness of the size classes
        [2]_, 0 (all of one class) to 1 (all classes alike). NaN without land, and without
        buildings where one divides by them. ``fsi``, ``storeys`` and ``osr`` only with floors.

    Raises
    ------
    InputError
        If the limits do not rise or there are none.

    Examples
    --------
    >>> block = shapely.box(0, 0, 100, 100)
    >>> house = shapely.box(10, 10, 60, 60)
    >>> building_form([block], [house], floors=[3])[["fsi", "gsi", "storeys", "osr"]]
        fsi   gsi  storeys  osr
    0  0.75  0.25      3.0  1.0
    """
    limits = np.asarray(size_limits, dtype=float)
    if not len(limits) or not (np.diff(limits) > 0).all():
        raise InputError("Give at least one limit of building size; the limits must rise.")
    shapes: NDArray[np.object_] = np.asarray(zones, dtype=object)
    buildings: NDArray[np.object_] = np.asarray(footprints, dtype=object)
    footprint = np.nan_to_num(shapely.area(buildings))
    counts = _size_classes(footprint, limits)
    counts["footprint"] = footprint
    if floors is not None:
        storeys = np.asarray(floors, dtype=float)
        counts["floor"] = footprint * np.where(storeys > 0, storeys, missing_floors)
    points = gpd.GeoDataFrame(counts, geometry=shapely.point_on_surface(buildings))
    inside = counts_in_zones(shapes, points, list(counts), progress=progress).inside
    land = shapely.area(shapes) if land_hectares is None else _square_metres(land_hectares)
    return pd.DataFrame(_indices(inside, land) | _mix(inside, len(limits) + 1, smallest_base))


def _square_metres(hectares: ArrayLike) -> NDArray[np.float64]:
    return np.asarray(hectares, dtype=float) * 1e4


def _size_classes(
    footprint: NDArray[np.float64], limits: NDArray[np.float64]
) -> dict[str, NDArray[np.float64]]:
    """Mark the size class of each building."""
    which = np.searchsorted(limits, footprint, side="right")
    return {f"class{k}": (which == k).astype(float) for k in range(len(limits) + 1)}


def _indices(inside: pd.DataFrame, land: NDArray[np.float64]) -> dict[str, NDArray[np.float64]]:
    """Relate floor space and footprints to the land."""
    ground = ratio(inside["footprint"], land, smallest_base=0)
    if "floor" not in inside:
        return {"gsi": ground}
    floor = ratio(inside["floor"], land, smallest_base=0)
    return {
        "fsi": floor,
        "gsi": ground,
        "storeys": ratio(floor, ground, smallest_base=0),
        "osr": ratio(1 - ground, floor, smallest_base=0),
    }


def _mix(
    inside: pd.DataFrame, classes: int, smallest_base: float
) -> dict[str, NDArray[np.float64]]:
    """Measure the evenness of the size classes."""
    counts = inside[[f"class{k}" for k in range(classes)]].to_numpy()
    total = counts.sum(axis=1)
    share = counts / np.where(total > 0, total, 1)[:, None]
    logarithm = np.log(share, out=np.zeros_like(share), where=share > 0)
    entropy = np.abs((share * logarithm).sum(axis=1)) / np.log(classes)
    enough = (total > 0) & (total >= smallest_base)
    return {"size_mix": np.where(enough, entropy, np.nan)}
