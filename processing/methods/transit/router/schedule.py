"""The order in which a scan runs through events: batches of array operations.

Within a second vehicles come, then walks end, then rides of no time are made, then vehicles
leave. A batch changes each stop, row or trip at most once. Walks are made early where that
changes nothing, many at a time.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .events import Events, Walks

Ints = NDArray[np.int64]

COME, COME_TOO, ENTER, WALK, HOP, LEAVE = range(6)
"""Kinds of batches."""

GRID = 30
"""Seconds to which walks are brought forward where they may be; only speed depends on it."""

AFTER_PASSES = 1 << 40


class Batches(NamedTuple):
    """Batches of one or more kinds.

    Attributes
    ----------
    time, phase : ndarray, shape (b,)
        When: the second, and the order within it.
    kind : ndarray, shape (b,)
        What.
    begin, end : ndarray, shape (b,)
        Places in the columns of that kind.
    """

    time: Ints
    phase: Ints
    kind: Ints
    begin: Ints
    end: Ints


class Schedule(NamedTuple):
    """Columns of the events in the order of their batches, and the batches.

    Attributes
    ----------
    rows : ndarray, shape (2, rows)
        Row before and first trip of each row.
    more : ndarray, shape (2, k)
        Row and trip of further vehicles that come to a row.
    walks : ndarray, shape (2, w)
        Stop and row.
    hops : ndarray, shape (3, h)
        Row to, stop and row from.
    boards : ndarray, shape (3, d)
        Trip, stop and row.
    batches : Batches
        In the order to run them; those of access are still to come.
    """

    rows: Ints
    more: Ints
    walks: Ints
    hops: Ints
    boards: Ints
    batches: Batches


def schedule_of(events: Events) -> Schedule:
    """Put events into batches.

    Parameters
    ----------
    events : Events
        What happens.

    Returns
    -------
    Schedule
        Columns and batches.
    """
    rows, alights, boards, hops = events.rows, events.alights, events.boards, events.hops
    first = np.ones(len(alights.row), dtype=bool)
    first[1:] = alights.row[1:] != alights.row[:-1]
    come = runs(COME, rows.time)
    more, more_batches = _ordered(
        rows.time[alights.row[~first]], alights.row[~first], alights.trip[~first], kind=COME_TOO
    )
    walks, walk_batches = _ordered(
        early(events.walks.time, events.walks.since), events.walks.stop, events.walks.row, kind=WALK
    )
    leave, leave_batches = _ordered(
        boards.time, boards.trip, boards.stop, boards.row, kind=LEAVE, phase=AFTER_PASSES
    )
    hop, hop_batches = _ordered(hops.time, hops.row, hops.stop, hops.source, kind=HOP, phase=HOP)
    instant = _instant_walks(events)
    again, again_batches = _ordered(
        instant.time, instant.stop, instant.row, kind=WALK, phase=HOP + 1
    )
    shift = walks.shape[1]
    again_batches = again_batches._replace(
        begin=again_batches.begin + shift, end=again_batches.end + shift
    )
    repeated = _repeated([hop_batches, again_batches], hops.time, events.passes)
    return Schedule(
        np.stack([rows.before, alights.trip[first]]),
        more,
        np.concatenate([walks, again], axis=1),
        hop,
        leave,
        in_order([come, more_batches, walk_batches, leave_batches, *repeated]),
    )


def in_order(parts: list[Batches]) -> Batches:
    """Join batches and sort them by time and phase."""
    joined = Batches(*(np.concatenate(column) for column in zip(*parts)))
    order = np.lexsort((joined.phase, joined.time))
    return Batches(*(column[order] for column in joined))


def early(time: Ints, since: Ints) -> Ints:
    """Bring events forward to a common second, if that lies after ``since``."""
    common = time // GRID * GRID
    return np.where(common > since, common, time)


def _instant_walks(events: Events) -> Walks:
    """Find the walks of no time from rows to which a ride of no time leads."""
    walks = events.walks
    reached = np.zeros(len(events.rows.stop) + 1, dtype=bool)
    reached[events.hops.row] = True
    again = np.flatnonzero(reached[walks.row] & (walks.time == events.rows.time[walks.row]))
    return Walks(*(column[again] for column in walks))


def _ordered(
    time: Ints, target: Ints, *others: Ints, kind: int, phase: int | None = None
) -> tuple[Ints, Batches]:
    """Sort events into batches of one second in which no target comes twice."""
    order = np.argsort(time * (int(target.max(initial=0)) + 1) + target, kind="stable")
    turn = _turn(time[order], target[order])
    by_turn = np.argsort(time[order] * (int(turn.max(initial=0)) + 1) + turn, kind="stable")
    order, turn = order[by_turn], turn[by_turn]
    columns = np.stack([target[order], *(other[order] for other in others)])
    return columns, runs(kind, time[order], turn, phase=phase)


def runs(kind: int, time: Ints, *others: Ints, phase: int | None = None) -> Batches:
    """Cut sorted events into batches: runs of equal neighbours."""
    new = _differs(time, *others)
    begin = np.flatnonzero(new)
    end = np.append(begin[1:], len(time)) if len(begin) else begin
    same = np.ones(len(begin), dtype=np.int64)
    return Batches(time[begin], same * (kind if phase is None else phase), same * kind, begin, end)


def _differs(*columns: Ints) -> NDArray[np.bool_]:
    """Whether each event differs from the one before."""
    new = np.ones(len(columns[0]), dtype=bool)
    new[1:] = False
    for column in columns:
        new[1:] |= column[1:] != column[:-1]
    return new


def _turn(*columns: Ints) -> Ints:
    """Count each event's equals before it: 0, 1, ..."""
    place = np.arange(len(columns[0]))
    turn: Ints = place - np.maximum.accumulate(np.where(_differs(*columns), place, 0))
    return turn


def _repeated(parts: list[Batches], time: Ints, passes: Ints) -> list[Batches]:
    """Repeat the batches of each second as often as rides of no time may follow each other."""
    most = np.zeros(int(max((part.time.max(initial=0) for part in parts), default=0)) + 1, int)
    np.maximum.at(most, time, passes)
    result = []
    for number in range(int(most.max())):
        for part in parts:
            due = most[part.time] > number
            later = Batches(*(column[due] for column in part))
            result.append(later._replace(phase=later.phase + 2 * number))
    return result
