"""The largest table of a feed, read by its bytes: who calls where and when."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..errors import InputError
from ..progress import Progress, silent
from .archive import Archive, ahead
from .cells import Cells, Codes, Ints, clock, integers, split
from .findings import Finding, Findings, tr
from .tables import latin1_finding, read_header, width_findings

FILE = "stop_times.txt"
REQUIRED = ("trip_id", "arrival_time", "departure_time", "stop_id", "stop_sequence")
MISSING = -1


class RawCalls(NamedTuple):
    """Rows of stop_times.txt in the order of the file, as columns.

    ``trip`` and ``stop`` are places in the lists of ids; ``arrival`` and ``departure`` seconds
    past midnight, -1 where missing; ``line`` is the line in the file.
    """

    trip: NDArray[np.int32]
    stop: NDArray[np.int32]
    arrival: NDArray[np.int32]
    departure: NDArray[np.int32]
    sequence: NDArray[np.int32]
    pickup: NDArray[np.uint8]
    drop_off: NDArray[np.uint8]
    booked: NDArray[np.bool_]
    line: NDArray[np.int32]


Example = Callable[[int], str]
"""Shows the cell of a row."""


@dataclass
class _Tally:
    """Counts of what is odd, each with its first line and an example."""

    found: dict[str, tuple[int, int, str]] = field(default_factory=dict)

    def add(
        self, kind: str, rows: NDArray[np.bool_], line: NDArray[np.int64], text: Example
    ) -> None:
        """Count the rows; ``text`` makes the example out of the first row's place."""
        if not rows.any():
            return
        place = int(np.argmax(rows))
        count, first, example = self.found.get(kind, (0, int(line[place]), ""))
        example = example or text(place)
        self.found[kind] = (count + int(rows.sum()), first, example)


def read_calls(
    archive: Archive,
    trip_ids: Iterable[str],
    wanted: NDArray[np.bool_],
    stop_ids: Iterable[str],
    *,
    progress: Progress = silent,
) -> tuple[RawCalls, Findings]:
    """Read the calls of some trips out of stop_times.txt.

    Only the rows of trips that are wanted are decoded: a service day of a large feed takes a
    fraction of the whole.

    Parameters
    ----------
    archive : Archive
        The feed.
    trip_ids, stop_ids : iterable of str
        Ids, each without doubles.
    wanted : ndarray of bool, shape (trips,)
        Trips to decode.
    progress : callable
        Told the fraction done.

    Returns
    -------
    calls : RawCalls
        Rows of the wanted trips at stops that exist, in the order of the file.
    findings : tuple of Finding
        What was odd in them.

    Raises
    ------
    InputError
        If the file or a column is missing.
    """
    size = max(archive.sizes.get(FILE, 1), 1)
    trips, stops = Codes(trip_ids), Codes(stop_ids)
    tally, parts, done, line = _Tally(), [], 0, 2
    column: dict[str, int] = {}
    for block in ahead(archive.blocks(FILE)):
        progress(min(done / size, 1.0))
        done += len(block)
        if not column:
            head, _, block = block.partition(b"\n")
            header = read_header(head, FILE, REQUIRED)
            column = {name: header.index(name) for name in header} | {"": len(header)}
        block = _utf8(block, tally, line)
        cells = split(block)
        parts.append(_decode(cells, column, trips, wanted, stops, line, tally))
        line += cells.lines
    if not column:
        raise InputError(
            "The file '{file}' of the feed '{feed}' is empty. "
            "Fetch the feed again or ask its publisher.",
            file=FILE,
            feed=archive.name,
        )
    progress(1.0)
    return RawCalls(*map(np.concatenate, zip(*parts))), tuple(_findings(tally))


def _utf8(block: bytes, tally: _Tally, line: int) -> bytes:
    if block.isascii():
        return block
    try:
        block.decode()
    except UnicodeDecodeError as error:
        row = line + block[: error.start].count(b"\n")
        tally.add("latin1", np.ones(1, bool), np.array([row]), _nothing)
        return block.decode("latin-1").encode()
    return block


def _decode(
    cells: Cells,
    column: dict[str, int],
    trips: Codes,
    wanted: NDArray[np.bool_],
    stops: Codes,
    first_line: int,
    tally: _Tally,
) -> RawCalls:
    line = cells.line + first_line
    _count_widths(cells, column[""], line, tally)
    start, end = cells.span(column["trip_id"])
    trip = _per_run(trips, cells.keys(start, end))
    tally.add("trip", trip < 0, line, _shown(cells, start, end))
    rows = np.flatnonzero((trip >= 0) & (wanted[trip] if len(wanted) else False))

    stop_start, stop_end = cells.span(column["stop_id"], rows)
    stop = stops.find(cells.keys(stop_start, stop_end))
    nowhere = stop_start == stop_end
    tally.add("area", nowhere, line[rows], _nothing)
    tally.add("stop", (stop < 0) & ~nowhere, line[rows], _shown(cells, stop_start, stop_end))
    kept = stop >= 0
    rows, stop = rows[kept], stop[kept]
    arrival, departure = (
        _times(cells, column[name], rows, line, tally)
        for name in ("arrival_time", "departure_time")
    )
    return RawCalls(
        trip[rows],
        stop,
        arrival,
        departure,
        _sequence(cells, column["stop_sequence"], rows, line, tally),
        _kind(cells, column.get("pickup_type"), rows),
        _kind(cells, column.get("drop_off_type"), rows),
        _filled(cells, column.get("pickup_booking_rule_id"), rows),
        line[rows].astype(np.int32),
    )


