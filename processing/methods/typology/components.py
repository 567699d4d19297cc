"""Principal components: many indicators that go together, as a few that do not.

References
----------
.. [1] Hotelling, H. (1933). Analysis of a complex of statistical variables into principal
   components. *Journal of Educational Psychology*, 24(6), 417-441. doi:10.1037/h0071325
.. [2] Kaiser, H. F. (1960). The application of electronic computers to factor analysis.
   *Educational and Psychological Measurement*, 20(1), 141-151. doi:10.1177/001316446002000116
.. [3] Kaiser, H. F. (1958). The varimax criterion for analytic rotation in factor analysis.
   *Psychometrika*, 23(3), 187-200. doi:10.1007/BF02289233
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Values = NDArray[np.float64]

SHARE = 0.8
"""Components are kept until they hold so much of the variance; our own choice."""

ROTATIONS = 500
CONVERGED = 1e-10

DIGITS = 9
"""Loadings that agree to this decimal are equal, when a component's sign is chosen."""


class Components(NamedTuple):
    """Principal components of standardised values.

    Attributes
    ----------
    variances : ndarray, shape (fields,)
        Eigenvalues: variance of each component, falling.
    shares : ndarray, shape (fields,)
        Part of all variance, summing to 1.
    directions : ndarray, shape (fields, fields)
        Unit vectors in columns. The largest part of each is positive.
    kept : int
        How many components are kept.
    scores : ndarray, shape (n, kept)
        The rows in the kept components.
    loadings : ndarray, shape (fields, kept)
        Correlation of each field with each kept component, for z-values.
    rotated : ndarray, shape (fields, kept)
        The loadings after varimax: each field mostly on one component.
    """

    variances: Values
    shares: Values
    directions: Values
    kept: int
    scores: Values
    loadings: Values
    rotated: Values

    def table(self, names: Sequence[str]) -> pd.DataFrame:
        """List ``field``, ``component``, ``share`` [%], ``loading`` and ``varimax``."""
        count, kept = self.loadings.shape
        return pd.DataFrame(
            {
                "field": np.repeat(list(names), kept),
                "component": np.tile(np.arange(1, kept + 1), count),
                "share": np.tile(100 * self.shares[:kept], count),
                "loading": self.loadings.ravel(),
                "varimax": self.rotated.ravel(),
            }
        )


def components(values: Values, *, rule: str = "share", share: float = SHARE) -> Components:
    """Find the principal components [1]_.

    Parameters
    ----------
    values : ndarray, shape (n, fields)
        Standardised values without gaps.
    rule : {"share", "eigenvalue", "all"}
        ``share``: keep the fewest that hold the share of the variance; ``eigenvalue``: those with
        more variance than the mean field [2]_, which is 1 for z-values.
    share : float
        0 to 1.

    Returns
    -------
    Components

    Examples
    --------
    >>> found = components(np.array([[-1.0, -1.0], [0.0, 0.0], [1.0, 1.0]]))
    >>> found.kept, found.shares.round(6).tolist()
    (1, [1.0, 0.0])
    """
    centred = values - values.mean(axis=0)
    width = values.shape[1]
    directions, spread = np.linalg.svd(centred, full_matrices=True)[2].T, np.zeros(width)
    singular = np.linalg.svd(centred, compute_uv=False)
    spread[: len(singular)] = singular
    variances = spread**2 / max(len(values) - 1, 1)
    shares = variances / variances.sum()
    directions = directions * _signs(directions)
    kept = _kept(variances, shares, rule, share)
    loadings = directions[:, :kept] * np.sqrt(variances[:kept])
    return Components(
        variances=variances,
        shares=shares,
        directions=directions,
        kept=kept,
        scores=np.asarray(centred @ directions[:, :kept]),
        loadings=loadings,
        rotated=varimax(loadings),
    )


