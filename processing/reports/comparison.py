"""The page of a comparison of scenarios: winners and losers, ranking, before and after, maps."""

from __future__ import annotations

from ..i18n import tr
from ..presentation import version
from ..subjects.comparisonresults import main_measure
from ..subjects.comparisonruns import tool_name
from . import html, svg
from .words import label, number

BETTER, SAME, WORSE = "#2b6ca3", "#d5dade", "#d9822b"
"""Blue and orange, which colour-blind readers can tell apart; numbers say the same."""

WIDTH, ROW, LABELS = 960, 26, 200
SHOWN = 6
"""Measures drawn; the table has all."""
LISTED = 5
MAP = 440


def page(runs, effects, ranking, places, *, made_by):
    """Return the page.

    Parameters
    ----------
    runs : list of Run
        The base first.
    effects : list of Effect
    ranking : DataFrame
        From `comparisonresults.ranking_table`.
    places : Places
    made_by : str
        Name of the tool.
    """
    words = tr("{scenarios} compared with {base}.")
    names = ", ".join(run.name for run in runs[1:])
    lede = words.format(scenarios=names, base=runs[0].name)
    parts = [
        _made(runs),
        _ranks(ranking, main_measure(effects)),
        _people(ranking),
        _means(ranking, runs),
    ]
    parts += [_maps(runs, effects, places)]
    parts.append(_largest(runs, effects, places))
    foot = tr("Made by Samplan {version}, {tool}.").format(version=version(), tool=made_by)
    return html.page(tr("Comparison of scenarios"), *parts, lede=lede, foot=foot)


def _made(runs):
    """Say which tool made the runs, of which inputs."""
    rows = []
    for run in runs:
        made = run.made or {}
        inputs = made.get("inputs", {})
        named = [one["name"] for one in inputs.values() if isinstance(one, dict) and "name" in one]
        rows.append(
            (
                run.name,
                tool_name(str(made.get("algorithm", "–"))),
                ", ".join(named),
                str(made.get("made", "–"))[:10],
            )
        )
    header = (tr("Run"), tr("Tool"), tr("Inputs"), tr("Made"))
    note = tr("The settings of all runs are the same, but for those that were allowed to differ.")
    if any(run.made is None for run in runs):
        note = tr("Not every run tells how it was made; their settings were not compared.")
    return html.section(
        tr("What is compared"), html.table(header, rows), html.paragraph(note, "note")
    )


def _ranks(ranking, main):
    """Rank the scenarios by the main measure and the first kind of people."""
    if ranking.empty:
        words = tr("Of no measure it is known whether more or less of it is better.")
        return html.section(tr("Ranking"), html.paragraph(words))
    first = ranking[ranking["field"] == main.field].iloc[0]
    own = ranking[_like(ranking, first)].sort_values("scen_rank", kind="stable")
    rows = [
        (
            number(row.scen_rank, 0),
            row.scenario,
            number(row.win_n, 0),
            number(row.lose_n, 0),
            number(row.net_n, 0),
            number(row.veh_h_add, 1),
            number(row.veh_km_add, 0),
            number(row.net_per_h, 0),
        )
        for row in own.itertuples()
    ]
    header = (tr("Rank"), tr("Scenario"), tr("Win"), tr("Lose"), tr("Win less lose"))
    header += (tr("Added vehicle-hours"), tr("Added vehicle-km"), tr("Win less lose per hour"))
    words = tr("By {measure}, of {people}.").format(
        measure=first["measure"], people=people_name(first["people_of"])
    )
    return html.section(
        tr("Ranking"), html.paragraph(words), html.table(header, rows, numeric=(0, *range(2, 8)))
    )


def people_name(field):
    """Return what a field of people counts."""
    return tr("places") if field == "places" else label(field)


def _like(ranking, row):
    return (ranking["field"] == row["field"]) & (ranking["people_of"] == row["people_of"])


def _people(ranking):
    """Draw winners and losers by measure, people and scenario."""
    moved = ranking[(ranking["win_n"] > 0) | (ranking["lose_n"] > 0)]
    fields, charts = list(dict.fromkeys(moved["field"])), []
    for field in fields[:SHOWN]:
        own = ranking[ranking["field"] == field]
        title = own["measure"].iloc[0]
        charts.append(html.card(title, _bars(own, title), colour=BETTER))
    legend = html.join(
        *(
            html.tag("span", html.swatch(colour), words, style="margin-right:18px")
            for colour, words in (
                (WORSE, tr("worse")),
                (SAME, tr("no difference that matters")),
                (BETTER, tr("better")),
            )
        )
    )
    note = tr(
        "Measures with winners or losers: {changed} of {all}, at most {shown} of them drawn. The "
        "table of the ranking has all."
    ).format(changed=len(fields), all=ranking["field"].nunique(), shown=SHOWN)
    note = html.paragraph(note, "note")
    return html.section(tr("Winners and losers"), html.tag("p", legend), *charts, note)


def _bars(rows, title):
    height, parts = ROW * len(rows) + 8, []
    for place, row in enumerate(rows.itertuples()):
        y = 4 + ROW * place
        name = f"{row.scenario}: {people_name(row.people_of)}"
        parts.append(svg.text(0, y + 15, svg.shortened(name, 34), size=12))
        parts += _bar(y, row)
    return svg.picture(WIDTH, height, *parts, title=title)


