r"""Whether goals will be reached: progress, pace and what is left to do.

References
----------
.. [1] OECD (2022). *The short and winding road to 2030: measuring distance to the SDG targets*.
   doi:10.1787/af4b630d-en
.. [2] Eurostat. *Sustainable development in the European Union*: assessment of progress against
   the pace that a target asks for.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..errors import InputError
from ..ratios import ratio

Floats = NDArray[np.float64]

STATUSES = ("reached", "ahead", "on_track", "behind", "wrong_way", "overshot", "missed")
"""What :func:`follow_up` may say of a goal."""


def follow_up(goals: pd.DataFrame, *, ahead: float = 110.0, behind: float = 90.0) -> pd.DataFrame:
    r"""Compare how far goals have come with how far they should have come by now [1]_ [2]_.

    .. math:: p = 100 \frac{y - y_0}{y^* - y_0}, \qquad
        \bar p = 100 \frac{t - t_0}{T - t_0}

    Parameters
    ----------
    goals : DataFrame, n rows
        ``base_year`` and ``base`` value at the start, ``year`` and ``value`` latest year and
        value, ``target_year``; ``lowest`` and ``highest`` allowed value in the target year, NaN
        where there is no such limit: a goal to grow has a lowest, one to shrink a highest, and
        one to keep something both.
    ahead, behind : float
        Pace from which a goal is ahead, itself included, and below which it is behind [% of the
        expected progress].

    Returns
    -------
    DataFrame, n rows
        ``goal_stat`` "reached" where the value is within the limits; else "missed" from the
        target year on; "overshot" past the limit on the other side; "wrong_way" where the value
        is farther from the goal than at the start; "ahead", "on_track" or "behind"; None where a
        value is missing, or no time has passed. ``gap`` from the value to the nearest limit, 0
        within; ``progress`` :math:`p` and ``expected`` :math:`\bar p` [%], the progress NaN
        where the start was within the limits; ``pace`` the one over the other [%]; ``done_year``
        change per year until now; ``need_year`` change per year that is left, NaN from the target
        year on; ``need_rate`` the same as a compound rate [% per year], NaN unless value and limit
        are above 0.

    Raises
    ------
    InputError
        If a goal has no limit or its limits are crossed, or its years are out of order.

    Examples
    --------
    >>> goals = pd.DataFrame({"base_year": [2020], "base": [1000.0], "year": [2025],
    ...     "value": [1100.0], "target_year": [2040], "lowest": [1400.0], "highest": [np.nan]})
    >>> follow_up(goals)[["goal_stat", "progress", "expected", "need_year"]].values.tolist()
    [['on_track', 25.0, 25.0, 20.0]]
    """
    names = ("base_year", "base", "year", "value", "target_year", "lowest", "highest")
    start, base, now, value, end, low, high = (goals[name].to_numpy(float) for name in names)
    _check(start, now, end, low, high)
    limit = _nearest_limit(base, low, high)
    ending = _nearest_limit(value, low, high)
    toward, gap, left = np.sign(limit - base), ending - value, end - now
    progress = 100 * toward * ratio(value - base, np.abs(limit - base), smallest_base=0)
    expected = 100 * np.clip(ratio(now - start, end - start, smallest_base=0), 0, 1)
    pace = ratio(progress, expected, smallest_base=0, scale=100)
    conditions = {
        "": np.isnan(base) | np.isnan(value),
        "reached": gap == 0,
        "missed": left <= 0,
        "overshot": (toward != 0) & (np.sign(gap) == -toward),
        "wrong_way": (toward == 0) | (progress < 0),
        "behind": pace < behind,
        "on_track": pace < ahead,
        "ahead": pace >= ahead,
    }
    # the first that holds; none where no time has passed
    status = np.select(list(conditions.values()), list(conditions), "").astype(object)
    return pd.DataFrame(
        {
            "goal_stat": np.where(status == "", np.array(None, dtype=object), status),
            "gap": gap,
            "progress": progress,
            "expected": expected,
            "pace": pace,
            "done_year": ratio(value - base, now - start, smallest_base=0),
            "need_year": ratio(gap, left, smallest_base=0),
            "need_rate": _compound_rate(value, ending, left),
        }
    )


def _compound_rate(value: Floats, ending: Floats, years: Floats) -> Floats:
    """Rate per year between two values above 0 [%]."""
    used = (value > 0) & (ending > 0) & (years > 0)
    factor = np.divide(ending, value, out=np.full_like(value, np.nan), where=used)
    power = np.divide(1, years, out=np.full_like(years, np.nan), where=used)
    return np.asarray(100 * (factor**power - 1))


def _nearest_limit(values: Floats, low: Floats, high: Floats) -> Floats:
    """Limit that values have to move to, themselves where they are within."""
    return np.where(values < low, low, np.where(values > high, high, values))


def _check(start: Floats, now: Floats, end: Floats, low: Floats, high: Floats) -> None:
    if row := _first(np.isnan(low) & np.isnan(high)):
        raise InputError(
            "Goal number {row} has neither a lowest nor a highest value for its target year; give "
            "one.",
            row=row,
        )
    if row := _first(low > high):
        raise InputError("The lowest value of goal number {row} is above its highest one.", row=row)
    if row := _first(~(end > start)):
        raise InputError(
            "The target year of goal number {row} must come after the year it starts from.", row=row
        )
    if row := _first(now < start):
        raise InputError(
            "The latest year of goal number {row} comes before the year it starts from.", row=row
        )


def _first(wrong: NDArray[np.bool_]) -> int:
    """Return the number of the first row that is wrong, from 1; 0 where none is."""
    return int(np.argmax(wrong)) + 1 if wrong.any() else 0
