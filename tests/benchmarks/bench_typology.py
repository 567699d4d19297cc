"""K-means, Ward and silhouettes beside scikit-learn's.

Run in an interpreter with the plugin's libraries; the peer's interpreter is optional:

    python tests/benchmarks/bench_typology.py --peers /path/to/venv/bin/python

Ours and the peer run as processes of their own, in turn; medians, pairwise ratios and peak memory
are printed. Both improve the same starting centres with the same tolerance, so that the sums of
squares agree to it. ``town`` rows have classes, ``noise`` rows have none, the worst case.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

STARTS = 10
TOLERANCE = 1e-4
SIZES = {"small": (13_000, 12, 8), "large": (200_000, 10, 8)}
JOBS = ["small-town", "small-noise", "large-town", "large-noise"]
OURS_ONLY = ["cells-town", "cells-noise", "cells-table", "localities", "stability", "pairs"]


def rows(kind, count, fields, seed=1):
    """Standardised rows in canonical order, with eight overlapping classes or with none."""
    rng = np.random.default_rng(seed)
    values = rng.normal(size=(count, fields))
    if kind == "town":
        values += 1.5 * rng.normal(size=(8, fields))[rng.integers(8, size=count)]
    values = (values - values.mean(axis=0)) / values.std(axis=0, ddof=1)
    return values[np.lexsort(values.T[::-1])]


def starts(values, k):
    """Choose the rows to start from, the same for all."""
    rng = np.random.default_rng(5)
    return [values[rng.choice(len(values), k, replace=False)] for _ in range(STARTS)]


def package():
    """Import the plugin under its installed name."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    import conftest  # noqa: F401


def ours(values, k):
    """Improve each start with the suite."""
    package()
    from samplan.processing.methods.typology.lloyd import lloyd

    tolerance = TOLERANCE * values.var(axis=0).mean()
    centres = starts(values, k)
    lloyd(values[:1000], centres[0])
    clock = time.perf_counter()
    sums = [lloyd(values, start, tolerance=tolerance).within for start in centres]
    return {
        "seconds": time.perf_counter() - clock,
        "mean": float(np.mean(sums)),
        "least": min(sums),
    }


def peer(values, k):
    """Improve each start with scikit-learn."""
    from sklearn.cluster import KMeans

    centres = starts(values, k)
    KMeans(k, init=centres[0], n_init=1).fit(values[:1000])
    clock = time.perf_counter()
    sums = [
        float(KMeans(k, init=start, n_init=1, tol=TOLERANCE, max_iter=1000).fit(values).inertia_)
        for start in centres
    ]
    return {
        "seconds": time.perf_counter() - clock,
        "mean": float(np.mean(sums)),
        "least": min(sums),
    }


def cells(kind, choices):
    """Class 100 000 cells x 10 into 8, with a table of the numbers asked for."""
    import pandas as pd

    package()
    from samplan.processing.methods.typology.clustering import Field, classify

    frame = pd.DataFrame(rows(kind, 100_000, 10), columns=list("abcdefghij"))
    clock = time.perf_counter()
    result = classify(frame, [Field(name) for name in frame], k=8, choices=choices)
    return {"seconds": time.perf_counter() - clock, "least": float(result.choices["within"].min())}


def localities():
    """Class 2 017 localities x 40 by Ward and by k-means, each with k = 2 to 10."""
    import pandas as pd

    package()
    from samplan.processing.methods.typology.clustering import Field, classify

    frame = pd.DataFrame(rows("town", 2017, 40)).rename(columns=str)
    fields = [Field(name) for name in frame]
    result = {}
    clock = time.perf_counter()
    for method in ("ward", "kmeans"):
        begin = time.perf_counter()
        classify(frame, fields, method=method)
        result[method] = time.perf_counter() - begin
    return {"seconds": time.perf_counter() - clock, **result}


def stability():
    """Class 2 017 localities x 40 with k = 2 to 10, 200 bootstraps and 40 runs without a field."""
    import pandas as pd

    package()
    from samplan.processing.methods.typology.clustering import Field, classify
    from samplan.processing.methods.typology.examination import examine

    frame = pd.DataFrame(rows("town", 2017, 40)).rename(columns=str)
    fields = [Field(name) for name in frame]
    result = {}
    for method in ("ward", "kmeans"):
        begin = time.perf_counter()
        typology = classify(frame, fields, method=method)
        examine(typology, method=method, runs=200)
        result[method] = time.perf_counter() - begin
        begin = time.perf_counter()
        examine(typology, method=method, runs=0, gap=True)
        result[f"{method}-gap"] = time.perf_counter() - begin
    return {"seconds": sum(result.values()), **result}


def pairs():
    """Rank all pairs of 2 017 localities by 5 looks and 12 works."""
    package()
    from samplan.processing.methods.typology.pairs import ranked_pairs

    values = rows("town", 2017, 17)
    clock = time.perf_counter()
    ranked_pairs(values[:, :5], values[:, 5:])
    return {"seconds": time.perf_counter() - clock}


def run(name, job):
    """Run one job in this process."""
    if job in ("stability", "pairs"):
        return {"stability": stability, "pairs": pairs}[job]()
    if job == "localities":
        return localities()
    size, kind = job.split("-")
    if size == "cells":
        return cells(kind.replace("table", "town"), range(2, 11) if kind == "table" else [])
    count, fields, k = SIZES[size]
    return {"ours": ours, "peer": peer}[name](rows(kind, count, fields), k)


def contest(python, name, job):
    """Run one contestant as a process of its own."""
    command = [python, __file__, "--run", name, job]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        return {"failed": done.stderr.strip().splitlines()[-1:]}
    return json.loads(done.stdout.splitlines()[-1])


def main():
    """Parse the command line; run, compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers", help="interpreter that has scikit-learn")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", nargs="*", default=JOBS + OURS_ONLY)
    parser.add_argument("--run", nargs=2, metavar=("NAME", "JOB"))
    options = parser.parse_args()
    if options.run:
        result = run(*options.run)
        result["peak_mib"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps(result))
        return
    for job in options.jobs:
        against = bool(options.peers) and job in JOBS
        measured = {name: [] for name in ["ours"] + ["peer"] * against}
        for _ in range(options.rounds if job in JOBS else 1):
            for name, results in measured.items():
                python = options.peers if name == "peer" else sys.executable
                results.append(contest(python, name, job))
        for name, results in measured.items():
            middle = sorted(results, key=lambda result: result.get("seconds", 0))
            print(job, name, middle[len(middle) // 2], flush=True)
        if against:
            pairs = zip(measured["ours"], measured["peer"])
            ratios = [a["seconds"] / b["seconds"] for a, b in pairs]
            print(job, "ratio ours/peer", round(statistics.median(ratios), 3), flush=True)


if __name__ == "__main__":
    main()
