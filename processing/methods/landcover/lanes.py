"""Running counts of each class along the rows of a strip, several classes to a machine word.

Four counts of 16 bits share one unsigned 64-bit word, so that one running sum serves four classes;
rasters with more than 65 535 columns take two counts of 32 bits.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from .codes import CodedCells

Array = NDArray[Any]
Integers = NDArray[np.int64]
Words = NDArray[np.uint64]


class RunningCounts:
    """How many cells of each class lie to the left of a column, for the rows of one strip.

    The memory of one strip is kept for the next: fresh pages cost more than the sums.
    """

    def __init__(self, width: int) -> None:
        self.width = width
        self.lane = np.dtype(np.uint16 if width < 2**16 else np.uint32)
        self.lanes = 8 // self.lane.itemsize
        self._marks: Words = np.zeros((0, width), dtype=np.uint64)
        self._sums: Words = np.zeros((0, width + 1), dtype=np.uint64)

    def at(self, cells: CodedCells, row: Integers, column: Integers) -> Array:
        """Count the cells of each class to the left of columns.

        Parameters
        ----------
        cells : CodedCells
            The strip.
        row, column : ndarray of int, shape (n,)
            Places within the strip; column 0 to ``width``.

        Returns
        -------
        ndarray of unsigned integers, shape (n, at least k)
            Columns beyond the strip's classes are padding.
        """
        marks, sums = self._rooms(len(cells.code))
        words = -(-len(cells.classes) // self.lanes)
        place = row * (self.width + 1) + column
        counts = np.empty((len(row), words), dtype=np.uint64)
        for word in range(words):
            mine = cells.class_code[word * self.lanes : (word + 1) * self.lanes]
            table = np.zeros((cells.size, self.lanes), dtype=self.lane)
            table[mine, np.arange(len(mine))] = 1
            # every code is in range; "wrap" merely spares the check
            table.view(np.uint64).ravel().take(cells.code, out=marks, mode="wrap")
            np.cumsum(marks, axis=1, out=sums[:, 1:])
            counts[:, word] = sums.ravel().take(place)
        return counts.view(self.lane)

    def _rooms(self, rows: int) -> tuple[Words, Words]:
        if rows > len(self._marks):
            self._marks = np.empty((rows, self.width), dtype=np.uint64)
            self._sums = np.zeros((rows, self.width + 1), dtype=np.uint64)
        return self._marks[:rows], self._sums[:rows]
