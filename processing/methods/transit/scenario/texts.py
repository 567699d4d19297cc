"""Tables of a feed as texts, written back with every row that is not changed as it was.

The reader keeps what a timetable needs; a scenario must keep what the user's feed holds. So the
small tables are frames of texts beside their bytes, and only new and changed rows are written.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..tables import BOM, parse


@dataclass(frozen=True)
class TextTable:
    """A table as it was read.

    Parameters
    ----------
    raw : bytes
        The file.
    frame : DataFrame
        Its texts, "" where empty; columns in lower case, rows 0 to n-1.
    head : bytes
        The first line.
    rows : tuple of bytes
        The rows, each with its line end.
    """

    raw: bytes
    frame: pd.DataFrame
    head: bytes
    rows: tuple[bytes, ...]


def read_texts(raw: bytes, file: str) -> TextTable:
    r"""Read a table of a feed as texts.

    Parameters
    ----------
    raw : bytes
        The file: UTF-8, else read as Latin-1.
    file : str
        Its name.

    Returns
    -------
    TextTable
        One row for each line that is not blank.

    Raises
    ------
    InputError
        If the file is in UTF-16.

    Examples
    --------
    >>> table = read_texts(b'stop_id,stop_name\n1,"Kisa, C"\n', "stops.txt")
    >>> table.frame["stop_name"].tolist(), table.rows
    (['Kisa, C'], (b'1,"Kisa, C"\n',))
    """
    table = parse(raw, file)
    head = raw.partition(b"\n")[0] + b"\n"
    columns = dict.fromkeys(name for name in table.header if name)
    frame = pd.DataFrame({name: table[name] for name in columns}, dtype=object)
    cells = table.cells
    content = cells.bytes_.tobytes()
    begin = cells.separators[cells.first - 1] + 1
    end = cells.separators[cells.last] + 1
    rows = tuple(content[i:j] for i, j in zip(begin.tolist(), end.tolist()))
    return TextTable(raw, _with_marks(frame, table.header, rows), head, rows)


def _with_marks(frame: pd.DataFrame, header: Sequence[str], rows: Sequence[bytes]) -> pd.DataFrame:
    """Read texts with quotation marks to the letter; the reader drops those at their ends."""
    marked = [place for place, row in enumerate(rows) if b'""' in row]
    if not marked:
        return frame
    columns = {name: frame[name].to_numpy(copy=True) for name in frame.columns}
    for place in marked:
        (cells,) = csv.reader(io.StringIO(rows[place].decode(), newline=""), skipinitialspace=True)
        for name, text in reversed(list(zip(header, cells))):
            if name:
                columns[name][place] = text.strip()
    return pd.DataFrame(columns, dtype=object)


def write_texts(table: TextTable, frame: pd.DataFrame) -> bytes:
    r"""Write a table with changes: rows that are as they were keep their bytes.

    Parameters
    ----------
    table : TextTable
        As it was read.
    frame : DataFrame
        As it shall be: rows by their number in ``table.frame``, new ones by any other number.

    Returns
    -------
    bytes
        The file in UTF-8; the very same bytes where nothing is changed.

    Examples
    --------
    >>> table = read_texts(b'id , name\n1, "Kisa"\n2,Horn\n', "stops.txt")
    >>> frame = table.frame.copy()
    >>> frame.loc[1, "name"] = "Horn, C"
    >>> write_texts(table, frame)
    b'id , name\n1, "Kisa"\n2,"Horn, C"\n'
    """
    if frame.equals(table.frame):
        return table.raw
    added = [name for name in frame.columns if name not in table.frame.columns]
    end = b"\r\n" if table.head.endswith(b"\r\n") else b"\n"
    kept = _unchanged(table.frame, frame)
    lines = _written(frame[~kept], _header(table, frame), end)
    labels, new = frame.index.tolist(), iter(lines)
    body = [
        _with_empty(table.rows[label], len(added), end) if same else next(new)
        for label, same in zip(labels, kept.tolist())
    ]
    head = table.head.rstrip(b"\r\n") or BOM[:0]
    named = b",".join([head, *(name.encode() for name in added)]) if head else None
    first = (named or ",".join(frame.columns).encode()) + end
    return b"".join([first, *body])


def new_table(columns: Sequence[str]) -> TextTable:
    r"""Return an empty table, for a file that the feed does not have.

    Examples
    --------
    >>> write_texts(new_table(["id"]), pd.DataFrame({"id": ["1"]}))
    b'id\n1\n'
    """
    frame = pd.DataFrame({name: pd.Series([], dtype=object) for name in columns})
    return TextTable(b"", frame, b"", ())


def _header(table: TextTable, frame: pd.DataFrame) -> list[str]:
    """Columns in the order of the file; those that it names twice are written once more, empty."""
    if not table.head.strip():
        return list(frame.columns)
    header = list(parse(table.head, "").header)
    first = {name: place for place, name in reversed(list(enumerate(header)))}
    once = [name if first[name] == place else "" for place, name in enumerate(header)]
    return [*once, *(name for name in frame.columns if name not in first)]


def _unchanged(old: pd.DataFrame, new: pd.DataFrame) -> NDArray[np.bool_]:
    there = np.asarray(new.index.isin(old.index))
    same = there.copy()
    common = new.index[there]
    equal = np.ones(len(common), dtype=bool)
    for name in old.columns:
        equal &= old[name].loc[common].to_numpy() == new[name].loc[common].to_numpy()
    for name in new.columns.difference(old.columns):
        equal &= new[name].loc[common].to_numpy() == ""
    same[there] = equal
    return same


def _with_empty(row: bytes, count: int, end: bytes) -> bytes:
    """Add empty cells to a row; the last one of a file may lack its line end."""
    bare = row.rstrip(b"\r\n")
    if not count and row != bare:
        return row if row.endswith(b"\r\n") or end == b"\n" else bare + end
    return bare + b"," * count + end


def _written(frame: pd.DataFrame, header: Sequence[str], end: bytes) -> list[bytes]:
    columns = [
        frame[name].tolist() if name in frame.columns else [""] * len(frame) for name in header
    ]
    return [line_of(cells, end) for cells in zip(*columns)] if len(frame) else []


def line_of(cells: Sequence[str], end: bytes = b"\n") -> bytes:
    r"""Write one row, with quotation marks where they are needed.

    Examples
    --------
    >>> line_of(["1", "Kisa, C"])
    b'1,"Kisa, C"\n'
    """
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(cells)
    return line.getvalue().encode() + end
