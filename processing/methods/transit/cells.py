"""Cells of large comma-separated tables as positions in their bytes.

A cell is where it begins and ends; eight bytes are compared or decoded at a time, as one 64-bit
word, so that no text is built for the millions of cells of a timetable.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Union

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Words = NDArray[np.uint64]
Rows = Union[slice, Ints]

COMMA, NEWLINE, QUOTE = 44, 10, 34
BLANKS = (b" ", b'"', b"\r", b"\t", b"\x0c")
PADDING = b"\0" * 16

# the first n bytes of a little-endian word
_FIRST = np.array([(1 << 8 * n) - 1 for n in range(9)], dtype=np.uint64)
_MIX = np.uint64(0x9E3779B97F4A7C15)
_BLANK = np.zeros(256, dtype=bool)
_BLANK[[ord(mark) for mark in BLANKS]] = True


@dataclass(frozen=True)
class Cells:
    """Rows of a block of a comma-separated table.

    Parameters
    ----------
    bytes_ : ndarray of uint8
        The block, with padding behind it.
    words : ndarray of uint64
        The eight bytes from each position on, as an overlapping view.
    first, last : ndarray, shape (rows,)
        Where each row's cells begin and end in ``separators``.
    separators : ndarray
        Positions of the commas and line ends; before each row's first stands the line before it.
    line : ndarray, shape (rows,)
        Row in the block, counting blank lines.
    lines : int
        Number of lines, the blank ones too.
    bare : bool
        Whether no cell has blanks or quotation marks around it.
    """

    bytes_: NDArray[np.uint8]
    words: Words
    separators: Ints
    first: Ints
    last: Ints
    line: Ints
    lines: int
    bare: bool

    def __len__(self) -> int:
        return len(self.first)

    def width(self) -> Ints:
        """Cells of each row."""
        return self.last - self.first + 1

    def span(self, column: int, rows: Rows = slice(None)) -> tuple[Ints, Ints]:
        """Where the cells of a column begin and end, without blanks and quotation marks."""
        first, last = self.first[rows], self.last[rows]
        position = first + column
        missing = position > last
        position = np.where(missing, last, position) if missing.any() else position
        end = self.separators[position]
        start = self.separators[position - 1] + 1
        start = np.where(missing, end, start)
        return (start, end) if self.bare else self._trimmed(start, end)

    def _trimmed(self, start: Ints, end: Ints) -> tuple[Ints, Ints]:
        while (blank := _BLANK[self.bytes_[start]] & (start < end)).any():
            start = start + blank
        while (blank := _BLANK[self.bytes_[end - 1]] & (start < end)).any():
            end = end - blank
        return start, end

    def text(self, start: int, end: int) -> str:
        """Return one cell as text."""
        return self.bytes_[start:end].tobytes().decode("utf-8", "replace")

    def texts(self, start: Ints, end: Ints) -> NDArray[np.object_]:
        """Return cells as texts."""
        raw = self.bytes_.tobytes()
        texts = np.empty(len(start), dtype=object)
        texts[:] = [raw[i:j].decode() for i, j in zip(start.tolist(), end.tolist())]
        if b'""' in raw:
            texts[:] = [text.replace('""', '"') for text in texts]
        return texts

    def keys(self, start: Ints, end: Ints) -> Words:
        """Return a number for each cell: equal texts have equal numbers, others others."""
        return _keys(self.words, start, end)


def split(raw: bytes, *, multiline: bool = False) -> Cells:
    r"""Find the cells of a block of whole lines.

    Parameters
    ----------
    raw : bytes
        Lines that each end with a newline; commas inside quotation marks belong to the text.
    multiline : bool
        Whether line ends inside quotation marks belong to the text too. Only for whole tables: a
        block may be cut inside quotation marks.

    Returns
    -------
    Cells
        One row for each line that is not blank.

    Examples
    --------
    >>> cells = split(b'a,"b, c"\n\n1\n')
    >>> [cells.text(start, end) for start, end in zip(*cells.span(1))]
    ['b, c', '']
    """
    # a line end in front, so that each row has a separator before its first cell
    padded = b"".join([b"\n", raw, PADDING])
    bytes_ = np.frombuffer(padded, dtype=np.uint8)
    words: Words = np.ndarray(len(padded) - 7, "<u8", padded, 0, (1,))
    separator = bytes_ == COMMA
    separator |= bytes_ == NEWLINE
    separators = np.flatnonzero(separator)
    is_end = bytes_[separators] == NEWLINE
    if b'"' in raw:
        inside = _in_quotes(bytes_, separators, is_end, multiline)
        separators, is_end = separators[~inside], is_end[~inside]
    ends = np.flatnonzero(is_end)
    first, last = ends[:-1] + 1, ends[1:]
    begin, finish = separators[first - 1] + 1, separators[last]
    line = np.arange(len(first))
    if multiline:
        line = np.searchsorted(np.flatnonzero(bytes_ == NEWLINE), begin) - 1
    blank = first == last
    if blank.any():
        blank[blank] = [not padded[i:j].strip() for i, j in zip(begin[blank], finish[blank])]
        first, last, line = first[~blank], last[~blank], line[~blank]
    bare = not any(mark in raw for mark in BLANKS)
    return Cells(bytes_, words, separators, first, last, line, len(ends) - 1, bare)


def _in_quotes(
    bytes_: NDArray[np.uint8], separators: Ints, is_end: NDArray[np.bool_], multiline: bool
) -> NDArray[np.bool_]:
    """Whether each separator stands inside quotation marks."""
    before = np.cumsum(bytes_ == QUOTE, dtype=np.int32)[separators]
    inside: NDArray[np.bool_] = before % 2 == 1
    if multiline and not inside[-1]:
        return inside
    # an odd mark must not swallow the lines behind it
    line_start = np.maximum.accumulate(np.where(is_end, np.arange(len(is_end)), 0))
    inside = ~is_end & ((before - before[line_start]) % 2 == 1)
    return inside


class Codes:
    r"""Find texts in a list: the place of each, -1 where it is not in the list.

    Parameters
    ----------
    texts : iterable of str
        Texts, all different.

    Examples
    --------
    >>> cells = split(b"b\nd\na\n")
    >>> Codes(["a", "b"]).find(cells.keys(*cells.span(0))).tolist()
    [1, -1, 0]
    """

    def __init__(self, texts: Iterable[str]) -> None:
        encoded = [text.encode() for text in texts]
        end = np.cumsum([len(text) for text in encoded], dtype=np.int64)
        start = np.concatenate([np.zeros(1, np.int64), end[:-1]])[: len(encoded)]
        padded = b"".join(encoded) + PADDING
        words: Words = np.ndarray(len(padded) - 7, "<u8", padded, 0, (1,))
        keys = _keys(words, start, end)
        self._order = np.argsort(keys).astype(np.int32)
        self._keys = keys[self._order]
        if (self._keys[1:] == self._keys[:-1]).any():
            raise ValueError("two texts of the list are equal, or have equal numbers")

    def find(self, keys: Words) -> NDArray[np.int32]:
        """Return the place of each text in the list."""
        if not len(self._keys):
            return np.full(len(keys), -1, dtype=np.int32)
        place = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        return np.where(self._keys[place] == keys, self._order[place], np.int32(-1))


def _keys(words: Words, start: Ints, end: Ints) -> Words:
    length = end - start
    keys: Words = words[start] & _FIRST[np.minimum(length, 8)]
    for passed in range(8, int(length.max(initial=0)), 8):
        rest = np.clip(length - passed, 0, 8)
        # odd multiplier: keys that differ before a word differ after it
        mixed = keys * _MIX
        mixed ^= mixed >> np.uint64(29)
        mixed += words[np.minimum(start + passed, len(words) - 1)] & _FIRST[rest]
        keys = np.where(rest > 0, mixed, keys)
    return keys


def clock(cells: Cells, start: Ints, end: Ints) -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
    r"""Decode times of day, H:MM:SS or HH:MM:SS, also past 24 and 100 hours.

    Returns
    -------
    seconds : ndarray of int32
        Seconds past midnight; -1 where a cell is empty or no time.
    bad : ndarray of bool
        Whether a cell is neither empty nor a time.

    Examples
    --------
    >>> cells = split(b'6:00:05\n25:10:00\n""\nsoon\n')
    >>> seconds, bad = clock(cells, *cells.span(0))
    >>> seconds.tolist(), bad.tolist()
    ([21605, 90600, -1, -1], [False, False, False, True])
    """
    length = end - start
    word = cells.words[start]
    seven = length == 7
    word = np.where(seven, word << np.uint64(8) | np.uint64(0x30), word)
    good = ((length == 8) | seven) & _is_clock(word)
    tens = [_digit(word, place) for place in (0, 3, 6)]
    ones = [_digit(word, place) for place in (1, 4, 7)]
    hours, minutes, seconds = (10 * ten + one for ten, one in zip(tens, ones))
    result = np.where(good, hours * 3600 + minutes * 60 + seconds, -1).astype(np.int32)
    bad = ~good & (length > 0)
    for row in np.flatnonzero(bad & (length == 9)):
        hours_text, _, rest = cells.text(start[row], end[row]).partition(":")
        if hours_text.isdigit() and rest[2:3] == ":" and (rest[:2] + rest[3:]).isdigit():
            result[row] = int(hours_text) * 3600 + int(rest[:2]) * 60 + int(rest[3:])
            bad[row] = False
    return result, bad


def _digit(word: Words, place: int) -> NDArray[np.int32]:
    return ((word >> np.uint64(8 * place)) & np.uint64(15)).astype(np.int32)


def _is_clock(word: Words) -> NDArray[np.bool_]:
    """Whether eight bytes are dd:dd:dd with minutes and seconds below 60."""
    high = np.uint64(0xF0F0F0F0F0F0F0F0)
    colons = (word & np.uint64(0x0000FF0000FF0000)) == np.uint64(0x00003A00003A0000)
    # six more than a decimal digit stays within its half byte, six more than a colon does not
    digits = ((word & high) == np.uint64(0x3030303030303030)) & (
        ((word + np.uint64(0x0606060606060606)) & high) == np.uint64(0x3030403030403030)
    )
    result: NDArray[np.bool_] = colons & digits & (_digit(word, 3) < 6) & (_digit(word, 6) < 6)
    return result


def integers(cells: Cells, start: Ints, end: Ints) -> tuple[Ints, NDArray[np.bool_]]:
    r"""Decode whole numbers.

    Returns
    -------
    numbers : ndarray of int64
        0 where a cell is empty or no number.
    bad : ndarray of bool
        Whether a cell is neither empty nor a whole number.

    Examples
    --------
    >>> cells = split(b"12\n-2\nx\n")
    >>> numbers, bad = integers(cells, *cells.span(0))
    >>> numbers.tolist(), bad.tolist()
    ([12, -2, 0], [False, False, True])
    """
    length = end - start
    numbers = np.zeros(len(start), dtype=np.int64)
    good = length > 0
    for place in range(min(int(length.max(initial=0)), 18)):
        inside = length > place
        digit = cells.bytes_[np.where(inside, start + place, 0)].astype(np.int64) - 48
        good &= ~inside | ((digit >= 0) & (digit <= 9))
        numbers = np.where(inside, numbers * 10 + digit, numbers)
    good &= length <= 18
    bad = ~good & (length > 0)
    numbers[~good] = 0
    for row in np.flatnonzero(bad & (cells.bytes_[start] == ord("-"))):
        text = cells.text(start[row], end[row])
        if text[1:].isdigit() and len(text) < 19:
            numbers[row], bad[row] = int(text), False
    return numbers, bad
