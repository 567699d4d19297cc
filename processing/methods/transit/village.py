"""A timetable small enough to read: the examples in this documentation use it.

One bus line with Swedish habits in the week of 4 October 2021: from a village with a stop on each
side of its street, through the country, to a town; out at 7:00 and 19:00 and back at 8:00 and
17:00 on weekdays, once each way on Saturday, and not on Sunday.
"""

from __future__ import annotations

import io
import zipfile

from .feed import Feed, read_feed
from .quality import Profile, profile_of

FILES = {
    "agency.txt": "agency_id,agency_name\n505,Bygdetrafiken\n",
    "stops.txt": """\
stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station
9022005000001001,Kyrkan,58.000,15.000,0,9021005000001000
9022005000001002,Kyrkan,58.001,15.000,0,9021005000001000
9021005000001000,Kyrkan,58.000,15.000,1,
9022005000002001,Landet,58.000,15.100,0,
9022005000003001,Torget,58.000,15.200,0,
""",
    "routes.txt": """\
route_id,route_short_name,route_type
9011005000100000,1,700
""",
    "trips.txt": """\
route_id,service_id,trip_id,direction_id,shape_id
9011005000100000,week,out7,0,way
9011005000100000,all,out19,0,way
9011005000100000,all,home8,1,
9011005000100000,week,home17,1,
""",
    "calendar.txt": """\
service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
week,0,0,0,0,0,0,0,20211004,20211009
all,0,0,0,0,0,0,0,20211004,20211009
""",
    "calendar_dates.txt": "service_id,date,exception_type\n"
    + "".join(f"week,2021100{day},1\n" for day in range(4, 9))
    + "".join(f"all,202110{day:02d},1\n" for day in range(4, 10)),
    "stop_times.txt": "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"
    + "".join(
        f"out{hour},{time},{time},9022005{stop:09d},{place}\n"
        for hour in (7, 19)
        for place, (minute, stop) in enumerate([(0, 1001), (10, 2001), (25, 3001)])
        for time in [f"{hour}:{minute:02d}:00"]
    )
    + "".join(
        f"home{hour},{time},{time},9022005{stop:09d},{place}\n"
        for hour in (8, 17)
        for place, (minute, stop) in enumerate([(0, 3001), (15, 2001), (25, 1002)])
        for time in [f"{hour}:{minute:02d}:00"]
    ),
    "shapes.txt": """\
shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence
way,58.000,15.000,1
way,58.010,15.050,2
way,58.000,15.100,3
way,58.000,15.200,4
""",
}


RULES = {
    "window": ["06:00", "20:00"],
    "divide_by": 1,
    "every_hour": False,
    "departures": "all_modes",
    "groups": [{"modes": ["bus"]}],
    "intervals": [60],
    "closed": [True],
    "categories": [["near"]],
    "rings": [400, 500],
    "classes": {"near": ["400", "500"]},
    "order": ["400", "500"],
}


def village_rules() -> Profile:
    """Read the smallest rules for quality classes: a departure an hour, within 400 m and 500 m.

    Examples
    --------
    >>> village_rules().order
    ('400', '500')
    """
    return profile_of(RULES)


def village() -> Feed:
    """Read the small timetable, with its shapes.

    Examples
    --------
    >>> feed = village()
    >>> feed.trips["trip_id"].tolist(), feed.findings
    (['out7', 'out19', 'home8', 'home17'], ())
    """
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, text in FILES.items():
            archive.writestr(name, text)
    return read_feed(content.getvalue(), shapes=True)
