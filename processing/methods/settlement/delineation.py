"""Localities from buildings and residents, by a transparent version of the Swedish rule.

Statistics Sweden's classic definition of a locality (*tätort*) is a group of buildings normally at
most 200 m apart with at least 200 inhabitants [1]_; of a smaller one (*småort*) 150 m and 50 to
199 [2]_; of a holiday-home area 150 m and at least 50 holiday homes [3]_. Its own algorithm since
2015 is not published; this one follows the published definition.

References
----------
.. [1] Statistics Sweden (2011). *Localities 2010*, MI0810.
.. [2] Statistics Sweden. *Geografiska indelningar*: småort.
.. [3] Statistics Sweden (2016). *Fritidshusområden*, MI0806.
"""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..allocation import as_codes, counts_in_zones
from ..errors import InputError
from ..progress import Progress, part, silent
from ..ratios import ratio
from .arrays import Bools, Ints, Shapes
from .bridging import join_across
from .codes import Codes, kept_codes, new_codes
from .geometry import covered_area, valid
from .homes import Homes, counted_buildings, homes_of
from .linking import anchors, link_footprints
from .outline import HECTARE, outlines
from .places import municipality_of, place_names
from .rule import SettlementRule


@dataclass(frozen=True)
class Delineation:
    """Localities, and the locality of each building.

    Attributes
    ----------
    localities : GeoDataFrame
        By municipality code and falling population.
    building_locality : ndarray of int
        Row of the locality that each building lies in, -1 for none.
    """

    localities: gpd.GeoDataFrame
    building_locality: Ints


def delineate(
    buildings: gpd.GeoDataFrame,
    population: gpd.GeoDataFrame,
    rule: SettlementRule,
    *,
    water: gpd.GeoDataFrame | None = None,
    bridging: gpd.GeoDataFrame | None = None,
    municipalities: gpd.GeoDataFrame | None = None,
    names: gpd.GeoDataFrame | None = None,
    earlier: gpd.GeoDataFrame | None = None,
    placed: gpd.GeoDataFrame | None = None,
    progress: Progress = silent,
) -> Delineation:
    """Delineate localities from buildings and the people who live there.

    Buildings at most a gap apart form a group, each group is outlined, the people within are
    summed, and groups that meet the rule become localities.

    Parameters
    ----------
    buildings : GeoDataFrame, n rows
        Polygons or points in projected coordinates [m]; optionally ``purpose`` (text),
        ``dwellings`` (count) and ``holiday`` (true for a holiday home, false for another home,
        missing for a building without homes).
    population : GeoDataFrame
        Points or cells with ``population``; of a cell the share of its area inside counts.
    rule : SettlementRule
        Distances and limits.
    water : GeoDataFrame, optional
        Polygons that are no land; narrow ones bridge if the rule says so.
    bridging : GeoDataFrame, optional
        Polygons that do not count towards the gap: parks, roads, sports grounds, cemeteries.
    municipalities : GeoDataFrame, optional
        Polygons with ``code`` and ``name``.
    names : GeoDataFrame, optional
        Points with ``name`` and optionally ``rank`` or ``population``, see `place_names`.
    earlier : GeoDataFrame, optional
        Polygons with ``code`` and optionally ``name`` and ``population`` of an earlier
        delineation, whose codes and names stay, see `kept_codes`.
    placed : GeoDataFrame, optional
        Polygons whose buildings are left out: localities already found by a rule that goes before,
        such as those of 200 inhabitants before the smaller ones.
    progress : callable, optional
        Told the fraction done.

    Returns
    -------
    Delineation
        The localities' fields are ``loc_code``, ``loc_name``, ``mun_code``, ``mun_name``,
        ``loc_class`` (the rule's key), ``pop``, ``area_ha``, ``land_ha`` (without water),
        ``pop_dens`` (inhabitants per hectare of land, NaN without land), ``buildings`` and
        ``dwellings`` (of buildings that count; NaN without the field), ``holiday_sh``
        (holiday homes among homes [%], NaN if not known or of fewer than 10) and ``origin``
        (new, kept, merged, split). Texts are None where there is nothing to say. No rows if no
        group meets the rule.

    Raises
    ------
    InputError
        If a field is missing or holds no numbers, or the rule asks for holiday homes and
        buildings do not tell.

    Examples
    --------
    >>> houses = gpd.GeoDataFrame(geometry=shapely.box([0, 200, 900], 0, [10, 210, 910], 10))
    >>> doors = shapely.points([[5, 5], [205, 5]])
    >>> people = gpd.GeoDataFrame({"population": [2, 3]}, geometry=doors)
    >>> hamlet = SettlementRule("hamlet", gap=190, min_inhabitants=5)
    >>> found = delineate(houses, people, hamlet)
    >>> found.localities["pop"].tolist(), found.building_locality
    ([5.0], array([ 0,  0, -1]))
    """
    _check(population, municipalities, names, earlier)
    shapes = np.asarray(buildings.geometry.array, dtype=object)
    homes = homes_of(buildings)
    counted = counted_buildings(buildings, homes, rule)
    counted[shapely.STRtree(shapes).query(_shapes(placed), predicate="intersects")[1]] = False
    groups = _groups(shapes, counted, rule, bridging, water, part(progress, 0.0, 0.3))
    drawn = outlines(
        shapes,
        groups,
        gap=rule.gap,
        margin=rule.margin,
        hole_size=rule.hole_size,
        progress=part(progress, 0.3, 0.6),
    )
    sums = _sums(drawn, groups, homes, population, part(progress, 0.6, 0.8))
    located = _located(drawn, sums, rule, municipalities, part(progress, 0.8, 0.9))
    localities = _described(located, rule, water, names, earlier, part(progress, 0.9, 1.0))
    row_of_group = np.full(len(drawn) + 1, -1)  # the last is for buildings in no group
    row_of_group[located.index] = np.arange(len(located))
    return Delineation(localities, _inside(shapes, row_of_group[groups], localities))


