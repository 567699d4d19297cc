"""Places at regular steps along the streets."""

from __future__ import annotations

import numpy as np

from ..progress import Progress, silent
from .graph import Network
from .places import ranges
from .snap import Snapped, on_edges


def sample_edges(network: Network, step: float, *, progress: Progress = silent) -> Snapped:
    """Put places along every edge, in the middles of equal steps.

    Parameters
    ----------
    network : Network
        Streets.
    step : float
        Greatest length of a step [m]; each edge has at least one.
    progress : callable
        Told the fraction done.

    Returns
    -------
    Snapped
        Places on the edges, edge by edge from start to end.

    Examples
    --------
    >>> import shapely
    >>> from .build import build_network
    >>> streets = build_network(shapely.from_wkt(["LINESTRING (0 0, 40 0, 40 50)"]))
    >>> sample_edges(streets, 40).to_start.tolist()
    [15.0, 45.0, 75.0]
    """
    count = np.ceil(network.length / step).astype(np.int64)
    edge = np.repeat(np.arange(len(count)), count)
    number = ranges(np.zeros(len(count), np.int64), count)
    along = network.length[edge] * ((number + 0.5) / count[edge])
    return on_edges(network, edge, along, progress=progress)
