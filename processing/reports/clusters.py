"""The page that shows how a typology by clustering came about, and how far it can be trusted."""

from __future__ import annotations

from ..i18n import tr
from ..methods.typology.agreement import agreement
from ..methods.typology.components import components
from ..methods.typology.ward import ward
from ..outputs import Extended
from ..subjects import typology
from . import charts, html, svg
from .words import label, number

DRAWN = 120
"""Localities up to which the tree is drawn: more cannot be read."""

LISTED = 300
"""Localities in the table of the page; all are in the layer."""


def page(found, examined, names, beside, foot):
    """Make the page.

    Parameters
    ----------
    found : Typology
    examined : Examination
    names : sequence of str
        Name of each row of the layer.
    beside : sequence or None
        Another division of the same localities.
    foot : str
    """
    fields = ", ".join(label(field) for field in found.prepared.names)
    parts = [
        html.paragraph(tr("Compared on: {fields}.").format(fields=fields)),
        _classes(found, examined, names),
        _numbers(found, examined),
        _map(found, names),
        _tree(found, names),
        _stability(found, examined, names),
        _twins(examined),
        _components(found),
        _beside(found, beside),
        _localities(found, examined, names),
    ]
    lede = tr("How the classes came about, and how far they can be trusted.")
    return html.page(tr("Typology by clustering"), *parts, lede=lede, foot=foot)


def _classes(found, examined, names):
    header = [tr("Class"), tr("Number"), tr("Stability (Jaccard)"), "", tr("Localities")]
    rows = []
    for number_, jaccard in zip(examined.classes["class"], examined.classes["jaccard"]):
        members = [name for name, each in zip(names, found.classes) if each == number_]
        shown = ", ".join(members[:8]) + (" …" if len(members) > 8 else "")
        mark = html.join(html.swatch(svg.colour(number_)), str(number_))
        cells = [mark, len(members), number(jaccard, 2), _firmness(jaccard), shown]
        rows.append(cells)
    note = tr(
        "Stability is how much of a class comes back in other samples of the localities: from 0.75 "
        "stable, below 0.5 dissolved."
    )
    table = html.table(header, rows, (1, 2))
    return html.section(tr("Classes"), table, html.paragraph(note, "note"))


def _firmness(jaccard):
    if jaccard != jaccard:
        return ""
    if jaccard >= 0.75:
        return tr("stable")
    return tr("doubtful") if jaccard >= 0.5 else tr("dissolved")


def _numbers(found, examined):
    choices = examined.choices
    titles = {"silhouette": tr("Silhouette"), "calinski": tr("Calinski-Harabasz"), "gap": tr("Gap")}
    drawn = [
        charts.steps(list(zip(choices["k"], choices[column])), found.k, title=title)
        for column, title in titles.items()
        if column in choices
    ]
    said = tr(
        "Higher is better; the number of classes used is dark. The silhouette speaks for {best}."
    ).format(best=int(choices["k"][choices["silhouette"].round(9).idxmax()]))
    if examined.gap_k is not None:
        said += " " + tr("The gap statistic speaks for {best}.").format(best=examined.gap_k)
    row = html.tag("div", *drawn, style="display:flex;flex-wrap:wrap;gap:12px")
    return html.section(tr("How many classes"), html.paragraph(said), row)


def _map(found, names):
    ready = found.prepared
    if ready.standard.shape[1] < 2:
        return ""
    main = components(ready.standard, rule="all")
    shares = [number(100 * share, 0) for share in main.shares[:2]]
    axes = [
        tr("component {place} ({share} %)").format(place=place + 1, share=share)
        for place, share in enumerate(shares)
    ]
    title = tr("Map of likeness")
    drawn = charts.scatter(
        [tuple(xy) for xy in main.scores[:, :2].tolist()],
        [names[row] for row in ready.rows],
        [svg.colour(each) for each in found.labels],
        title=title,
        axes=axes,
        arrows=[
            (*xy, label(field))
            for xy, field in zip(main.directions[:, :2].tolist(), ready.names)
            if field not in found.constant
        ],
    )
    said = tr(
        "Localities that lie near each other are alike. The picture holds {share} % of what tells "
        "them apart; the brown lines point to where an indicator is high, or good."
    ).format(share=number(100 * main.shares[:2].sum(), 0))
    return html.section(title, html.paragraph(said), drawn)


def _tree(found, names):
    ready = found.prepared
    if len(ready.rows) > DRAWN:
        return ""
    title = tr("Who is like whom")
    drawn = charts.dendrogram(
        ward(ready.compared),
        [names[row] for row in ready.rows],
        [svg.colour(each) for each in found.labels],
        title=title,
    )
    said = tr(
        "The farther to the left two localities meet, the more alike they are (Ward's method). "
        "The dots show the classes."
    )
    return html.section(title, html.paragraph(said), drawn)


