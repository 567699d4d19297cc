"""The door in: what the user's layers show and what the user chose, as frames and plain values."""

from __future__ import annotations

from datetime import datetime, timezone
from functools import cached_property
from pathlib import Path

from qgis.core import (
    QgsCsException,
    QgsFeatureRequest,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QVariant

from . import crs as reference_systems
from .i18n import tr
from .methods.errors import Cancelled, InputError

BATCH = 2048
"""Features read between two looks at the Cancel button."""


class Inputs:
    """The user's layers and settings in one run of one algorithm.

    Layers come as frames with a RangeIndex, the columns asked for and, for layers with geometry,
    `geometry` as two-dimensional shapely geometries in the working CRS.
    """

    def __init__(self, algorithm, parameters, context, feedback):
        self.algorithm = algorithm
        self.parameters = parameters
        self.context = context
        self.feedback = feedback
        self._sources = {}

    # Settings

    def number(self, name):
        """Real number; None where an optional one is empty."""
        return self._setting(name, self.algorithm.parameterAsDouble)

    def integer(self, name):
        """Whole number; None where an optional one is empty."""
        return self._setting(name, self.algorithm.parameterAsInt)

    def text(self, name):
        """Text without surrounding blanks; "" where empty."""
        return self.algorithm.parameterAsString(self.parameters, name, self.context).strip()

    def flag(self, name):
        """Yes or no."""
        return self.algorithm.parameterAsBoolean(self.parameters, name, self.context)

    def choice(self, name):
        """Return the chosen word."""
        return self.algorithm.parameterAsEnumString(self.parameters, name, self.context)

    def choices(self, name):
        """Return the chosen words."""
        return self.algorithm.parameterAsEnumStrings(self.parameters, name, self.context)

    def field(self, name):
        """Return the name of the chosen field; None where an optional one is empty."""
        chosen = self.fields(name)
        return chosen[0] if chosen else None

    def fields(self, name):
        """Return the names of the chosen fields, checked against their layer.

        A default that the layer lacks counts as not chosen; a choice that it lacks is refused.
        """
        definition = self.algorithm.parameterDefinition(name)
        parent = definition.parentLayerParameterName()
        emptied = name in self.parameters and not self.given(name)
        if emptied or not self.given(parent):
            return []
        chosen = self.algorithm.parameterAsFields(self.parameters, name, self.context)
        available = self.source(parent).fields()
        if name not in self.parameters:
            return [each for each in chosen if available.lookupField(each) >= 0]
        numeric = definition.dataType() == QgsProcessingParameterField.DataType.Numeric
        for each in chosen:
            self._check_field(parent, available, each, numeric)
        return chosen

    def file(self, name):
        """Path of an existing file; None where an optional one is empty."""
        chosen = self.algorithm.parameterAsFile(self.parameters, name, self.context)
        if not chosen:
            return None
        if not Path(chosen).is_file():
            raise InputError("The file '{file}' does not exist or cannot be read.", file=chosen)
        return Path(chosen)

    def folder(self, name):
        """Path of the folder to write into."""
        return Path(self.algorithm.parameterAsFileOutput(self.parameters, name, self.context))

    def given(self, name):
        """Whether the user gave this optional input or asked for this optional output."""
        return self.parameters.get(name) not in (None, "", [])

    def require(self, *names):
        """Refuse to go on where a layer or field that may be empty is needed after all."""
        for name in names:
            definition = self.algorithm.parameterDefinition(name)
            is_field = isinstance(definition, QgsProcessingParameterField)
            if not (self.fields(name) if is_field else self.given(name)):
                raise InputError(
                    "Choose '{parameter}': it is needed with these inputs.",
                    parameter=definition.description(),
                )

    def _setting(self, name, read):
        if not self.given(name) and self._default(name) is None:
            return None
        return read(self.parameters, name, self.context)

    def _default(self, name):
        return self.algorithm.parameterDefinition(name).defaultValue()

    # Layers

    @cached_property
    def crs(self):
        """Working CRS, settled by the first layer with geometry among the parameters."""
        for definition in self.algorithm.parameterDefinitions():
            if isinstance(definition, QgsProcessingParameterFeatureSource):
                source = self.source(definition.name())
                if source and QgsWkbTypes.geometryType(source.wkbType()) <= 2:
                    return reference_systems.working_crs(
                        source.sourceCrs(), source.sourceExtent(), self.context
                    )
        return reference_systems.QgsCoordinateReferenceSystem(reference_systems.SWEREF99_TM)

    def source(self, name):
        """Feature source of a layer parameter, its CRS checked; None where not given."""
        if name not in self._sources:
            self._sources[name] = self._open(name)
        return self._sources[name]

    def _open(self, name):
        source = self.algorithm.parameterAsSource(self.parameters, name, self.context)
        if source is None:
            if self.given(name):
                raise InputError(
                    "The layer given as '{parameter}' could not be opened. Check that the file "
                    "exists, is complete and is a vector layer.",
                    parameter=self.algorithm.parameterDefinition(name).description(),
                )
            return None
        if QgsWkbTypes.geometryType(source.wkbType()) <= 2:
            reference_systems.check(
                source.sourceName(), source.sourceCrs(), source.sourceExtent(), self.context
            )
        return source

    def described(self):
        """Name, number of features and date of each layer read, for the provenance."""
        return {
            name: {
                "name": source.sourceName(),
                "features": source.featureCount(),
                "date": _date(
                    self.algorithm.parameterAsVectorLayer(self.parameters, name, self.context)
                ),
            }
            for name, source in self._sources.items()
            if source is not None
        }

    def layers(self, name):
        """Return the chosen layers; refuses one that cannot be opened."""
        chosen = self.algorithm.parameterAsLayerList(self.parameters, name, self.context)
        if not chosen or any(layer is None or not layer.isValid() for layer in chosen):
            raise InputError(
                "A layer given as '{parameter}' could not be opened. Check that each file exists "
                "and is complete.",
                parameter=self.algorithm.parameterDefinition(name).description(),
            )
        return chosen

    def numeric_fields(self, name):
        """Names of the layer's number fields."""
        return [field.name() for field in self.source(name).fields() if field.isNumeric()]

    def title(self, name):
        """Return the layer's name, for messages."""
        return self.source(name).sourceName()

    def frame(self, name, *, extra=(), keep_missing=False, **columns):
        """Read a layer as it shows: selection, filter, edits, joined and virtual fields.

        Parameters
        ----------
        name : str
            Layer parameter.
        extra : sequence of str
            Fields to read under their own names, as `fields` gives them.
        keep_missing : bool
            Whether features without geometry stay, so that the rows are the layer's rows.
        **columns : str
            Column name = field parameter whose chosen field it holds; left out where that
            optional parameter is empty.

        Returns
        -------
        GeoDataFrame or DataFrame or None
            None where the optional layer is not given.
        """
        source = self.source(name)
        if source is None:
            return None
        chosen = {column: self.field(parameter) for column, parameter in columns.items()}
        chosen = {column: each for column, each in chosen.items() if each}
        chosen.update({each: each for each in extra})
        return self._read(source, chosen, keep_missing)

    def _read(self, source, chosen, keep_missing):
        self.feedback.setProgressText(tr("Reading '{layer}'").format(layer=source.sourceName()))
        fields = source.fields()
        positions = [fields.lookupField(each) for each in chosen.values()]
        spatial = QgsWkbTypes.geometryType(source.wkbType()) <= 2
        request = self._request(source, positions, spatial)
        geometries, rows = self._collect(source, request, positions, spatial)
        return _frame(
            self,
            source,
            [fields.at(i) for i in positions],
            list(chosen),
            geometries,
            rows,
            keep_missing,
        )

    def _request(self, source, positions, spatial):
        request = QgsFeatureRequest().setSubsetOfAttributes(positions)
        if not spatial:
            return request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
        if source.sourceCrs() != self.crs:
            request.setDestinationCrs(self.crs, self.context.transformContext())
        return request

    def _collect(self, source, request, positions, spatial):
        geometries, rows = [], []
        flat = spatial and not _needs_flattening(source.wkbType())
        try:
            for count, feature in enumerate(source.getFeatures(request)):
                if count % BATCH == 0:
                    self._stop_if_cancelled()
                if spatial:
                    geometry = feature.geometry()
                    geometries.append(_wkb(geometry if flat else _flatten(geometry)))
                rows.append([feature[i] for i in positions])
        except QgsCsException as error:
            raise InputError(
                "Coordinates of the layer '{layer}' cannot be transformed to {crs}: {reason}",
                layer=source.sourceName(),
                crs=self.crs.authid(),
                reason=error,
            ) from error
        return geometries, rows

    def _check_field(self, parent, available, name, numeric):
        position = available.lookupField(name)
        if position < 0:
            raise InputError(
                "The layer '{layer}' has no field '{field}'. Its fields are: {fields}.",
                layer=self.title(parent),
                field=name,
                fields=", ".join(available.names()),
            )
        if numeric and not available.at(position).isNumeric():
            raise InputError(
                "The field '{field}' of the layer '{layer}' holds text, not numbers. Convert it "
                "with the tool 'Refactor fields' or choose another field.",
                layer=self.title(parent),
                field=name,
            )

    # Talking with the user

    def progress(self, fraction):
        """Tell the fraction done, 0 to 1; stops the run where the user has cancelled."""
        self._stop_if_cancelled()
        self.feedback.setProgress(100 * fraction)

    def _stop_if_cancelled(self):
        if self.feedback.isCanceled():
            raise Cancelled

    def warn(self, message):
        """Show a warning about usable but suspicious data."""
        self.feedback.pushWarning(message)

    def tell(self, message):
        """Show a line of information in the log."""
        self.feedback.pushInfo(message)


def _date(layer):
    """Day the layer's file was last changed; "" where it has no file."""
    path = Path(layer.source().partition("|")[0]) if layer else Path()
    if not path.is_file():
        return ""
    return datetime.fromtimestamp(path.stat().st_mtime, timezone.utc).date().isoformat()


def _needs_flattening(wkb_type):
    return (
        QgsWkbTypes.isCurvedType(wkb_type)
        or QgsWkbTypes.hasZ(wkb_type)
        or QgsWkbTypes.hasM(wkb_type)
        or wkb_type == QgsWkbTypes.Type.Unknown
    )


def _flatten(geometry):
    if geometry.isNull():
        return geometry
    shape = geometry.constGet().segmentize()
    shape.dropZValue()
    shape.dropMValue()
    return type(geometry)(shape)


def _wkb(geometry):
    return None if geometry.isNull() else geometry.asWkb().data()


def _frame(inputs, source, fields, names, geometries, rows, keep_missing):
    import geopandas
    import numpy as np
    import pandas as pd
    import shapely

    columns = list(zip(*rows)) or [()] * len(names)
    data = {name: _column(field, values) for name, field, values in zip(names, fields, columns)}
    if QgsWkbTypes.geometryType(source.wkbType()) > 2:
        return pd.DataFrame(data, index=pd.RangeIndex(len(rows)))
    shapes = shapely.from_wkb(np.array(geometries, dtype=object))
    frame = geopandas.GeoDataFrame(data, geometry=shapes, index=pd.RangeIndex(len(rows)))
    missing = shapely.is_missing(shapes) | shapely.is_empty(shapes)
    if keep_missing or not missing.any():
        return frame
    inputs.warn(
        tr("{count} features of '{layer}' have no geometry and were left out.").format(
            count=int(missing.sum()), layer=source.sourceName()
        )
    )
    return frame[~missing].reset_index(drop=True)


def _column(field, values):
    """Numbers as int64 or, with decimals or gaps, float64; all else as objects, NULL as None."""
    import numpy as np

    plain = [None if value is None or isinstance(value, QVariant) else value for value in values]
    if not field.isNumeric():
        return np.array(plain, dtype=object)
    numbers = np.array([np.nan if value is None else value for value in plain])
    return numbers if len(numbers) else numbers.astype(float)
