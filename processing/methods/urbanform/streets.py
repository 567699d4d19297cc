"""How well the streets of a locality connect.

References
----------
.. [1] Ewing, R. (1996). *Best development practices*. American Planning Association. (The ratio
   of links to nodes.)
.. [2] Dill, J. (2004). Measuring network connectivity for bicycling and walking. *83rd Annual
   Meeting of the Transportation Research Board*.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely
from numpy.typing import ArrayLike, NDArray

from ..network.graph import Network
from ..ratios import ratio

SMALLEST_NODES = 10
"""Junctions and dead ends below which no ratio is shown; our own choice."""


def street_form(
    zones: ArrayLike,
    network: Network,
    *,
    land_hectares: ArrayLike | None = None,
    smallest_base: float = SMALLEST_NODES,
) -> pd.DataFrame:
    """Junctions per km2, links per node and the share of dead ends [1]_ [2]_.

    Parameters
    ----------
    zones : array_like of polygons, shape (n,)
        Localities in projected coordinates [m].
    network : Network
        Streets. A node between two edges only is no node here: the edges are one link.
    land_hectares : array_like, shape (n,), optional
        Land area [ha]; the area of the polygons if not given.
    smallest_base : float
        Fewer junctions and dead ends have no ratios.

    Returns
    -------
    DataFrame, n rows
        ``junct_km2`` junctions (three or more street ends) per km2 of land; ``link_node`` links
        per node, from 0.5 (separate streets) by 1 (a tree) to about 2 (a grid), a link counting
        half at each of its ends; ``deadend_sh`` dead ends [% of junctions and dead ends]. NaN
        without land or nodes.

    Examples
    --------
    >>> from ..network.build import build_network
    >>> cross = shapely.from_wkt(["LINESTRING (-9 0, 0 0, 9 0)", "LINESTRING (0 -9, 0 0, 0 9)"])
    >>> square = shapely.box(-500, -500, 500, 500)
    >>> street_form([square], build_network(cross), smallest_base=1)
       junct_km2  link_node  deadend_sh
    0        1.0        0.8        80.0
    """
    shapes: NDArray[np.object_] = np.asarray(zones, dtype=object)
    ends = np.concatenate([network.start, network.end])
    degree = np.bincount(ends, minlength=len(network.nodes))
    node, zone = shapely.STRtree(shapes).query(
        shapely.points(network.nodes), predicate="intersects"
    )

    def count(weight: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.asarray(np.bincount(zone, weight[node], minlength=len(shapes)), dtype=float)

    junctions = count((degree > 2).astype(float))
    dead_ends = count((degree == 1).astype(float))
    links = count(np.where(degree == 2, 0, degree) / 2)
    nodes = junctions + dead_ends
    hectares = shapely.area(shapes) / 10_000 if land_hectares is None else land_hectares
    return pd.DataFrame(
        {
            "junct_km2": ratio(junctions, hectares, smallest_base=0, scale=100),
            "link_node": ratio(links, nodes, smallest_base=smallest_base),
            "deadend_sh": ratio(dead_ends, nodes, smallest_base=smallest_base, scale=100),
        }
    )
