"""Land cover in the codes of the National Land Cover Database (NMD 2018), 10 m."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely
from scipy.ndimage import gaussian_filter, zoom

from ..methods.progress import Progress, silent
from .ground import Ground, plainness
from .raster import CELL, Grid, along_lines
from .shapes import Floats, generator

WETLAND, ARABLE, BARE, OPEN = 2, 3, 41, 42
BUILDING, HARD, ROAD, WATER = 51, 52, 53, 61
PINE, SPRUCE, CONIFER, MIXED, DECIDUOUS, OAK, OAK_MIXED, CLEARCUT = range(111, 119)
COARSE = 8
"""Cells across a patch of the first draft; its edges are frayed three times."""
PLAIN_EVERY = 8
"""Patches across a sample of the plain's extent."""
_TILE = (509, 521)


def landcover(
    seed: int,
    ground: Ground,
    blocks: gpd.GeoDataFrame,
    buildings: pd.DataFrame,
    streets: gpd.GeoDataFrame,
    progress: Progress = silent,
) -> Grid:
    """Paint the land: fields and forest first, then water, places, roads and houses.

    Parameters
    ----------
    seed : int
        Decides the patches.
    ground : Ground
        Water, railways and borders.
    blocks : GeoDataFrame
        Blocks of the settlements with their ``zone`` (name).
    buildings, streets
        As in the demo region.
    progress : callable
        Told the fraction done.

    Returns
    -------
    Grid
        NMD codes; 0 outside the region.
    """
    west, south, east, north = ground.region.bounds
    west, north = np.floor(west / 100) * 100, np.ceil(north / 100) * 100
    shape = tuple(int(np.ceil(extent / CELL)) for extent in (north - south, east - west))
    rng = generator(seed, "landcover")
    draft = _draft(rng, (west, north), shape, buildings)
    for step in range(3):
        progress(0.2 + 0.2 * step)
        draft = _frayed(rng, draft)
    grid = Grid(draft[: shape[0], : shape[1]], float(west), float(north))
    progress(0.8)
    _settle(grid, blocks)
    grid.paint(np.asarray(ground.water.geometry.array), WATER)
    _build(grid, ground, buildings, streets)
    cut = _cut_out(grid, ground.region)
    progress(1.0)
    return cut


