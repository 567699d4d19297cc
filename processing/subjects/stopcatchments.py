"""Catchments of stops, on the streets where there are any, else as the crow flies."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from ..methods.errors import InputError
from ..methods.progress import part
from .homes import on_streets, street_network

VARIANTS = ("each", "nearest", "best", "together")
LIMIT = re.compile(r"(.*?\S)[\s=:]+(\d+(?:\.\d+)?)")


@dataclass(frozen=True)
class Limits:
    """Limits of the bands, and of each stop.

    ``metres`` and ``minutes`` are lists, ``pace`` is metres a minute; ``reach`` [m] is an array
    with NaN for stops without a limit of their own, and ``rank`` one with 0 for the best; or None.
    """

    metres: list
    minutes: list
    pace: float
    reach: object = None
    rank: object = None


def bands_of(inputs):
    """Return the limits of BANDS, at the walking SPEED; those of the stops are not read yet.

    Returns
    -------
    Limits
    """
    text, pace = inputs.text("BANDS"), inputs.number("SPEED") * 1000 / 60
    try:
        numbers = [float(part) for part in text.replace(";", ",").split(",") if part.strip()]
    except ValueError:
        numbers = []
    if not numbers or sorted(set(numbers)) != numbers or numbers[0] <= 0:
        raise InputError(
            "'{text}' are no bands. Write rising numbers above 0 with commas between, such as "
            "400, 1000, and a point in decimals.",
            text=text,
        )
    if inputs.choice("UNIT") == "minutes":
        return Limits([number * pace for number in numbers], numbers, pace)
    return Limits(numbers, [number / pace for number in numbers], pace)


def reach_of(inputs, kinds, pace):
    """Return the own limit of each stop [m], NaN where it has none.

    Parameters
    ----------
    inputs : Inputs
        Of a tool with the parameters LIMIT, LIMITS and UNIT.
    kinds : Series
        Numbers, or words to look up in LIMITS.
    pace : float
        Metres a minute.

    Returns
    -------
    ndarray, shape (stops,)
    """
    import pandas as pd

    table = _limits(inputs.text("LIMITS"))
    limits = pd.to_numeric(kinds, errors="coerce")
    if table:
        limits = kinds.dropna().map(lambda kind: _widest(kind, table)).reindex(kinds.index)
        limits = limits.astype(float)
    unknown = kinds.notna() & limits.isna()
    if len(kinds) and (unknown.all() or (limits <= 0).any()):
        raise InputError(
            "The field '{field}' holds neither limits above 0 nor kinds of stop that are listed, "
            "such as '{value}'. List the kinds with their limits, such as rail 1000, bus 400.",
            field=inputs.field("LIMIT"),
            value=kinds[unknown | (limits <= 0)].iloc[0],
        )
    return limits.to_numpy(dtype=float) * (pace if inputs.choice("UNIT") == "minutes" else 1.0)


def _limits(text):
    """Limits by word: "rail 1000, bus 400"."""
    table = {}
    for entry in filter(None, (each.strip() for each in text.replace(";", ",").split(","))):
        found = LIMIT.fullmatch(entry)
        if not found or float(found[2]) <= 0:
            raise InputError(
                "'{text}' is no limit of a kind of stop. Write the kind and a number above 0, with "
                "commas between, such as rail 1000, bus 400, and a point in decimals.",
                text=entry,
            )
        table[found[1].casefold()] = float(found[2])
    return table


def _widest(kind, table):
    """Widest limit of the words in a kind, such as "bus, rail"; None where none is listed."""
    text = f"{kind:g}" if isinstance(kind, float) else str(kind)
    words = {word.strip().casefold() for word in text.split(",")}
    return max((table[word] for word in words & table.keys()), default=None)


def ranks_of(values):
    """Rank of each stop: 0 for the least number, or the first word; the last for missing ones.

    Examples
    --------
    >>> import pandas as pd
    >>> ranks_of(pd.Series(["B", None, "A"])).tolist()
    [1, 2, 0]
    """
    import numpy as np
    import pandas as pd

    code, names = pd.factorize(values, sort=True)
    return np.where(code < 0, len(names), code)


class Straight:
    """Catchments by straight distances."""

    network = None

    def __init__(self, xy, limits, variant):
        self.xy, self.limits, self.variant = xy, limits, variant

    def polygons(self, progress):
        """Polygons, shape (stops, bands), or (1, bands) of all together."""
        import shapely

        from ..methods.catchment.partition import nearest_straight_polygons
        from ..methods.catchment.straight import straight_polygons

        bands, reach, rank = self.limits.metres, self.limits.reach, self.limits.rank
        if self.variant in ("nearest", "best"):
            return nearest_straight_polygons(
                self.xy, bands, reach=reach, rank=rank, progress=progress
            )
        circles = straight_polygons(self.xy, bands, reach=reach)
        return shapely.union_all(circles, axis=0)[None] if self.variant == "together" else circles

    def totals(self, xy, numbers, progress):
        """Sum the numbers of places, in the shape of the polygons."""
        from ..methods.catchment.partition import nearest_straight_totals
        from ..methods.catchment.straight import straight_totals

        bands, reach, rank = self.limits.metres, self.limits.reach, self.limits.rank
        if self.variant == "each":
            found = straight_totals(self.xy, xy, numbers, bands, reach=reach, progress=progress)
            return found[..., 0]
        found = nearest_straight_totals(self.xy, xy, numbers, bands, reach=reach, rank=rank)
        return found.sum(axis=0, keepdims=True) if self.variant == "together" else found


class OnStreets:
    """Catchments by distances on the streets."""

    def __init__(self, inputs, xy, limits, variant):
        self.inputs, self.xy, self.limits, self.variant = inputs, xy, limits, variant
        self.network = street_network(inputs)
        self.stops = on_streets(inputs, self.network, xy)

    def _shared(self):
        """Options of what is not each stop's own."""
        if self.variant == "best":
            return {"reach": self.limits.reach, "rank": self.limits.rank}
        return {"reach": self.limits.reach}

    def polygons(self, progress):
        """Polygons, shape (stops, bands), or (1, bands) of all together."""
        from ..methods.catchment import polygons

        draw = {
            "each": polygons.facility_polygons,
            "nearest": polygons.nearest_polygons,
            "best": polygons.nearest_polygons,
            "together": polygons.merged_polygons,
        }
        bands = self.limits.metres
        found = draw[self.variant](
            self.network, self.stops, bands, **self._shared(), progress=progress
        )
        return found.reshape(-1, len(bands))

    def totals(self, xy, numbers, progress):
        """Sum the numbers of places, in the shape of the polygons."""
        from ..methods.catchment.totals import catchment_totals, nearest_totals

        points = on_streets(self.inputs, self.network, xy)
        given = (self.network, self.stops, points, numbers, self.limits.metres)
        find = catchment_totals if self.variant == "each" else nearest_totals
        found = find(*given, **self._shared(), progress=progress)[..., 0]
        return found.sum(axis=0, keepdims=True) if self.variant == "together" else found

    def detours(self, xy, numbers, progress):
        """How much farther than straight one walks from each stop, for those who live there."""
        import numpy as np

        from ..methods.catchment.totals import detour_factors

        points, last = on_streets(self.inputs, self.network, xy), self.limits.metres[-1]
        limit = last if self.limits.reach is None else np.fmin(self.limits.reach, last)
        given = (self.network, self.stops, self.xy, points, xy, numbers, limit)
        return detour_factors(*given, progress=progress)

    def edges(self, progress):
        """Stop, band and line of each part of the streets that is reached."""
        from ..methods.catchment.edges import nearest_edges, reached_edges
        from ..methods.catchment.lines import piece_lines

        find = reached_edges if self.variant == "each" else nearest_edges
        pieces = find(
            self.network, self.stops, self.limits.metres, **self._shared(), progress=progress
        )
        return pieces.facility, pieces.band, piece_lines(self.network, pieces)


