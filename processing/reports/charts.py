"""Charts: profiles, dendrograms and maps of components."""

from __future__ import annotations

from ..i18n import tr
from . import svg
from .words import number

LABELS = 215
ROW = 21
WIDTH = 480
LETTERS = 34
SMALL = 0.05
"""Part of a component below which an indicator does not go with it."""
EDGE = 3.0
"""Standard deviations at the edge of a profile; what lies beyond is drawn at the edge."""


def profile(labels, series, *, title):
    """Draw standardised values as a parallel profile around the mean of all.

    Parameters
    ----------
    labels : sequence of str
        A row for each indicator.
    series : sequence of (name, colour, values)
        One is drawn as bars from the mean; several as dots that a line joins row by row.
    title : str
    """
    height = ROW * len(labels) + 40
    parts = [*_scale(height), *_rows(labels)]
    parts += _bars(*series[0][1:]) if len(series) == 1 else _dots(series)
    if len(series) > 1:
        parts += _legend(series, height)
        height += ROW * len(series)
    return svg.picture(WIDTH, height, *parts, title=title)


def _x(value):
    inner = WIDTH - LABELS - 16
    return LABELS + inner * (min(max(value, -EDGE), EDGE) + EDGE) / (2 * EDGE)


def _y(row):
    return 14 + ROW * (row + 0.5)


def _scale(height):
    bottom = height - 24
    for value in range(-int(EDGE), int(EDGE) + 1):
        middle = value == 0
        yield svg.line(_x(value), 10, _x(value), bottom, stroke=svg.SOFT if middle else svg.LINE)
        words = tr("mean") if middle else number(value, 0)
        yield svg.text(_x(value), bottom + 13, words, anchor="middle", size=10, fill=svg.SOFT)


def _rows(labels):
    for row, label in enumerate(labels):
        words = svg.shortened(label, LETTERS)
        yield svg.text(LABELS - 8, _y(row) + 4, words, anchor="end", size=12)


def _bars(fill, values):
    for row, value in enumerate(values):
        if value == value:
            left, right = sorted((_x(0), _x(value)))
            yield svg.box(left, _y(row) - 6, max(right - left, 1), 12, fill=fill)


def _dots(series):
    for row, values in enumerate(zip(*(values for _, _, values in series))):
        there = [value for value in values if value == value]
        if there:
            ends = _x(min(there)), _x(max(there))
            yield svg.line(ends[0], _y(row), ends[1], _y(row), stroke=svg.SOFT, width=2)
    for name, fill, values in series:
        for row, value in enumerate(values):
            if value == value:
                yield svg.dot(_x(value), _y(row), 6, fill=fill, name=f"{name}: {number(value, 1)}")


def _legend(series, top):
    for row, (name, fill, _) in enumerate(series):
        y = top + ROW * row + 6
        yield svg.dot(14, y, 6, fill=fill)
        yield svg.text(26, y + 4, svg.shortened(name, 62))


def scatter(points, names, colours, *, title, axes, arrows=()):
    """Draw a map of points with their names, and fields as arrows from the middle.

    Parameters
    ----------
    points : sequence of (x, y)
    names, colours : sequence of str
    title : str
    axes : (str, str)
        What the axes show.
    arrows : sequence of (x, y, name)
        In units of their own; scaled to the picture.
    """
    place, (width, height) = _frame(points)
    middle = place(0, 0)
    parts = [
        svg.line(0, middle[1], width, middle[1]),
        svg.line(middle[0], 0, middle[0], height),
        svg.text(4, middle[1] - 6, axes[0], size=11, fill=svg.SOFT),
        svg.text(middle[0] + 6, 12, axes[1], size=11, fill=svg.SOFT),
    ]
    taken = []
    parts += _arrows(arrows, place, points, taken)
    placed = [place(x, y) for x, y in points]
    parts += [svg.dot(*xy, 5, fill=c, name=n) for xy, c, n in zip(placed, colours, names)]
    parts += _names(placed, names, taken)
    return svg.picture(width, height, *parts, title=title)


def _frame(points):
    """Return what places a point, with one scale for both axes, and the size of the picture."""
    width, edge = 760, 60
    xs, ys = zip(*[*points, (0, 0)])
    left, right, bottom, top = min(xs), max(xs), min(ys), max(ys)
    scale = min((width - 2 * edge) / (right - left or 1), 620 / (top - bottom or 1))
    height = 2 * edge + scale * (top - bottom)
    start = (width - scale * (right - left)) / 2

    def place(x, y):
        return start + scale * (x - left), edge + scale * (top - y)

    return place, (width, height)


