"""A journey leg by leg, its parts in seconds, and in words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..feed import Feed
from ..findings import tr
from .access import Access
from .earliest import LATE, Search, search_from
from .footpaths import Footpaths
from .timetable import Timetable

Ints = NDArray[np.int64]

ORIGIN = DESTINATION = -1
"""What stands for the place one leaves and the place one goes to, among stops."""

WALK = -1
"""What stands for a walk, among trips."""


@dataclass(frozen=True)
class Leg:
    """A ride or a walk.

    Parameters
    ----------
    trip : int
        Row of the trip in the feed, -1 for a walk; the one boarded where trips are joined.
    begin, end : int
        Stops, -1 for the origin and the destination.
    departure, arrival : int
        Times [s past midnight].
    last : int
        Row of the trip that one alights from, where that is another one of the same vehicle; else
        -1.
    """

    trip: int
    begin: int
    end: int
    departure: int
    arrival: int
    last: int = WALK


@dataclass(frozen=True)
class Journey:
    """Legs from the origin to the destination, in their order; a walk of no time is left out.

    Parameters
    ----------
    departure : int
        When the traveller is ready to leave [s past midnight].
    legs : tuple of Leg
        Rides and walks.
    """

    departure: int
    legs: tuple[Leg, ...]

    @property
    def arrival(self) -> int:
        """Time of arrival [s past midnight]."""
        return self.legs[-1].arrival if self.legs else self.departure

    @property
    def rides(self) -> int:
        """Number of vehicles."""
        return sum(leg.trip != WALK for leg in self.legs)

    def components(self) -> dict[str, int]:
        """Return the seconds of ``access``, ``wait``, ``ride``, ``transfer`` and ``egress``.

        A walk all the way is access. They add up to the travel time.
        """
        seconds = dict.fromkeys(("access", "wait", "ride", "transfer", "egress"), 0)
        for leg in self.legs:
            seconds[_component(leg)] += leg.arrival - leg.departure
        seconds["wait"] = self.arrival - self.departure - sum(seconds.values())
        return seconds


def journey(
    timetable: Timetable,
    footpaths: Footpaths,
    access: Access,
    egress: Access,
    departure: int,
    *,
    on_foot: float = np.inf,
    rides: int = 0,
    limit: int = 7200,
) -> Journey | None:
    """Find the journey that arrives first, of these the one with the fewest rides.

    Parameters
    ----------
    timetable : Timetable
        Trips.
    footpaths : Footpaths
        Walks and changes.
    access, egress : Access
        Ways from the origin to stops, and from stops to the destination.
    departure : int
        Time of departure [s past midnight].
    on_foot : float
        Walking time all the way [s].
    rides : int
        Most rides, 0 for any number.
    limit : int
        Longest journey [s].

    Returns
    -------
    Journey or None
        The journey, None where there is none within the limit.
    """
    search = search_from(timetable, footpaths, access, departure, rides=rides)
    return journey_in(search, access, egress, on_foot=on_foot, limit=limit)


def journey_in(
    search: Search, access: Access, egress: Access, *, on_foot: float = np.inf, limit: int = 7200
) -> Journey | None:
    """Read the journey to one destination out of a search, which serves all destinations.

    Parameters
    ----------
    search : Search
        As from `search_from`.
    access, egress : Access
        Ways from the origin of the search to stops, and from stops to the destination.
    on_foot : float
        Walking time all the way [s].
    limit : int
        Longest journey [s].

    Returns
    -------
    Journey or None
        As from `journey`.
    """
    departure = search.departure
    access, egress = search.variants.ways(access), search.variants.ways(egress)
    best, number, way = LATE, 0, 0
    for count in range(1, len(search.rounds)):
        time = search.rounds[count].arrival[egress.stop] + egress.seconds
        place = int(np.argmin(time)) if len(time) else 0
        if len(time) and time[place] < best:
            best, number, way = int(time[place]), count, place
    if min(best - departure, on_foot) > limit:
        return None
    if departure + on_foot <= best:
        end = departure + int(np.ceil(on_foot))
        return Journey(departure, _walk(ORIGIN, DESTINATION, departure, end))
    legs = _legs_to(search, access, int(egress.stop[way]), number)
    return Journey(departure, (*legs, *_walk(legs[-1].end, DESTINATION, legs[-1].arrival, best)))


def journey_by(
    timetable: Timetable,
    footpaths: Footpaths,
    access: Access,
    egress: Access,
    arrival: int,
    *,
    on_foot: float = np.inf,
    rides: int = 0,
    limit: int = 7200,
) -> Journey | None:
    """Find the journey that leaves last of those that arrive by a time; else as `journey`.

    Parameters
    ----------
    timetable, footpaths, access, egress, on_foot, rides, limit
        As in `journey`.
    arrival : int
        Time by which to be there [s past midnight].

    Returns
    -------
    Journey or None
        The journey, None where there is none within the limit.
    """
    back = search_from(timetable.mirrored(), footpaths.reversed(), egress, -arrival, rides=rides)
    time = back.arrivals(len(back.rounds))[access.stop] + access.seconds
    least = min(int((time + arrival).min(initial=LATE)), on_foot)
    if least > limit:
        return None
    leave = arrival - int(np.ceil(least))
    ways = (access, egress)
    return journey(timetable, footpaths, *ways, leave, on_foot=on_foot, rides=rides, limit=limit)


def in_words(journey: Journey, feed: Feed) -> list[tuple[str, dict[str, object]]]:
    """Describe each leg: a sentence to translate, and what to fill into it.

    Parameters
    ----------
    journey : Journey
        As from `journey`.
    feed : Feed
        The feed that the timetable was made of.

    Returns
    -------
    list of (str, dict)
        Template with ``{names}`` and their values.
    """
    return [_sentence(leg, feed) for leg in journey.legs]


def _sentence(leg: Leg, feed: Feed) -> tuple[str, dict[str, object]]:
    names = feed.stops["name"]
    values: dict[str, object] = {"minutes": -(-(leg.arrival - leg.departure) // 60)}
    if leg.trip == WALK:
        if leg.end == DESTINATION:
            return tr("Walk {minutes} min to the destination."), values
        return tr("Walk {minutes} min to {stop}."), {**values, "stop": names.iloc[leg.end]}
    values |= {
        "line": _line(feed, leg.trip),
        "start": names.iloc[leg.begin],
        "stop": names.iloc[leg.end],
        "departure": _clock(leg.departure),
        "arrival": _clock(leg.arrival),
    }
    if leg.last != WALK and (further := _line(feed, leg.last)) != values["line"]:
        return tr(
            "Line {line} from {start} {departure}, staying on board as line {further}, "
            "to {stop} {arrival}."
        ), {**values, "further": further}
    return tr("Line {line} from {start} {departure} to {stop} {arrival}."), values


def _line(feed: Feed, trip: int) -> str:
    route = feed.routes.iloc[feed.trips["route"].iloc[trip]]
    return str(route["short"] or route["long"] or route["route_id"])


def _clock(seconds: int) -> str:
    minutes = seconds // 60 % 1440
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _component(leg: Leg) -> str:
    if leg.trip != WALK:
        return "ride"
    if leg.begin == ORIGIN:
        return "access"
    return "egress" if leg.end == DESTINATION else "transfer"


def _walk(begin: int, end: int, departure: int, arrival: int) -> tuple[Leg, ...]:
    return (Leg(WALK, begin, end, departure, arrival),) if arrival > departure else ()


def _legs_to(search: Search, access: Access, stop: int, number: int) -> tuple[Leg, ...]:
    """Follow the rounds back from a variant of a stop to the origin."""
    timetable, _, real = search.variants
    rows, legs = timetable.row_of_calls(), list[Leg]()
    while True:
        while search.rounds[number].exit[stop] < 0:
            number -= 1
        call = int(search.rounds[number].exit[stop])
        last = search.rounds[number - 1]
        entry = _entry(timetable, last.ready, call)
        begin, leaves = int(timetable.stop[entry]), int(timetable.departure[entry])
        row, last_row, ends = int(rows[entry]), int(rows[call]), (int(real[begin]), int(real[stop]))
        times = leaves, int(timetable.arrival[call])
        legs.insert(0, Leg(row, *ends, *times, last_row if last_row != row else WALK))
        stop, number = int(last.source[begin]), number - 1
        if stop < 0:
            way = int(access.seconds[access.stop == begin].min())
            return (*_walk(ORIGIN, ends[0], search.departure, search.departure + way), *legs)
        if real[stop] != ends[0]:
            walk = _walk(int(real[stop]), ends[0], int(last.arrival[stop]), int(last.ready[begin]))
            legs = [*walk, *legs]


def _entry(timetable: Timetable, ready: Ints, call: int) -> int:
    """Return the last call before at which one could get on."""
    trip = int(np.searchsorted(timetable.start, call, side="right")) - 1
    calls = np.arange(timetable.start[trip], call)
    able = timetable.boards[calls] & (timetable.departure[calls] >= ready[timetable.stop[calls]])
    return int(calls[able][-1])
