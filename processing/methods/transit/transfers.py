"""Transfers between the stops, lines and trips of a feed.

References
----------
.. [1] GTFS Schedule reference, transfers.txt.
   https://gtfs.org/documentation/schedule/reference/#transferstxt
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from .archive import Archive
from .cells import Codes
from .findings import Findings
from .tables import read_table

IN_SEAT = 4
"""Transfer types from here on link the trips of one vehicle."""

TRANSFER_COLUMNS = [
    *("from_stop", "to_stop", "type", "time", "from_trip", "to_trip", "from_route", "to_route")
]
RUN = r"@\d+:\d\d:\d\d$"
"""What the ids of trips by headways have after that of their pattern."""


def read_transfers(
    archive: Archive, stops: pd.DataFrame, routes: pd.DataFrame, trips: pd.DataFrame
) -> tuple[pd.DataFrame, Findings]:
    """Read transfers.txt [1]_, if there is one.

    Parameters
    ----------
    archive : Archive
        The feed.
    stops, routes, trips : DataFrame
        As read.

    Returns
    -------
    transfers : DataFrame
        ``from_stop``, ``to_stop`` (rows in ``stops``; -1 where trips are linked without stops),
        ``type``, ``time`` [s, -1 unknown], ``from_trip``, ``to_trip`` (rows in ``trips``, -1 for
        any) and ``from_route``, ``to_route`` (rows in ``routes``, -1 for any). Rows for what is
        not there are left out; a rule for a trip by headways is written out for its runs, but
        not a link, which does not say which of them.
    findings : tuple of Finding
        What was odd.
    """
    table = read_table(archive, "transfers.txt")
    time = table.numbers("min_transfer_time")
    type_ = np.nan_to_num(table.numbers("transfer_type")).astype(np.int8)
    columns = {"type": type_, "time": np.where(time >= 0, time, -1).astype(np.int32)}
    there = np.ones(len(table), dtype=bool)
    linked = type_ >= IN_SEAT
    for name, known in (("stop", Codes(stops["stop_id"])), ("route", Codes(routes["route_id"]))):
        for side in ("from", "to"):
            codes = table.codes(f"{side}_{name}_id", known)
            any_ = (table[f"{side}_{name}_id"] == "") & (linked | (name == "route"))
            there &= any_ | (codes >= 0)
            columns[f"{side}_{name}"] = codes
    transfers = pd.DataFrame(columns)
    for side in ("from", "to"):
        transfers[f"{side}_id"] = table[f"{side}_trip_id"]
    transfers = _with_trips(transfers[there].reset_index(drop=True), trips)
    return transfers[TRANSFER_COLUMNS], table.findings


def _with_trips(transfers: pd.DataFrame, trips: pd.DataFrame) -> pd.DataFrame:
    """Look up the trips by their ids, those by headways by the id of their pattern too."""
    ids = trips["trip_id"]
    known = pd.DataFrame({"id": ids, "row": np.arange(len(trips))})
    wanted = pd.unique(pd.concat([transfers["from_id"], transfers["to_id"]]))
    lacking = set(wanted) - set(ids) - {""}
    if lacking:
        pattern = ids.str.replace(RUN, "", regex=True)
        known = pd.concat([known, known.assign(id=pattern)[pattern.isin(lacking)]])
    known = pd.concat([known, pd.DataFrame({"id": [""], "row": [-1]})], ignore_index=True)
    known["exact"] = known["id"].to_numpy() == np.append(ids, "")[known["row"]]
    for side in ("from", "to"):
        runs = known.rename(columns={"id": f"{side}_id", "row": f"{side}_trip"})
        transfers = transfers.merge(runs, on=f"{side}_id")
        kept = transfers.pop("exact") | (transfers["type"] < IN_SEAT)
        transfers = transfers[kept].reset_index(drop=True)
    return transfers.astype({"from_trip": np.int32, "to_trip": np.int32})
