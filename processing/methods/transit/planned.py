"""Planned areas in each quality class: how much of each, and in all."""

from __future__ import annotations

from collections.abc import Sequence

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import ArrayLike, NDArray

from ..progress import Progress, blocks, silent
from ..ratios import ratio
from .population import HECTARE, MOST

Floats = NDArray[np.float64]

MOST_OF_IT = 0.5
"""Share of a planned area that a class, with those better, must hold; our own choice."""

AT_A_TIME = 8
"""Planned areas between two reports: a class may have an outline of many thousand corners."""


def hectares_by_class(
    planned: NDArray[np.object_],
    areas: gpd.GeoDataFrame,
    classes: int,
    *,
    progress: Progress = silent,
) -> Floats:
    """Measure how much of each planned area lies in each quality class.

    Parameters
    ----------
    planned : ndarray of polygons, shape (n,)
        Planned areas [m]; a missing one has no ground.
    areas : GeoDataFrame
        ``rank`` (0 for the best) and ``geometry`` of the classes, which do not overlap [m].
    classes : int
        Number of classes.
    progress : callable
        Told the fraction done.

    Returns
    -------
    ndarray, shape (n, classes + 1)
        Hectares, the best class first; the last column is for what lies in no class.

    Examples
    --------
    >>> areas = gpd.GeoDataFrame({"rank": [0]}, geometry=[shapely.box(0, 0, 100, 100)])
    >>> hectares_by_class(np.array([shapely.box(50, 0, 250, 100)]), areas, 1).tolist()
    [[0.5, 1.5]]
    """
    whole = np.nan_to_num(shapely.area(planned))
    result = np.zeros((len(planned), classes + 1))
    shapes, rank = areas.geometry.to_numpy(), areas["rank"].to_numpy(dtype=np.int64)
    tree = shapely.STRtree(shapes)
    for block in blocks(len(planned), AT_A_TIME, progress):
        plan, area = tree.query(planned[block], predicate="intersects")
        plan += block.start
        common = shapely.area(shapely.intersection(planned[plan], shapes[area]))
        np.add.at(result, (plan, rank[area]), common)
    result[:, -1] = np.maximum(whole - result[:, :-1].sum(axis=1), 0)
    return result / HECTARE


def planned_classes(hectares: Floats, order: Sequence[str]) -> pd.DataFrame:
    """Tell the class of each planned area, and the share in each class or a better one.

    Parameters
    ----------
    hectares : ndarray, shape (n, classes + 1)
        As from `hectares_by_class`.
    order : sequence of str
        Names of the classes, the best first.

    Returns
    -------
    DataFrame
        ``qual_class`` and ``qual_rank`` (1 for the best) of the best class that, with those better,
        holds half of the area or more, none where no class does; ``plan_1``, ``plan_2``, ... [%].

    Examples
    --------
    >>> planned_classes(np.array([[0.5, 1.0, 0.5]]), ["A", "B"]).values.tolist()
    [['B', 2.0, 25.0, 75.0]]
    """
    whole = hectares.sum(axis=1)
    share = ratio(hectares, whole[:, None], smallest_base=0)
    upto = np.cumsum(share[:, :-1], axis=1)
    counts = np.nan_to_num(upto) >= MOST_OF_IT
    best = np.where(counts.any(axis=1), counts.argmax(axis=1), len(order)) if len(order) else whole
    names = np.array([*order, None], dtype=object)
    table = {
        "qual_class": names[best.astype(np.int64)],
        "qual_rank": np.where(best < len(order), best + 1.0, np.nan),
    }
    shares = {f"plan_{kind + 1}": 100 * upto[:, kind] for kind in range(min(len(order), MOST))}
    return pd.DataFrame({**table, **shares})


def planned_totals(
    hectares: Floats, order: Sequence[str], *, dwellings: ArrayLike | None = None
) -> pd.DataFrame:
    """Sum planned areas, and the dwellings planned in them, by quality class.

    Parameters
    ----------
    hectares : ndarray, shape (n, classes + 1)
        As from `hectares_by_class`.
    order : sequence of str
        Names of the classes, the best first.
    dwellings : array_like, shape (n,), optional
        Dwellings planned in each area, missing counts as 0; they are spread evenly over it.

    Returns
    -------
    DataFrame
        A row for each class: ``qual_class``, ``qual_rank``, ``area_ha`` and, where known,
        ``plan_dwell``; the last row, without a class, is for the rest.

    Examples
    --------
    >>> planned_totals(np.array([[0.5, 1.5]]), ["A"], dwellings=[40]).values.tolist()
    [['A', 1.0, 0.5, 10.0], [None, nan, 1.5, 30.0]]
    """
    table = {
        "qual_class": np.array([*order, None], dtype=object),
        "qual_rank": np.append(np.arange(1.0, len(order) + 1), np.nan),
        "area_ha": hectares.sum(axis=0),
    }
    if dwellings is not None:
        planned = np.nan_to_num(np.asarray(dwellings, dtype=float))
        share = np.nan_to_num(ratio(hectares, hectares.sum(axis=1)[:, None], smallest_base=0))
        table["plan_dwell"] = planned @ share
    return pd.DataFrame(table)
