"""Lines and their segments as map layers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import ArrayLike, NDArray

from ..errors import InputError
from ..progress import Progress, silent
from .calls import StopTimes
from .days import require_service
from .feed import Feed
from .intervals import HOUR
from .sequences import same_sequences
from .ways import cut, stop_positions

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def line_layer(
    feed: Feed,
    dates: Sequence[date],
    stop_points: ArrayLike,
    *,
    shape_points: ArrayLike | None = None,
) -> gpd.GeoDataFrame:
    """Draw each line and direction by the way that most of its trips take.

    Parameters
    ----------
    feed : Feed
        The feed.
    dates : sequence of date
        Dates whose trips count.
    stop_points : array_like, shape (stops, 2)
        Projected coordinates of the stops [m].
    shape_points : array_like, shape (points, 2), optional
        Projected coordinates of ``feed.shapes.points`` [m]; without, lines go straight from stop
        to stop.

    Returns
    -------
    GeoDataFrame
        ``line`` (row in ``feed.routes``), ``direction`` (0, 1, -1 unknown), ``trips`` [mean over
        the dates], ``share`` [0 to 1, of the trips that take this way], ``drawn`` ("shape" or
        "straight") and ``geometry``. Of equally common ways the first trip's is drawn.

    Raises
    ------
    InputError
        If nothing runs on a date, or the points do not fit the feed.

    Examples
    --------
    >>> from samplan.processing.methods.transit.village import village
    >>> feed = village()
    >>> stops = feed.stops[["lon", "lat"]] * 1000
    >>> lines = line_layer(feed, ["2021-10-07"], stops, shape_points=feed.shapes.points * 1000)
    >>> lines[["direction", "trips", "drawn"]].values.tolist()
    [[0, 2.0, 'shape'], [1, 2.0, 'straight']]
    """
    points, ways = _points(feed, stop_points, shape_points)
    weight = _weights(feed, dates)
    shape, journey = _shape_of(feed, ways), _journeys(feed.stop_times)
    trips = pd.DataFrame(
        {
            "line": feed.trips["route"],
            "direction": feed.trips["direction"],
            "shape": shape,
            # where there is a shape the stops on it make no other way
            "journey": np.where(shape >= 0, -1, journey),
            "trips": weight,
            "example": np.arange(len(feed.trips)),
        }
    )[weight > 0]
    keys = ["line", "direction"]
    each = trips.groupby([*keys, "shape", "journey"], as_index=False).agg(
        trips=("trips", "sum"), example=("example", "min")
    )
    total = each.groupby(keys)["trips"].transform("sum")
    each["share"] = each["trips"] / total
    each["trips"] = total
    best = each.sort_values([*keys, "share", "example"], ascending=[True, True, False, True])
    best = best.drop_duplicates(keys).reset_index(drop=True)
    lines = [
        ways[shape] if shape >= 0 else points[_stops(feed.stop_times, trip)]
        for shape, trip in zip(best["shape"].tolist(), best["example"].tolist())
    ]
    best["drawn"] = np.where(best["shape"] >= 0, "shape", "straight")
    columns = best[[*keys, "trips", "share", "drawn"]]
    return gpd.GeoDataFrame(columns, geometry=[shapely.linestrings(line) for line in lines])


def segment_layer(
    feed: Feed,
    dates: Sequence[date],
    window: tuple[int, int],
    stop_points: ArrayLike,
    *,
    shape_points: ArrayLike | None = None,
    by: str = "area",
    progress: Progress = silent,
) -> gpd.GeoDataFrame:
    """Draw each segment from one stop to the next, with how often it is run.

    Parameters
    ----------
    feed : Feed
        The feed.
    dates : sequence of date
        Dates; trips are means over them.
    window : tuple of int
        Beginning and end [s past midnight]; a trip counts by its departure from the segment's
        first stop.
    stop_points : array_like, shape (stops, 2)
        Projected coordinates of the stops [m].
    shape_points : array_like, shape (points, 2), optional
        Projected coordinates of ``feed.shapes.points`` [m]; without, segments are straight.
    by : str
        ``area``: segments between stop areas, so that the platforms of a station are one end;
        ``stop``: between stops.
    progress : callable
        Told the fraction done.

    Returns
    -------
    GeoDataFrame
        ``origin`` and ``goal`` (rows in ``feed.stops``), ``trips`` and ``per_hour`` [means over
        the dates], ``lines`` [count], ``on_demand`` [trips, not in the others], ``drawn`` and
        ``geometry``, along the way that most trips take. Segments without a trip in the window
        are left out.

    Raises
    ------
    InputError
        If nothing runs on a date, or the points do not fit the feed.

    Examples
    --------
    >>> from samplan.processing.methods.transit.village import village
    >>> feed = village()
    >>> segments = segment_layer(feed, ["2021-10-07"], (0, 86400), feed.stops[["lon", "lat"]])
    >>> segments[["origin", "goal", "trips"]].values.tolist()[:2]
    [[2.0, 3.0, 2.0], [3.0, 2.0, 2.0]]
    """
    points, ways = _points(feed, stop_points, shape_points)
    legs = _legs(feed, _weights(feed, dates), window, by)
    legs["shape"] = _shape_of(feed, ways)[legs["trip"].to_numpy()]
    journey = same_sequences(feed.stop_times.start, feed.stop_times.stop)
    legs["example"] = journey.example[journey.group[legs["trip"].to_numpy()]]
    segments = _counted(legs).assign(per_hour=lambda t: t["trips"] * HOUR / (window[1] - window[0]))
    kept = ["origin", "goal"]
    usual = legs.groupby([*kept, "shape", "example", "leg"])["weight"].sum().reset_index()
    usual = usual.sort_values(
        [*kept, "weight", "shape", "example", "leg"],
        ascending=[True, True, False, True, True, True],
    ).drop_duplicates(kept)
    drawn = _drawn(feed, points, ways, usual, progress)
    return gpd.GeoDataFrame(
        segments.assign(drawn=np.where(usual["shape"].to_numpy() >= 0, "shape", "straight")),
        geometry=drawn,
    )


def _points(
    feed: Feed, stop_points: ArrayLike, shape_points: ArrayLike | None
) -> tuple[Floats, list[Floats]]:
    """Return the stops' places, and the ways; none without shapes."""
    points = np.asarray(stop_points, dtype=np.float64)
    ways: list[Floats] = []
    fits = points.shape == (len(feed.stops), 2)
    if shape_points is not None and feed.shapes is not None:
        xy = np.asarray(shape_points, dtype=np.float64)
        fits &= xy.shape == feed.shapes.points.shape
        ways = np.split(xy, feed.shapes.start[1:-1]) if fits and len(feed.shapes.ids) else []
    if not fits:
        raise InputError("Each stop and each point of the lines' ways needs a place (x, y).")
    return points, ways


