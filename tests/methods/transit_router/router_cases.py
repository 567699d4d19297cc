"""Made-up cases for the router, and its answers to them."""

import numpy as np
import router_oracle as oracle
from samplan.processing.methods.transit.feed import read_feed
from samplan.processing.methods.transit.router.access import access_of
from samplan.processing.methods.transit.router.arrivals import never, vehicle_arrivals, with_egress
from samplan.processing.methods.transit.router.footpaths import FORBIDDEN, given_footpaths
from samplan.processing.methods.transit.router.scan import plan_of, scan
from samplan.processing.methods.transit.router.timetable import timetable_of

LIMIT = 60


def made_up(seed):
    rng = np.random.default_rng(seed)
    stops, trips, walks, begin = oracle.random_feed(rng)
    timetable = timetable_of(read_feed(oracle.gtfs(stops, trips)), oracle.DATE)
    return timetable, measured(timetable, walks), oracle.calls_of(trips), walks, begin, rng


def measured(timetable, walks):
    change = np.zeros(timetable.stops, dtype=int)
    change[[tail for (tail, _), seconds in walks.items() if seconds is None]] = FORBIDDEN
    made = {ends: seconds for ends, seconds in walks.items() if seconds is not None}
    ends = np.array(list(made), dtype=int).reshape(-1, 2)
    return given_footpaths(timetable.stops, *ends.T, list(made.values()), change=change)


def random_ways(rng, places, stops):
    """Walks between places and some of the stops."""
    pairs = np.argwhere(rng.random((places, stops)) < 0.4)
    return access_of(pairs[:, 0], pairs[:, 1], rng.choice([0, 0, 1, 4, 8], len(pairs)))


def door_to_door(timetable, footpaths, window, access, egress, places, rides=0):
    """Arrivals [destination, departure, limit, origin] in seconds of the day."""
    plan = plan_of(timetable, footpaths, window)
    seen = scan(plan, access, places[0], rides=rides)
    stops = np.arange(timetable.stops)
    by_vehicle = vehicle_arrivals(plan.events, seen, stops, window.count, np.int32)
    found = with_egress(by_vehicle, egress, places[1])
    found = found.reshape(places[1], window.count, max(rides, 1), places[0]).astype(float)
    found[found >= never(np.int32)] = np.inf
    return found + window.begin
