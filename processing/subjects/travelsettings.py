"""How one travels, as the tools for travel times ask for it and as the router takes it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .. import parameters as p
from ..i18n import tr
from ..methods.errors import InputError
from .servicedays import window_of

CLOCK = re.compile(r"(\d\d?)(?::([0-5]\d))?")


@dataclass(frozen=True)
class Settings:
    """How one travels.

    ``window`` is the router's; ``by_arrival`` says that its times are those by which one must be
    there. Speeds are in km/h, distances in metres; ``rides`` is 0 for any number.
    """

    window: object
    by_arrival: bool
    percentiles: tuple
    rides: int
    walk: float
    transfer: float
    speed: float
    on_demand: bool


def declared(*, longest=True):
    """Declare when, how long and how far one travels; the longest journey where it is asked for."""
    step, most = tr("Step between departures (min)"), tr("Most rides on a journey (0: any number)")
    limit, walk = tr("Longest journey (min)"), tr("Longest walk to or from a stop")
    most_time = p.number("MAX_TIME", limit, 120, low=1, high=1440, help=longest_help())
    change, speed = tr("Longest walk between stops"), tr("Walking speed (km/h)")
    return [
        p.text("WINDOW", tr("Time window"), "07-09", help=window_help()),
        p.text("PERCENTILES", tr("Percentiles"), "50", help=percentile_help()),
        *([most_time] if longest else ()),
        p.integer("MAX_RIDES", most, 3, low=0, high=9, help=rides_help()),
        p.distance("MAX_WALK", walk, 1000, help=walk_help()),
        p.distance("MAX_TRANSFER", change, 400, advanced=True),
        p.number("STEP", step, 1, low=1, advanced=True),
        p.number("WALK_SPEED", speed, 4.8, low=0.1, high=20, advanced=True),
        p.number("DETOUR", tr("Detour factor (ratio)"), 1.3, low=1, advanced=True, help=detour()),
        p.distance("SNAP", tr("Farthest from a street"), 200, low=1, advanced=True, help=snap()),
        p.flag("ON_DEMAND", tr("Use what runs on demand"), True, advanced=True),
    ]


def window_help():
    """Say how a time window is written."""
    return tr(
        "Such as 07-09: every minute from 07:00 to 08:59. 08:00 alone is one time; the night after "
        "is 24-26."
    )


def percentile_help():
    """Say what a percentile of the travel time is."""
    return tr(
        "Whole numbers with commas between, such as 50, 85: the time that so many percent of the "
        "departures do not exceed, the wait for the first vehicle counted."
    )


def longest_help():
    """Say what counts towards the longest journey."""
    return tr("Pairs of places farther apart than this in time have no row.")


def rides_help():
    """Say what a limit of rides costs."""
    return tr(
        "One more than the changes. Time and memory grow with it; with 0 they are least, and the "
        "number of rides is not told."
    )


def walk_help():
    """Say where the longest walk holds."""
    return tr("Also for going all the way on foot instead of by public transport.")


def detour():
    """Say what a detour factor is."""
    return tr("Way walked over straight distance, where no streets are given; our own choice.")


def snap():
    """Say what the distance to a street means."""
    return tr(
        "Places and stops farther from any street are out of reach on the streets; our own choice."
    )


def read(inputs, *, by_arrival, limit=None):
    """Read what `declared` asks for; ``limit`` is the longest journey [s] where that does not.

    Returns
    -------
    Settings
    """
    from ..methods.transit.router.window import Window

    step, limit = round(60 * inputs.number("STEP")), limit or round(60 * inputs.number("MAX_TIME"))
    begin, end = times_of(inputs.text("WINDOW"), inputs)
    count = max(-(-(end - begin) // step), 1)
    return Settings(
        Window(begin, count, step, limit),
        by_arrival,
        numbers_of(inputs, "PERCENTILES", most=100),
        inputs.integer("MAX_RIDES"),
        inputs.number("MAX_WALK"),
        inputs.number("MAX_TRANSFER"),
        inputs.number("WALK_SPEED"),
        inputs.flag("ON_DEMAND"),
    )


def times_of(text, inputs):
    """Return the beginning and the end of a time window, the same for a single time [s]."""
    clock = CLOCK.fullmatch(text)
    if not clock:
        return window_of(inputs, "WINDOW")
    time = int(clock[1]) * 3600 + int(clock[2] or 0) * 60
    return time, time


def numbers_of(inputs, name, *, most):
    """Return rising whole numbers from 1 to ``most``, as the user writes them."""
    words = inputs.text(name)
    parts = [part.strip() for part in words.replace(";", ",").split(",") if part.strip()]
    if parts and all(part.isdecimal() for part in parts):
        numbers = sorted({int(part) for part in parts})
        if numbers[0] >= 1 and numbers[-1] <= most:
            return tuple(numbers)
    raise InputError(
        "'{text}' is not understood as '{parameter}'. Write whole numbers from 1 to {most} with "
        "commas between, such as 15, 30, 60.",
        text=words,
        parameter=inputs.algorithm.parameterDefinition(name).description(),
        most=most,
    )
