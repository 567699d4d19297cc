"""A run spread over threads of this machine, or over the workers of a Dask cluster.

Threads share the plan and the memory. They gain less than there are cores, since Python begins one
array operation at a time: two threads made a run of 2 000 origins 1.5 times as quick on two cores,
for 1.2 times the processor time. Processes of our own are no choice inside QGIS: on Windows a new
process of its program is a new QGIS, and elsewhere one must not fork beside its windows. Who has
many cores starts a scheduler and workers on the same machine.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from itertools import count, islice
from threading import Event
from typing import Protocol

from ...errors import Cancelled
from ...progress import Progress, silent
from .cluster import connected
from .matrix import Job, part_times, travel_time_blocks
from .request import TravelTimes

LEAST = 128
"""Fewest origins worth a part: the steps of a scan cost the same for one or for hundreds."""

PER_WORKER = 4
"""Parts for each thread of a cluster, so that a slow or lost worker costs little."""

TELL = 0.1
"""Seconds between two reports of progress."""


class Compute(Protocol):
    """Computes one part, here or elsewhere."""

    def __call__(self, begin: int, end: int, *, progress: Progress) -> TravelTimes:
        """Compute it; ``progress`` may raise `Cancelled`."""


def spread_blocks(
    job: Job, *, threads: int = 0, scheduler: str = "", progress: Progress = silent
) -> Iterator[TravelTimes]:
    """Compute travel times part by part, several parts at a time; the same as one by one.

    Parameters
    ----------
    job : Job
        As from `matrix.job_of`.
    threads : int
        Threads on this machine, 0 for one on each core; not used with a scheduler.
    scheduler : str
        Address of a Dask scheduler whose workers compute instead, such as
        "tcp://10.0.0.5:8786"; see `cluster.connected`.
    progress : callable
        Told the fraction done, from the calling thread only.

    Returns
    -------
    iterator of TravelTimes
        As from `matrix.travel_time_blocks`, though the parts may be smaller.

    Raises
    ------
    InputError
        If the scheduler cannot be used or is lost.

    Examples
    --------
    >>> from .access import access_of
    >>> from .footpaths import given_footpaths
    >>> from .matrix import job_of
    >>> from .request import Request
    >>> from .timetable import timetable_of
    >>> from .window import Window
    >>> from ..village import village
    >>> timetable = timetable_of(village(), "2021-10-04")
    >>> start, end = access_of([0], [0], [60]), access_of([0], [3], [60])
    >>> request = Request(Window(25140, 1), 1, 1, start, end)
    >>> job = job_of(timetable, given_footpaths(timetable.stops), request)
    >>> [block.best.tolist() for block in spread_blocks(job)]
    [[720.0]]
    """
    if scheduler:
        with connected(scheduler) as cluster:
            pieces = job.shared(cluster.most_threads, most=_most(job, cluster.threads * PER_WORKER))
            compute = cluster.holding(pieces)
            yield from _in_order(pieces.parts(), cluster.threads, compute, progress)
        return
    pieces, threads = shared_out(job, threads)
    if threads < 2:
        yield from travel_time_blocks(pieces, progress=progress)
        return

    def compute_here(begin: int, end: int, *, progress: Progress) -> TravelTimes:
        return part_times(pieces, begin, end, progress=progress)

    yield from _in_order(pieces.parts(), threads, compute_here, progress)


def shared_out(job: Job, threads: int) -> tuple[Job, int]:
    """Cut a run for threads of this machine.

    Parameters
    ----------
    job : Job
        As from `matrix.job_of`.
    threads : int
        Threads that may be used, 0 for one on each core.

    Returns
    -------
    tuple of Job and int
        The run in its parts, with the memory of all threads, and the threads that it is worth.

    Examples
    --------
    >>> from .footpaths import given_footpaths
    >>> from .matrix import job_of
    >>> from .request import NO_WAYS, Request
    >>> from .timetable import timetable_of
    >>> from .window import Window
    >>> from ..village import village
    >>> timetable = timetable_of(village(), "2021-10-04")
    >>> request = Request(Window(25200), 300, 9, NO_WAYS, NO_WAYS)
    >>> job = job_of(timetable, given_footpaths(timetable.stops), request)
    >>> pieces, threads = shared_out(job, 2)
    >>> pieces.parts(), threads
    ([(0, 150), (150, 300)], 2)
    """
    threads = threads or os.cpu_count() or 1
    pieces = job.shared(threads, most=_most(job, threads))
    while pieces.sizes.origins < LEAST and threads > 1:
        threads -= 1
        pieces = job.shared(threads, most=_most(job, threads))
    threads = min(threads, len(pieces.parts()))
    return (pieces, threads) if threads > 1 else (job, 1)


def _most(job: Job, parts: int) -> int:
    return max(-(-job.request.origins // parts), LEAST)


def _in_order(
    parts: Sequence[tuple[int, int]], at_once: int, compute: Compute, progress: Progress
) -> Iterator[TravelTimes]:
    """Compute parts at the same time and yield them in their order.

    No part is begun before there is room for its answer: one that is done and not yet yielded
    counts among those at once.
    """
    stop, done = Event(), [0.0] * len(parts)
    running: deque[Future[TravelTimes]] = deque()
    total = max(sum(end - begin for begin, end in parts), 1)

    def run(number: int) -> TravelTimes:
        begin, end = parts[number]

        def tell(fraction: float) -> None:
            if stop.is_set():
                raise Cancelled
            done[number] = max(done[number], fraction * (end - begin) / total)

        return compute(begin, end, progress=tell)

    progress(0.0)
    with ThreadPoolExecutor(at_once) as pool:
        try:
            waiting = islice(count(), len(parts))
            running.extend(pool.submit(run, number) for number in islice(waiting, at_once))
            while running:
                progress(min(sum(done), 1.0))
                if wait([running[0]], timeout=TELL).done:
                    found = running.popleft().result()
                    running.extend(pool.submit(run, number) for number in islice(waiting, 1))
                    yield found
        finally:
            stop.set()
            for future in running:
                future.cancel()
    progress(1.0)
