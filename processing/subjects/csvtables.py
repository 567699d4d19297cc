"""Tables of settings that users copy and change: CSV with comma or semicolon."""

from __future__ import annotations

import csv
import io

from ..methods.errors import InputError


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
    text = _text(path)
    semicolons = text.partition("\n")[0].count(";")
    commas = text.partition("\n")[0].count(",")
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=";" if semicolons > commas else ",")
    header = [name.strip().lower() for name in next(lines, [])]
    lacking = [name for name in needed if name not in header]
    rows = [(lines.line_num, _row(header, line)) for line in lines if any(line)]
    if lacking or not rows:
        raise InputError(
            "The file '{file}' needs the columns {columns} and at least one line. Start from a "
            "copy of the plugin's processing/profiles/{like}.",
            file=path.name,
            columns=", ".join(needed),
            like=like,
        )
    return rows


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
