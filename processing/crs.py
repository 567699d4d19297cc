"""The working CRS in metres, and a check that coordinates fit what their layer claims."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsPointXY,
    QgsRectangle,
    QgsUnitTypes,
)

from .methods.errors import InputError

SWEREF99_TM = "EPSG:3006"
SWEDEN = QgsRectangle(10.0, 55.0, 24.5, 69.5)
"""Longitude and latitude, degrees."""
WEB_MERCATOR = ("EPSG:3857", "EPSG:900913", "EPSG:3785")
"""Metres in name only: at 58 degrees north a metre on the ground is 1.9 of them."""
MARGIN = 10.0
"""How far outside its CRS's area of use a layer may lie before we call it wrong, degrees."""


def working_crs(source_crs, extent, context):
    """Return the CRS of the run, from the main input's.

    Its own where that is projected in metres, else EPSG:3006 inside Sweden, else the UTM zone of
    its centre.
    """
    if is_metric(source_crs):
        return source_crs
    centre = to_degrees(source_crs, extent.center(), context)
    if centre is None or SWEDEN.contains(centre):
        return QgsCoordinateReferenceSystem(SWEREF99_TM)
    zone = min(int((centre.x() + 180) // 6) + 1, 60)
    hemisphere = 32600 if centre.y() >= 0 else 32700
    return QgsCoordinateReferenceSystem(f"EPSG:{hemisphere + zone}")


def is_metric(crs):
    """Whether distances in the CRS are metres on the ground."""
    metres = QgsUnitTypes.DistanceUnit.DistanceMeters
    return not crs.isGeographic() and crs.mapUnits() == metres and crs.authid() not in WEB_MERCATOR


def to_degrees(crs, point, context):
    """Return the point's longitude and latitude, or None where they cannot be computed."""
    wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
    try:
        return QgsCoordinateTransform(crs, wgs84, context.transformContext()).transform(point)
    except QgsCsException:
        return None


def check(layer, crs, extent, context):
    """Refuse a layer without a CRS, or with coordinates that its CRS cannot have.

    Raises
    ------
    InputError
        Saying what the coordinates look like instead: degrees, metres, or swapped axes.
    """
    if not crs.isValid() or not crs.toProj():  # GDAL calls a missing one 'Undefined SRS'
        raise InputError(
            "The layer '{layer}' has no coordinate reference system. Set it under Layer "
            "Properties > Source and run again.",
            layer=layer,
        )
    if extent.isNull() or (extent.isEmpty() and extent.center() == QgsPointXY(0, 0)):
        return  # no features
    centre = extent.center()
    if crs.isGeographic():
        if max(abs(extent.xMinimum()), abs(extent.xMaximum())) > 360 or abs(centre.y()) > 90:
            raise InputError(
                "The layer '{layer}' says that it is in {crs}, in degrees, but its coordinates "
                "(about {x}, {y}) are metres. Set the layer's right coordinate reference system.",
                **_claim(layer, crs, centre),
            )
        return
    if _fits(crs, centre, context):
        return
    if max(abs(centre.x()), abs(centre.y())) <= 360:
        raise InputError(
            "The layer '{layer}' says that it is in {crs}, in metres, but its coordinates "
            "(about {x}, {y}) look like degrees. Set the layer's right coordinate reference "
            "system, for example EPSG:4326.",
            **_claim(layer, crs, centre),
        )
    if _fits(crs, QgsPointXY(centre.y(), centre.x()), context):
        raise InputError(
            "The layer '{layer}' has northing and easting swapped for {crs} (about {x}, {y}). "
            "Swap them with the tool 'Swap X and Y coordinates' and run again.",
            **_claim(layer, crs, centre),
        )


def _claim(layer, crs, centre):
    return {
        "layer": layer,
        "crs": crs.authid() or crs.description(),
        "x": f"{centre.x():.6g}",
        "y": f"{centre.y():.6g}",
    }


def _fits(crs, point, context):
    area = crs.bounds()
    if area.isEmpty():
        return True
    degrees = to_degrees(crs, point, context)
    return degrees is not None and area.buffered(MARGIN).contains(degrees)
