"""Route types of GTFS, basic and extended, as a few modes.

References
----------
.. [1] GTFS Schedule reference, routes.txt, ``route_type``. https://gtfs.org/documentation/schedule
.. [2] Google, Extended GTFS route types. https://developers.google.com/transit/gtfs/reference
.. [3] Trafiklab, GTFS Regional: extended route types in Swedish feeds. https://www.trafiklab.se
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

MODES = ("rail", "metro", "tram", "bus", "ferry", "taxi", "other")
"""The modes, from the heaviest; a route's mode is its place here."""

RAIL, METRO, TRAM, BUS, FERRY, TAXI, OTHER = range(len(MODES))

UNKNOWN_TYPE = -1

_BASIC = {0: TRAM, 1: METRO, 2: RAIL, 3: BUS, 4: FERRY, 5: TRAM, 11: BUS, 12: RAIL}
# 5 cable tram, 11 trolleybus, 12 monorail; 6 aerial lift and 7 funicular are other
_HUNDREDS = {1: RAIL, 2: BUS, 4: METRO, 7: BUS, 8: BUS, 9: TRAM, 10: FERRY, 12: FERRY, 15: TAXI}
# 5xx and 6xx are older numbers for metro and underground
_HUNDREDS |= {5: METRO, 6: METRO}
_DEMAND = (715,)  # demand and response bus
_SCHOOL = (712, 713)  # school bus; school and public service bus


def modes(route_types: ArrayLike) -> NDArray[np.int8]:
    """Map route types by hundreds to modes [1]_ [2]_ [3]_.

    Parameters
    ----------
    route_types : array_like of int, shape (n,)
        Basic types 0 to 12 or extended types 100 to 1799.

    Returns
    -------
    ndarray of int8, shape (n,)
        Places in `MODES`; what is unknown is "other".

    Examples
    --------
    >>> [MODES[mode] for mode in modes([3, 700, 106, 401, 900, 1000, 1501, 1300, 99])]
    ['bus', 'bus', 'rail', 'metro', 'tram', 'ferry', 'taxi', 'other', 'other']
    """
    types = np.asarray(route_types, dtype=np.int64)
    result = np.full(types.shape, OTHER, dtype=np.int8)
    for number, mode in _BASIC.items():
        result[types == number] = mode
    for hundred, mode in _HUNDREDS.items():
        result[types // 100 == hundred] = mode
    return result


def on_demand(route_types: ArrayLike) -> NDArray[np.bool_]:
    """Whether route types run only when asked for: taxi (15xx) and demand-responsive bus (715).

    Examples
    --------
    >>> on_demand([700, 715, 1501]).tolist()
    [False, True, True]
    """
    types = np.asarray(route_types, dtype=np.int64)
    result: NDArray[np.bool_] = (types // 100 == 15) | np.isin(types, _DEMAND)
    return result


def school(route_types: ArrayLike) -> NDArray[np.bool_]:
    """Whether route types are school buses (712, 713).

    Examples
    --------
    >>> school([700, 712]).tolist()
    [False, True]
    """
    return np.isin(np.asarray(route_types, dtype=np.int64), _SCHOOL)