def _weights(feed: Feed, dates: Sequence[date]) -> Floats:
    """Share of the dates on which each trip runs."""
    wanted = require_service(feed.calendar, dates)
    service = feed.trips["service"].to_numpy()
    active = np.mean([feed.calendar.on(day) for day in wanted], axis=0)
    result: Floats = np.append(active, 0)[service]
    return result


def _shape_of(feed: Feed, ways: Sequence[Floats]) -> Ints:
    """Row of each trip's way, -1 without one of two points or more."""
    if feed.shapes is None or not len(ways):
        return np.full(len(feed.trips), -1, dtype=np.int64)
    row = pd.Index(feed.shapes.ids).get_indexer(pd.Index(feed.trips["shape_id"]))
    usable = np.append([len(way) > 1 for way in ways], False)
    return np.where(usable[row], row, -1)


def _journeys(times: StopTimes) -> Ints:
    return same_sequences(times.start, times.stop).group


def _stops(times: StopTimes, trip: int) -> NDArray[np.int32]:
    return times.stop[times.start[trip] : times.start[trip + 1]]


def _legs(feed: Feed, weight: Floats, window: tuple[int, int], by: str) -> pd.DataFrame:
    """Return the legs that are run within the window, one row for each trip and leg."""
    times = feed.stop_times
    trip = times.trip()
    leaves = (times.departure >= window[0]) & (times.departure < window[1])
    rows = np.flatnonzero(~times.is_last() & leaves & (weight[trip] > 0))
    trip = trip[rows]
    place = times.stop if by == "stop" else feed.stops["area"].to_numpy()[times.stop]
    route = feed.trips["route"].to_numpy()[trip]
    return pd.DataFrame(
        {
            "origin": place[rows],
            "goal": place[rows + 1],
            "trip": trip,
            "leg": rows - times.start[trip],
            "line": route,
            "asked": feed.routes["on_demand"].to_numpy()[route],
            "weight": weight[trip],
        }
    ).loc[lambda table: table["origin"] != table["goal"]]


def _counted(legs: pd.DataFrame) -> pd.DataFrame:
    scheduled = legs.assign(
        trips=legs["weight"].where(~legs["asked"], 0.0),
        on_demand=legs["weight"].where(legs["asked"], 0.0),
    )
    groups = scheduled.groupby(["origin", "goal"], as_index=False)
    return groups.agg(
        trips=("trips", "sum"), on_demand=("on_demand", "sum"), lines=("line", "nunique")
    )


def _drawn(
    feed: Feed, points: Floats, ways: Sequence[Floats], usual: pd.DataFrame, progress: Progress
) -> list[shapely.LineString]:
    """Draw each segment on the way of its most usual journey."""
    lines = np.empty(len(usual), dtype=object)
    table = usual.reset_index(drop=True)
    for number, (_, rows) in enumerate(table.groupby(["shape", "example"])):
        if number % 16 == 0:
            progress(number / len(table))
        shape, example = int(rows["shape"].iloc[0]), int(rows["example"].iloc[0])
        stops, leg = points[_stops(feed.stop_times, example)], rows["leg"].to_numpy()
        if shape >= 0:
            along = stop_positions(ways[shape], stops)
            ends = zip(along[leg].tolist(), along[leg + 1].tolist())
            pieces = [cut(ways[shape], begin, end) for begin, end in ends]
        else:
            pieces = [stops[place : place + 2] for place in leg]
        lines[rows.index] = [shapely.linestrings(piece) for piece in pieces]
    progress(1.0)
    return list(lines)
