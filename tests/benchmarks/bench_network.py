"""Street network beside its peers: bounded searches and catchments, on two networks.

Run in an interpreter with the plugin's libraries and QGIS; the peers' interpreter is optional:

    python tests/benchmarks/bench_network.py grid --peers /path/to/venv/bin/python
    python tests/benchmarks/bench_network.py poa --osm poa_osm.pbf --peers /path/to/venv/bin/python

Ours and the peers run as processes of their own, in turn; medians of the ratios and the peak
memory are printed, and pairs and sums of distances must agree. Networks: a jittered grid of about
130 000 nodes, and Porto Alegre's streets out of an OpenStreetMap extract, read with GDAL's driver;
`segments` is the same with a node in every vertex (40 000 nodes). Where the peer has a build step,
it counts; so does ours, from lines, with the origins snapped to
the streets, which the peers are spared.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

LIMIT = 1000.0
SEARCHES = 4000
STOPS = 10_000
BANDS = [300, 500, 800]
QGIS_STARTS = 40


def grid_edges(side=361, spacing=100.0, seed=1):
    """Nodes and edges of a jittered grid with a twelfth of the streets missing."""
    rng = np.random.default_rng(seed)
    row, column = np.divmod(np.arange(side * side), side)
    xy = np.column_stack([column, row]) * spacing + rng.uniform(-20, 20, (side * side, 2))
    right = np.flatnonzero(column < side - 1)
    up = np.flatnonzero(row < side - 1)
    edges = np.concatenate([np.column_stack([right, right + 1]), np.column_stack([up, up + side])])
    edges = edges[rng.random(len(edges)) > 1 / 12]
    return xy, edges


def porto_alegre(path):
    """Walkable streets of an OpenStreetMap extract as lines, in metres about their centre."""
    from osgeo import gdal

    gdal.UseExceptions()
    extract = gdal.OpenEx(str(path))  # a layer does not outlive its data set
    layer = extract.GetLayerByName("lines")
    layer.SetAttributeFilter(
        "highway IS NOT NULL AND highway NOT IN "
        "('motorway', 'motorway_link', 'proposed', 'construction')"
    )
    wkb = [bytes(feature.GetGeometryRef().ExportToWkb()) for feature in layer]
    import shapely

    lines = shapely.from_wkb(wkb)
    centre = np.radians(-30.05), np.radians(-51.2)
    metres = 6_371_007.0

    def project(lonlat):
        lonlat = np.radians(lonlat)
        return metres * np.column_stack(
            [(lonlat[:, 0] - centre[1]) * np.cos(centre[0]), lonlat[:, 1] - centre[0]]
        )

    return shapely.transform(lines, project)


def package():
    """Import the plugin under its installed name."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    import conftest  # noqa: F401


def source_lines(name, osm):
    """Street lines of one of the networks."""
    import shapely

    if name == "grid":
        xy, edges = grid_edges()
        return shapely.linestrings(xy[edges])
    lines = porto_alegre(osm)
    if name == "segments":
        xy, line = shapely.get_coordinates(lines, return_index=True)
        first = np.flatnonzero(np.diff(line) == 0)
        lines = shapely.linestrings(np.stack([xy[first], xy[first + 1]], axis=1))
    return lines


def prepare(name, osm, folder):
    """Write the inputs that every contestant reads: lines as WKB, nodes, edges, origins."""
    import shapely

    package()
    from samplan.processing.methods.network.build import build_network

    lines = source_lines(name, osm)
    network = build_network(lines)
    rng = np.random.default_rng(2)
    origins = np.sort(rng.choice(len(network.nodes), SEARCHES, replace=False))
    stops = network.nodes[rng.choice(len(network.nodes), STOPS)] + rng.uniform(-20, 20, (STOPS, 2))
    np.save(folder / "lines.npy", shapely.to_wkb(lines))
    np.savez(
        folder / "graph.npz",
        nodes=network.nodes,
        start=network.start,
        end=network.end,
        length=network.length,
        origins=origins,
        stops=stops,
    )
    print(f"{name}: {len(network.nodes)} nodes, {len(network.start)} edges")


def load(folder):
    """Lines and arrays that `prepare` wrote."""
    import shapely

    lines = shapely.from_wkb(np.load(folder / "lines.npy", allow_pickle=True))
    return lines, np.load(folder / "graph.npz")


def ours(folder):
    """Build from lines, snap the origins, search."""
    package()
    from samplan.processing.methods.network.build import build_network
    from samplan.processing.methods.network.search import nodes_within
    from samplan.processing.methods.network.snap import snap

    lines, graph = load(folder)
    clock = time.perf_counter()
    network = build_network(lines)
    built = time.perf_counter()
    origins = snap(network, graph["nodes"][graph["origins"]])
    snapped = time.perf_counter()
    pairs = nodes_within(network, origins, LIMIT)
    return {
        "build": snapped - clock,
        "snap": snapped - built,
        "query": time.perf_counter() - snapped,
        "pairs": len(pairs.cost),
        "sum": float(pairs.cost.sum()),
    }


