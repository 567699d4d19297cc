"""Stops split by the vehicles that call there, so that transfers can differ by line and trip.

A *variant* of a stop holds the calls of the vehicles with the same rules. Walks lead from variant
to variant, and since two walks are never joined nothing else need know of lines and trips. The
variant without any rules keeps the number of its stop; the others follow after all stops.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from .access import Access, access_of
from .footpaths import FORBIDDEN, Footpaths
from .rules import SIDES, Rules
from .timetable import Timetable

Ints = NDArray[np.int64]

KINDS = ("trip", "route")
PAIR = ["origin", "target"]


class Variants(NamedTuple):
    """Timetable and walks by variant.

    Attributes
    ----------
    timetable : Timetable
        Its stops are variants.
    footpaths : Footpaths
        Walks between variants, without rules.
    stop : ndarray, shape (variants,)
        Stop of each variant.
    """

    timetable: Timetable
    footpaths: Footpaths
    stop: Ints

    def ways(self, ways: Access) -> Access:
        """Lead the ways to stops to all of their variants."""
        variant = np.flatnonzero(self.stop != np.arange(len(self.stop)))
        if not len(variant):
            return ways
        extra = pd.DataFrame({"stop": self.stop[variant], "variant": variant})
        found = pd.DataFrame(ways._asdict()).merge(extra, on="stop")
        columns = zip(ways, (found["place"], found["variant"], found["seconds"]))
        return access_of(*(np.concatenate(column) for column in columns))


def variants_of(timetable: Timetable, footpaths: Footpaths) -> Variants:
    """Split the stops at which transfers differ by line or trip.

    Parameters
    ----------
    timetable : Timetable
        Trips.
    footpaths : Footpaths
        Walks, changes and rules.

    Returns
    -------
    Variants
        The same stops where there are no such rules.
    """
    rules = footpaths.rules
    if rules is None or not len(rules.table) or not len(timetable.stop):
        every = np.arange(timetable.stops)
        return Variants(timetable, replace(footpaths, rules=None), every)
    calls = _variants_of_calls(timetable, rules)
    ordinary = pd.DataFrame({"stop": np.arange(timetable.stops), "trip": -1, "route": -1})
    variants = pd.concat([ordinary, calls]).drop_duplicates(ignore_index=True)
    variants["variant"] = np.arange(len(variants))
    number = calls.merge(variants, how="left")["variant"].to_numpy(np.int32)
    return Variants(
        replace(timetable, stops=len(variants), stop=number),
        _walks(footpaths, rules, variants),
        variants["stop"].to_numpy(),
    )


def _variants_of_calls(timetable: Timetable, rules: Rules) -> pd.DataFrame:
    """Stop of each call, and its trip and line where some rule at the stop names them."""
    trip = timetable.row_of_calls()
    calls = pd.DataFrame({"stop": timetable.stop.astype(np.int64), "trip": trip})
    calls["route"] = rules.route[trip]
    for kind in KINDS:
        named = [
            rules.table[[f"{side}_stop", f"{side}_{kind}"]].set_axis(["stop", kind], axis=1)
            for side in SIDES
        ]
        keys = pd.MultiIndex.from_frame(pd.concat(named).drop_duplicates())
        used = pd.MultiIndex.from_frame(calls[["stop", kind]]).isin(keys)
        calls[kind] = calls[kind].where(used, -1)
    return calls


def _walks(footpaths: Footpaths, rules: Rules, variants: pd.DataFrame) -> Footpaths:
    """Walk between variants: by the first rule that holds, else as between their stops."""
    stop = variants["stop"].to_numpy()
    walks = pd.concat([_special(rules, variants), *_general(footpaths, variants)])
    walks = walks.drop_duplicates(PAIR).sort_values(PAIR)
    change = footpaths.change[stop]
    loop = (walks["origin"] == walks["target"]).to_numpy()
    at = walks[loop]
    change[at["origin"]] = np.where(at["seconds"] < 0, FORBIDDEN, at["seconds"])
    walks = walks[~loop & (walks["seconds"] >= 0).to_numpy()]
    tail, head, seconds = (walks[name].to_numpy(np.int64) for name in (*PAIR, "seconds"))
    return Footpaths(tail, head, seconds, change)


def _special(rules: Rules, variants: pd.DataFrame) -> pd.DataFrame:
    """Pairs of variants for which a rule holds, the rule that counts first."""
    found = rules.table.assign(turn=np.arange(len(rules.table)))
    for side, end in zip(SIDES, PAIR):
        parts = []
        for kind in (*KINDS, None):
            named = {name: found[f"{side}_{name}"] >= 0 for name in KINDS}
            mine = named[kind] if kind else ~(named["trip"] | named["route"])
            keys = ["stop", kind] if kind else ["stop"]
            other = variants[[*keys, "variant"]].rename(
                columns={**{key: f"{side}_{key}" for key in keys}, "variant": end}
            )
            parts.append(found[mine].merge(other, on=[f"{side}_{key}" for key in keys]))
        found = pd.concat(parts, ignore_index=True)
    return found.sort_values("turn", kind="stable")[[*PAIR, "seconds"]]


def _general(footpaths: Footpaths, variants: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Pairs of variants of stops between which, or at which, one may change."""
    walks = pd.DataFrame(
        {"from": footpaths.origin, "to": footpaths.target, "seconds": footpaths.seconds}
    )
    stop = variants["stop"].to_numpy()
    split = np.unique(stop[stop != variants["variant"].to_numpy()])
    split = split[footpaths.change[split] >= 0]
    changes = pd.DataFrame({"from": split, "to": split, "seconds": footpaths.change[split]})
    for side, end in zip(SIDES, PAIR):
        ends = variants[["stop", "variant"]].set_axis([side, end], axis=1)
        walks, changes = walks.merge(ends, on=side), changes.merge(ends, on=side)
    return walks[[*PAIR, "seconds"]], changes[[*PAIR, "seconds"]]
