"""Buildings: what stands on the plots, on the farms and in the back gardens."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from ..methods.progress import Progress
from . import facts
from .blocks import chosen
from .farms import Farms
from .ground import Ground
from .shapes import Floats, Integers, Mask, apart, generator, ranges, rectangles, shares, touching
from .zones import ZONE, Dwellings

GARAGES = 0.42
"""Share of detached houses with a building of their own for the car."""
TOWN_FLATS = 0.45
"""Share of the buildings in the centre with flats above the shops."""
ROW_HOUSE = 6.0
"""Width of a row house [m]."""
FLAT = 96.0
"""Floor area per flat, stairs and walls included [m2]."""
TOUCH = 1.0
"""Buildings are at least this far apart [m]."""
INDUSTRIES = np.array([
    "Industri;Annan tillverkningsindustri", "Industri;Metall- eller maskinindustri",
    "Industri;Trävaruindustri", "Industri;Livsmedelsindustri", "Industri;Industrihotell",
    "Verksamhet",
], dtype=object)  # fmt: skip
HOUSE = "Bostad;Småhus friliggande"
BLOCK_OF_FLATS = "Bostad;Flerfamiljshus"
ROW_HOUSES = "Bostad;Småhus radhus"


def buildings(
    seed: int,
    plots: pd.DataFrame,
    homesteads: Farms,
    settlements: pd.DataFrame,
    needed: Dwellings,
    ground: Ground,
    streets: npt.NDArray[np.object_],
    progress: Progress,
) -> pd.DataFrame:
    """Build on the plots as much as is needed, and the farms.

    Returns
    -------
    DataFrame
        ``owner`` (settlement, or number of settlements + municipality), ``zone`` (-1 on farms),
        ``e``, ``n`` [m], ``remoteness``, ``objekttyp``, ``andamal1``, ``dwellings``, ``floors``,
        ``built``, ``tenure``, ``holiday``, ``geometry``.
    """
    rng = generator(seed, "buildings")
    plots = _free(plots, ground, streets)
    progress(0.6)
    town = _used(rng, plots, settlements, needed)
    country = _country(rng, homesteads, len(settlements))
    country = country[~_blocked(country, ground, streets)]
    table = pd.concat([town, country], ignore_index=True)
    table = pd.concat([table, _garages(rng, table)], ignore_index=True)
    table["geometry"] = _outlines(table)
    progress(0.8)
    small = (table["objekttyp"] == "Komplementbyggnad").to_numpy()
    keep = apart(np.asarray(table["geometry"]), TOUCH)
    keep[small] &= ~_blocked(table[small], ground, streets)
    table = table[keep].reset_index(drop=True)
    return _described(rng, table, settlements)


def _outlines(table: pd.DataFrame) -> npt.NDArray[np.object_]:
    columns = (table[name].to_numpy(dtype=float) for name in ("length", "width", "angle"))
    return rectangles(table[["e", "n"]].to_numpy(dtype=float), *columns)


def _blocked(table: pd.DataFrame, ground: Ground, streets: npt.NDArray[np.object_]) -> Mask:
    """Which outlines stand in water, on rails or on a street."""
    shapes = _outlines(table)
    blocked = touching(shapes, ground.banks)
    for obstacle, room in (
        (ground.tracks, 20.0), (ground.rivers, 9.0), (ground.lakes, 12.0),
        (ground.motorway, 60.0), (streets, 3.0),
    ):  # fmt: skip
        found = shapely.STRtree(obstacle).query(shapes, predicate="dwithin", distance=room)
        blocked[found[0]] = True
    return blocked


def _free(plots: pd.DataFrame, ground: Ground, streets: npt.NDArray[np.object_]) -> pd.DataFrame:
    """Keep plots that nothing stands in the way of, nor another plot's building."""
    plots = plots[~_blocked(plots, ground, streets)]
    return plots[apart(_outlines(plots), 2 * TOUCH)].reset_index(drop=True)


def _used(
    rng: np.random.Generator, plots: pd.DataFrame, settlements: pd.DataFrame, needed: Dwellings
) -> pd.DataFrame:
    """Take as many houses as are needed and share the flats among their buildings."""
    rule = facts.ZONES.iloc[plots["zone"]].reset_index(drop=True)
    kind = rule["kind"].to_numpy()
    plots = plots.assign(objekttyp=rule["objekttyp"], andamal1=rule["andamal1"], holiday=0)
    owner = plots["owner"].to_numpy()
    over_shops = (kind == "centre") & (rng.random(len(plots)) < TOWN_FLATS)
    plots.loc[over_shops, ["objekttyp", "andamal1"]] = ["Bostad", BLOCK_OF_FLATS]
    factories = kind == "industry"
    draw = np.floor(rng.random(factories.sum()) ** 0.8 * len(INDUSTRIES)).astype(int)
    plots.loc[factories, "andamal1"] = INDUSTRIES[draw]
    plots.loc[factories, "objekttyp"] = plots.loc[factories, "andamal1"].str.split(";").str[0]
    dwellings = np.zeros(len(plots), dtype=np.int64)
    dwellings[kind == "rows"] = np.round(plots["length"][kind == "rows"] / ROW_HOUSE)
    dwellings[kind == "detached"] = 1
    order = rng.random(len(plots)) + 0.25 * plots["remoteness"].to_numpy()
    keep = ~np.isin(kind, ["rows", "detached"])
    for name, quota in (("rows", needed.rows), ("detached", needed.detached)):
        first = np.where(kind == name, order, np.inf)
        keep |= chosen(owner, first, dwellings.astype(float), quota.astype(float))
    flats = np.isin(kind, ["flats", "care"]) | over_shops
    room = (plots["length"] * plots["width"] * plots["floors"]).to_numpy()
    dwellings[flats] = shares(room[flats], owner[flats], needed.flats, least=2)
    storeys = np.ceil(dwellings * FLAT / (plots["length"] * plots["width"]))
    floors = np.where(flats, np.clip(storeys, 2, 9), plots["floors"]).astype(np.int64)
    plots["holiday"] = _holiday(owner, kind, order, settlements)
    return plots.assign(dwellings=dwellings, floors=floors)[keep].reset_index(drop=True)


