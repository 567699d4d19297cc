"""Quality classes at the borders of every cell of every table, and London's index by hand."""

import json
from pathlib import Path

import numpy as np
import pytest
import samplan
import shapely
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.transit.classes import (
    best_classes,
    class_polygons,
    classes_at,
    point_classes,
)
from samplan.processing.methods.transit.ptal import access_index, bands, line_frequencies, ptal_of
from samplan.processing.methods.transit.quality import categories, profile_of
from samplan.processing.methods.transit.rating import rail_directions, rate_stops
from samplan.processing.methods.transit.routetypes import BUS, FERRY, MODES, OTHER, RAIL, TRAM

FILE = Path(samplan.__file__).parent / "processing" / "profiles" / "stop_quality.json"
RULES = json.loads(FILE.read_text(encoding="utf-8"))["profiles"]
PROFILES = {name: profile_of(rules) for name, rules in RULES.items() if rules["kind"] == "interval"}
METRO = MODES.index("metro")
NODE = "rail node"

# the tables as their sources print them: intervals with their upper border, categories by mode
SWISS = {"<5": "I I II", "<10": "I II III", "<20": "II III IV", "<40": "III IV V", "<=60": "IV V V"}
GERMAN = {
    "<=4": "I I II",
    "<=10": "I II III",
    "<=19": "II III IV",
    "<=39": "III IV V",
    "<=60": "IV V VI",
    "<=119": "V VI VII",
}
AUSTRIAN = {
    "<5": "I II III",
    "<=10": "II III III",
    "<20": "III IV IV",
    "<=40": "IV V V",
    "<=60": "V VI VI",
    "<=120": "VI VII VII",
    "<=210": "VII VIII VIII",
}
STOPS = {
    "are": (SWISS, (NODE, RAIL, BUS)),
    "goat": (GERMAN, (RAIL, TRAM, BUS)),
    "orok": (AUSTRIAN, (RAIL, TRAM, BUS)),
}
RINGS = {
    "are": "300 500 750 1000: I AABC / II ABCD / III BCD- / IV CD-- / V D---",
    "goat": "300 500 750 1000 1250: I AABCD / II ABCDE / III BCDEF / IV CDEFF / V DEF-- / "
    "VI EF--- / VII F----",
    "orok": "300 500 750 1000 1250: I AABCD / II ABCDE / III BCDEF / IV CDEFG / V DEFGG / "
    "VI EFG-- / VII FGG-- / VIII GG---",
}


def named(profile, places, names):
    return [names[place] if place >= 0 else "-" for place in places]


def departures(minutes, mode, per=2):
    """Departures of one mode in 14 hours at an interval; ``per``: what they are divided by."""
    row = np.zeros(len(MODES))
    row[mode] = 840 * per / minutes
    return row


@pytest.mark.parametrize("name", STOPS)
def test_categories_at_every_border(name):
    table, modes = STOPS[name]
    profile = PROFILES[name]
    rows = [line.split() for line in table.values()] + [["-"] * len(modes)]
    for column, mode in enumerate(modes):
        heading = 6 if mode == NODE else 0
        for row, border in enumerate(table):
            bound = float(border.strip("<="))
            at_bound = row if "=" in border else row + 1
            for minutes, expected in (
                (bound * (1 - 1e-9), row),
                (bound, at_bound),
                (bound * (1 + 1e-9), row + 1),
            ):
                counts = departures(minutes, RAIL if mode == NODE else mode)
                if minutes == bound and 1680 / counts.max() != bound:
                    continue  # no number of departures gives exactly 19, 39 or 119 minutes
                found = categories(profile, [counts], directions=[heading])
                assert named(profile, found, profile.categories) == [rows[expected][column]], (
                    border,
                    mode,
                    minutes,
                )


@pytest.mark.parametrize("name", RINGS)
def test_classes_at_every_border(name):
    rings, table = RINGS[name].split(": ")
    bounds = [float(ring) for ring in rings.split()]
    profile = PROFILES[name]
    lines = dict(line.split() for line in table.split(" / "))
    assert tuple(lines) == profile.categories
    for category, (_, letters) in enumerate(lines.items()):
        letters += "-"
        for ring, bound in enumerate(bounds):
            low = 0.0 if ring == 0 else np.nextafter(bounds[ring - 1], np.inf)
            found = classes_at(profile, [category] * 3, [low, bound, np.nextafter(bound, np.inf)])
            expected = [letters[ring], letters[ring], letters[ring + 1]]
            assert named(profile, found, profile.order) == expected


