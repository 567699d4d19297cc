"""Single linkage of points and footprints."""

import csv
import json
import sqlite3
from contextlib import closing

import numpy as np
import pytest
import shapely
from samplan.processing.methods.errors import Cancelled, InputError
from samplan.processing.methods.settlement import cells, linking
from samplan.processing.methods.settlement.linking import link_footprints, link_points
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial.distance import cdist


def by_first_member(labels):
    _, first, number = np.unique(labels, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[number]


def linked(pairs, count):
    """Components of a graph given by its edges, numbered by first member."""
    graph = coo_matrix((np.ones(len(pairs[0])), pairs), (count, count))
    return by_first_member(connected_components(graph, directed=False)[1])


def all_points(points, gap):
    return linked(np.nonzero(cdist(points, points) <= gap), len(points))


def all_footprints(shapes, gap):
    tree = shapely.STRtree(shapes)
    return linked(tree.query(shapes, predicate="dwithin", distance=gap), len(shapes))


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([], []),
        ([0], [0]),
        ([0, 200], [0, 0]),
        ([0, 200.001], [0, 1]),
        ([0, 150, 300, 450, 600], [0, 0, 0, 0, 0]),
        ([700, 0, 699, 200, 0], [0, 1, 0, 1, 1]),
    ],
    ids=[
        "no point",
        "one point is a group",
        "exactly the gap is linked",
        "a millimetre more is not",
        "a chain is one group",
        "duplicates belong together, groups count from the first row",
    ],
)
def test_points_on_a_line(places, expected):
    points = [(6_500_000.0, place) for place in places]
    assert link_points(points, 200).tolist() == expected


def test_exactly_the_gap_counts_in_every_direction():
    corners = [[160, 120], [-120, 160], [-192, -56], [56, -192]]  # all 200 from the middle
    assert link_points([[0, 0], *corners], 200).max() == 0
    assert link_points([[0, 0], *(np.array(corners) * 1.00001)], 200).max() == 4


@pytest.mark.parametrize("seed", range(8))
def test_points_equal_the_full_distance_matrix(seed):
    rng = np.random.default_rng(seed)
    places = rng.uniform(0, rng.choice([2_000, 8_000, 20_000]), (700, 2))
    points = (places + rng.normal(0, 300, (700, 2))).round(seed % 3)
    np.testing.assert_array_equal(link_points(points, 200), all_points(points, 200))


@pytest.mark.parametrize("slip", [0.0, 0.02], ids=["just linked", "just apart"])
def test_crowded_cells_are_compared_by_tree(slip, monkeypatch):
    monkeypatch.setattr(linking, "CROWDED", 100)
    rng = np.random.default_rng(1)
    west = rng.uniform(0, 89, (400, 2))
    east = rng.uniform(0, 89, (400, 2)) + np.array([291, 0])
    west[0], east[0] = (90, 50), (290 + slip, 50)
    points = np.concatenate([west, east])
    np.testing.assert_array_equal(link_points(points, 200), all_points(points, 200))
    assert link_points(points, 200).max() == (slip > 0)


def test_row_order_and_place_do_not_matter():
    rng = np.random.default_rng(2)
    points = rng.integers(0, 9_000, (900, 2)).astype(float)
    groups, order = link_points(points, 200), rng.permutation(900)
    np.testing.assert_array_equal(link_points(points[order], 200), by_first_member(groups[order]))
    np.testing.assert_array_equal(link_points(points + np.array([5e5, -6.5e6]), 200), groups)
    np.testing.assert_array_equal(link_points(points / 1000, 0.2), all_points(points / 1000, 0.2))


def some_footprints(rng, count, extent):
    """Boxes, rings, points, bow ties and double houses of very different sizes."""
    places = rng.uniform(0, extent, (count, 2)).round(1)
    sizes = np.minimum(rng.pareto(1.2, count) * 5 + 0.5, extent / 3)
    shapes = []
    for (x, y), size in zip(places, sizes):
        disc = shapely.Point(x, y).buffer(size, quad_segs=2)
        corners = [(x - size, y - size), (x + size, y + size), (x - size, y + size), (x + size, y)]
        kinds = (
            shapely.Point(x, y),
            shapely.box(x - size, y - size / 3, x + size, y + size / 3),
            disc.difference(shapely.Point(x, y).buffer(size * 0.8, quad_segs=2)),
            shapely.Polygon(corners),
            shapely.union(shapely.box(x, y, x + 1, y + 1), shapely.box(x + size, y, x + 99, y + 1)),
        )
        shapes.append(kinds[rng.integers(len(kinds))])
    return np.array(shapes, dtype=object)


@pytest.mark.parametrize("gap", [5, 20, 200])
@pytest.mark.parametrize("seed", range(6))
def test_footprints_equal_the_distances_between_all(seed, gap):
    rng = np.random.default_rng(seed)
    shapes = some_footprints(rng, 500, gap * rng.choice([10, 40, 100]))
    np.testing.assert_array_equal(link_footprints(shapes, gap), all_footprints(shapes, gap))


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (shapely.box(210, 0, 220, 10), 0),
        (shapely.box(210.001, 0, 220, 10), 1),
        (shapely.box(130, 170, 140, 180), 0),
        (shapely.Point(5, 5), 0),
        (shapely.MultiPolygon([shapely.box(900, 0, 910, 9), shapely.box(30, 0, 40, 9)]), 0),
    ],
    ids=[
        "walls exactly the gap apart",
        "walls a millimetre further",
        "corners exactly the gap apart",
        "one inside the other",
        "a part of a multipolygon near",
    ],
)
def test_two_footprints(second, expected):
    assert link_footprints([shapely.box(0, 0, 10, 10), second], 200)[1] == expected