def _shown(cells: Cells, start: Ints, end: Ints) -> Example:
    return lambda row: cells.text(int(start[row]), int(end[row]))


def _nothing(row: int) -> str:  # noqa: ARG001 (there is nothing to show)
    return ""


def _count_widths(cells: Cells, width: int, line: NDArray[np.int64], tally: _Tally) -> None:
    cells_per_row = cells.width()
    tally.add("longer", cells_per_row > width, line, _nothing)
    tally.add("shorter", cells_per_row < width, line, _nothing)


def _per_run(codes: Codes, keys: NDArray[np.uint64]) -> NDArray[np.int32]:
    """Look up runs of equal keys once: the calls of a trip stand together."""
    if not len(keys):
        return np.zeros(0, np.int32)
    begin = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]]))
    return np.repeat(codes.find(keys[begin]), np.diff(begin, append=len(keys)))


def _times(
    cells: Cells, column: int, rows: NDArray[np.int64], line: NDArray[np.int64], tally: _Tally
) -> NDArray[np.int32]:
    start, end = cells.span(column, rows)
    seconds, bad = clock(cells, start, end)
    tally.add("time", bad, line[rows], _shown(cells, start, end))
    return seconds


def _sequence(
    cells: Cells, column: int, rows: NDArray[np.int64], line: NDArray[np.int64], tally: _Tally
) -> NDArray[np.int32]:
    start, end = cells.span(column, rows)
    numbers, bad = integers(cells, start, end)
    bad |= (start == end) | (np.abs(numbers) >= 1 << 31)
    tally.add("sequence", bad, line[rows], _shown(cells, start, end))
    tally.add("negative", numbers < 0, line[rows], lambda row: str(numbers[row]))
    return np.where(bad, 0, numbers).astype(np.int32)


def _kind(cells: Cells, column: int | None, rows: NDArray[np.int64]) -> NDArray[np.uint8]:
    """Return a pickup or drop-off type, 0 to 3; 0, regular, where empty or unknown."""
    if column is None:
        return np.zeros(len(rows), np.uint8)
    start, end = cells.span(column, rows)
    digit = cells.bytes_[start] - np.uint8(48)  # wraps above 3 for what is no digit
    return np.where((end - start == 1) & (digit <= 3), digit, np.uint8(0))


def _filled(cells: Cells, column: int | None, rows: NDArray[np.int64]) -> NDArray[np.bool_]:
    if column is None:
        return np.zeros(len(rows), bool)
    start, end = cells.span(column, rows)
    return start < end


def _findings(tally: _Tally) -> Iterator[Finding]:
    found = tally.found
    if "latin1" in found:
        yield latin1_finding(FILE, found["latin1"][1])
    longer, shorter = found.get("longer", (0, 0, "")), found.get("shorter", (0, 0, ""))
    yield from width_findings(FILE, [longer[1]], longer[0], [shorter[1]], shorter[0])
    for kind, (severity, template, remedy) in _MESSAGES.items():
        if kind in found:
            count, line, example = found[kind]
            yield Finding(severity, FILE, line, template, {"count": count, "id": example}, remedy)


_MESSAGES = {
    "trip": (
        "error",
        tr("Rows of stop_times.txt for trips that are not in trips.txt: {count}, such as '{id}'."),
        tr("The rows were left out; ask the feed's publisher for the missing trips."),
    ),
    "stop": (
        "error",
        tr("Calls at stops that are not in stops.txt: {count}, such as '{id}'."),
        tr("The calls were left out; ask the feed's publisher for the missing stops."),
    ),
    "area": (
        "note",
        tr("Rows of stop_times.txt for on-demand areas, which have no stop: {count}."),
        tr("They were left out; describe on-demand areas apart."),
    ),
    "time": (
        "error",
        tr("Cells of stop_times.txt that hold no time of day: {count}, such as '{id}'."),
        tr("Times must look like 07:30:00; they were treated as missing."),
    ),
    "sequence": (
        "error",
        tr("Calls without a whole number as stop_sequence: {count}, such as '{id}'."),
        tr("They were put first in their trip; correct the numbers."),
    ),
    "negative": (
        "warning",
        tr("Calls with a negative stop_sequence: {count}, such as {id}."),
        tr("The order was kept and the calls numbered anew."),
    ),
}
