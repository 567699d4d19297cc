"""What is true about the demo region: its frame, in tables beside this file.

Names, codes, positions, populations and hectares of the localities are Statistics Sweden's
(Tätorter 2020, open data, CC0); municipal populations are Statistics Sweden's too, of the year
each row states. Borders, lakes, rivers, roads and railways are our own strongly simplified
drawing. Locality codes, characters, shares of flats, jobs and the mark ``in18`` are our own
assumptions; so are position and population of the villages, of which only the names are real.

Positions are metres in SWEREF 99 TM (EPSG:3006).
"""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely

_DATA = Path(__file__).parent / "data"
_TEXT = {
    "municipality": str,
    "code": str,
    "name": str,
    "note": str,
    "label": str,
    "class": str,
    "division": str,
    "feature": str,
}


def _table(name: str) -> pd.DataFrame:
    return pd.read_csv(_DATA / f"{name}.csv", dtype=_TEXT, keep_default_na=False)


def _drawn(kind: str) -> gpd.GeoDataFrame:
    """Features of one kind with their outline, in the order of the file."""
    features = _table("features").query("kind == @kind").reset_index(drop=True)
    vertices = _table("outlines").query("kind == @kind")
    rings = [
        vertices.loc[vertices["name"] == name, ["e", "n"]].to_numpy(float)
        for name in features["name"]
    ]
    make = shapely.polygons if kind in ("lake", "plain") else shapely.linestrings
    return gpd.GeoDataFrame(features.drop(columns="kind"), geometry=[make(ring) for ring in rings])


def _municipalities() -> gpd.GeoDataFrame:
    table, vertices = _table("municipalities"), _table("outlines").query("kind == 'municipality'")
    polygons = [
        shapely.polygons(vertices.loc[vertices["name"] == code, ["e", "n"]].to_numpy(float))
        for code in table["code"]
    ]
    return gpd.GeoDataFrame(table, geometry=polygons)


def _roads() -> gpd.GeoDataFrame:
    roads = _drawn("road").drop(columns="width")
    roads["speed"] = roads["speed"].astype(int)
    return roads


def _rivers() -> gpd.GeoDataFrame:
    rivers = _drawn("river").drop(columns="speed")
    rivers["width"] = rivers["width"].astype(float)
    return rivers


PLACES = _table("places")
"""The 46 localities (tätorter): ``place_id``, ``name``, ``municipality``, ``code``, ``e``, ``n``,
``population``, ``population_year``, ``area_ha``, ``source``, ``in18`` (1: one of the project's
18, our assumption), ``character`` (regional_core, subregional_centre, company_town, service,
commuter, residential, rural), ``flats`` (share of dwellings), ``jobs``."""

VILLAGES = _table("villages")
"""Named small places and the two holiday-home areas: ``village_id``, ``name``, ``municipality``,
``e``, ``n``, ``population``, ``kind`` (smaort, fritidshusomrade), ``homes`` (holiday homes),
``source``."""

STATIONS = _table("stations")
"""Railway stations: ``place_id``, ``name``, ``e``, ``n``."""

MUNICIPALITIES = _municipalities()
"""The five municipalities: ``code``, ``name``, ``population``, ``population_year``, ``source``,
polygon. Neighbours share their border's vertices."""

LAKES = _drawn("lake")[["name", "geometry"]]
"""Lakes: ``name``, polygon; they reach beyond the region."""

RIVERS = _rivers()
"""Rivers and the canal: ``name``, ``label``, ``class`` (river, canal), ``width`` (m), line."""

ROADS = _roads()
"""Numbered roads: ``name``, ``label`` (number), ``class`` (motorway, national, regional),
``speed`` (km/h), line through the centres of the places on the way."""

PLAIN = _drawn("plain")[["name", "geometry"]]
"""The plain (Östgötaslätten), farmland mostly: ``name``, polygon; the rest is forest mostly."""

RAILWAYS = _drawn("railway")[["name", "geometry"]]
"""Railways: ``name``, line through the stations."""

CHARACTERS = _table("characters").set_index("character")
"""What each ``character`` of a place means, our own choice: shares of the area for ``industry``
and ``green``; factors for households of ``families``, ``young`` and ``elderly`` people; the share
of flats for ``students``; ``newness`` of the houses; factors for public ``services`` and
``commerce``."""

ZONES = _table("zones")
"""How each kind of block is built, our own choice: ``zone``, ``kind`` of building, ``spacing``,
``length``, ``depth`` and ``setback`` (m), ``floors``, ``rows`` of buildings, ``objekttyp``,
``andamal1``."""

SITES = _table("sites")
"""Large single-use sites, roughly where they are: ``place_id``, ``zone``, ``e``, ``n``, ``ha``."""

HOUSEHOLDS = _table("households")
"""Kinds of household, our own choice: ``household``, share in ``flats``, ``rows`` and
``detached`` houses, the ``factor`` of ``CHARACTERS`` that raises it, ``adults``, their age class
``adult`` or, for the share ``older``, ``older_adult``, and ``children`` (mean)."""

INDUSTRIES = _table("industries")
"""SNI 2007 sections, our own choice: ``section``, mean ``size`` of a workplace, jobs [parts] per
``character`` of place (``country``: outside places) and in places of their own kind, and the
premises they use [parts]."""

DIVISIONS = _table("divisions")
"""SNI 2007 divisions: ``place_id`` (empty: any other place), ``section``, ``division``,
``weight``."""

SERVICES = _table("services")
"""Services, our own choice: ``service``, ``label``, ``least`` inhabitants for one, ``each``
inhabitants for another, the ``factor`` of ``CHARACTERS``, ``premises``, ``andamal1`` of its
building where it has one of its own."""

PLANS = _table("plans")
"""Planned areas of the story the demo tells, invented: ``place_id``, ``name``, ``category``,
``bearing`` from the place's centre (degrees from east), ``hectares``, ``dwellings`` (3 000 in
all), ``year``."""

INTERESTS = _table("interests")
"""Sector interests, invented but placed where such interests lie: ``sector``, ``title``,
``weight`` (1 to 3), ``shape`` and what it is drawn from."""


def stops_of(kind: str, name: str) -> pd.DataFrame:
    """Vertices of a road or railway in order, with the place each passes through.

    Parameters
    ----------
    kind : str
        ``road`` or ``railway``.
    name : str
        As in ``ROADS`` or ``RAILWAYS``.

    Returns
    -------
    DataFrame
        ``e``, ``n`` (m) and ``place_id``, empty where the vertex lies between places.

    Examples
    --------
    >>> stops_of("road", "32").iloc[0].astype(str).tolist()
    ['506786', '6465640', 'mjolby']
    """
    outlines = _table("outlines")
    vertices = outlines[(outlines["kind"] == kind) & (outlines["name"] == name)]
    columns = vertices.rename(columns={"note": "place_id"})[["e", "n", "place_id"]]
    return columns.reset_index(drop=True)
