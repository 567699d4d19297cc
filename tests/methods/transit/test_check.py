"""The preflight: what it points out, and what it leaves in peace."""

from datetime import date

import pytest
import shapely
from samplan.processing.methods.transit.check import check_feed, trips_per_day
from samplan.processing.methods.transit.feed import read_feed
from samplan.processing.methods.transit.village import village

STOPS = "stop_id,stop_name,stop_lat,stop_lon\na,Alby,58,15\nb,Berga,58,15.1\nc,Ceder,58,15.2\n"


def found(feed, **options):
    return {(f.severity, f.file, f.text) for f in check_feed(feed, **options).findings}


WEEK = (
    "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n"
    "week,1,1,1,1,1,0,0,20211004,20211010\n"
)


def test_a_sound_feed_has_no_findings(read):
    assert found(read(calendar=WEEK), today=date(2021, 10, 4)) == set()


def test_normal_dates_and_trips_per_day():
    report = check_feed(village())
    assert report.normal == {"weekday": date(2021, 10, 5), "saturday": date(2021, 10, 9)}
    assert report.days["trips"].tolist() == [4, 4, 4, 4, 4, 2]
    assert report.days["weekday"].tolist()[-2:] == ["friday", "saturday"]
    assert str(report.days["date"].dt.date[0]) == "2021-10-04"


@pytest.mark.parametrize(
    ("changes", "options", "finding"),
    [
        (
            {"stops": STOPS + "d,Dal,58,15.3\n"},
            {},
            ("note", "stops.txt", "Stops that no trip calls at: 1, such as 'Dal'."),
        ),
        (
            {"stops": STOPS.replace("15.1", "15.200001")},
            {},
            ("warning", "stops.txt", "Stops on the same spot as another stop: 1, such as 'Ceder'."),
        ),
        (
            {"stops": STOPS.replace("58,15.2", "15.2,58")},
            {},
            ("warning", "stops.txt", "Stops very far from all others: 1, such as 'Ceder'."),
        ),
        (
            {"stops": STOPS.replace("58,15.2", "0,0")},
            {},
            ("error", "stops.txt", "Stops at latitude 0, longitude 0: 1, such as 'Ceder'."),
        ),
        (
            {},
            {"area": shapely.box(14, 57, 15.15, 59)},
            ("note", "stops.txt", "Stops outside the area: 1, such as 'Ceder'."),
        ),
        (
            {},
            {"area": shapely.box(0, 0, 1, 1), "points": [[0.5, 0.5], [1, 1], [2, 2]]},
            ("note", "stops.txt", "Stops outside the area: 1, such as 'Ceder'."),
        ),
        (
            {"routes": "route_id,route_short_name,route_type\n1,1,700\n2,2,700\n"},
            {},
            ("note", "routes.txt", "Lines without trips: 1, such as line '2'."),
        ),
        (
            {"shapes": "shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence\nw,58,15,1\n"},
            {},
            ("note", "shapes.txt", "Lines without geometry in shapes.txt: 1, such as line '1'."),
        ),
        (
            {"stops": STOPS.replace("15.1", "15.9")},
            {},
            (
                "warning",
                "stop_times.txt",
                "Trips faster than 250 km/h between two stops: 1, such as trip 't'.",
            ),
        ),
        (
            {},
            {"today": date(2022, 1, 1)},
            (
                "warning",
                "calendar.txt",
                "The timetable is for 2021-10-04 to 2021-10-15, which is not now.",
            ),
        ),
    ],
    ids=[
        "unused stop",
        "two stops on one spot",
        "swapped coordinates",
        "at 0/0",
        "outside",
        "outside in other coordinates",
        "unused line",
        "no geometry",
        "too fast",
        "out of date",
    ],
)
def test_points_out(read, changes, options, finding):
    assert finding in found(read(**changes), **options)


def test_days_without_trips_within_the_period_are_counted(read):
    calendar = WEEK.replace("1,1,1,1,1,0,0,20211004,20211010", "1,0,0,0,0,0,1,20211003,20211011")
    assert {text for *_, text in found(read(calendar=calendar))} == {
        "Between 2021-10-03 and 2021-10-11 there are days without any trip: 5."
    }


def test_a_feed_that_never_runs_is_an_error(read):
    dates = "service_id,date,exception_type\n" + "".join(
        f"week,202110{day:02d},2\n" for day in range(4, 18)
    )
    report = check_feed(read(calendar_dates=dates))
    assert [f.text for f in report.findings] == ["No trip runs on any date."]
    assert report.normal == {}
    assert len(report.days) == 0


def test_stops_without_places_are_no_obstacle(read):
    feed = read(calendar=WEEK, stops="stop_id,stop_name,stop_lat,stop_lon\na,A,,\nb,B,,\nc,C,,\n")
    assert {text for *_, text in found(feed)} == {
        "Stops without valid coordinates: 3, such as 'A'."
    }


def test_a_date_that_pandas_does_not_know_is_missing_rather_than_wrong(read):
    dates = "service_id,date,exception_type\nweek,29991231,1\n"
    days = check_feed(read(calendar=None, calendar_dates=dates)).days
    assert days["date"].isna().tolist() == [True]
    assert days[["weekday", "trips"]].values.tolist() == [["tuesday", 1]]


def test_the_gravest_findings_come_first(read):
    feed = read(stops=STOPS.replace("58,15.2", "0,0") + "d,Dal,58,15.3\n", agency=None)
    severities = [f.severity for f in check_feed(feed).findings]
    assert severities == sorted(severities, key=["error", "warning", "note"].index)
    assert {"error", "warning", "note"} <= set(severities)


def test_trips_per_day_of_a_real_feed(reference):
    feed = read_feed(reference("gtfs/kuopio/gtfs_kuopio_finland.zip"))
    days = trips_per_day(feed.calendar).set_index("date")["trips"]
    assert days["2017-03-15"] == 1130
    assert check_feed(feed).normal["weekday"].isoweekday() in (2, 3, 4)
