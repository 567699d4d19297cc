"""From rows of stop_times.txt to trips: ordered, complete, and without contradictions."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from .findings import Finding, Findings, tr
from .stops import sphere
from .stoptimes import FILE, MISSING, RawCalls

Bools = NDArray[np.bool_]

REGULAR, NONE, PHONE, DRIVER = range(4)
"""Pickup and drop-off types: regular, not here, by phone, by agreement with the driver."""


@dataclass(frozen=True)
class StopTimes:
    """Calls of trips at stops, trip after trip, each in the order of the journey.

    Parameters
    ----------
    start : ndarray of int64, shape (trips + 1,)
        Trip ``t`` has the calls ``start[t]`` to ``start[t + 1] - 1``, at least two.
    stop : ndarray of int32, shape (calls,)
        Row of the stop.
    arrival, departure : ndarray of int32, shape (calls,)
        Seconds past midnight of the service day, above 86 400 after its midnight; they never
        decrease within a trip.
    pickup, drop_off : ndarray of uint8, shape (calls,)
        0 regular, 1 none, 2 by phone, 3 by agreement with the driver.
    on_demand : ndarray of bool, shape (calls,)
        Whether one boards here only after asking: by phone, driver or a booking rule.
    """

    start: NDArray[np.int64]
    stop: NDArray[np.int32]
    arrival: NDArray[np.int32]
    departure: NDArray[np.int32]
    pickup: NDArray[np.uint8]
    drop_off: NDArray[np.uint8]
    on_demand: Bools

    def __len__(self) -> int:
        return len(self.stop)

    def trip(self) -> NDArray[np.int32]:
        """Trip of each call."""
        return np.repeat(np.arange(len(self.start) - 1, dtype=np.int32), np.diff(self.start))

    def is_last(self) -> Bools:
        """Whether each call is its trip's last."""
        last: Bools = np.zeros(len(self.stop), dtype=bool)
        last[self.start[1:] - 1] = True
        return last

    def is_first(self) -> Bools:
        """Whether each call is its trip's first."""
        first = np.zeros(len(self.stop), dtype=bool)
        first[self.start[:-1]] = True
        return first

    def of_trips(self, trips: NDArray[np.int64]) -> StopTimes:
        """Return the calls of some trips, in the order given; a trip may come twice."""
        length = np.diff(self.start)[trips]
        start = np.concatenate([[0], np.cumsum(length)])
        rows = expand(self.start[trips], length)
        return StopTimes(
            start,
            self.stop[rows],
            self.arrival[rows],
            self.departure[rows],
            self.pickup[rows],
            self.drop_off[rows],
            self.on_demand[rows],
        )


def expand(first: NDArray[np.int64], length: NDArray[np.int64]) -> NDArray[np.int64]:
    """Write out ranges: ``length`` numbers from each ``first`` on.

    Examples
    --------
    >>> expand(np.array([5, 0]), np.array([2, 3])).tolist()
    [5, 6, 0, 1, 2]
    """
    end: NDArray[np.int64] = np.cumsum(length)
    count = int(end[-1]) if len(end) else 0
    return np.arange(count, dtype=np.int64) + np.repeat(first - end + length, length)


def assemble(
    raw: RawCalls, trip_ids: NDArray[np.object_], stops: pd.DataFrame
) -> tuple[NDArray[np.int64], StopTimes, Findings]:
    """Put calls in the order of their trips and fill in missing times.

    A missing arrival is the departure, and the other way round. Where both are missing the
    vehicle is taken to keep its speed between the calls with times, by straight distances.

    Parameters
    ----------
    raw : RawCalls
        Rows as read.
    trip_ids : ndarray of str
        Ids of the trips, for findings.
    stops : DataFrame
        As read, for their places.

    Returns
    -------
    trips : ndarray of int64
        The trips that have calls and make sense, in their order.
    stop_times : StopTimes
        Their calls.
    findings : tuple of Finding
        Trips left out and times filled in.
    """
    raw, findings = _ordered(raw, trip_ids)
    arrival = np.where(raw.arrival == MISSING, raw.departure, raw.arrival)
    departure = np.where(raw.departure == MISSING, raw.arrival, raw.departure)
    half = (raw.arrival != arrival) | (raw.departure != departure)
    start = _starts(raw.trip)
    known = arrival != MISSING
    length = np.diff(start)
    endless = ~(known[start[:-1]] & known[start[1:] - 1])
    gaps = ~known & ~np.repeat(endless, length)
    if gaps.any():
        arrival, departure = _interpolated(arrival, departure, start, raw.stop, stops)
    back = _goes_back(arrival, departure, start)
    lonely = length < 2
    kept = np.flatnonzero(~(endless | back | lonely))
    trips = raw.trip[start[:-1]]
    findings += (
        *_trips_left_out(endless, raw, start, trip_ids, _ENDLESS),
        *_trips_left_out(back & ~endless, raw, start, trip_ids, _BACKWARD),
        *_trips_left_out(lonely & ~endless & ~back, raw, start, trip_ids, _LONELY),
        *_filled_in(half, raw.line, _HALF),
        *_filled_in(gaps, raw.line, _GAPS),
    )
    on_demand = (raw.pickup >= PHONE) | raw.booked
    whole = StopTimes(start, raw.stop, arrival, departure, raw.pickup, raw.drop_off, on_demand)
    if len(kept) < len(trips):
        whole = whole.of_trips(kept)
    return trips[kept].astype(np.int64), whole, findings


