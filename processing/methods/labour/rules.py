"""Thresholds of labour market areas as data."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..errors import InputError


@dataclass(frozen=True)
class LinkRule:
    """Self-sufficient centres and the places linked to them, Statistics Sweden's way.

    Attributes
    ----------
    max_out_share : float
        Largest share of a centre's employed residents who work elsewhere [%]; itself allowed.
    max_single_share : float
        Largest share who work in any one other place [%]; itself allowed.
    max_links : int
        Most links from a place to its centre.
    """

    max_out_share: float = 20.0
    max_single_share: float = 7.5
    max_links: int = 2


@dataclass(frozen=True)
class ClusterRule:
    """Areas that are large enough and self-contained enough, the European way.

    A small area must be more self-contained than a large one.

    Attributes
    ----------
    min_size, target_size : float
        Employed residents: an area of the minimum size needs the target self-containment, an area
        of the target size only the minimum.
    min_self_containment, target_self_containment : float
        Residents who work in the area, and jobs held by residents, the lower of the two shares
        [%].
    """

    min_size: float
    target_size: float
    min_self_containment: float
    target_self_containment: float


def rule_of(settings: Mapping[str, Any]) -> LinkRule | ClusterRule:
    """Make a rule from the settings of a profile.

    Parameters
    ----------
    settings : mapping
        An entry of ``labour_markets.json``: ``rule``, "links" or "clusters", and the attributes of
        :class:`LinkRule` or :class:`ClusterRule`.

    Returns
    -------
    LinkRule or ClusterRule

    Raises
    ------
    InputError
        If a setting is missing, is no number, or contradicts another one.

    Examples
    --------
    >>> rule_of({"rule": "links", "max_out_share": 25, "max_single_share": 10, "max_links": 1})
    LinkRule(max_out_share=25.0, max_single_share=10.0, max_links=1)
    """
    kind = settings.get("rule")
    if kind == "links":
        return LinkRule(
            _percentage(settings, "max_out_share"),
            _percentage(settings, "max_single_share"),
            int(_number(settings, "max_links")),
        )
    if kind == "clusters":
        return _clusters(settings)
    raise InputError(
        "The profile's 'rule' is '{rule}'; it must be 'links' or 'clusters'.", rule=kind
    )


def _clusters(settings: Mapping[str, Any]) -> ClusterRule:
    rule = ClusterRule(
        _number(settings, "min_size"),
        _number(settings, "target_size"),
        _percentage(settings, "min_self_containment"),
        _percentage(settings, "target_self_containment"),
    )
    if not rule.min_size < rule.target_size:
        raise InputError(
            "The profile's smallest size, {low}, must be below its target size, {high}.",
            low=rule.min_size,
            high=rule.target_size,
        )
    if not 0 < rule.min_self_containment < rule.target_self_containment:
        raise InputError(
            "The profile's smallest self-containment, {low} %, must be above 0 and below its "
            "target, {high} %.",
            low=rule.min_self_containment,
            high=rule.target_self_containment,
        )
    return rule


def _percentage(settings: Mapping[str, Any], name: str) -> float:
    value = _number(settings, name)
    if value > 100:
        raise InputError(
            "'{name}' of the profile is a percentage and cannot be {value}.", name=name, value=value
        )
    return value


def _number(settings: Mapping[str, Any], name: str) -> float:
    value = settings.get(name)
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if value is None or not is_number or not (math.isfinite(value) and value >= 0):
        raise InputError(
            "'{name}' of the labour market profile must be a number of 0 or more, not '{value}'.",
            name=name,
            value=value,
        )
    return float(value)
