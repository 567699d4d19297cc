"""Router: the scan, one interactive origin, memory, and door to door beside ferrobus.

    python tests/benchmarks/bench_router.py                      # made-up cities, a made-up county
    python tests/benchmarks/bench_router.py --data ../shared/data/gtfs/r5r_poa \
        --peers /path/to/venv/bin/python                         # Porto Alegre, real streets
    python tests/benchmarks/bench_router.py --feed ../shared/data/gtfs/tidytransit/nyc_subway.zip

Every run is a process of its own; ours and the peer's run in turn. Printed: microseconds per
origin and departure minute (also per 10 000 stops), wall and processor seconds, peak memory
beyond what the inputs take, seconds estimated before the run, and the median ratio to the peer.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

DATE = "2019-04-15"
NOON = 13 * 3600  # Porto Alegre's feed holds a few hours of the day
BEGIN, MINUTES, LIMIT = 7 * 3600, 60, 7200
POINTS = 1000
WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SPEED = 1.4 * 3.6
ACCESS, TRANSFER = 1200 * 1.4, 300 * 1.4


def package():
    """Import the plugin under its installed name."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    import conftest  # noqa: F401

    sys.path.insert(0, str(Path(__file__).resolve().parent))


def peak():
    """Peak memory so far [MB]."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def made_up(lines):
    """A city's timetable, walks and window."""
    package()
    from samplan.processing.methods.transit.router.footpaths import straight_footpaths
    from samplan.processing.methods.transit.router.window import Window
    from transit_city import city

    timetable, places = city(lines=lines)
    footpaths = straight_footpaths(places, limit=400, detour=1.0)
    return timetable, footpaths, Window(BEGIN, MINUTES, 60, LIMIT), places


def scanned(lines, origins):
    """The scan alone, from stops."""
    timetable, footpaths, window, _ = made_up(lines)
    from samplan.processing.methods.transit.router.access import access_of
    from samplan.processing.methods.transit.router.scan import plan_of, scan

    clock = time.perf_counter()
    plan = plan_of(timetable, footpaths, window)
    planned = time.perf_counter() - clock
    stop = np.random.default_rng(0).integers(0, timetable.stops, origins)
    clock = time.perf_counter()
    scan(plan, access_of(np.arange(origins), stop, np.zeros(origins)), origins)
    seconds = time.perf_counter() - clock
    each = seconds / origins / MINUTES * 1e6
    return {
        "stops": timetable.stops,
        "calls": len(timetable.stop),
        "plan": planned,
        "scan": seconds,
        "us": each,
        "us_per_10k_stops": each / timetable.stops * 1e4,
    }


def dump(folder, lines, origins):
    """Scan, and write what was scanned for the same loop compiled."""
    timetable, footpaths, window, _ = made_up(lines)
    from samplan.processing.methods.transit.router.access import access_of
    from samplan.processing.methods.transit.router.scan import _entries, plan_of, scan
    from samplan.processing.methods.transit.router.schedule import in_order

    plan = plan_of(timetable, footpaths, window)
    stop = np.random.default_rng(0).integers(0, timetable.stops, origins)
    access = access_of(np.arange(origins), stop, np.zeros(origins))
    clock = time.perf_counter()
    seen = scan(plan, access, origins)
    seconds = time.perf_counter() - clock
    entries, batches = _entries(plan, access, origins, 1)
    schedule, events = plan.schedule, plan.events
    np.savez(
        folder / "plan.npz",
        sizes=[len(events.rows.stop) + 1, events.trips, events.stops, origins],
        entries=entries,
        batches=np.stack(in_order([batches, schedule.batches])[2:]),
        **dict(zip(schedule._fields[:-1], schedule[:-1])),
    )
    return {"scan": seconds, "sum": int(seen.sum())}


