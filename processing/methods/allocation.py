"""Population and other counts, given at points or in cells, summed in zones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import ArrayLike, NDArray
from scipy import sparse

from .errors import InputError
from .progress import Progress, blocks, part, silent
from .ratios import ratio

ZONES_AT_A_TIME = 64
PIECES_AT_A_TIME = 4096
POINT, POLYGON, MULTIPOINT, MULTIPOLYGON = 0, 3, 4, 6

Geometries = NDArray[np.object_]


@dataclass(frozen=True)
class Allocation:
    """Sums per zone, and what lay in none.

    Attributes
    ----------
    inside : DataFrame
        One row per zone in the zones' order, one column per summed field.
    outside : Series
        The part of each field's total that lies in no zone.
    """

    inside: pd.DataFrame
    outside: pd.Series


def counts_in_zones(
    zones: Geometries,
    counts: gpd.GeoDataFrame,
    columns: Sequence[str],
    *,
    progress: Progress = silent,
) -> Allocation:
    """Sum counts at points or in cells over the zones that hold them.

    Parameters
    ----------
    zones : ndarray of shapely polygons, shape (n,)
        They may overlap: each then gets what lies in it. An empty or missing zone gets 0.
    counts : GeoDataFrame, m rows
        Points or polygons (cells), not both. A multipoint counts at its centre.
    columns : sequence of str
        Number fields to sum; a missing number counts as 0.
    progress : callable
        Told the fraction done.

    Returns
    -------
    Allocation
        A point counts in each zone that has it in its interior; on borders only, in the first
        of those zones. A cell counts in each zone with the share of its area that lies there.

    Raises
    ------
    InputError
        If a field does not hold numbers, or the counts are neither all points nor all polygons.

    Notes
    -----
    Memory grows with the number of counts plus the number of pairs of zone and count.

    Examples
    --------
    >>> homes = gpd.GeoDataFrame({"persons": [2, 3, 4]},
    ...                          geometry=shapely.points([[1, 1], [2, 2], [9, 9]]))
    >>> counts_in_zones(shapely.box([0, 2], [0, 2], [2, 4], [2, 4]), homes, ["persons"]).inside
       persons
    0      5.0
    1      0.0
    """
    values = _numbers(counts, columns)
    shapes = np.asarray(counts.geometry.array, dtype=object)
    kinds = set(shapely.get_type_id(shapes[~shapely.is_missing(shapes)]))
    if kinds <= {POINT, MULTIPOINT}:
        pairs = _points_in_zones(zones, shapely.centroid(shapes), progress)
    elif kinds <= {POLYGON, MULTIPOLYGON}:
        pairs = _cells_in_zones(zones, shapes, progress)
    else:
        raise InputError("Counts must be points or polygons, one kind in a layer.")

    shares = sparse.csr_matrix(
        (pairs.share, (pairs.zone, pairs.row)), shape=(len(zones), len(values))
    )
    return Allocation(
        inside=pd.DataFrame(shares @ values, columns=list(columns)),
        outside=pd.Series((1 - pairs.covered) @ values, index=list(columns)),
    )


def counts_by_code(codes: ArrayLike, table_codes: ArrayLike, counts: pd.DataFrame) -> Allocation:
    """Sum the rows of a table over the zones whose code they bear.

    Parameters
    ----------
    codes : array_like, shape (n,)
        Code of each zone; NaN and None match nothing.
    table_codes : array_like, shape (m,)
        Code of each row of the table.
    counts : DataFrame, m rows
        Number fields to sum; a missing number counts as 0.

    Returns
    -------
    Allocation
        A zone that the table lacks has NaN, since nothing is known of it.

    Raises
    ------
    InputError
        If a field does not hold numbers, or no code of the table is a code of the zones.

    Examples
    --------
    >>> table = pd.DataFrame({"persons": [2, 3, 4]})
    >>> counts_by_code(["A", "B", "C"], ["A", "A", "B"], table).inside
       persons
    0      5.0
    1      4.0
    2      NaN
    """
    wanted, given = as_codes(codes), as_codes(table_codes)
    if len(given) and len(wanted) and not given.isin(wanted).any():
        raise InputError(
            "None of the table's codes (such as '{table}') is the code of a locality (such as "
            "'{locality}'). Choose the fields that hold the same codes; a code such as 0580 that "
            "has become 580 must be imported as text.",
            table=given.iloc[0],
            locality=wanted.iloc[0],
        )
    values = pd.DataFrame(_numbers(counts, list(counts.columns)), columns=counts.columns)
    matched = given.isin(wanted) & (given != "")
    sums = values[matched].groupby(given[matched].to_numpy()).sum()
    inside = sums.reindex(wanted.to_numpy()).reset_index(drop=True)
    return Allocation(inside=inside, outside=values[~matched].sum())


def as_codes(values: ArrayLike) -> pd.Series:
    """Codes as text without surrounding blanks: whole numbers without a decimal point.

    Parameters
    ----------
    values : array_like, shape (n,)
        Texts or numbers.

    Returns
    -------
    Series of str, n rows
        Empty where missing.

    Examples
    --------
    >>> list(as_codes([580.0, float("nan")])), list(as_codes([" 0580 ", None]))
    (['580', ''], ['0580', ''])
    """
    column = pd.Series(np.asarray(values, dtype=object)).infer_objects()
    whole = pd.api.types.is_float_dtype(column) and bool((column.dropna() % 1 == 0).all())
    texts = column.astype("Int64") if whole else column
    return texts.astype("string").str.strip().fillna("").astype(object)


class _Pairs(NamedTuple):
    """Which zone holds which share of which count, and the share of each count in any zone."""

    zone: NDArray[np.intp]
    row: NDArray[np.intp]
    share: NDArray[np.float64]
    covered: NDArray[np.float64]


def _numbers(counts: pd.DataFrame, columns: Sequence[str]) -> NDArray[np.float64]:
    for name in columns:
        if not pd.api.types.is_numeric_dtype(counts[name]):
            raise InputError(
                "The field '{field}' does not hold numbers; choose fields that do.", field=name
            )
    values: NDArray[np.float64] = counts[list(columns)].to_numpy(dtype=float)
    return np.nan_to_num(values)


def _points_in_zones(zones: Geometries, points: Geometries, progress: Progress) -> _Pairs:
    tree = shapely.STRtree(points)
    zone, point = _query(tree, zones, "contains_properly", part(progress, 0.0, 0.5))
    border_zone, border_point = _query(tree, zones, "covers", part(progress, 0.5, 1.0))
    in_interior = np.bincount(point, minlength=len(points)) > 0
    lone = ~in_interior[border_point]
    # Pairs come by zone, so the first of a point is in the first zone that touches it.
    border_point, first = np.unique(border_point[lone], return_index=True)
    zone = np.concatenate((zone, border_zone[lone][first]))
    point = np.concatenate((point, border_point))
    covered = np.bincount(point, minlength=len(points)) > 0
    return _Pairs(zone, point, np.ones(len(zone)), covered.astype(float))


def _cells_in_zones(zones: Geometries, cells: Geometries, progress: Progress) -> _Pairs:
    tree = shapely.STRtree(cells)
    zone, cell = _query(tree, zones, "intersects", part(progress, 0.0, 0.3))
    whole_zone, whole_cell = _query(tree, zones, "covers", part(progress, 0.3, 0.5))
    whole = np.isin(zone * len(cells) + cell, whole_zone * len(cells) + whole_cell)
    share = whole.astype(float)
    pieces = np.full(len(zone), None, dtype=object)
    cut = np.flatnonzero(~whole)
    for block in blocks(len(cut), PIECES_AT_A_TIME, part(progress, 0.5, 0.9)):
        rows = cut[block]
        pieces[rows] = shapely.intersection(zones[zone[rows]], cells[cell[rows]])
        share[rows] = _share(shapely.area(pieces[rows]), cells[cell[rows]])
    progress(0.9)
    return _Pairs(zone, cell, share, _covered(cells, cell, share, pieces))


def _query(
    tree: shapely.STRtree, zones: Geometries, predicate: str, progress: Progress
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Pairs of zone and count for which the predicate holds, by zone."""
    found = [np.empty((2, 0), dtype=np.intp)]
    for block in blocks(len(zones), ZONES_AT_A_TIME, progress):
        zone, count = tree.query(zones[block], predicate=predicate)
        order = np.lexsort((count, zone))
        found.append(np.stack((zone[order] + block.start, count[order])))
    zone, count = np.concatenate(found, axis=1)
    return zone, count


def _share(area: NDArray[np.float64], cells: Geometries) -> NDArray[np.float64]:
    return np.nan_to_num(ratio(area, shapely.area(cells), smallest_base=0))


def _covered(
    cells: Geometries, cell: NDArray[np.intp], share: NDArray[np.float64], pieces: Geometries
) -> NDArray[np.float64]:
    """Share of each cell in any zone; pieces of zones that overlap are united first."""
    covered = np.zeros(len(cells))
    np.maximum.at(covered, cell, share)
    some = share > 0
    several = np.bincount(cell[some], minlength=len(cells)) > 1
    rows = np.flatnonzero(some & several[cell] & (covered[cell] < 1))
    rows = rows[np.argsort(cell[rows], kind="stable")]
    united, group = np.unique(cell[rows], return_inverse=True)
    groups = shapely.geometrycollections(pieces[rows], indices=group)
    covered[united] = _share(
        shapely.area(shapely.union_all(groups[:, None], axis=1)), cells[united]
    )
    return covered
