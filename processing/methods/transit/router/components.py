"""What the fastest journeys of a window are made of: access, wait, ride, transfer, egress.

A second scan with wider labels. To the latest departure it adds, in lower places of the same
number, how few rides, how little walking, riding and access lie behind it. What happens adds to
those places or takes from them, and the maximum that the scan takes anyway picks, of the journeys
with the same departure, the one with the fewest rides, then the least walking. The fastest journey
of the window goes through such numbers only: one that could start later would be faster.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ...progress import Progress, part, silent
from ..calls import expand
from .access import Access
from .arrivals import CELLS
from .blocks import of_places
from .footpaths import Footpaths
from .matrix import forward_plan
from .memory import ENTRY
from .parts import Gains, Places, gains_of, scan_parts
from .request import Request
from .scan import Plan
from .timetable import Timetable

Ints = NDArray[np.int64]

PARTS = ("access", "wait", "ride", "transfer", "egress")
COLUMNS = ["origin", "destination", *PARTS, "total", "rides"]

LATE = np.iinfo(np.int32).max // 2
"""Travel time of pairs without a journey."""

COPIES = 10
"""Numbers of 8 bytes for each pair alive at once while its journey is picked."""


def components_of(
    timetable: Timetable, footpaths: Footpaths, request: Request, *, progress: Progress = silent
) -> pd.DataFrame:
    """Take the fastest journeys of a window apart.

    Of the journeys that are equally fast one with the fewest rides counts, then one with the least
    walking. Time at a stop, also the least time to change there, is wait.

    Parameters
    ----------
    timetable : Timetable
        Trips.
    footpaths : Footpaths
        Walks and changes.
    request : Request
        As for `matrix.travel_times`, and kept as there; percentiles and shares are not used.
    progress : callable
        Told the fraction done.

    Returns
    -------
    DataFrame
        The pairs of `matrix.travel_times`, in its order: ``origin`` and ``destination`` (places),
        ``access``, ``wait``, ``ride``, ``transfer``, ``egress`` and their sum ``total`` [s], which
        is the shortest travel time, and ``rides``. A walk all the way is access.

    Raises
    ------
    InputError
        If window and journeys are too long for their parts to be told.

    Examples
    --------
    >>> from .access import access_of
    >>> from .footpaths import given_footpaths
    >>> from .window import Window
    >>> day = Timetable(2, np.array([0, 2]), np.array([0, 1], np.int32),
    ...                 np.array([300, 900], np.int32), np.array([300, 900], np.int32),
    ...                 np.array([True, False]), np.array([False, True]), np.array([0]))
    >>> request = Request(Window(0, 3), 1, 1, access_of([0], [0], [100]), access_of([0], [1], [50]))
    >>> components_of(day, given_footpaths(2), request).to_dict("records")
    [{'origin': 0, 'destination': 0, 'access': 100, 'wait': 80, 'ride': 600, 'transfer': 0, \
'egress': 50, 'total': 830, 'rides': 1}]
    """
    empty = pd.DataFrame(columns=COLUMNS, dtype=np.int64)
    trips = trips_of(timetable, footpaths, request)
    found = pd.concat([empty, *component_blocks(trips, progress=progress)])
    return found.sort_values(COLUMNS[:2], ignore_index=True)


@dataclass(frozen=True)
class Trips:
    """A run made ready to take its fastest journeys apart.

    Parameters
    ----------
    plan : Plan
        Timetable and window.
    request : Request
        What is asked, by departure.
    gains : Gains
        What each event adds to the parts of journeys.
    mirrored : bool
        Whether plan and request run backwards in time, from the destinations.
    """

    plan: Plan
    request: Request
    gains: Gains
    mirrored: bool

    def block(self) -> int:
        """Return how many origins fit into the memory together."""
        plan, request = self.plan, self.request
        layers, ways = max(request.rides, 1), len(request.access.stop) / max(request.origins, 1)
        entries = 2 * ways * plan.window.count * ENTRY
        per_origin = layers * (8 * plan.cells_per_column() + entries)
        per_origin += 8 * COPIES * (request.destinations + len(np.unique(request.egress.stop)))
        return max(int((request.budget - plan.bytes() - 64 * CELLS) // per_origin), 1)


def trips_of(timetable: Timetable, footpaths: Footpaths, request: Request) -> Trips:
    """Make a run ready to take its fastest journeys apart.

    Parameters
    ----------
    timetable, footpaths, request
        As in `components_of`.

    Returns
    -------
    Trips
        By departure; the other way round where the window is one of arrivals.

    Raises
    ------
    InputError
        As in `components_of`.

    Examples
    --------
    >>> from .access import access_of
    >>> from .footpaths import given_footpaths
    >>> from .window import Window
    >>> day = Timetable(2, np.array([0, 2]), np.array([0, 1], np.int32),
    ...                 np.array([300, 900], np.int32), np.array([300, 900], np.int32),
    ...                 np.array([True, False]), np.array([False, True]), np.array([0]))
    >>> request = Request(Window(0, 3), 1, 1, access_of([0], [0], [0]), access_of([0], [1], [0]))
    >>> trips_of(day, given_footpaths(2), request).mirrored
    False
    """
    plan, forward, variants = forward_plan(timetable, footpaths, request)
    return Trips(plan, forward, gains_of(plan, forward, variants), request.by_arrival)


def component_blocks(trips: Trips, *, progress: Progress = silent) -> Iterator[pd.DataFrame]:
    """Take the fastest journeys apart part by part, so that not even the result need fit in memory.

    Parameters
    ----------
    trips : Trips
        As from `trips_of`.
    progress : callable
        Told the fraction done.

    Yields
    ------
    DataFrame
        As from `components_of`; some origins, or some destinations where the window is one of
        arrivals.
    """
    step, total = trips.block(), max(trips.request.origins, 1)
    for begin in range(0, trips.request.origins, step):
        end = min(begin + step, trips.request.origins)
        told = part(progress, begin / total, end / total)
        yield part_components(trips, begin, end, progress=told)
    progress(1.0)


def part_components(
    trips: Trips, begin: int, end: int, *, progress: Progress = silent
) -> pd.DataFrame:
    """Take the fastest journeys from some origins apart.

    Parameters
    ----------
    trips : Trips
        As from `trips_of`.
    begin, end : int
        First and last origin (not included), or destination where the window is one of arrivals;
        `Trips.block` of them fit into the memory.
    progress : callable
        Told the fraction done.

    Returns
    -------
    DataFrame
        As from `components_of`.

    Examples
    --------
    >>> from .access import access_of
    >>> from .footpaths import given_footpaths
    >>> from .window import Window
    >>> day = Timetable(2, np.array([0, 2]), np.array([0, 1], np.int32),
    ...                 np.array([300, 900], np.int32), np.array([300, 900], np.int32),
    ...                 np.array([True, False]), np.array([False, True]), np.array([0]))
    >>> request = Request(Window(0, 3), 1, 1, access_of([0], [0], [0]), access_of([0], [1], [0]))
    >>> trips = trips_of(day, given_footpaths(2), request)
    >>> part_components(trips, 0, 1)[["wait", "ride"]].values.tolist()
    [[180, 600]]
    """
    request, places = trips.request, trips.gains.places
    seen = scan_parts(trips.plan, request, trips.gains, begin, end, part(progress, 0, 0.8))
    stops, number = np.unique(request.egress.stop, return_inverse=True)
    arrived = _arrived(trips.plan, places, seen, stops)
    egress = request.egress._replace(stop=number.reshape(-1))
    progress(0.9)
    table = _table(places, *_at_destinations(*arrived, egress, request.destinations, places))
    direct = of_places(request.direct, begin, end)
    on_foot = np.full(table["total"].shape, LATE)
    on_foot[direct.stop, direct.place] = direct.seconds
    all_the_way = on_foot <= table["total"]
    walked = ("egress" if trips.mirrored else "access", "total")
    for name, values in table.items():
        values[all_the_way] = on_foot[all_the_way] if name in walked else 0
    place, other = np.nonzero((table["total"] <= request.window.limit).T)
    names = ["destination", "origin"] if trips.mirrored else ["origin", "destination"]
    found = {name: values[other, place] for name, values in table.items()}
    if trips.mirrored:
        found["access"], found["egress"] = found["egress"], found["access"]
    progress(1.0)
    return pd.DataFrame({names[0]: place + begin, names[1]: other, **found})[COLUMNS]


def _table(places: Places, total: Ints, low: Ints, egress: Ints) -> dict[str, Ints]:
    """Tell the parts of the numbers apart."""
    access, ride, walk, rides = places.parts(low)
    transfer = walk - access - egress
    wait = total - ride - walk
    columns = (access, wait, ride, transfer, egress, total, rides)
    return dict(zip(COLUMNS[2:], columns))


def _arrived(plan: Plan, places: Places, seen: NDArray[Any], stops: Ints) -> tuple[Ints, Ints]:
    """Return the shortest travel times to stops, and the parts of a journey that takes them."""
    arrivals, window = plan.events.arrivals, plan.window
    length = np.diff(arrivals.first)[stops]
    total = np.full((len(stops), seen.shape[1]), LATE)
    low = np.zeros_like(total)
    served = np.flatnonzero(length)
    blocks = np.flatnonzero(np.diff(np.cumsum(length[served]) * seen.shape[1] // CELLS, prepend=-1))
    for first, last in zip(blocks, [*blocks[1:], len(served)]):
        mine = served[first:last]
        place = expand(arrivals.first[stops[mine]], length[mine])
        number = seen[arrivals.order[place]]
        label = number >> places.label
        travel = arrivals.time[place][:, None] - (label - 1) * window.step
        travel[label <= 0] = LATE
        begins = np.cumsum(length[mine]) - length[mine]
        total[mine] = np.minimum.reduceat(travel, begins, axis=0)
        number &= (1 << places.label) - 1
        number[travel != np.repeat(total[mine], length[mine], axis=0)] = 0
        low[mine] = np.maximum.reduceat(number, begins, axis=0)
    return total, low


def _at_destinations(
    total: Ints, low: Ints, egress: Access, destinations: int, places: Places
) -> tuple[Ints, Ints, Ints]:
    """Walk to the destinations: travel times, parts, and seconds of that walk."""
    best = np.full((destinations, total.shape[1]), LATE)
    parts, left = np.zeros_like(best), np.zeros_like(best)
    turn = np.arange(len(egress.place)) - np.searchsorted(egress.place, egress.place)
    for number in range(int(turn.max(initial=-1)) + 1):
        place, stop, seconds = (column[turn == number] for column in egress)
        here, there = total[stop] + seconds[:, None], low[stop] - (seconds << places.walk)[:, None]
        better = (here < best[place]) | ((here == best[place]) & (there > parts[place]))
        best[place] = np.where(better, here, best[place])
        parts[place] = np.where(better, there, parts[place])
        left[place] = np.where(better, seconds[:, None], left[place])
    return best, parts, left