def compiled(folder):
    """The same scan as one compiled loop: the limit of what this design can do."""
    from numba import njit

    @njit(cache=False)
    def run(sizes, entries, batches, rows, more, walks, hops, boards):
        width = sizes[3]
        seen = np.zeros((sizes[0], width), np.uint8)
        aboard = np.zeros((sizes[1], width), np.uint8)
        waiting = np.zeros((sizes[2], width), np.uint8)
        for batch in range(batches.shape[1]):
            kind = batches[0, batch]
            for i in range(batches[1, batch], batches[2, batch]):
                # rows by their numbers: views of rows would cost more than their maximum
                if kind == 0:
                    one, two = rows[0, i], rows[1, i]
                    for c in range(width):
                        seen[i, c] = max(seen[one, c], aboard[two, c])
                elif kind == 1:
                    to, one = more[0, i], more[1, i]
                    for c in range(width):
                        seen[to, c] = max(seen[to, c], aboard[one, c])
                elif kind == 2:
                    stop, column = divmod(entries[0, i], width)
                    waiting[stop, column] = max(waiting[stop, column], np.uint8(entries[1, i]))
                elif kind == 3:
                    to, one = walks[0, i], walks[1, i]
                    for c in range(width):
                        waiting[to, c] = max(waiting[to, c], seen[one, c])
                elif kind == 4:
                    to, one, two = hops[0, i], hops[1, i], hops[2, i]
                    for c in range(width):
                        seen[to, c] = max(seen[to, c], max(waiting[one, c], seen[two, c]))
                else:
                    to, one, two = boards[0, i], boards[1, i], boards[2, i]
                    for c in range(width):
                        aboard[to, c] = max(aboard[to, c], max(waiting[one, c], seen[two, c]))
        return seen

    plan = dict(np.load(folder / "plan.npz"))
    few = {**plan, "batches": plan["batches"][:, :1]}
    run(**few)
    clock = time.perf_counter()
    seen = run(**plan)
    return {"scan": time.perf_counter() - clock, "sum": int(seen.sum())}


def matrix(lines, origins, budget, rides=0, threads=1):
    """Door to door between made-up places, with a memory budget [MB]."""
    timetable, footpaths, window, places = made_up(lines)
    from samplan.processing.methods.transit.router.access import straight_ways
    from samplan.processing.methods.transit.router.request import Request

    points = np.random.default_rng(0).uniform(0, places.max(), (origins, 2))
    ways = straight_ways(points, places, limit=1000)
    request = Request(window, origins, origins, ways, ways, rides=rides, budget=budget * 10**6)
    return {"budget_mb": budget, **run_of(timetable, footpaths, request, threads)}


def run_of(timetable, footpaths, request, threads=1):
    """Time, memory and estimates of a run."""
    from samplan.processing.methods.transit.router.effort import pace, seconds_of
    from samplan.processing.methods.transit.router.matrix import job_of
    from samplan.processing.methods.transit.router.spread import shared_out, spread_blocks

    pace()
    before, clock, cpu = peak(), time.perf_counter(), time.process_time()
    job = job_of(timetable, footpaths, request)
    planned, estimated = time.perf_counter(), pace() * seconds_of(job)
    begun = time.perf_counter()
    pairs = sum(len(block.origin) for block in spread_blocks(job, threads=threads))
    done = time.perf_counter()
    pieces, _ = shared_out(job, threads)
    return {
        "calls": len(timetable.stop),
        "stops": timetable.stops,
        "pairs": pairs,
        "plan": planned - clock,
        "seconds": done - begun,
        "estimated": estimated,
        "estimated_to_taken": estimated / (done - begun),
        "cpu": time.process_time() - cpu,
        "block": pieces.sizes.origins,
        "planned_mb": pieces.sizes.bytes / 1e6,
        "used_mb": peak() - before,
    }


def parts_of(timetable, footpaths, request):
    """Time of taking the fastest journeys apart."""
    from samplan.processing.methods.transit.router.components import component_blocks, trips_of

    clock = time.perf_counter()
    blocks = component_blocks(trips_of(timetable, footpaths, request))
    pairs = sum(len(block) for block in blocks)
    return {"parts": time.perf_counter() - clock, "parts_pairs": pairs}


