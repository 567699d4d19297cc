"""Feeds stored, joined and clipped."""

import dataclasses

import numpy as np
import pandas as pd
import pytest
import shapely
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.transit.cache import load, save
from samplan.processing.methods.transit.combine import clip, merge
from samplan.processing.methods.transit.feed import read_feed
from samplan.processing.methods.transit.village import village


def assert_same(one, other):
    assert (one.name, one.findings) == (other.name, other.findings)
    for name in ("stops", "routes", "trips", "transfers"):
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name))
    for name in ("stop_times", "calendar", "shapes"):
        first, second = getattr(one, name), getattr(other, name)
        assert type(first) is type(second)
        for field in dataclasses.fields(first) if first is not None else ():
            np.testing.assert_array_equal(getattr(first, field.name), getattr(second, field.name))
            assert getattr(first, field.name).dtype == getattr(second, field.name).dtype


@pytest.mark.parametrize("shapes", [True, False])
def test_a_stored_feed_is_the_same(tmp_path, shapes):
    feed = village() if shapes else dataclasses.replace(village(), shapes=None)
    save(feed, tmp_path / "feed.npz")
    assert_same(load(tmp_path / "feed.npz"), feed)
    assert [path.name for path in tmp_path.iterdir()] == ["feed.npz"]


def test_findings_and_empty_tables_are_stored_too(tmp_path, read):
    feed = read(
        agency=None,
        stops="stop_id,stop_name,stop_lat,stop_lon\na,,58,15\nb,,58,15.1\nc,Ö,58,15.2\n",
    )
    assert feed.findings
    save(feed, tmp_path / "feed.npz")
    assert_same(load(tmp_path / "feed.npz"), feed)


def test_a_real_feed_is_stored_whole(tmp_path, reference):
    feed = read_feed(reference("gtfs/kuopio/gtfs_kuopio_finland.zip"), shapes=True)
    save(feed, tmp_path / "feed.npz")
    assert_same(load(tmp_path / "feed.npz"), feed)


@pytest.mark.parametrize("damage", ["missing", "cut off", "no archive", "another format"])
def test_a_damaged_file_is_refused(tmp_path, damage, monkeypatch):
    path = tmp_path / "feed.npz"
    if damage == "another format":
        monkeypatch.setattr("samplan.processing.methods.transit.cache.FORMAT", -1)
    save(village(), path)
    monkeypatch.undo()
    if damage == "missing":
        path.unlink()
    elif damage == "cut off":
        path.write_bytes(path.read_bytes()[:-2000])
    elif damage == "no archive":
        path.write_text("hello")
    with pytest.raises(InputError, match=r"feed\.npz' cannot be used"):
        load(path)


def test_no_objects_are_stored(tmp_path):
    save(village(), tmp_path / "feed.npz")
    with np.load(tmp_path / "feed.npz", allow_pickle=False) as stored:
        assert all(stored[name].dtype != object for name in stored)


def journeys(feed):
    """Return each trip as line, service dates and calls."""
    ids, times = feed.stops["stop_id"].to_numpy(), feed.stop_times
    found = {}
    for row, trip in enumerate(feed.trips.itertuples()):
        part = slice(times.start[row], times.start[row + 1])
        found[trip.trip_id] = (
            feed.routes["route_id"][trip.route],
            [str(day) for day in feed.calendar.dates if feed.runs_on(day)[row]],
            list(zip(ids[times.stop[part]], times.departure[part])),
        )
    return found


