"""A made-up land-cover map, zones on it, and a stopwatch for contestants in own processes."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import numpy as np

CLASSES = 11
CELL = 10
ORIGIN = (500_000, 6_600_000)
CRS = "EPSG:3006"
NO_DATA = 255


def package():
    """Import the plugin under its installed name, whatever the checkout is called."""
    root = Path(__file__).resolve().parents[2]
    spec = spec_from_file_location(
        "samplan", root / "__init__.py", submodule_search_locations=[str(root)]
    )
    sys.modules["samplan"] = module_from_spec(spec)
    spec.loader.exec_module(sys.modules["samplan"])


def land(side, seed=1):
    """Classes 1 to 10 in smooth patches, with a twentieth of the cells noise of 0 to 10."""
    from scipy import ndimage

    rng = np.random.default_rng(seed)
    relief = np.zeros((side, side), dtype=np.float32)
    for scale, weight in ((100, 1.0), (20, 0.5)):
        coarse = rng.normal(size=(side // scale + 1,) * 2) * weight
        relief += ndimage.zoom(coarse, scale, order=1)[:side, :side].astype(np.float32)
    steps = np.quantile(relief[::37, ::41], np.linspace(0, 1, CLASSES)[1:-1])
    cells = (np.searchsorted(steps, relief.ravel()).reshape(side, side) + 1).astype(np.uint8)
    noise = rng.random((side, side), dtype=np.float32) < 0.05
    cells[noise] = rng.integers(0, CLASSES, np.count_nonzero(noise), dtype=np.uint8)
    return cells


def zones(side, count, seed=2):
    """Voronoi cells that cover the map."""
    import shapely

    rng = np.random.default_rng(seed)
    x, y = ORIGIN
    extent = shapely.box(x, y - side * CELL, x + side * CELL, y)
    points = rng.random((count, 2)) * side * CELL + [x, y - side * CELL]
    cells = shapely.voronoi_polygons(shapely.MultiPoint(points), extend_to=extent)
    return shapely.intersection(shapely.get_parts(cells), extent)


def circles(side, count, radius=800, seed=3):
    """Circles that overlap each other, all of them within the map."""
    import shapely

    rng = np.random.default_rng(seed)
    x, y = ORIGIN
    room = side * CELL - 2 * radius
    points = rng.random((count, 2)) * room + [x + radius, y - side * CELL + radius]
    return shapely.buffer(shapely.points(points), radius, quad_segs=16)


def prepare(folder, side, layers):
    """Write the map, tiled and compressed, unless it exists, and the zones."""
    import rasterio
    import shapely

    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "land.tif").exists():
        options = {"tiled": True, "blockxsize": 256, "blockysize": 256, "compress": "deflate"}
        transform = rasterio.transform.from_origin(*ORIGIN, CELL, CELL)
        shape = {"width": side, "height": side, "count": 1, "dtype": "uint8"}
        place = {"transform": transform, "crs": CRS, "nodata": NO_DATA}
        with rasterio.open(
            folder / "land.tif", "w", driver="GTiff", **shape, **place, **options
        ) as target:
            target.write(land(side), 1)
    for name, polygons in layers.items():
        _, points, (rings, parts) = shapely.to_ragged_array(polygons)
        np.savez(folder / f"{name}.npz", points=points, rings=rings, parts=parts)


def prepared(script, folder, job):
    """Let a script prepare a job in a process of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, script, "--folder", str(folder), "--run", "prepare", job]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)


def polygons(folder, name):
    """Read zones."""
    import shapely

    with np.load(folder / f"{name}.npz") as stored:
        offsets = stored["rings"], stored["parts"]
        return shapely.from_ragged_array(shapely.GeometryType.POLYGON, stored["points"], offsets)


def clocked(command):
    """Run a process; wall and processor seconds, peak memory and the error, if any."""
    begin = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    error = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = status
    return {
        "wall": time.perf_counter() - begin,
        "cpu": used.ru_utime + used.ru_stime,
        "peak_mib": used.ru_maxrss / 1024,
        "failed": error.strip().splitlines()[-1:] if status else None,
    }


def compare(script, folder, job, contestants, rounds):
    """Run contestants in turn, print their medians and the ratios of the first to the others."""
    runs = {name: [] for name in contestants}
    for _ in range(rounds):
        for name, python in contestants.items():
            command = [python, script, "--folder", str(folder), "--run", name, job]
            runs[name].append(clocked(command))
    first, *others = contestants
    for name, results in runs.items():
        failed = [result["failed"] for result in results if result["failed"]]
        figures = {
            key: round(statistics.median(result[key] for result in results), 2)
            for key in ("wall", "cpu", "peak_mib")
        }
        print(f"{job:16} {name:14}", failed or figures, flush=True)
    for name in others:
        for key in ("wall", "cpu"):
            ratios = [a[key] / b[key] for a, b in zip(runs[first], runs[name])]
            print(f"{job:16} {first}/{name} {key}: {statistics.median(ratios):.3f}", flush=True)
