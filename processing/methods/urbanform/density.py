"""How a locality's inhabitants lie about its centre, and how thinly.

References
----------
.. [1] Clark, C. (1951). Urban population densities. *Journal of the Royal Statistical Society A*,
   114(4), 490-496. doi:10.2307/2981088
.. [2] Bertaud, A., & Malpezzi, S. (2003). *The spatial distribution of population in 48 world
   cities*. University of Wisconsin.
.. [3] Galster, G., et al. (2001). Wrestling sprawl to the ground: defining and measuring an
   elusive concept. *Housing Policy Debate*, 12(4), 681-717. doi:10.1080/10511482.2001.9521426
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely
from numpy.typing import ArrayLike, NDArray

from ..errors import InputError
from ..people import People, people_in_zones
from ..progress import Progress, blocks, silent
from ..ratios import SMALLEST_BASE, ratio

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

ZONES_AT_A_TIME = 32


def density_form(
    zones: ArrayLike,
    points: ArrayLike,
    population: ArrayLike,
    *,
    centres: ArrayLike | None = None,
    ring_width: float = 250.0,
    cell_size: float = 250.0,
    sparse_density: float = 15.0,
    smallest_base: float = SMALLEST_BASE,
    progress: Progress = silent,
) -> pd.DataFrame:
    r"""Density gradient, mean distance to the centre, and the share that lives sparsely.

    The gradient fits Clark's :math:`D(r) = D_0 e^{-b r}` [1]_ to the densities of rings about
    the centre, each ring cut to the locality's outline and weighted by its inhabitants.

    Parameters
    ----------
    zones : array_like of polygons, shape (n,)
        Localities in projected coordinates [m].
    points : array_like, shape (p, 2)
        Where the inhabitants live [m].
    population : array_like, shape (p,)
        Inhabitants at each point; missing counts as 0.
    centres : array_like, shape (n, 2), optional
        Centre of each locality [m]; the mean position of its inhabitants if not given.
    ring_width : float
        Width of the rings [m]; our own choice.
    cell_size : float
        Side of the square cells in which sparse living is judged [m]; our own choice.
    sparse_density : float
        Cells below this are sparse [inhabitants/ha]. The default is the 1 500 inhabitants per
        km2 of an urban centre in the degree of urbanisation; to use it here is our own choice.
    smallest_base : float
        Fewer inhabitants have no figures.
    progress : callable
        Told the fraction done.

    Returns
    -------
    DataFrame, n rows
        ``grad_b`` gradient [1/km], positive where density falls outwards: 0.1 is about 10 %
        less for each km; ``grad_d0`` density at the centre [inhabitants/ha];
        ``grad_r2`` share of the variation explained, 0 to 1; ``ctr_dist`` mean distance of the
        inhabitants to the centre [m]; ``ctr_norm`` that distance over the mean distance in a
        disc of the same area [2]_, 1 for people spread evenly over a disc; ``sparse_sh``
        inhabitants in sparse cells [%] [3]_. NaN where the base is too small; the gradient also
        with fewer than three inhabited rings.

    Raises
    ------
    InputError
        If a width or size is not positive.

    Examples
    --------
    >>> square = shapely.box(-500, -500, 500, 500)
    >>> density_form([square], [[300, 0], [-300, 0]], [40, 40])["ctr_dist"].tolist()
    [300.0]
    """
    if not (ring_width > 0 and cell_size > 0):
        raise InputError("The width of the rings and the size of the cells must be positive.")
    shapes: NDArray[np.object_] = np.asarray(zones, dtype=object)
    people = people_in_zones(shapes, points, population)
    middle = _centres(people, len(shapes), centres)
    distance = np.hypot(*(people.xy - middle[people.zone]).T)
    total = people.total(len(shapes))
    mean = ratio(people.total(len(shapes), distance), total, smallest_base=smallest_base)
    gradient = _gradients(shapes, middle, people, distance, ring_width, progress)
    gradient[~((total > 0) & (total >= smallest_base))] = np.nan
    sparse = _in_sparse_cells(people, len(shapes), cell_size, sparse_density)
    disc = 2 / 3 * np.sqrt(shapely.area(shapes) / np.pi)
    return pd.DataFrame(
        {
            "grad_b": gradient[:, 0] * 1000,
            "grad_d0": gradient[:, 1] * 10_000,
            "grad_r2": gradient[:, 2],
            "ctr_dist": mean,
            "ctr_norm": ratio(mean, disc, smallest_base=0),
            "sparse_sh": ratio(sparse, total, smallest_base=smallest_base, scale=100),
        }
    )


def _centres(people: People, zones: int, centres: ArrayLike | None) -> Floats:
    """Take the centres given, else the mean positions of the inhabitants."""
    if centres is not None:
        return np.asarray(centres, dtype=float)
    total = people.total(zones)
    means = [ratio(people.total(zones, axis), total, smallest_base=0) for axis in people.xy.T]
    return np.column_stack(means)


def _gradients(
    shapes: NDArray[np.object_],
    centres: Floats,
    people: People,
    distance: Floats,
    width: float,
    progress: Progress,
) -> Floats:
    """Fit slope [1/m], density at the centre [1/m2] and explained share, per locality."""
    result = np.full((len(shapes), 3), np.nan)
    ring = np.floor(distance / width)
    order = np.argsort(people.zone, kind="stable")
    begin = np.searchsorted(people.zone[order], np.arange(len(shapes) + 1))
    for block in blocks(len(shapes), ZONES_AT_A_TIME, progress):
        for zone in range(block.start, block.stop):
            here = order[begin[zone] : begin[zone + 1]]
            here = here[np.isfinite(ring[here])]
            if len(here):
                index = ring[here].astype(np.int64)
                count = np.asarray(np.bincount(index, people.number[here]), dtype=float)
                radius = width * np.arange(len(count) + 1)
                area = _ring_areas(shapes[zone], centres[zone], radius)
                result[zone] = _fit((radius[1:] + radius[:-1]) / 2, count, area)
    return result


def _ring_areas(shape: shapely.Geometry, centre: Floats, radius: Floats) -> Floats:
    """Measure the parts of an outline between circles about its centre."""
    discs = shapely.buffer(shapely.points(centre), radius[1:], quad_segs=32)
    return np.diff(np.r_[0.0, shapely.area(shapely.intersection(shape, discs))])


def _fit(radius: Floats, count: Floats, area: Floats) -> tuple[float, float, float]:
    """Fit a line to the logarithms of the densities, weighted by inhabitants."""
    used = (count > 0) & (area > 0)
    if used.sum() < 3:
        return np.nan, np.nan, np.nan
    x, y, weight = radius[used], np.log(count[used] / area[used]), count[used]
    x_mean, y_mean = np.average(x, weights=weight), np.average(y, weights=weight)
    dx, dy = x - x_mean, y - y_mean
    slope = (weight * dx * dy).sum() / (weight * dx**2).sum()
    variation = (weight * dy**2).sum()
    explained = slope**2 * (weight * dx**2).sum() / variation if variation > 0 else np.nan
    return -slope, float(np.exp(y_mean - slope * x_mean)), min(explained, 1.0)


def _in_sparse_cells(people: People, zones: int, size: float, limit: float) -> Floats:
    """Count the inhabitants of cells below the limit, a locality's own inhabitants only."""
    cell = np.floor(people.xy / size).astype(np.int64)
    order = np.lexsort((cell[:, 0], cell[:, 1], people.zone))
    key = np.column_stack([people.zone, cell])[order]
    new = np.r_[True, (np.diff(key, axis=0) != 0).any(axis=1)][: len(key)]
    count = np.bincount(np.cumsum(new) - 1, people.number[order])
    sparse = count < limit * size**2 / 10_000
    sums = np.bincount(key[new][sparse, 0], count[sparse], minlength=zones)
    return np.asarray(sums, dtype=float)
