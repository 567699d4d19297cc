"""Maps of travel time around places: isochrones and cells."""

from __future__ import annotations

from typing import NamedTuple

from ..i18n import tr
from ..methods.progress import part
from . import homes, travelplaces, travelsettings
from .servicedays import feed_of_day
from .travelground import ground_of
from .traveltimes import TIME, walked

ALL = "all"
"""Id of several places together."""


class Around(NamedTuple):
    """Cells around a place: their middles and size [m], minutes by percentile, least minutes.

    ``stops`` is a frame of the stops reached, with their times.
    """

    cells: object
    size: float
    times: object
    best: object
    stops: object


def mapped(inputs):
    """Compute the tool's results.

    Returns
    -------
    dict
        Results by output.
    tuple, tuple
        Bands and percentiles.
    """
    bands = travelsettings.numbers_of(inputs, "BANDS", most=1440)
    towards = inputs.choice("DIRECTION") == "to"
    settings = travelsettings.read(inputs, by_arrival=towards, limit=60 * bands[-1])
    places = travelplaces.read(inputs, "PLACES", "PLACE_ID")
    names = [ALL] if inputs.flag("TOGETHER") else places.ids
    people = _people(inputs)
    rings, cells, stops = [], [], []
    for name, around in zip(names, _surroundings(inputs, settings, places)):
        rings += _rings(name, around, settings.percentiles, bands, people)
        if inputs.given("GRID"):
            cells.append(_cells(name, around, settings.percentiles))
        stops.append(around.stops.assign(point_id=name))
    if not rings:
        inputs.warn(tr("Nothing is reached. Check the date, the time window and the longest walk."))
    results = {"OUTPUT": _bands_frame(rings, people is not None), "STOPS": _joined(stops)}
    if inputs.given("GRID"):
        results["GRID"] = _joined(cells)
    return results, bands, settings.percentiles


def _people(inputs):
    """Coordinates and numbers of residents; None where not given."""
    if not inputs.given("RESIDENTS"):
        return None
    xy, frame = homes.residents(inputs)
    return xy, frame["population"].fillna(0).to_numpy(dtype=float)


def _surroundings(inputs, settings, places):
    """Yield the cells around each place, or around all together."""
    import numpy as np

    from ..methods.transit.router.access import access_of
    from ..methods.transit.surface import reached_stops

    feed, day = feed_of_day(inputs, nights=True)
    ground = ground_of(inputs)
    timetable, footpaths, xy = walked(inputs, ground, settings, feed, day)
    access = ground.ways(ground.at(places.xy), ground.at(xy), settings.walk, settings.speed)
    groups = (
        [np.arange(len(places))] if inputs.flag("TOGETHER") else np.arange(len(places))[:, None]
    )
    if len(groups) < len(places):
        access = access_of(np.zeros(len(access.place)), access.stop, access.seconds)
    _warn(inputs, access, len(groups))
    found = reached_stops(
        timetable,
        footpaths,
        settings.window,
        access,
        len(groups),
        by_arrival=settings.by_arrival,
        rides=settings.rides,
        progress=inputs.progress,
    )
    area = _area(inputs)
    for number, (group, reached) in enumerate(zip(groups, found)):
        step = part(inputs.progress, number / len(groups), (number + 1) / len(groups))
        around = _around(inputs, ground, settings, (places.xy[group], reached, xy), area, step)
        yield around._replace(stops=_stops(feed, settings, reached, xy))


def _warn(inputs, access, count):
    import numpy as np

    missing = count - len(np.unique(access.place))
    if missing:
        inputs.warn(
            tr("{count} places have no stop with traffic within walking distance.").format(
                count=missing
            )
        )


def _area(inputs):
    """Return the ground to map as one shape; None where not given."""
    import shapely

    area = inputs.frame("AREA")
    return None if area is None else shapely.union_all(area.geometry.to_numpy())


