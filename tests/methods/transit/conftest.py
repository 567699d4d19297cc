"""Small feeds made by hand: each test says only what is special about its own."""

import zipfile

import numpy as np
import pytest
from samplan.processing.methods.transit.feed import read_feed

STOPS = """\
stop_id,stop_name,stop_lat,stop_lon
a,Alby,58.00,15.00
b,Berga,58.00,15.10
c,Ceder,58.00,15.20
"""
ROUTES = "route_id,route_short_name,route_type\n1,1,700\n"
TRIPS = "route_id,service_id,trip_id,direction_id\n1,week,t,0\n"
CALENDAR = """\
service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
week,1,1,1,1,1,0,0,20211004,20211017
"""
STOP_TIMES = """\
trip_id,arrival_time,departure_time,stop_id,stop_sequence
t,07:00:00,07:00:00,a,1
t,07:10:00,07:11:00,b,2
t,07:30:00,07:30:00,c,3
"""
AGENCY = "agency_id,agency_name\n505,Trafiken\n"
THURSDAY = "2021-10-07"


def tables(**changes):
    """Return the smallest feed's files by name, with changes; None leaves a file out."""
    files = {
        "agency": AGENCY,
        "stops": STOPS,
        "routes": ROUTES,
        "trips": TRIPS,
        "calendar": CALENDAR,
        "stop_times": STOP_TIMES,
        **changes,
    }
    return {f"{name}.txt": text for name, text in files.items() if text is not None}


@pytest.fixture
def write(tmp_path):
    """Write a feed as a folder and return its path."""

    def write(**changes):
        folder = tmp_path / "feed"
        folder.mkdir(exist_ok=True)
        for name, text in tables(**changes).items():
            data = text if isinstance(text, bytes) else text.encode()
            (folder / name).write_bytes(data)
        return folder

    return write


@pytest.fixture
def pack(tmp_path):
    """Write a feed as a zip archive and return its path."""

    def pack(folder="", **changes):
        path = tmp_path / "feed.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in tables(**changes).items():
                archive.writestr(folder + name, text)
        return path

    return pack


@pytest.fixture
def read(write):
    """Write a feed and read it."""

    def read(*, dates=None, **changes):
        return read_feed(write(**changes), dates=dates, shapes="shapes" in changes)

    return read


@pytest.fixture
def timetable(read):
    """Read a feed given as trips: (line, service, trip, direction, [(stop, "HH:MM"), ...])."""

    def timetable(trips, *, routes="1", types=None, stops=STOPS, **changes):
        lines = ["route_id,service_id,trip_id,direction_id"]
        calls = ["trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type"]
        for line, service, trip, direction, journey in trips:
            lines.append(f"{line},{service},{trip},{direction}")
            for place, (stop, time, *pickup) in enumerate(journey):
                kind = pickup[0] if pickup else 0
                calls.append(f"{trip},{time}:00,{time}:00,{stop},{place},{kind}")
        kinds = dict.fromkeys(routes.split(), 700) | (types or {})
        table = [f"{line},{line},{kind}" for line, kind in kinds.items()]
        return read(
            trips="\n".join(lines),
            stop_times="\n".join(calls),
            routes="\n".join(["route_id,route_short_name,route_type", *table]),
            stops=stops,
            **changes,
        )

    return timetable


@pytest.fixture
def busy():
    """Return a seeded feed of many trips on random journeys, packed: for brute-force oracles."""

    def busy(seed=0, lines=12, trips=150, stops=40):
        rng = np.random.default_rng(seed)
        places = rng.uniform([58.0, 15.0], [58.3, 15.6], (stops, 2))
        stop_rows = [f"s{n},Stop {n % 25},{lat},{lon}" for n, (lat, lon) in enumerate(places)]
        trip_rows, call_rows = [], []
        for n in range(trips):
            line, length = rng.integers(lines), rng.integers(2, 9)
            service = ["week", "sat", "all"][rng.integers(3)]
            trip_rows.append(f"{line},{service},t{n},{n % 2}")
            clock = np.cumsum(rng.integers(0, 900, length)) + rng.integers(0, 25 * 3600)
            for place, (stop, time) in enumerate(zip(rng.integers(stops, size=length), clock)):
                text = f"{time // 3600:02d}:{time // 60 % 60:02d}:{time % 60:02d}"
                kinds = rng.choice([0, 0, 0, 1, 2], 2)
                call_rows.append(f"t{n},{text},{text},s{stop},{place},{kinds[0]},{kinds[1]}")
        files = tables(
            stops="stop_id,stop_name,stop_lat,stop_lon\n" + "\n".join(stop_rows),
            routes="route_id,route_type\n"
            + "\n".join(f"{n},{[700, 100, 1501][n % 3]}" for n in range(lines)),
            trips="route_id,service_id,trip_id,direction_id\n" + "\n".join(trip_rows),
            stop_times="trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,"
            "drop_off_type\n" + "\n".join(call_rows),
            calendar=CALENDAR
            + "sat,0,0,0,0,0,1,0,20211004,20211017\nall,1,1,1,1,1,1,1,20211004,20211010\n",
        )
        return files

    return busy
