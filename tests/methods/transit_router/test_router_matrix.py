"""Travel times from door to door, by departure and by arrival, and the journeys behind them."""

import pickle
from dataclasses import replace

import numpy as np
import pytest
import router_oracle as oracle
from router_cases import made_up, random_ways
from samplan.processing.methods.errors import Cancelled, InputError
from samplan.processing.methods.transit.router.access import access_of
from samplan.processing.methods.transit.router.footpaths import given_footpaths
from samplan.processing.methods.transit.router.journey import journey, journey_by
from samplan.processing.methods.transit.router.matrix import (
    job_of,
    part_times,
    travel_time_blocks,
    travel_times,
)
from samplan.processing.methods.transit.router.memory import Blocks
from samplan.processing.methods.transit.router.request import Request
from samplan.processing.methods.transit.router.window import Window

LIMIT = 50


def assert_same(blocks, whole):
    for name in ("origin", "destination", "seconds", "best", "share", "rides"):
        joined = np.concatenate([getattr(block, name) for block in blocks])
        np.testing.assert_array_equal(joined, getattr(whole, name))


def by_pair(places, times, column):
    """A figure as a table, NaN without a journey."""
    table = np.full((places, places), np.nan)
    table[times.origin, times.destination] = column
    return table


def blunt(calls, walks, request, departures):
    """Travel times [origin, destination, departure] from every departure, NaN without one."""
    egress = dict(
        zip(
            zip(request.egress.stop.tolist(), request.egress.place.tolist()),
            request.egress.seconds.tolist(),
        )
    )
    result = np.full((request.origins, request.destinations, len(departures)), np.inf)
    for origin, target, seconds in zip(*(c.tolist() for c in request.direct)):
        result[origin, target] = seconds
    for origin in range(request.origins):
        mine = request.access.place == origin
        access = dict(
            zip(request.access.stop[mine].tolist(), request.access.seconds[mine].tolist())
        )
        for number, departure in enumerate(departures):
            reached = oracle.rides_to_calls(calls, walks, access, departure)
            found = oracle.arrivals(reached, egress, request.rides or None)
            for target, time in found.items():
                cell = (origin, target, number)
                result[cell] = min(result[cell], time - departure)
    return np.where(result <= request.window.limit, result, np.inf)


def request_of(seed, rides=0, **options):
    timetable, footpaths, calls, walks, begin, rng = made_up(seed)
    access, egress = (random_ways(rng, 4, timetable.stops) for _ in range(2))
    direct = random_ways(rng, 4, 4)
    direct = direct._replace(seconds=direct.seconds + 20)
    window = Window(begin + 10, 15, 3, LIMIT)
    request = Request(window, 4, 4, access, egress, direct, rides=rides, **options)
    return timetable, footpaths, calls, walks, request


@pytest.mark.parametrize("seed", range(200, 240))
@pytest.mark.parametrize("rides", [0, 2])
def test_figures_of_a_window_are_those_of_its_departures(seed, rides):
    timetable, footpaths, calls, walks, request = request_of(
        seed, rides, percentiles=(20, 50, 100), within=(15, 30)
    )
    expected = np.sort(blunt(calls, walks, request, request.window.departures.tolist()))
    found = travel_times(timetable, footpaths, request)
    finite = np.where(np.isinf(expected), np.nan, expected)
    for place, rank in enumerate((2, 7, 14)):
        np.testing.assert_array_equal(by_pair(4, found, found.seconds[:, place]), finite[..., rank])
    np.testing.assert_array_equal(by_pair(4, found, found.best), finite[..., 0])
    for place, seconds in enumerate((15, 30)):
        share = np.nan_to_num(by_pair(4, found, found.share[:, place]))
        np.testing.assert_allclose(share, (expected <= seconds).mean(axis=-1), atol=1e-7)


