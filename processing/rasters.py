"""Rasters through GDAL, which every QGIS has."""

from __future__ import annotations

from dataclasses import dataclass


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
