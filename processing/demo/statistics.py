"""Synthetic statistics of the demo region, as PX files like those of a Swedish PxWeb.

Each file has all its texts in Swedish and English. Shown levels rest on the demo region's own
populations and jobs; growth, sex and everything before the last year are drawn.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from . import facts
from .commuting import areas, jobs_by_section
from .px import ENCODING, Table, Variable, px
from .shapes import Integers, generator

__all__ = ["ENCODING", "employment_px", "population_px", "statistics"]

POPULATION_YEARS = tuple(range(2010, 2026))
EMPLOYMENT_YEARS = tuple(range(2015, 2025))
BREAK = 2019
"""First year of the new source, monthly declarations of the employers (AGI)."""
HIDDEN_BELOW = 30
"""Employed in an area below which its sections are not shown."""

_GROWTH = {
    "regional_core": 0.011,
    "subregional_centre": 0.006,
    "company_town": -0.001,
    "service": 0.002,
    "commuter": 0.009,
    "residential": 0.014,
    "rural": -0.003,
}
"""Usual growth of the population per year by character; our own choice."""
SECTIONS: Final = pd.read_csv(Path(__file__).parent / "data" / "sections.csv")
"""Groups of sections of SNI 2007 (``letters``), and how they develop, our own choice: share of
``women``, ``growth`` per year, ``shift`` by which the new source counts more."""


def statistics(places: pd.DataFrame, *, seed: int) -> dict[str, str]:
    """Make all tables, by file name; write them in ``ENCODING``.

    Parameters
    ----------
    places : DataFrame
        As in ``facts.PLACES``.
    seed : int
        The same seed gives the same figures.

    Examples
    --------
    >>> from . import facts
    >>> sorted(statistics(facts.PLACES, seed=1))
    ['folkmangd_tatort.px', 'sysselsatta_dagbefolkning.px']
    """
    return {
        "folkmangd_tatort.px": population_px(places, seed=seed),
        "sysselsatta_dagbefolkning.px": employment_px(places, seed=seed),
    }


def population_px(places: pd.DataFrame, *, seed: int) -> str:
    """Tell the population by locality and year 2010-2025; the last is ``places.population``."""
    series = _population(places, generator(seed, "population series"))
    names = list(places["name"])
    localities = Variable(("tätort", "locality"), list(places["code"]), (names, names))
    note = (
        "Syntetiska uppgifter för övning. Sista årets folkmängd är demoregionens.",
        "Synthetic figures for practice. The last year is the population of the demo region.",
    )
    return px(
        Table(
            "SAMPLAN01",
            ("Folkmängd", "Population"),
            [localities, _year(POPULATION_YEARS)],
            [note],
            [],
            series.astype(str).astype(object),
        )
    )


def employment_px(places: pd.DataFrame, *, seed: int) -> str:
    """Tell the employed by workplace, section, sex and year 2015-2024, as it would be published.

    Areas are the localities, each municipality's countryside and the municipalities. Totals are
    made of true figures; then 1 and 2 are replaced by 0 or 3, and the sections of areas with
    fewer than 30 employed are hidden (``..``).
    """
    zones = areas(places)
    counts = _employed(zones, jobs_by_section(places), generator(seed, "employment series"))
    every = _with_totals(zones, counts)
    cells = _published(every, generator(seed, "disclosure"))
    return px(
        Table(
            "SAMPLAN02",
            ("Sysselsatta (dagbefolkning)", "Employed (at the place of work)"),
            [_area_variable(zones), _section_variable(), _sex_variable(), _year(EMPLOYMENT_YEARS)],
            _EMPLOYMENT_NOTES,
            [(str(BREAK), *_BREAK_NOTE)],
            cells,
        )
    )


_EMPLOYMENT_NOTES: Final = (
    (
        "Syntetiska uppgifter för övning. Dagbefolkning: var man arbetar, inte var man bor.",
        "Synthetic figures for practice. By place of work, not of residence.",
    ),
    (
        "Låga tal som ett (1) och två (2) har ersatts av andra tal. Totaler är beräknade före "
        "ersättningen, så delar och totaler kan skilja sig åt.",
        "Low numbers such as one (1) and two (2) have been replaced by other numbers. Totals are "
        "from before the replacement, so that parts and totals may differ.",
    ),
    (
        f".. = uppgiften visas inte: färre än {HIDDEN_BELOW} sysselsatta i området.",
        f".. = not shown: fewer than {HIDDEN_BELOW} employed in the area.",
    ),
)
_BREAK_NOTE: Final = (
    "Tidsseriebrott: från och med 2019 bygger uppgifterna på arbetsgivardeklarationer på "
    "individnivå (AGI) i stället för kontrolluppgifter (KU). Nivåerna före och efter är inte "
    "jämförbara.",
    "Break in the series: from 2019 on the figures rest on monthly declarations of employers "
    "(AGI) instead of yearly income statements (KU). Levels before and after do not compare.",
)


def _population(places: pd.DataFrame, rng: np.random.Generator) -> Integers:
    """Inhabitants by place and year: back from the last year by growth that wanders."""
    last = places["population"].to_numpy(float)
    usual = places["character"].map(_GROWTH).to_numpy(float) + rng.normal(0, 0.003, len(last))
    spread = 0.003 + 0.12 / np.sqrt(np.maximum(last, 1))
    steps = rng.normal(0, 1, (len(last), len(POPULATION_YEARS) - 1)) * spread[:, None]
    growth = usual[:, None] + steps
    before = np.cumprod(1 / (1 + growth), axis=1)[:, ::-1]
    levels = last[:, None] * np.column_stack([before, np.ones(len(last))])
    return np.asarray(np.round(levels).astype(np.int64))


def _employed(zones: pd.DataFrame, jobs: pd.DataFrame, rng: np.random.Generator) -> Integers:
    """Draw true counts by zone, section, sex (women, men) and year."""
    last = np.column_stack([jobs[list(letters)].sum(axis=1) for letters in SECTIONS["letters"]])
    years = np.array(EMPLOYMENT_YEARS)
    growth, shift, share = SECTIONS[["growth", "shift", "women"]].to_numpy(float).T
    local = zones["character"].map(_GROWTH).to_numpy(float) / 4
    local += rng.normal(0, 0.004, len(zones))
    yearly = growth + local[:, None]
    levels = last[:, :, None] * (1 + yearly[:, :, None]) ** (years - years[-1])
    levels = levels / np.where(years < BREAK, 1 + shift[:, None], 1.0)
    spread = 0.004 + 0.1 / np.sqrt(np.maximum(last, 1))
    noise = rng.normal(0, 1, levels.shape) * spread[:, :, None] * (years < years[-1])
    both = np.round(levels * np.exp(noise))
    women = np.clip(share[:, None] + rng.normal(0, 0.03, (*last.shape, 1)), 0.02, 0.98)
    women = np.round(both * np.clip(women + rng.normal(0, 0.008, both.shape), 0, 1))
    return np.asarray(np.stack([women, both - women], axis=2).astype(np.int64))


def _with_totals(zones: pd.DataFrame, counts: Integers) -> Integers:
    """Add the municipalities as areas, all sections as the first, both sexes as the first."""
    municipality, codes = pd.factorize(zones["municipality"], sort=True)
    sums = np.zeros((len(codes), *counts.shape[1:]), dtype=np.int64)
    np.add.at(sums, municipality, counts)
    every = np.concatenate([counts, sums])
    every = np.concatenate([every.sum(axis=1, keepdims=True), every], axis=1)
    return np.asarray(np.concatenate([every.sum(axis=2, keepdims=True), every], axis=2))


def _published(counts: Integers, rng: np.random.Generator) -> npt.NDArray[np.object_]:
    """Text of each cell after disclosure control: 0 or 3 for 1 and 2, true on average."""
    up = rng.random(counts.shape) * 3 < counts
    small = (counts == 1) | (counts == 2)
    text = np.where(small, np.where(up, 3, 0), counts).astype(str).astype(object)
    hidden = np.broadcast_to(counts[:, :1, :1, :] < HIDDEN_BELOW, counts.shape).copy()
    hidden[:, 0] = False
    text[hidden] = '".."'
    return text


def _area_variable(zones: pd.DataFrame) -> Variable:
    towns = facts.MUNICIPALITIES.set_index("code").loc[sorted(set(zones["municipality"])), "name"]
    owner = [name if name[-1] in "aeiouyåäö" else f"{name}s" for name in towns]
    countryside = zones["name"].str.replace("Landsbygd, ", "Countryside, ", regex=False)
    return Variable(
        ("område", "area"),
        [*zones["code"], *towns.index],
        (
            [*zones["name"], *(f"{name} kommun" for name in owner)],
            [*countryside, *(f"{name} Municipality" for name in towns)],
        ),
    )


def _section_variable() -> Variable:
    return Variable(
        ("näringsgren", "section"),
        ["TOT", *SECTIONS["code"]],
        (["Totalt", *SECTIONS["sv"]], ["Total", *SECTIONS["en"]]),
        total=0,
    )


def _sex_variable() -> Variable:
    sexes = ["Båda könen", "Kvinnor", "Män"], ["Both sexes", "Women", "Men"]
    return Variable(("kön", "sex"), ["1+2", "2", "1"], sexes, total=0)


def _year(years: tuple[int, ...]) -> Variable:
    texts = [str(year) for year in years]
    return Variable(("år", "year"), texts, (texts, texts))
