"""Gives the plugin its installed name, whatever the checkout is called."""

import os
import subprocess
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


@pytest.fixture(scope="session")
def qgis_process(tmp_path_factory):
    """Run the real ``qgis_process`` with the plugin; returns the completed process.

    The profile is the session's own, and the libraries are those of the virtual environment.
    """
    folder = tmp_path_factory.mktemp("qgis_process")
    linked = folder / "plugins"
    linked.mkdir()
    (linked / "samplan").symlink_to(ROOT)

    def run(*arguments, plugins=linked, input="", timeout=300):
        environment = {
            **os.environ,
            "SAMPLAN_PROFILE": str(folder / "profile"),
            "SAMPLAN_PLUGINS": str(plugins),
        }
        command = [ROOT / "tools" / "qgis.sh", "process", *map(str, arguments)]
        return subprocess.run(
            command, input=input, capture_output=True, text=True, timeout=timeout, env=environment
        )

    return run
