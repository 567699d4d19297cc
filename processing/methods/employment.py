"""Indicators of jobs, employed residents and commuting between localities.

References
----------
.. [1] Statistics Sweden. *Lokala arbetsmarknader*: commuting out as a share of the employed
   residents, largest single destination.
.. [2] Nystuen, J. D., Dacey, M. F. (1961). A graph theory interpretation of nodal regions.
   doi:10.1007/BF01969070
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from .allocation import as_codes
from .errors import InputError
from .ratios import SMALLEST_BASE, ratio

Values = NDArray[np.float64]


@dataclass(frozen=True)
class Employment:
    """Employment indicators, and what the flow table held besides.

    Attributes
    ----------
    indicators : DataFrame
        One row per locality, see :func:`employment_indicators`.
    outside : tuple of str
        Codes of the flow table that are not in the list of localities, sorted.
    repeated, missing : int
        Pairs of places that occur more than once in the flow table, their flows added; flows
        without a number, which count as 0.
    """

    indicators: pd.DataFrame
    outside: tuple[str, ...] = ()
    repeated: int = 0
    missing: int = 0


def employment_indicators(
    codes: ArrayLike,
    *,
    jobs: ArrayLike | None = None,
    employed: ArrayLike | None = None,
    working_age: ArrayLike | None = None,
    flows: pd.DataFrame | None = None,
    core: str | None = None,
    smallest_base: float = SMALLEST_BASE,
) -> Employment:
    """Jobs, employed residents and commuting of each locality.

    Parameters
    ----------
    codes : array_like, shape (n,)
        One code per locality, each once.
    jobs : array_like, shape (n,), optional
        Persons who work in the locality, wherever they live; else the flows into it.
    employed : array_like, shape (n,), optional
        Employed persons who live in the locality, wherever they work; else the flows out of it.
    working_age : array_like, shape (n,), optional
        Inhabitants aged 20-64.
    flows : DataFrame, optional
        Columns ``from`` (home), ``to`` (work), ``employed`` [persons] and optionally ``name`` (of
        the place of work). Places outside the list of localities count in the sums; an empty code
        is an unknown place. The same pair may occur again (by sex or by age): flows add up, so
        hand in one year.
    core : str, optional
        Code of the place on which dependence is measured, for instance the
        :func:`largest_destination`.
    smallest_base : float
        Persons below which a share is not shown.

    Returns
    -------
    Employment
        Its ``indicators`` have those columns that the input allows. ``employed`` and ``jobs``
        persons; ``emp_rate`` employed per inhabitant aged 20-64 [%]; ``job_ratio`` jobs per 100
        employed; ``self_cont`` employed residents who work at home [%]; ``local_rec`` jobs held
        by residents [%]; ``out_comm`` employed who work elsewhere [%] [1]_; ``in_comm`` jobs held
        by others [%]; ``net_comm`` commuters in less commuters out, ``gross_comm`` both
        [persons]; ``main_dest`` code of the place that most commute to [2]_ (of equals the one
        with most commuters from all places, then the lower code), None without commuters;
        ``main_name`` its name where the flows have names;
        ``main_sh`` its share of the employed [%]; ``core_dep`` employed who work in the core [%],
        NaN for the core itself; ``nodality`` commuters in [persons].
        What rests on flows is NaN for a locality that the table does not have on that side.

    Raises
    ------
    InputError
        If there is nothing to count, a code occurs twice, a flow is negative or the core is
        unknown.

    Examples
    --------
    >>> flows = pd.DataFrame({"from": ["A", "A", "B"], "to": ["A", "B", "B"],
    ...                       "employed": [30, 10, 60]})
    >>> employment_indicators(["A", "B"], flows=flows).indicators[["job_ratio", "out_comm"]]
        job_ratio  out_comm
    0   75.000000      25.0
    1  116.666667       0.0
    """
    if flows is None and jobs is None and employed is None:
        raise InputError("Choose a flow table, or a field with jobs or employed residents.")
    places = list(as_codes(codes))
    _refuse_repeated(places)
    given = {"employed": employed, "jobs": jobs}
    counts = {name: np.asarray(v, dtype=float) for name, v in given.items() if v is not None}
    if flows is None:
        return Employment(_balance(counts, working_age, smallest_base))

    table = _read(flows, places)
    sums = {"employed": table.leaving(), "jobs": table.arriving()}
    counts = {**sums, **counts}
    balance = _balance(counts, working_age, smallest_base)
    commuting = _commuting(table, counts["employed"], counts["jobs"], core, smallest_base)
    if "name" in flows:
        name_of = dict(zip(as_codes(flows["to"]), flows["name"]))
        commuting["main_name"] = [name_of.get(code) for code in commuting["main_dest"]]
    return Employment(
        balance.join(commuting),
        outside=tuple(code for code in table.codes[len(places) :] if code),
        repeated=table.repeated,
        missing=table.missing,
    )


def largest_destination(flows: pd.DataFrame | None) -> str | None:
    """Find the place that most commute to from elsewhere, of equals the lower code.

    Parameters
    ----------
    flows : DataFrame or None
        As :func:`employment_indicators` takes it.

    Returns
    -------
    str or None, without flows or commuters

    Examples
    --------
    >>> largest_destination(pd.DataFrame({"from": ["B"], "to": ["A"], "employed": [3]}))
    'A'
    """
    if flows is None:
        return None
    homes, works = as_codes(flows["from"]), as_codes(flows["to"])
    away = (homes != works) & (works != "")
    sums = flows.loc[away.to_numpy(), "employed"].groupby(works[away].to_numpy()).sum()
    return None if sums.empty or not sums.max() > 0 else str(sums.sort_index().idxmax())


@dataclass(frozen=True)
class _Flows:
    """Each pair of places once; places are numbers into ``codes``, the localities first."""

    codes: list[str]
    localities: int
    origins: NDArray[np.intp]
    destinations: NDArray[np.intp]
    persons: Values
    repeated: int
    missing: int

    def leaving(self) -> Values:
        return self._sums(self.origins, self.persons)

    def arriving(self) -> Values:
        return self._sums(self.destinations, self.persons)

    def staying(self) -> Values:
        return self._sums(self.origins, self.persons * (self.origins == self.destinations))

    def working_in(self, place: int) -> Values:
        return self._sums(self.origins, self.persons * (self.destinations == place))

    def _sums(self, places: NDArray[np.intp], persons: Values) -> Values:
        sums: Values = np.bincount(places, persons, minlength=len(self.codes)).astype(float)
        return sums[: self.localities]


def _refuse_repeated(places: list[str]) -> None:
    repeated = pd.Series(places, dtype=object).duplicated()
    if repeated.any():
        raise InputError(
            "The code '{code}' belongs to more than one locality; each needs its own.",
            code=places[int(np.argmax(repeated))],
        )


def _read(flows: pd.DataFrame, places: list[str]) -> _Flows:
    homes, works = as_codes(flows["from"]), as_codes(flows["to"])
    persons = flows["employed"].to_numpy(dtype=float)
    if (persons < 0).any():
        row = int(np.argmax(persons < 0))
        raise InputError(
            "The flow from '{origin}' to '{destination}' is {persons}; "
            "a number of commuters cannot be negative.",
            origin=homes[row],
            destination=works[row],
            persons=persons[row],
        )
    codes = places + sorted({*homes, *works} - set(places))
    number = {code: position for position, code in enumerate(codes)}
    origins, destinations = ([number[code] for code in side] for side in (homes, works))
    pairs = pd.DataFrame({"from": origins, "to": destinations, "persons": persons})
    sums = pairs.groupby(["from", "to"], as_index=False)["persons"].sum()
    return _Flows(
        codes=codes,
        localities=len(places),
        origins=sums["from"].to_numpy(dtype=np.intp),
        destinations=sums["to"].to_numpy(dtype=np.intp),
        persons=sums["persons"].to_numpy(dtype=float),
        repeated=int(pairs.duplicated(["from", "to"]).sum()),
        missing=int(np.isnan(persons).sum()),
    )


def _balance(
    counts: dict[str, Values], working_age: ArrayLike | None, smallest_base: float
) -> pd.DataFrame:
    """Compare jobs and employed residents, which needs no flow."""
    result = dict(counts)
    if "employed" in counts and working_age is not None:
        result["emp_rate"] = ratio(
            counts["employed"], working_age, smallest_base=smallest_base, scale=100
        )
    if len(counts) == 2:
        jobs, employed = counts["jobs"], counts["employed"]
        result["job_ratio"] = ratio(jobs, employed, smallest_base=smallest_base, scale=100)
        result["net_comm"] = jobs - employed
    return pd.DataFrame(result)


def _commuting(
    table: _Flows, employed: Values, jobs: Values, core: str | None, smallest_base: float
) -> pd.DataFrame:
    def share(part: Values, base: Values) -> Values:
        return ratio(part, base, smallest_base=smallest_base, scale=100)

    # A count without a single flow means that the table lacks the place, not that nobody stays.
    home = np.where((table.leaving() == 0) & (employed > 0), np.nan, 0.0)
    work = np.where((table.arriving() == 0) & (jobs > 0), np.nan, 0.0)
    staying = table.staying()
    leaving, arriving = employed - staying + home, jobs - staying + work
    destination, largest = _main_destination(table)
    result = {
        "self_cont": share(staying + home, employed),
        "local_rec": share(staying + work, jobs),
        "out_comm": share(leaving, employed),
        "in_comm": share(arriving, jobs),
        "gross_comm": leaving + arriving,
        "main_dest": destination,
        "main_sh": share(largest, employed),
        "nodality": table.arriving() - staying + work,
    }
    if core is not None:
        result["core_dep"] = share(_to_core(table, core) + home, employed)
    return pd.DataFrame(result)


def _main_destination(table: _Flows) -> tuple[NDArray[np.object_], Values]:
    """Code and flow of each locality's largest destination outside itself."""
    everywhere = np.bincount(table.destinations, table.persons, minlength=len(table.codes))
    alphabetic = np.argsort(np.argsort(table.codes, kind="stable"), kind="stable")
    known = np.array([code != "" for code in table.codes], dtype=bool)
    commuters = (table.origins != table.destinations) & (table.persons > 0)
    rows = np.flatnonzero(commuters & known[table.destinations])
    there = table.destinations[rows]
    order = np.lexsort(
        (alphabetic[there], -everywhere[there], -table.persons[rows], table.origins[rows])
    )
    rows = rows[order]
    origins, first = np.unique(table.origins[rows], return_index=True)
    local = origins < table.localities
    origins, rows = origins[local], rows[first[local]]
    destination = np.full(table.localities, None, dtype=object)
    destination[origins] = [table.codes[place] for place in table.destinations[rows]]
    largest = np.full(table.localities, np.nan)
    largest[origins] = table.persons[rows]
    return destination, largest


def _to_core(table: _Flows, core: str) -> Values:
    if core not in table.codes:
        raise InputError(
            "The core '{core}' is neither among the localities nor in the flow table.", core=core
        )
    place = table.codes.index(core)
    working = table.working_in(place)
    if place < table.localities:
        working[place] = np.nan
    return working
