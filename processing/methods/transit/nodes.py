"""Which localities are nodes of public transport.

References
----------
.. [1] Region Dalarna, regional spatial strategy: criteria for nodes of public transport.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from .feed import Feed
from .locality import locality_service

DOUBLE_TRIPS = 7.0
EVENING = 18 * 3600
"""At least 7 double trips on a weekday (or 14 in one direction on a loop), a trip after 18:00, and
weekend service [1]_."""

LATEST = 36 * 3600


def transit_nodes(
    feed: Feed,
    locality: ArrayLike,
    *,
    localities: int,
    weekday: date,
    weekend: Sequence[date],
    double_trips: float = DOUBLE_TRIPS,
    evening: int = EVENING,
) -> pd.DataFrame:
    """Tell which localities are nodes of public transport, and why.

    Parameters
    ----------
    feed : Feed
        The feed.
    locality : array_like of int, shape (stops,)
        Locality of each stop, -1 outside all.
    localities : int
        Number of localities.
    weekday : date
        A normal weekday.
    weekend : sequence of date
        Dates that must each have a trip; which, the strategy does not say: Saturday and Sunday
        are our own choice.
    double_trips : float
        Double trips needed on the weekday.
    evening : int
        A trip must leave then or later on the weekday [s past midnight].

    Returns
    -------
    DataFrame
        ``locality``, ``double_trips``, ``last`` [s past midnight], ``weekend`` [fewest departures
        on its dates], the tests ``enough``, ``late`` and ``all_week``, and ``node`` [bool].

    Raises
    ------
    InputError
        As in `locality_service`.

    Examples
    --------
    >>> from samplan.processing.methods.transit.village import village
    >>> found = transit_nodes(village(), [0, 0, 0, -1, 1], localities=2,
    ...                       weekday="2021-10-07", weekend=["2021-10-09"], double_trips=2)
    >>> found[["enough", "late", "all_week", "node"]].values.tolist()
    [[True, True, True, True], [True, False, True, False]]
    """
    days = {"weekday": [weekday], **{str(number): [day] for number, day in enumerate(weekend)}}
    found = locality_service(feed, locality, days, {"all": (0, LATEST)}, localities=localities)
    by_day = {day: rows.reset_index(drop=True) for day, rows in found.service.groupby("day")}
    ordinary = by_day.pop("weekday")
    fewest = np.min([rows["departures"] for rows in by_day.values()], axis=0) if by_day else np.inf
    nodes = ordinary[["locality", "double_trips", "last"]].assign(weekend=fewest)
    nodes["enough"] = nodes["double_trips"] >= double_trips
    nodes["late"] = nodes["last"] >= evening
    nodes["all_week"] = nodes["weekend"] > 0
    nodes["node"] = nodes["enough"] & nodes["late"] & nodes["all_week"]
    return nodes
