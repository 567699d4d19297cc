"""What a timetable takes to run: trips, vehicle-kilometres and vehicle-hours by line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..feed import Feed
from ..stops import sphere

Floats = NDArray[np.float64]
MEASURES = ("trips", "veh_km", "veh_h")


def line_supply(feed: Feed, days: Mapping[str, Sequence[date]], *, detour: float) -> pd.DataFrame:
    """Sum up what each line runs on each type of day.

    A vehicle's time is from its trip's first departure to its last arrival, without lay-over and
    empty runs. Its way is the trip's shape or, without one, straight from stop to stop times a
    detour factor.

    Parameters
    ----------
    feed : Feed
        The feed, with its shapes.
    days : mapping
        Dates by day type; figures are means over them.
    detour : float
        Times that a way is longer than the straight line.

    Returns
    -------
    DataFrame
        ``route_id``, ``day_type``, ``trips``, ``veh_km`` and ``veh_h``; lines that do not run on
        a type of day have no row for it.

    Examples
    --------
    >>> from samplan.processing.methods.transit.village import village
    >>> line_supply(village(), {"weekday": ["2021-10-05"]}, detour=1.3)["veh_h"].round(2).tolist()
    [1.67]
    """
    time, way = _hours(feed), _kilometres(feed, detour)
    parts = []
    for kind, dates in days.items():
        runs = np.sum([feed.runs_on(day) for day in dates], axis=0) / len(dates)
        columns = {"trips": runs, "veh_km": runs * way, "veh_h": runs * time}
        table = pd.DataFrame(columns).groupby(feed.trips["route"].to_numpy()).sum()
        table = table[table["trips"] > 0]
        ids = feed.routes["route_id"].to_numpy()[table.index]
        parts.append(table.assign(route_id=ids, day_type=kind))
    return pd.concat(parts, ignore_index=True)[["route_id", "day_type", *MEASURES]]


def compared_supply(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Put the supply of two timetables side by side.

    Parameters
    ----------
    before, after : DataFrame
        As from `line_supply`.

    Returns
    -------
    DataFrame
        ``route_id``, ``day_type`` and for each measure ``_bef``, ``_aft`` and ``_add``, 0 where a
        line does not run; in the order of the lines before, then the new ones.

    Examples
    --------
    >>> columns = ["route_id", "day_type", "trips", "veh_km", "veh_h"]
    >>> one = pd.DataFrame([["1", "weekday", 2, 30.0, 1.0]], columns=columns)
    >>> two = pd.DataFrame([["1", "weekday", 4, 60.0, 2.5]], columns=columns)
    >>> compared_supply(one, two)[["trips_add", "veh_km_add", "veh_h_add"]].values.tolist()
    [[2.0, 30.0, 1.5]]
    """
    keys = ["route_id", "day_type"]
    both = before.merge(after, on=keys, how="outer", suffixes=("_bef", "_aft"))
    lines = dict.fromkeys([*before["route_id"], *after["route_id"]])
    order = {text: place for place, text in enumerate(lines)}
    days = list(dict.fromkeys([*before["day_type"], *after["day_type"]]))
    both = both.fillna(0.0).assign(
        line=both["route_id"].map(order), day=both["day_type"].map(days.index)
    )
    both = both.sort_values(["line", "day"], kind="stable", ignore_index=True)
    for name in MEASURES:
        both[f"{name}_add"] = both[f"{name}_aft"] - both[f"{name}_bef"]
    columns = [f"{name}_{end}" for name in MEASURES for end in ("bef", "aft", "add")]
    return both[[*keys, *columns]]


def _hours(feed: Feed) -> Floats:
    times = feed.stop_times
    first, last = times.start[:-1], times.start[1:] - 1
    hours: Floats = (times.arrival[last] - times.departure[first]) / 3600.0
    return hours


def _kilometres(feed: Feed, detour: float) -> Floats:
    times = feed.stop_times
    place = sphere(feed.stops["lon"].to_numpy(), feed.stops["lat"].to_numpy())[times.stop]
    leg = np.zeros(len(times))
    leg[:-1] = np.nan_to_num(np.linalg.norm(np.diff(place, axis=0), axis=1))
    leg[times.start[1:] - 1] = 0
    straight = np.add.reduceat(leg, times.start[:-1])
    drawn = feed.trips["shape_id"].map(_shape_metres(feed)).to_numpy(np.float64)
    return np.where(drawn > 0, drawn, straight * detour) / 1000


def _shape_metres(feed: Feed) -> dict[str, float]:
    shapes = feed.shapes
    if shapes is None or not len(shapes.points):
        return {}
    leg = np.zeros(len(shapes.points))
    leg[:-1] = np.linalg.norm(np.diff(sphere(*shapes.points.T), axis=0), axis=1)
    leg[shapes.start[1:][shapes.start[1:] > 0] - 1] = 0
    total = np.append(0, np.cumsum(leg))
    lengths = total[shapes.start[1:]] - total[shapes.start[:-1]]
    return dict(zip(shapes.ids.tolist(), lengths.tolist()))