def county(origins):
    """A made-up county of a million calls, from places on a grid, and the parts of journeys."""
    timetable, footpaths, window, places = made_up(33)
    from samplan.processing.methods.transit.router.access import straight_ways
    from samplan.processing.methods.transit.router.request import Request

    side = int(np.ceil(np.sqrt(origins)))
    grid = np.stack(np.meshgrid(*[np.linspace(0, places.max(), side)] * 2), -1).reshape(-1, 2)
    ways = straight_ways(grid[:origins], places, limit=1000)
    request = Request(window, origins, origins, ways, ways, percentiles=(50, 85))
    found = run_of(timetable, footpaths, request)
    return {**found, **parts_of(timetable, footpaths, request)}


def feed(path):
    """A real feed, from all its stops to all, on its busiest date."""
    package()
    from samplan.processing.methods.transit.feed import read_calendar, read_feed
    from samplan.processing.methods.transit.router.access import straight_ways
    from samplan.processing.methods.transit.router.footpaths import (
        straight_footpaths,
        with_transfers,
    )
    from samplan.processing.methods.transit.router.request import Request
    from samplan.processing.methods.transit.router.timetable import dates_around, timetable_of
    from samplan.processing.methods.transit.router.window import Window

    clock = time.perf_counter()
    calendar = read_calendar(path)
    day = calendar.dates[int(calendar.trips.argmax())]
    found = read_feed(path, dates=dates_around(calendar, day))
    timetable = timetable_of(found, day)
    metres = found.stops[["lon", "lat"]].to_numpy() * 111_200
    metres[:, 0] *= np.cos(np.radians(found.stops["lat"].median()))
    footpaths = with_transfers(
        straight_footpaths(metres, limit=400), found.transfers, found.stops, found.trips
    )
    read = time.perf_counter() - clock
    count = len(found.stops)
    ways = straight_ways(metres, metres, limit=1000)
    request = Request(Window(BEGIN, MINUTES, 60, LIMIT), count, count, ways, ways)
    result = run_of(timetable, footpaths, request)
    return {"read": read, **result, **parts_of(timetable, footpaths, request)}


def interactive(lines):
    """One origin to all stops, with figures: from the timetable, and with the plan at hand."""
    timetable, footpaths, window, places = made_up(lines)
    from samplan.processing.methods.transit.router.access import access_of, straight_ways
    from samplan.processing.methods.transit.router.matrix import job_of, part_times
    from samplan.processing.methods.transit.router.request import Request

    clock = time.perf_counter()
    access = straight_ways([places.mean(axis=0)], places, limit=1000)
    every = np.arange(timetable.stops)
    egress = access_of(every, every, np.zeros(len(every)))
    request = Request(window, 1, len(every), access, egress)
    job = job_of(timetable, footpaths, request)
    planned = time.perf_counter()
    found = part_times(job, 0, 1)
    done = time.perf_counter()
    return {
        "calls": len(timetable.stop),
        "all": done - clock,
        "with_plan": done - planned,
        "reached": len(found.origin),
    }


def prepare(data, folder):
    """Write what both contestants read: one cleaned day, the streets, the points."""
    package()
    import pandas as pd
    import shapely
    from bench_network import porto_alegre
    from samplan.processing.methods.transit.feed import read_feed

    feed = read_feed(data / "poa_eptc.zip", dates=[DATE])
    write_day(feed, folder / "gtfs")
    np.save(folder / "lines.npy", shapely.to_wkb(porto_alegre(data / "poa_osm.pbf")))
    points = pd.read_csv(data / "poa_hexgrid.csv")[["lon", "lat"]]
    points.sample(POINTS, random_state=1).to_csv(folder / "points.csv", index=False)


