"""Walks between stops, and the time that a change at a stop takes.

References
----------
.. [1] GTFS Schedule reference, transfers.txt.
   https://gtfs.org/documentation/schedule/reference/#transferstxt
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from ...errors import InputError
from ...network.graph import WALKING_SPEED
from .access import DETOUR, Access, straight_ways

Ints = NDArray[np.int64]

FORBIDDEN = -1
"""Change time of a stop at which nobody may change."""

RECOMMENDED, TIMED, MINIMUM, IMPOSSIBLE = range(4)


@dataclass(frozen=True)
class Footpaths:
    """Walks between different stops, one for each change of vehicle: two are never joined.

    Parameters
    ----------
    origin, target : ndarray of int64, shape (n,)
        Stops, sorted by origin, then target; no pair comes twice.
    seconds : ndarray of int64, shape (n,)
        Time from leaving one vehicle to boarding the next [s].
    change : ndarray of int64, shape (stops,)
        Least time to change at the stop itself [s], -1 where nobody may.
    """

    origin: Ints
    target: Ints
    seconds: Ints
    change: Ints

    def reversed(self) -> Footpaths:
        """Return the walks the other way round, for searches by time of arrival."""
        order = np.lexsort((self.origin, self.target))
        return Footpaths(self.target[order], self.origin[order], self.seconds[order], self.change)


def given_footpaths(
    stops: int,
    origin: ArrayLike = (),
    target: ArrayLike = (),
    seconds: ArrayLike = (),
    *,
    change: ArrayLike = 0,
) -> Footpaths:
    """Take walks between stops as they are, the quickest of each pair.

    Parameters
    ----------
    stops : int
        Number of stops.
    origin, target : array_like of int, shape (n,)
        Stops; a walk from a stop to itself is its least time to change.
    seconds : array_like, shape (n,)
        Times [s], rounded up to whole seconds.
    change : array_like, shape () or (stops,)
        Least time to change at a stop without a walk to itself [s], -1 for never.

    Returns
    -------
    Footpaths
        Walks and changes.

    Raises
    ------
    InputError
        If a time is negative or not finite, or a stop is not there.

    Examples
    --------
    >>> walks = given_footpaths(3, [0, 0, 1], [1, 1, 1], [90, 60.2, 30])
    >>> walks.seconds.tolist(), walks.change.tolist()
    ([61], [0, 30, 0])
    """
    tail, head = (np.asarray(ends, dtype=np.int64).reshape(-1) for ends in (origin, target))
    time = np.asarray(seconds, dtype=np.float64).reshape(-1)
    if not (np.isfinite(time) & (time >= 0)).all():
        raise InputError("Walking times between stops must be finite and not negative.")
    if len(tail) and not (min(tail.min(), head.min()) >= 0 and max(tail.max(), head.max()) < stops):
        raise InputError("A walk leads to a stop that the timetable does not have.")
    whole = np.ceil(time).astype(np.int64)
    changes = np.broadcast_to(np.asarray(change, dtype=np.int64), stops).copy()
    loop = tail == head
    changes[tail[loop]] = np.iinfo(np.int64).max
    np.minimum.at(changes, tail[loop], whole[loop])
    order = np.lexsort((whole, head, tail))
    order = order[~loop[order]]
    tail, head, whole = tail[order], head[order], whole[order]
    first = np.ones(len(tail), dtype=bool)
    first[1:] = (tail[1:] != tail[:-1]) | (head[1:] != head[:-1])
    return Footpaths(tail[first], head[first], whole[first], changes)


def straight_footpaths(
    points: ArrayLike,
    *,
    limit: float,
    speed: float = WALKING_SPEED,
    detour: float = DETOUR,
    change: ArrayLike = 0,
) -> Footpaths:
    """Walk between all stops that lie near each other, straight with a detour factor.

    Parameters
    ----------
    points : array_like, shape (stops, 2)
        Projected coordinates [m]; a stop without a place has no walks.
    limit : float
        Longest walk [m], the detour included.
    speed : float
        Walking speed [km/h].
    detour : float
        Walked over straight distance, at least 1.
    change : array_like, shape () or (stops,)
        Least time to change at a stop itself [s].

    Returns
    -------
    Footpaths
        Walks and changes.

    Raises
    ------
    InputError
        If the speed is not positive or the detour is below 1.

    Examples
    --------
    >>> straight_footpaths([[0, 0], [100, 0], [900, 0]], limit=400).seconds.tolist()
    [98, 98]
    """
    places = np.asarray(points, dtype=np.float64).reshape(-1, 2)
    ways = straight_ways(places, places, limit=limit, speed=speed, detour=detour)
    return between_stops(ways, len(places), change=change)


def between_stops(ways: Access, stops: int, *, change: ArrayLike = 0) -> Footpaths:
    """Take ways from all stops to all stops as the walks between them.

    Parameters
    ----------
    ways : Access
        Straight or on streets; the way from a stop to itself is left out.
    stops : int
        Number of stops.
    change : array_like, shape () or (stops,)
        Least time to change at a stop itself [s], -1 for never.

    Returns
    -------
    Footpaths
        Walks and changes.

    Examples
    --------
    >>> between_stops(Access(*np.array([[0, 0], [0, 1], [0, 60]])), 2).seconds.tolist()
    [60]
    """
    apart = ways.place != ways.stop
    return given_footpaths(stops, *(column[apart] for column in ways), change=change)


def with_transfers(footpaths: Footpaths, transfers: pd.DataFrame, stops: pd.DataFrame) -> Footpaths:
    """Let the feed's own transfers [1]_ replace what was measured.

    A least time replaces the walk between two stops, or the time to change at one, an impossible
    transfer removes it, and a recommended or timed one without a time leaves the walk as it is, or
    makes it take no time where there is none. A rule for a station holds for all its stops.
    Rules for single trips are not used.

    Parameters
    ----------
    footpaths : Footpaths
        Walks and changes.
    transfers, stops : DataFrame
        Of the feed.

    Returns
    -------
    Footpaths
        Walks and changes by the feed where it says something.

    Examples
    --------
    >>> transfers = pd.DataFrame({"from_stop": [0, 1], "to_stop": [1, 1], "type": [2, 3],
    ...                           "time": [120, -1], "from_trip": -1, "to_trip": -1})
    >>> stops = pd.DataFrame({"kind": [0, 0], "parent": [-1, -1]})
    >>> walks = with_transfers(given_footpaths(2, [0], [1], [60]), transfers, stops)
    >>> walks.seconds.tolist(), walks.change.tolist()
    ([120], [0, -1])
    """
    rules = _of_stops(transfers, stops)
    known = pd.DataFrame(
        {"from_stop": footpaths.origin, "to_stop": footpaths.target, "walk": footpaths.seconds}
    )
    loops = rules["from_stop"] == rules["to_stop"]
    change = footpaths.change.copy()
    at = rules[loops]
    change[at["from_stop"]] = np.where(
        at["type"] == IMPOSSIBLE, FORBIDDEN, np.maximum(at["time"], 0)
    )
    merged = known.merge(rules[~loops], how="outer", on=["from_stop", "to_stop"])
    walk, time = merged["walk"].to_numpy(), merged["time"].fillna(-1).to_numpy()
    seconds = np.where(time >= 0, time, np.where(np.isnan(walk), 0, walk))
    possible = (merged["type"] != IMPOSSIBLE).to_numpy()
    return given_footpaths(
        len(change),
        merged["from_stop"].to_numpy()[possible],
        merged["to_stop"].to_numpy()[possible],
        seconds[possible],
        change=change,
    )


def _of_stops(transfers: pd.DataFrame, stops: pd.DataFrame) -> pd.DataFrame:
    """Write the rules for stations out for their stops; a rule for the stop itself comes first."""
    general = (transfers["from_trip"] < 0) & (transfers["to_trip"] < 0)
    rules = transfers.loc[general & (transfers["type"] <= IMPOSSIBLE)]
    rules = rules[["from_stop", "to_stop", "type", "time"]].assign(rank=0)
    child = np.flatnonzero(stops["parent"].to_numpy() >= 0)
    family = pd.DataFrame({"station": stops["parent"].to_numpy()[child], "member": child})
    for column in ("from_stop", "to_stop"):
        wide = rules.merge(family, left_on=column, right_on="station")
        wide = wide.assign(**{column: wide["member"], "rank": wide["rank"] + 1})
        rules = pd.concat([rules, wide[rules.columns]], ignore_index=True)
    rules = rules.sort_values(["from_stop", "to_stop", "rank", "type", "time"], kind="stable")
    return rules.drop_duplicates(["from_stop", "to_stop"], ignore_index=True)
