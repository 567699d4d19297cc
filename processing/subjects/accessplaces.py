"""Places whose accessibility is measured, and what there is at the destinations."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from ..catalogue import catalogue
from ..i18n import language, tr
from ..methods.errors import InputError
from ..profiles import class_table
from . import accesstimes
from .stopplaces import locality_of

OWN = ("jobs", "pop", "dwellings", "serv_n")
"""Fields of the places that are opportunities where no destinations are given."""

MOST = 40
"""Kinds of opportunities in a run: each has fields of its own."""

SHORT = 5
"""Characters of a kind's name in a field's name."""


@dataclass(frozen=True)
class Kind:
    """One kind of opportunities: its name, short name, and how many there are where."""

    name: str
    short: str
    amounts: object

    @property
    def label(self):
        """Name in the user's language, where the plugin knows the kind or field."""
        service = _services().get(self.name)
        if service:
            return service[f"name_{language()}"]
        indicator = catalogue().get(self.name)
        return indicator.label if indicator else self.name


@cache
def _services():
    """Services of the plugin's list by their key."""
    return {row["key"]: row for row in class_table("services").values()}


def places(inputs):
    """Read PLACES, with geometry, ``code`` and, where given, ``population`` and ``area``.

    Returns
    -------
    GeoDataFrame
    """
    return accesstimes.coded(inputs, "PLACES", population="POPULATION", area="AREA")


def destinations(inputs, frame):
    """Read what can be reached: codes of the destinations, and the kinds of opportunities.

    Without DESTINATIONS these are the places themselves, and without codes the places that the
    destinations lie in or near.

    Returns
    -------
    codes : Series
    kinds : list of Kind
    """
    if not inputs.given("DESTINATIONS"):
        return frame["code"], _named(_own(inputs, len(frame)))
    fields = inputs.fields("OPPORTUNITIES")
    columns = {"code ": "DEST_CODE", "kind ": "KIND"}  # no field has such a name
    everywhere = bool(inputs.field("DEST_CODE"))  # where it lies matters only without a code
    found = inputs.frame("DESTINATIONS", extra=fields, keep_missing=everywhere, **columns)
    amounts = _by_kind(inputs, found, fields)
    if "code " in found:
        codes, members = _grouped(accesstimes.codes(inputs, "DESTINATIONS", found["code "]))
        count = len(codes)
    else:
        codes, members, count = frame["code"], _around(inputs, frame, found), len(frame)
    return codes, _named(
        {name: _summed(members, values, count) for name, values in amounts.items()}
    )


def times(inputs, origins, codes):
    """Read the travel times from the places to the destinations; there and back if both are given.

    Parameters
    ----------
    inputs : Inputs
    origins, codes : Series
        Codes of the places and of the destinations.

    Returns
    -------
    TravelTimes
    """
    from ..methods.accessibility.times import there_and_back

    def read(layer, one, other):
        table = accesstimes.of_modes(
            inputs, accesstimes.read(inputs, layer), inputs.text("MODES"), layer
        )
        return accesstimes.between(inputs, table, one, other)

    there = read("TIMES", origins, codes)
    if not inputs.given("TIMES_BACK"):
        return there
    return there_and_back(there, read("TIMES_BACK", codes, origins))


def short_names(names):
    """Return short names for fields, each once: the first five letters and digits.

    Parameters
    ----------
    names : sequence of str

    Returns
    -------
    list of str
    """
    found = []
    for name in names:
        name = _services().get(name, {}).get("code", name)
        plain = unicodedata.normalize("NFKD", str(name)).encode("ascii", "ignore").decode()
        short = re.sub(r"[^a-z0-9]+", "_", plain.lower()).strip("_")[:SHORT].strip("_") or "x"
        number = 1
        first = short
        while short in found:
            number += 1
            short = f"{first[: SHORT - len(str(number))]}{number}"
        found.append(short)
    return found


def _named(amounts):
    shorts = short_names(amounts)
    return [Kind(name, short, each) for (name, each), short in zip(amounts.items(), shorts)]


def _own(inputs, count):
    import numpy as np

    present = inputs.present("PLACES", OWN)
    numeric = inputs.numeric_fields("PLACES")
    names = [name for name in present if name in numeric]
    population = inputs.field("POPULATION")
    if population and population not in names:
        names.append(population)
    if not names:
        inputs.tell(tr("Each place counts as one opportunity."))
        return {"places": np.ones(count)}
    frame = inputs.frame("PLACES", keep_missing=True, extra=names)
    return {name: frame[name].to_numpy(dtype=float) for name in names}


def _by_kind(inputs, found, fields):
    """Amounts at each destination by kind: the fields, or one each, apart by the kind's field."""
    import numpy as np

    amounts = {name: found[name].to_numpy(dtype=float) for name in fields}
    if "kind " not in found:
        return amounts or {"destinations": np.ones(len(found))}
    if len(fields) > 1:
        raise InputError(
            "Choose at most one field of numbers together with a field of kinds, or leave out the "
            "kinds."
        )
    one = next(iter(amounts.values()), np.ones(len(found)))
    kinds = found["kind "].fillna("").astype(str).str.strip().to_numpy()
    names = sorted(set(kinds) - {""})
    if not 0 < len(names) <= MOST:
        raise InputError(
            "The field '{field}' has {count} different kinds; 1 to {most} can be used. Choose a "
            "field with kinds such as school and shop.",
            field=inputs.field("KIND"),
            count=len(names),
            most=MOST,
        )
    return {name: np.where(kinds == name, one, 0.0) for name in names}


def _grouped(codes):
    import pandas as pd

    number, different = pd.factorize(codes)
    return pd.Series(different, dtype=object), number


def _around(inputs, frame, found):
    """Place that each destination lies in, or the nearest one; -1 for none."""
    from .homes import coordinates

    if "geometry" not in found:
        inputs.require("DEST_CODE")
    near = locality_of(
        frame.geometry.to_numpy(),
        coordinates(found.geometry.to_numpy()),
        buffer=inputs.number("NEAR"),
    )
    if (near < 0).all():
        raise InputError(
            "None of the destinations lies in or near a place. Choose the field with their codes, "
            "or a longer distance."
        )
    if (near < 0).any():
        words = tr("{count} destinations lie in or near no place and cannot be reached.")
        inputs.warn(words.format(count=int((near < 0).sum())))
    return near


def _summed(members, values, count):
    import numpy as np

    used = members >= 0
    return np.bincount(members[used], np.nan_to_num(values[used]), count)
