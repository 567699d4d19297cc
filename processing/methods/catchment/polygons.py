"""Catchments as polygons: the ground within a buffer of the reached streets.

References
----------
.. [1] Erwig, M. (2000). The graph Voronoi diagram with applications. *Networks*, 36(3),
   156-163. doi:10.1002/1097-0037(200010)36:3<156::AID-NET2>3.0.CO;2-L
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray

from ..errors import InputError
from ..network.graph import Floats, Measure, Network
from ..network.snap import Snapped
from ..progress import Progress, remembered, silent
from .bands import checked_bands, widest
from .cells import CELLS_PER_BUFFER, Cells, grids, reached_cells
from .contest import nearest_cells
from .trace import Geometries, outlines

BUFFER = 50.0
"""Ground on both sides of a reached street that belongs to the catchment [m]; our own choice."""

SMALLEST_HOLE = 2.0
"""Unreached ground below this size inside a catchment is filled [ha]; our own choice."""


def facility_polygons(
    network: Network,
    facilities: Snapped,
    bands: Sequence[float],
    *,
    reach: ArrayLike | None = None,
    by: Measure = "length",
    inbound: bool = False,
    buffer: float = BUFFER,
    smallest_hole: float = SMALLEST_HOLE,
    progress: Progress = silent,
) -> Geometries:
    """Outline what can be reached from each facility; catchments overlap.

    The outline follows cells of two fifths of the buffer, with corners cut at 45 degrees; its
    distance to the street differs from the buffer by up to a cell.

    Parameters
    ----------
    network : Network
        Streets.
    facilities : Snapped
        Facilities on their edges; the straight way to the edge counts, walked where time is
        measured.
    bands : sequence of float
        Limits, rising [m] or [s].
    reach : array_like, shape (f,), optional
        A facility's own limit [m] or [s], beyond which it reaches nothing; missing: the last
        band.
    by : {"length", "seconds"}
        What to measure.
    inbound : bool
        Measure towards the facilities instead of away from them.
    buffer : float
        Ground on both sides of a reached street that belongs to the catchment [m].
    smallest_hole : float
        Unreached ground below this size is filled [ha].
    progress : callable
        Told the fraction done.

    Returns
    -------
    ndarray of Polygon, shape (f, k)
        For each facility and band all that is reached within its limit; a band holds those
        before it. None for a facility without an edge.

    Raises
    ------
    InputError
        If the bands do not rise from above 0, or a reach or the buffer is not positive.

    Examples
    --------
    >>> from ..network.build import build_network
    >>> from ..network.snap import snap
    >>> streets = build_network(shapely.from_wkt(["LINESTRING (0 0, 2000 0)"]))
    >>> polygons = facility_polygons(streets, snap(streets, [[1000, 10]]), [300, 500])
    >>> [polygon.contains(shapely.Point(1400, 0)) for polygon in polygons[0]]
    [False, True]
    """
    limits, size = _checked(bands, buffer)
    tell, again = remembered(progress)
    found = reached_cells(
        network,
        facilities,
        limits,
        size,
        reach=widest(limits, reach, len(facilities.edge)),
        by=by,
        inbound=inbound,
        progress=tell,
    )
    shape = len(facilities.edge), len(limits)
    return _outlined(found, shape, size, smallest_hole, widen=True, again=again)


def nearest_polygons(
    network: Network,
    facilities: Snapped,
    bands: Sequence[float],
    *,
    reach: ArrayLike | None = None,
    rank: ArrayLike | None = None,
    by: Measure = "length",
    inbound: bool = False,
    buffer: float = BUFFER,
    smallest_hole: float = SMALLEST_HOLE,
    progress: Progress = silent,
) -> Geometries:
    """Outline what is nearest to each facility: catchments that do not overlap [1]_.

    Parameters
    ----------
    network, facilities, bands, reach, by, inbound, buffer, smallest_hole, progress
        As in `facility_polygons`. Small holes between several catchments are filled too, but for
        long ones; ground that is another facility's stays its own.
    rank : array_like, shape (f,), optional
        A facility goes before all of a higher rank, be they nearer or not.

    Returns
    -------
    ndarray of Polygon or MultiPolygon, shape (f, k)
        As in `facility_polygons`, without the ground that is nearer to another facility; None
        where nothing is left. Neighbours share their border but for cut corners.

    Raises
    ------
    InputError
        If the bands do not rise from above 0, or a reach or the buffer is not positive.

    Examples
    --------
    >>> from ..network.build import build_network
    >>> from ..network.snap import snap
    >>> streets = build_network(shapely.from_wkt(["LINESTRING (0 0, 2000 0)"]))
    >>> stops = snap(streets, [[800, 0], [1200, 0]])
    >>> first, second = nearest_polygons(streets, stops, [500])[:, 0]
    >>> first.bounds[2] == second.bounds[0], first.intersection(second).area
    (True, 0.0)
    """
    limits, size = _checked(bands, buffer)
    tell, again = remembered(progress)
    found = nearest_cells(
        network,
        facilities,
        limits,
        size,
        reach=widest(limits, reach, len(facilities.edge)),
        rank=rank,
        by=by,
        inbound=inbound,
        smallest_hole=smallest_hole * 10_000,
        progress=tell,
    )
    shape = len(facilities.edge), len(limits)
    return _outlined([found], shape, size, 0, widen=False, again=again)


def merged_polygons(
    network: Network,
    facilities: Snapped,
    bands: Sequence[float],
    *,
    reach: ArrayLike | None = None,
    by: Measure = "length",
    inbound: bool = False,
    buffer: float = BUFFER,
    smallest_hole: float = SMALLEST_HOLE,
    progress: Progress = silent,
) -> Geometries:
    """Outline what can be reached from any of the facilities.

    Parameters
    ----------
    network, facilities, bands, reach, by, inbound, buffer, smallest_hole, progress
        As in `facility_polygons`.

    Returns
    -------
    ndarray of Polygon or MultiPolygon, shape (k,)
        All that is reached within each limit; None where that is nothing.

    Raises
    ------
    InputError
        If the bands do not rise from above 0, or a reach or the buffer is not positive.

    Examples
    --------
    >>> from ..network.build import build_network
    >>> from ..network.snap import snap
    >>> streets = build_network(shapely.from_wkt(["LINESTRING (0 0, 2000 0)"]))
    >>> stops = snap(streets, [[800, 0], [1200, 0]])
    >>> len(shapely.get_parts(merged_polygons(streets, stops, [100, 500])[0]))
    2
    """
    limits, size = _checked(bands, buffer)
    tell, again = remembered(progress)
    found = nearest_cells(
        network,
        facilities,
        limits,
        size,
        reach=widest(limits, reach, len(facilities.edge)),
        rank=None,
        by=by,
        inbound=inbound,
        smallest_hole=0,
        progress=tell,
    )
    together = found._replace(owner=np.zeros_like(found.owner))
    shape = 1, len(limits)
    result: Geometries = _outlined([together], shape, size, smallest_hole, widen=False, again=again)
    return result.ravel()


def between_bands(polygons: NDArray[np.object_]) -> Geometries:
    """Cut each band's inner bands out of it.

    Parameters
    ----------
    polygons : ndarray of polygons, shape (f, k)
        Bands that hold those before them.

    Returns
    -------
    ndarray of polygons, shape (f, k)
        What each band adds; empty where that is nothing.

    Examples
    --------
    >>> bands = shapely.box([[0, 0]], 0, [[1, 3]], 1)
    >>> shapely.area(between_bands(bands)).tolist()
    [[1.0, 2.0]]
    """
    result = polygons.copy()
    result[:, 1:] = shapely.difference(polygons[:, 1:], polygons[:, :-1])
    return result


def _checked(bands: Sequence[float], buffer: float) -> tuple[Floats, float]:
    """Check limits and buffer; return the limits and the side of a cell."""
    if not buffer > 0:
        raise InputError("The buffer must be above 0 m, not {buffer}.", buffer=buffer)
    return checked_bands(bands), buffer / CELLS_PER_BUFFER


def _outlined(
    found: Iterable[Cells],
    shape: tuple[int, int],
    size: float,
    smallest_hole: float,
    *,
    widen: bool,
    again: Callable[[], None],
) -> Geometries:
    """Outline all bands of all owners; looks again at each whether to stop."""
    result = np.full(shape, None, dtype=object)
    for cells in found:
        for laid in grids(cells, widen=widen):
            for band in range(shape[1]):
                again()
                result[laid.owner, band] = outlines(
                    laid.band <= band,
                    laid.corner * size,
                    size,
                    smallest_hole=smallest_hole * 10_000,
                )
    return result
