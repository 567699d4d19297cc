"""Lines and segments on the map: which way is drawn, where it is cut, how often it is run."""

import numpy as np
import pytest
import shapely
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.transit.feed import read_feed
from samplan.processing.methods.transit.layers import line_layer, segment_layer
from samplan.processing.methods.transit.ways import cut, stop_positions

HOUR = 3600
THURSDAY = ["2021-10-07"]
DAY = (0, 30 * HOUR)
HEAD = "shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence,shape_dist_traveled\n"


def metres(points):
    """Degrees as if one were a thousand metres: the tests need no real map."""
    return np.asarray(points, dtype=float) * 1000


def drawn(feed, layer=line_layer, *arguments, **options):
    shapes = None if feed.shapes is None else metres(feed.shapes.points)
    places = metres(feed.stops[["lon", "lat"]])
    return layer(feed, THURSDAY, *arguments, places, shape_points=shapes, **options)


def coordinates(line):
    return shapely.get_coordinates(line).round(6).tolist()


@pytest.fixture
def shaped(read):
    """Read trips (name, direction, shape id) that all call at a, b and c, with shapes."""

    def shaped(trips, shapes):
        rows = "\n".join(f"1,week,{name},{direction},{shape}" for name, direction, shape in trips)
        calls = "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"
        for hour, (name, direction, _) in enumerate(trips, 6):
            for place, stop in enumerate("abc" if direction == 0 else "cba"):
                time = f"{hour:02d}:{10 * place:02d}:00"
                calls += f"{name},{time},{time},{stop},{place}\n"
        return read(
            trips=f"route_id,service_id,trip_id,direction_id,shape_id\n{rows}",
            stop_times=calls,
            shapes=HEAD + shapes,
        )

    return shaped


WAYS = (
    "north,58.00,15.00,1,\nnorth,58.05,15.10,2,\nnorth,58.00,15.20,3,\n"
    "south,58.00,15.00,1,\nsouth,57.95,15.10,2,\nsouth,58.00,15.20,3,\n"
    "point,58.00,15.00,1,\n"
)


def test_the_most_common_way_of_each_direction_is_drawn(shaped):
    feed = shaped(
        [("t1", 0, "north"), ("t2", 0, "south"), ("t3", 0, "south"), ("u1", 1, ""), ("u2", 1, "")],
        WAYS,
    )
    lines = drawn(feed)
    assert lines[["line", "direction", "trips", "drawn"]].values.tolist() == [
        [0, 0, 3, "shape"],
        [0, 1, 2, "straight"],
    ]
    np.testing.assert_allclose(lines["share"], [2 / 3, 1])
    assert coordinates(lines.geometry[0]) == [[15000, 58000], [15100, 57950], [15200, 58000]]
    assert coordinates(lines.geometry[1]) == [[15200, 58000], [15100, 58000], [15000, 58000]]


def test_of_equally_common_ways_the_first_trips_is_drawn(shaped):
    lines = drawn(shaped([("t1", 0, "south"), ("t2", 0, "north")], WAYS))
    assert coordinates(lines.geometry[0])[1] == [15100, 57950]
    assert lines["share"].tolist() == [0.5]


@pytest.mark.parametrize("shape", ["", "point", "missing"])
def test_without_a_way_the_line_goes_straight(shaped, shape):
    lines = drawn(shaped([("t", 0, shape)], WAYS))
    assert lines["drawn"].tolist() == ["straight"]
    assert coordinates(lines.geometry[0]) == [[15000, 58000], [15100, 58000], [15200, 58000]]


def test_a_feed_without_shapes_is_drawn_straight(timetable):
    feed = timetable(
        [
            ("1", "week", name, 0, [("a", f"{hour}:00"), ("c", f"{hour}:30")])
            for name, hour in (("t", "07"), ("u", "08"))
        ]
        + [("1", "week", "v", 0, [("a", "09:00"), ("b", "09:10"), ("c", "09:30")])]
    )
    lines, segments = drawn(feed), drawn(feed, segment_layer, DAY)
    np.testing.assert_allclose(lines["share"], [2 / 3])
    assert coordinates(lines.geometry[0]) == [[15000, 58000], [15200, 58000]]
    assert segments[["origin", "goal", "trips"]].values.tolist() == [
        [0, 1, 1],
        [0, 2, 2],
        [1, 2, 1],
    ]
    assert set(segments["drawn"]) == {"straight"}


