r"""Public transport accessibility level: London's measure of how much leaves how near.

References
----------
.. [1] Transport for London (2015). *Assessing transport connectivity in London*.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from ..errors import InputError
from .feed import Feed
from .intervals import HOUR
from .quality import clock
from .routetypes import MODES
from .service import stop_service

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Ptal:
    """Rules of the measure; see ``processing/profiles/stop_quality.json``.

    Parameters
    ----------
    window : tuple of int
        Beginning and end [s past midnight].
    speed : float
        Walking speed [m/min].
    reach : ndarray, shape (modes,)
        Longest walk to each mode [m], by mode as in `routetypes.MODES`; 0 for modes left out.
    reliability : ndarray, shape (modes,)
        Time added to the wait for each mode [min].
    other_weight : float
        Weight of all routes of a mode but the best.
    bounds : ndarray, shape (bands - 1,)
        Upper bounds of the bands but the last; a bound belongs to its band.
    bands : tuple of str
        Names, the worst first.
    """

    window: tuple[int, int]
    speed: float
    reach: Floats
    reliability: Floats
    other_weight: float
    bounds: Floats
    bands: tuple[str, ...]


def ptal_of(rules: Mapping[str, Any]) -> Ptal:
    """Check the rules of a profile of the kind ``ptal`` and make them ready for use.

    Parameters
    ----------
    rules : mapping
        An entry of ``stop_quality.json`` of the kind ``ptal``.

    Returns
    -------
    Ptal
        The rules.

    Raises
    ------
    InputError
        If a part is missing.

    Examples
    --------
    >>> ptal_of({"window": ["08:15", "09:15"], "walking_speed": 80, "reach": {"bus": 640},
    ...     "reliability": {"bus": 2}, "other_weight": 0.5, "bounds": [0], "bands": ["0", "1"]}
    ...     ).reach.tolist()[3]
    640.0
    """
    try:
        return Ptal(
            (clock(rules["window"][0]), clock(rules["window"][1])),
            float(rules["walking_speed"]),
            np.array([rules["reach"].get(mode, 0) for mode in MODES], dtype=float),
            np.array([rules["reliability"].get(mode, 0) for mode in MODES], dtype=float),
            float(rules["other_weight"]),
            np.array(rules["bounds"], dtype=float),
            tuple(rules["bands"]),
        )
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise InputError(
            "The quality profile is not complete: {reason}. Compare it with a profile that "
            "comes with the tool.",
            reason=str(error),
        ) from error


def access_index(
    rules: Ptal,
    point: ArrayLike,
    line: ArrayLike,
    mode: ArrayLike,
    distance: ArrayLike,
    per_hour: ArrayLike,
    *,
    points: int,
) -> Floats:
    r"""Sum up what leaves within reach of points [1]_.

    A line at distance :math:`d` with :math:`f` departures an hour counts as if it left at the
    door with the frequency

    .. math:: EDF = \frac{30}{d / v + 30 / f + K}

    and a point's index is the sum over modes of the best line's frequency and half of all others'.

    Parameters
    ----------
    rules : Ptal
        Rules.
    point : array_like of int, shape (n,)
        Point of each pair of point and line's stop.
    line, mode : array_like of int, shape (n,)
        Line and its mode. Of a line's stops only the nearest counts, of equally near the one with
        most departures.
    distance : array_like, shape (n,)
        Distance walked [m].
    per_hour : array_like, shape (n,)
        Departures an hour in the better direction.
    points : int
        Number of points.

    Returns
    -------
    ndarray, shape (points,)
        Access index, 0 or more; 0 where nothing is within reach.

    Examples
    --------
    A bus every 10 minutes, 4 minutes' walk away: 30 / (4 + 5 + 2).

    >>> rules = ptal_of({"window": ["08:15", "09:15"], "walking_speed": 80,
    ...     "reach": {"bus": 640}, "reliability": {"bus": 2}, "other_weight": 0.5,
    ...     "bounds": [0, 2.5], "bands": ["0", "1a", "1b"]})
    >>> access_index(rules, [0], [7], [3], [320], [6], points=1).round(4).tolist()
    [2.7273]
    """
    pairs = pd.DataFrame(
        {
            "point": np.asarray(point, dtype=np.int64),
            "line": np.asarray(line, dtype=np.int64),
            "mode": np.asarray(mode, dtype=np.int64),
            "distance": np.asarray(distance, dtype=np.float64),
            "often": -np.asarray(per_hour, dtype=np.float64),
        }
    )
    near = pairs["distance"] <= rules.reach[pairs["mode"]]
    pairs = pairs[near & (rules.reach[pairs["mode"]] > 0) & (pairs["often"] < 0)]
    pairs = pairs.sort_values(["point", "line", "distance", "often"])
    pairs = pairs.drop_duplicates(["point", "line"])
    wait = 30 / -pairs["often"] + rules.reliability[pairs["mode"]]
    pairs["doorstep"] = 30 / (pairs["distance"] / rules.speed + wait)
    groups = pairs.groupby(["point", "mode"])["doorstep"]
    best, whole = groups.max(), groups.sum()
    index = (best + rules.other_weight * (whole - best)).groupby(level="point").sum()
    return index.reindex(np.arange(points), fill_value=0.0).to_numpy(dtype=np.float64)


def bands(rules: Ptal, index: ArrayLike) -> Ints:
    """Put access indices into bands.

    Parameters
    ----------
    rules : Ptal
        Rules.
    index : array_like, shape (n,)
        Access indices.

    Returns
    -------
    ndarray of int, shape (n,)
        Place in ``rules.bands``.

    Examples
    --------
    >>> rules = ptal_of({"window": ["08:15", "09:15"], "walking_speed": 80, "reach": {},
    ...     "reliability": {}, "other_weight": 0.5, "bounds": [0, 2.5],
    ...     "bands": ["0", "1a", "1b"]})
    >>> bands(rules, [0, 2.5, 2.51]).tolist()
    [0, 1, 2]
    """
    return np.searchsorted(rules.bounds, np.asarray(index, dtype=np.float64))


def line_frequencies(feed: Feed, rules: Ptal, dates: Sequence[date]) -> pd.DataFrame:
    """Departures an hour of each line at each stop area, in its better direction.

    Parameters
    ----------
    feed : Feed
        The feed.
    rules : Ptal
        Rules, for their window.
    dates : sequence of date
        Dates; means over them.

    Returns
    -------
    DataFrame
        ``place`` (row in ``feed.stops``), ``line`` (row in ``feed.routes``), ``mode`` and
        ``per_hour``.

    Raises
    ------
    InputError
        If nothing runs on one of the dates.

    Examples
    --------
    >>> from samplan.processing.methods.transit.village import village
    >>> rules = ptal_of({"window": ["06:30", "07:30"], "walking_speed": 80, "reach": {},
    ...     "reliability": {}, "other_weight": 0.5, "bounds": [0], "bands": ["0", "1"]})
    >>> found = line_frequencies(village(), rules, ["2021-10-07"])
    >>> found[["place", "per_hour"]].values.tolist()
    [[2.0, 1.0], [3.0, 1.0], [4.0, 0.0]]
    """
    table = stop_service(
        feed, {"day": dates}, {"window": rules.window}, split=("line", "direction")
    )
    best = table.groupby(["place", "line"], as_index=False)["departures"].max()
    hours = (rules.window[1] - rules.window[0]) / HOUR
    mode = feed.routes["mode"].to_numpy()[best["line"].to_numpy()]
    result: pd.DataFrame = best[["place", "line"]].assign(
        mode=mode, per_hour=best["departures"] / hours
    )
    return result
