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
TRANSFERS = [
    "from_stop_id",
    "to_stop_id",
    "transfer_type",
    "min_transfer_time",
    *("from_trip_id", "to_trip_id", "from_route_id", "to_route_id"),
]


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


def feed_with_changes(rng):
    """Stops, walks and trips where one goes by stops 0 to 2 on the way from stop 3 to stop 4."""
    begin, trips = 0, []
    for number in range(16):
        way = [[3], [], [4]][number % 3]
        between = rng.integers(0, 3, rng.integers(1, 3) if way else 2).tolist()
        route = [*way, *between] if way == [3] else [*between, *way]
        moves = rng.choice([0, 0, 1, 2, 4], 2 * len(route))
        times = begin + rng.integers(0, 30) + 8 * (number % 3) + np.cumsum(moves)
        headway = (int(rng.integers(5, 12)), 20) if rng.random() < 0.15 else None
        always = np.ones(len(route), dtype=bool)
        trips.append((1, route, times.tolist(), always, always, headway))
    ends = [(0, 1), (1, 0), (1, 2), (2, 1), (0, 2)]
    walks = {pair: int(rng.choice([0, 1, 3, 6])) for pair in ends if rng.random() < 0.6}
    walks |= {(stop, stop): int(rng.choice([0, 2, 5])) for stop in range(3) if rng.random() < 0.5}
    walks |= {(2, 2): None} if rng.random() < 0.2 else {}
    return 5, trips, walks, begin


def gtfs(stops, trips, transfers=()):
    """Write the trips as a feed, on two lines in turn; the first two stops belong to a station."""

    def clock(time):
        return f"{time // 3600:02d}:{time // 60 % 60:02d}:{time % 60:02d}"

    rows = {
        "stops": [
            "stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station",
            *(f"s{n},s{n},58,{15 + n / 100},0,{'station' if n < 2 else ''}" for n in range(stops)),
            "station,station,58,15,1,",
        ],
        "routes": ["route_id,route_type", "r0,700", "r1,700"],
        "transfers": [",".join(TRANSFERS), *(",".join(map(str, rule)) for rule in transfers)],
        "trips": ["route_id,service_id,trip_id"],
        "calendar_dates": ["service_id,date,exception_type"],
        "frequencies": ["trip_id,start_time,end_time,headway_secs"],
        "stop_times": [
            "trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type"
        ],
    }
    rows["calendar_dates"] += [f"d{number},{day},1" for number, day in enumerate(DATES)]
    for number, (day, route, times, gets_on, gets_off, headway) in enumerate(trips):
        rows["trips"].append(f"r{number % 2},d{day},t{number}")
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


def sources(trips):
    """Number of the trip in the feed, and its day, of each journey."""
    return [
        (number, trip[0])
        for number, trip in enumerate(trips)
        for _ in (range(0, trip[5][1], trip[5][0]) if trip[5] else [0])
    ]


def rules_by_pair(rules, walks, runs):
    """Return the seconds from one call to board at another, None where that is forbidden.

    The format's order: two trips, a trip and a line, a trip, two lines, a line, stops only.
    """
    order = ["tt", "tr rt", "t- -t", "rr", "r- -r", "--"]

    def fits(rule, side, call):
        """How a rule names a call: by trip, line or neither, and by stop or station."""
        stop, trip, route = rule[side], rule[4 + side], rule[6 + side]
        places = [f"s{call[2]}", *(["station"] if call[2] < 2 else [])]
        number = runs[call[0]][0]
        if stop not in places or trip not in ("", f"t{number}"):
            return None
        if not trip and route not in ("", f"r{number % 2}"):
            return None
        return ("t" if trip else "r" if route else "-"), places.index(stop)

    known = {}

    def seconds(call, later):
        pair = (call[0], call[2], later[0], later[2])
        if pair not in known:
            known[pair] = look_up(call, later)
        return known[pair]

    def look_up(call, later):
        measured = walks.get((call[2], later[2]), 0 if call[2] == later[2] else None)
        found = []
        for rule in rules:
            one, two = fits(rule, 0, call), fits(rule, 1, later)
            if rule[2] < 4 and one and two:
                rank = next(n for n, names in enumerate(order) if one[0] + two[0] in names.split())
                time = -1 if rule[3] == "" else rule[3]
                found.append((rank, one[1] + two[1], rule[2], time))
        if not found:
            return measured
        rank, _, kind, time = min(found)
        if kind == 3 or time >= 0:
            return None if kind == 3 else time
        return 0 if measured is None or (kind == 1 and rank == 0) else measured

    return seconds


def kept_seats(rules, calls, runs):
    """Return the journeys that one may ride on with without getting off, by journey."""
    first = {call[0]: call[4] for call in reversed(calls)}
    last = {call[0]: call[3] for call in calls}
    links = {(rule[4], rule[5]): [] for rule in rules if rule[2] >= 4}
    for rule in rules:
        if rule[2] >= 4:
            links[rule[4], rule[5]].append(rule[2])
    onward = {}
    for run, (number, day) in enumerate(runs):
        for other, (next_, next_day) in enumerate(runs):
            kinds = links.get((f"t{number}", f"t{next_}"), [])
            in_time = day <= next_day <= day + 1 and last[run] <= first[other]
            if kinds and max(kinds) == 4 and in_time:
                onward.setdefault(run, []).append(other)
    return onward


def rides_to_calls(calls, walks, access, departure, *, change=None, onward=None):
    """Fewest rides with which one gets off at each call; no walk follows a walk.

    ``walks`` has the seconds by pair of stops; a stop without a walk to itself is changed at at
    once, None forbids. ``access`` has the seconds to each stop. ``change`` and ``onward``: from
    `rules_by_pair` and `kept_seats`.
    """
    if change is None:

        def change(call, later):
            return walks.get((call[2], later[2]), 0 if call[2] == later[2] else None)

    trips = {run: list(group) for run, group in groupby(calls, key=lambda call: call[0])}
    boarded = [call for call in calls if call[5]]
    reached, frontier = {}, []

    def ride(ready, rides):
        for call in boarded:
            time = ready(call)
            if time is not None and call[4] >= time:
                get_off(trips[call[0]][call[1] + 1 :], call[0], rides)

    def get_off(later_calls, run, rides):
        for later in later_calls:
            if later[6] and later not in reached:
                reached[later] = rides
                frontier.append(later)
        for following in (onward or {}).get(run, ()):
            get_off(trips[following], following, rides)

    def enter(call):
        return departure + access[call[2]] if call[2] in access else None

    ride(enter, 1)
    while frontier:
        now, frontier[:] = list(frontier), []
        for call in now:

            def ready(later, call=call):
                seconds = change(call, later)
                return None if seconds is None else call[3] + seconds

            ride(ready, reached[call] + 1)
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
