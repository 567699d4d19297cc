"""The door out: results to the sinks, tables, files and pages that the user chose."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
    QgsProviderRegistry,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QVariant

from . import presentation
from .i18n import tr
from .inputs import BATCH
from .methods.errors import InputError

SHAPEFILE_NAME = 10
"""Characters of a field name that survive in a Shapefile."""


@dataclass(frozen=True)
class Extended:
    """The features of an input layer, untouched, with columns added in the same row order.

    A field that is already there under the same name is replaced: running an indicator again
    updates it.
    """

    source: str
    added: object


@dataclass(frozen=True)
class _Table:
    """What a sink needs: known before anything is written."""

    fields: QgsFields
    wkb_type: object
    crs: object
    count: int
    features: object


class Outputs:
    """Writes the results of one run; nothing is created before everything is computed."""

    def __init__(self, inputs):
        self._inputs = inputs
        self._algorithm = inputs.algorithm
        self._layers = {}

    def write(self, results):
        """Write each result to the output of the same name and return QGIS's result map."""
        prepared = [(name, self._prepare(name, result)) for name, result in results.items()]
        written = {}
        try:
            for name, result in prepared:
                written[name] = self._write(name, result)
        except BaseException:
            self._discard()
            raise
        return {name: value for name, value in written.items() if value is not None}

    def present(self, context):
        """Give each written layer its style, aliases and provenance."""
        for name, destination in self._layers.items():
            presentation.present(self._inputs, name, destination, context)

    def _prepare(self, name, result):
        definition = self._algorithm.parameterDefinition(name)
        if not isinstance(definition, QgsProcessingParameterFeatureSink):
            return result
        if isinstance(result, Extended):
            return self._extended(result)
        return self._new(result)

    def _write(self, name, result):
        if isinstance(result, _Table):
            return self._fill(name, result)
        definition = self._algorithm.parameterDefinition(name)
        if isinstance(definition, QgsProcessingParameterFileDestination):
            return self._save(name, result)
        return result

    # Layers and tables

    def _new(self, frame):
        spatial = hasattr(frame, "geometry")
        columns = [column for column in frame.columns if not spatial or column != "geometry"]
        fields = QgsFields()
        for column in columns:
            fields.append(_field(column, frame[column]))
        values = zip(*[_plain(frame[column]) for column in columns]) if columns else ()
        if not spatial:
            features = ((None, list(row)) for row in values)
            return _Table(
                fields, QgsWkbTypes.Type.NoGeometry, self._inputs.crs, len(frame), features
            )
        shapes, wkb_type = _geometries(frame.geometry.to_numpy())
        features = ((shape, list(row)) for shape, row in zip(shapes, values))
        return _Table(fields, wkb_type, self._inputs.crs, len(frame), features)

    def _extended(self, result):
        source = self._inputs.source(result.source)
        replaced = {column.lower() for column in result.added.columns}
        kept = [i for i, name in enumerate(source.fields().names()) if name.lower() not in replaced]
        fields = QgsFields()
        for i in kept:
            fields.append(source.fields().at(i))
        for column in result.added.columns:
            fields.append(_field(column, result.added[column]))
        rows = list(zip(*[_plain(result.added[column]) for column in result.added.columns]))
        return _Table(
            fields, source.wkbType(), source.sourceCrs(), len(rows), _passed(source, kept, rows)
        )

    def _fill(self, name, table):
        inputs = self._inputs
        sink, destination = self._algorithm.parameterAsSink(
            inputs.parameters,
            name,
            inputs.context,
            table.fields,
            table.wkb_type,
            table.crs,
            QgsFeatureSink.SinkFlag.RegeneratePrimaryKey,
        )
        if sink is None:
            return self._no_sink(name)
        self._layers[name] = destination
        inputs.feedback.setProgressText(tr("Writing '{output}'").format(output=self._label(name)))
        self._warn_of_shapefile(destination, table.fields)
        _add(sink, table, inputs)
        return destination

    def _no_sink(self, name):
        if not self._inputs.given(name):
            return None
        raise QgsProcessingException(
            self._algorithm.invalidSinkError(self._inputs.parameters, name)
        )

    def _label(self, name):
        return self._algorithm.parameterDefinition(name).description()

    def _warn_of_shapefile(self, destination, fields):
        long_names = [each for each in fields.names() if len(each) > SHAPEFILE_NAME]
        if destination.lower().endswith(".shp") and long_names:
            self._inputs.warn(
                tr(
                    "Shapefile keeps ten characters of a field name; these are cut: {fields}. "
                    "Choose GeoPackage to keep them."
                ).format(fields=", ".join(long_names))
            )

    def _discard(self):
        """Leave nothing half written behind."""
        for destination in self._layers.values():
            path, _, table = destination.partition("|layername=")
            if path.endswith(".gpkg") and table:
                metadata = QgsProviderRegistry.instance().providerMetadata("ogr")
                metadata.createConnection(path, {}).dropVectorTable("", table)
            elif Path(path).is_file():
                for part in Path(path).parent.glob(Path(path).stem + ".*"):
                    part.unlink()
        self._layers = {}

    # Files

    def _save(self, name, text):
        path = self._algorithm.parameterAsFileOutput(
            self._inputs.parameters, name, self._inputs.context
        )
        if not path:
            return None
        try:
            Path(path).write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            raise InputError(
                "The file '{file}' cannot be written: {reason}", file=path, reason=error.strerror
            ) from error
        return path