def _ordered(raw: RawCalls, trip_ids: NDArray[np.object_]) -> tuple[RawCalls, Findings]:
    """Sort by trip and stop_sequence; rows with equal numbers keep the order of the file."""
    key = (raw.trip.astype(np.int64) << 32) + raw.sequence
    if (key[1:] < key[:-1]).any():
        order = np.argsort(key, kind="stable")
        raw, key = RawCalls._make(column[order] for column in raw), key[order]
    same = np.flatnonzero(key[1:] == key[:-1]) + 1
    if not len(same):
        return raw, ()
    return raw, (
        Finding(
            "error",
            FILE,
            int(raw.line[same].min()),
            tr("Calls that repeat a stop_sequence of their trip: {count}, such as trip '{trip}'."),
            {"count": len(same), "trip": trip_ids[raw.trip[same[0]]]},
            tr("The order of the file was kept; correct the numbers."),
        ),
    )


def _starts(trip: NDArray[np.int32]) -> NDArray[np.int64]:
    change = np.flatnonzero(trip[1:] != trip[:-1]) + 1
    return np.concatenate([[0], change, [len(trip)]]) if len(trip) else np.zeros(1, np.int64)


def _interpolated(
    arrival: NDArray[np.int32],
    departure: NDArray[np.int32],
    start: NDArray[np.int64],
    stop: NDArray[np.int32],
    stops: pd.DataFrame,
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Fill in missing times; trips whose ends have none are filled with nonsense, and left out."""
    known = np.flatnonzero(arrival != MISSING)
    if not len(known):
        return arrival, departure
    way = _way(start, stop, stops)
    before = known[np.maximum(np.searchsorted(known, np.arange(len(arrival)), "right") - 1, 0)]
    after = known[np.minimum(np.searchsorted(known, np.arange(len(arrival))), len(known) - 1)]
    gap = arrival == MISSING
    before, after = before[gap], after[gap]
    whole = way[after] - way[before]
    share = (way[gap] - way[before]) / np.where(whole > 0, whole, 1)
    time = departure[before] + share * (arrival[after] - departure[before])
    filled = [times.copy() for times in (arrival, departure)]
    for times in filled:
        times[gap] = np.rint(time).astype(np.int32)
    return filled[0], filled[1]


def _way(
    start: NDArray[np.int64], stop: NDArray[np.int32], stops: pd.DataFrame
) -> NDArray[np.float64]:
    """Metres run at each call, with one metre more a call where places coincide or are unknown."""
    point = sphere(stops["lon"].to_numpy(), stops["lat"].to_numpy())[stop]
    leg = np.zeros(len(stop))
    leg[1:] = np.linalg.norm(np.diff(point, axis=0), axis=1)
    leg[start[:-1]] = 0
    # one stop without a place: count calls instead of metres in its trip
    lost = np.isnan(leg)
    if lost.any():
        trip = np.repeat(np.arange(len(start) - 1), np.diff(start))
        leg[np.isin(trip, trip[lost])] = 0
    way: NDArray[np.float64] = np.cumsum(leg + 1)
    return way


def _goes_back(
    arrival: NDArray[np.int32], departure: NDArray[np.int32], start: NDArray[np.int64]
) -> Bools:
    """Whether time runs backwards somewhere in each trip."""
    back = departure < arrival
    back[1:] |= arrival[1:] < departure[:-1]
    back[start[:-1]] = departure[start[:-1]] < arrival[start[:-1]]
    if not len(back):
        return np.zeros(0, dtype=bool)
    result: Bools = np.logical_or.reduceat(back, start[:-1])
    return result


def _trips_left_out(
    bad: Bools,
    raw: RawCalls,
    start: NDArray[np.int64],
    trip_ids: NDArray[np.object_],
    message: tuple[str, str],
) -> Findings:
    if not bad.any():
        return ()
    first = start[int(np.argmax(bad))]
    values = {"count": int(bad.sum()), "trip": trip_ids[raw.trip[first]]}
    return (Finding("error", FILE, int(raw.line[first]), message[0], values, message[1]),)


def _filled_in(rows: Bools, line: NDArray[np.int32], message: tuple[str, str]) -> Findings:
    if not rows.any():
        return ()
    values = {"count": int(rows.sum())}
    return (Finding("note", FILE, int(line[rows].min()), message[0], values, message[1]),)


_ENDLESS = (
    tr("Trips without a time at their first or last stop: {count}, such as trip '{trip}'."),
    tr("They were left out: without both, their journey is not known."),
)
_BACKWARD = (
    tr("Trips in which time runs backwards: {count}, such as trip '{trip}'."),
    tr("They were left out; after midnight a trip must go on with 24:05:00, not 00:05:00."),
)
_LONELY = (
    tr("Trips that call at one stop only: {count}, such as trip '{trip}'."),
    tr("They were left out: nobody can travel with them."),
)
_HALF = (
    tr("Calls with only an arrival or only a departure, which was used for both: {count}."),
    tr("Nothing; the vehicle is taken not to wait."),
)
_GAPS = (
    tr("Calls between others without a time, which was estimated from the distance: {count}."),
    tr("Nothing; times at these stops may be a minute or two wrong."),
)
