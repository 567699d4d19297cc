"""What the typology tools share: fields with their direction, places with their names."""

from __future__ import annotations

from dataclasses import dataclass

from .catalogue import catalogue
from .i18n import tr
from .presentation import version

DISTANCE = "to_centre"
"""Column of the straight distance to the centre [km]."""


@dataclass(frozen=True)
class Places:
    """The localities with what they are called and where they are; ``one`` is the chosen row."""

    frame: object
    names: list
    codes: list
    points: object
    one: object
    distance: bool


def fields(names, logs=(), *, distance=False):
    """Return what a typology compares; less is better where the catalogue says so."""
    from .methods.typology.scaling import Field

    found = [Field(name, "log" if name in logs else "none", _sign(name)) for name in names]
    return [*found, Field(DISTANCE)] if distance else found


def _sign(name):
    return -1 if name in catalogue() and catalogue()[name].direction == "less" else 1


def places(inputs, names, *, one="", centre=""):
    """Read the localities; find the chosen one and the distances to the centre, where asked for.

    Parameters
    ----------
    inputs : Inputs
        With the parameters LOCALITIES, NAME and CODE.
    names : sequence of str
        Fields to read.
    one, centre : str
        Name or code of a locality, or "".
    """
    import shapely

    from .methods.typology.likeness import row_of

    frame = inputs.frame(
        "LOCALITIES", extra=dict.fromkeys(names), keep_missing=True, _name="NAME", _code="CODE"
    )
    titles, codes = titles_of(frame)
    points = shapely.point_on_surface(frame.geometry.to_numpy()) if "geometry" in frame else None
    if centre and points is not None:
        there = points[row_of(titles, codes, centre)]
        frame = frame.assign(**{DISTANCE: shapely.distance(points, there) / 1000})
    chosen = row_of(titles, codes, one) if one else None
    return Places(frame, titles, codes, points, chosen, DISTANCE in frame)


def titles_of(frame):
    """Return the name and the code of each row; what is missing is stood in for by the other."""
    numbers = [str(row + 1) for row in range(len(frame))]
    codes = _texts(frame, "_code", numbers)
    return _texts(frame, "_name", codes), codes


def _texts(frame, column, otherwise):
    if column not in frame:
        return list(otherwise)
    return [other if v is None or v != v else str(v) for v, other in zip(frame[column], otherwise)]


def tell_dropped(inputs, rows):
    """Warn of the rows that could not be compared."""
    if len(rows):
        listed = ", ".join(str(row + 1) for row in rows[:20])
        inputs.warn(tr("Not compared for want of a value: rows {rows}").format(rows=listed))


def foot(inputs):
    """Return the last line of a report: which tool made it, from which layer."""
    return tr("Made by Samplan {version}, {tool}, from '{layer}' ({count} localities).").format(
        version=version(),
        tool=inputs.algorithm.label,
        layer=inputs.title("LOCALITIES"),
        count=inputs.source("LOCALITIES").featureCount(),
    )
