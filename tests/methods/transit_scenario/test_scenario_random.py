"""Random edits of random feeds: by dates, nothing but what is meant may change."""

from collections import Counter

import numpy as np
import pytest
from samplan.processing.methods.transit.feed import read_feed
from scenario_cases import changed, edit, packed

HEAD = "trip_id,arrival_time,departure_time,stop_id,stop_sequence"
WEEK = "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date"


def clock(minutes):
    return f"{minutes // 60:02d}:{minutes % 60:02d}:00"


def random_feed(seed):
    """Four lines there and back on three services with exceptions; some trips by headway."""
    rng = np.random.default_rng(seed)
    stops = [f"s{n},Stop {n},{58 + n / 90},{15 + n / 70}" for n in range(12)]
    trips, calls, headways = [], [], []
    for number in range(60):
        line, direction = rng.integers(4), int(rng.integers(2))
        path = np.arange(line, line + rng.integers(2, 8))[:: 1 - 2 * direction]
        time = int(rng.integers(5 * 60, 25 * 60))
        service = ["week", "sat", "all"][rng.integers(3)]
        trips.append(f"{line},{service},t{number},{direction}")
        for place, stop in enumerate(path):
            wait = int(rng.integers(3)) if place else 0
            calls.append(f"t{number},{clock(time)},{clock(time + wait)},s{stop},{place}")
            time += wait + int(rng.integers(1, 15))
        if line == 3 and seed % 2:
            begin = int(rng.integers(5 * 60, 20 * 60))
            end, headway = begin + int(rng.integers(30, 300)), int(rng.integers(5, 40))
            headways.append(f"t{number},{clock(begin)},{clock(end)},{60 * headway}")
    order = rng.permutation(len(calls))
    dates = [f"week,{day},{kind}" for day, kind in (("20211006", 2), ("20211009", 1))]
    files = {
        "stops.txt": "\n".join(["stop_id,stop_name,stop_lat,stop_lon", *stops]),
        "routes.txt": "route_id,route_short_name,route_type\n"
        + "\n".join(f"{line},{line},700" for line in range(4)),
        "trips.txt": "\n".join(["route_id,service_id,trip_id,direction_id", *trips]),
        "stop_times.txt": "\n".join([HEAD, *(calls[place] for place in order)]),
        "calendar.txt": "\n".join(
            [
                WEEK,
                "week,1,1,1,1,1,0,0,20211004,20211017",
                "sat,0,0,0,0,0,1,0,20211004,20211017",
                "all,1,1,1,1,1,1,1,20211004,20211017",
            ]
        ),
        "calendar_dates.txt": "\n".join(["service_id,date,exception_type", *dates]),
    }
    if headways:
        rows = ["trip_id,start_time,end_time,headway_secs", *headways]
        files["frequencies.txt"] = "\n".join(rows)
    return files, rng


def by_date(feed):
    """Journeys of each date: line, direction, calls."""
    times, ids = feed.stop_times, feed.stops["stop_id"].to_numpy()
    journeys = []
    for trip, (route, direction) in enumerate(zip(feed.trips["route"], feed.trips["direction"])):
        rows = slice(times.start[trip], times.start[trip + 1])
        calls = tuple(
            zip(ids[times.stop[rows]], times.arrival[rows].tolist(), times.departure[rows].tolist())
        )
        journeys.append((feed.routes["route_id"][route], int(direction), calls))
    return {
        str(day): Counter(journeys[trip] for trip in np.flatnonzero(feed.runs_on(day)))
        for day in feed.calendar.dates
    }


ACTIONS = ("headway", "speed", "remove_line", "reroute", "remove_stop")
DAYS = {"weekday": (0, 1, 2, 3, 4), "saturday": (5,), "saturday sunday": (5, 6), "": range(7)}


def cells_of(action, line):
    return {
        "headway": {"headway_min": 17},
        "speed": {"percent": 30},
        "remove_line": {},
        "reroute": {"stops": f"s{line};s11;s{line + 1}"},
        "remove_stop": {"stops": f"s{line + 1}"},
    }[action]


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("seed", range(8))
def test_nothing_else_changes_on_any_date(seed, action):
    files, rng = random_feed(seed)
    line, direction = str(rng.integers(4)), int(rng.integers(2))
    days = list(DAYS)[rng.integers(4)]
    begin, end = 6 * 60, 19 * 60
    row = edit(
        action,
        route=line,
        direction=direction,
        begin=clock(begin),
        end=clock(end),
        days=days,
        **cells_of(action, int(line)),
    )
    before, after = by_date(read_feed(packed(files))), by_date(changed(files, row)[1])
    headway = cells_of(action, 0).get("headway_min")
    assert set(after) <= set(before)
    for number, day in enumerate(before):
        meant = Counter()
        for journey, count in before[day].items():
            inside = begin * 60 <= journey[2][0][2] < end * 60
            if journey[:2] == (line, direction) and inside and number % 7 in DAYS[days]:
                meant[journey] += count
        left, found = before[day] - meant, after.get(day, Counter())
        assert not left - found, "others stay"
        new = found - left
        assert {journey[:2] for journey in new} <= {(line, direction)}
        expected = {"remove_line": 0, "headway": -(-(end - begin) // headway) if headway else 0}
        if action in expected:
            starts = sorted(journey[2][0][2] for journey in new.elements())
            assert len(starts) in ({expected[action], expected[action] - 1} if meant else {0})
            assert set(np.diff(starts)) <= {60 * (headway or 0)}
        elif action == "speed":
            shorter = sorted((j[2][0][2], *(c[0] for c in j[2])) for j in new.elements())
            assert shorter == sorted((j[2][0][2], *(c[0] for c in j[2])) for j in meant.elements())
            spans = [
                sum(j[2][-1][1] - j[2][0][2] for j in each.elements()) for each in (meant, new)
            ]
            stops = sum(d - a for j in meant.elements() for _, a, d in j[2][1:-1])
            assert spans[1] - stops == pytest.approx(0.7 * (spans[0] - stops), abs=len(shorter))
