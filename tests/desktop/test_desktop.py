"""A person's way: the real QGIS in a window, in both languages. Pictures go to build/desktop/."""

import json
import os
import runpy
import shutil
import subprocess
from pathlib import Path

import pytest
from qgis.core import Qgis
from samplan.processing.algorithms import ALGORITHMS, GROUPS
from samplan.processing.paths import ROOT
from samplan.processing.presentation import version

pytestmark = pytest.mark.heavy

strings = runpy.run_path(str(ROOT / "tools" / "strings.py"))

PROJECT = ROOT / "build" / "demo" / "samplan-demo.qgz"
SESSION = Path(__file__).with_name("session.py")
SETTINGS = """
[locale]
overrideFlag=true
userLocale={language}

[PythonPlugins]
samplan=true
"""


@pytest.fixture(scope="module", params=["en", "sv"])
def desktop(request, tmp_path_factory):
    """Start QGIS in a language, let it do the session, and return the report."""
    language = request.param
    folder = tmp_path_factory.mktemp(f"desktop_{language}")
    (folder / "plugins").mkdir()
    (folder / "plugins" / "samplan").symlink_to(ROOT)
    settings = folder / "profile" / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text(SETTINGS.format(language=language))
    pictures = ROOT / "build" / "desktop" / Qgis.QGIS_VERSION.split("-")[0] / language
    shutil.rmtree(pictures, ignore_errors=True)
    pictures.mkdir(parents=True)
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "xcb",
        "SAMPLAN_PLUGINS": str(folder / "plugins"),
        "SAMPLAN_PROFILE": str(folder / "profile"),
        "SAMPLAN_REPORT": str(pictures),
        "SAMPLAN_PROJECT": str(PROJECT) if PROJECT.exists() else "",
    }
    screen = ["xvfb-run", "--auto-servernum", "--server-args=-screen 0 1500x950x24"]
    command = [*screen, ROOT / "tools" / "qgis.sh", "desktop", "--code", SESSION]
    with (pictures / "qgis.log").open("w") as log:
        code = subprocess.run(
            command, env=environment, stdout=log, stderr=log, timeout=600
        ).returncode
    report = json.loads((pictures / "report.json").read_text())
    return {**report, "language": language, "code": code}


@pytest.fixture
def say(desktop):
    """Turn an English text into the one that QGIS should have shown."""
    swedish = strings["translations"]()
    return lambda text: (desktop["language"] == "sv" and swedish.get(text)) or text


def test_nothing_goes_wrong(desktop):
    assert desktop["errors"] == []
    assert desktop["code"] == 0


def test_the_toolbox_shows_the_groups_in_order(desktop, say):
    used = {algorithm().groupId() for algorithm in ALGORITHMS}
    shown = [group for group in desktop["groups"] if group[0].isdigit()]
    assert shown == [say(label) for name, label in GROUPS.items() if name in used]


def test_the_toolbox_shows_every_algorithm(desktop, say):
    shown = {name for names in desktop["groups"].values() for name in names}
    assert shown >= {say(algorithm.label) for algorithm in ALGORITHMS}


def test_every_dialog_opens(desktop):
    assert set(desktop["dialogs"]) >= {f"samplan:{algorithm().name()}" for algorithm in ALGORITHMS}
    assert all(desktop["dialogs"].values())


def test_the_menu_works(desktop, say):
    names = [say("Create demo region…"), say("Help"), say("About Samplan")]
    assert list(desktop["menu"]) == names
    assert version() in desktop["menu"][names[2]]["text"]
    assert desktop["menu"][names[1]]["text"].startswith("Samplan")


def test_unloading_leaves_nothing_behind(desktop):
    assert desktop["unloaded"]
    assert desktop["reloaded"] == 3, "entries in the menu after loading again"


def test_the_demo_project_renders(desktop):
    if not PROJECT.exists():
        pytest.skip("no demo project yet: make demo")
    assert desktop["layers"]
    assert all(desktop["layers"].values())
    assert desktop["colours"] > 20, "the map is not empty"