def catchments(inputs, stops, limits, counted):
    """Draw the catchments of stops and count what lies in them.

    Parameters
    ----------
    inputs : Inputs
        Of a tool with the parameters STREETS, VARIANT and EDGES.
    stops : GeoDataFrame
        With ``stop_id`` and ``stop_name`` where there are such fields.
    limits : Limits
    counted : dict
        Coordinates and numbers by the catalogue's code.

    Returns
    -------
    polygons, edges : GeoDataFrame
        A row per stop and band, the widest band first, so that narrower ones are drawn on top; a
        row per part of a street, or None where not asked for.
    """
    from .homes import coordinates

    xy, variant = coordinates(stops.geometry.to_numpy()), inputs.choice("VARIANT")
    ways = Straight(xy, limits, variant)
    if inputs.given("STREETS"):
        ways = OnStreets(inputs, xy, limits, variant)
    with_detour = ways.network is not None and variant != "together" and "pop" in counted
    steps = _steps(inputs.progress, 1 + len(counted) + with_detour + inputs.given("EDGES"))
    shapes = ways.polygons(next(steps))
    numbers = {code: ways.totals(*places, next(steps)) for code, places in counted.items()}
    detours = ways.detours(*counted["pop"], next(steps)) if with_detour else None
    names = None if variant == "together" else stops
    drawn = _drawn(names, shapes, limits, numbers, detours)
    if ways.network is not None and variant == "each":
        circle = math.pi * drawn["walk_m"] ** 2
        drawn.insert(drawn.columns.get_loc("area_ha") + 1, "shed_sh", 100 * drawn.area / circle)
    if not inputs.given("EDGES"):
        return drawn, None
    stop, band, lines = ways.edges(next(steps))
    return drawn, _frame(names, stop, band, lines, limits)


