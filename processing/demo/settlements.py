"""Where people live in groups: localities, small places, villages, holiday-home areas."""

from __future__ import annotations

import numpy as np
import pandas as pd

from . import facts
from .ground import TINY, Ground, plainness
from .shapes import Floats, generator, near, spaced

SQUARE_METRES = 10_000.0
RURAL_GROUPED = 0.24
"""Share of the rural population in villages of 10 to 199 inhabitants (our own choice)."""
LARGER_VILLAGES = 0.6
"""Share of those in villages of 50 to 199 (our own choice)."""

COLUMNS = [
    "key", "name", "code", "kind", "municipality", "e", "n", "population", "pop_year", "source",
    "in18", "character", "flats", "jobs", "homes", "area",
]  # fmt: skip


def settlements(size: str, seed: int, ground: Ground) -> pd.DataFrame:
    """List the settlements of a size, largest localities first within each kind.

    Returns
    -------
    DataFrame
        ``COLUMNS``; ``kind`` is tatort, smaort, by or fritidshusomrade, ``area`` the built-up
        area to fill [m2]; and ``radius`` [m], ``angle`` [radians], the direction of the main
        street.
    """
    known = pd.concat([_localities(), _named()], ignore_index=True)
    if size == "tiny":
        known = known[_within(known, TINY, margin=600)]
    known = _measured(known.reset_index(drop=True))
    villages = _measured(_villages(seed, ground, known))
    table = pd.concat([known, villages], ignore_index=True)
    return table.assign(angle=_angles(generator(seed, "angles"), table))


def rural_population(ground: Ground) -> np.ndarray:
    """Inhabitants outside localities, per municipality of the ground."""
    in_places = facts.PLACES.groupby("municipality")["population"].sum()
    rural = ground.municipalities["population"] - ground.municipalities["code"].map(in_places)
    return np.round(rural * ground.municipalities["share"]).to_numpy(dtype=np.int64)


def _localities() -> pd.DataFrame:
    places = facts.PLACES
    radius = np.sqrt(places["area_ha"] * SQUARE_METRES / np.pi)
    return places.rename(columns={"place_id": "key", "population_year": "pop_year"}).assign(
        kind="tatort",
        homes=0,
        # Delineation adds an outline margin, so the blocks fill a little less.
        area=1.05 * np.pi * (radius - 18) ** 2,
    )[COLUMNS]


def _named() -> pd.DataFrame:
    villages = facts.VILLAGES
    dwellings = villages["population"] / 2.2 + villages["homes"]
    return villages.rename(columns={"village_id": "key"}).assign(
        code="",
        pop_year=2020,
        in18=0,
        character=np.where(villages["homes"] > 0, "holiday", "rural"),
        flats=0.0,
        jobs=np.round(villages["population"] * 0.08).astype(int),
        area=dwellings * 2600.0,
    )[COLUMNS]


def _within(table: pd.DataFrame, window: tuple[float, ...], margin: float) -> pd.Series:
    west, south, east, north = window
    across = table["e"].between(west + margin, east - margin)
    return across & table["n"].between(south + margin, north - margin)


def _villages(seed: int, ground: Ground, known: pd.DataFrame) -> pd.DataFrame:
    """Nameless villages, as many as each municipality's rural population calls for."""
    rng = generator(seed, "villages")
    spots = _free_spots(rng, ground, known)
    home = ground.municipality(spots)
    grouped = rural_population(ground) * RURAL_GROUPED
    small = known[known["kind"] == "smaort"].groupby("municipality")["population"].sum()
    codes = ground.municipalities["code"]
    larger = np.maximum(grouped * LARGER_VILLAGES - codes.map(small).fillna(0), 0)
    wanted = np.stack([np.round(larger / 98), np.round(grouped * (1 - LARGER_VILLAGES) / 26)])
    order = pd.Series(home).groupby(home).cumcount().to_numpy()
    is_larger = order < wanted[0, home]
    use = order < wanted.sum(axis=0)[home]
    rows = _village_rows(rng, spots[use], is_larger[use])
    return rows.assign(municipality=codes.to_numpy()[home[use]])[COLUMNS]


def _village_rows(rng: np.random.Generator, spots: Floats, is_larger: np.ndarray) -> pd.DataFrame:
    draw = rng.random(len(spots))
    population = np.where(is_larger, 55 + 135 * draw**2, 11 + 36 * draw**1.4).astype(np.int64)
    number = np.where(is_larger, np.cumsum(is_larger), np.cumsum(~is_larger))
    word = np.where(is_larger, "Småort ", "By ")
    return pd.DataFrame(
        {
            "key": "", "name": np.char.add(word, number.astype(str)), "code": "",
            "kind": np.where(is_larger, "smaort", "by"), "e": spots[:, 0], "n": spots[:, 1],
            "population": population, "pop_year": 2020, "source": "our own", "in18": 0,
            "character": "rural", "flats": 0.0, "jobs": np.round(population * 0.08).astype(int),
            "homes": 0, "area": population / 2.2 * 2600.0,
        }
    )  # fmt: skip


def _free_spots(rng: np.random.Generator, ground: Ground, known: pd.DataFrame) -> Floats:
    """Random spots away from everything known and from each other."""
    west, south, east, north = ground.region.bounds
    count = int((east - west) * (north - south) / 1.5e6)
    spots = np.round([west, south] + rng.random((count, 2)) * [east - west, north - south])
    # Few villages lie deep in the forest.
    free = ground.inside(spots) & (rng.random(count) < 0.3 + 0.7 * plainness(spots))
    spots = spots[free]
    places = known[["e", "n"]].to_numpy(dtype=float)
    distance = np.hypot(*(spots[:, None, :] - places).transpose(2, 0, 1))
    free = (distance > known["radius"].to_numpy() * 1.35 + 750).all(axis=1)
    borders = np.asarray(ground.municipalities.geometry.exterior.array)
    for obstacle, room in (
        (borders, 600), (ground.lakes, 350), (ground.tracks, 350), (ground.motorway, 450),
        (ground.rivers, 300),
    ):  # fmt: skip
        free &= ~near(spots, obstacle, room)
    spots = spots[free]
    return spots[spaced(spots, 1400)]


def _measured(table: pd.DataFrame) -> pd.DataFrame:
    return table.assign(radius=np.sqrt(table["area"] / np.pi))


def _angles(rng: np.random.Generator, table: pd.DataFrame) -> Floats:
    """Let main streets run as the railway or else the first numbered road runs there."""
    angle = rng.random(len(table)) * np.pi
    row = {key: index for index, key in enumerate(table["key"]) if key}
    courses = [("road", name) for name in facts.ROADS["name"][::-1]]
    for kind, name in courses + [("railway", name) for name in facts.RAILWAYS["name"][::-1]]:
        course = facts.stops_of(kind, name)
        position = course[["e", "n"]].to_numpy(dtype=float)
        ahead = np.concatenate([position[1:], position[-1:]])
        behind = np.concatenate([position[:1], position[:-1]])
        heading = np.arctan2(*(ahead - behind).T[::-1])
        for place, turn in zip(course["place_id"], heading):
            if place in row:
                angle[row[place]] = turn
    return angle