def _check(
    population: gpd.GeoDataFrame,
    municipalities: gpd.GeoDataFrame | None,
    names: gpd.GeoDataFrame | None,
    earlier: gpd.GeoDataFrame | None,
) -> None:
    needed = (
        ("population", population, ["population"]),
        ("municipalities", municipalities, ["code", "name"]),
        ("names", names, ["name"]),
        ("earlier localities", earlier, ["code"]),
    )
    for layer, frame, fields in needed:
        for field in fields:
            if frame is not None and field not in frame:
                raise InputError(
                    "The layer of {layer} needs a field for '{field}'; choose one.",
                    layer=layer,
                    field=field,
                )


def _groups(
    shapes: Shapes,
    counted: Bools,
    rule: SettlementRule,
    bridging: gpd.GeoDataFrame | None,
    water: gpd.GeoDataFrame | None,
    progress: Progress,
) -> Ints:
    groups = np.full(len(shapes), -1)
    groups[counted] = link_footprints(shapes[counted], rule.gap, progress=part(progress, 0.0, 0.5))
    return join_across(
        shapes,
        groups,
        _shapes(bridging),
        gap=rule.gap,
        bridge_gap=rule.bridge_gap,
        water=_shapes(water),
        bridge_width=rule.bridge_width,
        progress=part(progress, 0.5, 1.0),
    )


def _sums(
    drawn: Shapes, groups: Ints, homes: Homes, population: gpd.GeoDataFrame, progress: Progress
) -> pd.DataFrame:
    """Sum what each group holds."""
    sums = pd.DataFrame({"pop": np.zeros(len(drawn))})
    if len(population):
        people = population.set_geometry(valid(population.geometry))
        inside = counts_in_zones(drawn, people, ["population"], progress=progress).inside
        # Shares of cells that add up to a whole number should give it.
        sums["pop"] = inside["population"].round(6)
    grouped = groups >= 0
    sums["buildings"] = np.bincount(groups[grouped], minlength=len(drawn))
    for field, values in homes._asdict().items():
        sums[field] = np.bincount(groups[grouped], values[grouped], minlength=len(drawn))
    return sums


