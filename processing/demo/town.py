"""Streets inside the settlements: the sides of the blocks, cut by railways and rivers."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.spatial import cKDTree

from . import graph
from .blocks import DECIMETRE, Blocks
from .ground import Ground
from .layout import Layout
from .shapes import (
    CENTIMETRE,
    Floats,
    Integers,
    Mask,
    generator,
    lines,
    near,
    ranges,
    spaced,
    touching,
)  # fmt: skip
from .sides import Sides, key, sides
from .zones import GREEN

VERTEX_EVERY = 42.0
"""Streets bend at vertices this far apart [m]."""
LONGEST = 340.0
"""The longest bridge [m]."""
BRIDGE_EVERY, SUBWAY_EVERY = 620.0, 300.0
"""Streets cross railways and rivers about this far apart, paths more often [m]."""
PATHS = 0.35
"""Share of the streets between two parks that remain as paths."""


class Town(NamedTuple):
    """The streets of all settlements as one graph, one component per settlement."""

    node: Floats
    """Position of the junctions [m], shape (n, 2), rounded."""
    node_owner: Integers
    """Their settlement."""
    edges: pd.DataFrame
    """As in ``Sides``, and ``path`` (for feet and bicycles only), ``tree`` (needed to hold the
    settlement together)."""
    centre: Integers
    """The junction nearest each settlement's centre."""

    def gateway(self, owner: int, towards: Floats) -> int:
        """Find the outermost junction in a direction [m from the centre]."""
        mine = np.flatnonzero(self.node_owner == owner)
        offset = self.node[mine] - self.node[self.centre[owner]]
        ahead = towards / max(float(np.hypot(*towards)), 1.0)
        aside = np.abs(offset[:, 0] * ahead[1] - offset[:, 1] * ahead[0])
        return int(mine[np.argmax(offset @ ahead - 0.9 * aside)])


def town(
    seed: int, found: Blocks, zone: Integers, layout: Layout, ground: Ground
) -> tuple[Town, Mask]:
    """Turn the blocks' sides into streets.

    Returns
    -------
    Town
        Streets, connected within each settlement.
    ndarray of bool, shape (n,)
        Blocks that a street reaches; nothing can be built on the others.
    """
    whole = sides(found, np.isin(zone, GREEN))
    count = len(layout.radius)
    node = np.round(layout.ground(whole.plan, whole.owner), CENTIMETRE)
    edges = _kept(generator(seed, "town"), whole, node, layout, ground)
    alive = _largest(edges, whole.owner, count)
    edges = edges[alive[edges["a"]]].reset_index(drop=True)
    reached = _touched(found, whole, alive)
    used, renumbered = np.unique(edges[["a", "b"]].to_numpy(), return_inverse=True)
    edges[["a", "b"]] = renumbered.reshape(-1, 2)
    centre = _central(whole.plan[used], whole.owner[used], count)
    return Town(node[used], whole.owner[used], edges, centre), reached


def street_lines(edges: pd.DataFrame, node: Floats, layout: Layout) -> npt.NDArray[np.object_]:
    """Lines of the edges, bent like the ground, from junction to junction."""
    start, end = edges[["u0", "v0"]].to_numpy(), edges[["u1", "v1"]].to_numpy()
    counts = np.maximum(2, np.ceil(edges["length"].to_numpy() / VERTEX_EVERY).astype(int) + 1)
    share = (ranges(counts) / np.repeat(counts - 1, counts))[:, None]
    plan = np.repeat(start, counts, axis=0) * (1 - share) + np.repeat(end, counts, axis=0) * share
    points = layout.ground(plan, np.repeat(edges["owner"].to_numpy(), counts))
    last = np.cumsum(counts) - 1
    points[last - counts + 1], points[last] = node[edges["a"]], node[edges["b"]]
    return lines(points, counts)


def main_ways(network: Town, gateways: Integers, rank: Integers) -> Integers:
    """Best rank of the ways from each settlement's centre to its gateways, per edge; 0: none."""
    edges = network.edges
    # Long straight streets feel shorter, so that ways through town join on them.
    cost = edges["length"].to_numpy() * np.interp(edges["run"], [150.0, 1400.0], [1.3, 0.5])
    cost = cost + 1e6 * edges["path"].to_numpy()
    a, b = edges["a"].to_numpy(), edges["b"].to_numpy()
    return graph.ways(a, b, cost, network.centre, gateways, rank)


