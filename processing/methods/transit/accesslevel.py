"""Public transport accessibility levels of places, from the lines that leave around them."""

from __future__ import annotations

from collections.abc import Callable

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import ArrayLike, NDArray
from scipy.spatial import cKDTree

from ..network.graph import Network
from ..network.search import pairs_within
from ..network.snap import Snapped
from ..progress import Progress, blocks, silent
from .ptal import Ptal, access_index, bands

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

DETOUR = 1.3
"""Ways walked are so much longer than straight lines; our own choice, where streets are missing."""

BLOCK = 2048
CELL = 100.0
"""Side of the cells of the map [m], as London's."""


def straight_index(
    rules: Ptal,
    points: ArrayLike,
    stops: ArrayLike,
    lines: pd.DataFrame,
    *,
    detour: float = DETOUR,
    progress: Progress = silent,
) -> Floats:
    """Compute the access index of points, with straight distances times a detour.

    Parameters
    ----------
    rules : Ptal
        Rules.
    points, stops : array_like, shapes (n, 2) and (m, 2)
        Coordinates [m]; NaN for a stop without a place.
    lines : DataFrame
        As from `ptal.line_frequencies`; ``place`` is a row of ``stops``.
    detour : float
        Distance walked over straight distance.
    progress : callable
        Told the fraction done.

    Returns
    -------
    ndarray, shape (n,)
        Access index; 0 where nothing is within reach.

    Examples
    --------
    >>> from samplan.processing.methods.transit.ptal import ptal_of
    >>> rules = ptal_of({"window": ["08:15", "09:15"], "walking_speed": 80,
    ...     "reach": {"bus": 640}, "reliability": {"bus": 2}, "other_weight": 0.5,
    ...     "bounds": [0, 2.5], "bands": ["0", "1a", "1b"]})
    >>> lines = pd.DataFrame({"place": [0], "line": [0], "mode": [3], "per_hour": [6.0]})
    >>> straight_index(rules, [[0, 320], [0, 641]], [[0, 0]], lines, detour=1).round(4).tolist()
    [2.7273, 0.0]
    """
    xy, places = np.asarray(points, dtype=float).reshape(-1, 2), np.asarray(stops, dtype=float)
    used = lines["place"].unique().astype(np.int64)
    used = used[np.isfinite(places[used]).all(axis=1)]
    tree = cKDTree(places[used])
    result = np.zeros(len(xy))
    for block in blocks(len(xy), BLOCK, progress):
        near = cKDTree(xy[block]).query_ball_tree(tree, float(rules.reach.max()) / detour)
        point = np.repeat(np.arange(len(near)), [len(found) for found in near])
        stop = used[np.fromiter((s for found in near for s in found), np.int64, len(point))]
        metres = detour * np.hypot(*(xy[block][point] - places[stop]).T)
        result[block] = _index(rules, point, stop, metres, lines, len(near))
    return result


def walked_index(
    rules: Ptal,
    network: Network,
    points: Snapped,
    stops: Snapped,
    lines: pd.DataFrame,
    *,
    progress: Progress = silent,
) -> Floats:
    """Compute the access index of points, with distances on the streets.

    Parameters
    ----------
    rules, lines, progress
        As in `straight_index`.
    network : Network
        Streets.
    points, stops : Snapped
        Points and stops on their edges; the straight ways to the edges count.

    Returns
    -------
    ndarray, shape (n,)
        Access index; 0 where nothing is within reach.
    """
    used = lines["place"].unique().astype(np.int64)
    reach = float(rules.reach.max())
    result = np.zeros(len(points.edge))
    for block in blocks(len(result), BLOCK, progress):
        some = points.take(np.arange(block.start, block.stop))
        pairs = pairs_within(network, some, stops.take(used), reach)
        stop = used[pairs.target]
        result[block] = _index(rules, pairs.origin, stop, pairs.cost, lines, len(some.edge))
    return result


def level_polygons(
    rules: Ptal, stops: ArrayLike, index_at: Callable[[Floats], Floats], *, cell: float = CELL
) -> gpd.GeoDataFrame:
    """Draw the areas of the levels from the access index in the middle of square cells.

    Parameters
    ----------
    rules : Ptal
        Rules.
    stops : array_like, shape (m, 2)
        Coordinates [m].
    index_at : callable
        Returns the access index of coordinates, shape (n, 2).
    cell : float
        Side of a cell [m].

    Returns
    -------
    GeoDataFrame
        ``rank`` (0 for the best level), ``name`` and ``geometry``; not where nothing is in reach.

    Examples
    --------
    >>> from samplan.processing.methods.transit.ptal import ptal_of
    >>> rules = ptal_of({"window": ["08:15", "09:15"], "walking_speed": 80,
    ...     "reach": {"bus": 640}, "reliability": {"bus": 2}, "other_weight": 0.5,
    ...     "bounds": [0, 2.5], "bands": ["0", "1a", "1b"]})
    >>> areas = level_polygons(rules, [[50, 50]], lambda xy: np.where(xy[:, 0] < 100, 3.0, 0.0))
    >>> areas["name"].tolist(), areas.geometry[0].bounds[2]
    (['1b'], 100.0)
    """
    xy = np.asarray(stops, dtype=float)
    own = np.unique(np.floor(xy[np.isfinite(xy).all(axis=1)] / cell).astype(np.int64), axis=0)
    side = np.arange(-int(rules.reach.max() // cell) - 1, int(rules.reach.max() // cell) + 2)
    around = np.stack(np.meshgrid(side, side), axis=-1).reshape(-1, 2)
    around = around[np.hypot(*around.T) <= rules.reach.max() / cell + 1]
    cells = np.unique((own[:, None] + around).reshape(-1, 2), axis=0)
    rank = ranks(rules, index_at((cells + 0.5) * cell))
    low = cells * cell
    boxes = shapely.box(low[:, 0], low[:, 1], low[:, 0] + cell, low[:, 1] + cell)
    found = [number for number in range(len(rules.bands) - 1) if (rank == number).any()]
    shapes = [shapely.coverage_union_all(boxes[rank == number]) for number in found]
    names = [rules.bands[::-1][number] for number in found]
    return gpd.GeoDataFrame({"rank": found, "name": names}, geometry=shapes)


def ranks(rules: Ptal, index: ArrayLike) -> Ints:
    """Return the level of access indices, 0 for the best."""
    return len(rules.bands) - 1 - bands(rules, index)


def _index(
    rules: Ptal, point: Ints, stop: Ints, metres: Floats, lines: pd.DataFrame, count: int
) -> Floats:
    """Join the lines that leave from each stop to the pairs of point and stop."""
    pairs = pd.DataFrame({"point": point, "place": stop, "metres": metres})
    pairs = pairs.merge(lines.astype({"place": np.int64}), on="place")
    columns = (pairs[name].to_numpy() for name in ("point", "line", "mode", "metres", "per_hour"))
    return access_index(rules, *columns, points=count)
