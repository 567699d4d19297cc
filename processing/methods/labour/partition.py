"""Places in areas, moved one at a time until all areas are valid.

References
----------
.. [1] Franconi, L., D'Alò, M., Ichim, D. (2016). *Istat implementation of the algorithm to develop
   labour market areas*. Istat.
.. [2] Smart, M. W. (1974). Labour market areas: uses and definition. *Progress in Planning*, 2(4),
   239-353. doi:10.1016/0305-9006(74)90008-7
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..progress import Progress
from .rules import ClusterRule

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

OUTSIDE = -1
"""Area of the places that are in no area."""

MOST_MOVES = 100
"""Moves of one place after which it is set aside, lest places go in circles; our own choice."""

STEPS = 256
"""Steps between two reports of progress."""


def validity(employed: ArrayLike, jobs: ArrayLike, within: ArrayLike, rule: ClusterRule) -> Floats:
    r"""Tell how well areas meet a rule of size and self-containment [1]_.

    .. math:: V = \min\left(\frac{s}{s_t}, 1\right)
        \left(1 - \left(1 - \frac{s_m}{s_t}\right)
        \max\left(\frac{z_t - R}{z_t - z_m}, 0\right)\right) \frac{s_t}{s_m}

    Parameters
    ----------
    employed, jobs, within : array_like, shape (n,)
        Employed residents :math:`R`, jobs, and persons who both live and work in the area, which
        as a share of the larger of the two are its self-containment :math:`s`.
    rule : ClusterRule
        Minimum and target of the self-containment :math:`s_m, s_t` and of the size
        :math:`z_m, z_t`.

    Returns
    -------
    ndarray, shape (n,)
        1 and above where the rule is met, and where nobody crosses the border; NaN for an area
        without residents or jobs.

    Examples
    --------
    >>> validity([20000, 1000], [18000, 900], [15000, 750], ClusterRule(1000, 10000, 60, 75))
    array([1.25, 1.  ])
    """
    live, work, both = (np.asarray(v, dtype=float) for v in (employed, jobs, within))
    areas = zip(live.ravel().tolist(), work.ravel().tolist(), both.ravel().tolist())
    values = [_validity(*area, rule) if min(area[:2]) > 0 else np.nan for area in areas]
    return np.array(values, dtype=float).reshape(live.shape)


def _validity(live: float, work: float, within: float, rule: ClusterRule) -> float:
    contained = within / max(live, work)
    if contained == 1:
        return 1.0
    lowest = rule.min_self_containment / rule.target_self_containment
    shortage = max((rule.target_size - live) / (rule.target_size - rule.min_size), 0.0)
    share = min(100 * contained / rule.target_self_containment, 1.0)
    return share * (1 - (1 - lowest) * shortage) / lowest


class Link(NamedTuple):
    """A place's commuters to and from one area."""

    out: float
    into: float


