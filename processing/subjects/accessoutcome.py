"""Accessibility from travel times to results: fields of the places, and tables of people."""

from __future__ import annotations

from ..methods.progress import part
from ..outputs import Extended
from . import accessmeasures, accessplaces, accessresults


def measure(inputs):
    """Measure the accessibility of places.

    Parameters
    ----------
    inputs : Inputs
        Of the tool that measures accessibility.

    Returns
    -------
    tuple of dict and list
        Results by output, and the fields measured.
    """
    chosen = accessmeasures.choices(inputs)
    wanted = [name for name in ("SUMMARY", "EQUITY") if inputs.given(name)]
    if wanted:
        inputs.require("POPULATION")
    places = accessplaces.places(inputs)
    codes, kinds = accessplaces.destinations(inputs, places)
    times = accessplaces.times(inputs, places["code"], codes)
    accessresults.tell_unconnected(inputs, times, places)
    reach = accessmeasures.Reach(times, codes, places.get("population"))
    rest = 0.7 if wanted else 1.0
    first = part(inputs.progress, 0.0, rest)
    fields = accessmeasures.compute(chosen, reach, kinds, first)
    results = {"OUTPUT": Extended("PLACES", accessresults.frame(fields))}
    if wanted:
        longest = chosen.thresholds[-1]
        last = part(inputs.progress, rest, 1.0)
        table = accessresults.equity(inputs, places, fields, longest, last)
        results.update({"SUMMARY": accessresults.summary(table), "EQUITY": table})
    return results, fields
