"""The demo region's timetable: a valid feed with Swedish habits, and believable."""

import doctest
import importlib
import io
import itertools
import pkgutil
import zipfile

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from samplan.processing.demo import facts
from samplan.processing.demo import timetable as package
from samplan.processing.demo.timetable import packed, timetable
from samplan.processing.demo.timetable.graph import path, symmetric
from samplan.processing.demo.timetable.sweref import latitude_longitude
from samplan.processing.methods.errors import InputError

TINY = ["Mantorp", "Vikingstad", "Sya", "Spångsholm", "Sjögestad", "Rappestad", "Västerlösa"]
EXTENDED = {"106", "700", "1501"}
HUBS = ["Linköping", "Motala", "Mjölby", "Kisa", "Åtvidaberg"]
TUESDAY, FRIDAY, SATURDAY, SUNDAY = "20260922", "20260925", "20260926", "20260927"
BREAK_DAY, ALL_SAINTS = "20261028", "20261031"


def parsed(texts):
    return {
        name[:-4]: pd.read_csv(io.StringIO(text), dtype=str, keep_default_na=False)
        for name, text in texts.items()
    }


def tiny_places():
    return facts.PLACES[facts.PLACES["name"].isin(TINY)].reset_index(drop=True)


@pytest.fixture(scope="module")
def texts():
    return timetable(facts.PLACES, facts.VILLAGES, seed=1)


@pytest.fixture(scope="module")
def region(texts):
    return parsed(texts)


@pytest.fixture(scope="module")
def tiny():
    return parsed(timetable(tiny_places(), seed=1))


@pytest.fixture(params=["region", "tiny"])
def feed(request):
    return request.getfixturevalue(request.param)


def seconds(clock):
    parts = clock.str.split(":", expand=True).astype(int)
    return parts[0] * 3600 + parts[1] * 60 + parts[2]


def calls(feed):
    """Stop times with seconds, positions and the call before."""
    times = feed["stop_times"].merge(
        feed["stops"].astype({"stop_lat": float, "stop_lon": float}), on="stop_id"
    )
    times = times.assign(
        sequence=times["stop_sequence"].astype(int),
        arrive=seconds(times["arrival_time"]),
        leave=seconds(times["departure_time"]),
        metres=times["shape_dist_traveled"].astype(float),
    ).sort_values(["trip_id", "sequence"], ignore_index=True)
    return times.merge(feed["trips"], on="trip_id").merge(feed["routes"], on="route_id")


def hops(feed):
    """Consecutive calls: seconds and straight metres between them."""
    times = calls(feed)
    before = times.groupby("trip_id")[["leave", "stop_lat", "stop_lon"]].shift()
    apart = straight(times["stop_lat"], times["stop_lon"], before["stop_lat"], before["stop_lon"])
    return times.assign(seconds=times["arrive"] - before["leave"], apart=apart).dropna(
        subset=["seconds"]
    )


def straight(lat, lon, other_lat, other_lon):
    """Metres on a sphere."""
    lat, lon, other_lat, other_lon = map(np.radians, (lat, lon, other_lat, other_lon))
    a = (
        np.sin((lat - other_lat) / 2) ** 2
        + np.cos(lat) * np.cos(other_lat) * np.sin((lon - other_lon) / 2) ** 2
    )
    return 2 * 6371000 * np.arcsin(np.sqrt(a))


def running(feed, date):
    """Trips that run on a date, by calendar_dates alone."""
    services = feed["calendar_dates"].query("date == @date")["service_id"]
    return feed["trips"][feed["trips"]["service_id"].isin(services)]


# --- a valid feed ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ("agency", ["agency_id"]),
        ("stops", ["stop_id"]),
        ("routes", ["route_id"]),
        ("trips", ["trip_id"]),
        ("stop_times", ["trip_id", "stop_sequence"]),
        ("calendar", ["service_id"]),
        ("calendar_dates", ["service_id", "date"]),
        ("shapes", ["shape_id", "shape_pt_sequence"]),
        ("transfers", ["from_stop_id", "to_stop_id", "from_trip_id", "to_trip_id"]),
        ("booking_rules", ["booking_rule_id"]),
    ],
)
def test_keys_are_unique(feed, table, key):
    assert len(feed[table])
    assert not feed[table].duplicated(key).any()


