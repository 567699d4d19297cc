"""From fields of unlike units to standardised columns that may be compared.

References
----------
.. [1] Milligan, G. W., Cooper, M. C. (1988). A study of standardization of variables in cluster
   analysis. *Journal of Classification*, 5(2), 181-204. doi:10.1007/BF01897163
.. [2] Rousseeuw, P. J., Croux, C. (1993). Alternatives to the median absolute deviation.
   *Journal of the American Statistical Association*, 88(424), 1273-1283.
   doi:10.1080/01621459.1993.10476408
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..errors import InputError

Values = NDArray[np.float64]

CONSISTENCY = 1.4826
"""Makes the median absolute deviation of normal data their standard deviation [2]_."""

SAME = 1e-12
"""A field whose range is below this part of its largest value has one value only."""


@dataclass(frozen=True)
class Field:
    """One field of the typology.

    Attributes
    ----------
    name : str
        Column of the frame.
    transform : {"none", "log"}
        ``log`` is the natural logarithm, for sizes that span several powers of ten.
    direction : {1, -1}
        -1 where less is better, so that high standardised values are good throughout; it does
        not change the classes.
    """

    name: str
    transform: str = "none"
    direction: int = 1


class Usable(NamedTuple):
    """The rows that can be classed.

    Attributes
    ----------
    rows : ndarray of int, shape (m,)
        Their row numbers in the frame.
    values : ndarray, shape (m, fields)
        Transformed and directed values without gaps.
    filled : ndarray of int
        Row numbers in the frame where a gap was filled.
    """

    rows: NDArray[np.intp]
    values: Values
    filled: NDArray[np.intp]


def numbers(frame: pd.DataFrame, fields: Sequence[Field]) -> Values:
    """Read the fields' values as they stand, NaN where missing or infinite.

    Parameters
    ----------
    frame : DataFrame, n rows
    fields : sequence of Field

    Returns
    -------
    ndarray, shape (n, fields)

    Raises
    ------
    InputError
        If a field does not hold numbers.
    """
    for field in fields:
        if not pd.api.types.is_numeric_dtype(frame[field.name]):
            raise InputError(
                "The field '{field}' does not hold numbers; choose fields that do.",
                field=field.name,
            )
    values = frame[[field.name for field in fields]].to_numpy(dtype=float, na_value=np.nan)
    return np.where(np.isfinite(values), values, np.nan)


def usable(values: Values, fields: Sequence[Field], *, missing: str = "drop") -> Usable:
    """Transform the values and deal with the gaps among them.

    Parameters
    ----------
    values : ndarray, shape (n, fields)
        As :func:`numbers` gives them.
    fields : sequence of Field
    missing : {"drop", "median"}
        ``drop`` leaves out each row with a gap; ``median`` fills gaps with the field's median
        and leaves out only rows without any value.

    Returns
    -------
    Usable

    Raises
    ------
    InputError
        If a field holds no value, or a value that has no logarithm.

    Examples
    --------
    >>> values = np.array([[1.0, 5.0], [2.0, np.nan], [4.0, 9.0]])
    >>> usable(values, [Field("jobs"), Field("homes")], missing="median").values
    array([[1., 5.],
           [2., 7.],
           [4., 9.]])
    """
    gaps = np.isnan(values)
    for field, empty in zip(fields, gaps.all(axis=0)):
        if empty:
            raise InputError("The field '{field}' has no values; leave it out.", field=field.name)
    left_out = gaps.any(axis=1) if missing == "drop" else gaps.all(axis=1)
    rows = np.flatnonzero(~left_out)
    columns = [_transformed(values[rows, j], field) for j, field in enumerate(fields)]
    filled = [np.where(np.isnan(column), _median(column), column) for column in columns]
    return Usable(rows, np.column_stack(filled), rows[gaps[rows].any(axis=1)])


def _transformed(values: Values, field: Field) -> Values:
    if field.transform == "log":
        refused = int((values <= 0).sum())
        if refused:
            raise InputError(
                "The field '{field}' has {count} values of 0 or less, which have no logarithm; "
                "use it without one, or leave those localities out.",
                field=field.name,
                count=refused,
            )
        values = np.log(values)
    return values * field.direction


def _median(values: Values) -> float:
    present = values[~np.isnan(values)]
    return float(np.median(present)) if len(present) else np.nan


def standardised(values: Values, names: Sequence[str], *, scaling: str = "z") -> Values:
    """Bring the columns to a common scale [1]_.

    Parameters
    ----------
    values : ndarray, shape (n, fields)
    names : sequence of str
        The fields' names, for messages.
    scaling : {"z", "robust", "minmax"}
        ``z``: less the mean, over the standard deviation of the sample (n - 1). ``robust``: less
        the median, over 1.4826 times the median absolute deviation. ``minmax``: 0 to 1.

    Returns
    -------
    ndarray, shape (n, fields)
        Without unit. A field with one value only tells no row from another: 0 throughout.

    Raises
    ------
    InputError
        If every field has one value only, or if more than half of a field's values are equal
        and the scaling is robust.

    Examples
    --------
    >>> standardised(np.array([[1.0], [2.0], [3.0]]), ["jobs"]).ravel()
    array([-1.,  0.,  1.])
    """
    varying = ~one_value(values)
    if not varying.any():
        raise InputError(
            "Each of the chosen fields ({fields}) has one value only; there is nothing that "
            "tells the localities apart. Choose other fields.",
            fields=", ".join(names),
        )
    centre, spread = {"z": _moments, "robust": _quantiles, "minmax": _range}[scaling](values)
    for name, width in zip(np.array(names)[varying], spread[varying]):
        if width == 0:
            raise InputError(
                "More than half of the values of the field '{field}' are equal, so it has no "
                "robust spread; choose another standardisation, or leave it out.",
                field=name,
            )
    result = np.zeros_like(values)
    result[:, varying] = (values[:, varying] - centre[varying]) / spread[varying]
    return result


def one_value(values: Values) -> NDArray[np.bool_]:
    """Tell which columns have one value only.

    Parameters
    ----------
    values : ndarray, shape (n, fields)

    Returns
    -------
    ndarray of bool, shape (fields,)
    """
    low, high = values.min(axis=0), values.max(axis=0)
    return np.asarray(high - low <= SAME * np.maximum(np.abs(low), np.abs(high)))


def _moments(values: Values) -> tuple[Values, Values]:
    return values.mean(axis=0), values.std(axis=0, ddof=1)


def _quantiles(values: Values) -> tuple[Values, Values]:
    centre = np.median(values, axis=0)
    return centre, CONSISTENCY * np.median(np.abs(values - centre), axis=0)


def _range(values: Values) -> tuple[Values, Values]:
    low: Values = values.min(axis=0)
    return low, values.max(axis=0) - low
