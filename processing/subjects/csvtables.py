"""Tables of settings that users copy and change: CSV with comma or semicolon."""

from __future__ import annotations

import csv
import io
import re

from ..methods.errors import InputError

COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
GREY = "#999999"


def read(path, *, needed, like):
    """Read the lines of a CSV file, by column names in lower case.

    Parameters
    ----------
    path : Path
        UTF-8, or as Excel saves it in Sweden.
    needed : sequence of str
        Columns that the file must have.
    like : str
        The plugin's own file of the kind, to start from.

    Returns
    -------
    list of dict
        Texts without surrounding blanks; "" where a line has too few.

    Raises
    ------
    InputError
        If the file cannot be read, lacks a column, or has no lines.
    """
    return [row for _, row in numbered(path, needed=needed, like=like)]


def numbered(path, *, needed, like):
    """Read the lines of a CSV file as `read` does, each with its number in the file."""
    header, rows = lines(path)
    lacking = [name for name in needed if name not in header]
    if lacking or not rows:
        raise InputError(
            "The file '{file}' needs the columns {columns} and at least one line. Start from a "
            "copy of the plugin's processing/profiles/{like}.",
            file=path.name,
            columns=", ".join(needed),
            like=like,
        )
    return rows


def lines(path):
    """Read what a CSV file holds, whatever its columns.

    Returns
    -------
    header : list of str
        Names of the columns, in lower case.
    rows : list of tuple of int and dict
        Number of the line in the file, and its texts as from `read`; without empty lines.

    Raises
    ------
    InputError
        If the file cannot be read.
    """
    text = _text(path)
    first = text.partition("\n")[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    found = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    header = [name.strip().lower() for name in next(found, [])]
    return header, [(found.line_num, _row(header, line)) for line in found if any(line)]


def colour(row, *, file, line):
    """Return the colour in the column color, grey where it is empty.

    Raises
    ------
    InputError
        If it is not written as #rrggbb; names the file and the line.
    """
    written = row.get("color") or GREY
    if not COLOUR.fullmatch(written):
        raise InputError(
            "Line {line} of '{file}': '{color}' is not a colour; write it as #rrggbb.",
            line=line,
            file=file,
            color=written,
        )
    return written


def _row(header, line):
    cells = [cell.strip() for cell in line] + [""] * len(header)
    return dict(zip(header, cells))


def _text(path):
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(
            "The file '{file}' cannot be read ({reason}).", file=path.name, reason=error.strerror
        ) from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
