"""Residents, dwellings and jobs in each quality class, in all and in localities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..people import people_in_zones
from ..ratios import ratio

Counted = Mapping[str, tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.int64]]]
"""Coordinates (n, 2) [m], numbers (n,) and classes (n,) of places, -1 for none, by field code."""

HECTARE = 10_000.0
MOST = 9
"""Classes that have a field of their own; the table has all."""


def class_counts(areas: gpd.GeoDataFrame, counted: Counted) -> gpd.GeoDataFrame:
    """Describe the area of each class by its size and what lies in it.

    Parameters
    ----------
    areas : GeoDataFrame
        ``rank`` (0 for the best), ``name`` and ``geometry`` [m].
    counted : mapping
        Places and their classes by field code.

    Returns
    -------
    GeoDataFrame
        ``qual_class``, ``qual_rank`` (1 for the best), ``area_ha``, a column for each count, and
        ``geometry``.

    Examples
    --------
    >>> import shapely
    >>> box = [shapely.box(0, 0, 100, 50)]
    >>> areas = gpd.GeoDataFrame({"rank": [0], "name": ["A"]}, geometry=box)
    >>> homes = {"pop": (np.zeros((2, 2)), np.array([3.0, 4.0]), np.array([0, -1]))}
    >>> class_counts(areas, homes)[["qual_class", "area_ha", "pop"]].values.tolist()
    [['A', 0.5, 3.0]]
    """
    rank = areas["rank"].to_numpy(dtype=np.int64)
    table = {
        "qual_class": areas["name"].to_numpy(dtype=object),
        "qual_rank": rank + 1,
        "area_ha": areas.area / HECTARE,
    }
    for code, (_, number, of) in counted.items():
        whole = np.bincount(of[of >= 0], number[of >= 0], minlength=rank.max(initial=-1) + 1)
        table[code] = whole[rank]
    return gpd.GeoDataFrame(table, geometry=areas.geometry.to_numpy())


def locality_counts(
    zones: NDArray[np.object_], order: Sequence[str], counted: Counted
) -> pd.DataFrame:
    """Count what lies in each class of each locality.

    Parameters
    ----------
    zones : ndarray of polygons, shape (n,)
        Localities; a border belongs to both sides.
    order : sequence of str
        Names of the classes, the best first.
    counted : mapping
        Places and their classes by field code.

    Returns
    -------
    DataFrame
        A row for each locality and class: ``locality``, ``qual_class``, ``qual_rank`` and a
        column for each count; the last row of a locality, without a class, is for the rest.

    Examples
    --------
    >>> import shapely
    >>> homes = {"pop": (np.ones((2, 2)), np.array([3.0, 4.0]), np.array([0, -1]))}
    >>> locality_counts(np.array([shapely.box(0, 0, 9, 9)]), ["A"], homes)["pop"].tolist()
    [3.0, 4.0]
    """
    kinds = len(order) + 1
    table: dict[str, NDArray[np.generic]] = {
        "locality": np.repeat(np.arange(len(zones)), kinds),
        "qual_class": np.tile(np.array([*order, None], dtype=object), len(zones)),
        "qual_rank": np.tile(np.append(np.arange(1.0, kinds), np.nan), len(zones)),
    }
    for code, (xy, number, of) in counted.items():
        people = people_in_zones(zones, xy, number)
        kind = np.where(of < 0, len(order), of)[people.place]
        table[code] = np.bincount(
            people.zone * kinds + kind, people.number, minlength=kinds * len(zones)
        )
    return pd.DataFrame(table)


def class_shares(
    table: pd.DataFrame, localities: int, *, count: str = "pop", smallest_base: float = 10.0
) -> pd.DataFrame:
    """Return the share that lies in each class or a better one.

    Parameters
    ----------
    table : DataFrame
        As from `locality_counts`.
    localities : int
        Number of localities.
    count : str
        Column to take.
    smallest_base : float
        Localities with fewer have no share.

    Returns
    -------
    DataFrame
        ``qual_1``, ``qual_2``, ... [%], the best class first.

    Examples
    --------
    >>> table = pd.DataFrame({"locality": [0, 0, 0], "pop": [10.0, 20.0, 10.0]})
    >>> class_shares(table, 1).values.tolist()
    [[25.0, 75.0]]
    """
    numbers = table[count].to_numpy(dtype=np.float64).reshape(localities, -1)
    whole = np.cumsum(numbers, axis=1)
    shares = {
        f"qual_{kind + 1}": ratio(
            whole[:, kind], whole[:, -1], smallest_base=smallest_base, scale=100
        )
        for kind in range(min(whole.shape[1] - 1, MOST))
    }
    return pd.DataFrame(shares)
