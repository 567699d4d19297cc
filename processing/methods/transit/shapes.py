"""The ways that vehicles take: shapes.txt."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from .archive import Archive
from .findings import Finding, Findings, tr
from .tables import read_table

FILE = "shapes.txt"


@dataclass(frozen=True)
class Shapes:
    """Lines, each a run of points.

    Parameters
    ----------
    ids : ndarray of str, shape (n,)
        Ids.
    start : ndarray of int64, shape (n + 1,)
        Line ``i`` has the points ``start[i]`` to ``start[i + 1] - 1``.
    points : ndarray of float64, shape (m, 2)
        Longitude and latitude [degrees].
    """

    ids: NDArray[np.object_]
    start: NDArray[np.int64]
    points: NDArray[np.float64]


def read_shapes(archive: Archive) -> tuple[Shapes, Findings]:
    """Read shapes.txt, if there is one; ``shape_dist_traveled`` is not trusted, and not read.

    Parameters
    ----------
    archive : Archive
        The feed.

    Returns
    -------
    shapes : Shapes
        Lines with their points in order, by id.
    findings : tuple of Finding
        What was odd.
    """
    table = read_table(archive, FILE)
    names = ("shape_pt_lon", "shape_pt_lat", "shape_pt_sequence")
    lon, lat, sequence = (table.numbers(name) for name in names)
    good = (np.abs(lon) <= 180) & (np.abs(lat) <= 90) & np.isfinite(sequence)
    shape, ids = _shape_codes(table["shape_id"])
    order = np.lexsort([sequence, shape])
    order = order[good[order]]
    points = np.column_stack([lon, lat])[order]
    count = np.bincount(shape[order], minlength=len(ids))
    findings = table.findings
    if not good.all():
        findings += (
            Finding(
                "error",
                FILE,
                int(table.line[int(np.argmin(good))]),
                tr("Points of shapes.txt without valid coordinates or number: {count}."),
                {"count": int((~good).sum())},
                tr("They were left out; the lines go straight past them."),
            ),
        )
    start = np.concatenate([[0], np.cumsum(count)]).astype(np.int64)
    return Shapes(ids, start, points), findings


def _shape_codes(texts: NDArray[np.object_]) -> tuple[NDArray[np.intp], NDArray[np.object_]]:
    codes, ids = pd.factorize(texts, sort=True)
    return codes, np.asarray(ids, dtype=object)
