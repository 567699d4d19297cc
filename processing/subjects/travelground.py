"""Getting about without public transport: on foot, by bicycle, by car, on streets or straight."""

from __future__ import annotations

from functools import cached_property

from .. import parameters as p
from ..i18n import tr
from ..methods.errors import InputError

WALK, BICYCLE, CAR = "walk", "bicycle", "car"
OPEN = {WALK: "WALK_FIELD", BICYCLE: "BICYCLE_FIELD", CAR: "CAR_FIELD"}
"""Parameter of the field that says which streets are open, by mode."""

CLOSED = ("0", "no", "nej", "false")
ALONG, AGAINST = ("1", "yes", "ja", "true"), ("-1", "reverse")

HANGS_TOGETHER = 0.9
"""Share of the streets' length in one piece below which a warning is given; our own choice."""


def declared(*modes):
    """Declare the streets, and which of them are open to the modes."""
    of, labels = "STREETS", {}
    labels[WALK], labels[BICYCLE] = tr("Open to walking"), tr("Open to bicycles")
    labels[CAR] = tr("Open to cars")
    defaults = {WALK: "walk", BICYCLE: "bike", CAR: "car"}
    text = tr("0 or no closes a street; without the field all are open.")
    return [
        p.streets(),
        *(
            p.field(
                OPEN[mode], labels[mode], of=of, default=defaults[mode], advanced=True, help=text
            )
            for mode in modes
        ),
    ]


def speed_of(inputs, settings, mode):
    """Return the speed of walking or cycling [km/h]."""
    return settings.speed if mode == WALK else inputs.number("BICYCLE_SPEED")


class Straight:
    """Straight lines with a detour."""

    network = None

    def __init__(self, inputs):
        self.detour = inputs.number("DETOUR")

    def at(self, xy, mode=WALK):  # noqa: ARG002 (as on streets)
        """Return points as `ways` takes them."""
        return xy

    def some(self, points, rows):
        """Return some of the points that `at` gave."""
        return points[rows]

    def far(self, xy):
        """Whether points are too far from any street: none is, where no street matters."""
        import numpy as np

        return np.zeros(len(xy), dtype=bool)

    def street_distance(self, xy):
        """Straight distances to streets, which are not known."""
        import numpy as np

        return np.full(len(xy), np.nan)

    def fastest(self, inputs, settings, mode):
        """Return the greatest speed of a mode, as the crow flies [km/h]."""
        return speed_of(inputs, settings, mode) / self.detour

    def ways(self, origins, destinations, limit, speed, *, mode=WALK, progress=None):  # noqa: ARG002
        """Ways within a limit [m] between points, see `access.straight_ways`."""
        from ..methods.transit.router.access import straight_ways

        return straight_ways(origins, destinations, limit=limit, speed=speed, detour=self.detour)


class OnStreets:
    """Streets with what they are open to; cars keep to directions and speeds."""

    def __init__(self, inputs):
        self._inputs = inputs
        self._limit = inputs.number("SNAP")
        self._networks = {}

    def _look(self, fraction):  # noqa: ARG002 (a part of the work that shows no progress)
        """Stop where the user has cancelled."""
        self._inputs.stop_if_cancelled()

    @cached_property
    def _lines(self):
        names = {"speed": "SPEED", "oneway": "ONEWAY", **{mode: OPEN[mode] for mode in OPEN}}
        known = self._inputs.algorithm.parameterDefinition
        chosen = {column: name for column, name in names.items() if known(name) is not None}
        return self._inputs.frame("STREETS", **chosen)

    @property
    def network(self):
        """Network for walking."""
        return self.network_of(WALK)

    def network_of(self, mode):
        """Streets open to a mode."""
        if mode not in self._networks:
            self._networks[mode] = self._build(mode)
        return self._networks[mode]

    def at(self, xy, mode=WALK):
        """Bring points onto the streets."""
        from ..methods.network.snap import snap

        return snap(self.network_of(mode), xy, limit=self._limit, progress=self._look)

    def some(self, points, rows):
        """Return some of the points that `at` gave."""
        return points.take(rows)

    def far(self, xy):
        """Whether points are too far from any street."""
        return self.at(xy).edge < 0

    def street_distance(self, xy):
        """Straight distances to the nearest street [m]; NaN where there is none."""
        import numpy as np
        import shapely

        found = np.full(len(xy), np.nan)
        tree = self.network.tree
        if len(tree.geometries):
            (point, _), distance = tree.query_nearest(shapely.points(xy), return_distance=True)
            found[point] = distance
        return found

    def fastest(self, inputs, settings, mode):
        """Return the greatest speed of a mode [km/h]."""
        if mode != CAR:
            return speed_of(inputs, settings, mode)
        network = self.network_of(CAR)
        return 3.6 * float((network.length / network.seconds).max(initial=0))

    def ways(self, origins, destinations, limit, speed, *, mode=WALK, progress=None):
        """Ways within a limit [m] between points on the streets, see `access.street_ways`."""
        from ..methods.transit.router.access import street_ways

        network = self.network_of(mode)
        told = progress or self._look
        return street_ways(network, origins, destinations, limit=limit, speed=speed, progress=told)

    def drives(self, origins, destinations, limit, progress):
        """Drives within a limit [s] between points on the streets."""
        from ..methods.network.search import pairs_within
        from ..methods.transit.router.access import access_of

        network = self.network_of(CAR)
        found = pairs_within(network, origins, destinations, limit, by="seconds", progress=progress)
        return access_of(found.origin, found.target, found.cost.round(6))

    def _build(self, mode):
        from ..methods.network.build import build_network

        lines = self._lines
        lines = lines[~_is(lines[mode], CLOSED)] if mode in lines else lines
        if not len(lines):
            raise InputError(
                "No street of the layer '{layer}' is open to '{mode}'. Check the field that "
                "says so.",
                layer=self._inputs.title("STREETS"),
                mode=mode,
            )
        shapes = lines.geometry.to_numpy()
        traffic = self._traffic(lines) if mode == CAR else {}
        network = build_network(shapes, **traffic, progress=self._look)
        self._warn_of_parts(network, mode)
        return network

    def _traffic(self, lines):
        """Speeds and directions of cars."""
        import numpy as np

        traffic = {"default_speed": self._inputs.number("CAR_SPEED")}
        if "speed" in lines:
            traffic["speed"] = lines["speed"]
        if "oneway" in lines:
            along, against = _is(lines["oneway"], ALONG), _is(lines["oneway"], AGAINST)
            traffic["oneway"] = along.astype(int) - np.asarray(against, dtype=int)
        return traffic

    def _warn_of_parts(self, network, mode):
        from ..methods.network.graph import components

        parts = components(network)
        if parts.largest_share < HANGS_TOGETHER:
            self._inputs.warn(
                tr(
                    "The streets ({mode}) fall into {count} parts; the largest has {share} % of "
                    "their length. Lines must share vertices where one can turn."
                ).format(mode=mode, count=parts.count, share=round(100 * parts.largest_share))
            )


def ground_of(inputs):
    """Return how one gets about: on STREETS where they are given, else straight."""
    return OnStreets(inputs) if inputs.given("STREETS") else Straight(inputs)


def _is(column, words):
    """Whether a field's values are among some words or numbers."""
    from ..methods.allocation import as_codes

    return as_codes(column).str.lower().isin(words).to_numpy()
