"""Changed headways, and trips at a headway."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from .draft import Draft, calls_of, copied_trips, with_calls, with_service, without_trips
from .edits import Edit
from .isolation import duplicated, isolate
from .periods import headways_of, inside, outside, window_of, with_headways
from .select import chosen_dates, directions, find_trips

Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]

MINUTE = 60

UNKNOWN = -(1 << 30)
"""Stands for a time that is not known, where times count from the first departure."""


def change_headway(draft: Draft, edit: Edit, period: Bools) -> Draft:
    """Space the trips of a window evenly.

    The trips of the line that leave their first stop in the window are replaced, direction by
    direction, by trips at the headway, on the dates on which any of them ran. They follow the
    typical trip of the window: the stops that most of the trips call at, weighted by dates (of
    equal ones the first trip's), and the medians of those trips' times. They leave so that the
    minute of the first trip in the window is kept: at every whole number of headways before and
    after it that is in the window. Trips outside the window stay as they are. Where the line runs
    by frequencies.txt, its headway is changed there.

    Parameters
    ----------
    draft : Draft
        The timetable.
    edit : Edit
        With ``headway``, ``begin`` and ``end``.
    period : ndarray of bool
        Dates of the scenario.

    Returns
    -------
    Draft
        The new timetable.

    Raises
    ------
    InputError
        If there is no such line, or it has no trip in the window.
    """
    dates = chosen_dates(draft, edit, period)
    draft, trips = isolate(draft, find_trips(draft, edit, dates), dates)
    way = directions(draft, trips)
    for direction in np.unique(way):
        group = trips[way == direction]
        headways = headways_of(draft, group)
        if len(headways):
            draft = _headways_changed(draft, edit, group, headways)
        else:
            draft = _respaced(draft, edit, group)
    return draft


def _respaced(draft: Draft, edit: Edit, trips: Ints) -> Draft:
    begin, end = window_of(edit)
    first = int(draft.first_departures().loc[trips].min())
    active = draft.active()[draft.trips.index.get_indexer(pd.Index(trips))]
    template, calls = typical_trip(draft, trips, active.sum(axis=1))
    draft, service = with_service(draft, active.any(axis=0))
    departures = np.arange(begin + (first - begin) % edit.headway, end, edit.headway)
    added = with_runs(draft, template, calls, departures, service)
    return without_trips(added, trips)


def typical_trip(draft: Draft, trips: Ints, weight: NDArray[np.int64]) -> tuple[int, pd.DataFrame]:
    """Find the typical trip among some: its stops, and the medians of its times.

    Parameters
    ----------
    draft : Draft
        The timetable.
    trips : ndarray of int
        Rows of trips with calls.
    weight : ndarray of int
        Dates of each.

    Returns
    -------
    template : int
        The first trip, by departure, of those that call at the most common stops.
    calls : DataFrame
        Its calls with times from the first departure [s]: medians of the trips with the same
        stops, to the minute where their times are; `UNKNOWN` where one of them has none.
    """
    trips = trips[np.argsort(draft.first_departures().loc[trips].to_numpy(), kind="stable")]
    calls = calls_of(draft, trips)
    patterns = calls.groupby("place")["stop"].agg(tuple)
    share = pd.Series(weight, index=patterns.index).groupby(patterns, sort=False).sum()
    alike = patterns.index[patterns == share.index[int(np.argmax(share.to_numpy()))]].to_numpy()
    same = calls[calls["place"].isin(alike)]
    length = len(same) // len(alike)
    start = draft.first_departures().loc[trips[alike]].to_numpy()[:, None]
    found = same.iloc[:length].reset_index(drop=True)
    for name in ("arrival", "departure"):
        times = same[name].to_numpy(np.int64).reshape(len(alike), length)
        found[name] = _medians(times, start)
    return int(trips[alike[0]]), found


def _medians(times: Ints, start: Ints) -> Ints:
    """Medians of times from the start; whole minutes where all are."""
    unit = MINUTE if (times[times >= 0] % MINUTE == 0).all() else 1
    middle = np.median((times - start) / unit, axis=0)
    # half up, so that order is kept
    rounded: Ints = np.floor(middle + 0.5).astype(np.int64) * unit
    return np.where((times < 0).any(axis=0), UNKNOWN, rounded)


def with_runs(
    draft: Draft, template: int, calls: pd.DataFrame, departures: Ints, service: str
) -> Draft:
    """Add trips that leave at some times.

    Parameters
    ----------
    draft : Draft
        The timetable.
    template : int
        Row of the trip whose other cells they have.
    calls : DataFrame
        One trip's calls, with times from its first departure [s].
    departures : ndarray of int
        First departures [s past midnight].
    service : str
        Their service.

    Returns
    -------
    Draft
        With the trips, in the order of the departures.
    """
    count, length = len(departures), len(calls)
    source = np.full(count, template)
    draft, rows = copied_trips(draft, source, {"service_id": [service] * count})
    each = np.tile(np.arange(length), count)
    new = calls.iloc[each].reset_index(drop=True)
    shift = np.repeat(departures, length)
    for name in ("arrival", "departure"):
        new[name] = np.where(new[name] > UNKNOWN, new[name] + shift, -1)
    return with_calls(draft, new.assign(trip=np.repeat(rows, length), own=False))


def _headways_changed(draft: Draft, edit: Edit, trips: Ints, headways: pd.DataFrame) -> Draft:
    """Change frequencies.txt: the trip with most departures in the window runs all through it."""
    begin, end = window_of(edit)
    within = headways[(headways["begin"] < end) & (headways["end"] > begin)]
    main = _most_departures(inside(within, begin, end), draft, trips)
    active = draft.active()[draft.trips.index.get_indexer(pd.Index(trips))]
    served = active.any(axis=0)
    even = within[within["trip"] == main].iloc[:1]
    even = even.assign(begin=begin, end=end, headway=edit.headway)
    if (active[trips == main] == served).all():
        new = pd.concat([outside(within, begin, end), even])
        draft = with_headways(draft, within.index, new.sort_values("begin", kind="stable"))
    else:  # it does not run on all dates: a copy of it does
        draft, service = with_service(draft, served)
        draft, copy = duplicated(draft, np.array([main]), [service])
        draft = with_headways(draft, within.index, outside(within, begin, end))
        old = headways_of(draft, copy)
        draft = with_headways(draft, old.index, even.set_axis(old.index[:1], axis=0))
    # trips of the timetable beside it are replaced too, as are patterns that run no more
    by_headway = headways["trip"].unique()
    idle = set(by_headway) - set(headways_of(draft, trips)["trip"])
    return without_trips(draft, trips[~np.isin(trips, by_headway) | np.isin(trips, list(idle))])


def _most_departures(periods: pd.DataFrame, draft: Draft, trips: Ints) -> int:
    """Find the trip with most departures, weighted by dates; of equal ones the first."""
    dates = draft.active()[draft.trips.index.get_indexer(pd.Index(trips))].sum(axis=1)
    count = -(-(periods["end"] - periods["begin"]) // periods["headway"].clip(lower=1))
    total = count.groupby(periods["trip"]).sum().reindex(trips, fill_value=0).to_numpy() * dates
    return int(trips[int(np.argmax(total))])
