"""Rating the stops of a feed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..progress import Progress, silent
from .feed import Feed
from .quality import Profile, categories
from .routetypes import MODES, RAIL
from .service import stop_service

Ints = NDArray[np.int64]


def rate_stops(
    feed: Feed,
    profile: Profile,
    dates: Sequence[date],
    *,
    by: str = "area",
    progress: Progress = silent,
) -> pd.DataFrame:
    """Rate the stops of a feed.

    Parameters
    ----------
    feed : Feed
        The feed.
    profile : Profile
        Rules.
    dates : sequence of date
        Dates; departures are means over them. Traffic on demand is left out.
    by : str
        ``stop`` or ``area``.
    progress : callable
        Told the fraction done.

    Returns
    -------
    DataFrame
        ``place`` (row in ``feed.stops``), ``departures`` [in the profile's window],
        ``hours_served``, ``directions`` [of rail], ``category`` [place in
        ``profile.categories``, -1 for none].

    Raises
    ------
    InputError
        If nothing runs on one of the dates.

    Examples
    --------
    >>> from samplan.processing.methods.transit.village import village
    >>> from samplan.processing.methods.transit.quality import profile_of
    >>> profile = profile_of({"window": ["06:00", "20:00"], "divide_by": 1, "every_hour": False,
    ...     "departures": "all_modes", "groups": [{"modes": ["bus"]}], "intervals": [210],
    ...     "closed": [True], "categories": [["near"]], "rings": [400],
    ...     "classes": {"near": ["400"]}, "order": ["400"]})
    >>> rate_stops(village(), profile, ["2021-10-07"])["category"].tolist()
    [-1, 0, -1]
    """
    days, windows = {"day": dates}, {"window": profile.window}
    whole = stop_service(feed, days, windows, by=by, progress=progress)
    by_mode = stop_service(feed, days, windows, by=by, split=("mode",))
    counts = by_mode.pivot(index="place", columns="mode", values="departures")
    counts = counts.reindex(index=whole["place"], columns=range(len(MODES))).fillna(0)
    heading = rail_directions(feed, by=by)[whole["place"].to_numpy()]
    table = whole[["place", "departures", "hours_served"]].assign(directions=heading)
    table["category"] = categories(
        profile, counts.to_numpy(), hours_served=table["hours_served"], directions=heading
    )
    return table


def rail_directions(feed: Feed, *, by: str = "area") -> Ints:
    """Count the next stations by rail from each stop or stop area.

    Parameters
    ----------
    feed : Feed
        The feed.
    by : str
        ``stop`` or ``area``.

    Returns
    -------
    ndarray of int, shape (stops,)
        Different places that some train calls at next; 0 where none leaves.

    Examples
    --------
    >>> from samplan.processing.methods.transit.village import village
    >>> rail_directions(village()).tolist()
    [0, 0, 0, 0, 0]
    """
    times = feed.stop_times
    place = times.stop if by == "stop" else feed.stops["area"].to_numpy()[times.stop]
    mode = feed.routes["mode"].to_numpy()[feed.trips["route"].to_numpy()]
    leg = np.flatnonzero(~times.is_last() & np.repeat(mode == RAIL, np.diff(times.start)))
    pairs = np.unique(place[leg].astype(np.int64) * len(feed.stops) + place[leg + 1])
    return np.bincount(pairs // len(feed.stops), minlength=len(feed.stops))
