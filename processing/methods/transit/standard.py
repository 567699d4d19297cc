"""Requirements on the public transport between localities, and whether a timetable meets them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from ..errors import InputError
from ..progress import Progress, part, silent
from .router.footpaths import Footpaths
from .router.timetable import Timetable
from .standard_journeys import Pair, Search, useful_journeys

LONGEST = 10_800
"""Journeys longer than this are not looked for unless a requirement allows them [s]."""

EXTRA = 1
"""Changes beyond those allowed that are looked for, to say what is wrong."""

MINUTE = 60.0


class Requirement(NamedTuple):
    """What is required of the journeys between two places.

    Attributes
    ----------
    journeys : int
        Fewest journeys each way, at least 1.
    transfers : int
        Most changes.
    minutes : float
        Longest journey [min], from vehicle to vehicle; infinite where it may take any time.
    window : tuple of int
        Beginning and end [s past midnight], the end left out.
    by_arrival : bool
        Whether journeys must arrive in the window instead of leaving in it.
    days : tuple of str
        Day types, on each of which it must be met.
    back : tuple of int or None
        Window of the way back, which leaves in it; None where no way back is required.
    """

    journeys: int
    transfers: int
    minutes: float
    window: tuple[int, int]
    by_arrival: bool
    days: tuple[str, ...]
    back: tuple[int, int] | None


def service_standard(
    timetables: Mapping[str, Sequence[Timetable]],
    footpaths: Footpaths,
    locality: ArrayLike,
    requirements: Sequence[Requirement],
    pairs: Sequence[Sequence[Pair]],
    *,
    progress: Progress = silent,
) -> pd.DataFrame:
    """Check requirements on journeys, there and back, on each of the days that they name.

    Of the ways, day types and dates the one with fewest journeys decides, of equal ones the one
    whose fastest journey is slower.

    Parameters
    ----------
    timetables : mapping
        What runs, by day type: one timetable for each of its dates, none where nothing runs. Of a
        day type that is not there nothing is known.
    footpaths : Footpaths
        Walks and changes.
    locality : array_like of int, shape (stops,)
        Locality of each stop, -1 outside all.
    requirements : sequence of Requirement
        Requirements.
    pairs : sequence of sequences
        For each requirement, the localities that it is for and where to.
    progress : callable
        Told the fraction done.

    Returns
    -------
    DataFrame
        A row for each requirement and pair: ``requirement``, ``pair``, ``day``, ``back`` [bool,
        of what decides]; ``journeys`` that fulfil all; ``fastest`` [min, with the changes allowed]
        and ``transfers`` [fewest of any], NaN where there is no journey; ``met`` [1 or 0, NaN
        where a day type is not known].

    Raises
    ------
    InputError
        If a requirement can never be met.

    Examples
    --------
    >>> from samplan.processing.methods.transit.router.footpaths import given_footpaths
    >>> from samplan.processing.methods.transit.router.timetable import timetable_of
    >>> from samplan.processing.methods.transit.village import village
    >>> days = {"weekday": [timetable_of(village(), "2021-10-07")]}
    >>> wanted = [Requirement(2, 0, 30, (21600, 72000), False, ("weekday",), None)]
    >>> place, pairs = [0, 0, 0, -1, 1], [[(0, (1,))]]
    >>> found = service_standard(days, given_footpaths(5), place, wanted, pairs)
    >>> found[["journeys", "fastest", "met"]].to_numpy().tolist()
    [[2.0, 25.0, 1.0]]
    """
    _validate(requirements)
    searches: dict[tuple[str, int, Search], list[int]] = {}
    for number, requirement in enumerate(requirements):
        for key in _searches(requirement, timetables):
            searches.setdefault(key, []).append(number)
    rows = [_labelled(_unmeasured(0), 0, 0, "", False)]
    rows += [_unknown(*each, timetables) for each in enumerate(zip(requirements, pairs))]
    by_date = sorted(searches.items(), key=lambda each: each[0][:2])  # a date's timetable once
    for place, ((day, date, search), numbers) in enumerate(by_date):
        step = part(progress, place / len(searches), (place + 1) / len(searches))
        rides = 1 + EXTRA + max(requirements[number].transfers for number in numbers)
        asked = {pair: n for n, pair in enumerate(_distinct(pairs[number] for number in numbers))}
        found = _NONE
        if timetables[day]:
            runs, limits = timetables[day][date], search._replace(rides=rides)
            found = useful_journeys(runs, footpaths, locality, list(asked), limits, progress=step)
        for number in numbers:
            own = np.array([asked[pair] for pair in pairs[number]], dtype=np.int64)
            figures = _figures(requirements[number], found, len(asked)).iloc[own]
            turn = requirements[number].days.index(day)
            rows.append(_labelled(figures, number, turn, day, search.back))
    progress(1.0)
    return _decisive(pd.concat(rows, ignore_index=True), requirements)


_NONE = pd.DataFrame(
    {name: np.zeros(0, np.int64) for name in ("pair", "departure", "arrival", "rides")}
)


def _distinct(groups: Iterable[Sequence[Pair]]) -> list[Pair]:
    return list(dict.fromkeys(pair for group in groups for pair in group))


def _searches(
    requirement: Requirement, timetables: Mapping[str, Sequence[Timetable]]
) -> Iterator[tuple[str, int, Search]]:
    """Day type, date and search of each way; requirements with equal ones share the work."""
    finite = np.isfinite(requirement.minutes)
    longest = max(LONGEST, int(requirement.minutes * MINUTE) if finite else 0)
    out = Search(*requirement.window, requirement.by_arrival, longest=longest)
    ways = (
        [out, Search(*requirement.back, back=True, longest=longest)] if requirement.back else [out]
    )
    for day in requirement.days:
        for date in range(max(len(timetables.get(day, ())), day in timetables)):
            yield from ((day, date, way) for way in ways)


def _labelled(
    figures: pd.DataFrame, requirement: int, turn: int, day: str, back: bool
) -> pd.DataFrame:
    """Add to figures of pairs whose they are; ``turn`` is the day type's place in its list."""
    pair = np.arange(len(figures))
    labels: dict[str, Any] = {
        "requirement": requirement,
        "pair": pair,
        "turn": turn,
        "day": day,
        "back": back,
    }
    return figures.assign(**labels)


