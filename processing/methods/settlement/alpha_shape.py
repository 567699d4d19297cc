"""Alpha shapes of many groups of points at once.

The alpha shape [1]_ of points is what a disc of a given radius cannot sweep without touching
one: the triangles and edges of the Delaunay triangulation through whose corners an empty disc no
larger than that passes. It is the straight-edged form of the morphological closing with the
disc and, unlike the closing, in one piece as long as no gap is wider than the disc.

References
----------
.. [1] Edelsbrunner, H., Kirkpatrick, D. G. & Seidel, R. (1983). On the shape of a set of points
   in the plane. *IEEE Transactions on Information Theory*, 29(4), 551-559.
   doi:10.1109/TIT.1983.1056714
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import shapely
from scipy.spatial import Delaunay

from ..progress import Progress, part, silent
from .arrays import Bools, Floats, Ints, Shapes
from .cells import occupied, sort_into_cells

TILE = 20_000
"""Points triangulated at a time: a tenth of a second, and all in the cache."""

RIM = 20_000
"""Edges joined into polygons at a time, as long as groups stay whole: a tenth of a second."""

ROUNDING = 1e-9
"""Share by which lengths may be off after arithmetic."""


class Tile(NamedTuple):
    """A rectangle, and the points in and around it that decide what it holds."""

    low: Floats
    high: Floats
    points: Ints

    def holds(self, places: Floats) -> Bools:
        """Whether places lie in the rectangle: each place in exactly one of all tiles."""
        return np.asarray(((places >= self.low) & (places < self.high)).all(axis=1))


class Edges(NamedTuple):
    """Parts of alpha shapes; an edge is a number that stands for two points."""

    rim: Ints  # sides of exactly one kept triangle
    inner: Floats  # a place in that triangle
    single: Ints  # short edges that are sides of none
    alone: Ints  # points without short edges


def alpha_shapes(
    points: Floats, groups: Ints, radius: float, *, progress: Progress = silent
) -> Shapes:
    """Draw the alpha shape of each group of points.

    Parameters
    ----------
    points : ndarray, shape (n, 2)
        Projected coordinates [m].
    groups : ndarray of int, shape (n,)
        Group of each point, 0 to k - 1; points of different groups must be more than 1.6 radii
        apart.
    radius : float
        Radius of the disc [m].
    progress : callable, optional
        Told the fraction done.

    Returns
    -------
    ndarray of shapely geometries, shape (k,)
        For each group a collection of polygons, lines and points, in one piece if its points are
        linked at twice the radius. ``None`` for a group without points.

    Notes
    -----
    Time grows as n log n. Discs of the radius are local, so the plane is cut into tiles with a
    strip round them; memory is bounded by the tile and the result.

    Examples
    --------
    >>> corners = np.array([[0.0, 0.0], [2.0, 0.0], [2.0, 2.0], [0.0, 2.0], [5.0, 2.0]])
    >>> shape = alpha_shapes(corners, np.zeros(5, int), 1.5)[0]
    >>> shape.area, shape.convex_hull.area
    (4.0, 7.0)
    """
    if not len(points):
        return np.empty(0, object)
    count = int(groups.max()) + 1
    kept = _distinct(points)
    kept = kept[_matters(points[kept], radius)]
    points, groups = points[kept], groups[kept]
    found, done = [], 0
    for tile in _tiles(points, radius):
        found.append(_tile_edges(points, groups, tile, radius))
        done += int(tile.holds(points[tile.points]).sum())
        progress(0.8 * done / len(points))
    edges = Edges(*map(np.concatenate, zip(*found)))
    return _collected(points, groups, edges, count, part(progress, 0.8, 1.0))


def _distinct(points: Floats) -> Ints:
    """Points without repetitions, by x and y, so that the result does not depend on the order."""
    order = np.lexsort((points[:, 1], points[:, 0]))
    repeated = (np.diff(points[order], axis=0) == 0).all(axis=1)
    return np.asarray(order[np.r_[True, ~repeated]])


def _matters(points: Floats, radius: float) -> Bools:
    """Which points to triangulate: one is enough in a cell that no empty disc can touch.

    The centre of an empty disc lies in an empty cell, because the disc is larger than a cell; so
    a cell with no empty one within two cells is out of reach of all empty discs.
    """
    cells = sort_into_cells(points, radius / np.sqrt(2) * (1 - ROUNDING))
    deep = np.ones(len(cells.start), bool)
    for columns, rows in ((1, 0), (0, 1)):
        ahead = deep.copy()
        for step in (-2, -1, 1, 2):
            hit, found = occupied(cells, columns * step, rows * step)
            ahead &= hit & deep[found]
        deep = ahead
    spare = np.repeat(deep, cells.size)
    spare[cells.start] = False
    matters = np.ones(len(points), bool)
    matters[cells.order[spare]] = False
    return matters


def _tiles(points: Floats, radius: float) -> Iterator[Tile]:
    """Halve the plane until each rectangle holds few points or is hardly wider than its strip."""
    strip = 2 * radius
    waiting = [Tile(np.full(2, -np.inf), np.full(2, np.inf), np.arange(len(points)))]
    while waiting:
        tile = waiting.pop()
        within = points[tile.points[tile.holds(points[tile.points])]]
        size = np.ptp(within, axis=0) if len(within) else np.zeros(2)
        axis = int(size.argmax())
        if len(within) <= TILE or size[axis] < 4 * strip:
            yield tile
            continue
        cut = np.median(within[:, axis])
        along = points[tile.points, axis]
        middle = np.where(np.arange(2) == axis, cut, [tile.low, tile.high])
        waiting.append(Tile(middle[0], tile.high, tile.points[along >= cut - strip]))
        waiting.append(Tile(tile.low, middle[1], tile.points[along <= cut + strip]))


def _tile_edges(points: Floats, groups: Ints, tile: Tile, radius: float) -> Edges:
    """Find what the tile holds of the shapes."""
    triangles = _triangles(points, tile.points)
    full = triangles[triangles[:, 0] >= 0]
    centre, circumradius = _circumcircles(points, full)
    small = (groups[full] == groups[full[:, :1]]).all(axis=1) & (circumradius <= radius)
    kept = full[small & tile.holds(centre)]
    rim, side = _odd(_key(_sides(kept), len(points)))
    inner = points[kept].mean(axis=1)[side % max(len(kept), 1)]
    short, blunt = _short_edges(points, groups, triangles, 2 * radius * (1 + ROUNDING))
    within = tile.holds(points[short].mean(axis=1))
    # Across from a blunt angle lies a point in the disc over the edge.
    single = np.setdiff1d(_key(short[within], len(points)), _key(short[blunt], len(points)))
    single = np.setdiff1d(single, _key(_sides(full[small]), len(points)))
    alone = np.setdiff1d(tile.points[tile.holds(points[tile.points])], short)
    return Edges(rim, inner, single, alone)


def _short_edges(
    points: Floats, groups: Ints, triangles: Ints, longest: float
) -> tuple[Ints, Bools]:
    """Edges within groups, once for each triangle, and whether the angle across is blunt."""
    full = triangles[triangles[:, 0] >= 0]
    outer = triangles[(triangles[:, 0] < 0) & (triangles[:, 1] >= 0), 1:]
    edges = np.concatenate([_sides(full), outer])
    blunt = np.r_[_blunt(points, full), np.zeros(len(outer), bool)]
    short = np.hypot(*(points[edges[:, 0]] - points[edges[:, 1]]).T) <= longest
    short &= groups[edges[:, 0]] == groups[edges[:, 1]]
    return edges[short], blunt[short]


def _triangles(points: Floats, chosen: Ints) -> Ints:
    """Delaunay triangles as ascending point numbers; -1 stands for a corner of the frame."""
    local = points[chosen] - points[chosen].mean(axis=0)
    # The frame keeps points on one line, or too few, from having no triangles.
    frame = np.array([[-3.0, -2.0], [3.0, -2.0], [0.0, 4.0]]) * (10 * np.abs(local).max() + 1e4)
    simplices = Delaunay(np.concatenate([local, frame])).simplices
    return np.asarray(np.sort(np.r_[chosen, -1, -1, -1][simplices], axis=1))


def _circumcircles(points: Floats, triangles: Ints) -> tuple[Floats, Floats]:
    a, b, c = (points[triangles[:, corner]] for corner in range(3))
    ab, ac = b - a, c - a
    double_area = ab[:, 0] * ac[:, 1] - ab[:, 1] * ac[:, 0]
    turned = np.stack([ac[:, 1], -ac[:, 0]], axis=1) * (ab**2).sum(axis=1, keepdims=True)
    turned -= np.stack([ab[:, 1], -ab[:, 0]], axis=1) * (ac**2).sum(axis=1, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        offset = turned / (2 * double_area[:, np.newaxis])
    return a + offset, np.nan_to_num(np.hypot(*offset.T), nan=np.inf)


def _blunt(points: Floats, triangles: Ints) -> Bools:
    """Whether the angle across from each side (in the order of `_sides`) is 90 degrees or more."""
    corners = points[triangles]
    to_next = np.roll(corners, -1, axis=1) - corners
    to_last = np.roll(corners, 1, axis=1) - corners
    dot = (to_next * to_last).sum(axis=2)
    scale = np.abs(to_next).max(axis=2) * np.abs(to_last).max(axis=2)
    return np.asarray((dot <= ROUNDING * scale).T.ravel())


def _sides(triangles: Ints) -> Ints:
    """Sides across from the first, second and third corners, as ascending point numbers."""
    return np.concatenate([triangles[:, [1, 2]], triangles[:, [0, 2]], triangles[:, [0, 1]]])


def _key(edges: Ints, count: int) -> Ints:
    return np.asarray(edges[:, 0] * count + edges[:, 1])


def _odd(keys: Ints) -> tuple[Ints, Ints]:
    """Keys that occur an odd number of times, and where first: sides of one triangle only."""
    unique, first, times = np.unique(keys, return_index=True, return_counts=True)
    return unique[times % 2 == 1], first[times % 2 == 1]


def _collected(
    points: Floats, groups: Ints, edges: Edges, count: int, progress: Progress
) -> Shapes:
    """One collection for each group: areas within the rim, single edges, points alone."""
    rim, first = _odd(edges.rim)
    areas, area_groups = _areas(points, groups, rim, edges.inner[first], progress)
    ends = np.stack(np.divmod(edges.single, len(points)), axis=1)
    lines, dots = shapely.linestrings(points[ends]), shapely.points(points[edges.alone])
    parts = np.concatenate([areas, lines, dots])
    owner = np.r_[area_groups, groups[ends[:, 0]], groups[edges.alone]]
    order = np.argsort(owner, kind="stable")
    shapes = np.full(count, None, object)
    shapely.geometrycollections(parts[order], indices=owner[order], out=shapes)
    return shapes


def _areas(
    points: Floats, groups: Ints, rim: Ints, inner: Floats, progress: Progress
) -> tuple[Shapes, Ints]:
    """Polygons within the rim, and their groups."""
    ends = np.stack(np.divmod(rim, len(points)), axis=1)
    owner = groups[ends[:, 0]]
    order = np.argsort(owner, kind="stable")
    ends, inner, owner = ends[order], inner[order], owner[order]
    starts = np.flatnonzero(np.diff(owner, prepend=-1))
    areas: list[Shapes] = [np.empty(0, object)]
    area_groups = [np.empty(0, np.int64)]
    cuts = np.unique(np.searchsorted(starts, np.arange(0, len(rim) + RIM, RIM)))
    cuts = np.append(starts, len(rim))[cuts]
    for low, high in zip(cuts[:-1], cuts[1:]):
        progress(low / len(rim))
        faces = shapely.get_parts(shapely.polygonize(shapely.linestrings(points[ends[low:high]])))
        # A face is an area or a hole; areas hold the triangles along the rim.
        tree = shapely.STRtree(shapely.points(inner[low:high]))
        face, place = tree.query(faces, predicate="contains")
        face, seen = np.unique(face, return_index=True)
        areas.append(faces[face])
        area_groups.append(owner[low + place[seen]])
    return np.concatenate(areas), np.concatenate(area_groups)
