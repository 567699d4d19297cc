"""Local labour markets the way Statistics Sweden forms them: centres, and links to them.

References
----------
.. [1] Statistics Sweden. *Lokala arbetsmarknader (LA)*: a municipality is a centre if at most 20
   per cent of its employed residents commute out, and at most 7.5 per cent to any one other.
.. [2] Statistics Sweden (2010). *Lokala arbetsmarknader - egenskaper, utveckling och funktion*.
.. [3] Nordic Council of Ministers. *Nordisk pendlingskarta 2007*: the method for local labour
   markets (Metoden att skapa lokala arbetsmarknader).
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..errors import InputError
from ..ratios import ratio
from .flows import Flows
from .rules import LinkRule

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

ROLES = np.array(["centre", "link", "satellite", "outer"], dtype=object)
"""Role of a place by its number of links to the centre; three or more are outer."""


def local_labour_markets(flows: Flows, rule: LinkRule) -> pd.DataFrame:
    """Local labour markets by Statistics Sweden's rule.

    A place that is self-sufficient is a centre [1]_. Any other place is linked to the place that
    most of its residents commute to. Where such links go in a circle, the place with the lowest
    share of commuters out becomes a centre; where there are too many links to the centre, the
    weakest of them, with the lowest share of commuters, is cut and its place becomes a centre
    [2]_ [3]_.

    Parameters
    ----------
    flows : Flows
        Commuting between municipalities, for which the thresholds were found, or between
        localities.
    rule : LinkRule

    Returns
    -------
    DataFrame
        One row for each place with employed residents, sorted by code. ``code``; ``la_code`` code
        of the centre, which may lie outside the table's homes; ``la_role`` "centre", "link" (one
        link to the centre), "satellite" (two) or "outer" (more); ``la_links`` number of links;
        ``la_parent`` code of the place it is linked to, None for centres; ``la_how`` "rule",
        or why else it is a centre: "circle" or "cut"; ``out_share`` residents who work elsewhere
        [%]; ``max_share`` residents who work in the one place that most commute to [%];
        ``max_dest`` code of that place, of equals the one with most employed residents, then the
        lower code; None without commuters.

    Raises
    ------
    InputError
        If the rule allows no link.

    Notes
    -----
    Places without a row of their own as a home cannot be judged; where they are the largest
    destination they are taken for centres. Of equals in a circle or a chain the place with fewer
    employed residents is cut, then the lower code: our own choice.

    Examples
    --------
    >>> from .flows import read_flows
    >>> table = pd.DataFrame({"from": ["A", "A", "B", "B"], "to": ["A", "B", "A", "B"],
    ...                       "employed": [95, 5, 30, 70]})
    >>> areas = local_labour_markets(read_flows(table), LinkRule())
    >>> areas[["code", "la_code", "la_role", "out_share"]].values.tolist()
    [['A', 'A', 'centre', 5.0], ['B', 'A', 'link', 30.0]]
    """
    if rule.max_links < 1:
        raise InputError("A rule for local labour markets must allow at least one link.")
    employed = flows.employed
    destination, largest = _largest_destinations(flows, employed)
    out_share = ratio(employed - flows.staying, employed, smallest_base=0, scale=100)
    max_share = ratio(largest, employed, smallest_base=0, scale=100)

    alone = np.arange(len(employed))
    sufficient = (out_share <= rule.max_out_share) & (max_share <= rule.max_single_share)
    # a place without residents of its own cannot be judged and has nowhere to be linked to
    parent = np.where(sufficient | (destination < 0), alone, destination)
    how = np.full(len(employed), "rule", dtype=object)
    strength = np.lexsort((alone, employed, max_share)).argsort()
    _break_circles(parent, np.lexsort((alone, -employed, out_share)).argsort(), how)
    _cut_chains(parent, strength, how, rule.max_links)

    links, centre = _links(parent)
    table = pd.DataFrame(
        {
            "code": list(flows.codes),
            "la_code": _codes(flows, centre),
            "la_role": ROLES[np.minimum(links, len(ROLES) - 1)],
            "la_links": links,
            "la_parent": _codes(flows, np.where(links > 0, parent, -1)),
            "la_how": how,
            "out_share": out_share,
            "max_share": max_share,
            "max_dest": _codes(flows, destination),
        }
    )
    return table[employed > 0].reset_index(drop=True)


def _codes(flows: Flows, places: Ints) -> NDArray[np.object_]:
    """Codes of places, None for -1."""
    return np.array([*flows.codes, None], dtype=object)[places]


def _largest_destinations(flows: Flows, employed: Floats) -> tuple[Ints, Floats]:
    """Place that most commute to from each place, -1 without commuters, and their number."""
    pairs = flows.persons.tocoo()
    away = pairs.row != pairs.col
    home, work, persons = pairs.row[away], pairs.col[away], pairs.data[away]
    order = np.lexsort((work, -employed[work], -persons, home))
    home, work, persons = home[order], work[order], persons[order]
    first = np.r_[True, home[1:] != home[:-1]][: len(home)]
    destination = np.full(len(employed), -1, dtype=np.int64)
    largest = np.zeros(len(employed))
    destination[home[first]], largest[home[first]] = work[first], persons[first]
    return destination, largest


def _break_circles(parent: Ints, preference: Ints, how: NDArray[np.object_]) -> None:
    """Make the most preferred place of each circle of links a centre."""
    for circle in _circles(parent):
        centre = circle[int(np.argmin(preference[circle]))]
        parent[centre] = centre
        how[centre] = "circle"


def _circles(parent: Ints) -> list[list[int]]:
    """Circles of two or more places; each place has one link, so circles share no place."""
    state = np.zeros(len(parent), dtype=np.int64)
    found = []
    for start in range(len(parent)):
        path, place = [], start
        while state[place] == 0:
            state[place] = start + 1
            path.append(place)
            place = int(parent[place])
        if state[place] == start + 1 and parent[place] != place:
            found.append(path[path.index(place) :])
    return found


def _cut_chains(parent: Ints, strength: Ints, how: NDArray[np.object_], limit: int) -> None:
    """Cut the weakest link of the longest chain until none is too long."""
    links, _ = _links(parent)
    while links.max() > limit:
        chain = [int(np.argmax(links))]
        while parent[chain[-1]] != chain[-1]:
            chain.append(int(parent[chain[-1]]))
        weakest = min(chain[:-1], key=lambda place: int(strength[place]))
        parent[weakest] = weakest
        how[weakest] = "cut"
        links, _ = _links(parent)


def _links(parent: Ints) -> tuple[Ints, Ints]:
    """Count the links from each place to its centre; return the centre too."""
    links = np.zeros(len(parent), dtype=np.int64)
    place = np.arange(len(parent))
    while True:
        moving = parent[place] != place
        if not moving.any():
            return links, place
        links += moving
        place = parent[place]
