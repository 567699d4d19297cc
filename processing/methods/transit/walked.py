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
from .classes import best_classes, without_overlap
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
    >>> from samplan.processing.methods.transit.village import village_rules
    >>> streets = build_network(shapely.from_wkt(["LINESTRING (0 0, 300 0, 300 150, 0 150)"]))
    >>> homes, stops = snap(streets, [[300, 100], [0, 150]]), snap(streets, [[0, 0]])
    >>> walked_point_classes(village_rules(), streets, homes, stops, [0]).tolist()
    [0, -1]
    """
    count = len(points.edge)
    place, kinds, metres = [np.empty(0, np.int64)], [np.empty(0, np.int64)], [np.empty(0)]
    limit = float(profile.rings[-1])
    for kind, chosen, share in _by_category(profile, category, progress):
        found = nearest_to_points(network, stops.take(chosen), points, limit=limit, progress=share)
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
    >>> from samplan.processing.methods.transit.village import village_rules
    >>> streets = build_network(shapely.from_wkt(["LINESTRING (0 0, 900 0)"]))
    >>> areas = walked_class_polygons(village_rules(), streets, snap(streets, [[0, 0]]), [0])
    >>> [area.contains(shapely.Point(450, 0)) for area in areas.geometry]
    [False, True]
    """
    reach: list[list[shapely.Geometry]] = [[] for _ in profile.order]
    for kind, chosen, share in _by_category(profile, category, part(progress, 0, 0.8)):
        rings = merged_polygons(network, stops.take(chosen), list(profile.rings), progress=share)
        for rank, polygon in zip(profile.classes[kind], rings):
            if rank != NONE and polygon is not None:
                reach[rank].append(polygon)
    return without_overlap(profile.order, reach, progress=part(progress, 0.8, 1))


def _by_category(
    profile: Profile, category: ArrayLike, progress: Progress
) -> Iterator[tuple[int, Ints, Progress]]:
    """Yield each category, its stops, and the progress of its share."""
    of_stop, count = np.asarray(category, dtype=np.int64), len(profile.categories)
    for kind in range(count):
        progress(kind / count)
        chosen = np.flatnonzero(of_stop == kind)
        if len(chosen):
            yield kind, chosen, part(progress, kind / count, (kind + 1) / count)
    progress(1.0)
