"""Trips per locality, each once: by hand, and by following every trip call by call."""

from collections import defaultdict

import numpy as np
import pytest
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.transit.feed import read_feed
from samplan.processing.methods.transit.locality import locality_service
from samplan.processing.methods.transit.nodes import transit_nodes

HOUR = 3600
ALL = {"all": (0, 48 * HOUR)}
WEEKDAY = {"weekday": ["2021-10-07"]}
# five stops of the village V, one of the town T, one of the island's loop L, one in the country
STOPS = "stop_id,stop_name,stop_lat,stop_lon\n" + "".join(
    f"{name},{name},58.0,{15 + place / 10}\n"
    for place, name in enumerate(["v1", "v2", "v3", "v4", "v5", "t", "l", "x"])
)
VILLAGE, TOWN, ISLAND = 0, 1, 2
LOCALITY = [VILLAGE] * 5 + [TOWN, ISLAND, -1]


def figures(feed, locality=LOCALITY, days=WEEKDAY, windows=ALL, **options):
    options = {"localities": 3, "centres": {"town": [TOWN]}, **options}
    found = locality_service(feed, locality, days, windows, **options)
    return (table.set_index("locality") for table in found)


def test_a_trip_that_calls_at_five_stops_of_a_locality_counts_once(timetable):
    journey = [("v1", "07:00"), ("v2", "07:01"), ("v3", "07:02"), ("v4", "07:03"), ("v5", "07:04")]
    feed = timetable([("1", "week", "t", 0, [*journey, ("t", "07:30")])], stops=STOPS)
    service, towards = figures(feed)
    row = service.loc[VILLAGE]
    assert (row["departures"], row["arrivals"], row["on_demand"]) == (1, 0, 0)
    assert (row["lines"], row["destinations"]) == (1, 1)
    # it leaves when it calls at the last of them
    assert (row["first"], row["last"]) == (7 * HOUR + 240, 7 * HOUR + 240)
    assert (service.loc[TOWN, "departures"], service.loc[TOWN, "arrivals"]) == (0, 1)
    assert towards.loc[VILLAGE, ["departures", "returns", "fastest"]].tolist() == [1, 0, 26 * 60]
    assert list(towards.index) == [VILLAGE, ISLAND]


def test_a_trip_within_the_locality_leads_nowhere(timetable):
    feed = timetable(
        [("1", "week", "town bus", 0, [("v1", "07:00"), ("v3", "07:10"), ("v1", "07:20")])],
        stops=STOPS,
    )
    service, _ = figures(feed)
    assert service[["departures", "arrivals", "lines"]].to_numpy().sum() == 0
    assert np.isnan(service["interval"]).all()


def test_the_country_is_elsewhere_but_no_destination(timetable):
    feed = timetable([("1", "week", "t", 0, [("v1", "07:00"), ("x", "07:10")])], stops=STOPS)
    service, towards = figures(feed)
    assert service.loc[VILLAGE, ["departures", "destinations"]].tolist() == [1, 0]
    assert towards.loc[VILLAGE, "departures"] == 0
    assert np.isnan(towards.loc[VILLAGE, "fastest"])


def line(name, stops, hour, direction=0):
    """A trip that calls every ten minutes from an hour on."""
    return (
        "1",
        "week",
        f"{name}{hour}{direction}",
        direction,
        [(stop, f"{hour:02d}:{10 * n:02d}") for n, stop in enumerate(stops)],
    )


HOURS = range(6, 20)
NETWORKS = {
    "a line that ends here: seven out and seven home": [
        trip
        for hour in list(HOURS)[::2]
        for trip in (line("o", ["v1", "v2", "t"], hour), line("h", ["t", "v2", "v1"], hour, 1))
    ],
    "a line that passes: seven each way": [
        trip
        for hour in list(HOURS)[::2]
        for trip in (line("o", ["l", "v1", "t"], hour), line("h", ["t", "v1", "l"], hour, 1))
    ],
    "a loop in one direction: fourteen rounds": [
        line("r", ["t", "v1", "v2", "x", "t"], hour) for hour in HOURS
    ],
}


@pytest.mark.parametrize("network", NETWORKS)
def test_seven_double_trips(timetable, network):
    feed = timetable(NETWORKS[network], stops=STOPS)
    service, towards = figures(feed)
    assert service.loc[VILLAGE, "double_trips"] == 7
    assert towards.loc[VILLAGE, "double_trips"] == 7


@pytest.mark.parametrize(
    ("trips", "double"),
    [
        ([line("o", ["v1", "t"], hour) for hour in HOURS], 0),
        ([line("o", ["v1", "t"], h) for h in HOURS] + [line("h", ["t", "v1"], 9, 1)], 1),
        ([line("r", ["t", "v1", "t"], hour) for hour in list(HOURS)[:7]], 3.5),
    ],
    ids=["out only", "out often and home once", "a loop of seven rounds"],
)
def test_fewer_double_trips(timetable, trips, double):
    service, towards = figures(timetable(trips, stops=STOPS))
    assert service.loc[VILLAGE, "double_trips"] == double
    assert towards.loc[VILLAGE, "double_trips"] == double


