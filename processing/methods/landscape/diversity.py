"""Diversity and contagion of whole landscapes.

References
----------
.. [1] Li, H., Reynolds, J. F. (1993). A new contagion index to quantify spatial patterns of
   landscapes. *Landscape Ecology*, 8(3), 155-162. doi:10.1007/BF00125347
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import xlogy

from .landscape import Landscape, groups_of, summed

Floats = NDArray[np.float64]


def diversity(landscape: Landscape) -> dict[str, Floats]:
    """Describe how many classes a landscape has, how even they are and how they clump.

    Parameters
    ----------
    landscape : Landscape
        From `landscape_of`.

    Returns
    -------
    dict of ndarray, shape (zones,)
        ``CONTAG`` [1]_, ``PR``, ``SHDI``, ``SIDI``, ``SHEI`` and ``SIEI`` of `landscape_metrics`.
    """
    cells = summed(landscape.patches.cells, landscape.patches.zone, landscape.zones)
    patches = landscape.patches
    zone, _, group = groups_of(patches.zone, patches.number)
    share = summed(patches.cells, group, len(zone)) / cells[zone]
    classes = summed(np.ones(len(zone)), zone, landscape.zones)
    missing = np.where(cells > 0, 0.0, np.nan)
    shannon = missing - summed(xlogy(share, share), zone, landscape.zones)
    simpson = missing + 1 - summed(share**2, zone, landscape.zones)
    several = np.where(classes > 1, classes, np.nan)
    return {
        "CONTAG": _contagion(landscape, several, cells),
        "PR": classes,
        "SHDI": shannon,
        "SIDI": simpson,
        "SHEI": shannon / np.log(several),
        "SIEI": simpson / (1 - 1 / several),
    }


def _contagion(landscape: Landscape, several: Floats, cells: Floats) -> Floats:
    """Contagion from neighbours counted from both sides, as FRAGSTATS does."""
    pairs = landscape.neighbours
    base = len(landscape.classes) + 1
    sides = np.tile((pairs.beside + pairs.above).astype(np.float64), 2)
    zone = np.tile(pairs.zone, 2)
    own = np.concatenate([pairs.first, pairs.second])
    other = np.concatenate([pairs.second, pairs.first])
    patches = landscape.patches
    class_cells = summed(
        patches.cells, patches.zone * base + patches.number, landscape.zones * base
    )
    of_zone, of_pair, group = groups_of(zone, own * base + other)
    joint = summed(sides, group, len(of_zone))
    mine = of_zone * base + of_pair // base
    total = summed(joint, mine, landscape.zones * base)
    chance = class_cells[mine] / cells[of_zone] * joint / total[mine]
    disorder = summed(xlogy(chance, chance), of_zone, landscape.zones)
    touching = summed(sides, zone, landscape.zones) > 0
    return np.where(touching, 100 * (1 + disorder / (2 * np.log(several))), np.nan)
