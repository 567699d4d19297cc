"""Land cover of the user's polygons: class tables, areas on the ground, fields."""

from __future__ import annotations

import re

from ..i18n import language, tr
from ..methods.errors import InputError
from ..paths import PROFILES
from . import csvtables

FIELDS = {
    "classified": "lc_ha",
    "no_data": "lc_nodata",
    "built_up": "lc_builtup",
    "green": "lc_green",
    "built": "lc_built",
    "infrastructure": "lc_infra",
    "extraction": "lc_extr",
    "farmland": "lc_farm",
    "forest": "lc_forest",
    "open": "lc_open",
    "wetland": "lc_wet",
    "bare": "lc_bare",
    "water": "lc_water",
    "green_urb": "lc_park",
    "unknown": "lc_unknown",
    "mix": "lc_mix",
    "simpson": "lc_simpson",
}
"""Field of each column of the indicators; `field` gives those of a user's own groups."""
MARGIN = 500.0
"""Green is cut this far beyond what is near, so that what is near keeps its size [m]: a strip of
it, a cell wide, is large enough to go to; our own choice."""
NAME = 7
"""Characters of an own group's name that fit in a field name."""


def field(column):
    """Return the field of an indicator or a group of classes."""
    own = re.sub("[^a-z0-9]", "", column.lower())[:NAME]
    return FIELDS.get(column, f"lc_{own}")


def class_table(inputs, parameter="CLASSES"):
    """Meaning of a raster's values: the user's own table where given, else the chosen one.

    Parameters
    ----------
    inputs : Inputs
        Of a tool with the parameter CLASS_FILE.
    parameter : str
        Choice among the shipped tables.

    Returns
    -------
    ClassTable
    """
    import pandas as pd

    from ..methods.landcover.classes import class_table

    path = inputs.file("CLASS_FILE") or PROFILES / f"landcover_{inputs.choice(parameter)}.csv"
    rows = csvtables.read(path, needed=("code", "group"), like="landcover_nmd2018.csv")
    return class_table(pd.DataFrame(rows), name=f"name_{language()}")


def localities_on(inputs, raster, **columns):
    """Read LOCALITIES in a raster's CRS.

    Parameters
    ----------
    inputs : Inputs
        Of a tool with the parameters LOCALITIES and CODE.
    raster : Raster
    **columns : str
        Column name = field parameter.

    Returns
    -------
    GeoDataFrame
        With ``code``, the row number where the layer has no codes, and ``scale``: what areas in
        the raster are to be multiplied by to be square metres on the ground. Where the raster is
        not in metres, each outline's own area in the working CRS decides.
    """
    import numpy as np

    from ..methods.allocation import as_codes

    frame = inputs.frame("LOCALITIES", keep_missing=True, crs=raster.crs, code="CODE", **columns)
    numbers = [str(row + 1) for row in range(len(frame))]
    scale = np.ones(len(frame))
    if not raster.is_metric:
        area, ground = frame.area.to_numpy(), inputs.frame("LOCALITIES", keep_missing=True).area
        scale = np.divide(ground, area, out=np.zeros(len(frame)), where=area > 0)
    return frame.assign(code=as_codes(frame.get("code", numbers)), scale=scale)


def cover_of(inputs, localities, raster, table):
    """Land cover of localities in hectares on the ground.

    Parameters
    ----------
    inputs : Inputs
        Of a tool with the parameter RULE (centre or area).
    localities : GeoDataFrame
        From `localities_on`.
    raster : Raster
    table : ClassTable

    Returns
    -------
    LandCover
    """
    from dataclasses import replace

    from ..methods.landcover.classes import land_cover
    from ..methods.landcover.zonal import count_classes, measure_classes

    scale = localities["scale"].to_numpy()
    count = measure_classes if inputs.choice("RULE") == "area" else count_classes
    found = count(localities.geometry.to_numpy(), raster.blocks, progress=inputs.progress)
    cells, missing = found.cells * scale[:, None], found.unclassified * scale
    cover = land_cover(replace(found, cells=cells, unclassified=missing), table)
    _warn(inputs, raster, cover)
    return cover


def _warn(inputs, raster, cover):
    """Say where the raster and its class table, or the localities, do not match."""
    unknown = cover.table.groups == "unknown"
    if unknown.any():
        inputs.warn(
            tr(
                "The raster '{layer}' has values that the class table does not know: {values}. "
                "Choose the classes that belong to the raster."
            ).format(layer=raster.name, values=", ".join(map(str, cover.table.codes[unknown][:20])))
        )
    bare = int((cover.hectares.sum(axis=1) <= 0).sum())
    if bare:
        inputs.warn(
            tr("{count} localities have no data in '{layer}'.").format(
                count=bare, layer=raster.name
            )
        )


