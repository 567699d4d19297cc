"""The typology: fields in, classes that can be explained out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..errors import InputError
from ..progress import Progress, part, silent
from .choose import best_k, k_table, partitions
from .classes import numbered, profile
from .prepared import Prepared, prepare
from .scaling import Field, one_value
from .silhouette import silhouettes

Values = NDArray[np.float64]
Labels = NDArray[np.intp]


@dataclass(frozen=True)
class Typology:
    """Rows in classes, and what the classes are like.

    Attributes
    ----------
    k : int
        Number of classes.
    classes : ndarray of int, shape (n,)
        Class of each row, 1 for the largest; 0 where not classed.
    silhouette : ndarray, shape (n,)
        How typical the row is of its class, -1 to 1; below 0 it is nearer to another. NaN where
        not classed.
    nearest : ndarray of int, shape (n,)
        The nearest other class; 0 where not classed.
    profile : DataFrame
        One row per class and field, see :func:`.classes.profile`.
    choices : DataFrame
        One row per number of classes tried, see :func:`.choose.k_table`.
    dropped : ndarray of int
        Row numbers that were not classed for want of values.
    filled : ndarray of int
        Row numbers where a missing value was taken to be the field's median.
    constant : tuple of str
        Fields with one value only, which tell no row from another.
    prepared : Prepared
        What was compared, in canonical order.
    labels : ndarray of int, shape (m,)
        Class of each compared row, from 1.
    """

    k: int
    classes: Labels
    silhouette: Values
    nearest: Labels
    profile: pd.DataFrame
    choices: pd.DataFrame
    dropped: Labels
    filled: Labels
    constant: tuple[str, ...]
    prepared: Prepared
    labels: Labels

    def columns(self) -> pd.DataFrame:
        """Fields of each row: ``type_class``, ``type_sil``, ``type_next`` and ``type_flag``.

        The flag is "missing" or "outlier" where the row was not classed, "median" where a value
        was filled.
        """
        flags = np.full(len(self.classes), None, dtype=object)
        flags[self.filled] = "median"
        flags[self.dropped] = "missing"
        flags[self.prepared.outliers] = "outlier"
        return pd.DataFrame(
            {
                "type_class": self.classes,
                "type_sil": self.silhouette,
                "type_next": self.nearest,
                "type_flag": flags,
            }
        )


def classify(
    frame: pd.DataFrame,
    fields: Sequence[Field],
    *,
    method: str = "kmeans",
    k: int | None = None,
    choices: Sequence[int] = range(2, 11),
    scaling: str = "z",
    missing: str = "drop",
    outliers: float | None = None,
    reduction: str = "none",
    seed: int = 0,
    progress: Progress = silent,
) -> Typology:
    """Put rows that are alike into classes.

    Parameters
    ----------
    frame : DataFrame, n rows
    fields : sequence of Field
        What the rows are compared on, each with its transform and direction.
    method : {"kmeans", "ward"}
        K-means with 50 starts, or Ward's hierarchy.
    k : int, optional
        Number of classes; else that of ``choices`` with the largest mean silhouette.
    choices : sequence of int
        Numbers of classes to put in the table; those that the rows do not allow are left out.
    scaling : {"z", "robust", "minmax"}
        See :func:`.scaling.standardised`.
    missing : {"drop", "median"}
        See :func:`.scaling.usable`.
    outliers : float, optional
        Robust standard deviations from which a row is set aside, see :func:`.prepared.prepare`.
    reduction : {"none", "share", "eigenvalue"}
        Whether principal components are compared, see :func:`.components.components`.
    seed : int
        Seed of the starts of k-means.
    progress : callable
        Told the fraction done.

    Returns
    -------
    Typology
        The same classes with the same numbers in any order of the rows.

    Raises
    ------
    InputError
        If there are fewer different rows than classes, if no field tells the rows apart, or if
        a field cannot be used as asked.

    Notes
    -----
    Above 20 000 rows silhouettes are estimated, see :func:`.silhouette.silhouettes`.

    Examples
    --------
    >>> towns = pd.DataFrame({"jobs": [10, 12, 90, 11, 95], "homes": [20, 21, 70, 22, 75]})
    >>> classify(towns, [Field("jobs"), Field("homes")], k=2).classes
    array([1, 1, 2, 1, 2])
    """
    ready = prepare(
        frame, fields, scaling=scaling, missing=missing, outliers=outliers, reduction=reduction
    )
    rows, compared = ready.rows, ready.compared
    tried = _numbers_of_classes(ready.different(), k, choices)

    divided = partitions(
        compared, tried, method=method, seed=seed, progress=part(progress, 0.0, 0.8)
    )
    found = silhouettes(compared, divided, progress=part(progress, 0.8, 1.0))
    table = k_table(compared, divided, found.width)
    chosen = tried.index(best_k(table) if k is None else k)
    labels = divided[chosen]
    number = numbered(labels, ready.raw[rows, 0])

    classes, nearest = np.zeros((2, len(frame)), dtype=np.intp)
    silhouette = np.full(len(frame), np.nan)
    classes[rows], nearest[rows] = number[labels], number[found.nearest[chosen]]
    silhouette[rows] = found.width[chosen]
    return Typology(
        k=tried[chosen],
        classes=classes,
        silhouette=silhouette,
        nearest=nearest,
        profile=profile(classes[rows], ready.raw[rows], ready.standard, ready.names),
        choices=table,
        dropped=np.setdiff1d(np.flatnonzero(classes == 0), ready.outliers),
        filled=ready.filled,
        constant=tuple(name for name, same in zip(ready.names, one_value(ready.values)) if same),
        prepared=ready,
        labels=number[labels],
    )


def _numbers_of_classes(different: int, k: int | None, choices: Sequence[int]) -> list[int]:
    """Return the numbers of classes to try with so many different rows."""
    if k is not None and not 2 <= k <= different:
        raise InputError(
            "{k} classes cannot be made of {count} localities that differ; choose a number from "
            "2 to {count}.",
            k=k,
            count=different,
        )
    allowed = {choice for choice in choices if 2 <= choice < different}
    tried = sorted(allowed if k is None else allowed | {k})
    if not tried:
        raise InputError(
            "Only {count} localities with values differ, too few to choose a number of classes; "
            "give the number, or choose fields that more localities have.",
            count=different,
        )
    return tried
