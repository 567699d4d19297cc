"""Facilities that contend for places: of a rank, and with a limit, of their own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from ..errors import InputError
from .graph import Floats, Integers


class Group(NamedTuple):
    """Facilities of one rank with one limit.

    Attributes
    ----------
    rank : float
        The lower goes first.
    limit : float
        Greatest cost.
    members : ndarray
        Facilities, rising.
    """

    rank: float
    limit: float
    members: Integers


class Nearest(NamedTuple):
    """The facility that is nearest to each node or point.

    Attributes
    ----------
    facility : ndarray, shape (n,)
        Facility; -1 where none is within the limit.
    cost : ndarray, shape (n,)
        Cost to it [m] or [s]; infinite where none is within the limit.
    """

    facility: Integers
    cost: Floats


def grouped(count: int, limit: ArrayLike, rank: ArrayLike | None = None) -> list[Group]:
    """Group facilities by rank and limit, the lowest rank first.

    Parameters
    ----------
    count : int
        Number of facilities.
    limit : float or array_like, shape (count,)
        Greatest cost, of all or of each.
    rank : array_like, shape (count,), optional
        The lower goes first; all the same by default.

    Returns
    -------
    list of Group

    Raises
    ------
    InputError
        If a limit is not positive.

    Examples
    --------
    >>> [group.members.tolist() for group in grouped(3, [400, 1000, 400])]
    [[0, 2], [1]]
    """
    limits = np.asarray(limit, dtype=float)
    if not (limits > 0).all():
        raise InputError(
            "The greatest distance or time must be a positive number, not {limit}.",
            limit=limits[~(limits > 0)].flat[0],
        )
    ranks = np.zeros(count) if rank is None else np.asarray(rank, dtype=float)
    both = np.column_stack([ranks, np.broadcast_to(limits, (count,))])
    kinds, kind = np.unique(both, axis=0, return_inverse=True)
    return [
        Group(own_rank, own_limit, np.flatnonzero(kind.ravel() == number))
        for number, (own_rank, own_limit) in enumerate(kinds.tolist())
    ]


def best_of(count: int, offers: Iterable[tuple[Group, Nearest]]) -> Nearest:
    """Give each place the facility of the lowest rank that reaches it; of those, the nearest.

    Parameters
    ----------
    count : int
        Number of places.
    offers : iterable of pairs
        Groups, and what each offers to the places: a member by its number in the group, and its
        cost.

    Returns
    -------
    Nearest
        Of facilities of several groups that are equally good, the first.

    Examples
    --------
    >>> near = Nearest(np.array([0, 0]), np.array([30.0, 80.0]))
    >>> far = Nearest(np.array([0, -1]), np.array([50.0, np.inf]))
    >>> bus, rail = Group(2, 100, np.array([0])), Group(1, 100, np.array([1]))
    >>> best_of(2, [(bus, near), (rail, far)]).facility.tolist()
    [1, 0]
    """
    best = Nearest(np.full(count, -1), np.full(count, np.inf))
    rank = np.full(count, np.inf)
    for group, offer in offers:
        facility = np.where(offer.facility >= 0, group.members[offer.facility], -1)
        nearer = (offer.cost < best.cost) | ((offer.cost == best.cost) & (facility < best.facility))
        better = (group.rank < rank) | ((group.rank == rank) & nearer)
        better &= (facility >= 0) & (offer.cost <= group.limit)
        best.facility[better] = facility[better]
        best.cost[better] = offer.cost[better]
        rank[better] = group.rank
    return best
