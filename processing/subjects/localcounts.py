"""What may be counted around stops: residents, dwellings and jobs, from the layers given."""

from __future__ import annotations

from .. import parameters as p
from ..i18n import tr
from .homes import coordinates

LAYERS = {
    "pop": ("RESIDENTS", "POPULATION"),
    "dwellings": ("BUILDINGS", "DWELLINGS"),
    "jobs": ("WORKPLACES", "EMPLOYEES"),
}
"""Layer and field parameter by the catalogue's code."""


def declared():
    """Declare the layers and their number fields; all are optional."""
    places = [p.POINT, p.POLYGON]
    dwellings, employees = tr("Dwellings"), tr("Employees")
    return [
        p.residents(),
        p.resident_count(),
        p.layer("BUILDINGS", tr("Buildings"), places, optional=True),
        p.number_field("DWELLINGS", dwellings, of="BUILDINGS", default="dwellings"),
        p.layer("WORKPLACES", tr("Workplaces"), places, optional=True),
        p.number_field("EMPLOYEES", employees, of="WORKPLACES", default="employees"),
    ]


def read(inputs):
    """Read the layers given: coordinates and numbers by the catalogue's code.

    Returns
    -------
    dict
        Of pairs of arrays, shapes (n, 2) and (n,); a missing number is 0.
    """
    import numpy as np

    found = {}
    for code, (layer, field) in LAYERS.items():
        if inputs.given(layer):
            inputs.require(field)
            frame = inputs.frame(layer, number=field)
            number = np.nan_to_num(frame["number"].to_numpy(dtype=float))
            used = number > 0
            found[code] = coordinates(frame.geometry.to_numpy()[used]), number[used]
    return found
