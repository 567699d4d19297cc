"""Shortest paths the slow way: every point becomes a node, one search per origin."""

import heapq

import numpy as np
import shapely


def random_streets(seed, *, count=160, extent=1000.0):
    """Bent streets between random neighbours, some one-way, with twins, loops and dead ends."""
    rng = np.random.default_rng(seed)
    places = rng.uniform(0, extent, (count // 2, 2)).round(1)
    origin = rng.integers(0, len(places), count)
    gap = np.linalg.norm(places[origin, None] - places[None], axis=2)
    target = gap.argsort(axis=1)[np.arange(count), rng.integers(0, 7, count)]
    middle = (places[origin] + places[target]) / 2 + rng.uniform(-40, 40, (count, 2))
    lines = [
        shapely.LineString([places[a], m, m + 3.0, places[b]])
        for a, b, m in zip(origin, target, middle)
    ]
    oneway = rng.choice([-1, 0, 0, 0, 1], count)
    speed = rng.choice([5.0, 30.0, 50.0], count)
    return np.array(lines, dtype=object), oneway, speed, rng


def all_costs(network, groups, by="length", walking=80 / 60):
    """Cost from every point to every point and node, as a dict of dicts.

    ``groups`` are Snapped; their points are named (group, number), nodes by their number.
    """
    graph = {}

    def link(a, b, cost):
        graph.setdefault(a, {})
        graph.setdefault(b, {})
        graph[a][b] = min(cost, graph[a].get(b, np.inf))

    on_edge = {}
    for g, group in enumerate(groups):
        for p, edge in enumerate(group.edge):
            if edge >= 0:
                place = ("place", g, p)
                on_edge.setdefault(int(edge), []).append((group.to_start[p], place))
                approach = group.distance[p] / (walking if by == "seconds" else 1)
                link((g, p), place, approach)
                link(place, (g, p), approach)
    for edge in range(len(network.start)):
        stops = [
            (0.0, int(network.start[edge])),
            *sorted(on_edge.get(edge, [])),
            (network.length[edge], int(network.end[edge])),
        ]
        pace = network.cost(by)[edge] / network.length[edge]
        for (here, a), (there, b) in zip(stops, stops[1:]):
            if network.forward[edge] or there - here < 1e-6:
                link(a, b, (there - here) * pace)
            if network.backward[edge] or there - here < 1e-6:
                link(b, a, (there - here) * pace)

    def search(origin):
        cost, heap = {}, [(0.0, 0, origin)]
        tie = 0
        while heap:
            so_far, _, here = heapq.heappop(heap)
            if here in cost:
                continue
            cost[here] = so_far
            # a point stands beside the streets: nobody passes through it
            if here != origin and isinstance(here, tuple) and here[0] != "place":
                continue
            for there, step in graph.get(here, {}).items():
                if there not in cost:
                    tie += 1
                    heapq.heappush(heap, (so_far + step, tie, there))
        return cost

    return {
        (g, p): search((g, p)) for g, group in enumerate(groups) for p in range(len(group.edge))
    }
