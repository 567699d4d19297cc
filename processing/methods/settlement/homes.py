"""Which buildings count for a delineation, and the homes in them."""

from __future__ import annotations

from typing import NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..errors import InputError
from .arrays import Bools, Floats
from .geometry import valid
from .rule import SettlementRule

TRUTH = {"true": 1, "yes": 1, "ja": 1, "false": 0, "no": 0, "nej": 0}
"""What a text field for holiday homes may say, in either case, besides 1 and 0."""


class Homes(NamedTuple):
    """Homes of each building."""

    dwellings: Floats  # 0 where missing, NaN without the field
    homes: Floats  # dwellings where it is known whether they are holiday homes, else 0
    holiday: Floats  # those that are


def homes_of(buildings: gpd.GeoDataFrame) -> Homes:
    """Count the homes of each building.

    Parameters
    ----------
    buildings : GeoDataFrame
        Optionally with ``dwellings`` (count) and ``holiday`` (true, false or missing, also
        as 1, 0, yes, no, ja, nej).

    Returns
    -------
    Homes
        Without ``dwellings`` a building that says whether it is a holiday home is one home; so
        is a holiday home with no dwelling of its own.

    Raises
    ------
    InputError
        If a field does not hold numbers or truth values.

    Examples
    --------
    >>> cottages = gpd.GeoDataFrame({"holiday": [True, False, None]}, geometry=[None] * 3)
    >>> homes_of(cottages).homes, homes_of(cottages).holiday
    (array([1., 1., 0.]), array([1., 0., 0.]))
    """
    dwellings, flag = _numbers(buildings, "dwellings"), _numbers(buildings, "holiday")
    count = np.ones(len(buildings))
    if "dwellings" in buildings:
        count = dwellings = np.nan_to_num(dwellings)
    homes = np.where(flag > 0, np.maximum(count, 1.0), count)
    return Homes(dwellings, np.where(np.isnan(flag), 0.0, homes), np.where(flag > 0, homes, 0.0))


def counted_buildings(buildings: gpd.GeoDataFrame, homes: Homes, rule: SettlementRule) -> Bools:
    """Tell which buildings a rule links.

    Parameters
    ----------
    buildings : GeoDataFrame
        Polygons or points [m], optionally with ``purpose``.
    homes : Homes
        Their homes.
    rule : SettlementRule
        Smallest building, purposes, and whether only holiday homes count.

    Returns
    -------
    ndarray of bool
        Never true for a building without a geometry.

    Raises
    ------
    InputError
        If the rule asks for holiday homes and the buildings do not tell.

    Examples
    --------
    >>> sheds = gpd.GeoDataFrame(geometry=shapely.box(0, 0, [2, 4], 5))
    >>> counted_buildings(sheds, homes_of(sheds), SettlementRule("village"))
    array([False,  True])
    """
    if (rule.holiday_homes_only or rule.min_holiday_homes) and "holiday" not in buildings:
        raise InputError(
            "The rule '{rule}' asks for holiday homes: choose the field that tells which "
            "buildings are holiday homes.",
            rule=rule.key,
        )
    shapes = valid(buildings.geometry)
    counted = ~shapely.is_missing(shapes) & ~shapely.is_empty(shapes)
    is_area = shapely.get_dimensions(shapes) == 2
    counted &= ~is_area | (shapely.area(shapes) >= rule.smallest_building)
    if rule.purposes and "purpose" in buildings:
        wanted = {purpose.casefold() for purpose in rule.purposes}
        given = buildings["purpose"].astype(object).where(buildings["purpose"].notna(), "")
        counted &= np.array(
            [str(text).split(";")[0].strip().casefold() in wanted for text in given], dtype=bool
        )
    if rule.holiday_homes_only:
        counted &= homes.holiday > 0
    return np.asarray(counted, dtype=bool)


def _numbers(buildings: gpd.GeoDataFrame, field: str) -> Floats:
    """Read a field as numbers; NaN where it is missing."""
    if field not in buildings:
        return np.full(len(buildings), np.nan)
    values = buildings[field]
    if not pd.api.types.is_numeric_dtype(values):
        values = values.astype(object).map(lambda value: TRUTH.get(str(value).casefold(), value))
    try:
        return np.asarray(pd.to_numeric(values), dtype=float)
    except (TypeError, ValueError) as error:
        raise InputError(
            "The field for '{field}' must hold numbers, or true and false; choose another field.",
            field=field,
        ) from error
