"""Points in the plane, found by box."""

from __future__ import annotations

import numpy as np

from .graph import Floats, Integers


def ranges(begin: Integers, count: Integers) -> Integers:
    """All of ``begin[i] .. begin[i] + count[i] - 1``, one after the other."""
    skipped = np.cumsum(count) - count
    found: Integers = np.arange(count.sum()) + np.repeat(begin - skipped, count)
    return found


def in_runs(owner: Integers) -> Integers:
    """Find the order that sorts owners who each stand in one run, moving whole runs."""
    head = np.flatnonzero(np.r_[True, np.diff(owner) != 0][: len(owner)])
    length = np.diff(np.r_[head, len(owner)])
    runs = np.argsort(owner[head])
    return ranges(head[runs], length[runs])


class Places:
    """Points sorted into square cells, to find those in a box."""

    def __init__(self, xy: Floats, size: float) -> None:
        self.xy = xy
        self.low = xy.min(axis=0) if len(xy) else np.zeros(2)
        extent = np.ptp(xy, axis=0).max() if len(xy) else 0.0
        # cells no finer than the points need, and few enough for their number to stay exact
        self.size = min(max(size, extent / 30_000, 1e-9), max(extent, 1.0))
        cell = np.floor((xy - self.low) / self.size).astype(np.int64)
        self.width = int(cell[:, 0].max()) + 1 if len(xy) else 1
        key = cell[:, 1] * self.width + cell[:, 0]
        self.order = np.argsort(key, kind="stable")
        self.key = key[self.order]

    def within(self, box: Floats) -> Integers:
        """Points in a box of two corners, by rising number."""
        low, high = np.floor((box - self.low) / self.size)
        top = self.key[-1] // self.width if len(self.key) else -1
        rows = np.arange(max(low[1], 0), min(high[1], top) + 1).astype(np.int64)
        left = int(np.clip(low[0], 0, self.width))
        right = int(np.clip(high[0], -1, self.width - 1))
        begin = np.searchsorted(self.key, rows * self.width + left)
        end = np.searchsorted(self.key, rows * self.width + right, side="right")
        found = self.order[ranges(begin, np.maximum(end - begin, 0))]
        inside = ((self.xy[found] >= box[0]) & (self.xy[found] <= box[1])).all(axis=1)
        return np.sort(found[inside])
