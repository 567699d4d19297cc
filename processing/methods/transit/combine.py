"""Several feeds as one, and a feed cut down to an area."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pandas as pd
import shapely
from numpy.typing import ArrayLike, NDArray

from ..errors import InputError
from .calendar import Calendar
from .calls import StopTimes
from .feed import Feed
from .shapes import Shapes
from .stops import SAME_PLACE, area_codes

REFERENCES = ("stops", "routes", "trips")
"""Tables to which the transfers refer."""


def merge(feeds: Mapping[str, Feed], *, same_place: float = SAME_PLACE) -> Feed:
    """Join feeds into one; ids get a prefix, so that those of different feeds stay apart.

    Stops of different feeds become one stop area where their Swedish numbers agree, or their
    names, within a distance.

    Parameters
    ----------
    feeds : mapping
        Feed by prefix, in the order wanted.
    same_place : float
        Farthest that two stops of one name may be apart in an area [m].

    Returns
    -------
    Feed
        All stops, lines, trips and dates; a date outside one feed's period has the others' trips.

    Raises
    ------
    InputError
        If there is no feed, or only some were read with their shapes.

    Examples
    --------
    >>> from samplan.processing.methods.transit.village import village
    >>> both = merge({"a": village(), "b": village()})
    >>> both.trips["trip_id"].tolist()[::4], both.calendar.trips.tolist()
    (['a:out7', 'b:out7'], [8, 8, 8, 8, 8, 4])
    """
    if not feeds:
        raise InputError("There is no feed to join. Give at least one.")
    parts = list(feeds.values())
    if len({part.shapes is None for part in parts}) > 1:
        raise InputError("Some feeds were read with their shapes and others without.")
    stops = _stack(feeds, "stops", {"stop_id"}, {"parent": "stops"})
    stops["area"] = area_codes(
        stops.assign(stop_id=np.concatenate([part.stops["stop_id"] for part in parts])),
        same_place=same_place,
    )
    services = _offsets([part.calendar.services for part in parts])
    trips = _stack(feeds, "trips", {"trip_id", "shape_id"}, {"route": "routes"})
    own = trips["service"].to_numpy()
    shift = np.repeat(services, [len(part.trips) for part in parts])
    trips["service"] = np.where(own >= 0, own + shift, -1).astype(np.int32)
    return Feed(
        " + ".join(feeds),
        stops,
        _stack(feeds, "routes", {"route_id"}, {}),
        trips,
        _stop_times(parts),
        _calendar(feeds),
        _stack(
            feeds,
            "transfers",
            set(),
            {f"{side}_{table[:-1]}": table for table in REFERENCES for side in ("from", "to")},
        ),
        None if parts[0].shapes is None else _shapes(feeds),
        tuple(f.within(prefix) for prefix, feed in feeds.items() for f in feed.findings),
    )


def clip(feed: Feed, area: shapely.Geometry, *, points: ArrayLike | None = None) -> Feed:
    """Keep the trips that call in an area, from end to end.

    Parameters
    ----------
    feed : Feed
        The feed.
    area : Geometry
        Polygon, or `shapely.box` for a bounding box; its border belongs to it.
    points : array_like, shape (stops, 2), optional
        The stops in the coordinates of the area; longitude and latitude by default.

    Returns
    -------
    Feed
        The trips with a call inside, and the stops, lines and transfers that they and their stop
        areas need. The calendar keeps its dates and the trips of the whole feed.

    Raises
    ------
    InputError
        If no trip calls inside.

    Examples
    --------
    >>> from samplan.processing.methods.transit.village import village
    >>> clip(village(), shapely.box(14.9, 57.9, 15.1, 58.1)).stops["name"].tolist()
    ['Kyrkan', 'Kyrkan', 'Kyrkan', 'Landet', 'Torget']
    """
    places = feed.stops[["lon", "lat"]] if points is None else points
    xy = np.asarray(places, dtype=np.float64)
    inside = shapely.intersects_xy(shapely.prepare(area) or area, xy[:, 0], xy[:, 1])
    times = feed.stop_times
    trips = np.flatnonzero(np.logical_or.reduceat(inside[times.stop], times.start[:-1]))
    if not len(trips):
        raise InputError(
            "No trip of the feed '{feed}' calls inside the area. "
            "Look at the area, and at the coordinates of the stops.",
            feed=feed.name,
        )
    return _keep_trips(feed, trips.astype(np.int64))


def _keep_trips(feed: Feed, trips: NDArray[np.int64]) -> Feed:
    times = feed.stop_times.of_trips(trips)
    called = np.zeros(len(feed.stops), dtype=bool)
    called[times.stop] = True
    area = feed.stops["area"].to_numpy()
    stops = np.flatnonzero(called | np.isin(area, area[called]))
    route = feed.trips["route"].to_numpy()
    routes = np.unique(route[trips])
    new_stop, new_route = (
        _renumber(kept, size)
        for kept, size in ((stops, len(feed.stops)), (routes, len(feed.routes)))
    )
    new_trip = _renumber(trips, len(feed.trips))
    kept_stops = feed.stops.iloc[stops].reset_index(drop=True)
    for column in ("parent", "area"):
        kept_stops[column] = new_stop[kept_stops[column].to_numpy()]
    kept_trips = feed.trips.iloc[trips].reset_index(drop=True)
    return replace(
        feed,
        stops=kept_stops,
        routes=feed.routes.iloc[routes].reset_index(drop=True),
        trips=kept_trips.assign(route=new_route[kept_trips["route"].to_numpy()]),
        stop_times=replace(times, stop=new_stop[times.stop]),
        transfers=_transfers(
            feed.transfers, {"stop": new_stop, "route": new_route, "trip": new_trip}
        ),
    )


def _renumber(kept: NDArray[np.int64], size: int) -> NDArray[np.int32]:
    """Map old rows to new ones, others, and -1, to -1."""
    new = np.full(size + 1, -1, dtype=np.int32)
    new[kept] = np.arange(len(kept))
    return new


def _transfers(transfers: pd.DataFrame, new: dict[str, NDArray[np.int32]]) -> pd.DataFrame:
    """Keep the rules whose stops, lines and trips are all kept."""
    moved = transfers.copy()
    there = np.ones(len(transfers), dtype=bool)
    for name, rows in new.items():
        for side in ("from", "to"):
            old = transfers[f"{side}_{name}"].to_numpy()
            moved[f"{side}_{name}"] = rows[old]
            there &= (old < 0) | (rows[old] >= 0)
    return moved[there].reset_index(drop=True)


def _offsets(parts: list[NDArray[np.object_]]) -> NDArray[np.int64]:
    return np.cumsum([0, *(len(part) for part in parts)])[:-1]


def _stack(
    feeds: Mapping[str, Feed], table: str, ids: set[str], references: Mapping[str, str]
) -> pd.DataFrame:
    """Put a table of all feeds one below the other, with prefixed ids and moved references."""
    frames = []
    offset = dict.fromkeys(set(references.values()), 0)
    for prefix, feed in feeds.items():
        frame = getattr(feed, table).copy()
        for column in ids:
            frame[column] = [f"{prefix}:{text}" if text else "" for text in frame[column]]
        for column, target in references.items():
            frame[column] = np.where(frame[column] >= 0, frame[column] + offset[target], -1).astype(
                np.int32
            )
        frames.append(frame)
        offset = {target: offset[target] + len(getattr(feed, target)) for target in offset}
    stacked: pd.DataFrame = pd.concat(frames, ignore_index=True)
    return stacked


def _stop_times(parts: list[Feed]) -> StopTimes:
    times = [part.stop_times for part in parts]
    calls = np.cumsum([0, *map(len, times)])
    stops = np.cumsum([0, *(len(part.stops) for part in parts)])
    start = [time.start[:-1] + offset for time, offset in zip(times, calls)]
    return StopTimes(
        np.concatenate([*start, calls[-1:]]),
        np.concatenate([t.stop + offset for t, offset in zip(times, stops)]).astype(np.int32),
        *(
            np.concatenate([getattr(time, name) for time in times])
            for name in ("arrival", "departure", "pickup", "drop_off", "on_demand")
        ),
    )


def _calendar(feeds: Mapping[str, Feed]) -> Calendar:
    calendars = {prefix: feed.calendar for prefix, feed in feeds.items()}
    services = [f"{prefix}:{text}" for prefix, c in calendars.items() for text in c.services]
    served = [c.dates for c in calendars.values() if len(c.dates)]
    bounds = np.concatenate([*served, np.zeros(0, "datetime64[D]")])
    dates = np.arange(bounds.min(), bounds.max() + 1) if len(bounds) else bounds
    active = np.zeros((len(dates), len(services)), dtype=bool)
    trips = np.zeros(len(dates), dtype=np.int64)
    column = 0
    for calendar in calendars.values():
        width = len(calendar.services)
        if len(calendar.dates):
            row = int((calendar.dates[0] - dates[0]).astype(int))
            rows = slice(row, row + len(calendar.dates))
            active[rows, column : column + width] = calendar.active
            trips[rows] += calendar.trips
        column += width
    return Calendar(np.array([*services, None], dtype=object)[:-1], dates, active, trips)


def _shapes(feeds: Mapping[str, Feed]) -> Shapes:
    shapes = {prefix: feed.shapes for prefix, feed in feeds.items() if feed.shapes is not None}
    ids = [f"{prefix}:{text}" for prefix, shape in shapes.items() for text in shape.ids]
    points = np.concatenate([shape.points for shape in shapes.values()])
    offset = np.cumsum([0, *(len(shape.points) for shape in shapes.values())])
    start = [shape.start[:-1] + shift for shape, shift in zip(shapes.values(), offset)]
    return Shapes(
        np.array([*ids, None], dtype=object)[:-1], np.concatenate([*start, offset[-1:]]), points
    )
