"""What a travel-time matrix takes: seconds and memory, told before it is computed."""

from __future__ import annotations

from typing import NamedTuple

from ..i18n import tr
from .traveltimes import PAIR_BYTES, ROWS, TRANSIT, pairs_together

NODE = 0.5e-6
"""Seconds for each origin and junction within its reach, on streets."""
PAIR = 0.5e-6
"""Seconds for each pair of places within reach of each other, on streets or straight."""
ROW = 6e-6
"""Seconds to write a row."""
LINE = 12e-6
"""Seconds to write a flow line."""

ROW_BYTES = 1000
"""Memory for each row made ready to be written."""
NODE_BYTES = 500
"""Memory for each junction while streets are searched."""

GAIN, MOST_GAIN = 0.4, 3
"""How much faster each further thread makes a run, and all of them at most."""

SAMPLE = 25
"""Origins about which junctions are counted."""


class Effort(NamedTuple):
    """Time [s] and memory beside QGIS and the layers [bytes]."""

    seconds: float
    memory: float


def efforts(inputs, ground, settings, places, modes, transit):
    """Estimate what each mode takes, writing its rows included."""
    from ..methods.transit.router.effort import pace

    slower, flows = pace(), inputs.given("FLOWS")
    each = ROW + (LINE if flows else 0)
    kept = 8 * (4 + len(settings.percentiles)) if flows else 0
    result = []
    for mode in modes:
        if mode == TRANSIT:
            seconds, memory, pairs = _transit(inputs, transit)
        else:
            seconds, memory, pairs = _on_ground(inputs, ground, settings, places, mode)
        # rows are written when their block is computed
        memory = max(memory, kept * pairs + min(pairs, ROWS) * ROW_BYTES)
        result.append(Effort(slower * (seconds + each * pairs), memory))
    return result


def _transit(inputs, transit):
    from ..methods.transit.router.effort import pairs_of, parts_of, seconds_of
    from ..methods.transit.router.spread import shared_out

    job, threads = shared_out(transit.job, inputs.integer("THREADS"))
    seconds = seconds_of(job) / min(1 + GAIN * (threads - 1), MOST_GAIN)
    memory = job.sizes.bytes
    if inputs.flag("COMPONENTS"):
        more, needed = parts_of(job)
        seconds, memory = seconds + more, max(memory, needed)
    return seconds, memory, pairs_of(job)


def _on_ground(inputs, ground, settings, places, mode):
    import numpy as np
    from scipy.spatial import cKDTree

    origins, destinations = places
    hours = settings.window.limit / 3600
    some = origins.xy[:: max(len(origins) // SAMPLE, 1)]
    far = 1000 * hours * ground.fastest(inputs, settings, mode)
    near = cKDTree(destinations.xy).query_ball_point(some, far, return_length=True).mean()
    pairs = near * len(origins)
    seconds = PAIR * pairs
    together = max(pairs_together(inputs), len(destinations))
    memory = PAIR_BYTES * min(pairs, together)
    if ground.network is None:
        return seconds, memory, pairs
    nodes = ground.network_of(mode).nodes
    reached = cKDTree(nodes).query_ball_point(some, far, return_length=True).mean()
    seconds += NODE * np.mean(reached) * len(origins)
    return seconds, memory + NODE_BYTES * len(nodes), pairs


def told(places, settings, work):
    """Return what is computed and what it takes, as a line for the log."""
    seconds = sum(each.seconds for each in work)
    return tr(
        "{origins} origins x {destinations} destinations, {departures} departures: about {time}, "
        "{memory} MB beside QGIS and the layers"
    ).format(
        origins=_spaced(len(places[0])),
        destinations=_spaced(len(places[1])),
        departures=settings.window.count,
        time=_time(seconds),
        memory=_spaced(max(round(max(each.memory for each in work) / 1e6), 1)),
    )


def _time(seconds):
    if seconds < 100:
        return tr("{seconds} s").format(seconds=max(round(seconds), 1))
    return tr("{minutes} min").format(minutes=round(seconds / 60))


def _spaced(number):
    return f"{number:,}".replace(",", " ")
