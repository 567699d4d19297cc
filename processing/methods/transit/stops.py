"""Stops and the stop areas they belong to."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree
from scipy.spatial.distance import pdist

from ..errors import InputError
from .archive import Archive
from .cells import Codes
from .findings import Finding, Findings, tr
from .tables import Table, read_table

EARTH_RADIUS = 6_371_008.8
SAME_PLACE = 200.0
"""Metres within which stops of one name, without a common station, are one stop area; our own
choice: it joins the two sides of a street, and not the ends of a long one. No two stops of an area
are farther apart: a street whose stops all bear its name falls into several areas."""

STOP, STATION = 0, 1


def read_stops(archive: Archive) -> tuple[pd.DataFrame, Findings]:
    """Read stops.txt.

    Parameters
    ----------
    archive : Archive
        The feed.

    Returns
    -------
    stops : DataFrame
        ``stop_id``, ``name``, ``lon``, ``lat`` [degrees, NaN where missing], ``kind`` (0 stop,
        1 station), ``parent`` (row of the station, -1 for none), ``platform``, ``national``
        (six digits, "" without) and ``area`` (row that stands for the stop area). Entrances and
        other nodes of stations are left out.
    findings : tuple of Finding
        What was odd.

    Raises
    ------
    InputError
        If the file or a column is missing or there is no stop.
    """
    table = read_table(archive, "stops.txt", required=("stop_id", "stop_lat", "stop_lon"))
    kind = np.nan_to_num(table.numbers("location_type")).astype(np.int8)
    ids = table["stop_id"]
    first = ~pd.Series(ids).duplicated().to_numpy() & (ids != "")
    kept = np.flatnonzero(first & np.isin(kind, (STOP, STATION)))
    if not len(kept):
        raise InputError(
            "The feed '{feed}' has no stops in stops.txt. "
            "Fetch the feed again or ask its publisher.",
            feed=archive.name,
        )
    stops = pd.DataFrame(
        {
            "stop_id": ids[kept],
            "name": table["stop_name"][kept],
            "lon": table.numbers("stop_lon")[kept],
            "lat": table.numbers("stop_lat")[kept],
            "kind": kind[kept],
            "parent": table.codes("parent_station", Codes(ids[kept]))[kept],
            "platform": table["platform_code"][kept],
            "national": national_numbers(ids[kept]),
        }
    )
    stops["area"] = area_codes(stops)
    return stops, table.findings + _doubles(table, first) + _places(table, kept, stops)


def national_numbers(stop_ids: ArrayLike) -> NDArray[np.object_]:
    """Return the national stop-area number: characters 8 to 13 of a Swedish 16-digit id.

    Parameters
    ----------
    stop_ids : array_like of str, shape (n,)
        Ids; those of stop areas begin with 9021, those of stop points with 9022.

    Returns
    -------
    ndarray of str, shape (n,)
        Six digits, "" where the id is of another kind.

    Examples
    --------
    >>> national_numbers(["9022005000213001", "9021005000213000", "201849"]).tolist()
    ['000213', '000213', '']
    """
    ids = np.asarray(stop_ids, dtype=object)
    numbers = np.empty(len(ids), dtype=object)
    numbers[:] = [text[7:13] if _is_swedish(text) else "" for text in ids]
    return numbers


def area_codes(stops: pd.DataFrame, *, same_place: float = SAME_PLACE) -> NDArray[np.int32]:
    """Find the stop area of each stop.

    A stop belongs to its station; else to the Swedish stop area that its id names; else to the
    stops of the same name around it.

    Parameters
    ----------
    stops : DataFrame
        As from `read_stops`; ``area`` is not read.
    same_place : float
        Farthest that two stops of one name may be apart in an area [m].

    Returns
    -------
    ndarray of int32, shape (n,)
        Row that stands for the area: its station, or its first stop.

    Examples
    --------
    >>> stops = pd.DataFrame({"stop_id": ["a", "b", "c"], "name": ["Torget"] * 3, "kind": 0,
    ...     "parent": -1, "lon": 15.0, "lat": [58.0, 58.001, 58.1]})
    >>> area_codes(stops).tolist()
    [0, 0, 2]
    """
    row = np.arange(len(stops), dtype=np.int32)
    parent = stops["parent"].to_numpy()
    loose = (parent < 0) & (stops["kind"].to_numpy() == STOP)
    swedish = np.array([_is_swedish(text) for text in stops["stop_id"]], dtype=bool)
    area = np.where(parent >= 0, parent, row).astype(np.int32)
    area = np.where(swedish & loose, _by_number(stops, swedish), area)
    named = np.flatnonzero(loose & ~swedish & (stops["name"].to_numpy() != ""))
    area[named] = named[_same_name(stops.iloc[named], same_place)]
    return area


def stop_areas(stops: pd.DataFrame) -> pd.DataFrame:
    """Describe each stop area as one point amid its stops.

    Parameters
    ----------
    stops : DataFrame
        As from `read_stops`.

    Returns
    -------
    DataFrame
        ``area`` (row in ``stops``), ``stop_id``, ``name``, ``national``, ``lon`` and ``lat``
        [mean of the stops, so that the two sides of a street become one point between them; a
        station's own where it has no stops] and ``stops`` [count], ordered by ``area``.

    Examples
    --------
    >>> stops = pd.DataFrame({"stop_id": ["a", "b"], "name": "Torget", "national": "", "kind": 0,
    ...     "lon": [15.0, 15.002], "lat": 58.0, "area": [0, 0]})
    >>> stop_areas(stops)[["stop_id", "lon", "stops"]].round(6).values.tolist()
    [['a', 15.001, 2]]
    """
    points = stops[stops["kind"] == STOP].groupby("area")
    areas = stops.loc[sorted(set(stops["area"])), ["stop_id", "name", "national", "lon", "lat"]]
    means = points[["lon", "lat"]].mean().reindex(areas.index)
    areas[["lon", "lat"]] = means.fillna(areas[["lon", "lat"]])
    areas["stops"] = points.size().reindex(areas.index, fill_value=0)
    return areas.rename_axis("area").reset_index()


def sphere(lon: ArrayLike, lat: ArrayLike) -> NDArray[np.float64]:
    """Place longitudes and latitudes on the globe [m]; straight distances are chords.

    Examples
    --------
    >>> a, b = sphere([15, 15], [58, 58.001])
    >>> round(float(np.linalg.norm(a - b)), 1)
    111.2
    """
    east, north = np.radians(np.asarray(lon, float)), np.radians(np.asarray(lat, float))
    axes = [np.cos(north) * np.cos(east), np.cos(north) * np.sin(east), np.sin(north)]
    return EARTH_RADIUS * np.column_stack(axes)


def _is_swedish(text: str) -> bool:
    return len(text) == 16 and text[:4] in ("9021", "9022") and text.isdigit()


def _by_number(stops: pd.DataFrame, swedish: NDArray[np.bool_]) -> NDArray[np.int32]:
    """Return the station, or the first stop, with each stop's authority and number."""
    # digits 5-7, the authority, belong to the key: each authority numbers its own areas
    key = stops["stop_id"].str[4:13].where(swedish, "")
    order = np.lexsort([np.arange(len(stops)), stops["kind"].to_numpy() != STATION])
    first = pd.Series(order, index=key.to_numpy()[order])
    first = first[~first.index.duplicated()]
    return first.reindex(key).to_numpy(dtype=np.int32)


def _same_name(stops: pd.DataFrame, distance: float) -> NDArray[np.intp]:
    """Return the first place of each cluster of stops with one name."""
    place = np.arange(len(stops))
    located = np.flatnonzero(np.isfinite(stops[["lon", "lat"]].to_numpy()).all(axis=1))
    if not len(located):
        return place
    lon, lat = stops["lon"].to_numpy()[located], stops["lat"].to_numpy()[located]
    # a fourth axis keeps other names out of reach
    name = pd.factorize(stops["name"].to_numpy()[located])[0] * (2 * distance + 1)
    points = np.column_stack([sphere(lon, lat), name])
    one, other = cKDTree(points).query_pairs(distance, output_type="ndarray").T
    link = coo_matrix((np.ones(len(one)), (one, other)), shape=[len(located)] * 2)
    chain = connected_components(link, directed=False)[1]
    cluster = _cut_chains(points, chain, distance)
    first = np.full(cluster.max() + 1, len(stops))
    np.minimum.at(first, cluster, located)
    place[located] = first[cluster]
    return place


def _cut_chains(
    points: NDArray[np.float64], chain: NDArray[np.int32], distance: float
) -> NDArray[np.intp]:
    """Cut chains of points into clusters in which no two are farther apart than the distance."""
    cluster = chain.astype(np.intp)
    order = np.lexsort((*points.T, chain))  # of clusters equally good, the same in any order
    for members in np.split(order, np.flatnonzero(np.diff(chain[order])) + 1):
        apart = pdist(points[members]) if len(members) > 2 else np.zeros(1)
        if apart.max() > distance:
            number = fcluster(linkage(apart, "complete"), distance, "distance")
            cluster[members] = cluster.max() + number
    return cluster


def _doubles(table: Table, first: NDArray[np.bool_]) -> Findings:
    again = np.flatnonzero(~first & (table["stop_id"] != ""))
    if not len(again):
        return ()
    return (
        Finding(
            "error",
            "stops.txt",
            int(table.line[again[0]]),
            tr("Rows of stops.txt that repeat a stop_id: {count}, such as '{stop}'."),
            {"count": len(again), "stop": str(table["stop_id"][again[0]])},
            tr("The first row of each was used; remove the others."),
        ),
    )


def _places(table: Table, kept: NDArray[np.intp], stops: pd.DataFrame) -> Findings:
    """Point out stops without a place on the globe, and at latitude 0, longitude 0."""
    lon, lat = stops["lon"].to_numpy(), stops["lat"].to_numpy()
    lost = ~((np.abs(lon) <= 180) & (np.abs(lat) <= 90))
    origin = (np.abs(lon) < 1) & (np.abs(lat) < 1)
    findings: Findings = ()
    if lost.any():
        row = int(np.argmax(lost))
        findings += (
            Finding(
                "error",
                "stops.txt",
                int(table.line[kept[row]]),
                tr("Stops without valid coordinates: {count}, such as '{stop}'."),
                {"count": int(lost.sum()), "stop": stops["name"][row] or stops["stop_id"][row]},
                tr("They are missing on the map; correct stop_lat and stop_lon."),
            ),
        )
    if origin.any():
        row = int(np.argmax(origin))
        findings += (
            Finding(
                "error",
                "stops.txt",
                int(table.line[kept[row]]),
                tr("Stops at latitude 0, longitude 0: {count}, such as '{stop}'."),
                {"count": int(origin.sum()), "stop": stops["name"][row] or stops["stop_id"][row]},
                tr("They lie in the sea off Africa; correct stop_lat and stop_lon."),
            ),
        )
    return findings
