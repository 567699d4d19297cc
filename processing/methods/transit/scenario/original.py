"""A feed read for editing: its small tables as texts with their bytes, and its calls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ...progress import Progress, silent
from ..archive import Archive
from ..calendar import Calendar, read_calendar_tables
from ..shapes import read_shapes
from ..stoptimes import read_calls
from .draft import Draft
from .texts import TextTable, new_table, read_texts

Bools = NDArray[np.bool_]

HEADWAYS = ("trip_id", "start_time", "end_time", "headway_secs")
REFERENCES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "transfers.txt": {
        "stop_id": ("from_stop_id", "to_stop_id"),
        "route_id": ("from_route_id", "to_route_id"),
        "trip_id": ("from_trip_id", "to_trip_id"),
    },
    "pathways.txt": {"stop_id": ("from_stop_id", "to_stop_id")},
    "stop_areas.txt": {"stop_id": ("stop_id",)},
    "location_group_stops.txt": {"stop_id": ("stop_id",)},
    "fare_rules.txt": {"route_id": ("route_id",)},
    "route_networks.txt": {"route_id": ("route_id",)},
    "attributions.txt": {"route_id": ("route_id",), "trip_id": ("trip_id",)},
}
"""Columns of other files that refer to stops, lines and trips."""

FILES = (
    *("agency.txt", "stops.txt", "routes.txt", "trips.txt", "calendar.txt", "calendar_dates.txt"),
    *("frequencies.txt", "feed_info.txt", *REFERENCES),
)
"""Files that a scenario may change, besides stop_times.txt and shapes.txt."""


@dataclass(frozen=True)
class Original:
    """A feed as it was read: its tables with their bytes, and the draft made of them."""

    tables: Mapping[str, TextTable]
    draft: Draft

    def text(self, file: str) -> pd.DataFrame:
        """Return the texts of a table."""
        return self.tables[file].frame


def read_original(archive: Archive, *, progress: Progress = silent) -> Original:
    """Read what a scenario may change, and where it stands in the files.

    Parameters
    ----------
    archive : Archive
        The feed.
    progress : callable
        Told the fraction done.

    Returns
    -------
    Original
        Small tables as texts, and the draft with all calls.

    Raises
    ------
    InputError
        If a file or column that the timetable needs is missing, or a date is none.

    Examples
    --------
    >>> import io, zipfile
    >>> from samplan.processing.methods.transit.archive import open_archive
    >>> from samplan.processing.methods.transit.village import FILES
    >>> content = io.BytesIO()
    >>> with zipfile.ZipFile(content, "w") as feed:
    ...     for name, text in FILES.items():
    ...         feed.writestr(name, text)
    >>> archive = open_archive(content.getvalue())
    >>> original = read_original(archive)
    >>> len(original.draft.calls), original.text("routes.txt")["route_type"].tolist()
    (12, ['700'])
    """
    tables = {file: _table(archive, file) for file in FILES if file in archive}
    if not set(HEADWAYS) <= set(_columns(tables, "frequencies.txt")):
        tables["frequencies.txt"] = new_table(HEADWAYS)  # what is there instead says nothing
    stops, trips = tables["stops.txt"].frame, tables["trips.txt"].frame
    calendar, _ = read_calendar_tables(archive)
    found, _ = read_shapes(archive)
    ends = zip(found.ids.tolist(), found.start[:-1].tolist(), found.start[1:].tolist())
    draft = Draft(
        stops=stops,
        routes=tables["routes.txt"].frame,
        trips=trips,
        frequencies=tables["frequencies.txt"].frame,
        calls=_calls(archive, trips["trip_id"], stops["stop_id"], progress),
        dates=calendar.dates,
        services=_services(calendar),
        ways={text: found.points[begin:end] for text, begin, end in ends},
    )
    return Original(tables, draft)


def _table(archive: Archive, file: str) -> TextTable:
    return read_texts(archive.read(file), file)


def _columns(tables: Mapping[str, TextTable], file: str) -> list[str]:
    return list(tables[file].frame.columns) if file in tables else []


def _services(calendar: Calendar) -> dict[str, Bools]:
    return dict(zip(calendar.services.tolist(), calendar.active.T))


def _calls(
    archive: Archive, trip_ids: pd.Series, stop_ids: pd.Series, progress: Progress
) -> pd.DataFrame:
    trips = trip_ids[~trip_ids.duplicated()]
    # the rows of on-demand areas have an empty stop_id
    stops = stop_ids[~stop_ids.duplicated() & (stop_ids != "")]
    texts, rows = [*stops, ""], np.append(stops.index.to_numpy(), -1)
    everything = np.ones(len(trips), dtype=bool)
    raw, _ = read_calls(archive, trips.tolist(), everything, texts, progress=progress)
    trip = trips.index.to_numpy(np.int32)[raw.trip] if len(trips) else raw.trip
    order = np.lexsort([raw.line, raw.sequence, trip])
    columns = {
        "trip": trip,
        "stop": rows.astype(np.int32)[raw.stop],
        "arrival": raw.arrival,
        "departure": raw.departure,
        "sequence": raw.sequence,
        "line": raw.line,
    }
    calls = pd.DataFrame({name: values[order] for name, values in columns.items()})
    return calls.assign(own=True, measured=True)
