"""The locality tools as a user runs them: seconds and peak memory, QGIS itself included.

    python tests/benchmarks/bench_indicators.py

Each tool runs in a process of its own, through the provider, from files to a GeoPackage: land cover
and landscape on rasters of 10 000 and 20 000 cells a side (the peak must not grow with them; for
land cover it stays under 512 MiB), the degree of urbanisation on the extent of Sweden (700 x 1 600
cells, under 5 s), and a typology of 2 017 localities x 40 with 200 bootstraps (under 20 s).
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
from pathlib import Path

import land_map
import numpy as np

ZONES, SIDE = 3000, 10_000
GOALS = {
    "landcover": "under 512 MiB",
    "landcover-large": "under 512 MiB",
    "landcover-area": "under 512 MiB",
    "landscape": "none: the map has five million patches",
    "landscape-large": "as for the smaller map",
    "degurba": "under 5 s",
    "ward": "under 20 s",
    "kmeans": "under 20 s",
}


def parameters(folder, job):
    """Return the tool of a job and what it is given."""
    output = str(folder / f"{job}.gpkg")
    Path(output).unlink(missing_ok=True)
    raster = str(folder / ("large.tif" if job.endswith("-large") else "land.tif"))
    zones = f"{folder / 'zones.gpkg'}|layername=zones"
    if job.startswith("landcover"):
        rule = "area" if job.endswith("-area") else "centre"
        return "landcoverindicators", {
            "LOCALITIES": zones,
            "RASTER": raster,
            "RULE": rule,
            "CLASS_TABLE": str(folder / "classes.gpkg"),
            "OUTPUT": output,
        }
    if job.startswith("landscape"):
        return "landscapemetrics", {"LOCALITIES": zones, "RASTER": raster, "OUTPUT": output}
    if job == "degurba":
        cells = str(folder / "people.tif")
        return "degreeofurbanisation", {
            "RASTER": cells,
            "OUTPUT": output,
            "LEVEL_2": str(folder / "level2.gpkg"),
        }
    return "clustertypology", {
        "LOCALITIES": f"{folder / 'towns.gpkg'}|layername=towns",
        "FIELDS": [f"f{field}" for field in range(40)],
        "LOG": [],
        "METHOD": job,
        "OUTPUT": output,
    }


def run(folder, job):
    """Run the tool of a job in this process."""
    land_map.package()
    from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback
    from samplan.processing.provider import Provider

    application = QgsApplication([], False)
    application.initQgis()
    provider = Provider()
    application.processingRegistry().addProvider(provider)
    name, given = parameters(folder, job)
    tool = application.processingRegistry().createAlgorithmById(f"samplan:{name}")
    feedback = QgsProcessingFeedback(False)
    _, done = tool.run(given, QgsProcessingContext(), feedback)
    sys.stdout.flush()
    os._exit(0 if done else 1)


def prepare(folder):
    """Write the maps, in a process of its own: a child starts with our memory."""
    import geopandas as gpd
    import rasterio

    land_map.prepare(folder, SIDE, {})
    zones = gpd.GeoDataFrame(geometry=land_map.zones(SIDE, ZONES), crs=land_map.CRS)
    write(folder, "zones", zones.assign(loc_code=[str(i) for i in range(len(zones))]))
    with rasterio.open(folder / "land.tif") as small:
        profile = {**small.profile, "width": 2 * SIDE, "height": 2 * SIDE}
        with rasterio.open(folder / "large.tif", "w", **profile) as large:
            for row in range(0, 2 * SIDE, 500):
                cells = small.read(1, window=((row % SIDE, row % SIDE + 500), (0, SIDE)))
                window = ((row, row + 500), (0, 2 * SIDE))
                large.write(np.concatenate([cells, cells], axis=1), 1, window=window)
    rng = np.random.default_rng(4)
    people = np.where(rng.random((1600, 700)) < 0.25, rng.pareto(1.1, (1600, 700)) * 20, 0)
    place = rasterio.transform.from_origin(260_000, 7_700_000, 1000, 1000)
    shape = {"width": 700, "height": 1600, "count": 1, "dtype": "float32"}
    with rasterio.open(
        folder / "people.tif", "w", driver="GTiff", crs=land_map.CRS, transform=place, **shape
    ) as target:
        target.write(people.astype(np.float32), 1)
    points = gpd.points_from_xy(*rng.uniform(300_000, 600_000, (2, 2017)))
    towns = rng.normal(size=(2017, 40)) + 1.5 * rng.normal(size=(8, 40))[rng.integers(8, size=2017)]
    columns = {f"f{field}": towns[:, field] for field in range(40)}
    write(folder, "towns", gpd.GeoDataFrame(columns, geometry=points, crs=land_map.CRS))


def write(folder, name, frame):
    """Write a layer with QGIS, which needs no further library."""
    from qgis.core import (
        QgsApplication,
        QgsCoordinateTransformContext,
        QgsVectorFileWriter,
        QgsVectorLayer,
    )

    QgsApplication([], False)
    path = folder / f"{name}.geojson"
    path.write_text(frame.to_json(), encoding="utf-8")
    layer = QgsVectorLayer(str(path), name, "ogr")
    from qgis.core import QgsCoordinateReferenceSystem

    layer.setCrs(QgsCoordinateReferenceSystem(land_map.CRS))
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = name
    target = str(folder / f"{name}.gpkg")
    context = QgsCoordinateTransformContext()
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, target, context, options)


def main():
    """Parse the command line; run, print medians beside the goals."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--jobs", nargs="*", default=list(GOALS))
    parser.add_argument("--folder", type=Path, help="keep the maps and the results here")
    parser.add_argument("--run", help=argparse.SUPPRESS)
    options, _ = parser.parse_known_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if options.run == "prepare":
        prepare(options.folder)
        os._exit(0)
    if options.run:
        run(options.folder, options.run)
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.folder or Path(scratch)
        command = [sys.executable, __file__, "--folder", str(folder), "--run"]
        if not (folder / "towns.gpkg").exists():
            print("prepared", land_map.clocked([*command, "prepare"])["failed"] or "")
        for job in options.jobs:
            results = [land_map.clocked([*command, job]) for _ in range(options.rounds)]
            failed = [result["failed"] for result in results if result["failed"]]
            wall, cpu, peak = (
                statistics.median(result[key] for result in results)
                for key in ("wall", "cpu", "peak_mib")
            )
            figures = f"{wall:6.1f} s {cpu:6.1f} s of processor {peak:6.0f} MiB"
            print(f"{job:16} {figures}  ({GOALS[job]})", failed or "", flush=True)


if __name__ == "__main__":
    main()