class Partition:
    """Places in areas, with the sums that the validity of each area needs.

    An area has the number of the place that it started with. Plain lists and dictionaries: each
    step touches a few dozen numbers, too few to be worth an array.
    """

    def __init__(self, persons: Any, rule: ClusterRule) -> None:
        self.rule = rule
        count = persons.shape[0]
        self.staying: list[float] = persons.diagonal().tolist()
        self.live: list[float] = _sums(persons, 1)
        self.work: list[float] = _sums(persons, 0)
        self.out = _neighbours(persons)
        self.into = _neighbours(persons.T)
        self.area = list(range(count))
        self.members = [{place} for place in range(count)]
        self.area_live: list[float] = list(self.live)
        self.area_work: list[float] = list(self.work)
        self.area_within: list[float] = list(self.staying)
        # persons who work in each place and live in its area
        self.local: list[float] = list(self.staying)
        self.moves = [0] * count

    def improve(self, progress: Progress) -> Ints:
        """Move places until all areas are valid; return those set aside."""
        reserve = []
        queue = [(self.validity(area), area) for area in range(len(self.area))]
        heapq.heapify(queue)
        step = 0
        while queue:
            worst, area = heapq.heappop(queue)
            if not self.members[area] or worst != self.validity(area):
                continue  # out of date
            if worst >= 1:
                break
            if step % STEPS == 0:
                progress(min(worst, 1.0))
            step += 1
            place = self._next_to_leave(area)
            target = self._move_out(place)
            if target == OUTSIDE:
                reserve.append(place)
            for changed in (area, target):
                if changed != OUTSIDE and self.members[changed]:
                    heapq.heappush(queue, (self.validity(changed), changed))
        progress(1.0)
        return np.array(sorted(reserve), dtype=np.int64)

    def add(self, reserve: Ints) -> None:
        """Put the places set aside into the areas they are linked with, as far as there are any."""
        waiting = sorted(reserve.tolist(), key=lambda place: (-self._openness(place), place))
        joined = True
        while joined and waiting:
            rest = []
            for place in waiting:
                links = self._links(place)
                if links:
                    self._join(place, self._strongest(place, links), links)
                else:
                    rest.append(place)
            joined, waiting = len(rest) < len(waiting), rest

    def validity(self, area: int) -> float:
        """Rate an area as it is now."""
        return _validity(
            self.area_live[area], self.area_work[area], self.area_within[area], self.rule
        )

    def _next_to_leave(self, area: int) -> int:
        members = self.members[area]
        if len(members) == 1:
            return next(iter(members))
        return min(members, key=lambda place: (-self._openness(place), place))

    def _openness(self, place: int) -> float:
        """Commuters from outside the area, and residents who work outside the place."""
        coming = self.work[place] - self.local[place]
        return coming + self.live[place] - self.staying[place]

    def _move_out(self, place: int) -> int:
        """Take a place out of its area; return the area it joins, if that is no worse for it."""
        links = self._links(place)
        self._leave(place, links)
        links.pop(self.area[place], None)
        self.area[place] = OUTSIDE
        self.moves[place] += 1
        if not links or self.moves[place] > MOST_MOVES:
            return OUTSIDE
        target = self._strongest(place, links)
        before = self.validity(target)
        self._join(place, target, links)
        if self.validity(target) >= before:
            return target
        self._leave(place, links)
        self.area[place] = OUTSIDE
        return OUTSIDE

    def _links(self, place: int) -> dict[int, Link]:
        """Commuters between a place and each area, without those set aside."""
        out, into = self._by_area(self.out[place]), self._by_area(self.into[place])
        return {
            area: Link(out.get(area, 0.0), into.get(area, 0.0)) for area in out.keys() | into.keys()
        }

    def _by_area(self, neighbours: Iterable[tuple[int, float]]) -> dict[int, float]:
        sums: dict[int, float] = {}
        area = self.area
        for place, persons in neighbours:
            number = area[place]
            sums[number] = sums.get(number, 0.0) + persons
        sums.pop(OUTSIDE, None)
        return sums

    def _strongest(self, place: int, links: dict[int, Link]) -> int:
        live, work = self.live[place], self.work[place]

        def strength(area: int) -> tuple[float, int]:
            out, into = links[area]
            there = out * out / (live * self.area_work[area])
            back = into * into / (self.area_live[area] * work)
            return there + back, -area

        return max(links, key=strength)

    def _join(self, place: int, area: int, links: dict[int, Link]) -> None:
        self._change(place, area, links, 1)
        self.area[place] = area
        self.members[area].add(place)

    def _leave(self, place: int, links: dict[int, Link]) -> None:
        area = self.area[place]
        self.members[area].discard(place)
        self._change(place, area, links, -1)

    def _change(self, place: int, area: int, links: dict[int, Link], sign: int) -> None:
        out, into = links.get(area, Link(0.0, 0.0))
        self.area_live[area] += sign * self.live[place]
        self.area_work[area] += sign * self.work[place]
        self.area_within[area] += sign * (out + into + self.staying[place])
        self.local[place] = self.staying[place] + (into if sign > 0 else 0.0)
        for other, persons in self.out[place]:
            if self.area[other] == area:
                self.local[other] += sign * persons


def _sums(persons: Any, axis: int) -> list[float]:
    sums: list[float] = np.asarray(persons.sum(axis=axis), dtype=float).ravel().tolist()
    return sums


def _neighbours(persons: Any) -> list[list[tuple[int, float]]]:
    """Other places that each place of a row has commuters with, and how many."""
    pairs = persons.tocoo()
    away = pairs.row != pairs.col
    row, column, number = pairs.row[away], pairs.col[away], pairs.data[away]
    order = np.lexsort((column, row))
    found = list(zip(column[order].tolist(), number[order].tolist()))
    ends = np.cumsum(np.bincount(row, minlength=persons.shape[0])).tolist()
    return [found[begin:end] for begin, end in zip([0, *ends[:-1]], ends)]
