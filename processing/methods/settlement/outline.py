"""Outlines of groups of buildings.

The plain recipe, a buffer of half the gap dissolved and shrunk again (a morphological closing),
tears sparse settlements to pieces: two houses a full gap apart touch when they are grown but not
when they are shrunk. The alpha shape with a disc of the same radius fills the same bays and
courtyards and keeps every link of a group, so each group becomes one polygon.
"""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import ArrayLike

from ..errors import InputError
from ..progress import Progress, blocks, part, silent
from .alpha_shape import alpha_shapes
from .arrays import Floats, Ints, Shapes

PRECISION = 1 / 20
"""Share of the gap by which a building may be simplified: 10 m at 200 m. Our own choice."""

QUARTER = 4
"""Segments in a quarter circle of an outline's corner."""

BLOCK = 50_000
"""Footprints or outlines handled at a time: some 50 MB."""

HECTARE = 10_000.0


def outlines(
    footprints: ArrayLike,
    groups: ArrayLike,
    *,
    gap: float,
    margin: float = 25.0,
    hole_size: float = 1.0,
    progress: Progress = silent,
) -> Shapes:
    """Draw one polygon round each group of buildings.

    Parameters
    ----------
    footprints : array_like of shapely geometries, shape (n,)
        Buildings in projected coordinates [m].
    groups : array_like of int, shape (n,)
        Group of each building, 0 to k - 1, as `link_footprints` numbers them with the same gap;
        negative where a building is in none.
    gap : float
        Largest distance between neighbours of a group [m]. Open ground is taken in where a
        circle as wide as the gap does not fit between the buildings.
    margin : float
        Ground kept round the buildings [m], positive, at most a quarter of the gap.
    hole_size : float
        Holes smaller than this are filled [ha], unless another group lies in them.
    progress : callable, optional
        Told the fraction done.

    Returns
    -------
    ndarray of shapely polygons, shape (k,)
        Each holds the buildings of its group with at least the margin round them, and at most
        an eighth of the gap more; no two overlap. In one piece where the group is linked at the
        gap, else in several (multipolygon). ``None`` for a group without buildings.

    Raises
    ------
    InputError
        If the margin is not positive or more than a quarter of the gap.

    Notes
    -----
    Walls are followed to a twentieth of the gap: 10 m at 200 m. A building that a circle of that
    radius covers is drawn as its middle.

    Examples
    --------
    >>> houses = shapely.box([0, 210], 0, [10, 220], 10)
    >>> outline = outlines(houses, [0, 0], gap=200)[0]
    >>> outline.geom_type, bool(shapely.contains(outline, houses).all())
    ('Polygon', True)
    """
    check_margin(margin, gap)
    shapes, owner = _present(footprints, groups)
    precision = gap * PRECISION
    points, building = _samples(shapes, precision, part(progress, 0.0, 0.2))
    # Buildings a gap apart have samples up to two precisions further apart.
    disc = gap / 2 + precision
    drawn = alpha_shapes(points, owner[building], disc, progress=part(progress, 0.2, 0.7))
    drawn = _grown(drawn, margin + precision, part(progress, 0.7, 1.0))
    return fill_holes(_with_wide_buildings(drawn, shapes, owner, gap, margin), hole_size)


def check_margin(margin: float, gap: float) -> None:
    """Refuse a margin with which the outlines of neighbouring groups could overlap.

    Raises
    ------
    InputError
        If the margin is not positive or more than a quarter of the gap.
    """
    if not 0 < margin <= gap / 4:
        raise InputError(
            "The margin round buildings must be positive and at most a quarter of the largest "
            "gap, {limit:g} m, not {margin:g} m.",
            limit=gap / 4,
            margin=margin,
        )


