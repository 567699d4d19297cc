"""What land cover turned into what between two rasters.

References
----------
.. [1] European Environment Agency (2019). *Land take in Europe*. Indicator assessment LSI 001.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from ..errors import InputError
from ..progress import Progress, silent
from ..ratios import SMALLEST_BASE, ratio
from .centre import Spans, crossings, spans
from .classes import HECTARE, NO_DATA, ClassTable, meaning
from .codes import ClassRegister
from .edges import edges_by_strip, polygon_edges
from .rasters import RasterBlocks

Array = NDArray[Any]
Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

BLOCK_CELLS = 2_000_000


@dataclass(frozen=True)
class Changes:
    """Cells of each pair of classes in each polygon; made by `class_changes`.

    Parameters
    ----------
    table : DataFrame
        ``zone`` (position of the polygon), ``before`` and ``after`` (values) and ``cells``, sorted;
        cells that kept their class included.
    unclassified : ndarray, shape (n,)
        Cells that lack data in one of the rasters.
    cell_area : float
        Area of a cell [m2].
    """

    table: pd.DataFrame
    unclassified: Floats
    cell_area: float


def class_changes(
    polygons: Any, before: RasterBlocks, after: RasterBlocks, *, progress: Progress = silent
) -> Changes:
    """Count in each polygon the cells that went from each class to each other class.

    Parameters
    ----------
    polygons : array_like of shapely polygons and multipolygons, shape (n,)
        Valid; a cell belongs to a polygon if its centre lies inside. They may overlap. For the
        whole raster give its outline as one polygon.
    before, after : RasterBlocks
        Earlier and later raster on one and the same grid.
    progress : callable, optional
        Told the fraction done.

    Returns
    -------
    Changes

    Raises
    ------
    InputError
        If the rasters have different grids, and as for `count_classes`.

    Examples
    --------
    >>> import shapely
    >>> from .rasters import raster_of
    >>> place = (10, 0, 0, 0, -10, 20)
    >>> earlier = raster_of([[3, 3], [3, 61]], transform=place)
    >>> later = raster_of([[51, 3], [3, 61]], transform=place)
    >>> class_changes([shapely.box(0, 0, 20, 20)], earlier, later).table.values.tolist()
    [[0, 3, 3, 2], [0, 3, 51, 1], [0, 61, 61, 1]]
    """
    _require_one_grid(before, after)
    registers = ClassRegister(), ClassRegister()
    number = len(np.asarray(polygons, dtype=object))
    found: list[Array] = []
    for strip in edges_by_strip(polygon_edges(polygons, before), before.strips(progress)):
        inside = spans(crossings(strip, before.width))
        if len(inside.zone):
            first, second = (
                register.numbers(raster.read(strip.first, strip.last), raster.nodata)
                for register, raster in zip(registers, (before, after))
            )
            zone, pair = _pairs(first, second, inside)
            found.append(np.column_stack([strip.zones[zone], pair]))
    return _collected(found, registers, number, before.cell_area)


def _require_one_grid(before: RasterBlocks, after: RasterBlocks) -> None:
    shape = (before.width, before.height) == (after.width, after.height)
    ends = np.array([[0, 0, 1], [before.width, before.height, 1]])
    first, second = (ends @ np.reshape(r.transform, (2, 3)).T for r in (before, after))
    near = np.sqrt(before.cell_area) / 1000
    if not shape or not np.allclose(first, second, rtol=0, atol=near):
        raise InputError(
            "The two rasters have different cells. Warp the later one to the grid of the earlier "
            "one (nearest neighbour) and try again."
        )


def _pairs(first: Array, second: Array, inside: Spans) -> tuple[Integers, Integers]:
    """Zone of each pair found in a strip; and the pair's two class numbers and its cells."""
    wide = int(second.max()) + 1
    size = (int(first.max()) + 1) * wide
    zones, local = np.unique(inside.zone, return_inverse=True)
    counts = np.zeros(len(zones) * size, dtype=np.int64)
    length = inside.end - inside.start
    start = inside.row * first.shape[1] + inside.start
    ends = np.cumsum(length)
    cuts = np.searchsorted(ends, np.arange(BLOCK_CELLS, ends[-1], BLOCK_CELLS))
    for block in np.split(np.arange(len(length)), cuts):
        many = length[block]
        skipped = np.cumsum(many) - many - start[block]
        cell = np.arange(many.sum()) - np.repeat(skipped, many)
        pair = first.ravel()[cell].astype(np.int64) * wide + second.ravel()[cell]
        counts += np.bincount(np.repeat(local[block] * size, many) + pair, minlength=len(counts))
    key = np.flatnonzero(counts)
    pair = key % size
    return zones[key // size], np.column_stack([pair // wide, pair % wide, counts[key]])


def _collected(
    found: list[Array], registers: tuple[ClassRegister, ClassRegister], number: int, area: float
) -> Changes:
    rows = np.concatenate([np.zeros((0, 4), dtype=np.int64), *found])
    missing = (rows[:, 1] == 0) | (rows[:, 2] == 0)
    unclassified = np.bincount(rows[missing, 0], rows[missing, 3], minlength=number)
    rows = rows[~missing]
    frame = pd.DataFrame(
        {
            "zone": rows[:, 0],
            "before": registers[0].classes[rows[:, 1] - 1],
            "after": registers[1].classes[rows[:, 2] - 1],
            "cells": rows[:, 3],
        }
    )
    keys = ["zone", "before", "after"]
    table = frame.groupby(keys)["cells"].sum().reset_index()
    return Changes(table, unclassified.astype(np.float64), area)


def group_changes(changes: Changes, before: ClassTable, after: ClassTable) -> pd.DataFrame:
    """Sum changes up to groups of classes, so that different class tables can be compared.

    Parameters
    ----------
    changes : Changes
        From `class_changes`.
    before, after : ClassTable
        Meaning of the values of the earlier and of the later raster.

    Returns
    -------
    DataFrame
        ``zone``, ``before``, ``after`` (groups) and ``hectares``, sorted; land that kept its group
        included. Values of the group "nodata" are left out.

    Examples
    --------
    >>> from .classes import class_table
    >>> table = class_table(pd.DataFrame({"code": [3, 51], "group": ["farmland", "built"]}))
    >>> rows = pd.DataFrame({"zone": [0], "before": [3], "after": [51], "cells": [200]})
    >>> group_changes(Changes(rows, np.zeros(1), 100.0), table, table).values.tolist()
    [[0, 'farmland', 'built', 2.0]]
    """
    rows = changes.table
    groups = pd.DataFrame(
        {
            "zone": rows["zone"],
            "before": meaning(rows["before"].to_numpy(), before).groups,
            "after": meaning(rows["after"].to_numpy(), after).groups,
            "hectares": rows["cells"] * (changes.cell_area / HECTARE),
        }
    )
    known = groups[(groups["before"] != NO_DATA) & (groups["after"] != NO_DATA)]
    return known.groupby(["zone", "before", "after"])["hectares"].sum().reset_index()


def built_up_change(changes: Changes, before: ClassTable, after: ClassTable) -> pd.DataFrame:
    """Land taken for building, and given back, in each polygon [1]_.

    Parameters
    ----------
    changes : Changes
        From `class_changes`.
    before, after : ClassTable
        Meaning of the values of the earlier and of the later raster, with the flag ``built_up``.

    Returns
    -------
    DataFrame, n rows
        ``taken`` land that became built-up, ``returned`` land that ceased to be, and ``net``, the
        difference [ha]; land without data in one of the rasters is left out.

    Examples
    --------
    >>> from .classes import class_table
    >>> table = class_table(
    ...     pd.DataFrame({"code": [3, 51], "group": ["farmland", "built"], "built_up": [0, 1]})
    ... )
    >>> rows = pd.DataFrame({"zone": [0], "before": [3], "after": [51], "cells": [200]})
    >>> built_up_change(Changes(rows, np.zeros(1), 100.0), table, table).values.tolist()
    [[2.0, 0.0, 2.0]]
    """
    rows = changes.table
    earlier = meaning(rows["before"].to_numpy(), before)
    later = meaning(rows["after"].to_numpy(), after)
    known = (earlier.groups != NO_DATA) & (later.groups != NO_DATA)
    hectares = rows["cells"].to_numpy() * (changes.cell_area / HECTARE)
    taken, returned = (
        np.bincount(
            rows["zone"].to_numpy()[turned], hectares[turned], minlength=len(changes.unclassified)
        )
        for turned in (
            known & ~earlier.built_up & later.built_up,
            known & earlier.built_up & ~later.built_up,
        )
    )
    return pd.DataFrame({"taken": taken, "returned": returned, "net": taken - returned})


def land_take_per(
    hectares: ArrayLike, added: ArrayLike, *, smallest_base: float = SMALLEST_BASE
) -> Floats:
    """Built-up land taken per new inhabitant, or per new dwelling.

    Parameters
    ----------
    hectares : array_like, shape (n,)
        Land taken [ha], such as ``net`` from `built_up_change`.
    added : array_like, shape (n,)
        New inhabitants or dwellings in the same years.
    smallest_base : float
        Fewer new ones give no ratio.

    Returns
    -------
    ndarray, shape (n,)
        Square metres for each; NaN where none, fewer or too few were added.

    Examples
    --------
    >>> land_take_per([2, 2], [40, -5]).tolist()
    [500.0, nan]
    """
    return ratio(hectares, added, smallest_base=smallest_base, scale=HECTARE)
