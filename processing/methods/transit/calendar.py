"""Which services run on which dates.

In Swedish feeds calendar.txt gives only the period, every weekday being 0, and the days stand in
calendar_dates.txt; others have either file alone. A date is served if either says so, less the
exceptions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

import numpy as np
from numpy.typing import NDArray

from ..errors import InputError
from .archive import Archive
from .cells import Codes
from .findings import Finding, Findings, tr
from .tables import Table, read_table

Dates = NDArray[np.datetime64]

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LARGEST = 1_000_000_000
"""Services times dates that are kept; a mistyped year is refused rather than expanded."""


@dataclass(frozen=True)
class Calendar:
    """Services by date.

    Parameters
    ----------
    services : ndarray of str, shape (s,)
        Ids of the services.
    dates : ndarray of datetime64[D], shape (d,)
        All dates from the first with service to the last; none where nothing ever runs.
    active : ndarray of bool, shape (d, s)
        Whether a service runs on a date.
    trips : ndarray of int64, shape (d,)
        Trips that run on each date, of the whole feed; a trip by headway counts once.
    holidays : ndarray of datetime64[D]
        Dates known to have the traffic of a holiday, see `holidays`; the feed does not tell them.
    """

    services: NDArray[np.object_]
    dates: Dates
    active: NDArray[np.bool_]
    trips: NDArray[np.int64]
    holidays: Dates = field(default_factory=lambda: np.zeros(0, "datetime64[D]"))

    def place(self, day: date | np.datetime64 | str) -> int:
        """Return the row of a date in ``dates``, -1 outside the period."""
        wanted = np.datetime64(day, "D")
        if not len(self.dates) or not self.dates[0] <= wanted <= self.dates[-1]:
            return -1
        return int((wanted - self.dates[0]).astype(int))

    def on(self, day: date | np.datetime64 | str) -> NDArray[np.bool_]:
        """Whether each service runs on a date."""
        row = self.place(day)
        return self.active[row] if row >= 0 else np.zeros(len(self.services), dtype=bool)

    def weekdays(self) -> NDArray[np.int64]:
        """Day of the week of each date, Monday being 0."""
        return weekday(self.dates)


def weekday(dates: Dates) -> NDArray[np.int64]:
    """Return the day of the week of dates, Monday being 0.

    Parameters
    ----------
    dates : ndarray of datetime64, shape (n,)
        Dates.

    Returns
    -------
    ndarray of int64, shape (n,)
        0 to 6.

    Examples
    --------
    >>> weekday(np.array(["2021-10-04", "2021-10-10"], dtype="datetime64[D]")).tolist()
    [0, 6]
    """
    # day 0 of datetime64 was a Thursday
    return (dates.astype("datetime64[D]").astype(np.int64) + 3) % 7


def read_calendar_tables(archive: Archive) -> tuple[Calendar, Findings]:
    """Read calendar.txt and calendar_dates.txt, either of which may be missing.

    Parameters
    ----------
    archive : Archive
        The feed.

    Returns
    -------
    calendar : Calendar
        Services by date; the trips are still 0.
    findings : tuple of Finding
        What was odd.

    Raises
    ------
    InputError
        If both files are missing, a column is missing, or a date is none.
    """
    if "calendar.txt" not in archive and "calendar_dates.txt" not in archive:
        raise InputError(
            "The feed '{feed}' has neither calendar.txt nor calendar_dates.txt, so that no trip "
            "runs on any date. Fetch the feed again or ask its publisher.",
            feed=archive.name,
        )
    required = ("service_id", *WEEKDAYS, "start_date", "end_date")
    weeks = read_table(
        archive, "calendar.txt", required=required if "calendar.txt" in archive else ()
    )
    exceptions = _exceptions(archive)
    services = sorted({*weeks["service_id"], *exceptions["service_id"]})
    flags = np.column_stack([weeks[name] == "1" for name in WEEKDAYS])
    bounds = np.column_stack([dates_of(weeks, name) for name in ("start_date", "end_date")])
    days = dates_of(exceptions, "date")
    # an all-zero week says nothing about days; its period may be a formality
    spans = [*bounds[flags.any(axis=1)].ravel(), *days]
    if not spans:
        return _empty(services), weeks.findings + exceptions.findings
    dates = np.arange(min(spans), max(spans) + 1)
    if len(dates) * len(services) > LARGEST:
        raise InputError(
            "The services of the feed '{feed}' run from {first} to {last}. "
            "Look for a mistyped year in calendar.txt and calendar_dates.txt.",
            feed=archive.name,
            first=str(dates[0]),
            last=str(dates[-1]),
        )
    codes = Codes(services)
    active = _weekly(dates, weeks.codes("service_id", codes), flags, bounds, len(services))
    kind = exceptions["exception_type"]
    place = (days - dates[0]).astype(int)
    service = exceptions.codes("service_id", codes)
    for exception, runs in (("1", True), ("2", False)):
        active[place[kind == exception], service[kind == exception]] = runs
    findings = weeks.findings + exceptions.findings + _doubled(weeks) + _kinds(exceptions)
    return _trimmed(services, dates, active), findings


def with_trips(calendar: Calendar, service: NDArray[np.int32]) -> Calendar:
    """Return the calendar with the trips of each date counted; ``service`` is each trip's."""
    count = np.bincount(service[service >= 0], minlength=len(calendar.services))
    # 64-bit floats count exactly, and multiply much faster than integers
    trips = calendar.active.astype(np.float64) @ count.astype(np.float64)
    return replace(calendar, trips=trips.astype(np.int64))


