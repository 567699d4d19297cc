"""Scenarios of real feeds: nothing is lost, and only what is edited changes."""

import io
import zipfile

import numpy as np
import pandas as pd
import pytest
from samplan.processing.methods.transit.archive import open_archive
from samplan.processing.methods.transit.feed import read_calendar, read_feed
from samplan.processing.methods.transit.router.access import access_of
from samplan.processing.methods.transit.router.earliest import search_from
from samplan.processing.methods.transit.router.footpaths import given_footpaths
from samplan.processing.methods.transit.router.timetable import timetable_of
from samplan.processing.methods.transit.scenario.calls import rewritten
from samplan.processing.methods.transit.scenario.original import read_original
from scenario_cases import edit, written

REAL = {
    "kuopio/gtfs_kuopio_finland.zip": "2017-03-15",
    "r5r_poa/poa_eptc.zip": "2019-05-13",
    "r5r_poa/poa_trensurb.zip": "2019-05-13",
    "r5r_spo/spo.zip": "2019-05-13",
    "riga/riga.zip": None,
    "tidytransit/sample-feed-bom.zip": None,
    "tidytransit/sample-feed-plus.zip": None,
}


def contents(path):
    """Files by name; a scenario has them outermost, where GTFS wants them."""
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        return {name.rpartition("/")[2]: archive.read(name) for name in names}


@pytest.mark.parametrize("name", REAL)
def test_nothing_to_do_gives_the_same_feed(reference, tmp_path, name):
    source = reference("gtfs") / name
    target, log = written(source, tmp_path / "same.zip")
    assert contents(target) == contents(source)
    assert list(contents(target)) == list(contents(source))
    assert log.empty


@pytest.mark.parametrize("name", REAL)
def test_calls_written_anew_are_the_same_bytes(reference, name):
    archive = open_archive(reference("gtfs") / name)
    draft = read_original(archive).draft
    anew = b"".join(rewritten(archive.blocks("stop_times.txt", 50_000), draft, draft))
    assert anew == b"".join(archive.blocks("stop_times.txt"))


def arrivals(path, folder, day, origins, departures):
    """Earliest arrivals at every stop, by origin and departure."""
    feed = read_feed(path)
    stops = pd.Index(feed.stops["stop_id"])
    walks = pd.read_csv(folder / "expected/footpaths_300m_1.25ms.csv", dtype=str)
    ends = [stops.get_indexer(walks[name]) for name in ("from_stop_id", "to_stop_id")]
    footpaths = given_footpaths(len(stops), *ends, walks["min_transfer_time"].astype(float))
    timetable = timetable_of(feed, day)
    access = [access_of([0], [origin], [0.0]) for origin in origins]
    return np.array(
        [
            search_from(timetable, footpaths, each, departure).arrivals(99)
            for each in access
            for departure in departures
        ]
    )


def test_travel_times_are_the_same_to_the_second(reference, tmp_path):
    folder = reference("gtfs/kuopio")
    source = folder / "gtfs_kuopio_finland.zip"
    same, _ = written(source, tmp_path / "same.zip")
    # another week is edited: half of all calls are written anew, and this date stays as it is
    other, log = written(
        source,
        tmp_path / "other.zip",
        edit("speed", percent=20),
        period=("2017-03-20", "2017-06-30"),
    )
    assert len(log) > 1000
    question = folder, "2017-03-15", [3, 200, 900], range(7 * 3600, 9 * 3600, 900)
    expected = arrivals(source, *question)
    assert np.unique(expected).size > 500
    np.testing.assert_array_equal(arrivals(same, *question), expected)
    np.testing.assert_array_equal(arrivals(other, *question), expected)
    faster = arrivals(other, folder, "2017-03-22", *question[2:])
    slower = arrivals(source, folder, "2017-03-22", *question[2:])
    assert (faster < slower).mean() > 0.5


def test_other_dates_have_the_same_timetable_when_some_are_edited(reference, tmp_path):
    source = reference("gtfs/kuopio/gtfs_kuopio_finland.zip")
    calendar = read_calendar(source)
    last = str(calendar.dates[-1])
    row = edit("speed", percent=20)
    target, log = written(source, tmp_path / "fast.zip", row, period=("2017-03-20", last))
    before, after = read_feed(source), read_feed(target)
    assert len(after.trips) > len(before.trips)
    assert journeys(before, "2017-03-15") == journeys(after, "2017-03-15")
    assert len(log)
    faster = [new - old for old, new in zip(hours(before), hours(after))]
    assert faster[0] == 0
    assert faster[1] < -100


def hours(feed):
    times = feed.stop_times
    length = times.arrival[times.start[1:] - 1] - times.departure[times.start[:-1]]
    return [length[feed.runs_on(day)].sum() / 3600 for day in ("2017-03-15", "2017-03-22")]