def polygons(folder):
    """Outline the catchments of many stops in three bands, network and snapping included."""
    import shapely

    package()
    from samplan.processing.methods.catchment.polygons import facility_polygons
    from samplan.processing.methods.network.build import build_network
    from samplan.processing.methods.network.snap import snap

    lines, graph = load(folder)
    clock = time.perf_counter()
    network = build_network(lines)
    found = facility_polygons(network, snap(network, graph["stops"]), BANDS)
    seconds = time.perf_counter() - clock
    return {"query": seconds, "each": seconds / STOPS, "sum": float(shapely.area(found).sum())}


def service_lines(folder):
    """Cut the reached streets of many stops, network and snapping included."""
    import shapely

    package()
    from samplan.processing.methods.catchment.edges import reached_edges
    from samplan.processing.methods.catchment.lines import piece_lines
    from samplan.processing.methods.network.build import build_network
    from samplan.processing.methods.network.snap import snap

    lines, graph = load(folder)
    stops = graph["stops"][:SEARCHES]
    clock = time.perf_counter()
    network = build_network(lines)
    found = piece_lines(network, reached_edges(network, snap(network, stops), [LIMIT]))
    seconds = time.perf_counter() - clock
    return {"query": seconds, "each": seconds / SEARCHES, "sum": float(shapely.length(found).sum())}


def start_qgis():
    """Start QGIS without windows; returns its `processing` module and a maker of layers."""
    from qgis.core import QgsApplication, QgsFeature, QgsGeometry, QgsVectorLayer

    application = QgsApplication([], False)
    application.initQgis()
    sys.path.append(QgsApplication.pkgDataPath() + "/python/plugins")
    import processing
    from processing.core.Processing import Processing

    Processing.initialize()

    def layer(kind, shapes):
        made = QgsVectorLayer(f"{kind}?crs=EPSG:3006", kind, "memory")
        features = []
        for shape in shapes:
            feature = QgsFeature()
            geometry = QgsGeometry()
            geometry.fromWkb(bytes(shape))
            feature.setGeometry(geometry)
            features.append(feature)
        made.dataProvider().addFeatures(features)
        return made

    layer.application = application  # it must outlive the layers
    return processing, layer


