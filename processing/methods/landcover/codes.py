"""Values of a strip of a categorical raster as small whole numbers."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..errors import InputError

Array = NDArray[Any]
Integers = NDArray[np.int64]

MOST_CLASSES = 255  # more different values than this are measurements, not classes
WIDEST_CODE = 2**16


class CodedCells(NamedTuple):
    """Values of a strip as small whole numbers, for use as positions in a table."""

    code: NDArray[np.intp]  # (rows, width), 0 to size-1
    size: int
    classes: Integers  # (k,) values that occur and are data, ascending
    class_code: Integers  # (k,) their codes


def coded(cells: Array, nodata: float | None) -> CodedCells:
    """Code the values of a strip and list the classes in it.

    Parameters
    ----------
    cells : ndarray, shape (rows, width)
        Whole numbers of any type.
    nodata : float or None
        Value that is no class; NaN and infinity never are.

    Returns
    -------
    CodedCells

    Raises
    ------
    InputError
        If the values are decimals, or more than a class table can hold.
    """
    whole, missing = _whole_numbers(cells, nodata)
    kind = whole.dtype
    if kind.itemsize <= 2:
        values = np.arange(np.iinfo(kind).min, np.iinfo(kind).max + 1)
        code = np.subtract(whole, values[0], dtype=np.intp)
    elif whole.size and int(whole.max()) - int(whole.min()) < WIDEST_CODE:
        values = np.arange(int(whole.min()), int(whole.max()) + 1)
        code = np.subtract(whole, values[0], dtype=np.intp)
    else:
        values, inverse = np.unique(whole, return_inverse=True)
        code = inverse.reshape(whole.shape)
    if missing is not None:
        code[missing] = len(values)
    seen = np.zeros(len(values) + 1, dtype=bool)
    seen[code.ravel()] = True
    seen[-1] = False
    if nodata is not None:
        seen[:-1] &= values != nodata
    class_code = np.flatnonzero(seen)
    if len(class_code) > MOST_CLASSES:
        raise InputError(
            "The raster has more than {most} different values, so it holds measurements, not "
            "classes. Choose a land-cover raster.",
            most=MOST_CLASSES,
        )
    return CodedCells(code, len(seen), values[class_code].astype(np.int64), class_code)


def _whole_numbers(cells: Array, nodata: float | None) -> tuple[Array, NDArray[np.bool_] | None]:
    """Integers, and where floating-point cells have no data (None for integer cells)."""
    if cells.dtype.kind in "iub":
        return cells.astype(np.uint8) if cells.dtype.kind == "b" else cells, None
    missing = ~np.isfinite(cells)
    if nodata is not None:
        missing |= cells == cells.dtype.type(nodata)
    filled = np.where(missing, 0, cells)
    whole = np.clip(filled, -(2**31), 2**31).astype(np.int64)
    odd = filled[whole != filled]
    if len(odd):
        raise InputError(
            "The raster holds decimals such as {value}, so it holds measurements, not classes. "
            "Choose a land-cover raster.",
            value=float(odd[0]),
        )
    return whole, missing


class ClassRegister:
    """Numbers the classes of a raster in the order in which its strips show them."""

    def __init__(self) -> None:
        self._position: dict[int, int] = {}

    @property
    def classes(self) -> Integers:
        """Values met so far, in the order of their numbers."""
        return np.array(list(self._position), dtype=np.int64)

    def numbers(self, cells: Array, nodata: float | None) -> NDArray[np.uint16]:
        """Give each cell the number of its class: 1 for the first class met, 0 for no data.

        Parameters
        ----------
        cells : ndarray, shape (rows, width)
            Values.
        nodata : float or None
            Value that is no class.

        Returns
        -------
        ndarray of uint16, shape (rows, width)
        """
        strip = coded(cells, nodata)
        table = np.zeros(strip.size, dtype=np.uint16)
        for code, value in zip(strip.class_code.tolist(), strip.classes.tolist()):
            table[code] = self._position.setdefault(value, len(self._position)) + 1
        return table.take(strip.code, mode="wrap")
