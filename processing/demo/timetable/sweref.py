"""From SWEREF 99 TM to latitude and longitude, without a projection library.

References
----------
.. [1] Lantmäteriet. *Gauss Conformal Projection (Transverse Mercator): Krüger's formulas*.
   The ellipsoid is GRS 80, the central meridian 15 degrees east, the scale on it 0.9996.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

FLATTENING = 1 / 298.257222101
THIRD_FLATTENING = FLATTENING / (2 - FLATTENING)
SQUARED_ECCENTRICITY = FLATTENING * (2 - FLATTENING)
RADIUS = (
    6378137.0 / (1 + THIRD_FLATTENING) * (1 + THIRD_FLATTENING**2 / 4 + THIRD_FLATTENING**4 / 64)
)
CENTRAL_MERIDIAN, SCALE, FALSE_EASTING = 15.0, 0.9996, 500000.0


def _series(x: float, *rows: tuple[float, ...]) -> Floats:
    """Values of polynomials in ``x`` without constant term, lowest power first."""
    return np.array([sum(c * x ** (k + 1) for k, c in enumerate(row)) for row in rows])


_FROM_GRID = _series(
    THIRD_FLATTENING,
    (1 / 2, -2 / 3, 37 / 96, -1 / 360),
    (0, 1 / 48, 1 / 15, -437 / 1440),
    (0, 0, 17 / 480, -37 / 840),
    (0, 0, 0, 4397 / 161280),
)
_TO_LATITUDE = _series(
    SQUARED_ECCENTRICITY,
    (1, 1, 1, 1),
    (0, -7 / 6, -17 / 6, -30 / 6),
    (0, 0, 224 / 120, 889 / 120),
    (0, 0, 0, -4279 / 1260),
)


def latitude_longitude(e: npt.ArrayLike, n: npt.ArrayLike) -> tuple[Floats, Floats]:
    """Latitude and longitude [degrees] of SWEREF 99 TM positions [m], to a millimetre [1]_.

    Examples
    --------
    >>> latitude, longitude = latitude_longitude([536318], [6474622])
    >>> latitude.round(4), longitude.round(4)
    (array([58.4109]), array([15.6216]))
    """
    north = np.asarray(n, dtype=float) / (SCALE * RADIUS)
    east = (np.asarray(e, dtype=float) - FALSE_EASTING) / (SCALE * RADIUS)
    north, east = _unstretched(north, east)
    conformal = np.arcsin(np.sin(north) / np.cosh(east))
    sine = np.sin(conformal)
    powers = np.stack([sine**k for k in (0, 2, 4, 6)])
    latitude = conformal + sine * np.cos(conformal) * np.tensordot(_TO_LATITUDE, powers, 1)
    longitude = np.arctan(np.sinh(east) / np.cos(north))
    return np.degrees(latitude), np.degrees(longitude) + CENTRAL_MERIDIAN


def _unstretched(north: Floats, east: Floats) -> tuple[Floats, Floats]:
    """Grid position on the sphere of conformal latitudes, in radians."""
    double = 2 * np.arange(1, 5).reshape(-1, *[1] * north.ndim)
    shift_north = np.sin(double * north) * np.cosh(double * east)
    shift_east = np.cos(double * north) * np.sinh(double * east)
    return (
        north - np.tensordot(_FROM_GRID, shift_north, 1),
        east - np.tensordot(_FROM_GRID, shift_east, 1),
    )