def test_joined_feeds_keep_their_journeys(read):
    first, second = (
        village(),
        read(
            calendar="service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,"
            "end_date\nweek,0,0,0,0,0,1,1,20210925,20211003\nold,1,1,1,1,1,1,1,20300101,20300101\n",
            trips="route_id,service_id,trip_id\n1,week,t\n1,none,u\n",
            shapes="shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence\nw,58,15,1\n",
            stop_times="trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"
            "t,07:00:00,07:00:00,a,1\nt,07:10:00,07:10:00,b,2\nu,07:00:00,07:00:00,a,1\n"
            "u,07:10:00,07:10:00,c,2\n",
        ),
    )
    both = merge({"x": first, "y": second})
    expected = {
        f"{prefix}:{trip}": (f"{prefix}:{line}", days, [(f"{prefix}:{s}", t) for s, t in calls])
        for prefix, feed in (("x", first), ("y", second))
        for trip, (line, days, calls) in journeys(feed).items()
    }
    assert journeys(both) == expected
    assert both.calendar.trips.sum() == first.calendar.trips.sum() + second.calendar.trips.sum()
    assert str(both.calendar.dates[0]) == "2021-09-25"
    assert both.shapes.ids.tolist() == ["x:way", "y:w"]
    assert len(both.shapes.points) == 5
    assert {f.file.split("/")[0] for f in both.findings} == {"y"}


def test_stops_of_joined_feeds_share_their_area():
    both = merge({"bus": village(), "rail": village()})
    ids = both.stops["stop_id"].to_numpy()
    areas = dict(zip(ids, ids[both.stops["area"]]))
    assert (
        areas["rail:9022005000003001"] == areas["bus:9022005000003001"] == ("bus:9022005000003001")
    )
    # a station keeps its own platforms
    assert areas["rail:9022005000001001"] == "rail:9021005000001000"


def test_joining_is_refused_where_it_has_no_meaning():
    with pytest.raises(InputError, match="no feed to join"):
        merge({})
    with pytest.raises(InputError, match="without"):
        merge({"a": village(), "b": dataclasses.replace(village(), shapes=None)})


def test_clipping_keeps_whole_trips_that_call_inside(timetable):
    feed = timetable(
        [
            ("1", "week", "through", 0, [("a", "07:00"), ("b", "07:10"), ("c", "07:20")]),
            ("2", "week", "outside", 0, [("a", "08:00"), ("b", "08:10")]),
            ("3", "week", "ends", 1, [("c", "09:00"), ("b", "09:10")]),
        ],
        routes="1 2 3",
        transfers="from_stop_id,to_stop_id,transfer_type,from_trip_id,to_trip_id\n"
        "a,b,2,,\na,b,1,outside,through\nb,b,1,ends,through\n",
    )
    clipped = clip(feed, shapely.box(15.15, 57, 16, 59))
    assert journeys(clipped) == {
        trip: row for trip, row in journeys(feed).items() if trip != "outside"
    }
    assert clipped.routes["route_id"].tolist() == ["1", "3"]
    assert clipped.transfers[["type", "from_trip", "to_trip"]].values.tolist() == [
        [2, -1, -1],
        [1, 1, 0],
    ]
    np.testing.assert_array_equal(clipped.calendar.trips, feed.calendar.trips)


def test_clipping_renumbers_stops_with_their_stations():
    feed = village()
    metres = feed.stops[["lon", "lat"]].to_numpy() * 1000
    clipped = clip(feed, shapely.box(15150, 57000, 16000, 59000), points=metres)
    assert journeys(clipped) == journeys(feed)
    extra = pd.concat([feed.stops, feed.stops.assign(parent=-1, area=np.arange(5))])
    wide = dataclasses.replace(feed, stops=extra.iloc[[5, 6, 0, 1, 2, 3, 4]].reset_index(drop=True))
    wide.stops["parent"] = np.where(wide.stops["parent"] >= 0, wide.stops["parent"] + 2, -1)
    wide.stops["area"] = [0, 1, 4, 4, 4, 5, 6]
    times = dataclasses.replace(feed.stop_times, stop=feed.stop_times.stop + np.int32(2))
    again = clip(dataclasses.replace(wide, stop_times=times), shapely.box(15.15, 57, 16, 59))
    assert again.stops["stop_id"].tolist() == feed.stops["stop_id"].tolist()
    assert (
        again.stops[["parent", "area"]].values.tolist()
        == feed.stops[["parent", "area"]].values.tolist()
    )


def test_an_area_without_trips_is_refused():
    with pytest.raises(InputError, match="calls inside the area"):
        clip(village(), shapely.box(0, 0, 1, 1))
