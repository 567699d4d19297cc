r"""Access to what others want too: floating catchment areas.

References
----------
.. [1] Luo, W., Wang, F. (2003). Measures of spatial accessibility to health care in a GIS
   environment. *Environment and Planning B*, 30(6), 865-884. doi:10.1068/b29120
.. [2] Luo, W., Qi, Y. (2009). An enhanced two-step floating catchment area (E2SFCA) method.
   *Health & Place*, 15(4), 1100-1107. doi:10.1016/j.healthplace.2009.06.002
.. [3] Paez, A., Higgins, C. D., Vivona, S. F. (2019). Demand and level of service inflation in
   floating catchment area (FCA) methods. *PLoS ONE*, 14(6), e0218773.
   doi:10.1371/journal.pone.0218773
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..progress import Progress, part, silent
from .decay import Decay
from .times import TravelTimes, amounts

Floats = NDArray[np.float64]


class FloatingCatchment(NamedTuple):
    """Access of the origins and service at the destinations.

    Attributes
    ----------
    access : ndarray, shape (n,)
        Supply per unit of demand that is within reach, 0 where nothing is.
    per_demand : ndarray, shape (m,)
        Supply of each destination per unit of the demand that reaches it; NaN where no demand
        does.
    """

    access: Floats
    per_demand: Floats


def floating_catchment(
    times: TravelTimes,
    supply: ArrayLike,
    demand: ArrayLike,
    weight: Decay,
    *,
    balanced: bool = False,
    progress: Progress = silent,
) -> FloatingCatchment:
    r"""Supply per head within reach, where those within reach of it share it [1]_ [2]_.

    .. math:: R_j = \frac{S_j}{\sum_k P_k w_{kj}}, \qquad A_i = \sum_j R_j w_{ij}

    With binary weights this is the two-step floating catchment area, with others the enhanced
    one. Balanced [3]_, a person's weights over the destinations are made to sum to 1 when demand
    is counted, :math:`w_{kj} / \sum_j w_{kj}`, and the weights of a destination over the origins
    when its service is handed out, :math:`w_{ij} / \sum_i w_{ij}`, so that neither grows with the
    number of places.

    Parameters
    ----------
    times : TravelTimes
        From n origins, where people live, to m destinations.
    supply : array_like, shape (m,)
        What there is at each destination: jobs, places, doctors, floor space; missing counts as 0.
    demand : array_like, shape (n,)
        Who wants it at each origin [persons]; missing counts as 0.
    weight : Decay
        Weight of the travel time, see :func:`.decay.decay`.
    balanced : bool
        Whether the weights are balanced.
    progress : callable
        Told the fraction done.

    Returns
    -------
    FloatingCatchment
        Without balance :math:`\sum_i P_i A_i` is the supply that anyone reaches; with it
        :math:`\sum_i A_i` is :math:`\sum_j R_j`, and the demand over all destinations is that of
        all who reach any.

    Raises
    ------
    InputError
        If supply or demand is negative.

    Examples
    --------
    >>> from .decay import decay
    >>> from .times import times_from_matrix
    >>> times = times_from_matrix([[10, 40], [10, 10]])
    >>> floating_catchment(times, [30, 10], [100, 50], decay("binary", 30)).access.tolist()
    [0.2, 0.4]
    """
    offered, wanted = amounts(supply, times.destinations), amounts(demand, times.origins)
    reaching = np.zeros(times.destinations)
    column = np.zeros(times.destinations)
    for piece in times.pieces(part(progress, 0.0, 0.5)):
        weights = weight(piece.minutes)
        column += np.bincount(piece.destination, weights, times.destinations)
        if balanced:
            whole = np.bincount(piece.origin, weights).astype(float)
            weights = _divided(weights, whole[piece.origin])
        persons = wanted[piece.block][piece.origin] * weights
        reaching += np.bincount(piece.destination, persons, times.destinations)

    per_demand = np.divide(offered, reaching, out=np.full(len(offered), np.nan), where=reaching > 0)
    service = np.nan_to_num(per_demand)
    if balanced:
        service = _divided(service, column)
    access = np.zeros(times.origins)
    for piece in times.pieces(part(progress, 0.5, 1.0)):
        handed = service[piece.destination] * weight(piece.minutes)
        access[piece.block] = np.bincount(
            piece.origin, handed, int(piece.block.stop - piece.block.start)
        )
    return FloatingCatchment(access, per_demand)


def _divided(top: Floats, bottom: Floats) -> Floats:
    return np.divide(top, bottom, out=np.zeros_like(top), where=bottom > 0)
