"""Equal sequences found without comparing each with each."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


class Sequences(NamedTuple):
    """``group``: of each sequence, equal for equal ones. ``example``: a sequence of each group."""

    group: Ints
    example: Ints


def same_sequences(start: Ints, code: NDArray[np.integer[Any]]) -> Sequences:
    """Group sequences of numbers that are the same.

    Parameters
    ----------
    start : ndarray of int64, shape (n + 1,)
        Sequence ``i`` has the numbers ``start[i]`` to ``start[i + 1] - 1``, at least one.
    code : ndarray of int, shape (m,)
        Numbers, not negative.

    Returns
    -------
    Sequences
        Groups, in no order of meaning but the same on every run.

    Examples
    --------
    >>> found = same_sequences(np.array([0, 2, 4, 5]), np.array([1, 2, 1, 2, 1]))
    >>> bool(found.group[0] == found.group[1]), bool(found.group[0] == found.group[2])
    (True, False)
    """
    length = np.diff(start)
    if not len(length):
        return Sequences(length, length)
    position = np.arange(len(code)) - np.repeat(start[:-1], length)
    weights = np.random.default_rng(0).integers(1, 1 << 63, int(length.max()) + 1)
    weights = weights.astype(np.uint64)
    # sums of random multiples: two different sequences agree with a chance of 1 in 2 ** 63
    sums = np.add.reduceat((code.astype(np.uint64) + 1) * weights[position], start[:-1])
    sums += length.astype(np.uint64) * weights[-1]
    _, example, group = np.unique(sums, return_index=True, return_inverse=True)
    return Sequences(group.astype(np.int64), example.astype(np.int64))
