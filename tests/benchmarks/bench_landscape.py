"""Landscape metrics beside pylandstats: one landscape of 5 000 x 5 000, and 3 000 zones.

Run in an interpreter with the plugin's libraries; the peer's interpreter is optional:

    python tests/benchmarks/bench_landscape.py --peers /path/to/venv/bin/python

Whole processes, start-up included, in turn. The suite always computes all its class and landscape
metrics; the peer computes four class metrics of the whole landscape (all of the suite's take it
eight times as long), and four for zones.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import land_map
import numpy as np

SIDE = {"whole": 5000, "zones": 10_000}
METRICS = ["total_area", "number_of_patches", "largest_patch_index", "total_edge"]


def suite(folder, job):
    """All metrics by the suite."""
    import rasterio

    land_map.package()
    from bench_landcover import blocks
    from samplan.processing.methods.landscape.landscape import landscape_of
    from samplan.processing.methods.landscape.metrics import class_metrics, landscape_metrics

    polygons = None if job == "whole" else land_map.polygons(folder, job)
    with rasterio.Env(GDAL_CACHEMAX=64), rasterio.open(folder / "land.tif") as source:
        landscape = landscape_of(blocks(source), polygons)
    landscape_metrics(landscape)
    table = class_metrics(landscape)
    return table[["zone", "class", "CA", "NP", "LPI", "TE"]].to_numpy()


def pylandstats(folder, job):
    """Four class metrics by pylandstats."""
    import pylandstats as peer

    landscape = peer.Landscape(str(folder / "land.tif"), neighborhood_rule="8")
    if job == "whole":
        table = landscape.compute_class_metrics_df(metrics=METRICS)
        return table.reset_index().assign(zone=0)[["zone", "class_val", *METRICS]].to_numpy()
    import geopandas as gpd

    frame = gpd.GeoDataFrame(geometry=list(land_map.polygons(folder, job)), crs=land_map.CRS)
    analysis = peer.ZonalAnalysis(str(folder / "land.tif"), frame, neighborhood_rule="8")
    table = analysis.compute_class_metrics_df(metrics=METRICS).reset_index()
    return table[[table.columns[1], "class_val", *METRICS]].to_numpy(dtype=float)


def prepare(folder, job):
    """Write the map and the zones, in a process of its own: a child starts with our memory."""
    layers = {} if job == "whole" else {job: land_map.zones(SIDE[job], 3000)}
    land_map.prepare(folder, SIDE[job], layers)
    return []


def agreement(folder, job):
    """Print by how much areas, patches, largest patches and edges differ."""
    ours, theirs = (np.load(folder / f"{name}_{job}.npy") for name in ("suite", "pylandstats"))
    ours, theirs = (
        {(row[0], row[1]): row[2:] for row in table if not np.isnan(row).any()}
        for table in (ours, theirs)
    )
    common = sorted(ours.keys() & theirs.keys())
    difference = np.abs([ours[key] - theirs[key] for key in common]).max(axis=0)
    print(f"{job:16} {len(common)} rows of {len(ours)} and {len(theirs)}; largest differences of")
    print(
        f"{job:16} area, patches, largest patch, edge:", *(f"{value:.2g}" for value in difference)
    )


def main():
    """Parse the command line; run, compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers", help="interpreter that has pylandstats")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", nargs="*", default=list(SIDE))
    parser.add_argument("--folder", type=Path, help="keep the maps and the results here")
    parser.add_argument("--run", nargs=2, metavar=("NAME", "JOB"))
    options = parser.parse_args()
    if options.run:
        name, job = options.run
        np.save(options.folder / f"{name}_{job}.npy", globals()[name](options.folder, job))
        return
    with tempfile.TemporaryDirectory() as scratch:
        for job in options.jobs:
            folder = (options.folder or Path(scratch)) / job
            land_map.prepared(__file__, folder, job)
            contestants = {"suite": sys.executable}
            if options.peers:
                contestants["pylandstats"] = options.peers
            land_map.compare(__file__, folder, job, contestants, options.rounds)
            if options.peers:
                agreement(folder, job)


if __name__ == "__main__":
    main()
