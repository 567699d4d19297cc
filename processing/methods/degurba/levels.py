"""Level 2 of the degree of urbanisation: the settlement continuum in eight classes.

References
----------
.. [1] Eurostat et al. (2021). *Applying the Degree of Urbanisation: a methodological manual*.
   Online version with the chapters of July 2024. doi:10.2785/706535
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from .grid import Grid, clusters_by, urban_centres
from .profile import DegurbaRule

Codes = NDArray[np.uint8]
Flags = NDArray[np.bool_]

CENTRE, DENSE, SEMI_DENSE, SUBURBAN = 30, 23, 22, 21
RURAL_CLUSTER, LOW_DENSITY, VERY_LOW_DENSITY, WATER = 13, 12, 11, 10


def classify_grid_level2(grid: Grid, rule: DegurbaRule) -> Codes:
    """Classify cells at level 2 of the degree of urbanisation [1]_.

    Parameters
    ----------
    grid : Grid
        From `grid_of`.
    rule : DegurbaRule
        Thresholds.

    Returns
    -------
    ndarray of uint8, shape (rows, columns)
        30 urban centre, 23 dense and 22 semi-dense urban cluster, 21 suburban or peri-urban, 13
        rural cluster, 12 low and 11 very low density rural, 10 water.

    Examples
    --------
    >>> from .grid import grid_of
    >>> from .profile import ClusterRule
    >>> rule = DegurbaRule(
    ...     "example", "manual", ClusterRule(1500, 50000, 4), ClusterRule(300, 5000, 8),
    ...     ClusterRule(1500, 5000, 4), ClusterRule(900, 2500, 4), ClusterRule(300, 500, 8),
    ...     None, 15, "all", 0.5, 2, 50, 0.5
    ... )
    >>> people = [[60000, 0, 0, 0, 2600, 0, 500, 50, 49]]
    >>> classify_grid_level2(grid_of(people, rule), rule).tolist()
    [[30, 11, 11, 11, 22, 11, 13, 12, 11]]
    """
    codes = np.where(grid.water, WATER, VERY_LOW_DENSITY).astype(np.uint8)
    centres = urban_centres(grid, rule) > 0
    dense = clusters_by(grid, rule.dense, built_up=rule.built_up) > 0
    # from the weakest class to the strongest: each overwrites those before
    codes[grid.density >= rule.low_density] = LOW_DENSITY
    codes[clusters_by(grid, rule.rural) > 0] = RURAL_CLUSTER
    codes[clusters_by(grid, rule.cluster) > 0] = SUBURBAN
    codes[_semi_dense(grid, rule, centres | dense)] = SEMI_DENSE
    codes[dense] = DENSE
    codes[centres] = CENTRE
    return codes


def _semi_dense(grid: Grid, rule: DegurbaRule, denser: Flags) -> Flags:
    """Cells of semi-dense clusters that keep their distance from denser cells."""
    label = clusters_by(grid, rule.semi_dense)
    distance = int(rule.semi_dense_distance)
    near = (
        ndimage.binary_dilation(denser, np.ones((3, 3)), iterations=distance)
        if distance
        else denser
    )
    apart = np.ones(int(label.max(initial=0)) + 1, dtype=bool)
    apart[label[near]] = False
    apart[0] = False
    return np.asarray(apart[label])
