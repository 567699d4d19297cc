"""Feeds named after their defect: each gets its own sentence, and none a traceback."""

import numpy as np
import pytest
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.transit.check import check_feed
from samplan.processing.methods.transit.feed import read_feed

REFUSED = {
    "au-sydney-entrances": "has no file 'routes.txt'",
    "bad_date_format": "'2007.01.01' in 'calendar.txt', line 2, column 'start_date', is no date",
    "missing_calendar": "has neither calendar.txt nor calendar_dates.txt",
    "missing_routes": "has no file 'routes.txt'",
    "missing_stop_times": "has no file 'stop_times.txt'",
    "missing_stops": "has no file 'stops.txt'",
    "missing_trips": "has no file 'trips.txt'",
    "missing_weekday_column": "The file 'calendar.txt' has no column 'thursday'",
    "unknown_format.zip": "'unknown_format.zip' is neither a zip archive nor a folder",
    "utf16": "The file 'stops.txt' is encoded in UTF-16",
}

# the finding that names the defect: severity, file, row, and words of its sentence
FOUND = {
    "bad_eol.zip": ("note", "routes.txt", None, "mixes kinds of line ends"),
    "bad_utf8": ("warning", "stop_times.txt", 2, "read as Latin-1"),
    "contains_null": ("warning", "stops.txt", 9, "NUL character"),
    "duplicate_schedule_id": ("warning", "calendar.txt", 4, "'WE' more than once"),
    "duplicate_stop": ("warning", "stops.txt", None, "on the same spot as another stop: 1"),
    "duplicate_stop_sequence": ("error", "stop_times.txt", 4, "repeat a stop_sequence"),
    "empty_file": ("warning", "agency.txt", None, "does not name its agencies"),
    "extra_row_cells": ("warning", "routes.txt", 4, "more cells than the header"),
    "flatten_feed": ("error", "stop_times.txt", 23, "call at one stop only: 2"),
    "invalid_agency_ids": ("warning", "routes.txt", 4, "without an agency in agency.txt: 1"),
    "invalid_route_agency": ("warning", "routes.txt", 4, "without an agency in agency.txt: 1"),
    "missing_agency": ("warning", "agency.txt", None, "does not name its agencies"),
    "missing_column": ("warning", "agency.txt", None, "does not name its agencies"),
    "missing_departure_time": ("note", "stop_times.txt", 3, "only an arrival or only a departure"),
    "missing_endpoint_times": ("error", "stop_times.txt", 16, "at their first or last stop: 2"),
    "missing_row_cells": ("note", "routes.txt", 4, "fewer cells than the header"),
    "negative_stop_sequence": ("warning", "stop_times.txt", 9, "negative stop_sequence: 1"),
    "repeated_route_name": ("note", "routes.txt", 5, "the names and type of another line: 1"),
    "same_short_long_name": ("note", "routes.txt", 5, "the same short and long name: 1"),
    "undefined_stop": ("error", "stop_times.txt", 11, "not in stops.txt: 1, such as 'NADAR'"),
    "unknown_file": ("note", "frecuencias.txt", None, "no file with the name: frecuencias.txt"),
    "unrecognized_columns": ("note", "trips.txt", 1, "no column with the name: sharpe_id"),
    "unused_stop": ("note", "stops.txt", None, "no trip calls at: 1, such as 'Bogus Stop"),
}

# nothing is wrong with these; the names tell what they try
SOUND = ("filter_unusual_trips", "good_feed", "good_feed.zip", "only_calendar_dates", "utf8bom")


def test_every_feed_of_the_folder_is_judged(reference):
    folder = reference("gtfs/bad_transitfeed")
    assert {path.name for path in folder.iterdir()} == {*REFUSED, *FOUND, *SOUND}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_a_sentence(reference, name):
    with pytest.raises(InputError) as caught:
        read_feed(reference(f"gtfs/bad_transitfeed/{name}"))
    assert REFUSED[name] in str(caught.value)


@pytest.mark.parametrize("name", FOUND)
def test_read_with_a_finding(reference, name):
    feed = read_feed(reference(f"gtfs/bad_transitfeed/{name}"))
    severity, file, row, words = FOUND[name]
    findings = check_feed(feed).findings
    named = [f for f in findings if (f.severity, f.file, f.row) == (severity, file, row)]
    assert any(words in finding.text for finding in named), [f.text for f in findings]
    assert not [f for f in findings if f.severity == "error" and f not in named]


@pytest.mark.parametrize("name", SOUND)
def test_read_without_complaint(reference, name):
    feed = read_feed(reference(f"gtfs/bad_transitfeed/{name}"))
    assert {f.severity for f in feed.findings} <= {"note"}
    assert len(feed.trips) > 10


def test_a_byte_order_mark_changes_nothing(reference):
    marked = read_feed(reference("gtfs/bad_transitfeed/utf8bom"))
    plain = read_feed(reference("gtfs/bad_transitfeed/unused_stop"))
    np.testing.assert_array_equal(marked.stop_times.departure, plain.stop_times.departure)
    assert marked.stops["stop_id"].tolist() == [
        text for text in plain.stops["stop_id"] if text != "BOGUS"
    ]


@pytest.mark.parametrize(
    ("name", "outcome"),
    [
        ("sample-feed-bom", 144),
        ("sample-feed-calendar_dates", 144),
        ("sample-feed-fixed", 144),
        ("sample-feed-plus", 144),
        ("sample-feed-invalid", "has no column 'stop_id'"),
        ("locations_feed", "has no trip with times at two stops or more"),
    ],
)
def test_odd_feeds_load_or_are_refused(reference, name, outcome):
    path = reference(f"gtfs/tidytransit/{name}.zip")
    if isinstance(outcome, int):
        assert len(read_feed(path).trips) == outcome
    else:
        with pytest.raises(InputError, match=outcome):
            read_feed(path)