@pytest.mark.parametrize("network", NETWORKS)
def test_a_node_needs_double_trips_an_evening_and_a_weekend(timetable, network):
    trips = [(a, "all", c, d, e) for a, _, c, d, e in NETWORKS[network]]
    calendar = "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,"
    calendar += "end_date\nall,1,1,1,1,1,1,1,20211004,20211017\n"
    feed = timetable(trips, stops=STOPS, calendar=calendar)
    days = {"weekday": "2021-10-07", "weekend": ["2021-10-09", "2021-10-10"]}
    found = transit_nodes(feed, LOCALITY, localities=3, **days).loc[VILLAGE]
    assert found[["enough", "late", "all_week", "node"]].tolist() == [True] * 4
    assert found["double_trips"] == 7
    fewer = timetable(trips[2:], stops=STOPS, calendar=calendar)
    found = transit_nodes(fewer, LOCALITY, localities=3, **days).loc[VILLAGE]
    assert found[["enough", "late", "all_week", "node"]].tolist() == [False, True, True, False]
    early = [trip for trip in trips if trip[4][-1][1] < "18"]
    more = [(a, b, c + "x", d, e) for a, b, c, d, e in early]
    found = transit_nodes(
        timetable(early + more, stops=STOPS, calendar=calendar), LOCALITY, localities=3, **days
    ).loc[VILLAGE]
    assert found[["enough", "late", "all_week", "node"]].tolist() == [True, False, True, False]


def test_a_node_without_weekend_service_is_none(timetable):
    week = NETWORKS["a line that ends here: seven out and seven home"]
    saturday = [("9", "saturday", "s", 0, [("l", "10:00"), ("t", "10:10")])]
    calendar = "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,"
    calendar += "end_date\nweek,1,1,1,1,1,0,0,20211004,20211017\n"
    calendar += "saturday,0,0,0,0,0,1,0,20211004,20211017\n"
    feed = timetable(week + saturday, stops=STOPS, routes="1 9", calendar=calendar)
    found = transit_nodes(
        feed, LOCALITY, localities=3, weekday="2021-10-07", weekend=["2021-10-09"]
    ).loc[VILLAGE]
    assert found[["enough", "late", "all_week", "node"]].tolist() == [True, True, False, False]
    assert found["weekend"] == 0


def test_where_one_cannot_board_or_alight_nobody_travels(timetable):
    feed = timetable(
        [("1", "week", "t", 0, [("v1", "07:00", 1), ("x", "07:10"), ("t", "07:20")])], stops=STOPS
    )
    service, towards = figures(feed)
    assert service.loc[VILLAGE, "departures"] == 0
    assert towards.loc[VILLAGE, "departures"] == 0
    assert service.loc[TOWN, "arrivals"] == 1


def test_trips_on_demand_are_counted_apart(timetable):
    trips = [
        ("1", "week", "bus", 0, [("v1", "07:00"), ("t", "07:20")]),
        ("2", "week", "taxi", 0, [("v1", "08:00"), ("t", "08:10")]),
        ("1", "week", "ring", 0, [("v1", "09:00", 2), ("t", "09:20")]),
        ("1", "week", "half", 0, [("v1", "10:00", 2), ("v2", "10:01"), ("t", "10:20")]),
    ]
    feed = timetable(trips, stops=STOPS, types={"2": 1501}, routes="1")
    service, towards = figures(feed)
    assert service.loc[VILLAGE, ["departures", "on_demand"]].tolist() == [2, 2]
    assert towards.loc[VILLAGE, ["departures", "fastest"]].tolist() == [2, 19 * 60]


def test_figures_are_means_over_dates_and_the_most_of_any(timetable):
    calendar = "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,"
    calendar += "end_date\nweek,1,1,1,1,1,0,0,20211004,20211017\n"
    calendar += "monday,1,0,0,0,0,0,0,20211004,20211017\n"
    feed = timetable(
        [
            ("1", "week", "t", 0, [("v1", "07:00"), ("t", "07:20")]),
            ("2", "monday", "u", 0, [("v1", "05:00"), ("t", "05:10"), ("l", "06:00")]),
        ],
        stops=STOPS,
        routes="1 2",
        calendar=calendar,
    )
    days = {"two": ["2021-10-04", "2021-10-05"], "tuesday": ["2021-10-05"]}
    service, towards = figures(feed, days=days)
    two, tuesday = service[service["day"] == "two"], service[service["day"] == "tuesday"]
    row = two.loc[VILLAGE]
    assert (row["departures"], row["lines"], row["destinations"]) == (1.5, 2, 2)
    assert (row["first"], row["last"]) == (5 * HOUR, 7 * HOUR)
    assert tuesday.loc[VILLAGE, ["departures", "lines", "destinations"]].tolist() == [1, 1, 1]
    assert towards[towards["day"] == "two"].loc[VILLAGE, "fastest"] == 600


