"""How many origins a run takes at a time, so that it stays within its memory."""

from __future__ import annotations

from typing import NamedTuple

from ...errors import InputError
from .arrivals import CELLS
from .scan import Plan

BUDGET = 2_000_000_000
"""Memory that a run may use unless the user says otherwise [bytes]."""

ENTRY = 80
"""Bytes for each departure and way to a stop while a scan is prepared."""

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
    fixed = plan.bytes() + 32 * CELLS
    if fixed > budget:
        raise InputError(
            "The timetable alone needs {needed} MB of memory, and only {budget} MB may be used. "
            "Allow more memory, shorten the longest journey or the window.",
            needed=-(-fixed // 1_000_000),
            budget=budget // 1_000_000,
        )
    answers = destinations * ANSWERS * (16 + 4 * figures)
    per_origin = int(layers * (plan.bytes_per_column() + ways * count * ENTRY)) + answers
    per_column = 4 * count * stops + plan.label_type.itemsize * len(plan.events.rows.stop)
    room = budget - fixed
    columns = _fit(room // 4, per_column, min(origins, COLUMNS))
    per_destination = 4 * COPIES * count * columns
    together = _fit(CELLS, count * columns, destinations)
    used = columns * per_column + together * per_destination
    block = _fit(room - used, per_origin, origins)
    return Blocks(block, min(columns, block), together, fixed + used + block * per_origin)


def _fit(room: int, size: int, most: int) -> int:
    """How many things of a size fit, at least one."""
    return max(min(room // max(size, 1), most), 1)
