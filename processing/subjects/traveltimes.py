"""Travel times between places by several modes, as blocks of a long table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from .. import feeds
from ..i18n import tr
from ..methods.progress import part
from . import travelground, travelplaces
from .servicedays import feed_of_day

TRANSIT, WALK, BICYCLE, CAR = "transit", travelground.WALK, travelground.BICYCLE, travelground.CAR
MODES = (TRANSIT, WALK, BICYCLE, CAR)

TIME = "travel_time_p{percentile}"
PARTS = ("access_time", "wait_time", "ride_time", "transfer_time", "egress_time", "total_time")
"""Columns of the parts of the fastest journey, as r5r calls them."""
ACCESS, RIDE, EGRESS, TOTAL = 0, 2, 4, 5
SECONDS = [name[: -len("_time")] for name in PARTS]
"""The same, as the router calls them."""

ROWS = 1 << 16
"""Rows made into a frame at a time."""
PAIRS = 4_000_000
"""Pairs looked at together at most, of the modes that use the streets only."""
PAIR_BYTES = 300
"""Memory for each of them."""


class Block(NamedTuple):
    """Pairs of places of one mode with their times in minutes.

    ``times`` has a column for each percentile, ``parts`` one for each of PARTS or is None.
    """

    mode: str
    origin: object
    destination: object
    times: object
    best: object
    rides: object
    parts: object

    def rows(self, chosen):
        """Return some of the pairs."""
        return Block(
            self.mode, *(None if column is None else column[chosen] for column in self[1:])
        )


@dataclass(frozen=True)
class Transit:
    """A run by public transport made ready, and ``asked``: timetable, footpaths and request.

    ``access`` and ``egress`` are the ways to and from stops, ``stops`` where those with traffic
    lie.
    """

    job: object
    asked: tuple
    access: object
    egress: object
    stops: object


def walked(inputs, ground, settings, feed, day):
    """Return the timetable of a day, the walks between its stops, and where the stops lie.

    Returns
    -------
    timetable : Timetable
    footpaths : Footpaths
    xy : ndarray, shape (stops, 2)
        NaN where a stop has no place or no traffic.
    """
    import numpy as np

    from ..methods.transit.router.footpaths import between_stops, given_footpaths, with_transfers
    from ..methods.transit.router.timetable import timetable_of

    timetable = timetable_of(feed, day, on_demand=settings.on_demand)
    xy = np.full((len(feed.stops), 2), np.nan)
    used = np.unique(timetable.stop)
    xy[used] = feeds.stop_points(inputs, feed)[used]
    footpaths = given_footpaths(len(xy))
    if settings.transfer > 0:
        at = ground.at(xy)
        ways = ground.ways(at, at, settings.transfer, settings.speed)
        footpaths = between_stops(ways, len(xy))
    _warn_of_stops(inputs, ground, xy[used])
    return timetable, with_transfers(footpaths, feed.transfers, feed.stops, feed.trips), xy


def _warn_of_stops(inputs, ground, xy):
    import numpy as np

    placed = np.isfinite(xy).all(axis=1)
    far = int(ground.far(xy[placed]).sum())
    if far:
        inputs.warn(
            tr(
                "{count} of {total} stops with traffic lie too far from any street to be reached."
            ).format(count=far, total=len(xy))
        )


def prepared(inputs, ground, settings, places):
    """Read the timetable and make a run by public transport ready.

    Parameters
    ----------
    inputs : Inputs
    ground : Straight or OnStreets
    settings : Settings
    places : pair of Places
        Origins and destinations.

    Returns
    -------
    Transit
    """
    import numpy as np

    from ..methods.transit.router.matrix import job_of
    from ..methods.transit.router.request import Request

    feed, day = feed_of_day(inputs, nights=True)
    timetable, footpaths, xy = walked(inputs, ground, settings, feed, day)
    stops, origins, destinations = (ground.at(points) for points in (xy, *(s.xy for s in places)))
    far, speed = settings.walk, settings.speed
    access = ground.ways(origins, stops, far, speed)
    egress = access if places[0] is places[1] else ground.ways(destinations, stops, far, speed)
    direct = with_same(ground.ways(origins, destinations, far, speed), *(s.xy for s in places))
    request = Request(
        settings.window,
        len(places[0]),
        len(places[1]),
        access,
        egress,
        direct,
        by_arrival=settings.by_arrival,
        rides=settings.rides,
        percentiles=settings.percentiles,
        budget=round(inputs.number("MEMORY") * 1e6),
    )
    asked = timetable, footpaths, request
    return Transit(job_of(*asked), asked, access, egress, xy[np.isfinite(xy).all(axis=1)])


def with_same(ways, origins, destinations):
    """Take no time between places in the same point, wherever the nearest street is."""
    import numpy as np

    from ..methods.transit.router.access import access_of

    same = travelplaces.same_points(origins, destinations)
    columns = (*same, np.zeros(len(same[0])))
    return access_of(*(np.concatenate(both) for both in zip(ways, columns)))


def transit_blocks(inputs, transit, progress):
    """Compute the travel times by public transport, block by block."""
    from ..methods.transit.router.spread import spread_blocks

    parts, told = None, progress
    if inputs.flag("COMPONENTS"):
        # the parts take longer: they tell the progress
        parts, told = _Parts(transit, progress), lambda _: inputs.stop_if_cancelled()
    found = spread_blocks(
        transit.job,
        threads=inputs.integer("THREADS"),
        scheduler=inputs.text("SCHEDULER"),
        progress=told,
    )
    for times in found:
        yield Block(
            TRANSIT,
            times.origin,
            times.destination,
            times.seconds / 60.0,
            times.best / 60.0,
            times.rides,
            parts and parts.of(times.origin, times.destination),
        )


class _Parts:
    """Parts of the fastest journeys between the places of a block."""

    def __init__(self, transit, progress):
        from ..methods.transit.router.components import trips_of

        self._trips, self._progress = trips_of(*transit.asked), progress

    def of(self, origin, destination):
        """Minutes of the parts, by pair."""
        import numpy as np
        import pandas as pd

        from ..methods.transit.router.components import part_components

        trips = self._trips
        total, step = trips.request.origins, trips.block()
        start = destination if trips.mirrored else origin
        found = [pd.DataFrame(columns=["origin", "destination", *SECONDS], dtype=np.int64)]
        last = int(start.max(initial=-1)) + 1
        for begin in range(int(start.min(initial=last)), last, step):
            end = min(begin + step, last)
            told = part(self._progress, begin / total, end / total)
            found.append(part_components(trips, begin, end, progress=told))
        pairs = pd.MultiIndex.from_arrays([origin, destination])
        parts = pd.concat(found).set_index(["origin", "destination"])
        return parts.reindex(pairs)[SECONDS].to_numpy(float) / 60


def street_blocks(inputs, ground, settings, places, mode, progress):
    """Compute the travel times of a mode that uses the streets only, block by block."""
    import numpy as np

    origins, destinations = places
    start, end = ground.at(origins.xy, mode), ground.at(destinations.xy, mode)
    size = max(pairs_together(inputs) // len(destinations), 1)
    for begin in range(0, len(origins), size):
        rows = np.arange(begin, min(begin + size, len(origins)))
        step = part(progress, begin / len(origins), (begin + len(rows)) / len(origins))
        ends = ground.some(start, rows), end
        ways = _ways(inputs, ground, settings, mode, ends, step)
        ways = with_same(ways, origins.xy[rows], destinations.xy)
        origin = ways.place + begin
        yield _street_block(
            inputs, mode, origin, ways.stop, ways.seconds, len(settings.percentiles)
        )


def pairs_together(inputs):
    """Return how many pairs may be looked at together."""
    return min(PAIRS, int(1e6 * inputs.number("MEMORY") / PAIR_BYTES))


def _ways(inputs, ground, settings, mode, ends, progress):
    from ..methods.transit.router.request import NO_WAYS

    limit = settings.window.limit
    if mode == CAR:
        parking = round(60 * inputs.number("PARKING"))
        if limit <= parking:
            return NO_WAYS
        ways = ground.drives(*ends, limit - parking, progress)
        return ways._replace(seconds=ways.seconds + parking)
    speed = travelground.speed_of(inputs, settings, mode)
    return ground.ways(*ends, limit * speed / 3.6, speed, mode=mode, progress=progress)


def _street_block(inputs, mode, origin, destination, seconds, percentiles):
    import numpy as np

    minutes = seconds / 60.0
    parts = None
    if inputs.flag("COMPONENTS"):
        parts = np.zeros((len(minutes), len(PARTS)))
        parts[:, TOTAL] = minutes
        parts[:, ACCESS if mode == WALK else RIDE] = minutes
        if mode == CAR:
            parked = np.minimum(inputs.number("PARKING"), minutes)
            parts[:, RIDE], parts[:, EGRESS] = minutes - parked, parked
    times = np.repeat(minutes[:, None], percentiles, axis=1)
    rides = np.zeros(len(minutes))
    return Block(mode, origin, destination, times, minutes, rides, parts)


class Table:
    """Makes frames of blocks, and of the blocks it has kept."""

    def __init__(self, places, settings, *, components):
        self._places = places
        self._names = [TIME.format(percentile=each) for each in settings.percentiles]
        self._limited = settings.rides > 0
        self._components = components
        self.rows = 0

    def template(self):
        """Return a frame of one row with all columns."""
        import numpy as np

        zero, parts = np.zeros(1), np.zeros((1, len(PARTS))) if self._components else None
        first = np.zeros(1, dtype=np.int64)
        times = np.zeros((1, len(self._names)))
        return self._frame(Block(TRANSIT, first, first, times, zero, zero, parts))

    def frames(self, blocks, keep=None):
        """Yield frames of the blocks; ``keep`` is a list that the blocks are put into."""
        for block in blocks:
            self.rows += len(block.origin)
            if keep is not None:
                keep.append(block)
            for begin in range(0, len(block.origin), ROWS):
                yield self._frame(block.rows(slice(begin, begin + ROWS)))

    def _frame(self, block):
        import numpy as np
        import pandas as pd

        origins, destinations = self._places
        columns = {
            "from_id": origins.ids[block.origin],
            "to_id": destinations.ids[block.destination],
            "mode": np.full(len(block.origin), block.mode, dtype=object),
            **dict(zip(self._names, block.times.T)),
            "t_best": block.best,
            "n_rides": block.rides.astype(np.int64) if self._limited else block.rides,
        }
        if block.parts is not None:
            columns.update(zip(PARTS, block.parts.T))
        return pd.DataFrame(columns)

    def flows(self, blocks):
        """Yield frames of the blocks as lines, without those from a place to itself."""
        import geopandas as gpd
        import numpy as np
        import shapely

        start, end = (some.xy for some in self._places)
        for block in blocks:
            apart = (start[block.origin] != end[block.destination]).any(axis=1)
            chosen = np.flatnonzero(apart)
            for begin in range(0, len(chosen), ROWS):
                some = block.rows(chosen[begin : begin + ROWS])
                ends = np.stack([start[some.origin], end[some.destination]], axis=1)
                yield gpd.GeoDataFrame(self._frame(some), geometry=shapely.linestrings(ends))

    def flow_template(self):
        """Return a frame of one line with all columns."""
        import geopandas as gpd
        import shapely

        return gpd.GeoDataFrame(self.template(), geometry=[shapely.LineString([(0, 0), (1, 1)])])
