"""A travel-time matrix from the layers given: what is computed, what it takes, and its results."""

from __future__ import annotations

from itertools import chain

from ..i18n import tr
from ..methods.errors import InputError
from ..methods.progress import part
from ..outputs import Streamed
from . import travelplaces, travelsettings, traveltimes
from .traveleffort import efforts, told
from .travelground import ground_of
from .traveltimes import CAR, MODES, TRANSIT


def computed(inputs):
    """Compute the tool's results; the times themselves come while they are written.

    Returns
    -------
    dict
        Results by output.
    tuple
        Percentiles of the travel time.
    """
    settings = travelsettings.read(inputs, by_arrival=inputs.choice("TIMES") == "arrivals")
    modes, places = _modes(inputs), _places(inputs)
    ground = ground_of(inputs)
    run = _Run(inputs, ground, settings, places)
    transit = traveltimes.prepared(inputs, ground, settings, places) if TRANSIT in modes else None
    results = {"SNAPPING": run.reach(transit)}
    table = traveltimes.Table(places, settings, components=inputs.flag("COMPONENTS"))
    kept = [] if inputs.given("FLOWS") else None
    frames = table.frames(run.blocks(modes, transit), kept)
    results["OUTPUT"] = Streamed(table.template(), run.watched(frames, table, modes))
    if kept is not None:
        results["FLOWS"] = Streamed(table.flow_template(), table.flows(kept))
    return results, settings.percentiles


def _modes(inputs):
    """Return the modes chosen, in their usual order; no cars where there are no streets."""
    chosen = [mode for mode in MODES if mode in inputs.choices("MODES")]
    if CAR in chosen and not inputs.given("STREETS"):
        inputs.warn(tr("Cars are left out: they need streets."))
        chosen.remove(CAR)
    if not chosen:
        raise InputError("Choose a mode; the car needs streets.")
    return chosen


def _places(inputs):
    origins = travelplaces.read(inputs, "ORIGINS", "ORIGIN_ID")
    if not inputs.given("DESTINATIONS"):
        return origins, origins
    return origins, travelplaces.read(inputs, "DESTINATIONS", "DESTINATION_ID")


class _Run:
    """What the parts of a run share."""

    def __init__(self, inputs, ground, settings, places):
        self.inputs, self.ground, self.settings, self.places = inputs, ground, settings, places

    def reach(self, transit):
        """Tell how far the places lie from streets and stops, and warn of those out of reach."""
        import numpy as np

        same = self.places[0] is self.places[1]
        several = self.places[:1] if same else self.places
        roles = ["both"] if same else ["origin", "destination"]
        stops = transit.stops if transit else np.zeros((0, 2))
        ways = (transit.access, transit.egress) if transit else (None, None)
        table = travelplaces.snapping(several, roles, self.ground, stops, ways)
        travelplaces.warn_of_unreached(self.inputs, table)
        return table

    def blocks(self, modes, transit):
        """Return the blocks of all modes, one mode after the other; tells first what it takes."""
        work = efforts(self.inputs, self.ground, self.settings, self.places, modes, transit)
        self.inputs.tell(told(self.places, self.settings, work))
        total, begin, parts = sum(each.seconds for each in work) or 1.0, 0.0, []
        for mode, effort in zip(modes, work):
            end = begin + effort.seconds / total
            parts.append(self._blocks_of(mode, transit, part(self.inputs.progress, begin, end)))
            begin = end
        return chain.from_iterable(parts)

    def _blocks_of(self, mode, transit, progress):
        if mode == TRANSIT:
            return traveltimes.transit_blocks(self.inputs, transit, progress)
        return traveltimes.street_blocks(
            self.inputs, self.ground, self.settings, self.places, mode, progress
        )

    def watched(self, frames, table, modes):
        """Pass the frames on, and warn where at last they led from no place to another."""
        yield from frames
        origins, destinations = self.places
        same = len(travelplaces.same_points(origins.xy, destinations.xy)[0])
        if table.rows <= same * len(modes) and same < len(origins) * len(destinations):
            self.inputs.warn(
                tr(
                    "No destination is reached from any origin. Check the date, the time window, "
                    "the longest walk and journey, and that all layers are of the same region."
                )
            )
