"""The municipality and the name of each locality."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from ..allocation import as_codes
from ..progress import Progress, silent
from .arrays import Floats, Ints, Shapes, Texts
from .geometry import overlaps, valid


def largest_share(
    zones: Shapes, areas: Shapes, codes: Texts, *, progress: Progress = silent
) -> Ints:
    """Find the area that holds the largest share of each zone.

    Parameters
    ----------
    zones : ndarray of shapely polygons, shape (n,)
        Localities in projected coordinates [m].
    areas : ndarray of shapely polygons, shape (m,)
        Municipalities; several with the same code are one.
    codes : ndarray of str, shape (m,)
        Their codes.
    progress : callable, optional
        Told the fraction done.

    Returns
    -------
    ndarray of int, shape (n,)
        First of the areas with that code, -1 for a zone in none. Of equal shares the lower code
        wins.

    Examples
    --------
    >>> municipalities, codes = shapely.box([0, 5], 0, [5, 10], 9), np.array(["0561", "0560"])
    >>> largest_share(shapely.box([3, 4], 0, [6, 6], 1), municipalities, codes)
    array([0, 1])
    """
    code, first, number = np.unique(codes, return_index=True, return_inverse=True)
    zone, area, ground = overlaps(zones, areas, progress=progress)
    key, pair = np.unique(zone * len(code) + number[area], return_inverse=True)
    shared = np.bincount(pair, ground, minlength=len(key)).round(2)
    zone, area = np.divmod(key, max(len(code), 1))
    found = np.full(len(zones), -1)
    best = _first_of_each(zone, -shared, area)
    found[zone[best]] = first[area[best]]
    return found


def municipality_of(
    zones: Shapes, municipalities: gpd.GeoDataFrame | None, *, progress: Progress = silent
) -> tuple[Texts, Texts]:
    """Give code and name of the municipality with the largest share of each zone.

    Parameters
    ----------
    zones : ndarray of shapely polygons, shape (n,)
        Localities in projected coordinates [m].
    municipalities : GeoDataFrame or None
        Polygons with ``code`` and ``name``.
    progress : callable, optional
        Told the fraction done.

    Returns
    -------
    code, name : ndarray of str or None, shape (n,)
        ``None`` for a zone in no municipality.

    Examples
    --------
    >>> kinda = gpd.GeoDataFrame({"code": ["0513"], "name": ["Kinda"]},
    ...                          geometry=shapely.box([0], 0, 5, 9))
    >>> municipality_of(shapely.box([3, 8], 0, [6, 9], 1), kinda)
    (array(['0513', None], dtype=object), array(['Kinda', None], dtype=object))
    """
    codes, names = np.full(len(zones), None, object), np.full(len(zones), None, object)
    if municipalities is not None:
        code = as_codes(municipalities["code"]).to_numpy(dtype=object)
        areas = valid(municipalities.geometry)
        at = largest_share(zones, areas, code, progress=progress)
        codes[at >= 0] = code[at[at >= 0]]
        names[at >= 0] = municipalities["name"].to_numpy(dtype=object)[at[at >= 0]]
    return codes, names


def place_names(zones: Shapes, names: gpd.GeoDataFrame, distance: float) -> Texts:
    """Name localities after the places in them or, failing that, next to them.

    Parameters
    ----------
    zones : ndarray of shapely polygons, shape (n,)
        Localities in projected coordinates [m].
    names : GeoDataFrame, m rows
        Points with ``name`` and, if known, ``rank`` or else ``population``: the larger, the more
        important.
    distance : float
        How far from a locality a place may be that is in none [m].

    Returns
    -------
    ndarray of str or None, shape (n,)
        The most important place inside; of equals the one nearest to the middle. If there is
        none, the nearest of the places that lie in no locality and have no locality nearer.
        Last, the first in the alphabet. ``None`` where no place is near.

    Examples
    --------
    >>> places = gpd.GeoDataFrame({"name": ["Berg", "Dal"], "rank": [2, 1]},
    ...                           geometry=shapely.points([[14, 5], [5, 5]]))
    >>> place_names(shapely.box([0, 900], 0, [10, 910], 10), places, 50)
    array(['Dal', None], dtype=object)
    """
    text, rank, points = _known_places(names)
    named = np.full(len(zones), None, object)
    zone, place = shapely.STRtree(points).query(zones, predicate="intersects")
    far = shapely.distance(shapely.centroid(zones)[zone], points[place])
    best = _first_of_each(zone, -rank[place], far, text[place])
    named[zone[best]] = text[place[best]]

    outside = np.setdiff1d(np.arange(len(points)), place)
    (which, zone), far = shapely.STRtree(zones).query_nearest(
        points[outside], max_distance=distance, return_distance=True
    )
    nearest = _first_of_each(which, zone)
    place, zone, far = outside[which[nearest]], zone[nearest], far[nearest]
    best = _first_of_each(zone, far, -rank[place], text[place])
    best = best[[named[number] is None for number in zone[best]]]
    named[zone[best]] = text[place[best]]
    return named


def _first_of_each(owner: Ints, *criteria: NDArray[np.generic]) -> Ints:
    """Position of each owner's first entry in the order of the criteria."""
    columns = [np.unique(values, return_inverse=True)[1] for values in criteria]
    order = np.lexsort((*columns[::-1], owner))
    return np.asarray(order[np.diff(owner[order], prepend=-1) != 0])


def _known_places(names: gpd.GeoDataFrame) -> tuple[Texts, Floats, Shapes]:
    shapes = valid(names.geometry)
    known = ~shapely.is_missing(shapes) & ~shapely.is_empty(shapes) & names["name"].notna()
    known = np.asarray(known & (names["name"].astype(str).str.strip() != ""))
    text = names["name"].astype(str).str.strip().to_numpy(dtype=object)[known]
    rank = np.zeros(len(text))
    for column in ("population", "rank"):
        if column in names:
            rank = pd.to_numeric(names[column]).to_numpy(dtype=float)[known]
    return text, np.nan_to_num(rank, nan=-np.inf), shapely.centroid(shapes[known])
