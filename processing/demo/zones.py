"""What each block is used for: centre, flats, houses, industry, schools, parks."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from . import facts
from .blocks import Blocks, chosen
from .ground import Ground
from .households import persons
from .layout import Layout
from .settlements import SQUARE_METRES
from .shapes import Floats, Integers, generator, near, waves

ZONE = {name: code for code, name in enumerate(facts.ZONES["zone"])}
"""Code of each zone: the row in ``facts.ZONES``."""
GREEN = [ZONE["park"], ZONE["nature"]]
"""Zones without buildings."""

ROW_HOUSES = 0.12
"""Share of row houses among the houses of places with more than 1 500 inhabitants."""


class Dwellings(NamedTuple):
    """How many dwellings each settlement needs."""

    flats: Integers
    rows: Integers
    detached: Integers


def dwellings(settlements: pd.DataFrame) -> Dwellings:
    """Dwellings by type for each settlement's population, holiday homes included."""
    population, flats = settlements["population"].to_numpy(), settlements["flats"].to_numpy()
    rows = np.where(population > 1500, ROW_HOUSES, 0) * (1 - flats)
    detached = 1 - flats - rows
    size = persons(settlements["character"])
    mean = size["flats"] * flats + size["rows"] * rows + size["detached"] * detached
    # Some dwellings stand empty.
    total = 1.03 * population / mean
    counts = [np.ceil(share * total).astype(np.int64) for share in (flats, rows, detached)]
    return Dwellings(counts[0], counts[1], counts[2] + settlements["homes"].to_numpy())


def zones(
    seed: int,
    settlements: pd.DataFrame,
    layout: Layout,
    found: Blocks,
    needed: Dwellings,
    ground: Ground,
) -> Integers:
    """Give each block its zone, the most demanding uses first.

    Banks of the widest river stay green.

    Returns
    -------
    ndarray, shape (n,)
        Codes of ``ZONE``.
    """
    scene = _Scene(seed, settlements, layout, found)
    zone = np.full(len(found.owner), ZONE["detached"], dtype=np.int64)
    zone[scene.is_holiday] = ZONE["holiday"]
    bank = near(scene.position, ground.banks, 10.0)
    zone[bank] = ZONE["park"]
    free = ~scene.is_holiday & ~bank
    for name, order, amount, quota in scene.demands(needed):
        taken = chosen(found.owner, np.where(free, order, np.inf), amount, quota)
        zone[taken] = ZONE[name]
        free &= ~taken
    return zone


class _Scene:
    """Scores of all blocks for the uses that compete for them."""

    def __init__(self, seed: int, settlements: pd.DataFrame, layout: Layout, found: Blocks) -> None:
        rng = generator(seed, "zones")
        self.settlements, self.found, owner = settlements, found, found.owner
        self.plan, self.area = found.centre, found.area
        self.position = layout.ground(self.plan, owner)
        self.remoteness = layout.remoteness(self.plan, owner)
        self.from_focus = np.hypot(*(self.position - _focus(settlements)[owner]).T)
        self.from_focus /= layout.radius[owner]
        self.ahead = self.plan[:, 0] / np.maximum(np.hypot(*self.plan.T), 1.0)
        fields = waves(rng, np.array([1100.0, 800.0, 900.0]), count=6)
        self.patch = [fields.height(self.position, field) for field in range(3)]
        self.chance = rng.random(len(owner))
        self.is_holiday = (settlements["kind"] == "fritidshusomrade").to_numpy()[owner]

    def demands(self, needed: Dwellings) -> list[tuple[str, Floats, Floats, Floats]]:
        """Zone, order, amount per block and quota per settlement, in order of precedence."""
        table = self.settlements
        population, area = table["population"].to_numpy(float), table["area"].to_numpy()
        character = facts.CHARACTERS.loc[table["character"]].reset_index(drop=True)
        town = population >= 350
        one = np.ones(len(self.area))
        dense = np.interp(population, [1000, 10_000, 60_000], [34.0, 52.0, 74.0]) / SQUARE_METRES
        middle = np.maximum(np.abs(self.remoteness - 0.45) - 0.38, 0) * 3 + self.chance
        inner = self.from_focus + 0.42 * self.patch[0]
        return [
            *self._sites(),
            ("centre", self.from_focus, self.area, np.where(town, 4000 + 7.5 * population, 0.0)),
            ("cemetery", 0.3 * self.from_focus + self.chance, one, town * (1 + population // 9000)),
            ("industry", self._edge(), self.area, area * character["industry"].to_numpy() * town),
            ("school", middle, one, town * (1 + population // 2300)),
            ("care", middle, one, (population >= 900) * (1 + population // 3800)),
            ("sports", middle, one, town * (1 + population // 6000)),
            ("flats", inner, self.area, needed.flats / dense),
            ("rows", self.remoteness + 0.6 * self.patch[2], self.area,
             needed.rows * SQUARE_METRES / 26),
            ("park", 0.1 * self.chance - self.patch[1], self.area,
             area * character["green"].to_numpy() * (population > 200)),
        ]  # fmt: skip

    def _edge(self) -> Floats:
        """Industry's order: out along the main street, in one piece."""
        order = (1 - self.ahead) + 0.5 * np.abs(self.remoteness - 0.85) + 0.15 * self.chance
        return np.asarray(np.where(self.remoteness > 0.4, order, np.inf))

    def _sites(self) -> list[tuple[str, Floats, Floats, Floats]]:
        """Large single-use sites: blocks nearest to where they are."""
        keys = self.settlements["key"].to_numpy()
        demands = []
        for site in facts.SITES.itertuples():
            distance = np.hypot(*(self.position - [site.e, site.n]).T)
            quota = np.where(keys == site.place_id, site.ha * SQUARE_METRES, 0.0)
            demands.append((site.zone, distance, self.area, quota))
        return demands


def _focus(settlements: pd.DataFrame) -> npt.NDArray[np.float64]:
    """Where the centre is: near the station, else in the middle."""
    middle = settlements[["e", "n"]].to_numpy(dtype=float)
    stations = facts.STATIONS.set_index("place_id")[["e", "n"]].reindex(settlements["key"])
    station = stations.to_numpy(dtype=float)
    away = middle - station
    distance = np.maximum(np.hypot(*away.T), 1.0)[:, None]
    near_station = station + away / distance * np.minimum(distance, 220.0)
    return np.where(np.isnan(station), middle, near_station)
