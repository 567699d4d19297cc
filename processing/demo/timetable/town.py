"""Town buses: through the centre from one side of the town to the other, and a ring."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from .graph import Floats, Ground, Integers, back
from .lines import TOWN, Line, along, line

WORN = 1.5
"""Streets that already have a line look this much longer to the next one."""
HOURS = ("town 10", "town 15", "town 15", "town 30", "town 30")
"""Of lines in the order of what each adds."""
RING = 0.6
"""Radius of the ring line in parts of the town's."""


def town_lines(ground: Ground) -> list[Line]:
    """Lines of each town, numbered from 201, 301, ... by size of town."""
    population = ground.places["population"].to_numpy()
    order = np.argsort(-population, kind="stable")
    lines: list[Line] = []
    for rank, place in enumerate(order[population[order] >= TOWN]):
        lines += _through_the_centre(ground, int(place), 200 + 100 * rank)
    return lines


def ring_line(ground: Ground, place: int) -> list[Line]:
    """One way round the largest place, or round its neighbours where it has no streets."""
    hub = ground.stop(str(ground.places.index[place]))
    inside = _streets(ground, place)
    others = inside if len(inside) > 5 else np.arange(len(ground.places))
    centre = ground.points()[place]
    away = ground.points()[others] - centre
    radius = RING * np.hypot(*away.T).max()
    bearings = np.radians([90, 30, -30, -90, -150, -210])
    wanted = radius * np.column_stack([np.cos(bearings), np.sin(bearings)])
    corners = others[np.hypot(*(wanted[:, None] - away).T).argmin(axis=0)]
    stops = [hub, *(int(stop) for stop in dict.fromkeys(corners) if stop not in (hub, place)), hub]
    return [line(ground, 95, "loop", "loop", 5, stops, hub)] if len(stops) > 3 else []


def _streets(ground: Ground, place: int) -> Integers:
    inside = (ground.nodes["place"] == place) & (ground.nodes["role"] == "street")
    return np.flatnonzero(inside)


def _through_the_centre(ground: Ground, place: int, base: int) -> list[Line]:
    hub = ground.stop(str(ground.places.index[place]))
    population = ground.places["population"].iloc[place]
    # Small towns have more lines per inhabitant: 4, 7 and 18 in Mjölby, Motala and Linköping.
    count = max(2, round(population**0.7 / 190))
    arms = _arms(ground, place, hub, 2 * count)
    minutes = (7 * np.arange(count)) % 30
    hours = np.array(HOURS)[np.arange(count) * len(HOURS) // count]
    lines = []
    for i, (a, b) in enumerate(_opposite([arm[0] for arm in arms], hub, ground.points())):
        stops = [int(arms[a][0]), hub, int(arms[b][0])]
        way = np.concatenate([arms[a], arms[b][-2::-1]])
        timing = str(hours[i]), int(minutes[i])
        lines.append(along(ground, base + 1 + i, "town", *timing, stops, hub, way))
    return lines


def _arms(ground: Ground, place: int, hub: int, count: int) -> list[Integers]:
    """Ways to the hub that together pass the most street stops; each adds the most."""
    streets = _streets(ground, place)
    ways = ground.roads.copy()
    unserved = np.zeros(len(ground.nodes), dtype=bool)
    unserved[streets] = True
    arms: list[Integers] = []
    for _ in range(min(count, len(streets))):
        metres, before = dijkstra(ways, indices=hub, return_predecessors=True)
        best = int(streets[_gain(streets, metres, before, unserved).argmax()])
        arms.append(back(before, best))
        unserved[arms[-1]] = False
        _wear(ways, arms[-1])
    return arms


def _gain(streets: Integers, metres: Floats, before: Integers, unserved: Integers) -> Floats:
    """Unserved stops on the way from the hub to each street stop; ties go to the farther one."""
    total = unserved.astype(float)
    for node in np.argsort(metres, kind="stable"):
        if before[node] >= 0:
            total[node] += total[before[node]]
    return np.asarray(total[streets] + 1e-6 * metres[streets])


def _wear(ways: csr_matrix, way: Integers) -> None:
    """Make the streets of a way less attractive, in place."""
    for a, b in zip(way, way[1:]):
        ways[a, b] *= WORN
        ways[b, a] *= WORN


def _opposite(ends: list[int], hub: int, points: Floats) -> list[tuple[int, int]]:
    """Pair each arm with the one across the hub; pairs in the order of their choice."""
    away = points[ends] - points[hub]
    by_bearing = np.argsort(np.arctan2(away[:, 1], away[:, 0]), kind="stable")
    half = len(ends) // 2
    pairs = np.sort(np.column_stack([by_bearing[:half], by_bearing[half : 2 * half]]), axis=1)
    return [(int(a), int(b)) for a, b in sorted(map(tuple, pairs))]
