"""How far a typology can be trusted: stability, twins among its fields, and the gap statistic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..progress import Progress, part, silent
from .choose import partitions
from .clustering import Typology
from .components import twins
from .gap import gap_choice, gap_statistic
from .kmeans import kmeans
from .stability import RUNS, stability
from .ward import cut, ward

Values = NDArray[np.float64]
Labels = NDArray[np.intp]

STARTS = 3
"""Starts of k-means in each run: the many runs make up for the fewer starts."""


@dataclass(frozen=True)
class Examination:
    """What can be said of a typology's trustworthiness.

    Attributes
    ----------
    kept, left_out : ndarray, shape (n,)
        Part of the bootstrap runs, and of the runs without one field, in which each row keeps
        its class; NaN where not classed.
    classes : DataFrame, one row per class
        ``class``; ``jaccard`` likeness to itself in the bootstrap runs, see
        :func:`.stability.stability`.
    fields : DataFrame, one row per field
        ``field``; ``kept`` part of the rows that keep their class without it.
    twins : DataFrame
        Fields that say nearly the same, see :func:`.components.twins`.
    choices : DataFrame
        The typology's numbers of classes, with ``gap`` and ``gap_se`` where asked for.
    gap_k : int or None
        The number of classes that the gap statistic speaks for.
    """

    kept: Values
    left_out: Values
    classes: pd.DataFrame
    fields: pd.DataFrame
    twins: pd.DataFrame
    choices: pd.DataFrame
    gap_k: int | None


def examine(
    typology: Typology,
    *,
    method: str = "kmeans",
    runs: int = RUNS,
    gap: bool = False,
    seed: int = 0,
    progress: Progress = silent,
) -> Examination:
    """Divide again and again, and see what holds.

    Parameters
    ----------
    typology : Typology
    method : {"kmeans", "ward"}
        As the typology was made.
    runs : int
        Bootstrap runs; with 0 stability is left out, both kinds.
    gap : bool
        Whether the gap statistic is computed.
    seed : int
    progress : callable
        Told the fraction done.

    Returns
    -------
    Examination

    Examples
    --------
    >>> from .clustering import classify
    >>> from .scaling import Field
    >>> towns = pd.DataFrame({"jobs": [10, 12, 90, 11, 95], "homes": [20, 21, 70, 22, 75]})
    >>> found = examine(classify(towns, [Field("jobs"), Field("homes")], k=2), runs=20)
    >>> bool(found.classes["jaccard"].min() > 0.7), found.twins["twin"].tolist()
    (True, ['homes'])
    """
    ready = typology.prepared
    kept, left_out = np.full((2, len(typology.classes)), np.nan)
    jaccard, by_field = np.full(typology.k, np.nan), np.full(len(ready.names), np.nan)
    if runs:
        found = stability(
            ready.standard,
            typology.labels - 1,
            _Divide(method, seed),
            project=ready.project,
            runs=runs,
            seed=seed,
            progress=part(progress, 0.0, 0.7 if gap else 1.0),
        )
        kept[ready.rows], left_out[ready.rows] = found.kept, found.left_out
        jaccard, by_field = found.jaccard, found.by_field
    choices, best = typology.choices, None
    if gap:
        choices, best = _with_gap(typology, method, seed, part(progress, 0.7, 1.0))
    return Examination(
        kept=kept,
        left_out=left_out,
        classes=pd.DataFrame({"class": np.arange(1, typology.k + 1), "jaccard": jaccard}),
        fields=pd.DataFrame({"field": list(ready.names), "kept": by_field}),
        twins=twins(ready.values, ready.names),
        choices=choices,
        gap_k=best,
    )


class _Divide:
    """Divide rows as the typology did, with fewer starts."""

    def __init__(self, method: str, seed: int) -> None:
        self.method, self.seed = method, seed

    def __call__(self, values: Values, k: int) -> Labels:
        if self.method == "ward":
            return cut(ward(values), k)
        return kmeans(values, k, starts=STARTS, seed=self.seed).labels

    def each(self, values: Values, numbers: Sequence[int]) -> Labels:
        if self.method == "ward":
            return partitions(values, numbers, method="ward")
        return np.stack([self(values, k) for k in numbers])


def _with_gap(
    typology: Typology, method: str, seed: int, progress: Progress
) -> tuple[pd.DataFrame, int]:
    values, divide = typology.prepared.compared, _Divide(method, seed)
    numbers, within = typology.choices["k"].tolist(), typology.choices["within"].tolist()
    table = gap_statistic(values, numbers, within, divide.each, seed=seed, progress=progress)
    return typology.choices.merge(table, on="k", how="left"), gap_choice(table)
