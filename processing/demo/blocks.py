"""Blocks: each settlement's plan is split again and again until streets are near enough."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from .ground import Ground
from .layout import Layout
from .settlements import SQUARE_METRES
from .shapes import CENTIMETRE, Floats, Integers, Mask, Waves, generator, near, waves

DECIMETRE = 10.0
LONGEST = 2.5
"""A block's longest side, in depths of a block."""
DEEPEST = 1.35
"""Its longest short side, in depths of a block."""
GAP = 270.0
"""Free ground between neighbouring settlements [m], more than the largest gap of a locality."""
BORDER_CROSSING = "sjogestad"
"""The locality that a municipal border crosses; all others stay on their side."""


class Blocks(NamedTuple):
    """One row per block."""

    owner: Integers
    """Row of the settlement."""
    low: Integers
    """Lower corner on the plan [dm], shape (n, 2)."""
    high: Integers
    """Upper corner on the plan [dm], shape (n, 2)."""

    def take(self, chosen: npt.NDArray[np.generic]) -> Blocks:
        """Only the chosen blocks."""
        return Blocks(self.owner[chosen], self.low[chosen], self.high[chosen])

    @property
    def centre(self) -> Floats:
        """Middle on the plan [m]."""
        return np.asarray((self.low + self.high) / (2 * DECIMETRE))

    @property
    def size(self) -> Floats:
        """Extent on the plan [m], shape (n, 2)."""
        return np.asarray((self.high - self.low) / DECIMETRE)

    @property
    def area(self) -> Floats:
        """Area on the plan [m2]."""
        return np.asarray(self.size.prod(axis=1))

    def polygons(self, layout: Layout) -> npt.NDArray[np.object_]:
        """Outlines on the ground, each side in four parts."""
        part = np.arange(4) / 4
        around = np.concatenate(
            [
                np.stack([part, np.zeros(4)], axis=1), np.stack([np.ones(4), part], axis=1),
                np.stack([1 - part, np.ones(4)], axis=1), np.stack([np.zeros(4), 1 - part], axis=1),
            ]
        )  # fmt: skip
        plan = self.low[:, None, :] / DECIMETRE + around * self.size[:, None, :]
        corners = layout.ground(plan.reshape(-1, 2), np.repeat(self.owner, len(around)))
        return shapely.polygons(np.round(corners, CENTIMETRE).reshape(len(self.owner), -1, 2))


def blocks(seed: int, settlements: pd.DataFrame, layout: Layout, ground: Ground) -> Blocks:
    """Split each settlement's plan into blocks and keep those that make up its area.

    The nearest to the centre are kept, as far as water, motorway, neighbouring settlements and
    municipal borders leave room.
    """
    rng = generator(seed, "blocks")
    grain = waves(rng, np.array([1000.0]), count=6)
    quarters, depth = _quarters(rng, layout.radius), _depths(settlements)
    found = _split(rng, quarters, depth, layout, grain)
    remoteness = layout.remoteness(found.centre, found.owner)
    worth = remoteness < 1.6 + 140 / layout.radius[found.owner]
    found, remoteness = found.take(worth), remoteness[worth]
    free = _free(found, settlements, layout, ground)
    found, remoteness = found.take(free), remoteness[free]
    rough = remoteness + 0.05 * rng.random(len(remoteness))
    return found.take(chosen(found.owner, rough, found.area, settlements["area"].to_numpy()))


def chosen(owner: Integers, order: Floats, amount: Floats, quota: Floats) -> Mask:
    """Take each settlement's first in ``order`` until their ``amount`` is nearest to ``quota``.

    ``order`` may be infinite: those are never taken.
    """
    sorting = np.lexsort((order, owner))
    counts = np.bincount(owner, minlength=len(quota))
    running = np.cumsum(amount[sorting])
    before = np.repeat(np.cumsum(np.bincount(owner, amount, len(quota))), counts)
    before -= np.repeat(np.bincount(owner, amount, len(quota)), counts)
    middle = running - before - amount[sorting] / 2
    mask = np.zeros(len(owner), dtype=bool)
    mask[sorting] = (middle < quota[owner[sorting]]) & np.isfinite(order[sorting])
    return mask


def _depths(settlements: pd.DataFrame) -> Floats:
    """Depth of a block [m]: two plots back to back, deeper where people live sparsely."""
    density = settlements["population"] / (settlements["area"] / SQUARE_METRES)
    return np.interp(density, [3, 12, 30], [104, 86, 78])


