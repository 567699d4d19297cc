"""Class and landscape metrics after FRAGSTATS.

References
----------
.. [1] McGarigal, K., Cushman, S. A., Ene, E. (2012). FRAGSTATS v4: spatial pattern analysis program
   for categorical and continuous maps. University of Massachusetts, Amherst.
.. [2] Schumaker, N. H. (1996). Using landscape indices to predict habitat connectivity. Ecology,
   77(4), 1210-1225. doi:10.2307/2265590
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from .diversity import diversity
from .landscape import Landscape, groups_of, summed

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


def class_metrics(landscape: Landscape) -> pd.DataFrame:
    """Describe the patches of each class in each landscape.

    Parameters
    ----------
    landscape : Landscape
        From `landscape_of`.

    Returns
    -------
    DataFrame
        One row per landscape and class that occurs in it, sorted, with columns ``zone`` (position
        of the polygon), ``class`` (value) and, named as in FRAGSTATS [1]_:

        - ``CA`` class area [ha]; ``PLAND`` percentage of the landscape [0-100];
        - ``NP`` number of patches; ``PD`` patch density [per 100 ha]; ``LPI`` largest patch
          [% of the landscape];
        - ``TE`` total edge against other classes [m]; ``ED`` edge density [m/ha]. The border of the
          landscape, and of cells without data, is no edge;
        - ``AREA_MN``, ``AREA_SD`` [ha], ``AREA_CV`` [%] patch area: mean, population standard
          deviation, coefficient of variation;
        - ``SHAPE_MN``, ``SHAPE_SD`` patch perimeter over the least perimeter of as many cells (1 or
          more), the border of the landscape included;
        - ``COHESION`` physical connectedness [0-100] [2]_; NaN for a landscape of one cell.

    Examples
    --------
    >>> from ..landcover.rasters import raster_of
    >>> from .landscape import landscape_of
    >>> land = landscape_of(raster_of([[1, 2], [1, 1]], transform=(100, 0, 0, 0, -100, 200)))
    >>> class_metrics(land)[["class", "CA", "PLAND", "NP", "TE"]].values.tolist()
    [[1.0, 3.0, 75.0, 1.0, 200.0], [2.0, 1.0, 25.0, 1.0, 200.0]]
    """
    patches = landscape.patches
    zone, number, group = groups_of(patches.zone, patches.number)
    order = np.lexsort((landscape.classes[number - 1], zone))
    zone, number, group = zone[order], number[order], np.argsort(order)[group]
    cells = summed(patches.cells, patches.zone, landscape.zones)[zone]
    edge = _class_edges(landscape, zone, number)
    table = _patch_statistics(landscape, group, len(zone), cells, edge)
    ca = table.pop("CA")
    hectares = cells * landscape.cell_hectares
    return pd.DataFrame(
        {
            "zone": zone,
            "class": landscape.classes[number - 1],
            "CA": ca,
            "PLAND": 100 * ca / hectares,
            **table,
        }
    )


def landscape_metrics(landscape: Landscape) -> pd.DataFrame:
    """Describe the patches of all classes together in each landscape.

    Parameters
    ----------
    landscape : Landscape
        From `landscape_of`.

    Returns
    -------
    DataFrame, one row per landscape
        ``zone`` and, named as in FRAGSTATS [1]_: ``TA`` area [ha], ``NP``, ``PD``, ``LPI``,
        ``TE``, ``ED``, ``AREA_MN``, ``AREA_SD``, ``AREA_CV``, ``SHAPE_MN``, ``SHAPE_SD``,
        ``COHESION`` as in `class_metrics`; ``CONTAG`` contagion [0-100]; ``PR`` number of classes;
        ``SHDI`` Shannon's diversity (0 or more); ``SIDI`` Simpson's diversity [0-1]; ``SHEI``,
        ``SIEI`` their evenness [0-1]. Contagion and evenness are NaN for fewer than two classes;
        everything but ``TA``, ``NP``, ``TE`` and ``PR`` is NaN for a landscape without data.

    Examples
    --------
    >>> from ..landcover.rasters import raster_of
    >>> from .landscape import landscape_of
    >>> land = landscape_of(raster_of([[1, 2], [1, 2]], transform=(100, 0, 0, 0, -100, 200)))
    >>> found = landscape_metrics(land)
    >>> found[["TA", "NP", "TE", "SHEI"]].values.tolist()
    [[4.0, 2.0, 200.0, 1.0]]
    """
    patches = landscape.patches
    cells = summed(patches.cells, patches.zone, landscape.zones)
    edge = _landscape_edges(landscape)
    table = _patch_statistics(landscape, patches.zone, landscape.zones, cells, edge)
    return pd.DataFrame(
        {"zone": np.arange(landscape.zones), "TA": table.pop("CA"), **table, **diversity(landscape)}
    )


def _patch_statistics(
    landscape: Landscape, group: Integers, groups: int, cells: Floats, edge: Floats
) -> dict[str, Floats]:
    """Metrics of groups of patches; ``cells`` of the landscape around each group."""
    patches = landscape.patches
    hectares = cells * landscape.cell_hectares
    area = patches.cells * landscape.cell_hectares
    sides = (patches.beside + patches.above).astype(np.float64)
    shape = sides / _least_sides(patches.cells)
    count = summed(np.ones(len(group)), group, groups)
    area_mean, area_deviation = _mean_and_deviation(area, group, count)
    shape_mean, shape_deviation = _mean_and_deviation(shape, group, count)
    largest = np.zeros(groups)
    np.maximum.at(largest, group, area)
    root = summed(sides * np.sqrt(patches.cells), group, groups)
    with np.errstate(divide="ignore", invalid="ignore"):
        cohesion = (1 - summed(sides, group, groups) / root) / (1 - 1 / np.sqrt(cells))
        return {
            "CA": summed(patches.cells, group, groups) * landscape.cell_hectares,
            "NP": count,
            "PD": 100 * count / hectares,
            "LPI": 100 * largest / hectares,
            "TE": edge,
            "ED": edge / hectares,
            "AREA_MN": area_mean,
            "AREA_SD": area_deviation,
            "AREA_CV": 100 * area_deviation / area_mean,
            "SHAPE_MN": shape_mean,
            "SHAPE_SD": shape_deviation,
            "COHESION": 100 * cohesion,
        }


def _least_sides(cells: Integers) -> Floats:
    """Fewest sides that a patch of so many cells can have."""
    side: Floats = np.floor(np.sqrt(cells))
    rest = cells - side**2
    least: Floats = 4 * side + 2 * (rest > 0) + 2 * (rest > side)
    return least


def _class_edges(landscape: Landscape, zone: Integers, number: Integers) -> Floats:
    """Length of the edges between each class and all others [m]."""
    base = len(landscape.classes) + 1
    pairs = landscape.neighbours
    length = _lengths(landscape)
    per_class = np.zeros(landscape.zones * base)
    for own in (pairs.first, pairs.second):
        per_class += summed(length, pairs.zone * base + own, len(per_class))
    found: Floats = per_class[zone * base + number]
    return found


def _landscape_edges(landscape: Landscape) -> Floats:
    return summed(_lengths(landscape), landscape.neighbours.zone, landscape.zones)


def _lengths(landscape: Landscape) -> Floats:
    """Length of the sides shared by each pair of different classes [m]."""
    pairs = landscape.neighbours
    length = pairs.beside * landscape.cell_height + pairs.above * landscape.cell_width
    return np.where(pairs.first == pairs.second, 0.0, length)


def _mean_and_deviation(values: Floats, group: Integers, count: Floats) -> tuple[Floats, Floats]:
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = summed(values, group, len(count)) / count
        spread = summed((values - mean[group]) ** 2, group, len(count)) / count
    return mean, np.sqrt(spread)
