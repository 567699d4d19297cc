"""A scenario: edits one after another, and what each of them changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ...errors import InputError
from ...progress import Progress, blocks, silent
from .differences import differences
from .draft import Draft
from .edits import Edit
from .headway import change_headway
from .newline import Plan, new_line
from .patterns import reroute
from .removal import move_stop, new_stop, remove_line, remove_stop
from .span import extend_span
from .speed import change_speed

Bools = NDArray[np.bool_]
Action = Callable[[Draft, Edit, Bools], Draft]


def apply_edits(
    draft: Draft,
    edits: Iterable[Edit],
    *,
    period: Bools | None = None,
    plan: Plan | None = None,
    progress: Progress = silent,
) -> tuple[Draft, pd.DataFrame]:
    """Carry out edits, each on the result of those before it.

    Parameters
    ----------
    draft : Draft
        The timetable.
    edits : iterable of Edit
        As from `edits.read_edits`.
    period : ndarray of bool, optional
        Dates of ``draft.dates`` that the scenario is for; all by default.
    plan : Plan, optional
        How new ways are measured.
    progress : callable
        Told the fraction done.

    Returns
    -------
    draft : Draft
        The new timetable.
    log : DataFrame
        What changed, as from `differences.differences`, with ``edit`` (its place among the
        edits).

    Raises
    ------
    InputError
        If an edit cannot be carried out; names its row. Or if no trip is left.

    Examples
    --------
    >>> import io, zipfile
    >>> from samplan.processing.methods.transit.archive import open_archive
    >>> from samplan.processing.methods.transit.village import FILES
    >>> from samplan.processing.methods.transit.scenario.original import read_original
    >>> from samplan.processing.methods.transit.scenario.edits import read_edits
    >>> content = io.BytesIO()
    >>> with zipfile.ZipFile(content, "w") as feed:
    ...     for name, text in FILES.items():
    ...         feed.writestr(name, text)
    >>> archive = open_archive(content.getvalue())
    >>> draft = read_original(archive).draft
    >>> edits = read_edits([{"action": "speed", "percent": 20}], table="edits")
    >>> faster, log = apply_edits(draft, edits)
    >>> log[["kind", "trip_id", "after"]].values.tolist()[0]
    ['times', 'out7', '07:00:00-07:20:00 (3)']
    """
    plan = plan or Plan()
    period = np.ones(len(draft.dates), dtype=bool) if period is None else period
    actions = _actions(plan)
    listed, logs = list(edits), []
    for place in blocks(len(listed), 1, progress):
        edit = listed[place.start]
        changed = actions[edit.action](draft, edit, period)
        logs.append(differences(draft, changed).assign(edit=place.start))
        draft = changed
    if logs and not len(draft.calls):
        raise InputError("The edits leave no trip in the timetable. Remove fewer lines or stops.")
    empty = differences(draft, draft).assign(edit=0)
    return draft, pd.concat([empty, *logs], ignore_index=True)


def _actions(plan: Plan) -> dict[str, Action]:
    rerouting = partial(reroute, detour=plan.detour)
    return {
        "new_line": partial(new_line, plan=plan),
        "headway": change_headway,
        "span": extend_span,
        "speed": change_speed,
        "reroute": rerouting,
        "add_stop": rerouting,
        "remove_stop": remove_stop,
        "new_stop": new_stop,
        "move_stop": move_stop,
        "remove_line": remove_line,
    }
