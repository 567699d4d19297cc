"""Trips of one vehicle between which passengers keep their seats.

References
----------
.. [1] GTFS Schedule reference, transfers.txt, linked trips.
   https://gtfs.org/documentation/schedule/reference/#linked-trips
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ...errors import InputError
from ..calls import expand

if TYPE_CHECKING:
    from .timetable import Timetable

Ints = NDArray[np.int64]

IN_SEAT, RE_BOARD = 4, 5
"""Transfer types of linked trips: passengers may stay on board, or must alight."""

MOST = 100_000
"""Ways through linked trips that are written out, on one date and its neighbours."""


def with_seats_kept(
    timetable: Timetable, transfers: pd.DataFrame, day: NDArray[np.int8]
) -> Timetable:
    """Join the trips of one vehicle between which passengers may stay on board [1]_.

    The joined trips are one trip: to ride on is no change, takes no time to change and is no ride
    more. Where vehicles are coupled or parted there is one joined trip for each way through. A
    trip that ends after the next has begun is followed by that of the next date. Links that forbid
    to stay on board (type 5) leave two trips with an ordinary change.

    Parameters
    ----------
    timetable : Timetable
        Trips.
    transfers : DataFrame
        Of the feed; ``from_trip``, ``to_trip`` and ``type``.
    day : ndarray, shape (trips,)
        Date of each trip's service, as a number.

    Returns
    -------
    Timetable
        The trips without a link, then the joined ones.

    Raises
    ------
    InputError
        If the links part and join again in very many ways.
    """
    links = _links(timetable, transfers, day)
    if not len(links):
        return timetable
    paths = _paths(links)
    alone = np.setdiff1d(np.arange(len(timetable.trip)), links)
    return _joined(timetable, [*alone[:, None].tolist(), *paths])


def _links(timetable: Timetable, transfers: pd.DataFrame, day: NDArray[np.int8]) -> Ints:
    """Return pairs of trips of which the second goes on when the first has ended."""
    kind = transfers["type"].to_numpy()
    known = (transfers[["from_trip", "to_trip"]] >= 0).all(axis=1).to_numpy()
    linked = transfers.loc[known & (kind >= IN_SEAT), ["from_trip", "to_trip", "type"]]
    # a pair that is both allowed and forbidden is forbidden
    linked = linked.sort_values("type").drop_duplicates(["from_trip", "to_trip"], keep="last")
    linked = linked[linked["type"] == IN_SEAT]
    begin = timetable.departure[timetable.start[:-1]]
    end = timetable.arrival[timetable.start[1:] - 1]
    trips = pd.DataFrame({"trip": timetable.trip, "day": day, "begin": begin, "end": end})
    trips["place"] = np.arange(len(trips))
    both = linked.merge(trips, left_on="from_trip", right_on="trip").merge(
        trips, left_on="to_trip", right_on="trip", suffixes=("", "_next")
    )
    later = both["day_next"] - both["day"]
    both = both[(later >= 0) & (later <= 1) & (both["end"] <= both["begin_next"])]
    # trips that take no time could follow each other in a circle
    onward = (both["begin_next"] > both["begin"]) | (both["place_next"] > both["place"])
    both = both[onward].sort_values(["place", "to_trip", "day_next"])
    both = both.drop_duplicates(["place", "to_trip"])
    return both[["place", "place_next"]].to_numpy(np.int64)


def _paths(links: Ints) -> list[list[int]]:
    """Return every way through the links, from a trip that follows none to one without another."""
    following: dict[int, list[int]] = {}
    for trip, next_ in links.tolist():
        following.setdefault(trip, []).append(next_)
    open_ = [[trip] for trip in np.setdiff1d(links[:, 0], links[:, 1]).tolist()]
    paths: list[list[int]] = []
    while open_:
        path = open_.pop()
        further = following.get(path[-1], [])
        open_ += [[*path, trip] for trip in further]
        paths += [] if further else [path]
        if len(open_) + len(paths) > MOST:
            raise InputError(
                "The links between trips in transfers.txt part and join again in more than {most} "
                "ways. Correct the rows with transfer_type 4.",
                most=MOST,
            )
    return sorted(paths)


def _joined(timetable: Timetable, paths: list[list[int]]) -> Timetable:
    trips = np.array([trip for path in paths for trip in path], dtype=np.int64)
    length = np.diff(timetable.start)[trips]
    calls = expand(timetable.start[trips], length)
    ends = np.cumsum(length)
    arrival, departure = timetable.arrival[calls], timetable.departure[calls]
    # nobody leaves at a last call, nor comes at a first: their times only lie in order
    departure[ends - 1] = arrival[ends - 1]
    arrival[ends - length] = departure[ends - length]
    first = np.cumsum([0, *map(len, paths)])
    return replace(
        timetable,
        start=np.concatenate([[0], ends])[first],
        stop=timetable.stop[calls],
        arrival=arrival,
        departure=departure,
        boards=timetable.boards[calls],
        alights=timetable.alights[calls],
        trip=timetable.trip[trips[first[:-1]]],
        rows=timetable.row_of_calls()[calls],
    )
