"""Indicators of a locality's population: size, growth, density and ages.

References
----------
.. [1] Statistics Sweden (2017). *Försörjningskvot 1960-2016 och prognos 2017-2060*: persons aged
   0-19 and 65 or over per 100 persons aged 20-64.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from .errors import InputError
from .ratios import SMALLEST_BASE, ratio, yearly_growth


class AgeClass(NamedTuple):
    """Ages in completed years, ``low`` to ``high``; ``high`` is None where the class is open."""

    low: int
    high: int | None


AGE_SHARES = {
    "age0_5": AgeClass(0, 5),
    "age6_15": AgeClass(6, 15),
    "age16_19": AgeClass(16, 19),
    "age20_24": AgeClass(20, 24),
    "age25_44": AgeClass(25, 44),
    "age45_64": AgeClass(45, 64),
    "age65_79": AgeClass(65, 79),
    "age80": AgeClass(80, None),
}
"""The ages of each share field."""

OLDEST = 99
"""A closed class that reaches this age counts as open; our own choice."""

LONGEST_LIFE = 105
"""An open class has its mean age a quarter of the way to this age; our own choice."""

_PREFIX = r"(?:(?:p|a|pop|ålder|alder)[ _]?|age[ _])?"
_UNIT = r"(?:[ _]?(?:år|years))?"
_CLOSED = re.compile(rf"{_PREFIX}(\d{{1,3}}) ?[-–_] ?(\d{{1,3}}){_UNIT}", re.IGNORECASE)
_OPEN = re.compile(rf"{_PREFIX}(\d{{1,3}})(?:[ _]?(?:\+|plus)|[-–_]w?){_UNIT}", re.IGNORECASE)
_SINGLE = re.compile(r"(?:age[ _]|ålder[ _]?|alder[ _]?)(\d{1,3})|(\d{1,3}) ?år", re.IGNORECASE)


def age_class(name: str) -> AgeClass | None:
    """Read the ages that a field's name speaks of.

    Parameters
    ----------
    name : str
        For instance ``p0_5``, ``age_65_79``, ``0-4``, ``5–9 år``, ``p80_``, ``80plus``, ``100+``,
        ``85-w`` or, for a single year, ``age_7`` and ``7 år``.

    Returns
    -------
    AgeClass or None
        None where the name speaks of no ages. ``age0_5`` is no class of counts: it is the field
        of a share that :func:`population_indicators` gives.

    Examples
    --------
    >>> age_class("age_65_79"), age_class("80+"), age_class("name")
    (AgeClass(low=65, high=79), AgeClass(low=80, high=None), None)
    """
    text = name.strip()
    if found := _CLOSED.fullmatch(text):
        low, high = int(found[1]), int(found[2])
        return AgeClass(low, high) if low <= high <= 130 else None
    if found := _OPEN.fullmatch(text):
        return AgeClass(int(found[1]), None) if int(found[1]) <= 130 else None
    if found := _SINGLE.fullmatch(text):
        age = int(found[1] or found[2])
        return AgeClass(age, age) if age <= 130 else None
    return None


def age_classes(names: Iterable[str]) -> dict[str, AgeClass]:
    """Find the fields that are age classes, youngest first.

    Parameters
    ----------
    names : iterable of str
        Field names; those that speak of no ages are left out.

    Returns
    -------
    dict of str to AgeClass

    Raises
    ------
    InputError
        If two classes share an age, so that somebody would count twice.

    Examples
    --------
    >>> list(age_classes(["p65_", "name", "p0_64"]))
    ['p0_64', 'p65_']
    """
    found = {name: ages for name in names if (ages := age_class(name)) is not None}
    ordered = sorted(found.items(), key=lambda item: item[1].low)
    for (younger, first), (older, second) in zip(ordered, ordered[1:]):
        if first.high is None or second.low <= first.high:
            raise InputError(
                "The age classes '{younger}' and '{older}' overlap; "
                "choose classes in which each age occurs once.",
                younger=younger,
                older=older,
            )
    return dict(ordered)


def population_indicators(
    population: ArrayLike,
    *,
    land_hectares: ArrayLike | None = None,
    earlier: ArrayLike | None = None,
    years: float | None = None,
    ages: pd.DataFrame | None = None,
    smallest_base: float = SMALLEST_BASE,
) -> pd.DataFrame:
    """Size, density, growth and age structure of each locality's population.

    Parameters
    ----------
    population : array_like, shape (n,)
        Inhabitants.
    land_hectares : array_like, shape (n,), optional
        Land area, water left out [ha].
    earlier : array_like, shape (n,), optional
        Inhabitants at an earlier date.
    years : float, optional
        Years from the earlier date, asked for with ``earlier``.
    ages : DataFrame, n rows, optional
        Inhabitants by age class, one column per class, named as :func:`age_class` reads. A class
        that crosses a limit is split evenly over its single years; an open class is never split.
    smallest_base : float
        Inhabitants below which a share or a rate is not shown.

    Returns
    -------
    DataFrame, n rows
        Those columns that the input allows. ``pop`` inhabitants; ``pop_dens`` inhabitants per
        hectare of land; ``pop_growth`` compound growth [% per year]; ``pop_index`` population
        where the earlier one is 100; ``age0_5`` to ``age80`` shares [%]; ``dep_ratio`` persons
        aged 0-19 and 65 or over per 100 persons aged 20-64 [1]_; ``dep_demo`` inhabitants per
        inhabitant aged 20-64; ``mean_age`` mean age, from the middles of the classes [years];
        ``ageing`` persons aged 65 or over per 100 persons aged 0-14.
        NaN where the base is too small or missing, or where the classes do not tell.

    Raises
    ------
    InputError
        If a column of ``ages`` names no age class, if classes overlap, or if ``years`` is
        missing or not above 0.

    Examples
    --------
    >>> ages = pd.DataFrame({"p0_19": [50], "p20_64": [100], "p65_": [50]})
    >>> population_indicators([200], land_hectares=[20], ages=ages)[["pop_dens", "dep_ratio"]]
       pop_dens  dep_ratio
    0      10.0      100.0
    """
    inhabitants = np.asarray(population, dtype=float)
    result = {"pop": inhabitants}
    if land_hectares is not None:
        result["pop_dens"] = ratio(inhabitants, land_hectares, smallest_base=0)
    if earlier is not None:
        if years is None:
            raise InputError("Give the years between the earlier and the later population.")
        result["pop_growth"] = yearly_growth(
            earlier, inhabitants, years, smallest_base=smallest_base
        )
        result["pop_index"] = ratio(inhabitants, earlier, smallest_base=smallest_base, scale=100)
    if ages is not None:
        result.update(_age_indicators(inhabitants, ages, smallest_base))
    return pd.DataFrame(result)


def _age_indicators(
    population: NDArray[np.float64], ages: pd.DataFrame, smallest_base: float
) -> dict[str, NDArray[np.float64]]:
    classes = age_classes(ages.columns)
    for name in ages.columns:
        if name not in classes:
            raise InputError(
                "The field '{field}' does not name an age class; "
                "names such as p0_5, 0-4, p80_ or 80+ do.",
                field=name,
            )
    counts = ages[list(classes)].to_numpy(dtype=float)
    limits = list(classes.values())

    def persons(low: int, high: int | None) -> NDArray[np.float64]:
        return _persons(counts, limits, AgeClass(low, high))

    def share(part: NDArray[np.float64], base: NDArray[np.float64]) -> NDArray[np.float64]:
        return ratio(part, base, smallest_base=smallest_base, scale=100)

    working, old = persons(20, 64), persons(65, None)
    result = {code: share(persons(*group), population) for code, group in AGE_SHARES.items()}
    result["dep_ratio"] = share(persons(0, 19) + old, working)
    result["dep_demo"] = share(population, working) / 100
    everybody = persons(0, None)
    result["mean_age"] = ratio(
        np.where(np.isnan(everybody), np.nan, (counts * _mean_ages(limits)).sum(axis=1)),
        everybody,
        smallest_base=smallest_base,
    )
    result["ageing"] = share(old, persons(0, 14))
    return result


def _persons(
    counts: NDArray[np.float64], classes: Sequence[AgeClass], group: AgeClass
) -> NDArray[np.float64]:
    """Persons of the group's ages; NaN where the classes leave an age out or cannot be split."""
    shares = np.array([_share_within(ages, group) for ages in classes])
    last = OLDEST if group.high is None else group.high
    told = all(any(_holds(ages, age) for ages in classes) for age in range(group.low, last + 1))
    if not told or np.isnan(shares).any():
        return np.full(len(counts), np.nan)
    used = shares > 0
    # a sum, not a matrix product: that of some machines differs in the last digit between runs
    return np.asarray((counts[:, used] * shares[used]).sum(axis=1))


def _share_within(ages: AgeClass, group: AgeClass) -> float:
    if group.high is not None and ages.low > group.high:
        return 0.0
    if ages.high is None:
        return 1.0 if group.high is None and ages.low >= group.low else np.nan
    last = ages.high if group.high is None else min(ages.high, group.high)
    years = last - max(ages.low, group.low) + 1
    return max(years, 0) / (ages.high - ages.low + 1)


def _holds(ages: AgeClass, age: int) -> bool:
    return ages.low <= age and (ages.high is None or age <= ages.high)


def _mean_ages(classes: Sequence[AgeClass]) -> NDArray[np.float64]:
    """Middle of each class; somebody of a completed age is half a year older on average."""
    return np.array(
        [
            ages.low + (LONGEST_LIFE - ages.low) / 4
            if ages.high is None
            else (ages.low + ages.high + 1) / 2
            for ages in classes
        ]
    )
