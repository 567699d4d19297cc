"""The door out: results to the sinks, tables, files and folders that the user chose."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsFeatureSink,
    QgsProcessingException,
    QgsProcessingParameterFeatureSink,
    QgsProcessingUtils,
    QgsProviderRegistry,
)

from . import presentation, rasters, rasterstyles
from .i18n import tr
from .methods.errors import InputError
from .presentation import Story
from .sinks import Rows, extended_rows, fill, new_rows, streamed_rows

SHAPEFILE_NAME = 10
"""Characters of a field name that survive in a Shapefile."""

CACHE = "256"
"""Memory in which GDAL builds a GeoPackage's spatial index [MiB]: a fifth less time."""


@dataclass(frozen=True)
class Extended:
    """The features of an input layer, untouched, with columns added in the same row order.

    A field that is there already under the same name is replaced: running an indicator again
    updates it.
    """

    source: str
    added: object


@dataclass(frozen=True)
class Streamed:
    """A layer or table computed while it is written: its frames are never in memory together.

    ``template`` is a frame like them, of a row or more, that shows their columns and geometry.
    """

    template: object
    frames: object


@dataclass(frozen=True)
class Folder:
    """Several files that belong together; they appear in the folder when all are complete.

    ``geopackage`` names the file that holds ``layers`` (name -> frame), with their ``titles`` and
    what to say of their source in ``rights``; ``files`` are texts and bytes by file name, and
    ``grids`` are :class:`~.rasters.Grid` by file name.
    """

    geopackage: str
    layers: dict
    titles: dict
    rights: str
    files: dict
    grids: dict


class Outputs:
    """Writes the results of one run; nothing is created before everything is computed."""

    def __init__(self, inputs):
        self._inputs = inputs
        self._algorithm = inputs.algorithm
        self._layers = {}
        self._stories = {}

    def write(self, results):
        """Write each result to the output of the same name and return QGIS's result map.

        Layers come first: a run can be cancelled while they are written, and not after them.
        """
        prepared = [(name, self._prepare(name, result)) for name, result in results.items()]
        prepared.sort(key=lambda pair: not isinstance(pair[1], Rows))
        made = presentation.provenance(self._inputs)
        try:
            written = {name: self._write(name, result, made) for name, result in prepared}
        except BaseException:
            self._discard()
            raise
        return {name: value for name, value in written.items() if value is not None}

    def written(self):
        """Return the story and the destination of each layer written, by output."""
        return {name: (self._stories[name], each) for name, each in self._layers.items()}

    def _prepare(self, name, result):
        if isinstance(result, Extended):
            return extended_rows(self._inputs.source(result.source), result.added)
        if isinstance(result, Streamed):
            return streamed_rows(result.template, result.frames, self._inputs.crs)
        definition = self._algorithm.parameterDefinition(name)
        if isinstance(definition, QgsProcessingParameterFeatureSink):
            return new_rows(result, self._inputs.crs)
        return result

    def _write(self, name, result, made):
        definition = self._algorithm.parameterDefinition(name)
        if isinstance(result, Rows):
            summary = self._algorithm.summary
            self._stories[name] = Story(definition.description(), summary, made)
            return self._fill(name, result)
        if isinstance(result, Folder):
            return self._fill_folder(name, result, made)
        return self._save(name, result) if definition and definition.isDestination() else result

    # Layers and tables

    def _fill(self, name, rows):
        from osgeo import gdal

        gdal.SetThreadLocalConfigOption("OGR_SQLITE_CACHE", CACHE)
        try:
            return self._fill_sink(name, rows)
        finally:
            gdal.SetThreadLocalConfigOption("OGR_SQLITE_CACHE", None)

    def _fill_sink(self, name, rows):
        inputs = self._inputs
        sink, destination = self._algorithm.parameterAsSink(
            inputs.parameters,
            name,
            inputs.context,
            rows.fields,
            rows.wkb_type,
            rows.crs,
            QgsFeatureSink.SinkFlag.RegeneratePrimaryKey,
        )
        if sink is None and not inputs.given(name):
            return None
        if sink is None:
            raise QgsProcessingException(self._algorithm.invalidSinkError(inputs.parameters, name))
        self._layers[name] = destination
        label = self._algorithm.parameterDefinition(name).description()
        inputs.feedback.setProgressText(tr("Writing '{output}'").format(output=label))
        self._warn_of_shapefile(destination, rows.fields)
        fill(sink, rows, inputs)
        return destination

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
            if table:
                metadata = QgsProviderRegistry.instance().providerMetadata("ogr")
                metadata.createConnection(path, {}).dropVectorTable("", table)
            elif Path(path).is_file():
                for part in Path(path).parent.glob(f"{Path(path).stem}.*"):
                    part.unlink()
        self._layers = {}

    # Files and folders

    def _save(self, name, content):
        """Write text, or let ``content(path)`` write; it returns "" or what went wrong."""
        path = self._algorithm.parameterAsFileOutput(
            self._inputs.parameters, name, self._inputs.context
        )
        if not path:
            return None
        try:
            problem = content(path) if callable(content) else _write_text(path, content)
        except OSError as error:
            problem = error.strerror
        if problem:
            raise _unwritable(path, problem)
        return path

    def _fill_folder(self, name, folder, made):
        import shutil
        import tempfile

        target = self._inputs.folder(name)
        is_new = not target.exists()
        try:
            target.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=target, prefix=".samplan-") as temporary:
                self._write_folder(Path(temporary), folder, made)
                for path in sorted(Path(temporary).iterdir()):
                    shutil.move(str(path), str(target / path.name))
        except OSError as error:
            raise _unwritable(target, error.strerror) from error
        finally:
            if is_new and target.is_dir() and not any(target.iterdir()):
                target.rmdir()
        return str(target)

    def _write_folder(self, path, folder, made):
        inputs = self._inputs
        for name, content in folder.files.items():
            content = content.encode("utf-8") if isinstance(content, str) else content
            (path / name).write_bytes(content)
        for name, grid in folder.grids.items():
            rasters.write(path / name, grid, inputs.crs)
            rasterstyles.keep(path / name)
        geopackage = path / folder.geopackage
        for name, frame in folder.layers.items():
            inputs.feedback.setProgressText(
                tr("Writing '{output}'").format(output=folder.titles[name])
            )
            uri = f"ogr:dbname='{geopackage}' table=\"{name}\" (geom)"
            rows = new_rows(frame, inputs.crs)
            sink, _ = QgsProcessingUtils.createFeatureSink(
                uri, inputs.context, rows.fields, rows.wkb_type, rows.crs, {}
            )
            fill(sink, rows, inputs)
            del sink
            story = Story(folder.titles[name], self._algorithm.summary, made, folder.rights)
            presentation.present_table(story, self._algorithm.styles.get(name), geopackage, name)


def _write_text(path, text):
    Path(path).write_text(text, encoding="utf-8")
    return ""


def _unwritable(path, reason):
    return InputError(
        "'{path}' cannot be written ({reason}). Choose a folder where you may write, and close "
        "programs that have the file open.",
        path=path,
        reason=reason,
    )