def test_a_courtyard_is_open_ground():
    block = shapely.box(0, 0, 500, 500).difference(shapely.box(10, 10, 490, 490))
    assert link_footprints([block, shapely.Point(250, 250)], 200).tolist() == [0, 1]
    assert link_footprints([block, shapely.Point(250, 210)], 200).tolist() == [0, 0]


def test_a_very_long_building_links_all_along_it():
    wall = shapely.box(0, 0, 60_000, 5)
    farms = shapely.box(np.arange(0, 60_000, 600), 150, np.arange(0, 60_000, 600) + 9, 160)
    assert link_footprints(np.r_[farms, wall], 200).max() == 0
    assert link_footprints(farms, 200).max() == len(farms) - 1


def test_missing_and_empty_footprints_are_in_no_group():
    shapes = [None, shapely.Point(0, 0), shapely.Polygon(), shapely.Point(9, 0)]
    assert link_footprints(shapes, 200).tolist() == [-1, 0, -1, 0]
    assert link_footprints([None], 200).tolist() == [-1]
    assert link_footprints([], 200).tolist() == []


def test_points_and_footprints_agree_on_points():
    points = np.random.default_rng(3).uniform(0, 9_000, (2_000, 2))
    np.testing.assert_array_equal(
        link_footprints(shapely.points(points), 200), link_points(points, 200)
    )


def test_pairs_in_several_blocks_give_the_same_groups(monkeypatch):
    shapes = some_footprints(np.random.default_rng(4), 400, 2_000)
    monkeypatch.setattr(linking, "PAIRS", 7)
    np.testing.assert_array_equal(link_footprints(shapes, 30), all_footprints(shapes, 30))


@pytest.mark.parametrize("gap", [0, -1, np.nan, np.inf])
def test_the_gap_must_be_a_distance(gap):
    with pytest.raises(InputError, match="positive distance"):
        link_points([[0, 0]], gap)


def test_a_gap_lost_in_the_extent_is_refused():
    with pytest.raises(InputError, match="too small for data 2000000 m across"):
        link_points([[0, 0], [2e6, 0]], 1e-4)


def test_coordinates_must_be_numbers():
    with pytest.raises(InputError, match="not numbers"):
        link_points([[0, np.nan]], 200)


def test_cancelling_stops_the_work():
    def stop(fraction):
        raise Cancelled

    with pytest.raises(Cancelled):
        link_points(np.zeros((5, 2)), 200, progress=stop)
    with pytest.raises(Cancelled):
        link_footprints(shapely.points(np.zeros((5, 2))), 200, progress=stop)


def test_progress_rises_to_one():
    told = []
    link_footprints(
        shapely.points(np.random.default_rng(0).uniform(0, 9e3, (500, 2))),
        200,
        progress=told.append,
    )
    assert told == sorted(told)
    assert told[-1] == 1


def test_member_pairs_are_all_pairs_once():
    rng = np.random.default_rng(5)
    sorted_cells = cells.sort_into_cells(rng.uniform(0, 5, (60, 2)), 1.0)
    first, second = cells.neighbours(sorted_cells)
    got = {
        (int(a), int(b), int(first[p]), int(second[p]))
        for pair, one, other in cells.member_pairs(sorted_cells, first, second, 11, lambda _: None)
        for p, a, b in zip(pair, one, other)
    }
    members = np.split(np.arange(60), sorted_cells.start[1:])
    wanted = {
        (int(a), int(b), int(i), int(j))
        for i, j in zip(first, second)
        for a in members[i]
        for b in members[j]
    }
    assert got == wanted


# --- real towns with published answers ------------------------------------------------------------

LAYERS = {
    "bubenec": ("bubenec.gpkg", "buildings"),
    "helsinki": ("helsinki_buildings_clusters.gpkg", "helsinki_buildings_clusters"),
    "pyrosm_test": ("pyrosm_test_buildings_clusters.gpkg", "pyrosm_test_buildings_clusters"),
}


def read_shapes(path, layer):
    """Geometries of a GeoPackage layer: well-known binary after a header of known length."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as database:
        (column,) = database.execute(
            "select column_name from gpkg_geometry_columns where table_name = ?", [layer]
        ).fetchone()
        rows = database.execute(f'select "{column}" from "{layer}" order by rowid').fetchall()
    envelope = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}
    return shapely.from_wkb([row[8 + envelope[row[3] >> 1 & 7] :] for (row,) in rows])


def in_metres(shapes, source, target):
    osr = pytest.importorskip("osgeo.osr")
    systems = osr.SpatialReference(), osr.SpatialReference()
    for system, code in zip(systems, (source, target)):
        system.ImportFromEPSG(code)
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    change = osr.CoordinateTransformation(*systems)
    return shapely.transform(shapes, lambda xy: np.array(change.TransformPoints(xy))[:, :2])


@pytest.mark.filterwarnings("ignore:Neither osr")
@pytest.mark.parametrize("town", LAYERS)
def test_real_towns_have_the_published_groups(reference, town):
    published = reference("osm/expected_building_clusters.csv")
    file, layer = LAYERS[town]
    shapes = read_shapes(reference(f"osm/{file}"), layer)
    if town == "bubenec":  # kept in web Mercator, where a metre is 0.64 m
        shapes = in_metres(shapes, 3857, 32633)
    with published.open(newline="") as table:
        rows = [row for row in csv.DictReader(table) if row["dataset"] == town]
    assert rows
    for row in rows:
        sizes = np.bincount(link_footprints(shapes, float(row["max_gap_m"])))
        assert len(shapes) == int(row["n_buildings"])
        assert len(sizes) == int(row["clusters_dwithin_graph"])
        assert np.sort(sizes)[::-1][:5].tolist() == json.loads(row["largest5"])
