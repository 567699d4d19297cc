"""Walks between stops, and the time that a change at a stop takes.

References
----------
.. [1] GTFS Schedule reference, transfers.txt.
   https://gtfs.org/documentation/schedule/reference/#transferstxt
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from ...errors import InputError
from ...network.graph import WALKING_SPEED
from .access import DETOUR, Access, straight_ways
from .rules import IMPOSSIBLE, SIDES, TIMED, Rules, general_rules, special_rules

Ints = NDArray[np.int64]

FORBIDDEN = -1
"""Change time of a stop at which nobody may change."""


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
    rules : Rules, optional
        What differs for single lines and trips.
    """

    origin: Ints
    target: Ints
    seconds: Ints
    change: Ints
    rules: Rules | None = None

    def reversed(self) -> Footpaths:
        """Return the walks the other way round, for searches by time of arrival."""
        order = np.lexsort((self.origin, self.target))
        rules = None if self.rules is None else self.rules.reversed()
        return Footpaths(
            self.target[order], self.origin[order], self.seconds[order], self.change, rules
        )


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


def with_transfers(
    footpaths: Footpaths,
    transfers: pd.DataFrame,
    stops: pd.DataFrame,
    trips: pd.DataFrame | None = None,
) -> Footpaths:
    """Let the feed's own transfers [1]_ replace what was measured.

    A least time (type 2) replaces the walk between two stops, or the time to change at one, an
    impossible transfer (3) removes it, and a recommended (0) or timed one (1) without a time leaves
    the walk as it is, or makes it take no time where there is none. A rule for a station holds for
    all its stops. A rule for single trips or lines comes before one for all, in the format's order;
    a timed transfer between two trips takes no time, since the one waits for the other. Links
    between trips of one vehicle (4 and 5) are no changes; `timetable.timetable_of` uses them.

    Parameters
    ----------
    footpaths : Footpaths
        Walks and changes.
    transfers, stops : DataFrame
        Of the feed.
    trips : DataFrame, optional
        Of the feed; without them the rules for single trips and lines are not used.

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
    measured = _measured(footpaths)
    merged = measured.merge(
        general_rules(transfers, stops), how="outer", on=["from_stop", "to_stop"]
    )
    possible = (merged["type"] != IMPOSSIBLE).to_numpy()
    walks = given_footpaths(
        len(footpaths.change),
        merged["from_stop"].to_numpy()[possible],
        merged["to_stop"].to_numpy()[possible],
        _seconds(merged)[possible],
        change=FORBIDDEN,
    )
    if trips is None:
        return walks
    return replace(walks, rules=_special(measured, special_rules(transfers, stops), trips))


def _measured(footpaths: Footpaths) -> pd.DataFrame:
    """Return the walks between stops, and the changes at them as walks to themselves."""
    here = np.flatnonzero(footpaths.change >= 0)
    return pd.DataFrame(
        {
            "from_stop": np.concatenate([footpaths.origin, here]),
            "to_stop": np.concatenate([footpaths.target, here]),
            "walk": np.concatenate([footpaths.seconds, footpaths.change[here]]),
        }
    )


def _seconds(rules: pd.DataFrame) -> NDArray[np.float64]:
    """Time of the rule, else the walk, else none."""
    walk, time = rules["walk"].to_numpy(np.float64), rules["time"].fillna(-1).to_numpy(np.float64)
    seconds: NDArray[np.float64] = np.where(time >= 0, time, np.where(np.isnan(walk), 0, walk))
    return seconds


def _special(measured: pd.DataFrame, rules: pd.DataFrame, trips: pd.DataFrame) -> Rules:
    """Say how many seconds each rule for single trips or lines means."""
    rules = rules.merge(measured, how="left", on=["from_stop", "to_stop"])
    both = (rules[["from_trip", "to_trip"]] >= 0).all(axis=1)
    rules.loc[both & (rules["type"] == TIMED), "walk"] = 0
    seconds = np.where(rules["type"] == IMPOSSIBLE, FORBIDDEN, _seconds(rules))
    names = [f"{side}_{kind}" for kind in ("stop", "trip", "route") for side in SIDES]
    table = rules[names].assign(seconds=seconds.astype(np.int64))
    return Rules(table, trips["route"].to_numpy(np.int64))
