"""Homes of a locality: their kind, tenure and age, building, and households.

References
----------
.. [1] Statistics Sweden. *Bostadsbestånd* (dwelling stock): definitions of one- or two-dwelling
   buildings, multi-dwelling buildings (three or more dwellings), other buildings and special
   housing, and of tenures.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from .errors import InputError
from .ratios import SMALLEST_BASE, ratio

Floats = NDArray[np.float64]

TYPES = {"small": "dw_small", "multi": "dw_multi", "other": "dw_other", "special": "dw_special"}
"""Kinds of building [1]_ and the field of each share."""

TENURES = {"rental": "ten_rent", "cooperative": "ten_coop", "owned": "ten_own"}
"""Tenures [1]_ and the field of each share."""

PERIODS = (1931, 1961, 1981, 2001)
"""First years of the building periods after the first; our own choice."""

MULTI = 3
"""Dwellings from which a building is a multi-dwelling building [1]_."""


def dwellings_by_type(purpose: ArrayLike, dwellings: ArrayLike) -> pd.DataFrame:
    """Sort the dwellings of buildings by kind, from the building's purpose and size.

    Parameters
    ----------
    purpose : array_like of str, shape (b,)
        Purpose as the Swedish mapping authority writes it, such as ``Bostad;Småhus radhus`` or
        ``Bostad; Flerfamiljshus``.
    dwellings : array_like, shape (b,)
        Dwellings in the building; missing counts as 0.

    Returns
    -------
    DataFrame, b rows
        ``small`` dwellings in one- or two-dwelling, terraced and linked houses; ``multi`` in
        buildings of three or more dwellings that are not terraced or linked, or that are called
        *Flerfamiljshus*; ``other`` in buildings for other than homes.

    Examples
    --------
    >>> purpose = ["Bostad;Småhus friliggande", "Bostad; Flerfamiljshus", "Verksamhet"]
    >>> dwellings_by_type(purpose, [1, 12, 2]).to_numpy().tolist()
    [[1.0, 0.0, 0.0], [0.0, 12.0, 0.0], [0.0, 0.0, 2.0]]
    """
    text = [str(words).lower() for words in np.asarray(purpose, dtype=object)]
    number = np.nan_to_num(np.asarray(dwellings, dtype=float))
    home = np.array([words.startswith("bostad") for words in text], dtype=bool)
    block = np.array(["flerfamiljshus" in words for words in text], dtype=bool)
    row = np.array(["radhus" in words or "kedjehus" in words for words in text], dtype=bool)
    multi = home & (block | ((number >= MULTI) & ~row))
    return pd.DataFrame(
        {
            "small": np.where(home & ~multi, number, 0.0),
            "multi": np.where(multi, number, 0.0),
            "other": np.where(~home, number, 0.0),
        }
    )


def dwellings_by_period(
    year: ArrayLike, dwellings: ArrayLike, *, periods: Sequence[int] = PERIODS
) -> pd.DataFrame:
    """Sort the dwellings of buildings by the period they were built in.

    Parameters
    ----------
    year : array_like, shape (b,)
        Year of building; missing where it is not known.
    dwellings : array_like, shape (b,)
        Dwellings in the building; missing counts as 0.
    periods : sequence of int
        First year of each period but the first, rising.

    Returns
    -------
    DataFrame, b rows
        One column for each period: ``b_to1930``, ``b1931_60``, ..., ``b_from2001``, and
        ``b_unknown`` for those without a year.

    Raises
    ------
    InputError
        If the periods do not rise, or none is given.

    Examples
    --------
    >>> dwellings_by_period([1930, 1931, None], [1, 2, 3], periods=[1931]).to_numpy().tolist()
    [[1.0, 0.0, 0.0], [0.0, 2.0, 0.0], [0.0, 0.0, 3.0]]
    """
    first = np.asarray(periods, dtype=float)
    if not len(first) or not (np.diff(first) > 0).all():
        raise InputError("Give at least one year that parts the building periods, in order.")
    built = np.asarray(year, dtype=float)
    number = np.nan_to_num(np.asarray(dwellings, dtype=float))
    which = np.where(np.isnan(built), len(first) + 1, np.searchsorted(first, built, side="right"))
    names = [*_period_names([int(start) for start in first]), "b_unknown"]
    return pd.DataFrame({name: np.where(which == k, number, 0.0) for k, name in enumerate(names)})


def housing_indicators(
    *,
    types: pd.DataFrame | None = None,
    tenures: pd.DataFrame | None = None,
    periods: pd.DataFrame | None = None,
    completed: ArrayLike | None = None,
    population: ArrayLike | None = None,
    earlier_population: ArrayLike | None = None,
    household_population: ArrayLike | None = None,
    households: ArrayLike | None = None,
    second_homes: ArrayLike | None = None,
    permanent_houses: ArrayLike | None = None,
    smallest_base: float = SMALLEST_BASE,
) -> pd.DataFrame:
    """Kind, tenure and age of the homes, building, housing pressure and household size.

    Parameters
    ----------
    types : DataFrame, n rows, optional
        Dwellings by kind, columns among ``small``, ``multi``, ``other``, ``special``.
    tenures : DataFrame, n rows, optional
        Dwellings by tenure, columns among ``rental``, ``cooperative``, ``owned``.
    periods : DataFrame, n rows, optional
        Dwellings by period of building, such as the sums of `dwellings_by_period`.
    completed : array_like, shape (n,), optional
        Dwellings completed in the last years: five for the rate per inhabitant, the years since
        the earlier population for the pressure.
    population, earlier_population : array_like, shape (n,), optional
        Inhabitants now and at the start of those years.
    household_population, households : array_like, shape (n,), optional
        Persons in households, and households.
    second_homes, permanent_houses : array_like, shape (n,), optional
        Holiday homes, and one- or two-dwelling houses lived in all year.
    smallest_base : float
        Smaller bases (dwellings, inhabitants, households, houses) have no ratio.

    Returns
    -------
    DataFrame, n rows
        Those columns that the input allows: ``dw_small``, ``dw_multi``, ``dw_other``,
        ``dw_special`` shares of dwellings [%]; ``ten_rent``, ``ten_coop``, ``ten_own`` shares
        [%]; the columns of ``periods`` as shares of the dwellings with a year [%];
        ``completed`` completed dwellings per 1 000 inhabitants; ``pressure`` new inhabitants
        per completed dwelling, negative where the population falls; ``hh_size`` persons per
        household; ``second_sh`` second homes among second homes and permanent houses [%]. NaN
        where the base is too small or missing.

    Raises
    ------
    InputError
        If a column names no known kind or tenure.

    Examples
    --------
    >>> housing_indicators(types=pd.DataFrame({"small": [30], "multi": [10]}))
       dw_small  dw_multi
    0      75.0      25.0
    """
    result: dict[str, Floats] = {}
    for table, codes in [(types, TYPES), (tenures, TENURES)]:
        if table is not None:
            result.update(_shares(_renamed(table, codes), smallest_base))
    if periods is not None:
        result.update(_shares(periods.drop(columns="b_unknown", errors="ignore"), smallest_base))
    if completed is not None and population is not None:
        result["completed"] = ratio(completed, population, smallest_base=smallest_base, scale=1000)
        if earlier_population is not None:
            growth = np.asarray(population, dtype=float) - np.asarray(earlier_population, float)
            result["pressure"] = ratio(growth, completed, smallest_base=smallest_base)
    if household_population is not None and households is not None:
        result["hh_size"] = ratio(household_population, households, smallest_base=smallest_base)
    if second_homes is not None and permanent_houses is not None:
        second = np.asarray(second_homes, dtype=float)
        houses = second + np.asarray(permanent_houses, dtype=float)
        result["second_sh"] = ratio(second, houses, smallest_base=smallest_base, scale=100)
    return pd.DataFrame(result)


def _period_names(first: list[int]) -> list[str]:
    middle = [f"b{start}_{(end - 1) % 100:02d}" for start, end in zip(first[:-1], first[1:])]
    return [f"b_to{first[0] - 1}", *middle, f"b_from{first[-1]}"]


def _renamed(table: pd.DataFrame, codes: dict[str, str]) -> pd.DataFrame:
    for name in table.columns:
        if name not in codes:
            raise InputError(
                "'{name}' is no kind of home; the kinds are: {kinds}.",
                name=name,
                kinds=", ".join(codes),
            )
    return table.rename(columns=codes)


def _shares(table: pd.DataFrame, smallest_base: float) -> dict[str, Floats]:
    """Relate each column to the sum of all, missing where any is missing."""
    counts = table.to_numpy(dtype=float)
    total = counts.sum(axis=1)
    return {
        str(name): ratio(counts[:, k], total, smallest_base=smallest_base, scale=100)
        for k, name in enumerate(table.columns)
    }
