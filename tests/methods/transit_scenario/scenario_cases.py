"""A feed made by hand for the scenario tests, and how to change it without files."""

import io
import zipfile

import numpy as np
from samplan.processing.methods.progress import silent
from samplan.processing.methods.transit.archive import open_archive
from samplan.processing.methods.transit.feed import read_feed
from samplan.processing.methods.transit.scenario.apply import apply_edits
from samplan.processing.methods.transit.scenario.calls import rewritten
from samplan.processing.methods.transit.scenario.edits import read_edits
from samplan.processing.methods.transit.scenario.files import changed_files, new_shapes
from samplan.processing.methods.transit.scenario.newline import Plan
from samplan.processing.methods.transit.scenario.original import read_original
from samplan.processing.subjects import scenariofiles

STOPS = """\
stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station,note
A,Alby,58.00,15.00,1,,station
a1,Alby,58.00,15.00,0,A,
a2,Alby,58.0001,15.00,0,A,
b,Berga,58.00,15.10,0,,"one, two"
c,Ceder,58.00,15.20,0,,
d,Dal,58.10,15.20,0,,
e,Ek,58.00,15.30,0,,
"""
ROUTES = """\
route_id,agency_id,route_short_name,route_long_name,route_type,route_color
r1,505,1,Alby - Ceder,700,FF0000
r2,505,2,Ceder - Dal,700,
r3,505,T,Alby - Ek,100,
"""
# line 1: out every hour 6-9 on weekdays, 7 also on weekends; back 7:30
TRIPS = """\
route_id,service_id,trip_id,trip_headsign,direction_id,block_id,shape_id,extra
r1,week,o6,Ceder,0,7,s,x
r1,daily,o7,Ceder,0,,s,x
r1,week,o8,"Ceder, C",0,,s,x
r1,week,o9,Ceder,0,,s,
r1,daily,h7,Alby,1,,,
r2,daily,n,Dal,0,,,
r3,daily,t,Ek,0,,,
"""
STOP_TIMES = """\
trip_id,arrival_time,departure_time,stop_id,stop_sequence,stop_headsign,pickup_type,drop_off_type,shape_dist_traveled
o6,6:00:00,6:00:00,a1,1,,0,1,0
o6,6:10:00,6:11:00,b,2,,0,0,6.0
o6,6:20:00,6:20:00,c,3,,1,0,12.0
o7,07:00:00,07:00:00,a1,1,,0,1,0
o7,07:12:00,07:13:00,b,2,,0,0,6.0
o7,07:24:00,07:24:00,c,3,,1,0,12.0
o8,08:00:00,08:00:00,a1,1,"Ceder, C",0,1,0
o8,08:14:00,08:15:00,b,2,,0,0,6.0
o8,08:28:00,08:28:00,c,3,,1,0,12.0
o9,09:00:00,09:00:00,a1,5,,0,1,0
o9,09:10:00,09:11:00,b,6,,0,0,6.0
o9,09:20:00,09:20:00,c,9,,1,0,12.0
h7,07:30:00,07:30:00,c,1,,0,0,
h7,07:40:00,07:40:00,b,2,,0,0,
h7,07:50:00,07:50:00,a2,3,,0,0,
n,23:50:00,23:50:00,c,1,,0,0,
n,24:10:00,24:10:00,d,2,,0,0,
t,10:00:00,10:00:00,a1,1,,0,0,
t,,,b,2,,0,0,
t,10:30:00,10:30:00,e,3,,0,0,
"""
# Monday 4 October 2021 to Sunday the 17th
CALENDAR = """\
service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
week,1,1,1,1,1,0,0,20211004,20211017
daily,1,1,1,1,1,1,1,20211004,20211017
"""
SHAPES = """\
shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence,shape_dist_traveled
s,58.00,15.00,1,0
s,58.02,15.05,2,3
s,58.00,15.10,3,6
s,58.00,15.20,4,12
"""
TRANSFERS = """\
from_stop_id,to_stop_id,transfer_type,min_transfer_time,from_trip_id,to_trip_id
b,c,2,120,,
a1,a2,2,60,,
c,c,1,,o8,n
"""
FEED = {
    "agency.txt": "agency_id,agency_name,agency_url,agency_timezone\n"
    "505,Trafiken,https://example.org,Europe/Stockholm\n",
    "stops.txt": STOPS,
    "routes.txt": ROUTES,
    "trips.txt": TRIPS,
    "stop_times.txt": STOP_TIMES,
    "calendar.txt": CALENDAR,
    "shapes.txt": SHAPES,
    "transfers.txt": TRANSFERS,
    "feed_info.txt": "feed_publisher_name,feed_publisher_url,feed_lang,feed_version\n"
    "Trafiken,https://example.org,sv,7\n",
    "secret.txt": "kept;as it is\n",
}


