"""Runs of equal cells along the rows of a canvas, and where they touch."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Integers = NDArray[np.int64]


class Runs(NamedTuple):
    """Runs of equal cells, row by row; those outside the zones have class number 0."""

    start: Integers  # place of the first cell in the canvas, counted along the rows
    length: Integers
    number: Integers  # of the class
    first_row: int  # runs in the first row


class Contacts(NamedTuple):
    """Pairs of runs in rows one above the other that share cell sides, or only a corner."""

    upper: Integers
    lower: Integers
    shared: Integers  # cell sides; 0 for corners


def runs_of(number: Array) -> tuple[Runs, NDArray[np.bool_]]:
    """Cut the rows of a canvas where the class changes.

    Parameters
    ----------
    number : ndarray of int, shape (rows, columns)
        Number of the class of each cell, 0 outside.

    Returns
    -------
    Runs
    begins : ndarray of bool, shape (rows, columns)
        Whether a run begins at the cell.
    """
    begins = np.ones(number.shape, dtype=bool)
    np.not_equal(number[:, 1:], number[:, :-1], out=begins[:, 1:])
    start = np.flatnonzero(begins)
    return (
        Runs(
            start=start,
            length=np.diff(start, append=number.size),
            number=number.ravel()[start].astype(np.int64),
            first_row=int(np.count_nonzero(begins[0])),
        ),
        begins,
    )


def sides(runs: Runs, begins: NDArray[np.bool_]) -> Contacts:
    """Pairs of runs that lie on top of each other, with the number of shared cell sides.

    Parameters
    ----------
    runs, begins
        From `runs_of`.

    Returns
    -------
    Contacts
        All pairs, of equal and of different classes, from left to right and top to bottom.
    """
    rows, columns = begins.shape
    upper_begins, lower_begins = begins[:-1].ravel(), begins[1:].ravel()
    place = np.flatnonzero(upper_begins | lower_begins)
    return Contacts(
        upper=np.cumsum(upper_begins[place], dtype=np.int64) - 1,
        lower=np.cumsum(lower_begins[place], dtype=np.int64) - 1 + runs.first_row,
        shared=np.diff(place, append=(rows - 1) * columns),
    )


def corners(contacts: Contacts, runs: Runs, begins: NDArray[np.bool_]) -> Contacts:
    """Pairs of runs of the same class that touch at a corner only.

    Parameters
    ----------
    contacts : Contacts
        From `sides`.
    runs, begins
        From `runs_of`.

    Returns
    -------
    Contacts
    """
    # a corner lies where both rows change class; at a row's first cell there is no left neighbour
    columns = begins.shape[1]
    both = (contacts.upper[1:] != contacts.upper[:-1]) & (contacts.lower[1:] != contacts.lower[:-1])
    right = np.flatnonzero(both) + 1
    right = right[runs.start[contacts.upper[right]] % columns != 0]
    upper = np.concatenate([contacts.upper[right - 1], contacts.upper[right]])
    lower = np.concatenate([contacts.lower[right], contacts.lower[right - 1]])
    number = runs.number[upper]
    same = np.flatnonzero((number == runs.number[lower]) & (number > 0))
    return Contacts(upper[same], lower[same], np.zeros(len(same), dtype=np.int64))
