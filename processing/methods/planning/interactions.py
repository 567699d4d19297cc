r"""How goals help and hinder each other.

References
----------
.. [1] Nilsson, M., Griggs, D., Visbeck, M. (2016). Policy: map the interactions between
   Sustainable Development Goals. *Nature*, 534, 320-322. doi:10.1038/534320a
.. [2] Weitz, N., Carlsen, H., Nilsson, M., Skånberg, K. (2018). Towards systemic and contextual
   priority setting for implementing the 2030 Agenda. *Sustainability Science*, 13, 531-548.
   doi:10.1007/s11625-017-0470-0
.. [3] Vester, F. (2007). *The art of interconnected thinking*. MCB Verlag.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from ..errors import InputError
from ..ratios import ratio

Floats = NDArray[np.float64]

STRONGEST = 3.0
"""The scale goes from -3, cancelling, over 0, consistent, to 3, indivisible [1]_."""


def goal_influence(scores: ArrayLike) -> pd.DataFrame:
    r"""Tell how much each goal moves the others, and is moved by them.

    Parameters
    ----------
    scores : array_like, shape (n, n)
        What progress in the goal of the row does to the goal of the column, -3 to 3 [1]_; missing
        counts as 0, and the diagonal is left out.

    Returns
    -------
    DataFrame, n rows
        ``influence`` and ``dependence`` sums over the row and over the column;
        ``total_inf`` influence with half of what the moved goals do in their turn, the sum over
        the row of :math:`M + M^2 / 2` [2]_; ``active`` and ``passive`` sums of the strengths
        whatever their sign; ``quotient`` active over passive, NaN where nothing moves the goal;
        ``product`` active times passive: high for a goal that is best left until its effects
        are clear [3]_.

    Raises
    ------
    InputError
        If the table is not square, or a score is not from -3 to 3.

    Examples
    --------
    >>> goal_influence([[0, 2], [-1, 0]])[["influence", "dependence", "total_inf"]]
       influence  dependence  total_inf
    0        2.0        -1.0        1.0
    1       -1.0         2.0       -2.0
    """
    matrix = _matrix(scores)
    strength = np.abs(matrix)
    active, passive = strength.sum(axis=1), strength.sum(axis=0)
    return pd.DataFrame(
        {
            "influence": matrix.sum(axis=1),
            "dependence": matrix.sum(axis=0),
            "total_inf": (matrix + matrix @ matrix / 2).sum(axis=1),
            "active": active,
            "passive": passive,
            "quotient": ratio(active, passive, smallest_base=0),
            "product": active * passive,
        }
    )


def goal_pairs(scores: ArrayLike, names: Sequence[str]) -> pd.DataFrame:
    """List goals two by two, the strongest interactions first.

    Parameters
    ----------
    scores : array_like, shape (n, n)
        As :func:`goal_influence` takes them.
    names : sequence of str, n of them
        Names of the goals.

    Returns
    -------
    DataFrame
        One row for each two goals: ``first``, ``second``; ``forth`` and ``back`` what the first
        does to the second and the second to the first; ``both`` their sum; ``kind`` "synergy"
        where one helps and none hinders, "conflict" where one hinders and none helps, "mixed"
        where one helps and the other hinders, "neutral" otherwise. Conflicts and synergies with
        the largest sums come first, of equals in the order of the goals.

    Raises
    ------
    InputError
        If the table is not square, a score is not from -3 to 3, or there is not a name for each
        goal.

    Examples
    --------
    >>> goal_pairs([[0, 2], [1, 0]], ["jobs", "homes"]).values.tolist()
    [['jobs', 'homes', 2.0, 1.0, 3.0, 'synergy']]
    """
    matrix = _matrix(scores)
    if len(names) != len(matrix):
        raise InputError("Give one name for each of the {count} goals.", count=len(matrix))
    first, second = np.triu_indices(len(matrix), 1)
    forth, back = matrix[first, second], matrix[second, first]
    helps, hinders = (forth > 0) | (back > 0), (forth < 0) | (back < 0)
    kind = np.select([helps & hinders, helps, hinders], ["mixed", "synergy", "conflict"], "neutral")
    label = np.array(list(names), dtype=object)
    order = np.lexsort((second, first, -(np.abs(forth) + np.abs(back)), -np.abs(forth + back)))
    table = {"first": label[first], "second": label[second], "forth": forth, "back": back}
    pairs = pd.DataFrame({**table, "both": forth + back, "kind": kind.astype(object)})
    return pairs.take(order).reset_index(drop=True)


def _matrix(scores: ArrayLike) -> Floats:
    matrix = np.nan_to_num(np.asarray(scores, dtype=float))
    if matrix.ndim != 2 or matrix.shape[0] != matrix.shape[1]:
        raise InputError("The interactions must be a square table, a row and column per goal.")
    if (np.abs(matrix) > STRONGEST).any():
        raise InputError(
            "An interaction is {score}; the scale goes from -3 (cancelling) to 3 (indivisible).",
            score=float(matrix[np.abs(matrix) > STRONGEST][0]),
        )
    matrix = matrix.copy()
    np.fill_diagonal(matrix, 0)
    return matrix
