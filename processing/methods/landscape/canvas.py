"""Zones side by side on one canvas, so that all of them are searched for patches at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..landcover.centre import Spans, crossings, spans
from ..landcover.codes import ClassRegister
from ..landcover.edges import edges_by_strip, polygon_edges
from ..landcover.rasters import RasterBlocks
from ..progress import Progress

Array = NDArray[Any]
Integers = NDArray[np.int64]


class Canvas(NamedTuple):
    """A strip of rows of every zone; the columns of a zone lie together, apart from the next.

    The first row repeats the last one of the canvas before, except on the first canvas. Zones
    come in ascending order, so that the repeated rows hold the same cells in the same order.
    """

    number: Array  # (rows, columns): 0 outside, else the number of the class
    zones: Integers  # (z,) ascending
    zone: Integers  # (columns,) position in ``zones``


def whole_canvases(
    raster: RasterBlocks, register: ClassRegister, progress: Progress
) -> Iterator[Canvas]:
    """Give the raster itself, strip by strip, as one zone."""
    zones, zone = np.zeros(1, dtype=np.int64), np.zeros(raster.width, dtype=np.int64)
    for first, last in raster.strips(progress):
        cells = raster.read(max(first - 1, 0), last)
        yield Canvas(register.numbers(cells, raster.nodata), zones, zone)


def zone_canvases(
    polygons: Any, raster: RasterBlocks, register: ClassRegister, progress: Progress
) -> Iterator[Canvas]:
    """Give the cells whose centres lie in each polygon, strip by strip; zones may overlap."""
    edges = polygon_edges(polygons, raster)
    strips = ((max(first - 1, 0), last) for first, last in raster.strips(progress))
    for strip in edges_by_strip(edges, strips):
        inside = spans(crossings(strip, raster.width))
        if len(inside.zone):
            number = register.numbers(raster.read(strip.first, strip.last), raster.nodata)
            canvas, local, zone = _side_by_side(number, inside)
            yield Canvas(canvas, strip.zones[local], zone)
        else:
            empty = np.zeros((strip.last - strip.first, 1), dtype=np.uint16)
            yield Canvas(empty, np.zeros(1, dtype=np.int64), np.zeros(1, dtype=np.int64))


def _side_by_side(number: Array, inside: Spans) -> tuple[Array, Integers, Integers]:
    """Cells of each zone in columns of its own, with an empty column after each zone."""
    zones, place = np.unique(inside.zone, return_inverse=True)
    west = np.full(len(zones), number.shape[1])
    np.minimum.at(west, place, inside.start)
    east = np.zeros(len(zones), dtype=np.int64)
    np.maximum.at(east, place, inside.end)
    width = east - west + 1
    shift = np.cumsum(width) - width - west
    zone = np.repeat(np.arange(len(zones)), width)
    source = np.arange(len(zone)) - shift[zone]
    steps = np.zeros((len(number), len(zone)), dtype=np.int8)
    steps[inside.row, inside.start + shift[place]] += 1
    steps[inside.row, inside.end + shift[place]] -= 1
    mask = np.cumsum(steps, axis=1, dtype=np.int8, out=steps)
    canvas = number.take(np.minimum(source, number.shape[1] - 1), axis=1)
    return np.multiply(canvas, mask, out=canvas, casting="unsafe"), zones, zone
