"""The sides of the blocks as edges of a graph: each cut where another street meets it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from .blocks import DECIMETRE, Blocks
from .shapes import Floats, Integers, Mask

_WIDE = 2**18
_HALF = 2**17


class Sides(NamedTuple):
    """Edges and the junctions they join."""

    edges: pd.DataFrame
    """``a``, ``b`` (junctions), ``owner``, plan ends ``u0 v0 u1 v1`` [m], ``length`` [m],
    ``axis`` (on the main axis), ``park`` (between blocks without buildings only), ``run``
    (length of the unbroken street [m])."""
    plan: Floats
    """Junctions on the plan [m], shape (n, 2)."""
    owner: Integers
    """Their settlements."""


def sides(found: Blocks, green: Mask) -> Sides:
    """Cut the sides of all blocks at every corner that lies on them.

    Parameters
    ----------
    found : Blocks
        The blocks.
    green : ndarray of bool, shape (n,)
        Blocks without buildings.
    """
    edges = pd.concat([_lines(found, green, 0), _lines(found, green, 1)], ignore_index=True)
    ends = [edges[["owner", "u" + end, "v" + end]].to_numpy().T for end in "01"]
    keys = np.concatenate([key(*end) for end in ends])
    junction, number = np.unique(keys, return_inverse=True)
    owner, u, v = _unkey(junction)
    a, b = number.reshape(2, -1)
    length = (edges["u1"] - edges["u0"] + edges["v1"] - edges["v0"]) / DECIMETRE
    metres = edges[["u0", "v0", "u1", "v1"]] / DECIMETRE
    edges = edges.assign(a=a, b=b, length=length, **metres)
    return Sides(edges, np.stack([u, v], axis=1) / DECIMETRE, owner)


def key(owner: Integers, first: Integers, second: Integers) -> Integers:
    """One number for a settlement and two coordinates of its plan [dm]."""
    return (owner.astype(np.int64) * _WIDE + first + _HALF) * _WIDE + second + _HALF


def _unkey(keys: Integers) -> tuple[Integers, Integers, Integers]:
    rest, second = np.divmod(keys, _WIDE)
    owner, first = np.divmod(rest, _WIDE)
    return owner, first - _HALF, second - _HALF


def _lines(found: Blocks, green: Mask, across: int) -> pd.DataFrame:
    """Edges along one axis of the plans [dm]; ``across`` is the other axis."""
    starts, stops = (
        np.concatenate([
            key(found.owner, fixed[:, across], end[:, 1 - across])
            for fixed in (found.low, found.high)
        ])
        for end in (found.low, found.high)
    )  # fmt: skip
    corner = np.unique(np.concatenate([starts, stops]))
    first, last = np.searchsorted(corner, starts), np.searchsorted(corner, stops)
    houses = _covered(first, last, np.tile(~green, 2).astype(float), len(corner))
    at = np.flatnonzero(_covered(first, last, np.ones(len(first)), len(corner)) > 0)
    owner, fixed, position = _unkey(corner)
    fixed_name, along_name = ("u", "v") if across == 0 else ("v", "u")
    columns = {
        "owner": owner[at], "axis": (fixed[at] == 0) & (across == 1), "park": houses[at] == 0,
        "run": _runs(at, position) / DECIMETRE,
        fixed_name + "0": fixed[at], fixed_name + "1": fixed[at],
        along_name + "0": position[at], along_name + "1": position[at + 1],
    }  # fmt: skip
    return pd.DataFrame(columns)


def _covered(first: Integers, last: Integers, weight: Floats, count: int) -> Integers:
    """Weight of the intervals over each step between consecutive corners."""
    change = np.bincount(first, weight, count) - np.bincount(last, weight, count)
    return np.round(np.cumsum(change)).astype(np.int64)


def _runs(steps: Integers, position: Integers) -> Floats:
    """Length of the unbroken line that each covered step belongs to."""
    line = np.cumsum(np.append(True, np.diff(steps) > 1)) - 1
    return np.bincount(line, position[steps + 1] - position[steps])[line]
