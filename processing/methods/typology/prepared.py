"""From a frame to the rows and columns that are compared.

References
----------
.. [1] Iglewicz, B., Hoaglin, D. C. (1993). *How to Detect and Handle Outliers*. ASQC; advises 3.5.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..errors import InputError
from .components import Components, components
from .scaling import CONSISTENCY, Field, numbers, standardised, usable

Values = NDArray[np.float64]
Labels = NDArray[np.intp]

DIGITS = 9
"""Compared values that agree to this decimal are equal."""


@dataclass(frozen=True)
class Prepared:
    """Rows in canonical order, ready to be compared.

    Attributes
    ----------
    names : tuple of str
        The fields' names.
    raw : ndarray, shape (n, fields)
        All values as they stand; NaN where missing.
    rows : ndarray of int, shape (m,)
        The rows that are compared, sorted by their values.
    values : ndarray, shape (m, fields)
        Transformed and directed values.
    standard : ndarray, shape (m, fields)
        Standardised values.
    reduction : Components or None
        Principal components, where asked for.
    rule : {"none", "share", "eigenvalue"}
    filled, outliers : ndarray of int
        Rows with a filled gap, and those set aside as outliers.
    """

    names: tuple[str, ...]
    raw: Values
    rows: Labels
    values: Values
    standard: Values
    reduction: Components | None
    rule: str
    filled: Labels
    outliers: Labels

    @property
    def compared(self) -> Values:
        """Standardised values, or their components: what distances are taken between."""
        return self.standard if self.reduction is None else self.reduction.scores

    def project(self, standard: Values) -> Values:
        """Reduce other standardised values by the same rule."""
        if self.reduction is None:
            return standard
        return components(standard, rule=self.rule).scores

    def different(self) -> int:
        """Count the different rows."""
        return len(np.unique(self.compared.round(DIGITS), axis=0))


def prepare(
    frame: pd.DataFrame,
    fields: Sequence[Field],
    *,
    scaling: str = "z",
    missing: str = "drop",
    outliers: float | None = None,
    reduction: str = "none",
) -> Prepared:
    """Read, transform, set aside, standardise and reduce.

    Parameters
    ----------
    frame : DataFrame, n rows
    fields : sequence of Field
    scaling : {"z", "robust", "minmax"}
        See :func:`.scaling.standardised`.
    missing : {"drop", "median"}
        See :func:`.scaling.usable`.
    outliers : float, optional
        Rows with a value farther from the median than so many robust standard deviations are set
        aside [1]_; a field where more than half of the values are equal sets none aside.
    reduction : {"none", "share", "eigenvalue"}
        See :func:`.components.components`.

    Returns
    -------
    Prepared

    Raises
    ------
    InputError
        If no row or field can be used.

    Examples
    --------
    >>> towns = pd.DataFrame({"jobs": [1.0, 2, 3, 4, 99]})
    >>> prepare(towns, [Field("jobs")], outliers=3.5).outliers
    array([4])
    """
    if not fields:
        raise InputError("Choose at least one field to compare the localities on.")
    names = tuple(field.name for field in fields)
    raw = numbers(frame, fields)
    kept = usable(raw, fields, missing=missing)
    if not len(kept.rows):
        raise InputError(
            "No locality has a value in every chosen field; choose fewer fields, or let the "
            "median stand in for missing values."
        )
    far = _far(kept.values, outliers)
    rows, values = kept.rows[~far], kept.values[~far]
    # Sorted rows make starts, sums and ties the same whatever the order of the input.
    order = np.lexsort(values.T[::-1])
    rows, values = rows[order], values[order]
    standard = standardised(values, names, scaling=scaling)
    return Prepared(
        names=names,
        raw=raw,
        rows=rows,
        values=values,
        standard=standard,
        reduction=None if reduction == "none" else components(standard, rule=reduction),
        rule=reduction,
        filled=kept.filled,
        outliers=kept.rows[far],
    )


def _far(values: Values, limit: float | None) -> NDArray[np.bool_]:
    """Tell which rows have a value far from the median."""
    if limit is None:
        return np.zeros(len(values), dtype=bool)
    apart = np.abs(values - np.median(values, axis=0))
    spread = CONSISTENCY * np.median(apart, axis=0)
    return np.asarray((apart > limit * np.where(spread > 0, spread, np.inf)).any(axis=1))
