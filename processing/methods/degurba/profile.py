"""The rules of the degree of urbanisation as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from ..errors import InputError

MAJORITIES = ("all", "valid")


class ClusterRule(NamedTuple):
    """What makes cells a cluster."""

    density: float  # least inhabitants per km2 of permanent land of each cell
    population: float  # least inhabitants of the cluster
    neighbours: int  # 4 if cells join by sides, 8 if also by corners


@dataclass(frozen=True)
class DegurbaRule:
    """Thresholds of the degree of urbanisation, read from a profile.

    Parameters
    ----------
    name, source : str
        Name of the profile and where its figures come from.
    centre, cluster : ClusterRule
        Urban centres, and urban clusters (level 2: suburban or peri-urban cells).
    dense, semi_dense, rural : ClusterRule
        Level 2: dense and semi-dense urban clusters, rural clusters.
    built_up : float or None
        Cells with at least this share of built-up land join urban centres and dense urban clusters
        too; None leaves built-up land out of it.
    gap_cells : float
        Gaps in urban centres of fewer cells are filled.
    majority : {"all", "valid"}
        Cells are added to the urban centre that at least five of their eight neighbours belong to
        ("all", 2022), or more than half of those neighbours that have land or people ("valid",
        2023).
    water_land : float
        Cells with a smaller share of land, without people and buildings, are water.
    semi_dense_distance : float
        Level 2: semi-dense clusters within so many cells of a centre or dense cluster are suburban.
    low_density : float
        Level 2: least inhabitants per km2 of low density rural cells.
    unit_share : float
        Share of its inhabitants that decides the class of a local unit.
    """

    name: str
    source: str
    centre: ClusterRule
    cluster: ClusterRule
    dense: ClusterRule
    semi_dense: ClusterRule
    rural: ClusterRule
    built_up: float | None
    gap_cells: float
    majority: str
    water_land: float
    semi_dense_distance: float
    low_density: float
    unit_share: float

    @classmethod
    def from_mapping(cls, values: Mapping[str, Any]) -> DegurbaRule:
        """Read a rule from a profile.

        Parameters
        ----------
        values : mapping
            The parameters by name, the clusters as mappings of ``density``, ``population`` and
            ``neighbours``; other keys are notes.

        Returns
        -------
        DegurbaRule

        Raises
        ------
        InputError
            If a parameter is missing, no number or out of its range.
        """
        majority = _entry(values, "majority")
        if majority not in MAJORITIES:
            raise InputError(
                "'majority' of the profile is 'all' or 'valid', not '{value}'.", value=majority
            )
        built_up = _entry(values, "built_up")
        return cls(
            name=str(_entry(values, "name")),
            source=str(_entry(values, "source")),
            centre=_cluster(values, "centre"),
            cluster=_cluster(values, "cluster"),
            dense=_cluster(values, "dense"),
            semi_dense=_cluster(values, "semi_dense"),
            rural=_cluster(values, "rural"),
            built_up=None if built_up is None else _number(values, "built_up"),
            gap_cells=_number(values, "gap_cells"),
            majority=majority,
            water_land=_number(values, "water_land"),
            semi_dense_distance=_number(values, "semi_dense_distance"),
            low_density=_number(values, "low_density"),
            unit_share=_number(values, "unit_share"),
        )


def _cluster(values: Mapping[str, Any], name: str) -> ClusterRule:
    entry = _entry(values, name)
    neighbours = int(_number(entry, "neighbours"))
    if neighbours not in (4, 8):
        raise InputError(
            "'neighbours' of '{name}' in the profile is 4 or 8, not {value}.",
            name=name,
            value=neighbours,
        )
    return ClusterRule(_number(entry, "density"), _number(entry, "population"), neighbours)


def _entry(values: Mapping[str, Any], name: str) -> Any:
    if name not in values:
        raise InputError("The degree of urbanisation profile lacks '{name}'. Add it.", name=name)
    return values[name]


def _number(values: Mapping[str, Any], name: str) -> float:
    value = _entry(values, name)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not value >= 0:
        raise InputError(
            "'{name}' of the profile must be a number of 0 or more, not '{value}'.",
            name=name,
            value=value,
        )
    return float(value)
