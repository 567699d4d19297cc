"""How fast the doors are: polygons read and written, and the time to load the provider.

Run by `make bench`, or alone: build/venv-3.11/bin/python tests/benchmarks/bench_doors.py
The peer is the same loop in plain PyQGIS, without frames, checks, styles or provenance.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COUNT = 300_000


def timed(run, rounds=3):
    """Median seconds of some rounds."""
    seconds = []
    for _ in range(rounds):
        started = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - started)
    return statistics.median(seconds)


def load_provider():
    """Seconds to import the provider and fill it, in a QGIS that has started."""
    started = time.perf_counter()
    spec = spec_from_file_location(
        "samplan", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    sys.modules["samplan"] = package = module_from_spec(spec)
    spec.loader.exec_module(package)
    from samplan.processing.provider import Provider

    Provider().loadAlgorithms()
    return time.perf_counter() - started


def loading():
    """Seconds to load the provider in new processes: the first start compiles, the others not."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}
        command = [sys.executable, __file__, "--load"]
        answers = [
            subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
            for _ in range(6)
        ]
    first, *others = (float(answer.stdout.split()[-1]) for answer in answers)
    return first, statistics.median(others)


def squares():
    """Squares with a count each, as a frame."""
    import geopandas
    import numpy as np
    import shapely

    rng = np.random.default_rng(0)
    x, y = rng.uniform(5e5, 6e5, COUNT), rng.uniform(6.4e6, 6.5e6, COUNT)
    shapes = shapely.box(x, y, x + 10, y + 10)
    return geopandas.GeoDataFrame({"pop": rng.integers(0, 99, COUNT)}, geometry=shapes)


def algorithms(frame):
    """Two tools that do nothing but write the frame and read a layer."""
    from samplan.processing import parameters as p
    from samplan.processing.algorithm import Algorithm

    class Write(Algorithm):
        label = summary = "Write"

        def groupId(self):
            return "maps"

        def parameters(self):
            return [p.vector_output("OUTPUT", "Output", p.POLYGON)]

        def compute(self, inputs):
            return {"OUTPUT": frame}

    class Read(Write):
        def parameters(self):
            return [p.layer("INPUT", "Input", [p.POLYGON]), p.number_field("F", "F", of="INPUT")]

        def compute(self, inputs):
            inputs.frame("INPUT", pop="F")
            return {}

    return Write, Read


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--load", action="store_true", help="only load the provider")
    options, _ = parser.parse_known_args()
    from qgis.core import (
        QgsApplication,
        QgsProcessingContext,
        QgsProcessingFeedback,
        QgsVectorLayer,
    )

    application = QgsApplication([], False)
    application.initQgis()
    if options.load:
        print(load_provider())
        return
    first, seconds = loading()
    print(f"provider load        {1000 * seconds:8.1f} ms   (goal: under 50)")
    print(f"at the very first    {1000 * first:8.1f} ms   while Python compiles the modules")
    load_provider()
    write, read = algorithms(squares())
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "squares.gpkg")

        def run(tool, **parameters):
            context = QgsProcessingContext()
            assert tool().create().run(parameters, context, QgsProcessingFeedback())[1]

        def writes():
            Path(path).unlink(missing_ok=True)
            run(write, OUTPUT=path)

        rate = COUNT / timed(writes)
        print(f"written to GeoPackage {rate:8,.0f} polygons/s   (goal: 80 000)")
        layer = QgsVectorLayer(path, "squares", "ogr")

        def plain():
            for feature in layer.getFeatures():
                feature.geometry().asWkb()

        rate = COUNT / timed(lambda: run(read, INPUT=layer, F="pop"))
        peer = COUNT / timed(plain)
        print(f"read                  {rate:8,.0f} polygons/s   (goal: 200 000)")
        print(f"plain PyQGIS loop     {peer:8,.0f} polygons/s   ratio {rate / peer:.2f}")


if __name__ == "__main__":
    main()
