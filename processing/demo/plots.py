"""Plots along the streets: where in each block buildings stand, and how large."""

from __future__ import annotations

import numpy as np
import pandas as pd

from . import facts
from .blocks import DECIMETRE, Blocks
from .layout import Layout
from .shapes import Floats, Integers, generator, ranges
from .zones import Dwellings

CORNER = 7.0
"""Distance of the first plot from the block's end [m]."""
STREET = 4.5
"""Half the width of a street [m]."""
NARROWEST, WIDEST = 16.5, 80.0
"""Width of a plot for a detached house [m]."""
SPARE = 0.74
"""Part of the frontage to reckon with: plots are whole, and barriers take some."""
TWO_ROWS = 2 * (STREET + 14.0)
"""A block deeper than this has a row of houses along both long sides [m]."""


def plots(
    seed: int, found: Blocks, zone: Integers, layout: Layout, needed: Dwellings
) -> pd.DataFrame:
    """Lay out one building per plot.

    Returns
    -------
    DataFrame
        ``owner``, ``block``, ``zone``, ``e``, ``n`` (m), ``length``, ``width`` (m), ``angle``
        (radians), ``floors``, ``inward`` (radians from ``angle`` to the back of the plot, +-pi/2),
        ``remoteness``.
    """
    rng = generator(seed, "plots")
    blocks = _rows(found, zone)
    spacing = _spacing(blocks, needed)
    each = np.maximum(1, blocks["frontage"] // spacing).to_numpy(dtype=np.int64)
    counts = each * blocks["rows"].to_numpy()
    block = np.repeat(np.arange(len(zone)), counts)
    table = blocks.iloc[block].reset_index(drop=True)
    row, place = np.divmod(ranges(counts), each[block])
    table = table.assign(block=block, row=row, place=place, gap=table["frontage"] / each[block])
    table = _sized(rng, table)
    return _placed(rng, table, found, layout)


def _rows(found: Blocks, zone: Integers) -> pd.DataFrame:
    """List what each block's zone says, its size and its rows of buildings."""
    table = facts.ZONES.iloc[zone].reset_index(drop=True)
    long, deep = found.size.max(axis=1), found.size.min(axis=1)
    single = (table["rows"] == 1) | (deep < TWO_ROWS)
    rows = np.where(table["kind"] == "none", 0, np.where(single, 1, 2))
    return table.assign(
        zone=zone, owner=found.owner, deep=deep, upright=found.size[:, 1] > found.size[:, 0],
        half=np.where(single, deep, deep / 2), rows=rows, frontage=long - 2 * CORNER,
    )  # fmt: skip


def _spacing(blocks: pd.DataFrame, needed: Dwellings) -> Floats:
    """Width of the plots: what the zone says; detached houses share what frontage there is."""
    spacing, owner = blocks["spacing"].to_numpy(dtype=float), blocks["owner"].to_numpy()
    detached = (spacing == 0) & (blocks["rows"] > 0).to_numpy()
    frontage = (blocks["frontage"] * blocks["rows"]).to_numpy()[detached]
    total = np.bincount(owner[detached], frontage, minlength=len(needed.detached))
    width = np.clip(SPARE * total / np.maximum(needed.detached, 1), NARROWEST, WIDEST)
    return np.where(spacing == 0, width[owner], spacing)


def _sized(rng: np.random.Generator, table: pd.DataFrame) -> pd.DataFrame:
    """Draw the buildings' sizes and setbacks within what the plots allow."""
    length = np.minimum(_between(rng, table, "length"), 0.8 * table["gap"])
    room = table["half"] - STREET
    width = np.minimum(_between(rng, table, "depth"), np.maximum(0.8 * (room - 3), 5))
    setback = np.minimum(_between(rng, table, "setback"), np.maximum(room - width - 1, 0))
    floors = _between(rng, table.assign(floors_max=table["floors_max"] + 0.999), "floors")
    return table.assign(
        length=length, width=width, setback=setback, floors=np.floor(floors).astype(np.int64)
    )


def _between(rng: np.random.Generator, table: pd.DataFrame, name: str) -> Floats:
    low, high = (table[f"{name}_{end}"].to_numpy(dtype=float) for end in ("min", "max"))
    return np.asarray(low + rng.random(len(table)) * (high - low))


def _placed(
    rng: np.random.Generator, table: pd.DataFrame, found: Blocks, layout: Layout
) -> pd.DataFrame:
    """Carry the plots from the plan onto the ground."""
    jitter = 0.3 * (rng.random(len(table)) - 0.5) * np.maximum(table["gap"] - table["length"], 0)
    along = CORNER + (table["place"] + 0.5) * table["gap"] + jitter
    depth = STREET + table["setback"] + table["width"] / 2
    across = np.where(table["row"] == 1, table["deep"] - depth, depth)
    upright, owner = table["upright"].to_numpy(), table["owner"].to_numpy()
    inside = np.where(upright, [across, along], [along, across]).T
    plan = found.low[table["block"]] / DECIMETRE + inside
    position = layout.ground(plan, owner)
    turn = np.where(upright, np.pi / 2, 0) + 0.05 * (rng.random(len(table)) - 0.5)
    # The back of a lying block's first row and of a standing block's second is to the left.
    left = (table["row"] == 1) == table["upright"]
    columns = table[["owner", "block", "zone", "length", "width", "floors"]]
    return columns.assign(
        e=position[:, 0], n=position[:, 1], angle=layout.heading(plan, owner) + turn,
        inward=np.where(left, 1, -1) * np.pi / 2, remoteness=layout.remoteness(plan, owner),
    )  # fmt: skip
