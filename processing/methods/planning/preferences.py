r"""Where interests in the use of land collide, and where they go together.

References
----------
.. [1] Carr, M. H., Zwick, P. D. (2007). *Smart land-use analysis: the LUCIS model*. ESRI Press.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..errors import InputError

Ints = NDArray[np.int64]

KINDS = np.array(["none", "single", "synergy", "conflict"], dtype=object)


def preference_classes(
    values: ArrayLike,
    *,
    lowest: float = 1.0,
    highest: float = 9.0,
    middle_from: float = 1 / 3,
    high_from: float = 2 / 3,
) -> Ints:
    """Put how well places suit an interest into three classes [1]_.

    Parameters
    ----------
    values : array_like
        Suitability, such as 1 to 9; of any shape.
    lowest, highest : float
        Ends of the scale.
    middle_from, high_from : float
        Where the middle and the high class begin on the scale from 0 to 1, themselves included.

    Returns
    -------
    ndarray of int
        1 low, 2 middle, 3 high; 0 where there is no value.

    Raises
    ------
    InputError
        If a value is outside the scale, or the bounds do not rise.

    Examples
    --------
    >>> preference_classes([1, 5, 9, float("nan")]).tolist()
    [1, 2, 3, 0]
    """
    if not (lowest < highest and 0 <= middle_from <= high_from <= 1):
        raise InputError("The ends of the scale, and the bounds of the classes, must rise.")
    suitability = np.asarray(values, dtype=float)
    known = ~np.isnan(suitability)
    if (known & ~((suitability >= lowest) & (suitability <= highest))).any():
        raise InputError(
            "A suitability lies outside the scale from {low} to {high}; set the ends of the scale.",
            low=lowest,
            high=highest,
        )
    share = (suitability - lowest) / (highest - lowest)
    # rounded, so that a third of the way is a third
    bounds = np.round([middle_from, high_from], 9)
    classes = 1 + np.searchsorted(bounds, np.round(share, 9), side="right")
    return np.where(known, classes, 0)


class Conflicts(NamedTuple):
    """What interests meet in each place.

    Attributes
    ----------
    code : ndarray of int, shape (n,)
        The classes as digits, in the order of the interests: 113 where only the third of three
        is high. 0 where an interest has no class.
    kind : ndarray of str, shape (n,)
        "conflict" where at least two interests that cannot share land are high, "synergy" where
        two or more are high that all can, "single" where one is, "none"; None where the code is 0.
    parties : ndarray of str, shape (n,)
        Names of the interests that are high, with commas between.
    """

    code: Ints
    kind: NDArray[np.object_]
    parties: NDArray[np.object_]


def interest_conflicts(
    classes: ArrayLike, names: Sequence[str], *, compatible: ArrayLike | None = None
) -> Conflicts:
    """Find where interests that want the same land collide [1]_.

    Parameters
    ----------
    classes : array_like of int, shape (n, k)
        Class of each place for each interest, see :func:`preference_classes`.
    names : sequence of str, k of them
        Names of the interests.
    compatible : array_like of bool, shape (k, k), optional
        Whether two interests can share land; none can if not given.

    Returns
    -------
    Conflicts

    Raises
    ------
    InputError
        If the parts do not fit, or there are more than nine interests.

    Examples
    --------
    >>> found = interest_conflicts([[3, 1, 3], [1, 1, 3]], ["farming", "nature", "housing"])
    >>> found.code.tolist(), found.kind.tolist(), found.parties.tolist()
    ([313, 113], ['conflict', 'single'], ['farming, housing', 'housing'])
    """
    table = np.atleast_2d(np.asarray(classes, dtype=np.int64))
    count = len(names)
    can_share = np.zeros((count, count)) if compatible is None else np.asarray(compatible)
    if table.shape[1] != count or can_share.shape != (count, count) or not 0 < count <= 9:
        raise InputError(
            "Give one to nine interests, a column of classes and a name for each, and for each "
            "two of them whether they can share land."
        )
    known = (table > 0).all(axis=1)
    high = table == 3
    apart = ~(can_share.astype(bool) | can_share.astype(bool).T)
    np.fill_diagonal(apart, False)
    collide = ((high.astype(np.int64) @ apart) * high).any(axis=1)
    number = np.minimum(high.sum(axis=1), 2)
    kind = np.where(known, KINDS[np.where(collide, 3, number)], np.array(None, dtype=object))
    label = np.array(list(names), dtype=object)
    combinations, which = np.unique(high, axis=0, return_inverse=True)
    parties = np.array([", ".join(label[row]) for row in combinations], dtype=object)
    return Conflicts(
        code=np.where(known, table @ 10 ** np.arange(count)[::-1], 0),
        kind=kind,
        parties=np.where(known, parties[np.ravel(which)], ""),
    )
