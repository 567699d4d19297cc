"""What changed from one state of a timetable to the next, trip by trip."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from .draft import Draft
from .periods import clock_text

COLUMNS = ("kind", "route_id", "trip_id", "stop_id", "before", "after")


def differences(old: Draft, new: Draft) -> pd.DataFrame:
    """List what is different in one timetable from another.

    Parameters
    ----------
    old, new : Draft
        Before and after edits.

    Returns
    -------
    DataFrame
        ``kind`` (line_added, line_removed, stop_added, stop_removed, stop_moved, trip_added,
        trip_removed, calls: other stops, times, dates, headway), ``route_id``, ``trip_id``,
        ``stop_id`` ("" where not meant), ``before`` and ``after``: first departure and last
        arrival with the number of calls; number of dates; periods and headways; or place.
    """
    parts = [
        *_lines(old, new),
        *_stops(old, new),
        _trips(old, new),
        _dates(old, new),
        _headways(old, new),
    ]
    found = pd.concat([part.reindex(columns=list(COLUMNS)) for part in parts], ignore_index=True)
    return found.fillna("").astype(object)


def _lines(old: Draft, new: Draft) -> list[pd.DataFrame]:
    pairs = (("line_added", "after", new, old), ("line_removed", "before", old, new))
    found = []
    for kind, column, there, other in pairs:
        rows = there.routes.loc[there.routes.index.difference(other.routes.index)]
        names = rows.get("route_short_name", rows["route_id"])
        found.append(pd.DataFrame({"kind": kind, "route_id": rows["route_id"], column: names}))
    return found


def _stops(old: Draft, new: Draft) -> list[pd.DataFrame]:
    places = [_places(each) for each in (old, new)]
    added = new.stops.index.difference(old.stops.index)
    removed = old.stops.index.difference(new.stops.index)
    common = old.stops.index.intersection(new.stops.index)
    moved = common[(places[0].loc[common] != places[1].loc[common]).to_numpy()]
    table = []
    for kind, rows, source in (
        ("stop_added", added, new),
        ("stop_removed", removed, old),
        ("stop_moved", moved, new),
    ):
        part = pd.DataFrame({"kind": kind, "stop_id": source.stops["stop_id"].loc[rows]})
        part["before"], part["after"] = places[0].reindex(rows), places[1].reindex(rows)
        table.append(part)
    return table


def _places(draft: Draft) -> pd.Series:
    name = draft.stops.get("stop_name", draft.stops["stop_id"])
    return name + " (" + draft.stops["stop_lat"] + ", " + draft.stops["stop_lon"] + ")"


def _trips(old: Draft, new: Draft) -> pd.DataFrame:
    before, after = _summary(old), _summary(new)
    both = before.join(after, how="outer", lsuffix="_old", rsuffix="_new")
    there = both[["stops_old", "stops_new"]].notna().to_numpy()
    kind = np.where(~there[:, 0], "trip_added", np.where(~there[:, 1], "trip_removed", ""))
    same = both["stops_old"] == both["stops_new"]
    kind = np.where((kind == "") & ~same, "calls", kind)
    kind = np.where((kind == "") & (both["times_old"] != both["times_new"]), "times", kind)
    rows = both.assign(kind=kind)[kind != ""]
    text = {name: _spans(rows, end) for name, end in (("before", "old"), ("after", "new"))}
    return _of_trips(old, new, rows.index.to_numpy(), rows["kind"].to_numpy(), text)


def _summary(draft: Draft) -> pd.DataFrame:
    """Fingerprints of each trip's stops and times, and its span, by row."""
    calls = draft.calls
    begin, trip = draft.bounds()
    stops = _mixed(calls["stop"].to_numpy(), np.zeros(len(calls)))
    times = _mixed(calls["arrival"].to_numpy(), calls["departure"].to_numpy())
    place = np.arange(len(calls)) - np.repeat(begin, np.diff(np.append(begin, len(calls))))
    weight = _mixed(place, np.ones(len(calls)))
    summed = {
        name: np.add.reduceat(values * weight, begin) if len(begin) else values[:0]
        for name, values in (("stops", stops), ("times", times))
    }
    count = np.diff(np.append(begin, len(calls)))
    spans = {"first": draft.first_departures(), "last": draft.last_arrivals()}
    return pd.DataFrame({**summed, "count": count}, index=trip).assign(**spans)


def _mixed(one: NDArray[np.generic], other: NDArray[np.generic]) -> NDArray[np.uint64]:
    """Mix two numbers to one, so that sums of them tell different rows apart."""
    mixed = one.astype(np.int64).astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    mixed ^= mixed >> np.uint64(29)
    mixed += other.astype(np.int64).astype(np.uint64) * np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(32)
    return (mixed * np.uint64(0x94D049BB133111EB)) | np.uint64(1)


def _spans(rows: pd.DataFrame, end: str) -> list[str]:
    return [
        "" if np.isnan(first) else f"{clock_text(int(first))}-{clock_text(int(last))} ({count:g})"
        for first, last, count in rows[[f"first_{end}", f"last_{end}", f"count_{end}"]].to_numpy()
    ]


def _dates(old: Draft, new: Draft) -> pd.DataFrame:
    common = old.trips.index.intersection(new.trips.index)
    before, after = (each.trips["service_id"].loc[common] for each in (old, new))
    changed = common[(before != after).to_numpy()]
    text = {
        name: [str(int(draft.services[each].sum())) for each in services.loc[changed]]
        for name, draft, services in (("before", old, before), ("after", new, after))
    }
    return _of_trips(old, new, changed.to_numpy(), np.full(len(changed), "dates"), text)


def _headways(old: Draft, new: Draft) -> pd.DataFrame:
    before, after = (_periods(each) for each in (old, new))
    both = pd.concat([before, after], axis=1, keys=["before", "after"], join="inner")
    changed = both[(both["before"] != both["after"]).to_numpy()]
    rows = old.trips.index[old.trips["trip_id"].isin(changed.index)]
    texts = changed.loc[old.trips["trip_id"].loc[rows]]
    columns = {name: texts[name].tolist() for name in ("before", "after")}
    return _of_trips(old, new, rows.to_numpy(), np.full(len(rows), "headway"), columns)


def _periods(draft: Draft) -> pd.Series:
    table = draft.frequencies
    texts = table["start_time"] + "-" + table["end_time"] + "/" + table["headway_secs"]
    joined: pd.Series = texts.groupby(table["trip_id"]).agg("; ".join)
    return joined


def _of_trips(
    old: Draft,
    new: Draft,
    rows: NDArray[np.int64],
    kind: NDArray[np.str_],
    text: dict[str, list[str]],
) -> pd.DataFrame:
    columns = {
        name: new.trips[name].reindex(rows).fillna(old.trips[name].reindex(rows)).to_numpy()
        for name in ("route_id", "trip_id")
    }
    return pd.DataFrame({"kind": kind, **columns, **text})