@pytest.mark.parametrize(
    ("total", "hours", "average", "strict"),
    [
        (14, 1.0, "near", "near"),
        (13, 13 / 14, "-", "-"),
        (14, 13 / 14, "near", "-"),
        (13.9, 1.0, "-", "-"),
        (0, 0.0, "-", "-"),
    ],
    ids=["one each hour", "an hour without", "two in one hour", "13.9 on average", "none"],
)
def test_near_public_transport_needs_a_departure_an_hour(total, hours, average, strict):
    counts = np.zeros(len(MODES))
    counts[BUS], counts[RAIL] = total / 2, total / 2  # all modes together
    for name, expected in (
        ("kollektivtrafiknara", average),
        ("kollektivtrafiknara_strict", strict),
    ):
        profile = PROFILES[name]
        found = categories(profile, [counts], hours_served=[hours])
        assert named(profile, found, profile.categories) == [expected]


def test_near_public_transport_has_four_distances():
    profile = PROFILES["kollektivtrafiknara"]
    metres = [0, 400, 400.01, 500, 500.01, 1000, 1000.01, 2000, 2000.01]
    assert named(profile, classes_at(profile, [0] * 9, metres), profile.order) == [
        "400",
        "400",
        "500",
        "500",
        "1000",
        "1000",
        "2000",
        "2000",
        "-",
    ]


@pytest.mark.parametrize(
    ("name", "counts", "directions", "expected"),
    [
        ("are", {RAIL: 168}, 6, "II"),  # 10 minutes at a node
        ("are", {RAIL: 168}, 5, "III"),  # 10 minutes on a line
        ("are", {TRAM: 28, FERRY: 28}, 0, "V"),  # together every 30 minutes
        ("are", {OTHER: 1680}, 0, "V"),  # a cable car, however often
        ("are", {RAIL: 27, BUS: 337}, 0, "II"),  # the train too seldom, the bus below 5 minutes
        ("goat", {RAIL: 1, BUS: 420}, 0, "I"),  # the best mode's column, all departures
        ("goat", {BUS: 420}, 0, "II"),
        ("orok", {RAIL: 8, BUS: 85}, 0, "IV"),  # the bus, below 20 minutes, beats the rare train
        ("orok", {METRO: 337}, 0, "I"),
    ],
)
def test_stops_of_several_modes(name, counts, directions, expected):
    row = np.zeros(len(MODES))
    for mode, count in counts.items():
        row[mode] = count
    profile = PROFILES[name]
    found = categories(profile, [row], directions=[directions])
    assert named(profile, found, profile.categories) == [expected]


def test_the_unverified_cells_are_the_ones_that_contradict_the_reach():
    rules = RULES["orok"]
    reach = dict(zip(rules["classes"], [1250, 1250, 1250, 1000, 1000, 750, 500, 300]))
    beyond = [
        [name, ring]
        for name, letters in rules["classes"].items()
        for ring, letter in zip(rules["rings"], letters)
        if letter and ring > reach[name]
    ]
    assert rules["uncertain"] == beyond


@pytest.mark.parametrize("name", RULES)
def test_profiles_name_their_source_and_what_is_our_own(name):
    rules = RULES[name]
    assert rules["source"]
    assert {"en", "sv"} == set(rules["label"])
    assert all(rules["own_choice"])
    assert set(rules.get("colours", {})) == set(rules.get("order", []))


@pytest.mark.parametrize("distance", [np.nan, np.inf])
def test_what_cannot_be_reached_has_no_class(distance):
    assert classes_at(PROFILES["are"], [0, -1], [distance, 10]).tolist() == [-1, -1]


def test_the_best_class_of_several_stops_holds():
    found = best_classes(PROFILES["are"], [0, 0, 2], [4, 0, -1], [100, 800, 5], points=3)
    assert found.tolist() == [2, -1, -1]


