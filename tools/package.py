#!/usr/bin/env python3
"""Make the plugin's zip of what is committed, and hold it to the plugin repository's rules.

package.py [FILE]       default: build/samplan-<version>.zip
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from configparser import ConfigParser
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

ROOT = Path(__file__).resolve().parents[1]
NAME = "samplan"
LARGEST = 25 * 1024**2
NEEDED = ("LICENSE", "metadata.txt", "__init__.py", "README.md", f"plugin/i18n/{NAME}_sv.qm")
UNWANTED = ("tests", "tools", "build", "Makefile", "pyproject.toml")
BINARY = (".exe", ".dll", ".so", ".dylib", ".bat", ".sh", ".ps1", ".cmd", ".pyc", ".pyd", ".jar")
HIDDEN = re.compile(r"^\.|^__MACOSX$|^__pycache__$|\\")
FIELDS = (
    *("name", "qgisMinimumVersion", "qgisMaximumVersion", "description", "about", "version"),
    *("author", "email", "repository", "tracker", "homepage", "hasProcessingProvider"),
    *("category", "tags", "icon", "changelog", "experimental", "deprecated"),
)


def metadata(text):
    """Return the fields of a ``metadata.txt``."""
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read_string(text)
    return dict(parser["general"])


def make(path):
    """Write the zip; `.gitattributes` says what stays out."""
    path.parent.mkdir(parents=True, exist_ok=True)
    command = f"git archive --format=zip --prefix={NAME}/ --output".split()
    subprocess.run([*command, path.absolute(), "HEAD"], cwd=ROOT, check=True)


def problems(path):
    """Return what the plugin repository would object to, a line for each."""
    with ZipFile(path) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        found = layout_problems(names)
        if path.stat().st_size > LARGEST:
            found.append("larger than 25 MB")
        if not found:
            found += metadata_problems(archive.read(f"{NAME}/metadata.txt").decode(), names)
        if not found:
            with tempfile.TemporaryDirectory() as folder:
                archive.extractall(folder)
                found += security_problems(folder)
    return found


def layout_problems(names):
    """Return what is wrong with the paths in the zip."""
    paths = [PurePosixPath(name) for name in names]
    inside = {str(path.relative_to(NAME)) for path in paths if path.parts[0] == NAME}
    found = [f"outside {NAME}/: {path}" for path in paths if path.parts[0] != NAME]
    found += [f"missing: {name}" for name in NEEDED if name not in inside]
    found += [f"not for users: {name}" for name in inside if name.split("/")[0] in UNWANTED]
    found += [f"hidden or bad: {path}" for path in paths if any(map(HIDDEN.search, path.parts))]
    found += [f"binary: {path}" for path in paths if path.suffix.lower() in BINARY]
    return found


def metadata_problems(text, names):
    """Return what is wrong with ``metadata.txt``."""
    fields = metadata(text)
    found = [f"metadata.txt: {field} is missing" for field in FIELDS if not fields.get(field)]
    if not re.fullmatch(r"\d+(\.\d+)+", fields.get("version", "")):
        found.append("metadata.txt: the version is not numbers and dots")
    if "/" in fields.get("author", ""):
        found.append("metadata.txt: the author has a slash")
    if f"{NAME}/{fields.get('icon')}" not in names:
        found.append("metadata.txt: the icon is not in the package")
    return found


def security_problems(folder):
    """Return what Bandit says; one finding blocks the upload."""
    command = [sys.executable, "-m", "bandit", "--quiet", "--recursive", folder]
    scan = subprocess.run(command, capture_output=True, text=True)
    return [scan.stdout] if scan.returncode else []


def main():
    """Make the package, say what is wrong with it or where it is."""
    version = metadata((ROOT / "metadata.txt").read_text(encoding="utf-8"))["version"]
    default = ROOT / "build" / f"{NAME}-{version}.zip"
    path = Path(sys.argv[1]) if sys.argv[1:] else default
    make(path)
    found = problems(path)
    if found:
        path.unlink()
        sys.exit("\n".join(found))
    print(f"{path} ({path.stat().st_size / 1e6:.1f} MB)")


if __name__ == "__main__":
    main()