@pytest.mark.parametrize("seed", range(240, 280))
def test_by_arrival_one_leaves_as_late_as_possible(seed):
    timetable, footpaths, calls, walks, request = request_of(seed, by_arrival=True)
    begin = request.window.begin
    deadlines = request.window.departures
    # every second from which some deadline could be met
    departures = list(range(begin - LIMIT, int(deadlines[-1]) + 1))
    free = replace(request, window=Window(begin, 1, 1, 10_000))
    travel = blunt(calls, walks, free, departures)
    arrival = travel + departures
    expected = np.full((4, 4, len(deadlines)), np.nan)
    for number, deadline in enumerate(deadlines):
        in_time = arrival <= deadline
        latest = np.where(in_time, departures, -np.inf).max(axis=-1)
        seconds = deadline - latest
        expected[..., number] = np.where(seconds <= LIMIT, seconds, np.inf)
    best = expected.min(axis=-1)
    median = np.sort(expected)[..., 7]
    found = travel_times(timetable, footpaths, request)
    for table, figure in ((best, found.best), (median, found.seconds[:, 0])):
        np.testing.assert_array_equal(
            by_pair(4, found, figure), np.where(np.isinf(table), np.nan, table)
        )


@pytest.mark.parametrize("seed", range(280, 300))
def test_reversing_time_twice_changes_nothing(seed):
    timetable, footpaths, _, _, request = request_of(seed)
    once = travel_times(timetable, footpaths, request)
    # the arrivals of the mirrored timetable are the departures of this one
    twice = travel_times(timetable.mirrored(), footpaths.reversed(), request.mirrored())
    np.testing.assert_array_equal(by_pair(4, once, once.best), by_pair(4, twice, twice.best).T)
    np.testing.assert_array_equal(
        by_pair(4, once, once.seconds[:, 0]), by_pair(4, twice, twice.seconds[:, 0]).T
    )


@pytest.mark.parametrize("seed", range(200, 230))
def test_fewest_rides_of_the_best_journey(seed):
    timetable, footpaths, _, _, request = request_of(seed, 3)
    found = travel_times(timetable, footpaths, request)
    best, rides = by_pair(4, found, found.best), by_pair(4, found, found.rides)
    for limit in (1, 2):
        fewer = travel_times(timetable, footpaths, replace(request, rides=limit))
        same = by_pair(4, fewer, fewer.best) == best
        assert (same == (rides <= limit)).all()
    walk = np.full((4, 4), np.inf)
    walk[request.direct.place, request.direct.stop] = request.direct.seconds
    assert ((rides == 0) == (walk == best)).all()


@pytest.mark.parametrize("seed", range(200, 240))
def test_journeys_are_possible_and_take_the_time_of_the_matrix(seed):
    timetable, footpaths, calls, _, request = request_of(seed)
    departure = request.window.begin
    single = replace(request, window=Window(departure, 1, 1, LIMIT))
    found = travel_times(timetable, footpaths, single)
    table = by_pair(4, found, found.best)
    ridden = {(call[2], call[4], "on") for call in calls if call[5]}
    ridden |= {(call[2], call[3], "off") for call in calls if call[6]}
    for origin, target in np.ndindex(4, 4):
        trip = one_journey(journey, timetable, footpaths, single, origin, target, departure)
        if trip is None:
            assert np.isnan(table[origin, target])
            continue
        assert trip.arrival - departure == table[origin, target]
        assert sum(trip.components().values()) == table[origin, target]
        clock, place = departure, -1
        for leg in trip.legs:
            assert leg.departure >= clock
            assert leg.begin == place or leg.departure >= clock
            clock, place = leg.arrival, leg.end
            if leg.trip >= 0:
                assert (leg.begin, leg.departure, "on") in ridden
                assert (leg.end, leg.arrival, "off") in ridden