def write_day(feed, folder):
    """Write the trips of one day with all their times."""
    import pandas as pd

    folder.mkdir(exist_ok=True)
    used = np.flatnonzero(feed.runs_on(DATE))
    calls = feed.stop_times.of_trips(used)
    ids = feed.trips["trip_id"].to_numpy()[used]
    stops = feed.stops

    def clock(seconds):
        return [f"{s // 3600:02d}:{s // 60 % 60:02d}:{s % 60:02d}" for s in seconds.tolist()]

    sequence = np.arange(len(calls)) - np.repeat(calls.start[:-1], np.diff(calls.start))
    tables = {
        "agency": {
            "agency_id": ["a"],
            "agency_name": ["a"],
            "agency_url": ["http://a"],
            "agency_timezone": ["UTC"],
        },
        "stops": {
            "stop_id": stops["stop_id"],
            "stop_name": stops["stop_id"],
            "stop_lat": stops["lat"],
            "stop_lon": stops["lon"],
        },
        "routes": {
            "route_id": feed.routes["route_id"],
            "agency_id": "a",
            "route_short_name": feed.routes["route_id"],
            "route_long_name": "r",
            "route_type": 3,
        },
        "trips": {
            "route_id": feed.routes["route_id"].to_numpy()[feed.trips["route"].iloc[used]],
            "service_id": "s",
            "trip_id": ids,
        },
        "calendar": {
            "service_id": ["s"],
            **{day: [1] for day in WEEK},
            "start_date": ["20190101"],
            "end_date": ["20191231"],
        },
        "stop_times": {
            "trip_id": ids[calls.trip()],
            "arrival_time": clock(calls.arrival),
            "departure_time": clock(calls.departure),
            "stop_id": stops["stop_id"].to_numpy()[calls.stop],
            "stop_sequence": sequence,
        },
    }
    for name, columns in tables.items():
        pd.DataFrame(columns).to_csv(folder / f"{name}.txt", index=False)


def ours(folder):
    """Porto Alegre from files: network, feed, ways, every minute of an hour."""
    package()
    import pandas as pd
    import shapely
    from samplan.processing.methods.network.build import build_network
    from samplan.processing.methods.network.snap import snap
    from samplan.processing.methods.transit.feed import read_feed
    from samplan.processing.methods.transit.router.access import street_ways
    from samplan.processing.methods.transit.router.effort import pace, seconds_of
    from samplan.processing.methods.transit.router.footpaths import between_stops
    from samplan.processing.methods.transit.router.matrix import job_of, travel_times
    from samplan.processing.methods.transit.router.request import Request
    from samplan.processing.methods.transit.router.timetable import timetable_of
    from samplan.processing.methods.transit.router.window import Window

    def metres(table):
        lonlat = np.radians(table[["lon", "lat"]].to_numpy())
        centre = np.radians([-51.2, -30.05])
        return 6_371_007.0 * (lonlat - centre) * [np.cos(centre[1]), 1]

    clock, cpu = time.perf_counter(), time.process_time()
    lines = shapely.from_wkb(np.load(folder / "lines.npy", allow_pickle=True))
    network = build_network(lines)
    feed = read_feed(folder / "gtfs")
    timetable = timetable_of(feed, DATE)
    stops = snap(network, metres(feed.stops))
    points = snap(network, metres(pd.read_csv(folder / "points.csv")))
    prepared, cpu_prepared = time.perf_counter(), time.process_time()
    footpaths = between_stops(
        street_ways(network, stops, stops, limit=TRANSFER, speed=SPEED), len(feed.stops)
    )
    ways = street_ways(network, points, stops, limit=ACCESS, speed=SPEED)
    direct = street_ways(network, points, points, limit=ACCESS, speed=SPEED)
    walked = time.perf_counter()
    request = Request(
        Window(NOON, MINUTES, 60, LIMIT), POINTS, POINTS, ways, ways, direct, percentiles=(50, 85)
    )
    found = travel_times(timetable, footpaths, request)
    done, cpu_done = time.perf_counter(), time.process_time()
    estimated = pace() * seconds_of(job_of(timetable, footpaths, request))
    return {
        **parts_of(timetable, footpaths, request),
        "estimated": estimated,
        "estimated_to_taken": estimated / (done - walked),
        "prepare": prepared - clock,
        "query": done - prepared,
        "walks": walked - prepared,
        "cpu": cpu_done - cpu,
        "query_cpu": cpu_done - cpu_prepared,
        "pairs": len(found.origin),
        "median": float(np.nanmean(found.seconds[:, 0])),
    }


def point_of(peer, model, place):
    """Return the peer's point, None where it finds no street near enough."""
    try:
        return peer.create_transit_point(*place, model)
    except ValueError:
        return None


