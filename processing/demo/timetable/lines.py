"""The lines: which way each goes, where it calls, and when it runs."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .catalogue import CATALOGUE, KINDS, TRAIN, Kind
from .graph import Ground, Integers, path

TOWN = 8000
"""Inhabitants from which a town has town buses, and other buses skip some of its stops."""


class Line(NamedTuple):
    """A line: its way out from the place at which its timetable is anchored."""

    number: int
    name: str
    kind: str
    hours: str
    minute: int
    way: Integers
    """Nodes passed."""
    calls: Integers
    """Positions on the way at which it calls."""
    anchor: int
    """Which call the timetable is anchored at."""

    @property
    def traits(self) -> Kind:
        """What its kind has in common."""
        return KINDS[self.kind]

    @property
    def one_way(self) -> bool:
        """Whether it goes round."""
        return bool(self.way[0] == self.way[-1])

    @property
    def stops(self) -> Integers:
        """Nodes at which it calls."""
        return self.way[self.calls]


def line(
    ground: Ground, number: int, kind: str, hours: str, minute: int, stops: list[int], anchor: int
) -> Line:
    """Line the cheapest way through the stops, with all the calls its kind makes there."""
    ways = ground.rails if KINDS[kind].route_type == TRAIN else ground.roads
    return along(ground, number, kind, hours, minute, stops, anchor, path(ways, stops))


def along(
    ground: Ground,
    number: int,
    kind: str,
    hours: str,
    minute: int,
    stops: list[int],
    anchor: int,
    way: Integers,
) -> Line:
    """Line along a way, named by the stops; its timetable is anchored at the node ``anchor``."""
    calls = _calls(ground, way, KINDS[kind])
    at = int(np.flatnonzero(way[calls] == anchor)[0])
    return Line(number, _name(ground, stops), kind, hours, minute, way, calls, at)


def _name(ground: Ground, stops: list[int]) -> str:
    """Name the places served; the stops themselves where the line stays in one place."""
    role, place, own = (
        ground.nodes[column].to_numpy()[stops] for column in ("role", "place", "name")
    )
    known = np.append(ground.places["name"].to_numpy(), "")[place]
    street = np.isin(role, ["street", "road"])
    names = dict.fromkeys(known[~street])
    return " - ".join(names if len(names) > 1 else dict.fromkeys(np.where(street, own, known)))


def _calls(ground: Ground, way: Integers, kind: Kind) -> Integers:
    """Positions on the way that are stops, each stop once, and both ends."""
    role = ground.nodes["role"].to_numpy()[way]
    if kind.route_type == TRAIN:
        wanted = role == "station"
    else:
        street = _in_town(ground, way) & (role == "street") & (way % kind.street_calls > 0)
        road = (role == "road") & (way % kind.road_calls > 0)
        wanted = (role != "bend") & ~street & ~road
    first = np.zeros(len(way), dtype=bool)
    first[np.unique(way, return_index=True)[1]] = True
    wanted &= first
    wanted[[0, -1]] = True
    return np.flatnonzero(wanted)


def _in_town(ground: Ground, way: Integers) -> npt.NDArray[np.bool_]:
    place = ground.nodes["place"].to_numpy()[way]
    population = np.append(ground.places["population"].to_numpy(), 0)
    return np.asarray(population[place] >= TOWN)


def main_lines(ground: Ground) -> list[Line]:
    """Run the catalogue's lines between the places served."""
    lines: list[Line] = []
    called = np.zeros(len(ground.nodes), dtype=bool)
    for plan in CATALOGUE:
        train = KINDS[plan.kind].route_type == TRAIN
        stops = [ground.stop(place, train=train) for place in plan.via.split()]
        stops = [stop for stop in stops if stop >= 0]
        if len(set(stops)) < 2:
            continue
        anchor = ground.stop(plan.anchor, train=train) if plan.anchor else stops[0]
        if not train and stops[0] != stops[-1]:
            stops += _terminal(ground, stops[-1], called)
        found = line(ground, *plan[:4], stops, anchor if anchor in stops else stops[0])
        called[found.stops] = True
        lines.append(found)
    return lines


def _terminal(ground: Ground, stop: int, called: npt.NDArray[np.bool_]) -> list[int]:
    """Find a street stop on the far side of the last place, so that lines differ there."""
    place = ground.nodes["place"].iloc[stop]
    inside = (ground.nodes["place"] == place) & (ground.nodes["role"] == "street")
    if ground.places["population"].iloc[place] >= TOWN or not (inside & ~called).any():
        return []
    free = np.flatnonzero(inside & ~called)
    away = np.hypot(*(ground.points()[free] - ground.points()[stop]).T)
    return [int(free[away.argmax()])]
