"""The door in: what the user's layers show and what the user chose, as frames and plain values."""

from __future__ import annotations

from datetime import datetime, timezone
from functools import cached_property
from pathlib import Path

from qgis.core import (
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameters,
    QgsProviderRegistry,
    QgsWkbTypes,
)

from . import crs as reference_systems
from . import feeds, frames, rasters, sources
from . import parameters as declared
from .i18n import tr
from .methods.errors import Cancelled, InputError


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
        self._feed = None
        self._notes = {}

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
        algorithm = self.algorithm
        read = getattr(algorithm, "parameterAsStrings", None) or algorithm.parameterAsFields
        chosen = read(self.parameters, name, self.context)
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

    def date(self, name):
        """Day chosen; None where an optional one is empty."""
        definition = self.algorithm.parameterDefinition(name)
        day = QgsProcessingParameters.parameterAsDate(definition, self.parameters, self.context)
        return day.toPyDate() if day.isValid() else None

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
                if source is not None and sources.is_spatial(source):
                    return reference_systems.working_crs(
                        source.sourceCrs(), source.sourceExtent(), self.context
                    )
        if self._feed is not None:
            degrees = reference_systems.QgsCoordinateReferenceSystem(feeds.WGS84)
            return reference_systems.working_crs(degrees, feeds.middle(self._feed), self.context)
        return reference_systems.QgsCoordinateReferenceSystem(reference_systems.SWEREF99_TM)

    def source(self, name):
        """Feature source of a layer parameter, its CRS checked; None where not given."""
        if name not in self._sources:
            self._sources[name] = self._open(name)
        return self._sources[name]

    def unreadable(self):
        """Return a sentence on the first layer given that cannot be opened, or ""."""
        for definition in self.algorithm.parameterDefinitions():
            name = definition.name()
            if isinstance(definition, QgsProcessingParameterFeatureSource) and self.given(name):
                source = self.algorithm.parameterAsSource(self.parameters, name, self.context)
                if source is None:
                    return tr(
                        "The layer given as '{parameter}' cannot be opened. Check that the file "
                        "exists, is complete and is a vector layer or table."
                    ).format(parameter=definition.description())
        return ""

    def _open(self, name):
        definition = self.algorithm.parameterDefinition(name)
        source = self.algorithm.parameterAsSource(self.parameters, name, self.context)
        if source is None:
            return None
        self._check_kind(source, definition)
        if sources.is_spatial(source):
            reference_systems.check(
                self.title(name), source.sourceCrs(), source.sourceExtent(), self.context
            )
        return source

    def _check_kind(self, source, definition):
        wanted = definition.dataTypes()
        kind = QgsWkbTypes.geometryType(source.wkbType())
        if kind == sources.NOTHING:
            fits = declared.TABLE in wanted
        else:
            anything = declared.TABLE in wanted or declared.SPATIAL in wanted
            fits = anything or kind == sources.MIXED or kind in wanted
        if not fits:
            words = _kinds()
            raise InputError(
                "The layer '{layer}' holds {found}, but '{parameter}' needs {wanted}.",
                layer=self.title(definition.name()),
                found=words[kind],
                parameter=definition.description(),
                wanted=" / ".join(words[each] for each in wanted),
            )

    def described(self):
        """Name, number of features and date of each layer read, and what was noted."""
        layers = {
            name: {
                "name": self.title(name),
                "features": source.featureCount(),
                "date": _date(
                    self.algorithm.parameterAsVectorLayer(self.parameters, name, self.context)
                ),
            }
            for name, source in self._sources.items()
            if source is not None
        }
        return {**layers, **self._notes}

    def note(self, name, value):
        """Keep for the provenance what an input held, or what the run settled by itself."""
        self._notes[name] = value

    def layers(self, name):
        """Return the chosen layers; refuses one that cannot be opened."""
        chosen = self.algorithm.parameterAsLayerList(self.parameters, name, self.context)
        if not chosen or any(layer is None or not layer.isValid() for layer in chosen):
            raise InputError(
                "A layer given as '{parameter}' could not be opened. Check that each file exists "
                "and is complete.",
                parameter=self.algorithm.parameterDefinition(name).description(),
            )
        for layer in chosen:
            if layer.isSpatial():
                reference_systems.check(layer.name(), layer.crs(), layer.extent(), self.context)
        return chosen

    def raster(self, name):
        """Return a raster to be read in strips, see `rasters.read`; None where not given."""
        layer = self.algorithm.parameterAsRasterLayer(self.parameters, name, self.context)
        if layer is None and self.given(name):
            raise InputError(
                "The raster given as '{parameter}' cannot be opened. Check that the file exists "
                "and is complete.",
                parameter=self.algorithm.parameterDefinition(name).description(),
            )
        return rasters.read(layer) if layer else None

    def feed(self, name, *, shapes=False, choose=None):
        """Return a timetable feed, see `feeds.read`; None where not given.

        Read it before the working CRS is asked for: without a layer it is settled by the stops.
        """
        path = self.algorithm.parameterAsFile(self.parameters, name, self.context)
        if not path:
            return None
        self._feed = feeds.read(self, path, shapes=shapes, choose=choose)
        self.note(name, feeds.described(self._feed))
        return self._feed

    def numeric_fields(self, name):
        """Names of the layer's number fields."""
        return [field.name() for field in self.source(name).fields() if field.isNumeric()]

    def present(self, name, wanted):
        """Those of the wanted fields that the layer has, in the order wanted."""
        available = self.source(name).fields()
        return [each for each in wanted if available.lookupField(each) >= 0]

    def title(self, name):
        """Return the layer's name, for messages; of several in a file, the name in the file."""
        layer = self.algorithm.parameterAsVectorLayer(self.parameters, name, self.context)
        source = self.algorithm.parameterAsSource(self.parameters, name, self.context)
        if layer is None or layer.providerType() != "ogr":
            return source.sourceName()
        parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
        in_file = layer.name() == Path(parts["path"]).stem and parts["layerName"]
        return in_file or source.sourceName()

    def frame(self, name, /, *, extra=(), keep_missing=False, crs=None, **columns):
        """Read a layer as it shows: selection, filter, edits, joined and virtual fields.

        Parameters
        ----------
        name : str
            Layer parameter.
        extra : sequence of str
            Fields to read under their own names, as `fields` gives them.
        keep_missing : bool
            Whether features without geometry stay, so that the rows are the layer's rows.
        crs : QgsCoordinateReferenceSystem, optional
            Another CRS than the working CRS: that of a raster whose cells are counted.
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
        return frames.read(self, name, chosen, keep_missing, crs or self.crs)

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
        self.stop_if_cancelled()
        self.feedback.setProgress(100 * fraction)

    def stop_if_cancelled(self):
        """Stop the run where the user has cancelled it."""
        if self.feedback.isCanceled():
            raise Cancelled

    def warn(self, message):
        """Show a warning about usable but suspicious data."""
        self.feedback.pushWarning(message)

    def tell(self, message):
        """Show a line of information in the log."""
        self.feedback.pushInfo(message)


def _kinds():
    """Words for QGIS's kinds of geometry, and for what a parameter may ask for."""
    return {
        declared.POINT: tr("points"),
        declared.LINE: tr("lines"),
        declared.POLYGON: tr("polygons"),
        declared.SPATIAL: tr("geometry"),
        sources.NOTHING: tr("no geometry"),
    }


def _date(layer):
    """Day the layer's file was last changed; "" where it has no file."""
    if layer is None or layer.providerType() != "ogr":
        return ""
    path = Path(layer.source().partition("|")[0])
    if not path.is_file():
        return ""
    return datetime.fromtimestamp(path.stat().st_mtime, timezone.utc).date().isoformat()
