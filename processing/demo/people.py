"""Residents: who lives at which address."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from . import households
from .blocks import chosen
from .buildings import BLOCK_OF_FLATS, ROW_HOUSES
from .commuting import IN_WORK
from .households import AGES
from .shapes import CENTIMETRE, Integers, Mask, generator, ranges
from .zones import ZONE

COLUMNS = ["population", "households", *AGES, "employed", "students", "geometry"]
NEWCOMERS = np.array([0.06, 0.12, 0.07, 0.12, 0.33, 0.3, 0, 0])
"""Ages of the few who join a household where the count would fall short."""


def residents(
    seed: int, buildings: pd.DataFrame, character: pd.Series, population: Integers
) -> gpd.GeoDataFrame:
    """Fill the dwellings until each place has its population, exactly.

    Parameters
    ----------
    seed : int
        Decides who lives where.
    buildings : DataFrame
        All buildings with ``owner``, ``dwellings``, ``holiday``, ``block``, ``zone``.
    character : Series
        Character of each owner.
    population : ndarray, shape (owners,)
        Inhabitants of each owner.

    Returns
    -------
    GeoDataFrame
        ``COLUMNS``, a point per inhabited building; the age classes sum to the population, and
        the share of each place's people in work is that of the commuting flows.
    """
    rng = generator(seed, "people")
    home = _homes(rng, buildings, character, population)
    persons = _persons(rng, home, population)
    persons["employed"] = _employed(rng, persons, population)
    count = len(buildings)
    cell = persons["building"].to_numpy() * len(AGES) + persons["age"].to_numpy()
    ages = np.bincount(cell, minlength=count * len(AGES)).reshape(count, -1)
    building = persons["building"].to_numpy()
    frame = pd.DataFrame(ages, columns=list(AGES)).assign(
        population=ages.sum(axis=1),
        households=np.bincount(home.building, minlength=count),
        employed=np.bincount(building[persons["employed"]], minlength=count),
        students=np.bincount(building[persons["student"]], minlength=count),
    )
    spots = shapely.points(np.round(buildings[["e", "n"]].to_numpy(dtype=float), CENTIMETRE))
    lived_in = (frame["population"] > 0).to_numpy()
    frame = frame[lived_in].reset_index(drop=True)
    return gpd.GeoDataFrame(frame, geometry=spots[lived_in])[COLUMNS]


class _Homes:
    """Households that have moved in: their building, owner and members."""

    def __init__(self, building: Integers, owner: Integers, members: households.Members) -> None:
        self.building, self.owner = building, owner
        self.age, self.student = members

    def take(self, here: Mask) -> _Homes:
        """Only some of them."""
        members = households.Members(self.age[here], self.student[here])
        return _Homes(self.building[here], self.owner[here], members)

    def inhabitants(self, owners: int) -> Integers:
        """Persons per owner."""
        size = (self.age >= 0).sum(axis=1)
        return np.bincount(self.owner, size, minlength=owners).astype(np.int64)


def _homes(
    rng: np.random.Generator, buildings: pd.DataFrame, character: pd.Series, population: Integers
) -> _Homes:
    """Households drawn for all dwellings; in random order, those that fit move in."""
    building = _dwellings(rng, buildings)
    table = buildings.iloc[building]
    owner = table["owner"].to_numpy()
    in_care = (table["zone"] == ZONE["care"]).to_numpy()
    estate = table["block"].to_numpy()
    members = households.draw(rng, _types(table), estate, in_care, character, owner)
    home = _Homes(building, owner, members)
    everyone = home.inhabitants(len(population))
    running = np.cumsum((home.age >= 0).sum(axis=1))
    return home.take(running - (np.cumsum(everyone) - everyone)[owner] <= population[owner])


def _dwellings(rng: np.random.Generator, buildings: pd.DataFrame) -> Integers:
    """List the building of each dwelling to live in, in random order within each owner."""
    counts = buildings["dwellings"].to_numpy() * (buildings["holiday"].to_numpy() == 0)
    building = np.repeat(np.arange(len(buildings), dtype=np.int64), counts)
    order = np.lexsort((rng.random(len(building)), buildings["owner"].to_numpy()[building]))
    return building[order]


def _types(table: pd.DataFrame) -> npt.NDArray[np.str_]:
    flats, rows = table["andamal1"] == BLOCK_OF_FLATS, table["andamal1"] == ROW_HOUSES
    return np.where(flats, "flats", np.where(rows, "rows", "detached"))


def _persons(rng: np.random.Generator, home: _Homes, population: Integers) -> pd.DataFrame:
    """One row per person: ``building``, ``owner``, ``age``, ``student``.

    Where the households come short of the population by a few, that many join some of them.
    """
    row, member = np.nonzero(home.age >= 0)
    homes = np.bincount(home.owner, minlength=len(population))
    missing = np.where(homes > 0, population - home.inhabitants(len(population)), 0)
    place = np.repeat(np.arange(len(missing)), missing)
    joined = (np.cumsum(homes) - homes)[place] + ranges(missing) * 37 % homes[place]
    chance = rng.random(len(place))
    row_of_all = np.concatenate([row, joined])
    age = np.append(home.age[row, member], np.searchsorted(np.cumsum(NEWCOMERS)[:-1], chance))
    return pd.DataFrame(
        {
            "building": home.building[row_of_all],
            "owner": home.owner[row_of_all],
            "age": age,
            "student": np.append(home.student[row], np.zeros(len(joined), dtype=bool)),
        }
    )


def _employed(
    rng: np.random.Generator, persons: pd.DataFrame, population: Integers
) -> npt.NDArray[np.bool_]:
    """Who is in work: in each place the usual share, of each age as many as are likely to."""
    likely = households.EMPLOYED[persons["age"]]
    likely = np.where(persons["student"], households.WORKING_STUDENTS, likely)
    chance = rng.random(len(persons))
    order = np.divide(chance, likely, out=np.full(len(persons), np.inf), where=likely > 0)
    owner = persons["owner"].to_numpy()
    return chosen(owner, order, np.ones(len(persons)), np.round(IN_WORK * population))
