"""Dwellings of localities, counted from buildings as the user's layer describes them."""

from __future__ import annotations

TENURES = {
    "rental": "rental",
    "hyresrätt": "rental",
    "cooperative": "cooperative",
    "bostadsrätt": "cooperative",
    "owned": "owned",
    "äganderätt": "owned",
}
"""Words for a tenure, in either case."""


def dwelling_counts(inputs, zones):
    """Dwellings of each locality by kind, tenure and age, as `housing_indicators` takes them.

    Parameters
    ----------
    inputs : Inputs
        Of a tool with the parameters BUILDINGS, DWELLINGS, PURPOSE, TENURE, BUILT, HOLIDAY, YEARS
        and LAST.
    zones : ndarray of polygons, shape (n,)

    Returns
    -------
    dict
    """
    import geopandas as gpd
    import shapely

    from ..methods.allocation import counts_in_zones
    from ..methods.settlement.homes import homes_of

    inputs.require("DWELLINGS")
    fields = ("DWELLINGS", "PURPOSE", "TENURE", "BUILT", "HOLIDAY")
    buildings = inputs.frame("BUILDINGS", **{field.lower(): field for field in fields})
    homes = homes_of(buildings)
    permanent = homes.dwellings * (homes.holiday == 0)
    tables = _tables(inputs, buildings, permanent)
    if "holiday" in buildings and "types" in tables:
        tables["second_homes"] = homes.holiday
        tables["permanent_houses"] = tables["types"]["small"]
    places = gpd.GeoDataFrame(geometry=shapely.point_on_surface(buildings.geometry.to_numpy()))

    def summed(table):
        columns = [f"count{k}" for k in range(table.shape[1] if table.ndim > 1 else 1)]
        values = dict(zip(columns, table.to_numpy().T if table.ndim > 1 else [table]))
        found = counts_in_zones(zones, places.assign(**values), columns, progress=inputs.progress)
        if table.ndim == 1:
            return found.inside["count0"]
        return found.inside.set_axis(table.columns, axis=1)

    return {name: summed(table) for name, table in tables.items()}


def _tables(inputs, buildings, dwellings):
    """Dwellings of each building, by what the layer tells of it."""
    import numpy as np

    from ..methods.housing import dwellings_by_period, dwellings_by_type

    tables = {}
    if "purpose" in buildings:
        tables["types"] = dwellings_by_type(buildings["purpose"], dwellings)
    if "tenure" in buildings:
        tables["tenures"] = _by_tenure(buildings["tenure"], dwellings)
    if "built" in buildings:
        built = buildings["built"].to_numpy(dtype=float)
        tables["periods"] = dwellings_by_period(built, dwellings)
        last = inputs.integer("LAST")
        last = np.nanmax(built, initial=-np.inf) if last is None else last
        recent = (built > last - inputs.integer("YEARS")) & (built <= last)
        tables["completed"] = np.where(recent, dwellings, 0.0)
    return tables


def _by_tenure(tenure, dwellings):
    import numpy as np
    import pandas as pd

    known = [TENURES.get(str(word).strip().casefold()) for word in tenure]
    names = dict.fromkeys(TENURES.values())
    is_of = {name: np.array([each == name for each in known], dtype=bool) for name in names}
    return pd.DataFrame({name: np.where(is_of[name], dwellings, 0.0) for name in names})


def household_counts(inputs, zones):
    """Inhabitants and households of each locality, as `housing_indicators` takes them.

    Parameters
    ----------
    inputs : Inputs
        Of a tool with the parameters RESIDENTS, POPULATION, HOUSEHOLDS and EARLIER.
    zones : ndarray of polygons, shape (n,)

    Returns
    -------
    dict
    """
    from ..methods.allocation import counts_in_zones

    if not inputs.given("RESIDENTS"):
        return {}
    inputs.require("POPULATION")
    names = {
        "population": "POPULATION",
        "earlier_population": "EARLIER",
        "households": "HOUSEHOLDS",
    }
    frame = inputs.frame("RESIDENTS", **names)
    columns = [name for name in names if name in frame]
    inside = counts_in_zones(zones, frame, columns, progress=inputs.progress).inside
    return {**inside, "household_population": inside["population"]}
