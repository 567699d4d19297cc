"""Random numbers by subject, smooth fields, curves and rectangles."""

from __future__ import annotations

import zlib
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import shapely
from scipy.interpolate import CubicHermiteSpline
from scipy.spatial import cKDTree

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

CENTIMETRE = 2
"""Decimals of every coordinate: what differs between machines in the last bit is rounded away."""


def generator(seed: int, subject: str) -> np.random.Generator:
    """Random numbers of one subject, which no other subject's draws can shift."""
    return np.random.default_rng([seed, zlib.crc32(subject.encode())])


class Waves(NamedTuple):
    """Smooth random fields, one per row: sums of plane waves."""

    number: Floats
    """Wave numbers [1/m], shape (fields, waves, 2)."""
    phase: Floats
    """Phases, shape (fields, waves)."""

    def height(self, points: Floats, field: Integers | int = 0) -> Floats:
        """Value at each point, mean 0, about -1 to 1; ``field`` chooses the row per point."""
        number, phase = self.number[field], self.phase[field]
        angle = (points[:, None, :] * number).sum(axis=-1) + phase
        return np.asarray(np.sin(angle).sum(axis=-1) / np.sqrt(self.phase.shape[1]))


def waves(
    rng: np.random.Generator, lengths: Floats, *, count: int = 4, spread: float = 0.6
) -> Waves:
    """Draw one field per entry of ``lengths``, the typical wave length [m]."""
    shape = (len(lengths), count)
    length = lengths[:, None] * (1 + spread * (2 * rng.random(shape) - 1))
    heading = 2 * np.pi * (rng.random(shape) * 0.25 + np.arange(count) / count)
    number = 2 * np.pi / length[..., None] * np.stack([np.cos(heading), np.sin(heading)], axis=-1)
    return Waves(number, 2 * np.pi * rng.random(shape))


def curve(points: Floats, step: float) -> Floats:
    """Smooth line through all points, with a vertex about every ``step`` metres.

    The points themselves stay vertices.
    """
    length = np.hypot(*np.diff(points, axis=0).T)
    at = np.concatenate([[0.0], np.cumsum(length)])
    slope = np.diff(points, axis=0) / length[:, None]
    tangent = np.concatenate([slope[:1], slope])
    tangent[1:-1] = (slope[:-1] * length[1:, None] + slope[1:] * length[:-1, None]) / (
        length[1:] + length[:-1]
    )[:, None]
    parts = np.maximum(1, np.round(length / step)).astype(int)
    within = ranges(parts) / np.repeat(parts, parts)
    stations = np.append(np.repeat(at[:-1], parts) + within * np.repeat(length, parts), at[-1])
    smooth = CubicHermiteSpline(at, points, tangent)(stations)
    smooth[np.concatenate([[0], np.cumsum(parts)])] = points
    return np.asarray(smooth, dtype=float)


def ranges(counts: Integers) -> Integers:
    """Count 0, 1, ... anew for each entry: ``[2, 3]`` gives ``[0, 1, 0, 1, 2]``."""
    starts = np.cumsum(counts) - counts
    return np.arange(counts.sum()) - np.repeat(starts, counts)


def rectangles(
    centre: Floats, length: Floats, width: Floats, angle: Floats
) -> npt.NDArray[np.object_]:
    """Polygons of the given size, ``length`` along ``angle`` [radians from east]."""
    along = np.stack([np.cos(angle), np.sin(angle)], axis=1) * length[:, None] / 2
    across = np.stack([-np.sin(angle), np.cos(angle)], axis=1) * width[:, None] / 2
    corners = np.stack([-along - across, along - across, along + across, across - along], axis=1)
    return shapely.polygons(np.round(centre[:, None, :] + corners, CENTIMETRE))


def lines(points: Floats, counts: Integers) -> npt.NDArray[np.object_]:
    """Lines of ``counts`` consecutive points each."""
    rounded = np.round(points, CENTIMETRE)
    return shapely.linestrings(rounded, indices=np.repeat(np.arange(len(counts)), counts))


def near(points: Floats, geometries: npt.NDArray[np.object_], distance: float) -> Mask:
    """Which points lie within ``distance`` of any of the geometries."""
    tree = shapely.STRtree(geometries)
    found = tree.query(shapely.points(points), predicate="dwithin", distance=distance)
    mask = np.zeros(len(points), dtype=bool)
    mask[found[0]] = True
    return mask


def touching(candidates: npt.NDArray[np.object_], geometries: npt.NDArray[np.object_]) -> Mask:
    """Which candidates share a point with any of the geometries."""
    found = shapely.STRtree(geometries).query(candidates, predicate="intersects")
    mask = np.zeros(len(candidates), dtype=bool)
    mask[found[0]] = True
    return mask


def spaced(points: Floats, distance: float) -> Mask:
    """Keep the first of any points closer than ``distance``; greedy in the order given."""
    return first_of(cKDTree(points).query_pairs(distance, output_type="ndarray"), len(points))


def first_of(pairs: Integers, count: int) -> Mask:
    """Keep the lower-numbered of each pair, greedily; pairs are sorted (low, high)."""
    keep, undecided = np.zeros(count, dtype=bool), np.ones(count, dtype=bool)
    while undecided.any():
        # Whoever has no undecided one before it is kept; whoever has a kept one before it is not.
        blocked = np.zeros(count, dtype=bool)
        blocked[pairs[:, 1]] = True
        keep |= undecided & ~blocked
        undecided &= blocked
        undecided[pairs[keep[pairs[:, 0]], 1]] = False
        pairs = pairs[undecided[pairs[:, 0]] & undecided[pairs[:, 1]]]
    return keep


def apart(shapes: npt.NDArray[np.object_], distance: float) -> Mask:
    """Keep the first of any shapes closer than ``distance``; greedy in the order given."""
    pairs = shapely.STRtree(shapes).query(shapes, predicate="dwithin", distance=distance).T
    return first_of(pairs[pairs[:, 0] < pairs[:, 1]], len(shapes))


def shares(weights: Floats, group: Integers, totals: Integers, least: int = 0) -> Integers:
    """Whole numbers in proportion to ``weights`` that sum to each group's total.

    Largest remainders are rounded up; ties go to the first. A total smaller than ``least`` for
    each member leaves the group above its total.
    """
    size = np.bincount(group, minlength=len(totals))
    spare = np.maximum(totals - least * size, 0)
    base = np.bincount(group, weights, minlength=len(totals))
    exact = weights * (spare / np.where(base > 0, base, 1))[group]
    whole = np.floor(exact + 1e-9).astype(np.int64)
    order = np.lexsort((-(exact - whole), group))
    missing = spare - np.bincount(group, whole, minlength=len(totals)).astype(np.int64)
    rank = np.empty(len(group), dtype=np.int64)
    rank[order] = ranges(size)
    return whole + least + (rank < missing[group])