def _passed(source, kept, rows):
    from qgis.core import QgsFeatureRequest

    features = source.getFeatures(QgsFeatureRequest().setSubsetOfAttributes(kept))
    for feature, row in zip(features, rows):
        attributes = feature.attributes()
        yield feature.geometry(), [attributes[i] for i in kept] + list(row)


def _add(sink, table, inputs):
    feature = QgsFeature(table.fields)
    for count, (geometry, attributes) in enumerate(table.features):
        if count % BATCH == 0:
            inputs.progress(count / max(table.count, 1))
        if geometry is not None:
            feature.setGeometry(_read_wkb(geometry) if isinstance(geometry, bytes) else geometry)
        feature.setAttributes(attributes)
        if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise QgsProcessingException(
                tr("Row {row} could not be written: {reason}").format(
                    row=count + 1, reason=sink.lastError()
                )
            )
    if not sink.flushBuffer():
        raise QgsProcessingException(sink.lastError())


def _read_wkb(wkb):
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return geometry


def _geometries(shapes):
    """Well-known binary per row, and the multi type that holds them all."""
    import numpy as np
    import shapely

    kinds = np.unique(shapely.get_dimensions(shapes[~shapely.is_missing(shapes)]))
    kind = int(kinds.max()) if len(kinds) else 2
    if kind == 0 and (shapely.get_type_id(shapes) <= 0).all():
        return shapely.to_wkb(shapes), QgsWkbTypes.Type.Point
    build = (shapely.multipoints, shapely.multilinestrings, shapely.multipolygons)[kind]
    single = np.isin(shapely.get_type_id(shapes), (0, 1, 3))
    shapes = shapes.copy()
    if single.any():
        shapes[single] = build(shapes[single], indices=np.arange(single.sum()))
    wkb_type = (
        QgsWkbTypes.Type.MultiPoint,
        QgsWkbTypes.Type.MultiLineString,
        QgsWkbTypes.Type.MultiPolygon,
    )[kind]
    return shapely.to_wkb(shapes), wkb_type


def _field(name, column):
    kind = column.dtype.kind
    if kind == "b":
        return QgsField(name, QVariant.Bool)
    if kind in "iu":
        return QgsField(name, QVariant.LongLong)
    if kind == "f":
        return QgsField(name, QVariant.Double)
    return QgsField(name, QVariant.String)


def _plain(column):
    """Plain Python values: QGIS drops a feature with a NumPy scalar without an error."""
    import numpy as np

    kind = column.dtype.kind
    if kind in "biu":
        return column.tolist()
    if kind == "f":
        finite = np.isfinite(column.to_numpy())
        return [value if fine else None for value, fine in zip(column.tolist(), finite)]
    return [None if _empty(value) else str(value) for value in column]


def _empty(value):
    return value is None or value != value
