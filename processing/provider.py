"""Samplan's entry in the Processing toolbox."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .algorithms import ALGORITHMS
from .model import Model
from .paths import ICON, MODELS
from .presentation import version


class Provider(QgsProcessingProvider):
    """Registers the algorithms and the ready-made models."""

    def id(self):
        return "samplan"

    def name(self):
        return "Samplan"

    def longName(self):
        return f"Samplan {version()}"

    def icon(self):
        return QIcon(str(ICON))

    def svgIconPath(self):
        return str(ICON)

    def defaultVectorFileExtension(self, hasGeometry=True):  # noqa: ARG002, N803 (QGIS's signature)
        return "gpkg"

    def loadAlgorithms(self):
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
        for path in sorted(MODELS.glob("*.model3")):
            self.addAlgorithm(Model(path))
