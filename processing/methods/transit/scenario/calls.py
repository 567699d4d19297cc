"""stop_times.txt of a scenario, written block by block."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..cells import Cells, Codes, split
from ..tables import read_header
from .draft import Draft
from .periods import clock_text
from .texts import line_of

Ints = NDArray[np.int64]

KEPT, DROPPED, CHANGED = range(3)
COLUMNS = {
    "trip": "trip_id",
    "arrival": "arrival_time",
    "departure": "departure_time",
    "stop": "stop_id",
    "sequence": "stop_sequence",
    "measured": "shape_dist_traveled",
}
"""Column of stop_times.txt by what a call holds of it."""


@dataclass(frozen=True)
class _Plan:
    """What becomes of each line, by its number in the file.

    ``state`` is one of `KEPT`, `DROPPED` and `CHANGED`; ``call`` and ``was`` are the rows of the
    new and the old call, -1 for none; ``added`` are calls that no line holds, in the order of the
    lines whose other cells they have; ``gone`` finds the trips that are no more.
    """

    state: NDArray[np.uint8]
    call: Ints
    was: Ints
    before: pd.DataFrame
    calls: pd.DataFrame
    added: pd.DataFrame
    gone: Codes


def rewritten(blocks: Iterable[bytes], old: Draft, new: Draft) -> Iterator[bytes]:
    """Write stop_times.txt anew: calls that are as they were keep their bytes.

    Parameters
    ----------
    blocks : iterable of bytes
        The file in blocks of whole lines, the first with the header.
    old, new : Draft
        The timetable as read, and after the edits.

    Returns
    -------
    iterator of bytes
        The file in blocks: changed calls in their places; new ones behind the block of the trip
        they are like, or at the end. A block is held at a time.

    Examples
    --------
    >>> import io, zipfile
    >>> from samplan.processing.methods.transit.archive import open_archive
    >>> from samplan.processing.methods.transit.village import FILES
    >>> from samplan.processing.methods.transit.scenario.original import read_original
    >>> from samplan.processing.methods.transit.scenario.draft import without_trips
    >>> content = io.BytesIO()
    >>> with zipfile.ZipFile(content, "w") as feed:
    ...     for name, text in FILES.items():
    ...         feed.writestr(name, text)
    >>> archive = open_archive(content.getvalue())
    >>> old = read_original(archive).draft
    >>> new = without_trips(old, np.array([0]))
    >>> raw = b"".join(rewritten(archive.blocks("stop_times.txt"), old, new))
    >>> raw.count(b"out7"), raw.count(b"out19")
    (0, 3)
    """
    plan = _plan(old, new)
    writer: _Writer | None = None
    line, written = 2, 0
    for block in blocks:
        if writer is None:
            head, _, block = block.partition(b"\n")
            yield head + b"\n"
            writer = _Writer(head, plan, new)
        cells = split(_utf8(block))
        end = line + cells.lines
        upto = int(np.searchsorted(plan.added["at"], end))
        yield from writer.block(cells, line, plan.added.iloc[written:upto])
        line, written = end, upto
    if writer is not None:
        yield from writer.rest(plan.added.iloc[written:])


def _utf8(block: bytes) -> bytes:
    try:
        block.decode()
    except UnicodeDecodeError:
        return block.decode("latin-1").encode()
    return block


def _plan(old: Draft, new: Draft) -> _Plan:
    before, after = old.calls, new.calls
    size = int(before["line"].max()) + 1 if len(before) else 0
    place, call = np.full(size, -1), np.full(size, -1)
    place[before["line"]] = np.arange(len(before))
    own = np.flatnonzero(after["own"].to_numpy())
    lines = after["line"].to_numpy()[own]
    call[lines] = own
    state = np.zeros(size, dtype=np.uint8)
    state[(place >= 0) & (call < 0)] = DROPPED
    differs = np.zeros(len(own), dtype=bool)
    for name in COLUMNS:
        differs |= before[name].to_numpy()[place[lines]] != after[name].to_numpy()[own]
    state[lines[differs]] = CHANGED
    added = after[~after["own"]]
    at = added["line"].abs().replace(0, np.iinfo(np.int32).max)
    added = added.assign(at=at).sort_values(["at", "trip", "sequence"], kind="stable")
    gone = set(old.trips["trip_id"]) - set(new.trips["trip_id"])
    return _Plan(state, call, place, before, after, added, Codes(sorted(gone)))


class _Writer:
    """Writes the lines of one file."""

    def __init__(self, head: bytes, plan: _Plan, new: Draft) -> None:
        self._header = read_header(head.rstrip(b"\r"), "stop_times.txt", ())
        self._end = b"\r\n" if head.endswith(b"\r") else b"\n"
        self._plan = plan
        self._column = {
            name: self._header.index(text) for name, text in COLUMNS.items() if text in self._header
        }
        self._trips = _quoted(new.trips["trip_id"])
        self._stops = {**_quoted(new.stops["stop_id"]), -1: b""}

    def block(self, cells: Cells, first_line: int, added: pd.DataFrame) -> Iterator[bytes]:
        """Yield a block as it shall be, and the new calls behind it."""
        content = cells.bytes_.tobytes()
        begin = cells.separators[cells.first - 1] + 1
        end = cells.separators[cells.last] + 1
        line = cells.line + first_line
        state = self._states(cells, line)
        pieces, position = [], 1
        changed = state == CHANGED
        texts = iter(self._changed(line[changed]))
        for row in np.flatnonzero(state).tolist():
            pieces.append(content[position : begin[row]])
            if changed[row]:
                pieces.append(self._row(content[begin[row] : end[row]], next(texts)))
            position = end[row]
        whole = int(cells.separators[-1]) + 1
        yield b"".join([*pieces, content[position:whole]])
        if len(added):
            yield from self._added(content, begin, end, line, added)

    def rest(self, added: pd.DataFrame) -> Iterator[bytes]:
        """Yield the calls that are like none in the file."""
        blank = b"," * (len(self._header) - 1) + self._end
        for texts in self._texts(added):
            yield self._row(blank, texts)

    def _states(self, cells: Cells, line: Ints) -> NDArray[np.uint8]:
        state = np.zeros(len(line), dtype=np.uint8)
        inside = line < len(self._plan.state)
        state[inside] = self._plan.state[line[inside]]
        trips = cells.keys(*cells.span(self._column["trip"]))
        # calls at stops that the feed does not have are not among those read
        state[(self._plan.gone.find(trips) >= 0) & (state == KEPT)] = DROPPED
        return state

    def _added(
        self, content: bytes, begin: Ints, end: Ints, line: Ints, added: pd.DataFrame
    ) -> Iterator[bytes]:
        added = added.sort_values(["trip", "sequence"], kind="stable")
        place = np.searchsorted(line, added["at"].to_numpy())
        blank = b"," * (len(self._header) - 1) + self._end
        full = (added["line"] > 0).tolist()
        for row, filled, texts in zip(place.tolist(), full, self._texts(added)):
            yield self._row(content[begin[row] : end[row]] if filled else blank, texts)

    def _changed(self, lines: Ints) -> list[dict[int, bytes]]:
        """Return the cells that differ from the file, for each line."""
        if not len(lines):
            return []
        after = self._plan.calls.iloc[self._plan.call[lines]]
        before = self._plan.before.iloc[self._plan.was[lines]]
        texts = self._texts(after)
        differs = {
            column: (before[name].to_numpy() != after[name].to_numpy()).tolist()
            for name, column in self._column.items()
        }
        return [
            {column: text for column, text in cells.items() if differs[column][number]}
            for number, cells in enumerate(texts)
        ]

    def _texts(self, calls: pd.DataFrame) -> list[dict[int, bytes]]:
        """Return the cells of calls by column; distances only where they no longer hold."""
        columns = {
            self._column["trip"]: [self._trips[row] for row in calls["trip"].tolist()],
            self._column["stop"]: [self._stops[row] for row in calls["stop"].tolist()],
            self._column["arrival"]: _clocks(calls["arrival"]),
            self._column["departure"]: _clocks(calls["departure"]),
            self._column["sequence"]: [b"%d" % number for number in calls["sequence"].tolist()],
        }
        cells = [dict(zip(columns, texts)) for texts in zip(*columns.values())]
        if "measured" in self._column:
            for each, holds in zip(cells, calls["measured"].tolist()):
                if not holds:
                    each[self._column["measured"]] = b""
        return cells

    def _row(self, row: bytes, texts: Mapping[int, bytes]) -> bytes:
        bare = row.rstrip(b"\r\n")
        if b'"' in bare:
            (found,) = csv.reader([bare.decode()])
            cells = [line_of([text], b"") if text else b"" for text in found]
        else:
            cells = bare.split(b",")
        cells += [b""] * (len(self._header) - len(cells))
        for column, text in texts.items():
            cells[column] = text
        return b",".join(cells) + self._end


def _quoted(texts: pd.Series) -> dict[int, bytes]:
    return {row: line_of([text], b"") for row, text in zip(texts.index.tolist(), texts.tolist())}


def _clocks(seconds: pd.Series) -> list[bytes]:
    known = {each: clock_text(each).encode() for each in seconds.unique().tolist() if each >= 0}
    return [known.get(each, b"") for each in seconds.tolist()]
