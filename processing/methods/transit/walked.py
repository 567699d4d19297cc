"""Quality classes of places by the way one walks to the stops, not by the straight line."""

from __future__ import annotations

from collections.abc import Iterator

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray

from ..catchment.polygons import merged_polygons
from ..network.graph import Network
from ..network.nearest import nearest_to_points
from ..network.snap import Snapped
from ..progress import Progress, part, silent
from .classes import best_classes
from .quality import NONE, Profile

Ints = NDArray[np.int64]


def walked_point_classes(
    profile: Profile,
    network: Network,
    points: Snapped,
    stops: Snapped,
    category: ArrayLike,
    *,
    progress: Progress = silent,
) -> Ints:
    """Give points the best class of all stops around them, by distances on the streets.

    Of the stops of one category only the nearest matters, as a class does not improve with the
    distance.

    Parameters
    ----------
    profile : Profile
        Rules.
    network : Network
        Streets.
    points, stops : Snapped
        Points (n) and stops (m) on their edges; the straight ways to the edges count.
    category : array_like of int, shape (m,)
        Category of each stop, -1 for none.
    progress : callable
        Told the fraction done.

    Returns
    -------
    ndarray of int, shape (n,)
        Place in ``profile.order``, -1 for none.

    Examples
    --------
    >>> from samplan.processing.methods.network.build import build_network
    >>> from samplan.processing.methods.network.snap import snap
    >>> from samplan.processing.methods.transit.quality import profile_of
    >>> rules = {"window": ["06:00", "20:00"], "divide_by": 1, "every_hour": False,
    ...     "departures": "all_modes", "groups": [{"modes": ["bus"]}], "intervals": [60],
    ...     "closed": [True], "categories": [["near"]], "rings": [400, 500],
    ...     "classes": {"near": ["400", "500"]}, "order": ["400", "500"]}
    >>> streets = build_network(shapely.from_wkt(["LINESTRING (0 0, 300 0, 300 150, 0 150)"]))
    >>> homes, stops = snap(streets, [[300, 100], [0, 150]]), snap(streets, [[0, 0]])
    >>> walked_point_classes(profile_of(rules), streets, homes, stops, [0]).tolist()
    [0, -1]
    """
    count = len(points.edge)
    place, kinds, metres = [np.empty(0, np.int64)], [np.empty(0, np.int64)], [np.empty(0)]
    limit = float(profile.rings[-1])
    for kind, chosen in _by_category(profile, category, progress):
        found = nearest_to_points(network, stops.take(chosen), points, limit=limit)
        place.append(np.arange(count))
        kinds.append(np.full(count, kind))
        metres.append(found.cost)
    columns = np.concatenate(place), np.concatenate(kinds), np.concatenate(metres)
    return best_classes(profile, *columns, points=count)


def walked_class_polygons(
    profile: Profile,
    network: Network,
    stops: Snapped,
    category: ArrayLike,
    *,
    progress: Progress = silent,
) -> gpd.GeoDataFrame:
    """Draw the area of each class around stops, by distances on the streets.

    The ground along the streets that are reached, see `catchment.polygons`. Where areas overlap
    the best class holds; the areas meet and do not overlap.

    Parameters
    ----------
    profile, network, stops, category, progress
        As in `walked_point_classes`.

    Returns
    -------
    GeoDataFrame
        ``rank`` (place in ``profile.order``), ``name`` and ``geometry``, the best class first; no
        row for a class without area.

    Examples
    --------
    >>> from samplan.processing.methods.network.build import build_network
    >>> from samplan.processing.methods.network.snap import snap
    >>> from samplan.processing.methods.transit.quality import profile_of
    >>> rules = {"window": ["06:00", "20:00"], "divide_by": 1, "every_hour": False,
    ...     "departures": "all_modes", "groups": [{"modes": ["bus"]}], "intervals": [60],
    ...     "closed": [True], "categories": [["near"]], "rings": [400, 500],
    ...     "classes": {"near": ["400", "500"]}, "order": ["400", "500"]}
    >>> streets = build_network(shapely.from_wkt(["LINESTRING (0 0, 900 0)"]))
    >>> areas = walked_class_polygons(profile_of(rules), streets, snap(streets, [[0, 0]]), [0])
    >>> [area.contains(shapely.Point(450, 0)) for area in areas.geometry]
    [False, True]
    """
    reach: list[list[shapely.Geometry]] = [[] for _ in profile.order]
    for kind, chosen in _by_category(profile, category, progress):
        share = part(progress, kind / len(profile.categories), (kind + 1) / len(profile.categories))
        rings = merged_polygons(network, stops.take(chosen), list(profile.rings), progress=share)
        for rank, polygon in zip(profile.classes[kind], rings):
            if rank != NONE and polygon is not None:
                reach[rank].append(polygon)
    return without_overlap(profile.order, reach)


def without_overlap(
    names: tuple[str, ...], reach: list[list[shapely.Geometry]]
) -> gpd.GeoDataFrame:
    """Join the areas of each class and cut out those of better ones.

    Parameters
    ----------
    names : tuple of str
        Names of the classes, the best first.
    reach : list of lists of polygons
        Areas of each class.

    Returns
    -------
    GeoDataFrame
        As from `walked_class_polygons`.

    Examples
    --------
    >>> near, far = shapely.box(0, 0, 1, 1), shapely.box(0, 0, 3, 1)
    >>> without_overlap(("A", "B"), [[near], [far]]).area.tolist()
    [1.0, 2.0]
    """
    covered, ranks, shapes = shapely.Polygon(), [], []
    for rank, areas in enumerate(reach):
        whole = shapely.union_all(areas)
        area = shapely.difference(whole, covered)
        covered = shapely.union(covered, whole)
        if not area.is_empty:
            ranks.append(rank)
            shapes.append(area)
    return gpd.GeoDataFrame(
        {"rank": ranks, "name": [names[rank] for rank in ranks]}, geometry=shapes
    )


def _by_category(
    profile: Profile, category: ArrayLike, progress: Progress
) -> Iterator[tuple[int, Ints]]:
    """Yield each category and its stops."""
    of_stop = np.asarray(category, dtype=np.int64)
    for kind in range(len(profile.categories)):
        progress(kind / len(profile.categories))
        chosen = np.flatnonzero(of_stop == kind)
        if len(chosen):
            yield kind, chosen
    progress(1.0)