def _unknown(
    number: int,
    asked: tuple[Requirement, Sequence[Pair]],
    timetables: Mapping[str, Sequence[Timetable]],
) -> pd.DataFrame:
    """Rows without figures for the day types of which nothing is known."""
    requirement, pairs = asked
    nothing = _unmeasured(len(pairs))
    parts = [
        _labelled(nothing, number, turn, day, False)
        for turn, day in enumerate(requirement.days)
        if day not in timetables
    ]
    return pd.concat([_labelled(nothing[:0], number, 0, "", False), *parts])


def _unmeasured(size: int) -> pd.DataFrame:
    return pd.DataFrame(np.nan, range(size), ["journeys", "fastest", "transfers"])


def _figures(requirement: Requirement, found: pd.DataFrame, pairs: int) -> pd.DataFrame:
    """Count the journeys of each pair that fulfil a requirement, and measure the best."""
    seconds = found["arrival"] - found["departure"]
    allowed = found["rides"] <= requirement.transfers + 1
    good = allowed & (seconds <= requirement.minutes * MINUTE)
    every = range(pairs)
    return pd.DataFrame(
        {
            "journeys": np.bincount(found["pair"][good], minlength=pairs).astype(float),
            "fastest": (seconds[allowed] / MINUTE).groupby(found["pair"]).min().reindex(every),
            "transfers": (found["rides"] - 1.0).groupby(found["pair"]).min().reindex(every),
        },
        index=every,
    )


def _decisive(rows: pd.DataFrame, requirements: Sequence[Requirement]) -> pd.DataFrame:
    """Keep the row of each requirement and pair that decides."""
    needed = np.array([each.journeys for each in requirements], dtype=float)[rows["requirement"]]
    rows = rows.assign(
        fails=rows["journeys"] < needed, blank=rows["journeys"].isna(), slow=-rows["fastest"]
    )
    keys = ["requirement", "pair"]
    grouped = rows.groupby(keys)
    met = np.where(grouped["blank"].transform("any"), np.nan, 1.0)
    rows["met"] = np.where(grouped["fails"].transform("any"), 0.0, met)
    # a way without any journey is worse than one with a slow one
    order = [*keys, "journeys", "slow", "turn", "back"]
    rows = rows.sort_values(order, kind="stable", na_position="first")
    rows = rows.sort_values([*keys, "blank"], kind="stable").drop_duplicates(keys)
    figures = ["day", "back", "journeys", "fastest", "transfers", "met"]
    return rows[[*keys, *figures]].reset_index(drop=True)


def _validate(requirements: Sequence[Requirement]) -> None:
    for number, each in enumerate(requirements, start=1):
        windows = [each.window, *([each.back] if each.back else [])]
        possible = each.journeys >= 1 and each.transfers >= 0 and each.minutes > 0 and each.days
        if not possible or any(begin >= end for begin, end in windows):
            raise InputError(
                "Requirement {number} can never be met: it needs at least one journey, no negative "
                "number of changes, a time limit above 0, a day type and windows that end after "
                "they begin.",
                number=number,
            )
