"""Green areas large enough to go to, from polygons and from the cells of a land-cover raster.

The green of a raster stays in pieces of a few hundred cells a side, whose contiguous area each
piece knows: outlines of whole forests have so many corners that one step with them takes minutes.

References
----------
.. [1] WHO Regional Office for Europe (2016). *Urban green spaces and health*. (Green of at least
   0.5 to 1 ha within 300 m of home.)
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray
from scipy import ndimage
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from ..landcover.rasters import RasterBlocks
from ..progress import Progress, blocks, part, silent

Geometries = NDArray[np.object_]
Integers = NDArray[np.intp]

SMALLEST_GREEN = 0.5
"""Smallest green area that counts [ha] [1]_."""

TILE = 256
"""Columns of a piece of a raster's green."""

AT_A_TIME = 200
"""Areas united, or pieces cut, between two reports."""


class Pieces(NamedTuple):
    """Green that does not overlap, in pieces.

    Attributes
    ----------
    shape : ndarray of Polygon, shape (m,)
    area : ndarray of int, shape (m,)
        Number of the contiguous area that the piece is of, from 0.
    """

    shape: Geometries
    area: Integers


def accessible_green(
    polygons: ArrayLike, *, smallest: float = SMALLEST_GREEN, progress: Progress = silent
) -> Geometries:
    """Join green areas that touch, and keep those large enough to go to.

    Parameters
    ----------
    polygons : array_like of polygons
        Green that anybody may enter, in projected coordinates [m]; they may overlap.
    smallest : float
        Smallest area that counts [ha]; what is exactly so large counts.
    progress : callable
        Told the fraction done.

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
    areas = _united(np.asarray(polygons, dtype=object), progress)
    areas = areas[shapely.area(areas) >= smallest * 10_000]
    result: Geometries = areas[np.lexsort(shapely.bounds(areas).reshape(-1, 4)[:, 1::-1].T)]
    return result


def green_in_raster(
    raster: RasterBlocks, classes: ArrayLike, *, progress: Progress = silent
) -> Pieces:
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
    Pieces
        Cells that share a side are of one area.

    Examples
    --------
    >>> from ..landcover.rasters import raster_of
    >>> raster = raster_of([[7, 7], [1, 7]], transform=(10, 0, 0, 0, -10, 20))
    >>> shapely.area(green_in_raster(raster, [7]).shape).tolist()
    [300.0]
    """
    codes, shapes, labels = np.asarray(classes), [], []
    count, above, joined = 0, None, [np.zeros((2, 0), dtype=np.intp)]
    for start, stop in raster.strips(progress):
        green = np.isin(raster.read(start, stop), codes)
        label, found = ndimage.label(green)
        label = np.where(green, label + count, 0)
        count += found
        if above is not None:
            both = (above > 0) & (label[0] > 0)
            joined.append(np.stack([above[both], label[0][both]]) - 1)
        above = label[-1]
        for left in range(0, raster.width, TILE):
            progress((start + (stop - start) * left / raster.width) / raster.height)
            outlines, numbers = _outlined(label[:, left : left + TILE], raster, left, start)
            shapes += outlines
            labels += numbers
    area = _connected(np.concatenate(joined, axis=1), count)
    return Pieces(np.array(shapes, dtype=object), area[np.array(labels, dtype=np.intp)])


