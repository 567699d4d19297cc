"""The base class of every algorithm: a declaration and one call."""

from __future__ import annotations

from qgis.core import QgsProcessingAlgorithm, QgsProcessingException, QgsProcessingOutputDefinition
from qgis.PyQt.QtGui import QIcon

from . import helptext
from .i18n import sentence
from .inputs import Inputs
from .libraries import LIBRARIES, broken, missing
from .methods.errors import Cancelled, InputError
from .outputs import Outputs
from .paths import ICONS
from .presentation import present


class Algorithm(QgsProcessingAlgorithm):
    """An algorithm states what it is and defines ``parameters`` and ``compute``.

    The id is the class name in lower case and the group is the folder of the module: both are
    public names, pinned by ``tests/api.json``.
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
        problem = missing(self.libraries)  # qgis_process never asks canExecute
        if not problem:
            results, problem = self._run(parameters, context, feedback)
        if problem:
            # QGIS never lets go of an exception's frames: layers in them would outlive QGIS.
            del parameters, context, feedback
            raise QgsProcessingException(problem)
        return results

    def _run(self, parameters, context, feedback):
        """Return the results and what went wrong, as a sentence."""
        self._written = {}
        try:
            inputs = Inputs(self, parameters, context, feedback)
            outputs = Outputs(inputs)
            results = outputs.write(self.compute(inputs))
            # Plain texts only: layers and the run's context must not outlive the run.
            self._written = outputs.written()
            return results, ""
        except InputError as error:
            return {}, sentence(error)
        except QgsProcessingException as error:
            return {}, str(error)
        except ImportError as error:
            return {}, broken(error)
        except Cancelled:
            return {}, ""

    def postProcessAlgorithm(self, context, feedback):  # noqa: ARG002 (QGIS's signature)
        for name, (story, destination) in self._written.items():
            present(story, self.styles.get(name), destination, context)
        return {}
