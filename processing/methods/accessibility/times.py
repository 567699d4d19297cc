"""Travel times between places, from a table or a matrix."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from ..allocation import as_codes
from ..errors import InputError
from ..progress import Progress, silent

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

PAIRS = 1 << 20
"""Pairs of places that are worked on at a time."""


class Piece(NamedTuple):
    """Pairs of some origins: each pair's origin counted from the first of them."""

    block: slice
    origin: Ints
    destination: Ints
    minutes: Floats


@dataclass(frozen=True)
class TravelTimes:
    """Travel times of the pairs that are connected, sorted by origin and destination.

    Attributes
    ----------
    starts : ndarray of int, shape (n + 1,)
        Where the pairs of each origin begin.
    destination : ndarray of int, shape (pairs,)
        Destination of each pair.
    minutes : ndarray, shape (pairs,)
        Travel time of each pair [min].
    destinations : int
        Number of destinations.
    unknown : int
        Rows of the table left out because an end is not among the places.
    repeated : int
        Rows of the table whose pair had occurred before; the shortest time counts.
    """

    starts: Ints
    destination: Ints
    minutes: Floats
    destinations: int
    unknown: int = 0
    repeated: int = 0

    @property
    def origins(self) -> int:
        """Number of origins."""
        return len(self.starts) - 1

    @property
    def unconnected(self) -> Ints:
        """Origins that reach no destination at all: perhaps the table lacks them."""
        return np.flatnonzero(np.diff(self.starts) == 0)

    def pieces(self, progress: Progress = silent) -> Iterator[Piece]:
        """Cut the pairs into pieces of whole origins, telling the progress before each.

        Parameters
        ----------
        progress : callable
            Told the fraction done.

        Yields
        ------
        Piece
        """
        begin = 0
        while begin < self.origins:
            progress(begin / self.origins)
            last = int(np.searchsorted(self.starts, self.starts[begin] + PAIRS, side="right")) - 1
            end = max(last, begin + 1)
            pairs = slice(int(self.starts[begin]), int(self.starts[end]))
            counts = np.diff(self.starts[begin : end + 1])
            origin = np.repeat(np.arange(end - begin), counts)
            yield Piece(slice(begin, end), origin, self.destination[pairs], self.minutes[pairs])
            begin = end
        progress(1.0)


def times_from_table(
    table: pd.DataFrame, origins: ArrayLike, destinations: ArrayLike
) -> TravelTimes:
    """Read travel times from a table with one row per pair of places.

    Parameters
    ----------
    table : DataFrame
        Columns ``from``, ``to`` (codes) and ``minutes`` [min]; a missing time is no connection.
    origins, destinations : array_like, shape (n,) and (m,)
        Codes of the places, each once.

    Returns
    -------
    TravelTimes
        Of the origins and destinations in the order given, whatever the order of the rows.

    Raises
    ------
    InputError
        If a code occurs twice, a time is negative, or no row has both ends among the places.

    Examples
    --------
    >>> table = pd.DataFrame({"from": ["A", "A", "B"], "to": ["X", "Y", "Y"],
    ...                       "minutes": [10.0, 25.0, None]})
    >>> times = times_from_table(table, ["A", "B"], ["X", "Y"])
    >>> times.minutes.tolist(), times.unconnected.tolist()
    ([10.0, 25.0], [1])
    """
    origin = _positions(table["from"], origins)
    destination = _positions(table["to"], destinations)
    minutes = table["minutes"].to_numpy(dtype=float, na_value=np.nan)
    _refuse_negative(minutes)
    known = (origin >= 0) & (destination >= 0)
    if len(table) and not known.any():
        raise InputError(
            "No row of the travel time table has both ends among the places; check that the "
            "fields with the codes are the right ones."
        )
    count, other = len(np.asarray(origins)), len(np.asarray(destinations))
    used = known & np.isfinite(minutes)
    key, repeated, shortest = _shortest(origin[used] * other + destination[used], minutes[used])
    return TravelTimes(
        starts=np.searchsorted(key, np.arange(count + 1) * other),
        destination=key % max(other, 1),
        minutes=shortest,
        destinations=other,
        unknown=int((~known).sum()),
        repeated=repeated,
    )


