"""The parts of the streets that facilities reach, band by band."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from ..network.access import ROUNDING
from ..network.graph import Floats, Integers, Measure, Network
from ..network.groups import grouped
from ..network.nearest import nearest_to_points
from ..network.places import in_runs
from ..network.samples import sample_edges
from ..network.snap import Snapped
from ..network.tiles import node_blocks
from ..progress import Progress, part, silent
from .bands import checked_bands, widest
from .stretches import Stretches, incidence, nearest_stretches, reached_stretches

STEP = 10.0
"""Longest step of a street that belongs to one facility where they differ in rank or reach [m]."""


class Pieces(NamedTuple):
    """Parts of edges, each reached first within one band; sorted by facility, edge and place.

    Attributes
    ----------
    facility, edge : ndarray, shape (k,)
        Facility that reaches the piece, and the edge it is of.
    band : ndarray, shape (k,)
        Number of the band, 0 for the innermost.
    begin, end : ndarray, shape (k,)
        From where to where along the edge [m].
    """

    facility: Integers
    edge: Integers
    band: Integers
    begin: Floats
    end: Floats


def reached_edges(
    network: Network,
    facilities: Snapped,
    bands: Sequence[float],
    *,
    reach: ArrayLike | None = None,
    by: Measure = "length",
    inbound: bool = False,
    progress: Progress = silent,
) -> Pieces:
    """Find the parts of the streets that each facility reaches; catchments overlap.

    Parameters
    ----------
    network : Network
        Streets.
    facilities : Snapped
        Facilities on their edges; the straight way to the edge counts, walked where time is
        measured.
    bands : sequence of float
        Limits, rising [m] or [s].
    reach : array_like, shape (f,), optional
        A facility's own limit [m] or [s]; missing: the last band.
    by : {"length", "seconds"}
        What to measure.
    inbound : bool
        Measure towards the facilities instead of away from them.
    progress : callable
        Told the fraction done.

    Returns
    -------
    Pieces
        Edges and parts of edges; where both ends of an edge are entered, up to where the ways
        meet.

    Raises
    ------
    InputError
        If the bands do not rise from above 0.

    Examples
    --------
    >>> import shapely
    >>> from ..network.build import build_network
    >>> from ..network.snap import snap
    >>> streets = build_network(shapely.from_wkt(["LINESTRING (0 0, 1000 0)"]))
    >>> pieces = reached_edges(streets, snap(streets, [[200, 0]]), [300, 500])
    >>> pieces.band.tolist(), pieces.begin.tolist(), pieces.end.tolist()
    ([0, 1], [0.0, 500.0], [500.0, 700.0])
    """
    limits = checked_bands(bands)
    own = widest(limits, reach, len(facilities.edge))
    edges_of = incidence(network)
    found = [
        _cut(
            network,
            by,
            limits,
            own,
            reached_stretches(network, facilities, by, inbound, edges_of, block),
        )
        for block in node_blocks(
            network, facilities, limits[-1], by=by, inbound=inbound, progress=progress
        )
    ]
    none = np.empty(0, np.int64)
    found.append(Pieces(none, none, none, np.empty(0), np.empty(0)))
    pieces = Pieces._make(np.concatenate(column) for column in zip(*found))
    order = in_runs(pieces.facility)
    return Pieces._make(column[order] for column in pieces)


def nearest_edges(
    network: Network,
    facilities: Snapped,
    bands: Sequence[float],
    *,
    reach: ArrayLike | None = None,
    rank: ArrayLike | None = None,
    by: Measure = "length",
    inbound: bool = False,
    progress: Progress = silent,
) -> Pieces:
    """Find the parts of the streets that are nearest to each facility.

    Parameters
    ----------
    network, facilities, bands, reach, by, inbound, progress
        As in `reached_edges`.
    rank : array_like, shape (f,), optional
        A facility goes before all of a higher rank, be they nearer or not.

    Returns
    -------
    Pieces
        Each place on the streets once, with the facility it is nearest to; to some metres where
        the facilities differ in rank or reach.

    Raises
    ------
    InputError
        If the bands do not rise from above 0.

    Examples
    --------
    >>> import shapely
    >>> from ..network.build import build_network
    >>> from ..network.snap import snap
    >>> streets = build_network(shapely.from_wkt(["LINESTRING (0 0, 1000 0)"]))
    >>> pieces = nearest_edges(streets, snap(streets, [[200, 0], [600, 0]]), [300])
    >>> pieces.facility.tolist(), pieces.end.tolist()
    ([0, 1], [400.0, 900.0])
    """
    limits = checked_bands(bands)
    own = widest(limits, reach, len(facilities.edge))
    if len(grouped(len(own), own, rank)) > 1:
        pieces = _sampled(network, facilities, limits, own, rank, by, inbound, progress)
    else:
        stretches = nearest_stretches(
            network, facilities, float(own.max(initial=limits[0])), by, inbound, progress
        )
        pieces = _cut(network, by, limits, own, stretches)
    order = np.argsort(pieces.facility, kind="stable")
    return _joined(Pieces._make(column[order] for column in pieces))


def _sampled(
    network: Network,
    facilities: Snapped,
    limits: Floats,
    own: Floats,
    rank: ArrayLike | None,
    by: Measure,
    inbound: bool,
    progress: Progress,
) -> Pieces:
    """Cut edges into short steps, and give each to the facility that its middle belongs to."""
    steps = sample_edges(network, STEP, progress=part(progress, 0, 0.5))
    nearest = nearest_to_points(
        network,
        facilities,
        steps,
        limit=own,
        rank=rank,
        by=by,
        inbound=inbound,
        progress=part(progress, 0.5, 1),
    )
    half = (network.length / np.bincount(steps.edge, minlength=len(network.start)))[steps.edge] / 2
    pieces = Pieces(
        nearest.facility,
        steps.edge,
        np.searchsorted(limits, nearest.cost),
        np.maximum(steps.to_start - half, 0),
        steps.to_start + half,
    )
    return _joined(Pieces._make(column[nearest.facility >= 0] for column in pieces))


def _cut(
    network: Network, by: Measure, limits: Floats, own: Floats, stretches: Stretches
) -> Pieces:
    """Cut stretches where the ways from both ends meet, and at the limits of the bands."""
    edge, offset, length, first, last, owner, other = stretches
    pace = (network.cost(by) / network.length)[edge]
    meeting = np.where(np.isfinite(first), length, 0.0)
    both = np.isfinite(first) & np.isfinite(last)
    halfway = ((last[both] - first[both]) / pace[both] + length[both]) / 2
    meeting[both] = np.clip(halfway, 0, length[both])
    # how far each band comes from the one end and from the other: a stretch is cut at the first,
    # then at the second of these, from the outermost band inwards
    none = np.zeros((len(edge), 1))
    of_nobody = np.append(own, 0.0)
    near, far = (np.minimum(limits, of_nobody[which][:, None]) for which in (owner, other))
    ahead = np.clip((near - first[:, None]) / pace[:, None], 0, meeting[:, None])
    back = np.clip((far - last[:, None]) / pace[:, None], 0, (length - meeting)[:, None])
    ahead, back = np.hstack([none, ahead]), length[:, None] - np.hstack([none, back])
    begin = np.hstack([ahead[:, :-1], back[:, :0:-1]])
    end = np.hstack([ahead[:, 1:], back[:, -2::-1]])
    stretch, slot = np.nonzero(end - begin > ROUNDING)
    count = len(limits)
    return _joined(
        Pieces(
            np.where(slot < count, owner[stretch], other[stretch]),
            edge[stretch],
            np.where(slot < count, slot, 2 * count - 1 - slot),
            offset[stretch] + begin[stretch, slot],
            offset[stretch] + end[stretch, slot],
        )
    )


def _joined(pieces: Pieces) -> Pieces:
    """Make one of pieces that continue each other."""
    same = np.abs(pieces.begin[1:] - pieces.end[:-1]) < ROUNDING
    for column in (pieces.facility, pieces.edge, pieces.band):
        same &= column[1:] == column[:-1]
    first = np.r_[True, ~same][: len(pieces.edge)]
    last = np.r_[~same, True][: len(pieces.edge)]
    return Pieces._make(column[first] for column in pieces)._replace(end=pieces.end[last])