def dates_of(table: Table, column: str) -> Dates:
    """Return a column of dates like 20211004.

    Raises
    ------
    InputError
        If a cell is no date; names the line.
    """
    texts = table[column]
    known = {text: _date(text) for text in set(texts)}
    wrong = [place for place, text in enumerate(texts) if known[text] is None]
    if wrong:
        raise InputError(
            "'{text}' in '{file}', line {line}, column '{column}', is no date: it must look "
            "like 20211004. Correct it, or ask the feed's publisher.",
            text=texts[wrong[0]],
            file=table.file,
            line=int(table.line[wrong[0]]),
            column=column,
        )
    return np.array([known[text] for text in texts], dtype="datetime64[D]")


def _date(text: str) -> date | None:
    try:
        return datetime.strptime(text, "%Y%m%d").date()
    except ValueError:
        return None


def _exceptions(archive: Archive) -> Table:
    file, required = "calendar_dates.txt", ("service_id", "date", "exception_type")
    # an empty file beside calendar.txt says that there are no exceptions
    used = file in archive and (archive.sizes[file] > 0 or "calendar.txt" not in archive)
    return read_table(archive, file, required=required if used else ())


def _weekly(
    dates: Dates, service: NDArray[np.int32], flags: NDArray[np.bool_], bounds: Dates, count: int
) -> NDArray[np.bool_]:
    active = np.zeros((len(dates), count), dtype=bool)
    day = weekday(dates)
    for row in np.flatnonzero(flags.any(axis=1)):
        first, last = (bounds[row] - dates[0]).astype(int)
        within = slice(max(first, 0), last + 1)
        active[within, service[row]] |= flags[row, day[within]]
    return active


def _trimmed(services: Sequence[str], dates: Dates, active: NDArray[np.bool_]) -> Calendar:
    served = np.flatnonzero(active.any(axis=1))
    if not len(served):
        return _empty(services)
    period = slice(served[0], served[-1] + 1)
    trips = np.zeros(period.stop - period.start, dtype=np.int64)
    return Calendar(_ids(services), dates[period], active[period], trips)


def _empty(services: Sequence[str]) -> Calendar:
    return Calendar(
        _ids(services),
        np.zeros(0, "datetime64[D]"),
        np.zeros((0, len(services)), bool),
        np.zeros(0, np.int64),
    )


def _ids(services: Iterable[str]) -> NDArray[np.object_]:
    return np.array([*services, None], dtype=object)[:-1]


def _doubled(weeks: Table) -> Findings:
    ids = weeks["service_id"].tolist()
    first = {text: place for place, text in reversed(list(enumerate(ids)))}
    again = [place for place, text in enumerate(ids) if first[text] != place]
    if not again:
        return ()
    return (
        Finding(
            "warning",
            weeks.file,
            int(weeks.line[again[0]]),
            tr("calendar.txt describes the service '{service}' more than once."),
            {"service": ids[again[0]]},
            tr("The days of all its rows were joined; remove the row that is wrong."),
        ),
    )


def _kinds(exceptions: Table) -> Findings:
    odd = np.flatnonzero(~np.isin(exceptions["exception_type"].astype(str), ["1", "2"]))
    if not len(odd):
        return ()
    return (
        Finding(
            "error",
            exceptions.file,
            int(exceptions.line[odd[0]]),
            tr("Rows of calendar_dates.txt with an exception_type other than 1 and 2: {count}."),
            {"count": len(odd)},
            tr("The rows were left out; 1 adds a day, 2 removes it."),
        ),
    )
