"""Trips: the hours of each line turned into times at each call, buses waiting for trains."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from .catalogue import BUS, TRAIN
from .graph import Floats, Ground, Integers
from .lines import Line
from .services import HOURS, TRAINS_OF, clock

CROOKED = 1.1
"""How much longer a road is than the straight lines between its nodes."""
CHANGE = 360
"""From train to bus and back [s]."""
PATIENCE = 45 * 60
"""A departure moves at most so far to meet a train [s]."""
RUSH_HOURS = ((7, 9), (15, 18))
RUSH, EVENING = 1.12, 0.92
"""Factors of the running time of buses."""
EVENING_FROM = 20
TRAIN_STANDS, TRAIN_STANDS_AT_HUB, BUS_STANDS = 60, 180, 120
"""Seconds: a train at a station, and at the line's anchor; a bus at the line's anchor."""


class Run(NamedTuple):
    """All trips of a line in one direction on one service."""

    line: int
    direction: int
    service: str
    rail: bool
    stops: Integers
    """Node of each call."""
    arrival: Integers
    """Times [s], shape (trips, calls)."""
    departure: Integers
    trains: Integers
    """Run and trip of the train each trip waits for or brings passengers to, -1 for none."""


class Meetings(NamedTuple):
    """Trains a bus could meet: when the bus is to leave or arrive [s], and which train it is."""

    time: Integers
    train: Integers


def runs(ground: Ground, lines: list[Line]) -> list[Run]:
    """Every trip; trains must be the first of the lines, so that buses can wait for them."""
    found: list[Run] = []
    for index, line in enumerate(lines):
        for service in HOURS[line.hours]:
            for direction in (0, 1):
                run = _run(ground, index, line, direction, service, found)
                if len(run.arrival):
                    found.append(run)
    return found


def way_of(line: Line, direction: int) -> tuple[Integers, Integers]:
    """Nodes passed and positions of the calls, in the direction of travel."""
    if direction == 0:
        return line.way, line.calls
    return line.way[::-1], len(line.way) - 1 - line.calls[::-1]


def _run(
    ground: Ground, index: int, line: Line, direction: int, service: str, found: list[Run]
) -> Run:
    minute = -line.minute if direction else line.minute
    times = clock(HOURS[line.hours][service][direction], minute)
    rail = line.traits.route_type == TRAIN
    trains = np.full((len(times), 2), -1)
    if not rail:
        meetings = _meetings(ground, line, direction, TRAINS_OF.get(service, service), found)
        times, trains = _waiting(times, meetings)
    arrival, departure = _times(ground, line, direction, times)
    way, calls = way_of(line, direction)
    return Run(index, direction, service, rail, way[calls], arrival, departure, trains)


def _times(
    ground: Ground, line: Line, direction: int, times: Integers
) -> tuple[Integers, Integers]:
    """Arrivals and departures at each call of trips that leave (or reach) the anchor on time."""
    driving, standing = _driving(ground, line, direction), _standing(line, direction)
    anchor = len(line.calls) - 1 - line.anchor if direction else line.anchor
    waited = np.cumsum(standing) - standing
    step = line.traits.rounding
    scaled = driving * _factor(line, times)[:, None] + waited
    arrival = (np.round(scaled / step) * step).astype(np.int64)
    departure = arrival + standing
    known = arrival if direction else departure
    start = times - known[:, anchor]
    return arrival + start[:, None], departure + start[:, None]


def _driving(ground: Ground, line: Line, direction: int) -> Floats:
    """Undisturbed seconds from the first call to each, halts included."""
    way, calls = way_of(line, direction)
    metres = np.hypot(*np.diff(ground.points()[way], axis=0).T)
    place = ground.nodes["place"].to_numpy()[way]
    street = (place[1:] == place[:-1]) & (place[1:] >= 0)
    traits = line.traits
    speed = np.where(street, traits.street_speed, traits.road_speed) / 3.6
    seconds = np.append(0, np.cumsum(metres * CROOKED / speed))
    return np.asarray(seconds[calls] + traits.halt * np.arange(len(calls)))


def _standing(line: Line, direction: int) -> Integers:
    """Seconds at each call between arrival and departure: none at the ends."""
    rail = line.traits.route_type == TRAIN
    standing = np.full(len(line.calls), TRAIN_STANDS if rail else 0)
    standing[line.anchor] = TRAIN_STANDS_AT_HUB if rail else BUS_STANDS
    standing[[0, -1]] = 0
    return standing[::-1] if direction else standing


def _factor(line: Line, times: Integers) -> Floats:
    if line.traits.route_type != BUS:
        return np.ones(len(times))
    hour = times / 3600
    rush = np.any([(hour >= start) & (hour < end) for start, end in RUSH_HOURS], axis=0)
    return np.where(rush, RUSH, np.where(hour >= EVENING_FROM, EVENING, 1.0))


def _meetings(
    ground: Ground, line: Line, direction: int, service: str, found: list[Run]
) -> Meetings:
    """Trains of the day at the line's anchor, from the largest town's station or towards it."""
    hub, core = line.stops[line.anchor], _core(ground)
    time, train = [np.empty(0, dtype=np.int64)], [np.empty((0, 2), dtype=np.int64)]
    for number, run in enumerate(found):
        at, centre = np.flatnonzero(run.stops == hub), np.flatnonzero(run.stops == core)
        if not run.rail or run.service != service or hub == core or not (len(at) and len(centre)):
            continue
        if (at[0] > centre[0]) == (direction == 0):
            known = run.departure - CHANGE if direction else run.arrival + CHANGE
            time.append(known[:, at[0]])
            train.append(np.column_stack([np.full(len(known), number), np.arange(len(known))]))
    return Meetings(np.concatenate(time), np.vstack(train))


def _core(ground: Ground) -> int:
    """Find the largest town's station, -1 where there is no railway."""
    stations = ground.nodes[ground.nodes["role"] == "station"]
    if stations.empty:
        return -1
    population = ground.places["population"].to_numpy()[stations["place"]]
    return int(stations.index[int(population.argmax())])


def _waiting(times: Integers, meetings: Meetings) -> tuple[Integers, Integers]:
    """Move each time to the nearest train's, where one is near enough."""
    if not len(meetings.time) or not len(times):
        return times, np.full((len(times), 2), -1)
    apart = np.abs(meetings.time - times[:, None])
    nearest = apart.argmin(axis=1)
    meets = apart.min(axis=1) <= PATIENCE
    moved = np.where(meets, meetings.time[nearest], times)
    trains = np.where(meets[:, None], meetings.train[nearest], -1)
    moved, first = np.unique(moved, return_index=True)
    return moved, trains[first]