def journeys(feed, day):
    """What runs on a date, whatever its trips are called."""
    times = feed.stop_times
    found = []
    ids = feed.stops["stop_id"].to_numpy()
    for trip in np.flatnonzero(feed.runs_on(day)):
        rows = slice(times.start[trip], times.start[trip + 1])
        calls = zip(ids[times.stop[rows]], times.arrival[rows], times.departure[rows])
        found.append((feed.routes["route_id"][feed.trips["route"][trip]], *calls))
    return sorted(found)


def line_of(feed, mode=3):
    """The line with most trips."""
    return feed.routes["route_id"][int(feed.trips["route"].mode()[0])]


EDITS = {
    "headway": {"headway_min": 10, "begin": "13", "end": "15"},
    "span": {"begin": "4", "end": "25:30", "headway_min": 40},
    "speed": {"percent": 15},
    "remove_line": {"begin": "15", "end": "17", "days": "weekday"},
}


@pytest.mark.parametrize("action", EDITS)
@pytest.mark.parametrize(
    "name", ["kuopio/gtfs_kuopio_finland.zip", "r5r_poa/poa_eptc.zip", "r5r_spo/spo.zip"]
)
def test_only_the_edited_line_changes(reference, tmp_path, name, action):
    source = reference("gtfs") / name
    before = read_feed(source)
    line = line_of(before)
    target, log = written(source, tmp_path / "new.zip", edit(action, route=line, **EDITS[action]))
    after = read_feed(target)
    day = REAL[name]
    changed = [
        sorted(set(one) ^ set(other), key=str)
        for one, other in [(journeys(before, day), journeys(after, day))]
    ]
    assert {each[0] for each in changed[0]} == {line}
    assert set(log["route_id"]) == {line}
    assert len(set(after.trips["trip_id"])) == len(after.trips)
    assert (np.diff(after.stop_times.arrival)[~after.stop_times.is_last()[:-1]] >= 0).all()
    old = {finding.template for finding in before.findings}
    assert {finding.template for finding in after.findings} <= old


def complaints(path, folder):
    gtfs_kit = pytest.importorskip("gtfs_kit")
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)  # gtfs_kit leaves the folder behind into which it unpacks
    feed = gtfs_kit.read_feed(folder, dist_units="m")
    if not hasattr(feed, "validate"):  # later versions only read
        return {len(feed.trips) > 0}
    found = feed.validate(as_df=True)
    return set(zip(found["type"], found["message"], found["table"]))


@pytest.mark.filterwarnings("ignore")
def test_gtfs_kit_has_no_complaint_that_it_had_not_before(reference, tmp_path):
    source = reference("gtfs/kuopio/gtfs_kuopio_finland.zip")
    stops = read_feed(source).stops["stop_id"]
    line = line_of(read_feed(source))
    rows = [
        *(edit(action, route=line, **cells) for action, cells in EDITS.items()),
        edit(
            "new_line",
            route="X",
            stops=";".join(stops[:4]),
            begin="5",
            end="26",
            headway_min=30,
            speed_kmh=30,
        ),
        edit("new_stop", stops="new", name="Ny", lat=62.9, lon=27.7),
        edit("reroute", route="X", stops=f"{stops[0]};new;{stops[2]}"),
        edit("remove_stop", stops=stops[1]),
        edit("move_stop", stops=stops[5], lat=62.9, lon=27.68),
    ]
    target, log = written(source, tmp_path / "new.zip", *rows)
    assert len(log) > 100
    assert complaints(target, tmp_path / "new") == complaints(source, tmp_path / "old")


def test_uppsala_with_its_weeks_of_zeros(reference, tmp_path):
    source = reference("gtfs/sweden/ul_gtfs_20210930_without_stop_times.zip")
    files = contents(source)
    trips = pd.read_csv(io.BytesIO(files["trips.txt"]), dtype=str)
    stops = pd.read_csv(io.BytesIO(files["stops.txt"]), dtype=str)
    points = stops["stop_id"][stops["stop_id"].str.startswith("9022")].tolist()
    lines = ["trip_id,arrival_time,departure_time,stop_id,stop_sequence"]
    for number, trip in enumerate(trips["trip_id"]):
        hour = 5 + number % 18
        lines += [
            f"{trip},{hour:02d}:{10 * n:02d}:00,{hour:02d}:{10 * n:02d}:00,{points[n]},{n}"
            for n in range(3)
        ]
    path = tmp_path / "ul.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
        archive.writestr("stop_times.txt", "\n".join(lines) + "\n")
    line = trips["route_id"].mode()[0]
    row = edit("headway", route=line, headway_min=20, begin="6", end="9", days="tuesday")
    target, log = written(path, tmp_path / "new.zip", row)
    before, after = read_feed(path), read_feed(target)
    assert len(log)
    week = pd.read_csv(io.BytesIO(contents(target)["calendar.txt"]), dtype=str)
    assert (week.iloc[:, 1:8] == "0").all(axis=None)
    assert journeys(before, "2021-10-04") == journeys(after, "2021-10-04")
    assert journeys(before, "2021-10-05") != journeys(after, "2021-10-05")
    assert after.calendar.dates.tolist() == before.calendar.dates.tolist()
