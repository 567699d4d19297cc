"""A parsed feed on disk, so that it opens at once the next time.

The file holds plain arrays (npz) and no code: texts are joined by NUL, which no feed keeps.
"""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..errors import InputError
from .calendar import Calendar
from .calls import StopTimes
from .feed import Feed
from .findings import Finding
from .shapes import Shapes

FORMAT = 3
"""Number of the file's format; a file of another format is refused."""

FRAMES = ("stops", "routes", "trips", "transfers")
PARTS = {"stop_times": StopTimes, "calendar": Calendar, "shapes": Shapes}
SEPARATOR = "\0"

Arrays = dict[str, NDArray[Any]]


def save(feed: Feed, path: str | Path) -> None:
    """Write a parsed feed to a file, complete or not at all.

    Parameters
    ----------
    feed : Feed
        As from `feed.read_feed`.
    path : str or Path
        File to write, ending in ``.npz``; `archive.content_key` makes a good name.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from samplan.processing.methods.transit.village import village
    >>> with TemporaryDirectory() as folder:
    ...     save(village(), f"{folder}/village.npz")
    ...     len(load(f"{folder}/village.npz").trips)
    4
    """
    arrays: Arrays = {}
    columns = {}
    for name in FRAMES:
        frame = getattr(feed, name)
        columns[name] = list(frame.columns)
        for column in frame.columns:
            _put(arrays, f"{name}/{column}", frame[column].to_numpy())
    for name in PARTS:
        part = getattr(feed, name)
        for field in fields(part) if part is not None else ():
            _put(arrays, f"{name}/{field.name}", getattr(part, field.name))
    head = {
        "format": FORMAT,
        "name": feed.name,
        "columns": columns,
        "findings": [asdict(finding) for finding in feed.findings],
    }
    arrays["head"] = np.frombuffer(json.dumps(head).encode(), dtype=np.uint8)
    unfinished = Path(f"{path}.part")
    with unfinished.open("wb") as opened:
        np.savez(opened, **arrays)
    os.replace(unfinished, path)


def load(path: str | Path) -> Feed:
    """Read a feed that `save` wrote.

    Parameters
    ----------
    path : str or Path
        The file.

    Returns
    -------
    Feed
        Equal to the one saved.

    Raises
    ------
    InputError
        If the file is missing, damaged, or of another format.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from samplan.processing.methods.transit.village import village
    >>> with TemporaryDirectory() as folder:
    ...     save(village(), f"{folder}/village.npz")
    ...     load(f"{folder}/village.npz").trips["direction"].tolist()
    [0, 0, 1, 1]
    """
    try:
        with open(path, "rb") as opened, np.load(opened, allow_pickle=False) as stored:
            head = json.loads(stored["head"].tobytes())
            if head["format"] != FORMAT:
                raise ValueError(f"format {head['format']}")
            return _feed(stored, head)
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise InputError(
            "The stored timetable '{path}' cannot be used: {reason}. Remove the file; "
            "the feed will be read anew.",
            path=str(path),
            reason=str(error),
        ) from error


def _feed(stored: Mapping[str, NDArray[Any]], head: dict[str, Any]) -> Feed:
    frames: dict[str, Any] = {
        name: pd.DataFrame({column: _get(stored, f"{name}/{column}") for column in columns})
        for name, columns in head["columns"].items()
    }
    parts: dict[str, Any] = {
        name: kind(**{field.name: _get(stored, f"{name}/{field.name}") for field in fields(kind)})
        for name, kind in PARTS.items()
        if f"{name}/{fields(kind)[0].name}" in stored
    }
    findings = tuple(Finding(**finding) for finding in head["findings"])
    return Feed(head["name"], **frames, **{"shapes": None, **parts}, findings=findings)


def _put(arrays: Arrays, name: str, values: NDArray[Any]) -> None:
    if values.dtype == object:
        # a separator before each text tells one empty text from none
        text = "".join(SEPARATOR + value for value in values)
        arrays[f"{name}:text"] = np.frombuffer(text.encode(), dtype=np.uint8)
        arrays[name] = np.zeros(0, np.uint8)
    else:
        arrays[name] = values


def _get(stored: Mapping[str, NDArray[Any]], name: str) -> NDArray[Any]:
    if f"{name}:text" not in stored:
        return stored[name]
    texts = stored[f"{name}:text"].tobytes().decode().split(SEPARATOR)[1:]
    values = np.empty(len(texts), dtype=object)
    values[:] = texts
    return values
