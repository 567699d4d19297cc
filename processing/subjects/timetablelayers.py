"""Stops, stop areas, lines and segments of a timetable as frames in the working CRS."""

from __future__ import annotations

from .. import feeds
from . import lineclasses

LATEST = 48 * 3600
"""End of the service day [s]: all that belongs to a date, the night after too."""

FAR_OFF = 1e7
"""Metres from the middle at which a stop without a place stands in for one."""
COUNTS = {"departures": "dep_n", "on_demand": "demand_n", "lines": "line_n"}


class Layers:
    """The layers of one feed and date."""

    def __init__(self, inputs, feed, day):
        self._inputs = inputs
        self._feed = feed
        self._dates = [day]

    def stops(self):
        """Return the stops, each with what departs there and the area it belongs to."""
        return stop_frame(self._inputs, self._feed).join(self._served("stop"))

    def areas(self):
        """Return the stop areas, amid their stops."""
        return area_frame(self._inputs, self._feed).join(self._served("area"))

    def lines(self, classes):
        """Return lines and directions with their class, by their most common way."""
        from ..methods.transit.layers import line_layer
        from ..methods.transit.routetypes import MODES

        points, ways = self._points()
        found = line_layer(self._feed, self._dates, points, shape_points=ways)
        routes = self._feed.routes
        kinds = lineclasses.classify(classes, routes)
        lines = routes.assign(
            line_id=routes["route_id"],
            line_no=routes["short"],
            line_name=routes["long"],
            operator=routes["agency"],
            mode=[MODES[mode] for mode in routes["mode"]],
            route_type=routes["type"],
            line_class=[each.code if each else None for each in kinds],
            line_type=[each.name if each else None for each in kinds],
        )
        found = found.join(lines, on="line").assign(
            direction=found["direction"].where(found["direction"] >= 0).astype(float),
            way_share=100 * found["share"],
        )
        found["geometry"] = self._without_lost(found.geometry.to_numpy())
        return found.assign(length_km=found.geometry.length / 1000)

    def segments(self, window, between):
        """Return the segments from stop to stop with their trips in a window."""
        from ..methods.transit.layers import segment_layer

        points, ways = self._points()
        found = segment_layer(
            self._feed,
            self._dates,
            window,
            points,
            shape_points=ways,
            by=between,
            progress=self._inputs.progress,
        )
        ids, names = self._feed.stops["stop_id"].to_numpy(), self._feed.stops["name"].to_numpy()
        origin, goal = found["origin"].to_numpy(int), found["goal"].to_numpy(int)
        found["geometry"] = self._without_lost(found.geometry.to_numpy())
        return found.rename(columns=COUNTS).assign(
            from_id=ids[origin], from_name=names[origin], to_id=ids[goal], to_name=names[goal]
        )

    def _served(self, by):
        """Departures, lines and modes of each stop or area, by row of the stops."""
        from ..methods.transit.servedby import served_by
        from ..methods.transit.service import stop_service

        service = stop_service(
            self._feed,
            {"day": self._dates},
            {"all": (0, LATEST)},
            by=by,
            progress=self._inputs.progress,
        ).set_index("place")[["departures", "on_demand", "lines"]]
        listed = served_by(self._feed, self._dates, by=by)
        return service.rename(columns=COUNTS).join(listed.rename(columns={"lines": "line_list"}))

    def _points(self):
        """Places of the stops and of the ways' points; one far off where there is none."""
        import numpy as np

        stops, shapes = feeds.stop_points(self._inputs, self._feed), self._feed.shapes
        self._lost = np.nanmean(stops, axis=0) + FAR_OFF
        stops = np.where(np.isnan(stops), self._lost, stops)
        if shapes is None or not len(shapes.points):
            return stops, None
        ways = feeds.placed(self._inputs, shapes.points)
        return stops, np.where(np.isnan(ways), self._lost, ways)

    def _without_lost(self, lines):
        """Leave out the points without a place; None where fewer than two are left."""
        import numpy as np
        import shapely

        xy, line = shapely.get_coordinates(lines, return_index=True)
        kept = (xy != self._lost).any(axis=1)
        many = np.bincount(line[kept], minlength=len(lines)) > 1
        result = np.full(len(lines), None, dtype=object)
        kept &= many[line]
        if kept.any():
            number = np.cumsum(many) - 1
            result[many] = shapely.linestrings(xy[kept], indices=number[line[kept]])
        return result


def stop_frame(inputs, feed):
    """Return the stops with their area and place, by row of the feed's stops; no stations."""
    import geopandas

    area = feed.stops["area"].to_numpy()
    table = feed.stops.assign(
        stop_name=feed.stops["name"],
        area_id=feed.stops["stop_id"].to_numpy()[area],
        area_name=feed.stops["name"].to_numpy()[area],
        stop_no=feed.stops["national"],
    )
    points = _points_at(feeds.stop_points(inputs, feed))
    return geopandas.GeoDataFrame(table, geometry=points)[table["kind"] == 0]


def area_frame(inputs, feed):
    """Return the stop areas amid their stops, by the row of the feed's stops they stand for."""
    import geopandas

    from ..methods.transit.stops import stop_areas

    names = {"stop_id": "area_id", "name": "area_name", "national": "stop_no"}
    table = stop_areas(feed.stops).rename(columns=names).set_index("area")
    points = _points_at(feeds.placed(inputs, table[["lon", "lat"]].to_numpy()))
    return geopandas.GeoDataFrame(table, geometry=points)


def _points_at(xy):
    """Points, None where there is no place."""
    import numpy as np
    import shapely

    return np.where(np.isnan(xy).any(axis=1), None, shapely.points(xy))
