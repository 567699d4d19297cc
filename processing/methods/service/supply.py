"""What services a locality has, and which it lacks."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
import shapely
from numpy.typing import ArrayLike, NDArray

from ..errors import InputError
from ..ratios import ratio

Counts = NDArray[np.int64]


def service_counts(
    zones: ArrayLike,
    places: ArrayLike,
    types: ArrayLike,
    checklist: Sequence[str],
    *,
    buffer: float = 0.0,
) -> pd.DataFrame:
    """Count the outlets of each service type in and about each locality.

    Parameters
    ----------
    zones : array_like of polygons, shape (n,)
        Localities in projected coordinates [m].
    places : array_like, shape (p, 2)
        Outlets [m].
    types : array_like of str, shape (p,)
        Service type of each outlet; types outside the checklist are not counted.
    checklist : sequence of str
        Service types to count, each once.
    buffer : float
        Outlets this near the locality count as well [m]; an outlet near two counts in both.

    Returns
    -------
    DataFrame, n rows
        One column for each type of the checklist, in its order: outlets.

    Raises
    ------
    InputError
        If the checklist is empty or names a type twice, or the buffer is negative.

    Examples
    --------
    >>> village = shapely.box(0, 0, 100, 100)
    >>> service_counts([village], [[5, 5], [9, 9], [150, 5]], ["shop", "shop", "pharmacy"],
    ...                ["shop", "pharmacy", "library"])
       shop  pharmacy  library
    0     2         0        0
    """
    if not len(checklist) or len(set(checklist)) < len(checklist):
        raise InputError("The checklist of services must name at least one type, each only once.")
    if not buffer >= 0:
        raise InputError("The buffer must be 0 m or more, not {buffer}.", buffer=buffer)
    shapes: NDArray[np.object_] = np.asarray(zones, dtype=object)
    points = shapely.points(np.asarray(places, dtype=float).reshape(-1, 2))
    column = pd.Index(checklist).get_indexer(pd.Index(np.asarray(types, dtype=object)))
    listed = np.flatnonzero(column >= 0)
    zone, point = shapely.STRtree(points[listed]).query(
        shapes, predicate="dwithin", distance=buffer
    )
    flat = zone * len(checklist) + column[listed][point]
    counts = np.bincount(flat, minlength=len(shapes) * len(checklist))
    return pd.DataFrame(counts.reshape(len(shapes), len(checklist)), columns=list(checklist))


def service_supply(
    counts: pd.DataFrame,
    *,
    weights: ArrayLike | None = None,
    caps: ArrayLike | None = None,
    names: Sequence[str] | None = None,
) -> pd.DataFrame:
    r"""Breadth and degree of a locality's services, and the list of those that are missing.

    With the outlets :math:`c_k`, weights :math:`w_k` and caps :math:`m_k` of the *K* types of
    the checklist, the degree and the depth are

    .. math:: 100 \frac{\sum_k w_k [c_k > 0]}{\sum_k w_k}, \qquad
       100 \frac{\sum_k \min(c_k, m_k)}{\sum_k m_k}

    Parameters
    ----------
    counts : DataFrame, n rows
        Outlets, one column for each type of the checklist; missing counts as 0.
    weights : array_like, shape (K,), optional
        Weight of each type; all alike if not given.
    caps : array_like, shape (K,), optional
        Outlets beyond which more add nothing to the depth.
    names : sequence of str, optional
        Names of the types in the list of missing services; the columns' names if not given.

    Returns
    -------
    DataFrame, n rows
        ``serv_n`` outlets; ``serv_types`` service breadth: types with at least one outlet,
        0 to K; ``serv_deg`` service degree [%]; ``serv_depth`` depth [%], only with caps;
        ``serv_miss`` names of the missing types, by falling weight, with commas between.

    Raises
    ------
    InputError
        If there are not as many weights, caps or names as types, or a weight or cap is negative,
        or all are 0.

    Examples
    --------
    >>> counts = pd.DataFrame({"grocery": [2, 0], "library": [0, 0], "fuel": [1, 1]})
    >>> supply = service_supply(counts, weights=[2, 1, 1])
    >>> supply["serv_deg"].tolist(), supply["serv_miss"].tolist()
    ([75.0, 25.0], ['library', 'grocery, library'])
    """
    outlets = np.nan_to_num(counts.to_numpy(dtype=float))
    weight = _per_type(weights, counts, np.ones(counts.shape[1]))
    there = outlets > 0
    result = {
        "serv_n": outlets.sum(axis=1).astype(np.int64),
        "serv_types": there.sum(axis=1),
        "serv_deg": ratio((there * weight).sum(axis=1), weight.sum(), smallest_base=0, scale=100),
    }
    if caps is not None:
        cap = _per_type(caps, counts, np.ones(counts.shape[1]))
        filled = np.minimum(outlets, cap).sum(axis=1)
        result["serv_depth"] = ratio(filled, cap.sum(), smallest_base=0, scale=100)
    labels = list(counts.columns) if names is None else list(names)
    if len(labels) != counts.shape[1]:
        raise InputError("Give one name for each of the {types} service types.", types=len(weight))
    order = np.argsort(-weight, kind="stable")
    result["serv_miss"] = np.array(
        [", ".join(str(labels[k]) for k in order if not row[k]) for row in there], dtype=object
    )
    return pd.DataFrame(result)


def _per_type(
    values: ArrayLike | None, counts: pd.DataFrame, usual: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Check one number for each type."""
    number = usual if values is None else np.asarray(values, dtype=float)
    if number.shape != usual.shape or not (number >= 0).all() or not number.sum() > 0:
        raise InputError(
            "Give one weight or cap, 0 or more, for each of the {types} service types; "
            "not all may be 0.",
            types=counts.shape[1],
        )
    return number
