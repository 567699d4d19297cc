"""Functional localities: settlements so near each other that they work as one place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from .errors import InputError

Geometries = NDArray[np.object_]
Integers = NDArray[np.int64]

BUFFER = 300.0
"""Ground about each member that belongs to the place [m]; our own choice."""


@dataclass(frozen=True)
class FunctionalLocalities:
    """Functional localities and what they are made of.

    Attributes
    ----------
    localities : GeoDataFrame
        By falling population, then code: ``loc_code``, ``loc_name``, ``loc_class``, ``pop``,
        ``members`` number of members, ``area_ha``, geometry.
    member : ndarray, shape (n,)
        Row of the locality that each member belongs to.
    """

    localities: gpd.GeoDataFrame
    member: Integers


def functional_localities(
    members: gpd.GeoDataFrame,
    *,
    ranks: Sequence[str],
    buffer: float = BUFFER,
    join: Sequence[tuple[str, str]] = (),
    apart: Sequence[tuple[str, str]] = (),
    earlier: Mapping[str, str] | None = None,
) -> FunctionalLocalities:
    """Unite settlements whose surroundings meet, such as a place that a river splits.

    Members are united from the smallest gap to the largest, up to twice the buffer. The place
    takes name, class and code from its leading member: the highest rank, then the most
    inhabitants, then the lowest code.

    Parameters
    ----------
    members : GeoDataFrame, n rows
        Localities, smaller settlements, holiday-home and facility areas as polygons [m], with
        ``code`` (each once), ``name``, ``kind``, ``population`` (missing counts as 0).
    ranks : sequence of str
        Kinds from the highest rank to the lowest.
    buffer : float
        Ground about each member that belongs to the place [m]; the default is our own choice.
    join : sequence of (code, code)
        Members to unite however far apart.
    apart : sequence of (code, code)
        Members never to unite; ground near both goes to the place that leads, but nobody's own.
    earlier : mapping of member code to locality code, optional
        An earlier result: a place keeps the code under which most of its inhabitants were then,
        each code once.

    Returns
    -------
    FunctionalLocalities
        The places as buffered outlines, and the place of each member.

    Raises
    ------
    InputError
        If a code is missing, there twice or unknown, a kind has no rank, a member has no
        geometry, the buffer is negative, or two members should be both joined and kept apart.

    Examples
    --------
    >>> members = gpd.GeoDataFrame(
    ...     {"code": ["a", "b"], "name": ["By", "Strand"], "kind": ["town", "town"],
    ...      "population": [900, 300]},
    ...     geometry=shapely.box([0, 400], 0, [100, 500], 100))
    >>> found = functional_localities(members, ranks=["town"])
    >>> found.localities["loc_name"].tolist(), found.member.tolist()
    (['By'], [0, 0])
    """
    _check(members, ranks, buffer)
    number = {code: row for row, code in enumerate(members["code"])}
    joined, parted = _rows(join, number), _rows(apart, number)
    shapes: Geometries = np.asarray(members.geometry.array, dtype=object)
    people = np.nan_to_num(members["population"].to_numpy(dtype=float))
    precedence = _precedence(members, ranks, people)
    group = _unite(shapes, 2 * buffer, joined, parted, members["code"].to_numpy())
    leaders, group = _lead(group, precedence)
    population = np.bincount(group, people, minlength=len(leaders))
    outlines = _outlines(shapes, group, buffer, parted)
    codes = _codes(members["code"].to_numpy(), group, leaders, people, earlier or {})
    table = gpd.GeoDataFrame(
        {
            "loc_code": codes,
            "loc_name": members["name"].to_numpy()[leaders],
            "loc_class": members["kind"].to_numpy()[leaders],
            "pop": population,
            "members": np.bincount(group, minlength=len(leaders)),
            "area_ha": shapely.area(outlines) / 10_000,
        },
        geometry=outlines,
    )
    order = np.lexsort((table["loc_code"].to_numpy(dtype=str), -population))
    return FunctionalLocalities(
        table.iloc[order].reset_index(drop=True), np.argsort(order)[group].astype(np.int64)
    )


class _Links(NamedTuple):
    """Pairs of members by rising gap."""

    one: Integers
    other: Integers


def _check(members: gpd.GeoDataFrame, ranks: Sequence[str], buffer: float) -> None:
    if not buffer >= 0:
        raise InputError("The buffer must be 0 m or more, not {buffer}.", buffer=buffer)
    code = members["code"]
    wrong = code[code.isna() | code.duplicated()]
    if len(wrong):
        raise InputError(
            "Every member needs a code of its own; '{code}' is missing or there twice.",
            code=wrong.iloc[0],
        )
    unranked = members["kind"][~members["kind"].isin(list(ranks))]
    if len(unranked):
        raise InputError(
            "The kind '{kind}' has no rank; the ranks are: {ranks}.",
            kind=unranked.iloc[0],
            ranks=", ".join(ranks),
        )
    empty = code[members.geometry.isna() | members.geometry.is_empty]
    if len(empty):
        raise InputError("The member '{code}' has no geometry.", code=empty.iloc[0])


def _rows(pairs: Sequence[tuple[str, str]], number: Mapping[str, int]) -> Integers:
    """Find the members that an exception names."""
    for pair in pairs:
        for code in pair:
            if code not in number:
                raise InputError(
                    "The exceptions name '{code}', which is no member; check the codes.", code=code
                )
    rows = [[number[one], number[other]] for one, other in pairs]
    return np.array(rows, dtype=np.int64).reshape(-1, 2)


def _precedence(
    members: gpd.GeoDataFrame, ranks: Sequence[str], people: NDArray[np.float64]
) -> Integers:
    """Rank the members, 0 for the one that leads all others."""
    rank = pd.Index(ranks).get_indexer(pd.Index(members["kind"]))
    order = np.lexsort((members["code"].to_numpy(dtype=str), -people, rank))
    return np.argsort(order)


def _unite(
    shapes: Geometries, gap: float, joined: Integers, parted: Integers, codes: NDArray[np.object_]
) -> Integers:
    """Group the members, nearest first, without uniting what must stay apart."""
    links = _links(shapes, gap, codes)
    group = np.arange(len(shapes))
    for one, other in joined:
        group[group == group[other]] = group[one]
    for one, other in parted:
        if group[one] == group[other]:
            raise InputError(
                "'{one}' and '{other}' are to be joined and kept apart at once; "
                "drop one of the exceptions.",
                one=codes[one],
                other=codes[other],
            )
    for one, other in zip(links.one, links.other):
        first, second = group[one], group[other]
        if first != second and not _forbidden(group[parted], first, second):
            group[group == second] = first
    return group


def _links(shapes: Geometries, gap: float, codes: NDArray[np.object_]) -> _Links:
    """Pair the members within the gap, by rising gap, then by codes."""
    one, other = shapely.STRtree(shapes).query(shapes, predicate="dwithin", distance=gap)
    place = np.argsort(np.argsort(codes.astype(str)))
    once = place[one] < place[other]
    one, other = one[once], other[once]
    distance = shapely.distance(shapes[one], shapes[other])
    order = np.lexsort((place[other], place[one], distance))
    return _Links(one[order], other[order])


def _forbidden(parted_groups: Integers, first: int, second: int) -> bool:
    return bool(
        ((parted_groups == (first, second)) | (parted_groups == (second, first))).all(axis=1).any()
    )


def _lead(group: Integers, precedence: Integers) -> tuple[Integers, Integers]:
    """Find the leading member of each group, and number the groups from the one that leads."""
    order = np.argsort(precedence)
    _, first = np.unique(group[order], return_index=True)
    leaders = order[np.sort(first)]
    number = np.empty(len(group), np.int64)
    number[group[leaders]] = np.arange(len(leaders))
    return leaders, number[group]


def _outlines(shapes: Geometries, group: Integers, buffer: float, parted: Integers) -> Geometries:
    """Unite the ground about the members, and part it where places must stay apart."""
    surroundings = shapely.buffer(shapes, buffer, quad_segs=16) if buffer > 0 else shapes
    count = group.max() + 1 if len(group) else 0
    outlines = np.empty(count, dtype=object)
    own = np.empty(count, dtype=object)
    for number in range(count):
        outlines[number] = shapely.union_all(surroundings[group == number])
        own[number] = shapely.union_all(shapes[group == number])
    for low, high in sorted({tuple(sorted(pair)) for pair in group[parted].tolist()}):
        # the place that leads keeps the common ground, but not what is the other's own
        outlines[low] = shapely.difference(outlines[low], own[high])
        outlines[high] = shapely.union(shapely.difference(outlines[high], outlines[low]), own[high])
    return outlines


def _codes(
    codes: NDArray[np.object_],
    group: Integers,
    leaders: Integers,
    people: NDArray[np.float64],
    earlier: Mapping[str, str],
) -> list[str]:
    """Keep earlier codes where most inhabitants had them; else take the leading member's."""
    shared: dict[tuple[int, str], float] = {}
    for number, code, inhabitants in zip(group.tolist(), codes, people):
        if code in earlier:
            key = number, earlier[code]
            shared[key] = shared.get(key, 0.0) + inhabitants
    result: dict[int, str] = {}
    taken: set[str] = set()
    for (number, code), _ in sorted(shared.items(), key=lambda item: (-item[1], *item[0])):
        if number not in result and code not in taken:
            result[number] = code
            taken.add(code)
    for number, leader in enumerate(leaders):
        if number not in result:
            code = f"F{codes[leader]}"
            while code in taken or code in earlier.values():
                code += "x"
            result[number] = code
            taken.add(code)
    return [result[number] for number in range(len(leaders))]
