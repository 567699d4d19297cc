"""Who has green areas near.

References
----------
.. [1] WHO Regional Office for Europe (2016). *Urban green spaces and health*. (Green of at least
   0.5 to 1 ha within 300 m of home.)
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely
from numpy.typing import ArrayLike, NDArray

from ..network.graph import Network
from ..network.nearest import nearest_to_points
from ..network.snap import Snapped, on_edges
from ..people import people_in_zones
from ..progress import Progress, blocks, part, silent
from ..ratios import SMALLEST_BASE, ratio

Geometries = NDArray[np.object_]

NEAR = 300.0
"""Distance from home that counts as near [m] [1]_."""

ENTRANCE_GAP = 25.0
"""A street this near a green area leads to it [m]; our own choice."""

AT_A_TIME = 500
"""Green areas looked at between two reports."""


def green_access(
    zones: ArrayLike,
    points: ArrayLike,
    population: ArrayLike,
    green: ArrayLike,
    *,
    limit: float = NEAR,
    walk: ArrayLike | None = None,
    smallest_base: float = SMALLEST_BASE,
    progress: Progress = silent,
) -> pd.DataFrame:
    """Share of the inhabitants with green nearby, and green per inhabitant [1]_.

    Parameters
    ----------
    zones : array_like of polygons, shape (n,)
        Localities in projected coordinates [m].
    points : array_like, shape (p, 2)
        Homes [m].
    population : array_like, shape (p,)
        Inhabitants of each home; missing counts as 0.
    green : array_like of Polygon
        Green areas that do not overlap, such as those of `accessible_green` and `green_of_both`;
        also those outside the localities are near.
    limit : float
        Straight distance that is near [m]; what is exactly so far is near.
    walk : array_like of bool, shape (p,), optional
        Homes with green nearby on the streets, from `green_within_walk`.
    smallest_base : float
        Fewer inhabitants have no share.
    progress : callable
        Told the fraction done.

    Returns
    -------
    DataFrame, n rows
        ``green_ha`` green within the locality [ha]; ``green_m2`` of it per inhabitant [m2];
        ``green_near`` inhabitants with green within the straight distance [%]; ``green_walk``
        the same on the streets [%], only with ``walk``. NaN below the smallest base.

    Examples
    --------
    >>> town, park = shapely.box(0, 0, 1000, 1000), shapely.box(0, 0, 100, 100)
    >>> green_access([town], [[400, 50], [401, 50]], [30, 10], [park])
       green_ha  green_m2  green_near
    0       1.0     250.0        75.0
    """
    shapes: Geometries = np.asarray(zones, dtype=object)
    areas: Geometries = np.asarray(green, dtype=object)
    people = people_in_zones(shapes, points, population)
    total = people.total(len(shapes))

    def share(near: NDArray[np.bool_]) -> NDArray[np.float64]:
        having = people.total(len(shapes), near[people.place])
        return ratio(having, total, smallest_base=smallest_base, scale=100)

    xy = np.asarray(points, dtype=float).reshape(-1, 2)
    hectares = _area_within(shapes, areas, part(progress, 0.0, 0.5)) / 10_000
    result = {
        "green_ha": hectares,
        "green_m2": ratio(hectares, total, smallest_base=smallest_base, scale=10_000),
        "green_near": share(_near(xy, areas, limit, part(progress, 0.5, 1.0))),
    }
    if walk is not None:
        result["green_walk"] = share(np.asarray(walk, dtype=bool))
    return pd.DataFrame(result)


def green_within_walk(
    network: Network,
    homes: Snapped,
    green: ArrayLike,
    *,
    limit: float = NEAR,
    gap: float = ENTRANCE_GAP,
    progress: Progress = silent,
) -> NDArray[np.bool_]:
    """Tell which homes have green within a walk on the streets [1]_.

    Parameters
    ----------
    network : Network
        Streets and paths.
    homes : Snapped
        Homes on their edges.
    green : array_like of Polygon
        Green areas.
    limit : float
        Length of the walk, from the home to the first place near the green; the straight way
        from the home to the street counts [m].
    gap : float
        Places on streets this near a green area lead to it [m].
    progress : callable
        Told the fraction done.

    Returns
    -------
    ndarray of bool, shape (p,)
        False for a home without an edge.

    Examples
    --------
    >>> from ..network.build import build_network
    >>> from ..network.snap import snap
    >>> streets = build_network(shapely.from_wkt(["LINESTRING (0 0, 1000 0)"]))
    >>> homes = snap(streets, [[650, 5], [700, 5]])
    >>> green_within_walk(streets, homes, [shapely.box(1000, 0, 1100, 100)]).tolist()
    [False, True]
    """
    areas: Geometries = np.asarray(green, dtype=object)
    ways_in = _ways_in(network, areas, gap, part(progress, 0.0, 0.4))
    found = nearest_to_points(
        network, ways_in, homes, limit=limit, progress=part(progress, 0.4, 0.8)
    )
    beside = _near(homes.foot, areas, gap, part(progress, 0.8, 1.0))
    return np.asarray((found.facility >= 0) | beside)


def _ways_in(network: Network, areas: Geometries, gap: float, progress: Progress) -> Snapped:
    """Find where the streets come near an area: both ends of every part that is near."""
    found = [np.zeros((2, 0))]
    for block in blocks(len(areas), AT_A_TIME, progress):
        about = shapely.buffer(areas[block], gap)
        area, edge = network.tree.query(about, predicate="intersects")
        near, pair = shapely.get_parts(
            shapely.intersection(network.geometry[edge], about[area]), return_index=True
        )
        ends = np.concatenate([shapely.get_point(near, 0), shapely.get_point(near, -1)])
        edges = np.tile(edge[pair], 2)[~shapely.is_missing(ends)]
        ends = ends[~shapely.is_missing(ends)]
        found.append(np.stack([edges, shapely.line_locate_point(network.geometry[edges], ends)]))
    edges, along = np.concatenate(found, axis=1)
    return on_edges(network, edges.astype(np.intp), along)


def _near(
    xy: NDArray[np.float64], areas: Geometries, limit: float, progress: Progress
) -> NDArray[np.bool_]:
    """Mark the places within a straight distance of any area."""
    tree, result = shapely.STRtree(shapely.points(xy)), np.zeros(len(xy), bool)
    # asked area by area, so that each area is prepared once
    for block in blocks(len(areas), AT_A_TIME, progress):
        _, place = tree.query(areas[block], predicate="dwithin", distance=limit)
        result[place] = True
    return result


def _area_within(zones: Geometries, areas: Geometries, progress: Progress) -> NDArray[np.float64]:
    """Sum up the ground of the areas inside each zone [m2]."""
    tree, total = shapely.STRtree(zones), np.zeros(len(zones))
    for block in blocks(len(areas), AT_A_TIME, progress):
        area, zone = tree.query(areas[block], predicate="intersects")
        shared = shapely.area(shapely.intersection(zones[zone], areas[block][area]))
        total += np.bincount(zone, shared, minlength=len(zones))
    return total
