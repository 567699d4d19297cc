"""Alike but different: pairs of places that look alike and work differently, and the reverse.

How the two distances are set against each other, as a difference of percentile ranks, is our own
choice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.spatial.distance import pdist
from scipy.stats import rankdata

from ..errors import InputError
from ..progress import Progress, silent

Values = NDArray[np.float64]
Numbers = NDArray[np.intp]

LARGEST = 6_000
"""Localities above which all pairs outgrow an ordinary computer's memory."""

TELLING = 3
"""Fields that are named as setting a pair apart or bringing it together."""

DIGITS = 9
"""Distances that agree to this decimal are equal."""


def ranked_pairs(
    structure: Values,
    function: Values,
    *,
    reverse: bool = False,
    quantile: float = 0.2,
    limit: int = 50,
    each: int = 2,
    one: int | None = None,
    progress: Progress = silent,
) -> pd.DataFrame:
    r"""Rank pairs by how much more they differ in function than in structure.

    .. math:: I_{ab} = R(d^F_{ab}) - R(d^S_{ab})

    *d* are root mean squared differences of standardised values, *R* the percentile rank among
    all pairs, 0 to 100.

    Parameters
    ----------
    structure : ndarray, shape (n, s)
        Standardised values of what places look like: size, density, form, distance.
    function : ndarray, shape (n, f)
        Standardised values of what they do: commuting, jobs, ages, service.
    reverse : bool
        Instead find those that look different and work alike.
    quantile : float
        Only pairs among so many of the most alike in structure, 0 to 1; in reverse of the most
        different.
    limit : int
        Pairs to list at most.
    each : int
        Pairs with one place at most, so that one odd place does not fill the list.
    one : int, optional
        Only pairs with this row, of which there may be any number.
    progress : callable
        Told the fraction done.

    Returns
    -------
    DataFrame, at most ``limit`` rows, best first
        ``a`` and ``b`` row numbers, the first the lower; ``d_struct`` and ``d_funct`` distances
        in standard deviations; ``index`` -100 to 100, high where places look alike and work
        differently. Of equal indices the pair of the first rows comes first.

    Raises
    ------
    InputError
        If there are fewer than three places or too many.

    Notes
    -----
    Memory: some 40 n * n bytes, 1.5 GB for 6 000 places.

    Examples
    --------
    >>> looks = np.array([[0.0], [0.1], [5.0], [9.0]])
    >>> works = np.array([[0.0], [7.0], [7.1], [0.3]])
    >>> ranked_pairs(looks, works, limit=1)[["a", "b", "index"]].values.tolist()
    [[0.0, 1.0, 80.0]]
    """
    count = len(structure)
    if count < 3:
        raise InputError(
            "Only {count} localities have all values; at least 3 are needed to compare pairs.",
            count=count,
        )
    if count > LARGEST:
        raise InputError(
            "Pairs of {count} localities do not fit into memory; choose at most {largest}, for "
            "example those of some municipalities.",
            count=count,
            largest=LARGEST,
        )
    distances = [_distances(structure), _distances(function)]
    progress(0.4)
    looks, works = (_percentiles(each) for each in distances)
    progress(0.8)
    index = works - looks
    wanted = looks >= 100 * (1 - quantile) if reverse else looks <= 100 * quantile
    first, second = np.triu_indices(count, 1)
    if one is not None:
        wanted &= (first == one) | (second == one)
    found = np.flatnonzero(wanted)
    sign = 1 if reverse else -1
    ordered = found[np.argsort(sign * index[found].round(DIGITS), kind="stable")]
    best = _spread(ordered, first, second, limit=limit, each=limit if one is not None else each)
    progress(1.0)
    return pd.DataFrame(
        {
            "a": first[best],
            "b": second[best],
            "d_struct": distances[0][best],
            "d_funct": distances[1][best],
            "index": index[best],
        }
    )


def most_like(structure: Values, function: Values, one: int, *, limit: int = 50) -> pd.DataFrame:
    """Find the places that are most like one place, in structure and function together.

    Parameters
    ----------
    structure, function : ndarray, shape (n, s) and (n, f)
        As in :func:`ranked_pairs`.
    one : int
        Row of the place.
    limit : int
        Places to list at most.

    Returns
    -------
    DataFrame, at most ``limit`` rows, most alike first
        As in :func:`ranked_pairs` with ``a`` the place itself; ``index`` is 100 for a place that
        is the same throughout and falls with the mean of the two distances, by half for each.

    Examples
    --------
    >>> values = np.array([[0.0], [3.0], [1.0]])
    >>> most_like(values, values, 0)[["b", "index"]].values.tolist()
    [[2.0, 50.0], [1.0, 12.5]]
    """
    looks, works = (_root_mean(values - values[one]) for values in (structure, function))
    mean = (looks + works) / 2
    order = np.argsort(mean.round(DIGITS), kind="stable")
    best = order[order != one][:limit]
    return pd.DataFrame(
        {
            "a": np.full(len(best), one),
            "b": best,
            "d_struct": looks[best],
            "d_funct": works[best],
            "index": 100 * np.exp2(-mean[best]),
        }
    )


def telling(
    pairs: pd.DataFrame, values: Values, names: Sequence[str], *, alike: bool = False
) -> list[list[str]]:
    """Name the fields that set each pair most apart, or bring it most together.

    Parameters
    ----------
    pairs : DataFrame
        With ``a`` and ``b``.
    values : ndarray, shape (n, f)
        Standardised values.
    names : sequence of str
        The fields' names.
    alike : bool
        The least differences instead of the largest.

    Returns
    -------
    list of list of str
        Up to three names for each pair; of equal differences the first field.

    Examples
    --------
    >>> pairs = pd.DataFrame({"a": [0], "b": [1]})
    >>> telling(pairs, np.array([[0.0, 0, 0, 0], [1.0, 5, 2, 0]]), ["p", "q", "r", "s"])
    [['q', 'r', 'p']]
    """
    apart = np.abs(values[pairs["a"]] - values[pairs["b"]]).round(DIGITS)
    order = np.argsort(apart if alike else -apart, axis=1, kind="stable")[:, :TELLING]
    return [[names[i] for i in row] for row in order]


def _spread(ordered: Numbers, first: Numbers, second: Numbers, *, limit: int, each: int) -> Numbers:
    """Take pairs from the top of the list, none of a place that has enough already."""
    taken: list[int] = []
    counts: Counter[int] = Counter()
    for pair in ordered:
        ends = int(first[pair]), int(second[pair])
        if max(counts[end] for end in ends) < each:
            taken.append(int(pair))
            counts.update(ends)
            if len(taken) == limit:
                break
    return np.array(taken, dtype=np.intp)


def _distances(values: Values) -> Values:
    return np.asarray(pdist(values) / np.sqrt(values.shape[1]))


def _root_mean(apart: Values) -> Values:
    return np.asarray(np.sqrt((apart**2).mean(axis=1)))


def _percentiles(distances: Values) -> Values:
    """Percentile rank of each, 0 for the least and 100 for the largest; equals share a rank."""
    ranks = rankdata(distances.round(DIGITS))
    return np.asarray(100 * (ranks - 1) / max(len(ranks) - 1, 1))
