"""Employment by branch, from a table or a list of workplaces."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from ..allocation import as_codes
from ..errors import InputError


def branch_groups(
    codes: ArrayLike, groups: Mapping[str, str], divisions: Mapping[str, str]
) -> NDArray[np.object_]:
    """Find the branch group of industry codes, whatever their level.

    Parameters
    ----------
    codes : array_like, shape (n,)
        A section ("C"), a group ("B+C"), or a code that begins with a division ("10", "10.710",
        "25110").
    groups : mapping of str to str
        Group of each section.
    divisions : mapping of str to str
        Section by its first and last division, "10-33".

    Returns
    -------
    ndarray of str, shape (n,)
        None where the code is in no group, such as an unknown branch.

    Examples
    --------
    >>> branch_groups(["C", "B+C", "10.710", "00"], {"B": "B+C", "C": "B+C"}, {"10-33": "C"})
    array(['B+C', 'B+C', 'B+C', None], dtype=object)
    """
    known = {**groups, **{group: group for group in groups.values()}}
    for span, section in divisions.items():
        first, last = span.split("-")
        numbers = range(int(first), int(last) + 1)
        known.update({f"{number:02d}": groups[section] for number in numbers})
    number, different = pd.factorize(as_codes(codes))
    found = [known.get(code, known.get(code[:2])) for code in different]
    return np.array([*found, None], dtype=object)[number]


class BranchTable(NamedTuple):
    """Employment by place and branch.

    Attributes
    ----------
    employed : DataFrame
        One row per place, one column per branch [persons].
    unknown : ndarray, shape (n,)
        Persons of each place whose branch is none of these; they are in no share.
    elsewhere : float
        Persons in places that are not asked for.
    """

    employed: pd.DataFrame
    unknown: NDArray[np.float64]
    elsewhere: float


def employment_by_branch(
    table: pd.DataFrame, places: ArrayLike, branches: Sequence[str]
) -> BranchTable:
    """Spread a table with one row per place and branch over columns.

    Parameters
    ----------
    table : DataFrame
        Columns ``place`` (code), ``branch`` and ``employed`` [persons], missing counting as 0.
        Rows of the same place and branch add up, as for workplaces or for women and men.
    places : array_like, shape (n,)
        Codes of the places, each once.
    branches : sequence of str
        The branches, in the order of the columns.

    Returns
    -------
    BranchTable

    Raises
    ------
    InputError
        If a number is negative or a place occurs twice.

    Examples
    --------
    >>> table = pd.DataFrame({"place": ["A", "A", "A"], "branch": ["F", "G", "00"],
    ...                       "employed": [3, 5, 1]})
    >>> found = employment_by_branch(table, ["A", "B"], ["F", "G"])
    >>> found.employed.values.tolist(), found.unknown.tolist()
    ([[3.0, 5.0], [0.0, 0.0]], [1.0, 0.0])
    """
    known = pd.Index(as_codes(places))
    if known.has_duplicates:
        raise InputError(
            "The code '{code}' belongs to more than one place; each needs its own.",
            code=known[known.duplicated()][0],
        )
    persons = np.nan_to_num(table["employed"].to_numpy(dtype=float, na_value=np.nan))
    if (persons < 0).any():
        raise InputError(
            "The number of employed in a branch cannot be {persons}; correct the table.",
            persons=float(persons[persons < 0][0]),
        )
    place = known.get_indexer(pd.Index(as_codes(table["place"])))
    branch = pd.Index(branches).get_indexer(pd.Index(table["branch"]))
    width = len(branches) + 1
    here = place >= 0
    cell = place[here] * width + np.where(branch[here] < 0, len(branches), branch[here])
    sums = np.bincount(cell, persons[here], len(known) * width).astype(float).reshape(-1, width)
    return BranchTable(
        employed=pd.DataFrame(sums[:, :-1], columns=list(branches)),
        unknown=sums[:, -1],
        elsewhere=float(persons[~here].sum()),
    )
