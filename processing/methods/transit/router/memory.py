"""How many origins a run takes at a time, so that it stays within its memory."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ...errors import InputError
from .arrivals import CELLS, time_type
from .scan import Plan

BUDGET = 2_000_000_000
"""Memory that a run may use unless the user says otherwise [bytes]."""

ENTRY = 64
"""Bytes for each departure and way to a stop while a scan is prepared."""

KEPT = 16
"""Bytes for each of them that matters during the scan, for each ride."""

COLUMNS = 128
"""Origins looked at together after a scan; more gain nothing, their numbers leave the cache."""

ANSWERS = 3
"""Copies of the answers of a block alive at once while they are sorted."""

COPIES = 6
"""Arrays of 4-byte numbers alive at once while travel times are summarised."""


class Blocks(NamedTuple):
    """Sizes of blocks.

    Attributes
    ----------
    origins : int
        Origins scanned together.
    columns : int
        Of these, how many are looked at together afterwards.
    destinations : int
        Destinations looked at together.
    bytes : int
        Memory that the run will need beside the interpreter, at most.
    """

    origins: int
    columns: int
    destinations: int
    bytes: int


def blocks_of(
    plan: Plan,
    *,
    origins: int,
    destinations: int,
    stops: int,
    ways: float,
    rides: int,
    figures: int,
    budget: int = BUDGET,
    sharers: int = 1,
) -> Blocks:
    """Plan the blocks of a run.

    Parameters
    ----------
    plan : Plan
        Timetable and window.
    origins, destinations : int
        How many there are.
    stops : int
        Stops from which one walks to a destination.
    ways : float
        Ways to stops from an origin, on average.
    rides : int
        Limit of rides, 0 for none.
    figures : int
        Figures wanted of each pair.
    budget : int
        Memory [bytes].
    sharers : int
        Blocks that are computed at the same time out of one plan.

    Returns
    -------
    Blocks
        Sizes; at least one origin at a time, whatever it takes.

    Raises
    ------
    InputError
        If the timetable alone needs more memory than there is.
    """
    layers, count = max(rides, 1), plan.window.count
    fixed = plan.bytes() + 32 * CELLS * sharers
    if fixed > budget:
        raise InputError(
            "The timetable alone needs {needed} MB of memory, and only {budget} MB may be used. "
            "Allow more memory, shorten the longest journey or the window.",
            needed=-(-fixed // 1_000_000),
            budget=budget // 1_000_000,
        )
    answers = destinations * ANSWERS * (16 + 4 * figures)
    label, rows = plan.label_type.itemsize, len(plan.events.rows.stop)
    caught = ways * min(count, _slots(plan))
    window = plan.window
    time = time_type(window.end - window.begin, 0).itemsize
    per_column = time * count * stops + label * rows
    room = (budget - fixed) // sharers
    columns = _fit(room // 4, per_column, min(origins, COLUMNS))
    per_destination = 4 * COPIES * count * columns
    together = _fit(CELLS, count * columns, destinations)
    looked = columns * per_column + together * per_destination
    # a scan is prepared, it runs, its result is looked at, and the answers are sorted
    scanned = layers * (plan.bytes_per_column() + caught * KEPT)
    seen = layers * label * rows
    steps = (
        (max(ways * count * ENTRY, scanned, seen + answers), 0),
        (seen + answers // ANSWERS, looked),
    )
    block = min(_fit(room - other, int(each), origins) for each, other in steps)
    needed = max(int(each) * block + other for each, other in steps)
    return Blocks(block, min(columns, block), together, fixed + sharers * needed)


def _slots(plan: Plan) -> float:
    """Seconds with a departure at a stop, on average of those that have any."""
    stops = plan.events.slots.stop
    return len(stops) / max(len(np.unique(stops)), 1)


def _fit(room: int, size: int, most: int) -> int:
    """How many things of a size fit, at least one."""
    return max(min(room // max(size, 1), most), 1)