def changes_of(inputs, localities, before, after):
    """Cells that turned from one class to another in localities, as areas on the ground.

    Parameters
    ----------
    inputs : Inputs
    localities : GeoDataFrame
        From `localities_on`.
    before, after : Raster

    Returns
    -------
    Changes

    Raises
    ------
    InputError
        If the rasters lie in different reference systems or on different grids.
    """
    from dataclasses import replace

    from ..methods.landcover.change import class_changes

    if before.crs != after.crs:
        raise InputError(
            "The rasters '{first}' and '{second}' have different coordinate reference systems. "
            "Warp the later one to the grid of the earlier one (nearest neighbour) and try again.",
            first=before.name,
            second=after.name,
        )
    zones, progress = localities.geometry.to_numpy(), inputs.progress
    found = class_changes(zones, before.blocks, after.blocks, progress=progress)
    scale = localities["scale"].to_numpy()[found.table["zone"]]
    return replace(found, table=found.table.assign(cells=found.table["cells"] * scale))


def green_areas(inputs, raster, *, around, near):
    """Green areas large enough to go to, from GREEN and from the green classes of a raster.

    Parameters
    ----------
    inputs : Inputs
        Of a tool with the parameters GREEN, CLASSES, CLASS_FILE and SMALLEST.
    raster : Raster or None
    around : ndarray of polygons
        Localities, in the raster's CRS where there is one.
    near : float
        Green farther than this from all of them is left out of a raster [m].

    Returns
    -------
    ndarray of polygons

    Raises
    ------
    InputError
        If neither green areas nor a raster is given, or the raster is not in metres.
    """
    from ..methods.greenaccess.areas import accessible_green, green_of_both
    from ..methods.progress import part

    if raster is None and not inputs.given("GREEN"):
        raise InputError("Choose green areas, a land-cover raster or both.")
    smallest = inputs.number("SMALLEST")
    areas = []
    if inputs.given("GREEN"):
        areas = inputs.frame("GREEN", crs=raster.crs if raster else None).geometry.to_numpy()
    if raster is None:
        return accessible_green(areas, smallest=smallest, progress=inputs.progress)
    cells = _green_in(inputs, raster, around, near)
    return green_of_both(cells, areas, smallest=smallest, progress=part(inputs.progress, 0.5, 1.0))


def _green_in(inputs, raster, around, near):
    """Pieces of green cells in the surroundings of localities, a surrounding at a time."""
    import numpy as np
    import shapely

    from ..methods.greenaccess.areas import Pieces, green_in_raster
    from ..methods.progress import part

    require_metres(raster)
    grounds = shapely.get_parts(shapely.union_all(shapely.buffer(around, near + MARGIN)))
    table, shapes, areas, count = class_table(inputs), [], [], 0
    for number, ground in enumerate(grounds):
        progress = part(inputs.progress, number / len(grounds), (number + 1) / len(grounds))
        green = _green_cells(raster.window(ground.bounds), ground, table)
        found = green_in_raster(green, [1], progress=part(progress, 0.0, 0.5))
        shapes.append(found.shape)
        areas.append(found.area + count)
        count += int(found.area.max(initial=-1)) + 1
    if not shapes:
        return Pieces(np.zeros(0, dtype=object), np.zeros(0, dtype=np.intp))
    return Pieces(np.concatenate(shapes), np.concatenate(areas))


def _green_cells(blocks, ground, table):
    """Blocks that hold 1 where a cell is green and inside the ground."""
    from dataclasses import replace

    import numpy as np
    from rasterio import Affine
    from rasterio.features import geometry_mask

    from ..methods.landcover.classes import meaning

    def rows(start, stop):
        cells = blocks.read(start, stop)
        values = np.unique(cells[np.isfinite(cells)])
        green = values[meaning(values.astype(np.int64), table).green]
        place = Affine(*blocks.transform) * Affine.translation(0, start)
        return np.isin(cells, green) & ~geometry_mask([ground], cells.shape, place)

    return replace(blocks, read=rows, nodata=None)


def require_metres(raster):
    """Refuse a raster whose cells are not measured in metres.

    Raises
    ------
    InputError
    """
    if not raster.is_metric:
        raise InputError(
            "The raster '{layer}' is in {crs}, whose unit is not the metre. Warp it to a projected "
            "reference system such as EPSG:3006 (nearest neighbour) and try again.",
            layer=raster.name,
            crs=raster.crs.authid() or raster.crs.description(),
        )