def _stability(found, examined, names):
    kept = examined.kept
    weak = [row for row in kept.argsort(kind="stable") if kept[row] == kept[row]][:10]
    if not weak:
        return ""
    localities = [
        [names[row], found.classes[row], found.nearest[row], number(100 * kept[row], 0)]
        for row in weak
    ]
    by_field = examined.fields.sort_values("kept", kind="stable")
    fields = [[label(f), number(100 * share, 0)] for f, share in by_field.values if share == share]
    header = [tr("Locality"), tr("Class"), tr("Nearest other"), tr("Keeps its class (%)")]
    left = html.tag(
        "div",
        html.tag("h3", tr("The least certain localities")),
        html.table(header, localities, (1, 2, 3)),
    )
    right = html.tag(
        "div",
        html.tag("h3", tr("Without an indicator")),
        html.table([tr("Indicator"), tr("Keep their class (%)")], fields, (1,)),
    )
    said = tr(
        "The localities were divided again from other samples, and without each indicator in turn."
    )
    return html.section(tr("Stability"), html.paragraph(said), html.columns(left, right))


def _twins(examined):
    if examined.twins.empty:
        return ""
    rows = [[label(a), label(b), number(r, 2)] for a, b, r in examined.twins.values]
    said = tr(
        "These indicators say nearly the same and count double; leave one of each pair out, or "
        "compare components."
    )
    header = [tr("Indicator"), tr("Twin"), tr("Correlation")]
    return html.section(tr("Twins"), html.paragraph(said), html.table(header, rows, (2,)))


def _components(found):
    reduction = found.prepared.reduction
    if reduction is None:
        return ""
    places = range(reduction.kept)
    header = [
        tr("Indicator"),
        *(
            tr("component {place} ({share} %)").format(
                place=place + 1, share=number(100 * reduction.shares[place], 0)
            )
            for place in places
        ),
        *(tr("varimax {place}").format(place=place + 1) for place in places),
    ]
    rows = [
        [label(field), *(number(v, 2) for v in plain), *(number(v, 2) for v in turned)]
        for field, plain, turned in zip(found.prepared.names, reduction.loadings, reduction.rotated)
    ]
    said = tr(
        "Distances were taken between these components. Loadings say how far an indicator goes "
        "with a component; varimax turns them so that each goes mostly with one."
    )
    numeric = range(1, len(header))
    return html.section(tr("Components"), html.paragraph(said), html.table(header, rows, numeric))


def _beside(found, beside):
    if beside is None:
        return ""
    both = agreement(found.classes.tolist(), beside)
    header = [tr("Class"), *map(str, both.table.columns)]
    rows = [
        [html.join(html.swatch(svg.colour(name)), str(name)), *counts.tolist()]
        for name, counts in zip(both.table.index, both.table.to_numpy())
    ]
    said = tr(
        "Localities by class (rows) and by the other division (columns). Adjusted Rand index "
        "{index}: 1 is the same division, 0 as much in common as by chance."
    ).format(index=number(both.adjusted_rand, 2))
    numeric = range(1, len(header))
    table = html.table(header, rows, numeric)
    return html.section(tr("Beside another division"), html.paragraph(said), table)


def _localities(found, examined, names):
    order = sorted(range(len(names)), key=lambda row: (found.classes[row], -found.silhouette[row]))
    rows = [
        [
            names[row],
            html.join(html.swatch(svg.colour(found.classes[row])), str(found.classes[row])),
            number(found.silhouette[row], 2),
            found.nearest[row],
            number(100 * examined.kept[row], 0),
        ]
        for row in order[:LISTED]
        if found.classes[row]
    ]
    header = [
        *(tr("Locality"), tr("Class"), tr("Typicality"), tr("Nearest other")),
        tr("Keeps its class (%)"),
    ]
    return html.section(tr("Localities"), html.table(header, rows, (2, 3, 4)))


def results(inputs, found, examined, frame):
    """Return what the tool writes; ``frame`` may hold ``_name`` and ``_beside``."""
    beside = frame["_beside"].tolist() if "_beside" in frame else None
    columns = found.columns().assign(
        type_keep=100 * examined.kept, type_loo=100 * examined.left_out
    )
    reduction = found.prepared.reduction
    optional = {}
    if reduction is not None:
        optional["LOADINGS"] = reduction.table(found.prepared.names)
    if beside is not None:
        optional["AGREEMENT"] = typology.agreement_rows(found.classes.tolist(), beside)
    if inputs.given("REPORT"):
        names = typology.titles_of(frame)[0]
        optional["REPORT"] = page(found, examined, names, beside, typology.foot(inputs))
    return {
        "OUTPUT": Extended("LOCALITIES", columns),
        "PROFILE": found.profile.rename(columns={"class": "type_class"}),
        "CHOICES": examined.choices,
        "NUMBER": found.k,
        **optional,
    }
