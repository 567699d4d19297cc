"""The scientific libraries: which ones QGIS's Python has, and what to install where."""

from __future__ import annotations

from functools import cache

from .i18n import tr

MINIMUM = {
    "numpy": (1, 24),
    "scipy": (1, 8),
    "pandas": (1, 5),
    "shapely": (2, 0),
    "geopandas": (1, 0),
    "rasterio": (1, 3),
}
LIBRARIES = ("numpy", "scipy", "pandas", "shapely", "geopandas")
"""What every algorithm may use; only land-cover tools also need rasterio."""


@cache
def _problem(library):
    from importlib import metadata  # slow to import, and the toolbox must open at once

    needed = ".".join(map(str, MINIMUM[library]))
    try:
        found = metadata.version(library)
    except metadata.PackageNotFoundError:
        return f"{library} {needed}"
    if tuple(int(part) for part in found.split(".")[:2]) < MINIMUM[library]:
        return tr("{library} {needed} (this QGIS has {found})").format(
            library=library, needed=needed, found=found
        )
    return ""


def missing(libraries):
    """Return a sentence that says what to install where, or "" where nothing is missing."""
    problems = [(library, _problem(library)) for library in libraries]
    problems = [(library, problem) for library, problem in problems if problem]
    if not problems:
        return ""
    packages = " ".join(f"python3-{library}" for library, _ in problems)
    return tr(
        "This tool needs {needed} or newer in QGIS's own Python. On Windows, run the OSGeo4W "
        "installer and choose {packages}; on Debian and Ubuntu, install {packages} with apt."
    ).format(needed=", ".join(problem for _, problem in problems), packages=packages)


def broken(error):
    """Return a sentence for a library that is there but cannot be loaded; else raise again."""
    if (error.name or "").partition(".")[0] not in MINIMUM:
        raise error
    return tr(
        "A library of QGIS's own Python cannot be loaded ({reason}). It is often two versions of "
        "the same library: remove what was installed with pip and repair the QGIS installation."
    ).format(reason=error)