@pytest.mark.parametrize(
    "distances",
    [["", "", ""], ["0", "111.8", "223.6"], ["0", "0.1118", "0.2236"], ["9", "5", "1"]],
    ids=["none", "metres", "kilometres", "nonsense"],
)
def test_segments_do_not_depend_on_the_feeds_distances(shaped, distances):
    way = "".join(
        f"w,{lat},{lon},{n},{text}\n"
        for n, ((lat, lon), text) in enumerate(
            zip([(58.00, 15.00), (58.05, 15.10), (58.00, 15.20)], distances)
        )
    )
    segments = drawn(shaped([("t", 0, "w"), ("u", 0, "w")], way), segment_layer, DAY)
    assert segments[["origin", "goal", "trips", "lines"]].values.tolist() == [
        [0, 1, 2, 1],
        [1, 2, 2, 1],
    ]
    # the stop at 15.10 lies 50 m below the way's top and is met on its flank
    first, second = (coordinates(line) for line in segments.geometry)
    assert first[0] == [15000, 58000]
    assert first[-1] == second[0]
    assert second[-1] == [15200, 58000]
    lengths = segments.length.sum()
    assert lengths == pytest.approx(2 * np.hypot(100, 50), rel=1e-9)


def test_trips_per_hour_of_a_window(timetable):
    feed = timetable(
        [
            ("1", "week", f"t{hour}", 0, [("a", f"{hour:02d}:00"), ("b", f"{hour:02d}:10")])
            for hour in range(6, 20)
        ]
        + [
            ("2", "week", "taxi", 0, [("a", "07:00"), ("b", "07:10"), ("a", "07:20")]),
            ("3", "week", "x", 0, [("a", "07:30"), ("b", "07:40")]),
        ],
        types={"2": 1501},
        routes="1 3",
    )
    segments = drawn(feed, segment_layer, (7 * HOUR, 9 * HOUR))
    columns = ["origin", "goal", "trips", "per_hour", "lines", "on_demand"]
    assert segments[columns].values.tolist() == [[0, 1, 3, 1.5, 3, 1], [1, 0, 0, 0, 1, 1]]


def test_platforms_of_a_station_are_one_end(timetable):
    stops = (
        "stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station\n"
        "s,Stn,58,15,1,\np,Stn,58,15,0,s\nq,Stn,58,15,0,s\nb,By,58,15.1,0,\n"
    )
    feed = timetable(
        [
            ("1", "week", "t", 0, [("p", "07:00"), ("q", "07:01"), ("b", "07:10")]),
            ("1", "week", "u", 0, [("q", "08:00"), ("b", "08:10")]),
        ],
        stops=stops,
    )
    areas = drawn(feed, segment_layer, DAY)
    assert areas[["origin", "goal", "trips"]].values.tolist() == [[0, 3, 2]]
    points = drawn(feed, segment_layer, DAY, by="stop")
    assert points[["origin", "goal", "trips"]].values.tolist() == [[1, 2, 1], [2, 3, 2]]


def test_legs_of_all_trips_are_counted(busy, write):
    feed = read_feed(write(**{name[:-4]: text for name, text in busy(12).items()}))
    segments = drawn(feed, segment_layer, DAY, by="stop")
    times, runs = feed.stop_times, np.flatnonzero(feed.runs_on("2021-10-07"))
    expected = {}
    for trip in runs:
        asked = feed.routes["on_demand"][feed.trips["route"][trip]]
        stops = times.stop[times.start[trip] : times.start[trip + 1]]
        for pair in zip(stops[:-1], stops[1:]):
            if pair[0] != pair[1] and not asked:
                expected[pair] = expected.get(pair, 0) + 1
    found = {(row.origin, row.goal): row.trips for row in segments.itertuples() if row.trips}
    assert found == expected
    assert len(expected) > 100


