"""The street layer: all streets, roads and tracks, cut where they meet."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from . import graph
from .farms import Farms
from .layout import Layout
from .roads import RANK, Roads
from .shapes import CENTIMETRE, Floats, Integers, Mask, generator
from .town import Town, main_ways, street_lines

TOWN_SPEED = {"path": 15, "local": 40, "main": 50, "regional": 50, "national": 60}
"""Speed in settlements [km/h]."""
MAIN_AXIS = 2500
"""Places with more inhabitants have a main street along their whole axis."""
LINK = 14.0
"""Length of the footpath that closes a street for cars [m]."""
ONE_WAY_TOWN, CENTRAL = 10_000, 0.25
"""Places with more inhabitants have one-way streets in the middle, so far out [radius]."""
ONE_WAY = 0.45, 0.008
"""Share of one-way streets there and elsewhere."""
CLOSED = 0.17
"""Share of streets closed for cars half-way."""
COLUMNS = ["class", "speed", "oneway", "walk", "bike", "car", "name", "geometry"]


def streets(
    seed: int,
    settlements: pd.DataFrame,
    layout: Layout,
    network: Town,
    country: Roads,
    homesteads: Farms,
) -> gpd.GeoDataFrame:
    """Put all streets together, as one connected network.

    Returns
    -------
    GeoDataFrame
        ``COLUMNS``; lines meet at their ends only, but for bridges over the motorway.
    """
    town = _town_frame(seed, settlements, layout, network, country)
    rural = gpd.GeoDataFrame(
        {"rank": country.rank, "speed": country.speed, "oneway": 0, "name": country.label},
        geometry=[shapely.linestrings(line) for line in country.line],
    )
    tracks = gpd.GeoDataFrame(
        geometry=shapely.linestrings(np.stack([homesteads.gate, homesteads.yard], axis=1))
    ).assign(rank=RANK["track"], speed=30, oneway=0, name="")
    frame = pd.concat([town, rural, tracks], ignore_index=True)
    crossed, junctions = _joined(frame, len(town))
    return _described(_connected(_cut(crossed, junctions)))


def _town_frame(
    seed: int, settlements: pd.DataFrame, layout: Layout, network: Town, country: Roads
) -> gpd.GeoDataFrame:
    """Streets inside settlements with their class, one-way streets and closed streets."""
    rng = generator(seed, "streets")
    rank, name = _town_ranks(settlements, network, country)
    edges = network.edges.assign(rank=rank, name=name)
    # Streets that hold the network together stay open both ways.
    quiet = (edges["rank"] == RANK["local"]) & ~edges["tree"]
    chance = rng.random(len(edges))
    central = np.hypot(edges["u0"], edges["v0"]) < CENTRAL * layout.radius[edges["owner"]]
    central &= (settlements["population"] > ONE_WAY_TOWN).to_numpy()[edges["owner"]]
    one_way = quiet & (chance < np.where(central, *ONE_WAY))
    closed = quiet & ~one_way & (edges["length"] > 80) & (chance > 1 - CLOSED)
    edges = edges.assign(oneway=one_way.astype(int))
    edges = pd.concat([edges[~closed], *_closed(edges[closed])], ignore_index=True)
    speed = edges["rank"].map({RANK[name]: speed for name, speed in TOWN_SPEED.items()})
    columns = edges[["rank", "oneway", "name"]].assign(speed=speed)
    return gpd.GeoDataFrame(columns, geometry=_street_shapes(edges, network, layout))


def _town_ranks(
    settlements: pd.DataFrame, network: Town, country: Roads
) -> tuple[Integers, npt.NDArray[np.object_]]:
    """Ways through town take the class of the road outside; its local roads are main streets."""
    position = {tuple(point): index for index, point in enumerate(network.node.tolist())}
    ends = [
        (position[tuple(end)], max(rank, RANK["main"]), label)
        for line, rank, label in zip(country.line, country.rank, country.label)
        for end in (line[0].tolist(), line[-1].tolist())
        if tuple(end) in position
    ]
    labels = ["", *sorted({label for _, _, label in ends if label})]
    gateway = np.array([end[0] for end in ends], dtype=np.int64)
    coded = np.array([rank * 100 + labels.index(label) for _, rank, label in ends], dtype=np.int64)
    best = main_ways(network, gateway, coded)
    edges = network.edges
    axis = edges["axis"] & (settlements["population"] > MAIN_AXIS).to_numpy()[edges["owner"]]
    rank = np.where(best > 0, best // 100, np.where(axis, RANK["main"], RANK["local"]))
    rank = np.where(edges["path"], RANK["path"], rank)
    return rank.astype(np.int64), np.array(labels, dtype=object)[best % 100]


def _closed(edges: pd.DataFrame) -> list[pd.DataFrame]:
    """Streets closed for cars half-way: two dead ends with a footpath between."""
    share = LINK / edges["length"].to_numpy() / 2
    stops = [np.zeros(len(edges)), 0.5 - share, 0.5 + share, np.ones(len(edges))]
    parts = []
    for part in range(3):
        piece = edges.copy()
        for end, at in (("0", stops[part]), ("1", stops[part + 1])):
            for axis in "uv":
                low, high = edges[axis + "0"].to_numpy(), edges[axis + "1"].to_numpy()
                piece[axis + end] = low + at * (high - low)
        piece["length"] = edges["length"] * (stops[part + 1] - stops[part])
        if part > 0:
            piece["a"] = -1
        if part < 2:
            piece["b"] = -1
        if part == 1:
            piece["rank"] = RANK["path"]
        parts.append(piece)
    return parts


def _street_shapes(edges: pd.DataFrame, network: Town, layout: Layout) -> npt.NDArray[np.object_]:
    """Lines; ends without a junction are carried onto the ground one by one."""
    node = network.node
    columns = {}
    for end, number in (("a", "0"), ("b", "1")):
        loose = (edges[end] < 0).to_numpy()
        plan = edges.loc[loose, ["u" + number, "v" + number]].to_numpy()
        place = layout.ground(np.round(plan, 4), edges.loc[loose, "owner"].to_numpy())
        place, index = np.unique(np.round(place, CENTIMETRE), axis=0, return_inverse=True)
        columns[end] = edges[end].to_numpy().copy()
        columns[end][loose] = len(node) + index.reshape(-1)
        node = np.concatenate([node, place])
    return street_lines(edges.assign(**columns), node, layout)


def _joined(frame: gpd.GeoDataFrame, town: int) -> tuple[gpd.GeoDataFrame, Floats]:
    """Give lines that cross a common vertex there; the motorway only has interchanges."""
    shapes = np.array(frame.geometry.array)
    rank = frame["rank"].to_numpy()
    rural = np.flatnonzero((np.arange(len(frame)) >= town) & (rank > RANK["track"]))
    tree = shapely.STRtree(shapes)
    first, second = tree.query(shapes[rural], predicate="crosses")
    first = rural[first]
    high, low = np.maximum(rank[first], rank[second]), np.minimum(rank[first], rank[second])
    bridge = (high == RANK["motorway"]) & (low < RANK["regional"])
    wanted = ~bridge & (low > RANK["track"])
    added: dict[int, list[Floats]] = {}
    for line, other in zip(first[wanted], second[wanted]):
        ends = sorted((line, other))
        meeting = shapely.intersection(shapes[ends[0]], shapes[ends[1]])
        points = np.round(shapely.get_coordinates(meeting), CENTIMETRE)
        for member in ends:
            added.setdefault(member, []).append(points)
    for line, points in added.items():
        shapes[line] = _with_vertices(shapes[line], np.unique(np.concatenate(points), axis=0))
    junctions = [np.empty((0, 2)), *(point for points in added.values() for point in points)]
    return frame.set_geometry(shapes), np.concatenate(junctions)


def _with_vertices(line: shapely.Geometry, points: Floats) -> shapely.Geometry:
    """Insert points into a line where they lie on it."""
    vertices = shapely.get_coordinates(line)
    at = shapely.line_locate_point(line, shapely.points(points))
    length = np.append(0, np.cumsum(np.hypot(*np.diff(vertices, axis=0).T)))
    merged, place = np.concatenate([vertices, points]), np.append(length, at)
    merged = merged[np.argsort(place, kind="stable")]
    fresh = np.append(True, (np.diff(merged, axis=0) != 0).any(axis=1))
    return shapely.linestrings(merged[fresh])


def _cut(frame: gpd.GeoDataFrame, junctions: Floats) -> gpd.GeoDataFrame:
    """Cut lines at each vertex where another line ends or crosses."""
    vertices, line = shapely.get_coordinates(frame.geometry.array, return_index=True)
    new = np.append(True, np.diff(line) > 0)
    end = new | np.append(new[1:], True)
    number = _numbers(np.concatenate([vertices, junctions]))
    cutting = np.zeros(number.max() + 1, dtype=bool)
    cutting[number[: len(vertices)][end]] = True
    cutting[number[len(vertices) :]] = True
    inner = cutting[number[: len(vertices)]] & ~end
    copies = np.where(inner, 2, 1)
    at = np.repeat(np.arange(len(vertices)), copies)
    second = np.append(False, np.diff(at) == 0)
    piece = np.cumsum(new[at] & ~second | second) - 1
    source = line[at[np.append(True, np.diff(piece) > 0)]]
    columns = frame.drop(columns="geometry").iloc[source].reset_index(drop=True)
    return gpd.GeoDataFrame(columns, geometry=shapely.linestrings(vertices[at], indices=piece))


def _numbers(points: Floats) -> Integers:
    """Give points numbers so that equal ones share it."""
    whole = np.round(points * 10**CENTIMETRE).astype(np.int64)
    _, number = np.unique(whole[:, 0] * 2**36 + whole[:, 1], return_inverse=True)
    return np.asarray(number.reshape(-1), dtype=np.int64)


def parts(lines: npt.NDArray[np.object_]) -> Integers:
    """Find the connected part of each of the lines, which meet at their ends."""
    ends = [shapely.get_coordinates(shapely.get_point(lines, vertex)) for vertex in (0, -1)]
    number = _numbers(np.concatenate(ends))
    a, b = number[: len(lines)], number[len(lines) :]
    return graph.parts(a, b, int(number.max()) + 1)[a]


def _connected(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Drop what hangs together with nothing else."""
    part = parts(np.asarray(frame.geometry.array))
    main: Mask = part == np.bincount(part).argmax()
    return frame[main].reset_index(drop=True)


def _described(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    word = np.array(list(RANK), dtype=object)[frame["rank"].to_numpy()]
    car = word != "path"
    foot = word != "motorway"
    columns = {"class": word, "walk": foot, "bike": foot, "car": car}
    flags = {key: value if key == "class" else value.astype(int) for key, value in columns.items()}
    return frame.assign(**flags)[COLUMNS]