def green_of_both(
    raster: Pieces,
    polygons: ArrayLike,
    *,
    smallest: float = SMALLEST_GREEN,
    progress: Progress = silent,
) -> Geometries:
    """Join the green of a raster with green polygons, and keep areas large enough to go to.

    Parameters
    ----------
    raster : Pieces
        From `green_in_raster`.
    polygons : array_like of polygons
        Green that anybody may enter, in the same coordinates [m]; they may overlap each other and
        the raster's.
    smallest : float
        Smallest contiguous area that counts [ha]; what is exactly so large counts.
    progress : callable
        Told the fraction done.

    Returns
    -------
    ndarray of Polygon
        Pieces of the areas, none overlapping another.

    Examples
    --------
    >>> raster = Pieces(shapely.box([0, 900], 0, [50, 910], 60), np.array([0, 1]))
    >>> found = green_of_both(raster, [shapely.box(40, 0, 100, 60)])
    >>> shapely.area(found).tolist()
    [2400.0, 3600.0]
    """
    areas = accessible_green(polygons, smallest=0.0, progress=part(progress, 0.0, 0.3))
    shapes, first = raster.shape.copy(), int(raster.area.max(initial=-1)) + 1
    number = np.concatenate([raster.area, first + np.arange(len(areas))])
    joined = _cut_out(shapes, areas, part(progress, 0.3, 1.0))
    pairs = np.stack([number[joined[0]], first + joined[1]])
    whole = _connected(pairs, first + len(areas))[number]
    everything = np.concatenate([shapes, areas])
    large = np.bincount(whole, shapely.area(everything)) >= smallest * 10_000
    kept = everything[large[whole]]
    result: Geometries = shapely.get_parts(kept[~shapely.is_empty(kept)])
    return result


def _united(shapes: Geometries, progress: Progress) -> Geometries:
    """Join polygons that touch or overlap, a group of them at a time."""
    shapes = shapely.get_parts(shapely.make_valid(shapes[~shapely.is_missing(shapes)]))
    shapes = shapes[shapely.area(shapes) > 0]
    group = _connected(shapely.STRtree(shapes).query(shapes, predicate="intersects"), len(shapes))
    order = np.argsort(group, kind="stable")
    groups = np.split(order, np.flatnonzero(np.diff(group[order])) + 1) if len(order) else []
    found: list[shapely.Geometry] = []
    for block in blocks(len(groups), AT_A_TIME, progress):
        found += [shapely.union_all(shapes[members]) for members in groups[block]]
    areas = shapely.get_parts(np.array(found, dtype=object))
    result: Geometries = areas[shapely.get_type_id(areas) == 3]
    return result


def _cut_out(shapes: Geometries, areas: Geometries, progress: Progress) -> NDArray[np.intp]:
    """Take the areas out of the shapes, in place; returns the pairs with more than a point."""
    shape, area = shapely.STRtree(areas).query(shapes, predicate="intersects")
    joined = np.zeros(len(shape), dtype=bool)
    for block in blocks(len(shape), AT_A_TIME, progress):
        common = shapely.intersection(shapes[shape[block]], areas[area[block]])
        joined[block] = shapely.get_dimensions(common) > 0
        for i, k in zip(shape[block], area[block]):
            shapes[i] = shapely.difference(shapes[i], areas[k])
    return np.stack([shape[joined], area[joined]])


def _connected(pairs: NDArray[np.intp], count: int) -> Integers:
    """Find the groups of what the pairs connect."""
    links = coo_array((np.ones(pairs.shape[1]), tuple(pairs)), shape=(count, count))
    group = connected_components(links.tocsr(), directed=False)[1] if count else np.zeros(0)
    return np.asarray(group, dtype=np.intp)


def _outlined(
    label: NDArray[np.intp], raster: RasterBlocks, left: int, top: int
) -> tuple[list[shapely.Polygon], list[int]]:
    """Outline the cells of each label in a tile; labels are from 1, numbers from 0."""
    # only here: the other functions work where the library is missing
    import rasterio.features

    place = rasterio.Affine(*raster.transform) * rasterio.Affine.translation(left, top)
    values = np.unique(label)
    local = np.searchsorted(values, label).astype(np.int32)
    shapes, numbers = [], []
    for outline, value in rasterio.features.shapes(local, mask=label > 0, transform=place):
        shell, *holes = outline["coordinates"]
        shapes.append(shapely.Polygon(shell, holes))
        numbers.append(int(values[int(value)]) - 1)
    return shapes, numbers
