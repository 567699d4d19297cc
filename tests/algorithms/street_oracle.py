"""Walking distances the slow way: every vertex is a node, one plain search from each place."""

import heapq
import math
from collections import Counter, defaultdict

import numpy as np

CELL = 250.0
SNAP = 200.0
TOLERANCE = 0.5


class Streets:
    """Segments between vertices; junctions and ends within half a metre are one place."""

    def __init__(self, lines):
        self.ways = defaultdict(dict)
        self.segments = []
        lines = [[tuple(place) for place in line] for line in lines]
        one = self._joined(lines)
        for line in lines:
            places = [one.get(place, place) for place in line]
            for a, b in zip(places, places[1:]):
                if a != b:
                    self._link(a, b)
        self.begin, self.end = (np.array(side) for side in zip(*self.segments))
        self.buckets = defaultdict(list)
        low = np.floor((np.minimum(self.begin, self.end) - SNAP) / CELL).astype(int)
        high = np.floor((np.maximum(self.begin, self.end) + SNAP) / CELL).astype(int)
        for number, ((left, down), (right, up)) in enumerate(zip(low.tolist(), high.tolist())):
            for column in range(left, right + 1):
                for row in range(down, up + 1):
                    self.buckets[column, row].append(number)

    @staticmethod
    def _joined(lines):
        """Place of each end and junction: the first of those that hang together."""
        uses = Counter(place for line in lines for place in line)
        ends = {line[side] for line in lines for side in (0, -1)}
        ends = sorted(ends | {place for place, count in uses.items() if count > 1})
        cells = defaultdict(list)
        for x, y in ends:
            cells[math.floor(x), math.floor(y)].append((x, y))
        found = {}
        for end in ends:
            if end not in found:
                found[end], waiting = end, [end]
                while waiting:
                    x, y = waiting.pop()
                    near = (
                        other
                        for column in (-1, 0, 1)
                        for row in (-1, 0, 1)
                        for other in cells[math.floor(x) + column, math.floor(y) + row]
                    )
                    for other in near:
                        if other not in found and math.dist((x, y), other) <= TOLERANCE:
                            found[other] = end
                            waiting.append(other)
        return found

    def _link(self, a, b):
        length = math.dist(a, b)
        self.ways[a][b] = min(length, self.ways[a].get(b, math.inf))
        self.ways[b][a] = min(length, self.ways[b].get(a, math.inf))
        self.segments.append((a, b))

    def snap(self, xy):
        """Segment, place along it [m] and distance to it of each point; None where too far."""
        found = []
        for place in np.asarray(xy):
            near = self.buckets.get(tuple(np.floor(place / CELL).astype(int).tolist()), [])
            found.append(self._nearest(place, np.array(near, dtype=int)) if near else None)
        return found

    def _nearest(self, place, near):
        step = self.end[near] - self.begin[near]
        length = np.hypot(*step.T)
        along = ((place - self.begin[near]) * step).sum(axis=1) / length**2
        along = np.clip(along, 0, 1)
        away = np.hypot(*(self.begin[near] + along[:, None] * step - place).T)
        least = int(away.argmin())
        if away[least] > SNAP:
            return None
        return int(near[least]), float(along[least] * length[least]), float(away[least])

    def search(self, start, limit):
        """Distance from a snapped point to every vertex within the limit."""
        segment, along, away = start
        a, b = self.segments[segment]
        heap = [(away + along, a), (away + math.dist(a, b) - along, b)]
        done = {}
        while heap:
            so_far, here = heapq.heappop(heap)
            if here in done or so_far > limit:
                continue
            done[here] = so_far
            for there, length in self.ways[here].items():
                if there not in done:
                    heapq.heappush(heap, (so_far + length, there))
        return done

    def costs(self, starts, targets, limit):
        """Distances between snapped points, infinite beyond the limit, shape (starts, targets)."""
        result = np.full((len(starts), len(targets)), np.inf)
        at = defaultdict(list)
        for number, target in enumerate(targets):
            if target is not None:
                a, b = self.segments[target[0]]
                at[a].append((number, target[1] + target[2]))
                at[b].append((number, math.dist(a, b) - target[1] + target[2]))
        same = defaultdict(list)
        for number, target in enumerate(targets):
            if target is not None:
                same[target[0]].append((number, target[1], target[2]))
        for row, start in enumerate(starts):
            if start is None:
                continue
            for number, along, away in same[start[0]]:
                result[row, number] = abs(along - start[1]) + away + start[2]
            for place, cost in self.search(start, limit).items():
                for number, rest in at.get(place, ()):
                    result[row, number] = min(result[row, number], cost + rest)
        return result
