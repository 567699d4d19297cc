"""What belongs to the demo region besides its layers: commuting, timetable and statistics."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from . import facts
from .commuting import commuting
from .region import DemoRegion
from .statistics import ENCODING, statistics
from .timetable import packed, timetable


class Tables(NamedTuple):
    """``commuting`` between localities, and the other files' bytes by name."""

    commuting: pd.DataFrame
    files: dict[str, bytes]


def tables(region: DemoRegion, *, seed: int) -> Tables:
    """Make the tables of the localities that the region has.

    Parameters
    ----------
    region : DemoRegion
        As ``generate`` makes it.
    seed : int
        The same seed gives the same tables.
    """
    there = facts.PLACES["code"].isin(region.places["code"])
    places = facts.PLACES[there].reset_index(drop=True)
    feed = timetable(places, facts.VILLAGES, seed=seed, streets=region.streets)
    texts = statistics(places, seed=seed)
    files = {name: text.encode(ENCODING) for name, text in texts.items()}
    return Tables(commuting(places, seed=seed), {**files, "gtfs.zip": packed(feed)})