def _located(
    drawn: Shapes,
    sums: pd.DataFrame,
    rule: SettlementRule,
    municipalities: gpd.GeoDataFrame | None,
    progress: Progress,
) -> pd.DataFrame:
    """Choose the groups that meet the rule, and bring them in the order of the result."""
    found = sums[rule.is_met(*sums[["pop", "homes", "holiday"]].to_numpy().T)]
    shapes = drawn[found.index]
    code, name = municipality_of(shapes, municipalities, progress=progress)
    west, south, _, _ = shapely.bounds(shapes).reshape(-1, 4).T
    found = found.assign(
        shape=shapes,
        mun_code=code,
        mun_name=name,
        area=shapely.area(shapes),
        west=west,
        south=south,
    )
    order = ["mun_code", "pop", "area", "west", "south"]
    return found.sort_values(order, ascending=[True, False, False, True, True], na_position="last")


def _described(
    located: pd.DataFrame,
    rule: SettlementRule,
    water: gpd.GeoDataFrame | None,
    names: gpd.GeoDataFrame | None,
    earlier: gpd.GeoDataFrame | None,
    progress: Progress,
) -> gpd.GeoDataFrame:
    """Fill the fields of the localities."""
    shapes = located["shape"].to_numpy(dtype=object)
    code, name, origin = _identities(shapes, located["mun_code"], rule, names, earlier)
    area = located["area"].to_numpy(dtype=float)
    land = (area - covered_area(shapes, _shapes(water), progress=progress)).round(2).clip(0)
    return gpd.GeoDataFrame(
        {
            "loc_code": code,
            "loc_name": name,
            "mun_code": located["mun_code"].to_numpy(dtype=object),
            "mun_name": located["mun_name"].to_numpy(dtype=object),
            "loc_class": np.full(len(located), rule.key, object),
            "pop": located["pop"].to_numpy(),
            "area_ha": area / HECTARE,
            "land_ha": land / HECTARE,
            "pop_dens": ratio(located["pop"], land / HECTARE, smallest_base=0),
            "buildings": located["buildings"].to_numpy(),
            "dwellings": located["dwellings"].to_numpy(),
            "holiday_sh": ratio(located["holiday"], located["homes"], scale=100),
            "origin": origin,
        },
        geometry=shapes,
    )


def _identities(
    shapes: Shapes,
    municipality: pd.Series,
    rule: SettlementRule,
    names: gpd.GeoDataFrame | None,
    earlier: gpd.GeoDataFrame | None,
) -> Codes:
    """Codes, names and origin: the earlier ones where there are, else new ones."""
    before = gpd.GeoDataFrame({"code": []}, geometry=[]) if earlier is None else earlier
    kept = kept_codes(shapes, before)
    is_new = kept.code == ""
    code, name = kept.code.copy(), kept.name.copy()
    code[is_new] = new_codes(municipality[is_new], as_codes(before["code"]))
    if names is not None:
        unnamed = np.array([text is None for text in name], dtype=bool)
        name[unnamed] = place_names(shapes, names, rule.name_distance)[unnamed]
    return Codes(code, name, kept.origin)


def _inside(shapes: Shapes, locality: Ints, localities: gpd.GeoDataFrame) -> Ints:
    """Place the buildings that were not linked in the localities that they lie in."""
    points = anchors(shapes, silent)[0]
    others = np.flatnonzero((locality < 0) & ~np.isnan(points[:, 0]))
    tree = shapely.STRtree(shapely.points(points[others]))
    outline, building = tree.query(localities.geometry.array, predicate="intersects")
    placed = locality.copy()
    placed[others[building[::-1]]] = outline[::-1]
    return placed


def _shapes(layer: gpd.GeoDataFrame | None) -> Shapes:
    return valid([] if layer is None else layer.geometry)
