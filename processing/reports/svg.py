"""SVG pictures as plain strings."""

from __future__ import annotations

from .html import Html, tag

INK, SOFT, LINE = "#1d2327", "#5b6770", "#d5dade"

PALETTE = (
    *("#332288", "#88CCEE", "#44AA99", "#117733", "#999933"),
    *("#DDCC77", "#CC6677", "#882255", "#AA4499", "#6699CC"),
)
"""Colours of the classes 1 to 10, the same as on the map. Paul Tol's muted scheme, which
colour-blind readers can tell apart, and one more."""


def colour(number):
    """Return the colour of a class; grey for 0."""
    return PALETTE[(int(number) - 1) % len(PALETTE)] if number else "#bbbbbb"


def picture(width, height, *parts, title):
    """Make a picture; ``title`` is what a screen reader says."""
    return tag(
        "svg",
        tag("title", title),
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width:g} {height:g}",
        width=f"{width:g}",
        height=f"{height:g}",
        role="img",
    )


def text(x, y, content, *, anchor="start", size=12, fill=INK, weight="normal"):
    """Write text at a point; ``anchor`` is start, middle or end."""
    words = {"text-anchor": anchor, "font-size": size, "fill": fill, "font-weight": weight}
    return tag("text", content, x=f"{x:.1f}", y=f"{y:.1f}", **words)


def line(x1, y1, x2, y2, *, stroke=LINE, width=1, dash=""):
    """Draw a straight line."""
    words = {
        "stroke": stroke,
        "stroke-width": width,
        **({"stroke-dasharray": dash} if dash else {}),
    }
    return tag("line", x1=f"{x1:.1f}", y1=f"{y1:.1f}", x2=f"{x2:.1f}", y2=f"{y2:.1f}", **words)


def path(points, *, stroke=SOFT, width=1):
    """Draw a line through points."""
    drawn = "M" + " L".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return tag("path", d=drawn, fill="none", stroke=stroke, **{"stroke-width": width})


def box(x, y, width, height, *, fill):
    """Draw a filled rectangle."""
    return tag(
        "rect", x=f"{x:.1f}", y=f"{y:.1f}", width=f"{width:.1f}", height=f"{height:.1f}", fill=fill
    )


def dot(x, y, radius, *, fill, name=""):
    """Draw a disc with a white edge; ``name`` shows when pointed at."""
    content = [tag("title", name)] if name else []
    words = {"fill": fill, "stroke": "#ffffff", "stroke-width": 1}
    return tag("circle", *content, cx=f"{x:.1f}", cy=f"{y:.1f}", r=f"{radius:g}", **words)


def shortened(words, most):
    """Cut a text that is too long for its place."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


EMPTY = Html("")