def packed(files):
    """Return an archive's bytes."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return content.getvalue()


def changed(files, *rows, period=None, plan=None, ways=None, action=""):
    """Carry out edits; returns the files that change, the feed read anew, and the log."""
    archive = open_archive(packed(files))
    original = read_original(archive)
    edits = read_edits(rows, table="edits", ways=ways, action=action)
    draft, log = apply_edits(original.draft, edits, period=period, plan=plan or Plan())
    made = changed_files(original, draft, scenario="S")
    times = b"".join(rewritten(archive.blocks("stop_times.txt", 200), original.draft, draft))
    made["stop_times.txt"] = times
    if draft.ways.keys() != original.draft.ways.keys():
        head = files["shapes.txt"].partition("\n")[0].encode()
        lines = b"".join(new_shapes(original, draft, head))
        made["shapes.txt"] = files["shapes.txt"].encode() + lines
    whole = {name: made.get(name, text) for name, text in {**files, **made}.items()}
    return made, read_feed(packed(whole), shapes=True), log


def edit(action, **cells):
    """One row of a table of edits; ``begin`` and ``end`` are the columns from and to."""
    names = {"begin": "from", "end": "to"}
    return {"action": action, **{names.get(name, name): value for name, value in cells.items()}}


def clock(seconds):
    """Hours and minutes, and seconds where there are any."""
    text = f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}"
    return text if seconds % 60 == 0 else f"{text}:{seconds % 60:02d}"


def journeys(feed, line, day="2021-10-07"):
    """Calls of a line's trips on a date: (direction, "stop arrival departure", ...), sorted."""
    times, found = feed.stop_times, []
    names = feed.stops["stop_id"].to_numpy()
    route = feed.routes["short"].to_numpy()[feed.trips["route"]]
    for trip in range(len(feed.trips)):
        if route[trip] == line and feed.runs_on(day)[trip]:
            rows = range(times.start[trip], times.start[trip + 1])
            calls = []
            for row in rows:
                arrival, departure = int(times.arrival[row]), int(times.departure[row])
                text = f"{names[times.stop[row]]} {clock(arrival)}"
                calls.append(text if arrival == departure else f"{text}/{clock(departure)}")
            found.append((int(feed.trips["direction"][trip]), *calls))
    return sorted(found, key=lambda each: (each[0], each[1].split()[1]))


def starts(feed, line, day="2021-10-07", direction=0):
    """First departures of a line on a date."""
    return [
        each[1].split()[1].split("/")[-1]
        for each in journeys(feed, line, day)
        if each[0] == direction
    ]


def written(source, target, *rows, period=None):
    """Carry out edits of a feed on disk; returns the new archive's path and the log."""
    archive = open_archive(source)
    original = read_original(archive)
    days = None
    if period:
        first, last = (np.datetime64(day) for day in period)
        days = (original.draft.dates >= first) & (original.draft.dates <= last)
    edits = read_edits(rows, table="edits")
    draft, log = apply_edits(original.draft, edits, period=days)
    scenariofiles.write(target, archive, original, draft, scenario="S", progress=silent)
    return target, log
