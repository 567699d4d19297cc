"""Writes PX files, the format of PxWeb, in Swedish and English.

References
----------
.. [1] Statistics Sweden. *PX file format*, axis version 2013.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

ENCODING = "iso-8859-15"
"""What the files say about themselves (CODEPAGE): write them in it."""
SOURCE = ("Samplan, demoregionen (syntetisk)", "Samplan, demo region (synthetic)")


class Variable(NamedTuple):
    """A variable of a table and its values; texts are pairs of Swedish and English."""

    name: tuple[str, str]
    codes: Sequence[str]
    texts: tuple[Sequence[str], Sequence[str]]
    total: int = -1
    """Position of the value that stands for all others, -1 if there is none."""


class Table(NamedTuple):
    """What a PX file tells; texts are pairs of Swedish and English."""

    matrix: str
    contents: tuple[str, str]
    variables: Sequence[Variable]
    """The last is the year, in the heading."""
    notes: Sequence[tuple[str, str]]
    year_notes: Sequence[tuple[str, str, str]]
    """A year, and what is to be known of it."""
    data: npt.NDArray[np.object_]
    """Text of each cell; the axes are the variables."""


def px(table: Table) -> str:
    """Write a PX file: Swedish first, English with its language mark; years in the heading."""
    head = [
        'CHARSET="ANSI"',
        'AXIS-VERSION="2013"',
        f'CODEPAGE="{ENCODING}"',
        'LANGUAGE="sv"',
        'LANGUAGES="sv","en"',
        'CREATION-DATE="20260801 08:00"',
        "DECIMALS=0",
        "SHOWDECIMALS=0",
        f'MATRIX="{table.matrix}"',
        "COPYRIGHT=NO",
        'DATASYMBOL1="."',
        'DATASYMBOL2=".."',
    ]
    lines = [*head, *_texts(table, 0, ""), *_texts(table, 1, "[en]")]
    shape = (-1, table.data.shape[-1])
    rows = "\n".join(" ".join(row) for row in table.data.reshape(shape))
    return "".join(f"{line};\n" for line in lines) + f"DATA=\n{rows};\n"


def _texts(table: Table, language: int, mark: str) -> list[str]:
    """Keywords with texts, in one of the languages."""
    names = [variable.name[language] for variable in table.variables]
    word, ending = (("efter", "och"), ("by", "and"))[language]
    contents, years = table.contents[language], table.variables[-1].codes
    title = f"{contents} {word} {', '.join(names[:-1])} {ending} {names[-1]}"
    year = _quoted(names[-1])
    lines = [
        f"SUBJECT-CODE{mark}={_quoted('AM')}",
        f"SUBJECT-AREA{mark}={_quoted(('Samlad planering', 'Joint planning')[language])}",
        f"TITLE{mark}={_quoted(title)}",
        f"CONTENTS{mark}={_quoted(contents)}",
        f"UNITS{mark}={_quoted(('antal personer', 'number of persons')[language])}",
        f"STUB{mark}={_quoted(*names[:-1])}",
        f"HEADING{mark}={year}",
    ]
    for variable in table.variables:
        lines += _values(variable, language, mark)
    lines.append(f"TIMEVAL{mark}({year})=TLIST(A1,{_quoted(years[0])}-{_quoted(years[-1])})")
    lines += [
        f"VALUENOTE{mark}({year},{_quoted(when)})={_quoted(note[language])}"
        for when, *note in table.year_notes
    ]
    lines.append(f"SOURCE{mark}={_quoted(SOURCE[language])}")
    return [*lines, f"NOTE{mark}={_quoted('#'.join(note[language] for note in table.notes))}"]


def _values(variable: Variable, language: int, mark: str) -> list[str]:
    name, texts = _quoted(variable.name[language]), variable.texts[language]
    lines = [
        f"VALUES{mark}({name})={_quoted(*texts)}",
        f"CODES{mark}({name})={_quoted(*variable.codes)}",
    ]
    if variable.total >= 0:
        lines.append(f"ELIMINATION{mark}({name})={_quoted(texts[variable.total])}")
    return lines


def _quoted(*texts: str) -> str:
    """Quoted texts; long lists and long texts go on on the next line, as PX files do."""
    if len(texts) == 1:
        pieces = textwrap.wrap(texts[0], 90, drop_whitespace=False)
        return "\n".join(f'"{piece}"' for piece in pieces)
    lines = [texts[start : start + 8] for start in range(0, len(texts), 8)]
    return ",\n".join(",".join(f'"{text}"' for text in line) for line in lines)