def _steps(progress, count):
    """Progress of each of some steps."""
    for number in range(count):
        yield part(progress, number / count, (number + 1) / count)


def _drawn(stops, shapes, limits, numbers, detours):
    """Rows of the polygons, without those of nothing, and bands that a stop does not reach."""
    import numpy as np

    stop = np.repeat(np.arange(len(shapes)), shapes.shape[1])
    band = np.tile(np.arange(shapes.shape[1]), len(shapes))
    drawn = _frame(stops, stop, band, shapes.ravel(), limits)
    drawn.insert(drawn.columns.get_loc("walk_min") + 1, "area_ha", drawn.area / 10_000)
    for code, sums in numbers.items():
        drawn[code] = sums.ravel()
    if detours is not None:
        drawn["detour"] = detours[stop]
    used = ~(drawn.geometry.isna() | drawn.geometry.is_empty).to_numpy()
    if stops is not None and limits.reach is not None:
        narrower = np.array([0.0, *limits.metres])[band]
        used &= ~(limits.reach[stop] <= narrower)
    order = np.argsort(-band, kind="stable")
    return drawn.iloc[order[used[order]]].reset_index(drop=True)


def _frame(stops, stop, band, shapes, limits):
    import geopandas as gpd
    import numpy as np

    names = ("stop_id", "stop_name")
    own = {} if stops is None else {name: stops[name] for name in names if name in stops}
    columns = {name: column.to_numpy()[stop] for name, column in own.items()}
    metres, minutes = np.array(limits.metres)[band], np.array(limits.minutes)[band]
    if stops is not None and limits.reach is not None:
        shorter = limits.reach[stop] < metres
        metres = np.where(shorter, limits.reach[stop], metres)
        minutes = np.where(shorter, metres / limits.pace, minutes)
    return gpd.GeoDataFrame({**columns, "walk_m": metres, "walk_min": minutes}, geometry=shapes)
