"""The rules for quality classes of stops that the user chose, and what they say of places."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Callable

from .. import feeds
from ..i18n import tr
from ..methods.errors import InputError
from ..outputs import Extended
from ..paths import PROFILES
from .homes import on_streets, street_network

SHIPPED = PROFILES / "stop_quality.json"
NEAR = "near"
"""The only category of the Swedish rules: stops that make places near public transport."""


@dataclass(frozen=True)
class Classes:
    """Rated stops, and the class of any place.

    ``stops`` is a frame of the stop areas, ``categories`` their names, none for the access level;
    ``order`` names the classes, the best first;
    ``ranks_at(xy)`` gives each place its class, -1 for none; ``polygons()`` draws the classes.
    """

    stops: object
    categories: tuple
    order: tuple
    ranks_at: Callable
    polygons: Callable


def rules_of(inputs):
    """Return the rules chosen with PROFILE, from the user's file in PROFILE_FILE if given.

    A file with rules of another name must hold only those.

    Raises
    ------
    InputError
        If the user's file is not such a file, or lacks the rules.
    """
    path, key = inputs.file("PROFILE_FILE") or SHIPPED, inputs.choice("PROFILE")
    try:
        profiles = json.loads(path.read_text(encoding="utf-8-sig"))["profiles"]
        return profiles[key if key in profiles or len(profiles) != 1 else next(iter(profiles))]
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise InputError(
            "The file '{file}' holds no profile '{key}' that can be read ({reason}). Start from a "
            "copy of the plugin's processing/profiles/{name}.json.",
            file=path.name,
            key=key,
            reason=error,
            name="stop_quality",
        ) from error


def classes_of(inputs, feed, dates):
    """Rate the stop areas of a feed by the rules chosen, on the streets where there are any.

    Parameters
    ----------
    inputs : Inputs
        Of a tool with the parameters PROFILE, PROFILE_FILE and STREETS.
    feed : Feed
    dates : list of date

    Returns
    -------
    Classes
    """
    from ..methods.transit.stops import stop_areas

    rules = rules_of(inputs)
    areas = stop_areas(feed.stops)
    xy = feeds.placed(inputs, areas[["lon", "lat"]].to_numpy())
    located = xy[:, 0] == xy[:, 0]  # not NaN
    areas, xy = areas[located].reset_index(drop=True), xy[located]
    kind = rules.get("kind") if isinstance(rules, dict) else None
    rate = _by_access_index if kind == "ptal" else _by_intervals
    return rate(inputs, feed, dates, rules, areas, xy)


def planned(inputs, areas, order):
    """Return what lies of PLANNED in the classes, by output; nothing where it is not given.

    Parameters
    ----------
    inputs : Inputs
        Of a tool with the parameters PLANNED and PLANNED_DWELLINGS.
    areas : GeoDataFrame
        ``rank`` and ``geometry`` of the classes.
    order : sequence of str
        Names of the classes, the best first.
    """
    from ..methods.transit.planned import hectares_by_class, planned_classes, planned_totals

    plans = inputs.frame("PLANNED", keep_missing=True, dwellings="PLANNED_DWELLINGS")
    if plans is None:
        return {}
    hectares = hectares_by_class(
        plans.geometry.to_numpy(), areas, len(order), progress=inputs.progress
    )
    return {
        "PLANNED_AREAS": Extended("PLANNED", planned_classes(hectares, order)),
        "PLANNED_SUMMARY": planned_totals(hectares, order, dwellings=plans.get("dwellings")),
    }


def styles(order, categories):
    """Return the styles of classes, stops and planned areas, by output."""
    from .ranked import named, write

    areas, plans = (write(named(order), "qual_class", others=grey) for grey in (False, True))
    words = [
        (value, tr("Enough departures") if value == NEAR else label)
        for value, label in named(categories)
    ]
    stops = write(words, "stop_cat", kind="Point") if categories else None
    return {"CLASSES": areas, "STOPS": stops, "PLANNED_AREAS": plans}


def _stops(areas, xy, **columns):
    import geopandas as gpd
    import shapely

    named = {"stop_id": areas["stop_id"], "stop_name": areas["name"], **columns}
    return gpd.GeoDataFrame(named, geometry=shapely.points(xy))


def _by_intervals(inputs, feed, dates, rules, areas, xy):
    import numpy as np

    from ..methods.transit.classes import class_polygons, point_classes
    from ..methods.transit.quality import profile_of
    from ..methods.transit.rating import rate_stops
    from ..methods.transit.walked import walked_class_polygons, walked_point_classes

    profile = profile_of(rules)
    rated = rate_stops(feed, profile, dates, progress=inputs.progress).set_index("place")
    rated = rated.reindex(areas["area"])
    category = rated["category"].fillna(-1).to_numpy(dtype=np.int64)
    names = np.array([*profile.categories, None], dtype=object)
    stops = _stops(
        areas,
        xy,
        dep_n=rated["departures"].fillna(0).to_numpy(),
        hours_sh=100 * rated["hours_served"].fillna(0).to_numpy(),
        stop_cat=names[category],
    )
    network, progress = street_network(inputs), inputs.progress
    if network is None:
        return Classes(
            stops,
            profile.categories,
            profile.order,
            lambda places: point_classes(profile, places, xy, category, progress=progress),
            lambda: class_polygons(profile, xy, category, progress=progress),
        )
    on_edges = on_streets(inputs, network, xy)

    def ranks_at(places):
        points = on_streets(inputs, network, places)
        return walked_point_classes(profile, network, points, on_edges, category, progress=progress)

    return Classes(
        stops,
        profile.categories,
        profile.order,
        ranks_at,
        lambda: walked_class_polygons(profile, network, on_edges, category, progress=progress),
    )


def _by_access_index(inputs, feed, dates, rules, areas, xy):
    import pandas as pd

    from ..methods.transit import accesslevel
    from ..methods.transit.ptal import line_frequencies, ptal_of

    ptal = ptal_of(rules)
    lines = line_frequencies(feed, ptal, dates)
    row = pd.Series(areas.index, index=areas["area"])
    lines = lines[lines["place"].isin(row.index)]
    lines = lines.assign(place=row[lines["place"]].to_numpy())
    often = lines.groupby("place")["per_hour"].sum().reindex(areas.index, fill_value=0)
    network, progress = street_network(inputs), inputs.progress
    on_edges = None if network is None else on_streets(inputs, network, xy)

    def index_at(places):
        if network is None:
            return accesslevel.straight_index(ptal, places, xy, lines, progress=progress)
        points = on_streets(inputs, network, places)
        return accesslevel.walked_index(ptal, network, points, on_edges, lines, progress=progress)

    return Classes(
        _stops(areas, xy, dep_n=often.to_numpy(dtype=float) * _hours(ptal.window)),
        (),
        ptal.bands[::-1],
        lambda places: accesslevel.ranks(ptal, index_at(places)),
        lambda: accesslevel.level_polygons(ptal, xy, index_at),
    )


def _hours(window):
    return (window[1] - window[0]) / 3600
