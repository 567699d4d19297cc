"""What public transport offers localities, as the fields of their layer and as tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from ..progress import Progress, silent
from .feed import Feed
from .locality import locality_service
from .nodes import DOUBLE_TRIPS, EVENING, LATEST
from .service import Days, Windows

HOUR, MINUTE = 3600.0, 60.0
DAYTIME = (6 * 3600, 20 * 3600)
"""When the mean interval is measured: the hours of *kollektivtrafiknära läge*."""

FIXED: Windows = {"whole": (0, LATEST), "daytime": DAYTIME, "evening": (EVENING, LATEST)}
DAY_TYPES = ("weekday", "saturday", "sunday")

TIMES = {"first": "first_dep", "last": "last_dep", "last_return": "last_ret"}
COUNTS = {
    "departures": "dep_n",
    "arrivals": "arr_n",
    "returns": "ret_n",
    "double_trips": "dbl_trips",
    "on_demand": "dem_n",
    "lines": "pt_lines",
    "destinations": "pt_dests",
}


class Offer(NamedTuple):
    """What a timetable offers localities.

    Attributes
    ----------
    fields : DataFrame
        One row for each locality.
    service : DataFrame
        A row for each locality, day type and window; ``locality`` is its number.
    towards : DataFrame
        The same, and for each centre ``ctr_name``.
    """

    fields: pd.DataFrame
    service: pd.DataFrame
    towards: pd.DataFrame


def locality_offer(
    feed: Feed,
    locality: ArrayLike,
    days: Days,
    windows: Windows,
    *,
    localities: int,
    centres: Mapping[str, Sequence[int]],
    still: Sequence[str] = (),
    progress: Progress = silent,
) -> Offer:
    """Describe the public transport of localities by unique departures and what they lead to.

    Parameters
    ----------
    feed : Feed
        The feed.
    locality : array_like of int, shape (stops,)
        Locality of each stop, -1 outside all.
    days : mapping
        Dates by day type: any of ``weekday``, ``saturday`` and ``sunday``.
    windows : mapping
        Beginning and end [s past midnight] by name, for the tables.
    localities : int
        Number of localities.
    centres : mapping
        Localities that make up each named centre.
    still : sequence of str
        Day types on which nothing runs anywhere: without dates, but with 0 departures. Of other
        day types without dates nothing is known.
    progress : callable
        Told the fraction done.

    Returns
    -------
    Offer
        Fields and tables under the catalogue's codes; times are hours of the service day, past
        24 in the night after. What needs a trip is NaN without, and what needs a day type of
        which nothing is known. ``pt_node`` is 1 for a node of public transport, see `nodes`. The
        fields of ``ctr_name`` are for the centre with most double trips on a weekday, of equal
        ones the fastest.

    Raises
    ------
    InputError
        As in `locality_service`.

    Examples
    --------
    >>> from samplan.processing.methods.transit.village import village
    >>> days = {"weekday": ["2021-10-07"], "saturday": ["2021-10-09"]}
    >>> offer = locality_offer(village(), [0, 0, 0, -1, 1], days, {"06-20": (21600, 72000)},
    ...                        localities=2, centres={"the town": [1]}, still=["sunday"])
    >>> offer.fields[["dep_wd", "dep_sat", "dep_sun", "pt_node", "ctr_min"]].values.tolist()
    [[2.0, 1.0, 0.0, 0.0, 25.0], [2.0, 1.0, 0.0, 0.0, nan]]
    """
    found = locality_service(
        feed,
        locality,
        days,
        {**FIXED, **windows},
        localities=localities,
        centres=centres,
        progress=progress,
    )
    fields = _service_fields(found.service, days, still)
    best = _best_centre(found.towards, centres, localities)
    return Offer(
        pd.concat([fields, best], axis=1),
        _table(found.service, windows),
        _table(found.towards, windows) if centres else found.towards,
    )


def busiest_locality(feed: Feed, locality: ArrayLike) -> int:
    """Find the locality with most calls in the feed.

    Parameters
    ----------
    feed : Feed
        The feed.
    locality : array_like of int, shape (stops,)
        Locality of each stop, -1 outside all.

    Returns
    -------
    int
        Its number, the first of equal ones; -1 where no locality has a call.

    Examples
    --------
    >>> from samplan.processing.methods.transit.village import village
    >>> busiest_locality(village(), [1, 1, 1, -1, 0])
    0
    >>> busiest_locality(village(), [-1, -1, -1, -1, -1])
    -1
    """
    calls = np.asarray(locality, dtype=np.int64)[feed.stop_times.stop]
    calls = calls[calls >= 0]
    return int(np.argmax(np.bincount(calls))) if len(calls) else -1


def _service_fields(service: pd.DataFrame, days: Days, still: Sequence[str]) -> pd.DataFrame:
    size = int(service["locality"].max()) + 1

    def column(name: str, day: str = "weekday", window: str = "whole") -> NDArray[np.float64]:
        chosen = service[(service["day"] == day) & (service["window"] == window)]
        if day in days:
            return chosen[name].to_numpy(dtype=np.float64)
        count = name in COUNTS and day in still
        return np.full(size, 0.0 if count else np.nan)

    leaving = {day: column("departures", day) for day in DAY_TYPES}
    weekend = np.minimum(leaving["saturday"], leaving["sunday"])
    double, first, last = column("double_trips"), column("first"), column("last")
    node = (double >= DOUBLE_TRIPS) & (last >= EVENING) & (weekend > 0)
    known = ~np.isnan(double + weekend)
    return pd.DataFrame(
        {
            "dep_wd": leaving["weekday"],
            "dep_sat": leaving["saturday"],
            "dep_sun": leaving["sunday"],
            "wkend_dep": weekend,
            "dem_n": column("on_demand"),
            "dbl_trips": double,
            "int_min": column("interval", window="daytime") / MINUTE,
            "first_dep": first / HOUR,
            "last_dep": last / HOUR,
            "span_h": (last - first) / HOUR,
            "eve_dep": column("departures", window="evening"),
            "pt_lines": column("lines"),
            "pt_dests": column("destinations"),
            "pt_node": np.where(known, node, np.nan),
        }
    )


def _best_centre(
    towards: pd.DataFrame, centres: Mapping[str, Sequence[int]], localities: int
) -> pd.DataFrame:
    """Fields for the centre with most double trips on the weekday."""
    names = {
        "centre": "ctr_name",
        "departures": "ctr_dep",
        "returns": "ctr_ret",
        "double_trips": "ctr_dbl",
        "fastest": "ctr_min",
        "last_return": "ctr_last",
    }
    if not centres:
        return pd.DataFrame(index=pd.RangeIndex(localities))
    rows = towards[(towards["day"] == "weekday") & (towards["window"] == "whole")]
    rows = rows[(rows["departures"] > 0) | (rows["returns"] > 0)]
    rank = rows.assign(more=-rows["double_trips"], order=rows["centre"].map(list(centres).index))
    rank = rank.sort_values(["locality", "more", "fastest", "order"])
    best = rank.drop_duplicates("locality").set_index("locality")[list(names)].rename(columns=names)
    best["ctr_min"] /= MINUTE
    best["ctr_last"] /= HOUR
    best = best.reindex(range(localities))
    counts = ["ctr_dep", "ctr_ret", "ctr_dbl"]
    best[counts] = best[counts].fillna(0.0)
    members = [number for group in centres.values() for number in group]
    if len(centres) == 1:
        best.loc[members, counts] = np.nan
    return best.astype({"ctr_name": object})


def _table(found: pd.DataFrame, windows: Windows) -> pd.DataFrame:
    """Rows of the windows asked for, under the catalogue's codes."""
    rows = found[found["window"].isin(list(windows))]
    table = rows[["locality", "day", "window"]].rename(columns={"day": "day_type"})
    if "centre" in rows:
        table["ctr_name"] = rows["centre"]
    for name, code in COUNTS.items():
        if name in rows:
            table[code] = rows[name]
    for name, code in TIMES.items():
        if name in rows:
            table[code] = rows[name] / HOUR
    if "interval" in rows:
        table["int_min"] = rows["interval"] / MINUTE
    if "fastest" in rows:
        table["ctr_min"] = rows["fastest"] / MINUTE
    return table.reset_index(drop=True)
