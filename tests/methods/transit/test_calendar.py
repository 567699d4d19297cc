"""Which services run when, from either file or both."""

import csv
from datetime import date, timedelta

import numpy as np
import pytest
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.transit.archive import open_archive
from samplan.processing.methods.transit.calendar import (
    WEEKDAYS,
    Calendar,
    read_calendar_tables,
    weekday,
)
from samplan.processing.methods.transit.days import (
    days_between,
    normal_dates,
    require_service,
    school_services,
)
from samplan.processing.methods.transit.feed import read_calendar

HEAD = "service_id," + ",".join(WEEKDAYS) + ",start_date,end_date\n"
DATES = "service_id,date,exception_type\n"


@pytest.fixture
def served(write):
    """Return the dates of each service in a calendar."""

    def served(**changes):
        calendar, findings = read_calendar_tables(open_archive(write(**changes)))
        days = {
            service: [str(day) for day in calendar.dates[calendar.active[:, place]]]
            for place, service in enumerate(calendar.services)
        }
        return days, findings

    return served


def test_a_week_less_and_more_its_exceptions(served):
    days, findings = served(
        calendar=HEAD + "w,1,0,0,0,0,0,1,20211004,20211018\n",
        calendar_dates=DATES + "w,20211011,2\nw,20211013,1\nw,20211004,1\n",
    )
    assert days == {"w": ["2021-10-04", "2021-10-10", "2021-10-13", "2021-10-17", "2021-10-18"]}
    assert findings == ()


def test_swedish_weeks_of_zeros_say_nothing_about_days(served):
    days, _ = served(
        calendar=HEAD + "1,0,0,0,0,0,0,0,20200101,20301231\n",
        calendar_dates=DATES + "1,20211004,1\n1,20211106,1\n",
    )
    assert days == {"1": ["2021-10-04", "2021-11-06"]}


@pytest.mark.parametrize(
    "changes",
    [
        {"calendar": None, "calendar_dates": DATES + "s,20211004,1\ns,20211005,1\n"},
        {"calendar": HEAD + "s,1,1,0,0,0,0,0,20211004,20211005\n", "calendar_dates": None},
        {"calendar": HEAD + "s,1,1,0,0,0,0,0,20211004,20211005\n", "calendar_dates": ""},
        {"calendar": HEAD, "calendar_dates": DATES + "s,20211004,1\ns,20211005,1\n"},
    ],
    ids=["dates only", "weeks only", "an empty file of dates", "weeks without rows"],
)
def test_either_file_may_be_missing(served, changes):
    assert served(**changes) == ({"s": ["2021-10-04", "2021-10-05"]}, ())


def test_a_public_holiday_takes_sunday_traffic(served):
    days, _ = served(
        calendar=HEAD
        + "work,1,1,1,1,1,0,0,20211101,20211107\nsun,0,0,0,0,0,0,1,20211101,20211107\n",
        calendar_dates=DATES + "work,20211101,2\nsun,20211101,1\n",
    )
    assert days["sun"] == ["2021-11-01", "2021-11-07"]
    assert days["work"] == [f"2021-11-0{n}" for n in range(2, 6)]


def test_a_service_described_twice_runs_on_both_rows_days(served):
    days, findings = served(
        calendar=HEAD + "s,1,0,0,0,0,0,0,20211004,20211004\ns,0,1,0,0,0,0,0,20211004,20211010\n"
    )
    assert days == {"s": ["2021-10-04", "2021-10-05"]}
    assert [(f.severity, f.row) for f in findings] == [("warning", 3)]


def test_exceptions_of_an_unknown_kind_are_left_out(served):
    days, findings = served(calendar=None, calendar_dates=DATES + "s,20211004,1\ns,20211005,3\n")
    assert days == {"s": ["2021-10-04"]}
    assert [(f.severity, f.row) for f in findings] == [("error", 3)]


def test_equals_a_calendar_kept_day_by_day(served):
    rng = np.random.default_rng(3)
    start = date(2021, 1, 1)
    weeks, exceptions, expected = [], {}, {}
    for service in "abcdefgh":
        flags = rng.integers(0, 2, 7) * (service != "a")
        first = start + timedelta(int(rng.integers(0, 60)))
        last = first + timedelta(int(rng.integers(0, 90)))
        weeks.append(f"{service},{','.join(map(str, flags))},{first:%Y%m%d},{last:%Y%m%d}")
        days = {first + timedelta(n) for n in range((last - first).days + 1)}
        expected[service] = {day for day in days if flags[day.weekday()]}
        for _ in range(20):
            day, kind = start + timedelta(int(rng.integers(0, 200))), int(rng.integers(1, 3))
            exceptions[service, day] = kind
    for (service, day), kind in exceptions.items():
        (expected[service].add if kind == 1 else expected[service].discard)(day)
    rows = [f"{service},{day:%Y%m%d},{kind}" for (service, day), kind in exceptions.items()]
    days, _ = served(calendar=HEAD + "\n".join(weeks), calendar_dates=DATES + "\n".join(rows))
    assert days == {name: sorted(map(str, found)) for name, found in expected.items()}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"calendar": None}, "has neither calendar.txt nor calendar_dates.txt"),
        (
            {"calendar": HEAD + "s,1,1,1,1,1,1,1,2021-10-04,20211005\n"},
            "'2021-10-04' in 'calendar.txt', line 2, column 'start_date', is no date",
        ),
        (
            {"calendar_dates": DATES + "s,20211004,1\ns,20210231,1\n"},
            "'20210231' in 'calendar_dates.txt', line 3, column 'date', is no date",
        ),
        ({"calendar": HEAD.replace("thursday,", "")}, "has no column 'thursday'"),
    ],
    ids=["both missing", "another date format", "no such day", "a weekday missing"],
)
def test_refuses_what_would_be_guessed(served, changes, sentence):
    with pytest.raises(InputError, match=sentence.replace(".", r"\.")):
        served(**changes)


