"""The latest-departure scan: all departures of a window in one run through the timetable.

For each stop, vehicle and origin the scan keeps one number: the *latest* departure of the window
with which one can be there by now. Getting on, off, and walking are then the maximum of two
numbers, for all origins at once, and one run gives what one search per departure would. The
moment at which the number at a stop first reaches a departure is the earliest arrival with it.

With a limit of rides there is one such number for each of them: at most one ride, two, ...; on
changing vehicles one moves on to the next.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...progress import Progress, silent
from .access import Access
from .events import Events, events_of
from .footpaths import Footpaths
from .schedule import ENTER, Batches, Schedule, early, in_order, runs, schedule_of
from .timetable import Timetable, subset
from .window import Window

Ints = NDArray[np.int64]
Labels = NDArray[Any]

TELL = 512
"""Batches between two reports of progress."""


@dataclass(frozen=True)
class Plan:
    """A timetable made ready for the scan of one window; any number of origins can use it.

    Parameters
    ----------
    window : Window
        Departures.
    events : Events
        What happens.
    schedule : Schedule
        In which order.
    """

    window: Window
    events: Events
    schedule: Schedule

    @property
    def label_type(self) -> np.dtype[Any]:
        """Smallest type of number for the departures of the window and "none"."""
        return np.min_scalar_type(self.window.count)

    def bytes(self) -> int:
        """Memory of the plan itself."""
        events, schedule = self.events, self.schedule
        columns = [*events.rows, *events.alights, *events.boards, *events.hops, *events.walks]
        columns += [*schedule.batches, *schedule[:-1], events.passes]
        return sum(column.nbytes for column in columns)

    def bytes_per_column(self) -> int:
        """Memory that the scan needs for each origin and ride limit."""
        return self.cells_per_column() * self.label_type.itemsize

    def cells_per_column(self) -> int:
        """Labels alive at once for each origin and ride limit."""
        events = self.events
        largest = int((self.schedule.batches.end - self.schedule.batches.begin).max(initial=1))
        return len(events.rows.stop) + 1 + events.trips + events.stops + 3 * largest


def plan_of(timetable: Timetable, footpaths: Footpaths, window: Window) -> Plan:
    """Make a timetable ready for scanning.

    Parameters
    ----------
    timetable : Timetable
        Trips.
    footpaths : Footpaths
        Walks and changes.
    window : Window
        Departures.

    Returns
    -------
    Plan
        Sorted events.
    """
    used = subset(timetable, window.begin, window.end)
    events = events_of(used, footpaths, window.begin, window.end)
    return Plan(window, events, schedule_of(events))


def scan(
    plan: Plan, access: Access, origins: int, *, rides: int = 0, progress: Progress = silent
) -> Labels:
    """Find the latest departure with which each origin's traveller is at each stop at each time.

    Parameters
    ----------
    plan : Plan
        Timetable and window.
    access : Access
        Ways from the origins to stops.
    origins : int
        Number of origins.
    rides : int
        Greatest limit of rides wanted, 0 for no limit.
    progress : callable
        Told the fraction done.

    Returns
    -------
    ndarray of unsigned int, shape (rows + 1, max(rides, 1) * origins)
        By arrival row, the latest departure in use then, counted from 1, with 0 for none, in
        ``origins`` columns for each limit: 1, 2, ... rides. The last row is empty.
    """
    layers = max(rides, 1)
    return _through(plan, _entries(plan, access, origins, layers), origins, rides, progress)


class Departures(NamedTuple):
    """Single departures of origins from stops, at which something leaves then.

    Attributes
    ----------
    place, stop : ndarray, shape (n,)
        Origin and stop.
    time : ndarray, shape (n,)
        Seconds after the window begins.
    label : ndarray, shape (n,)
        Number of the departure among its origin's: 1, 2, ... in the order of their times.
    """

    place: Ints
    stop: Ints
    time: Ints
    label: Ints


def scan_departures(
    plan: Plan, departures: Departures, origins: int, *, rides: int = 0, progress: Progress = silent
) -> Labels:
    """Scan as `scan` does, but from each origin's own departures instead of equal steps.

    Parameters
    ----------
    plan : Plan
        Timetable and window, with at least as many departures as an origin has.
    departures : Departures
        When one can leave.
    origins, rides, progress
        As in `scan`.

    Returns
    -------
    ndarray of unsigned int, shape (rows + 1, max(rides, 1) * origins)
        As from `scan`, with the numbers of the departures.
    """
    layers = max(rides, 1)
    place, stop, time, label = departures
    slot = plan.events.slots.next(stop, time)
    used = slot >= 0  # nothing that leaves later is of use where there is none
    cell = stop[used] * (layers * origins) + place[used]
    entries = placed(plan, cell, label[used], slot[used], origins, layers)
    return _through(plan, entries, origins, rides, progress)


def _through(
    plan: Plan, entered: tuple[Ints, Batches], origins: int, rides: int, progress: Progress
) -> Labels:
    """Run through the timetable once."""
    entries, entry_batches = entered
    width, lag = max(rides, 1) * origins, origins if rides else 0
    state = State(plan, entries, width, lag, plan.label_type)
    return run(state, in_order([entry_batches, plan.schedule.batches]), progress)


def run(state: State, batches: Batches, progress: Progress) -> Labels:
    """Let all batches change the labels; return those of the arrival rows."""
    actions = state.actions()
    kinds, begins, ends = batches.kind.tolist(), batches.begin.tolist(), batches.end.tolist()
    for number, (kind, begin, end) in enumerate(zip(kinds, begins, ends)):
        if number % TELL == 0:
            progress(number / len(kinds))
        actions[kind](begin, end)
    progress(1.0)
    return state.seen


class State:
    """Labels of stops, vehicles and arrival rows, and how each kind of event changes them.

    ``entries`` has cells and labels; columns ``lag`` apart are one ride apart.
    """

    def __init__(
        self, plan: Plan, entries: Ints, width: int, lag: int, kind: np.dtype[Any]
    ) -> None:
        events, schedule = plan.events, plan.schedule
        self.seen = np.zeros((len(events.rows.stop) + 1, width), dtype=kind)
        self.aboard = np.zeros((events.trips, width), dtype=kind)
        self.waiting = np.zeros((events.stops, width), dtype=kind)
        self.cells = self.waiting.reshape(-1)
        self.before, self.first = schedule.rows
        self.more_row, self.more_trip = schedule.more
        self.walk_stop, self.walk_row = schedule.walks
        self.hop_row, self.hop_stop, self.hop_source = schedule.hops
        self.board_trip, self.board_stop, self.board_row = schedule.boards
        self.entry_cell, self.entry_label = entries[0], entries[1].astype(kind)
        self.changed, self.ridden = slice(lag, None), slice(0, width - lag)

    def actions(self) -> tuple[Any, ...]:
        """Return what to do for each kind of batch, in the order of the kinds."""
        return (self.come, self.come_too, self.enter, self.walk, self.hop, self.leave)

    def come(self, begin: int, end: int) -> None:
        """Get off where the first vehicle comes, or stay."""
        before = self.seen.take(self.before[begin:end], 0)
        np.maximum(before, self.aboard.take(self.first[begin:end], 0), out=self.seen[begin:end])

    def come_too(self, begin: int, end: int) -> None:
        """Get off where further vehicles come."""
        row = self.more_row[begin:end]
        here = self.seen.take(row, 0)
        self.seen[row] = np.maximum(here, self.aboard.take(self.more_trip[begin:end], 0), out=here)

    def enter(self, begin: int, end: int) -> None:
        """Walk from an origin to a stop."""
        cell = self.entry_cell[begin:end]
        self.cells[cell] = np.maximum(self.cells[cell], self.entry_label[begin:end])

    def walk(self, begin: int, end: int) -> None:
        """Walk to another stop."""
        stop = self.walk_stop[begin:end]
        here = self.waiting.take(stop, 0)
        self._change(here, self.walk_row[begin:end])
        self.waiting[stop] = here

    def hop(self, begin: int, end: int) -> None:
        """Ride for no time."""
        row = self.hop_row[begin:end]
        here = self.seen.take(row, 0)
        np.maximum(here, self.waiting.take(self.hop_stop[begin:end], 0), out=here)
        self._change(here, self.hop_source[begin:end])
        self.seen[row] = here

    def leave(self, begin: int, end: int) -> None:
        """Get on."""
        trip = self.board_trip[begin:end]
        here = self.aboard.take(trip, 0)
        np.maximum(here, self.waiting.take(self.board_stop[begin:end], 0), out=here)
        self._change(here, self.board_row[begin:end])
        self.aboard[trip] = here

    def _change(self, here: Labels, row: Ints) -> None:
        """Come from a row to another vehicle: one ride more than in the row."""
        there = here[:, self.changed]
        np.maximum(there, self.seen.take(row, 0)[:, self.ridden], out=there)


def _entries(plan: Plan, access: Access, origins: int, layers: int) -> tuple[Ints, Batches]:
    """When each departure first matters at a stop that one walks to: cells, labels, batches."""
    pair, label, slot = caught(plan, access)
    cell = access.stop[pair] * (layers * origins) + access.place[pair]
    return placed(plan, cell, label, slot, origins, layers)


def caught(plan: Plan, access: Access) -> tuple[Ints, Ints, Ints]:
    """Return the departures that matter: way to a stop, label, and slot that is caught."""
    window, slots = plan.window, plan.events.slots
    minute = np.arange(window.count)
    pair = np.repeat(np.arange(len(access.stop)), window.count)
    label = np.tile(minute + 1, len(access.stop))
    slot = slots.next(access.stop[pair], access.seconds[pair] + (label - 1) * window.step)
    # of the departures that catch the same vehicle the latest matters
    useful = slot >= 0
    useful[:-1] &= (slot[1:] != slot[:-1]) | (pair[1:] != pair[:-1])
    return pair[useful], label[useful], slot[useful]


def placed(
    plan: Plan, cell: Ints, label: Ints, slot: Ints, origins: int, layers: int
) -> tuple[Ints, Batches]:
    """Put labels into the cells of all limits, as early as the slots allow."""
    slots = plan.events.slots
    same_stop = slots.stop[slot - 1] == slots.stop[slot]
    since = np.where((slot > 0) & same_stop, slots.time[slot - 1], -1)
    time = early(slots.time[slot], since)
    order = np.argsort(time, kind="stable")
    cell, label = cell[order], label[order]
    batches = runs(ENTER, time[order])
    cells = np.stack([cell + layer * origins for layer in range(layers)], axis=1)
    entries = np.stack([cells.reshape(-1), np.repeat(label, layers)])
    return entries, batches._replace(begin=batches.begin * layers, end=batches.end * layers)
