r"""How much less an opportunity counts the longer it takes to get there.

References
----------
.. [1] Kwan, M.-P. (1998). Space-time and integral measures of individual accessibility.
   *Geographical Analysis*, 30(3), 191-216. doi:10.1111/j.1538-4632.1998.tb00396.x
.. [2] Bauer, J., Groneberg, D. A. (2016). Measuring spatial accessibility of health care
   providers. *PLoS ONE*, 11(7), e0159148. doi:10.1371/journal.pone.0159148
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..errors import InputError

Floats = NDArray[np.float64]

DECAYS = ("binary", "exponential", "power", "gaussian", "logistic")
"""Names of the functions."""

SHORTEST = 1.0
"""Times below this count as this in the power function, which has no value at 0 [min]."""


@dataclass(frozen=True)
class Decay:
    """A decay function; make one with :func:`decay`.

    Attributes
    ----------
    name : str
        One of :data:`DECAYS`.
    parameter : float
        What it depends on.
    spread : float
        What the logistic function depends on besides.
    limit : float
        Longer times weigh nothing [min].
    """

    name: str
    parameter: float
    spread: float
    limit: float

    def __call__(self, minutes: ArrayLike) -> Floats:
        """Weigh travel times.

        Parameters
        ----------
        minutes : array_like, shape (n,)
            Travel times [min].

        Returns
        -------
        ndarray, shape (n,)
            Weights from 1, for no time at all, to 0.
        """
        time = np.asarray(minutes, dtype=float)
        if self.name == "binary":
            weight = (time <= self.parameter).astype(float)
        elif self.name == "exponential":
            weight = np.exp(-self.parameter * time)
        elif self.name == "power":
            weight = np.maximum(time, SHORTEST) ** -self.parameter
        elif self.name == "gaussian":
            weight = np.exp(-((time / self.parameter) ** 2) / 2)
        else:
            weight = _logistic(time, self.parameter, self.spread)
        return np.asarray(np.where(time <= self.limit, weight, 0.0), dtype=float)


def decay(name: str, parameter: float, *, spread: float = 10.0, limit: float = math.inf) -> Decay:
    r"""Choose a decay function by its name and parameter [1]_ [2]_.

    Parameters
    ----------
    name : {"binary", "exponential", "power", "gaussian", "logistic"}
        ``binary``: 1 up to the time :math:`T`, itself included. ``exponential``:
        :math:`e^{-\beta t}`. ``power``: :math:`t^{-\alpha}`, times below a minute counting as a
        minute. ``gaussian``: :math:`e^{-t^2 / 2 \sigma^2}`. ``logistic``: falls most steeply round
        the time :math:`m`, :math:`\frac{1 + e^{-k m}}{1 + e^{k (t - m)}}` with
        :math:`k = \pi / s \sqrt 3`.
    parameter : float
        :math:`T` [min], :math:`\beta` [1/min], :math:`\alpha`, :math:`\sigma` [min] or :math:`m`
        [min], above 0. A half-life :math:`h` is :math:`\beta = \ln 2 / h`.
    spread : float
        Standard deviation :math:`s` of the logistic function [min], above 0.
    limit : float
        Longer times weigh nothing [min].

    Returns
    -------
    Decay

    Raises
    ------
    InputError
        If the name is unknown, or a number is not above 0.

    Examples
    --------
    >>> decay("exponential", 0.05, limit=60)([0, 20, 61]).round(4).tolist()
    [1.0, 0.3679, 0.0]
    """
    if name not in DECAYS:
        raise InputError(
            "There is no decay function '{name}'; choose one of {known}.",
            name=name,
            known=", ".join(DECAYS),
        )
    if not (0 < parameter < math.inf and 0 < spread < math.inf and limit > 0):
        raise InputError(
            "The parameter of the decay function '{name}', its spread and its limit must be above "
            "0.",
            name=name,
        )
    return Decay(name, float(parameter), float(spread), float(limit))


def _logistic(time: Floats, middle: float, spread: float) -> Floats:
    steepness = math.pi / (spread * math.sqrt(3))
    # exp would overflow for times far beyond the middle, where the weight is 0 all the same
    power = np.minimum(steepness * (time - middle), 700.0)
    return np.asarray((1 + math.exp(-steepness * middle)) / (1 + np.exp(power)))
