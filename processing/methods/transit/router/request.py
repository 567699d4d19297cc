"""What is asked of a travel-time matrix, and what is answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from .access import Access, access_of
from .memory import BUDGET
from .window import Window

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

NO_WAYS = access_of([], [], [])


@dataclass(frozen=True)
class Request:
    """What is asked of a travel-time matrix.

    Parameters
    ----------
    window : Window
        Departures, or where ``by_arrival`` the times by which one must be there.
    origins, destinations : int
        How many there are.
    access, egress : Access
        Ways from the origins to stops, and from stops to the destinations.
    direct : Access
        Ways all on foot: origin, destination (as its ``stop``) and seconds.
    by_arrival : bool
        Whether the window is one of arrivals: the travel time runs from the latest possible
        departure to the time one must be there.
    rides : int
        Most vehicles on a journey, one more than the transfers; 0 for any number.
    percentiles : sequence of float
        Percentiles of the travel time wanted.
    within : sequence of float
        Thresholds [s] for the share of departures with a journey within them.
    budget : int
        Memory that may be used [bytes].
    """

    window: Window
    origins: int
    destinations: int
    access: Access
    egress: Access
    direct: Access = NO_WAYS
    by_arrival: bool = False
    rides: int = 0
    percentiles: Sequence[float] = (50,)
    within: Sequence[float] = ()
    budget: int = BUDGET

    def mirrored(self) -> Request:
        """Return the same question with time running backwards, from the destinations."""
        return Request(
            self.window.mirrored(),
            self.destinations,
            self.origins,
            self.egress,
            self.access,
            access_of(self.direct.stop, self.direct.place, self.direct.seconds),
            not self.by_arrival,
            self.rides,
            self.percentiles,
            self.within,
            self.budget,
        )


@dataclass(frozen=True)
class TravelTimes:
    """Travel times between the places that have a journey, by origin, then destination.

    Parameters
    ----------
    origin, destination : ndarray of int64, shape (k,)
        Places.
    seconds : ndarray of float32, shape (k, percentiles)
        Percentiles of the travel time [s]; NaN where fewer departures have a journey.
    best : ndarray of float32, shape (k,)
        Shortest travel time of the window [s].
    share : ndarray of float32, shape (k, thresholds)
        Share of departures with a journey within each threshold [0-1].
    rides : ndarray of float32, shape (k,)
        Fewest vehicles with which the shortest travel time is reached, 0 for a walk; NaN
        where no limit of rides was asked for.
    """

    origin: Ints
    destination: Ints
    seconds: Floats
    best: Floats
    share: Floats
    rides: Floats


def joined(parts: Sequence[TravelTimes], request: Request) -> TravelTimes:
    """Put the answers for several blocks into one, sorted by origin, then destination."""
    empty = TravelTimes(
        np.zeros(0, np.int64),
        np.zeros(0, np.int64),
        np.zeros((0, len(request.percentiles)), np.float32),
        np.zeros(0, np.float32),
        np.zeros((0, len(request.within)), np.float32),
        np.zeros(0, np.float32),
    )
    columns = [
        np.concatenate([getattr(each, name) for each in (empty, *parts)])
        for name in TravelTimes.__dataclass_fields__
    ]
    order = np.lexsort((columns[1], columns[0]))
    return TravelTimes(*(column[order] for column in columns))


def swapped(times: TravelTimes) -> TravelTimes:
    """Return the answer with origins and destinations changed round."""
    order = np.lexsort((times.origin, times.destination))
    turned = replace(times, origin=times.destination, destination=times.origin)
    columns = (getattr(turned, name)[order] for name in TravelTimes.__dataclass_fields__)
    return TravelTimes(*columns)
