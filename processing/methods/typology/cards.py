"""What each class is like: the figures of a class card."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..errors import InputError

Values = NDArray[np.float64]

DEFINING = 3
"""Indicators named as defining a class."""

NOTABLE = 0.5
"""Standard deviations from the mean of all from which an indicator defines a class; our own
choice."""


def class_order(classes: Sequence[object]) -> list[object]:
    """List the classes that occur, numbers by size, then texts by the alphabet.

    Parameters
    ----------
    classes : sequence
        Class of each row; None, NaN, 0 and "" where not classed.

    Returns
    -------
    list

    Examples
    --------
    >>> class_order([2, 10, None, 1, 0, 2])
    [1, 2, 10]
    """
    found = {each for each in classes if each is not None and each == each and each not in (0, "")}
    return sorted(found, key=lambda each: (isinstance(each, str), each))


def describe(classes: Sequence[object], values: pd.DataFrame) -> pd.DataFrame:
    """Describe each class by each indicator, in its own unit and beside all.

    Parameters
    ----------
    classes : sequence, length n
        Class of each row, as in :func:`class_order`; rows without a class do not count.
    values : DataFrame, n rows
        A column for each indicator; NaN where missing.

    Returns
    -------
    DataFrame, one row per class and indicator
        ``class``, ``field``, ``count`` rows with a value, ``mean``, ``median``, ``low``, ``high``
        of these, NaN where there are none; ``all_mean`` mean of all rows with a class;
        ``std_mean`` how far the class's mean lies from it, in standard deviations of all
        (n - 1), 0 where the indicator has one value only.

    Raises
    ------
    InputError
        If no row has a class, or there are no indicators.

    Examples
    --------
    >>> describe([1, 1, 2], pd.DataFrame({"jobs": [1.0, 3.0, 8.0]})).round(2).values.tolist()
    [[1, 'jobs', 2, 2.0, 2.0, 1.0, 3.0, 4.0, -0.55], [2, 'jobs', 1, 8.0, 8.0, 8.0, 8.0, 4.0, 1.11]]
    """
    order = class_order(classes)
    if not order or values.columns.empty:
        raise InputError(
            "No locality has a class, or no field was chosen to describe the classes by. Run a "
            "typology first and choose its field of classes."
        )
    column = pd.Series(list(classes), dtype=object)
    known = column.isin(order).to_numpy()
    every = values[known].reset_index(drop=True)
    groups = column[known].reset_index(drop=True)
    tables = [_described(each, every[(groups == each).to_numpy()], every) for each in order]
    return pd.concat(tables, ignore_index=True).infer_objects()


def _described(name: object, own: pd.DataFrame, every: pd.DataFrame) -> pd.DataFrame:
    mean, spread = every.mean(), every.std(ddof=1)
    apart = (own.mean() - mean) / spread.where(spread > 0)
    apart = apart.where(~((spread == 0) | spread.isna()) | own.mean().isna(), 0.0)
    return pd.DataFrame(
        {
            "class": pd.Series([name] * len(every.columns), dtype=object),
            "field": list(every.columns),
            "count": own.count().to_numpy(),
            "mean": own.mean().to_numpy(),
            "median": own.median().to_numpy(),
            "low": own.min().to_numpy(),
            "high": own.max().to_numpy(),
            "all_mean": mean.to_numpy(),
            "std_mean": apart.to_numpy(),
        }
    )


def defining(table: pd.DataFrame, name: object) -> list[tuple[str, float]]:
    """Name the indicators in which a class lies farthest from all.

    Parameters
    ----------
    table : DataFrame
        As :func:`describe` gives it.
    name : object
        The class.

    Returns
    -------
    list of (str, float)
        At most three fields with their standardised difference, the largest first; only those of
        half a standard deviation or more. Of equals the first field.

    Examples
    --------
    >>> defining(describe([1, 1, 2], pd.DataFrame({"jobs": [1.0, 3.0, 8.0]})), 2)[0][0]
    'jobs'
    """
    own = table[table["class"] == name].reset_index(drop=True)
    apart = own["std_mean"].abs().round(9)
    best = apart.sort_values(ascending=False, kind="stable").index[:DEFINING]
    return [(str(own["field"][i]), float(own["std_mean"][i])) for i in best if apart[i] >= NOTABLE]
