"""Labels that carry the parts of journeys below the departure, and the scan with them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...errors import InputError
from ...progress import Progress
from ..calls import expand
from .blocks import of_places
from .request import Request
from .scan import Plan, State, caught, placed, run
from .schedule import LEAVE, in_order
from .variants import Variants

Ints = NDArray[np.int64]

RIDES = 8
"""Bits for the number of rides."""


class Places(NamedTuple):
    """Where in a number its parts begin [bits], and the largest of each; from the lowest on.

    Each part counts down from its largest, so that the greater number is the better journey.
    """

    ride: int
    walk: int
    rides: int
    label: int
    most_access: int
    span: int

    def base(self) -> int:
        """Return the parts of a journey that has not begun."""
        ride, walk = self.span << self.ride, self.span << self.walk
        return self.most_access + ride + walk + (((1 << RIDES) - 1) << self.rides)

    def parts(self, low: Ints) -> tuple[Ints, Ints, Ints, Ints]:
        """Return access, ride, walk [s] and rides."""
        ends = (self.ride, self.walk, self.rides, self.label)
        most = (self.most_access, self.span, self.span, (1 << RIDES) - 1)
        begins = (0, *ends[:-1])
        access, ride, walk, rides = (
            top - ((low >> begin) & ((1 << (end - begin)) - 1))
            for begin, end, top in zip(begins, ends, most)
        )
        return access, ride, walk, rides


class Gains(NamedTuple):
    """What each event adds to the numbers that pass through it."""

    places: Places
    come: Ints
    come_too: Ints
    walk: Ints
    leave: Ints


def _places(plan: Plan, request: Request) -> Places:
    span = plan.window.end - plan.window.begin
    most_access = int(request.access.seconds.max(initial=0))
    ride = most_access.bit_length()
    # while one rides, the time of departure is added too
    walk = ride + (2 * span).bit_length()
    rides = walk + span.bit_length()
    label = rides + RIDES
    if label + plan.window.count.bit_length() > 63:
        raise InputError(
            "The parts of journeys cannot be told for so long a window and so long journeys. "
            "Shorten the window, the longest journey or the longest walk to a stop."
        )
    return Places(ride, walk, rides, label, most_access, span)


def gains_of(plan: Plan, request: Request, variants: Variants) -> Gains:
    """Return what each event adds to the parts of journeys."""
    places, schedule, rows = _places(plan, request), plan.schedule, plan.events.rows
    leave = np.zeros(schedule.boards.shape[1], dtype=np.int64)
    mine = schedule.batches.kind == LEAVE
    begin, end = schedule.batches.begin[mine], schedule.batches.end[mine]
    leave[expand(begin, end - begin)] = np.repeat(schedule.batches.time[mine], end - begin)
    walk_stop, walk_row = schedule.walks
    walked = _walked(variants, rows.stop[walk_row], walk_stop)
    return Gains(
        places,
        -(rows.time << places.ride),
        -(rows.time[schedule.more[0]] << places.ride),
        -(walked << places.walk),
        (leave << places.ride) - (1 << places.rides),
    )


def _walked(variants: Variants, tail: Ints, head: Ints) -> Ints:
    """Return the seconds of walks between stops; a change at a stop is none."""
    walks, stops = variants.footpaths, len(variants.stop)
    if not len(walks.seconds):
        return np.zeros(len(tail), dtype=np.int64)
    place = np.searchsorted(walks.origin * stops + walks.target, tail * stops + head)
    seconds = walks.seconds[np.minimum(place, len(walks.seconds) - 1)]
    return np.where(variants.stop[tail] == variants.stop[head], 0, seconds)


class _Parts(State):
    """Labels with the parts of their journeys below."""

    def __init__(self, plan: Plan, gains: Gains, entries: Ints, width: int, lag: int) -> None:
        super().__init__(plan, entries, width, lag, np.dtype(np.int64))
        self.gains, self.hopped = gains, -(1 << gains.places.rides)

    def come(self, begin: int, end: int) -> None:
        """Get off where the first vehicle comes."""
        there = self.aboard.take(self.first[begin:end], 0)
        there += self.gains.come[begin:end, None]
        np.maximum(self.seen.take(self.before[begin:end], 0), there, out=self.seen[begin:end])

    def come_too(self, begin: int, end: int) -> None:
        """Get off where further vehicles come."""
        row = self.more_row[begin:end]
        there = self.aboard.take(self.more_trip[begin:end], 0)
        there += self.gains.come_too[begin:end, None]
        self.seen[row] = np.maximum(self.seen.take(row, 0), there, out=there)

    def walk(self, begin: int, end: int) -> None:
        """Walk to another stop."""
        stop = self.walk_stop[begin:end]
        here = self.waiting.take(stop, 0)
        self._add(here, self.walk_row[begin:end], self.gains.walk[begin:end, None])
        self.waiting[stop] = here

    def hop(self, begin: int, end: int) -> None:
        """Ride for no time."""
        row = self.hop_row[begin:end]
        here = self.seen.take(row, 0)
        there = self.waiting.take(self.hop_stop[begin:end], 0)
        np.maximum(here, np.add(there, self.hopped, out=there), out=here)
        self._add(here, self.hop_source[begin:end], self.hopped)
        self.seen[row] = here

    def leave(self, begin: int, end: int) -> None:
        """Get on."""
        trip, gain = self.board_trip[begin:end], self.gains.leave[begin:end, None]
        here = self.aboard.take(trip, 0)
        there = self.waiting.take(self.board_stop[begin:end], 0)
        np.maximum(here, np.add(there, gain, out=there), out=here)
        self._add(here, self.board_row[begin:end], gain)
        self.aboard[trip] = here

    def _add(self, here: Ints, row: Ints, gain: Ints | int) -> None:
        there = here[:, self.changed]
        np.maximum(there, self.seen.take(row, 0)[:, self.ridden] + gain, out=there)


def scan_parts(
    plan: Plan, request: Request, gains: Gains, begin: int, end: int, progress: Progress
) -> Ints:
    """Return the numbers at all arrival rows for some origins, with the most rides wanted."""
    count, layers, places = end - begin, max(request.rides, 1), gains.places
    access = of_places(request.access, begin, end)
    pair, label, slot = caught(plan, access)
    cell, seconds = access.stop[pair] * (layers * count) + access.place[pair], access.seconds[pair]
    number = (label << places.label) + places.base() - seconds - (seconds << places.walk)
    entries, batches = placed(plan, cell, number, slot, count, layers)
    state = _Parts(plan, gains, entries, layers * count, count if request.rides else 0)
    seen = run(state, in_order([batches, plan.schedule.batches]), progress)
    last: Ints = seen[:, (layers - 1) * count :]
    return last
