"""Synthetic commuting between the demo region's localities, its countryside and the world outside.

A doubly constrained gravity model: as many leave a place as have work and live there, as many
arrive as there are jobs, and nearer places exchange more. The model and the fitting are [1]_, the
share of the population in work, the deterrence and the exchange with the outside are our own
choice, set so that about nine of ten who live in Linköping work in their own municipality, seven
of ten in Motala, and one or two of ten in the small places along the railway.

References
----------
.. [1] Wilson, A. G. (1967). A statistical theory of spatial distribution models. *Transportation
   Research*, 1(3), 253-269. doi:10.1016/0041-1647(67)90035-4
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy.spatial import distance_matrix

from . import facts
from .shapes import Floats, Integers, generator, shares

YEAR = 2024
IN_WORK = 0.47
"""Employed residents per inhabitant."""
RURAL_JOBS = 0.17
"""Jobs per inhabitant of the countryside with its villages, where most work in a locality."""
DETERRENCE = 13.0
"""Kilometres over which flows fall to the 1/e part."""
AT_HOME = 7.0
"""How much more likely a job in one's own place is than one just as far away."""
LONG_DETERRENCE = 25.0
"""The same for Norrköping, where people go farther."""
RURAL_SPREAD = 7.0
"""Kilometres from the middle of a countryside to its people."""
LEAVING = 0.11
"""Part of the employed who work outside the region; more where the region lacks jobs."""
FROM_OUTSIDE = 0.05
"""Least part of the jobs held by people from outside."""
NORRKOPING = (568700.0, 6495900.0)
"""Its station, in SWEREF 99 TM [m]."""
OUTSIDE = pd.DataFrame(
    {
        "code": ["0581", "0180", "00"],
        "name": ["Norrköping", "Stockholm", "Övriga Sverige"],
        "destination": [0.5, 0.17, 0.33],
        "origin": [0.6, 0.07, 0.33],
    }
)
"""Places outside: their parts of those who work outside and of those who come from there."""
MOST_ROUNDS = 1000


def areas(places: pd.DataFrame) -> pd.DataFrame:
    """List the localities, and the countryside of each municipality.

    The countryside of municipalities of which only some localities are given is scaled down
    alike, so that a tiny region keeps its proportions.

    Parameters
    ----------
    places : DataFrame
        As in ``facts.PLACES``.

    Returns
    -------
    DataFrame
        ``code``, ``name``, ``municipality``, ``e``, ``n`` (m; for a countryside the mean of its
        localities), ``population``, ``jobs``, ``character``, ``place_id``; localities first.
    """
    known = facts.PLACES.groupby("municipality")["population"].sum()
    given = places.groupby("municipality")
    towns = facts.MUNICIPALITIES.set_index("code").loc[sorted(set(places["municipality"]))]
    rural = (towns["population"] - known[towns.index]) / known[towns.index]
    population = (rural * given["population"].sum()).round().astype(np.int64)
    countryside = pd.DataFrame(
        {
            "code": towns.index + "R",
            "name": "Landsbygd, " + towns["name"],
            "municipality": towns.index,
            "e": given["e"].mean(),
            "n": given["n"].mean(),
            "population": population,
            "jobs": (RURAL_JOBS * population).round().astype(np.int64),
            "character": "rural",
            "place_id": "",
        }
    )
    return pd.concat([places[countryside.columns], countryside], ignore_index=True)


def jobs(places: pd.DataFrame) -> pd.Series:
    """Jobs by code: of the localities, and of each municipality's countryside.

    Parameters
    ----------
    places : DataFrame
        As in ``facts.PLACES``.

    Examples
    --------
    >>> int(jobs(facts.PLACES)["0580T001"])
    80000
    """
    return areas(places).set_index("code")["jobs"].astype(np.int64)


def jobs_by_section(places: pd.DataFrame) -> pd.DataFrame:
    """Jobs by code and section of SNI 2007 as ``facts.INDUSTRIES`` says; rows sum to ``jobs``.

    Parameters
    ----------
    places : DataFrame
        As in ``facts.PLACES``.

    Returns
    -------
    DataFrame
        A row per code, a column per section A to S.
    """
    zones, industries = areas(places), facts.INDUSTRIES.set_index("section")
    usual = zones["character"].where(zones["place_id"] != "", "country")
    own = zones["place_id"].isin(industries.columns)
    parts = industries[zones["place_id"].where(own, usual)].to_numpy(float).T
    owner = np.repeat(np.arange(len(zones)), parts.shape[1])
    whole = shares(parts.ravel(), owner, zones["jobs"].to_numpy(dtype=np.int64))
    return pd.DataFrame(whole.reshape(parts.shape), zones["code"], industries.index)


