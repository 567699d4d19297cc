"""The small tables of a feed: comma-separated text into columns, with remarks on what is odd."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..errors import InputError
from .archive import Archive
from .cells import Cells, Codes, Ints, split
from .findings import Finding, Findings, tr

UTF16 = (b"\xfe\xff", b"\xff\xfe")
BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Table:
    """A comma-separated table.

    Parameters
    ----------
    file : str
        Name of the file.
    header : tuple of str
        Its columns.
    cells : Cells
        Its rows, without the header.
    findings : tuple of Finding
        What was odd.
    """

    file: str
    header: tuple[str, ...]
    cells: Cells
    findings: Findings

    def __len__(self) -> int:
        return len(self.cells)

    @property
    def line(self) -> Ints:
        """Line of each row in the file; the header is line 1."""
        return self.cells.line + 2

    def __getitem__(self, column: str) -> NDArray[np.object_]:
        """Return a column's texts, "" where a cell or the column is missing."""
        return self.cells.texts(*self.span(column))

    def codes(self, column: str, codes: Codes) -> NDArray[np.int32]:
        """Return the place of a column's texts in a list, -1 where they are not in it."""
        return codes.find(self.cells.keys(*self.span(column)))

    def numbers(self, column: str) -> NDArray[np.float64]:
        """Return a column as numbers, NaN where a cell is empty or no number."""
        texts = self[column]
        try:
            return texts.astype(np.float64)
        except ValueError:
            return np.array([_number(text) for text in texts], dtype=np.float64)

    def span(self, column: str) -> tuple[Ints, Ints]:
        """Where a column's cells begin and end."""
        place = self.header.index(column) if column in self.header else len(self.header)
        return self.cells.span(place)


def read_table(archive: Archive, file: str, *, required: Sequence[str] = ()) -> Table:
    r"""Read one of the small tables of a feed.

    Parameters
    ----------
    archive : Archive
        The feed.
    file : str
        Name of the file; a feed without it gives an empty table if no column is required.
    required : sequence of str
        Columns that the file must have.

    Returns
    -------
    Table
        One row for each line that is not blank.

    Raises
    ------
    InputError
        If the file or a required column is missing, or the file is in UTF-16.

    Examples
    --------
    >>> table = parse(b"stop_id,stop_name\n1, Kisa \n", "stops.txt")
    >>> table["stop_name"].tolist(), table.line.tolist()
    (['Kisa'], [2])
    """
    if file not in archive and not required:
        return parse(b"", file)
    raw = archive.read(file)
    if required and not raw.strip():
        raise InputError(
            "The file '{file}' of the feed '{feed}' is empty. "
            "Fetch the feed again or ask its publisher.",
            file=file,
            feed=archive.name,
        )
    return parse(raw, file, required=required)


def parse(raw: bytes, file: str, *, required: Sequence[str] = ()) -> Table:
    """Find the cells in the bytes of a comma-separated table; see `read_table`."""
    raw, findings = _utf8(raw, file)
    head, _, body = raw.partition(b"\n")
    header = read_header(head, file, required)
    cells = split(body, multiline=True)
    width = cells.width()
    line = cells.line + 2
    longer, shorter = line[width > len(header)], line[width < len(header)]
    findings += width_findings(
        file, longer[:1].tolist(), len(longer), shorter[:1].tolist(), len(shorter)
    )
    return Table(file, header, cells, findings + _twice(header, file))


def read_header(head: bytes, file: str, required: Sequence[str]) -> tuple[str, ...]:
    r"""Return the columns named in a table's first line, in lower case.

    Examples
    --------
    >>> read_header(b' Stop_Id,"stop_name"\x0c', "stops.txt", ["stop_id"])
    ('stop_id', 'stop_name')
    """
    refuse_utf16(head, file)
    bare = head[len(BOM) :] if head.startswith(BOM) else head
    cells = split(bare + b"\n")
    header = tuple(
        str(cells.texts(*cells.span(place))[0]).lower()
        for place in range(int(cells.width().max(initial=0)))
    )
    for column in required:
        if column not in header:
            raise InputError(
                "The file '{file}' has no column '{column}'; it has {header}. "
                "Ask the feed's publisher, or add the column.",
                file=file,
                column=column,
                header=", ".join(header[:20]),
            )
    return header


