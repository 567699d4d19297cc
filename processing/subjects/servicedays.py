"""The dates and time windows for which a timetable is described, as the user writes them."""

from __future__ import annotations

import re

from ..i18n import tr
from ..methods.errors import InputError

DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
PERIOD = re.compile(r"(\d{4}-\d\d-\d\d)\s*(?:/|--|–)\s*(\d{4}-\d\d-\d\d)")
WINDOW = re.compile(r"(\d\d?)(?::([0-5]\d))?\s*[-–]\s*(\d\d?)(?::([0-5]\d))?")
LATEST = 48
"""Hour after which no window may end: the night after the next day."""
MOST = 9
"""Windows in a run: their number is one digit of a field's name."""


def feed_of_day(inputs, feed="FEED", *, date="DATE", shapes=False, nights=False):
    """Return a timetable of which only one date is wanted, and the date, see `day_of`.

    Parameters
    ----------
    inputs : Inputs
    feed, date : str
        Parameters.
    shapes : bool
        Whether the ways of the lines are wanted.
    nights : bool
        Whether the dates before and after are wanted too, for their trips around midnight.

    Returns
    -------
    tuple of Feed and date
    """

    def choose(calendar):
        from ..methods.transit.router.timetable import dates_around

        day = _day(inputs, calendar, date)
        return dates_around(calendar, day) if nights else [day]

    found = inputs.feed(feed, shapes=shapes, choose=choose)
    return found, day_of(inputs, found, date)


def day_of(inputs, feed, name="DATE"):
    """Return the date chosen, refused where nothing runs; where empty, a normal weekday.

    Returns
    -------
    date
    """
    day = _day(inputs, feed.calendar, name)
    inputs.tell(tr("Date: {date}").format(date=day))
    inputs.note(name, str(day))
    return day


def _day(inputs, calendar, name):
    from ..methods.transit.days import normal_dates, require_service

    chosen = inputs.date(name)
    if chosen is None:
        normal = normal_dates(calendar)
        if not normal:
            require_service(calendar, [])  # says that nothing ever runs
        chosen = normal.get("weekday") or next(iter(normal.values()))
    return require_service(calendar, [chosen]).tolist()[0]


def days_of(inputs, feed, *, types="DAYS", dates="DATES"):
    """Return the dates by day type, of the types chosen; those without traffic are left out.

    Returns
    -------
    dict
        List of dates by "weekday", "saturday" or "sunday"; at least one.
    """
    chosen = inputs.choices(types)
    found = _dates_by_type(feed.calendar, inputs.text(dates))
    days = {each: found[each] for each in chosen if each in found}
    if not days:
        raise InputError(
            "None of the dates is of a day type chosen ({types}). Choose other dates or day types.",
            types=", ".join(chosen),
        )
    for each in chosen:
        listed = ", ".join(str(day) for day in days.get(each, ())[:10])
        more = " …" if len(days.get(each, ())) > 10 else ""
        inputs.tell(f"{type_name(each)}: {listed or '–'}{more}")
        if each not in days:
            words = tr("No traffic on this type of day: {type}.")
            inputs.warn(words.format(type=type_name(each)))
    inputs.note(dates, {each: [str(day) for day in listed] for each, listed in days.items()})
    return days


def type_name(kind):
    """Return the name of a day type in the user's language."""
    names = {"weekday": tr("weekday"), "saturday": tr("Saturday"), "sunday": tr("Sunday")}
    return names[kind]


def windows_of(inputs, name="WINDOWS"):
    """Return the time windows, beginning and end in seconds past midnight, by what the user wrote.

    Returns
    -------
    dict
        In the order written, at most nine.
    """
    parts = [part.strip() for part in re.split(r"[,;\n]", inputs.text(name)) if part.strip()]
    windows = {part: parsed_window(part) for part in parts}
    if not 0 < len(windows) <= MOST:
        raise InputError(
            "Give one to {most} time windows, such as 06-20, 15:30-18; there are {count}.",
            most=MOST,
            count=len(windows),
        )
    return windows


def window_of(inputs, name="WINDOW"):
    """Return the one time window: beginning and end in seconds past midnight."""
    return parsed_window(inputs.text(name))


def _dates_by_type(calendar, words):
    from ..methods.transit.calendar import weekday
    from ..methods.transit.days import days_between, normal_dates, require_service

    if not words:
        require_service(calendar, [])
        return {kind: [day] for kind, day in normal_dates(calendar).items()}
    period = PERIOD.fullmatch(words)
    if period:
        first, last = sorted(map(_valid, period.groups()))
        found = days_between(calendar, first, last)
        if not found:
            require_service(calendar, [first])
        return found
    listed = sorted({_valid(word) for word in re.split(r"[\s,;]+", words) if word})
    days = require_service(calendar, listed)
    kinds = ["weekday"] * 5 + ["saturday", "sunday"]
    found = {}
    for day, number in zip(days.tolist(), weekday(days).tolist()):
        found.setdefault(kinds[number], []).append(day)
    return found


def _valid(word):
    from datetime import date

    try:
        return date(*map(int, DATE.fullmatch(word).groups()))
    except (AttributeError, ValueError) as error:  # not written so, or no such day
        raise InputError(
            "'{text}' is no date. Write dates as 2025-10-07, several with commas between, and a "
            "period as 2025-10-01/2025-10-31.",
            text=word,
        ) from error


def parsed_window(text):
    """Return the beginning and end of a window such as "06-20", in seconds past midnight."""
    found = WINDOW.fullmatch(text)
    if found:
        hours = [int(part or 0) for part in found.groups()]
        begin, end = hours[0] * 3600 + hours[1] * 60, hours[2] * 3600 + hours[3] * 60
        if begin < end <= LATEST * 3600:
            return begin, end
    raise InputError(
        "'{text}' is no time window. Write a beginning and a later end, such as 06-20 or "
        "15:30-18; the night after is 24-26.",
        text=text,
    )
