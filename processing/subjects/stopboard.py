"""The service of stops as tables: a row per stop with a field per day and window, or one each."""

from __future__ import annotations

from qgis.core import QgsProcessingUtils, QgsVectorLayer

from ..catalogue import catalogue
from ..paths import STYLES
from .servicedays import type_name
from .timetablelayers import area_frame, stop_frame

PREFIXES = {"weekday": "wd", "saturday": "sa", "sunday": "su"}
"""Beginning of a field's name by day type; the window's number follows."""

WIDE = {
    "dep": "dep_n",
    "dem": "demand_n",
    "line": "line_n",
    "int": "int_min",
    "sqi": "int_sq",
    "gap": "gap_max",
    "first": "first_dep",
    "last": "last_dep",
    "hours": "hours_sh",
}
"""The catalogue's code by the end of a field's name."""

NONE_AT_ALL = ("dep_n", "demand_n", "line_n", "hours_sh")
"""What is 0, and not unknown, where nothing runs."""

_MINUTES = {
    "interval": "int_min",
    "squared_interval": "int_sq",
    "shortest_gap": "gap_min",
    "mean_gap": "gap_mean",
    "longest_gap": "gap_max",
    "longest_wait": "wait_max",
}
_HOURS = {"first": "first_dep", "last": "last_dep"}
_COUNTS = {"departures": "dep_n", "on_demand": "demand_n", "lines": "line_n"}


def coded(service):
    """Give the columns of `service.stop_service` the catalogue's codes and units."""
    names = {**_COUNTS, **_MINUTES, **_HOURS, "hours_served": "hours_sh", "day": "day_type"}
    table = service.rename(columns=names)
    for column in _MINUTES.values():
        table[column] /= 60
    for column in _HOURS.values():
        table[column] /= 3600
    return table.assign(hours_sh=100 * table["hours_sh"])


def field_name(day, number, end):
    """Name of a field, such as wd1_dep: departures on weekdays in the first window."""
    return f"{PREFIXES[day]}{number}_{end}"


def places(inputs, feed, by):
    """Return the stops or stop areas as points, by row of the feed's stops."""
    if by == "stop":
        names = {"stop_id": "place_id", "stop_name": "place_name"}
        frame = stop_frame(inputs, feed).rename(columns=names)
    else:
        names = {"area_id": "place_id", "area_name": "place_name"}
        frame = area_frame(inputs, feed).rename(columns=names)
    return frame[["place_id", "place_name", "stop_no", "geometry"]]


def named(table, feed):
    """Name the lines and modes of a split table."""
    import numpy as np

    from ..methods.transit.routetypes import MODES
    from ..methods.transit.servedby import line_names

    if "line" in table:
        lines = np.array(line_names(feed.routes), dtype=object)
        table = table.assign(line_no=lines[table["line"].to_numpy()])
    if "mode" in table:
        table = table.assign(mode=np.array(MODES, dtype=object)[table["mode"].to_numpy()])
    if "direction" in table:
        known = table["direction"] >= 0
        table = table.assign(direction=table["direction"].astype(float).where(known))
    return table


def wide(table, days, windows):
    """Put the measures of each day type and window side by side, a row for each place.

    Parameters
    ----------
    table : DataFrame
        As `coded` returns it, without a split.
    days : sequence of str
        Day types; one without traffic gets 0 departures.
    windows : sequence of str
    """
    import numpy as np
    import pandas as pd

    parts = dict(tuple(table.set_index("place").groupby(["day_type", "window"], sort=False)))
    places, columns = np.unique(table["place"]), {}
    for day in days:
        for number, window in enumerate(windows, start=1):
            part = parts.get((day, window))
            for end, code in WIDE.items():
                nothing = 0.0 if code in NONE_AT_ALL else np.nan
                values = nothing if part is None else part[code].reindex(places).to_numpy()
                columns[field_name(day, number, end)] = values
    return pd.DataFrame(columns, index=places)


def style(base, days, windows):
    """Write a style by the first field's departures, all fields with their alias."""
    aliases = {
        field_name(day, number, end): _alias(code, day, window)
        for day in days
        for number, window in enumerate(windows, start=1)
        for end, code in WIDE.items()
    }
    fields = "".join(f"&field={name}:double" for name in aliases)
    layer = QgsVectorLayer(f"Point?crs=EPSG:3006{fields}", "stops", "memory")
    layer.loadNamedStyle(str(STYLES / base))
    layer.renderer().setClassAttribute(next(iter(aliases)))
    for position, alias in enumerate(aliases.values()):
        layer.setFieldAlias(position, alias)
    path = QgsProcessingUtils.generateTempFilename(base)
    layer.saveNamedStyle(path)
    return path


def _alias(code, day, window):
    indicator = catalogue()[code]
    return f"{indicator.label}, {type_name(day)} {window} ({indicator.unit})"
