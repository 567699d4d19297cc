"""Which lines and modes call at each stop or stop area."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd

from .events import PLACES
from .feed import Feed, running
from .routetypes import MODES

NUMBER = re.compile(r"(\d+)")


def line_names(routes: pd.DataFrame) -> list[str]:
    """Name lines as the public knows them: by number, else by name, else by id.

    Parameters
    ----------
    routes : DataFrame
        As from `register.read_routes`.

    Returns
    -------
    list of str
        A name for each line.

    Examples
    --------
    >>> line_names(pd.DataFrame({"short": ["7", ""], "long": ["", "Expressen"],
    ...                          "route_id": ["a", "b"]}))
    ['7', 'Expressen']
    """
    columns = zip(routes["short"], routes["long"], routes["route_id"])
    return [str(short or long or line) for short, long, line in columns]


def served_by(feed: Feed, dates: Sequence[date], *, by: str = PLACES[0]) -> pd.DataFrame:
    """List the lines and modes that call at each stop or stop area.

    Parameters
    ----------
    feed : Feed
        The feed.
    dates : sequence of date
        Lines that run on any of them count.
    by : str
        ``stop`` or ``area``.

    Returns
    -------
    DataFrame
        ``lines`` (names in natural order) and ``modes`` (from the heaviest), texts with commas,
        "" without any; a row for each of ``feed.stops``.

    Examples
    --------
    >>> from samplan.processing.methods.transit.village import village
    >>> served_by(village(), ["2021-10-07"]).values.tolist()[:3]
    [['1', 'bus'], ['1', 'bus'], ['', '']]
    """
    times = feed.stop_times
    rows = np.repeat(running(feed.trips, feed.calendar, dates), np.diff(times.start))
    place = times.stop if by == "stop" else feed.stops["area"].to_numpy()[times.stop]
    route = feed.trips["route"].to_numpy()[times.trip()]
    pairs = pd.DataFrame({"place": place[rows], "route": route[rows]}).drop_duplicates()
    names = np.array(line_names(feed.routes), dtype=object)[pairs["route"]]
    mode = feed.routes["mode"].to_numpy()[pairs["route"]]
    table = pairs.assign(lines=names, modes=mode).groupby("place")
    found = pd.DataFrame(
        {"lines": table["lines"].agg(_listed), "modes": table["modes"].agg(_modes)}
    )
    return found.reindex(range(len(feed.stops)), fill_value="").rename_axis(None)


def _listed(names: pd.Series) -> str:
    return ", ".join(sorted(set(names), key=_natural))


def _modes(modes: pd.Series) -> str:
    return ", ".join(MODES[mode] for mode in sorted(set(modes)))


def _natural(name: str) -> list[tuple[bool, int, str]]:
    """Key that sorts 2 before 10, and numbers before letters."""
    parts = [part for part in NUMBER.split(name) if part]
    return [(not p.isdecimal(), int(p) if p.isdecimal() else 0, p) for p in parts]
