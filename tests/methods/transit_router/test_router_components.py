"""Parts of the fastest journeys: all journeys of small feeds written out, and real ones."""

from collections import defaultdict
from dataclasses import replace

import numpy as np
import pytest
from samplan.processing.methods.errors import Cancelled, InputError
from samplan.processing.methods.transit.feed import read_feed
from samplan.processing.methods.transit.router.access import access_of, straight_ways
from samplan.processing.methods.transit.router.components import (
    PARTS,
    component_blocks,
    components_of,
    trips_of,
)
from samplan.processing.methods.transit.router.footpaths import straight_footpaths
from samplan.processing.methods.transit.router.journey import journey
from samplan.processing.methods.transit.router.matrix import travel_times
from samplan.processing.methods.transit.router.request import Request
from samplan.processing.methods.transit.router.timetable import timetable_of
from samplan.processing.methods.transit.router.window import Window
from test_router_transfers import PLACES, Case

MOST = 3


def journeys(case, origin, departure):
    """All ways to all calls: {call: {(rides, access, ride, transfer)}}, by at most three rides."""
    trips = defaultdict(list)
    for call in case.calls:
        trips[call[0]].append(call)
    access = {s: w for p, s, w in zip(*(column.tolist() for column in case.access)) if p == origin}

    def get_off(run, place):
        for later in trips[run][place:]:
            if later[6]:
                yield later
        for following in case.onward.get(run, ()):
            yield from get_off(following, 0)

    def board(ready):
        """Calls to get off at, with the parts of the ways there."""
        found = defaultdict(set)
        for call in case.calls:
            ways = ready(call) if call[5] else set()
            if ways:
                for later in get_off(call[0], call[1] + 1):
                    ride = later[3] - call[4]
                    found[later] |= {(n + 1, a, r + ride, t) for n, a, r, t in ways}
        return found

    def enter(call):
        walk = access.get(call[2])
        return {(0, walk, 0, 0)} if walk is not None and departure + walk <= call[4] else set()

    def again(reached):
        def ready(call):
            ways = set()
            for before, parts in reached.items():
                seconds = case.change(before, call)
                if seconds is not None and before[3] + seconds <= call[4]:
                    walked = seconds if before[2] != call[2] else 0
                    ways |= {(n, a, r, t + walked) for n, a, r, t in parts}
            return ways

        return ready

    everything = defaultdict(set)
    reached = board(enter)
    for _ in range(MOST):
        for call, parts in reached.items():
            everything[call] |= parts
        reached = board(again(reached))
    return everything


def written_out(case, rides):
    """Parts of the fastest journeys [origin, destination]: a set of those that are as good."""
    result = {}
    for origin in range(PLACES):
        options = defaultdict(list)
        for departure in case.window.departures.tolist():
            for call, ways in journeys(case, origin, departure).items():
                for (stop, target), egress in case.leave.items():
                    if stop != call[2]:
                        continue
                    total = call[3] + egress - departure
                    for n, access, ride, transfer in ways:
                        if n <= rides and total <= case.window.limit:
                            walk = access + transfer + egress
                            parts = (access, ride, transfer, egress, total, n)
                            options[target].append(((total, n, walk, ride, access), parts))
        for target, found in options.items():
            best = min(rank for rank, _ in found)
            result[origin, target] = {parts for rank, parts in found if rank == best}
    return result


@pytest.mark.parametrize(
    ("seed", "links"), [*((s, 0) for s in range(12)), *((s, 8) for s in range(60, 72))]
)
def test_parts_are_those_of_the_best_of_all_journeys(seed, links):
    case = Case(seed, links)
    case.window = Window(case.window.begin + 6, 5, 5, 60)
    request = case.request(rides=MOST)
    found = components_of(case.timetable, case.footpaths, request)
    expected = written_out(case, MOST)
    assert set(zip(found["origin"], found["destination"])) == set(expected)
    for row in found.to_dict("records"):
        parts = tuple(
            row[name] for name in ("access", "ride", "transfer", "egress", "total", "rides")
        )
        assert parts in expected[row["origin"], row["destination"]]


