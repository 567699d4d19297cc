"""How long a run will take, from its size.

The figures are seconds on one core of a server of 2024; `pace` tells how much slower or faster
this machine is. They were fitted to runs of 20 to 1 227 origins on two cities.
"""

from __future__ import annotations

import time

import numpy as np

from .matrix import Job

BATCH = 2.8e-6
"""For each batch of events of a scan."""

EVENT = 0.8e-9
"""For each event and byte of the labels of its row."""

WAY = 0.25e-9
"""For each way to a destination, departure, origin and limit of rides."""

PAIR = 1.6e-9
"""For each pair of places, departure and limit of rides."""

RANK = 2.2e-9
"""For each pair of places and departure: percentiles."""

PICK = 10e-9
"""For each way to a destination and origin, where journeys are taken apart."""

USUAL = 1.6e-3
"""Seconds of the work with which the pace is measured, on the server."""


def pace() -> float:
    """Measure how long this machine takes for the work of a scan.

    Returns
    -------
    float
        Its time over that of the machine on which the figures were measured; about 1.

    Examples
    --------
    >>> pace() > 0
    True
    """
    labels = np.zeros((4096, 512), dtype=np.uint8)
    rows = np.arange(2048) * 2
    times = []
    for _ in range(5):
        clock = time.perf_counter()
        for _ in range(40):
            np.maximum(labels.take(rows, 0), labels[:2048], out=labels[:2048])
        times.append(time.perf_counter() - clock)
    return min(times) / USUAL


def seconds_of(job: Job) -> float:
    """Estimate how long a run takes on one core of the usual pace.

    Parameters
    ----------
    job : Job
        As from `matrix.job_of`.

    Returns
    -------
    float
        Time [s]; within a factor of 2.

    Examples
    --------
    >>> from .footpaths import given_footpaths
    >>> from .matrix import job_of
    >>> from .request import NO_WAYS, Request
    >>> from .timetable import timetable_of
    >>> from .window import Window
    >>> from ..village import village
    >>> timetable = timetable_of(village(), "2021-10-04")
    >>> request = Request(Window(25200), 9, 9, NO_WAYS, NO_WAYS)
    >>> seconds_of(job_of(timetable, given_footpaths(timetable.stops), request)) < 0.01
    True
    """
    request, plan = job.request, job.plan
    batches, layers = plan.schedule.batches, max(request.rides, 1)
    count, columns = request.window.count, layers * request.origins
    events = int((batches.end - batches.begin).sum())
    pairs = request.origins * request.destinations
    return (
        BATCH * len(batches.begin) * len(job.parts())
        + EVENT * events * columns * plan.label_type.itemsize
        + WAY * len(request.egress.stop) * count * columns
        + (PAIR * layers + RANK) * pairs * count
    )


def pairs_of(job: Job) -> int:
    """Count the pairs that may have a journey: both ends have a stop with traffic, or a walk.

    Parameters
    ----------
    job : Job
        As from `matrix.job_of`.

    Returns
    -------
    int
        Pairs, at most.

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
    >>> start, end = access_of([0, 1], [0, 0], [60, 90]), access_of([2, 3], [3, 1], [60, 60])
    >>> request = Request(Window(25140, 1), 9, 9, start, end)
    >>> pairs_of(job_of(timetable, given_footpaths(timetable.stops), request))
    4
    """
    request, events = job.request, job.plan.events
    leave, come = np.zeros((2, events.stops), dtype=bool)
    leave[events.slots.stop], come[events.rows.stop] = True, True
    origins = np.unique(request.access.place[leave[request.access.stop]])
    destinations = np.unique(request.egress.place[come[request.egress.stop]])
    pairs = len(origins) * len(destinations) + len(request.direct.place)
    return min(pairs, request.origins * request.destinations)


def parts_of(job: Job) -> tuple[float, float]:
    """Estimate what it takes to take the fastest journeys apart, beside the travel times.

    Parameters
    ----------
    job : Job
        As from `matrix.job_of`, or in smaller parts.

    Returns
    -------
    tuple of float
        Time [s], within a factor of 2, and memory [bytes].

    Examples
    --------
    >>> from .footpaths import given_footpaths
    >>> from .matrix import job_of
    >>> from .request import NO_WAYS, Request
    >>> from .timetable import timetable_of
    >>> from .window import Window
    >>> from ..village import village
    >>> timetable = timetable_of(village(), "2021-10-04")
    >>> request = Request(Window(25200), 9, 9, NO_WAYS, NO_WAYS)
    >>> parts_of(job_of(timetable, given_footpaths(timetable.stops), request))[0] < 0.01
    True
    """
    request, plan = job.request, job.plan
    batches, layers = plan.schedule.batches, max(request.rides, 1)
    each = 8 * layers * plan.bytes_per_column() // plan.label_type.itemsize
    together = max(min(request.budget // each, job.sizes.origins), 1)
    memory = 2 * plan.bytes() + each * together
    blocks = -(-request.origins // together)
    events = int((batches.end - batches.begin).sum())
    seconds = BATCH * len(batches.begin) * blocks + 8 * EVENT * events * layers * request.origins
    seconds += PICK * len(request.egress.stop) * request.origins
    return seconds, memory
