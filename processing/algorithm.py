"""The base class of every algorithm: a declaration and one call."""

from __future__ import annotations

from qgis.core import QgsProcessingAlgorithm, QgsProcessingException, QgsProcessingOutputDefinition
from qgis.PyQt.QtGui import QIcon

from . import helptext
from .inputs import Inputs
from .libraries import LIBRARIES, missing
from .paths import ICONS
from .presentation import present
from .run import run


class Algorithm(QgsProcessingAlgorithm):
    """An algorithm states what it is and defines ``parameters`` and ``compute``.

    The id is the class name in lower case and the group is the folder of the module: both are
    public names, pinned by ``tests/algorithms/api.json``.
    """

    label: str
    summary: str
    references: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()  # other words to find it by, in both languages
    example: str = ""
    explanations: dict[str, str] = {}  # help by parameter name
    libraries: tuple[str, ...] = LIBRARIES
    styles: dict[str, str] = {}

    def parameters(self):
        """Return the parameters and outputs, in the order of the dialog."""
        raise NotImplementedError

    def compute(self, inputs: Inputs) -> dict[str, object]:
        """Return a result for each output the user may have asked for."""
        raise NotImplementedError

    def createInstance(self):
        return type(self)()

    def name(self):
        return type(self).__name__.lower()

    def displayName(self):
        return self.label

    def groupId(self):
        return type(self).__module__.split(".")[-2]

    def group(self):
        from .algorithms import GROUPS

        return GROUPS[self.groupId()]

    def icon(self):
        return QIcon(str(ICONS / f"{self.groupId()}.svg"))

    def tags(self):
        return list(self.keywords)

    def shortDescription(self):
        return self.summary

    def shortHelpString(self):
        return helptext.page(self)

    def initAlgorithm(self, configuration=None):  # noqa: ARG002 (QGIS's signature)
        for definition in self.parameters():
            if isinstance(definition, QgsProcessingOutputDefinition):
                self.addOutput(definition)
                continue
            if definition.name() in self.explanations:
                definition.setHelp(self.explanations[definition.name()])
            self.addParameter(definition)

    def canExecute(self):
        problem = missing(self.libraries)
        return not problem, problem

    def checkParameterValues(self, parameters, context):
        problem = Inputs(self, parameters, context, None).unreadable()
        return (False, problem) if problem else super().checkParameterValues(parameters, context)

    def processAlgorithm(self, parameters, context, feedback):
        results, self._written, problem = run(self, parameters, context, feedback)
        if problem:
            # QGIS never lets go of an exception's frames: layers in them would outlive QGIS.
            del parameters, context, feedback
            raise QgsProcessingException(problem)
        return results

    def run_styles(self):
        """Return the styles, by output, that depend on the run; asked for when it is complete."""
        return {}

    def postProcessAlgorithm(self, context, feedback):  # noqa: ARG002 (QGIS's signature)
        styles = {**self.styles, **self.run_styles()} if self._written else {}
        for name, (story, destination) in self._written.items():
            present(story, styles.get(name), destination, context)
        return {}