@pytest.mark.parametrize("rides", [0, 2])
@pytest.mark.parametrize("by_arrival", [False, True], ids=["by departure", "by arrival"])
@pytest.mark.parametrize("seed", range(60, 80))
def test_parts_add_up_to_the_shortest_time(seed, by_arrival, rides):
    case = Case(seed, 8)
    direct = access_of([0, 1, 2], [1, 1, 0], [25, 0, 40])
    request = case.request(direct=direct, by_arrival=by_arrival, rides=rides)
    if by_arrival:
        request = replace(request, window=Window(case.window.begin + 45, 12, 3, 60))
    times = travel_times(case.timetable, case.footpaths, request)
    found = components_of(case.timetable, case.footpaths, request)
    assert found["origin"].tolist() == times.origin.tolist()
    assert found["destination"].tolist() == times.destination.tolist()
    assert found["total"].tolist() == times.best.tolist()
    assert found[list(PARTS)].sum(axis=1).tolist() == found["total"].tolist()
    assert (found[list(PARTS)] >= 0).all(axis=None)
    if rides:
        assert found["rides"].tolist() == times.rides.tolist()
    on_foot = found[found["rides"] == 0]
    assert (on_foot["access"] == on_foot["total"]).all()


@pytest.mark.heavy
@pytest.mark.parametrize("name", ["riga/riga.zip", "tidytransit/nyc_subway.zip"])
def test_real_parts_are_those_of_single_journeys(reference, name):
    feed = read_feed(reference("gtfs") / name)
    day = feed.calendar.dates[int(feed.calendar.trips.argmax())]
    timetable = timetable_of(feed, day)
    metres = feed.stops[["lon", "lat"]].to_numpy() * 111_200
    metres[:, 0] *= np.cos(np.radians(feed.stops["lat"].median()))
    points = metres[np.random.default_rng(3).choice(np.unique(timetable.stop), 8)] + 150
    footpaths = straight_footpaths(metres, limit=300)
    ways = straight_ways(points, metres, limit=800)
    request = Request(Window(8 * 3600, 5, 60, 5400), 8, 8, ways, ways)
    found = components_of(timetable, footpaths, request)
    assert len(found) > 30
    for row in found.to_dict("records"):
        ends = [
            access_of(np.zeros(mine.sum()), ways.stop[mine], ways.seconds[mine])
            for mine in (ways.place == row["origin"], ways.place == row["destination"])
        ]
        best = [
            trip
            for departure in request.window.departures.tolist()
            if (trip := journey(timetable, footpaths, *ends, departure, limit=5400))
            and trip.arrival - departure == row["total"]
        ]
        assert min(trip.rides for trip in best) == row["rides"]


def test_blocks_of_any_size_give_the_same():
    case = Case(61, 8)
    request = case.request()
    whole = components_of(case.timetable, case.footpaths, request)
    trips = trips_of(case.timetable, case.footpaths, request)
    tight = replace(trips, request=replace(trips.request, budget=1))
    parts = list(component_blocks(tight))
    assert len(parts) == PLACES
    for name in whole.columns:
        assert np.concatenate([part[name] for part in parts]).tolist() == whole[name].tolist()


def test_progress_grows_and_cancelling_stops():
    case = Case(61, 8)
    told = []
    components_of(case.timetable, case.footpaths, case.request(), progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1

    def refuse(fraction):
        raise Cancelled

    with pytest.raises(Cancelled):
        components_of(case.timetable, case.footpaths, case.request(), progress=refuse)


def test_a_window_too_long_for_its_parts_is_a_sentence():
    case = Case(61)
    request = replace(case.request(), window=Window(0, 200_000, 60, 80_000))
    with pytest.raises(InputError, match="Shorten the window"):
        trips_of(case.timetable, case.footpaths, request)


def test_without_journeys_the_frame_is_empty():
    case = Case(61)
    none = access_of([], [], [])
    found = components_of(case.timetable, case.footpaths, replace(case.request(), access=none))
    assert len(found) == 0
    assert list(found.columns) == ["origin", "destination", *PARTS, "total", "rides"]
