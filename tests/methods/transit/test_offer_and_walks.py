"""Quality classes and access levels by ways walked, and services as fields, by brute force."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from samplan.processing.methods.network.build import build_network
from samplan.processing.methods.network.search import pairs_within
from samplan.processing.methods.network.snap import snap
from samplan.processing.methods.transit import accesslevel, offer, population, walked
from samplan.processing.methods.transit.classes import best_classes
from samplan.processing.methods.transit.ptal import ptal_of
from samplan.processing.methods.transit.quality import profile_of
from samplan.processing.methods.transit.village import village

PROFILE = profile_of(
    {
        "window": ["06:00", "20:00"],
        "divide_by": 1,
        "every_hour": False,
        "departures": "all_modes",
        "groups": [{"modes": ["bus"]}],
        "intervals": [30, 60],
        "closed": [True, True],
        "categories": [["I"], ["II"]],
        "rings": [200, 350],
        "classes": {"I": ["A", "B"], "II": ["B", "C"]},
        "order": ["A", "B", "C"],
    }
)
LEVELS = ptal_of(
    {
        "window": ["08:15", "09:15"],
        "walking_speed": 80,
        "reach": {"bus": 300, "rail": 500},
        "reliability": {"bus": 2, "rail": 0.75},
        "other_weight": 0.5,
        "bounds": [0, 2.5, 5],
        "bands": ["0", "1a", "1b", "2"],
    }
)


@pytest.fixture
def streets():
    """Six blocks each way, 100 m long, a third of the streets missing."""
    rng = np.random.default_rng(3)
    step = [(x, y, *to) for x in range(6) for y in range(6) for to in ((1, 0), (0, 1))]
    kept = [each for each in step if rng.random() > 0.33]
    ways = [[(100 * x, 100 * y), (100 * (x + a), 100 * (y + b))] for x, y, a, b in kept]
    return build_network(shapely.linestrings(ways))


@pytest.fixture
def places():
    rng = np.random.default_rng(5)
    return rng.uniform(0, 600, (80, 2)), rng.uniform(0, 600, (7, 2))


def test_classes_on_streets_are_the_best_of_all_pairs(streets, places):
    homes, stops = (snap(streets, xy) for xy in places)
    category = np.array([0, 1, -1, 1, 0, 1, -1])
    found = walked.walked_point_classes(PROFILE, streets, homes, stops, category)
    pairs = pairs_within(streets, stops, homes, 350)
    expected = best_classes(
        PROFILE, pairs.target, category[pairs.origin], pairs.cost, points=len(homes.edge)
    )
    assert found.tolist() == expected.tolist()
    assert set(found) == {-1, 0, 1, 2}


def test_areas_on_streets_hold_the_streets_of_their_class(streets, places):
    stops, category = snap(streets, places[1]), np.array([0, 1, -1, 1, 0, 1, -1])
    areas = walked.walked_class_polygons(PROFILE, streets, stops, category)
    assert areas["name"].tolist() == ["A", "B", "C"]
    assert areas.area.sum() == pytest.approx(shapely.union_all(areas.geometry.to_numpy()).area)
    on_street = shapely.get_coordinates(shapely.centroid(streets.geometry))
    found = walked.walked_point_classes(PROFILE, streets, snap(streets, on_street), stops, category)
    for point, kind in zip(shapely.points(on_street), found):
        inside = areas.index[areas.intersects(point)].tolist()
        # a cell may belong to a better class across the block, never to a worse one
        assert inside or kind < 0
        assert kind < 0 or inside[0] <= kind


def test_no_stops_no_classes(streets, places):
    none = snap(streets, np.empty((0, 2)))
    homes = snap(streets, places[0])
    assert (walked.walked_point_classes(PROFILE, streets, homes, none, []) == -1).all()
    assert len(walked.walked_class_polygons(PROFILE, streets, none, [])) == 0


@pytest.fixture
def lines():
    table = [(0, 0, 3, 4.0), (1, 0, 3, 4.0), (1, 1, 0, 2.0), (2, 2, 3, 1.0), (5, 1, 0, 2.0)]
    table += [(6, 3, 3, 0.0)]
    return pd.DataFrame(table, columns=["place", "line", "mode", "per_hour"])


def by_hand(metres, lines):
    """Access index of one place, line by line."""
    best = {}
    for place, line, mode, per_hour in lines.itertuples(index=False):
        reach, extra = (300, 2) if mode == 3 else (500, 0.75)
        if metres[place] <= reach and per_hour > 0:
            nearest = best.setdefault((mode, line), (metres[place], per_hour, extra))
            best[mode, line] = min(nearest, (metres[place], per_hour, extra))
    index = 0.0
    for mode in (0, 3):
        values = [
            30 / (d / 80 + 30 / often + extra)
            for (kind, _), (d, often, extra) in best.items()
            if kind == mode
        ]
        index += max(values, default=0) + 0.5 * (sum(values) - max(values, default=0))
    return index


def test_access_index_by_straight_lines(places, lines):
    homes, stops = places
    metres = 1.3 * np.hypot(*(homes[:, None] - stops).transpose(2, 0, 1))
    found = accesslevel.straight_index(LEVELS, homes, stops, lines)
    assert found == pytest.approx([by_hand(row, lines) for row in metres])
    assert (found > 0).sum() > 20


def test_access_index_on_streets(streets, places, lines):
    homes, stops = (snap(streets, xy) for xy in places)
    metres = np.full((80, 7), np.inf)
    pairs = pairs_within(streets, homes, stops, 500)
    metres[pairs.origin, pairs.target] = pairs.cost
    found = accesslevel.walked_index(LEVELS, streets, homes, stops, lines)
    assert found == pytest.approx([by_hand(row, lines) for row in metres])


def test_cells_of_a_level_are_those_with_its_index(places, lines):
    stops = places[1]

    def index_at(xy):
        return accesslevel.straight_index(LEVELS, xy, stops, lines)

    areas = accesslevel.level_polygons(LEVELS, stops, index_at)
    middle = np.stack(np.meshgrid(np.arange(-450, 1150, 100), np.arange(-450, 1150, 100)), -1)
    middle = middle.reshape(-1, 2)
    rank = accesslevel.ranks(LEVELS, index_at(middle))
    for number, area in zip(areas["rank"], areas.geometry):
        assert area.area == 10_000 * (rank == number).sum()
    assert areas["name"].tolist() == [LEVELS.bands[3 - number] for number in areas["rank"]]


def test_counts_of_localities_add_up_to_all(places):
    xy, number = places[0], np.arange(80.0)
    zones = np.append(shapely.box([0, 300], [0, 0], [300, 600], 600), None)
    classes = np.arange(80) % 4 - 1
    table = population.locality_counts(zones, ["A", "B", "C"], {"pop": (xy, number, classes)})
    assert table.groupby("qual_rank", dropna=False)["pop"].sum().tolist() == [
        number[classes == kind].sum() for kind in (0, 1, 2, -1)
    ]
    shares = population.class_shares(table, 3)
    assert list(shares) == ["qual_1", "qual_2", "qual_3"]
    inside = xy[:, 0] < 300
    west = [number[inside & (classes >= 0) & (classes <= k)].sum() for k in range(3)]
    assert shares.loc[0].tolist() == pytest.approx([100 * n / number[inside].sum() for n in west])
    assert shares.loc[2].isna().all()


def test_no_area_of_any_class():
    none = gpd.GeoDataFrame({"rank": [], "name": []}, geometry=[])
    assert list(population.class_counts(none, {})) == [
        *("qual_class", "qual_rank", "area_ha", "geometry")
    ]


def test_offer_without_centres_and_of_unknown_days():
    given = {"weekday": ["2021-10-07"]}
    found = offer.locality_offer(
        village(), [0, 0, 0, -1, 1], given, {"x": (0, 86400)}, localities=2, centres={}
    )
    assert "ctr_name" not in found.fields
    assert found.fields[["dep_sat", "wkend_dep", "pt_node"]].isna().all(axis=None)
    assert len(found.towards) == 0


def test_the_centre_with_most_double_trips_is_shown():
    given = {"weekday": ["2021-10-07"]}
    found = offer.locality_offer(
        village(),
        [0, 0, 0, 1, 2],
        given,
        {"x": (0, 86400)},
        localities=4,
        centres={"far": [2], "near": [1]},
    )
    # both with two double trips: the fastest one; a centre looks to the other one
    assert found.fields["ctr_name"].fillna("-").tolist() == ["near", "far", "near", "-"]
    assert found.fields["ctr_min"].tolist()[:3] == [10, 15, 15]
    assert found.fields["ctr_dbl"].tolist() == [2, 2, 2, 0]
