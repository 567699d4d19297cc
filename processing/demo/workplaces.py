"""Workplaces by industry, as the towns' characters say."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from . import facts
from .premises import GROUPS, Premises
from .shapes import CENTIMETRE, Floats, Integers, generator, shares

COLUMNS = ["employees", "sni", "sni_div", "geometry"]
UNEVEN = 1.6
"""Spread of the workplaces' sizes: standard deviation of their logarithm."""


def workplaces(
    seed: int, buildings: pd.DataFrame, keys: pd.Series, character: pd.Series, jobs: Integers
) -> gpd.GeoDataFrame:
    """Share each place's jobs among industries, workplaces and buildings.

    Parameters
    ----------
    seed : int
        Decides sizes and places.
    buildings : DataFrame
        All buildings.
    keys, character : Series
        Key (may be empty) and character of each owner.
    jobs : ndarray, shape (owners,)
        Jobs of each owner.

    Returns
    -------
    GeoDataFrame
        ``COLUMNS``, a point per workplace; employees sum to the jobs of each place.
    """
    rng = generator(seed, "work")
    table = facts.INDUSTRIES
    by_section = _jobs_by_section(keys, character, jobs)
    count = np.where(
        by_section > 0, np.maximum(1, np.round(by_section / table["size"].to_numpy(float))), 0
    ).astype(np.int64)
    cell = np.repeat(np.arange(count.size), count.ravel())
    owner, section = np.divmod(cell, len(table))
    weight = np.exp(UNEVEN * rng.normal(size=len(cell)))
    employees = shares(weight, cell, by_section.ravel(), least=1)
    group = _premises(rng, section)
    number = np.floor(rng.random(len(cell)) * 1_000_003).astype(np.int64)
    building = Premises(buildings, len(keys)).pick(owner, group, number)
    spots = _spots(rng, buildings, building)
    frame = pd.DataFrame(
        {
            "employees": employees,
            "sni": table["section"].to_numpy()[section],
            "sni_div": _divisions(rng, keys.to_numpy()[owner], section),
        }
    )
    return gpd.GeoDataFrame(frame, geometry=shapely.points(spots))[COLUMNS]


def _jobs_by_section(keys: pd.Series, character: pd.Series, jobs: Integers) -> Integers:
    """Jobs per owner and section; places of their own kind have a column of their own."""
    table = facts.INDUSTRIES
    profile = np.where(keys.isin(table.columns[2:]), keys, character)
    weight = table[list(profile)].to_numpy(dtype=float).T
    owner = np.repeat(np.arange(len(jobs)), len(table))
    return shares(weight.ravel(), owner, jobs).reshape(len(jobs), -1)


def _premises(rng: np.random.Generator, section: Integers) -> Integers:
    likely = np.cumsum(facts.INDUSTRIES[list(GROUPS)].to_numpy(dtype=float), axis=1)
    likely /= likely[:, -1:]
    return (rng.random(len(section))[:, None] > likely[section]).sum(axis=1)


def _divisions(rng: np.random.Generator, key: np.ndarray, section: Integers) -> np.ndarray:
    """Two-digit division of each workplace."""
    chance, division = rng.random(len(section)), np.empty(len(section), dtype=object)
    for (place, letter), rows in facts.DIVISIONS.groupby(["place_id", "section"], sort=True):
        here = facts.INDUSTRIES["section"].to_numpy()[section] == letter
        here &= (key == place) if place else True
        likely = np.cumsum(rows["weight"].to_numpy(dtype=float))
        chosen = np.searchsorted(likely / likely[-1], chance[here])
        division[here] = rows["division"].to_numpy()[np.minimum(chosen, len(rows) - 1)]
    return division


def _spots(rng: np.random.Generator, buildings: pd.DataFrame, building: Integers) -> Floats:
    """Points inside the buildings, a few metres from the middle."""
    table = buildings.iloc[building]
    length, width, angle = (table[name].to_numpy() for name in ("length", "width", "angle"))
    along, across = (rng.random((2, len(building))) - 0.5) * 0.7 * np.stack([length, width])
    shift = np.stack(
        [
            np.cos(angle) * along - np.sin(angle) * across,
            np.sin(angle) * along + np.cos(angle) * across,
        ],
        axis=1,
    )
    return np.round(table[["e", "n"]].to_numpy(dtype=float) + shift, CENTIMETRE)