def _draft(
    rng: np.random.Generator,
    corner: tuple[float, float],
    shape: tuple[int, ...],
    buildings: pd.DataFrame,
) -> npt.NDArray[np.uint8]:
    """Patches of fields and forest, a little more than the region needs."""
    step = COARSE * CELL
    patches = (shape[0] // COARSE + 2, shape[1] // COARSE + 2)
    plain = _plain(corner, patches, step)
    settled = _settled(corner, patches, step, buildings)
    broad, middle, fine, kind, damp = (
        _noise(rng, patches, periods) for periods in ((70, 26), (22, 9), (9, 5), (16, 6), (40, 12))
    )
    grain = rng.random(patches)
    farmed = 2.2 * (plain - 0.42) + 0.5 * broad + 0.45 * middle + 1.3 * settled
    forest = _forest(plain, kind + 0.5 * (grain - 0.5), damp, middle)
    wet = (damp > 1.7) & (fine > -0.3)
    field = np.where(fine + 0.25 * damp > 1.25, OPEN, ARABLE)
    cover = np.where(farmed > 0.3, field, np.where(wet, WETLAND, forest))
    return np.where((grain > 0.999) & (farmed > 0), BARE, cover).astype(np.uint8)


def _noise(rng: np.random.Generator, shape: tuple[int, int], periods: tuple[int, ...]) -> Floats:
    """Smooth noise with patches of about the given sizes [cells], mean 0, deviation about 1."""
    total = np.zeros(shape)
    for period in periods:
        sparse = rng.normal(size=(shape[0] // period + 4, shape[1] // period + 4))
        smooth = zoom(sparse, period, order=3, grid_mode=True, mode="nearest")
        total += smooth[period : period + shape[0], period : period + shape[1]]
    return np.asarray(total * 1.35 / np.sqrt(len(periods)))


def _settled(
    corner: tuple[float, float], shape: tuple[int, int], step: float, buildings: pd.DataFrame
) -> Floats:
    """How settled the surroundings of each patch are, 0 to 1: people clear the land."""
    row = ((corner[1] - buildings["n"].to_numpy(dtype=float)) / step).astype(np.int64)
    column = ((buildings["e"].to_numpy(dtype=float) - corner[0]) / step).astype(np.int64)
    lived_in = np.zeros(shape)
    lived_in[row, column] = 1.0
    return np.minimum(gaussian_filter(lived_in, 3.0) * 30, 1.0)


def _plain(corner: tuple[float, float], shape: tuple[int, int], step: float) -> Floats:
    """Tell the plain's extent per patch, from a sparser sample."""
    rows, columns = (extent // PLAIN_EVERY + 2 for extent in shape)
    x = corner[0] + step * PLAIN_EVERY * np.arange(columns)
    y = corner[1] - step * PLAIN_EVERY * np.arange(rows)
    point = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
    sparse = plainness(point).reshape(rows, columns)
    dense = zoom(sparse, PLAIN_EVERY, order=1, grid_mode=True, mode="nearest")
    return np.asarray(dense[: shape[0], : shape[1]])


def _forest(plain: Floats, kind: Floats, damp: Floats, opening: Floats) -> npt.NDArray[np.uint8]:
    """Kind of forest per patch: conifers in the woods, broad leaves and oaks by the plain."""
    leafy = kind + 1.1 * plain
    step = np.digitize(leafy, [-0.9, -0.1, 0.6, 1.3])
    forest = np.array([PINE, SPRUCE, CONIFER, MIXED, DECIDUOUS], dtype=np.uint8)[step]
    forest = np.where((plain > 0.08) & (damp < -1.3), OAK, forest)
    forest = np.where((plain > 0.08) & (damp > 1.3), OAK_MIXED, forest)
    return np.where((opening > 1.5) & (plain < 0.5), CLEARCUT, forest).astype(np.uint8)


def _frayed(rng: np.random.Generator, draft: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """Double the resolution; each cell looks up one of the nearest four patches."""
    rows, columns = 2 * draft.shape[0], 2 * draft.shape[1]
    fine = np.empty((rows, columns), dtype=np.uint8)
    jitter = rng.integers(-1, 2, size=(2, *_TILE))
    across = (np.arange(columns) % _TILE[1]).astype(np.int64)
    for start in range(0, rows, _TILE[0]):
        row = np.arange(start, min(start + _TILE[0], rows))
        shift = jitter[:, : len(row), :][:, :, across]
        up = (row[:, None] + shift[0]) >> 1
        side = (np.arange(columns) + shift[1]) >> 1
        np.clip(up, 0, draft.shape[0] - 1, out=up)
        np.clip(side, 0, draft.shape[1] - 1, out=side)
        fine[row] = draft[up, side]
    return fine


def _settle(grid: Grid, blocks: gpd.GeoDataFrame) -> None:
    """Gardens and lawns, hard surfaces in centres and industry; parks are partly wooded."""
    hard = blocks["zone"].isin(["centre", "retail", "industry"])
    park = blocks["zone"] == "park"
    wooded = park & (np.arange(len(blocks)) % 3 == 0)
    code = np.select([hard, wooded], [HARD, DECIDUOUS], OPEN)
    grid.paint(np.asarray(blocks.geometry.array), code)


def _build(grid: Grid, ground: Ground, buildings: pd.DataFrame, streets: gpd.GeoDataFrame) -> None:
    """Yards, roads, rails and houses, from many points of each."""
    farms = buildings[buildings["zone"] < 0]
    yard = np.stack(np.meshgrid(np.arange(-20, 21, 10), np.arange(-20, 21, 10)), axis=-1)
    around = farms[["e", "n"]].to_numpy(dtype=float)[:, None, :] + yard.reshape(-1, 2)
    grid.dot(around.reshape(-1, 2), OPEN)
    kind = streets["class"].to_numpy()
    paved = np.asarray(streets.geometry.array)[~np.isin(kind, ["path", "track"])]
    grid.dot(along_lines(paved, 5.0)[0], ROAD)
    wide = np.concatenate([
        shapely.offset_curve(ground.motorway, distance) for distance in (-10, 0, 10)
    ])  # fmt: skip
    grid.dot(along_lines(np.append(wide, ground.tracks), 5.0)[0], ROAD)
    share = np.stack(np.meshgrid(*[np.linspace(-0.48, 0.48, 9)] * 2), axis=-1).reshape(-1, 2)
    length, width, angle = (
        buildings[name].to_numpy(dtype=float)[:, None] for name in ("length", "width", "angle")
    )
    along, across = share[:, 0] * length, share[:, 1] * width
    east = np.cos(angle) * along - np.sin(angle) * across
    north = np.sin(angle) * along + np.cos(angle) * across
    middle = buildings[["e", "n"]].to_numpy(dtype=float)[:, None, :]
    grid.dot((middle + np.stack([east, north], axis=2)).reshape(-1, 2), BUILDING)


def _cut_out(grid: Grid, region: shapely.Geometry) -> Grid:
    """Set everything outside the region to 0."""
    cells = np.zeros_like(grid.cells)
    _, row, start, stop = grid.runs(shapely.get_parts(region))
    for y, first, last in zip(row.tolist(), start.tolist(), stop.tolist()):
        cells[y, first:last] = grid.cells[y, first:last]
    return grid._replace(cells=cells)