def _bar(y, row):
    counts = [(row.lose_n, WORSE), (row.same_n, SAME), (row.win_n, BETTER)]
    total = sum(count for count, _ in counts)
    room, x = WIDTH - LABELS - 240, LABELS + 40
    for count, colour in counts:
        if count > 0:
            wide = room * count / total
            yield svg.box(x, y + 3, wide, ROW - 9, fill=colour)
            x += wide
    words = tr("worse {lose}, better {win}").format(
        lose=number(row.lose_n, 0), win=number(row.win_n, 0)
    )
    yield svg.text(WIDTH - 192, y + 15, words, size=12)


def _means(ranking, runs):
    """Show each measure's mean before and in each scenario, of the people there."""
    rows = []
    for _, own in ranking.groupby(["field", "people_of"], sort=False):
        means = own.set_index("scenario")["mean_aft"]
        first = own.iloc[0]
        cells = [number(means.get(run.name, float("nan"))) for run in runs[1:]]
        people = people_name(first["people_of"])
        rows.append((first["measure"], people, number(first["mean_bef"]), *cells))
    header = (tr("Measure"), tr("Mean of"), runs[0].name, *(run.name for run in runs[1:]))
    note = tr(
        "Means over those who are there: before those of today, after also those whom a new land "
        "use adds. Only places with a value both times count."
    )
    return html.section(
        tr("Before and after"),
        html.table(header, rows, numeric=range(2, len(header))),
        html.paragraph(note, "note"),
    )


def _main(effects):
    """Return the effects on the main measure."""
    main = main_measure(effects)
    return [each for each in effects if each.measure.field == main.field]


def _maps(runs, effects, places):
    """Draw a small map for each scenario: a dot for each place, its size by the people there."""
    shown = [place for place, (x, _) in enumerate(places.xy) if x == x]
    if not shown:
        return svg.EMPTY
    pictures = [_map(runs[each.scenario].name, each, places, shown) for each in _main(effects)]
    title = tr("Where it gets better and worse")
    note = tr("The area of a dot follows the number: {people}.").format(
        people=people_name(places.people.columns[0])
    )
    return html.section(title, html.columns(*pictures), html.paragraph(note, "note"))


def _map(name, effect, places, shown):
    xs, ys = (places.xy[shown, axis] for axis in (0, 1))
    wide, tall = xs.max() - xs.min(), ys.max() - ys.min()
    scale = (MAP - 40) / (max(wide, tall) or 1.0)
    size = places.people.iloc[:, 0].fillna(0).to_numpy()
    largest = size.max() or 1.0
    order = sorted(shown, key=lambda place: -size[place])
    named = _most_changed(effect, order)
    dots, names = [], []
    for place in order:
        x = 20 + scale * (places.xy[place, 0] - xs.min())
        y = 40 + scale * (ys.max() - places.xy[place, 1])
        outcome, change = effect.found.outcome[place], effect.found.difference[place]
        colour = {1.0: BETTER, -1.0: WORSE}.get(outcome, SAME)
        words = f"{places.names.iloc[place]}: {number(change)}"
        radius = 3 + 13 * (size[place] / largest) ** 0.5
        dots.append(svg.dot(x, y, radius, fill=colour, name=words))
        if place in named:
            names.append(svg.text(x + radius + 2, y + 3, places.names.iloc[place], size=11))
    heading = svg.text(0, 14, svg.shortened(name, 40), size=13, weight="600")
    drawn = svg.picture(MAP, 60 + scale * tall, heading, *dots, *names, title=name)
    return html.tag("div", drawn)  # keeps its size where there is room for more


def _most_changed(effect, shown):
    """Return the places that change most, for their names on the map."""
    changes, outcomes = effect.found.difference, effect.found.outcome
    moved = [place for place in shown if abs(outcomes[place]) == 1]
    known = [place for place in moved if changes[place] == changes[place]]
    return sorted(known, key=lambda place: -abs(changes[place]))[:LISTED]


def _largest(runs, effects, places):
    """List the places that gain and lose most."""
    parts = []
    for each in _main(effects):
        sign = -1.0 if each.measure.direction == "less" else 1.0
        gains = [
            (sign * change, str(places.names.iloc[place]), place)
            for place, change in enumerate(each.found.difference)
            if abs(each.found.outcome[place]) == 1 and change == change
        ]
        gains.sort()
        best, worst = [g for g in gains[::-1] if g[0] > 0], [g for g in gains if g[0] < 0]
        tables = [
            _changes(words, each, listed[:LISTED])
            for words, listed in ((tr("Gain most"), best), (tr("Lose most"), worst))
        ]
        parts += [html.tag("h3", runs[each.scenario].name), html.columns(*tables)]
    measure = html.paragraph(_main(effects)[0].measure.label)
    return html.section(tr("Largest changes"), measure, *parts)


def _changes(title, effect, listed):
    digits = effect.measure.decimals
    rows = [
        (
            name,
            number(effect.before[place], digits),
            number(effect.after[place], digits),
            number(effect.found.difference[place], digits),
        )
        for _, name, place in listed
    ]
    header = (title, tr("Before"), tr("After"), tr("Change"))
    return html.table(header, rows or [("–", "", "", "")], numeric=(1, 2, 3))
