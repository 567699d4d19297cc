"""The tables of a GTFS feed with Swedish habits.

Route types are the extended ones, calendars tell dates one by one, stop signs are told per call,
and ids have 16 or 17 digits, more than a floating-point number holds.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from .calls import COUNTY, calls, metres_along, stops
from .catalogue import ON_DEMAND, TRAIN
from .graph import Ground
from .lines import Line
from .services import FIRST_DAY, LAST_DAY, SERVICES, dates
from .sweref import latitude_longitude
from .trips import Run, way_of

PUBLISHER = "Samplan demo (synthetic)"
WEBSITE = "https://example.org/samplan-demo"
AGENCY = "50500000000000001"
VERSION = "2026-08-01"
BOOKING = "bestall-2h"
CHANGE_TIME = 240
"""Least time between train and bus [s]."""
HOURS_TOLD = 36

Integers = npt.NDArray[np.int64]


def tables(ground: Ground, lines: list[Line], runs: list[Run]) -> dict[str, pd.DataFrame]:
    """All files of the feed, by name."""
    found = calls(ground, lines, runs)
    trips, rows = _trips(lines, runs)
    return {
        "agency.txt": _agency(),
        "stops.txt": stops(ground, found),
        "routes.txt": _routes(lines),
        "trips.txt": trips,
        "stop_times.txt": _stop_times(lines, runs, trips, found),
        "calendar.txt": _calendar(),
        "calendar_dates.txt": _calendar_dates(),
        "shapes.txt": _shapes(ground, lines, found),
        "transfers.txt": pd.concat(
            [_transfers(found), _guaranteed(lines, runs, rows, trips, found)], ignore_index=True
        ),
        "booking_rules.txt": _booking_rules(),
        "feed_info.txt": _feed_info(),
    }


def _agency() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "agency_id": [AGENCY],
            "agency_name": [PUBLISHER],
            "agency_url": [WEBSITE],
            "agency_timezone": ["Europe/Stockholm"],
            "agency_lang": ["sv"],
        }
    )


def _feed_info() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "feed_id": ["SE-samplan-demo"],
            "feed_publisher_name": [PUBLISHER],
            "feed_publisher_url": [WEBSITE],
            "feed_lang": ["sv"],
            "feed_start_date": [FIRST_DAY.strftime("%Y%m%d")],
            "feed_end_date": [LAST_DAY.strftime("%Y%m%d")],
            "feed_version": [VERSION],
        }
    )


def _booking_rules() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "booking_rule_id": [BOOKING],
            "booking_type": [1],
            "prior_notice_duration_min": [120],
            "message": ["Beställ resan minst två timmar före avgång."],
            "info_url": [WEBSITE],
        }
    )


def _route_id(line: Line) -> str:
    return f"9011{COUNTY}{line.number:04d}00000"


def _routes(lines: list[Line]) -> pd.DataFrame:
    train = [line.traits.route_type == TRAIN for line in lines]
    return pd.DataFrame(
        {
            "route_id": [_route_id(line) for line in lines],
            "agency_id": AGENCY,
            "route_short_name": [
                f"P{line.number - 8000}" if rail else str(line.number)
                for line, rail in zip(lines, train)
            ],
            "route_long_name": [line.name for line in lines],
            "route_type": [line.traits.route_type for line in lines],
            "route_desc": [line.traits.label for line in lines],
        }
    )


def _calendar() -> pd.DataFrame:
    """Tell the period of validity only: every weekday is 0, as in the feeds of Swedish regions."""
    days = dates()
    weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    return pd.DataFrame(
        {"service_id": [_service_id(service) for service in SERVICES]}
        | dict.fromkeys(weekdays, 0)
        | {
            "start_date": [days[service].min().strftime("%Y%m%d") for service in SERVICES],
            "end_date": [days[service].max().strftime("%Y%m%d") for service in SERVICES],
        }
    )


def _service_id(service: str) -> str:
    return str(SERVICES.index(service) + 1)


def _calendar_dates() -> pd.DataFrame:
    parts = [
        pd.DataFrame({"service_id": _service_id(service), "date": days.strftime("%Y%m%d")})
        for service, days in dates().items()
    ]
    return pd.concat(parts, ignore_index=True).assign(exception_type=1)


def _trips(lines: list[Line], runs: list[Run]) -> tuple[pd.DataFrame, Integers]:
    """``trips.txt`` in the order of the runs, and the row at which each run starts."""
    counts = [len(run.arrival) for run in runs]
    travelled = sorted({(run.line, run.direction) for run in runs})
    shape = {way: str(number) for number, way in enumerate(travelled, start=1)}
    once = pd.DataFrame(
        {
            "route_id": [_route_id(lines[run.line]) for run in runs],
            "service_id": [_service_id(run.service) for run in runs],
            "trip_id": "",
            "trip_headsign": "",
            "direction_id": [run.direction for run in runs],
            "shape_id": [shape[run.line, run.direction] for run in runs],
        }
    )
    trips = once.loc[np.repeat(once.index, counts)].reset_index(drop=True)
    trips["trip_id"] = [f"50500000{number:09d}" for number in range(1, len(trips) + 1)]
    return trips, np.cumsum([0, *counts])


def _stop_times(
    lines: list[Line], runs: list[Run], trips: pd.DataFrame, found: pd.DataFrame
) -> pd.DataFrame:
    first = found.groupby(["line", "direction"]).head(1)
    start = dict(zip(zip(first["line"], first["direction"]), first.index))
    shapes = [run.arrival.shape for run in runs]
    sequence = np.concatenate([np.tile(np.arange(calls), trips) for trips, calls in shapes])
    call = sequence + np.repeat(
        [start[run.line, run.direction] for run in runs], [np.prod(shape) for shape in shapes]
    )
    trip = np.repeat(
        np.arange(len(trips)), np.repeat([s[1] for s in shapes], [s[0] for s in shapes])
    )
    told = _by_call(lines, found)
    clock = _clock()
    return pd.DataFrame(
        {
            "trip_id": trips["trip_id"].to_numpy()[trip],
            "arrival_time": clock[np.concatenate([run.arrival.ravel() for run in runs])],
            "departure_time": clock[np.concatenate([run.departure.ravel() for run in runs])],
            "stop_id": found["stop_id"].to_numpy()[call],
            "stop_sequence": sequence + 1,
        }
        | {name: values.to_numpy()[call] for name, values in told.items()}
    )


def _clock() -> npt.NDArray[np.object_]:
    """Text of each second of the service day, and of the night after it."""
    seconds = range(HOURS_TOLD * 3600)
    return np.array([f"{s // 3600:02d}:{s // 60 % 60:02d}:{s % 60:02d}" for s in seconds], object)


def _by_call(lines: list[Line], found: pd.DataFrame) -> pd.DataFrame:
    """Tell what every trip of a line and direction has at each call."""
    group = found.groupby(["line", "direction"])
    first, last = group.cumcount() == 0, group.cumcount(ascending=False) == 0
    on_demand = found["line"].map(
        {i: line.traits.route_type == ON_DEMAND for i, line in enumerate(lines)}
    )
    anchor = [lines[line].stops[lines[line].anchor] for line in found["line"]]
    return pd.DataFrame(
        {
            "stop_headsign": [
                _headsign(lines[line], direction)
                for line, direction in zip(found["line"], found["direction"])
            ],
            "pickup_type": np.select([last, on_demand], [1, 2], 0),
            "drop_off_type": np.where(first, 1, 0),
            "shape_dist_traveled": [f"{metres:.1f}" for metres in found["metres"]],
            "timepoint": (first | last | (found["node"] == anchor)).astype(int),
            "pickup_booking_rule_id": np.where(on_demand & ~last, BOOKING, ""),
        }
    )


def _headsign(line: Line, direction: int) -> str:
    if line.one_way:
        return line.traits.label
    return line.name.split(" - ")[0 if direction else -1]


def _shapes(ground: Ground, lines: list[Line], found: pd.DataFrame) -> pd.DataFrame:
    """Draw the way of each line and direction, numbered in the order of ``found``."""
    travelled = found[["line", "direction"]].drop_duplicates().to_numpy()
    parts = []
    for number, (index, direction) in enumerate(travelled, start=1):
        points = ground.points()[way_of(lines[index], direction)[0]]
        latitude, longitude = latitude_longitude(points[:, 0], points[:, 1])
        parts.append(
            pd.DataFrame(
                {
                    "shape_id": str(number),
                    "shape_pt_lat": [f"{degrees:.6f}" for degrees in latitude],
                    "shape_pt_lon": [f"{degrees:.6f}" for degrees in longitude],
                    "shape_pt_sequence": np.arange(1, len(points) + 1),
                    "shape_dist_traveled": [f"{metres:.1f}" for metres in metres_along(points)],
                }
            )
        )
    return pd.concat(parts, ignore_index=True)


def _transfers(found: pd.DataFrame) -> pd.DataFrame:
    """Time to change between each track and each bay or kerb of the same station."""
    points = found.drop_duplicates("stop_id").sort_values("stop_id")
    pairs = points[points["rail"]].merge(points[~points["rail"]], on="area_id")
    there = pd.DataFrame({"from_stop_id": pairs["stop_id_x"], "to_stop_id": pairs["stop_id_y"]})
    back = there.set_axis(["to_stop_id", "from_stop_id"], axis=1)
    return pd.concat([there, back[there.columns]], ignore_index=True).assign(
        transfer_type=2, min_transfer_time=CHANGE_TIME, from_trip_id="", to_trip_id=""
    )


def _guaranteed(
    lines: list[Line], runs: list[Run], rows: Integers, trips: pd.DataFrame, found: pd.DataFrame
) -> pd.DataFrame:
    """List changes between trips that wait for each other, as Swedish feeds do."""
    stop = {
        (line, direction, node): identifier
        for line, direction, node, identifier in zip(
            found["line"], found["direction"], found["node"], found["stop_id"]
        )
    }
    changes = []
    for number, run in enumerate(runs):
        line = lines[run.line]
        hub = line.stops[line.anchor]
        bus_stop = stop[run.line, run.direction, hub]
        for trip in np.flatnonzero(run.trains[:, 0] >= 0):
            train, train_trip = run.trains[trip]
            train_stop = stop[runs[train].line, runs[train].direction, hub]
            bus, rail = (bus_stop, rows[number] + trip), (train_stop, rows[train] + train_trip)
            changes.append((*bus, *rail) if run.direction else (*rail, *bus))
    listed = pd.DataFrame(changes, columns=["from_stop_id", "from", "to_stop_id", "to"])
    identifier = trips["trip_id"].to_numpy()
    return listed[["from_stop_id", "to_stop_id"]].assign(
        transfer_type=1,
        min_transfer_time="",
        from_trip_id=identifier[listed["from"].astype(int)],
        to_trip_id=identifier[listed["to"].astype(int)],
    )
