"""Trips that run by headway: the periods of frequencies.txt."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..cells import clock, split
from .draft import Draft, next_rows
from .edits import Edit

Ints = NDArray[np.int64]


def window_of(edit: Edit) -> tuple[int, int]:
    """Return the window of an edit [s past midnight]; what is not given has no bound."""
    return edit.begin or 0, 1 << 30 if edit.end is None else edit.end


def headways_of(draft: Draft, trips: Ints) -> pd.DataFrame:
    """Return the rows of frequencies.txt for trips: ``trip``, ``begin``, ``end``, ``headway``."""
    table = draft.frequencies
    chosen = draft.trips["trip_id"].loc[trips]
    row_of = pd.Series(chosen.index, index=chosen.to_numpy())
    table = table[table["trip_id"].isin(set(chosen))]
    seconds = {name: seconds_of(table[f"{name}_time"].tolist()) for name in ("start", "end")}
    headway = pd.to_numeric(table["headway_secs"], errors="coerce").fillna(0).astype(np.int64)
    trip = row_of[~row_of.index.duplicated()].reindex(table["trip_id"]).to_numpy(np.int64)
    columns = {"trip": trip, "begin": seconds["start"], "end": seconds["end"], "headway": headway}
    return pd.DataFrame(columns, index=table.index)


def seconds_of(texts: list[str]) -> Ints:
    """Decode times of day; -1 where a text is none."""
    cells = split("".join(f"{text},\n" for text in texts).encode())
    return clock(cells, *cells.span(0))[0].astype(np.int64)


def outside(headways: pd.DataFrame, begin: int, end: int) -> pd.DataFrame:
    """Return what is left of periods outside a window; departures keep their minutes.

    Examples
    --------
    >>> periods = pd.DataFrame({"begin": [0], "end": [1000], "headway": [300]})
    >>> outside(periods, 300, 700).values.tolist()
    [[0, 300, 300], [900, 1000, 300]]
    """
    before = headways.assign(end=headways["end"].clip(upper=begin))
    after = headways.assign(begin=next_departures(headways, end))
    both = pd.concat([before, after])
    return both[both["begin"] < both["end"]]


def inside(headways: pd.DataFrame, begin: int, end: int) -> pd.DataFrame:
    """Return the part of periods in a window; departures keep their minutes."""
    part = headways.assign(
        begin=next_departures(headways, begin), end=headways["end"].clip(upper=end)
    )
    return part[part["begin"] < part["end"]]


def next_departures(headways: pd.DataFrame, time: int) -> pd.Series:
    """First departure of each period at a time or after it: so the later ones keep their minute."""
    waits = -(-(time - headways["begin"]).clip(lower=0) // headways["headway"].clip(lower=1))
    return headways["begin"] + waits * headways["headway"]


def with_headways(draft: Draft, old: pd.Index, new: pd.DataFrame) -> Draft:
    """Replace rows of frequencies.txt; a new row keeps the other cells of the row it comes from."""
    table = draft.frequencies
    rows = table.loc[new.index].assign(
        start_time=[clock_text(time) for time in new["begin"]],
        end_time=[clock_text(time) for time in new["end"]],
        headway_secs=[str(seconds) for seconds in new["headway"]],
    )
    rows.index = pd.Index(next_rows(table, len(rows)))
    return replace(draft, frequencies=pd.concat([table.drop(index=old), rows]))


def clock_text(seconds: int) -> str:
    """Write seconds past midnight as a time of day.

    Examples
    --------
    >>> clock_text(90610)
    '25:10:10'
    """
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
