"""One street, one bus line and their answers, for the tests of travel times.

The street runs east for ten kilometres. Buses leave its stops A (at 500 m) and C (9 500 m) every
half hour from 7:10 on, and call at B (5 500 m), ten minutes from A and eight from C.
"""

import math
import zipfile

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject

WEST, SOUTH = 500000, 6470000
STOPS = {"A": 500, "B": 5500, "C": 9500}
FIRST, HEADWAY, TRIPS = 7 * 3600 + 600, 1800, 4
RIDES = {("A", "B"): 600, ("B", "C"): 480, ("A", "C"): 1080}
DATE = "2021-10-05"
CALENDAR = "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date"


def clock(seconds):
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def point(x, y=0):
    return f"Point({WEST + x} {SOUTH + y})"


def timetable(path, services=("week",)):
    """Write the feed; of several services the buses belong to each in turn."""
    project = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:3006"),
        QgsCoordinateReferenceSystem("EPSG:4326"),
        QgsProject.instance(),
    )
    stops = ["stop_id,stop_name,stop_lat,stop_lon"]
    for name, x in STOPS.items():
        place = project.transform(QgsPointXY(WEST + x, SOUTH))
        stops.append(f"{name},{name},{place.y():.10f},{place.x():.10f}")
    trips, calls = (
        ["route_id,service_id,trip_id"],
        ["trip_id,arrival_time,departure_time,stop_id,stop_sequence"],
    )
    for number in range(TRIPS):
        leaves = FIRST + number * HEADWAY
        for way, times in (("out", (0, 600, 1080)), ("home", (0, 480, 1080))):
            trips.append(f"1,{services[number % len(services)]},{way}{number}")
            names = "ABC" if way == "out" else "CBA"
            for place, (name, time) in enumerate(zip(names, times)):
                at = clock(leaves + time)
                calls.append(f"{way}{number},{at},{at},{name},{place}")
    files = {
        "agency": ["agency_name,agency_url,agency_timezone", "A,http://a,Europe/Stockholm"],
        "stops": stops,
        "routes": ["route_id,route_short_name,route_type", "1,1,700"],
        "trips": trips,
        "calendar": [
            CALENDAR,
            "week,1,1,1,1,1,0,0,20211004,20211010",
            "monday,1,0,0,0,0,0,0,20211004,20211010",
        ],
        "stop_times": calls,
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, lines in files.items():
            archive.writestr(f"{name}.txt", "\n".join(lines) + "\n")
    return str(path)


def walk(metres, speed=4.8):
    """Seconds on foot, as whole seconds."""
    return math.ceil(round(metres * 3.6 / speed, 6))


def buses(start, end):
    """When the buses leave one stop and come to another."""
    forward = (start, end) in RIDES
    ride = RIDES[start, end] if forward else RIDES[end, start]
    late = {"A": 0, "B": 600, "C": 1080} if forward else {"C": 0, "B": 480, "A": 1080}
    leaves = [FIRST + number * HEADWAY + late[start] for number in range(TRIPS)]
    return [(leave, leave + ride) for leave in leaves]


def by_departure(start, end, access, egress, times, *, limit=7200, on_foot=math.inf):
    """Travel times for each time of departure, infinite where there is none."""
    found = []
    for time in times:
        comes = [c + egress - time for leave, c in buses(start, end) if leave >= time + access]
        least = min([*comes, on_foot])
        found.append(least if least <= limit else math.inf)
    return found


def by_arrival(start, end, access, egress, times, *, limit=7200, on_foot=math.inf):
    """Travel times for each time by which one must be there."""
    found = []
    for time in times:
        left = [time - (leave - access) for leave, c in buses(start, end) if c + egress <= time]
        least = min([*left, on_foot])
        found.append(least if least <= limit else math.inf)
    return found


def percentile(times, share):
    """Nearest rank, in minutes; None where that many have no journey."""
    value = sorted(times)[math.ceil(share * len(times) / 100) - 1]
    return None if math.isinf(value) else value / 60
