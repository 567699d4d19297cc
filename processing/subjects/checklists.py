"""Checklists of services: which types count, what they weigh, and by which words they are found."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..i18n import language, tr
from ..methods.errors import InputError
from ..paths import PROFILES
from . import csvtables

CODE = re.compile(r"[a-z][a-z0-9_]{0,7}")
NUMBER = re.compile(r"\d+(\.\d+)?")


@dataclass(frozen=True)
class Checklist:
    """Service types in the file's order; ``caps`` is None where the file has no such column."""

    codes: list
    names: list
    weights: list
    caps: object
    words: dict


def read(path=None):
    """Read a checklist; the shipped one if no path is given.

    Raises
    ------
    InputError
        If the file is no checklist, or a line has no usable code, weight or cap.
    """
    path = path or PROFILES / "services.csv"
    rows = csvtables.read(path, needed=("key", "code", "weight"), like="services.csv")
    words = {}
    for line, row in enumerate(rows, start=2):
        if not CODE.fullmatch(row["code"]) or row["code"] in words.values():
            raise InputError(
                "Line {line} of '{file}' has the code '{code}'. Give each service a code of its "
                "own, of at most 8 of the signs a-z, 0-9 and _.",
                line=line,
                file=path.name,
                code=row["code"],
            )
        for column in ("key", "code", "name_sv", "name_en"):
            words.setdefault(row.get(column, "").casefold(), row["code"])
        for word in row.get("also", "").split(";"):
            words.setdefault(word.strip().casefold(), row["code"])
    words.pop("", None)
    return Checklist(
        codes=[row["code"] for row in rows],
        names=[row.get(f"name_{language()}") or row["key"] for row in rows],
        weights=_numbers(path, rows, "weight"),
        caps=_numbers(path, rows, "cap") if "cap" in rows[0] else None,
        words=words,
    )


def _numbers(path, rows, column):
    texts = [row[column].replace(",", ".") for row in rows]
    for line, text in enumerate(texts, start=2):
        if not NUMBER.fullmatch(text):
            raise InputError(
                "Line {line} of '{file}' has '{value}' as {column}, which is no number of 0 or "
                "more.",
                line=line,
                file=path.name,
                value=text,
                column=column,
            )
    return [float(text) for text in texts]


def coded(inputs, outlets, checklist):
    """Code of each outlet's service type, None for those that the checklist does not know.

    Parameters
    ----------
    inputs : Inputs
        Of a tool with the parameters TYPE and, for outlets of one type, ONE_TYPE.
    outlets : GeoDataFrame
        With ``type``, unless all are of one type.
    checklist : Checklist

    Returns
    -------
    list
    """
    one = inputs.text("ONE_TYPE")
    if not one:
        inputs.require("TYPE")
    types = [str(each).strip() for each in ([one] * len(outlets) if one else outlets["type"])]
    codes = [checklist.words.get(each.casefold()) for each in types]
    unknown = sorted({each for each, code in zip(types, codes) if code is None})
    if unknown:
        words = tr("Not in the checklist, so not counted: {types}")
        inputs.warn(words.format(types=", ".join(unknown[:20])))
    return codes