def test_refuses_a_mistyped_year(served, monkeypatch):
    from samplan.processing.methods.transit import calendar

    monkeypatch.setattr(calendar, "LARGEST", 1000)
    with pytest.raises(InputError, match="run from 0202-10-04 to 2021-10-05"):
        served(calendar=HEAD + "s,1,1,1,1,1,1,1,02021004,20211005\n")


def test_weekdays_are_pythons():
    days = np.arange("1969-12-20", "1970-01-20", dtype="datetime64[D]")
    assert weekday(days).tolist() == [day.weekday() for day in days.tolist()]


def test_active_trips_per_date_of_a_swedish_feed(reference):
    feed = reference("gtfs/sweden/ul_gtfs_20210930_without_stop_times.zip")
    calendar = read_calendar(feed)
    with open(reference("gtfs/sweden/ul_expected_active_trips.csv")) as opened:
        expected = {row["date"]: int(row["active_trips"]) for row in csv.DictReader(opened)}
    days = {day: f"{day[:4]}-{day[4:6]}-{day[6:]}" for day in expected}
    assert {day: calendar.trips[calendar.place(days[day])] for day in expected} == expected
    assert len(expected) == 9


def weeks(count, *, reduced=(), school=True):
    """Return a calendar of weeks from a Monday: a service of each day type, and one for school."""
    dates = np.arange(
        "2021-10-04", f"{date(2021, 10, 4) + timedelta(7 * count)}", dtype="datetime64[D]"
    )
    day, week = weekday(dates), np.arange(len(dates)) // 7
    active = np.column_stack(
        [day < 5, day == 5, day == 6, (day < 5) & ~np.isin(week, reduced) & school]
    )
    names = np.array(["work", "sat", "sun", "school"], dtype=object)
    return Calendar(names, dates, active, active @ np.array([100, 60, 40, 30]))


def test_normal_dates_avoid_breaks_and_holidays():
    calendar = weeks(4, reduced=[0])
    found = {name: str(day) for name, day in normal_dates(calendar).items()}
    assert found == {"weekday": "2021-10-12", "saturday": "2021-10-09", "sunday": "2021-10-10"}


def test_a_feed_of_mondays_has_a_normal_weekday():
    calendar = weeks(2)
    mondays = np.where(calendar.weekdays() == 0, calendar.trips, 0)
    only = Calendar(calendar.services, calendar.dates, calendar.active, mondays)
    assert normal_dates(only) == {"weekday": date(2021, 10, 4)}


def test_day_types_without_service_have_no_normal_date():
    calendar = weeks(1)
    empty = Calendar(calendar.services, calendar.dates, calendar.active, np.zeros(7, int))
    assert normal_dates(empty) == {}
    with pytest.raises(InputError, match="No trip of the feed runs on any date"):
        require_service(empty, ["2021-10-04"])


@pytest.mark.parametrize(
    ("day", "proposal"),
    [("2021-12-24", "2021-10-05"), ("2021-10-02", "2021-10-09"), ("2031-01-05", "2021-10-10")],
    ids=["a weekday after", "a Saturday before", "a Sunday in another year"],
)
def test_a_date_without_service_is_refused_with_the_period_and_a_proposal(day, proposal):
    sentence = f"No trip of the feed runs on {day}. Its timetable is for 2021-10-04 to 2021-10-17; "
    with pytest.raises(InputError) as caught:
        require_service(weeks(2), ["2021-10-04", day])
    assert str(caught.value).startswith(sentence + proposal)


def test_a_day_off_within_the_period_is_refused_too():
    calendar = weeks(2)
    trips = calendar.trips.copy()
    trips[3] = 0
    with pytest.raises(InputError, match="runs on 2021-10-07"):
        require_service(
            Calendar(calendar.services, calendar.dates, calendar.active, trips), [date(2021, 10, 7)]
        )


def test_school_days_are_told_by_the_break():
    assert school_services(weeks(6, reduced=[3])).tolist() == [False, False, False, True]


def test_without_a_break_nothing_is_called_a_school_day():
    assert not school_services(weeks(6)).any()


def test_days_of_a_period_by_day_type():
    found = days_between(weeks(3), "2021-10-08", date(2021, 10, 17))
    assert {name: len(days) for name, days in found.items()} == {
        "weekday": 6,
        "saturday": 2,
        "sunday": 2,
    }
    assert found["weekday"][0] == date(2021, 10, 8)
