r"""Labour market areas the European way: dissolve the least valid area until all are valid.

References
----------
.. [1] Coombes, M., Bond, S. (2008). *Travel-to-work areas: the 2007 review*. Office for National
   Statistics.
.. [2] Franconi, L., D'Alò, M., Ichim, D. (2016). *Istat implementation of the algorithm to develop
   labour market areas*. Istat.
.. [3] Smart, M. W. (1974). Labour market areas: uses and definition. *Progress in Planning*, 2(4),
   239-353. doi:10.1016/0305-9006(74)90008-7
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from ..progress import Progress, silent
from .flows import Flows
from .partition import OUTSIDE, Partition, validity
from .rules import ClusterRule

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def labour_market_areas(
    flows: Flows, rule: ClusterRule, *, progress: Progress = silent
) -> pd.DataFrame:
    r"""Labour market areas by size and self-containment [1]_ [2]_.

    Each place starts as an area of its own. Again and again the least valid area gives up the
    place with most commuters from outside and residents who work outside of it, to the area with
    which it is most strongly linked [3]_,

    .. math:: L_{kh} = \frac{f_{kh}^2}{R_k W_h} + \frac{f_{hk}^2}{R_h W_k},

    unless that area would become less valid; then the place is set aside. When all areas are valid
    the places set aside join the area that they are most strongly linked with.

    Parameters
    ----------
    flows : Flows
    rule : ClusterRule
    progress : callable
        Told the fraction done: the validity of the least valid area.

    Returns
    -------
    DataFrame
        One row for each place with employed residents, sorted by code. ``code``; ``la_code`` code
        of the area, that of its place with most jobs, of equals the lower one; ``la_valid``
        validity of the area, 1 and above where it meets the rule; ``la_how`` "rule"; "reserve"
        for a place that was set aside; "added" for one without jobs, or without commuters to or
        from places with both, which is left out of the algorithm and added to the area that it is
        most strongly linked with; "alone" where there is no such area: it is its own.

    Notes
    -----
    The time grows with the number of commuting pairs. The order in which the places that were set
    aside are added, the limit of moves, and what becomes of the places that were left out, are our
    own choice. Nothing keeps an area in one piece.

    Examples
    --------
    >>> from .flows import read_flows
    >>> table = pd.DataFrame({"from": ["A", "A", "B", "B", "C"], "to": ["A", "B", "A", "B", "C"],
    ...                       "employed": [900, 100, 600, 400, 2000]})
    >>> areas = labour_market_areas(read_flows(table), ClusterRule(1000, 1500, 60, 80))
    >>> areas[["code", "la_code", "la_how"]].values.tolist()
    [['A', 'A', 'rule'], ['B', 'A', 'rule'], ['C', 'C', 'alone']]
    """
    taking_part = _taking_part(flows)
    kept = flows.persons[taking_part][:, taking_part]
    partition = Partition(kept, rule)
    reserve = partition.improve(progress)
    partition.add(reserve)

    area = np.full(len(flows.codes), OUTSIDE, dtype=np.int64)
    area[taking_part] = partition.area
    how = np.full(len(area), "rule", dtype=object)
    how[taking_part[reserve]] = "reserve"
    home = flows.employed > 0
    left_out = np.flatnonzero(home & (area == OUTSIDE))
    how[left_out] = _add_left_out(flows, area, left_out)

    table = pd.DataFrame({"code": list(flows.codes), "la_how": how})[home]
    table.insert(1, "la_code", _names(flows, area)[home])
    table.insert(2, "la_valid", _validities(flows, area, rule)[home])
    return table.reset_index(drop=True)


def _taking_part(flows: Flows) -> Ints:
    """Places with residents, jobs and commuters, counting only each other's."""
    chosen = np.arange(len(flows.codes))
    while True:
        persons = flows.persons[chosen][:, chosen]
        live = np.asarray(persons.sum(axis=1)).ravel()
        work = np.asarray(persons.sum(axis=0)).ravel()
        staying = persons.diagonal()
        linked = (live > 0) & (work > 0) & ((live > staying) | (work > staying))
        if linked.all():
            return chosen
        chosen = chosen[linked]


def _add_left_out(flows: Flows, area: Ints, left_out: Ints) -> NDArray[np.object_]:
    """Give the places left out an area, in place; return how each came by it."""
    how = np.full(len(left_out), "alone", dtype=object)
    waiting = np.arange(len(left_out))
    while len(waiting):
        best = _strongest(flows, area, left_out[waiting])
        linked = best != OUTSIDE
        if not linked.any():
            break
        area[left_out[waiting[linked]]] = best[linked]
        how[waiting[linked]] = "added"
        waiting = waiting[~linked]
    area[left_out[waiting]] = left_out[waiting] + len(area)
    return how


def _strongest(flows: Flows, area: Ints, places: Ints) -> Ints:
    """Area that each place is most strongly linked with; outside where there is no link."""
    inside = np.flatnonzero(area != OUTSIDE)
    if not len(inside):
        return np.full(len(places), OUTSIDE, dtype=np.int64)
    names, number = np.unique(area[inside], return_inverse=True)
    shape = (len(area), len(names))
    member = csr_matrix((np.ones(len(inside)), (inside, np.ravel(number))), shape)
    out = (flows.persons[places] @ member).toarray()
    into = (flows.persons.T.tocsr()[places] @ member).toarray()
    live, work = flows.employed, flows.jobs
    strength = _quotient(out**2, np.outer(live[places], member.T @ work))
    strength += _quotient(into**2, np.outer(work[places], member.T @ live))
    return np.where(strength.max(axis=1) > 0, names[strength.argmax(axis=1)], OUTSIDE)


def _quotient(top: Floats, bottom: Floats) -> Floats:
    return np.divide(top, bottom, out=np.zeros_like(top), where=bottom > 0)


def _names(flows: Flows, area: Ints) -> NDArray[np.object_]:
    """Code of the place with most jobs in each place's area, of equals the lower one."""
    order = np.lexsort((np.arange(len(area)), -flows.jobs, area))
    first = np.r_[True, np.diff(area[order]) != 0]
    codes = np.array(flows.codes, dtype=object)
    named = np.empty(len(area), dtype=object)
    named[order] = codes[order][first][np.cumsum(first) - 1]
    return named


def _validities(flows: Flows, area: Ints, rule: ClusterRule) -> Floats:
    """Rate each place's area, counting all places; NaN outside."""
    names, number = np.unique(area, return_inverse=True)
    number = np.asarray(number).ravel()
    pairs = flows.persons.tocoo()
    same = number[pairs.row] == number[pairs.col]
    within = np.bincount(number[pairs.row], pairs.data * same, minlength=len(names))
    live = np.bincount(number, flows.employed)
    work = np.bincount(number, flows.jobs)
    return np.where(area == OUTSIDE, np.nan, validity(live, work, within, rule)[number])