def _holiday(
    owner: Integers, kind: npt.NDArray[np.object_], order: Floats, settlements: pd.DataFrame
) -> Integers:
    """Mark the holiday homes of holiday-home areas; the last in order are lived in."""
    homes = settlements["homes"].to_numpy(dtype=float)
    first = np.where(kind == "detached", order, np.inf)
    return chosen(owner, first, np.ones(len(owner)), homes).astype(np.int64)


def _country(rng: np.random.Generator, homesteads: Farms, settlements: int) -> pd.DataFrame:
    """Houses and barns in two rows beyond the end of each track."""
    counts = homesteads.houses + homesteads.barns
    farm = np.repeat(np.arange(len(counts)), counts)
    number = ranges(counts)
    house = number < homesteads.houses[farm]
    holiday = homesteads.holiday[farm] & house
    draw = rng.random((4, len(farm)))
    along, across = 10.0 + 27.0 * (number // 2), np.where(number % 2 == 0, 15.0, -15.0)
    along, across = along + 4 * (draw[0] - 0.5), across + 4 * (draw[1] - 0.5)
    angle = homesteads.angle[farm]
    cosine, sine = np.cos(angle), np.sin(angle)
    yard = homesteads.yard[farm]
    length = np.where(house, np.where(holiday, 8, 11) + 3 * draw[2], 13 + 9 * draw[2])
    width = np.where(house, np.where(holiday, 6, 8) + 2 * draw[3], 8 + 4 * draw[3])
    return pd.DataFrame(
        {
            "owner": settlements + homesteads.municipality[farm], "zone": -1, "block": -1,
            "e": yard[:, 0] + cosine * along - sine * across,
            "n": yard[:, 1] + sine * along + cosine * across,
            "length": length, "width": width, "angle": angle + 0.16 * (draw[2] - 0.5),
            "inward": np.where(across > 0, 1, -1) * np.pi / 2, "floors": 1 + (draw[3] > 0.4),
            "remoteness": 0.5, "objekttyp": np.where(house, "Bostad", "Ekonomibyggnad"),
            "andamal1": np.where(house, HOUSE, "Ekonomibyggnad"),
            "holiday": holiday.astype(np.int64), "dwellings": house.astype(np.int64),
        }
    )  # fmt: skip


def _garages(rng: np.random.Generator, table: pd.DataFrame) -> pd.DataFrame:
    """Small buildings behind some of the detached houses."""
    houses = table[(table["andamal1"] == HOUSE) & (rng.random(len(table)) < GARAGES)]
    draw = rng.random((3, len(houses)))
    length, width = 5.5 + 3 * draw[0], 3.6 + 2.6 * draw[1]
    angle, inward = houses["angle"].to_numpy(), houses["inward"].to_numpy()
    back = (houses["width"] + width) / 2 + 2.5 + 3 * draw[2]
    aside = (houses["length"] - length) / 2 * np.where(draw[2] < 0.5, -1, 1)
    return houses.assign(
        e=houses["e"] + np.cos(angle + inward) * back + np.cos(angle) * aside,
        n=houses["n"] + np.sin(angle + inward) * back + np.sin(angle) * aside,
        length=length, width=width, floors=1, dwellings=0, holiday=0,
        objekttyp="Komplementbyggnad", andamal1="Komplementbyggnad",
    )  # fmt: skip


def _described(
    rng: np.random.Generator, table: pd.DataFrame, settlements: pd.DataFrame
) -> pd.DataFrame:
    """Add year and tenure: towns grow outwards, estates are let or owned as a whole."""
    newness = facts.CHARACTERS["newness"].loc[settlements["character"]].to_numpy()
    owner = table["owner"].to_numpy()
    rural = owner >= len(settlements)
    fresh = np.where(rural, 0.0, newness[np.minimum(owner, len(settlements) - 1)])
    share = 0.9 * table["remoteness"].to_numpy() + fresh + 0.35 * (rng.random(len(table)) - 0.5)
    year = np.interp(share, [0, 0.35, 0.7, 1.05], [1890, 1948, 1972, 2018])
    year = np.where(rural, 1830 + 150 * rng.random(len(table)) ** 0.7, year)
    built = np.round(np.where(rng.random(len(table)) < 0.06, 2021, year)).astype(np.int64)
    estate = (table["block"].to_numpy() * 7919) % 100
    flats = (table["andamal1"] == BLOCK_OF_FLATS).to_numpy()
    rows = (table["andamal1"] == ROW_HOUSES).to_numpy()
    home = (table["dwellings"] > 0).to_numpy()
    tenure = np.where(home, "äganderätt", "")
    tenure = np.where(rows, np.where(estate < 45, "bostadsrätt", "äganderätt"), tenure)
    tenure = np.where(flats, np.where(estate < 58, "hyresrätt", "bostadsrätt"), tenure)
    zone_care = table["zone"].to_numpy() == ZONE["care"]
    return table.assign(built=built, tenure=np.where(zone_care, "hyresrätt", tenure))