@pytest.mark.parametrize("seed", range(240, 260))
def test_journeys_by_arrival_take_the_time_of_the_matrix(seed):
    timetable, footpaths, _, _, request = request_of(seed)
    deadline = request.window.begin + 40
    single = replace(request, window=Window(deadline, 1, 1, LIMIT), by_arrival=True)
    found = travel_times(timetable, footpaths, single)
    table = by_pair(4, found, found.best)
    for origin, target in np.ndindex(4, 4):
        trip = one_journey(journey_by, timetable, footpaths, single, origin, target, deadline)
        if trip is None:
            assert np.isnan(table[origin, target])
        else:
            assert deadline - trip.departure == table[origin, target]
            assert trip.arrival <= deadline


def one_journey(search, timetable, footpaths, request, origin, target, time):
    access, egress = (
        access_of(np.zeros(mine.sum()), ways.stop[mine], ways.seconds[mine])
        for ways, mine in (
            (request.access, request.access.place == origin),
            (request.egress, request.egress.place == target),
        )
    )
    direct = request.direct
    mine = (direct.place == origin) & (direct.stop == target)
    on_foot = direct.seconds[mine].min() if mine.any() else np.inf
    return search(timetable, footpaths, access, egress, time, on_foot=on_foot, limit=LIMIT)


def test_blocks_of_any_size_give_the_same():
    timetable, footpaths, _, _, request = request_of(205, within=(20,))
    whole = travel_times(timetable, footpaths, request)
    roomy = job_of(timetable, footpaths, request)
    assert roomy.sizes.bytes <= request.budget
    assert len(roomy.parts()) == 1
    tight = replace(request, budget=roomy.plan.bytes() + 17_000_000)
    job = job_of(timetable, footpaths, tight)
    assert job.sizes.bytes <= tight.budget
    small = [replace(job, sizes=Blocks(*sizes, 0)) for sizes in ((1, 1, 1), (3, 2, 3))]
    for each in (job, *small):
        assert_same(list(travel_time_blocks(each)), whole)


@pytest.mark.parametrize("by_arrival", [False, True])
def test_parts_computed_elsewhere_give_the_same(by_arrival):
    timetable, footpaths, _, _, request = request_of(210, within=(20,), by_arrival=by_arrival)
    whole = travel_times(timetable, footpaths, request)
    job = pickle.loads(pickle.dumps(job_of(timetable, footpaths, request)))
    assert_same([part_times(job, *part) for part in job.parts()], whole)


def test_a_timetable_larger_than_the_memory_is_a_sentence():
    timetable, footpaths, _, _, request = request_of(205)
    with pytest.raises(InputError, match="alone needs 17 MB of memory, and only 1 MB"):
        travel_times(timetable, footpaths, replace(request, budget=1_000_000))


def test_stops_when_asked_to():
    timetable, footpaths, _, _, request = request_of(205)

    def refuse(fraction):
        raise Cancelled

    with pytest.raises(Cancelled):
        travel_times(timetable, footpaths, request, progress=refuse)


@pytest.mark.parametrize("origins", [0, 1], ids=["no origin", "one origin without any stop"])
def test_without_a_way_to_a_stop_there_is_no_journey(origins):
    timetable, footpaths, _, _, request = request_of(205)
    none = access_of([], [], [])
    alone = replace(request, origins=origins, access=none, direct=none)
    assert len(travel_times(timetable, footpaths, alone).origin) == 0


def test_a_day_without_trips_leaves_the_walks():
    timetable, _, _, _, request = request_of(205)
    idle = replace(
        timetable,
        start=np.zeros(1, np.int64),
        trip=np.zeros(0, np.int64),
        **{
            name: getattr(timetable, name)[:0]
            for name in ("stop", "arrival", "departure", "boards", "alights")
        },
    )
    found = travel_times(idle, given_footpaths(idle.stops), request)
    short = request.direct.seconds <= LIMIT
    assert found.best.tolist() == request.direct.seconds[short].tolist()


@pytest.mark.parametrize("percentile", [0, -5, 101])
def test_refuses_a_percentile_that_is_none(percentile):
    timetable, footpaths, _, _, request = request_of(205)
    with pytest.raises(InputError, match=f"at most 100, not {percentile}"):
        travel_times(timetable, footpaths, replace(request, percentiles=(percentile,)))
