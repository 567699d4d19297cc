"""Public holidays: the law's days as tables print them, and what they mean for normal dates."""

import csv
import json
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.transit.calendar import Calendar
from samplan.processing.methods.transit.days import normal_dates
from samplan.processing.methods.transit.feed import read_calendar
from samplan.processing.methods.transit.holidays import easter, holidays
from samplan.processing.paths import PROFILES

RULES = json.loads((PROFILES / "public_holidays.json").read_text(encoding="utf-8"))["profiles"]
SWEDEN = RULES["sweden"]["settings"]


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1961, "04-02"),
        (1981, "04-19"),  # full moon on 19 April moved back: golden number 6
        (1954, "04-18"),  # and to 17 April: golden number 17
        (2000, "04-23"),
        (2008, "03-23"),
        (2019, "04-21"),
        (2024, "03-31"),
        (2025, "04-20"),
        (2026, "04-05"),
        (2038, "04-25"),
        (2285, "03-22"),
    ],
)
def test_easter_as_printed(year, day):
    assert easter(year) == date.fromisoformat(f"{year}-{day}")


def test_easter_is_a_sunday_from_22_march_to_25_april():
    for year in range(1583, 3000):
        assert easter(year).weekday() == 6
        assert (3, 22) <= (easter(year).month, easter(year).day) <= (4, 25)


SWEDISH = {
    2021: "01-01 01-06 04-02 04-04 04-05 05-01 05-13 05-23 06-06 06-26 11-06 12-25 12-26",
    2024: "01-01 01-06 03-29 03-31 04-01 05-01 05-09 05-19 06-06 06-22 11-02 12-25 12-26",
    2026: "01-01 01-06 04-03 04-05 04-06 05-01 05-14 05-24 06-06 06-20 10-31 12-25 12-26",
}
"""The days of lag (1989:253) as almanacs print them."""
EVES = {
    2021: "06-25 12-24 12-31 01-05 04-01 04-03 04-30",
    2024: "06-21 12-24 12-31 01-05 03-28 03-30 04-30",
    2026: "06-19 12-24 12-31 01-05 04-02 04-04 04-30",
}


@pytest.mark.parametrize("year", SWEDISH)
def test_swedish_holidays_as_printed(year):
    expected = sorted(f"{year}-{day}" for day in f"{SWEDISH[year]} {EVES[year]}".split())
    assert holidays(SWEDEN.values(), [year]).astype(str).tolist() == expected


def test_every_rule_has_a_source():
    assert RULES["sweden"]["sources"].keys() == SWEDEN.keys()
    by_law = sum("1989:253" in source for source in RULES["sweden"]["sources"].values())
    assert by_law == 13


def test_29_february_is_there_in_leap_years_only():
    found = holidays(["02-29", "monday 02-29"], range(2023, 2026))
    assert found.astype(str).tolist() == ["2024-02-29", "2024-03-04"]


@pytest.mark.parametrize("rule", ["", "13-01", "02-30", "00-10", "easter", "lördag 06-20", "1-1"])
def test_a_rule_that_cannot_be_read_is_refused(rule):
    with pytest.raises(InputError, match=f"'{rule}' is no rule for a holiday"):
        holidays([rule], [2026])


def calendar(first, trips, known=()):
    """Calendar of one service with so many trips on each date."""
    begin = date.fromisoformat(first)
    dates = np.array([begin + timedelta(n) for n in range(len(trips))], dtype="datetime64[D]")
    count = np.array(trips)
    days = Calendar(np.array(["s"]), dates, (count > 0)[:, None], count)
    return replace(days, holidays=np.array(known, dtype="datetime64[D]"))


WEEK = [9, 10, 10, 10, 8, 5, 3]


@pytest.mark.parametrize(
    ("trips", "known", "expected"),
    [
        pytest.param(
            [9, 10, 10, 10, 8, 7, 3, *WEEK, *WEEK],
            [],
            {"weekday": "2022-12-20", "saturday": "2022-12-31", "sunday": "2022-12-25"},
            id="extra traffic on one Saturday, Christmas Eve, is not normal",
        ),
        pytest.param(
            WEEK,
            ["2022-12-24", "2022-12-25"],
            {"weekday": "2022-12-20", "saturday": "2022-12-24", "sunday": "2022-12-25"},
            id="a holiday where no other such day runs",
        ),
        pytest.param(
            [*WEEK, *WEEK],
            ["2022-12-20", "2022-12-24", "2022-12-25"],
            {"weekday": "2022-12-21", "saturday": "2022-12-31", "sunday": "2023-01-01"},
            id="known holidays are passed over",
        ),
        pytest.param(
            [9, 10, 10, 10, 8, 5, 3, 4, 4, 4, 4, 4, 4, 2],
            [],
            {"weekday": "2022-12-20", "saturday": "2022-12-24", "sunday": "2022-12-25"},
            id="a school break is passed over, be it as long as school",
        ),
        pytest.param(
            [9, 0, 0, 0, 8, 0, 0, 9, 12, 12, 12, 8, 0, 0],
            ["2022-12-27", "2022-12-28", "2022-12-29"],
            {"weekday": "2022-12-19"},
            id="an ordinary Monday rather than holidays in the middle of the week",
        ),
    ],
)
def test_normal_dates(trips, known, expected):
    found = normal_dates(calendar("2022-12-19", trips, known))
    assert {kind: str(day) for kind, day in found.items()} == expected


def test_kuopios_saturday_is_not_christmas_eve(reference):
    days = read_calendar(reference("gtfs/kuopio/gtfs_kuopio_finland.zip"))
    assert days.trips[days.place("2016-12-24")] == days.trips[days.weekdays() == 5].max()
    for known in ([], holidays(SWEDEN.values(), [2016, 2017])):
        found = normal_dates(replace(days, holidays=np.array(known, dtype="datetime64[D]")))
        trips = {kind: int(days.trips[days.place(day)]) for kind, day in found.items()}
        assert trips == {"weekday": 1131, "saturday": 619, "sunday": 340}


def test_all_saints_day_is_no_normal_saturday_in_uppsala(reference):
    days = read_calendar(reference("gtfs/sweden/ul_gtfs_20210930_without_stop_times.zip"))
    with open(reference("gtfs/sweden/ul_expected_active_trips.csv")) as opened:
        known = {row["date"]: int(row["active_trips"]) for row in csv.DictReader(opened)}
    assert known["20211106"] == 2920  # All Saints' Day
    days = replace(days, holidays=holidays(SWEDEN.values(), [2021]))
    saturday = normal_dates(days)["saturday"]
    assert days.trips[days.place(saturday)] == 2925
    only = np.where(days.dates == np.datetime64("2021-11-06"), days.trips, 0)
    assert str(normal_dates(replace(days, trips=only))["saturday"]) == "2021-11-06"
