r"""Outranking: how strongly each alternative is preferred to each other one.

References
----------
.. [1] Brans, J. P., Vincke, P. (1985). A preference ranking organisation method. *Management
   Science*, 31(6), 647-656. doi:10.1287/mnsc.31.6.647
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..errors import InputError
from .decision import Decision

Floats = NDArray[np.float64]

SHAPES = ("usual", "u", "v", "level", "linear", "gaussian")


@dataclass(frozen=True)
class Preference:
    """How a difference in a criterion becomes a preference.

    Attributes
    ----------
    shape : {"usual", "u", "v", "level", "linear", "gaussian"}
        ``usual``: any difference is a full preference. ``u``: a difference above ``low``. ``v``:
        rises to full at ``high``. ``level``: half above ``low``, full above ``high``. ``linear``:
        rises from ``low`` to full at ``high``. ``gaussian``: :math:`1 - e^{-d^2 / 2 s^2}` with
        ``high`` for :math:`s`.
    low, high : float
        Largest difference that means nothing, and smallest that means all, in the criterion's
        unit.
    """

    shape: str = "usual"
    low: float = 0.0
    high: float = 0.0

    def __post_init__(self) -> None:
        if self.shape not in SHAPES:
            raise InputError(
                "There is no preference function '{shape}'; choose one of {known}.",
                shape=self.shape,
                known=", ".join(SHAPES),
            )
        rises = self.shape in ("v", "level", "linear", "gaussian")
        if not self.low >= 0 or (rises and not self.high > self.low * (self.shape != "gaussian")):
            raise InputError(
                "The preference function '{shape}' needs a difference that means nothing, of 0 or "
                "more, and a larger one that means all.",
                shape=self.shape,
            )

    def of(self, difference: Floats) -> Floats:
        """Preference for the alternative that is better by a difference.

        Parameters
        ----------
        difference : ndarray
            How much better, negative for worse.

        Returns
        -------
        ndarray
            0 to 1.
        """
        if self.shape == "gaussian":
            strength = 1 - np.exp(-((difference / self.high) ** 2) / 2)
        elif self.shape in ("v", "linear"):
            low = self.low if self.shape == "linear" else 0.0
            strength = np.clip((difference - low) / (self.high - low), 0, 1)
        elif self.shape == "level":
            strength = np.where(difference > self.high, 1.0, 0.5 * (difference > self.low))
        else:
            strength = np.where(difference > (self.low if self.shape == "u" else 0.0), 1.0, 0.0)
        return np.where(difference > 0, strength, 0.0)


class Promethee(NamedTuple):
    """Flows of preference.

    Attributes
    ----------
    net : ndarray, shape (n,)
        Leaving less entering, -1 to 1; they sum to 0.
    leaving, entering : ndarray, shape (n,)
        Mean preference for an alternative over the others, and for the others over it, 0 to 1.
    """

    net: Floats
    leaving: Floats
    entering: Floats


def promethee(given: Decision, preferences: Sequence[Preference] | None = None) -> Promethee:
    r"""Rank alternatives by how strongly each is preferred to the others, PROMETHEE II [1]_.

    .. math:: \pi(a, b) = \sum_k w_k P_k(a, b), \qquad
        \varphi(a) = \frac{1}{n - 1} \sum_b \left(\pi(a, b) - \pi(b, a)\right)

    Parameters
    ----------
    given : Decision
        n alternatives and c criteria.
    preferences : sequence of Preference, c of them, optional
        The preference function of each criterion; usual if not given.

    Returns
    -------
    Promethee
        NaN for alternatives with gaps; 0 where there is only one.

    Raises
    ------
    InputError
        If there is not one preference function for each criterion.

    Examples
    --------
    >>> from .decision import decision
    >>> promethee(decision([[1, 5], [2, 4], [3, 5]])).net.tolist()
    [-0.25, -0.5, 0.75]
    """
    count = given.values.shape[1]
    chosen = [Preference()] * count if preferences is None else list(preferences)
    if len(chosen) != count:
        raise InputError(
            "Give a preference function for each of the {count} criteria.", count=count
        )
    values = given.directed
    total = np.zeros((len(values), len(values)))
    for weight, preference, column in zip(given.weights, chosen, values.T):
        total += weight * preference.of(column[:, None] - column[None, :])
    others = max(len(values) - 1, 1)
    leaving, entering = total.sum(axis=1) / others, total.sum(axis=0) / others
    return Promethee(
        given.spread(leaving - entering), given.spread(leaving), given.spread(entering)
    )
