"""How much land growth takes.

References
----------
.. [1] European Environment Agency (2019). *Land take in Europe*. Indicator assessment LSI 001.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from ..landcover.change import land_take_per
from ..ratios import SMALLEST_BASE


def land_take(
    earlier_hectares: ArrayLike,
    later_hectares: ArrayLike,
    earlier_population: ArrayLike,
    later_population: ArrayLike,
    *,
    smallest_base: float = SMALLEST_BASE,
) -> pd.DataFrame:
    """Land taken into use per new inhabitant between two dates [1]_.

    Parameters
    ----------
    earlier_hectares, later_hectares : array_like, shape (n,)
        Area of the locality as delineated at each date [ha].
    earlier_population, later_population : array_like, shape (n,)
        Its inhabitants then.
    smallest_base : float
        Fewer new inhabitants have no ratio.

    Returns
    -------
    DataFrame, n rows
        ``new_land`` land taken [ha], negative where the locality shrank; ``land_new`` land
        taken per new inhabitant [m2]. NaN where the population did not grow, or too little.

    Examples
    --------
    >>> land_take([100, 100], [110, 110], [1000, 1000], [1200, 900])
       new_land  land_new
    0      10.0     500.0
    1      10.0       NaN
    """
    land = np.asarray(later_hectares, dtype=float) - np.asarray(earlier_hectares, dtype=float)
    people = np.asarray(later_population, dtype=float) - np.asarray(earlier_population, dtype=float)
    per_head = land_take_per(land, people, smallest_base=smallest_base)
    return pd.DataFrame({"new_land": land, "land_new": per_head})