def _kept(
    rng: np.random.Generator, whole: Sides, node: Floats, layout: Layout, ground: Ground
) -> pd.DataFrame:
    """Leave out what water and rails cut, but bridges, and most streets between parks."""
    edges, cut = _dry(whole.edges, node, layout, ground)
    bridge, subway = _crossings(rng, edges, node, cut)
    edges = edges.assign(cut=cut & ~bridge, subway=subway & ~bridge, spare=False)
    edges = pd.concat([edges, _bridges(edges, node, whole)], ignore_index=True)
    chance = rng.random(len(edges))
    cut, park, spare = (edges[name].to_numpy() for name in ("cut", "park", "spare"))
    weight = 1 + 30 * park + 10_000 * cut + 0.5 * chance
    weight = np.where(spare, 50_000 + edges["length"].to_numpy(), weight)
    tree = graph.tree(edges["a"].to_numpy(), edges["b"].to_numpy(), weight, len(node))
    path = ~tree & (edges["subway"].to_numpy() | (park & (chance < PATHS)))
    keep = tree | path | ~(cut | park | spare)
    return edges.assign(tree=tree, path=path)[keep]


def _dry(
    edges: pd.DataFrame, node: Floats, layout: Layout, ground: Ground
) -> tuple[pd.DataFrame, Mask]:
    """Edges that do not end in water, and which of them rails or a river cut."""
    shapes = street_lines(edges, node, layout)
    wet = near(node, np.concatenate([ground.rivers, ground.lakes]), 4.0)
    # The main street crosses a narrow river even where another street would end in it.
    wide = near(node, np.concatenate([ground.banks, ground.lakes]), 4.0)
    a, b = edges["a"].to_numpy(), edges["b"].to_numpy()
    wading = edges["axis"].to_numpy() & ~wide[a] & ~wide[b]
    dry = ~touching(shapes, ground.lakes) & (wading | (~wet[a] & ~wet[b]))
    cut = touching(shapes[dry], np.concatenate([ground.tracks, ground.rivers]))
    return edges[dry].reset_index(drop=True), cut


def _crossings(
    rng: np.random.Generator, edges: pd.DataFrame, node: Floats, cut: Mask
) -> tuple[Mask, Mask]:
    """Choose some of the cut edges as bridges and more as paths, well spread."""
    middle = (node[edges["a"]] + node[edges["b"]]) / 2
    order = np.flatnonzero(cut)
    preferred = np.where(edges["axis"].to_numpy()[order], -1, rng.random(len(order)))
    order = order[np.argsort(preferred, kind="stable")]
    masks = np.zeros((2, len(edges)), dtype=bool)
    for mask, distance in zip(masks, (BRIDGE_EVERY, SUBWAY_EVERY)):
        mask[order[spaced(middle[order], distance)]] = True
    return masks[0], masks[1]


def _bridges(edges: pd.DataFrame, node: Floats, whole: Sides) -> pd.DataFrame:
    """Straight bridges that could join the parts a wide river leaves of a settlement."""
    owner, plan = whole.owner, whole.plan
    part = graph.parts(edges["a"].to_numpy(), edges["b"].to_numpy(), len(node))
    size = np.bincount(part)[part]
    best = np.zeros(owner.max() + 1, dtype=np.int64)
    np.maximum.at(best, owner, size)
    large = np.flatnonzero(size >= 8)
    lost = large[size[large] < best[owner[large]]]
    reach = cKDTree(node[large]).query_ball_point(node[lost], LONGEST, return_sorted=True)
    counts = np.array([len(found) for found in reach], dtype=np.int64)
    a = np.repeat(lost, counts)
    b = large[np.concatenate([np.empty(0), *reach]).astype(np.int64)]
    apart = (owner[a] == owner[b]) & (part[a] != part[b])
    a, b = a[apart], b[apart]
    return pd.DataFrame(
        {
            "a": a, "b": b, "owner": owner[a], "u0": plan[a, 0], "v0": plan[a, 1],
            "u1": plan[b, 0], "v1": plan[b, 1], "length": np.hypot(*(node[a] - node[b]).T),
            "axis": True, "park": False, "run": 1500.0, "cut": True, "subway": False,
            "spare": True,
        }
    )  # fmt: skip


def _largest(edges: pd.DataFrame, owner: Integers, settlements: int) -> Mask:
    """Which junctions belong to the largest connected part of their settlement."""
    part = graph.parts(edges["a"].to_numpy(), edges["b"].to_numpy(), len(owner))
    size = np.bincount(part)
    best = np.zeros(settlements, dtype=np.int64)
    order = np.argsort(size[part], kind="stable")
    best[owner[order]] = part[order]
    return np.asarray(part == best[owner])


def _touched(found: Blocks, whole: Sides, alive: Mask) -> Mask:
    """Blocks with their lower and upper corner at living junctions."""
    position = np.round(whole.plan * DECIMETRE).astype(np.int64)
    keys = key(whole.owner, *position.T)[alive]
    corners = [key(found.owner, *corner.T) for corner in (found.low, found.high)]
    return np.isin(corners[0], keys) & np.isin(corners[1], keys)


def _central(plan: Floats, owner: Integers, settlements: int) -> Integers:
    """Find the junction nearest each centre."""
    order = np.lexsort((np.hypot(*plan.T), owner))
    first = np.searchsorted(owner[order], np.arange(settlements))
    return order[np.minimum(first, len(order) - 1)]
