"""Codes that stay with a locality from one delineation to the next."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ..allocation import as_codes
from ..progress import Progress, silent
from .arrays import Shapes, Texts
from .geometry import overlaps, united, valid

SAME_GROUND = 0.5
"""Share of the smaller one that two outlines must have in common to be related; our own choice."""


class Codes(NamedTuple):
    """Codes of localities and where they come from.

    Attributes
    ----------
    code : ndarray of str, shape (n,)
        Empty where the locality needs a new one.
    name : ndarray of str or None, shape (n,)
        Name in the earlier delineation, of kept codes.
    origin : ndarray of str, shape (n,)
        ``kept``; ``merged``: kept, and others' ground taken over; ``split``: on the ground of a
        locality whose code went to another part; ``new``.
    """

    code: Texts
    name: Texts
    origin: Texts


def kept_codes(zones: Shapes, earlier: gpd.GeoDataFrame, *, progress: Progress = silent) -> Codes:
    """Give localities the codes of the earlier ones that they continue.

    An earlier locality is continued by the one that has most of its ground; so the largest part
    keeps the code after a split. After a merger the code of the most populous earlier locality
    stays, or of the largest one if populations are not known.

    Parameters
    ----------
    zones : ndarray of shapely polygons, shape (n,)
        Localities in projected coordinates [m]; of equals the first one wins.
    earlier : GeoDataFrame
        Earlier localities with ``code`` and, if known, ``name`` and ``population``.
    progress : callable, optional
        Told the fraction done.

    Returns
    -------
    Codes
        Of related localities only: those that share half of the smaller one's ground.

    Examples
    --------
    >>> before = gpd.GeoDataFrame({"code": ["A"]}, geometry=[shapely.box(0, 0, 10, 10)])
    >>> now = kept_codes(shapely.box([0, 7, 50], 0, [6, 10, 60], 10), before)
    >>> list(now.code), list(now.origin)
    (['A', '', ''], ['kept', 'split', 'new'])
    """
    old = _earlier(earlier)
    shapes = old["shape"].to_numpy()
    zone, before, ground = overlaps(zones, shapes, progress=progress)
    smaller = np.minimum(shapely.area(zones)[zone], shapely.area(shapes)[before])
    related = ground >= SAME_GROUND * smaller
    zone, before, ground = zone[related], before[related], ground[related]
    origin = np.full(len(zones), "new", object)
    origin[zone] = "split"

    heirs = np.lexsort((zone, -ground, before))
    heirs = heirs[np.diff(before[heirs], prepend=-1) != 0]
    zone, before = zone[heirs], before[heirs]
    origin[zone] = "kept"
    origin[np.bincount(zone, minlength=len(zones)) > 1] = "merged"
    keepers = np.lexsort((before, -old["weight"].to_numpy()[before], zone))
    keepers = keepers[np.diff(zone[keepers], prepend=-1) != 0]
    code, name = np.full(len(zones), "", object), np.full(len(zones), None, object)
    code[zone[keepers]] = old.index.to_numpy()[before[keepers]]
    name[zone[keepers]] = old["name"].to_numpy()[before[keepers]]
    return Codes(code, name, origin)


def new_codes(municipalities: Iterable[str | None], used: Iterable[str]) -> list[str]:
    """Assign numbers to new localities within their municipality, after all numbers used before.

    Parameters
    ----------
    municipalities : iterable of str or None
        Municipality code of each new locality, None where it lies in none.
    used : iterable of str
        Codes that exist or existed.

    Returns
    -------
    list of str
        The municipality's code, the letter L and a number of three digits or more: a form of our
        own, which no official code has.

    Examples
    --------
    >>> new_codes(["0580", "0580", None], used=["0580L007", "T5352"])
    ['0580L008', '0580L009', 'L001']
    """
    highest: defaultdict[str, int] = defaultdict(int)
    for code in used:
        if match := re.fullmatch(r"(.*L)(\d+)", code):
            highest[match[1]] = max(highest[match[1]], int(match[2]))
    codes = []
    for municipality in municipalities:
        stem = f"{municipality or ''}L"
        highest[stem] += 1
        codes.append(f"{stem}{highest[stem]:03d}")
    return codes


def _earlier(earlier: gpd.GeoDataFrame) -> pd.DataFrame:
    """Bring the earlier localities to one row per code, in the order of the codes."""
    code = as_codes(earlier["code"]).to_numpy(dtype=object)
    kept = code != ""
    codes, first, number = np.unique(code[kept], return_index=True, return_inverse=True)
    shapes = united(valid(earlier.geometry)[kept], number, len(codes))
    weight = shapely.area(shapes)
    if "population" in earlier:
        people = pd.to_numeric(earlier["population"]).to_numpy(dtype=float)[kept]
        weight = np.bincount(number, np.nan_to_num(people), minlength=len(codes))
    name = earlier["name"] if "name" in earlier else pd.Series([None] * len(earlier), dtype=object)
    name = name.astype(object).where(name.notna(), None).to_numpy()[kept][first]
    return pd.DataFrame({"shape": shapes, "weight": weight, "name": name}, index=codes)
