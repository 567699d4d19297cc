"""A map's two steps, to the stops and on from there, give what the matrix gives."""

import numpy as np
import pytest
from router_cases import LIMIT, made_up, random_ways
from samplan.processing.methods.transit import surface
from samplan.processing.methods.transit.router.access import access_of
from samplan.processing.methods.transit.router.matrix import travel_times
from samplan.processing.methods.transit.router.request import Request
from samplan.processing.methods.transit.router.window import Window

PLACES, ENDS = 3, 5


@pytest.mark.parametrize("by_arrival", [False, True], ids=["by departure", "by arrival"])
@pytest.mark.parametrize("rides", [0, 2])
@pytest.mark.parametrize("seed", range(8))
def test_equal_to_the_matrix(seed, rides, by_arrival, monkeypatch):
    monkeypatch.setattr(surface, "TOGETHER", 2)
    timetable, footpaths, _, _, begin, rng = made_up(seed)
    near = random_ways(rng, PLACES, timetable.stops)
    far = random_ways(rng, ENDS, timetable.stops)
    direct = access_of([0, 1, 1], [2, 0, 4], rng.integers(0, 30, 3))
    window = Window(begin, 12, 3, LIMIT)
    ends = (PLACES, ENDS, near, far, direct)
    if by_arrival:
        ends = (ENDS, PLACES, far, near, access_of(direct.stop, direct.place, direct.seconds))
    request = Request(window, *ends, by_arrival=by_arrival, rides=rides, percentiles=(40, 90))
    found = travel_times(timetable, footpaths, request)
    seconds, best = np.full((PLACES, ENDS, 2), np.nan), np.full((PLACES, ENDS), np.nan)
    pairs = (found.origin, found.destination)
    pairs = pairs[::-1] if by_arrival else pairs
    seconds[pairs], best[pairs] = found.seconds, found.best
    every = surface.reached_stops(
        timetable, footpaths, window, near, PLACES, by_arrival=by_arrival, rides=rides
    )
    count = 0
    for place, reached in enumerate(every):
        row = np.full(timetable.stops, -1)
        row[reached.stop] = np.arange(len(reached.stop))
        used = row[far.stop] >= 0
        egress = access_of(far.place[used], row[far.stop[used]], far.seconds[used])
        mine = direct.place == place
        walk = access_of(direct.stop[mine], np.zeros(mine.sum()), direct.seconds[mine])
        times = surface.times_at(reached, egress, walk, ENDS, percentiles=(40, 90))
        np.testing.assert_array_equal(times.seconds, seconds[place])
        np.testing.assert_array_equal(times.best, best[place])
        count += 1
    assert count == PLACES


def test_the_estimate_of_a_run_grows_with_its_size():
    from samplan.processing.methods.transit.router.effort import parts_of, seconds_of
    from samplan.processing.methods.transit.router.matrix import job_of

    timetable, footpaths, _, _, begin, rng = made_up(1)
    ways = random_ways(rng, 40, timetable.stops)

    def effort(places, departures):
        window = Window(begin, departures, 1, LIMIT)
        job = job_of(timetable, footpaths, Request(window, places, places, ways, ways))
        return seconds_of(job), *parts_of(job)

    small, more, longer = effort(20, 10), effort(40, 10), effort(20, 20)
    assert all(0 < a < b for a, b in zip(small, more))
    assert 0 < small[0] < longer[0]
