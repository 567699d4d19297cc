"""Class tables: what the values of a land-cover raster mean.

The tables themselves are data. Groups, and which classes count as built-up or green, are our own
choice; the sources give names and colours.

References
----------
.. [1] Naturvårdsverket. *Nationella marktäckedata* 2018 and 2023, product descriptions.
.. [2] Kosztra, B., Büttner, G., Hazeu, G., Arnold, S. (2019). *Updated CLC illustrated nomenclature
   guidelines*. European Environment Agency.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..errors import InputError
from .zonal import ClassCells

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]

NO_DATA = "nodata"
UNKNOWN = "unknown"
HECTARE = 10_000.0


@dataclass(frozen=True)
class ClassTable:
    """Meaning of the classes of a raster; made by `class_table`.

    Parameters
    ----------
    codes : ndarray of int, shape (k,)
        Values.
    grid_codes : ndarray of int, shape (k,)
        Values in rasters that number the classes instead; equal to ``codes`` where the source has
        no such numbers.
    names, groups : ndarray of str, shape (k,)
        Name and group of each class; the group "nodata" is no land cover.
    built_up, green : ndarray of bool, shape (k,)
        Whether the class is built-up land, and whether it is green.
    """

    codes: Integers
    grid_codes: Integers
    names: NDArray[Any]
    groups: NDArray[Any]
    built_up: Flags
    green: Flags

    def known_groups(self) -> list[str]:
        """Give the groups in the table's order, without the one for no data."""
        return [group for group in dict.fromkeys(self.groups.tolist()) if group != NO_DATA]


@dataclass(frozen=True)
class LandCover:
    """Land cover of polygons in hectares; made by `land_cover`.

    Parameters
    ----------
    table : ClassTable
        The classes that occur, ascending by code; a value that the table does not know is a class
        of the group "unknown".
    hectares : ndarray, shape (n, k)
        Area of each class in each polygon [ha].
    unclassified : ndarray, shape (n,)
        Area without data within the raster [ha].
    groups : list of str
        All groups of the whole class table, for comparisons.
    """

    table: ClassTable
    hectares: Floats
    unclassified: Floats
    groups: list[str]


def class_table(frame: pd.DataFrame, *, name: str = "name_en") -> ClassTable:
    """Check a class table and give it the form that the land-cover methods take.

    Parameters
    ----------
    frame : DataFrame
        Columns ``code`` (whole numbers, each once) and ``group``; optionally the names, the flags
        ``built_up`` and ``green`` (1 or 0) and ``grid_code``.
    name : str
        Column with the names; the code is the name where it is missing.

    Returns
    -------
    ClassTable

    Raises
    ------
    InputError
        If a column is missing, or a code is repeated or no whole number.

    Examples
    --------
    >>> table = class_table(pd.DataFrame({"code": [3, 61], "group": ["farmland", "water"]}))
    >>> table.names.tolist(), table.built_up.tolist()
    (['3', '61'], [False, False])
    """
    for column in ("code", "group"):
        if column not in frame:
            raise InputError("The class table has no column '{column}'. Add it.", column=column)
    codes = _whole(frame["code"], "code")
    names = frame[name] if name in frame else pd.Series(codes.astype(str), index=frame.index)
    return ClassTable(
        codes=codes,
        grid_codes=_whole(frame["grid_code"], "grid_code") if "grid_code" in frame else codes,
        names=names.astype(str).to_numpy(dtype=object),
        groups=frame["group"].astype(str).to_numpy(dtype=object),
        built_up=_flag(frame, "built_up"),
        green=_flag(frame, "green"),
    )