def commuting(places: pd.DataFrame, *, seed: int) -> pd.DataFrame:
    """Commuters from where they live to where they work, outside the region included.

    Parameters
    ----------
    places : DataFrame
        As in ``facts.PLACES``.
    seed : int
        The same seed gives the same flows.

    Returns
    -------
    DataFrame
        ``from_code``, ``from_name``, ``to_code``, ``to_name``, ``year``, ``employed``: one row
        per pair with commuters, within a place as well. The flows out of a place of the region
        sum to its employed residents; those into it to its jobs, but for rounding.
    """
    zones = areas(places)
    living = np.round(IN_WORK * zones["population"].to_numpy(float))
    working = zones["jobs"].to_numpy(float)
    leaving = max(LEAVING, 1 - (1 - FROM_OUTSIDE) * working.sum() / living.sum())
    coming = 1 - (1 - leaving) * living.sum() / working.sum()
    inside = balanced(
        _likelihood(zones, generator(seed, "commuting")),
        (1 - leaving) * living,
        (1 - coming) * working,
    )
    out = (leaving * living)[:, None] * _outside(zones, OUTSIDE["destination"])
    into = (coming * working)[:, None] * _outside(zones, OUTSIDE["origin"])
    flows = np.block([[inside, out], [into.T, np.zeros((len(OUTSIDE), len(OUTSIDE)))]])
    return _listed(zones, _rounded(flows, generator(seed, "commuting rounding")))


def balanced(likelihood: Floats, rows: Floats, columns: Floats) -> Floats:
    """Scale columns and rows in turn until their sums are as given (iterative fitting).

    Parameters
    ----------
    likelihood : ndarray, shape (n, m)
        Not negative; what is 0 stays 0.
    rows, columns : ndarray, shape (n,) and (m,)
        Sums wanted, with the same total.

    Returns
    -------
    ndarray, shape (n, m)
        Its rows sum as wanted, its columns to a millionth of the largest.

    Examples
    --------
    >>> balanced(np.ones((2, 2)), np.array([6.0, 2.0]), np.array([4.0, 4.0])).tolist()
    [[3.0, 3.0], [1.0, 1.0]]
    """
    flows = likelihood
    for _ in range(MOST_ROUNDS):
        flows = flows * _factor(columns, flows.sum(axis=0))
        flows = flows * _factor(rows, flows.sum(axis=1))[:, None]
        if np.abs(flows.sum(axis=0) - columns).max() < 1e-6 * columns.max():
            break
    return flows


def _factor(wanted: Floats, present: Floats) -> Floats:
    return np.divide(wanted, present, out=np.zeros_like(wanted), where=present > 0)


def _rounded(flows: Floats, rng: np.random.Generator) -> Integers:
    """Whole numbers less than 1 off, unbiased, that keep whole row sums."""
    start = rng.uniform(0.01, 0.99, (len(flows), 1))
    steps = np.floor(start + np.cumsum(flows, axis=1) + 1e-6)
    return np.asarray(np.diff(steps, axis=1, prepend=0).astype(np.int64))


def _likelihood(zones: pd.DataFrame, rng: np.random.Generator) -> Floats:
    """How likely each flow within the region is, before the totals are known."""
    kilometres = _kilometres(zones)
    likelihood = np.exp(-kilometres / DETERRENCE) * rng.lognormal(0, 0.25, kilometres.shape)
    likelihood[np.diag_indices(len(zones))] *= AT_HOME
    return np.asarray(likelihood)


def _kilometres(zones: pd.DataFrame) -> Floats:
    points = zones[["e", "n"]].to_numpy(float) / 1000
    rural = zones["place_id"].eq("").to_numpy() * RURAL_SPREAD
    apart = distance_matrix(points, points)
    return np.hypot(np.hypot(apart, rural[:, None]), rural)


def _outside(zones: pd.DataFrame, parts: pd.Series) -> Floats:
    """Share of each place outside in a place's exchange with all of them.

    Norrköping has more of it the nearer it is; ``parts`` hold for the largest place.
    """
    away = zones[["e", "n"]].to_numpy(float) - NORRKOPING
    kilometres = np.hypot(*away.T) / 1000
    centre = kilometres[zones["population"].to_numpy().argmax()]
    weights = np.tile(parts.to_numpy(float), (len(zones), 1))
    weights[:, 0] *= np.exp((centre - kilometres) / LONG_DETERRENCE)
    return np.asarray(weights / weights.sum(axis=1, keepdims=True))


def _listed(zones: pd.DataFrame, flows: Integers) -> pd.DataFrame:
    ends = pd.concat([zones[["code", "name"]], OUTSIDE[["code", "name"]]], ignore_index=True)
    home, work = np.nonzero(flows)
    return pd.DataFrame(
        {
            "from_code": ends["code"].to_numpy()[home],
            "from_name": ends["name"].to_numpy()[home],
            "to_code": ends["code"].to_numpy()[work],
            "to_name": ends["name"].to_numpy()[work],
            "year": YEAR,
            "employed": flows[home, work],
        }
    )
