"""For whom scenarios are compared: people there, people added by land use, and added supply."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsProcessingFeatureSource, QgsWkbTypes

from ..i18n import tr
from ..methods.errors import InputError
from .comparisonruns import Run, codes_of, numbers

USUAL_PEOPLE = ("pop", "jobs")
EACH = "places"
"""Stands for the people where places are counted."""

NAME = "loc_name"
DWELLINGS = "dwellings"
SUPPLY = ("veh_h_add", "veh_km_add")


@dataclass(frozen=True)
class Places:
    """The places of the result: their layer parameter, codes, names, people and middles.

    ``people`` has a column for each kind of people; ``xy`` is NaN without geometry, ``kind`` is
    QGIS's kind of it.
    """

    layer: str
    codes: object
    names: object
    people: object
    xy: object
    kind: object


def places_of(inputs):
    """Return the places: of the layer PLACES, or of the base where that is not given."""
    import numpy as np
    import shapely

    layer, code = ("PLACES", "CODE") if inputs.given("PLACES") else ("BASE", "KEY")
    inputs.require(code)
    wanted = _people_fields(inputs, layer)
    names = inputs.present(layer, [NAME])
    frame = inputs.frame(layer, extra=[*wanted, *names], keep_missing=True, code=code)
    people = frame[wanted].apply(lambda column: numbers(column, inputs.title(layer)))
    if not wanted:
        people = frame[[]].assign(**{EACH: 1.0})
    xy = np.full((len(frame), 2), np.nan)
    if "geometry" in frame:
        middle = shapely.centroid(frame.geometry.to_numpy())
        xy = np.column_stack([shapely.get_x(middle), shapely.get_y(middle)])
    codes = codes_of(frame["code"], inputs.title(layer))
    kind = QgsWkbTypes.geometryType(inputs.source(layer).wkbType())
    return Places(layer, codes, frame[names[0]] if names else codes, people, xy, kind)


def _people_fields(inputs, layer):
    """Fields of PEOPLE that the layer has; refuses an unusual one that it lacks."""
    wanted = [word.strip() for word in inputs.text("PEOPLE").split(",") if word.strip()]
    present = inputs.present(layer, wanted)
    for field in wanted:
        if field not in present and field not in USUAL_PEOPLE:
            raise InputError(
                "The layer '{layer}' has no field '{field}'. Its fields are: {fields}.",
                layer=inputs.title(layer),
                field=field,
                fields=", ".join(inputs.source(layer).fields().names()),
            )
    return list(dict.fromkeys(present))


def added_of(inputs, runs, places):
    """Return what each scenario's land use adds to the numbers of people, by scenario.

    Returns
    -------
    list of DataFrame
        One for each scenario, with the rows and columns of the people there; 0 without ADDED.
    """
    from ..methods.allocation import as_codes

    codes, people = places.codes, places.people
    nothing = people.set_axis(codes, axis=0) * 0.0
    if not inputs.given("ADDED"):
        return [nothing.reset_index(drop=True) for _ in runs[1:]]
    fields = [each.name() for each in inputs.source("ADDED").fields()]
    chosen = [name for name in (*people.columns, DWELLINGS, "scenario") if name in fields]
    table = inputs.frame("ADDED", extra=chosen, keep_missing=True, code="ADDED_CODE")
    table = table.assign(code=as_codes(table["code"]))
    if "pop" in people and "pop" not in table and DWELLINGS in table:
        table = table.assign(pop=table[DWELLINGS] * inputs.number("PER_DWELLING"))
    found = [name for name in people.columns if name in table]
    if not found:
        raise InputError(
            "The table '{layer}' adds nothing to {fields}. Give it fields of the same names, or "
            "dwellings.",
            layer=inputs.title("ADDED"),
            fields=", ".join(people.columns),
        )
    strange = sorted(set(table["code"]) - set(codes))
    if strange:
        words = tr("{count} codes of '{layer}' are not among the places, such as {code}.")
        layer = inputs.title("ADDED")
        inputs.warn(words.format(count=len(strange), layer=layer, code=strange[0]))
    return [_added(table, found, nothing, run.name) for run in runs[1:]]


def _added(table, found, nothing, scenario):
    own = table
    if "scenario" in table:
        names = table["scenario"].fillna("").astype(str).str.strip().str.casefold()
        own = table[names.isin(["", scenario.casefold()])]
    sums = own.groupby("code")[found].sum().reindex(nothing.index).fillna(0.0)
    return nothing.add(sums, fill_value=0.0)[nothing.columns].reset_index(drop=True)


def supply_of(inputs, runs):
    """Return added vehicle-hours and vehicle-kilometres by scenario, NaN where not known.

    Returns
    -------
    list of (float, float)
        Of the day type chosen.
    """
    import numpy as np
    import pandas as pd

    columns = list(SUPPLY)
    if not inputs.given("SUPPLY"):
        return [(np.nan, np.nan)] * (len(runs) - 1)
    tables = [_supply(inputs, layer, columns) for layer in inputs.layers("SUPPLY")]
    table = pd.concat(tables, ignore_index=True)
    sums = table.groupby(table["scenario"].astype(str).str.strip().str.casefold())[columns].sum()
    if len(sums) == 1 and len(runs) == 2:
        sums.index = [runs[1].name.casefold()]
    found = []
    for run in runs[1:]:
        if run.name.casefold() not in sums.index:
            words = tr("No supply is given for the scenario '{name}'; the tables have: {names}.")
            inputs.warn(words.format(name=run.name, names=", ".join(sums.index)))
        row = sums.reindex([run.name.casefold()]).iloc[0]
        found.append((float(row["veh_h_add"]), float(row["veh_km_add"])))
    return found


def _supply(inputs, layer, columns):
    run = Run(layer.name(), layer, QgsProcessingFeatureSource(layer, inputs.context), None)
    day = [name for name in ("day_type",) if name in run.fields()]
    table = run.frame(inputs, ["scenario", *columns, *day])
    if day:
        table = table[table["day_type"].astype(str) == inputs.choice("SUPPLY_DAY")]
    return table.assign(**{name: numbers(table[name], run.name) for name in columns})