def land_cover(found: ClassCells, table: ClassTable) -> LandCover:
    """Give the values counted in polygons their meaning, in hectares.

    Values are taken for grid codes (CORINE's 1 to 44) if none of them is a code of the table.

    Parameters
    ----------
    found : ClassCells
        From `count_classes` or `measure_classes`.
    table : ClassTable
        Meaning of the values.

    Returns
    -------
    LandCover
        Nothing is lost: values of the group "nodata" add to the unclassified area, values that the
        table does not know form the group "unknown".

    Examples
    --------
    >>> import shapely
    >>> from .rasters import raster_of
    >>> from .zonal import count_classes
    >>> raster = raster_of([[3, 0], [3, 9]], transform=(100, 0, 0, 0, -100, 200))
    >>> table = class_table(pd.DataFrame({"code": [0, 3], "group": ["nodata", "farmland"]}))
    >>> cover = land_cover(count_classes([shapely.box(0, 0, 200, 200)], raster), table)
    >>> cover.table.groups.tolist(), cover.hectares.tolist(), cover.unclassified.tolist()
    (['farmland', 'unknown'], [[2.0, 1.0]], [1.0])
    """
    classes = meaning(found.classes, table)
    order = np.argsort(classes.codes, kind="stable")
    known = order[classes.groups[order] != NO_DATA]
    hectares = found.cells * (found.cell_area / HECTARE)
    no_data = hectares[:, classes.groups == NO_DATA].sum(axis=1)
    return LandCover(
        table=_chosen(classes, known),
        hectares=hectares[:, known],
        unclassified=found.unclassified * (found.cell_area / HECTARE) + no_data,
        groups=table.known_groups(),
    )


def meaning(values: Integers, table: ClassTable) -> ClassTable:
    """Rows of a class table for the values of a raster.

    Parameters
    ----------
    values : ndarray of int, shape (k,)
        Values of one raster, all of them codes or all of them grid codes.
    table : ClassTable
        Meaning of the values.

    Returns
    -------
    ClassTable
        A row for each value; what the table does not know has the value as its code and name, and
        the group "unknown".

    Examples
    --------
    >>> table = class_table(
    ...     pd.DataFrame({"code": [111, 523], "grid_code": [1, 44], "group": ["built", "water"]})
    ... )
    >>> meaning(np.array([44, 1]), table).codes.tolist()
    [523, 111]
    >>> meaning(np.array([523, 7]), table).groups.tolist()
    ['water', 'unknown']
    """
    by_code = bool(np.isin(values, table.codes).any())
    place = pd.Index(table.codes if by_code else table.grid_codes).get_indexer(pd.Index(values))
    unknown = place < 0
    blank = ClassTable(
        *(np.append(column, np.zeros(1, column.dtype)) for column in _columns(table))
    )
    rows = _chosen(blank, place)  # the blank last row stands for what is unknown
    return ClassTable(
        codes=np.where(unknown, values, rows.codes),
        grid_codes=np.where(unknown, values, rows.grid_codes),
        names=np.where(unknown, values.astype(str), rows.names),
        groups=np.where(unknown, UNKNOWN, rows.groups),
        built_up=rows.built_up,
        green=rows.green,
    )


def _chosen(table: ClassTable, rows: Integers) -> ClassTable:
    return ClassTable(*(column[rows] for column in _columns(table)))


def _columns(table: ClassTable) -> list[NDArray[Any]]:
    return [getattr(table, field.name) for field in fields(table)]


def _whole(column: pd.Series, name: str) -> Integers:
    numbers = pd.to_numeric(column, errors="coerce").to_numpy(dtype=np.float64)
    wrong = np.flatnonzero(~(np.floor(numbers) == numbers))
    if len(wrong):
        raise InputError(
            "Row {row} of the class table has '{value}' as '{column}', which is no whole number.",
            row=int(wrong[0]) + 1,
            value=column.iloc[wrong[0]],
            column=name,
        )
    codes = numbers.astype(np.int64)
    again = np.flatnonzero(pd.Series(codes).duplicated().to_numpy())
    if len(again):
        raise InputError(
            "The class table has {value} twice as '{column}'. Give each class once.",
            value=int(codes[again[0]]),
            column=name,
        )
    return codes


def _flag(frame: pd.DataFrame, name: str) -> Flags:
    if name not in frame:
        return np.zeros(len(frame), dtype=bool)
    flag: Flags = pd.to_numeric(frame[name], errors="coerce").fillna(0).to_numpy() != 0
    return flag