def _arrows(arrows, place, points, taken):
    """Draw arrows, as long as all of them stay among the points."""
    sides = [*zip(*[*points, (0, 0)])]
    reaches = [
        (min(side) if end < 0 else max(side)) / end
        for arrow in arrows
        for end, side in zip(arrow, sides)
        if abs(end) > SMALL
    ]
    length = 0.85 * min([reach for reach in reaches if reach > 0] or [0.0])
    for x, y, name in arrows:
        end = place(length * x, length * y)
        words = svg.shortened(name, 28)
        low = end[1] + (12 if y < 0 else -3)
        while not _free(end[0] - 2.9 * len(words), low, words, taken):
            low += 12 if y < 0 else -12
        yield svg.line(*place(0, 0), *end, stroke="#b06a2c", width=1.3)
        yield svg.text(end[0], low, words, anchor="middle", size=10.5, fill="#8a4f1d")


def _names(placed, names, taken):
    """Write the names that have room, in the order given."""
    for (x, y), name in zip(placed, names):
        if _free(x + 7, y + 4, name, taken):
            yield svg.text(x + 7, y + 4, name, size=11)


def _free(x, y, words, taken):
    """Take the place of a text that starts at a point, unless another has it."""
    spot = (x, y - 10, x + 6 * len(words), y + 2)
    if any(_overlap(spot, other) for other in taken):
        return False
    taken.append(spot)
    return True


def _overlap(a, b):
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def dendrogram(tree, names, colours, *, title):
    """Draw a hierarchy from left to right: the farther right two meet, the less alike they are.

    Parameters
    ----------
    tree : ndarray, shape (n - 1, 4)
        As :func:`..methods.typology.ward.ward` gives it.
    names, colours : sequence of str
        Of the rows.
    title : str
    """
    count = len(names)
    row, width = 17, 760
    order = _leaf_order(tree, count)
    places = {leaf: (170.0, 12 + row * (i + 0.5)) for i, leaf in enumerate(order)}
    tallest = float(tree[-1, 2]) or 1.0
    parts = []
    for leaf, (x, y) in list(places.items()):
        words = svg.shortened(names[leaf], 24)
        parts.append(svg.text(x - 12, y + 4, words, anchor="end", size=11))
        parts.append(svg.dot(x - 5, y, 4, fill=colours[leaf]))
    for union, (a, b, tall, _) in enumerate(tree):
        (xa, ya), (xb, yb) = places[int(a)], places[int(b)]
        x = 170 + (width - 190) * float(tall) / tallest
        parts.append(svg.path([(xa, ya), (x, ya), (x, yb), (xb, yb)]))
        places[count + union] = (x, (ya + yb) / 2)
    return svg.picture(width, 20 + row * count, *parts, title=title)


def _leaf_order(tree, count):
    """Order the rows so that no lines cross."""
    stack, order = [2 * count - 2], []
    while stack:
        node = stack.pop()
        if node < count:
            order.append(node)
        else:
            stack += [int(tree[node - count, 1]), int(tree[node - count, 0])]
    return order


def steps(values, marked, *, title):
    """Draw a measure by number of classes as bars, one of them marked.

    Parameters
    ----------
    values : sequence of (number, value)
    marked : int
        The number that was chosen.
    title : str
    """
    width, height = 230, 150
    known = [value for _, value in values if value == value]
    top = max([*known, 0.0]) or 1.0
    low = min([*known, 0.0])
    step = (width - 20) / max(len(values), 1)
    scale = (height - 50) / ((top - low) or 1.0)
    base = height - 22 + low * scale
    parts = [svg.text(10, 14, title, size=12, weight="600")]
    for i, (name, value) in enumerate(values):
        x = 10 + i * step
        if value == value:
            y = base - max(value, 0) * scale
            fill = svg.PALETTE[0] if name == marked else "#b9c2c9"
            parts.append(svg.box(x + 2, y, step - 4, max(abs(value) * scale, 0.5), fill=fill))
        words = number(name, 0)
        parts.append(svg.text(x + step / 2, height - 6, words, anchor="middle", size=10))
    return svg.picture(width, height, *parts, title=title)
