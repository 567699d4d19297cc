"""Commuting flows between places, from a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import coo_matrix

from ..allocation import as_codes
from ..errors import InputError

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Flows:
    """Commuters between places.

    Attributes
    ----------
    codes : tuple of str
        Codes of all places, of home or of work, sorted.
    persons : csr_matrix, shape (n, n)
        Commuters from the place of the row to the place of the column; those who live and work in
        the same place stand on the diagonal.
    unknown : float
        Persons left out because their home or their workplace has no code.
    repeated : int
        Rows of the table whose pair of places had occurred before; the flows were added.
    missing : int
        Rows of the table without a number; they count as 0.
    """

    codes: tuple[str, ...]
    persons: Any
    unknown: float = 0.0
    repeated: int = 0
    missing: int = 0

    @property
    def employed(self) -> Floats:
        """Employed residents of each place, wherever they work [persons]."""
        return np.asarray(self.persons.sum(axis=1), dtype=float).ravel()

    @property
    def jobs(self) -> Floats:
        """Persons who work in each place, wherever they live."""
        return np.asarray(self.persons.sum(axis=0), dtype=float).ravel()

    @property
    def staying(self) -> Floats:
        """Persons who live and work in each place."""
        return np.asarray(self.persons.diagonal(), dtype=float)


def read_flows(table: pd.DataFrame) -> Flows:
    """Make a matrix of commuters from a table with one row per home and workplace.

    Parameters
    ----------
    table : DataFrame
        Columns ``from`` (code of the home), ``to`` (code of the workplace) and ``employed``
        [persons]. The same pair may occur again, by sex or by age; hand in one year.

    Returns
    -------
    Flows
        Whatever the order of the rows. Flows without a code on either side are left out.

    Raises
    ------
    InputError
        If a flow is negative, or none is left.

    Examples
    --------
    >>> table = pd.DataFrame({"from": ["A", "A", "B"], "to": ["A", "B", None],
    ...                       "employed": [30, 10, 5]})
    >>> flows = read_flows(table)
    >>> flows.codes, flows.persons.toarray().tolist(), flows.unknown
    (('A', 'B'), [[30.0, 10.0], [0.0, 0.0]], 5.0)
    """
    homes, works = as_codes(table["from"]), as_codes(table["to"])
    persons = table["employed"].to_numpy(dtype=float)
    _refuse_negative(homes, works, persons)
    known = ((homes != "") & (works != "")).to_numpy() & (persons > 0)
    if not known.any():
        raise InputError(
            "The flow table holds no commuters between places with codes; choose the fields "
            "with the codes of home and workplace and the number of commuters."
        )
    codes, number = np.unique(
        np.r_[homes.to_numpy(dtype=str), works.to_numpy(dtype=str)], return_inverse=True
    )
    number = np.asarray(number).ravel()
    origin, destination = number[: len(table)][known], number[len(table) :][known]
    used = np.unique(np.r_[origin, destination])
    place = np.zeros(len(codes), dtype=np.int64)
    place[used] = np.arange(len(used))
    matrix = coo_matrix(
        (persons[known], (place[origin], place[destination])), shape=(len(used), len(used))
    ).tocsr()
    matrix.sort_indices()
    return Flows(
        codes=tuple(str(code) for code in codes[used]),
        persons=matrix,
        unknown=float(np.nansum(persons) - matrix.sum()),
        repeated=int(known.sum() - matrix.nnz),
        missing=int(np.isnan(persons).sum()),
    )


def _refuse_negative(homes: pd.Series, works: pd.Series, persons: Floats) -> None:
    if (persons < 0).any():
        row = int(np.argmax(persons < 0))
        raise InputError(
            "The flow from '{origin}' to '{destination}' is {persons}; "
            "a number of commuters cannot be negative.",
            origin=homes.iloc[row],
            destination=works.iloc[row],
            persons=persons[row],
        )
