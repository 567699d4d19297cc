"""What public transport gives a locality: each trip once, however many of its stops it calls at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from ..errors import InputError
from ..progress import Progress, silent
from .calendar import Calendar
from .days import require_service
from .feed import Feed
from .intervals import plain_interval
from .service import Days, Values, Windows, patterns
from .visits import Reach, Visits, reach_of, visits_of

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]


class LocalityService(NamedTuple):
    """``service``: a row for each locality, day type and window; ``towards``: and centre."""

    service: pd.DataFrame
    towards: pd.DataFrame


def locality_service(
    feed: Feed,
    locality: ArrayLike,
    days: Days,
    windows: Windows,
    *,
    localities: int,
    centres: Mapping[str, Sequence[int]] | None = None,
    progress: Progress = silent,
) -> LocalityService:
    """Count the trips of each locality, each once, and towards named centres.

    A trip counts where one can board it in the locality and alight elsewhere; its departure is
    the last call in the locality before it leaves. Trips on demand are counted apart, and are in
    no other figure.

    A double trip is one there and one back. A trip that both comes from and goes on to the other
    place counts half each way: on a line that passes through, the trip in the other direction is
    its second half; on a one-way loop, the next round.

    Parameters
    ----------
    feed : Feed
        The feed.
    locality : array_like of int, shape (stops,)
        Locality of each stop, -1 outside all.
    days : mapping
        Dates by day type; figures are means over the dates.
    windows : mapping
        Beginning and end [s past midnight] by name; the end left out.
    localities : int
        Number of localities.
    centres : mapping, optional
        Localities that make up each named centre.
    progress : callable
        Told the fraction done.

    Returns
    -------
    LocalityService
        ``service``: ``locality``, ``day``, ``window``; ``departures``, ``arrivals``,
        ``double_trips``, ``on_demand`` [unique trips, means over the dates]; ``interval`` [s];
        ``first``, ``last`` [s, departures]; ``lines`` and ``destinations`` [lines and other
        localities with a direct ride, the most on any date]. ``towards``: also ``centre``;
        ``departures``, ``returns``, ``double_trips``, ``first``, ``last``, ``last_return`` [s],
        ``fastest`` [s, direct]. What needs a trip is NaN without; a centre's own localities have
        no rows for it.

    Raises
    ------
    InputError
        If nothing runs on a date, or a locality's number is out of range.

    Examples
    --------
    >>> from samplan.processing.methods.transit.village import village
    >>> found = locality_service(
    ...     village(), [0, 0, 0, -1, 1], {"weekday": ["2021-10-07"]}, {"all": (0, 108000)},
    ...     localities=2, centres={"the town": [1]},
    ... )
    >>> found.service["double_trips"].tolist()
    [2.0, 2.0]
    >>> found.towards[["locality", "centre", "fastest"]].values.tolist()
    [[0, 'the town', 1500.0]]
    """
    place = np.asarray(locality, dtype=np.int64)
    dates = [day for group in days.values() for day in group]
    require_service(feed.calendar, dates)
    _validate(feed, place, localities, centres or {})
    visits = visits_of(feed, place, dates)
    scene = _Scene(
        feed.trips["route"].to_numpy(),
        feed.trips["service"].to_numpy(),
        feed.calendar,
        visits,
        reach_of(visits),
        localities,
    )
    service, towards = [], []
    for number, (day, group) in enumerate(days.items()):
        progress(number / len(days))
        for name, window in windows.items():
            labels = {"day": day, "window": name}
            service.append(_service(scene, group, window).assign(**labels))
            for centre, members in (centres or {}).items():
                found = _towards(scene, group, window, members)
                towards.append(found.assign(centre=centre, **labels))
    progress(1.0)
    empty = pd.DataFrame({"locality": np.zeros(0, np.int64)})
    return LocalityService(
        pd.concat(service, ignore_index=True),
        pd.concat(towards, ignore_index=True) if towards else empty,
    )


@dataclass(frozen=True)
class _Scene:
    """What the counting needs."""

    route: NDArray[np.int32]
    service: NDArray[np.int32]
    calendar: Calendar
    visits: Visits
    reach: Reach
    localities: int

    def days(self, dates: Sequence[date]) -> Iterator[tuple[Bools, float]]:
        """Whether each visit takes place on each kind of day, and the share of such days."""
        for active, share in patterns(self.calendar, dates):
            yield np.append(active, False)[self.service][self.visits.trip], share

    def count(self, keys: Ints) -> Ints:
        """Count the trips of each locality among keys of locality and trip."""
        return np.bincount(keys // len(self.route), minlength=self.localities)

    def keys(self, visits: Bools) -> Ints:
        """Return locality and trip of visits in localities as sorted numbers, each once."""
        rows = np.flatnonzero(visits & (self.visits.locality >= 0))
        return np.unique(self.visits.locality[rows] * len(self.route) + self.visits.trip[rows])


class _Tally:
    """Figures of each locality in the making: means over the dates, and extremes."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.columns: dict[str, Floats] = {}

    def mean(self, name: str, values: Values, share: float) -> None:
        """Add a share of the dates."""
        self.columns[name] = self.columns.get(name, np.zeros(self.size)) + values * share

    def extreme(self, name: str, choose: np.ufunc, place: Ints, values: Ints) -> None:
        """Keep the smallest or largest of values at places."""
        rows = pd.Series(values.astype(np.float64)).groupby(place)
        found = rows.min() if choose is np.fmin else rows.max()
        column = found.reindex(np.arange(self.size)).to_numpy(dtype=np.float64)
        self.columns[name] = choose(self.columns.get(name, np.nan), column)

    def most(self, name: str, values: Ints) -> None:
        """Keep the most on any date."""
        self.columns[name] = np.fmax(self.columns.get(name, 0.0), values.astype(np.float64))

    def table(self) -> pd.DataFrame:
        """Return the figures, a row for each locality."""
        return pd.DataFrame({"locality": np.arange(self.size), **self.columns})


