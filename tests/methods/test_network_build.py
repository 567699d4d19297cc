"""Lines to a graph."""

import numpy as np
import pytest
import shapely
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.network.build import build_network
from samplan.processing.methods.network.graph import components

CROSS = ["LINESTRING (0 0, 50 0, 100 0)", "LINESTRING (50 50, 50 0, 50 -50)"]


def lines(*wkt):
    return shapely.from_wkt(list(wkt))


@pytest.mark.parametrize(
    ("streets", "nodes", "edges"),
    [
        (lines("LINESTRING (0 0, 10 0)"), 2, 1),
        (lines("LINESTRING (0 0, 10 0)", "LINESTRING (10 0, 20 0)"), 3, 2),
        (lines("LINESTRING (0 0, 10 0)", "LINESTRING (10.5 0, 20 0)"), 3, 2),
        (lines("LINESTRING (0 0, 10 0)", "LINESTRING (10.51 0, 20 0)"), 4, 2),
        (lines(*CROSS), 5, 4),
        (lines("LINESTRING (0 0, 100 0)", "LINESTRING (50 50, 50 -50)"), 4, 2),
        (lines("LINESTRING (0 0, 100 0)", "LINESTRING (50 50, 50 0)"), 4, 2),
        (lines("MULTILINESTRING ((0 0, 10 0), (10 0, 20 0))"), 3, 2),
        (lines("LINESTRING (0 0, 10 0)", "LINESTRING (10 0, 0 0)"), 2, 2),
        (lines("LINESTRING (0 0, 10 0, 10 10, 0 0)"), 1, 1),
        (lines("LINESTRING Z (0 0 1, 10 0 9)", "LINESTRING Z (10 0 2, 20 0 3)"), 3, 2),
        (lines("LINESTRING (0 0, 5 0, 5 0, 10 0)"), 2, 1),
        (lines("LINESTRING (0 0, 10 0, 10 10, 5 0, 0 0)"), 1, 1),
    ],
    ids=[
        "one line",
        "two lines share an end",
        "ends exactly the tolerance apart become one",
        "ends farther apart stay two",
        "a shared inner vertex is a junction",
        "a crossing without a vertex is a bridge",
        "an end on another line without a vertex hangs loose",
        "the parts of a multiline are edges of one line",
        "a line drawn twice is two edges",
        "a ring is an edge from a node to itself",
        "height does not matter",
        "a repeated vertex is no junction",
        "a ring that touches itself only by crossing stays whole",
    ],
)
def test_lines_meet_where_they_share_a_vertex(streets, nodes, edges):
    network = build_network(streets)
    assert (len(network.nodes), len(network.start)) == (nodes, edges)


def test_edges_know_their_line_length_time_and_direction():
    network = build_network(
        lines(*CROSS, "LINESTRING (100 0, 200 0)"), oneway=[1, -1, 0], speed=[36, np.nan, 0]
    )
    assert network.line.tolist() == [0, 0, 1, 1, 2]
    assert network.length.tolist() == [50, 50, 50, 50, 100]
    assert network.forward.tolist() == [True, True, False, False, True]
    assert network.backward.tolist() == [False, False, True, True, True]
    np.testing.assert_allclose(network.seconds, [5, 5, 37.5, 37.5, 75], rtol=1e-12)


def test_a_class_gives_the_speed_where_the_line_has_none():
    network = build_network(
        lines("LINESTRING (0 0, 100 0)", "LINESTRING (0 9, 100 9)", "LINESTRING (0 5, 100 5)"),
        speed=[72, np.nan, np.nan],
        road_class=["road", "road", None],
        class_speed={"road": 36.0},
        default_speed=3.6,
    )
    np.testing.assert_allclose(network.seconds, [5, 10, 100], rtol=1e-12)


