"""A timetable while it is edited: the parts that edits change, row by row of the user's feed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..calendar import Dates
from ..calls import expand

Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

CALLS = ("trip", "stop", "arrival", "departure", "sequence", "line", "own", "measured")
NEW = 1 << 30
"""Number from which new rows count, so that none takes the number of a row that was removed."""


@dataclass(frozen=True)
class Draft:
    """What edits change; rows keep their numbers, new rows have numbers of their own.

    Parameters
    ----------
    stops, routes, trips, frequencies : DataFrame
        Texts of the files.
    calls : DataFrame
        ``trip`` and ``stop`` (rows in the tables; stop -1 for an on-demand area), ``arrival`` and
        ``departure`` [s past midnight, -1 unknown], ``sequence``, ``line`` (of stop_times.txt,
        whose other cells it has; 0 for none), ``own`` (whether that line is this very call) and
        ``measured`` (whether its distance along the shape still holds), ordered by trip and
        sequence.
    dates : ndarray of datetime64[D]
        All dates of the feed.
    services : mapping
        Whether each service runs on each date, by its id.
    ways : mapping
        Longitude and latitude of the shapes' points, by id.
    """

    stops: pd.DataFrame
    routes: pd.DataFrame
    trips: pd.DataFrame
    frequencies: pd.DataFrame
    calls: pd.DataFrame
    dates: Dates
    services: Mapping[str, Bools]
    ways: Mapping[str, Floats]

    def active(self) -> NDArray[np.bool_]:
        """Whether each trip runs on each date, shape (trips, dates)."""
        never = np.zeros(len(self.dates), dtype=bool)
        code, ids = pd.factorize(self.trips["service_id"])
        table = [self.services.get(text, never) for text in ids]
        return np.array(table, dtype=bool).reshape(len(ids), len(self.dates))[code]

    def degrees(self) -> pd.DataFrame:
        """Longitude and latitude of the stops, by row; NaN where they have none."""
        columns = {"lon": self.stops["stop_lon"], "lat": self.stops["stop_lat"]}
        numbers = {
            name: pd.to_numeric(texts, errors="coerce").astype(float)
            for name, texts in columns.items()
        }
        return pd.DataFrame(numbers)

    def bounds(self) -> tuple[Ints, Ints]:
        """Return where each trip's calls begin in ``calls``, and the trips' rows."""
        trip = self.calls["trip"].to_numpy()
        begin = np.flatnonzero(np.diff(trip, prepend=-1) != 0)
        return begin, trip[begin]

    def first_departures(self) -> pd.Series:
        """Return the first departure of each trip with calls [s], by its row."""
        begin, trip = self.bounds()
        times = self.calls["departure"].to_numpy()[begin]
        times = np.where(times >= 0, times, self.calls["arrival"].to_numpy()[begin])
        return pd.Series(times.astype(np.int64), index=trip)

    def last_arrivals(self) -> pd.Series:
        """Return the last arrival of each trip with calls [s], by its row."""
        begin, trip = self.bounds()
        end = np.append(begin, len(self.calls))[1:] - 1
        times = self.calls["arrival"].to_numpy()[end]
        times = np.where(times >= 0, times, self.calls["departure"].to_numpy()[end])
        return pd.Series(times.astype(np.int64), index=trip)


def new_ids(existing: Iterable[str], stems: Sequence[str]) -> list[str]:
    """Make ids that are not taken, one for each stem.

    Examples
    --------
    >>> new_ids(["32", "32-s1"], ["32", "32", "4"])
    ['32-s2', '32-s3', '4-s1']
    """
    taken, found, last = set(existing), [], dict.fromkeys(stems, 0)
    for stem in stems:
        text = stem
        while text == stem or text in taken:
            last[stem] += 1
            text = f"{stem}-s{last[stem]}"
        taken.add(text)
        found.append(text)
    return found


def with_service(draft: Draft, active: Bools) -> tuple[Draft, str]:
    """Find the service that runs on exactly these dates, or make one."""
    for text, days in draft.services.items():
        if np.array_equal(days, active):
            return draft, text
    (text,) = new_ids(draft.services, ["scenario"])
    return replace(draft, services={**draft.services, text: active}), text


def without_trips(draft: Draft, trips: Ints) -> Draft:
    """Take trips out, with their calls and headways."""
    gone = draft.trips["trip_id"].loc[trips]
    return replace(
        draft,
        trips=draft.trips[~draft.trips.index.isin(trips)],
        calls=draft.calls[~draft.calls["trip"].isin(trips)].reset_index(drop=True),
        frequencies=draft.frequencies[~draft.frequencies["trip_id"].isin(set(gone))],
    )


def copied_trips(
    draft: Draft, source: Ints, cells: Mapping[str, Sequence[str]]
) -> tuple[Draft, Ints]:
    """Add a trip like each of some trips, which may come more than once, without its calls.

    Parameters
    ----------
    draft : Draft
        The timetable.
    source : ndarray of int
        Rows of trips.
    cells : mapping
        Other texts for the new trips, by column.

    Returns
    -------
    draft : Draft
        With the trips; each has an id of its own and is in no vehicle block.
    rows : ndarray of int
        The new trips' rows.
    """
    rows = next_rows(draft.trips, len(source))
    new = draft.trips.loc[source].set_axis(rows, axis=0)
    if "block_id" in new:
        new["block_id"] = ""
    new["trip_id"] = new_ids(draft.trips["trip_id"], new["trip_id"].tolist())
    for name, texts in cells.items():
        new[name] = list(texts)
    return replace(draft, trips=pd.concat([draft.trips, new])), rows


def with_calls(draft: Draft, calls: pd.DataFrame) -> Draft:
    """Add the calls of new trips, whose rows are above all others'."""
    both = pd.concat([draft.calls, calls[list(CALLS)]], ignore_index=True)
    return replace(draft, calls=both.astype(draft.calls.dtypes.to_dict()))


def calls_of(draft: Draft, trips: Ints) -> pd.DataFrame:
    """Return the calls of trips, in the order of the trips given; ``place`` counts the trips."""
    begin, found = draft.bounds()
    length = np.diff(np.append(begin, len(draft.calls)))
    where = pd.Index(found).get_indexer(pd.Index(trips))
    known = where >= 0
    where = where[known]
    rows = expand(begin[where], length[where])
    place = np.repeat(np.flatnonzero(known), length[where])
    return draft.calls.iloc[rows].assign(place=place).reset_index(drop=True)


def next_rows(frame: pd.DataFrame, count: int) -> Ints:
    """Row numbers that are above all others."""
    first = max(int(frame.index.max()) + 1 if len(frame) else 0, NEW)
    return np.arange(first, first + count, dtype=np.int64)
