"""A made-up city's timetable, of any size: lines along and across, stops on both sides."""

from __future__ import annotations

import numpy as np

DAY = (4 * 3600, 24 * 3600)


def city(lines=70, stops=75, headway=360, seed=1):
    """Timetable to the second, and the places of its stops [m].

    Each line has ``stops`` stops in each direction and runs about every ``headway`` seconds. The
    city grows with its lines: stops lie equally close whatever its size.
    """
    from samplan.processing.methods.transit.router.timetable import Timetable

    rng = np.random.default_rng(seed)
    side = 30_000.0 * np.sqrt(lines / 70)
    places, calls, length = [], [], []
    for line in range(lines):
        along = np.linspace(0, side, stops) + rng.uniform(-30, 30, stops)
        across = rng.uniform(0, side)
        for direction in (0, 1):
            points = np.column_stack([along, across + 12 * direction + rng.uniform(-5, 5, stops)])
            places.append(points[:, ::-1] if line % 2 else points)
            order = np.arange(stops)[:: 1 - 2 * direction] + (2 * line + direction) * stops
            run, dwell = rng.integers(50, 110, stops), rng.integers(0, 20, stops)
            run[0] = 0
            departs = np.cumsum(run + dwell)
            begin = np.arange(*DAY, headway) + rng.integers(-60, 60, len(range(*DAY, headway)))
            pace = rng.uniform(0.9, 1.1, len(begin))[:, None]
            departure = (begin[:, None] + pace * departs).astype(np.int32)
            arrival = (begin[:, None] + pace * (departs - dwell)).astype(np.int32)
            calls.append(
                np.stack([np.broadcast_to(order, arrival.shape), arrival, departure], axis=-1)
            )
            length += [stops] * len(begin)
    stop, arrival, departure = np.concatenate([part.reshape(-1, 3) for part in calls]).T
    start = np.concatenate([[0], np.cumsum(length)])
    boards, alights = np.ones((2, len(stop)), dtype=bool)
    boards[start[1:] - 1] = alights[start[:-1]] = False
    columns = (stop.astype(np.int32), arrival.astype(np.int32), departure.astype(np.int32))
    timetable = Timetable(
        lines * stops * 2, start, *columns, boards, alights, np.arange(len(length))
    )
    return timetable, np.concatenate(places)
