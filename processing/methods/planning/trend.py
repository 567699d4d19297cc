r"""Where goals are heading: trends and what they come to in the target year.

References
----------
.. [1] Sen, P. K. (1968). Estimates of the regression coefficient based on Kendall's tau. *Journal
   of the American Statistical Association*, 63(324), 1379-1389.
   doi:10.1080/01621459.1968.10480934
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..errors import InputError

Floats = NDArray[np.float64]

FEWEST = 3
"""Years that make a trend; our own choice."""


def project(
    series: pd.DataFrame, goals: pd.DataFrame, *, method: str = "theil_sen", last: int | None = None
) -> pd.DataFrame:
    """Continue the trend of each goal's values to its target year.

    Parameters
    ----------
    series : DataFrame
        ``goal`` (row of ``goals``), ``year`` and ``value``; missing values are left out.
    goals : DataFrame, n rows
        ``target_year``, ``lowest`` and ``highest``, as :func:`.targets.follow_up` takes them.
    method : {"theil_sen", "least_squares"}
        ``theil_sen``: the median of the slopes between all years, which a single odd year does
        not move [1]_.
    last : int, optional
        Only so many of the latest years.

    Returns
    -------
    DataFrame, n rows
        ``trend`` change per year; ``projected`` value in the target year; ``will_reach`` whether
        it is within the limits; ``reach_year`` when the trend is within them, the latest year of
        the series where it already is, NaN where it will not be. NaN, and None, where there are
        fewer than three years.

    Raises
    ------
    InputError
        If the method is unknown, fewer than three years are asked for, or a goal has two values
        for one year.

    Examples
    --------
    >>> series = pd.DataFrame({"goal": 0, "year": [2018, 2019, 2020], "value": [10.0, 12, 14]})
    >>> goals = pd.DataFrame({"target_year": [2030], "lowest": [40.0], "highest": [np.nan]})
    >>> project(series, goals).values.tolist()
    [[2.0, 34.0, False, 2033.0]]
    """
    if method not in ("theil_sen", "least_squares"):
        raise InputError(
            "There is no trend '{method}'; choose theil_sen or least_squares.", method=method
        )
    if last is not None and last < FEWEST:
        raise InputError("A trend needs at least {fewest} years.", fewest=FEWEST)
    known = series.dropna(subset=["value"]).sort_values(["goal", "year"], kind="stable")
    twice = known.duplicated(["goal", "year"])
    if twice.any():
        raise InputError(
            "Goal number {goal} has more than one value for the year {year}.",
            goal=int(known.loc[twice, "goal"].iloc[0]) + 1,
            year=int(known.loc[twice, "year"].iloc[0]),
        )
    rows: dict[int, tuple[float, float, object, float]] = {}
    for _, values in known.groupby("goal"):
        used = values if last is None else values.tail(last)
        if len(used) >= FEWEST:
            year, value = used["year"].to_numpy(float), used["value"].to_numpy(float)
            slope, level = _theil_sen(year, value) if method == "theil_sen" else _line(year, value)
            goal = int(used["goal"].iloc[0])
            rows[goal] = _continued(slope, level, year[-1], goals.iloc[goal])
    columns = ["trend", "projected", "will_reach", "reach_year"]
    nothing = (np.nan, np.nan, None, np.nan)
    return pd.DataFrame([rows.get(row, nothing) for row in range(len(goals))], columns=columns)


def _line(year: Floats, value: Floats) -> tuple[float, float]:
    """Slope and value in year 0 of the least-squares line."""
    away = year - year.mean()
    slope = float((away * value).sum() / (away**2).sum())
    return slope, float(value.mean() - slope * year.mean())


def _theil_sen(year: Floats, value: Floats) -> tuple[float, float]:
    first, second = np.triu_indices(len(year), 1)
    slope = float(np.median((value[second] - value[first]) / (year[second] - year[first])))
    return slope, float(np.median(value) - slope * np.median(year))


def _continued(
    slope: float, level: float, year: float, goal: pd.Series
) -> tuple[float, float, object, float]:
    low = -np.inf if np.isnan(goal["lowest"]) else float(goal["lowest"])
    high = np.inf if np.isnan(goal["highest"]) else float(goal["highest"])
    now, end = level + slope * year, level + slope * float(goal["target_year"])
    limit = low if now < low else high
    reached = np.nan
    if low <= now <= high:
        reached = year
    elif slope != 0 and (limit - now) / slope > 0:
        reached = (limit - level) / slope
    return slope, end, bool(low <= end <= high), float(reached)
