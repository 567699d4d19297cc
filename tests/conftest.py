"""Gives the plugin its installed name, whatever the checkout is called."""

import os
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parents[1]
REFERENCE = ROOT.parent / "shared" / "data"

# `python -m pytest` puts the checkout on the path, where it would hide QGIS's `processing`.
sys.path[:] = [entry for entry in sys.path if Path(entry or ".").resolve() != ROOT]

if "samplan" not in sys.modules:
    spec = spec_from_file_location(
        "samplan", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    sys.modules["samplan"] = package = module_from_spec(spec)
    spec.loader.exec_module(package)


@pytest.fixture(scope="session")
def reference():
    """Path of a file or folder with published answers; skips the test where it is missing."""

    def find(name):
        path = REFERENCE / name
        if not path.exists():
            pytest.skip(f"reference data '{name}' is not on this machine")
        return path

    return find
