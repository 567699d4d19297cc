"""Stop areas and stop points: a point on each side of the street, bays and tracks at stations.

National numbers have 16 digits: 9021 (area) or 9022 (point), three digits for the county, six
(digits 8 to 13) for the area, and three for the point in it.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from .catalogue import TRAIN
from .graph import Floats, Ground, Integers
from .lines import Line
from .sweref import latitude_longitude
from .trips import Run, way_of

COUNTY = "005"
FIRST_TRACK = 31
"""Number of the first stop point for trains; those for buses count from 1."""
BAYS = 12
KERB, TRACK, BAY, BAYS_OFF = 5.0, 8.0, 14.0, 45.0
"""Metres: a stop point off the middle of the street, a track off the middle of the station, one
bay to the next, and all bays off the station."""


def calls(ground: Ground, lines: list[Line], runs: list[Run]) -> pd.DataFrame:
    """Each call of each line and direction that runs, once.

    Returns
    -------
    DataFrame
        ``line``, ``direction``, ``node``, ``metres`` from the start, ``number`` of the stop point
        in its area, ``e`` and ``n`` of the point (m), ``rail``, ``stop_id``, ``area_id``; calls of
        one line and direction follow each other.
    """
    travelled = sorted({(run.line, run.direction) for run in runs})
    pieces = [_calls(ground, lines[line], line, direction) for line, direction in travelled]
    found = pd.concat(pieces, ignore_index=True)
    area = pd.factorize(found["node"], sort=True)[0] + 1
    found["area_id"] = [f"9021{COUNTY}{a:06d}000" for a in area]
    found["stop_id"] = [f"9022{COUNTY}{a:06d}{p:03d}" for a, p in zip(area, found["number"])]
    found[["e", "n"]] = found.groupby("stop_id")[["e", "n"]].transform("first")
    return found


def _calls(ground: Ground, line: Line, index: int, direction: int) -> pd.DataFrame:
    way, at = way_of(line, direction)
    points = ground.points()
    heading = points[way[np.minimum(at + 1, len(way) - 1)]] - points[way[np.maximum(at - 1, 0)]]
    node, rail = way[at], line.traits.route_type == TRAIN
    number = _numbers(ground, node, heading, index, direction, rail)
    e, n = (points[node] + _offset(ground, node, heading, number, direction, rail)).T
    metres = metres_along(points[way])[at]
    return pd.DataFrame(
        {"line": index, "direction": direction, "node": node, "metres": metres, "number": number}
        | {"e": e, "n": n, "rail": rail}
    )


def metres_along(points: Floats) -> Floats:
    """Distance of each point from the first, along the line [m]."""
    return np.append(0, np.cumsum(np.hypot(*np.diff(points, axis=0).T)))


def _interchange(ground: Ground, node: Integers) -> npt.NDArray[np.bool_]:
    return ground.nodes["name"].iloc[node].str.endswith("resecentrum").to_numpy()


def _numbers(
    ground: Ground, node: Integers, heading: Floats, index: int, direction: int, rail: bool
) -> Integers:
    """Track by direction; bay by line at an interchange; else side of the street."""
    if rail:
        return np.full(len(node), FIRST_TRACK + direction)
    eastward = (heading[:, 0] > 0) | ((heading[:, 0] == 0) & (heading[:, 1] > 0))
    return np.where(_interchange(ground, node), 1 + index % BAYS, np.where(eastward, 1, 2))


def _offset(
    ground: Ground, node: Integers, heading: Floats, number: Integers, direction: int, rail: bool
) -> Floats:
    """From the middle of the stop to the point: on the right-hand side, a bay, or a track."""
    if rail:
        return np.tile([0.0, TRACK - 2 * TRACK * direction], (len(node), 1))
    length = np.maximum(np.hypot(*heading.T), 1e-9)
    right = KERB * np.column_stack([heading[:, 1], -heading[:, 0]]) / length[:, None]
    bay = np.column_stack([BAY * (number - BAYS / 2), np.full(len(node), -BAYS_OFF)])
    return np.where(_interchange(ground, node)[:, None], bay, right)


def stops(ground: Ground, found: pd.DataFrame) -> pd.DataFrame:
    """``stops.txt``: the areas, then the points in them."""
    name = ground.nodes["name"].to_numpy()
    areas = found.drop_duplicates("area_id").sort_values("area_id")
    points = found.drop_duplicates("stop_id").sort_values("stop_id")
    middle = ground.points()[areas["node"]]
    parts = [
        _stops(areas["area_id"], name[areas["node"]], middle, 1),
        _stops(points["stop_id"], name[points["node"]], points[["e", "n"]].to_numpy(), 0),
    ]
    parts[1]["parent_station"] = points["area_id"].to_numpy()
    parts[1]["platform_code"] = _platforms(points)
    return pd.concat(parts, ignore_index=True).fillna("")


def _stops(identifier: pd.Series, name: Integers, points: Floats, location: int) -> pd.DataFrame:
    latitude, longitude = latitude_longitude(points[:, 0], points[:, 1])
    return pd.DataFrame(
        {
            "stop_id": identifier.to_numpy(),
            "stop_name": name,
            "stop_lat": [f"{degrees:.6f}" for degrees in latitude],
            "stop_lon": [f"{degrees:.6f}" for degrees in longitude],
            "location_type": location,
        }
    )


def _platforms(points: pd.DataFrame) -> list[str]:
    """Tell the number of the track, letter of the bay, A or B on the sides of a street."""
    return [
        str(number - FIRST_TRACK + 1) if rail else chr(ord("A") + number - 1)
        for number, rail in zip(points["number"], points["rail"])
    ]
