"""How often something leaves: counts, intervals and gaps within a time window.

References
----------
.. [1] PTV Visum, user manual, "Headway calculation": from the mean wait time according to the
   timetable. https://cgi.ptvgroup.com/vision-help
.. [2] OeVGK18 generator, ``stop_interval_calculator``. MIT licence.
   https://github.com/public-transport-quality-grades/oevgk18-generator
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..errors import InputError

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

HOUR = 3600
SPAN = 512 * HOUR
"""Seconds kept for each group's service day; a whole number of hours, far beyond any timetable."""

RULES = ("wait", "oevgk18")


class Measures(NamedTuple):
    """Service of each group within a window; times and gaps in seconds, NaN without departures.

    ``departures``: count. ``first``, ``last``: seconds past midnight. ``shortest_gap``,
    ``longest_gap``, ``mean_gap``: between one departure and the next, NaN below two.
    ``longest_wait``: the longest gap, the ends of the window counted too. ``squared_interval``:
    see `measure`. ``hours_served``: share of the window's hours with a departure, 0 to 1.
    """

    departures: Ints
    first: Floats
    last: Floats
    shortest_gap: Floats
    mean_gap: Floats
    longest_gap: Floats
    longest_wait: Floats
    squared_interval: Floats
    hours_served: Floats


@dataclass(frozen=True)
class Departures:
    """Departures of many groups (stops, lines, ...), each in the order of time.

    Parameters
    ----------
    key : ndarray of int64, shape (n,)
        Group times `SPAN` plus seconds past midnight, ascending.
    groups : int
        Number of groups.
    """

    key: Ints
    groups: int

    def from_(self, moment: int) -> Ints:
        """Place of each group's first departure at or after a moment."""
        group = np.arange(self.groups, dtype=np.int64)
        return np.searchsorted(self.key, group * SPAN + moment)

    def count(self, window: tuple[int, int]) -> Ints:
        """Departures of each group in a window, its end left out."""
        return self.from_(window[1]) - self.from_(window[0])


def departures_of(group: ArrayLike, time: ArrayLike, *, groups: int) -> Departures:
    """Sort departures by group and time.

    Parameters
    ----------
    group : array_like of int, shape (n,)
        Group of each departure, from 0.
    time : array_like of int, shape (n,)
        Seconds past midnight.
    groups : int
        Number of groups; some may have no departure.

    Returns
    -------
    Departures
        The same, sorted.

    Examples
    --------
    >>> departures_of([1, 0, 1], [60, 30, 0], groups=3).count((0, 60)).tolist()
    [1, 1, 0]
    """
    key = np.asarray(group, dtype=np.int64) * SPAN + np.asarray(time, dtype=np.int64)
    return Departures(np.sort(key), groups)


