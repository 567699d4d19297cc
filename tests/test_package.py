"""The installable zip keeps the plugin repository's rules, and the real QGIS loads it."""

import runpy
from types import SimpleNamespace
from zipfile import ZipFile

import pytest
from samplan.processing.paths import METADATA, ROOT

tool = SimpleNamespace(**runpy.run_path(str(ROOT / "tools" / "package.py")))
GOOD = [f"samplan/{name}" for name in (*tool.NEEDED, "plugin/icons/samplan.png")]


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """The zip of what is committed."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    path = tmp_path_factory.mktemp("package") / "samplan.zip"
    tool.make(path)
    return path


def test_keeps_the_repositorys_rules(package):
    assert tool.problems(package) == []


@pytest.mark.heavy
def test_loads_in_qgis(package, qgis_process, tmp_path):
    with ZipFile(package) as archive:
        archive.extractall(tmp_path)
    listed = qgis_process("plugins", plugins=tmp_path)
    assert "* samplan" in listed.stdout, listed.stderr
    help_page = qgis_process("help", "samplan:demoregion", plugins=tmp_path)
    assert help_page.returncode == 0, help_page.stderr


def test_finds_nothing_wrong_with_a_good_layout():
    assert tool.layout_problems(GOOD) == []


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("other/file.py", "outside samplan/: other/file.py"),
        ("samplan/tests/test_x.py", "not for users: tests/test_x.py"),
        ("samplan/.hidden", "hidden or bad: samplan/.hidden"),
        ("samplan/a/__pycache__/b.py", "hidden or bad: samplan/a/__pycache__/b.py"),
        ("samplan/../b.py", "hidden or bad: samplan/../b.py"),
        ("samplan/a\\b.py", "hidden or bad: samplan/a\\b.py"),
        ("samplan/tool.DLL", "binary: samplan/tool.DLL"),
        ("samplan/run.sh", "binary: samplan/run.sh"),
    ],
)
def test_finds_a_bad_path(name, problem):
    assert tool.layout_problems([*GOOD, name]) == [problem]


@pytest.mark.parametrize("name", tool.NEEDED)
def test_finds_a_missing_file(name):
    names = [each for each in GOOD if each != f"samplan/{name}"]
    assert tool.layout_problems(names) == [f"missing: {name}"]


def test_finds_nothing_wrong_with_our_metadata():
    assert tool.metadata_problems(METADATA.read_text(encoding="utf-8"), GOOD) == []


@pytest.mark.parametrize(
    ("line", "instead", "problem"),
    [
        ("qgisMaximumVersion=4.99", "", "qgisMaximumVersion is missing"),
        ("version=0.1.0", "version=0.1-beta", "the version is not numbers and dots"),
        ("author=Samplan contributors", "author=A/B", "the author has a slash"),
        ("icon=plugin/icons/samplan.png", "icon=x.png", "the icon is not in the package"),
    ],
)
def test_finds_bad_metadata(line, instead, problem):
    text = METADATA.read_text(encoding="utf-8")
    assert f"\n{line}\n" in text
    bad = text.replace(f"\n{line}\n", f"\n{instead}\n")
    assert tool.metadata_problems(bad, GOOD) == [f"metadata.txt: {problem}"]


def test_finds_what_bandit_blocks(tmp_path):
    (tmp_path / "bad.py").write_text("import pickle\n")
    assert "pickle" in tool.security_problems(tmp_path)[0]
    (tmp_path / "bad.py").write_text("import json\n")
    assert tool.security_problems(tmp_path) == []
