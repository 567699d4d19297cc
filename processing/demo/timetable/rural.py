"""Lines found from the places themselves: school buses, on demand, nights and weekends."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.sparse.csgraph import dijkstra

from .graph import Floats, Ground, Integers, back
from .lines import Line, line

SMALL, SCHOOL_TOWN, HAMLET = 1500, 3000, 320
"""Inhabitants: places with school buses; where those go; places with traffic on demand."""
NEARBY = 9000.0
"""Cost of the way to the larger place [m] up to which one line is enough."""
SCHOOL_HOURS = ("school three", "school five", "school eight")
MOST_ON_DEMAND = 3
STOPS_ON_DEMAND = 4
NIGHT_LINES = 3


def largest(ground: Ground) -> int:
    """Row of the place with the most inhabitants."""
    return int(ground.places["population"].to_numpy().argmax())


def hubs(ground: Ground) -> Integers:
    """Node that stands for each place."""
    return np.array([ground.stop(str(place)) for place in ground.places.index])


def _inside(ground: Ground) -> pd.DataFrame:
    """Places of the region, with their row."""
    places = ground.places.assign(row=np.arange(len(ground.places)))
    return places[places["population"] > 0]


def school_lines(ground: Ground, called: npt.NDArray[np.bool_]) -> list[Line]:
    """From the remotest small places to the nearest larger one, all others on the way.

    Places near it get a line only where no other line calls (``called``, by node); the remotest
    has one in any case.
    """
    places, hub = _inside(ground), hubs(ground)
    seats = places.loc[places.groupby("municipality")["population"].idxmax()]
    towns = np.union1d(seats["row"], places.loc[places["population"] >= SCHOOL_TOWN, "row"])
    metres, before = dijkstra(ground.roads, indices=hub[towns], return_predecessors=True)
    nearest = metres[:, hub].argmin(axis=0)
    small = np.setdiff1d(places.loc[places["population"] < SMALL, "row"], towns)
    remote = small[np.argsort(-metres[nearest[small], hub[small]], kind="stable")]
    served = called & (metres.min(axis=0) < NEARBY)
    lines: list[Line] = []
    for place in remote:
        if lines and served[hub[place]]:
            continue
        town = int(hub[towns[nearest[place]]])
        way = back(before[nearest[place]], int(hub[place]))
        served[way] = True
        via = [node for node in way[::-1] if node in hub[small]]
        hours = SCHOOL_HOURS[len(lines) % len(SCHOOL_HOURS)]
        lines.append(line(ground, 501 + len(lines), "rural", hours, 0, [town, *via], town))
    return lines


def on_demand_lines(ground: Ground) -> list[Line]:
    """Taxis to be ordered in the municipalities with the most hamlets: remotest and nearby."""
    places, hub = _inside(ground), hubs(ground)
    seats = places.loc[places.groupby("municipality")["population"].idxmax()]
    others = places.drop(seats.index)
    hamlets = others[others["population"] < max(HAMLET, others["population"].min() + 1)]
    counts = hamlets["municipality"].value_counts().sort_index()
    chosen = counts.sort_values(ascending=False, kind="stable").index[:MOST_ON_DEMAND]
    lines = []
    for number, municipality in enumerate(chosen, start=701):
        seat = int(hub[seats.loc[seats["municipality"] == municipality, "row"].iloc[0]])
        rows = hamlets.loc[hamlets["municipality"] == municipality, "row"].to_numpy()
        via = _remotest_together(ground, seat, hub[rows])
        lines.append(line(ground, number, "on demand", "on demand", 0, [seat, *via], seat))
    return lines


def _remotest_together(ground: Ground, seat: int, stops: Integers) -> list[int]:
    """Take the stop farthest from the seat and those nearest to it, nearest to the seat first."""
    points = ground.points()
    from_seat = _apart(points, seat, stops)
    from_last = _apart(points, int(stops[from_seat.argmax()]), stops)
    together = stops[np.argsort(from_last, kind="stable")[:STOPS_ON_DEMAND]]
    return [int(s) for s in together[np.argsort(_apart(points, seat, together), kind="stable")]]


def _apart(points: Floats, node: int, others: Integers) -> Floats:
    return np.asarray(np.hypot(*(points[others] - points[node]).T))


def night_lines(ground: Ground) -> list[Line]:
    """From the largest place to the next largest, on Friday and Saturday nights."""
    places, hub = _inside(ground), hubs(ground)
    order = places.sort_values("population", ascending=False, kind="stable")["row"].to_numpy()
    start = int(hub[order[0]])
    return [
        line(ground, 901 + i, "night", "night", 30, [start, int(hub[place])], start)
        for i, place in enumerate(order[1 : 1 + NIGHT_LINES])
    ]


def weekend_line(ground: Ground) -> list[Line]:
    """From the largest place to the one farthest away, on Fridays and Sundays."""
    places, hub = _inside(ground), hubs(ground)
    start = int(hub[largest(ground)])
    rows = places.loc[places["population"] >= HAMLET, "row"].to_numpy()
    metres = dijkstra(ground.roads, indices=start)[hub[rows]]
    end = int(hub[rows[metres.argmax()]]) if len(rows) else start
    return [line(ground, 600, "weekend", "weekend", 0, [start, end], start)] if end != start else []
