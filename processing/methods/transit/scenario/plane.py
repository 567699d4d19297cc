"""Distances and ways by longitude and latitude."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
import shapely
from numpy.typing import ArrayLike, NDArray

from ..stops import EARTH_RADIUS, sphere
from ..ways import cut, stop_positions

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def metres_between(places: pd.DataFrame, stops: ArrayLike) -> Floats:
    """Straight distances from each stop to the next.

    Parameters
    ----------
    places : DataFrame
        ``lon`` and ``lat`` of the stops.
    stops : array_like of int, shape (n,)
        Rows.

    Returns
    -------
    ndarray, shape (n - 1,)
        Metres; 0 where a stop has no place.

    Examples
    --------
    >>> places = pd.DataFrame({"lon": [15.0, 15.0], "lat": [58.0, 58.001]})
    >>> metres_between(places, [0, 1]).round(1).tolist()
    [111.2]
    """
    chosen = places.reindex(np.asarray(stops))
    return np.nan_to_num(leg_lengths(chosen[["lon", "lat"]].to_numpy()))


def leg_lengths(degrees: Floats) -> Floats:
    """Return the metres from each point of a line to the next."""
    lengths: Floats = np.linalg.norm(np.diff(sphere(*degrees.T), axis=0), axis=1)
    return lengths


def flat(degrees: Floats, middle: float) -> Floats:
    """Put longitude and latitude on a plane that is true to scale at a latitude [m]."""
    scale = np.radians([np.cos(np.radians(middle)), 1.0]) * EARTH_RADIUS
    return degrees * scale


def cut_at_stops(way: Floats, stops: Floats) -> list[Floats]:
    """Cut a way at its stops, in the order of the journey.

    Parameters
    ----------
    way : ndarray, shape (n, 2)
        Longitude and latitude, at least two points.
    stops : ndarray, shape (k, 2)
        Longitude and latitude of the stops, in order.

    Returns
    -------
    list of ndarray, shape (m, 2)
        For each stop but the last the way to the next.

    Examples
    --------
    >>> way = np.array([[15.0, 0], [15.2, 0], [15.4, 0]])
    >>> [piece.tolist() for piece in cut_at_stops(way, np.array([[15.1, 0], [15.4, 0]]))]
    [[[15.1, 0.0], [15.2, 0.0], [15.4, 0.0]]]
    """
    middle = float(way[:, 1].mean())
    plane = flat(way, middle)
    along = stop_positions(plane, flat(stops, middle))
    unit = flat(np.ones((1, 2)), middle)
    pieces = [cut(plane, begin, end) / unit for begin, end in zip(along[:-1], along[1:])]
    return [np.round(piece, 9) for piece in pieces]


def rewayed(way: Floats, old: Sequence[int], new: Sequence[int], places: pd.DataFrame) -> Floats:
    """Lead a way past other stops: along the old way where the next stop is the same.

    Parameters
    ----------
    way : ndarray, shape (n, 2)
        Longitude and latitude.
    old, new : sequence of int
        Rows of the stops, in order.
    places : DataFrame
        ``lon`` and ``lat`` of the stops.

    Returns
    -------
    ndarray, shape (m, 2)
        The new way: along the old one where a stop follows in the old order, perhaps with others
        between them; straight elsewhere.
    """
    points = places[["lon", "lat"]]
    pieces = cut_at_stops(way, points.loc[list(old)].to_numpy())
    known = dict(reversed(list(zip(zip(old[:-1], old[1:]), pieces))))
    legs = [
        piece
        for pair in zip(new[:-1], new[1:])
        for piece in _along(known, old, pair) or [points.loc[list(pair)].to_numpy()]
    ]
    return without_stops(np.concatenate(legs))


def without_stops(way: Floats) -> Floats:
    """Leave out points that are where the point before them is.

    Examples
    --------
    >>> without_stops(np.array([[1.0, 2], [1, 2], [3, 4]])).tolist()
    [[1.0, 2.0], [3.0, 4.0]]
    """
    moves = np.append(True, (np.diff(way, axis=0) != 0).any(axis=1))
    result: Floats = way[moves]
    return result


def _along(
    known: dict[tuple[int, int], Floats], old: Sequence[int], pair: tuple[int, int]
) -> list[Floats]:
    """Pieces of the old way from one stop to another; none where the order is another."""
    for first, stop in enumerate(old):
        if stop == pair[0] and pair[1] in old[first + 1 :]:
            last = old.index(pair[1], first + 1)
            return [known[leg] for leg in zip(old[first:last], old[first + 1 : last + 1])]
    return []


def stops_along(way: Floats, degrees: Floats, within: float) -> tuple[Ints, Floats]:
    """Find the stops near a drawn line, in its order.

    Parameters
    ----------
    way : ndarray, shape (n, 2)
        Longitude and latitude of the line.
    degrees : ndarray, shape (k, 2)
        Longitude and latitude of the stops; NaN where a stop has no place.
    within : float
        Distance from the line [m].

    Returns
    -------
    rows : ndarray of int
        Places of the stops, by their place along the line.
    off : ndarray of float
        How far each is from the line [m].

    Examples
    --------
    >>> way = np.array([[15.0, 0.0], [15.1, 0.0]])
    >>> stops = np.array([[15.09, 0.0001], [15.01, 0.0], [15.05, 0.1]])
    >>> stops_along(way, stops, 50.0)[0].tolist()
    [1, 0]
    """
    middle = float(way[:, 1].mean())
    line = shapely.linestrings(flat(way, middle))
    points = shapely.points(flat(np.nan_to_num(degrees, nan=1e6), middle))
    off = shapely.distance(line, points)
    near = np.flatnonzero(off <= within)
    along = shapely.line_locate_point(line, points[near])
    order = np.argsort(along, kind="stable")
    return near[order], off[near[order]]