def _service(scene: _Scene, dates: Sequence[date], window: tuple[int, int]) -> pd.DataFrame:
    visits, tally = scene.visits, _Tally(scene.localities)
    leaves = visits.leads_elsewhere() & visits.boards & _within(visits.departure, window)
    comes = visits.comes_from_elsewhere() & visits.alights & _within(visits.arrival, window)
    for runs, share in scene.days(dates):
        out = runs & leaves & ~visits.on_demand
        departing, arriving = scene.keys(out), scene.keys(runs & comes)
        asked = np.setdiff1d(scene.keys(runs & leaves), departing)
        place, leave = visits.locality[out], visits.departure[out]
        tally.mean("departures", scene.count(departing), share)
        tally.mean("arrivals", scene.count(arriving), share)
        tally.mean("double_trips", _double(scene, departing, arriving), share)
        tally.mean("on_demand", scene.count(asked), share)
        tally.extreme("first", np.fmin, place, leave)
        tally.extreme("last", np.fmax, place, leave)
        tally.most("lines", _distinct(place, scene.route[visits.trip[out]], scene.localities))
        tally.most("destinations", _destinations(scene, out))
    table = tally.table()
    return table.assign(interval=plain_interval(table["departures"], window))


def _towards(
    scene: _Scene, dates: Sequence[date], window: tuple[int, int], members: Sequence[int]
) -> pd.DataFrame:
    visits, tally = scene.visits, _Tally(scene.localities)
    centre = np.isin(visits.locality, members)
    goal = visits.next(centre & visits.alights)
    source = visits.previous(centre & visits.scheduled)
    ride = visits.arrival[goal] - visits.departure
    leaves = ~centre & (goal >= 0) & visits.scheduled & _within(visits.departure, window)
    comes = ~centre & (source >= 0) & visits.alights & _within(visits.arrival, window)
    for runs, share in scene.days(dates):
        out, home = runs & leaves, runs & comes
        departing, returning = scene.keys(out), scene.keys(home)
        place, leave = visits.locality[out], visits.departure[out]
        tally.mean("departures", scene.count(departing), share)
        tally.mean("returns", scene.count(returning), share)
        tally.mean("double_trips", _double(scene, departing, returning), share)
        tally.extreme("first", np.fmin, place, leave)
        tally.extreme("last", np.fmax, place, leave)
        tally.extreme("last_return", np.fmax, visits.locality[home], visits.arrival[home])
        tally.extreme("fastest", np.fmin, place, ride[out])
    table = tally.table()
    return table[~np.isin(table["locality"], members)]


def _validate(
    feed: Feed, place: Ints, localities: int, centres: Mapping[str, Sequence[int]]
) -> None:
    numbers = np.concatenate([place, *(np.asarray(m, np.int64) for m in centres.values())])
    if len(place) != len(feed.stops) or not ((numbers >= -1) & (numbers < localities)).all():
        raise InputError(
            "Each of the {stops} stops needs a locality from 0 to {last}, or -1 for none.",
            stops=len(feed.stops),
            last=localities - 1,
        )


def _within(time: Ints, window: tuple[int, int]) -> Bools:
    result: Bools = (time >= window[0]) & (time < window[1])
    return result


def _double(scene: _Scene, out: Ints, home: Ints) -> Floats:
    """Double trips of each locality; a trip both out and home counts half each way."""
    both = scene.count(np.intersect1d(out, home, assume_unique=True))
    result: Floats = np.minimum(scene.count(out), scene.count(home)) - both / 2
    return result


def _destinations(scene: _Scene, out: Bools) -> Ints:
    """Other localities that each one reaches directly by the visits marked."""
    used = np.zeros(scene.reach.kinds, dtype=bool)
    used[scene.reach.kind[out]] = True
    rides = used[scene.reach.origin]
    place = np.zeros(scene.reach.kinds, dtype=np.int64)
    place[scene.reach.kind] = scene.visits.locality
    origin = place[scene.reach.origin[rides]]
    return _distinct(origin, scene.reach.destination[rides], scene.localities)


def _distinct(place: Ints, thing: Ints, size: int) -> Ints:
    """Different things of each locality; places and things below 0 do not count."""
    good = (place >= 0) & (thing >= 0)
    width = int(thing.max(initial=0)) + 1
    pairs = np.unique(place[good] * width + thing[good])
    return np.bincount(pairs // width, minlength=size)
