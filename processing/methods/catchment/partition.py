"""Catchments as the crow flies that do not overlap: each place at one facility alone.

References
----------
.. [1] Okabe, A. et al. (2000). *Spatial Tessellations*, chapter 2. doi:10.1002/9780470317013
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray
from scipy.spatial import cKDTree

from ..network.graph import Floats, Integers
from ..network.groups import Group, Nearest, best_of, grouped
from ..progress import Progress, silent
from .bands import checked_bands, widest
from .straight import straight_polygons
from .trace import Geometries


def nearest_straight_polygons(
    facilities: ArrayLike,
    bands: Sequence[float],
    *,
    reach: ArrayLike | None = None,
    rank: ArrayLike | None = None,
    progress: Progress = silent,
) -> Geometries:
    """Draw the part of each facility's circles that is nearer to it than to any other [1]_.

    Parameters
    ----------
    facilities : array_like, shape (f, 2)
        Coordinates [m].
    bands : sequence of float
        Radii, rising [m].
    reach : array_like, shape (f,), optional
        A facility's own limit [m], beyond which it reaches nothing; missing: the last band.
    rank : array_like, shape (f,), optional
        A facility goes before all of a higher rank, be they nearer or not.
    progress : callable
        Told the fraction done.

    Returns
    -------
    ndarray of Polygon, shape (f, k)
        A band holds those before it; None for a facility where another one before it is. Empty
        where all is another's.

    Raises
    ------
    InputError
        If the bands do not rise from above 0, or a reach is not above 0.

    Examples
    --------
    >>> first, second = nearest_straight_polygons([[0, 0], [100, 0]], [200])[:, 0]
    >>> first.bounds[2], first.intersection(second).area
    (50.0, 0.0)
    """
    xy = np.asarray(facilities, dtype=float).reshape(-1, 2)
    limits = checked_bands(bands)
    own = widest(limits, reach, len(xy))
    circles = straight_polygons(xy, bands, reach=reach)
    groups = grouped(len(xy), own, rank)
    result = np.full(circles.shape, None, dtype=object)
    for number, group in enumerate(groups):
        progress(number / len(groups))
        parts = _cells(xy[group.members], circles[group.members])
        for other in groups:
            if other is not group and other.rank <= group.rank:
                lost = _lost(xy, group, other)[:, None]
                parts = np.where(shapely.is_missing(lost), parts, shapely.difference(parts, lost))
        result[group.members] = parts
    progress(1.0)
    return result


def _cells(xy: Floats, circles: Geometries) -> Geometries:
    """Cut circles along the borders of the Voronoi diagram of their centres."""
    result = np.full(circles.shape, None, dtype=object)
    _, first = np.unique(xy, axis=0, return_index=True)
    if len(first) < 2:
        result[first] = circles[first]
        return result
    whole = shapely.box(*shapely.total_bounds(circles[:, -1]))
    points = shapely.points(xy[first])
    cells = shapely.get_parts(
        shapely.voronoi_polygons(shapely.multipoints(points), extend_to=whole)
    )
    facility, cell = shapely.STRtree(cells).query(points, predicate="within")
    result[first[facility]] = shapely.intersection(circles[first[facility]], cells[cell][:, None])
    return result


def _lost(xy: Floats, group: Group, other: Group) -> Geometries:
    """Join what each facility of a group loses to those of another; None where nothing."""
    here, there = xy[group.members], xy[other.members]
    near = cKDTree(here).query_ball_tree(cKDTree(there), group.limit + other.limit)
    loser = np.repeat(np.arange(len(near)), [len(found) for found in near])
    winner = np.concatenate([np.zeros(0), *near]).astype(np.int64)
    discs = shapely.buffer(shapely.points(there[winner]), other.limit, quad_segs=16)
    if other.rank == group.rank:
        nearer = _half_planes(here[loser], there[winner], 2 * (group.limit + other.limit))
        # of two at one place the first wins
        same = (here[loser] == there[winner]).all(axis=1)
        first = other.members[winner] < group.members[loser]
        discs = np.where(same, discs, shapely.intersection(discs, nearer))
        loser, discs = loser[~same | first], discs[~same | first]
    return _joined(discs, loser, len(here))


def _half_planes(here: Floats, there: Floats, size: float) -> Geometries:
    """Draw the ground nearer to there than to here, as large squares."""
    apart = np.maximum(np.hypot(*(there - here).T), 1e-9)[:, None]
    ahead = size * (there - here) / apart
    aside = ahead[:, ::-1] * [-1, 1]
    middle = (here + there) / 2
    corners = [middle - aside, middle + aside, middle + aside + ahead, middle - aside + ahead]
    squares: Geometries = shapely.polygons(np.stack(corners, axis=1))
    return squares


def _joined(shapes: Geometries, owner: Integers, count: int) -> Geometries:
    """Join the shapes of each owner, who stand in runs."""
    result = np.full(count, None, dtype=object)
    owners, begin = np.unique(owner, return_index=True)
    for number, first, last in zip(owners, begin, [*begin[1:], len(owner)]):
        result[number] = shapely.union_all(shapes[first:last])
    return result


def nearest_straight_totals(
    facilities: ArrayLike,
    points: ArrayLike,
    weights: ArrayLike,
    bands: Sequence[float],
    *,
    reach: ArrayLike | None = None,
    rank: ArrayLike | None = None,
) -> Floats:
    """Sum what lives or works within straight distances, each place at its nearest facility alone.

    Parameters
    ----------
    facilities, points : array_like, shape (f, 2) and (p, 2)
        Coordinates [m].
    weights : array_like, shape (p,)
        Residents, jobs or dwellings of each place; missing counts as 0.
    bands : sequence of float
        Distances, rising [m]; what is exactly at a limit is within.
    reach, rank
        As in `nearest_straight_polygons`.

    Returns
    -------
    ndarray, shape (f, k)
        Sums within each distance; of facilities equally near, any one; always the same for the
        same input.

    Raises
    ------
    InputError
        If the bands do not rise from above 0, or a reach is not above 0.

    Examples
    --------
    >>> nearest_straight_totals([[0, 0], [100, 0]], [[30, 0], [60, 0]], [2, 3], [35, 50]).tolist()
    [[2.0, 2.0], [0.0, 3.0]]
    """
    limits = checked_bands(bands)
    here = np.asarray(facilities, dtype=float).reshape(-1, 2)
    there = np.asarray(points, dtype=float).reshape(-1, 2)
    weight: NDArray[np.float64] = np.nan_to_num(np.asarray(weights, dtype=float))
    groups = grouped(len(here), widest(limits, reach, len(here)), rank)
    offers = ((group, _nearest(here[group.members], there)) for group in groups)
    nearest = best_of(len(there), offers)
    used = np.flatnonzero(nearest.facility >= 0)
    result = np.zeros((len(here), len(limits)))
    band = np.searchsorted(limits, nearest.cost[used])
    np.add.at(result, (nearest.facility[used], band), weight[used])
    return np.cumsum(result, axis=1)


def _nearest(here: Floats, there: Floats) -> Nearest:
    """Find the nearest of some places, the first of those at one place."""
    places, first = np.unique(here, axis=0, return_index=True)
    metres, nearest = cKDTree(places[np.argsort(first)]).query(there)
    return Nearest(np.sort(first)[nearest], metres)
