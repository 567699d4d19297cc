"""The results of a comparison: fields of places, ranking and style."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import (
    QgsProcessingUtils,
    QgsRuleBasedRenderer,
    QgsSymbol,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..i18n import tr
from ..paths import STYLES
from ..reports.words import number

RANKING = ("scenario", "field", "measure", "people_of", "win_n", "same_n", "lose_n", "unknown_n")
RANKING += ("net_n", "win_sh", "mean_bef", "mean_aft", "mean_diff", "added_n", "veh_h_add")
RANKING += ("veh_km_add", "net_per_h", "scen_rank")
NEW = {"per_hour": "net_per_h", "rank": "scen_rank"}
POLYGON = QgsWkbTypes.GeometryType.PolygonGeometry
KINDS = {
    QgsWkbTypes.GeometryType.PointGeometry: "Point",
    QgsWkbTypes.GeometryType.LineGeometry: "LineString",
    POLYGON: "Polygon",
}
NAME = 7
"""Characters of a field's name that follow d1_, so that a Shapefile keeps them."""


def field_names(effects):
    """Return the names of the fields with differences, by scenario and measure, each once."""
    names, taken = {}, set()
    for each in effects:
        start = f"d{each.scenario}_"
        name, number = start + each.measure.field[:NAME], 1
        while name in taken:
            number += 1
            name = f"{start}{each.measure.field[: NAME - len(str(number))]}{number}"
        taken.add(name)
        names[each.scenario, each.measure.field] = name
    return names


def differences(effects, runs, *, with_base):
    """Return the fields of the places: differences by scenario and measure, and the best scenario.

    Parameters
    ----------
    effects : list of Effect
    runs : list of Run
    with_base : bool
        Whether the values before are added too, because the places do not have them.
    """
    import numpy as np
    import pandas as pd

    names = field_names(effects)
    first = [each for each in effects if each.measure.field == main_measure(effects).field]
    before = {each.measure.field: each.before for each in effects} if with_base else {}
    columns = {names[e.scenario, e.measure.field]: e.found.difference for e in effects}
    sign = -1.0 if first[0].measure.direction == "less" else 1.0
    gains = np.array([np.where(e.found.outcome > 0, sign * e.found.difference, -1) for e in first])
    gains = np.where(np.isnan(gains), np.inf, gains)  # reached at last
    best, scenarios = gains.argmax(axis=0), [run.name for run in runs[1:]]
    words = [scenarios[n] if gains[n, i] > 0 else None for i, n in enumerate(best)]
    return pd.DataFrame({**before, **columns}).assign(best_scen=np.array(words, dtype=object))


def main_measure(effects):
    """Return the first measure that gets better or worse, else the first with a direction."""
    known = [each for each in effects if each.measure.direction != "neutral"]
    moved = {each.measure.field for each in known if _moved(each)}
    return next((e for e in known if e.measure.field in moved), (known or effects)[0]).measure


def _moved(effect):
    import numpy as np

    return bool((np.abs(effect.found.outcome) == 1).any())


def ranking_table(effects, runs, people, added, supply, *, smallest_base):
    """Return winners, losers and ranks, a row for each measure, field of people and scenario."""
    import pandas as pd

    from ..methods.comparison import ranking, tally

    rows = []
    for each in (each for each in effects if each.measure.direction != "neutral"):
        values, more = (each.found, each.before, each.after), added[each.scenario - 1]
        hours, ways = supply[each.scenario - 1]
        for name in people:
            found = tally(*values, people[name], added=more[name], smallest_base=smallest_base)
            words = (runs[each.scenario].name, each.measure.field, each.measure.label, name)
            means = (found.before, found.after, found.after - found.before)
            rows.append((*words, *found[:6], *means, float(more[name].sum()), hours, ways))
    table = pd.DataFrame(rows, columns=list(RANKING[:-2]))
    parts = []
    for _, part in table.groupby(["field", "people_of"], sort=False):
        ranks = ranking(part["net_n"], part["veh_h_add"]).rename(columns=NEW)
        parts.append(part.join(ranks.set_axis(part.index)))
    empty = table.assign(**dict.fromkeys(NEW.values(), 0.0))
    return pd.concat(parts, ignore_index=True) if parts else empty


@dataclass(frozen=True)
class Look:
    """How differences are shown: names in full, the field of the map, its sense and its steps.

    Differences below ``least`` do not matter, those from ``much`` on are large.
    """

    aliases: dict
    field: str
    less_is_better: bool
    least: float
    much: float
    kind: object


def look(effects, runs, kind):
    """Return how differences look: by the main measure, in the first scenario that changes it.

    Parameters
    ----------
    effects : list of Effect
    runs : list of Run
    kind : QgsWkbTypes.GeometryType
        Of the places.

    Returns
    -------
    Look or None
        None for a table.
    """
    import numpy as np

    if kind not in KINDS:
        return None  # a table has no map
    names, main = field_names(effects), main_measure(effects)
    aliases = {each.measure.field: each.measure.label for each in effects}
    aliases |= {
        names[each.scenario, each.measure.field]: tr("{scenario}: change of {measure}").format(
            scenario=runs[each.scenario].name, measure=each.measure.label
        )
        for each in effects
    }
    own = [each for each in effects if each.measure.field == main.field]
    scenario = next((each.scenario for each in own if _moved(each)), 1)
    sizes = np.abs(np.concatenate([each.found.difference for each in own]))
    sizes = sizes[(sizes > 0) & (sizes >= main.smallest)]
    least = main.smallest or 10.0 ** -(main.decimals + 3)
    much = float(f"{np.median(sizes):.2g}") if len(sizes) else 1.0
    less = main.direction == "less"
    return Look(aliases, names[scenario, main.field], less, least, max(much, 2 * least), kind)


def style(base, shown):
    """Write a style for a `Look`; returns its path."""
    declared = "".join(f"&field={name}:double" for name in shown.aliases)
    layers = [
        QgsVectorLayer(f"{kind}?crs=EPSG:3006{declared}", "differences", "memory")
        for kind in ("Polygon", KINDS[shown.kind])
    ]
    layers[0].loadNamedStyle(str(STYLES / base))  # QGIS refuses it on other kinds of geometry
    layer = layers[shown.kind != POLYGON]
    rules = layers[0].renderer().rootRule().clone()
    for rule, (words, condition) in zip(rules.children(), _rules(shown)):
        rule.setLabel(words)
        rule.setFilterExpression(condition)
        if shown.kind != POLYGON:
            symbol = QgsSymbol.defaultSymbol(shown.kind)
            symbol.setColor(rule.symbol().color())
            rule.setSymbol(symbol)
    layer.setRenderer(QgsRuleBasedRenderer(rules))
    for position, alias in enumerate(shown.aliases.values()):
        layer.setFieldAlias(position, alias)
    path = QgsProcessingUtils.generateTempFilename(base)
    layer.saveNamedStyle(path)
    return path


def _rules(shown):
    """Label and condition of each class, from much better to much worse."""
    gain = f'-"{shown.field}"' if shown.less_is_better else f'"{shown.field}"'
    much, least = repr(shown.much), repr(shown.least)
    digits = {"limit": number(shown.much, None if shown.much % 1 else 0)}
    return [
        (tr("better by {limit} or more").format(**digits), f"{gain} >= {much}"),
        (tr("better"), f"{gain} >= {least} AND {gain} < {much}"),
        (tr("no difference that matters"), f"abs({gain}) < {least}"),
        (tr("worse"), f"{gain} <= -{least} AND {gain} > -{much}"),
        (tr("worse by {limit} or more").format(**digits), f"{gain} <= -{much}"),
    ]
