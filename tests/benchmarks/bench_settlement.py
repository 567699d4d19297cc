"""Linking and outlining buildings beside scikit-learn, dbscan, shapely and QGIS.

Run in an interpreter with the plugin's libraries; the peers' interpreters are optional:

    python tests/benchmarks/bench_settlement.py 100000 1000000 3000000 \
        --peers /path/to/venv/bin/python

Ours and the peers run as processes of their own, in turn, on the same seeded footprints:
settlements of Pareto-distributed sizes, as dense on the map as in Östergötland. For each the median
time of the job (reading the input is left out), its CPU time, its peak memory beyond the input, the
whole process's time and peak, the ratio of our time to the peer's and whether the groups are the
same are printed. A peer that is not installed is left out.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from shutil import which

import numpy as np

GAP = 200.0
SIDE = 190_000.0
"""A million buildings on a square of this side [m] are 28 a square kilometre."""

JOBS = {
    "points": ("ours-points", "sklearn", "dbscan"),
    "footprints": ("ours-footprints", "dwithin", "qgis"),
    "outlines": ("ours-outlines",),
}
LARGEST = {"dwithin": 200_000, "sklearn": 1_000_000, "qgis": 1_000_000}
"""Sizes beyond which a peer takes too long or too much memory."""


def footprints(count, seed=1):
    """Corners of turned houses in settlements of Pareto-distributed sizes; a few are halls."""
    rng = np.random.default_rng(seed)
    sizes = np.minimum(np.floor(rng.pareto(1.0, count) + 1), count / 20).astype(int)
    sizes = sizes[: np.searchsorted(np.cumsum(sizes), count) + 1]
    settlement = np.repeat(np.arange(len(sizes)), sizes)[:count]
    number = np.arange(count) - (np.cumsum(sizes) - sizes)[settlement]
    spacing = rng.uniform(22, 45, len(sizes))[settlement]
    radius, angle = spacing * np.sqrt(number / np.pi + 0.1), 2.399963 * number
    middle = rng.uniform(0, SIDE * np.sqrt(count / 1e6), (len(sizes), 2))[settlement]
    middle += np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
    middle += rng.normal(0, 0.2, (count, 2)) * spacing[:, np.newaxis] + [5e5, 6.4e6]
    half = np.stack([rng.uniform(3, 8, count), rng.uniform(3, 6, count)], axis=1)
    halls = rng.random(count) < 0.002
    half[halls] *= rng.uniform([2, 2], [30, 6], (halls.sum(), 2))
    turn = rng.uniform(0, np.pi, count)
    axes = np.stack([np.cos(turn), np.sin(turn), -np.sin(turn), np.cos(turn)], axis=1)
    corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1], [-1, -1]]) * half[:, np.newaxis]
    corners = middle[:, np.newaxis] + corners @ axes.reshape(-1, 2, 2)
    return corners[rng.permutation(count)]


def package():
    """Import the plugin under its installed name."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    import conftest  # noqa: F401


def ours_points(corners):
    """Link the middles with the suite."""
    package()
    from samplan.processing.methods.settlement.linking import link_points

    points = corners[:, :4].mean(axis=1)
    return lambda: link_points(points, GAP)


def ours_footprints(corners):
    """Link the footprints with the suite."""
    package()
    import shapely
    from samplan.processing.methods.settlement.linking import link_footprints

    shapes = shapely.polygons(corners)
    return lambda: link_footprints(shapes, GAP)


def ours_outlines(corners):
    """Link and outline the footprints with the suite."""
    package()
    import shapely
    from samplan.processing.methods.settlement.linking import link_footprints
    from samplan.processing.methods.settlement.outline import outlines

    shapes = shapely.polygons(corners)

    def job():
        groups = link_footprints(shapes, GAP)
        drawn = outlines(shapes, groups, gap=GAP)
        assert shapely.get_type_id(drawn).tolist() == [3] * (groups.max() + 1)
        return groups

    return job


def sklearn(corners):
    """Link the middles with scikit-learn."""
    from sklearn.cluster import DBSCAN

    points = corners[:, :4].mean(axis=1)
    return lambda: DBSCAN(eps=GAP, min_samples=1, n_jobs=2).fit_predict(points)


def dbscan(corners):
    """Link the middles with the compiled dbscan."""
    from dbscan import DBSCAN

    points = corners[:, :4].mean(axis=1)
    return lambda: DBSCAN(points, eps=GAP, min_samples=1)[0]


def dwithin(corners):
    """Link the footprints by all pairs that shapely's tree finds."""
    import shapely
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    shapes = shapely.polygons(corners)

    def job():
        pairs = shapely.STRtree(shapes).query(shapes, predicate="dwithin", distance=GAP)
        graph = coo_matrix((np.ones(pairs.shape[1], bool), pairs), (len(shapes), len(shapes)))
        return connected_components(graph, directed=False)[1]

    return job