@pytest.mark.parametrize(
    ("table", "column", "other", "key"),
    [
        ("routes", "agency_id", "agency", "agency_id"),
        ("trips", "route_id", "routes", "route_id"),
        ("trips", "service_id", "calendar_dates", "service_id"),
        ("trips", "shape_id", "shapes", "shape_id"),
        ("calendar_dates", "service_id", "calendar", "service_id"),
        ("stop_times", "trip_id", "trips", "trip_id"),
        ("stop_times", "stop_id", "stops", "stop_id"),
        ("stops", "parent_station", "stops", "stop_id"),
        ("transfers", "from_stop_id", "stops", "stop_id"),
        ("transfers", "to_stop_id", "stops", "stop_id"),
        ("transfers", "from_trip_id", "trips", "trip_id"),
        ("transfers", "to_trip_id", "trips", "trip_id"),
        ("stop_times", "pickup_booking_rule_id", "booking_rules", "booking_rule_id"),
    ],
)
def test_references_lead_somewhere(feed, table, column, other, key):
    used = set(feed[table][column]) - {""}
    assert used <= set(feed[other][key])


def test_nothing_is_unused(feed):
    points = feed["stops"].query("location_type == '0'")
    areas = feed["stops"].query("location_type == '1'")
    assert set(points["stop_id"]) == set(feed["stop_times"]["stop_id"])
    assert set(areas["stop_id"]) == set(points["parent_station"])
    assert set(feed["routes"]["route_id"]) == set(feed["trips"]["route_id"])
    assert set(feed["shapes"]["shape_id"]) == set(feed["trips"]["shape_id"])


def test_trips_go_on_in_space_and_time(feed):
    times = calls(feed)
    trip = times.groupby("trip_id")
    assert (trip["sequence"].min() == 1).all()
    assert (trip["sequence"].max() == trip.size()).all()
    assert trip.size().min() >= 2
    assert (times["arrive"] <= times["leave"]).all()
    assert (times["arrive"] - trip["leave"].shift()).dropna().gt(0).all()
    assert trip["metres"].diff().dropna().gt(0).all()
    assert times["arrival_time"].str.fullmatch(r"\d\d:[0-5]\d:[0-5]\d").all()


def test_nobody_gets_on_at_the_end_or_off_at_the_start(feed):
    trip = calls(feed).groupby("trip_id")
    assert (trip["pickup_type"].last() == "1").all()
    assert (trip["drop_off_type"].first() == "1").all()


def test_speeds_are_possible(feed):
    found = hops(feed)
    speed = found["apart"] / found["seconds"] * 3.6
    assert speed.max() < 130
    assert speed.groupby(found["route_type"]).median()["700"] > 10


def test_stops_lie_on_the_shape_at_the_distance_told(feed):
    line = feed["shapes"].astype({"shape_pt_lat": float, "shape_pt_lon": float})
    line = line.assign(metres=line["shape_dist_traveled"].astype(float))
    shapes = dict(list(line.groupby("shape_id")))
    once = calls(feed).drop_duplicates(["shape_id", "sequence"])
    for shape_id, stops in once.groupby("shape_id"):
        shape = shapes[shape_id]
        lat = np.interp(stops["metres"], shape["metres"], shape["shape_pt_lat"])
        lon = np.interp(stops["metres"], shape["metres"], shape["shape_pt_lon"])
        # A bay lies beside the station, at most 6 bays of 14 m along and 45 m off.
        assert straight(lat, lon, stops["stop_lat"], stops["stop_lon"]).max() < 100


# --- Swedish habits --------------------------------------------------------------------------


def test_calendar_has_no_weekdays(feed):
    weekdays = feed["calendar"].loc[:, "monday":"sunday"]
    assert weekdays.shape[1] == 7
    assert (weekdays == "0").all(axis=None)
    assert set(feed["calendar_dates"]["exception_type"]) == {"1"}


def test_dates_lie_within_their_validity(feed):
    dates = feed["calendar_dates"].merge(feed["calendar"], on="service_id")
    assert (dates["date"] >= dates["start_date"]).all()
    assert (dates["date"] <= dates["end_date"]).all()
    info = feed["feed_info"].iloc[0]
    assert (dates["date"].min(), dates["date"].max()) == ("20260817", "20261212")
    assert (info["feed_start_date"], info["feed_end_date"]) == ("20260817", "20261212")


def test_ids_are_the_national_ones(feed):
    points, areas = (feed["stops"].query("location_type == @kind") for kind in "01")
    assert areas["stop_id"].str.fullmatch(r"9021005\d{6}000").all()
    assert points["stop_id"].str.fullmatch(r"9022005\d{9}").all()
    assert (points["stop_id"].str[7:13] == points["parent_station"].str[7:13]).all()
    assert feed["routes"]["route_id"].str.fullmatch(r"9011005\d{9}").all()
    assert feed["agency"]["agency_id"].str.startswith("505").all()


