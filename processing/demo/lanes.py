"""Local roads: a web that joins settlements, crossroads in the country and numbered roads."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely
from scipy.spatial import Delaunay, cKDTree

from . import graph
from .ground import Ground, plainness
from .shapes import (
    CENTIMETRE,
    Floats,
    Integers,
    Mask,
    Waves,
    generator,
    near,
    ranges,
    spaced,
    touching,
    waves,
)  # fmt: skip
from .town import Town

VERTEX_EVERY = 100.0
"""Roads bend at vertices this far apart [m]."""
BRANCH_EVERY = 15
"""Local roads may branch off numbered ones at every so many vertices."""
CROSSROADS_EVERY = 1850.0
"""Mean distance of the crossroads in the country [m]."""
LOOPS = 0.55
"""Share of the neighbours joined by a road that is not needed to reach them."""
BURDEN = {"lakes": 60_000, "places": 30_000, "roads": 8_000, "motorway": 2_600, "rails": 2_000,
          "rivers": 800}  # fmt: skip
"""Metres of detour a road makes rather than cross these."""


class _Web(NamedTuple):
    """What local roads may join."""

    point: Floats
    owner: Integers
    """Settlement, -1 for other junctions."""
    road: Integers
    """Numbered road's line, -1 for other junctions."""
    ends: Integers
    """Settlements at both ends of each numbered line, -1 at the border; shape (lines, 2)."""


def lanes(
    seed: int,
    settlements: pd.DataFrame,
    network: Town,
    ground: Ground,
    numbered: npt.NDArray[np.object_],
    motorway: Mask,
) -> list[Floats]:
    """Lay out the local roads.

    Parameters
    ----------
    seed : int
        Decides crossroads, loops and bends.
    settlements, network, ground
        What to join and what to mind.
    numbered : ndarray of LineString, shape (n,)
        Numbered roads.
    motorway : ndarray of bool, shape (n,)
        Those without junctions.

    Returns
    -------
    list of ndarray
        Vertices of each road, rounded; from junction to junction.
    """
    rng = generator(seed, "lanes")
    web = _web(rng, settlements, ground, numbered, motorway)
    a, b = _joined(rng, web, settlements, ground, numbered, motorway)
    return _drawn(rng, web, a, b, network, ground)


def _web(
    rng: np.random.Generator,
    settlements: pd.DataFrame,
    ground: Ground,
    numbered: npt.NDArray[np.object_],
    motorway: Mask,
) -> _Web:
    """Settlements, places where numbered roads may branch, and crossroads in the country."""
    centre = settlements[["e", "n"]].to_numpy(dtype=float)
    radius = settlements["radius"].to_numpy()
    branches, road = _branches(numbered, motorway)
    crossroads = _crossroads(rng, ground)
    room = np.concatenate([radius * 1.25 + 500, np.full(len(branches), 700.0)])
    distance, which = cKDTree(np.concatenate([centre, branches])).query(crossroads)
    crossroads = crossroads[distance > room[which]]
    big = radius > 600
    apart = np.hypot(*(crossroads[:, None] - centre[None, big]).transpose(2, 0, 1))
    crossroads = crossroads[(apart > radius[big] * 1.3 + 450).all(axis=1)]
    point = np.concatenate([centre, branches, crossroads])
    owner, line = np.full((2, len(point)), -1, dtype=np.int64)
    owner[: len(centre)] = np.arange(len(centre))
    line[len(centre) : len(centre) + len(branches)] = road
    return _Web(point, owner, line, _ends(numbered, centre, radius))