def _around(inputs, ground, settings, found, area, progress):
    """Compute the times of the cells around places from the stops that are reached."""
    import numpy as np
    import shapely

    from ..methods.transit.router.access import access_of
    from ..methods.transit.surface import cells_near, times_at

    start, reached, xy = found
    left = settings.window.limit - reached.travel.min(axis=1, initial=settings.window.limit)
    near = np.concatenate([start, xy[reached.stop]])
    seconds = np.concatenate([np.full(len(start), settings.window.limit), left])
    far = np.minimum(settings.walk, seconds * settings.speed / 3.6)
    cells, size = cells_near(near, far, inputs.number("CELL"))
    if area is not None:
        shapely.prepare(area)
        cells = cells[shapely.contains_xy(area, cells)]
    there = ground.at(cells)
    egress = ground.ways(there, ground.at(xy[reached.stop]), settings.walk, settings.speed)
    direct = ground.ways(ground.at(start), there, settings.walk, settings.speed)
    direct = access_of(direct.stop, np.zeros(len(direct.stop)), direct.seconds)
    times = times_at(
        reached, egress, direct, len(cells), percentiles=settings.percentiles, progress=progress
    )
    return Around(cells, size, times.seconds / 60, times.best / 60, None)


def _stops(feed, settings, reached, xy):
    """Return the stops reached as points, with the times of arrival there by vehicle."""
    import geopandas as gpd
    import shapely

    from ..methods.transit.router.windows import summarise

    percentiles = settings.percentiles
    found = summarise(reached.travel, percentiles=percentiles, limit=reached.limit)
    stops = feed.stops.iloc[reached.stop]
    columns = {"point_id": "", "stop_id": stops["stop_id"], "stop_name": stops["name"]}
    frame = gpd.GeoDataFrame(columns, geometry=shapely.points(xy[reached.stop]))
    times = zip((TIME.format(percentile=each) for each in percentiles), found.seconds.T / 60.0)
    return frame.assign(**dict(times), t_best=found.best / 60.0)


def _rings(name, around, percentiles, bands, people):
    """Make rows of the areas of the bands, the widest band first."""
    from ..methods.transit.isochrones import isochrones

    rows = []
    for column, percentile in enumerate(percentiles):
        shapes = isochrones(around.cells, around.times[:, column], bands, size=around.size)
        counts = _residents(shapes, people)
        for band in reversed(range(len(bands))):
            if shapes[band] is not None:
                low = bands[band - 1] if band else 0
                rows.append((name, percentile, low, bands[band], counts[band], shapes[band]))
    return rows


def _residents(shapes, people):
    """Residents in each area; those on a border count in the nearer one."""
    import numpy as np
    import shapely

    counts = np.zeros(len(shapes))
    if people is None:
        return counts
    xy, number = people
    known = np.flatnonzero(~shapely.is_missing(shapes))
    home, area = shapely.STRtree(shapes[known]).query(shapely.points(xy), predicate="intersects")
    order = np.lexsort((area, home))
    home, first = np.unique(home[order], return_index=True)
    np.add.at(counts, known[area[order][first]], number[home])
    return counts


def _bands_frame(rows, with_people):
    import geopandas as gpd
    import numpy as np

    names = ("point_id", "percentile", "min_from", "min_to", "pop", "geometry")
    columns = dict(zip(names, zip(*rows))) if rows else {name: [] for name in names}
    shapes = np.array(columns.pop("geometry"), dtype=object)
    whole = {name: np.array(columns[name], dtype=np.int64) for name in names[1:4]}
    frame = gpd.GeoDataFrame(
        {"point_id": np.array(columns["point_id"], dtype=object), **whole}, geometry=shapes
    )
    frame.insert(4, "area_ha", frame.area / 10_000)
    if with_people:
        frame.insert(5, "pop", np.array(columns["pop"], dtype=float))
    return frame


def _cells(name, around, percentiles):
    """Return the cells that are reached as squares."""
    import geopandas as gpd
    import numpy as np
    import shapely

    chosen = np.isfinite(around.best)
    low = around.cells[chosen] - around.size / 2
    boxes = shapely.box(*low.T, *(low + around.size).T)
    times = dict(
        zip((TIME.format(percentile=each) for each in percentiles), around.times[chosen].T)
    )
    columns = {"point_id": np.full(len(boxes), name, dtype=object), **times}
    return gpd.GeoDataFrame({**columns, "t_best": around.best[chosen]}, geometry=boxes)


def _joined(frames):
    import geopandas as gpd
    import pandas as pd

    return gpd.GeoDataFrame(pd.concat(frames, ignore_index=True))