def test_streets_have_a_stop_on_either_side(region):
    points = region["stops"].query("location_type == '0'")
    sides = points.groupby("parent_station").size()
    # Only the one-way loops and stops used in one direction have a single side.
    assert (sides >= 2).mean() > 0.95


def test_route_types_are_the_extended_ones(feed):
    assert set(feed["routes"]["route_type"]) == EXTENDED


def test_text_is_swedish_and_says_that_it_is_synthetic(texts):
    assert "Åtvidaberg" in texts["stops.txt"]
    for name in ("agency.txt", "feed_info.txt"):
        assert "Samplan demo (synthetic)" in texts[name]


def test_traffic_on_demand_is_to_be_booked(feed):
    times = calls(feed)
    ordered = times["route_type"] == "1501"
    last = times["pickup_type"] == "1"
    assert (times.loc[ordered & ~last, "pickup_type"] == "2").all()
    assert (times.loc[ordered & ~last, "pickup_booking_rule_id"] != "").all()
    assert set(times.loc[~ordered, "pickup_type"]) == {"0", "1"}
    assert (times.loc[~ordered, "pickup_booking_rule_id"] == "").all()


def test_a_loop_goes_one_way(feed):
    trip = calls(feed).groupby(["route_id", "direction_id", "trip_id"])["parent_station"]
    round_trips = trip.first() == trip.last()
    loops = round_trips.groupby("route_id").any()
    assert loops.any()
    ways = feed["trips"].groupby("route_id")["direction_id"].agg(set)
    assert all(way == {"0"} for way in ways[loops.index[loops]])


def test_night_buses_run_past_midnight(feed):
    times = calls(feed)
    nights = times[times["route_desc"] == "Nattbuss"]
    assert nights["leave"].max() > 26 * 3600
    days = feed["calendar_dates"].merge(nights[["service_id"]].drop_duplicates(), on="service_id")
    assert set(pd.to_datetime(days["date"]).dt.dayofweek) == {4, 5}


def test_lines_run_on_their_days_only(feed):
    dates = feed["calendar_dates"].assign(day=pd.to_datetime(feed["calendar_dates"]["date"]))
    running_days = feed["trips"].merge(dates, on="service_id").groupby("route_id")["day"]
    weekdays = running_days.agg(lambda days: tuple(sorted(set(days.dt.dayofweek))))
    assert (4, 6) in set(weekdays)
    school_break = pd.date_range("2026-10-26", "2026-10-30")
    school_only = running_days.agg(lambda days: not days.isin(school_break).any())
    assert (school_only & weekdays.map((0, 1, 2, 3, 4).__eq__)).any()


# --- believable ------------------------------------------------------------------------------


def test_size_of_the_region(region):
    assert 60 <= len(region["routes"]) <= 90
    assert 1500 <= (region["stops"]["location_type"] == "0").sum() <= 2500
    assert 60_000 <= len(region["stop_times"]) <= 200_000


def test_trips_by_kind_of_day(region):
    trips = {
        day: len(running(region, day))
        for day in (TUESDAY, FRIDAY, SATURDAY, SUNDAY, BREAK_DAY, ALL_SAINTS)
    }
    assert 3500 < trips[TUESDAY] < 5000
    assert trips[TUESDAY] < trips[FRIDAY] < trips[TUESDAY] + 60
    assert trips[BREAK_DAY] < trips[TUESDAY]
    assert trips[SUNDAY] < trips[SATURDAY] < 0.7 * trips[TUESDAY]
    # All Saints' Day has a Sunday's service, and the night buses of a Saturday.
    weekend = running(region, SUNDAY)["service_id"].value_counts()
    saints = running(region, ALL_SAINTS)["service_id"].value_counts()
    assert saints[weekend.idxmax()] == weekend.max()
    assert trips[SUNDAY] - 20 < trips[ALL_SAINTS] < trips[SUNDAY] + 40


