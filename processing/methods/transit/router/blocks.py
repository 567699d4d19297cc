"""Travel times from one block of origins: a scan, and figures out of it by smaller blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...progress import Progress, part, silent
from .access import Access
from .arrivals import never, time_type, vehicle_arrivals, with_egress
from .memory import Blocks
from .request import Request, TravelTimes, joined
from .scan import Plan, scan
from .windows import summarise

Ints = NDArray[np.int64]
Times = NDArray[Any]


class _Columns(NamedTuple):
    """What is needed to look at some origins of a block.

    ``walk`` has the seconds on foot, shape (destinations, columns); ``origin`` is the first.
    """

    plan: Plan
    request: Request
    step: int
    stops: Ints
    egress: Access
    walk: Times
    origin: int


def block_times(
    plan: Plan,
    request: Request,
    sizes: Blocks,
    begin: int,
    end: int,
    *,
    progress: Progress = silent,
) -> TravelTimes:
    """Compute the travel times from the origins ``begin`` to ``end`` - 1; blocks are independent.

    Parameters
    ----------
    plan : Plan
        Timetable and window.
    request : Request
        Places and figures wanted, by departure.
    sizes : Blocks
        How much to do at once.
    begin, end : int
        Origins.
    progress : callable
        Told the fraction done.

    Returns
    -------
    TravelTimes
        Their pairs.
    """
    count = end - begin
    access = of_places(request.access, begin, end)
    seen = scan(plan, access, count, rides=request.rides, progress=part(progress, 0, 0.7))
    stops, number = np.unique(request.egress.stop, return_inverse=True)
    egress = request.egress._replace(stop=number.reshape(-1))
    window = plan.window
    kind = time_type(window.end - window.begin, int(egress.seconds.max(initial=0)))
    labels = seen.reshape(len(seen), max(request.rides, 1), count)
    parts = []
    for first in range(0, count, sizes.columns):
        last = min(first + sizes.columns, count)
        walk = _on_foot(request, begin + first, begin + last, kind)
        columns = _Columns(plan, request, sizes.destinations, stops, egress, walk, begin + first)
        step = part(progress, 0.7 + 0.3 * first / count, 0.7 + 0.3 * last / count)
        parts.append(_times(columns, labels[:, :, first:last], step))
    progress(1.0)
    return joined(parts, request)


def of_places(ways: Access, begin: int, end: int) -> Access:
    """Return the ways of the places ``begin`` to ``end`` - 1, counted from the first of them."""
    first, last = np.searchsorted(ways.place, [begin, end])
    place, stop, seconds = (column[first:last] for column in ways)
    return Access(place - begin, stop, seconds)


def _on_foot(request: Request, begin: int, end: int, kind: np.dtype[Any]) -> Times:
    direct = of_places(request.direct, begin, end)
    walk = np.full((request.destinations, end - begin), never(kind), dtype=kind)
    within = direct.seconds <= request.window.limit
    walk[direct.stop[within], direct.place[within]] = direct.seconds[within]
    return walk


def _times(columns: _Columns, labels: NDArray[Any], progress: Progress) -> TravelTimes:
    """Figures of some origins; ``labels`` has the shape (rows + 1, limits, columns)."""
    parts, best = [], columns.walk.copy()
    layers = labels.shape[1]
    for place, travel in _travel(columns, labels[:, -1], part(progress, 0, 1 / layers)):
        best[place] = travel.min(axis=1)
        parts.append(_figures(columns, place, travel, best[place]))
    found = joined(parts, columns.request)
    if not columns.request.rides:
        return found
    used = np.full(best.shape, layers)
    for layer in range(layers - 1):
        step = part(progress, (layer + 1) / layers, (layer + 2) / layers)
        for place, travel in _travel(columns, labels[:, layer], step):
            used[place] -= travel.min(axis=1) == best[place]
    used[columns.walk <= best] = 0
    rides = used[found.destination, found.origin - columns.origin].astype(np.float32)
    return replace(found, rides=rides)


def _travel(
    columns: _Columns, labels: NDArray[Any], progress: Progress
) -> Iterator[tuple[slice, Times]]:
    """Yield destinations and their travel times, shape (destinations, departures, columns)."""
    window, egress = columns.plan.window, columns.egress
    kind = columns.walk.dtype
    by_vehicle = vehicle_arrivals(
        columns.plan.events, np.ascontiguousarray(labels), columns.stops, window.count, kind
    )
    departure = (window.departures - window.begin).astype(kind)[:, None]
    total = columns.request.destinations
    for begin in range(0, total, columns.step):
        progress(begin / total)
        place = slice(begin, min(begin + columns.step, total))
        ways = of_places(egress, place.start, place.stop)
        travel = with_egress(by_vehicle, ways, place.stop - place.start)
        travel -= departure
        travel[travel > window.limit] = never(kind)
        yield place, np.minimum(travel, columns.walk[place, None], out=travel)


def _figures(columns: _Columns, place: slice, travel: Times, best: Times) -> TravelTimes:
    """Summarise the pairs that have a journey."""
    request = columns.request
    target, column = np.nonzero(best < never(best.dtype))
    summary = summarise(
        travel.transpose(0, 2, 1)[target, column],
        percentiles=request.percentiles,
        within=request.within,
        limit=request.window.limit,
    )
    rides = np.full(len(target), np.nan, dtype=np.float32)
    return TravelTimes(column + columns.origin, target + place.start, *summary, rides)
