"""The door for timetable feeds: read once, kept in the user's cache, placed in the working CRS."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsPointXY,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QStandardPaths

from .i18n import tr
from .methods.errors import InputError
from .profiles import profile

WGS84 = "EPSG:4326"
CALLS = "stop_times.txt"
KEPT = 8
"""Parsed feeds that stay in the cache; the ones used last."""
LARGE = 200_000_000
"""Bytes of stop times from which on one day is read much faster than all, about 4 million calls."""
FAR = 30.0
"""Degrees from the middle of the feed beyond which a point has no place in the working CRS."""


def read(inputs, path, *, shapes=False, choose=None):
    """Read a feed, from the cache where its content has been read before.

    Parameters
    ----------
    inputs : Inputs
        Told the progress, and of what is odd.
    path : str
        Zip archive, folder of an unpacked feed or one of its files, or folder with several
        archives, which become one feed.
    shapes : bool
        Whether the ways of the lines are wanted.
    choose : callable, optional
        Given the calendar, returns the few dates that are wanted: of a large feed that is not in
        the cache only their trips are read.

    Returns
    -------
    Feed
    """
    inputs.feedback.setProgressText(tr("Reading '{layer}'").format(layer=Path(path).name))
    feed = _joined(inputs, path, shapes, choose)
    feed = replace(feed, calendar=_with_holidays(feed.calendar))
    for finding in feed.findings:
        if finding.severity != "note":
            inputs.warn(told(finding))
    return feed


def told(finding):
    """Return a finding as a line in the user's language: where, what, and what to do."""
    row = tr(", line {row}").format(row=finding.row) if finding.row else ""
    return f"{finding.file}{row}: {said(finding)} {tr(finding.remedy)}".rstrip()


def said(finding):
    """Return a finding's sentence in the user's language."""
    return tr(finding.template).format(**finding.values)


def described(feed):
    """Return what the provenance says of a feed: name, period and trips on all its dates."""
    days = feed.calendar
    dates = [str(day) for day in days.dates[[0, -1]]] if len(days.dates) else []
    return {"name": feed.name, "period": dates, "trips": int(days.trips.sum())}


def middle(feed):
    """Longitude and latitude in the middle of a feed's stops, as a rectangle without area."""
    place = QgsPointXY(*feed.stops[["lon", "lat"]].median().fillna(0).tolist())
    return QgsRectangle(place, place)


def stop_points(inputs, feed):
    """Place a feed's stops in the working CRS; NaN where a stop has no place."""
    return placed(inputs, feed.stops[["lon", "lat"]].to_numpy())


def placed(inputs, degrees):
    """Place points given by longitude and latitude in the working CRS.

    Returns
    -------
    ndarray, shape (n, 2)
        Metres; NaN where a point has none, or lies 30 degrees or more from the middle.
    """
    import numpy as np
    import shapely

    usual = np.nanmedian(degrees, axis=0) if np.isfinite(degrees).any() else np.zeros(2)
    there = (np.abs(degrees - usual) < FAR).all(axis=1)  # not where NaN
    points = QgsGeometry()
    points.fromWkb(shapely.to_wkb(shapely.multipoints(degrees[there])))
    degrees_crs = QgsCoordinateReferenceSystem(WGS84)
    points.transform(
        QgsCoordinateTransform(degrees_crs, inputs.crs, inputs.context.transformContext())
    )
    result = np.full(degrees.shape, np.nan)
    result[there] = shapely.get_coordinates(shapely.from_wkb(points.asWkb().data()))
    return result


def clipped(inputs, feed, name):
    """Keep the trips that call inside the polygons of a layer; all where it is not given."""
    import shapely

    from .methods.transit.combine import clip

    area = inputs.frame(name)
    if area is None:
        return feed
    zone = shapely.union_all(area.geometry.to_numpy())
    return clip(feed, zone, points=stop_points(inputs, feed))


def _joined(inputs, path, shapes, choose):
    """Read one feed, or join those of a folder."""
    from .methods.transit.combine import merge

    place = Path(path)
    if place.suffix.lower() == ".txt":
        place = place.parent
    archives = sorted(place.glob("*.zip")) if place.is_dir() else []
    if not archives or any(place.glob("*.txt")):
        return _read(inputs, place, shapes, choose)
    return merge({each.stem: _read(inputs, each, shapes, None) for each in archives})


def _with_holidays(calendar):
    """Tell a calendar which of its dates are holidays."""
    from .methods.transit.holidays import holidays

    if not len(calendar.dates):
        return calendar
    first, last = (day.year for day in calendar.dates[[0, -1]].tolist())
    rules = profile("public_holidays", "sweden").values()
    return replace(calendar, holidays=holidays(rules, range(first, last + 1)))


def _read(inputs, path, shapes, choose):
    from .methods.transit import archive, cache
    from .methods.transit.feed import read_calendar, read_feed

    key = f"{archive.content_key(path)}{'-shapes' if shapes else ''}"
    kept, dates = _folder() / f"{key}.npz", None
    if choose and not kept.exists() and archive.open_archive(path).sizes.get(CALLS, 0) >= LARGE:
        dates = choose(_with_holidays(read_calendar(path)))
        kept = _folder() / f"{key}-{dates[0]}-{dates[-1]}.npz"
    try:
        feed = cache.load(kept)
        kept.touch()
        return replace(feed, name=path.name)
    except (InputError, OSError):  # not there, or of an earlier version
        feed = read_feed(path, dates=dates, shapes=shapes, progress=inputs.progress)
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        cache.save(feed, kept)
        _tidy(kept.parent)
    except OSError as error:
        inputs.tell(tr("The feed is not kept for the next time: {reason}").format(reason=error))
    return feed


def _folder():
    """Folder of the user's cache, which outlives a run of qgis_process."""
    place = QStandardPaths.StandardLocation.GenericCacheLocation
    return Path(QStandardPaths.writableLocation(place)) / "samplan" / "feeds"


def _tidy(folder):
    stored = sorted(folder.glob("*.npz"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in stored[KEPT:]:
        path.unlink()
