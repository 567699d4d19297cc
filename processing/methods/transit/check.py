"""Preflight: what is wrong with a feed, in plain words, and which dates to use."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

import numpy as np
import pandas as pd
import shapely
from numpy.typing import ArrayLike, NDArray
from scipy.spatial import cKDTree

from .calendar import WEEKDAYS, Calendar
from .days import normal_dates
from .feed import Feed
from .findings import SEVERITIES, Finding, Findings, tr
from .stops import STOP, sphere

Bools = NDArray[np.bool_]

SAME_POINT = 2.0
"""Metres within which two stops of different names lie on one spot; our own choice."""

FAR_AWAY = 100_000.0
"""Metres from the middle of the feed, beyond twenty times the usual distance, at which a stop is
taken to be misplaced; our own choice."""

FASTEST = 250.0
"""Kilometres an hour that no vehicle of the feed exceeds between stops; our own choice."""


class FeedCheck(NamedTuple):
    """What a look over a feed found.

    ``findings``: the gravest first. ``days``: ``date``, ``weekday``, ``trips``. ``normal``: a
    date with normal traffic by day type.
    """

    findings: Findings
    days: pd.DataFrame
    normal: Mapping[str, date]


def check_feed(
    feed: Feed,
    *,
    area: shapely.Geometry | None = None,
    points: ArrayLike | None = None,
    today: date | None = None,
) -> FeedCheck:
    """Look a feed over before it is used.

    Parameters
    ----------
    feed : Feed
        The feed, best with its shapes.
    area : Geometry, optional
        Area that the stops should lie in.
    points : array_like, shape (stops, 2), optional
        The stops in the area's coordinates; longitude and latitude by default.
    today : date, optional
        To tell whether the timetable is still to come, or has passed.

    Returns
    -------
    FeedCheck
        Findings of the reading and of the look over, trips per date, and normal dates.

    Examples
    --------
    >>> from samplan.processing.methods.transit.village import village
    >>> found = check_feed(village())
    >>> found.normal["weekday"]
    datetime.date(2021, 10, 5)
    >>> found.findings[0].text
    "Lines without geometry in shapes.txt: 1, such as line '9011005000100000'."
    """
    findings = [
        *feed.findings,
        *_period(feed.calendar, today),
        *_unused(feed),
        *_same_spot(feed.stops),
        *_misplaced(feed.stops),
        *_outside(feed.stops, area, points),
        *_without_way(feed),
        *_too_fast(feed),
    ]
    findings.sort(key=lambda finding: SEVERITIES.index(finding.severity))
    return FeedCheck(tuple(findings), trips_per_day(feed.calendar), normal_dates(feed.calendar))


def trips_per_day(calendar: Calendar) -> pd.DataFrame:
    """List the trips of each date.

    Parameters
    ----------
    calendar : Calendar
        The feed's services.

    Returns
    -------
    DataFrame
        ``date``, ``weekday`` [``monday`` to ``sunday``] and ``trips``, for all dates
        from the first with service to the last. Dates after 2262, which pandas does not know, are
        missing.

    Examples
    --------
    >>> dates = np.arange("2021-10-04", "2021-10-06", dtype="datetime64[D]")
    >>> calendar = Calendar(np.array(["1"]), dates, np.ones((2, 1), bool), np.array([9, 8]))
    >>> trips_per_day(calendar)[["weekday", "trips"]].values.tolist()
    [['monday', 9], ['tuesday', 8]]
    """
    names = np.array(WEEKDAYS, dtype=object)[calendar.weekdays()]
    dates = pd.to_datetime(calendar.dates.astype(str), format="%Y-%m-%d", errors="coerce")
    return pd.DataFrame({"date": dates, "weekday": names, "trips": calendar.trips})


def _period(calendar: Calendar, today: date | None) -> Findings:
    if not calendar.trips.any():
        return (
            Finding(
                "error",
                "calendar.txt",
                None,
                tr("No trip runs on any date."),
                {},
                tr("Fetch the feed again or ask its publisher."),
            ),
        )
    values = {"first": str(calendar.dates[0]), "last": str(calendar.dates[-1])}
    findings: Findings = ()
    if today is not None and not calendar.dates[0] <= np.datetime64(today) <= calendar.dates[-1]:
        findings += (
            Finding(
                "warning",
                "calendar.txt",
                None,
                tr("The timetable is for {first} to {last}, which is not now."),
                values,
                tr("Use a date within that period, or fetch a newer feed."),
            ),
        )
    idle = int((calendar.trips == 0).sum())
    if idle:
        findings += (
            Finding(
                "note",
                "calendar.txt",
                None,
                tr("Between {first} and {last} there are days without any trip: {count}."),
                {**values, "count": idle},
                tr("Nothing; such dates are refused when they are chosen."),
            ),
        )
    return findings


def _unused(feed: Feed) -> Findings:
    called = np.zeros(len(feed.stops), dtype=bool)
    called[feed.stop_times.stop] = True
    idle = (feed.stops["kind"].to_numpy() == STOP) & ~called
    run = np.isin(np.arange(len(feed.routes)), feed.trips["route"].to_numpy())
    return (
        *_about_stops(feed.stops, idle, _UNUSED),
        *_counted("routes.txt", feed.routes["route_id"].to_numpy(), ~run, _IDLE_LINE),
    )


def _same_spot(stops: pd.DataFrame) -> Findings:
    # platforms of stations may lie one above the other
    alone = (stops["kind"].to_numpy() == STOP) & (stops["parent"].to_numpy() < 0)
    located = np.flatnonzero(alone & _located(stops))
    tree = cKDTree(sphere(stops["lon"].to_numpy()[located], stops["lat"].to_numpy()[located]))
    pairs = located[tree.query_pairs(SAME_POINT, output_type="ndarray").reshape(-1, 2)]
    area = stops["area"].to_numpy()
    strange = np.zeros(len(stops), dtype=bool)
    strange[pairs[area[pairs[:, 0]] != area[pairs[:, 1]], 1]] = True
    return _about_stops(stops, strange, _SAME_SPOT)


def _misplaced(stops: pd.DataFrame) -> Findings:
    located = _located(stops)
    if not located.any():
        return ()
    place = sphere(stops["lon"].to_numpy(), stops["lat"].to_numpy())
    distance = np.linalg.norm(place - np.median(place[located], axis=0), axis=1)
    far = located & (distance > max(FAR_AWAY, 20 * float(np.median(distance[located]))))
    return _about_stops(stops, far, _FAR)


def _outside(
    stops: pd.DataFrame, area: shapely.Geometry | None, points: ArrayLike | None
) -> Findings:
    if area is None:
        return ()
    xy = np.asarray(stops[["lon", "lat"]] if points is None else points, dtype=np.float64)
    inside = shapely.intersects_xy(area, xy[:, 0], xy[:, 1])
    return _about_stops(stops, ~inside & (stops["kind"].to_numpy() == STOP), _OUTSIDE)


def _without_way(feed: Feed) -> Findings:
    if feed.shapes is None:
        return ()
    drawn = feed.trips["shape_id"].isin(set(feed.shapes.ids)).to_numpy()
    lacking = np.zeros(len(feed.routes), dtype=bool)
    lacking[feed.trips["route"].to_numpy()[~drawn]] = True
    return _counted("shapes.txt", feed.routes["route_id"].to_numpy(), lacking, _NO_WAY)


def _too_fast(feed: Feed) -> Findings:
    times = feed.stop_times
    leg = np.flatnonzero(~times.is_last())
    place = sphere(feed.stops["lon"].to_numpy(), feed.stops["lat"].to_numpy())[times.stop]
    metres = np.linalg.norm(place[leg + 1] - place[leg], axis=1)
    # times to the minute: a leg of no minutes may take almost one
    seconds = times.arrival[leg + 1].astype(np.int64) - times.departure[leg] + 60
    fast = metres * 3.6 > FASTEST * seconds
    trips = np.zeros(len(feed.trips), dtype=bool)
    trips[times.trip()[leg[fast]]] = True
    return _counted("stop_times.txt", feed.trips["trip_id"].to_numpy(), trips, _FAST)


def _located(stops: pd.DataFrame) -> Bools:
    lon, lat = stops["lon"].to_numpy(), stops["lat"].to_numpy()
    # not at latitude 0, longitude 0 either, which the reader has pointed out
    result: Bools = np.isfinite(lon) & np.isfinite(lat) & ((np.abs(lon) >= 1) | (np.abs(lat) >= 1))
    return result


def _about_stops(stops: pd.DataFrame, which: Bools, message: tuple[str, str, str]) -> Findings:
    names = stops["name"].where(stops["name"] != "", stops["stop_id"]).to_numpy()
    return _counted("stops.txt", names, which, message)


def _counted(
    file: str, names: NDArray[np.object_], which: Bools, message: tuple[str, str, str]
) -> Findings:
    if not which.any():
        return ()
    severity, template, remedy = message
    values = {"count": int(which.sum()), "id": str(names[int(np.argmax(which))])}
    return (Finding(severity, file, None, template, values, remedy),)


_UNUSED = (
    "note",
    tr("Stops that no trip calls at: {count}, such as '{id}'."),
    tr("Nothing; they show no service."),
)
_IDLE_LINE = (
    "note",
    tr("Lines without trips: {count}, such as line '{id}'."),
    tr("Nothing; they are not shown."),
)
_SAME_SPOT = (
    "warning",
    tr("Stops on the same spot as another stop: {count}, such as '{id}'."),
    tr("If it is one stop, its departures are split; correct the feed."),
)
_FAR = (
    "warning",
    tr("Stops very far from all others: {count}, such as '{id}'."),
    tr("Look at stop_lat and stop_lon; they may be swapped or mistyped."),
)
_OUTSIDE = (
    "note",
    tr("Stops outside the area: {count}, such as '{id}'."),
    tr("Nothing, if lines reach beyond the area; clip the feed to leave out the rest."),
)
_NO_WAY = (
    "note",
    tr("Lines without geometry in shapes.txt: {count}, such as line '{id}'."),
    tr("They are drawn straight from stop to stop."),
)
_FAST = (
    "warning",
    tr("Trips faster than 250 km/h between two stops: {count}, such as trip '{id}'."),
    tr("Look for a misplaced stop or a wrong time."),
)
