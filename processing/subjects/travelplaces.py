"""Places to travel from and to, and how near to streets and stops they lie."""

from __future__ import annotations

from dataclasses import dataclass

from ..i18n import tr
from ..methods.errors import InputError

USUAL_IDS = ("loc_code", "id")
"""Fields that hold ids where the user names none."""

SNAPPING = ("point_id", "role", "stop_m", "street_m", "reach")
"""Fields of the report."""


@dataclass(frozen=True)
class Places:
    """Ids, as an array of texts, and coordinates, shape (n, 2)."""

    ids: object
    xy: object

    def __len__(self):
        return len(self.ids)


def read(inputs, name, id_field):
    """Read places: points, or polygons that count at their centre.

    Parameters
    ----------
    inputs : Inputs
    name, id_field : str
        Parameters of the layer, and of the field with the ids; where that is empty, a usual one
        or the number of the row.

    Returns
    -------
    Places
    """
    field = inputs.field(id_field) or next(iter(inputs.present(name, USUAL_IDS)), None)
    frame = inputs.frame(name, extra=[field] if field else ())
    if not len(frame):
        raise InputError(
            "The layer '{layer}' has no places to travel between. Check its selection and filter.",
            layer=inputs.title(name),
        )
    return Places(_ids(inputs, name, frame, field), points_of(frame.geometry.to_numpy()))


def _ids(inputs, name, frame, field):
    import numpy as np

    from ..methods.allocation import as_codes

    if not field:
        return np.array([str(row) for row in range(1, len(frame) + 1)], dtype=object)
    ids = as_codes(frame[field])
    wrong = ids.duplicated() | (ids == "")
    if wrong.any():
        raise InputError(
            "The field '{field}' of the layer '{layer}' must give each place an id of its own, "
            "but row {row} has '{value}', which is empty or occurs before. Choose another field.",
            field=field,
            layer=inputs.title(name),
            row=int(wrong.to_numpy().argmax()) + 1,
            value=ids[wrong].iloc[0],
        )
    return ids.to_numpy(dtype=object)


def points_of(shapes):
    """Coordinates of points, and of areas at their centre, or on them where that lies outside."""
    import shapely

    middle = shapely.centroid(shapes)
    outside = (shapely.get_dimensions(shapes) == 2) & ~shapely.intersects(shapes, middle)
    middle[outside] = shapely.point_on_surface(shapes[outside])
    return shapely.get_coordinates(middle)


def same_points(origins, destinations):
    """Return the pairs of origin and destination that lie in the same point."""
    import numpy as np

    both = np.concatenate([origins, destinations])
    _, point = np.unique(both, axis=0, return_inverse=True)
    first, second = np.split(point.reshape(-1), [len(origins)])
    order = np.argsort(second, kind="stable")
    begin = np.searchsorted(second[order], first)
    count = np.searchsorted(second[order], first, side="right") - begin
    origin = np.repeat(np.arange(len(first)), count)
    skipped = np.repeat(np.cumsum(count) - count - begin, count)
    return origin, order[np.arange(len(origin)) - skipped]


def snapping(places, roles, ground, stops, access):
    """Tell how far the places lie from streets and stops, and which are out of reach.

    Parameters
    ----------
    places : sequence of Places
    roles : sequence of str
        What the places are, such as origin.
    ground : Ground
        Streets, or none.
    stops : ndarray, shape (m, 2)
        Stops with traffic.
    access : sequence of Access
        Ways between the places and stops; None where stops do not matter.

    Returns
    -------
    GeoDataFrame
        A point for each place.
    """
    import geopandas as gpd
    import numpy as np
    import pandas as pd
    import shapely
    from scipy.spatial import cKDTree

    parts = []
    for some, role, ways in zip(places, roles, access):
        distance = cKDTree(stops).query(some.xy)[0] if len(stops) else np.full(len(some), np.nan)
        far = ground.far(some.xy)
        near = ways is None or np.bincount(ways.place, minlength=len(some)) > 0
        note = np.select([far, np.logical_not(near)], ["no_street", "no_stop"], "ok")
        columns = {"point_id": some.ids, "role": role, "stop_m": distance}
        columns["street_m"] = ground.street_distance(some.xy)
        points = shapely.points(some.xy)
        parts.append(gpd.GeoDataFrame({**columns, "reach": note.astype(object)}, geometry=points))
    return gpd.GeoDataFrame(pd.concat(parts, ignore_index=True))


def warn_of_unreached(inputs, table):
    """Say how many places are far from streets or stops."""
    reasons = table["reach"].value_counts()
    if reasons.get("no_street", 0):
        inputs.warn(
            tr(
                "{count} places lie too far from any street and are out of reach on the streets."
            ).format(count=reasons["no_street"])
        )
    if reasons.get("no_stop", 0):
        inputs.warn(
            tr("{count} places have no stop with traffic within walking distance.").format(
                count=reasons["no_stop"]
            )
        )
