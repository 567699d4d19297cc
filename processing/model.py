"""Ready-made models, with their texts in the user's language."""

from __future__ import annotations

from qgis.core import QgsProcessingModelAlgorithm
from qgis.PyQt.QtGui import QIcon

from .i18n import tr
from .paths import ICONS


class Model(QgsProcessingModelAlgorithm):
    """A model from ``models/``; its group in the file is the id of a group of the toolbox."""

    def __init__(self, path):
        super().__init__()
        self.path = path
        self.fromFile(str(path))
        for definition in self.parameterDefinitions():
            definition.setDescription(tr(definition.description()))

    def createInstance(self):
        return Model(self.path)

    def displayName(self):
        return tr(self.helpContent()["title"])

    def group(self):
        from .algorithms import GROUPS

        return GROUPS[self.groupId()]

    def groupId(self):
        return super().group()

    def icon(self):
        return QIcon(str(ICONS / f"{self.groupId()}.svg"))

    def shortDescription(self):
        return tr(self.helpContent()["ALG_DESC"])

    def shortHelpString(self):
        return f"<p>{self.shortDescription()}</p>"
