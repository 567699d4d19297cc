"""Quality classes: how good a stop is, and the places around it.

The rules are data (``processing/profiles/stop_quality.json``): which modes form a group, the
bounds of the intervals, the category of each interval and group, the rings around a stop and the
class of each category and ring.

References
----------
.. [1] Bundesamt für Raumentwicklung ARE (2022). *ÖV-Güteklassen, Berechnungsmethodik ARE*.
.. [2] Statistics Sweden. *Kollektivtrafiknära läge*, table MI1303/BostKollnaraN.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..errors import InputError
from .intervals import HOUR
from .routetypes import MODES

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

NONE = -1
"""No category, no class."""


@dataclass(frozen=True)
class Profile:
    """Rules of a kind of quality classes; see ``processing/profiles/stop_quality.json``.

    Parameters
    ----------
    window : tuple of int
        Beginning and end [s past midnight].
    divide_by : float
        What departures are divided by before the interval is taken: 2 for both directions.
    every_hour : bool
        Whether each hour of the window must have a departure.
    own_group : bool
        Whether a group's own departures give its category, the best category counting; otherwise
        the departures of all modes, by the column of the best group present.
    modes : ndarray of bool, shape (groups, modes)
        Modes of each group, the best group first.
    directions : ndarray of int, shape (groups,)
        Directions that a stop must have for a group, 0 for any.
    bounds : ndarray, shape (intervals,)
        Upper bounds of the intervals [min], ascending.
    closed : ndarray of bool, shape (intervals,)
        Whether each bound belongs to its interval.
    table : ndarray of int, shape (intervals, groups)
        Category, its place in ``categories``, -1 for none.
    categories : tuple of str
        Names, the best first.
    rings : ndarray, shape (rings,)
        Outer radii [m], ascending; the border belongs to the ring.
    classes : ndarray of int, shape (categories, rings)
        Class, its place in ``order``, -1 for none.
    order : tuple of str
        Names of the classes, the best first.
    """

    window: tuple[int, int]
    divide_by: float
    every_hour: bool
    own_group: bool
    modes: NDArray[np.bool_]
    directions: Ints
    bounds: Floats
    closed: NDArray[np.bool_]
    table: Ints
    categories: tuple[str, ...]
    rings: Floats
    classes: Ints
    order: tuple[str, ...]


def profile_of(rules: Mapping[str, Any]) -> Profile:
    """Check the rules of an interval profile and make them ready for use.

    Parameters
    ----------
    rules : mapping
        An entry of ``stop_quality.json`` of the kind ``interval``, or a user's own.

    Returns
    -------
    Profile
        The rules.

    Raises
    ------
    InputError
        If a part is missing or does not fit the others.

    Examples
    --------
    >>> rules = {"window": ["06:00", "20:00"], "divide_by": 1, "every_hour": False,
    ...     "departures": "all_modes", "groups": [{"modes": ["bus"]}], "intervals": [60],
    ...     "closed": [True], "categories": [["near"]], "rings": [400],
    ...     "classes": {"near": ["400"]}, "order": ["400"]}
    >>> profile_of(rules).window
    (21600, 72000)
    """
    try:
        groups, order = rules["groups"], tuple(rules["order"])
        categories = tuple(rules["classes"])
        profile = Profile(
            (clock(rules["window"][0]), clock(rules["window"][1])),
            float(rules["divide_by"]),
            bool(rules["every_hour"]),
            {"own_group": True, "all_modes": False}[rules["departures"]],
            np.array([[mode in group["modes"] for mode in MODES] for group in groups]),
            np.array([group.get("directions", 0) for group in groups]),
            np.array(rules["intervals"], dtype=float),
            np.array(rules["closed"], dtype=bool),
            np.array([[_place(name, categories) for name in row] for row in rules["categories"]]),
            categories,
            np.array(rules["rings"], dtype=float),
            np.array([[_place(name, order) for name in row] for row in rules["classes"].values()]),
            order,
        )
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise InputError(
            "The quality profile is not complete: {reason}. Compare it with a profile that "
            "comes with the tool.",
            reason=str(error),
        ) from error
    _validate(profile)
    return profile


def categories(
    profile: Profile,
    departures: ArrayLike,
    *,
    hours_served: ArrayLike | None = None,
    directions: ArrayLike | None = None,
) -> Ints:
    """Give stops their category, from departures by mode [1]_ [2]_.

    Parameters
    ----------
    profile : Profile
        Rules.
    departures : array_like, shape (n, modes)
        Departures in the profile's window, by mode as in `routetypes.MODES`.
    hours_served : array_like, shape (n,), optional
        Share of the window's hours with a departure, 0 to 1; all by default.
    directions : array_like of int, shape (n,), optional
        Directions of rail at each stop, to tell rail nodes; 0 by default.

    Returns
    -------
    ndarray of int, shape (n,)
        Place in ``profile.categories``, -1 for none.

    Raises
    ------
    InputError
        If the departures do not have one column for each mode.

    Examples
    --------
    >>> rules = {"window": ["06:00", "20:00"], "divide_by": 1, "every_hour": False,
    ...     "departures": "all_modes", "groups": [{"modes": ["bus"]}], "intervals": [60],
    ...     "closed": [True], "categories": [["near"]], "rings": [400],
    ...     "classes": {"near": ["400"]}, "order": ["400"]}
    >>> categories(profile_of(rules), [[0, 0, 0, 14, 0, 0, 0], [0, 0, 0, 13, 0, 0, 0]]).tolist()
    [0, -1]
    """
    count = np.atleast_2d(np.asarray(departures, dtype=np.float64))
    if count.shape[1] != len(MODES):
        raise InputError("Departures need one column for each of {count} modes.", count=len(MODES))
    used = _by_group(profile, count, directions)
    # a row of none, for what comes more seldom than the last interval
    table: Ints = np.pad(profile.table, ((0, 1), (0, 0)), constant_values=NONE)
    kind = table[_interval_row(profile, used), np.arange(len(profile.modes))]
    found = _best(np.where(used > 0, kind, NONE))
    if profile.every_hour and hours_served is not None:
        found = np.where(np.asarray(hours_served) >= 1, found, NONE)
    return found


def clock(text: str) -> int:
    """Return the seconds past midnight of a time of day.

    Examples
    --------
    >>> clock("06:30")
    23400
    """
    hours, minutes = text.split(":")
    return int(hours) * HOUR + int(minutes) * 60


def _by_group(profile: Profile, count: Floats, directions: ArrayLike | None) -> Floats:
    """Departures that count for each group."""
    heading = np.zeros(len(count)) if directions is None else np.asarray(directions)
    own = (count @ profile.modes.T) * (heading[:, None] >= profile.directions)
    if profile.own_group:
        return own
    present = own > 0
    best = present & (np.cumsum(present, axis=1) == 1)
    total = count[:, profile.modes.any(axis=0)].sum(axis=1)
    return np.where(best, total[:, None], 0)


def _best(kinds: Ints) -> Ints:
    """Return the best of each row, which is the smallest that is not none."""
    worst = kinds.max(initial=NONE) + 1
    found: Ints = np.where(kinds >= 0, kinds, worst).min(axis=1)
    return np.where(found == worst, NONE, found)


def _interval_row(profile: Profile, departures: Floats) -> Ints:
    """Row of the intervals' table; one past the last where the interval is too long."""
    minutes = np.full(departures.shape, np.inf)
    window = (profile.window[1] - profile.window[0]) / 60
    np.divide(window * profile.divide_by, departures, out=minutes, where=departures > 0)
    beyond = (minutes[..., None] > profile.bounds) | (
        (minutes[..., None] == profile.bounds) & ~profile.closed
    )
    row: Ints = beyond.sum(axis=-1)
    return row


def _place(name: str | None, names: Sequence[str]) -> int:
    return NONE if name is None else names.index(name)


def _validate(profile: Profile) -> None:
    rows, columns = len(profile.bounds), len(profile.modes)
    fits = profile.table.shape == (rows, columns) and profile.closed.shape == (rows,)
    fits &= profile.classes.shape == (len(profile.categories), len(profile.rings))
    ascending = all((np.diff(values) > 0).all() for values in (profile.bounds, profile.rings))
    fits = fits and not (np.diff(np.where(profile.classes < 0, 99, profile.classes)) < 0).any()
    if not fits or not ascending or profile.window[0] >= profile.window[1]:
        raise InputError(
            "The quality profile does not fit together: there must be a row of categories for "
            "each interval, a column for each group, a class for each ring, none better than the "
            "ring inside it, and intervals and rings must ascend."
        )
