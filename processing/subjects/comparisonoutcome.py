"""A comparison from runs to results: of places, or of the pairs of travel-time tables."""

from __future__ import annotations

from ..outputs import Extended
from ..reports.comparison import page
from . import comparison, comparisonpairs, comparisonpeople, comparisonresults
from .comparisonmeasures import chosen_fields, measures_of
from .comparisonruns import check_alike, runs_of


def compare(inputs, *, made_by):
    """Compare scenarios with the base.

    Parameters
    ----------
    inputs : Inputs
        Of the tool that compares scenarios.
    made_by : str
        Name of the tool, for the report.

    Returns
    -------
    tuple of dict and object
        Results by output, and what their style shows, see `comparisonresults.look`.
    """
    runs = runs_of(inputs)
    check_alike(inputs, runs)
    of_pairs = comparisonpairs.is_table_of_pairs(inputs)
    if of_pairs:
        inputs.require("PLACES")
    places = comparisonpeople.places_of(inputs)
    added = comparisonpeople.added_of(inputs, runs, places)
    results = {}
    if of_pairs:
        pairs = comparisonpairs.pairs_of(inputs, runs, places)
        effects = comparisonpairs.reach_effects(pairs, places.people, added)
        results["PAIRS"] = comparisonpairs.pair_table(inputs, pairs, runs)
    else:
        measures = measures_of(inputs, chosen_fields(inputs, runs), runs[0].layer)
        effects = comparison.place_effects(inputs, runs, places.codes, measures)
    ranking = comparisonresults.ranking_table(
        effects,
        runs,
        places.people,
        added,
        comparisonpeople.supply_of(inputs, runs),
        smallest_base=inputs.number("SMALLEST_BASE"),
    )
    fields = comparisonresults.differences(effects, runs, with_base=places.layer != "BASE")
    results.update({"OUTPUT": Extended(places.layer, fields), "RANKING": ranking})
    if inputs.given("REPORT"):
        results["REPORT"] = page(runs, effects, ranking, places, made_by=made_by)
    return results, comparisonresults.look(effects, runs, places.kind)
