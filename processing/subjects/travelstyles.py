"""Map styles by travel time."""

from __future__ import annotations

from qgis.core import QgsProcessingUtils, QgsVectorLayer

from ..i18n import tr
from ..paths import STYLES
from .ranked import write
from .traveltimes import TIME

_KINDS = {
    "traveltimes.qml": "LineString",
    "traveltimegrid.qml": "Polygon",
    "traveltimestops.qml": "Point",
}


def by_time(base, percentiles):
    """Write a style by the first percentile's travel time; returns its path."""
    fields = [TIME.format(percentile=each) for each in percentiles]
    declared = "".join(f"&field={name}:double" for name in fields)
    layer = QgsVectorLayer(f"{_KINDS[base]}?crs=EPSG:3006{declared}", "times", "memory")
    layer.loadNamedStyle(str(STYLES / base))
    layer.renderer().setClassAttribute(fields[0])
    path = QgsProcessingUtils.generateTempFilename(base)
    layer.saveNamedStyle(path)
    return path


def by_band(bands):
    """Write a style of isochrones, the shortest times darkest; returns its path."""
    labels = [
        tr("{low}–{high} min").format(low=low, high=high) for low, high in zip((0, *bands), bands)
    ]
    return write(list(zip(bands, labels)), "min_to")
