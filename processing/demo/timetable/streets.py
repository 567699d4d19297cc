"""Stops inside places, and an invented web of streets between them."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely
from scipy.spatial import Delaunay

from .. import facts
from ..shapes import spaced
from .graph import Floats, Integers, lengths, nodes, radii, snapped

STREET_LIFE = 1000
"""Inhabitants from which a place has stops in several streets."""
SPACING = 405.0
CLOSEST = 240.0
NEAR_STATION = 320.0
"""A centre this close to its station has no stop of its own [m]."""


def inside(places: pd.DataFrame, vertices: Floats | None, rng: np.random.Generator) -> pd.DataFrame:
    """Nodes of places: their centres (a row each), stations, and stops in streets."""
    centres = nodes(places[["e", "n"]].to_numpy(float), "centre", np.arange(len(places)))
    stations = _stations(places)
    lively = np.flatnonzero(places["population"] >= STREET_LIFE)
    discs = [_disc(places.iloc[row], rng) for row in lively]
    points = snapped(np.vstack([np.empty((0, 2)), *discs]), vertices)
    streets = nodes(points, "street", np.repeat(lively, [len(disc) for disc in discs]))
    fixed = pd.concat([centres, stations], ignore_index=True)
    keep = spaced(np.vstack([fixed[["e", "n"]], points]), CLOSEST)[len(fixed) :]
    fixed.loc[_beside_station(centres, stations), "role"] = "bend"
    return pd.concat([fixed, streets[keep]], ignore_index=True)


def web(found: pd.DataFrame, rng: np.random.Generator) -> tuple[Integers, Floats]:
    """Streets between the stops of each place, some better than others: ends and cost."""
    groups = [rows.index.to_numpy() for _, rows in found.groupby("place") if len(rows) > 1]
    points = found[["e", "n"]].to_numpy()
    ends = [_triangulated(rows, points[rows]) for rows in groups]
    pairs = np.vstack([np.empty((0, 2), dtype=np.int64), *ends])
    length = lengths(points, pairs)
    # Long edges cut across a bay or along the rim, where no street goes.
    cost = length * np.maximum(1, length / SPACING) ** 1.5
    return pairs, np.maximum(1, cost * rng.uniform(0.8, 1.35, len(pairs)))


def _stations(places: pd.DataFrame) -> pd.DataFrame:
    known = facts.STATIONS[facts.STATIONS["place_id"].isin(places.index)]
    rows = places.index.get_indexer_for(pd.Index(known["place_id"]))
    stations = nodes(known[["e", "n"]].to_numpy(float), "station", rows)
    outside = np.flatnonzero(places["population"] == 0)
    terminals = nodes(places[["e", "n"]].to_numpy(float)[outside], "station", outside)
    return pd.concat([stations, terminals], ignore_index=True)


def _beside_station(centres: pd.DataFrame, stations: pd.DataFrame) -> Integers:
    own = stations["place"].to_numpy()
    apart = centres.loc[own, ["e", "n"]].to_numpy() - stations[["e", "n"]].to_numpy()
    return np.asarray(own[np.hypot(*apart.T) < NEAR_STATION])


def _disc(place: pd.Series, rng: np.random.Generator) -> Floats:
    """Irregular honeycomb over the disc of the place's area, off the lakes."""
    radius = radii(place["area_ha"])
    steps = np.arange(-np.ceil(radius / SPACING) - 1, np.ceil(radius / SPACING) + 2)
    column, row = (grid.ravel() for grid in np.meshgrid(steps, steps))
    comb = np.stack([column + row % 2 / 2, row * np.sqrt(3) / 2], axis=1) * SPACING
    comb += rng.uniform(-0.24, 0.24, comb.shape) * SPACING
    points = comb[np.hypot(*comb.T) <= radius] + [place["e"], place["n"]]
    lakes = shapely.union_all(facts.LAKES.geometry.to_numpy())
    return np.asarray(points[~shapely.contains_xy(lakes, points[:, 0], points[:, 1])])


def _triangulated(rows: Integers, points: Floats) -> Integers:
    if len(rows) < 4:
        return np.array([(a, b) for a in rows for b in rows if a < b])
    corners = rows[Delaunay(points).simplices]
    sides = np.vstack([corners[:, [0, 1]], corners[:, [1, 2]], corners[:, [0, 2]]])
    return np.asarray(np.unique(np.sort(sides, axis=1), axis=0))
