"""Rasters: read a strip at a time through rasterio, written through GDAL."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsProcessingException

from .crs import is_metric
from .libraries import missing
from .methods.errors import InputError

CACHE = 64 * 2**20
"""Memory in which GDAL keeps what it has unpacked [bytes]: a strip of tiles, not the raster."""


@dataclass(frozen=True)
class Raster:
    """A categorical raster that the user chose: its cells and the CRS they lie in."""

    name: str
    blocks: object
    crs: object

    @property
    def is_metric(self):
        """Whether its cells are measured in metres on the ground."""
        return is_metric(self.crs)

    def window(self, bounds):
        """Return the cells within bounds, at least one, as blocks.

        Parameters
        ----------
        bounds : sequence of four floats
            Least and greatest coordinates, in the raster's CRS.

        Returns
        -------
        RasterBlocks
        """
        from dataclasses import replace

        import numpy as np

        low_x, low_y, high_x, high_y = bounds
        corners = np.array([[low_x, low_y], [low_x, high_y], [high_x, low_y], [high_x, high_y]])
        columns, rows = self.blocks.to_cells(corners)
        left, right = _span(columns, self.blocks.width)
        top, bottom = _span(rows, self.blocks.height)
        a, b, c, d, e, f = self.blocks.transform
        return replace(
            self.blocks,
            transform=(a, b, a * left + b * top + c, d, e, d * left + e * top + f),
            width=right - left,
            height=bottom - top,
            read=lambda start, stop: self.blocks.read(top + start, top + stop)[:, left:right],
        )


def read(layer):
    """Open a raster layer's first band for reading in strips.

    Parameters
    ----------
    layer : QgsRasterLayer

    Returns
    -------
    Raster
        Its ``blocks`` are a :class:`~.methods.landcover.rasters.RasterBlocks`.

    Raises
    ------
    InputError
        If it is no file that GDAL reads whole, or has no CRS.
    QgsProcessingException
        If the library that reads rasters is missing.
    """
    problem = missing(("rasterio",))
    if problem:
        raise QgsProcessingException(problem)
    import rasterio
    from rasterio.errors import RasterioError

    from .methods.landcover.rasters import RasterBlocks

    crs = layer.crs()
    if not crs.isValid() or not crs.toProj():
        raise InputError(
            "The raster '{layer}' has no coordinate reference system. Set it with the tool 'Assign "
            "projection' and run again.",
            layer=layer.name(),
        )
    try:
        # QGIS holds the file too, and closes it in another thread
        data = rasterio.open(layer.source(), sharing=False)
        data.read(1, window=((data.height - 1, data.height), (0, data.width)))  # it is whole
    except (RasterioError, OSError) as error:
        raise _unreadable(layer, error) from error

    def rows(start, stop):
        try:
            with rasterio.Env(GDAL_CACHEMAX=CACHE):
                return data.read(1, window=((start, stop), (0, data.width)))
        except (RasterioError, OSError) as error:
            raise _unreadable(layer, error) from error

    blocks = RasterBlocks(tuple(data.transform)[:6], data.width, data.height, data.nodata, rows)
    return Raster(layer.name(), blocks, crs)


def _span(places, size):
    """First and last-plus-one cell of a row or column, at least one."""
    first = min(max(int(places.min()), 0), size - 1)
    return first, max(min(int(places.max()) + 1, size), first + 1)


def _unreadable(layer, error):
    return InputError(
        "The raster '{layer}' cannot be read ({reason}). The file may be incomplete: fetch it "
        "again, or save a copy as GeoTIFF.",
        layer=layer.name(),
        reason=error,
    )


@dataclass(frozen=True)
class Grid:
    """A raster in memory: ``values`` of shape (rows, columns), north up.

    ``left`` and ``top`` are the outer corner in the working CRS and ``cell`` the side [m];
    ``colors`` gives a colour "#rrggbb" by class code.
    """

    values: object
    left: float
    top: float
    cell: float
    nodata: int
    colors: dict


def write(path, grid, crs):
    """Write a compressed, tiled GeoTIFF with overviews and its colours."""
    from osgeo import gdal

    gdal.UseExceptions()
    rows, columns = grid.values.shape
    options = ["COMPRESS=DEFLATE", "TILED=YES", "ZLEVEL=6"]
    data = gdal.GetDriverByName("GTiff").Create(
        str(path), columns, rows, 1, gdal.GDT_Byte, options=options
    )
    data.SetGeoTransform((grid.left, grid.cell, 0, grid.top, 0, -grid.cell))
    data.SetProjection(crs.toWkt())
    band = data.GetRasterBand(1)
    band.SetNoDataValue(grid.nodata)
    band.SetColorTable(_color_table(gdal, grid.colors))
    band.WriteArray(grid.values)
    data.FlushCache()
    data.BuildOverviews("NEAREST", [4, 16, 64])


def _color_table(gdal, colors):
    table = gdal.ColorTable()
    for code, color in colors.items():
        table.SetColorEntry(int(code), tuple(bytes.fromhex(color[1:])))
    return table
