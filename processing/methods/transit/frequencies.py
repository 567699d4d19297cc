"""Trips that run by headway, written out as single trips."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from .archive import Archive
from .calls import StopTimes, expand
from .cells import Codes, clock
from .findings import Finding, Findings, tr
from .tables import Table, read_table

FILE = "frequencies.txt"


def write_out(
    archive: Archive, trips: pd.DataFrame, stop_times: StopTimes
) -> tuple[pd.DataFrame, StopTimes, Findings]:
    """Replace each trip of frequencies.txt by the trips that its headways mean.

    A vehicle leaves at the beginning of each period and then every headway before its end, also
    where the feed says that the times are not exact.

    Parameters
    ----------
    archive : Archive
        The feed.
    trips : DataFrame
        Trips; those in frequencies.txt are patterns.
    stop_times : StopTimes
        Their calls.

    Returns
    -------
    trips : DataFrame
        Patterns replaced by trips named ``id@HH:MM:SS`` after their first departure.
    stop_times : StopTimes
        Their calls.
    findings : tuple of Finding
        What was odd.
    """
    table = read_table(archive, FILE)
    pattern = table.codes("trip_id", Codes(trips["trip_id"]))
    begin, end = (_clock(table, name) for name in ("start_time", "end_time"))
    headway = np.nan_to_num(table.numbers("headway_secs")).astype(np.int64)
    good = (headway > 0) & (begin >= 0) & (end > begin)
    findings = table.findings + _findings(table, good)
    used = good & (pattern >= 0)
    if not used.any():
        return trips, stop_times, findings
    pattern, begin, headway = pattern[used], begin[used], headway[used]
    count = -(-(end[used] - begin) // headway)
    step = expand(np.zeros(len(count), np.int64), count)
    departure = np.repeat(begin, count) + step * np.repeat(headway, count)
    ordinary = np.setdiff1d(np.arange(len(trips)), pattern)
    # periods that overlap would run a vehicle twice
    runs = np.unique(np.column_stack([np.repeat(pattern, count), departure]), axis=0)
    source = np.concatenate([ordinary, runs[:, 0]])
    result = trips.iloc[source].reset_index(drop=True)
    names = [
        _name(text, time) for text, time in zip(trips["trip_id"].to_numpy()[runs[:, 0]], runs[:, 1])
    ]
    result.loc[len(ordinary) :, "trip_id"] = names
    shifted = _shifted(stop_times.of_trips(source), len(ordinary), runs[:, 1])
    return result, shifted, findings


def _clock(table: Table, column: str) -> NDArray[np.int64]:
    seconds, _ = clock(table.cells, *table.span(column))
    return seconds.astype(np.int64)


def _name(trip_id: str, time: int) -> str:
    return f"{trip_id}@{time // 3600:02d}:{time // 60 % 60:02d}:{time % 60:02d}"


def _shifted(stop_times: StopTimes, ordinary: int, departure: NDArray[np.int64]) -> StopTimes:
    """Move the trips from number ``ordinary`` on to their first departures."""
    shift = np.zeros(len(stop_times.start) - 1, dtype=np.int32)
    shift[ordinary:] = departure - stop_times.departure[stop_times.start[ordinary:-1]]
    shift = np.repeat(shift, np.diff(stop_times.start))
    return replace(
        stop_times, arrival=stop_times.arrival + shift, departure=stop_times.departure + shift
    )


def _findings(table: Table, good: NDArray[np.bool_]) -> Findings:
    findings: Findings = ()
    if good.any():
        findings += (
            Finding(
                "note",
                FILE,
                None,
                tr("Trips that run by headway, written out as single departures: {count}."),
                {"count": len(set(table["trip_id"][good]))},
                tr("Nothing; the minute within each headway is an assumption."),
            ),
        )
    if not good.all():
        findings += (
            Finding(
                "error",
                FILE,
                int(table.line[int(np.argmin(good))]),
                tr("Rows of frequencies.txt without a headway or a period: {count}."),
                {"count": int((~good).sum())},
                tr("They were left out; correct headway_secs, start_time and end_time."),
            ),
        )
    return findings