def qgis(corners):
    """Buffer by half the gap, dissolve and split; only the number of groups is known."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from qgis.core import QgsApplication, QgsFeature, QgsGeometry, QgsVectorLayer

    application = QgsApplication([], False)
    application.initQgis()
    sys.path.append(QgsApplication.pkgDataPath() + "/python/plugins")
    import processing
    from processing.core.Processing import Processing

    Processing.initialize()
    layer = QgsVectorLayer("Polygon?crs=EPSG:3006", "buildings", "memory")
    head = b"\x01\x03\x00\x00\x00\x01\x00\x00\x00\x05\x00\x00\x00"
    features = []
    for ring in corners:
        geometry, feature = QgsGeometry(), QgsFeature()
        geometry.fromWkb(head + ring.tobytes())
        feature.setGeometry(geometry)
        features.append(feature)
    layer.dataProvider().addFeatures(features)

    def job():
        grown = {"INPUT": layer, "DISTANCE": GAP / 2, "DISSOLVE": True, "OUTPUT": "memory:"}
        whole = processing.run("native:buffer", grown)["OUTPUT"]
        split = {"INPUT": whole, "OUTPUT": "memory:"}
        parts = processing.run("native:multiparttosingleparts", split)["OUTPUT"]
        return np.arange(parts.featureCount())

    job.application = application
    return job


RUNS = {
    "ours-points": ours_points,
    "ours-footprints": ours_footprints,
    "ours-outlines": ours_outlines,
    "sklearn": sklearn,
    "dbscan": dbscan,
    "dwithin": dwithin,
    "qgis": qgis,
}


def by_first_member(labels):
    """Number groups in the order of their first members."""
    _, first, number = np.unique(labels, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[number]


def memory(name):
    """Memory of this process [MB] by its name in Linux's status file."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(name):
            return int(line.split()[1]) / 1e3
    return float("nan")


def measure(name, data, labels):
    """Run one job in this process and print what it took."""
    job = RUNS[name](np.load(data))
    Path("/proc/self/clear_refs").write_text("5")
    before, cpu, clock = memory("VmRSS"), time.process_time(), time.perf_counter()
    groups = job()
    seconds, cpu = time.perf_counter() - clock, time.process_time() - cpu
    figures = {"seconds": seconds, "cpu": cpu, "beyond": memory("VmHWM") - before}
    figures["groups"] = len(np.unique(groups))
    np.save(labels, by_first_member(groups))
    print(json.dumps(figures), flush=True)
    os._exit(0)


def run(interpreter, name, data, labels):
    """Run one job in a process of its own; None where it cannot run."""
    command = [interpreter, __file__, "--run", name, "--data", str(data), "--labels", str(labels)]
    clock = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    text = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = status
    if status or not text.strip():
        return None
    whole = {"whole": time.perf_counter() - clock, "peak": usage.ru_maxrss / 1e3}
    return {**json.loads(text.splitlines()[-1]), **whole}


def compare(job, count, data, interpreters, repeat):
    """Run ours and the peers in turn and print a line for each."""
    names = [name for name in JOBS[job] if which(interpreters.get(name, sys.executable) or "")]
    names = [name for name in names if count <= LARGEST.get(name, count)]
    figures = {name: [] for name in names}
    for _ in range(repeat):
        for name in names:
            found = run(interpreters.get(name, sys.executable), name, data, labels(data, name))
            if found:
                figures[name].append(found)
    reference = names[0]
    for name, runs in figures.items():
        if not runs:
            print(f"{job:11}{count:>9} {name:16} left out: not installed or failed")
            continue
        middle = {key: statistics.median(one[key] for one in runs) for key in runs[0]}
        ratios = [a["seconds"] / b["seconds"] for a, b in zip(figures[reference], runs)]
        same = np.array_equal(np.load(labels(data, reference)), np.load(labels(data, name)))
        print(
            f"{job:11}{count:>9} {name:16}{middle['seconds']:8.2f} s{middle['cpu']:8.2f} s cpu"
            f"{middle['beyond']:8.0f} MB{middle['whole']:8.1f} s whole{middle['peak']:8.0f} MB peak"
            f"   ours/it {statistics.median(ratios):.3f}   {middle['groups']:.0f} groups"
            f"{'' if name == reference else ', the same' if same else ', not the same'}",
            flush=True,
        )


def labels(data, name):
    """Where a run leaves its groups."""
    return data.with_name(f"{data.stem}-{name}.npy")


def main():
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sizes", nargs="*", type=int, default=[100_000])
    parser.add_argument("--jobs", nargs="*", choices=JOBS, default=list(JOBS))
    parser.add_argument("--peers", help="interpreter with scikit-learn and dbscan")
    parser.add_argument("--qgis", default="/usr/bin/python3", help="interpreter with QGIS")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--run", choices=RUNS, help=argparse.SUPPRESS)
    parser.add_argument("--data", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--labels", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run:
        measure(options.run, options.data, options.labels)
    interpreters = {"sklearn": options.peers, "dbscan": options.peers, "qgis": options.qgis}
    with tempfile.TemporaryDirectory() as folder:
        for count in options.sizes:
            data = Path(folder) / f"footprints-{count}.npy"
            np.save(data, footprints(count))
            for job in options.jobs:
                compare(job, count, data, interpreters, options.repeat)


if __name__ == "__main__":
    main()