def _kept(variances: Values, shares: Values, rule: str, share: float) -> int:
    if rule == "all":
        return len(shares)
    if rule == "eigenvalue":
        return max(1, int((variances > variances.sum() / max((variances > 0).sum(), 1)).sum()))
    reached = np.cumsum(shares) >= share - 1e-9
    return int(reached.argmax()) + 1 if reached.any() else len(shares)


def varimax(loadings: Values) -> Values:
    """Rotate loadings so that each field loads high on few components [3]_.

    Parameters
    ----------
    loadings : ndarray, shape (fields, kept)

    Returns
    -------
    ndarray, shape (fields, kept)
        Each field's sum of squares is unchanged. With Kaiser's normalisation. Components by
        falling sum of squares; the largest part of each is positive.

    Examples
    --------
    >>> simple = np.array([[1.0, 0.0], [0.8, 0.0], [0.0, 0.5]])
    >>> turn = np.array([[0.8, -0.6], [0.6, 0.8]])
    >>> varimax(simple @ turn).round(6) + 0.0
    array([[1. , 0. ],
           [0.8, 0. ],
           [0. , 0.5]])
    """
    length = np.sqrt((loadings**2).sum(axis=1, keepdims=True))
    scaled = loadings / np.where(length > 0, length, 1)
    rotation = np.eye(loadings.shape[1])
    for _ in range(ROTATIONS):
        if _turn_each_pair(scaled, rotation) < CONVERGED:
            break
    rotated = loadings @ rotation
    order = np.argsort(-(rotated**2).sum(axis=0).round(DIGITS), kind="stable")
    rotated = rotated[:, order]
    return np.asarray(rotated * _signs(rotated))


def _turn_each_pair(scaled: Values, rotation: Values) -> float:
    """Turn each pair of components to its best angle, in place; returns the largest angle."""
    largest = 0.0
    for i, j in combinations(range(rotation.shape[1]), 2):
        x, y = scaled @ rotation[:, i], scaled @ rotation[:, j]
        u, v = x**2 - y**2, 2 * x * y
        across = 2 * (u @ v - u.sum() * v.sum() / len(x))
        along = u @ u - v @ v - (u.sum() ** 2 - v.sum() ** 2) / len(x)
        angle = float(np.arctan2(across, along)) / 4 if abs(across) > CONVERGED else 0.0
        turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        rotation[:, [i, j]] = rotation[:, [i, j]] @ turn
        largest = max(largest, abs(angle))
    return largest


def _signs(columns: Values) -> Values:
    largest = np.abs(columns).round(DIGITS).argmax(axis=0)
    return np.where(columns[largest, np.arange(columns.shape[1])] < 0, -1.0, 1.0)


def twins(values: Values, names: Sequence[str], *, limit: float = 0.9) -> pd.DataFrame:
    """List pairs of fields that say nearly the same.

    Parameters
    ----------
    values : ndarray, shape (n, fields)
        Values without gaps.
    names : sequence of str
        The fields' names.
    limit : float
        Absolute correlation above which two fields are twins.

    Returns
    -------
    DataFrame
        ``field``, ``twin``, ``correlation``, -1 to 1, the strongest first. Fields with one value
        only have no twins.

    Examples
    --------
    >>> twins(np.array([[1.0, -2.0], [2.0, -4.0], [3.0, -6.1]]), ["jobs", "homes"]).round(3)
      field   twin  correlation
    0  jobs  homes         -1.0
    """
    centred = values - values.mean(axis=0)
    length = np.sqrt((centred**2).sum(axis=0))
    scaled = centred / np.where(length > 0, length, np.inf)
    first, second = np.triu_indices(len(names), 1)
    correlation = (scaled.T @ scaled)[first, second]
    found = np.flatnonzero(np.abs(correlation) > limit)
    found = found[np.argsort(-np.abs(correlation[found]).round(DIGITS), kind="stable")]
    called = np.array(names, dtype=object)
    return pd.DataFrame(
        {
            "field": called[first[found]],
            "twin": called[second[found]],
            "correlation": correlation[found],
        }
    )
