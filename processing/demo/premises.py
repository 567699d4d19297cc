"""Which buildings a workplace or service may use."""

from __future__ import annotations

import numpy as np
import pandas as pd

from . import facts
from .shapes import Integers
from .zones import ZONE

GROUPS = ("centre", "retail", "industry", "campus", "hospital", "school", "care", "sports", "home")
"""Kinds of premises; ``home`` is where people live."""
INSTEAD = {"campus": "centre", "hospital": "care", "retail": "centre"}
"""What serves where a place has no premises of a kind; else homes, else anything."""
_NOT_FOR_WORK = ("Komplementbyggnad", "Ekonomibyggnad")


class Premises:
    """Buildings by place and kind of premises, to pick from."""

    def __init__(self, buildings: pd.DataFrame, owners: int) -> None:
        usable = np.flatnonzero(~buildings["objekttyp"].isin(_NOT_FOR_WORK).to_numpy())
        table = buildings.iloc[usable]
        group = _group_of_zone()[table["zone"].to_numpy()]
        # Flats in the centre are above shops: the shops are premises, too.
        key = table["owner"].to_numpy() * len(GROUPS) + group
        order = np.argsort(key, kind="stable")
        self._building = usable[order]
        size = owners * len(GROUPS)
        self._count = np.bincount(key, minlength=size).reshape(owners, len(GROUPS))
        self._first = (np.cumsum(self._count.ravel()) - self._count.ravel()).reshape(owners, -1)

    def pick(self, owner: Integers, group: Integers, number: Integers) -> Integers:
        """Take the ``number``-th building (round and round) of each place and kind."""
        group = self._available(owner, group)
        count = np.maximum(self._count[owner, group], 1)
        return np.asarray(self._building[self._first[owner, group] + number % count])

    def _available(self, owner: Integers, group: Integers) -> Integers:
        """Replace kinds of premises that a place does not have."""
        order = {name: index for index, name in enumerate(GROUPS)}
        instead = np.array([order[INSTEAD.get(name, "home")] for name in GROUPS])
        for replacement in (instead, np.full(len(GROUPS), order["home"])):
            group = np.where(self._count[owner, group] > 0, group, replacement[group])
        any_kind = self._count.argmax(axis=1)
        return np.where(self._count[owner, group] > 0, group, any_kind[owner])


def _group_of_zone() -> Integers:
    """Kind of premises of each zone; the last entry is for farms (zone -1)."""
    home = GROUPS.index("home")
    group = np.full(len(facts.ZONES) + 1, home, dtype=np.int64)
    for zone, code in ZONE.items():
        if zone in GROUPS:
            group[code] = GROUPS.index(zone)
    return group
