"""What a table of edits may say, action by action, with a row of each as an example."""

from __future__ import annotations

from ..i18n import tr

EDITS = "<br>".join(
    (
        tr(
            "One edit a row, carried out from top to bottom. Start from a copy of the plugin's "
            "processing/profiles/timetable_edits.csv; columns that are not used can be left out. "
            "route is the id, number or name of a line; stops are ids or names with ; between; "
            "from and to are times such as 6, 06:30 or 25:10; days are daily, weekday, monday ... "
            "sunday; direction is 0 or 1, empty for both."
        ),
        tr(
            "<b>new_line</b> route=X1, stops=A;B;C, headway_min=20, from=06:00, to=20:00, "
            "days=weekday, speed_kmh=60, mode=bus, name=A - C express. Instead of speed_kmh "
            "(stops included) minutes=35 in all, or minutes=12;23 from stop to stop. The last "
            "trip leaves before 'to'. It calls at the same stops both ways. A further row with "
            "the line but without stops adds trips at another time."
        ),
        tr(
            "<b>headway</b> route=32, headway_min=30, from=06:00, to=19:00, days=weekday. Trips "
            "that leave their first stop in that time give place, in each direction, to trips "
            "with the stops that most of them call at and the medians of their times, at the "
            "minute of the first of them, before and after it. Trips outside stay. In "
            "frequencies.txt the headway is changed there."
        ),
        tr(
            "<b>span</b> route=32, from=05:00, to=24:30, headway_min=60. Copies of the day's first "
            "trip before it, and of the last trip after it; without headway_min at the line's "
            "usual one."
        ),
        tr(
            "<b>speed</b> route=32 or mode=bus, percent=10, or minutes=5, stops=A;B. Run times "
            "get shorter, negative: longer, on the whole trip or between two stops, either way; "
            "time at stops and the first departure stay."
        ),
        tr(
            "<b>reroute</b>, <b>add_stop</b> route=32, stops=A;X;B. Between A and B trips call at "
            "X and nowhere else, either way; stops=A;X extends trips that begin or end at A. The "
            "new part takes minutes, or goes at speed_kmh, or as fast as the old part."
        ),
        tr(
            "<b>remove_stop</b> stops=X, route=32, minutes=1 won by each trip. Without a line the "
            "stop goes altogether, with its transfers; stop areas stay."
        ),
        tr(
            "<b>new_stop</b>, <b>move_stop</b> stops=X (its id), lat=58.4, lon=15.6, name=Torget. "
            "The times of the trips stay."
        ),
        tr(
            "<b>remove_line</b> route=32; direction, from, to and days leave the rest of its trips."
        ),
    )
)
