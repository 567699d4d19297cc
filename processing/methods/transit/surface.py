"""Travel times from one place to everywhere: first to the stops, from there on foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.spatial import cKDTree

from ..errors import InputError
from ..progress import Progress, blocks, part, silent
from .router.access import Access
from .router.arrivals import CELLS, never, time_type, vehicle_arrivals, with_egress
from .router.blocks import of_places
from .router.footpaths import Footpaths
from .router.scan import Plan, plan_of, scan
from .router.timetable import Timetable, subset
from .router.variants import variants_of
from .router.window import Window
from .router.windows import summarise

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

TOGETHER = 64
"""Places searched from at once; more gain little and take memory."""

SIZES = (25.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0)
"""Sides of the cells to choose from [m]."""

USUAL_CELLS = 40_000
"""Cells of a map: fine enough to read, few enough to wait for; our own choice."""

MOST_CELLS = 4_000_000
"""Cells of a map at most."""


@dataclass(frozen=True)
class Reached:
    """Stops reached from a place, and when.

    Parameters
    ----------
    stop : ndarray of int64, shape (k,)
        Stops with a journey within the limit.
    travel : ndarray of int, shape (k, departures)
        Travel time by each departure [s]; above the limit where there is no journey.
    limit : int
        Longest journey [s].
    """

    stop: Ints
    travel: NDArray[Any]
    limit: int


class Times(NamedTuple):
    """Travel times to places.

    Attributes
    ----------
    seconds : ndarray, shape (n, percentiles)
        Percentiles over the window [s]; NaN where fewer departures have a journey.
    best : ndarray, shape (n,)
        Shortest of the window [s]; NaN without any.
    """

    seconds: Floats
    best: Floats


def reached_stops(
    timetable: Timetable,
    footpaths: Footpaths,
    window: Window,
    access: Access,
    origins: int,
    *,
    by_arrival: bool = False,
    rides: int = 0,
    progress: Progress = silent,
) -> Iterator[Reached]:
    """Find the stops that can be reached from each of some places.

    Parameters
    ----------
    timetable : Timetable
        Trips.
    footpaths : Footpaths
        Walks and changes.
    window : Window
        Departures, or where ``by_arrival`` the times by which one must be at the places.
    access : Access
        Ways between the places and stops.
    origins : int
        Number of places.
    by_arrival : bool
        Whether to find the stops from which the places can be reached instead.
    rides : int
        Most vehicles, 0 for any number.
    progress : callable
        Told the fraction done.

    Returns
    -------
    iterator of Reached
        Stops of each place, in the order of the places.

    Examples
    --------
    >>> from .router.access import access_of
    >>> from .router.footpaths import given_footpaths
    >>> from .router.timetable import timetable_of
    >>> from .village import village
    >>> timetable, walk = timetable_of(village(), "2021-10-04"), access_of([0], [0], [60])
    >>> footpaths, window = given_footpaths(timetable.stops), Window(25140, 1, 60, 1800)
    >>> (found,) = reached_stops(timetable, footpaths, window, walk, 1)
    >>> found.stop.tolist(), found.travel.tolist()
    ([3, 4], [[660], [1560]])
    """
    if by_arrival:
        timetable, footpaths, window = timetable.mirrored(), footpaths.reversed(), window.mirrored()
    variants = variants_of(subset(timetable, window.begin, window.end), footpaths)
    plan = plan_of(variants.timetable, variants.footpaths, window)
    ways = variants.ways(access)
    for found in _reached(plan, ways, origins, rides, progress):
        yield _by_stop(found, variants.stop)


def _by_stop(found: Reached, real: Ints) -> Reached:
    """Take the earliest of the variants of each stop."""
    if (real == np.arange(len(real))).all():
        return found
    stop, number = np.unique(real[found.stop], return_inverse=True)
    travel = np.full((len(stop), found.travel.shape[1]), never(found.travel.dtype))
    travel = travel.astype(found.travel.dtype)
    np.minimum.at(travel, number, found.travel)
    return Reached(stop, travel, found.limit)


def _reached(
    plan: Plan, access: Access, origins: int, rides: int, progress: Progress
) -> Iterator[Reached]:
    layers, window = max(rides, 1), plan.window
    kind = time_type(window.end - window.begin, 0)
    every = np.arange(plan.events.stops)
    departure = (window.departures - window.begin).astype(kind)[:, None]
    for block in blocks(origins, TOGETHER):
        step = part(progress, block.start / origins, block.stop / origins)
        count = block.stop - block.start
        near = of_places(access, block.start, block.stop)
        seen = scan(plan, near, count, rides=rides, progress=step)
        for column in range((layers - 1) * count, layers * count):
            labels = np.ascontiguousarray(seen[:, column : column + 1])
            arrivals = vehicle_arrivals(plan.events, labels, every, window.count, kind)
            travel = (arrivals - departure)[:, :, 0]
            stop = np.flatnonzero(travel.min(axis=1, initial=never(kind)) <= window.limit)
            yield Reached(stop, travel[stop], window.limit)


def times_at(
    reached: Reached,
    egress: Access,
    direct: Access,
    places: int,
    *,
    percentiles: Sequence[float] = (50,),
    progress: Progress = silent,
) -> Times:
    """Walk on from the stops to places.

    Parameters
    ----------
    reached : Reached
        As from `reached_stops`.
    egress : Access
        Ways to the places, by place; its stops are rows of ``reached.stop``.
    direct : Access
        Ways to the places all on foot; its stops are not read.
    places : int
        Number of places.
    percentiles : sequence of float
        Percentiles of the travel time wanted, above 0 and at most 100.
    progress : callable
        Told the fraction done.

    Returns
    -------
    Times
        Travel times of the places.

    Examples
    --------
    >>> from .router.access import access_of
    >>> reached = Reached(np.array([7]), np.array([[300, 240]], np.int32), 3600)
    >>> found = times_at(reached, access_of([0], [0], [60]), access_of([1], [0], [90]), 3)
    >>> found.seconds.ravel().tolist(), found.best.tolist()
    ([300.0, 90.0, nan], [300.0, 90.0, nan])
    """
    departures = reached.travel.shape[1]
    longest = max(egress.seconds.max(initial=0), direct.seconds.max(initial=0))
    kind = time_type(reached.limit, int(longest))
    travel = np.where(reached.travel > reached.limit, never(kind), reached.travel)
    travel = travel.astype(kind)[:, :, None]
    seconds = np.full((places, len(percentiles)), np.nan)
    best = np.full(places, np.nan)
    for block in blocks(places, max(CELLS // departures, 1), progress):
        count = block.stop - block.start
        here = with_egress(travel, of_places(egress, block.start, block.stop), count)[:, :, 0]
        walk = of_places(direct, block.start, block.stop)
        here[walk.place] = np.minimum(here[walk.place], walk.seconds.astype(kind)[:, None])
        found = summarise(here, percentiles=percentiles, limit=reached.limit)
        seconds[block], best[block] = found.seconds, found.best
    return Times(seconds, best)


def cells_near(
    points: ArrayLike, radius: ArrayLike, size: float | None = None
) -> tuple[Floats, float]:
    """Lay square cells over the ground within reach of points.

    Parameters
    ----------
    points : array_like, shape (n, 2)
        Coordinates [m].
    radius : array_like, shape (n,)
        How far the ground reaches about each point [m].
    size : float, optional
        Side of a cell [m]; left out, one that gives a readable number of cells.

    Returns
    -------
    cells : ndarray of float, shape (k, 2)
        Middles of the cells whose middle is within reach, by row, then column. Cells begin at
        multiples of their size.
    size : float
        Side of a cell [m].

    Raises
    ------
    InputError
        If the size is not positive or makes too many cells.

    Examples
    --------
    >>> cells, size = cells_near([[50, 50]], [100], 100)
    >>> cells.tolist()
    [[50.0, -50.0], [-50.0, 50.0], [50.0, 50.0], [150.0, 50.0], [50.0, 150.0]]
    """
    xy = np.asarray(points, dtype=float).reshape(-1, 2)
    reach = np.broadcast_to(np.asarray(radius, dtype=float), len(xy))
    side = size if size is not None else _fitting_size(xy, reach)
    if not side > 0:
        raise InputError("The cell size must be positive, not {size} m.", size=side)
    columns, rows = _boxes(xy, reach, side)
    return (np.column_stack([columns, rows]) + 0.5) * side, side


def _fitting_size(xy: Floats, reach: Floats) -> float:
    """Smallest side with which the ground has no more cells than is usual."""
    coarse = SIZES[-1] / 4
    ground = len(_boxes(xy, reach, coarse)[0]) * coarse**2
    fitting = [side for side in SIZES if ground / side**2 <= USUAL_CELLS]
    return fitting[0] if fitting else SIZES[-1]


def _boxes(xy: Floats, reach: Floats, side: float) -> tuple[Ints, Ints]:
    """Column and row of the cells whose middle is within reach of a point."""
    none = np.zeros(0, np.int64)
    if not len(xy):
        return none, none
    low = np.floor((xy - reach[:, None]).min(axis=0) / side).astype(np.int64)
    high = np.ceil((xy + reach[:, None]).max(axis=0) / side).astype(np.int64)
    count = int(np.prod(high - low))
    if count > MOST_CELLS:
        raise InputError(
            "The map would have {count} cells of {size} m. Choose larger cells, an area or "
            "shorter limits.",
            count=count,
            size=f"{side:g}",
        )
    columns, rows = np.meshgrid(np.arange(low[0], high[0]), np.arange(low[1], high[1]))
    columns, rows = columns.ravel(), rows.ravel()
    middles = (np.column_stack([columns, rows]) + 0.5) * side
    within = np.zeros(len(middles), dtype=bool)
    # radii of a quarter together, because of points equally far-reaching the nearest one decides
    steps = np.ceil(4 * reach / max(reach.max(), side))
    for step in np.unique(steps):
        some = steps == step
        far = float(reach[some].max(initial=0))
        distance, _ = cKDTree(xy[some]).query(middles, distance_upper_bound=far * (1 + 1e-9) + 1e-9)
        within |= np.isfinite(distance)
    return columns[within], rows[within]
