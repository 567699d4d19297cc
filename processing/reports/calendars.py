"""A calendar chart: a square for each day, the darker the more there is."""

from __future__ import annotations

from datetime import date

from ..i18n import tr
from . import svg
from .words import number

SHADES = ("#deebf7", "#9ecae1", "#6baed6", "#3182bd", "#08519c")
"""Sequential blues of ColorBrewer, which colour-blind readers can tell apart."""
NOTHING = "#ffffff"
MARK = "#d95f02"
SIDE = 13
LEFT = 62
YEARS = 6
"""Years drawn at most; a timetable is rarely longer than one."""


def calendar(days, *, title, marked=()):
    """Draw days as squares: a column for each week, a band for each year.

    Parameters
    ----------
    days : dict
        Amount by date.
    title : str
    marked : sequence of date
        Days with a coloured frame.

    Returns
    -------
    Html
    """
    years = sorted({day.year for day in days})[:YEARS]
    most = max(days.values(), default=0)
    parts = []
    for band, year in enumerate(years):
        parts += _year(year, 24 + band * 9 * SIDE, days, most, marked)
    bottom = 24 + len(years) * 9 * SIDE
    parts += _legend(bottom, most)
    return svg.picture(LEFT + 54 * SIDE, bottom + 24, *parts, title=title)


def shade(amount, most):
    """Return the colour of an amount, by fifths of the most; white for nothing."""
    if not amount:
        return NOTHING
    return SHADES[min(int(len(SHADES) * amount / most), len(SHADES) - 1)]


def _year(year, top, days, most, marked):
    yield svg.text(4, top + 4 * SIDE, str(year), size=14, weight="bold")
    names = (tr("Mo"), tr("Tu"), tr("We"), tr("Th"), tr("Fr"), tr("Sa"), tr("Su"))
    for row in (0, 2, 4, 6):
        y = top + (row + 0.8) * SIDE
        yield svg.text(LEFT - 4, y, names[row], anchor="end", size=9, fill=svg.SOFT)
    for month in range(1, 13):
        x = _place(date(year, month, 1), top)[0]
        yield svg.text(x, top - 4, f"{year}-{month:02d}", size=9, fill=svg.SOFT)
    frames = []
    for day, amount in days.items():
        if day.year == year:
            x, y = _place(day, top)
            words = f"{day} {names[day.weekday()]}: {number(amount, 0)}"
            edge = MARK if day in marked else svg.LINE
            square = _square(x, y, shade(amount, most), edge, words)
            frames.append(square) if day in marked else (yield square)
    yield from frames  # above their neighbours


def _place(day, top):
    """Upper left corner of a day's square."""
    first = date(day.year, 1, 1)
    week = (day.timetuple().tm_yday - 1 + first.weekday()) // 7
    return LEFT + week * SIDE, top + day.weekday() * SIDE


def _square(x, y, fill, edge, words):
    width = 2.5 if edge == MARK else 0.5
    look = {"fill": fill, "stroke": edge, "stroke-width": width}
    place = {"x": f"{x:g}", "y": f"{y:g}", "width": SIDE - 2, "height": SIDE - 2}
    return svg.tag("rect", svg.tag("title", words), **place, **look)


def _legend(top, most):
    bounds = [0, *(round(most * part / len(SHADES)) for part in range(1, len(SHADES) + 1))]
    entries = [(NOTHING, "0")]
    for i, fill in enumerate(SHADES):
        entries.append((fill, f"{number(bounds[i], 0)}–{number(bounds[i + 1], 0)}"))
    for i, (fill, words) in enumerate(entries):
        x = LEFT + i * 96
        yield _square(x, top, fill, svg.LINE, words)
        yield svg.text(x + SIDE + 4, top + 10, words, size=11)
