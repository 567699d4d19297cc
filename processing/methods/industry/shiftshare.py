r"""Why employment changed: the nation, the mix of branches, or the place.

References
----------
.. [1] Dunn, E. S. (1960). A statistical and analytical technique for regional analysis. *Papers of
   the Regional Science Association*, 6(1), 97-112. doi:10.1007/BF01950406
.. [2] Esteban-Marquillas, J. M. (1972). A reinterpretation of shift-share analysis. *Regional and
   Urban Economics*, 2(3), 249-255. doi:10.1016/0034-3331(72)90033-4
.. [3] Barff, R. A., Knight, P. L. (1988). Dynamic shift-share analysis. *Growth and Change*, 19(2),
   1-10. doi:10.1111/j.1468-2257.1988.tb00465.x
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import reduce

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..errors import InputError

Floats = NDArray[np.float64]

CASES = np.array(
    [["unspecialised_behind", "unspecialised_ahead"], ["specialised_behind", "specialised_ahead"]],
    dtype=object,
)

NOTHING = 1e-9
"""Persons that are rounding errors."""


@dataclass(frozen=True)
class ShiftShare:
    """Parts of the change in employment, by area and branch [persons].

    ``national + mix + regional = change`` and ``competitive + allocation = regional``.

    Attributes
    ----------
    change : ndarray, shape (n, k)
        Change in employment.
    national : ndarray, shape (n, k)
        What the growth of the whole reference would have given.
    mix : ndarray, shape (n, k)
        What more, or less, the branch's growth in the reference would have given.
    regional : ndarray, shape (n, k)
        The rest: what the place did better, or worse.
    competitive : ndarray, shape (n, k)
        Part of the regional share, had the area the reference's mix of branches.
    allocation : ndarray, shape (n, k)
        Part of the regional share that is due to its being specialised where it does well, or
        badly.
    started : ndarray of bool, shape (n, k)
        Where the area had nobody in the branch before; then all change is regional.
    """

    change: Floats
    national: Floats
    mix: Floats
    regional: Floats
    competitive: Floats
    allocation: Floats
    started: NDArray[np.bool_]


def shift_share(
    earlier: ArrayLike, later: ArrayLike, reference_earlier: ArrayLike, reference_later: ArrayLike
) -> ShiftShare:
    r"""Part the change in employment into national, mix and regional shares [1]_ [2]_.

    With the growth :math:`g_n` of the reference, :math:`g_{in}` of the branch in it and
    :math:`g_{ir}` of the branch in the area, and :math:`e'_{ir} = e_r e_{in} / e_n`:

    .. math:: \Delta e_{ir} = e_{ir} g_n + e_{ir} (g_{in} - g_n) + e_{ir} (g_{ir} - g_{in})

    .. math:: e_{ir} (g_{ir} - g_{in}) =
        e'_{ir} (g_{ir} - g_{in}) + (e_{ir} - e'_{ir}) (g_{ir} - g_{in})

    Parameters
    ----------
    earlier, later : array_like, shape (n, k)
        Employed by area and branch [persons].
    reference_earlier, reference_later : array_like, shape (k,)
        Employed by branch in the reference.

    Returns
    -------
    ShiftShare
        Where the reference had nobody in the branch before, the branch is taken to grow as the
        whole reference. Where the area had nobody, its change is regional, and competitive.

    Raises
    ------
    InputError
        If the tables do not fit, hold gaps or negative numbers, or the reference is empty.

    Examples
    --------
    >>> found = shift_share([[90, 20, 10, 60]], [[100, 40, 10, 55]],
    ...                     [400, 150, 150, 400], [440, 210, 135, 480])
    >>> [float(part.sum().round(9)) for part in (found.national, found.mix, found.regional)]
    [27.0, 1.0, -3.0]
    """
    before, after, there, there_after = _checked(earlier, later, reference_earlier, reference_later)
    growth = there_after.sum() / there.sum() - 1
    branch_growth = np.divide(
        there_after - there, there, out=np.full_like(there, growth), where=there > 0
    )
    change = after - before
    national, mix = before * growth, before * (branch_growth - growth)
    regional = change - before * branch_growth
    started = (before == 0) & (after > 0)
    ahead = np.divide(regional, before, out=np.zeros_like(before), where=before > 0)
    expected = before.sum(axis=1, keepdims=True) * there / there.sum()
    competitive = np.where(started, regional, expected * ahead)
    return ShiftShare(
        change=change,
        national=national,
        mix=mix,
        regional=regional,
        competitive=competitive,
        allocation=regional - competitive,
        started=started,
    )


def dynamic_shift_share(employed: ArrayLike, reference: ArrayLike) -> ShiftShare:
    """Part the change year by year and add the parts up, so that weights keep up with time [3]_.

    Parameters
    ----------
    employed : array_like, shape (years, n, k)
        Employed by year, area and branch [persons].
    reference : array_like, shape (years, k)
        Employed by year and branch in the reference.

    Returns
    -------
    ShiftShare
        Sums over the years; ``started`` where the area had nobody in any year but the last.

    Raises
    ------
    InputError
        If there are fewer than two years, or :func:`shift_share` cannot use one of them.

    Examples
    --------
    >>> found = dynamic_shift_share([[[90, 20]], [[100, 40]], [[105, 45]]],
    ...                             [[400, 150], [440, 210], [460, 230]])
    >>> float(found.change.sum())
    40.0
    """
    local, there = np.asarray(employed, dtype=float), np.asarray(reference, dtype=float)
    if len(local) < 2 or len(local) != len(there):
        raise InputError(
            "A dynamic shift-share analysis needs the same years of the areas and of the "
            "reference, at least two."
        )
    steps = zip(local[:-1], local[1:], there[:-1], there[1:])
    return reduce(_added, (shift_share(*step) for step in steps))


def allocation_cases(
    parts: ShiftShare, earlier: ArrayLike, reference: ArrayLike
) -> NDArray[np.object_]:
    """Name the case of each allocation [2]_: specialised or not, ahead of the reference or behind.

    Parameters
    ----------
    parts : ShiftShare
        As :func:`shift_share` gives them.
    earlier : array_like, shape (n, k)
        Employed by area and branch at the start [persons].
    reference : array_like, shape (k,)
        Employed by branch in the reference at the start.

    Returns
    -------
    ndarray of str, shape (n, k)
        "specialised_ahead" and "unspecialised_behind" make the allocation positive,
        "specialised_behind" and "unspecialised_ahead" negative; None where it is 0.

    Examples
    --------
    >>> before, there = [[30, 10]], [100, 100]
    >>> parts = shift_share(before, [[40, 10]], there, [100, 110])
    >>> allocation_cases(parts, before, there).tolist()
    [['specialised_ahead', 'unspecialised_behind']]
    """
    before, there = np.asarray(earlier, dtype=float), np.asarray(reference, dtype=float)
    expected = before.sum(axis=1, keepdims=True) * there / there.sum()
    found = CASES[(before > expected).astype(int), (parts.regional > 0).astype(int)]
    some = np.abs(parts.allocation) > NOTHING
    return np.where(some, found, np.array(None, dtype=object))


def _added(first: ShiftShare, second: ShiftShare) -> ShiftShare:
    sums = {
        field.name: getattr(first, field.name) + getattr(second, field.name)
        for field in fields(ShiftShare)
    }
    return ShiftShare(**sums)


def _checked(*tables: ArrayLike) -> tuple[Floats, Floats, Floats, Floats]:
    """Arrays of the areas, with two dimensions, and of the reference, with one."""
    before, after, there, there_after = (np.asarray(table, dtype=float) for table in tables)
    before, after = np.atleast_2d(before), np.atleast_2d(after)
    width = (before.shape[1],)
    if before.shape != after.shape or there.shape != width or there_after.shape != width:
        raise InputError(
            "The areas and the reference must have the same branches at both times, and the "
            "areas must be the same."
        )
    for table in (before, after, there, there_after):
        if not (np.isfinite(table) & (table >= 0)).all():
            raise InputError(
                "The number of employed must be known and 0 or more in every branch at both "
                "times; fill in what is missing, or leave those branches out."
            )
    if not there.sum() > 0:
        raise InputError("The reference has nobody employed at the start; choose another one.")
    return before, after, there, there_after