def test_point_classes_equal_all_pairs():
    rng = np.random.default_rng(9)
    points, stops = rng.uniform(0, 6000, (700, 2)), rng.uniform(0, 6000, (60, 2))
    profile = PROFILES["goat"]
    category = rng.integers(-1, 7, 60)
    distance = np.linalg.norm(points[:, None] - stops[None], axis=2)
    every = classes_at(
        profile, np.broadcast_to(category, distance.shape).ravel(), distance.ravel()
    ).reshape(distance.shape)
    expected = np.where(every < 0, 99, every).min(axis=1)
    found = point_classes(profile, points, stops, category)
    np.testing.assert_array_equal(found, np.where(expected == 99, -1, expected))
    assert len(set(found)) == 7


@pytest.mark.parametrize(("points", "stops"), [(0, 5), (5, 0), (0, 0)])
def test_no_points_or_no_stops(points, stops):
    found = point_classes(
        PROFILES["are"], np.zeros((points, 2)), np.zeros((stops, 2)), np.zeros(stops, int)
    )
    assert found.tolist() == [-1] * points
    assert len(class_polygons(PROFILES["are"], np.zeros((0, 2)), [])) == 0


def test_polygons_hold_the_points_of_their_class_and_do_not_overlap():
    rng = np.random.default_rng(10)
    stops, category = rng.uniform(0, 4000, (25, 2)), rng.integers(-1, 5, 25)
    profile = PROFILES["are"]
    areas = class_polygons(profile, stops, category, segments=64)
    assert areas["rank"].is_monotonic_increasing
    assert shapely.union_all(areas.geometry).area == pytest.approx(areas.area.sum(), rel=1e-9)
    points = rng.uniform(-500, 4500, (4000, 2))
    expected = point_classes(profile, points, stops, category)
    inside = np.full(len(points), -1)
    for rank, area in zip(areas["rank"], areas.geometry):
        inside[shapely.contains_xy(area, points)] = rank
    # only where the circle's straight pieces cut it short
    assert (inside != expected).mean() < 0.003


def test_polygons_and_classes_move_with_the_stops():
    stops = np.array([[0.0, 0], [900, 100]])
    one = class_polygons(PROFILES["are"], stops, [0, 3])
    other = class_polygons(PROFILES["are"], stops + np.array([5e5, 6.5e6]), [0, 3])
    np.testing.assert_allclose(one.area, other.area, rtol=1e-6)


@pytest.mark.parametrize(
    "change",
    [
        {"rings": [300, 500]},
        {"intervals": [5, 10]},
        {"closed": [True]},
        {"rings": [500, 300, 750, 1000]},
        {"window": ["20:00", "06:00"]},
        {"window": ["morning", "evening"]},
        {"departures": "some"},
        {"order": ["A"]},
        {"order": ["B", "A", "C", "D"]},
        {"groups": None},
        {"divide_by": "two"},
    ],
)
def test_a_users_own_profile_is_checked(change):
    with pytest.raises(InputError, match="quality profile"):
        profile_of({**RULES["are"], **change})


def test_departures_need_a_column_for_each_mode():
    with pytest.raises(InputError, match="one column for each of 7 modes"):
        categories(PROFILES["are"], [[1, 2, 3]])


def test_stops_of_a_feed_are_rated(timetable):
    stops = "stop_id,stop_name,stop_lat,stop_lon\nn,Nod,58,15\nb,By,58,15.1\nc,Ö,58,15.2\n"
    hourly = [
        ("1", "week", f"o{hour}", 0, [("b", f"{hour:02d}:05"), ("n", f"{hour:02d}:30")])
        for hour in range(6, 20)
    ] + [
        ("1", "week", f"h{hour}", 1, [("n", f"{hour:02d}:40"), ("b", f"{hour:02d}:59")])
        for hour in range(6, 20)
    ]
    seldom = [("2", "week", "s", 0, [("c", "10:00"), ("n", "10:20")])]
    feed = timetable(hourly + seldom, stops=stops, types={"1": 100, "2": 1501}, routes="1")
    near = PROFILES["kollektivtrafiknara"]
    rated = rate_stops(feed, near, ["2021-10-07"])
    assert rated[["departures", "category"]].values.tolist() == [[14, 0], [14, 0], [0, -1]]
    assert rated["hours_served"].tolist() == [1, 1, 0]
    assert rail_directions(feed).tolist() == [1, 1, 0]
    assert rail_directions(feed, by="stop").tolist() == [1, 1, 0]
    # 14 departures, halved: every two hours
    austrian = rate_stops(feed, PROFILES["orok"], ["2021-10-07"])["category"]
    assert named(None, austrian, PROFILES["orok"].categories) == ["VI", "VI", "-"]


