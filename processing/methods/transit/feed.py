"""A timetable feed (GTFS) as columns: who goes where and when, on which dates.

References
----------
.. [1] GTFS Schedule reference. https://gtfs.org/documentation/schedule/reference
.. [2] Trafiklab, GTFS Regional and GTFS Sverige 2. https://www.trafiklab.se/api/gtfs-datasets
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..errors import InputError
from ..progress import Progress, part, silent
from .archive import Archive, Source, open_archive
from .calendar import Calendar, read_calendar_tables, with_trips
from .calls import StopTimes, assemble
from .cells import Codes
from .days import require_service
from .findings import Findings
from .frequencies import write_out
from .register import read_routes, read_trips
from .shapes import Shapes, read_shapes
from .stops import read_stops
from .stoptimes import read_calls
from .tables import read_table
from .transfers import read_transfers
from .vocabulary import unknown_names


@dataclass(frozen=True)
class Feed:
    """A timetable feed [1]_ [2]_. Rows refer to each other by their places.

    Parameters
    ----------
    name : str
        Name of its file or folder.
    stops : DataFrame
        See `stops.read_stops`.
    routes : DataFrame
        Lines; see `register.read_routes`.
    trips : DataFrame
        Trips with calls; see `register.read_trips`. Trips by headway are written out.
    stop_times : StopTimes
        Calls, in the order of the trips.
    calendar : Calendar
        Which services run when.
    transfers : DataFrame
        See `transfers.read_transfers`.
    shapes : Shapes or None
        Ways of the lines, where they were asked for.
    findings : tuple of Finding
        What was odd.
    """

    name: str
    stops: pd.DataFrame
    routes: pd.DataFrame
    trips: pd.DataFrame
    stop_times: StopTimes
    calendar: Calendar
    transfers: pd.DataFrame
    shapes: Shapes | None
    findings: Findings

    def runs_on(self, day: date | np.datetime64 | str) -> NDArray[np.bool_]:
        """Whether each trip runs on a date."""
        return running(self.trips, self.calendar, [day])


def read_feed(
    source: Source,
    *,
    dates: Iterable[date | np.datetime64 | str] | None = None,
    shapes: bool = False,
    progress: Progress = silent,
) -> Feed:
    r"""Read a timetable feed from a zip archive or a folder.

    Parameters
    ----------
    source : str, Path or bytes
        Path of the archive or folder, or an archive's content.
    dates : iterable of date, optional
        Dates wanted: only trips that run on one of them are read, which takes a fraction of the
        time. All by default.
    shapes : bool
        Whether to read the ways of the lines too.
    progress : callable
        Told the fraction done.

    Returns
    -------
    Feed
        Columns and findings.

    Raises
    ------
    InputError
        If a file or column that the timetable needs is missing, a date is none, nothing runs on
        a wanted date, or no trip can be used.

    Examples
    --------
    >>> import io, zipfile
    >>> content = io.BytesIO()
    >>> with zipfile.ZipFile(content, "w") as archive:
    ...     for name, text in {
    ...         "stops": "stop_id,stop_lat,stop_lon\na,58,15\nb,58,16",
    ...         "routes": "route_id,route_type\n1,700",
    ...         "trips": "route_id,service_id,trip_id\n1,daily,t",
    ...         "calendar_dates": "service_id,date,exception_type\ndaily,20211004,1",
    ...         "stop_times": "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"
    ...         "t,07:00:00,07:00:00,a,1\nt,07:30:00,07:30:00,b,2",
    ...     }.items():
    ...         archive.writestr(f"{name}.txt", text)
    >>> feed = read_feed(content.getvalue())
    >>> feed.stop_times.departure.tolist(), str(feed.calendar.dates[0])
    ([25200, 27000], '2021-10-04')
    """
    archive = open_archive(source)
    stops, stop_findings = read_stops(archive)
    routes, route_findings = read_routes(archive)
    calendar, day_findings = read_calendar_tables(archive)
    trips, trip_findings = read_trips(archive, routes, calendar)
    calendar = with_trips(calendar, trips["service"].to_numpy())
    wanted = np.ones(len(trips), dtype=bool)
    if dates is not None:
        wanted = running(trips, calendar, require_service(calendar, dates))
    raw, row_findings = read_calls(
        archive,
        trips["trip_id"].to_numpy(),
        wanted,
        stops["stop_id"].to_numpy(),
        progress=part(progress, 0.05, 0.9),
    )
    kept, stop_times, call_findings = assemble(raw, trips["trip_id"].to_numpy(), stops)
    _require_trips(archive, kept)
    trips = trips.iloc[kept].reset_index(drop=True)
    trips, stop_times, headway_findings = write_out(archive, trips, stop_times)
    transfers, transfer_findings = read_transfers(archive, stops, routes, trips)
    ways, way_findings = read_shapes(archive) if shapes else (None, ())
    progress(1.0)
    findings = (
        *stop_findings,
        *route_findings,
        *day_findings,
        *trip_findings,
        *row_findings,
        *call_findings,
        *headway_findings,
        *transfer_findings,
        *way_findings,
        *unknown_names(archive),
    )
    return Feed(archive.name, stops, routes, trips, stop_times, calendar, transfers, ways, findings)


def read_calendar(source: Source) -> Calendar:
    r"""Read which trips run on which dates, without the timetable itself.

    Parameters
    ----------
    source : str, Path or bytes
        As in `read_feed`.

    Returns
    -------
    Calendar
        Services by date, with the trips of each date.

    Raises
    ------
    InputError
        As in `read_feed`.

    Examples
    --------
    >>> import io, zipfile
    >>> content = io.BytesIO()
    >>> with zipfile.ZipFile(content, "w") as archive:
    ...     archive.writestr("trips.txt", "route_id,service_id,trip_id\n1,s,t\n1,s,u")
    ...     archive.writestr("calendar_dates.txt",
    ...                      "service_id,date,exception_type\ns,20211004,1")
    >>> read_calendar(content.getvalue()).trips.tolist()
    [2]
    """
    archive = open_archive(source)
    calendar, _ = read_calendar_tables(archive)
    trips = read_table(archive, "trips.txt", required=("service_id", "trip_id"))
    return with_trips(calendar, trips.codes("service_id", Codes(calendar.services)))


def running(
    trips: pd.DataFrame, calendar: Calendar, dates: Iterable[date | np.datetime64 | str]
) -> NDArray[np.bool_]:
    """Whether each trip runs on one of some dates.

    Examples
    --------
    >>> dates = np.arange("2021-10-04", "2021-10-06", dtype="datetime64[D]")
    >>> calendar = Calendar(np.array(["a", "b"]), dates, np.eye(2, dtype=bool), np.ones(2, int))
    >>> running(pd.DataFrame({"service": [1, 0, -1]}), calendar, ["2021-10-04"]).tolist()
    [False, True, False]
    """
    service = trips["service"].to_numpy()
    active = np.zeros(len(calendar.services) + 1, dtype=bool)
    for day in dates:
        active[:-1] |= calendar.on(day)
    # service -1 is the last, which never runs
    result: NDArray[np.bool_] = active[service]
    return result


def _require_trips(archive: Archive, kept: NDArray[np.int64]) -> None:
    if not len(kept):
        raise InputError(
            "The feed '{feed}' has no trip with times at two stops or more. Feeds with only "
            "on-demand areas have no timetable; otherwise fetch the feed again.",
            feed=archive.name,
        )
