"""Where people live and the streets they walk on, as several tools read them."""

from __future__ import annotations

from ..i18n import tr


def coordinates(shapes):
    """Coordinates of the centres of points or cells, shape (n, 2)."""
    import shapely

    return shapely.get_coordinates(shapely.centroid(shapes))


def residents(inputs, *, crs=None, extra=()):
    """Read homes: their coordinates and a frame with ``population`` and the extra columns.

    Parameters
    ----------
    inputs : Inputs
        Of a tool with the parameters RESIDENTS and POPULATION.
    crs : QgsCoordinateReferenceSystem, optional
        Another CRS than the working CRS.
    extra : mapping of str, optional
        Column name = field parameter.

    Returns
    -------
    xy : ndarray, shape (p, 2)
    frame : GeoDataFrame, p rows
    """
    inputs.require("POPULATION")
    frame = inputs.frame("RESIDENTS", crs=crs, population="POPULATION", **dict(extra))
    return coordinates(frame.geometry.to_numpy()), frame


def people_or_places(inputs, zones):
    """Residents by locality; where no residents are given, one place within each locality.

    Parameters
    ----------
    inputs : Inputs
        Of a tool with the parameters RESIDENTS and POPULATION.
    zones : ndarray of polygons, shape (n,)

    Returns
    -------
    People
    """
    import numpy as np
    import shapely

    from ..methods.people import People, people_in_zones

    if inputs.given("RESIDENTS"):
        xy, frame = residents(inputs)
        return people_in_zones(zones, xy, frame["population"])
    placed = np.flatnonzero(~(shapely.is_missing(zones) | shapely.is_empty(zones)))
    xy = shapely.get_coordinates(shapely.point_on_surface(zones[placed]))
    return People(placed, placed, xy, np.ones(len(placed)))


def street_network(inputs, *, crs=None):
    """Read STREETS as a network walked both ways; None where not given."""
    from ..methods.network.build import build_network

    if not inputs.given("STREETS"):
        return None
    lines = inputs.frame("STREETS", crs=crs).geometry.to_numpy()
    return build_network(lines, progress=inputs.progress)


def on_streets(inputs, network, xy):
    """Bring homes onto the streets, and say how many are too far from any."""
    from ..methods.network.snap import snap

    homes = snap(network, xy, progress=inputs.progress)
    if len(homes.far):
        inputs.warn(
            tr("{count} places lie farther than 200 m from any street and are left out.").format(
                count=len(homes.far)
            )
        )
    return homes


def centres(inputs, zones):
    """Coordinates of the first of CENTRES inside each locality, NaN without; None where not given.

    Parameters
    ----------
    inputs : Inputs
        Of a tool with the parameter CENTRES.
    zones : ndarray of polygons, shape (n,)

    Returns
    -------
    ndarray, shape (n, 2), or None
    """
    import numpy as np
    import shapely

    if not inputs.given("CENTRES"):
        return None
    points = shapely.centroid(inputs.frame("CENTRES").geometry.to_numpy())
    zone, point = shapely.STRtree(points).query(zones, predicate="intersects")
    found = np.full((len(zones), 2), np.nan)
    order = np.argsort(-point, kind="stable")  # the first one is written last
    found[zone[order]] = shapely.get_coordinates(points[point[order]])
    return found


def earlier_counts(inputs, codes):
    """Area [ha] and inhabitants of earlier localities by code; NaN where they are not known.

    Parameters
    ----------
    inputs : Inputs
        Of a tool with the parameters EARLIER, EARLIER_CODE and EARLIER_POPULATION.
    codes : Series, n rows

    Returns
    -------
    tuple of two arrays, shape (n,)
    """
    import numpy as np

    from ..methods.allocation import counts_by_code

    earlier = inputs.frame("EARLIER", code="EARLIER_CODE", population="EARLIER_POPULATION")
    counts = earlier.drop(columns=["code", "geometry"])
    counts = counts.assign(hectares=earlier.geometry.area / 10_000)
    found = counts_by_code(codes, earlier["code"], counts).inside
    return found["hectares"], found.get("population", np.full(len(found), np.nan))