@pytest.mark.parametrize(
    ("way", "stops", "expected"),
    [
        ([[0, 0], [100, 0]], [[0, 0], [100, 0]], [0, 100]),
        ([[0, 0], [100, 0]], [[-50, 10], [50, 10], [500, 0]], [0, 50, 100]),
        # out and back on one street
        ([[0, 0], [100, 0], [0, 0]], [[70, 5], [30, -5]], [70, 170]),
        ([[0, 0], [100, 0], [0, 0]], [[30, 0], [70, 0]], [30, 70]),
        # a figure of eight crosses itself in the middle
        (
            [[0, 0], [100, 100], [100, 0], [0, 100]],
            [[50, 50], [100, 50], [50, 50]],
            [
                np.hypot(50, 50),
                np.hypot(100, 100) + 50,
                np.hypot(100, 100) + 100 + np.hypot(50, 50),
            ],
        ),
        # a loop ends where it began
        (
            [[0, 0], [100, 0], [100, 100], [0, 0]],
            [[0, 0], [100, 50], [0, 0]],
            [0, 150, 200 + np.hypot(100, 100)],
        ),
        # points on one spot
        ([[0, 0], [0, 0], [100, 0], [100, 0]], [[10, 0], [90, 0]], [10, 90]),
    ],
    ids=["ends", "beyond the ends", "back the same way", "out only", "an eight", "a loop", "twice"],
)
def test_stops_are_found_along_the_way_in_order(way, stops, expected):
    found = stop_positions(np.array(way, dtype=float), np.array(stops, dtype=float))
    np.testing.assert_allclose(found, expected, atol=1e-9)


@pytest.mark.parametrize("seed", range(5))
def test_no_other_order_lies_nearer(seed):
    rng = np.random.default_rng(seed)
    way = np.cumsum(rng.normal(0, 60, (12, 2)), axis=0)
    along = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(way, axis=0).T))])
    true = np.sort(rng.uniform(0, along[-1], 4))
    stops = np.column_stack([np.interp(true, along, axis) for axis in way.T])
    stops += rng.normal(0, 12, stops.shape)

    def cost(positions):
        points = np.column_stack([np.interp(positions, along, axis) for axis in way.T])
        return ((points - stops) ** 2).sum()

    found = stop_positions(way, stops)
    assert (np.diff(found) >= 0).all()
    grid = np.linspace(0, along[-1], 40)
    best = min(
        cost(grid[[a, b, c, d]])
        for a in range(40)
        for b in range(a, 40)
        for c in range(b, 40, 2)
        for d in range(c, 40, 2)
    )
    assert cost(found) <= best + 1e-6


def test_parts_of_a_way_make_the_whole():
    rng = np.random.default_rng(11)
    way = np.cumsum(rng.normal(0, 50, (30, 2)), axis=0)
    length = float(np.hypot(*np.diff(way, axis=0).T).sum())
    marks = [0, *np.sort(rng.uniform(0, length, 8)), length]
    parts = [cut(way, begin, end) for begin, end in zip(marks, marks[1:])]
    assert sum(np.hypot(*np.diff(part, axis=0).T).sum() for part in parts) == pytest.approx(length)
    for one, other in zip(parts, parts[1:]):
        np.testing.assert_allclose(one[-1], other[0])
    assert cut(way, 5, 5).shape == (2, 2)


@pytest.mark.parametrize("layer", [line_layer, segment_layer])
def test_places_must_fit_the_feed(read, layer):
    arguments = [DAY] if layer is segment_layer else []
    with pytest.raises(InputError, match="needs a place"):
        layer(read(), THURSDAY, *arguments, [[0, 0]])
    with pytest.raises(InputError, match="No trip of the feed runs on 2021-10-10"):
        layer(read(), ["2021-10-10"], *arguments, np.zeros((3, 2)))


def test_a_real_city_is_cut_close_to_its_stops(reference):
    feed = read_feed(reference("gtfs/r5r_poa/poa_eptc.zip"), shapes=True)
    scale = 111_000 * np.array([np.cos(np.radians(30)), 1])
    places = feed.stops[["lon", "lat"]].to_numpy() * scale
    segments = segment_layer(
        feed,
        ["2019-05-16"],
        (6 * HOUR, 20 * HOUR),
        places,
        by="stop",
        shape_points=feed.shapes.points * scale,
    )
    assert set(segments["drawn"]) == {"shape"}
    for end, place in (("origin", 0), ("goal", -1)):
        point = shapely.get_coordinates(shapely.get_point(segments.geometry, place))
        distance = np.hypot(*(point - places[segments[end]]).T)
        assert np.percentile(distance, 95) < 30
    straight = np.hypot(*(places[segments["goal"]] - places[segments["origin"]]).T)
    detour = segments.length / straight
    assert 1.0 <= detour.median() < 1.2
    assert (segments["per_hour"] * 14).sum() == pytest.approx(segments["trips"].sum())
