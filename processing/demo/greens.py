"""Outlines of the settlements, parks within and nature around them."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from .blocks import Blocks
from .ground import Ground, plainness
from .layout import Layout
from .shapes import CENTIMETRE, Floats, generator, near, spaced, waves

SECTORS = 40
"""Corners of a rough outline."""
KINDS = {"park": "park", "sports": "sports", "cemetery": "cemetery"}
"""Kind of green by zone."""
GRID = 0.1
"""Overlays snap to this grid [m], so that bent sides of neighbouring blocks meet."""
RESERVES = 26
"""Nature reserves in the region."""


def outlines(found: Blocks, layout: Layout) -> npt.NDArray[np.object_]:
    """Rough outline of each settlement: a star around its blocks."""
    centre = layout.ground(found.centre, found.owner)
    offset = centre - layout.origin[found.owner]
    reach = np.hypot(*offset.T) + 0.4 * np.hypot(*found.size.T)
    turn = np.arctan2(offset[:, 1], offset[:, 0]) / (2 * np.pi)
    sector = np.floor((turn % 1) * SECTORS).astype(np.int64) % SECTORS
    furthest = np.zeros((len(layout.radius), SECTORS))
    np.maximum.at(furthest, (found.owner, sector), reach)
    low = 0.5 * layout.radius[:, None]
    furthest = np.maximum(furthest, low)
    smooth = (np.roll(furthest, 1, 1) + 2 * furthest + np.roll(furthest, -1, 1)) / 4
    heading = (np.arange(SECTORS) + 0.5) / SECTORS * 2 * np.pi
    along = np.stack([np.cos(heading), np.sin(heading)], axis=1)
    corners = layout.origin[:, None, :] + smooth[..., None] * along
    return shapely.polygons(np.round(corners, CENTIMETRE))


def earlier_localities(
    settlements: pd.DataFrame, outline: npt.NDArray[np.object_]
) -> gpd.GeoDataFrame:
    """Localities as an earlier, rougher delineation had them: ``code``, ``name``, ``year``."""
    towns = (settlements["kind"] == "tatort").to_numpy()
    frame = settlements.loc[towns, ["code", "name"]].reset_index(drop=True).assign(year=2020)
    return gpd.GeoDataFrame(frame, geometry=outline[towns])


def greens(
    seed: int,
    found: Blocks,
    zone: npt.NDArray[np.str_],
    shapes: npt.NDArray[np.object_],
    outline: npt.NDArray[np.object_],
    ground: Ground,
) -> gpd.GeoDataFrame:
    """Parks, sports grounds, cemeteries, river banks and nature reserves: ``kind``."""
    wanted = np.isin(zone, list(KINDS))
    blocks = gpd.GeoDataFrame(
        {"owner": found.owner[wanted], "kind": [KINDS[name] for name in zone[wanted]]},
        geometry=shapes[wanted],
    )
    merged = [
        (kind, shapely.union_all(np.asarray(group.geometry.array), grid_size=GRID))
        for (_, kind), group in blocks.groupby(["owner", "kind"], sort=True)
    ]
    banks = shapely.intersection(
        shapely.difference(ground.banks, shapely.union_all(ground.water.geometry.array)),
        ground.region,
    )
    reserves = _reserves(seed, outline, ground)
    kinds = [*(kind for kind, _ in merged), *["park"] * len(banks), *["nature"] * len(reserves)]
    whole = [*(shape for _, shape in merged), *banks, *reserves]
    parts = gpd.GeoDataFrame({"kind": kinds}, geometry=whole).explode(ignore_index=True)
    parts = parts[(parts.geom_type == "Polygon") & ~parts.is_empty].reset_index(drop=True)
    return parts.set_geometry(rounded(parts.geometry.array))


def rounded(shapes: npt.ArrayLike) -> npt.NDArray[np.object_]:
    """Shapes with rounded coordinates, rings starting where they always do."""
    return shapely.normalize(
        shapely.transform(np.asarray(shapes), lambda xy: np.round(xy, CENTIMETRE))
    )


def blob(
    rng: np.random.Generator, centre: Floats, radius: Floats, corners: int = 36
) -> npt.NDArray[np.object_]:
    """Roundish shapes with a lobed edge."""
    turn = np.linspace(0, 2 * np.pi, corners + 1)[:-1]
    along = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    field = waves(rng, np.full(len(radius), 2.4))
    rough = np.stack([field.height(along, row) for row in range(len(radius))])
    reach = radius[:, None] * (1 + 0.22 * rough)
    return shapely.polygons(centre[:, None, :] + reach[..., None] * along)


def _reserves(
    seed: int, outline: npt.NDArray[np.object_], ground: Ground
) -> npt.NDArray[np.object_]:
    """Nature reserves in the woods and by the shores, outside the settlements."""
    rng = generator(seed, "reserves")
    west, south, east, north = ground.region.bounds
    wanted = max(2, round(RESERVES * ground.region.area / 5.2e9))
    spots = [west, south] + rng.random((40 * wanted, 2)) * [east - west, north - south]
    free = ground.inside(spots) & ~near(spots, outline, 900)
    free &= ~near(spots, np.concatenate([ground.tracks, ground.motorway]), 700)
    shore = near(spots, ground.lakes, 700)
    spots = spots[free & (shore | (plainness(spots) < 0.4) | (rng.random(len(spots)) < 0.1))]
    spots = spots[spaced(spots, 3000)][:wanted]
    shapes = blob(rng, spots, 250 + 650 * rng.random(len(spots)))
    dry = shapely.difference(shapes, shapely.union_all(ground.water.geometry.array))
    return np.asarray(shapely.intersection(dry, ground.region))