def _branches(numbered: npt.NDArray[np.object_], motorway: Mask) -> tuple[Floats, Integers]:
    """Every so many vertices of the numbered roads, and their lines."""
    vertex, line = shapely.get_coordinates(numbered, return_index=True)
    counts = np.bincount(line, minlength=len(numbered))
    number = ranges(counts)
    every = number % BRANCH_EVERY == BRANCH_EVERY // 2
    inner = every & (number + BRANCH_EVERY // 2 < counts[line]) & ~motorway[line]
    return vertex[inner], line[inner]


def _ends(numbered: npt.NDArray[np.object_], centre: Floats, radius: Floats) -> Integers:
    """Settlement at the start and at the end of each line."""
    tree = cKDTree(centre)
    ends = []
    for vertex in (0, -1):
        position = shapely.get_coordinates(shapely.get_point(numbered, vertex))
        distance, place = tree.query(position)
        ends.append(np.where(distance < radius[place] * 1.7 + 250, place, -1))
    return np.stack(ends, axis=1).astype(np.int64)


def _crossroads(rng: np.random.Generator, ground: Ground) -> Floats:
    """Scatter crossroads over the country, sparser in the forest."""
    west, south, east, north = ground.region.bounds
    across, up = (int(side / CROSSROADS_EVERY) + 1 for side in (east - west, north - south))
    cell = np.stack(np.meshgrid(np.arange(across), np.arange(up)), axis=-1).reshape(-1, 2)
    point = (cell + 0.15 + 0.7 * rng.random(cell.shape)) * CROSSROADS_EVERY + [west, south]
    point = np.round(point, CENTIMETRE)
    keep = ground.inside(point) & (rng.random(len(point)) < 0.62 + 0.38 * plainness(point))
    point = point[keep]
    for obstacle, room in (
        (ground.lakes, 150), (ground.tracks, 200), (ground.motorway, 250), (ground.rivers, 120),
        (np.asarray([shapely.boundary(ground.region)]), 250),
    ):  # fmt: skip
        point = point[~near(point, obstacle, room)]
    return point[spaced(point, 700)]


def _joined(
    rng: np.random.Generator,
    web: _Web,
    settlements: pd.DataFrame,
    ground: Ground,
    numbered: npt.NDArray[np.object_],
    motorway: Mask,
) -> tuple[Integers, Integers]:
    """Choose which junctions a local road joins: all hang together, with some loops."""
    a, b = _neighbours(web, ground)
    burden = _burden(web, a, b, settlements, ground, numbered, motorway)
    length = np.hypot(*(web.point[a] - web.point[b]).T)
    along = _along(web, motorway)
    weight = np.concatenate([length + burden, np.ones(len(along))])
    every_a, every_b = np.append(a, along[:, 0]), np.append(b, along[:, 1])
    needed = graph.tree(every_a, every_b, weight, len(web.point))[: len(a)]
    middle = (web.point[a] + web.point[b]) / 2
    gabriel = cKDTree(web.point).query(middle)[0] > 0.4995 * length
    short = (np.maximum(web.owner[a], web.owner[b]) >= 0) & (length < 900)
    loop = gabriel & ~short & (burden <= BURDEN["motorway"]) & (rng.random(len(a)) < LOOPS)
    chosen = needed | loop
    return a[chosen], b[chosen]


def _neighbours(web: _Web, ground: Ground) -> tuple[Integers, Integers]:
    """Pairs of neighbours that no numbered road joins already."""
    triangle = Delaunay(web.point).simplices
    pairs = np.concatenate([triangle[:, [0, 1]], triangle[:, [1, 2]], triangle[:, [2, 0]]])
    a, b = np.unique(np.sort(pairs, axis=1), axis=0).astype(np.int64).T
    ends = web.ends[np.maximum(web.road[a], web.road[b])]
    place = np.maximum(web.owner[a], web.owner[b])
    one_road = (web.road[a] >= 0) | (web.road[b] >= 0)
    parallel = (web.road[a] >= 0) & (web.road[b] >= 0)
    parallel |= one_road & (place >= 0) & (ends == place[:, None]).any(axis=1)
    line = shapely.linestrings(np.stack([web.point[a], web.point[b]], axis=1))
    outside = shapely.length(shapely.difference(line, ground.region)) > 60
    keep = ~parallel & ~outside
    return a[keep], b[keep]


def _burden(
    web: _Web,
    a: Integers,
    b: Integers,
    settlements: pd.DataFrame,
    ground: Ground,
    numbered: npt.NDArray[np.object_],
    motorway: Mask,
) -> Floats:
    """Extra length [m] that makes roads shun lakes, places, other roads, rails and rivers."""
    start, way = web.point[a], web.point[b] - web.point[a]
    # The ends lie on other roads; only what is crossed on the way counts.
    inner = shapely.linestrings(np.stack([start + 0.04 * way, start + 0.96 * way], axis=1))
    centre = shapely.points(settlements[["e", "n"]].to_numpy(dtype=float))
    outline = shapely.buffer(centre, settlements["radius"].to_numpy() * 1.2 + 150, quad_segs=4)
    line, place = shapely.STRtree(outline).query(inner, predicate="intersects")
    foreign = (web.owner[a[line]] != place) & (web.owner[b[line]] != place)
    crossed = {
        "lakes": touching(inner, ground.lakes),
        "places": np.bincount(line[foreign], minlength=len(a)) > 0,
        "roads": touching(inner, numbered[~motorway]),
        "motorway": touching(inner, numbered[motorway]),
        "rails": touching(inner, ground.tracks),
        "rivers": touching(inner, ground.rivers),
    }
    total = np.zeros(len(a))
    for name, mask in crossed.items():
        total += BURDEN[name] * mask
    return total


def _along(web: _Web, motorway: Mask) -> Integers:
    """Pairs of junctions that numbered roads already join."""
    pairs = [np.empty((0, 2), dtype=np.int64)]
    for line in np.flatnonzero(~motorway):
        start, stop = web.ends[line]
        chain = np.array([start, *np.flatnonzero(web.road == line), stop])
        chain = chain[chain >= 0]
        pairs.append(np.stack([chain[:-1], chain[1:]], axis=1))
    return np.concatenate(pairs)


def _drawn(
    rng: np.random.Generator, web: _Web, a: Integers, b: Integers, network: Town, ground: Ground
) -> list[Floats]:
    """Gently winding lines between the chosen junctions, from gateway to gateway."""
    start, stop = web.point[a].copy(), web.point[b].copy()
    for ends, this, other in ((start, a, b), (stop, b, a)):
        for index in np.flatnonzero(web.owner[this] >= 0):
            towards = web.point[other[index]] - web.point[this[index]]
            ends[index] = network.node[network.gateway(web.owner[this[index]], towards)]
    bent = _wound(start, stop, waves(rng, np.full(2, 1500.0), count=5))
    straight = _wound(start, stop, None)
    blocked = touching(
        np.array([shapely.linestrings(line) for line in bent]),
        np.append(ground.lakes, shapely.boundary(ground.region)),
    )
    return [line if block else winding for line, winding, block in zip(straight, bent, blocked)]


def _wound(start: Floats, stop: Floats, winding: Waves | None) -> list[Floats]:
    """Lines from start to stop, displaced sideways by the fields."""
    length = np.hypot(*(stop - start).T)
    counts = np.maximum(2, np.round(length / VERTEX_EVERY).astype(int) + 1)
    share = ranges(counts) / np.repeat(counts - 1, counts)
    point = np.repeat(start, counts, axis=0)
    point = point + share[:, None] * np.repeat(stop - start, counts, axis=0)
    if winding is not None:
        reach = np.sin(np.pi * share) * np.repeat(np.minimum(0.09 * length, 150.0), counts)
        shift = np.stack([winding.height(point, axis) for axis in (0, 1)], axis=1)
        point = point + reach[:, None] * shift
    last = np.cumsum(counts) - 1
    point[last - counts + 1], point[last] = start, stop
    return np.split(np.round(point, CENTIMETRE), last[:-1] + 1)