PTAL = ptal_of(RULES["ptal"])


def index(rows, points=1):
    """Rows of point, line, mode, metres, departures an hour."""
    return access_index(PTAL, *np.array(rows, dtype=float).reshape(-1, 5).T, points=points)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # 30 / (walk + half the headway + reliability)
        ([[0, 1, BUS, 320, 6]], 30 / (4 + 5 + 2)),
        ([[0, 1, RAIL, 800, 4]], 30 / (10 + 7.5 + 0.75)),
        ([[0, 1, BUS, 640, 6]], 30 / (8 + 5 + 2)),
        ([[0, 1, BUS, 640.1, 6]], 0),
        ([[0, 1, RAIL, 960, 6]], 30 / (12 + 5 + 0.75)),
        ([[0, 1, METRO, 960.1, 6]], 0),
        ([[0, 1, BUS, 320, 0]], 0),
        # the second bus counts half, a train of its own mode whole
        ([[0, 1, BUS, 320, 6], [0, 2, BUS, 160, 3]], 30 / 11 + 0.5 * 30 / (2 + 10 + 2)),
        ([[0, 1, BUS, 320, 6], [0, 2, RAIL, 800, 4]], 30 / 11 + 30 / 18.25),
        # one line at two stops counts at the nearer, however seldom it calls there
        ([[0, 1, BUS, 320, 12], [0, 1, BUS, 80, 1]], 30 / (1 + 30 + 2)),
        ([[0, 1, BUS, 80, 1], [0, 1, BUS, 80, 6]], 30 / (1 + 5 + 2)),
        ([], 0),
    ],
)
def test_the_access_index_by_hand(rows, expected):
    assert index(rows)[0] == pytest.approx(expected, rel=1e-12)


def test_points_do_not_share_what_leaves():
    rows = [[1, 1, BUS, 320, 6], [2, 1, BUS, 320, 6], [2, 2, BUS, 320, 6]]
    np.testing.assert_allclose(index(rows, 4), [0, 30 / 11, 45 / 11, 0])
    np.testing.assert_allclose(index(rows[::-1], 4), [0, 30 / 11, 45 / 11, 0])


@pytest.mark.parametrize(
    ("value", "band"),
    [
        (0, "0"),
        (1e-9, "1a"),
        (2.5, "1a"),
        (2.5 + 1e-9, "1b"),
        (5, "1b"),
        (5 + 1e-9, "2"),
        (10, "2"),
        (10 + 1e-9, "3"),
        (15, "3"),
        (15 + 1e-9, "4"),
        (20, "4"),
        (20 + 1e-9, "5"),
        (25, "5"),
        (25 + 1e-9, "6a"),
        (40, "6a"),
        (40 + 1e-9, "6b"),
        (999, "6b"),
    ],
)
def test_the_bands_at_every_border(value, band):
    assert PTAL.bands[bands(PTAL, [value])[0]] == band


def test_frequencies_are_those_of_the_better_direction(timetable):
    feed = timetable(
        [
            ("1", "week", "a", 0, [("a", "08:20"), ("b", "08:30"), ("c", "08:40")]),
            ("1", "week", "b", 0, [("a", "08:50"), ("b", "09:00"), ("c", "09:20")]),
            ("1", "week", "c", 1, [("c", "08:20"), ("b", "08:35")]),
        ]
    )
    found = line_frequencies(feed, PTAL, ["2021-10-07"])
    assert found[["place", "mode", "per_hour"]].values.tolist() == [
        [0, BUS, 2],
        [1, BUS, 2],
        [2, BUS, 1],
    ]


def test_an_incomplete_ptal_profile_is_refused():
    with pytest.raises(InputError, match="not complete: 'bands'"):
        ptal_of({name: value for name, value in RULES["ptal"].items() if name != "bands"})
