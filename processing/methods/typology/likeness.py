"""From a layer's fields to pairs of places that are alike but different."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from ..errors import InputError
from ..progress import Progress, silent
from .pairs import most_like, ranked_pairs, telling
from .scaling import Field, numbers, standardised, usable

Values = NDArray[np.float64]


@dataclass(frozen=True)
class Likeness:
    """Pairs of rows and what sets them apart.

    Attributes
    ----------
    pairs : DataFrame
        ``a`` and ``b`` row numbers of the frame, ``d_struct``, ``d_funct``, ``index``, see
        :func:`.pairs.ranked_pairs`.
    telling : list of list of str
        The fields of function that set each pair most apart, or bring it most together.
    alike : bool
        Whether they bring it together.
    names : tuple of str
        The fields, structural ones first.
    structural : int
        How many of them are structural.
    raw : ndarray, shape (n, fields)
        The values as they stand.
    standard : ndarray, shape (n, fields)
        Standardised values; NaN for rows that were not compared.
    dropped : ndarray of int
        Rows that were not compared for want of values.
    """

    pairs: pd.DataFrame
    telling: list[list[str]]
    alike: bool
    names: tuple[str, ...]
    structural: int
    raw: Values
    standard: Values
    dropped: NDArray[np.intp]

    def values(self) -> pd.DataFrame:
        """List each pair's values: ``pair``, ``field``, ``value_a``, ``value_b``, ``std_apart``."""
        first, second = self.pairs["a"].to_numpy(), self.pairs["b"].to_numpy()
        count = len(self.names)
        return pd.DataFrame(
            {
                "pair": np.repeat(np.arange(1, len(first) + 1), count),
                "field": list(self.names) * len(first),
                "value_a": self.raw[first].ravel(),
                "value_b": self.raw[second].ravel(),
                "std_apart": (self.standard[second] - self.standard[first]).ravel(),
            }
        )


def likeness(
    frame: pd.DataFrame,
    structure: Sequence[Field],
    function: Sequence[Field],
    *,
    mode: str = "alike_but_different",
    one: int | None = None,
    share: float = 0.2,
    limit: int = 50,
    each: int = 2,
    scaling: str = "z",
    missing: str = "drop",
    progress: Progress = silent,
) -> Likeness:
    """Find places that look alike and work differently, the reverse, or the most alike.

    Parameters
    ----------
    frame : DataFrame, n rows
    structure, function : sequence of Field
        What places look like, and what they do.
    mode : {"alike_but_different", "different_but_alike", "most_like"}
        The last ranks all places by likeness to the row ``one``.
    one : int, optional
        Row that every pair is to hold.
    share : float
        Part of all pairs that counts as alike (or different) in structure, 0 to 1.
    limit : int
        Pairs to list at most.
    each : int
        Pairs with one place at most, where ``one`` is not given.
    scaling : {"z", "robust", "minmax"}
        See :func:`.scaling.standardised`.
    missing : {"drop", "median"}
        See :func:`.scaling.usable`.
    progress : callable
        Told the fraction done.

    Returns
    -------
    Likeness
        The same pairs in any order of the rows, but for exact ties.

    Raises
    ------
    InputError
        If a group of fields is empty, a field cannot be used, the row ``one`` has no values, or
        there are too few places or too many.

    Examples
    --------
    >>> towns = pd.DataFrame({"pop": [10, 11, 90, 50], "jobs": [5, 80, 70, 6]})
    >>> likeness(towns, [Field("pop")], [Field("jobs")], limit=1).pairs[["a", "b"]].values.tolist()
    [[0, 1]]
    """
    if not structure or not function:
        raise InputError(
            "Choose at least one field for what localities look like and one for what they do."
        )
    fields = [*structure, *function]
    names = [field.name for field in fields]
    raw = numbers(frame, fields)
    kept = usable(raw, fields, missing=missing)
    if not len(kept.rows):
        raise InputError(
            "No locality has a value in every chosen field; choose fewer fields, or let the "
            "median stand in for missing values."
        )
    values = standardised(kept.values, names, scaling=scaling)
    looks, works = values[:, : len(structure)], values[:, len(structure) :]
    row = _position(kept.rows, one)
    if mode == "most_like":
        if row is None:
            raise InputError("Say which locality the others are to be compared with.")
        found = most_like(looks, works, row, limit=limit)
    else:
        reverse = mode == "different_but_alike"
        found = ranked_pairs(
            looks,
            works,
            reverse=reverse,
            quantile=share,
            limit=limit,
            each=each,
            one=row,
            progress=progress,
        )
    alike = mode != "alike_but_different"
    told = telling(found, works, names[len(structure) :], alike=alike)
    standard = np.full(raw.shape, np.nan)
    standard[kept.rows] = values * [field.direction for field in fields]
    found[["a", "b"]] = kept.rows[found[["a", "b"]].to_numpy()]
    return Likeness(
        pairs=found,
        telling=told,
        alike=alike,
        names=tuple(names),
        structural=len(structure),
        raw=raw,
        standard=standard,
        dropped=np.setdiff1d(np.arange(len(frame)), kept.rows),
    )


def row_of(names: ArrayLike, codes: ArrayLike, wanted: str) -> int:
    """Find the row with a name or code.

    Parameters
    ----------
    names, codes : array_like of str, shape (n,)
    wanted : str
        Upper and lower case are alike.

    Returns
    -------
    int

    Raises
    ------
    InputError
        If there is none, or several of one name.

    Examples
    --------
    >>> row_of(["Kisa", "Horn"], ["1", "2"], "horn")
    1
    """
    for column in (codes, names):
        texts = [str(each).casefold() for each in np.asarray(column, dtype=object)]
        rows = [row for row, text in enumerate(texts) if text == wanted.casefold()]
        if len(rows) > 1:
            raise InputError(
                "{count} localities are called '{name}'; give the code instead.",
                count=len(rows),
                name=wanted,
            )
        if rows:
            return rows[0]
    raise InputError(
        "There is no locality with the name or code '{name}'; check the spelling.", name=wanted
    )


def _position(rows: NDArray[np.intp], one: int | None) -> int | None:
    if one is None:
        return None
    found = np.flatnonzero(rows == one)
    if not len(found):
        raise InputError(
            "The chosen locality lacks a value in one of the fields; choose fewer fields, or let "
            "the median stand in for missing values."
        )
    return int(found[0])
