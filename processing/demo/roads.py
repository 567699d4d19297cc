"""Roads between the settlements: the numbered ones as drawn, local ones as neighbours need."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
import shapely

from . import facts
from .ground import Ground
from .lanes import VERTEX_EVERY, lanes
from .shapes import CENTIMETRE, Floats, Integers, curve
from .town import Town

RANK = {"path": 0, "track": 1, "local": 2, "main": 3, "regional": 4, "national": 5, "motorway": 6}
"""Importance of the street classes."""
LANE_SPEED = 70
"""Speed on local roads [km/h]."""


class Roads(NamedTuple):
    """Lines of roads, not yet cut at their junctions."""

    line: list[Floats]
    """Vertices of each, rounded."""
    rank: Integers
    """As in ``RANK``."""
    label: list[str]
    """Number or empty."""
    speed: Integers
    """In km/h."""


def roads(seed: int, settlements: pd.DataFrame, network: Town, ground: Ground) -> Roads:
    """Connect all settlements: motorway, numbered roads and a web of local roads."""
    numbered = _numbered(settlements, network, ground)
    lines = [shapely.linestrings(line) for line in numbered.line]
    motorway = numbered.rank == RANK["motorway"]
    local = lanes(seed, settlements, network, ground, np.array(lines), motorway)
    count = len(local)
    return Roads(
        numbered.line + local,
        np.append(numbered.rank, np.full(count, RANK["local"])),
        numbered.label + [""] * count,
        np.append(numbered.speed, np.full(count, LANE_SPEED)),
    )


def _numbered(settlements: pd.DataFrame, network: Town, ground: Ground) -> Roads:
    """Sections of the numbered roads from settlement to settlement or border."""
    row = {key: index for index, key in enumerate(settlements["key"]) if key}
    kinds = facts.ROADS["class"]
    sections = [
        [shapely.get_coordinates(part) for part in shapely.get_parts(ground.motorway)]
        if kind == "motorway"
        else _sections(_Course(name, row, network), ground)
        for name, kind in zip(facts.ROADS["name"], kinds)
    ]
    road = np.repeat(np.arange(len(kinds)), [len(of_road) for of_road in sections])
    return Roads(
        [np.round(line, CENTIMETRE) for of_road in sections for line in of_road],
        kinds.map(RANK).to_numpy(dtype=np.int64)[road],
        list(facts.ROADS["label"].to_numpy()[road]),
        facts.ROADS["speed"].to_numpy(dtype=np.int64)[road],
    )


class _Course:
    """A numbered road's points and the settlements at some of them."""

    def __init__(self, name: str, row: dict[str, int], network: Town) -> None:
        course = facts.stops_of("road", name)
        self.points = course[["e", "n"]].to_numpy(dtype=float)
        self.place = [row.get(place, -1) for place in course["place_id"]]
        self.network = network

    def gate(self, stop: int, ahead: int) -> Floats:
        """Junction by which the road leaves a settlement towards another point."""
        towards = self.points[ahead] - self.points[stop]
        return self.network.node[self.network.gateway(self.place[stop], towards)]


def _sections(course: _Course, ground: Ground) -> list[Floats]:
    """Cut one road at the settlements it passes and at the region's border."""
    stops = [index for index, place in enumerate(course.place) if place >= 0]
    points, last = course.points, len(course.points) - 1
    between = [
        np.array([course.gate(a, a + 1), *points[a + 1 : b], course.gate(b, b - 1)])
        for a, b in zip(stops[:-1], stops[1:])
    ]
    sections = [curve(path, VERTEX_EVERY) for path in between]
    if stops and stops[0] > 0:
        out = [course.gate(stops[0], stops[0] - 1), *points[: stops[0]][::-1]]
        sections.append(_to_border(np.array(out), ground))
    if stops and stops[-1] < last:
        out = [course.gate(stops[-1], stops[-1] + 1), *points[stops[-1] + 1 :]]
        sections.append(_to_border(np.array(out), ground))
    return [section for section in sections if len(section) > 1]


def _to_border(path: Floats, ground: Ground) -> Floats:
    """Follow a road out of its settlement until it leaves the region."""
    bent = curve(path, VERTEX_EVERY)
    inside = ground.inside(bent)
    inside[0] = True
    return bent[: np.argmin(np.append(inside, False))]
