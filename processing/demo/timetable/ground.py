"""Where stops may lie and how vehicles get from one to the next.

Streets are an invented web over the disc of a locality's area; country roads follow the region's
numbered roads, and invented ones where those are missing; railways are the region's.
"""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely
from scipy.spatial import distance_matrix

from .. import commuting
from ..shapes import generator
from . import names
from .graph import Ground, symmetric
from .rails import railways
from .roads import country
from .streets import STREET_LIFE, inside, web

NORRKOPING = pd.DataFrame(
    {
        "name": "Norrköping",
        "municipality": "0581",
        "e": commuting.NORRKOPING[0],
        "n": commuting.NORRKOPING[1],
        "population": 0,
        "area_ha": 0.0,
    },
    index=["norrkoping"],
)
"""The neighbour outside the region: a station only, so it counts no inhabitants here."""
NEAR_LOCALITY = 15000.0
LEAST_VILLAGE = 30
"""Inhabitants of the smallest village that lines call at."""
RESECENTRUM = {"linkoping", "motala", "mjolby", "kisa", "atvidaberg", "norrkoping"}


def ground(
    places: pd.DataFrame,
    villages: pd.DataFrame | None,
    *,
    seed: int,
    streets: gpd.GeoDataFrame | None,
) -> Ground:
    """Lay out all nodes and ways for the places handed in."""
    rng = generator(seed, "timetable ground")
    served = _served(places, villages)
    vertices = None if streets is None else shapely.get_coordinates(streets.geometry.to_numpy())
    found = inside(served, vertices, rng)
    ends, cost = web(found, rng)
    land = country(found, served, vertices, rng)
    rail = railways(land.nodes, _outside_stations(land.nodes, served))
    every = rail.nodes.assign(name=_names(rail.nodes, served, rng))
    return Ground(
        every,
        served,
        symmetric(np.vstack([ends, land.ends]), np.append(cost, land.cost), len(every)),
        symmetric(rail.ends, rail.cost, len(every)),
    )


def _served(places: pd.DataFrame, villages: pd.DataFrame | None) -> pd.DataFrame:
    """Places and villages by id, and Norrköping beyond Linköping's end of the main line."""
    frames = [places.set_index("place_id")]
    if villages is not None:
        frames.append(_near(villages.set_index("village_id").assign(area_ha=0.0), places))
    if "linkoping" in frames[0].index:
        frames.append(NORRKOPING)
    return pd.concat([frame[list(NORRKOPING.columns)] for frame in frames])


def _near(villages: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
    """Villages in reach of a locality, without holiday-home areas."""
    apart = distance_matrix(villages[["e", "n"]], places[["e", "n"]]).min(axis=1)
    return villages.loc[(apart <= NEAR_LOCALITY) & (villages["population"] >= LEAST_VILLAGE)]


def _outside_stations(nodes: pd.DataFrame, served: pd.DataFrame) -> npt.NDArray[np.int64]:
    outside = np.flatnonzero(served["population"] == 0)
    return np.flatnonzero((nodes["role"] == "station") & nodes["place"].isin(outside))


def _names(
    nodes: pd.DataFrame, served: pd.DataFrame, rng: np.random.Generator
) -> npt.NDArray[np.object_]:
    """Name of each node that can be a stop; bends have none."""
    name = np.full(len(nodes), "", dtype=object)
    role, place = nodes["role"].to_numpy(), nodes["place"].to_numpy()
    road = role == "road"
    name[road] = names.farms(int(road.sum()), rng)
    for row, (identifier, known) in enumerate(served.iterrows()):
        here, own = place == row, known["name"]
        street = here & (role == "street")
        name[street] = names.streets(int(street.sum()), rng)
        centre = f"{own} centrum" if known["population"] >= STREET_LIFE else own
        name[here & (role == "centre")] = centre
        kind = "resecentrum" if identifier in RESECENTRUM else "station"
        name[here & (role == "station")] = f"{own} {kind}"
    return name
