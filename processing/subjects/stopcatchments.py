"""Catchments of stops, on the streets where there are any, else as the crow flies."""

from __future__ import annotations

from ..methods.errors import InputError
from .homes import on_streets, street_network

VARIANTS = ("each", "nearest", "together")


def bands_of(inputs):
    """Return the limits of BANDS in metres, and in minutes at the walking SPEED.

    Returns
    -------
    tuple of two lists
    """
    text, speed = inputs.text("BANDS"), inputs.number("SPEED")
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
    pace = speed * 1000 / 60
    if inputs.choice("UNIT") == "minutes":
        return [number * pace for number in numbers], numbers
    return numbers, [number / pace for number in numbers]


class Straight:
    """Catchments by straight distances."""

    network = None

    def __init__(self, inputs, xy, limits, variant):
        self.inputs, self.xy, self.limits, self.variant = inputs, xy, limits, variant

    def polygons(self):
        """Polygons, shape (stops, bands), or (1, bands) of all together."""
        import shapely

        from ..methods.catchment.partition import nearest_straight_polygons
        from ..methods.catchment.straight import straight_polygons

        if self.variant == "nearest":
            return nearest_straight_polygons(self.xy, self.limits)
        circles = straight_polygons(self.xy, self.limits)
        return shapely.union_all(circles, axis=0)[None] if self.variant == "together" else circles

    def totals(self, xy, numbers):
        """Sum the numbers of places, in the shape of the polygons."""
        from ..methods.catchment.partition import nearest_straight_totals
        from ..methods.catchment.straight import straight_totals

        if self.variant == "each":
            progress = self.inputs.progress
            return straight_totals(self.xy, xy, numbers, self.limits, progress=progress)[..., 0]
        found = nearest_straight_totals(self.xy, xy, numbers, self.limits)
        return found.sum(axis=0, keepdims=True) if self.variant == "together" else found


class OnStreets:
    """Catchments by distances on the streets."""

    def __init__(self, inputs, xy, limits, variant):
        self.inputs, self.xy, self.limits, self.variant = inputs, xy, limits, variant
        self.network = street_network(inputs)
        self.stops = on_streets(inputs, self.network, xy)

    def polygons(self):
        """Polygons, shape (stops, bands), or (1, bands) of all together."""
        from ..methods.catchment import polygons

        draw = {
            "each": polygons.facility_polygons,
            "nearest": polygons.nearest_polygons,
            "together": polygons.merged_polygons,
        }
        found = draw[self.variant](
            self.network, self.stops, self.limits, progress=self.inputs.progress
        )
        return found.reshape(-1, len(self.limits))

    def totals(self, xy, numbers):
        """Sum the numbers of places, in the shape of the polygons."""
        from ..methods.catchment.totals import catchment_totals, nearest_totals

        points = on_streets(self.inputs, self.network, xy)
        given = (self.network, self.stops, points, numbers, self.limits)
        if self.variant == "each":
            return catchment_totals(*given, progress=self.inputs.progress)[..., 0]
        found = nearest_totals(*given)[..., 0]
        return found.sum(axis=0, keepdims=True) if self.variant == "together" else found

    def detours(self, xy, numbers):
        """How much farther than straight one walks from each stop, for those who live there."""
        from ..methods.catchment.totals import detour_factors

        points = on_streets(self.inputs, self.network, xy)
        return detour_factors(
            self.network,
            self.stops,
            self.xy,
            points,
            xy,
            numbers,
            self.limits[-1],
            progress=self.inputs.progress,
        )

    def edges(self):
        """Stop, band and line of each part of the streets that is reached."""
        from ..methods.catchment.edges import nearest_edges, reached_edges
        from ..methods.catchment.lines import piece_lines

        find = reached_edges if self.variant == "each" else nearest_edges
        pieces = find(self.network, self.stops, self.limits)
        return pieces.facility, pieces.band, piece_lines(self.network, pieces)


def catchments(inputs, stops, metres, minutes, counted):
    """Draw the catchments of stops and count what lies in them.

    Parameters
    ----------
    inputs : Inputs
        Of a tool with the parameters STREETS and VARIANT.
    stops : GeoDataFrame
        With ``stop_id`` and ``stop_name`` where there are such fields.
    metres, minutes : list
        Limits of the bands.
    counted : dict
        Coordinates and numbers by the catalogue's code.

    Returns
    -------
    polygons, edges : GeoDataFrame
        A row per stop and band, the widest band first, so that narrower ones are drawn on top; a
        row per part of a street, or None without streets.
    """
    import numpy as np

    from .homes import coordinates

    xy, variant = coordinates(stops.geometry.to_numpy()), inputs.choice("VARIANT")
    kind = OnStreets if inputs.given("STREETS") else Straight
    ways = kind(inputs, xy, metres, variant)
    shapes = ways.polygons()
    numbers = {code: ways.totals(*places).ravel() for code, places in counted.items()}
    stop = np.repeat(np.arange(len(shapes)), len(metres))
    band = np.tile(np.arange(len(metres)), len(shapes))
    if ways.network is not None and variant != "together" and "pop" in counted:
        numbers["detour"] = ways.detours(*counted["pop"])[stop]
    names = None if variant == "together" else stops
    drawn = _frame(names, stop, band, shapes.ravel(), metres, minutes, numbers)
    drawn = drawn.iloc[np.argsort(-band, kind="stable")]
    drawn = drawn[~(drawn.geometry.isna() | drawn.geometry.is_empty)].reset_index(drop=True)
    drawn.insert(drawn.columns.get_loc("walk_min") + 1, "area_ha", drawn.area / 10_000)
    if ways.network is None:
        return drawn, None
    stop, band, lines = ways.edges()
    return drawn, _frame(names, stop, band, lines, metres, minutes, {})


def _frame(stops, stop, band, shapes, metres, minutes, numbers):
    import geopandas as gpd
    import numpy as np

    names = ("stop_id", "stop_name")
    own = {} if stops is None else {name: stops[name] for name in names if name in stops}
    columns = {name: column.to_numpy()[stop] for name, column in own.items()}
    columns["walk_m"], columns["walk_min"] = np.array(metres)[band], np.array(minutes)[band]
    return gpd.GeoDataFrame({**columns, **numbers}, geometry=shapes)
