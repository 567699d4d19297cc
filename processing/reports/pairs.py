"""The page that puts pairs of localities side by side."""

from __future__ import annotations

from ..i18n import tr
from . import charts, html
from .words import alias, amount, label, number

COLOURS = ("#332288", "#CC6677")
SHOWN = 12
"""Pairs on the page; all are in the layer."""


def page(found, places, mode, foot):
    """Make the page.

    Parameters
    ----------
    found : Likeness
    places : sequence of str
        Name of each row.
    mode : str
    foot : str
        Where the figures come from.
    """
    title, lede = _words()[mode]
    cards = [
        _pair(found, places, place, pair)
        for place, pair in enumerate(found.pairs.head(SHOWN).itertuples())
    ]
    return html.page(title, _overview(found, places), *cards, lede=lede, foot=foot)


def _words():
    return {
        "alike_but_different": (
            tr("Alike but different"),
            tr(
                "Pairs of localities that are alike in size, density, form and position, and yet "
                "work differently. The first pair differs most for how alike it looks."
            ),
        ),
        "different_but_alike": (
            tr("Different but alike"),
            tr(
                "Pairs of localities that look different, and yet work in the same way. The first "
                "pair is most alike for how different it looks."
            ),
        ),
        "most_like": (
            tr("Most like this one"),
            tr("The localities that are most like the chosen one, in looks and function together."),
        ),
    }


def _overview(found, places):
    header = [
        tr("Pair"),
        tr("Localities"),
        tr("Index"),
        tr("Differ in looks"),
        tr("Differ in function"),
    ]
    rows = [
        [
            place + 1,
            f"{places[pair.a]} – {places[pair.b]}",
            number(pair.index, 0),
            number(pair.d_struct, 2),
            number(pair.d_funct, 2),
        ]
        for place, pair in enumerate(found.pairs.head(SHOWN).itertuples())
    ]
    note = tr(
        "Differences are in standard deviations. The index is the percentile rank of the "
        "difference in function less that of the difference in looks; for the most alike it is 100 "
        "where all values are the same and falls as they part."
    )
    return html.join(html.table(header, rows, (0, 2, 3, 4)), html.paragraph(note, "note"))


def _pair(found, places, place, pair):
    names = places[pair.a], places[pair.b]
    title = f"{place + 1}. {names[0]} – {names[1]}"
    sides = [
        (name, colour, found.standard[row])
        for name, colour, row in zip(names, COLOURS, (pair.a, pair.b))
    ]
    drawn = charts.profile([label(field) for field in found.names], sides, title=title)
    return html.card(
        title,
        html.paragraph(told(found, place)),
        html.columns(drawn, _values(found, names, pair)),
        colour=COLOURS[0],
    )


def lines(found, places):
    """Return the pairs as lines between the localities, with the fields of the catalogue."""
    import geopandas
    import numpy as np
    import shapely

    first, second = found.pairs["a"].to_numpy(), found.pairs["b"].to_numpy()
    names, codes = np.array(places.names, dtype=object), np.array(places.codes, dtype=object)
    told_of = [[*map(label, each), None, None, None][:3] for each in found.telling]
    columns = {
        "pair": np.arange(1, len(first) + 1),
        "loc_a": codes[first],
        "name_a": names[first],
        "loc_b": codes[second],
        "name_b": names[second],
        "d_struct": found.pairs["d_struct"],
        "d_funct": found.pairs["d_funct"],
        "pair_index": found.pairs["index"],
        **{f"tell_{i + 1}": [each[i] for each in told_of] for i in range(3)},
        "pair_words": [told(found, place) for place in range(len(first))],
    }
    points = places.points if places.points is not None else np.full(len(names), None)
    ends = np.column_stack((points[first], points[second]))
    known = ~shapely.is_missing(ends).any(axis=1)
    drawn = np.full(len(first), None, dtype=object)
    drawn[known] = shapely.linestrings(shapely.get_coordinates(ends[known]).reshape(-1, 2, 2))
    return geopandas.GeoDataFrame(columns, geometry=drawn)


def told(found, place):
    """Say in words what sets a pair apart, or brings it together."""
    pair = found.pairs.iloc[place]
    said = []
    for field in found.telling[place]:
        position = found.names.index(field)
        values = (amount(field, found.raw[int(row), position]) for row in (pair["a"], pair["b"]))
        said.append(f"{label(field)} {' / '.join(values)}")
    words = tr("Most alike in: {fields}.") if found.alike else tr("Most apart in: {fields}.")
    return words.format(fields="; ".join(said))


def _values(found, names, pair):
    rows = [
        [
            alias(field),
            amount(field, found.raw[pair.a, position]),
            amount(field, found.raw[pair.b, position]),
        ]
        for position, field in enumerate(found.names)
    ]
    looks = html.tag("tr", html.tag("th", tr("Looks"), colspan=3))
    works = html.tag("tr", html.tag("th", tr("Function"), colspan=3))
    lines = [
        html.tag(
            "tr", html.tag("td", row[0]), *(html.tag("td", v, class_="number") for v in row[1:])
        )
        for row in rows
    ]
    lines.insert(found.structural, works)
    top = html.tag(
        "tr",
        html.tag("th", ""),
        *(
            html.tag("th", html.swatch(colour), name, class_="number")
            for name, colour in zip(names, COLOURS)
        ),
    )
    return html.tag("table", top, looks, *lines)
