"""What accessibility results look like: the places' style and aliases, and tables by group."""

from __future__ import annotations

from qgis.core import QgsClassificationPrettyBreaks, QgsProcessingUtils, QgsVectorLayer

from ..catalogue import catalogue
from ..i18n import tr
from ..methods.progress import part
from ..paths import STYLES

EQUITY = ("area", "who", "field", "measure", "persons", "no_value", "mean", "median", "short_sh")
EQUITY = (*EQUITY, "gini", "palma")
SUMMARY = tuple(code for code in EQUITY if code not in ("who", "gini", "palma"))
EVERYONE = "all"
TOTAL = "acc_score"


def frame(fields):
    """Return the fields as columns."""
    import pandas as pd

    return pd.DataFrame({field.name: field.values for field in fields})


def style(base, fields):
    """Write a style by one of the fields, all fields with their alias.

    The field is the middle one of the first measure for the first kind; the total of scores.
    """
    shown = _shown([field for field in fields if field.is_number])
    declared = "".join(
        f"&field={field.name}:{'double' if field.is_number else 'string'}" for field in fields
    )
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:3006{declared}", "places", "memory")
    layer.loadNamedStyle(str(STYLES / base))
    renderer = layer.renderer()
    renderer.setClassAttribute(shown.name)
    method = (
        QgsClassificationPrettyBreaks() if shown.code == TOTAL else renderer.classificationMethod()
    )
    method = method.clone()
    method.setLabelPrecision(int(catalogue()[shown.code].decimals))
    renderer.setClassificationMethod(method)
    if shown.is_time:
        ramp = renderer.sourceColorRamp().clone()
        ramp.invert()
        renderer.setSourceColorRamp(ramp)
    for position, field in enumerate(fields):
        layer.setFieldAlias(position, field.alias)
    path = QgsProcessingUtils.generateTempFilename(base)
    layer.saveNamedStyle(path)
    return path


def equity(inputs, places, fields, longest, progress):
    """Return the table of all groups, for each measure, in all and by area.

    Parameters
    ----------
    inputs : Inputs
        Of a tool with the parameters SHORT, SMALLEST_BASE, GROUPS and CLASS.
    places : GeoDataFrame
        With ``population`` and perhaps ``area``.
    fields : list of Field
    longest : float
        Longer times are too long [min].
    progress : callable

    Returns
    -------
    DataFrame
    """
    import pandas as pd

    from ..methods.accessibility.shortage import equity_by_area, falls_short
    from ..methods.allocation import as_codes

    people, everyone = _groups(inputs, places), places["population"]
    areas = as_codes(places.get("area", [None] * len(places))).replace("", None)
    used = [field for field in fields if field.is_number]
    tables = []
    for number, field in enumerate(used):
        short = falls_short(
            field.values,
            everyone,
            share=inputs.number("SHORT"),
            longest=longest if field.is_time else None,
        )
        table = equity_by_area(
            field.values,
            short,
            people,
            areas,
            smallest_base=inputs.number("SMALLEST_BASE"),
            progress=part(progress, number / len(used), (number + 1) / len(used)),
        )
        tables.append(table.assign(field=field.name, measure=field.alias))
    table = pd.concat(tables, ignore_index=True)
    return table.rename(columns={"group": "who", "short": "short_sh"})[list(EQUITY)]


def summary(table):
    """Return the rows for everyone, without the measures of spread."""
    return table.loc[table["who"] == EVERYONE, list(SUMMARY)].reset_index(drop=True)


def _shown(fields):
    """Choose the field that the map shows."""
    total = [field for field in fields if field.code == TOTAL]
    if total and fields[0].code == "acc_sc":
        return total[0]
    alike = [field for field in fields if field.code == fields[0].code]
    alike = [field for field in alike if _kind(field) == _kind(alike[0])]
    return alike[len(alike) // 2]


def _kind(field):
    return field.name.partition("_")[2]


def _groups(inputs, places):
    """Persons of each group in each place: everyone, the groups by number fields, the classes."""
    import pandas as pd

    from ..methods.accessibility.equity import by_class
    from ..methods.allocation import as_codes

    groups = inputs.fields("GROUPS")
    read = inputs.frame("PLACES", keep_missing=True, extra=groups, **{"class ": "CLASS"})
    people = pd.DataFrame({EVERYONE: places["population"].to_numpy(dtype=float)})
    people = people.join(pd.DataFrame(read[groups]))
    if "class " in read:
        spread = by_class(people[EVERYONE].fillna(0), read["class "])
        names = as_codes(spread.columns)  # numbers in their own order, but not as 1.0
        field = inputs.field("CLASS")
        people = people.join(spread.set_axis([f"{field} {name}" for name in names], axis=1))
    return people


def tell_unconnected(inputs, times, places):
    """Warn of places from which nothing can be reached."""
    alone = times.unconnected
    if len(alone):
        words = tr(
            "{count} of {all} places reach no destination at all, such as {some}. If that is "
            "wrong, the travel times lack them."
        )
        some = ", ".join(places["code"].iloc[alone[:5]])
        inputs.warn(words.format(count=len(alone), all=times.origins, some=some))