def test_the_commuter_train_runs_every_30_to_60_minutes(region):
    train = calls(region).query("route_short_name == 'P1' and direction_id == '0'")
    day = train[train["trip_id"].isin(running(region, TUESDAY)["trip_id"])]
    names = day.sort_values("sequence").drop_duplicates("sequence")["stop_name"]
    assert [name.split()[0] for name in names] == [
        "Motala", "Skänninge", "Mjölby", "Mantorp", "Vikingstad", "Linköping", "Linghem",
        "Norrköping",
    ]  # fmt: skip
    departures = np.sort(day.query("sequence == 1")["leave"])
    assert set(np.diff(departures) // 60) == {30, 60}
    assert departures[0] < 5 * 3600
    assert departures[-1] > 22 * 3600


def test_rural_lines_have_three_to_eight_trips_a_school_day(region):
    rural = region["routes"].query("route_desc == 'Landsbygdsbuss'")["route_id"]
    trips = running(region, TUESDAY)
    counts = trips[trips["route_id"].isin(rural)].groupby("route_id").size()
    assert set(counts.index) == set(rural)
    assert counts.between(3, 8).all()


@pytest.mark.parametrize("fixture", ["region", "tiny"])
def test_every_locality_has_a_stop(request, fixture):
    feed = request.getfixturevalue(fixture)
    places = facts.PLACES if fixture == "region" else tiny_places()
    stops = (
        feed["stops"].query("location_type == '0'").astype({"stop_lat": float, "stop_lon": float})
    )
    lat, lon = latitude_longitude(places["e"], places["n"])
    nearest = [straight(a, b, stops["stop_lat"], stops["stop_lon"]).min() for a, b in zip(lat, lon)]
    assert len(nearest) == len(places)
    assert max(nearest) < 500


@pytest.mark.parametrize("town", HUBS)
def test_train_and_bus_meet_at_the_interchange(region, town):
    times = calls(region)
    here = times[times["stop_name"] == f"{town} resecentrum"]
    assert {"106", "700"} <= set(here["route_type"])
    points = here.drop_duplicates("stop_id").set_index("stop_id")["route_type"]
    walks = region["transfers"].query("transfer_type == '2'")
    pairs = set(zip(walks["from_stop_id"], walks["to_stop_id"]))
    rail, bus = points.index[points == "106"], points.index[points == "700"]
    assert all((a, b) in pairs and (b, a) in pairs for a in rail for b in bus)


@pytest.mark.parametrize("town", HUBS[1:])
def test_connections_are_kept(region, town):
    times = calls(region)
    # A loop leaves from where it ends: who gets off does so at the end, who gets on at the start.
    ends = times.drop_duplicates(["trip_id", "stop_id"], keep="last")
    starts = times.drop_duplicates(["trip_id", "stop_id"], keep="first")
    ends, starts = (half.set_index(["trip_id", "stop_id"]) for half in (ends, starts))
    kept = region["transfers"].query("transfer_type == '1'")
    first = ends.loc[list(zip(kept["from_trip_id"], kept["from_stop_id"]))]
    then = starts.loc[list(zip(kept["to_trip_id"], kept["to_stop_id"]))]
    wait = then["leave"].to_numpy() - first["arrive"].to_numpy()
    assert ((wait >= 240) & (wait <= 600)).all()
    assert (first["parent_station"].to_numpy() == then["parent_station"].to_numpy()).all()
    kinds = first["route_type"].to_numpy() + then["route_type"].to_numpy()
    here = (first["stop_name"] == f"{town} resecentrum").to_numpy()
    assert {"106700", "700106"} <= set(kinds[here])
    dates = region["calendar_dates"].groupby("service_id")["date"].agg(set)
    services = set(zip(first["service_id"], then["service_id"]))
    assert all(dates[a] & dates[b] for a, b in services)


def test_town_buses_are_as_fast_as_those_observed(region, reference):
    observed = pd.read_csv(reference("gtfs/sweden/otraf_linkoping_observed_interstop_times.csv"))
    found = hops(region).query("route_desc == 'Stadsbuss'")
    # Same median within a tenth: neighbours are drawn 405 m apart and speeds chosen for it.
    assert found["seconds"].median() == pytest.approx(observed["median_s"].median(), rel=0.1)


# --- the rest of the contract ----------------------------------------------------------------


def test_the_same_seed_gives_the_same_feed():
    once, again, other = (timetable(tiny_places(), seed=seed) for seed in (1, 1, 2))
    assert once == again
    assert once != other


def test_the_order_of_the_places_does_not_move_the_railway():
    turned = parsed(timetable(tiny_places().iloc[::-1].reset_index(drop=True), seed=1))
    train = turned["routes"].query("route_type == '106'")["route_long_name"].tolist()
    assert train == ["Mantorp - Vikingstad"]


def test_a_tiny_feed_serves_only_what_it_is_given(tiny):
    names = " ".join(tiny["routes"]["route_long_name"])
    assert not {"Linköping", "Mjölby", "Norrköping"} & set(names.split())
    assert len(tiny["stop_times"]) < 10_000


def test_villages_in_reach_are_served():
    village = facts.VILLAGES[facts.VILLAGES["name"] == "Hycklinge"]
    places = facts.PLACES[facts.PLACES["name"].isin(["Kisa", "Horn"])]
    assert "Hycklinge" in timetable(places, facts.VILLAGES, seed=1)["stops.txt"]
    assert "Hycklinge" not in timetable(places, seed=1)["stops.txt"]
    assert "Ulrika" not in timetable(places, facts.VILLAGES, seed=1)["stops.txt"]
    assert len(village) == 1


def test_stops_move_to_the_streets():
    west, south, east, north = 511_500, 6_462_500, 528_500, 6_476_500
    eastings, northings = np.arange(west, east, 150.0), np.arange(south, north, 150.0)
    rows = [
        shapely.linestrings(np.column_stack([eastings, np.full(len(eastings), n)]))
        for n in northings
    ]
    streets = gpd.GeoDataFrame(geometry=rows)
    stops = parsed(timetable(tiny_places(), seed=1, streets=streets))["stops"]
    stops = stops.query("location_type == '1'").astype({"stop_lat": float, "stop_lon": float})
    lat, lon = latitude_longitude(*map(np.ravel, np.meshgrid(eastings, northings)))
    inside = [
        straight(a, b, lat, lon).min()
        for a, b, name in zip(stops["stop_lat"], stops["stop_lon"], stops["stop_name"])
        if not name.startswith(tuple(TINY))
    ]
    assert len(inside) > 30
    assert np.mean(np.array(inside) < 1) > 0.95


def test_one_place_is_too_few():
    with pytest.raises(InputError, match="at least two places"):
        timetable(facts.PLACES.iloc[:1], seed=1)


def test_the_package_says_true_things():
    assert doctest.testmod(package).failed == 0


def test_packing_gives_the_same_bytes_and_the_same_texts(texts):
    content = packed(texts)
    assert content == packed(texts)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.namelist() == list(texts)
        assert {member.date_time for member in archive.infolist()} == {(2026, 8, 1, 0, 0, 0)}
        assert archive.read("stops.txt").decode("utf-8") == texts["stops.txt"]


@pytest.mark.filterwarnings("ignore::pandas.errors.DtypeWarning")
def test_gtfs_kit_reads_it(texts, tmp_path):
    gtfs_kit = pytest.importorskip("gtfs_kit")
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    feed = gtfs_kit.read_feed(tmp_path, dist_units="m")
    assert len(feed.get_trips(date=TUESDAY)) == len(running(parsed(texts), TUESDAY))


# Projected with PROJ; given to five decimals of a degree.
KNOWN = [
    ("Linköping", 536318, 6474622, 58.41086, 15.62157),
    ("Motala", 502125, 6488506, 58.53706, 15.03649),
    ("Kisa", 537430, 6427528, 57.98781, 15.63303),
    ("Åtvidaberg", 558640, 6451580, 58.20152, 15.99770),
    ("Väderstad", 495118, 6463970, 58.31667, 14.91667),
]


@pytest.mark.parametrize(("name", "e", "n", "lat", "lon"), KNOWN, ids=[k[0] for k in KNOWN])
def test_positions_of_known_places(name, e, n, lat, lon):
    found = latitude_longitude([e], [n])
    # Positions are whole metres: half a metre is 0.00001 degrees.
    assert found[0][0] == pytest.approx(lat, abs=1.2e-5)
    assert found[1][0] == pytest.approx(lon, abs=1.5e-5)


@pytest.mark.parametrize(
    "module", [m.name for m in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")]
)
def test_examples_are_true(module):
    assert doctest.testmod(importlib.import_module(module)).failed == 0


def test_the_central_meridian_is_straight_north():
    lat, lon = latitude_longitude([500000, 500000], [0, 6_500_000])
    assert lon.tolist() == [15, 15]
    assert lat[0] == pytest.approx(0, abs=1e-12)


def test_the_cheapest_path_beats_every_other():
    random = np.random.default_rng(0)
    ends = np.array([(a, b) for a in range(6) for b in range(a)])
    cost = random.uniform(1, 9, len(ends))
    ways = symmetric(ends, cost, 6)
    dense = ways.toarray()
    found = path(ways, [0, 5])
    every = [
        sum(dense[a, b] for a, b in zip((0, *middle), (*middle, 5)))
        for count in range(5)
        for middle in itertools.permutations(range(1, 5), count)
    ]
    assert sum(dense[a, b] for a, b in zip(found, found[1:])) == pytest.approx(min(every))
