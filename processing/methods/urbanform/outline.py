"""How compact an outline is.

References
----------
.. [1] Polsby, D. D., & Popper, R. D. (1991). The third criterion: compactness as a procedural
   safeguard against partisan gerrymandering. *Yale Law & Policy Review*, 9(2), 301-353.
.. [2] Reock, E. C. (1961). A note: measuring compactness as a requirement of legislative
   apportionment. *Midwest Journal of Political Science*, 5(1), 70-74. doi:10.2307/2109043
.. [3] Schwartzberg, J. E. (1966). Reapportionment, gerrymanders, and the notion of compactness.
   *Minnesota Law Review*, 50, 443-452.
.. [4] Li, W., Goodchild, M. F., & Church, R. (2013). An efficient measure of compactness for
   two-dimensional shapes and its application in regionalization problems. *International
   Journal of Geographical Information Science*, 27(6), 1227-1250.
   doi:10.1080/13658816.2012.752093
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely
from numpy.typing import ArrayLike, NDArray

from ..ratios import ratio


def compactness(polygons: ArrayLike) -> pd.DataFrame:
    r"""Compare each outline with a circle and with its convex hull.

    With area *A*, perimeter *U* (holes included) and second moment of area *I* about the
    centroid:

    .. math:: \frac{4 \pi A}{U^2}, \quad \frac{A}{A_{circle}}, \quad \frac{A}{A_{hull}}, \quad
       \frac{U}{2 \sqrt{\pi A}}, \quad \frac{A^2}{2 \pi I}

    Parameters
    ----------
    polygons : array_like of Polygon or MultiPolygon, shape (n,)
        Outlines in projected coordinates [m].

    Returns
    -------
    DataFrame, n rows
        ``polsby`` Polsby-Popper [1]_, 0 to 1; ``reock`` share of the smallest circle around
        [2]_, 0 to 1; ``convex`` share of the convex hull, 0 to 1; ``schwartzb`` Schwartzberg's
        perimeter over that of the circle of the same area [3]_, 1 or more; ``inertia``
        normalised moment of inertia [4]_, 0 to 1. A circle has 1 in all. NaN where there is no
        area.

    Examples
    --------
    >>> compactness([shapely.box(0, 0, 100, 100)]).round(3)
       polsby  reock  convex  schwartzb  inertia
    0   0.785  0.637     1.0      1.128    0.955
    """
    shapes: NDArray[np.object_] = np.asarray(polygons, dtype=object)
    area = shapely.area(shapes)
    perimeter = shapely.length(shapes)
    circle = np.pi * shapely.minimum_bounding_radius(shapes) ** 2
    hull = shapely.area(shapely.convex_hull(shapes))
    found = area > 0
    return pd.DataFrame(
        {
            "polsby": ratio(4 * np.pi * area, np.where(found, perimeter**2, 0), smallest_base=0),
            "reock": ratio(area, np.where(found, circle, 0), smallest_base=0),
            "convex": ratio(area, np.where(found, hull, 0), smallest_base=0),
            "schwartzb": ratio(perimeter, 2 * np.sqrt(np.pi * area), smallest_base=0),
            "inertia": ratio(area**2, 2 * np.pi * _second_moment(shapes), smallest_base=0),
        }
    )


def _second_moment(shapes: NDArray[np.object_]) -> NDArray[np.float64]:
    """Sum up the polar second moment of area about each centroid, by the shoelace formula."""
    parts, shape = shapely.get_parts(shapes, return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    hole = np.r_[False, np.diff(part) == 0][: len(part)]
    xy, ring = shapely.get_coordinates(rings, return_index=True)
    owner = shape[part[ring]]
    xy = xy - _centres(shapes)[owner]
    same = np.diff(ring) == 0
    (x0, y0), (x1, y1) = xy[:-1][same].T, xy[1:][same].T
    cross = x0 * y1 - x1 * y0
    moment = cross * (x0**2 + x0 * x1 + x1**2 + y0**2 + y0 * y1 + y1**2) / 12
    # the direction of a ring is arbitrary: shells count up, holes down
    turn = np.sign(np.bincount(ring[:-1][same], cross, minlength=len(rings)))
    total = np.bincount(ring[:-1][same], moment, minlength=len(rings)) * turn
    sums = np.bincount(shape[part], np.where(hole, -total, total), minlength=len(shapes))
    return np.asarray(sums, dtype=float)


def _centres(shapes: NDArray[np.object_]) -> NDArray[np.float64]:
    """Give the centroid of each shape; NaN without one."""
    centre = np.full((len(shapes), 2), np.nan)
    filled = ~(shapely.is_missing(shapes) | shapely.is_empty(shapes))
    centre[filled] = shapely.get_coordinates(shapely.centroid(shapes[filled]))
    return centre
