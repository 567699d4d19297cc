"""Green areas near the homes.

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

from .landcover.rasters import RasterBlocks
from .network.graph import Network
from .network.nearest import nearest_to_points
from .network.snap import Snapped, on_edges
from .people import people_in_zones
from .progress import Progress, silent
from .ratios import SMALLEST_BASE, ratio

Geometries = NDArray[np.object_]

SMALLEST_GREEN = 0.5
"""Smallest green area that counts [ha] [1]_."""

NEAR = 300.0
"""Distance from home that counts as near [m] [1]_."""

ENTRANCE_GAP = 25.0
"""A street this near a green area leads to it [m]; our own choice."""


def accessible_green(polygons: ArrayLike, *, smallest: float = SMALLEST_GREEN) -> Geometries:
    """Join green areas that touch, and keep those large enough to go to.

    Parameters
    ----------
    polygons : array_like of polygons
        Green that anybody may enter, in projected coordinates [m]; they may overlap.
    smallest : float
        Smallest area that counts [ha]; what is exactly so large counts.

    Returns
    -------
    ndarray of Polygon
        Contiguous areas, none touching another along a line, by their lowest x, then y.

    Examples
    --------
    >>> halves = shapely.box([0, 50, 900], 0, [50, 100, 910], 60)
    >>> shapely.area(accessible_green(halves)).tolist()
    [6000.0]
    """
    shapes: Geometries = np.asarray(polygons, dtype=object)
    areas = shapely.get_parts(shapely.union_all(shapely.make_valid(shapes)))
    areas = areas[shapely.area(areas) >= smallest * 10_000]
    areas = areas[shapely.get_type_id(areas) == 3]
    result: Geometries = areas[np.lexsort(shapely.bounds(areas).reshape(-1, 4)[:, 1::-1].T)]
    return result


def green_in_raster(
    raster: RasterBlocks, classes: ArrayLike, *, progress: Progress = silent
) -> Geometries:
    """Outline the cells of green classes; this needs the library rasterio.

    Parameters
    ----------
    raster : RasterBlocks
        Land cover, read in strips.
    classes : array_like of int
        Codes of the green classes.
    progress : callable
        Told the fraction done.

    Returns
    -------
    ndarray of Polygon
        Areas whose cells share a side, cut at the strips; `accessible_green` joins them.

    Examples
    --------
    >>> from .landcover.rasters import raster_of
    >>> raster = raster_of([[7, 7], [1, 7]], transform=(10, 0, 0, 0, -10, 20))
    >>> shapely.area(green_in_raster(raster, [7])).tolist()
    [300.0]
    """
    # only here: the other functions work where the library is missing
    import rasterio.features

    codes = np.asarray(classes)
    areas = []
    for start, stop in raster.strips(progress):
        green = np.isin(raster.read(start, stop), codes).astype(np.uint8)
        transform = rasterio.Affine(*raster.transform) * rasterio.Affine.translation(0, start)
        for outline, _ in rasterio.features.shapes(green, mask=green == 1, transform=transform):
            shell, *holes = outline["coordinates"]
            areas.append(shapely.Polygon(shell, holes))
    return np.array(areas, dtype=object)


def green_access(
    zones: ArrayLike,
    points: ArrayLike,
    population: ArrayLike,
    green: ArrayLike,
    *,
    limit: float = NEAR,
    walk: ArrayLike | None = None,
    smallest_base: float = SMALLEST_BASE,
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
        Green areas that do not overlap, such as those of `accessible_green`; also those outside
        the localities are near.
    limit : float
        Straight distance that is near [m]; what is exactly so far is near.
    walk : array_like of bool, shape (p,), optional
        Homes with green nearby on the streets, from `green_within_walk`.
    smallest_base : float
        Fewer inhabitants have no share.

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
    hectares = _area_within(shapes, areas) / 10_000
    result = {
        "green_ha": hectares,
        "green_m2": ratio(hectares, total, smallest_base=smallest_base, scale=10_000),
        "green_near": share(_near(xy, areas, limit)),
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

    Returns
    -------
    ndarray of bool, shape (p,)
        False for a home without an edge.

    Examples
    --------
    >>> from .network.build import build_network
    >>> from .network.snap import snap
    >>> streets = build_network(shapely.from_wkt(["LINESTRING (0 0, 1000 0)"]))
    >>> homes = snap(streets, [[650, 5], [700, 5]])
    >>> green_within_walk(streets, homes, [shapely.box(1000, 0, 1100, 100)]).tolist()
    [False, True]
    """
    areas: Geometries = np.asarray(green, dtype=object)
    found = nearest_to_points(network, _ways_in(network, areas, gap), homes, limit=limit)
    return np.asarray((found.facility >= 0) | _near(homes.foot, areas, gap))


def _ways_in(network: Network, areas: Geometries, gap: float) -> Snapped:
    """Find where the streets come near an area: both ends of every part that is near."""
    about = shapely.buffer(areas, gap)
    area, edge = network.tree.query(about, predicate="intersects")
    near, pair = shapely.get_parts(
        shapely.intersection(network.geometry[edge], about[area]), return_index=True
    )
    ends = np.concatenate([shapely.get_point(near, 0), shapely.get_point(near, -1)])
    edges = np.tile(edge[pair], 2)
    line = ~shapely.is_missing(ends)
    along = shapely.line_locate_point(network.geometry[edges[line]], ends[line])
    return on_edges(network, edges[line], along)


def _near(xy: NDArray[np.float64], areas: Geometries, limit: float) -> NDArray[np.bool_]:
    """Mark the places within a straight distance of any area."""
    # asked area by area, so that each area is prepared once
    _, place = shapely.STRtree(shapely.points(xy)).query(areas, predicate="dwithin", distance=limit)
    result = np.zeros(len(xy), bool)
    result[place] = True
    return result


def _area_within(zones: Geometries, areas: Geometries) -> NDArray[np.float64]:
    """Sum up the ground of the areas inside each zone [m2]."""
    zone, area = shapely.STRtree(areas).query(zones, predicate="intersects")
    shared = shapely.area(shapely.intersection(zones[zone], areas[area]))
    return np.asarray(np.bincount(zone, shared, minlength=len(zones)), dtype=float)
