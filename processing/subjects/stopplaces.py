"""In which locality the stops of a timetable lie, and which localities are centres."""

from __future__ import annotations

from .. import feeds
from ..i18n import tr
from ..methods.errors import InputError


def locality_of(zones, xy, *, buffer):
    """Locality that each stop lies in, or the nearest one within the buffer; -1 for none.

    Parameters
    ----------
    zones : ndarray of polygons, shape (n,)
        A missing one holds no stop.
    xy : ndarray, shape (m, 2)
        NaN where a stop has no place.
    buffer : float
        Distance outside [m].

    Returns
    -------
    ndarray of int, shape (m,)
    """
    import numpy as np
    import shapely

    result = np.full(len(xy), -1)
    usable = np.flatnonzero(np.isfinite(xy).all(axis=1))
    points = shapely.points(xy[usable])
    point, zone = shapely.STRtree(zones).query(points, predicate="dwithin", distance=buffer)
    distance = shapely.distance(points[point], zones[zone])
    order = np.lexsort((zone, distance, point))
    point, zone = point[order], zone[order]
    first = np.r_[True, np.diff(point) != 0][: len(point)]
    result[usable[point[first]]] = zone[first]
    return result


def named_centres(inputs, names, codes):
    """Return the localities of each centre in CENTRES, by the centre's name.

    Parameters
    ----------
    inputs : Inputs
        Of a tool with the parameter CENTRES: names or codes between commas.
    names, codes : sequence
        Name and code of each locality.

    Returns
    -------
    dict
    """
    centres = {}
    for word in filter(None, (each.strip() for each in inputs.text("CENTRES").split(","))):
        members = [
            number
            for number, known in enumerate(zip(names, codes))
            if word.casefold() in (str(each).casefold() for each in known)
        ]
        if not members:
            raise InputError(
                "No locality is called '{name}' or has that code. Write names or codes as in the "
                "layer '{layer}', with commas between them.",
                name=word,
                layer=inputs.title("LOCALITIES"),
            )
        centres[str(names[members[0]])] = members
    return centres


def centres_of(inputs, feed, locality, frame):
    """Centres that the user named; where none, the locality with most calls of the feed.

    Parameters
    ----------
    inputs : Inputs
        Of a tool with the parameters NAME, CODE and CENTRES.
    feed : Feed
    locality : ndarray of int, shape (stops,)
    frame : GeoDataFrame
        The localities, with ``code`` and, where there is such a field, ``name``.

    Returns
    -------
    dict
        Localities by the centre's name.
    """
    from ..methods.transit.offer import busiest_locality

    codes, names = frame["code"], frame.get("name", frame["code"])
    if inputs.text("CENTRES"):
        return named_centres(inputs, names, codes)
    centre = busiest_locality(feed, locality)
    inputs.tell(tr("Centre: {name}").format(name=names[centre]))
    return {str(names[centre]): [centre]}


def localities_of_stops(inputs, feed, frame, *, buffer):
    """Locality of each stop of a feed, see `locality_of`; refused where no stop lies in any."""
    if not len(frame):
        raise InputError(
            "The layer '{layer}' has no localities. Check its selection and filter.",
            layer=inputs.title("LOCALITIES"),
        )
    locality = locality_of(
        frame.geometry.to_numpy(), feeds.stop_points(inputs, feed), buffer=buffer
    )
    if (locality < 0).all():
        raise InputError(
            "No stop of the timetable lies in any of the localities. Check that the timetable is "
            "for the same part of the country as the layer '{layer}'.",
            layer=inputs.title("LOCALITIES"),
        )
    return locality


def with_names(table, frame):
    """Return a table whose column ``locality`` holds rows of a frame, with code and name."""
    chosen = frame.loc[table["locality"], ["code", "name"] if "name" in frame else ["code"]]
    names = {"code": "loc_code", "name": "loc_name"}
    chosen = chosen.rename(columns=names).reset_index(drop=True)
    return chosen.join(table.drop(columns="locality").reset_index(drop=True))
