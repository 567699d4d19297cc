"""Farms and lone houses along the roads, each at the end of its track."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import shapely
from scipy.spatial import cKDTree

from .ground import Ground, plainness
from .roads import RANK, Roads
from .settlements import RURAL_GROUPED
from .shapes import Floats, Integers, generator, near, spaced, touching

APART = 300.0
"""Distance between farms [m]: their houses are further apart than a locality's largest gap."""
FROM_SETTLEMENTS = 430.0
"""Distance of farms from the blocks of settlements [m]."""
PERSONS = 2.35
"""About how many live in a house on a farm."""
HOUSES = np.array([0.48, 0.29, 0.15, 0.08])
"""Shares of farms with one to four houses (our own choice)."""


class Farms(NamedTuple):
    """One row per farm or group of lone houses."""

    gate: Floats
    """Where the track leaves the road: a vertex of it."""
    yard: Floats
    """Where the track ends and the buildings begin."""
    angle: Floats
    """Direction from gate to yard [radians]."""
    municipality: Integers
    """Row of the municipality."""
    houses: Integers
    """Number of houses, 1 to 4."""
    barns: Integers
    """Number of farm buildings, 0 to 4."""
    holiday: np.ndarray
    """Whether the houses are holiday homes."""

    def take(self, chosen: np.ndarray) -> Farms:
        """Only the chosen farms."""
        return Farms(*(column[chosen] for column in self))


def farms(seed: int, network: Roads, blocks: Floats, rural: Integers, ground: Ground) -> Farms:
    """Settle the rural population that does not live in villages.

    Parameters
    ----------
    seed : int
        Decides the sites.
    network : Roads
        Roads to settle along.
    blocks : ndarray, shape (n, 2)
        Middles of the settlements' blocks [m].
    rural : ndarray, shape (m,)
        Rural population per municipality.
    ground : Ground
        Water, rails and borders to keep away from.
    """
    rng = generator(seed, "farms")
    gate, yard = _candidates(rng, network)
    roomy = ground.inside(yard) & (cKDTree(blocks).query(yard)[0] > FROM_SETTLEMENTS)
    gate, yard = gate[roomy], yard[roomy]
    clear = _clear(yard, network, ground)
    gate, yard = gate[clear], yard[clear]
    apart = spaced(yard, APART)
    gate, yard = gate[apart], yard[apart]
    reached = _open(gate, yard, network, ground)
    gate, yard = gate[reached], yard[reached]
    return _settled(rng, gate, yard, rural, ground)


def _candidates(rng: np.random.Generator, network: Roads) -> tuple[Floats, Floats]:
    """Yards beside the vertices of the roads, in random order."""
    lines = [line for line, rank in zip(network.line, network.rank) if rank < RANK["motorway"]]
    gate = np.concatenate([line[1:-1] for line in lines])
    ahead = np.concatenate([line[2:] - line[:-2] for line in lines])
    order = rng.permutation(2 * len(gate)) % len(gate)
    gate, ahead = gate[order], ahead[order]
    side = np.stack([-ahead[:, 1], ahead[:, 0]], axis=1) / np.hypot(*ahead.T)[:, None]
    distance = 45 + 240 * rng.random(len(gate)) ** 2
    distance *= np.where(rng.random(len(gate)) < 0.5, -1, 1)
    skew = 0.25 * (rng.random(len(gate)) - 0.5)[:, None] * ahead
    return gate, np.round(gate + side * distance[:, None] + skew, 2)


def _clear(yard: Floats, network: Roads, ground: Ground) -> np.ndarray:
    """Yards with room for their buildings."""
    courses = np.array([shapely.linestrings(line) for line in network.line])
    clear = ~near(yard, courses, 40)
    for obstacle, room in (
        (ground.lakes, 110), (ground.tracks, 130), (ground.motorway, 170), (ground.rivers, 110),
        (np.asarray([ground.region.exterior]), 120),
    ):  # fmt: skip
        clear &= ~near(yard, obstacle, room)
    return clear


def _open(gate: Floats, yard: Floats, network: Roads, ground: Ground) -> np.ndarray:
    """Tracks that cross nothing on their way."""
    start = gate + 0.02 * (yard - gate)
    beyond = yard + (yard - gate) * (75 / np.hypot(*(yard - gate).T))[:, None]
    tracks = shapely.linestrings(np.stack([start, beyond], axis=1))
    courses = np.array([shapely.linestrings(line) for line in network.line])
    return ~touching(tracks, np.concatenate([courses, ground.tracks, ground.rivers, ground.lakes]))


def _settled(
    rng: np.random.Generator, gate: Floats, yard: Floats, rural: Integers, ground: Ground
) -> Farms:
    """As many farms as the population needs, with their buildings."""
    count = len(gate)
    home = ground.municipality(yard)
    houses = 1 + np.searchsorted(np.cumsum(HOUSES)[:-1], rng.random(count))
    plain = plainness(yard)
    holiday = rng.random(count) < 0.2 * (1 - plain)
    barns = np.floor(rng.random(count) * (1.6 + 2.6 * plain)).astype(np.int64)
    lone = rng.random(count) < 0.3
    lived_in = np.where(holiday, 0, houses) * PERSONS
    before = np.zeros(count)
    for row in range(len(rural)):
        mine = home == row
        before[mine] = np.cumsum(lived_in[mine]) - lived_in[mine]
    needed = before < rural[np.maximum(home, 0)] * (1 - RURAL_GROUPED)
    angle = np.arctan2(*(yard - gate).T[::-1])
    all_farms = Farms(gate, yard, angle, home, houses, np.where(lone | holiday, 0, barns), holiday)
    return all_farms.take(needed & (home >= 0))
