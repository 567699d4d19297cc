"""Kinds of households and how common they are by type of dwelling and character of place."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from . import facts
from .shapes import Floats, Integers, Mask

AGES = ("p0_5", "p6_15", "p16_19", "p20_24", "p25_44", "p45_64", "p65_79", "p80_")
"""Age classes, the fields of the residents layer."""
DWELLINGS = ("flats", "rows", "detached")
"""Types of dwelling."""
EMPLOYED = np.array([0, 0, 0.2, 0.6, 0.83, 0.8, 0.14, 0.01])
"""How likely each age class is to be in work, students aside (our own choice)."""
WORKING_STUDENTS = 0.25
"""How likely students are."""
CHILDREN = np.array([
    [0.42, 0.50, 0.08, 0, 0, 0, 0, 0],
    [0.04, 0.42, 0.38, 0.16, 0, 0, 0, 0],
])  # fmt: skip
"""Ages of children of younger and of older parents."""
STUDENT_ESTATES, STUDENTS_THERE = 0.2, 0.75
"""Share of the estates that students live in, and their share of the flats there."""

_TABLE = facts.HOUSEHOLDS
_KIND = {name: row for row, name in enumerate(_TABLE["household"])}


class Members(NamedTuple):
    """Persons of the households, one row per household."""

    age: Integers
    """Age class of each member, -1: nobody; shape (n, 5)."""
    student: Mask
    """Which households are students'."""


def shares(dwelling: str, character: pd.Series) -> Floats:
    """Share of each kind of household in a type of dwelling, one row per place."""
    factors = facts.CHARACTERS.assign(none=1.0).loc[character, _TABLE["factor"]].to_numpy()
    raw = _TABLE[dwelling].to_numpy(dtype=float) * factors
    share = raw / raw.sum(axis=1, keepdims=True)
    if dwelling == "flats":
        students = facts.CHARACTERS["students"].loc[character].to_numpy()
        share = share * (1 - students[:, None])
        share[:, _KIND["student"]] = students
    return np.asarray(share)


def persons(character: pd.Series) -> dict[str, Floats]:
    """Mean persons per household, by type of dwelling, for each place."""
    size = (_TABLE["adults"] + _TABLE["children"]).to_numpy(dtype=float)
    return {dwelling: shares(dwelling, character) @ size for dwelling in DWELLINGS}


def draw(
    rng: np.random.Generator,
    dwelling: npt.NDArray[np.str_],
    estate: Integers,
    in_care: Mask,
    character: pd.Series,
    owner: Integers,
) -> Members:
    """Draw a household for each dwelling.

    Parameters
    ----------
    rng : Generator
        Source of chance.
    dwelling : ndarray of str, shape (n,)
        Type of dwelling.
    estate : ndarray, shape (n,)
        Number of the block: students live together.
    in_care : ndarray of bool, shape (n,)
        Dwellings in homes for the elderly.
    character : Series
        Character of each place.
    owner : ndarray, shape (n,)
        Place of each dwelling.
    """
    chance = rng.random(len(owner))
    kind = np.zeros(len(owner), dtype=np.int64)
    for name in DWELLINGS:
        rows = np.flatnonzero(dwelling == name)
        share = shares(name, character)[owner[rows]]
        if name == "flats":
            share = _by_estate(share, estate[rows])
        kind[rows] = (chance[rows, None] > np.cumsum(share, axis=1)).sum(axis=1)
    kind = np.where(in_care, _KIND["in_care"], np.minimum(kind, len(_TABLE) - 1))
    return _members(rng, kind)


def _by_estate(share: Floats, estate: Integers) -> Floats:
    """Gather the students in some estates."""
    student = share[:, _KIND["student"]]
    lively = (estate * 7919) % 1000 < 1000 * STUDENT_ESTATES
    here = np.where(lively, STUDENTS_THERE, 0.06) * (student > 0)
    scaled = share * ((1 - here) / np.maximum(1 - student, 1e-9))[:, None]
    scaled[:, _KIND["student"]] = here
    return np.asarray(scaled)


def _members(rng: np.random.Generator, kind: Integers) -> Members:
    row = _TABLE.iloc[kind].reset_index(drop=True)
    number = {name: index for index, name in enumerate(AGES)}
    chance = rng.random((len(kind), 4))
    older = chance[:, 0] < row["older"].to_numpy()
    adult = np.where(older, row["older_adult"].map(number), row["adult"].map(number))
    age = np.full((len(kind), 5), -1, dtype=np.int64)
    age[:, 0] = adult
    age[:, 1] = np.where(row["adults"] == 2, adult, -1)
    mean = row["children"].to_numpy(dtype=float)
    # One child for certain, a second and third so that the mean comes out.
    second = np.clip(mean - 1, 0, 0.62)
    third = np.where(mean > 1.5, 0.2, 0.0)
    here = np.stack([mean > 0, chance[:, 1] < second, chance[:, 1] < third], axis=1)
    cumulative = np.cumsum(CHILDREN, axis=1)[(older & (mean > 0)).astype(int)]
    draw_age = rng.random((len(kind), 3))
    child = (draw_age[:, :, None] > cumulative[:, None, :]).sum(axis=2)
    age[:, 2:] = np.where(here, np.minimum(child, len(AGES) - 1), -1)
    return Members(age, kind == _KIND["student"])
