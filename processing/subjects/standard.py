"""A service standard on the localities of a layer: who it is for, where to, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsExpressionContext, QgsExpressionContextUtils, QgsFeature

from .. import feeds
from ..i18n import tr
from ..methods.errors import InputError
from ..sinks import new_rows
from . import standardtable
from .stopplaces import centres_of


def fields_of(lines):
    """Return the fields that the lines' expressions look at, by name the line that first does."""
    found = {}
    for line in lines:
        for column, expression in (("from", line.origin), ("to_where", line.where)):
            for name in sorted(expression.referencedColumns() if expression else ()):
                found.setdefault(name, (line.number, column))
    return found


def localities(inputs, lines, file):
    """Read the localities with all fields that the table asks for; refuses what they lack.

    Returns
    -------
    GeoDataFrame
        ``code``, ``name``, ``population`` and ``municipality`` where chosen, and the fields that
        the expressions look at.
    """
    wanted = fields_of(lines)
    present = inputs.present("LOCALITIES", wanted)
    for name in wanted:
        if name not in present:
            raise InputError(
                "Line {line} of '{file}', column {column}: the layer '{layer}' has no field "
                "'{field}'. Add it with the tool that makes it, or change the table.",
                line=wanted[name][0],
                file=file,
                column=wanted[name][1],
                layer=inputs.title("LOCALITIES"),
                field=name,
            )
    inputs.require("CODE")
    if any(line.target == "municipality" for line in lines):
        inputs.require("MUNICIPALITY", "POPULATION")
    return inputs.frame(
        "LOCALITIES",
        extra=present,
        keep_missing=True,
        name="NAME",
        code="CODE",
        population="POPULATION",
        municipality="MUNICIPALITY",
    )


def pairs_of(inputs, lines, file, frame, feed, locality):
    """Return for each line the localities that it is for, and those where to.

    A locality that is its own destination is left out.

    Returns
    -------
    list of list of (int, tuple of int)
    """
    import numpy as np

    region = ()
    if any(line.target == "region" for line in lines):
        centres = centres_of(inputs, feed, locality, frame).values()
        region = tuple(sorted({each for members in centres for each in members}))
    result = []
    for line in lines:
        origins = np.flatnonzero(_fits(line, "from", line.origin, frame, file))
        goals = _goals(line, frame, region, file)
        pairs = [(int(origin), goals(int(origin))) for origin in origins]
        pairs = [(origin, goal) for origin, goal in pairs if goal and origin not in goal]
        if not pairs:
            words = tr("Requirement {id} is for none of the localities.")
            inputs.warn(words.format(id=line.code))
        result.append(pairs)
    return result


def _goals(line, frame, region, file):
    """Return what gives a locality's destinations: none where it has none or is one itself."""
    import numpy as np

    if line.target == "region":
        return lambda _: region
    if line.target == "municipality":
        centre = _municipal_centres(frame)
        return lambda origin: centre[origin]
    if line.where is None:
        named = _named(line, frame, file)
        return lambda _: named
    found = np.flatnonzero(_fits(line, "to_where", line.where, frame, file))
    if not len(found):
        raise InputError(
            "Line {line} of '{file}', column {column}: no locality fulfils it, so there is nowhere "
            "to go.",
            line=line.number,
            file=file,
            column="to_where",
        )
    every = tuple(found.tolist())
    if line.target == "any":
        return lambda _: every
    centre = frame.geometry.centroid

    def nearest(origin):
        if origin in every:
            return ()
        apart = centre.iloc[found].distance(centre.iloc[origin]).fillna(np.inf).to_numpy()
        return (every[int(np.argmin(apart))],)

    return nearest


def _municipal_centres(frame):
    """Most populous locality of each one's municipality; () where that is not known."""
    ranked = frame[["municipality", "population"]].reset_index()
    ranked = ranked[ranked["municipality"].notna()]
    ranked = ranked.sort_values(["population", "index"], ascending=[False, True])
    best = ranked.drop_duplicates("municipality").set_index("municipality")["index"].to_dict()
    return [(best[each],) if each in best else () for each in frame["municipality"]]


def _named(line, frame, file):
    wanted = line.target.casefold()
    known = zip(frame.get("name", frame["code"]), frame["code"])
    found = [n for n, pair in enumerate(known) if wanted in (str(x).casefold() for x in pair)]
    if not found:
        raise InputError(
            "Line {line} of '{file}', column {column}: no locality is called '{name}' or has that "
            "code. Write a locality, or one of: {words}.",
            line=line.number,
            file=file,
            column="to",
            name=line.target,
            words=", ".join(standardtable.PLACES),
        )
    return tuple(found)


def _fits(line, column, expression, frame, file):
    """Whether each locality fulfils an expression; all do where there is none."""
    import numpy as np

    if expression is None:
        return np.ones(len(frame), dtype=bool)
    rows = new_rows(frame.drop(columns="geometry"), None)
    context, feature = QgsExpressionContext(), QgsFeature(rows.fields)
    context.appendScope(QgsExpressionContextUtils.globalScope())
    context.setFields(rows.fields)
    expression.prepare(context)
    found = np.zeros(len(frame), dtype=bool)
    for row, (_, values) in enumerate(rows.features):
        feature.setAttributes(values)
        context.setFeature(feature)
        value = expression.evaluate(context)
        if expression.hasEvalError():
            raise InputError(
                "Line {line} of '{file}', column {column}: it cannot be computed in row {row} of "
                "the localities ({reason}).",
                line=line.number,
                file=file,
                column=column,
                row=row + 1,
                reason=expression.evalErrorString(),
            )
        found[row] = isinstance(value, (bool, int, float)) and bool(value)
    return found


def judge(inputs, feed, days, locality, lines, pairs):
    """Check the requirements on the timetable, see `service_standard`."""
    from ..methods.transit.standard import service_standard

    return service_standard(
        _timetables(inputs, feed, days),
        _changes(inputs, feed),
        locality,
        [line.asked for line in lines],
        pairs,
        progress=inputs.progress,
    )


class _Timetables(Sequence):
    """Timetables of some dates, made when they are asked for; the last one is kept."""

    def __init__(self, feed, dates, on_demand):
        self._feed, self._dates, self._on_demand = feed, dates, on_demand
        self._kept = None, None

    def __len__(self):
        return len(self._dates)

    def __getitem__(self, place):
        from ..methods.transit.router.timetable import timetable_of

        if self._kept[0] != place:
            day = self._dates[place]
            self._kept = place, timetable_of(self._feed, day, on_demand=self._on_demand)
        return self._kept[1]


def _timetables(inputs, feed, days):
    """Return the timetables by day type; none in the list of one on which nothing runs."""
    on_demand = inputs.flag("ON_DEMAND")
    found = {kind: _Timetables(feed, dates, on_demand) for kind, dates in days.items()}
    # dates of the user's own say nothing of the day types that are not among them
    asked = () if inputs.text("DATES") else inputs.choices("DAYS")
    return {**dict.fromkeys(asked, ()), **found}


def _changes(inputs, feed):
    """Return the walks between stops: straight, none shorter than a change, or as the feed says."""
    import numpy as np

    from ..methods.transit.router.footpaths import (
        given_footpaths,
        straight_footpaths,
        with_transfers,
    )

    least = round(60 * inputs.number("CHANGE"))
    ways = straight_footpaths(feeds.stop_points(inputs, feed), limit=inputs.number("WALK"))
    seconds = np.maximum(ways.seconds, least)
    ways = given_footpaths(len(feed.stops), ways.origin, ways.target, seconds, change=least)
    return with_transfers(ways, feed.transfers, feed.stops, feed.trips)
