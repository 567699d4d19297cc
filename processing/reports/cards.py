"""Class cards: what each class of a typology is like, on pages that print well."""

from __future__ import annotations

from ..i18n import tr
from ..methods.typology.cards import defining
from . import charts, html, svg
from .words import alias, amount, label, number

LISTED = 40
"""Localities named on a card."""


def suggested(table, name):
    """Suggest a class's name from its profile, such as "High: job ratio; low: out-commuting"."""
    marks = defining(table, name)[:2]
    high = ", ".join(_small(label(field)) for field, apart in marks if apart > 0)
    low = ", ".join(_small(label(field)) for field, apart in marks if apart < 0)
    if high and low:
        return tr("High: {high}; low: {low}").format(high=high, low=low)
    if high or low:
        return (tr("High: {high}") if high else tr("Low: {low}")).format(high=high, low=low)
    return tr("Near the mean")


def _small(words):
    return words[0].lower() + words[1:]


def read_names(text):
    """Return the user's names by class, from lines like "1 = Service localities"."""
    pairs = (line.split("=", 1) for line in text.replace(";", "\n").splitlines() if "=" in line)
    return {code.strip(): name.strip() for code, name in pairs if name.strip()}


def page(table, members, names, colours, foot):
    """Make the page of class cards.

    Parameters
    ----------
    table : DataFrame
        As :func:`..methods.typology.cards.describe` gives it.
    members : dict
        Names of the localities by class, in the order to list them.
    names, colours : dict
        Name and colour by class.
    foot : str
    """
    cards = [_card(table, name, members[name], names[name], colours[name]) for name in names]
    lede = tr("What each class has in common, and how it differs from all localities.")
    return html.page(
        tr("Classes of localities"),
        _overview(members, names, colours),
        *cards,
        html.paragraph(_note(), "note"),
        lede=lede,
        foot=foot,
    )


def _note():
    return tr(
        "Bars show how far the class's mean lies from the mean of all localities, in standard "
        "deviations. Names are suggestions from the profile where nobody has given another."
    )


def _overview(members, names, colours):
    rows = [
        [
            html.join(html.swatch(colours[name]), str(name)),
            names[name],
            number(len(members[name]), 0),
            _listed(members[name], 6),
        ]
        for name in names
    ]
    return html.table([tr("Class"), tr("Name"), tr("Number"), tr("Localities")], rows, (2,))


def _listed(members, most):
    shown = ", ".join(members[:most])
    more = len(members) - most
    return tr("{names} and {count} more").format(names=shown, count=more) if more > 0 else shown


def _card(table, name, members, title, colour):
    own = table[table["class"] == name]
    drawn = charts.profile(
        [label(field) for field in own["field"]],
        [(title, colour, own["std_mean"].tolist())],
        title=title,
    )
    header = [tr("Indicator"), tr("Mean"), tr("Median"), tr("Range"), tr("All")]
    rows = [
        [
            alias(row.field),
            amount(row.field, row.mean),
            amount(row.field, row.median),
            _range(row),
            amount(row.field, row.all_mean),
        ]
        for row in own.itertuples()
    ]
    return html.card(
        f"{name}. {title}",
        html.paragraph(_marks(table, name)),
        html.paragraph(
            tr("Localities ({count}): {names}.").format(
                count=number(len(members), 0), names=_listed(members, LISTED)
            )
        ),
        html.columns(drawn, html.table(header, rows, (1, 2, 3, 4))),
        colour=colour,
    )


def _range(row):
    low, high = amount(row.field, row.low), amount(row.field, row.high)
    return low if low == high else f"{low} – {high}"


def _marks(table, name):
    """Say what defines a class, with its mean beside that of all."""
    said = []
    for field, _ in defining(table, name):
        row = table[(table["class"] == name) & (table["field"] == field)].iloc[0]
        words = tr("{indicator} {mean} (all {all})").format(
            indicator=label(field),
            mean=amount(field, row["mean"]),
            all=amount(field, row["all_mean"]),
        )
        said.append(words)
    if not said:
        return tr("No indicator lies half a standard deviation from the mean of all.")
    return tr("Marked by: {marks}.").format(marks="; ".join(said))


def comparison(table, pair, names, colours, foot):
    """Make the page that puts two classes side by side."""
    sides = [table[table["class"] == name].reset_index(drop=True) for name in pair]
    titles = [f"{name}. {names[name]}" for name in pair]
    series = [
        (
            title,
            colours[name] if colours[name] != colours[pair[0]] or not i else svg.PALETTE[6],
            side["std_mean"].tolist(),
        )
        for i, (title, name, side) in enumerate(zip(titles, pair, sides))
    ]
    fields = sides[0]["field"].tolist()
    apart = sides[1]["std_mean"] - sides[0]["std_mean"]
    rows = [
        [
            alias(f),
            amount(f, sides[0]["mean"][i]),
            amount(f, sides[1]["mean"][i]),
            number(apart[i], 1),
        ]
        for i, f in enumerate(fields)
    ]
    order = apart.abs().sort_values(ascending=False, kind="stable").index
    marks = ", ".join(label(fields[i]) for i in order[:3])
    header = [tr("Indicator"), *titles, tr("Apart (standard deviations)")]
    title = tr("Two classes side by side")
    return html.page(
        title,
        html.paragraph(tr("They differ most in: {fields}.").format(fields=marks)),
        charts.profile([label(f) for f in fields], series, title=title),
        html.table(header, [rows[i] for i in order], (1, 2, 3)),
        foot=foot,
    )
