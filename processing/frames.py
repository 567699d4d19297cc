"""Frames of what a layer holds: of the kind asked for, and valid as the user has set it in QGIS."""

from __future__ import annotations

from qgis.core import QgsFeatureRequest, QgsProcessingFeatureSourceDefinition

from . import parameters, sources
from .i18n import tr
from .methods.errors import InputError

Check = QgsFeatureRequest.InvalidGeometryCheck


def read(inputs, name, chosen, keep_missing, crs):
    """Read the fields chosen (by column name) of a layer parameter, geometry in ``crs``.

    See :meth:`~.inputs.Inputs.frame` for what comes back.
    """
    import geopandas
    import pandas as pd

    source = inputs.source(name)
    inputs.feedback.setProgressText(tr("Reading '{layer}'").format(layer=inputs.title(name)))
    content = sources.read(
        source, chosen, crs=crs, context=inputs.context, tick=inputs.stop_if_cancelled
    )
    if content.shapes is None:
        return pd.DataFrame(content.columns, index=pd.RangeIndex(content.count))
    shapes = _valid(inputs, name, _of_kind(inputs, name, content.shapes), content.broken)
    frame = geopandas.GeoDataFrame(content.columns, geometry=shapes)
    return frame if keep_missing else _without_missing(inputs, name, frame)


def _of_kind(inputs, name, shapes):
    """Leave out what is not of the kind asked for, in a layer of mixed kinds."""
    import numpy as np
    import shapely

    wanted = inputs.algorithm.parameterDefinition(name).dataTypes()
    other = ~np.isin(shapely.get_dimensions(shapes), [-1, *wanted])
    if {parameters.TABLE, parameters.SPATIAL}.intersection(wanted) or not other.any():
        return shapes
    inputs.warn(
        tr("{count} features of '{layer}' are of another kind and were left out.").format(
            count=int(other.sum()), layer=inputs.title(name)
        )
    )
    return np.where(other, None, shapes)


def _valid(inputs, name, shapes, broken):
    """Treat invalid geometries as the user has set it in QGIS: stop, ignore or go on."""
    import shapely

    invalid = broken | ~(shapely.is_valid(shapes) | shapely.is_missing(shapes))
    if not invalid.any():
        return shapes
    rule, count = _validity_rule(inputs, name), int(invalid.sum())
    if rule == Check.GeometryAbortOnInvalid:
        row = int(invalid.argmax())
        raise InputError(
            "The layer '{layer}' has {count} invalid geometries, the first in row {row} "
            "({reason}). Mend them with the tool 'Fix geometries', or let QGIS ignore them "
            "under Settings > Options > Processing > General.",
            layer=inputs.title(name),
            count=count,
            row=row + 1,
            reason=shapely.is_valid_reason(shapes[row]) or "-",
        )
    shapes = shapes.copy()
    if rule == Check.GeometrySkipInvalid:
        shapes[invalid] = None
        words = tr("{count} invalid geometries of '{layer}' are ignored.")
    else:
        shapes[invalid] = shapely.make_valid(shapes[invalid])
        words = tr("{count} invalid geometries of '{layer}' are mended for the computation.")
    inputs.warn(words.format(count=count, layer=inputs.title(name)))
    return shapes


def _validity_rule(inputs, name):
    given = inputs.parameters.get(name)
    override = QgsProcessingFeatureSourceDefinition.Flag.FlagOverrideDefaultGeometryCheck
    if isinstance(given, QgsProcessingFeatureSourceDefinition) and given.flags & override:
        return given.geometryCheck
    return inputs.context.invalidGeometryCheck()


def _without_missing(inputs, name, frame):
    missing = frame.geometry.isna() | frame.geometry.is_empty
    if not missing.any():
        return frame
    inputs.warn(
        tr("{count} features of '{layer}' have no geometry and were left out.").format(
            count=int(missing.sum()), layer=inputs.title(name)
        )
    )
    return frame[~missing].reset_index(drop=True)
