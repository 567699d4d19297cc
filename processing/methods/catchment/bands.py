"""Limits of catchments."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from ..errors import InputError
from ..network.graph import Floats


def checked_bands(bands: Sequence[float]) -> Floats:
    """Refuse limits that do not rise from above 0."""
    limits = np.asarray(bands, dtype=float)
    if not (limits.size and limits[0] > 0 and (np.diff(limits) > 0).all() and limits[-1] < np.inf):
        raise InputError("The bands of a catchment must rise from above 0, such as 300, 500, 800.")
    return limits


def widest(limits: Floats, reach: ArrayLike | None, count: int) -> Floats:
    """Greatest cost of each facility: its own reach, but no farther than the last band.

    Raises
    ------
    InputError
        If a reach is not above 0.

    Examples
    --------
    >>> widest(np.array([400.0, 1000.0]), [600, np.nan], 2).tolist()
    [600.0, 1000.0]
    """
    own = np.full(count, np.inf) if reach is None else np.asarray(reach, dtype=float)
    if (own <= 0).any():
        raise InputError("The own limit of a stop must be above 0, not {limit}.", limit=own.min())
    return np.fmin(own, limits[-1])
