"""A believable timetable for the demo region, as a GTFS feed with Swedish habits.

Synthetic: lines, stops, names and hours are invented. Stations, railways and main roads are where
``facts`` draws them.
"""

from __future__ import annotations

import io
import zipfile

import geopandas as gpd
import numpy as np
import pandas as pd

from ...methods.errors import InputError
from . import feed
from .graph import Ground
from .ground import ground
from .lines import Line, main_lines
from .rural import largest, night_lines, on_demand_lines, school_lines, weekend_line
from .town import ring_line, town_lines
from .trips import runs

__all__ = ["packed", "timetable"]


def timetable(
    places: pd.DataFrame,
    villages: pd.DataFrame | None = None,
    *,
    seed: int,
    streets: gpd.GeoDataFrame | None = None,
) -> dict[str, str]:
    """Make a GTFS feed that serves the places, autumn 2026.

    Parameters
    ----------
    places : DataFrame
        Localities as in ``facts.PLACES``: all, or the few of a tiny region, at least two.
    villages : DataFrame, optional
        Smaller places as in ``facts.VILLAGES``; lines call at those near a locality that have
        year-round inhabitants enough for a bus.
    seed : int
        The same seed gives the same feed.
    streets : GeoDataFrame, optional
        Streets in SWEREF 99 TM; stops are moved to their nearest vertex within 400 m.

    Returns
    -------
    dict of str
        CSV text by file name, in the order in which they are usually listed.

    Raises
    ------
    InputError
        If fewer than two places are given.

    Examples
    --------
    >>> from .. import facts
    >>> feed = timetable(facts.PLACES.query("name in ['Kisa', 'Rimforsa', 'Horn']"), seed=1)
    >>> feed["routes.txt"].splitlines()[1].split(",")[2:5]
    ['P2', 'Rimforsa - Kisa', '106']
    """
    if len(places) < 2:
        raise InputError("A timetable needs at least two places to run between.")
    region = ground(places, villages, seed=seed, streets=streets)
    lines = _lines(region)
    tables = feed.tables(region, lines, runs(region, lines))
    return {name: table.to_csv(index=False, lineterminator="\n") for name, table in tables.items()}


def _lines(region: Ground) -> list[Line]:
    """Trains first, then buses by how many they serve."""
    lines = main_lines(region) + town_lines(region)
    called = np.zeros(len(region.nodes), dtype=bool)
    for line in lines:
        called[line.stops] = True
    return [
        *lines,
        *school_lines(region, called),
        *on_demand_lines(region),
        *ring_line(region, largest(region)),
        *weekend_line(region),
        *night_lines(region),
    ]


def packed(files: dict[str, str]) -> bytes:
    """Zip a feed: the same bytes each time, for every file has the same date.

    Examples
    --------
    >>> packed({"agency.txt": "agency_id"}) == packed({"agency.txt": "agency_id"})
    True
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            member = zipfile.ZipInfo(name, date_time=(2026, 8, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, text.encode("utf-8"))
    return buffer.getvalue()
