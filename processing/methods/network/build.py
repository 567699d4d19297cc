"""Street lines to a graph: lines become edges that meet in nodes."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from ..errors import InputError
from ..progress import Progress, silent
from .graph import WALKING_SPEED, Floats, Integers, Network
from .split import split_at_shared_vertices


def build_network(
    lines: ArrayLike,
    *,
    oneway: ArrayLike | None = None,
    speed: ArrayLike | None = None,
    road_class: ArrayLike | None = None,
    class_speed: Mapping[str, float] | None = None,
    default_speed: float = WALKING_SPEED,
    tolerance: float = 0.5,
    progress: Progress = silent,
) -> Network:
    """Turn street lines into a graph of edges and nodes.

    Lines meet where they share a vertex, be it an end or not; ends closer than the tolerance
    become one node. Lines that merely cross stay apart, as bridges and tunnels do: see
    `components` for what then hangs loose.

    Parameters
    ----------
    lines : array_like of LineString or MultiLineString, shape (k,)
        Streets in projected coordinates [m]; z is dropped.
    oneway : array_like, shape (k,), optional
        1 along the line only, -1 against it only, 0 or missing both ways.
    speed : array_like, shape (k,), optional
        Speed [km/h]; missing or not positive: that of the class.
    road_class : array_like of str, shape (k,), optional
        Class to look up in ``class_speed``.
    class_speed : mapping of str to float, optional
        Speed of each class [km/h].
    default_speed : float
        Speed where neither is known [km/h]; walking.
    tolerance : float
        Ends within this distance are one node [m]; chains of such ends too.
    progress : callable
        Told the fraction done.

    Returns
    -------
    Network
        Edges in the order of the lines.

    Raises
    ------
    InputError
        If a geometry is not a line, a coordinate is not finite, a one-way value is unknown, or
        the tolerance is negative.

    Examples
    --------
    >>> streets = shapely.from_wkt(["LINESTRING (0 0, 100 0, 200 0)", "LINESTRING (100 0, 100 50)"])
    >>> network = build_network(streets)
    >>> network.length.tolist(), network.line.tolist()
    ([100.0, 100.0, 50.0], [0, 0, 1])
    """
    sources: NDArray[np.object_] = np.asarray(lines, dtype=object)
    progress(0.0)
    _check(sources, tolerance)
    xy, piece, line = split_at_shared_vertices(*_single_lines(sources))
    progress(0.4)
    nodes, start, end, geometry = _nodes(xy, piece, tolerance)
    progress(0.9)
    length: Floats = shapely.length(geometry)
    keep = (start != end) | (length > max(tolerance, 0.0))
    progress(1.0)
    direction = _directions(oneway, len(sources))[line]
    metres_per_second = (
        _speeds(speed, road_class, class_speed, default_speed, len(sources))[line] / 3.6
    )
    return Network(
        nodes=nodes,
        start=start[keep],
        end=end[keep],
        length=length[keep],
        seconds=(length / metres_per_second)[keep],
        forward=direction[keep] >= 0,
        backward=direction[keep] <= 0,
        line=line[keep],
        geometry=geometry[keep],
        left_out=np.setdiff1d(np.arange(len(sources)), line[keep]),
    )


def _check(lines: NDArray[np.object_], tolerance: float) -> None:
    """Refuse what is not a line."""
    kind = shapely.get_type_id(lines)
    wrong = np.flatnonzero(~np.isin(kind, [-1, 1, 2, 5]) & ~shapely.is_empty(lines))
    if len(wrong):
        raise InputError(
            "Feature {feature} of the street network is not a line; choose a line layer.",
            feature=int(wrong[0]) + 1,
        )
    if not np.isfinite(shapely.get_coordinates(lines)).all():
        raise InputError(
            "The street network has coordinates that are not finite; repair its geometries."
        )
    if not tolerance >= 0:
        raise InputError(
            "The snapping tolerance must be 0 or more, not {tolerance}.", tolerance=tolerance
        )


def _single_lines(lines: NDArray[np.object_]) -> tuple[Floats, Integers, Integers]:
    """Vertices of the single lines, the single line and the source line of each vertex."""
    parts, source = lines, np.arange(len(lines))
    if (shapely.get_type_id(lines) > 1).any():
        parts, source = shapely.get_parts(lines, return_index=True)
    xy, part = shapely.get_coordinates(parts, return_index=True)
    return xy, part, source[part]


def _nodes(
    xy: Floats, piece: Integers, tolerance: float
) -> tuple[Floats, Integers, Integers, NDArray[np.object_]]:
    """Nodes, both ends of each piece, and the pieces drawn out to their nodes."""
    first = np.flatnonzero(np.r_[True, np.diff(piece) != 0][: len(piece)])
    last = np.r_[first[1:], len(xy)][: len(first)] - 1
    ends = np.concatenate([xy[first], xy[last]])
    places, which = np.unique(ends[:, 0] + 1j * ends[:, 1], return_inverse=True)
    node, nodes = _merge(np.column_stack([places.real, places.imag]), tolerance)
    start, end = node[which].reshape(2, -1)
    drawn = xy.copy()
    drawn[first], drawn[last] = nodes[start], nodes[end]
    return nodes, start, end, shapely.linestrings(drawn, indices=piece)


def _merge(places: Floats, tolerance: float) -> tuple[Integers, Floats]:
    """Find the node of each place, and the nodes: the first place of each group."""
    if tolerance == 0 or not len(places):
        return np.arange(len(places)), places
    pairs = cKDTree(places).query_pairs(tolerance, output_type="ndarray")
    links = coo_matrix((np.ones(len(pairs)), pairs.T), shape=(len(places),) * 2)
    _, group = connected_components(links, directed=False)
    _, first, node = np.unique(group, return_index=True, return_inverse=True)
    rank = np.argsort(np.argsort(first))
    return rank[node].astype(np.int64), places[np.sort(first)]


def _directions(oneway: ArrayLike | None, count: int) -> Integers:
    """Directions as -1, 0, 1."""
    if oneway is None:
        return np.zeros(count, np.int64)
    values = np.nan_to_num(np.asarray(oneway, dtype=float))
    unknown = ~np.isin(values, [-1, 0, 1])
    if unknown.any():
        raise InputError(
            "One-way values must be 1 (along the line), -1 (against it) or 0 (both ways), "
            "not {value}.",
            value=values[unknown][0],
        )
    return values.astype(np.int64)


def _speeds(
    speed: ArrayLike | None,
    road_class: ArrayLike | None,
    class_speed: Mapping[str, float] | None,
    default_speed: float,
    count: int,
) -> Floats:
    """Speed of each line [km/h]: its own, else its class's, else the default."""
    own = np.full(count, np.nan) if speed is None else np.asarray(speed, dtype=float)
    usual = np.full(count, default_speed)
    if road_class is not None and class_speed is not None:
        names, which = np.unique(np.asarray(road_class, dtype=str), return_inverse=True)
        usual = np.array([class_speed.get(str(name), default_speed) for name in names])[which]
    return np.where(own > 0, own, usual)