def times_from_matrix(minutes: ArrayLike) -> TravelTimes:
    """Take travel times from a full matrix.

    Parameters
    ----------
    minutes : array_like, shape (n, m)
        Travel time from each origin to each destination [min]; NaN or infinite where there is no
        connection.

    Returns
    -------
    TravelTimes

    Raises
    ------
    InputError
        If a time is negative.

    Examples
    --------
    >>> times_from_matrix([[5, 9], [np.nan, 4]]).starts.tolist()
    [0, 2, 3]
    """
    matrix = np.atleast_2d(np.asarray(minutes, dtype=float))
    _refuse_negative(matrix)
    origin, destination = np.nonzero(np.isfinite(matrix))
    return TravelTimes(
        starts=np.searchsorted(origin, np.arange(len(matrix) + 1)),
        destination=destination,
        minutes=matrix[origin, destination],
        destinations=matrix.shape[1],
    )


def there_and_back(there: TravelTimes, back: TravelTimes) -> TravelTimes:
    """Keep the pairs that are connected both ways, with the longer of the two times.

    A place within 30 minutes is then one that takes at most 30 minutes to get to, and at most 30
    minutes to get home from, such as arriving by 08:00 and returning after 17:00.

    Parameters
    ----------
    there : TravelTimes
        From n origins to m destinations.
    back : TravelTimes
        From the m destinations to the n origins.

    Returns
    -------
    TravelTimes
        From the n origins to the m destinations.

    Raises
    ------
    InputError
        If the two are not between the same places.

    Examples
    --------
    >>> out, home = times_from_matrix([[10, 20]]), times_from_matrix([[15], [np.nan]])
    >>> there_and_back(out, home).minutes.tolist()
    [15.0]
    """
    if (there.origins, there.destinations) != (back.destinations, back.origins):
        raise InputError(
            "The times there and the times back must be between the same places, the origins of "
            "the one the destinations of the other."
        )
    count = there.destinations
    out = np.repeat(np.arange(there.origins), np.diff(there.starts)) * count + there.destination
    home = back.destination * count + np.repeat(np.arange(count), np.diff(back.starts))
    key, first, second = np.intersect1d(out, home, assume_unique=True, return_indices=True)
    return TravelTimes(
        starts=np.searchsorted(key, np.arange(there.origins + 1) * count),
        destination=key % max(count, 1),
        minutes=np.maximum(there.minutes[first], back.minutes[second]),
        destinations=count,
    )


def amounts(values: ArrayLike, count: int) -> Floats:
    """Check what the places hold: one number of 0 or more each, missing counting as 0.

    Parameters
    ----------
    values : array_like, shape (count,)
        Jobs, shops, inhabitants ...
    count : int
        Number of places.

    Returns
    -------
    ndarray, shape (count,)

    Raises
    ------
    InputError
        If there are not as many numbers as places, or one is negative or infinite.

    Examples
    --------
    >>> amounts([3, np.nan], 2)
    array([3., 0.])
    """
    given = np.asarray(values, dtype=float)
    if given.shape != (count,):
        raise InputError("Give one number for each of the {count} places.", count=count)
    held = np.where(np.isnan(given), 0.0, given)
    wrong = np.flatnonzero(~(np.isfinite(held) & (held >= 0)))
    if len(wrong):
        raise InputError(
            "What is reached, or who reaches it, must be counted in numbers of 0 or more; place "
            "number {place} has {value}.",
            place=int(wrong[0]) + 1,
            value=float(held[wrong[0]]),
        )
    return held


def _refuse_negative(minutes: Floats) -> None:
    if (minutes < 0).any():
        raise InputError(
            "A travel time cannot be negative, as {minutes} is; correct the travel time table.",
            minutes=float(minutes[minutes < 0][0]),
        )


def _positions(column: pd.Series, codes: ArrayLike) -> Ints:
    """Position of each row's code among the codes, -1 where it is not there."""
    known = pd.Index(as_codes(codes))
    if known.has_duplicates:
        raise InputError(
            "The code '{code}' belongs to more than one place; each needs its own.",
            code=known[known.duplicated()][0],
        )
    # each different code once: a table has many rows for one
    number, different = pd.factorize(column)
    position = np.r_[known.get_indexer(as_codes(different)), -1]
    return np.asarray(position[number], dtype=np.int64)


def _shortest(key: Ints, minutes: Floats) -> tuple[Ints, int, Floats]:
    """Each pair once, in order, with its shortest time; and the number of rows too many."""
    order = np.argsort(key, kind="stable")
    key, minutes = key[order], minutes[order]
    if not len(key):
        return key, 0, minutes
    first = np.flatnonzero(np.r_[True, key[1:] != key[:-1]])
    return key[first], len(key) - len(first), np.minimum.reduceat(minutes, first)