def _quarters(rng: np.random.Generator, radius: Floats) -> Blocks:
    """Four quarters around the centre; the cross street is set off at the main street."""
    count = len(radius)
    reach = np.round((1.75 * radius + 150) * DECIMETRE).astype(np.int64)
    shift = np.round((rng.random(count) - 0.5) * np.clip(0.2 * radius, 0, 130) * DECIMETRE)
    shift = shift.astype(np.int64)
    zero = np.zeros(count, dtype=np.int64)
    low = [(-reach, zero), (zero, zero), (-reach, -reach), (shift, -reach)]
    high = [(zero, reach), (reach, reach), (shift, zero), (reach, zero)]
    stacked = [np.concatenate([np.stack(pair, axis=1) for pair in side]) for side in (low, high)]
    return Blocks(np.tile(np.arange(count), 4), *stacked)


def _split(
    rng: np.random.Generator, found: Blocks, depth: Floats, layout: Layout, grain: Waves
) -> Blocks:
    """Halve blocks, roughly, until none is too long or too deep."""
    finished = []
    while len(found.owner):
        target = depth[found.owner] * _coarseness(found, layout, grain)
        size = found.size
        long = size.max(axis=1) > LONGEST * target
        deep = size.min(axis=1) > DEEPEST * target
        finished.append(found.take(~(long | deep)))
        found, size, long = found.take(long | deep), size[long | deep], long[long | deep]
        axis = np.where(long, size.argmax(axis=1), size.argmin(axis=1))
        found = _halved(rng, found, axis)
    return Blocks(*(np.concatenate(column) for column in zip(*finished)))


def _coarseness(found: Blocks, layout: Layout, grain: Waves) -> Floats:
    """Blocks are larger out along the main street, where industry settles, smaller in towns.

    From district to district they differ a little.
    """
    plan, owner = found.centre, found.owner
    away = np.hypot(*plan.T) / layout.radius[owner]
    ahead = plan[:, 0] > 0.8 * np.hypot(*plan.T)
    town = layout.radius[owner] > 800
    factor = np.where(ahead & (away > 0.6) & town, 1.6, np.where(town & (away < 0.16), 0.9, 1.0))
    district = grain.height(layout.ground(plan, owner))
    return np.asarray(factor * (1.04 + 0.16 * district))


def _halved(rng: np.random.Generator, found: Blocks, axis: Integers) -> Blocks:
    row = np.arange(len(axis))
    low, high = found.low[row, axis], found.high[row, axis]
    at = np.round(low + (high - low) * (0.42 + 0.16 * rng.random(len(axis)))).astype(np.int64)
    first_high, second_low = found.high.copy(), found.low.copy()
    first_high[row, axis] = second_low[row, axis] = at
    return Blocks(
        np.tile(found.owner, 2),
        np.concatenate([found.low, second_low]),
        np.concatenate([first_high, found.high]),
    )


def _free(found: Blocks, settlements: pd.DataFrame, layout: Layout, ground: Ground) -> Mask:
    """Which blocks lie on free ground on their own side of the municipal borders."""
    centre = layout.ground(found.centre, found.owner)
    reach = np.hypot(*found.size.T) / 2
    codes = np.append(ground.municipalities["code"].to_numpy(), "")
    home = codes[ground.municipality(centre)] == settlements["municipality"].to_numpy()[found.owner]
    crossing = settlements["key"].to_numpy()[found.owner] == BORDER_CROSSING
    free = (home | (crossing & ground.inside(centre))) & ~near(centre, ground.motorway, 140)
    free &= ~near(centre, ground.lakes, 110)
    rows, neighbours = _neighbours(layout)
    for row, neighbour in zip(rows, neighbours):
        mine = np.flatnonzero(found.owner == row)
        room = _to_separator(centre[mine], layout, row, neighbour) - reach[mine]
        free[mine] &= room > GAP / 2
    return free


def _neighbours(layout: Layout) -> tuple[Integers, Integers]:
    """Pairs of settlements near enough to grow together, each both ways."""
    apart = np.hypot(*(layout.origin[:, None] - layout.origin[None]).transpose(2, 0, 1))
    close = apart < 1.5 * (layout.radius[:, None] + layout.radius) + 900
    np.fill_diagonal(close, val=False)
    rows, neighbours = np.nonzero(close)
    return rows, neighbours


def _to_separator(points: Floats, layout: Layout, row: int, neighbour: int) -> Floats:
    """About how far each point lies on the settlement's side of the line between two [m]."""
    beyond = [
        np.hypot(*(points - layout.origin[place]).T) - layout.radius[place]
        for place in (row, neighbour)
    ]
    return np.asarray((beyond[1] - beyond[0]) / 2)
