"""Days of service and the hours at which lines run.

Swedish feeds tell days one by one: ``calendar.txt`` has only the period of validity, every weekday
0, and ``calendar_dates.txt`` lists each date with exception type 1.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

Integers = npt.NDArray[np.int64]
Window = tuple[float, float, int]
"""From and until [hours], and minutes between departures; 0: one departure, at the start."""
Hours = tuple[tuple[Window, ...], tuple[Window, ...]]
"""Windows of the direction out from the line's anchor, and of the direction back to it."""

FIRST_DAY, LAST_DAY = pd.Timestamp("2026-08-17"), pd.Timestamp("2026-12-12")
FIRST_SCHOOL_DAY = pd.Timestamp("2026-08-19")
AUTUMN_BREAK: Final = (pd.Timestamp("2026-10-26"), pd.Timestamp("2026-10-30"))
ALL_SAINTS = pd.Timestamp("2026-10-31")
"""A Saturday with the service of a Sunday."""

WEEKDAY, SCHOOL, BREAK, SATURDAY, SUNDAY = "weekday", "school", "break", "saturday", "sunday"
FRIDAY_SUNDAY, NIGHT = "friday_sunday", "night"
SERVICES: Final = (WEEKDAY, SCHOOL, BREAK, SATURDAY, SUNDAY, FRIDAY_SUNDAY, NIGHT)
TRAINS_OF: Final = {SCHOOL: WEEKDAY, BREAK: WEEKDAY, FRIDAY_SUNDAY: SUNDAY, NIGHT: SATURDAY}
"""Whose trains a bus of the service waits for."""


def dates() -> Mapping[str, pd.DatetimeIndex]:
    """Dates of each service.

    Examples
    --------
    >>> {service: len(days) for service, days in dates().items()}["sunday"]
    17
    """
    days = pd.date_range(FIRST_DAY, LAST_DAY)
    weekday = days.dayofweek
    holiday = days == ALL_SAINTS
    free = (days < FIRST_SCHOOL_DAY) | ((days >= AUTUMN_BREAK[0]) & (days <= AUTUMN_BREAK[1]))
    chosen = {
        WEEKDAY: weekday < 5,
        SCHOOL: (weekday < 5) & ~free,
        BREAK: (weekday < 5) & free,
        SATURDAY: (weekday == 5) & ~holiday,
        SUNDAY: (weekday == 6) | holiday,
        FRIDAY_SUNDAY: (weekday == 4) | (weekday == 6),
        NIGHT: (weekday == 4) | (weekday == 5),
    }
    return {service: days[mask] for service, mask in chosen.items()}


def both(*windows: Window) -> Hours:
    """Give both directions the same windows."""
    return windows, windows


def at(out: tuple[float, ...], back: tuple[float, ...]) -> Hours:
    """Single departures at the hours given."""
    return tuple((hour, hour, 0) for hour in out), tuple((hour, hour, 0) for hour in back)


HOURS: Final[Mapping[str, Mapping[str, Hours]]] = {
    "commuter train": {
        WEEKDAY: both((5, 9, 30), (9, 14, 60), (14, 19, 30), (19, 24.5, 60)),
        SATURDAY: both((6, 24.5, 60)),
        SUNDAY: both((7, 24, 60)),
    },
    "branch train": {
        WEEKDAY: both((5, 9, 60), (9, 15, 120), (15, 20, 60), (20, 23, 120)),
        SATURDAY: both((8, 22, 120)),
        SUNDAY: both((9, 23, 120)),
    },
    "half-hourly": {
        WEEKDAY: both((5, 9, 30), (9, 14, 60), (14, 19, 30), (19, 24, 60)),
        SATURDAY: both((7, 24, 60)),
        SUNDAY: both((8, 23, 120)),
    },
    "peak": {WEEKDAY: both((6, 9, 30), (15, 18, 30))},
    "quarter-hourly": {
        WEEKDAY: both((5, 6, 30), (6, 9, 15), (9, 14, 30), (14, 19, 15), (19, 24.5, 30)),
        SATURDAY: both((6, 10, 60), (10, 20, 30), (20, 25, 60)),
        SUNDAY: both((7, 24, 60)),
    },
    "hourly": {
        WEEKDAY: both((5.5, 20, 60), (20, 23.5, 120)),
        SATURDAY: both((8, 20, 120)),
        SUNDAY: both((10, 20, 120)),
    },
    "two-hourly": {
        WEEKDAY: both((6, 9, 60), (9, 14, 120), (14, 19, 60)),
        SATURDAY: both((9, 18, 240)),
        SUNDAY: both((10, 19, 240)),
    },
    "town 10": {
        WEEKDAY: both((5, 6, 20), (6, 18.5, 10), (18.5, 22, 15), (22, 24.5, 30)),
        SATURDAY: both((6, 9, 30), (9, 18, 15), (18, 25, 30)),
        SUNDAY: both((7, 10, 30), (10, 20, 20), (20, 24, 30)),
    },
    "town 15": {
        WEEKDAY: both((5, 6, 30), (6, 18.5, 15), (18.5, 24, 30)),
        SATURDAY: both((6, 9, 60), (9, 18, 20), (18, 24.5, 30)),
        SUNDAY: both((7, 10, 60), (10, 23.5, 30)),
    },
    "town 30": {
        WEEKDAY: both((5, 20, 30), (20, 23.5, 60)),
        SATURDAY: both((7, 23, 60)),
        SUNDAY: both((9, 22, 60)),
    },
    "school three": {SCHOOL: at((14.3, 16), (7.7,))},
    "school five": {SCHOOL: at((13.3, 14.6, 16.1), (7.6, 9.2)), BREAK: at((16.1,), (7.1,))},
    "school eight": {
        SCHOOL: at((12.5, 14.2, 15.5, 17.2), (6.5, 7.7, 9.5, 13)),
        BREAK: at((12.5, 16.2), (7.1, 13)),
    },
    "school loop": {SCHOOL: at((6.9, 13.8, 15.6), ())},
    "loop": {WEEKDAY: (((6, 19, 30),), ()), SATURDAY: (((9, 17, 60),), ())},
    "on demand": {
        WEEKDAY: at((9.5, 12.5, 15.5, 18.5), (8.5, 11.5, 14.5, 17.5)),
        SATURDAY: at((12.5, 16.5), (10.5, 14.5)),
    },
    "night": {NIGHT: both((23.5, 27, 60))},
    "weekend": {FRIDAY_SUNDAY: at((14.75, 17.25, 19.75), (15.5, 18, 20.25))},
}
"""When each kind of line passes its anchor, by service."""


def clock(windows: tuple[Window, ...], minute: int) -> Integers:
    """Tell times of day [s]: in each window every so many minutes, from ``minute`` past the hour.

    Examples
    --------
    >>> (clock(((6, 8, 30), (9.5, 9.5, 0)), 10) // 60).tolist()
    [370, 400, 430, 460, 570]
    """
    times = [np.empty(0, dtype=np.int64)]
    for start, end, headway in windows:
        first, last = round(start * 60), round(end * 60)
        if headway:
            first += (minute - first) % headway
        times.append(np.arange(first, max(last, first + (not headway)), headway or 1))
    return np.unique(np.concatenate(times)) * 60
