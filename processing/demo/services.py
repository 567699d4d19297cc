"""Services, by the number of inhabitants that carries them."""

from __future__ import annotations

from typing import NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from . import facts
from .premises import GROUPS, Premises
from .shapes import CENTIMETRE, Integers, generator, ranges

COLUMNS = ["type", "name", "geometry"]


class Services(NamedTuple):
    """The services and the buildings made for them."""

    frame: gpd.GeoDataFrame
    """``COLUMNS``, points."""
    building: Integers
    """Rows of the buildings with a purpose of their own."""
    purpose: np.ndarray
    """Their ``andamal1``."""


def services(
    seed: int, buildings: pd.DataFrame, settlements: pd.DataFrame, owners: int
) -> Services:
    """Give each place the services its inhabitants carry, and the railway stations.

    A place's character raises or lowers the number of inhabitants that counts.
    """
    rng = generator(seed, "services")
    table = facts.SERVICES
    count = _counts(settlements)
    cell = np.repeat(np.arange(count.size), count.ravel())
    owner, service = np.divmod(cell, len(table))
    number = ranges(count.ravel()) + 1
    shops = rng.random(len(cell)) < 0.7
    premises = table["premises"].replace("shops", "retail").map(GROUPS.index).to_numpy()[service]
    in_centre = (table["premises"].to_numpy()[service] == "shops") & shops
    premises = np.where(in_centre, GROUPS.index("centre"), premises)
    start = np.floor(rng.random((len(settlements), len(table))) * 997).astype(np.int64)
    building = Premises(buildings, owners).pick(
        owner, premises, start[owner, service] + number * 17
    )
    place, label = settlements["name"].to_numpy()[owner], table["label"].to_numpy()[service]
    only = count[owner, service] == 1
    name = [
        f"{what} {where}" if single else f"{what} {where} {which}"
        for what, where, which, single in zip(label, place, number, only)
    ]
    spots = np.round(buildings[["e", "n"]].to_numpy(dtype=float)[building], CENTIMETRE)
    frame = pd.DataFrame({"type": table["service"].to_numpy()[service], "name": name})
    stations = _stations(settlements)
    frame = pd.concat([frame, stations[["type", "name"]]], ignore_index=True)
    points = shapely.points(np.concatenate([spots, stations[["e", "n"]].to_numpy(dtype=float)]))
    purpose = table["andamal1"].to_numpy()[service]
    own = purpose != ""
    return Services(gpd.GeoDataFrame(frame, geometry=points)[COLUMNS], building[own], purpose[own])


def _counts(settlements: pd.DataFrame) -> Integers:
    """Count each service (columns) in each settlement (rows)."""
    table = facts.SERVICES
    character = facts.CHARACTERS.loc[settlements["character"]]
    factor = character[table["factor"]].to_numpy(dtype=float)
    carried = settlements["population"].to_numpy()[:, None] * factor
    more = np.round(carried / table["each"].to_numpy(dtype=float))
    enough = carried >= table["least"].to_numpy()
    return np.where(enough, np.maximum(1, more), 0).astype(np.int64)


def _stations(settlements: pd.DataFrame) -> pd.DataFrame:
    stations = facts.STATIONS[facts.STATIONS["place_id"].isin(settlements["key"])]
    return stations.assign(type="rail_station", name="Järnvägsstation " + stations["name"])