def measure(departures: Departures, window: tuple[int, int], *, squared: str = "wait") -> Measures:
    r"""Measure the service of each group within a time window.

    The squared-gap interval weighs each gap by the chance to fall into it. It is twice the mean
    time that somebody waits who comes at random within the window [1]_:

    .. math:: \frac{1}{b - a} \left( (t_1 - a)^2 + \sum_{i=1}^{n-1} (t_{i+1} - t_i)^2
              + (t_{n+1} - t_n)^2 - (t_{n+1} - b)^2 \right)

    where :math:`t_{n+1}` is the first departure after the window, or the first of the window
    once more one window later if that is earlier.

    Parameters
    ----------
    departures : Departures
        As from `departures_of`.
    window : tuple of int
        Beginning *a* and end *b* [s past midnight]; the end does not belong to it.
    squared : str
        ``wait``: as above. ``oevgk18``: as published by that program [2]_, which leaves out the
        gap between the first two departures and a departure at *b* exactly.

    Returns
    -------
    Measures
        One value for each group.

    Raises
    ------
    InputError
        If the window ends before it begins.

    Examples
    --------
    Every 40 minutes, seen through one hour:

    >>> board = departures_of([0, 0], [6 * 3600 + 35 * 60, 7 * 3600 + 15 * 60], groups=1)
    >>> measure(board, (6 * 3600, 7 * 3600)).squared_interval.tolist()
    [2600.0]
    """
    begin, end = window
    if not 0 <= begin < end < SPAN:
        raise InputError(
            "The time window from {begin} to {end} seconds must begin at midnight or later and "
            "end after it begins.",
            begin=begin,
            end=end,
        )
    low, high = departures.from_(begin), departures.from_(end)
    count = high - low
    some, several = count > 0, count > 1
    moment = np.append(departures.key % SPAN, 0)
    first = np.where(some, moment[np.minimum(low, len(moment) - 1)], np.nan)
    last = np.where(some, moment[high - 1], np.nan)
    gap = _gaps(departures.key)
    longest = np.where(several, _over(np.maximum, gap, low, high - 1), np.nan)
    wait = np.fmax(np.fmax(first - begin, end - last), longest)
    squares = np.concatenate([[0], np.cumsum(gap * gap)])
    inner = np.where(several, squares[high - 1] - squares[low], 0)
    after = end
    if squared == "oevgk18":
        inner = inner - np.where(several, gap[np.minimum(low, len(gap) - 1)] ** 2, 0)
        after = end + 1
    following = np.fmin(_next(departures, after), first + (end - begin))
    outer = (first - begin) ** 2 + (following - last) ** 2 - (following - end) ** 2
    return Measures(
        count,
        first,
        last,
        np.where(several, _over(np.minimum, gap, low, high - 1), np.nan),
        np.where(several, (last - first) / np.maximum(count - 1, 1), np.nan),
        longest,
        wait,
        (outer + inner) / (end - begin),
        _hours_served(departures.key, low, high, window),
    )


def plain_interval(departures: ArrayLike, window: tuple[int, int]) -> Floats:
    """Length of a window over the number of departures in it.

    Parameters
    ----------
    departures : array_like, shape (n,)
        Counts, also means over several days.
    window : tuple of int
        Beginning and end [s].

    Returns
    -------
    ndarray, shape (n,)
        Seconds; NaN without departures.

    Examples
    --------
    >>> plain_interval([14, 0], (6 * 3600, 20 * 3600)).tolist()
    [3600.0, nan]
    """
    count = np.asarray(departures, dtype=np.float64)
    result = np.full(count.shape, np.nan)
    np.divide(window[1] - window[0], count, out=result, where=count > 0)
    return result


def _gaps(key: Ints) -> Ints:
    """Seconds from each departure to the next of its group; 0 at the group's last, and one more."""
    gap = np.zeros(len(key) + 1, dtype=np.int64)
    gap[: max(len(key) - 1, 0)] = np.diff(key)
    gap[: max(len(key) - 1, 0)][np.diff(key // SPAN) > 0] = 0
    return gap


def _over(reduce: Any, gap: Ints, low: Ints, high: Ints) -> Ints:
    """Reduce ``gap[low:high]`` of each group; without meaning where that is empty."""
    ends = np.minimum(np.column_stack([low, np.maximum(high, low)]), len(gap) - 1)
    result: Ints = reduce.reduceat(gap, ends.ravel())[::2] if len(low) else low
    return result


def _next(departures: Departures, moment: int) -> Floats:
    """First departure of each group at or after a moment; NaN without."""
    place = departures.from_(moment)
    key = np.append(departures.key, -1)[place]
    group = np.arange(departures.groups, dtype=np.int64)
    return np.where(key // SPAN == group, key - group * SPAN, np.nan)


def _hours_served(key: Ints, low: Ints, high: Ints, window: tuple[int, int]) -> Floats:
    hour = (key - window[0]) // HOUR
    changes = np.concatenate([[0], np.cumsum(np.diff(hour) != 0), [0]])
    some = high > low
    low, high = np.where(some, low, 0), np.where(some, high - 1, 0)
    served = np.where(some, changes[high] - changes[low] + 1, 0)
    return served / -(-(window[1] - window[0]) // HOUR)
