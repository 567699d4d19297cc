"""Limits of catchments."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..errors import InputError
from ..network.graph import Floats


def checked_bands(bands: Sequence[float]) -> Floats:
    """Refuse limits that do not rise from above 0."""
    limits = np.asarray(bands, dtype=float)
    if not (limits.size and limits[0] > 0 and (np.diff(limits) > 0).all() and limits[-1] < np.inf):
        raise InputError("The bands of a catchment must rise from above 0, such as 300, 500, 800.")
    return limits