def fill_holes(polygons: Shapes, hole_size: float) -> Shapes:
    """Fill the holes smaller than a size [ha] that hold no other polygon.

    Examples
    --------
    >>> courtyard = shapely.box(0, 0, 90, 90).difference(shapely.box(20, 20, 70, 70))
    >>> float(fill_holes(np.array([courtyard]), 1.0)[0].area)
    8100.0
    """
    parts, of_part = shapely.get_parts(polygons, return_index=True)
    rings, of_ring = shapely.get_rings(parts, return_index=True)
    inner = np.diff(of_ring, prepend=-1) == 0
    holes, owner = shapely.polygons(rings[inner]), of_part[of_ring[inner]]
    free = shapely.area(holes) < hole_size * HECTARE
    hole, inside = shapely.STRtree(parts).query(holes, predicate="contains")
    free[hole[of_part[inside] != owner[hole]]] = False
    changed, number = np.unique(owner[free], return_inverse=True)
    filled = polygons.copy()
    plugs = shapely.multipolygons(holes[free], indices=number)
    filled[changed] = shapely.union(polygons[changed], plugs)
    return filled


def _present(footprints: ArrayLike, groups: ArrayLike) -> tuple[Shapes, Ints]:
    shapes = np.asarray(footprints, dtype=object).reshape(-1)
    owner = np.asarray(groups, dtype=np.int64).reshape(-1)
    present = (owner >= 0) & ~shapely.is_missing(shapes) & ~shapely.is_empty(shapes)
    return shapes[present], owner[present]


def _samples(shapes: Shapes, precision: float, progress: Progress) -> tuple[Floats, Ints]:
    """Points that stand for buildings, and whose they are.

    A small building is its middle; of others, points along the walls. No point of a wall is
    further than the precision from a sample of its building.
    """
    points, building = [np.empty((0, 2))], [np.empty(0, np.int64)]
    for block in blocks(len(shapes), BLOCK, progress):
        corners, owner = shapely.get_coordinates(shapes[block], return_index=True)
        boxes = shapely.bounds(shapes[block])
        middle = (boxes[:, :2] + boxes[:, 2:]) / 2
        first = np.flatnonzero(np.diff(owner, prepend=-1))
        reach = np.maximum.reduceat(np.hypot(*(corners - middle[owner]).T), first)
        small, large = (np.flatnonzero(part) for part in (reach <= precision, reach > precision))
        walls = shapely.segmentize(_walls(shapes[block][large]), 2 * precision)
        along, wall = shapely.get_coordinates(walls, return_index=True)
        points += [middle[small], along]
        building += [block.start + small, block.start + large[wall]]
    return np.concatenate(points), np.concatenate(building)


def _walls(shapes: Shapes) -> Shapes:
    """Take the borders of polygons: GEOS loses parts of invalid ones when it adds corners."""
    walls = shapes.copy()
    kind = shapely.get_type_id(shapes)
    polygonal = (kind == shapely.GeometryType.POLYGON) | (kind == shapely.GeometryType.MULTIPOLYGON)
    walls[polygonal] = shapely.boundary(shapes[polygonal])
    return walls


def _grown(shapes: Shapes, distance: float, progress: Progress) -> Shapes:
    # GEOS cuts across arcs, and smooths the input by a hundredth of the distance.
    radius = 1.02 * distance / np.cos(np.pi / (4 * QUARTER))
    grown = np.empty(len(shapes), object)
    for block in blocks(len(shapes), BLOCK // 10, progress):
        grown[block] = shapely.buffer(shapes[block], radius, quad_segs=QUARTER)
    return np.asarray(shapely.normalize(grown))


def _with_wide_buildings(
    drawn: Shapes, shapes: Shapes, owner: Ints, gap: float, margin: float
) -> Shapes:
    """Add the middle of buildings so wide that samples along the walls leave it open."""
    boxes = shapely.bounds(shapes)
    for building in np.flatnonzero((boxes[:, 2:] - boxes[:, :2]).min(axis=1) > gap):
        around = shapely.buffer(shapes[building], margin, quad_segs=QUARTER)
        drawn[owner[building]] = shapely.union(drawn[owner[building]], around)
    return drawn
