"""What commuting says of groups of places: self-containment, modularity, flows across a border.

References
----------
.. [1] Newman, M. E. J., Girvan, M. (2004). Finding and evaluating community structure in
   networks. *Physical Review E*, 69, 026113. doi:10.1103/PhysRevE.69.026113
.. [2] Franconi, L., D'Alò, M., Ichim, D. (2016). *Istat implementation of the algorithm to develop
   labour market areas*. Istat.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from ..ratios import SMALLEST_BASE, ratio
from .flows import Flows

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def area_measures(
    flows: Flows, areas: Mapping[str, str], *, smallest_base: float = SMALLEST_BASE
) -> pd.DataFrame:
    r"""Size and self-containment of areas made of places.

    Parameters
    ----------
    flows : Flows
    areas : mapping of str to str
        Area of each place; places that are missing lie outside all areas.
    smallest_base : float
        Persons below which a share is not shown.

    Returns
    -------
    DataFrame
        One row per area, sorted by its code. ``la_code``; ``la_places`` places; ``employed``
        employed residents; ``jobs`` persons who work there; ``within`` persons who live and work
        in the area; ``self_live`` and ``self_work``: those as a share of the employed residents
        and of the jobs [%] [2]_; ``net_comm`` commuters in less commuters out; ``modularity``
        contribution to :func:`modularity`.

    Examples
    --------
    >>> from .flows import read_flows
    >>> table = pd.DataFrame({"from": ["A", "A", "B"], "to": ["A", "B", "C"],
    ...                       "employed": [30, 10, 40]})
    >>> area_measures(read_flows(table), {"A": "A", "B": "A", "C": "C"})[["la_code", "self_live"]]
      la_code  self_live
    0       A       50.0
    1       C        NaN
    """
    names, of_place = _areas(flows, areas)
    between = _between(flows, of_place, len(names))
    employed = np.asarray(between.sum(axis=1), dtype=float).ravel()[:-1]
    jobs = np.asarray(between.sum(axis=0), dtype=float).ravel()[:-1]
    within = np.asarray(between.diagonal(), dtype=float)[:-1]
    return pd.DataFrame(
        {
            "la_code": names,
            "la_places": np.bincount(of_place, minlength=len(names) + 1)[:-1],
            "employed": employed,
            "jobs": jobs,
            "within": within,
            "self_live": ratio(within, employed, smallest_base=smallest_base, scale=100),
            "self_work": ratio(within, jobs, smallest_base=smallest_base, scale=100),
            "net_comm": jobs - employed,
            "modularity": _contributions(employed, jobs, within, float(flows.persons.sum())),
        }
    )


def modularity(flows: Flows, areas: Mapping[str, str]) -> float:
    r"""Tell how well areas part the commuting: more within than chance would give [1]_.

    .. math:: Q = \sum_c \left( \frac{f_{cc}}{T} - \frac{R_c W_c}{T^2} \right)

    Parameters
    ----------
    flows : Flows
    areas : mapping of str to str
        Area of each place; places that are missing lie outside all areas.

    Returns
    -------
    float
        Below 1; 0 where all places form one area, or where commuting knows no borders.

    Examples
    --------
    >>> from .flows import read_flows
    >>> table = pd.DataFrame({"from": ["A", "B"], "to": ["A", "B"], "employed": [50, 50]})
    >>> modularity(read_flows(table), {"A": "A", "B": "B"})
    0.5
    """
    return float(area_measures(flows, areas)["modularity"].sum())


def area_flows(flows: Flows, areas: Mapping[str, str]) -> pd.DataFrame:
    """Commuters between areas made of places.

    Parameters
    ----------
    flows : Flows
    areas : mapping of str to str
        Area of each place; places that are missing lie outside all areas.

    Returns
    -------
    DataFrame
        ``from``, ``to`` and ``employed`` [persons], a row for each pair of areas with commuters,
        sorted; the empty code stands for all places outside.

    Examples
    --------
    >>> from .flows import read_flows
    >>> table = pd.DataFrame({"from": ["A", "A", "B"], "to": ["A", "B", "C"],
    ...                       "employed": [30, 10, 40]})
    >>> area_flows(read_flows(table), {"A": "X", "B": "X"}).values.tolist()
    [['X', '', 40.0], ['X', 'X', 40.0]]
    """
    names, of_place = _areas(flows, areas)
    between = _between(flows, of_place, len(names)).tocoo()
    labels = np.array([*names, ""], dtype=object)
    pairs = pd.DataFrame(
        {"from": labels[between.row], "to": labels[between.col], "employed": between.data}
    )
    return pairs.sort_values(["from", "to"], ignore_index=True)


class Crossing(NamedTuple):
    """Commuting across the border of a set of places.

    Attributes
    ----------
    inward, outward, within : float
        Persons who commute in, who commute out, who live and work inside.
    origins, destinations : DataFrame
        Where they come from and go to: ``code`` and ``employed``, the largest first.
    """

    inward: float
    outward: float
    within: float
    origins: pd.DataFrame
    destinations: pd.DataFrame


def crossing(flows: Flows, places: Iterable[str]) -> Crossing:
    """Commuting into, out of and within any set of places.

    Parameters
    ----------
    flows : Flows
    places : iterable of str
        Codes of the places inside; those without commuters change nothing.

    Returns
    -------
    Crossing
        The net commuting is ``inward - outward``, the gross commuting their sum.

    Examples
    --------
    >>> from .flows import read_flows
    >>> table = pd.DataFrame({"from": ["A", "A", "B", "C"], "to": ["B", "C", "C", "A"],
    ...                       "employed": [10, 20, 5, 7]})
    >>> found = crossing(read_flows(table), ["A", "B"])
    >>> found.inward, found.outward, found.within, found.destinations.values.tolist()
    (7.0, 25.0, 10.0, [['C', 25.0]])
    """
    inside = np.isin(np.array(flows.codes, dtype=str), list(places))
    pairs = flows.persons.tocoo()
    home, work = inside[pairs.row], inside[pairs.col]
    size = len(flows.codes)
    coming = np.bincount(pairs.row, pairs.data * (~home & work), minlength=size)
    going = np.bincount(pairs.col, pairs.data * (home & ~work), minlength=size)
    return Crossing(
        inward=float(coming.sum()),
        outward=float(going.sum()),
        within=float(pairs.data[home & work].sum()),
        origins=_largest_first(flows.codes, coming),
        destinations=_largest_first(flows.codes, going),
    )


def _areas(flows: Flows, areas: Mapping[str, str]) -> tuple[list[str], Ints]:
    """Names of the areas, and the number of each place's area; the last for outside."""
    names = sorted(set(areas.values()))
    number = {name: position for position, name in enumerate(names)}
    found = [number[areas[code]] if code in areas else len(names) for code in flows.codes]
    return names, np.array(found, dtype=np.int64)


def _between(flows: Flows, of_place: Ints, count: int) -> Any:
    """Matrix of flows between areas, with one more row and column for outside."""
    pairs = flows.persons.tocoo()
    shape = (count + 1, count + 1)
    return csr_matrix((pairs.data, (of_place[pairs.row], of_place[pairs.col])), shape=shape)


def _contributions(employed: Floats, jobs: Floats, within: Floats, total: float) -> Floats:
    return np.asarray(within / total - employed * jobs / total**2, dtype=float)


def _largest_first(codes: tuple[str, ...], persons: NDArray[Any]) -> pd.DataFrame:
    table = pd.DataFrame({"code": list(codes), "employed": persons})
    table = table[table["employed"] > 0]
    return table.sort_values(["employed", "code"], ascending=[False, True], ignore_index=True)