def test_no_edge_is_shorter_than_the_straight_line_between_its_nodes():
    rng = np.random.default_rng(1)
    ends = rng.integers(0, 40, (200, 4)).astype(float) * 5 + rng.uniform(-0.2, 0.2, (200, 4))
    network = build_network(shapely.linestrings(ends.reshape(-1, 2, 2)))
    straight = np.linalg.norm(network.nodes[network.start] - network.nodes[network.end], axis=1)
    assert (network.length >= straight - 1e-9).all()
    assert (
        shapely.get_coordinates(shapely.get_point(network.geometry, 0))
        == network.nodes[network.start]
    ).all()
    assert (
        shapely.get_coordinates(shapely.get_point(network.geometry, -1))
        == network.nodes[network.end]
    ).all()


def test_lines_without_an_edge_are_reported():
    network = build_network(
        np.array(
            [
                None,
                shapely.from_wkt("LINESTRING EMPTY"),
                shapely.from_wkt("LINESTRING (0 0, 10 0)"),
                shapely.from_wkt("LINESTRING (3 3, 3 3)"),
                shapely.from_wkt("LINESTRING (7 7, 7.3 7)"),
            ],
            dtype=object,
        )
    )
    assert network.left_out.tolist() == [0, 1, 3, 4]
    assert network.line.tolist() == [2]


@pytest.mark.parametrize("streets", [[], [None]], ids=["no line", "only a missing line"])
def test_an_empty_network_has_no_parts(streets):
    network = build_network(np.array(streets, dtype=object))
    parts = components(network)
    assert (len(network.nodes), parts.count, len(parts.stray_lines)) == (0, 0, 0)
    assert np.isnan(parts.largest_share)


def test_the_graph_keeps_the_cheapest_of_parallel_edges_and_their_directions():
    network = build_network(
        lines("LINESTRING (0 0, 50 50, 100 0)", "LINESTRING (0 0, 100 0)"), oneway=[0, 1]
    )
    long = np.hypot(50, 50) * 2
    np.testing.assert_allclose(network.graph("length").toarray(), [[0, 100], [long, 0]])
    np.testing.assert_allclose(
        network.graph("length", inbound=True).toarray(), [[0, long], [100, 0]]
    )


def test_components_name_the_lines_outside_the_longest_part():
    network = build_network(
        lines(
            "LINESTRING (0 0, 30 0)",
            "LINESTRING (500 0, 560 0)",
            "LINESTRING (560 0, 560 10)",
            "LINESTRING (900 0, 900 50)",
        ),
        oneway=[0, 1, -1, 0],
    )
    parts = components(network)
    assert parts.count == 3
    assert parts.largest_share == pytest.approx(70 / 150, rel=1e-12)
    assert parts.stray_lines.tolist() == [0, 3]
    assert parts.edge.tolist() == [2, 0, 0, 1]


def test_nodes_do_not_depend_on_the_order_of_the_lines():
    rng = np.random.default_rng(3)
    ends = rng.integers(0, 12, (80, 2, 2)) * 10.0 + rng.choice([0, 0.3], (80, 2, 2))
    streets = shapely.linestrings(ends)
    order = rng.permutation(80)
    one, other = build_network(streets), build_network(streets[order])
    assert (one.nodes == other.nodes).all()
    assert (one.graph("length") != other.graph("length")).nnz == 0


@pytest.mark.parametrize(
    ("streets", "options", "sentence"),
    [
        (["POINT (0 0)"], {}, "Feature 1 of the street network is not a line"),
        (["LINESTRING (0 0, 1 1)"], {"oneway": [2]}, "One-way values must be"),
        (["LINESTRING (0 0, 1 1)"], {"tolerance": -1}, "The snapping tolerance"),
    ],
    ids=["a point", "an unknown direction", "a negative tolerance"],
)
def test_refuses(streets, options, sentence):
    with pytest.raises(InputError, match=sentence):
        build_network(lines(*streets), **options)


def test_refuses_coordinates_that_are_not_finite():
    with pytest.raises(InputError, match="not finite"):
        build_network([shapely.linestrings([[0, 0], [1, np.inf]])])
