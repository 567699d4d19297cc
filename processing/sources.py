"""From QGIS features to arrays: straight two-dimensional shapes that GEOS can work with."""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter

from qgis.core import QgsFeatureRequest, QgsGeometry, QgsProcessingFeatureSource, QgsWkbTypes
from qgis.PyQt.QtCore import QVariant

MIXED = QgsWkbTypes.GeometryType.UnknownGeometry
NOTHING = QgsWkbTypes.GeometryType.NullGeometry
BATCH = 2048
"""Features read or written between two looks at the Cancel button."""
PART = 32 * BATCH
"""Features whose values become arrays at once: what Python held of them is let go."""
UNCHECKED = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
"""QGIS's own check throws through Python and brings the program down; we check ourselves."""


@dataclass(frozen=True)
class Content:
    """What a source holds.

    ``shapes`` is an object array of shapely geometries, None where missing, and ``broken`` says
    where there is a geometry that cannot be read at all; both are None for a table. ``columns``
    holds an array by column name.
    """

    shapes: object
    broken: object
    columns: dict
    count: int


def is_spatial(source):
    """Whether the source has geometry."""
    return QgsWkbTypes.geometryType(source.wkbType()) != NOTHING


def read(source, chosen, *, crs, context, tick):
    """Read the source as it shows, its geometry in ``crs``.

    Parameters
    ----------
    source : QgsProcessingFeatureSource
    chosen : dict
        Field name by column name.
    crs : QgsCoordinateReferenceSystem
    context : QgsProcessingContext
    tick : callable
        Called without arguments every now and then; raises to stop.

    Returns
    -------
    Content
    """
    fields = source.fields()
    positions = [fields.lookupField(each) for each in chosen.values()]
    request = QgsFeatureRequest().setSubsetOfAttributes(positions)
    spatial = is_spatial(source)
    if not spatial:
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    elif source.sourceCrs() != crs:
        request.setDestinationCrs(crs, context.transformContext())
    binary = _flattened if _needs_flattening(source.wkbType()) else _binary
    kinds = [fields.at(position).isNumeric() for position in positions]
    features = source.getFeatures(request, UNCHECKED)
    parts = list(_parts(features, binary if spatial else None, positions, kinds, tick))
    return _joined(parts, list(chosen), spatial)


def _parts(features, binary, positions, kinds, tick):
    """Yield PART features at a time: their number, columns, shapes and which are broken."""
    values = _getter(positions)
    geometries, rows = [], []
    for count, feature in enumerate(features):
        if count % BATCH == 0:
            tick()
        if len(rows) == PART:
            yield len(rows), _columns(kinds, rows), *_shapes(geometries)
            geometries, rows = [], []
        if binary:
            geometries.append(binary(feature.geometry()))
        rows.append(values(feature))
    yield len(rows), _columns(kinds, rows), *_shapes(geometries)


def _joined(parts, names, spatial):
    import numpy as np

    counts, columns, shapes, broken = zip(*parts)
    merged = {name: np.concatenate(each) for name, each in zip(names, zip(*columns))}
    places = (np.concatenate(shapes), np.concatenate(broken)) if spatial else (None, None)
    return Content(*places, merged, sum(counts))


def _getter(positions):
    """Return what takes a feature's attributes: a tuple, or the value alone where it is one."""
    return itemgetter(*positions) if positions else lambda _: None


def _needs_flattening(wkb_type):
    return (
        QgsWkbTypes.isCurvedType(wkb_type)
        or QgsWkbTypes.hasZ(wkb_type)
        or QgsWkbTypes.hasM(wkb_type)
        or wkb_type == QgsWkbTypes.Type.Unknown
    )


def _binary(geometry):
    return geometry.asWkb().data()  # nothing where it is null


def _flattened(geometry):
    if geometry.isNull():
        return b""
    shape = geometry.constGet().segmentize()
    shape.dropZValue()
    shape.dropMValue()
    return QgsGeometry(shape).asWkb().data()


def _shapes(geometries):
    import numpy as np
    import shapely

    binaries = np.array(geometries, dtype=object)
    given = np.array(list(map(len, geometries)), dtype=int) > 0
    shapes = np.full(len(binaries), None, dtype=object)
    shapes[given] = shapely.from_wkb(binaries[given], on_invalid="ignore")
    return shapes, given & shapely.is_missing(shapes)


def _columns(kinds, rows):
    values = list(zip(*rows)) if len(kinds) > 1 else [rows]
    return [_column(kind, each) for kind, each in zip(kinds, values or [()] * len(kinds))]


def _column(numeric, values):
    """Numbers as int64 or, with decimals or gaps, float64; all else as objects, NULL as None."""
    import numpy as np

    numbers = np.array(values if numeric else [])
    if len(numbers) and numbers.dtype != object:
        return numbers  # no gaps
    plain = [None if isinstance(value, QVariant) else value for value in values]
    return np.array(plain, dtype=float if numeric else object)