def ferrobus(folder, osm):
    """The same question to a compiled router that uses all cores, one departure at a time."""
    import csv
    from datetime import date

    import ferrobus as peer

    clock, cpu = time.perf_counter(), time.process_time()
    model = peer.create_transit_model(
        str(osm), [str(folder / "gtfs")], date.fromisoformat(DATE), 300
    )
    with open(folder / "points.csv") as file:
        places = [(float(row["lat"]), float(row["lon"])) for row in csv.DictReader(file)]
    points = [point for place in places if (point := point_of(peer, model, place)) is not None]
    prepared, cpu_prepared = time.perf_counter(), time.process_time()
    pairs = 0
    for minute in range(MINUTES):
        found = peer.travel_time_matrix(model, points, NOON + 60 * minute, 16)
        pairs = max(pairs, len(found))
    done, cpu_done = time.perf_counter(), time.process_time()
    return {
        "prepare": prepared - clock,
        "query": done - prepared,
        "cpu": cpu_done - cpu,
        "query_cpu": cpu_done - cpu_prepared,
        "points": pairs,
        "lost": len(places) - len(points),
    }


def contest(python, *arguments):
    """Run one measurement as a process of its own."""
    command = [python, __file__, "--run", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print(*arguments, "failed:", done.stderr.strip()[-500:], flush=True)
        return {}
    result = json.loads(done.stdout.splitlines()[-1])
    shown = {key: round(v, 3) if isinstance(v, float) else v for key, v in result.items()}
    print(*arguments, shown, flush=True)
    return result


def ratios(mine, peers):
    """Print the medians of the pairwise ratios."""
    both = [(a, b) for a, b in zip(mine, peers) if "query" in a and "query" in b]
    for name, figure in {
        "wall, all from files": lambda r: r["prepare"] + r["query"],
        "wall, prepared": lambda r: r["query"],
        "processor, all": lambda r: r["cpu"],
        "processor, prepared": lambda r: r["query_cpu"],
    }.items():
        if both:
            ratio = np.median([figure(a) / figure(b) for a, b in both])
            print(f"ours / ferrobus, {name}: {ratio:.3f}")


RUNS = {
    f.__name__: f
    for f in (scanned, dump, compiled, matrix, county, feed, interactive, ours, ferrobus)
}


def made_up_runs(options):
    """Measure growth, the limit of the design, one origin, memory and a county."""
    sizes = ((70, 64), (70, 512), (70, 1024), (70, 2048), (35, 1024), (140, 1024))
    for lines, origins in sizes:
        contest(sys.executable, "scanned", lines, origins)
    mine = contest(sys.executable, "dump", options.folder, 70, 1024)
    if options.peers and mine:
        limit = contest(options.peers, "compiled", options.folder)
        if limit.get("sum") == mine["sum"]:
            print(f"ours / the same loop compiled: {mine['scan'] / limit['scan']:.2f}")
    contest(sys.executable, "interactive", 70)
    for origins in (500, 1000, 2000):
        contest(sys.executable, "matrix", 35, origins, 2000)
    for budget in (300, 600):
        contest(sys.executable, "matrix", 35, 2000, budget)
    for threads in (1, 2):
        contest(sys.executable, "matrix", 35, 2000, 600, 0, threads)
    contest(sys.executable, "county", 2500)


def main():
    """Parse the command line; run what the data allow."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="folder with Porto Alegre's feed, streets, grid")
    parser.add_argument("--feed", type=Path, help="archive of a timetable")
    parser.add_argument("--peers", help="interpreter that has ferrobus and numba")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, default=Path("/tmp/bench_router"))
    parser.add_argument("--run", nargs="+", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run:
        name, *arguments = options.run
        values = [int(text) if text.isdigit() else Path(text) for text in arguments]
        print(json.dumps({**RUNS[name](*values), "peak_mb": peak()}))
        return
    options.folder.mkdir(parents=True, exist_ok=True)
    if options.feed:
        contest(sys.executable, "feed", options.feed)
        return
    if not options.data:
        made_up_runs(options)
        return
    prepare(options.data, options.folder)
    mine, peers = [], []
    for _ in range(options.rounds):
        mine.append(contest(sys.executable, "ours", options.folder))
        if options.peers:
            osm = options.data / "poa_osm.pbf"
            peers.append(contest(options.peers, "ferrobus", options.folder, osm))
    ratios(mine, peers)


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "2")
    main()
