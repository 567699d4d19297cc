"""Classes within polygons beside rasterstats, exactextract and QGIS's zonal histogram.

Run in an interpreter with the plugin's libraries; the peers' interpreter is optional:

    python tests/benchmarks/bench_landcover.py --peers /path/to/venv/bin/python

Whole processes, start-up included, in turn: 6 000 zones that cover 10 000 x 10 000 cells and 8 000
overlapping circles. Counts must equal those of rasterstats; areas those of exactextract, which
keeps coverage in single precision.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import land_map
import numpy as np

SIDE = 10_000
LAYERS = ["zones", "circles"]


def blocks(source):
    """Give an open raster to the suite."""
    from rasterio.windows import Window
    from samplan.processing.methods.landcover.rasters import RasterBlocks

    def read(start, stop):
        return source.read(1, window=Window(0, start, source.width, stop - start))

    return RasterBlocks(
        tuple(source.transform)[:6], source.width, source.height, source.nodata, read
    )


def suite(folder, layer, count):
    """Count or measure with the suite."""
    import rasterio

    polygons = land_map.polygons(folder, layer)
    with rasterio.Env(GDAL_CACHEMAX=64), rasterio.open(folder / "land.tif") as source:
        return count(polygons, blocks(source)).cells


def centre(folder, layer):
    """Whole cells by the suite."""
    land_map.package()
    from samplan.processing.methods.landcover.zonal import count_classes

    return suite(folder, layer, count_classes)


def area(folder, layer):
    """Exact areas by the suite."""
    land_map.package()
    from samplan.processing.methods.landcover.zonal import measure_classes

    return suite(folder, layer, measure_classes)


def frame(folder, layer):
    """Zones as the peers take them."""
    import geopandas as gpd

    return gpd.GeoDataFrame(geometry=list(land_map.polygons(folder, layer)), crs=land_map.CRS)


def rasterstats(folder, layer):
    """Whole cells by rasterstats."""
    import rasterstats as peer

    raster = str(folder / "land.tif")
    found = peer.zonal_stats(frame(folder, layer), raster, categorical=True, stats=[])
    return [[row.get(value, 0) for value in range(land_map.CLASSES)] for row in found]


def exactextract(folder, layer):
    """Exact areas by exactextract."""
    import exactextract as peer

    operations = ["unique", "frac", "count"]
    found = peer.exact_extract(
        str(folder / "land.tif"), frame(folder, layer), operations, output="pandas"
    )
    cells = np.zeros((len(found), land_map.CLASSES))
    rows = zip(found["unique"], found["frac"], found["count"])
    for row, (values, shares, count) in zip(cells, rows):
        row[np.asarray(values, dtype=int)] = np.asarray(shares) * count
    return cells


def histogram(folder, layer):
    """Whole cells by QGIS."""
    import os

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    import shapely
    from qgis.analysis import QgsNativeAlgorithms
    from qgis.core import (
        QgsApplication,
        QgsFeature,
        QgsGeometry,
        QgsProcessingContext,
        QgsProcessingFeedback,
        QgsVectorLayer,
    )

    application = QgsApplication([], False)
    application.initQgis()
    provider = QgsNativeAlgorithms(application.processingRegistry())
    application.processingRegistry().addProvider(provider)
    vector = QgsVectorLayer(f"Polygon?crs={land_map.CRS}", "zones", "memory")
    features = []
    for wkb in shapely.to_wkb(land_map.polygons(folder, layer)):
        geometry = QgsGeometry()
        geometry.fromWkb(wkb)
        feature = QgsFeature()
        feature.setGeometry(geometry)
        features.append(feature)
    vector.dataProvider().addFeatures(features)
    context = QgsProcessingContext()
    algorithm = application.processingRegistry().createAlgorithmById("native:zonalhistogram")
    parameters = {
        "INPUT_RASTER": str(folder / "land.tif"),
        "RASTER_BAND": 1,
        "INPUT_VECTOR": vector,
        "COLUMN_PREFIX": "c_",
        "OUTPUT": "memory:",
    }
    result, done = algorithm.run(parameters, context, QgsProcessingFeedback())
    output = context.takeResultLayer(result["OUTPUT"]) if done else None
    names = [f"c_{value}" for value in range(land_map.CLASSES)]
    return [[feature[name] or 0 for name in names] for feature in output.getFeatures()]


def prepare(folder, layer):
    """Write the map and the zones, in a process of its own: a child starts with our memory."""
    makers = {"zones": (land_map.zones, 6000), "circles": (land_map.circles, 8000)}
    make, count = makers[layer]
    land_map.prepare(folder, SIDE, {layer: make(SIDE, count)})
    return []


def main():
    """Parse the command line; run, compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers", help="interpreter that has rasterstats and exactextract")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", nargs="*", default=LAYERS)
    parser.add_argument("--qgis", action="store_true", help="run QGIS's zonal histogram too")
    parser.add_argument("--folder", type=Path, help="keep the map and the results here")
    parser.add_argument("--run", nargs=2, metavar=("NAME", "LAYER"))
    options = parser.parse_args()
    if options.run:
        name, layer = options.run
        np.save(options.folder / f"{name}_{layer}.npy", globals()[name](options.folder, layer))
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.folder or Path(scratch)
        for layer in options.jobs:
            land_map.prepared(__file__, folder, layer)
            for ours, peers in {
                "centre": ["rasterstats", "exactextract"],
                "area": ["exactextract"],
            }.items():
                contestants = {ours: sys.executable}
                if options.peers:
                    contestants.update(dict.fromkeys(peers, options.peers))
                if options.qgis and ours == "centre":
                    contestants["histogram"] = sys.executable
                land_map.compare(__file__, folder, layer, contestants, options.rounds)
                agreement(folder, layer, list(contestants))


def agreement(folder, layer, names):
    """Print by how much counts or areas differ."""
    ours, *others = (np.load(folder / f"{name}_{layer}.npy") for name in names)
    for name, theirs in zip(names[1:], others):
        difference = np.abs(ours - theirs)
        differing = np.count_nonzero(difference)
        print(
            f"{layer:16} {names[0]} and {name}: {differing} differ, by {difference.max():.2g} cells"
        )


if __name__ == "__main__":
    main()
