"""From frames to QGIS features, with plain Python values and every refusal noticed."""

from __future__ import annotations

import struct
from dataclasses import dataclass, replace

from qgis.core import (
    Qgis,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessingException,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType, QVariant

from .i18n import tr
from .sources import BATCH, UNCHECKED

_TYPES = QMetaType.Type if Qgis.QGIS_VERSION_INT >= 33800 else QVariant
TEXT = getattr(_TYPES, "QString", None) or _TYPES.String
FIELD_TYPES = {"b": _TYPES.Bool, "i": _TYPES.LongLong, "u": _TYPES.LongLong, "f": _TYPES.Double}
"""QGIS's type for each NumPy kind; all else is text."""
MULTI = (
    QgsWkbTypes.Type.MultiPoint,
    QgsWkbTypes.Type.MultiLineString,
    QgsWkbTypes.Type.MultiPolygon,
)
MULTI_CODES = (4, 5, 6)
"""Well-known binary's numbers of MULTI's types."""


@dataclass(frozen=True)
class Rows:
    """What a sink needs, known before anything is written.

    ``features`` yields geometry (well-known binary, QgsGeometry or None) and attributes; ``count``
    is None where nobody knows how many come.
    """

    fields: QgsFields
    wkb_type: object
    crs: object
    count: int
    features: object


def new_rows(frame, crs):
    """Rows of a frame: a table, or a layer where it has ``geometry``."""
    spatial = "geometry" in frame.columns
    columns = [column for column in frame.columns if column != "geometry"]
    fields = _fields(frame[columns])
    attributes = _attributes(frame[columns])
    if not spatial:
        features = ((None, values) for values in attributes)
        return Rows(fields, QgsWkbTypes.Type.NoGeometry, crs, len(frame), features)
    shapes, wkb_type = _binary(frame["geometry"].to_numpy())
    return Rows(fields, wkb_type, crs, len(frame), zip(shapes, attributes))


def streamed_rows(template, frames, crs):
    """Rows of frames that come one after the other, each with the columns of ``template``."""
    features = (row for frame in frames for row in new_rows(frame, crs).features)
    return replace(new_rows(template, crs), count=None, features=features)


def extended_rows(source, added):
    """Rows of a feature source, untouched, with the columns of ``added`` in the same order.

    A field that is there already under the same name is replaced.
    """
    replaced = {column.lower() for column in added.columns}
    kept = [i for i, name in enumerate(source.fields().names()) if name.lower() not in replaced]
    fields = QgsFields()
    for position in kept:
        fields.append(source.fields().at(position))
    fields.extend(_fields(added))
    features = _extended(source, kept, _attributes(added))
    return Rows(fields, source.wkbType(), source.sourceCrs(), len(added), features)


def _extended(source, kept, added):
    request = QgsFeatureRequest().setSubsetOfAttributes(kept)
    for feature, values in zip(source.getFeatures(request, UNCHECKED), added):
        yield feature.geometry(), [feature[position] for position in kept] + values


def fill(sink, rows, inputs):
    """Write the rows; QGIS refuses some without an exception, so each answer is checked."""
    feature = QgsFeature(rows.fields)
    for count, (geometry, attributes) in enumerate(rows.features):
        if count % BATCH == 0:
            _look_up(inputs, rows, count)
        if isinstance(geometry, bytes):
            shape = QgsGeometry()
            shape.fromWkb(geometry)
            geometry = shape
        feature.setGeometry(QgsGeometry() if geometry is None else geometry)
        feature.setAttributes(attributes)
        if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise QgsProcessingException(
                tr("Row {row} could not be written: {reason}").format(
                    row=count + 1, reason=sink.lastError()
                )
            )
    if not sink.flushBuffer():
        raise QgsProcessingException(sink.lastError())


def _look_up(inputs, rows, count):
    """Tell how far it has come, where that is known, and stop where the user has cancelled."""
    if rows.count is None:
        inputs.stop_if_cancelled()
    else:
        inputs.progress(count / max(rows.count, 1))


def _binary(shapes):
    """Well-known binary per row, and the type that holds them all."""
    import shapely

    kinds = shapely.get_type_id(shapes)
    binaries = shapely.to_wkb(shapes, byte_order=1)
    if (kinds <= 0).all() and (kinds == 0).any():
        return binaries, QgsWkbTypes.Type.Point
    dimension = int(shapely.get_dimensions(shapes).max(initial=-1)) if (kinds >= 0).any() else 2
    # A multi geometry of one part is a header followed by the part.
    header = struct.pack("<BII", 1, MULTI_CODES[dimension], 1)
    single = (kinds == 0) | (kinds == 1) | (kinds == 3)
    binaries[single] = [header + binary for binary in binaries[single]]
    return binaries, MULTI[dimension]


def _fields(frame):
    fields = QgsFields()
    for column in frame.columns:
        fields.append(QgsField(column, FIELD_TYPES.get(frame[column].dtype.kind, TEXT)))
    return fields


def _attributes(frame):
    """Attributes per row as plain Python values: QGIS drops a feature with a NumPy scalar."""
    columns = [_plain(frame[column]) for column in frame.columns]
    if not columns:
        return ([] for _ in range(len(frame)))
    return map(list, zip(*columns))


def _plain(column):
    import numpy as np

    kind = column.dtype.kind
    if kind in "biu":
        return column.tolist()
    if kind == "f":
        finite = np.isfinite(column.to_numpy())
        return [value if fine else None for value, fine in zip(column.tolist(), finite.tolist())]
    return [None if value is None or value != value else str(value) for value in column]
