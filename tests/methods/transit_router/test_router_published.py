"""The 80 times that tidytransit publishes for its example of routing."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from samplan.processing.methods.transit.feed import read_feed
from samplan.processing.methods.transit.router.access import access_of
from samplan.processing.methods.transit.router.footpaths import given_footpaths, with_transfers
from samplan.processing.methods.transit.router.matrix import travel_times
from samplan.processing.methods.transit.router.request import Request
from samplan.processing.methods.transit.router.timetable import timetable_of
from samplan.processing.methods.transit.router.window import Window


def clock(hours, minutes, seconds=0):
    return hours * 3600 + minutes * 60 + seconds


@pytest.fixture(params=["routing.zip", "routing-NA-times.zip"], scope="module")
def feed(request, reference):
    return read_feed(reference("gtfs/tidytransit") / request.param)


@pytest.fixture(scope="module")
def published(reference):
    table = pd.read_csv(reference("gtfs/tidytransit") / "expected_routing_zip.csv")
    assert len(table) == 80
    return {case: rows.reset_index(drop=True) for case, rows in table.groupby("case")}


def times(feed, window, *, transfers=True, by_arrival=False, first_before=None, last_from=None):
    """Shortest travel time [s] between all stops, NaN without a journey.

    The published windows are those of the first vehicle, from stops 1a and 1b, and of the last
    one, to stop 4.
    """
    ids = feed.stops["stop_id"].tolist()
    footpaths = given_footpaths(len(ids))
    if transfers:
        footpaths = with_transfers(footpaths, feed.transfers, feed.stops)
    every = np.arange(len(ids))
    # every stop is a place: one is there at once, or by one walk
    access = access_of(
        np.r_[every, footpaths.origin],
        np.r_[every, footpaths.target],
        np.r_[np.zeros(len(ids)), footpaths.seconds],
    )
    egress = access_of(
        np.r_[every, footpaths.target],
        np.r_[every, footpaths.origin],
        np.r_[np.zeros(len(ids)), footpaths.seconds],
    )
    request = Request(window, len(ids), len(ids), access, egress, access, by_arrival=by_arrival)
    timetable = timetable_of(feed, "2018-10-01")
    if first_before is not None:
        first = np.isin(timetable.stop, [ids.index("stop1a"), ids.index("stop1b")])
        late = first & (timetable.departure > first_before)
        timetable = replace(timetable, boards=timetable.boards & ~late)
    if last_from is not None:
        early = (timetable.stop == ids.index("stop4")) & (timetable.arrival < last_from)
        timetable = replace(timetable, alights=timetable.alights & ~early)
    found = travel_times(timetable, footpaths, request)
    table = np.full((len(ids),) * 2, np.nan)
    table[found.origin, found.destination] = found.best
    return pd.DataFrame(table, index=ids, columns=ids)


def lookup(table, rows):
    """Best over the origins of each row, which may be several, "a|b"."""
    return [
        table.loc[starts.split("|"), end].min()
        for starts, end in zip(rows["from_stop_id"], rows["to_stop_id"])
    ]


def test_shortest_of_an_hour(feed, published):
    rows = published["shortest_0700_0800_from_{1a,1b}"]
    found = times(feed, Window(clock(7, 0), 60, 60, 3600))
    assert lookup(found, rows) == rows["value"].tolist()
    assert (
        found.loc[["stop1a", "stop1b"], rows["to_stop_id"]].min().tolist() == rows["value"].tolist()
    )


def test_shortest_of_forty_seconds(feed, published):
    rows = published["shortest_window_070950_071030_from_1a_only_departures_ge_0710"]
    found = times(feed, Window(clock(7, 9, 50), 41, 1, 7200), first_before=clock(7, 10, 30))
    assert lookup(found, rows) == rows["value"].tolist()


@pytest.mark.parametrize(
    ("case", "transfers"),
    [
        ("earliest_arrival_0700_from_2", True),
        ("earliest_arrival_0700_from_{1a,1b}_no_transfers_table", False),
    ],
    ids=["with transfers", "without transfers"],
)
def test_earliest_arrivals(feed, published, case, transfers):
    rows = published[case]
    found = times(feed, Window(clock(7, 0), 1, 60, 7200), transfers=transfers)
    assert [clock(7, 0) + time for time in lookup(found, rows)] == rows["value"].tolist()


def by_arrival(feed, first, last, limit, **options):
    """Latest departures by minute of arrival: tables of departure by deadline."""
    return {
        deadline: deadline - times(feed, Window(deadline, 1, 60, limit), by_arrival=True, **options)
        for deadline in range(first, last + 60, 60)
    }


def test_shortest_of_the_last_hour_before_an_arrival(feed, published):
    rows = published["arrive_at_stop4_shortest_last_hour_to_0745"]
    departures = by_arrival(feed, clock(6, 45), clock(7, 45), 3600)
    for start, mine in rows.groupby("from_stop_id"):
        journeys = [
            (deadline - table.loc[start, "stop4"], deadline, table.loc[start, "stop4"])
            for deadline, table in departures.items()
            if table.loc[start, "stop4"] >= clock(6, 45)
        ]
        _, arrival, departure = min(journeys)
        assert {"departure_s": departure, "arrival_s": arrival} == mine.set_index("metric")[
            "value"
        ].to_dict()


def test_latest_departure_for_an_arrival_in_a_few_minutes(feed, published):
    rows = published["arrive_at_stop4_within_0738_0745_latest_departure"]
    departures = by_arrival(feed, clock(7, 38), clock(7, 45), 7200, last_from=clock(7, 38))
    for start, mine in rows.groupby("from_stop_id"):
        latest = np.nanmax([table.loc[start, "stop4"] for table in departures.values()])
        first = min(d for d, table in departures.items() if table.loc[start, "stop4"] == latest)
        assert {"departure_s": latest, "arrival_s": first} == mine.set_index("metric")[
            "value"
        ].to_dict()