def qgis(folder):
    """Cut the reached streets of a few stops with QGIS's service area tool."""
    import shapely

    processing, layer = start_qgis()
    lines, graph = load(folder)
    streets = layer("LineString", shapely.to_wkb(lines))

    def seconds(count):
        starts = layer("Point", shapely.to_wkb(shapely.points(graph["stops"][:count])))
        clock = time.perf_counter()
        processing.run(
            "native:serviceareafromlayer",
            {
                "INPUT": streets,
                "STRATEGY": 0,
                "START_POINTS": starts,
                "TRAVEL_COST2": LIMIT,
                "INCLUDE_BOUNDS": False,
                "OUTPUT_LINES": "TEMPORARY_OUTPUT",
            },
        )
        return time.perf_counter() - clock

    few, many = seconds(QGIS_STARTS // 4), seconds(QGIS_STARTS)
    # the graph is built for each run: only what each start adds is compared
    return {"query": many, "each": (many - few) / (QGIS_STARTS - QGIS_STARTS // 4)}


def repeated(folder):
    """Search from each of a few stops by itself on QGIS's graph, as QNEAT3's iso-areas do."""
    import shapely
    from qgis.analysis import (
        QgsGraphAnalyzer,
        QgsGraphBuilder,
        QgsNetworkDistanceStrategy,
        QgsVectorLayerDirector,
    )
    from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY

    _, layer = start_qgis()
    lines, graph = load(folder)
    streets = layer("LineString", shapely.to_wkb(lines))
    starts = [QgsPointXY(x, y) for x, y in graph["stops"][:QGIS_STARTS]]
    director = QgsVectorLayerDirector(
        streets, -1, "", "", "", QgsVectorLayerDirector.Direction.DirectionBoth
    )
    director.addStrategy(QgsNetworkDistanceStrategy())
    builder = QgsGraphBuilder(QgsCoordinateReferenceSystem("EPSG:3006"))
    tied = director.makeGraph(builder, starts)
    roads = builder.graph()
    clock, pairs = time.perf_counter(), 0
    for place in tied:
        _, cost = QgsGraphAnalyzer.dijkstra(roads, roads.findVertex(place), 0)
        pairs += sum(each <= LIMIT for each in cost)
    seconds = time.perf_counter() - clock
    return {"query": seconds, "each": seconds / QGIS_STARTS, "pairs": pairs}


def tool(folder):
    """Outline the catchments of many stops in three bands through the tool, layers included."""
    import shapely

    processing, layer = start_qgis()
    package()
    from qgis.core import QgsApplication
    from samplan.processing.provider import Provider

    provider = Provider()
    QgsApplication.processingRegistry().addProvider(provider)
    lines, graph = load(folder)
    given = {
        "STREETS": layer("LineString", shapely.to_wkb(lines)),
        "STOPS": layer("Point", shapely.to_wkb(shapely.points(graph["stops"]))),
        "BANDS": ", ".join(map(str, BANDS)),
        "OUTPUT": str(folder / "catchments.gpkg"),
    }
    clock = time.perf_counter()
    processing.run("samplan:transitcatchments", given)
    seconds = time.perf_counter() - clock
    return {"query": seconds, "each": seconds / STOPS}


def scipy_plain(folder):
    """Search all nodes from each origin with scipy alone."""
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import dijkstra

    graph = np.load(folder / "graph.npz")
    count = len(graph["nodes"])
    clock = time.perf_counter()
    both = (
        np.concatenate([graph["start"], graph["end"]]),
        np.concatenate([graph["end"], graph["start"]]),
    )
    keep = both[0] != both[1]
    order = np.lexsort((np.tile(graph["length"], 2), *both))
    order = order[keep[order]]
    tail, head, weight = both[0][order], both[1][order], np.tile(graph["length"], 2)[order]
    first = np.r_[True, (np.diff(tail) != 0) | (np.diff(head) != 0)]
    matrix = csr_matrix((weight[first], (tail[first], head[first])), shape=(count, count))
    built = time.perf_counter()
    pairs, total = 0, 0.0
    for begin in range(0, SEARCHES, 100):
        cost = dijkstra(matrix, indices=graph["origins"][begin : begin + 100], limit=LIMIT)
        row, column = np.nonzero(np.isfinite(cost))
        pairs, total = pairs + len(row), total + cost[row, column].sum()
    done = time.perf_counter()
    return {"build": built - clock, "query": done - built, "pairs": pairs, "sum": float(total)}


def pandana(folder):
    """Build contraction hierarchies and ask for the nodes in range."""
    import pandana as pdna
    import pandas as pd

    graph = np.load(folder / "graph.npz")
    nodes = pd.DataFrame(graph["nodes"], columns=["x", "y"])
    clock = time.perf_counter()
    network = pdna.Network(
        nodes.x,
        nodes.y,
        pd.Series(graph["start"]),
        pd.Series(graph["end"]),
        pd.DataFrame({"length": graph["length"]}),
        twoway=True,
    )
    built = time.perf_counter()
    pairs = network.nodes_in_range(list(graph["origins"]), LIMIT)
    done = time.perf_counter()
    return {
        "build": built - clock,
        "query": done - built,
        "pairs": len(pairs),
        "sum": float(pairs.iloc[:, -1].sum()),
    }


CONTESTANTS = {
    f.__name__: f
    for f in (ours, scipy_plain, pandana, polygons, service_lines, tool, qgis, repeated)
}


def contest(name, python, folder):
    """Run one contestant as a process of its own."""
    command = [python, __file__, "--run", name, "--folder", str(folder)]
    clock = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    result = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if not result:
        return {"failed": done.stderr.strip().splitlines()[-1:]}
    return {"wall": time.perf_counter() - clock, **json.loads(result[-1])}


def compare(rounds):
    """Print the medians of the ratios in each round."""
    for peer in ("scipy_plain", "pandana"):
        both = [
            (mine, other)
            for mine, other in zip(rounds.get("ours", []), rounds.get(peer, []))
            if "query" in mine and "query" in other
        ]
        if both:
            query = np.median([mine["query"] / other["query"] for mine, other in both])
            whole = np.median(
                [
                    (mine["build"] + mine["query"]) / (other["build"] + other["query"])
                    for mine, other in both
                ]
            )
            print(f"ours / {peer}: {whole:.3f} with building, {query:.3f} without")
    for name in ("service_lines", "polygons", "tool"):
        for peer in ("qgis", "repeated"):
            each = [
                mine["each"] / other["each"]
                for mine, other in zip(rounds.get(name, []), rounds.get(peer, []))
                if "each" in mine and "each" in other
            ]
            if each:
                print(f"{name} / {peer}, each start: {np.median(each):.4f}")


def main():
    """Parse the command line; prepare, run, compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("network", nargs="?", choices=["grid", "poa", "segments"], default="grid")
    parser.add_argument("--peers", help="interpreter that has pandana")
    parser.add_argument("--osm", help="OpenStreetMap extract for 'poa' and 'segments'")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--skip", nargs="*", default=[], help="contestants to leave out")
    parser.add_argument("--run", choices=list(CONTESTANTS), help=argparse.SUPPRESS)
    parser.add_argument("--folder", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run:
        result = CONTESTANTS[options.run](Path(options.folder))
        result["peak_mib"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps(result), flush=True)
        return
    names = [name for name in CONTESTANTS if name not in options.skip]
    if not options.peers and "pandana" in names:
        names.remove("pandana")
    rounds = {name: [] for name in names}
    with tempfile.TemporaryDirectory() as folder:
        prepare(options.network, options.osm, Path(folder))
        for _ in range(options.rounds):
            for name in names:
                python = options.peers if name == "pandana" else sys.executable
                rounds[name].append(contest(name, python, Path(folder)))
                print(name, json.dumps(rounds[name][-1]), flush=True)
    compare(rounds)


if __name__ == "__main__":
    main()
