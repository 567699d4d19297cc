"""What the typology tools share: fields with their direction, places with their names."""

from __future__ import annotations

from dataclasses import dataclass

from ..catalogue import catalogue
from ..i18n import tr
from ..presentation import version

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
    from ..methods.typology.scaling import Field

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

    from ..methods.typology.likeness import row_of

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


def cluster(inputs, names):
    """Classify and examine as the user chose; returns Typology, Examination and the frame."""
    from ..methods.progress import part
    from ..methods.typology.clustering import classify
    from ..methods.typology.examination import examine

    frame = inputs.frame(
        "LOCALITIES", extra=names, keep_missing=True, _beside="BESIDE", _name="NAME"
    )
    method, seed = inputs.choice("METHOD"), inputs.integer("SEED")
    found = classify(
        frame,
        fields(names, inputs.fields("LOG")),
        method=method,
        k=inputs.integer("CLASSES"),
        scaling=inputs.choice("SCALING"),
        missing=inputs.choice("MISSING"),
        outliers=inputs.number("OUTLIERS"),
        reduction=inputs.choice("REDUCTION"),
        seed=seed,
        progress=part(inputs.progress, 0.0, 0.5),
    )
    examined = examine(
        found,
        method=method,
        runs=_runs(inputs, len(frame)),
        gap=inputs.flag("GAP"),
        seed=seed,
        progress=part(inputs.progress, 0.5, 1.0),
    )
    _tell(inputs, found, examined)
    return found, examined, frame


LARGEST_EXAMINED = 20_000
"""Localities or cells above which dividing again and again takes too long."""


def _runs(inputs, count):
    """Return the bootstrap runs asked for; none for very many localities."""
    if count <= LARGEST_EXAMINED:
        return inputs.integer("RUNS")
    inputs.warn(
        tr("Stability is not computed for more than {count} localities.").format(
            count=LARGEST_EXAMINED
        )
    )
    return 0


def _tell(inputs, found, examined):
    """Say what was compared, what was left out and what counts double."""
    inputs.tell(tr("Compared on: {fields}").format(fields=", ".join(found.prepared.names)))
    lacking = ", ".join(str(row + 1) for row in found.dropped[:20])
    if lacking:
        inputs.warn(tr("Not classed for want of a value: rows {rows}").format(rows=lacking))
    aside = ", ".join(str(row + 1) for row in found.prepared.outliers[:20])
    if aside:
        inputs.warn(tr("Set aside as outliers: rows {rows}").format(rows=aside))
    if found.constant:
        same = ", ".join(found.constant)
        inputs.warn(tr("One value only, tells nothing apart: {fields}").format(fields=same))
    for first, second, correlation in examined.twins.values:
        inputs.warn(
            tr("'{first}' and '{second}' say nearly the same (correlation {value}).").format(
                first=first, second=second, value=f"{correlation:.2f}"
            )
        )


def agreement_rows(first, second):
    """List how many localities are in each class of one division and of another."""
    from ..methods.typology.agreement import agreement

    table = agreement(first, second).table
    long = table.stack().reset_index()
    long.columns = ["type_class", "other", "count"]
    return long.astype({"other": str})
