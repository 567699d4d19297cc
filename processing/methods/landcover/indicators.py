"""What land cover says about places: shares, mix, built-up and green land.

References
----------
.. [1] Shannon, C. E. (1948). A mathematical theory of communication. *Bell System Technical
   Journal*, 27(3), 379-423. doi:10.1002/j.1538-7305.1948.tb01338.x
.. [2] Simpson, E. H. (1949). Measurement of diversity. *Nature*, 163, 688. doi:10.1038/163688a0
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray
from scipy.special import xlogy

from ..ratios import ratio
from .classes import LandCover

Floats = NDArray[np.float64]

MIX = "mix"
SIMPSON = "simpson"


class Mix(NamedTuple):
    """How evenly land is divided among uses; NaN where there is no land."""

    entropy: Floats  # 0 one use only, 1 all uses alike
    simpson: Floats  # chance that two places have different uses, 0 to 1 - 1/K


def land_use_mix(hectares: ArrayLike) -> Mix:
    r"""Rate how mixed the land uses of places are.

    .. math:: E = -\frac{\sum_k p_k \ln p_k}{\ln K}, \qquad S = 1 - \sum_k p_k^2

    Parameters
    ----------
    hectares : array_like, shape (n, K)
        Area of each use considered, including those that a place lacks.

    Returns
    -------
    Mix
        Entropy [1]_ normalised by the number of uses considered, and Simpson's index [2]_.
        A single use considered gives 0.

    Examples
    --------
    >>> land_use_mix([[10, 10], [20, 0], [0, 0]]).entropy.tolist()
    [1.0, 0.0, nan]
    """
    areas = np.asarray(hectares, dtype=float)
    uses = areas.shape[1]
    share = ratio(areas, areas.sum(axis=1, keepdims=True), smallest_base=0)
    simpson = 1 - np.square(share).sum(axis=1)
    entropy = -xlogy(share, share).sum(axis=1) / (np.log(uses) if uses > 1 else 1)
    missing = areas.sum(axis=1) <= 0
    return Mix(*(np.where(missing, np.nan, values + 0.0) for values in (entropy, simpson)))


def class_shares(cover: LandCover) -> Floats:
    """Share of each class in each polygon.

    Parameters
    ----------
    cover : LandCover
        From `land_cover`.

    Returns
    -------
    ndarray, shape (n, k)
        Percentage of the area with data; NaN where there is none.

    Examples
    --------
    >>> from .classes import class_table
    >>> table = class_table(pd.DataFrame({"code": [1, 2], "group": ["built", "water"]}))
    >>> cover = LandCover(table, np.array([[1.0, 3.0]]), np.zeros(1), ["built", "water"])
    >>> class_shares(cover).tolist()
    [[25.0, 75.0]]
    """
    return ratio(
        cover.hectares, cover.hectares.sum(axis=1, keepdims=True), smallest_base=0, scale=100
    )


def group_hectares(cover: LandCover) -> pd.DataFrame:
    """Area of each group of classes in each polygon.

    Parameters
    ----------
    cover : LandCover
        From `land_cover`.

    Returns
    -------
    DataFrame, n rows
        A column for every group of the class table [ha], 0 where a polygon has none of it, and
        one for unknown values if there are any.

    Examples
    --------
    >>> from .classes import class_table
    >>> table = class_table(pd.DataFrame({"code": [1, 2], "group": ["built", "water"]}))
    >>> cover = LandCover(table, np.array([[2.0, 2.0]]), np.zeros(1), ["built", "water"])
    >>> group_hectares(cover).values.tolist()
    [[2.0, 2.0]]
    """
    names = list(dict.fromkeys([*cover.groups, *cover.table.groups.tolist()]))
    return pd.DataFrame(
        {name: cover.hectares[:, cover.table.groups == name].sum(axis=1) for name in names}
    )


def land_cover_indicators(cover: LandCover) -> pd.DataFrame:
    """Describe the land cover of each polygon in a few figures.

    Parameters
    ----------
    cover : LandCover
        From `land_cover`.

    Returns
    -------
    DataFrame, n rows
        ``classified`` area with data [ha] and ``no_data`` area without within the raster [ha];
        ``built_up`` and ``green`` land, and one column per group of the class table (such as
        ``farmland``, ``forest``, ``water``; the group "green" is named ``green_urb``) [% of the
        area with data, water included]; ``mix`` entropy of the groups (0-1) and ``simpson``.
        NaN where there is no area with data.

    Examples
    --------
    >>> from .classes import class_table
    >>> table = class_table(
    ...     pd.DataFrame({"code": [1, 2], "group": ["built", "water"], "built_up": [1, 0]})
    ... )
    >>> cover = LandCover(table, np.array([[1.0, 3.0]]), np.zeros(1), ["built", "water"])
    >>> land_cover_indicators(cover)[["built_up", "water", "simpson"]].values.tolist()
    [[25.0, 75.0, 0.375]]
    """
    groups = group_hectares(cover)
    classified = cover.hectares.sum(axis=1)
    mix = land_use_mix(groups.to_numpy())
    flagged = {
        "built_up": cover.hectares[:, cover.table.built_up].sum(axis=1),
        "green": cover.hectares[:, cover.table.green].sum(axis=1),
    }
    areas = {**flagged, **groups.rename(columns={"green": "green_urb"})}
    shares = {
        name: ratio(area, classified, smallest_base=0, scale=100) for name, area in areas.items()
    }
    return pd.DataFrame(
        {
            "classified": classified,
            "no_data": cover.unclassified,
            **shares,
            MIX: mix.entropy,
            SIMPSON: mix.simpson,
        }
    )
