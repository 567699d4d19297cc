"""Travel times from door to door between many places, for every departure of a window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from ...progress import Progress, part, silent
from .blocks import block_times
from .footpaths import Footpaths
from .memory import Blocks, blocks_of
from .request import Request, TravelTimes, joined, swapped
from .scan import Plan, plan_of
from .timetable import Timetable, subset
from .variants import Variants, variants_of
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
    job = job_of(timetable, footpaths, request)
    return joined(list(travel_time_blocks(job, progress=progress)), request)


@dataclass(frozen=True)
class Job:
    """A run made ready: what each of its parts needs, on this machine or another.

    Parameters
    ----------
    plan : Plan
        Timetable and window.
    request : Request
        What is asked, by departure.
    sizes : Blocks
        How much is done at once, and the memory that it takes.
    mirrored : bool
        Whether plan and request run backwards in time, from the destinations.
    """

    plan: Plan
    request: Request
    sizes: Blocks
    mirrored: bool

    def parts(self) -> list[tuple[int, int]]:
        """Return the first and the last origin (not included) of each part."""
        count, step = self.request.origins, self.sizes.origins
        return [(begin, min(begin + step, count)) for begin in range(0, count, step)]

    def part(self, begin: int, end: int) -> TravelTimes:
        """Compute one part."""
        return part_times(self, begin, end)

    def shared(self, sharers: int, *, most: int) -> Job:
        """Return the run in parts of ``most`` origins or fewer, ``sharers`` at a time in memory."""
        return replace(self, sizes=_sizes(self.plan, self.request, most=most, sharers=sharers))


def job_of(timetable: Timetable, footpaths: Footpaths, request: Request) -> Job:
    """Make a run ready and plan its memory.

    Parameters
    ----------
    timetable, footpaths, request
        As in `travel_times`.

    Returns
    -------
    Job
        The run; ``job.sizes.bytes`` is the memory that it will use.

    Raises
    ------
    InputError
        As in `travel_times`.

    Examples
    --------
    >>> from .footpaths import given_footpaths
    >>> from .request import NO_WAYS
    >>> from .timetable import timetable_of
    >>> from .window import Window
    >>> from ..village import village
    >>> timetable = timetable_of(village(), "2021-10-04")
    >>> request = Request(Window(25200), 9, 9, NO_WAYS, NO_WAYS)
    >>> job_of(timetable, given_footpaths(timetable.stops), request).parts()
    [(0, 9)]
    """
    ranks_of(request.percentiles, request.window.count)
    plan, forward, _ = forward_plan(timetable, footpaths, request)
    return Job(plan, forward, _sizes(plan, forward), request.by_arrival)


def forward_plan(
    timetable: Timetable, footpaths: Footpaths, request: Request
) -> tuple[Plan, Request, Variants]:
    """Turn a question round where it is by arrival; return the plan, the question, the stops."""
    forward = request.mirrored() if request.by_arrival else request
    if request.by_arrival:
        timetable, footpaths = timetable.mirrored(), footpaths.reversed()
    used = subset(timetable, forward.window.begin, forward.window.end)
    variants = variants_of(used, footpaths)
    access, egress = variants.ways(forward.access), variants.ways(forward.egress)
    plan = plan_of(variants.timetable, variants.footpaths, forward.window)
    return plan, replace(forward, access=access, egress=egress), variants


def _sizes(plan: Plan, request: Request, *, most: int | None = None, sharers: int = 1) -> Blocks:
    return blocks_of(
        plan,
        origins=request.origins if most is None else min(most, request.origins),
        destinations=request.destinations,
        stops=len(np.unique(request.egress.stop)),
        ways=len(request.access.stop) / max(request.origins, 1),
        rides=request.rides,
        figures=len(request.percentiles) + len(request.within) + 2,
        budget=request.budget,
        sharers=sharers,
    )


def travel_time_blocks(job: Job, *, progress: Progress = silent) -> Iterator[TravelTimes]:
    """Compute travel times part by part, so that not even the result need fit in memory.

    Parameters
    ----------
    job : Job
        As from `job_of`.
    progress : callable
        Told the fraction done.

    Yields
    ------
    TravelTimes
        Pairs of some origins, or of some destinations where the window is one of arrivals.
    """
    total = max(job.request.origins, 1)
    for begin, end in job.parts():
        yield part_times(job, begin, end, progress=part(progress, begin / total, end / total))
    progress(1.0)


def part_times(job: Job, begin: int, end: int, *, progress: Progress = silent) -> TravelTimes:
    """Compute one part of a run; the parts do not depend on each other.

    Parameters
    ----------
    job : Job
        As from `job_of`.
    begin, end : int
        One of ``job.parts()``.
    progress : callable
        Told the fraction done.

    Returns
    -------
    TravelTimes
        Its pairs.
    """
    found = block_times(job.plan, job.request, job.sizes, begin, end, progress=progress)
    return swapped(found) if job.mirrored else found
