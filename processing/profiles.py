"""Profiles: thresholds as data, shipped with their sources, to be copied and changed by users."""

from __future__ import annotations

import csv
import json

from .methods.errors import InputError
from .paths import PROFILES


def profile(name, key, *, path=None):
    """Read the settings of a profile.

    Parameters
    ----------
    name : str
        Name of the shipped file, such as "settlement".
    key : str
        Which of its profiles.
    path : Path, optional
        The user's own file instead: a changed copy of the shipped one.

    Returns
    -------
    dict

    Raises
    ------
    InputError
        If the user's file is not such a file, or lacks the profile.
    """
    path = path or PROFILES / f"{name}.json"
    try:
        profiles = json.loads(path.read_text(encoding="utf-8-sig"))["profiles"]
        return dict(profiles[key]["settings"])
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise InputError(
            "The file '{file}' holds no profile '{key}' that can be read ({reason}). Start from a "
            "copy of the plugin's processing/profiles/{name}.json.",
            file=path.name,
            key=key,
            reason=error,
            name=name,
        ) from error


def class_table(name):
    """Read a shipped class table, rows by code."""
    with (PROFILES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: row for row in csv.DictReader(file)}
