"""Small made-up feeds, and the bluntest search through them: which calls can one get on and off.

Nothing is optimised and no time is compared but to see whether a connection is made, so that the
search shares no idea with the router. Calls are (trip, position, stop, arrival, departure, boards,
alights).
"""

import io
import zipfile
from itertools import groupby

import numpy as np

DAY = 86_400
DATES = ("20211004", "20211005", "20211006")
DATE = "2021-10-05"


def random_feed(rng):
    """Stops, walks and trips with loops, overtaking, equal times, midnights and headways."""
    stops = int(rng.integers(3, 8))
    begin = int(rng.choice([0, DAY - 20]))
    trips = []
    for _ in range(rng.integers(4, 16)):
        length = int(rng.integers(2, 6))
        route = rng.integers(0, stops, length)  # loops, and even the same stop again at once
        moves = rng.choice([0, 0, 1, 2, 5, 9], 2 * length)
        day = int(rng.choice([0, 1, 1, 1, 2]))
        # the days before and after run into the window around midnight
        first = {0: begin + DAY, 1: begin, 2: 0}[day]
        times = first + rng.integers(0, 40) + np.cumsum(moves)
        headway = (
            (int(rng.integers(3, 12)), int(rng.integers(5, 30))) if rng.random() < 0.2 else None
        )
        gets_on, gets_off = rng.random((2, length)) < 0.9
        trips.append((day, route.tolist(), times.tolist(), gets_on, gets_off, headway))
    ends = rng.integers(0, stops, (rng.integers(0, 8), 2))
    walks = {
        (int(a), int(b)): int(time)
        for (a, b), time in zip(ends, rng.choice([0, 0, 1, 3, 7], len(ends)))
    }
    # at some stops nobody may change
    walks |= {(stop, stop): None for stop in range(stops) if rng.random() < 0.1}
    return stops, trips, walks, begin


def gtfs(stops, trips):
    """Write the trips as a feed."""

    def clock(time):
        return f"{time // 3600:02d}:{time // 60 % 60:02d}:{time % 60:02d}"

    rows = {
        "stops": ["stop_id,stop_lat,stop_lon", *(f"s{n},58,{15 + n / 100}" for n in range(stops))],
        "routes": ["route_id,route_type", "r,700"],
        "trips": ["route_id,service_id,trip_id"],
        "calendar_dates": ["service_id,date,exception_type"],
        "frequencies": ["trip_id,start_time,end_time,headway_secs"],
        "stop_times": [
            "trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type"
        ],
    }
    rows["calendar_dates"] += [f"d{number},{day},1" for number, day in enumerate(DATES)]
    for number, (day, route, times, gets_on, gets_off, headway) in enumerate(trips):
        rows["trips"].append(f"r,d{day},t{number}")
        for place, stop in enumerate(route):
            arrival, departure = clock(times[2 * place]), clock(times[2 * place + 1])
            codes = f"{1 - int(gets_on[place])},{1 - int(gets_off[place])}"
            rows["stop_times"].append(f"t{number},{arrival},{departure},s{stop},{place},{codes}")
        if headway:
            begin = times[1]
            rows["frequencies"].append(
                f"t{number},{clock(begin)},{clock(begin + headway[1])},{headway[0]}"
            )
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, lines in rows.items():
            archive.writestr(f"{name}.txt", "\n".join(lines))
    return content.getvalue()


def calls_of(trips):
    """Write all journeys out, in seconds of the middle day."""
    calls = []
    for day, route, times, gets_on, gets_off, headway in trips:
        delays = range(0, headway[1], headway[0]) if headway else [0]
        for delay in delays:
            shift = delay + (day - 1) * DAY
            last = len(route) - 1
            trip = len({call[0] for call in calls})
            calls += [
                (
                    trip,
                    place,
                    stop,
                    times[2 * place] + shift,
                    times[2 * place + 1] + shift,
                    bool(gets_on[place]) and place < last,
                    bool(gets_off[place]) and place > 0,
                )
                for place, stop in enumerate(route)
            ]
    return calls


def rides_to_calls(calls, walks, access, departure):
    """Fewest rides with which one gets off at each call; no walk follows a walk.

    ``walks`` has the seconds by pair of stops; a stop without a walk to itself is changed at at
    once, None forbids. ``access`` has the seconds to each stop.
    """
    trips = [list(group) for _, group in groupby(calls, key=lambda call: call[0])]
    by_stop = {}
    for trip in trips:
        for call in trip:
            by_stop.setdefault(call[2], []).append((trip, call))
    reached, frontier = {}, []

    def ride(stop, time, rides):
        for trip, call in by_stop.get(stop, ()):
            if call[5] and call[4] >= time:
                for later in trip[call[1] + 1 :]:
                    if later[6] and later not in reached:
                        reached[later] = rides
                        frontier.append(later)

    for stop, seconds in access.items():
        ride(stop, departure + seconds, 1)
    while frontier:
        now, frontier[:] = list(frontier), []
        for call in now:
            for stop in by_stop:
                seconds = walks.get((call[2], stop), 0 if stop == call[2] else None)
                if seconds is not None:
                    ride(stop, call[3] + seconds, reached[call] + 1)
    return reached


def arrivals(reached, egress, rides=None):
    """Earliest arrival at each destination, from the fewest rides to each call.

    ``egress`` has the seconds by (stop, destination).
    """
    best = {}
    for call, used in reached.items():
        if rides is None or used <= rides:
            for (stop, destination), seconds in egress.items():
                if stop == call[2]:
                    time = call[3] + seconds
                    best[destination] = min(best.get(destination, time), time)
    return best
