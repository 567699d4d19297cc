"""Rules of the feed for transfers, by stop, line and trip.

References
----------
.. [1] GTFS Schedule reference, transfers.txt.
   https://gtfs.org/documentation/schedule/reference/#transferstxt
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Ints = NDArray[np.int64]

RECOMMENDED, TIMED, MINIMUM, IMPOSSIBLE = range(4)
"""Types of transfers between vehicles."""

SIDES = ("from", "to")
RANKS = ["special", "station", "type", "time"]


class Rules(NamedTuple):
    """Rules for single lines and trips.

    Attributes
    ----------
    table : DataFrame
        ``from_stop``, ``to_stop``, ``from_trip``, ``to_trip``, ``from_route``, ``to_route`` (-1
        for any) and ``seconds`` (-1: impossible); the rule that counts comes first.
    route : ndarray, shape (feed's trips,)
        Line of each trip.
    """

    table: pd.DataFrame
    route: Ints

    def reversed(self) -> Rules:
        """Return the rules the other way round."""
        names = {column: _other(str(column)) for column in self.table}
        return Rules(self.table.rename(columns=names), self.route)


def general_rules(transfers: pd.DataFrame, stops: pd.DataFrame) -> pd.DataFrame:
    """Return the rule for each pair of stops that holds for all lines and trips."""
    rules = _written_out(transfers, stops)
    rules = rules[rules["special"] == 0]
    return rules.drop_duplicates(["from_stop", "to_stop"], ignore_index=True)


def special_rules(transfers: pd.DataFrame, stops: pd.DataFrame) -> pd.DataFrame:
    """Return the rules for single lines and trips; the rule that counts comes first."""
    rules = _written_out(transfers, stops)
    return rules[rules["special"] < 0].reset_index(drop=True)


def _written_out(transfers: pd.DataFrame, stops: pd.DataFrame) -> pd.DataFrame:
    """Write the rules for stations out for their stops, and sort them: what counts more is first.

    Two trips count more than a trip and a line, these more than one trip, two lines, one line [1]_;
    of two such rules that for the stop itself counts.
    """
    rules = transfers[transfers["type"] <= IMPOSSIBLE].copy()
    rules["special"] = 0
    for side in SIDES:
        trip, route = f"{side}_trip", f"{side}_route"
        for name in {trip, route} - set(rules):
            rules[name] = -1
        # a trip has its line
        rules.loc[rules[trip] >= 0, route] = -1
        rules["special"] -= 3 * (rules[trip] >= 0) + 1 * (rules[route] >= 0)
    rules["station"] = 0
    child = np.flatnonzero(stops["parent"].to_numpy() >= 0)
    family = pd.DataFrame({"parent": stops["parent"].to_numpy()[child], "member": child})
    for side in SIDES:
        stop = f"{side}_stop"
        wide = rules.merge(family, left_on=stop, right_on="parent")
        wide = wide.assign(**{stop: wide["member"], "station": wide["station"] + 1})
        rules = pd.concat([rules, wide[rules.columns]], ignore_index=True)
    return rules.sort_values(["from_stop", "to_stop", *RANKS], kind="stable", ignore_index=True)


def _other(column: str) -> str:
    """Return the name of the same column on the other side."""
    for here, there in (SIDES, SIDES[::-1]):
        if column.startswith(f"{here}_"):
            return there + column[len(here) :]
    return column
