"""Stops far from every street: misplaced, or on streets that the network lacks."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely
from numpy.typing import ArrayLike

from .findings import Finding, Findings, tr
from .stops import STOP

FAR = 100.0
"""Metres from a street beyond which a stop is pointed out; our own choice."""


def off_street(
    stops: pd.DataFrame, points: ArrayLike, streets: ArrayLike, *, far: float = FAR
) -> Findings:
    """Point out stops far from every street.

    Parameters
    ----------
    stops : DataFrame
        As from `stops.read_stops`.
    points : array_like, shape (stops, 2)
        Their projected coordinates [m]; NaN for none.
    streets : array_like of LineString, shape (n,)
        Streets and paths in the same coordinates.
    far : float
        Distance from which on a stop is far [m].

    Returns
    -------
    tuple of Finding
        One finding, or none. Without streets nothing can be said.

    Examples
    --------
    >>> stops = pd.DataFrame({"stop_id": ["a", "b"], "name": ["Torget", "Skogen"], "kind": 0})
    >>> street = shapely.linestrings([[0, 0], [500, 0]])
    >>> off_street(stops, [[100, 20], [100, 200]], [street])[0].text
    "Stops far from every street: 1, such as 'Skogen'."
    """
    lines = np.asarray(streets, dtype=object)
    xy = np.asarray(points, dtype=np.float64)
    there = np.flatnonzero(np.isfinite(xy).all(axis=1) & (stops["kind"].to_numpy() == STOP))
    if not len(lines) or not len(there):
        return ()
    tree = shapely.STRtree(lines)
    near = tree.query(shapely.points(xy[there]), predicate="dwithin", distance=far)[0]
    lost = np.delete(there, np.unique(near))
    if not len(lost):
        return ()
    first = stops.iloc[int(lost[0])]
    return (
        Finding(
            "warning",
            "stops.txt",
            None,
            tr("Stops far from every street: {count}, such as '{stop}'."),
            {"count": len(lost), "stop": str(first["name"] or first["stop_id"])},
            tr("Look at stop_lat and stop_lon, and whether the streets reach there."),
        ),
    )
