"""How a settlement's plan lies on the ground: turned, bent and lobed, never a chessboard.

Streets and plots are laid out on a straight plan of blocks and then carried onto the ground by a
smooth map, so that they curve together and cannot cross.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from .shapes import Floats, Integers, Waves, generator, waves

BEND = 0.03
"""Amplitude of the bends as a share of their wave length: streets stay at least 65 % as long."""


class Layout(NamedTuple):
    """One row per settlement."""

    origin: Floats
    """Centre on the ground [m], shape (n, 2)."""
    angle: Floats
    """Direction of the main street [radians]."""
    radius: Floats
    """Radius of the circle of the settlement's area [m]."""
    bend: Waves
    """Fields that bend the plan: two rows per settlement."""
    amplitude: Floats
    """Of the bends [m]."""
    lobes: Floats
    """Strength of 2, 3, 4 and 5 lobes of the outline, shape (n, 4)."""
    turns: Floats
    """Their directions, shape (n, 4)."""

    def ground(self, plan: Floats, owner: Integers) -> Floats:
        """Carry points of the plans [m from the centre] onto the ground."""
        bent = plan + self.amplitude[owner, None] * np.stack(
            [self.bend.height(plan, 2 * owner + axis) for axis in (0, 1)], axis=1
        )
        cosine, sine = np.cos(self.angle[owner]), np.sin(self.angle[owner])
        turned = [cosine * bent[:, 0] - sine * bent[:, 1], sine * bent[:, 0] + cosine * bent[:, 1]]
        return np.asarray(self.origin[owner] + np.stack(turned, axis=1))

    def heading(self, plan: Floats, owner: Integers) -> Floats:
        """Direction on the ground of the plan's first axis [radians]."""
        step = np.array([4.0, 0.0])
        along = self.ground(plan + step, owner) - self.ground(plan - step, owner)
        return np.asarray(np.arctan2(along[:, 1], along[:, 0]))

    def remoteness(self, plan: Floats, owner: Integers) -> Floats:
        """Distance from the centre as a share of the outline's: 0 centre, about 1 edge."""
        turn = np.arctan2(plan[:, 1], plan[:, 0])
        order = np.arange(2, 6)
        wave = np.cos(turn[:, None] * order + self.turns[owner])
        reach = 1 + (self.lobes[owner] * wave).sum(axis=1)
        return np.asarray(np.hypot(plan[:, 0], plan[:, 1]) / (self.radius[owner] * reach))


def layout(seed: int, settlements: pd.DataFrame) -> Layout:
    """Draw each settlement's layout; it stretches along its main street."""
    rng = generator(seed, "layout")
    radius = settlements["radius"].to_numpy(dtype=float)
    length = np.clip(1.1 * radius, 420.0, 1900.0)
    bend = waves(rng, np.repeat(length, 2), count=3, spread=0.3)
    lobes = np.array([0.0, 0.09, 0.07, 0.05]) * rng.random((len(radius), 4))
    lobes[:, 0] = 0.12 + 0.1 * rng.random(len(radius))
    turns = 2 * np.pi * rng.random((len(radius), 4)) * [0, 1, 1, 1]
    origin = settlements[["e", "n"]].to_numpy(dtype=float)
    angle = settlements["angle"].to_numpy(dtype=float)
    return Layout(origin, angle, radius, bend, BEND * length, lobes, turns)
