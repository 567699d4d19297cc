"""Country roads with their stops."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely
from scipy.sparse.csgraph import shortest_path
from scipy.spatial import distance_matrix

from .. import facts
from ..shapes import spaced
from .graph import Country, Floats, Integers, chain, lengths, nodes, radii, snapped, symmetric
from .streets import STREET_LIFE

SPACING = 900.0
CLOSEST = 300.0
OVER_WATER = 4.0
"""How many metres of detour on land one metre over a lake is worth."""
DETOUR = 1.35
"""An invented road must save more than this against the numbered roads."""
NUMBERED, INVENTED = 0.9, 1.15
"""Cost of a metre of road."""


class Road(NamedTuple):
    """A road from one place's centre to another's."""

    ends: tuple[int, int]
    line: Floats
    cost: float


def country(
    found: pd.DataFrame, places: pd.DataFrame, vertices: Floats | None, rng: np.random.Generator
) -> Country:
    """Lay stops and bends along all country roads; ``found`` are the nodes inside places."""
    roads = _numbered(places)
    roads += _invented(places, roads, rng)
    pieces = [_along(road, places, rng) for road in roads]
    added = pd.concat([found.iloc[:0], *pieces], ignore_index=True)
    stops = (added["role"] == "road").to_numpy()
    added.loc[stops, ["e", "n"]] = snapped(added.loc[stops, ["e", "n"]].to_numpy(float), vertices)
    added.loc[_crowded(found, added), "role"] = "bend"
    together = pd.concat([found, added], ignore_index=True)
    starts = len(found) + np.cumsum([0, *map(len, pieces)])
    chains = [
        chain(_attached(road, np.arange(start, start + len(piece)), together, places))
        for road, piece, start in zip(roads, pieces, starts)
    ]
    ends = np.vstack([np.empty((0, 2), dtype=np.int64), *chains])
    rates = np.repeat([road.cost for road in roads], [len(links) for links in chains])
    points = together[["e", "n"]].to_numpy()
    return Country(together, ends, lengths(points, ends) * rates)


def _numbered(places: pd.DataFrame) -> list[Road]:
    """Cut the region's roads where they pass a place that is served."""
    roads = []
    for name in facts.ROADS["name"]:
        vertices = facts.stops_of("road", name)
        rows = places.index.get_indexer_for(pd.Index(vertices["place_id"]))
        at = np.flatnonzero(rows >= 0)
        points = vertices[["e", "n"]].to_numpy(float)
        for start, end in zip(at, at[1:]):
            roads.append(Road((rows[start], rows[end]), points[start : end + 1], NUMBERED))
    return roads


def _invented(places: pd.DataFrame, roads: list[Road], rng: np.random.Generator) -> list[Road]:
    """Roads between relative neighbours that the numbered roads do not serve well."""
    points = places[["e", "n"]].to_numpy(float)
    apart = distance_matrix(points, points)
    dry = apart + OVER_WATER * _over_water(points)
    third = np.maximum(dry[:, None, :], dry[None, :, :]).min(axis=2)
    neighbours = (dry <= third) & (_by_road(roads, len(points)) > DETOUR * apart)
    return [
        Road((a, b), _bent(points[[a, b]], rng), INVENTED)
        for a, b in np.argwhere(np.triu(neighbours, 1))
    ]


def _over_water(points: Floats) -> Floats:
    """Metres over lakes on the straight line between each two points."""
    a, b = np.triu_indices(len(points), 1)
    lakes = shapely.union_all(facts.LAKES.geometry.to_numpy())
    shapely.prepare(lakes)
    straight = shapely.linestrings(np.stack([points[a], points[b]], axis=1))
    wet = np.flatnonzero(shapely.intersects(lakes, straight))
    metres = np.zeros((len(points), len(points)))
    metres[a[wet], b[wet]] = shapely.length(shapely.intersection(lakes, straight[wet]))
    return np.asarray(metres + metres.T)


def _by_road(roads: list[Road], count: int) -> Floats:
    ends = np.array([road.ends for road in roads], dtype=np.int64).reshape(-1, 2)
    metres = np.array([_metres(road.line)[-1] for road in roads])
    return np.asarray(shortest_path(symmetric(ends, metres, count), directed=False))


def _metres(line: Floats) -> Floats:
    """Distance of each vertex from the line's start."""
    return np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])


def _bent(ends: Floats, rng: np.random.Generator) -> Floats:
    """Draw a line with two mild bends."""
    along = ends[1] - ends[0]
    across = np.array([-along[1], along[0]])
    third = np.array([[1 / 3], [2 / 3]])
    bends = ends[0] + third * along + rng.uniform(-0.07, 0.07, (2, 1)) * across
    return np.vstack([ends[:1], bends, ends[1:]])


def _along(road: Road, places: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Bends and evenly strewn stops of a road, outside the places' own streets."""
    at = _metres(road.line)
    start, end = np.array([0, at[-1]]) + _margins(road, places) * [1, -1]
    count = max(0, round((end - start) / SPACING) - 1)
    step = (end - start) / (count + 1)
    stops = start + step * (np.arange(1, count + 1) + rng.uniform(-0.2, 0.2, count))
    bends = at[1:-1][(at[1:-1] > start) & (at[1:-1] < end)]
    position = np.concatenate([stops, bends])
    points = np.column_stack([np.interp(position, at, axis) for axis in road.line.T])
    role = np.repeat(["road", "bend"], [len(stops), len(bends)])
    return nodes(points, "road").assign(role=role).iloc[np.argsort(position, kind="stable")]


def _margins(road: Road, places: pd.DataFrame) -> Floats:
    """How far the places at both ends reach along the road [m]."""
    ends = places.iloc[list(road.ends)]
    reach = np.where(_has_streets(ends), radii(ends["area_ha"]), 0.0)
    return np.asarray(reach * min(1.0, 0.9 * _metres(road.line)[-1] / max(reach.sum(), 1.0)))


def _has_streets(places: pd.DataFrame) -> npt.NDArray[np.bool_]:
    return (places["population"] >= STREET_LIFE).to_numpy()


def _crowded(found: pd.DataFrame, added: pd.DataFrame) -> Integers:
    """Road stops too close to another stop."""
    stops = added.index[added["role"] == "road"]
    points = np.vstack([found[["e", "n"]], added.loc[stops, ["e", "n"]]])
    return stops.to_numpy()[~spaced(points, CLOSEST)[len(found) :]]


def _attached(
    road: Road, between: Integers, together: pd.DataFrame, places: pd.DataFrame
) -> Integers:
    """Join the road's nodes to both places: at one with streets to its nearest stop."""
    first, last = road.ends
    order = [first, *between, last]
    ends = [(first, order[1]), (last, order[-2])]
    streets = _has_streets(places)
    gates = [_gate(place, next_, together) if streets[place] else place for place, next_ in ends]
    return np.array([gates[0], *between, gates[1]], dtype=np.int64)


def _gate(place: int, beyond: int, together: pd.DataFrame) -> int:
    """Find the place's stop nearest to the first node beyond it."""
    own = together[together["place"] == place]
    apart = own[["e", "n"]].to_numpy() - together.loc[beyond, ["e", "n"]].to_numpy(float)
    return int(own.index[np.hypot(*apart.T).argmin()])
