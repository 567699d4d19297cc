"""Invented names of stops: words that any Swedish town or countryside could use."""

from __future__ import annotations

import itertools

import numpy as np

_STREETS = (
    "Björk Ek Lind Alm Ask Rönn Hassel Lönn Apel Syren Rosen Klöver Humle Korn Råg Havre Vete "
    "Smedje Snickar Skräddar Murar Garvar Vävar Mjölnar Kvarn Bruks Skol Kyrko Präst Klockar "
    "Tings Park Ängs Åker Hag Skogs Bergs Backa Dal Källe Bäck Sjö Strand Bro Söder Norr Öster "
    "Väster Kungs Drottning Vasa Sol Vinter Sommar Höst Sten Sand Furu Gran Tall Fågel "
    "Lärk Svan Trast Falk Uggle Hjort Räv Brunns Slätt Ljung Enebo Trädgårds"
)
_STREET_ENDINGS = ("gatan", "vägen", "parken", "gränd")
_FARMS = (
    "Ek Björk Lund Sand Berg Dal Sten Hag Ås Lind Ask Alm Kvarn Ny Öster Väster Norr Söder Mark "
    "Sjö Brunn Fall Tor Lov Ryd Äng Back Gran Ull Tran"
)
_FARM_ENDINGS = ("by", "torp", "stad", "sätter", "hult", "vik", "näs", "tuna", "berga", "lunda")


def streets(count: int, rng: np.random.Generator) -> list[str]:
    """Street names, all different; common endings first.

    Examples
    --------
    >>> streets(2, np.random.default_rng(1))
    ['Tallvägen', 'Skolgatan']
    """
    stems = _STREETS.split()
    usual = [a + b for a, b in itertools.product(stems, _STREET_ENDINGS[:2])]
    rare = [a + b for a, b in itertools.product(stems, _STREET_ENDINGS[2:])]
    return _drawn(usual, rare, count, rng)


def farms(count: int, rng: np.random.Generator) -> list[str]:
    """Names of farms and hamlets by a country road, all different.

    Examples
    --------
    >>> farms(2, np.random.default_rng(1))
    ['Norrtuna', 'Markhult']
    """
    plain = [a + b for a, b in itertools.product(_FARMS.split(), _FARM_ENDINGS)]
    return _drawn(plain, [f"{name} vägskäl" for name in plain], count, rng)


def _drawn(first: list[str], second: list[str], count: int, rng: np.random.Generator) -> list[str]:
    """``count`` names in random order from the first list, then from the second, then numbered."""
    names = [*rng.permutation(first), *rng.permutation(second)]
    again = (f"{name} {part}" for part in ("norra", "södra", "östra", "västra") for name in names)
    return [str(name) for name in itertools.islice(itertools.chain(names, again), count)]
