"""Shapes of trips whose stops have changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from .draft import Draft, Ints, new_ids
from .plane import rewayed


def with_ways(
    draft: Draft, trips: Ints, old: Sequence[int], new: Sequence[int], places: pd.DataFrame
) -> Draft:
    """Give trips that have a shape a new one, past other stops.

    Parameters
    ----------
    draft : Draft
        The timetable.
    trips : ndarray of int
        Rows of trips with one pattern.
    old, new : sequence of int
        Rows of their stops, before and after.
    places : DataFrame
        ``lon`` and ``lat`` of the stops.

    Returns
    -------
    Draft
        With the new shapes; trips without a shape stay without.
    """
    if "shape_id" not in draft.trips:
        return draft
    table, ways = draft.trips.copy(), dict(draft.ways)
    shapes = table["shape_id"].loc[trips]
    for text, members in shapes.groupby(shapes):
        if len(ways.get(text, ())) > 1:
            way = rewayed(ways[text], old, new, places)
            (name,) = new_ids(ways, [text])
            ways[name] = way
            table.loc[members.index, "shape_id"] = name
    return replace(draft, trips=table, ways=ways)
