"""The tools for travel times in a city: what they say they take, what they take, and cancelling.

    python tests/benchmarks/bench_traveltimes.py --data ../shared/data/gtfs/r5r_poa
    python tests/benchmarks/bench_traveltimes.py --data ... --feed big.zip    # one place on its map

Porto Alegre's hexagons to all of them, every minute of two hours, with two percentiles, on real
streets. Each run is a process of its own. Printed: the estimate, seconds and memory from the
estimate on, seconds and peak memory of all, and seconds from Cancel to the end.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

DATE = "2019-05-14"
WINDOWS = ("07-09", "13-15")  # most buses of this feed run in the early afternoon
NO_STREET = "('motorway', 'motorway_link', 'proposed', 'construction')"
RUNS = {
    "transit": {},
    "any number of rides": {"MAX_RIDES": 0},
    "by arrival": {"TIMES": "arrivals"},
    "parts": {"COMPONENTS": True},
    "one thread": {"THREADS": 1},
    "small memory": {"MEMORY": 150},
    "flows": {"FLOWS": "flows.gpkg"},
    "ground": {"MODES": ["walk", "bicycle", "car"]},
}


def start():
    """Start QGIS with the provider; returns `processing.run`."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    import conftest  # noqa: F401
    from qgis.core import QgsApplication
    from qgis.testing import start_app

    start_app()
    sys.path.append(QgsApplication.pkgDataPath() + "/python/plugins")
    import processing
    from processing.core.Processing import Processing
    from samplan.processing.provider import Provider

    Processing.initialize()
    start.provider = Provider()  # kept, or it is gone with this call
    QgsApplication.processingRegistry().addProvider(start.provider)
    return processing.run


def prepare(data, folder):
    """Write the streets and the hexagons as layers, and put the feeds into a folder."""
    from osgeo import gdal

    gdal.UseExceptions()
    (folder / "gtfs").mkdir(parents=True, exist_ok=True)
    for feed in data.glob("*.zip"):
        link = folder / "gtfs" / feed.name
        if not link.exists():
            link.symlink_to(feed)
    gdal.VectorTranslate(
        str(folder / "streets.gpkg"),
        str(data / "poa_osm.pbf"),
        layers=["lines"],
        dstSRS="EPSG:32722",
        where=f"highway IS NOT NULL AND highway NOT IN {NO_STREET}",
        selectFields=["highway"],
    )
    with open(data / "poa_hexgrid.csv", encoding="utf-8") as file:
        places = [
            {
                "type": "Feature",
                "properties": {"id": row["id"]},
                "geometry": {
                    "type": "Point",
                    "coordinates": [float(row["lon"]), float(row["lat"])],
                },
            }
            for row in csv.DictReader(file)
        ]
    for name, chosen in (("places", places), ("place", places[:1])):
        content = {"type": "FeatureCollection", "features": chosen}
        (folder / f"{name}.geojson").write_text(json.dumps(content), encoding="utf-8")


def resident():
    """Memory in use now [MB]."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def measured(tool, parameters, cancel_after=None):
    """Run a tool; returns what it said and what it took."""
    run = start()
    from qgis.core import QgsProcessingFeedback

    class Watch(QgsProcessingFeedback):
        """Keeps when and at which memory the estimate was told; cancels when it is time."""

        told, begun, base, cancelled = "", 0.0, 0.0, 0.0

        def pushInfo(self, text):
            if "MB" in text:
                self.told, self.begun, self.base = text, time.perf_counter(), resident()

        def setProgress(self, percent):
            due = cancel_after and self.begun and time.perf_counter() - self.begun > cancel_after
            if due and not self.cancelled:
                self.cancelled = time.perf_counter()
                self.cancel()

        def setProgressText(self, text):
            pass

    watch, clock = Watch(False), time.perf_counter()
    run(tool, parameters, feedback=watch)
    done = time.perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    result = {"all": done - clock, "cpu": time.process_time(), "peak_mb": peak}
    if watch.told:
        result.update(said=watch.told, seconds=done - watch.begun, used_mb=peak - watch.base)
    if watch.cancelled:
        result["cancel"] = done - watch.cancelled
    return result


def matrix(folder, window, name, cancel_after=None):
    """All hexagons to all."""
    places = str(folder / "places.geojson")
    streets = str(folder / "streets.gpkg")
    more = {k: str(folder / v) if k == "FLOWS" else v for k, v in RUNS[name].items()}
    parameters = {
        "ORIGINS": places,
        "FEED": str(folder / "gtfs"),
        "DATE": DATE,
        "MODES": ["transit"],
        "STREETS": streets,
        "WINDOW": window,
        "PERCENTILES": "50, 85",
        "OUTPUT": str(folder / "times.gpkg"),
        **more,
    }
    return measured("samplan:traveltimematrix", parameters, cancel_after)


def isochrones(folder, feed, place, window):
    """One place to everywhere; on the streets for Porto Alegre, else straight."""
    parameters = {"PLACES": str(place), "FEED": str(feed), "WINDOW": window}
    parameters["OUTPUT"] = str(folder / "map.gpkg")
    if feed == folder / "gtfs":
        parameters.update(STREETS=str(folder / "streets.gpkg"), DATE=DATE)
    return measured("samplan:traveltimemap", parameters)


def contest(*arguments):
    """Run one measurement as a process of its own, and print it."""
    command = [sys.executable, __file__, "--run", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print(*arguments, "failed:", done.stderr.strip()[-500:], flush=True)
        return
    result = json.loads(done.stdout.splitlines()[-1])
    print(*arguments[1:], flush=True)
    for key, value in result.items():
        print(f"    {key}: {value if isinstance(value, str) else round(value, 2)}", flush=True)


def main():
    """Parse the command line; run what the data allow."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="folder with Porto Alegre's feeds, streets, grid")
    parser.add_argument("--feed", type=Path, help="another feed, for the map of one place")
    parser.add_argument("--place", type=Path, help="a layer with a place in it")
    parser.add_argument("--folder", type=Path, default=Path("/tmp/bench_traveltimes"))
    parser.add_argument("--only", nargs="*", default=list(RUNS), help="some of the runs")
    parser.add_argument("--run", nargs="+", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run:
        kind, folder, *rest = options.run
        if kind == "matrix":
            result = matrix(Path(folder), rest[0], rest[1], *map(float, rest[2:]))
        else:
            result = isochrones(Path(folder), *map(Path, rest[:2]), rest[2])
        print(json.dumps(result), flush=True)
        os._exit(0)  # QGIS takes its time to end
    folder = options.folder
    if options.data:
        prepare(options.data.resolve(), folder)
        for window in WINDOWS:
            contest("matrix", folder, window, "transit")
        for name in options.only:
            contest("matrix", folder, WINDOWS[1], name)
        contest("matrix", folder, WINDOWS[1], "transit", 2)
        contest("map", folder, folder / "gtfs", folder / "place.geojson", WINDOWS[1])
    if options.feed:
        contest("map", folder, options.feed, options.place, WINDOWS[0])


if __name__ == "__main__":
    main()