def brute(feed, locality, window, centre, day):
    """Follow each trip call by call; returns figures as sets of trips."""
    times, place = feed.stop_times, np.asarray(locality)
    out, home, asked = defaultdict(set), defaultdict(set), defaultdict(set)
    to, back = defaultdict(set), defaultdict(set)
    goals, lines, fastest = defaultdict(set), defaultdict(set), {}
    for trip in np.flatnonzero(feed.runs_on(day)):
        calls = range(times.start[trip], times.start[trip + 1])
        route = feed.trips["route"][trip]
        taxi = feed.routes["on_demand"][route]
        where = [int(place[times.stop[c]]) for c in calls]
        # visits: runs of calls in one place
        visits, begin = [], 0
        for n in range(1, len(where) + 1):
            if n == len(where) or where[n] != where[begin]:
                visits.append((where[begin], [calls[k] for k in range(begin, n)]))
                begin = n
        first, last = calls[0], calls[-1]

        def board(visit, last=last):
            return [times.departure[c] for c in visit if times.pickup[c] != 1 and c != last]

        def alight(visit, first=first):
            return [times.arrival[c] for c in visit if times.drop_off[c] != 1 and c != first]

        def ask(visit, taxi=taxi):
            return taxi or all(times.on_demand[c] for c in visit)

        for i, (here, leaving) in enumerate(visits):
            for there, coming in visits[i + 1 :]:
                if here == there or not board(leaving) or not alight(coming):
                    continue
                leave, reach = max(board(leaving)), min(alight(coming))
                if here >= 0 and window[0] <= leave < window[1]:
                    (asked if ask(leaving) else out)[here].add(trip)
                    if not ask(leaving):
                        lines[here].add(route)
                        goals[here] |= {there} - {-1}
                        if there == centre and here != centre:
                            to[here].add(trip)
                            fastest[here] = min(fastest.get(here, 1 << 30), reach - leave)
                if there >= 0 and window[0] <= reach < window[1] and not ask(leaving):
                    home[there].add(trip)
                if (
                    here == centre != there
                    and there >= 0
                    and window[0] <= reach < window[1]
                    and not ask(leaving)
                ):
                    back[there].add(trip)
    return out, home, asked, to, back, goals, lines, fastest


@pytest.mark.parametrize("seed", range(4))
def test_equals_following_every_trip(busy, write, seed):
    feed = read_feed(write(**{name[:-4]: text for name, text in busy(seed, trips=300).items()}))
    rng = np.random.default_rng(seed)
    locality = rng.integers(-1, 7, len(feed.stops))
    window = (6 * HOUR, 21 * HOUR)
    service, towards = figures(
        feed, locality, {"d": ["2021-10-07"]}, {"w": window}, localities=7, centres={"c": [3]}
    )
    out, home, asked, to, back, goals, lines, fastest = brute(
        feed, locality, window, 3, "2021-10-07"
    )
    for place, row in service.iterrows():
        assert row["departures"] == len(out[place])
        assert row["arrivals"] == len(home[place])
        assert row["on_demand"] == len(asked[place] - out[place])
        assert row["lines"] == len(lines[place])
        assert row["destinations"] == len(goals[place])
        both = len(out[place] & home[place])
        assert row["double_trips"] == min(len(out[place]), len(home[place])) - both / 2
    for place, row in towards.iterrows():
        assert row["departures"] == len(to[place])
        assert row["returns"] == len(back[place])
        np.testing.assert_equal(row["fastest"], fastest.get(place, np.nan))
    assert sum(map(len, out.values())) > 60
    assert sum(map(len, asked.values())) > 20


@pytest.mark.parametrize("locality", [[0, 0], [0] * 7 + [9], [-2] * 8])
def test_each_stop_needs_a_locality(timetable, locality):
    feed = timetable([line("o", ["v1", "t"], 7)], stops=STOPS)
    with pytest.raises(InputError, match="Each of the 8 stops needs a locality from 0 to 2"):
        figures(feed, locality)


def test_a_centre_must_be_a_locality(timetable):
    feed = timetable([line("o", ["v1", "t"], 7)], stops=STOPS)
    with pytest.raises(InputError, match="needs a locality from 0 to 2"):
        figures(feed, centres={"c": [3]})


def test_no_stop_in_any_locality(timetable):
    feed = timetable([line("o", ["v1", "t"], 7)], stops=STOPS)
    service, towards = figures(feed, [-1] * 8)
    assert service["departures"].tolist() == [0, 0, 0]
    assert towards["departures"].tolist() == [0, 0]
