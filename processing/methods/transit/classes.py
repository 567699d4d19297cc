"""Quality classes of places, from the categories of the stops around them."""

from __future__ import annotations

from collections.abc import Sequence

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray
from scipy.spatial import cKDTree

from ..progress import Progress, blocks, part, silent
from .quality import NONE, Profile

Ints = NDArray[np.int64]

BLOCK = 4096


def classes_at(profile: Profile, category: ArrayLike, distance: ArrayLike) -> Ints:
    """Give places a class by the category of a stop and the distance to it.

    Parameters
    ----------
    profile : Profile
        Rules.
    category : array_like of int, shape (n,)
        Category of the stop, -1 for none.
    distance : array_like, shape (n,)
        Distance to it [m], straight or walked; NaN or infinite where it cannot be reached.

    Returns
    -------
    ndarray of int, shape (n,)
        Place in ``profile.order``, -1 for none.

    Examples
    --------
    >>> from samplan.processing.methods.transit.village import village_rules
    >>> classes_at(village_rules(), [0, 0, 0], [400, 400.1, 501]).tolist()
    [0, 1, -1]
    """
    kind, metres = np.asarray(category, dtype=np.int64), np.asarray(distance, dtype=np.float64)
    metres = np.where(np.isnan(metres), np.inf, metres)
    ring = np.searchsorted(profile.rings, metres)
    # a column and a row of none, for what is beyond the last ring and without category
    table = np.pad(profile.classes, ((0, 1), (0, 1)), constant_values=NONE)
    return table[kind, ring]


def best_classes(
    profile: Profile, point: ArrayLike, category: ArrayLike, distance: ArrayLike, *, points: int
) -> Ints:
    """Give points the best class of all stops around them.

    Parameters
    ----------
    profile : Profile
        Rules.
    point : array_like of int, shape (n,)
        Point of each pair of point and stop.
    category : array_like of int, shape (n,)
        Category of its stop.
    distance : array_like, shape (n,)
        Distance between them [m], straight or walked.
    points : int
        Number of points.

    Returns
    -------
    ndarray of int, shape (points,)
        Place in ``profile.order``, -1 for none.

    Examples
    --------
    >>> from samplan.processing.methods.transit.village import village_rules
    >>> best_classes(village_rules(), [0, 0], [0, 0], [450, 300], points=2).tolist()
    [0, -1]
    """
    worst = len(profile.order)
    found = classes_at(profile, category, distance)
    best = np.full(points, worst, dtype=np.int64)
    np.minimum.at(best, np.asarray(point, dtype=np.int64), np.where(found < 0, worst, found))
    return np.where(best == worst, NONE, best)


def point_classes(
    profile: Profile,
    points: ArrayLike,
    stops: ArrayLike,
    category: ArrayLike,
    *,
    progress: Progress = silent,
) -> Ints:
    """Give points the best class of all stops around them, by straight distances.

    Parameters
    ----------
    profile : Profile
        Rules.
    points, stops : array_like, shapes (n, 2) and (m, 2)
        Projected coordinates [m].
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
    >>> from samplan.processing.methods.transit.village import village_rules
    >>> point_classes(village_rules(), [[0, 300], [0, 9000]], [[0, 0]], [0]).tolist()
    [0, -1]
    """
    xy, places = np.asarray(points, float), np.asarray(stops, float)
    kind = np.asarray(category, dtype=np.int64)
    result = np.full(len(xy), NONE, dtype=np.int64)
    rated = np.flatnonzero(kind >= 0)
    if not len(rated) or not len(xy):
        return result
    tree = cKDTree(places[rated])
    reach = float(profile.rings[-1]) * (1 + 1e-9)
    for block in blocks(len(xy), BLOCK, progress):
        near = cKDTree(xy[block]).query_ball_tree(tree, reach)
        point = np.repeat(np.arange(len(near)), [len(found) for found in near])
        stop = rated[np.fromiter((s for found in near for s in found), np.int64, len(point))]
        distance = np.hypot(*(xy[block][point] - places[stop]).T)
        result[block] = best_classes(profile, point, kind[stop], distance, points=len(near))
    return result


def class_polygons(
    profile: Profile,
    stops: ArrayLike,
    category: ArrayLike,
    *,
    segments: int = 16,
    progress: Progress = silent,
) -> gpd.GeoDataFrame:
    """Draw the area of each class around stops, by straight distances.

    Where areas overlap the best class holds; the areas meet and do not overlap.

    Parameters
    ----------
    profile : Profile
        Rules.
    stops : array_like, shape (n, 2)
        Projected coordinates [m].
    category : array_like of int, shape (n,)
        Category of each stop, -1 for none.
    segments : int
        Straight pieces in a quarter of a circle.
    progress : callable
        Told the fraction done.

    Returns
    -------
    GeoDataFrame
        ``rank`` (place in ``profile.order``), ``name`` and ``geometry``, the best class first; no
        row for a class without area.

    Examples
    --------
    >>> from samplan.processing.methods.transit.village import village_rules
    >>> areas = class_polygons(village_rules(), [[0, 0]], [0])
    >>> areas["name"].tolist(), areas.area.round(-3).astype(int).tolist()
    (['400', '500'], [502000, 282000])
    """
    points = shapely.points(np.asarray(stops, dtype=float).reshape(-1, 2))
    kind = np.asarray(category, dtype=np.int64)
    reach, share = [], part(progress, 0, 0.5)
    for rank in range(len(profile.order)):
        share(rank / len(profile.order))
        radius = np.where(profile.classes == rank, profile.rings, 0).max(axis=1)
        metres = np.where(kind >= 0, radius[kind], 0)
        circles = shapely.buffer(points[metres > 0], metres[metres > 0], quad_segs=segments)
        reach.append([shapely.union_all(circles)])
    return without_overlap(profile.order, reach, progress=part(progress, 0.5, 1))


def without_overlap(
    names: tuple[str, ...],
    reach: Sequence[Sequence[shapely.Geometry]],
    *,
    progress: Progress = silent,
) -> gpd.GeoDataFrame:
    """Join the areas of each class and cut out those of better ones.

    Parameters
    ----------
    names : tuple of str
        Names of the classes, the best first.
    reach : sequence of sequences of polygons
        Areas of each class.
    progress : callable
        Told the fraction done.

    Returns
    -------
    GeoDataFrame
        As from `class_polygons`.

    Examples
    --------
    >>> near, far = shapely.box(0, 0, 1, 1), shapely.box(0, 0, 3, 1)
    >>> without_overlap(("A", "B"), [[near], [far]]).area.tolist()
    [1.0, 2.0]
    """
    covered, ranks, shapes = shapely.Polygon(), [], []
    for rank, areas in enumerate(reach):
        progress(rank / len(reach))
        whole = shapely.union_all(areas)
        progress((rank + 0.5) / len(reach))
        area = shapely.difference(whole, covered)
        covered = shapely.union(covered, whole)
        if not area.is_empty:
            ranks.append(rank)
            shapes.append(area)
    progress(1.0)
    return gpd.GeoDataFrame(
        {"rank": ranks, "name": [names[rank] for rank in ranks]}, geometry=shapes
    )
