"""Patches of every class in one pass over runs of equal cells.

Only the runs of one strip of rows are held at a time: the pieces of patches found in a strip
are joined over the row that consecutive strips share.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from .canvas import Canvas
from .runs import Contacts, Runs, corners, runs_of, sides

Array = NDArray[Any]
Integers = NDArray[np.int64]


class Patches(NamedTuple):
    """Connected cells of one class within one zone; arrays of whole numbers."""

    zone: Array
    number: Array  # of the class, from 1
    cells: Array
    beside: Array  # cell sides to the left and right, including those on the border
    above: Array  # cell sides above and below, including those on the border


class Neighbours(NamedTuple):
    """How often cells of two classes share a side within a zone, each side counted once."""

    zone: Integers
    first: Integers  # number of the class to the left or above
    second: Integers
    beside: Integers  # shared sides between left and right neighbours
    above: Integers  # shared sides between upper and lower neighbours


def find_patches(canvases: Iterable[Canvas], *, corners_join: bool) -> tuple[Patches, Neighbours]:
    """Find the patches of all zones and classes.

    Parameters
    ----------
    canvases : iterable of Canvas
        Strips of rows from the top, consecutive ones sharing a row.
    corners_join : bool
        Whether cells that touch at a corner belong to one patch (eight neighbours) or not (four).

    Returns
    -------
    Patches
    Neighbours
    """
    found: list[Patches] = []
    counted: list[Neighbours] = []
    joins: list[tuple[Integers, Integers]] = []
    bottom = np.zeros(0, dtype=np.int64)
    known = 0
    for place, canvas in enumerate(canvases):
        strip = _strip_of(canvas, again=place > 0)
        links = _links(strip, corners_join)
        piece, pieces = _numbered(strip, links)
        found.append(_measured(strip, links, piece, pieces))
        counted.append(_neighbours(strip))
        joins.append((bottom, piece[: strip.fresh][strip.inside[: strip.fresh]] + known))
        lowest = np.searchsorted(strip.runs.start, strip.begins.size - strip.begins.shape[1])
        bottom = piece[lowest:][strip.inside[lowest:]] + known
        known += pieces
    return _joined(found, joins, known), _summed(counted)


class _Strip(NamedTuple):
    runs: Runs
    begins: NDArray[np.bool_]
    contacts: Contacts
    zones: Integers
    zone: Integers  # (runs,) position in ``zones``
    inside: NDArray[np.bool_]  # (runs,)
    fresh: int  # runs before this one belong to the strip before


def _strip_of(canvas: Canvas, *, again: bool) -> _Strip:
    runs, begins = runs_of(canvas.number)
    return _Strip(
        runs=runs,
        begins=begins,
        contacts=sides(runs, begins),
        zones=canvas.zones,
        zone=canvas.zone[runs.start % begins.shape[1]],
        inside=runs.number > 0,
        fresh=runs.first_row if again else 0,
    )


def _links(strip: _Strip, corners_join: bool) -> Contacts:
    """Contacts between runs of the same class and zone."""
    number, contacts = strip.runs.number, strip.contacts
    above = number[contacts.upper]
    same = np.flatnonzero((above == number[contacts.lower]) & (above > 0))
    links = Contacts(*(values[same] for values in contacts))
    if not corners_join:
        return links
    extra = corners(contacts, strip.runs, strip.begins)
    return Contacts(*(np.concatenate(pair) for pair in zip(links, extra)))


def _numbered(strip: _Strip, links: Contacts) -> tuple[Integers, int]:
    """Piece of each run, and the number of pieces; runs outside the zones are in none (-1)."""
    label, labels = _label(links.upper, links.lower, len(strip.inside))
    inside = np.zeros(labels, dtype=bool)
    inside[label[strip.inside]] = True
    piece = np.where(inside, np.cumsum(inside) - 1, -1)
    return piece[label], int(np.count_nonzero(inside))


def _label(upper: Integers, lower: Integers, count: int) -> tuple[Integers, int]:
    """Connect runs to pieces, most of them by following one link upwards."""
    top = np.arange(count)
    top[lower] = upper
    while True:
        higher = top[top]
        if np.array_equal(higher, top):
            break
        top = higher
    roots = np.flatnonzero(top == np.arange(count))
    root = np.zeros(count, dtype=np.int64)
    root[roots] = np.arange(len(roots))
    root = root[top]
    apart = root[upper] != root[lower]
    pieces, label = _components(root[upper[apart]], root[lower[apart]], len(roots))
    return label[root], pieces


def _components(first: Integers, second: Integers, count: int) -> tuple[int, Integers]:
    links = sparse.coo_matrix(
        (np.ones(len(first), dtype=np.int8), (first, second)), shape=(count, count)
    )
    pieces, label = sparse.csgraph.connected_components(links, directed=False)
    return int(pieces), label.astype(np.int64)


def _measured(strip: _Strip, links: Contacts, piece: Integers, pieces: int) -> Patches:
    """Cells and sides of each piece, without the row that the strip before counted."""
    runs, inside = strip.runs, np.flatnonzero(strip.inside)
    zone, number = np.zeros(pieces, dtype=np.int32), np.zeros(pieces, dtype=np.int32)
    zone[piece[inside]] = strip.zones[strip.zone[inside]]
    number[piece[inside]] = runs.number[inside]
    own = inside[np.searchsorted(inside, strip.fresh) :]
    cells = np.bincount(piece[own], runs.length[own], minlength=pieces)
    shared = np.bincount(piece[links.upper], links.shared, minlength=pieces)
    return Patches(
        zone=zone,
        number=number,
        cells=cells.astype(np.int32),
        beside=(2 * np.bincount(piece[own], minlength=pieces)).astype(np.int32),
        above=(2 * (cells - shared)).astype(np.int32),
    )


def _neighbours(strip: _Strip) -> Neighbours:
    """Count shared sides between and within the classes of each zone in a strip."""
    runs, contacts, fresh = strip.runs, strip.contacts, strip.fresh
    base = int(runs.number.max(initial=0)) + 1
    size = len(strip.zones) * base * base
    pair = (strip.zone * base + runs.number) * base
    upright = pair[contacts.upper] + runs.number[contacts.lower]
    above = np.bincount(upright, contacts.shared, minlength=size).astype(np.int64)
    left = np.arange(fresh, len(runs.start) - 1)
    left = left[runs.start[left + 1] % strip.begins.shape[1] != 0]
    beside = np.bincount(pair[left] + runs.number[left + 1], minlength=size)
    within = (pair + runs.number)[fresh:]
    beside += np.bincount(within, runs.length[fresh:] - 1, minlength=size).astype(np.int64)
    key = np.flatnonzero(above + beside)
    first, second = key // base % base, key % base
    key = key[(first > 0) & (second > 0)]
    zone = strip.zones[key // base**2]
    return Neighbours(zone, key // base % base, key % base, beside[key], above[key])


def _joined(found: list[Patches], joins: list[tuple[Integers, Integers]], known: int) -> Patches:
    """Patches from pieces: those that share a run of the row between two strips are one."""
    upper, lower = (np.concatenate([pair[side] for pair in joins]) for side in (0, 1))
    patches, label = _components(upper, lower, known)
    pieces = Patches(*(np.concatenate(values) for values in zip(*found)))
    zone, number = np.zeros(patches, dtype=np.int64), np.zeros(patches, dtype=np.int64)
    zone[label], number[label] = pieces.zone, pieces.number
    cells, beside, above = (
        np.bincount(label, values, minlength=patches).astype(np.int64) for values in pieces[2:]
    )
    return Patches(zone, number, cells, beside, above)


def _summed(counted: list[Neighbours]) -> Neighbours:
    """Neighbours of all strips, each zone and pair of classes once."""
    whole = Neighbours(*(np.concatenate(values) for values in zip(*counted)))
    base = int(whole.first.max(initial=0)) + int(whole.second.max(initial=0)) + 1
    key, place = np.unique(
        (whole.zone * base + whole.first) * base + whole.second, return_inverse=True
    )
    beside, above = (
        np.bincount(place, values, minlength=len(key)).astype(np.int64) for values in whole[3:]
    )
    return Neighbours(key // base**2, key // base % base, key % base, beside, above)
