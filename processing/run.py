"""One run of an algorithm, from the user's parameters to written results or a sentence."""

from __future__ import annotations

from qgis.core import QgsProcessingException

from .i18n import sentence
from .inputs import Inputs
from .libraries import broken, missing
from .methods.errors import Cancelled, InputError
from .outputs import Outputs


def run(algorithm, parameters, context, feedback):
    """Compute and write; nothing of QGIS's that belongs to the run is kept afterwards.

    Returns
    -------
    tuple of dict, dict and str
        QGIS's result map, what ``Outputs.written`` gives, and what went wrong as a sentence.
    """
    problem = missing(algorithm.libraries)  # qgis_process never asks canExecute
    if problem:
        return {}, {}, problem
    try:
        outputs = Outputs(inputs := Inputs(algorithm, parameters, context, feedback))
        results = outputs.write(algorithm.compute(inputs))
        return results, outputs.written(), ""
    except InputError as error:
        return {}, {}, sentence(error)
    except QgsProcessingException as error:
        return {}, {}, str(error)
    except ImportError as error:
        return {}, {}, broken(error)
    except Cancelled:
        return {}, {}, ""
