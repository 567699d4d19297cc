"""Travel times from door to door between many places, for every departure of a window."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ...progress import Progress, part, silent
from .blocks import block_times
from .footpaths import Footpaths
from .memory import Blocks, blocks_of
from .request import Request, TravelTimes, joined, swapped
from .scan import Plan, plan_of
from .timetable import Timetable
from .windows import ranks_of


def travel_times(
    timetable: Timetable, footpaths: Footpaths, request: Request, *, progress: Progress = silent
) -> TravelTimes:
    """Compute travel times from door to door by public transport.

    A journey walks to a stop, rides, walks or waits for the next vehicle as long as it likes, and
    walks to its destination, or walks all the way. It begins when the window says so: the wait
    for the first vehicle counts.

    Parameters
    ----------
    timetable : Timetable
        Trips.
    footpaths : Footpaths
        Walks between stops and changes.
    request : Request
        Places, window and figures wanted.
    progress : callable
        Told the fraction done.

    Returns
    -------
    TravelTimes
        Figures of each pair with a journey within the window's limit.

    Raises
    ------
    InputError
        If a percentile is not above 0 and at most 100 or the memory does not even hold the
        timetable.
    """
    blocks = travel_time_blocks(timetable, footpaths, request, progress=progress)
    return joined(list(blocks), request)


def travel_time_blocks(
    timetable: Timetable, footpaths: Footpaths, request: Request, *, progress: Progress = silent
) -> Iterator[TravelTimes]:
    """Compute travel times block by block, so that not even the result need fit in memory.

    Parameters
    ----------
    timetable, footpaths, request, progress
        As in `travel_times`.

    Yields
    ------
    TravelTimes
        Pairs of some origins, or destinations where the window is one of arrivals.
    """
    ranks_of(request.percentiles, request.window.count)
    if request.by_arrival:
        mirrored = request.mirrored()
        found = travel_time_blocks(
            timetable.mirrored(), footpaths.reversed(), mirrored, progress=progress
        )
        yield from (swapped(block) for block in found)
        return
    plan = plan_of(timetable, footpaths, request.window)
    sizes = sizes_of(plan, request)
    for begin in range(0, request.origins, sizes.origins):
        end = min(begin + sizes.origins, request.origins)
        step = part(progress, begin / request.origins, end / request.origins)
        yield block_times(plan, request, sizes, begin, end, progress=step)
    progress(1.0)


def sizes_of(plan: Plan, request: Request) -> Blocks:
    """Plan the blocks of a run and the memory that it needs; see `memory.blocks_of`."""
    return blocks_of(
        plan,
        origins=request.origins,
        destinations=request.destinations,
        stops=len(np.unique(request.egress.stop)),
        ways=len(request.access.stop) / max(request.origins, 1),
        rides=request.rides,
        figures=len(request.percentiles) + len(request.within) + 2,
        budget=request.budget,
    )