def refuse_utf16(raw: bytes, file: str) -> None:
    """Raise where a file begins as UTF-16 does."""
    if raw[:2] in UTF16:
        raise InputError(
            "The file '{file}' is encoded in UTF-16; GTFS files must be UTF-8. "
            "Open it in a text editor and save it as UTF-8.",
            file=file,
        )


def latin1_finding(file: str, row: int) -> Finding:
    """Say that a file was not UTF-8 and was read as Latin-1."""
    return Finding(
        "warning",
        file,
        row,
        tr("The file '{file}' is not valid UTF-8 and was read as Latin-1; names may look wrong."),
        {"file": file},
        tr("Check å, ä and ö in the names; ask the feed's publisher for UTF-8."),
    )


def width_findings(
    file: str, longer: Sequence[int], longer_count: int, shorter: Sequence[int], shorter_count: int
) -> Findings:
    """Say that rows have more or fewer cells than the header; the lines are the first of each."""
    findings: Findings = ()
    if longer_count:
        findings += (
            Finding(
                "warning",
                file,
                int(longer[0]),
                tr("Rows of '{file}' with more cells than the header, cut off: {count}."),
                {"count": longer_count, "file": file},
                tr("Look at the row: a text with a comma must stand in quotation marks."),
            ),
        )
    if shorter_count:
        findings += (
            Finding(
                "note",
                file,
                int(shorter[0]),
                tr("Rows of '{file}' with fewer cells than the header, left empty: {count}."),
                {"count": shorter_count, "file": file},
                tr("Nothing, if the missing cells are the last ones."),
            ),
        )
    return findings


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return np.nan


def _utf8(raw: bytes, file: str) -> tuple[bytes, Findings]:
    """Return a table as UTF-8 without a byte-order mark, each line ended by a newline."""
    refuse_utf16(raw, file)
    findings = _line_ends(raw, file)
    if b"\0" in raw:
        findings += (_null_finding(file, raw[: raw.index(b"\0")].count(b"\n") + 1),)
        raw = raw.replace(b"\0", b" ")
    raw = raw[len(BOM) :] if raw.startswith(BOM) else raw
    try:
        raw.decode()
    except UnicodeDecodeError as error:
        findings += (latin1_finding(file, raw[: error.start].count(b"\n") + 1),)
        raw = raw.decode("latin-1").encode()
    if b"\n" not in raw:
        raw = raw.replace(b"\r", b"\n")
    return raw if raw.endswith(b"\n") else raw + b"\n", findings


def _null_finding(file: str, row: int) -> Finding:
    return Finding(
        "warning",
        file,
        row,
        tr("The file '{file}' holds a NUL character; it was read as a blank."),
        {"file": file},
        tr("Remove the character, or ask the feed's publisher."),
    )


def _line_ends(raw: bytes, file: str) -> Findings:
    pairs = raw.count(b"\r\n")
    if raw.count(b"\r") == pairs and (not pairs or raw.count(b"\n") == pairs):
        return ()
    return (
        Finding(
            "note",
            file,
            None,
            tr("The file '{file}' mixes kinds of line ends; blank lines were skipped."),
            {"file": file},
            tr("Nothing, if the figures look right; else save the file with one kind."),
        ),
    )


def _twice(header: Sequence[str], file: str) -> Findings:
    doubled = sorted({name for name in header if header.count(name) > 1})
    if not doubled:
        return ()
    return (
        Finding(
            "warning",
            file,
            1,
            tr("The file '{file}' has the column '{column}' twice; the first was used."),
            {"file": file, "column": doubled[0]},
            tr("Remove the other column."),
        ),
    )
