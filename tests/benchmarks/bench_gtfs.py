"""Reading timetable feeds and counting departures, against gtfs-kit and nigiri.

Run in an interpreter with the plugin's libraries; the peers' interpreter is optional:

    python tests/benchmarks/bench_gtfs.py --peers /path/to/venv/bin/python
    python tests/benchmarks/bench_gtfs.py --peers ... --feed nyc.zip --dates 20180626,20180630

Without a feed one of a large city is made: about 7 million calls, a quarter of them on a weekday.
Ours and the peer run as processes of their own, in turn; the median wall time of each, the median
of the pairwise ratios and the peak memory are printed, start-up included. The sums over all times
must agree. The one-day archive that nigiri (compiled C++) reads holds only the trips of the first
date, without shapes; there only the reading is measured, without start-up.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from datetime import datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOUR = 3600
WINDOWS = {
    "day": (6, 20),
    "dawn": (5, 7),
    "peak": (7, 9),
    "noon": (9, 15),
    "home": (15, 18),
    "evening": (18, 23),
}
DEPOTS = 5
DAYS = {
    "Weekday": "1,1,1,1,1,0,0",
    "Break": "0,0,0,0,0,0,0",
    "Saturday": "0,0,0,0,0,1,0",
    "Sunday": "0,0,0,0,0,0,1",
}
SHARES = {"Weekday": 1.0, "Break": 0.95, "Saturday": 0.75, "Sunday": 0.65}
DAY = Path(tempfile.gettempdir()) / "bench_gtfs_day.zip"
DATES = "20240110,20240113,20240114"


def make(path, *, lines=320, departures=82, stops=13_000, seed=1):
    """Write a feed of a large city with long ids, and stop times to the second."""
    import numpy as np

    rng = np.random.default_rng(seed)
    places = rng.normal([40.75, -73.95], [0.09, 0.12], (stops, 2))
    trips = ["route_id,service_id,trip_id,trip_headsign,direction_id,block_id,shape_id\n"]
    head = "trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type\n"
    services = [f"UP_D{depot}-{day}" for day in DAYS for depot in range(DEPOTS)]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as feed:
        with feed.open("stop_times.txt", "w", force_zip64=True) as out:
            out.write(head.encode())
            for line in range(lines):
                for trip, rows in line_trips(rng, line, departures, stops):
                    trips.append(trip)
                    out.write(rows.encode())
        feed.writestr("trips.txt", "".join(trips))
        feed.writestr(
            "agency.txt",
            "agency_id,agency_name,agency_url,agency_timezone\n"
            "A,City,https://example.org,America/New_York\n",
        )
        feed.writestr(
            "stops.txt",
            "stop_id,stop_name,stop_lat,stop_lon\n"
            + "".join(
                f"{400000 + n},STREET {n // 60}/AV {n % 60},{lat:.6f},{lon:.6f}\n"
                for n, (lat, lon) in enumerate(places)
            ),
        )
        feed.writestr(
            "routes.txt",
            "route_id,agency_id,route_short_name,route_long_name,"
            "route_type\n" + "".join(f"B{n},A,B{n},Line {n},3\n" for n in range(lines)),
        )
        feed.writestr(
            "calendar.txt",
            "service_id,monday,tuesday,wednesday,thursday,friday,"
            "saturday,sunday,start_date,end_date\n"
            + "".join(
                f"{name},{DAYS[name.split('-')[1]]},20240107,20240406\n" for name in services
            ),
        )
        feed.writestr(
            "calendar_dates.txt",
            "service_id,date,exception_type\n"
            + "".join(
                f"UP_D{n}-Weekday,20240219,2\nUP_D{n}-Break,20240219,1\n" for n in range(DEPOTS)
            ),
        )


def line_trips(rng, line, departures, stops):
    """Yield the row of each trip of a line, and its rows of stop times."""
    import numpy as np

    count = int(70 * rng.uniform(0.5, 1.1))
    route = 400_000 + rng.choice(stops, count, replace=False)
    run = np.cumsum(rng.integers(40, 110, count))
    number = line * 10_000
    for day, share in SHARES.items():
        for direction in (0, 1):
            often = int(departures * share * rng.uniform(0.3, 1.2))
            for start in np.sort(rng.integers(5 * HOUR, int(24.5 * HOUR), often)):
                number += 1
                depot = number % DEPOTS
                name = f"UP_D{depot}-{day}-{start // 36:06d}_B{line}_{number}"
                text = [f"{t // HOUR:02d}:{t // 60 % 60:02d}:{t % 60:02d}" for t in start + run]
                places = route if direction == 0 else route[::-1]
                yield (
                    f"B{line},UP_D{depot}-{day},{name},TERMINAL {line} {direction},{direction},"
                    f"{number},B{line}{direction}\n",
                    "".join(
                        f"{name},{t},{t},{stop},{n},0,0\n"
                        for n, (t, stop) in enumerate(zip(text, places.tolist()), 1)
                    ),
                )


# --- the jobs: each runs in a process of its own and prints what it found -------------------------


def day_ours(feed, dates):
    from samplan.processing.methods.transit.feed import read_feed

    found = read_feed(feed, dates=[iso(dates[0])])
    times = found.stop_times
    return sums(len(found.trips), times.arrival, times.departure)


def day_peer(feed, dates):
    import gtfs_kit

    found = gtfs_kit.read_feed(feed, dist_units="km").restrict_to_dates(dates[:1])
    return {"trips": len(found.trips), "calls": len(found.stop_times)}


def seconds_peer(feed, dates):
    """As `day_peer`, with times as seconds, as ours has them."""
    import gtfs_kit
    from gtfs_kit.helpers import timestr_to_seconds

    found = gtfs_kit.read_feed(feed, dist_units="km").restrict_to_dates(dates[:1])
    times = [
        found.stop_times[f"{name}_time"].map(timestr_to_seconds)
        for name in ("arrival", "departure")
    ]
    return sums(len(found.trips), *times)


def cache_ours(feed, dates):
    """Open a feed the first time and from the cache; both in one process, start-up left out."""
    from samplan.processing.methods.transit.archive import content_key
    from samplan.processing.methods.transit.cache import load, save
    from samplan.processing.methods.transit.feed import read_feed

    begin = time.perf_counter()
    found = read_feed(feed)
    first = time.perf_counter() - begin
    folder = Path(feed).parent
    save(found, folder / f"{content_key(feed)}.npz")
    begin = time.perf_counter()
    again = load(folder / f"{content_key(feed)}.npz")
    second = time.perf_counter() - begin
    size = (folder / f"{content_key(feed)}.npz").stat().st_size
    return {
        "first": first,
        "second": second,
        "times": first / second,
        "MB": size / 1e6,
        "calls": len(again.stop_times),
    }


def one_day(feed, dates):
    """Write an archive with only the trips of the first date."""
    from samplan.processing.methods.transit.feed import read_feed

    found = read_feed(feed, dates=[iso(dates[0])])
    running = set(found.trips["trip_id"])
    services = {found.calendar.services[number] for number in set(found.trips["service"])}
    with zipfile.ZipFile(feed) as whole, zipfile.ZipFile(DAY, "w", zipfile.ZIP_DEFLATED) as part:
        for name in ("agency", "stops", "routes"):
            part.writestr(f"{name}.txt", whole.read(f"{name}.txt"))
        for name in ("trips", "stop_times"):
            with whole.open(f"{name}.txt") as lines, part.open(f"{name}.txt", "w") as out:
                head = next(lines)
                place = head.decode("utf-8-sig").strip().split(",").index("trip_id")
                out.write(head)
                for line in lines:
                    if line.decode().split(",")[place].strip() in running:
                        out.write(line)
        rows = "".join(f"{each},{dates[0]},1\n" for each in sorted(services))
        part.writestr("calendar_dates.txt", "service_id,date,exception_type\n" + rows)
    return {"trips": len(running)}


def load_ours(feed, dates):
    from samplan.processing.methods.transit.feed import read_feed

    begin = time.perf_counter()
    found = read_feed(feed)
    return {"after start": time.perf_counter() - begin, "trips": len(found.trips)}


def load_peer(feed, dates):
    import pynigiri

    begin = time.perf_counter()
    source = pynigiri.TimetableSource()
    source.tag, source.path = "city", feed
    day = iso(dates[0])
    after = (datetime.fromisoformat(day) + timedelta(1)).date().isoformat()
    found = pynigiri.load_timetable([source], day, after)
    return {"after start": time.perf_counter() - begin, "trips": found.n_transports()}


def service_ours(feed, dates):
    """Stop statistics of the dates in six windows; the time after loading."""
    from samplan.processing.methods.transit.feed import read_feed
    from samplan.processing.methods.transit.service import stop_service

    found = read_feed(feed, dates=[iso(day) for day in dates])
    begin = time.perf_counter()
    days = {day: [iso(day)] for day in dates}
    windows = {name: (a * HOUR, b * HOUR) for name, (a, b) in WINDOWS.items()}
    table = stop_service(found, days, windows, by="stop", event="call")
    taken = time.perf_counter() - begin
    return {"after loading": taken, "mean_gap": round(float((table["mean_gap"] / 60).sum()), 3)}


def service_peer(feed, dates):
    """The same by gtfs-kit, which takes one window at a time."""
    import gtfs_kit

    found = gtfs_kit.read_feed(feed, dist_units="km")
    begin = time.perf_counter()
    total = 0.0
    for first, last in WINDOWS.values():
        # its windows are closed: a second less, to leave the end out
        table = gtfs_kit.compute_stop_stats(
            found,
            dates,
            headway_start_time=f"{first:02d}:00:00",
            headway_end_time=f"{last - 1:02d}:59:59",
        )
        total += float(table["mean_headway"].sum())
    return {"after loading": time.perf_counter() - begin, "mean_gap": round(total, 3)}


def iso(day):
    return f"{day[:4]}-{day[4:6]}-{day[6:]}"


def sums(trips, arrival, departure):
    import numpy as np

    times = {"arrival": arrival, "departure": departure}
    return {
        "trips": trips,
        "calls": len(arrival),
        **{name: int(np.asarray(values, dtype=np.int64).sum()) for name, values in times.items()},
    }


JOBS = {
    job.__name__: job
    for job in (
        *(day_ours, day_peer, seconds_peer, cache_ours, service_ours, service_peer),
        *(one_day, load_ours, load_peer),
    )
}


def run(python, job, feed, dates):
    """Run a job in a process of its own: wall time, peak memory, what it found."""
    command = [python, __file__, "--job", job, "--feed", str(feed), "--dates", dates]
    begin, used = time.perf_counter(), os.times()
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    wall, after = time.perf_counter() - begin, os.times()
    cpu = sum(after[2:4]) - sum(used[2:4])
    found = json.loads(done.stdout.splitlines()[-1])
    return {"wall": wall, "cpu": cpu, "MB": found.pop("peak") / 1e3, "found": found}


def work(job, feed, dates):
    """Do a job in this process and print what it found."""
    sys.path.insert(0, str(ROOT / "build" / "plugins"))
    found = JOBS[job](feed, dates.split(","))
    found["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps(found))


def compare(ours, peer, options, *, key="wall", repeat=None, feed=None):
    """Run two jobs in turn and print the medians of both and of their ratios."""
    feed = feed or options.feed
    pairs = [
        (
            run(sys.executable, ours, feed, options.dates),
            run(options.peers, peer, feed, options.dates),
        )
        for _ in range(repeat or options.repeat)
    ]
    flat = [[{**one, **one["found"]} for one in pair] for pair in pairs]
    first, second = ([pair[side][key] for pair in flat] for side in (0, 1))
    ratio, cpu, memory = (
        statistics.median(a[name] / b[name] for a, b in flat) for name in (key, "cpu", "MB")
    )
    print(
        f"{ours} / {peer}: {statistics.median(first):.2f} s / {statistics.median(second):.2f} s"
        f" = {ratio:.3f}; processor {cpu:.3f};"
        f" {pairs[0][0]['MB']:.0f} MB / {pairs[0][1]['MB']:.0f} MB = {memory:.3f}"
    )
    return pairs[0][0]["found"], pairs[0][1]["found"]


def has(python, module):
    """Tell whether an interpreter has a module."""
    command = [python, "-c", f"import {module}"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def main():
    """Make the feed, run the pairs, check that they found the same."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--peers", help="interpreter with gtfs-kit")
    parser.add_argument("--feed", help="a feed of your own")
    parser.add_argument("--dates", default=DATES, help="a weekday, a Saturday and a Sunday")
    parser.add_argument("--scratch", default=str(Path(tempfile.gettempdir()) / "bench_gtfs"))
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--job", choices=JOBS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.job:
        work(options.job, options.feed, options.dates)
        return
    if not options.feed:
        os.makedirs(options.scratch, exist_ok=True)
        options.feed = str(Path(options.scratch) / "city.zip")
        if not Path(options.feed).exists():
            make(options.feed)
    stored = run(sys.executable, "cache_ours", options.feed, options.dates)
    print("cache:", {name: round(value, 2) for name, value in stored["found"].items()})
    if not options.peers:
        return
    if has(options.peers, "pynigiri"):
        run(sys.executable, "one_day", options.feed, options.dates)
        compare("load_ours", "load_peer", options, key="after start", feed=str(DAY))
    if not has(options.peers, "gtfs_kit"):
        return
    compare("day_ours", "day_peer", options)
    ours, peer = compare("day_ours", "seconds_peer", options)
    print("sums agree" if ours == peer else f"SUMS DIFFER: {ours} {peer}")
    ours, peer = compare("service_ours", "service_peer", options, key="after loading", repeat=1)
    same = abs(ours["mean_gap"] - peer["mean_gap"]) < 0.01
    print("headways agree" if same else f"HEADWAYS DIFFER: {ours} {peer}")


if __name__ == "__main__":
    main()
