"""Railways between the stations."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy.spatial import cKDTree

from .. import facts
from .graph import Country, Integers, chain, lengths, nodes

AT_STATION = 100.0
"""A railway vertex this close to a station is the station [m]."""


def railways(found: pd.DataFrame, outside: Integers) -> Country:
    """Railways: vertices as bends, or the stations they touch.

    The stations ``outside`` the region are joined to the nearest end of a line.
    """
    lines = [
        facts.stops_of("railway", name)[["e", "n"]].to_numpy(float)
        for name in facts.RAILWAYS["name"]
    ]
    points, number = np.unique(np.vstack(lines), axis=0, return_inverse=True)
    stations = np.flatnonzero(found["role"] == "station")
    node = len(found) + np.arange(len(points))
    if len(stations):
        apart, nearest = cKDTree(found.loc[stations, ["e", "n"]]).query(points)
        node = np.where(apart < AT_STATION, stations[nearest], node)
    together = pd.concat([found, nodes(points, "bend")], ignore_index=True)
    cuts = np.cumsum([len(line) for line in lines])[:-1]
    chains = [chain(order) for order in np.split(node[number.ravel()], cuts)]
    ends = np.vstack([*chains, _continued(outside, node, together)])
    return Country(together, ends, lengths(together[["e", "n"]].to_numpy(), ends))


def _continued(outside: Integers, node: Integers, together: pd.DataFrame) -> Integers:
    """From each station outside the region to the nearest railway vertex."""
    if not len(outside):
        return np.empty((0, 2), dtype=np.int64)
    points = together[["e", "n"]].to_numpy()
    nearest = cKDTree(points[node]).query(points[outside])[1]
    return np.column_stack([outside, node[nearest]])
