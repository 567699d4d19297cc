"""Departures, arrivals or calls of a feed, sorted by place and time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from .calls import NONE, PHONE
from .feed import Feed, running
from .intervals import SPAN, Departures

PLACES = ("stop", "area")
SPLITS = ("line", "direction", "mode")
EVENTS = ("departure", "arrival", "call")


@dataclass(frozen=True)
class Events:
    """Events sorted by group and time, and by line within the group."""

    key: NDArray[np.int64]
    trip: NDArray[np.int32]
    on_demand: NDArray[np.bool_]
    groups: pd.DataFrame
    line_key: NDArray[np.int64]
    line_trip: NDArray[np.int32]
    line_group: NDArray[np.int64]


class Board(NamedTuple):
    """What runs on one kind of day."""

    scheduled: Departures
    asked: Departures
    lines: Departures
    line_group: NDArray[np.int64]


def events_of(
    feed: Feed, dates: Sequence[date], by: str, split: Sequence[str], event: str
) -> Events:
    """Collect the events of the trips that run on any of some dates; see `service.stop_service`."""
    times = feed.stop_times
    rows, time, asked = _rows(feed, dates, event)
    trip = times.trip()[rows]
    place = times.stop[rows]
    if by == "area":
        place = feed.stops["area"].to_numpy()[place]
    route = feed.trips["route"].to_numpy()[trip]
    group, groups = _groups(feed, place, trip, route, by, split)
    key = group * SPAN + time
    order = np.argsort(key, kind="stable")
    line, line_group = _lines_of(group, route, len(feed.routes))
    line_order = np.argsort(line * SPAN + time, kind="stable")
    asked |= feed.routes["on_demand"].to_numpy()[route]
    return Events(
        key[order],
        trip[order],
        asked[order],
        groups,
        (line * SPAN + time)[line_order],
        trip[line_order],
        line_group,
    )


def _rows(
    feed: Feed, dates: Sequence[date], event: str
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]:
    """Return the calls that count on any of the dates, their times, and whether on demand."""
    times = feed.stop_times
    runs = running(feed.trips, feed.calendar, dates)
    counts = np.repeat(runs, np.diff(times.start))
    if event == "departure":
        counts &= ~times.is_last() & (times.pickup != NONE)
    elif event == "arrival":
        counts &= ~times.is_first() & (times.drop_off != NONE)
    rows = np.flatnonzero(counts)
    time = times.arrival if event == "arrival" else times.departure
    asked = times.drop_off >= PHONE if event == "arrival" else times.on_demand
    return rows, time[rows].astype(np.int64), asked[rows]


def _groups(
    feed: Feed,
    place: NDArray[np.int32],
    trip: NDArray[np.int32],
    route: NDArray[np.int32],
    by: str,
    split: Sequence[str],
) -> tuple[NDArray[np.int64], pd.DataFrame]:
    """Return the group of each event, and what the groups are."""
    if not split:
        stops = feed.stops["area"].to_numpy() if by == "area" else np.arange(len(feed.stops))
        places, number = np.unique(stops, return_inverse=True)
        return number[place].astype(np.int64), pd.DataFrame({"place": places})
    columns = {"place": place.astype(np.int64)}
    sources = {
        "line": route,
        "direction": feed.trips["direction"].to_numpy()[trip],
        "mode": feed.routes["mode"].to_numpy()[route],
    }
    columns |= {name: sources[name].astype(np.int64) for name in SPLITS if name in split}
    key = np.zeros(len(place), dtype=np.int64)
    for values in columns.values():
        low = values.min(initial=0)
        key = key * (values.max(initial=0) - low + 1) + values - low
    _, example, group = np.unique(key, return_index=True, return_inverse=True)
    groups = pd.DataFrame({name: values[example] for name, values in columns.items()})
    return group.astype(np.int64), groups


def _lines_of(
    group: NDArray[np.int64], route: NDArray[np.int32], routes: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the number of each event's pair of group and line, and the group of each pair."""
    pairs, number = np.unique(group * routes + route, return_inverse=True)
    return number.astype(np.int64), pairs // routes


def board_of(events: Events, runs: NDArray[np.bool_]) -> Board:
    """Choose the events of the trips that run; ``runs`` says which, of all trips."""
    active = runs[events.trip]
    count = len(events.groups)
    return Board(
        Departures(events.key[active & ~events.on_demand], count),
        Departures(events.key[active & events.on_demand], count),
        Departures(events.line_key[runs[events.line_trip]], len(events.line_group)),
        events.line_group,
    )
