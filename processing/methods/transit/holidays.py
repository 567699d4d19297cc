"""Public holidays by rules: fixed dates, days from Easter, and days of the week from a date on.

References
----------
.. [1] Lag (1989:253) om allmänna helgdagar.
.. [2] Meeus, J. (1998). *Astronomical Algorithms*, 2nd edition, chapter 8. (Date of Easter.)
"""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from collections.abc import Iterable
from datetime import date, timedelta

import numpy as np

from ..errors import InputError
from .calendar import WEEKDAYS, Dates

RULE = re.compile(rf"(?:({'|'.join(WEEKDAYS)}) )?(\d\d)-(\d\d)|easter([+-]\d+)")
"""A date, perhaps with the day of the week to look for from it on; or days from Easter Sunday."""


def holidays(rules: Iterable[str], years: Iterable[int]) -> Dates:
    """List the holidays of some years.

    Parameters
    ----------
    rules : iterable of str
        Such as ``"12-25"``, ``"easter-2"`` (Good Friday) or ``"saturday 06-20"`` (the first
        Saturday from 20 June on).
    years : iterable of int
        Years wanted.

    Returns
    -------
    ndarray of datetime64[D]
        The dates, rising, each once. A rule for 29 February gives none in other years.

    Raises
    ------
    InputError
        If a rule cannot be read.

    Examples
    --------
    >>> holidays(["01-01", "easter-2", "saturday 06-20"], [2026]).astype(str).tolist()
    ['2026-01-01', '2026-04-03', '2026-06-20']
    """
    texts = list(rules)
    found = [_in_year(rule, year) for year in years for rule in texts]
    dates: Dates = np.unique(np.array([day for day in found if day], dtype="datetime64[D]"))
    return dates


def easter(year: int) -> date:
    """Easter Sunday of a year, by the Gregorian calendar [2]_.

    Parameters
    ----------
    year : int
        From 1583 on.

    Returns
    -------
    date

    Examples
    --------
    >>> easter(2026)
    datetime.date(2026, 4, 5)
    """
    century, golden = year // 100, year % 19
    moon = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    moon -= int(moon == 29 or (moon == 28 and golden > 10))
    full_moon = date(year, 3, 21) + timedelta(moon)
    return full_moon + timedelta(7 - (full_moon.weekday() + 1) % 7)


def _in_year(rule: str, year: int) -> date | None:
    """Find the date of a rule in a year."""
    name, month, day, away = _parts(rule)
    if away:
        return easter(year) + timedelta(int(away))
    if (month, day) == ("02", "29") and not isleap(year):
        return None
    first = date(year, int(month), int(day))
    return first + timedelta((WEEKDAYS.index(name) - first.weekday()) % 7 if name else 0)


def _parts(rule: str) -> tuple[str, str, str, str]:
    """Day of the week, month, day of the month, and days from Easter; "" for what is not there."""
    found = RULE.fullmatch(rule)
    if found:
        name, month, day, away = found.groups(default="")
        if away or (1 <= int(month) <= 12 and 1 <= int(day) <= monthrange(2000, int(month))[1]):
            return name, month, day, away
    raise InputError(
        "'{rule}' is no rule for a holiday. Write a date such as 12-25, days from Easter such as "
        "easter-2, or a day of the week from a date on, such as saturday 06-20.",
        rule=rule,
    )
