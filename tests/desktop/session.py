"""What the desktop test does inside the real QGIS; started by `qgis --code`, reports as JSON."""

import json
import os
import sys
import traceback
from pathlib import Path

import processing
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QEventLoop, Qt, QTimer
from qgis.PyQt.QtWidgets import QApplication, QDialog, QDockWidget, QTextBrowser, QTreeView
from qgis.utils import iface, loadPlugin, startPlugin, unloadPlugin

FOLDER = Path(os.environ["SAMPLAN_REPORT"])
PROJECT = os.environ.get("SAMPLAN_PROJECT")

report = {"errors": []}


def remember(kind, value, trace):
    """Note an error that QGIS would show in a message bar, where nobody looks."""
    report["errors"].append("".join(traceback.format_exception(kind, value, trace)))


def note_message(message, tag, level):
    """Note what is logged as critical under any tag."""
    if level == 2:
        report["errors"].append(f"{tag}: {message}")


def wait(milliseconds):
    """Let QGIS go on for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def picture(widget, name):
    """Keep what a window shows."""
    wait(300)
    widget.grab().save(str(FOLDER / f"{name}.png"))


def rows(model, parent):
    """Return the text and the index of each row below a row of the toolbox."""
    indexes = [model.index(row, 0, parent) for row in range(model.rowCount(parent))]
    return [(index.data(Qt.ItemDataRole.DisplayRole), index) for index in indexes]


def see_toolbox():
    """Open the toolbox and read the plugin's part of it, as shown."""
    window = iface.mainWindow()
    dock = next(
        d for d in window.findChildren(QDockWidget) if d.objectName() == "ProcessingToolbox"
    )
    window.resize(1500, 950)
    dock.show()
    window.resizeDocks([dock], [500], Qt.Orientation.Horizontal)
    wait(500)
    tree = dock.findChild(QTreeView)
    model = tree.model()
    everything = rows(model, tree.rootIndex())
    ours = next(index for text, index in everything if text == "Samplan")
    groups = rows(model, ours)
    report["groups"] = {text: [name for name, _ in rows(model, index)] for text, index in groups}
    for _, index in everything:
        tree.collapse(index)
    tree.expandRecursively(ours)
    tree.scrollTo(ours, tree.ScrollHint.PositionAtTop)
    picture(window, "toolbox")


def see_dialogs():
    """Open the dialog of each algorithm and close it."""
    report["dialogs"] = {}
    for algorithm in QgsApplication.processingRegistry().providerById("samplan").algorithms():
        dialog = processing.createAlgorithmDialog(algorithm.id(), {})
        dialog.show()
        picture(dialog, algorithm.name())
        report["dialogs"][algorithm.id()] = dialog.windowTitle()
        dialog.close()
        dialog.deleteLater()


def our_menu():
    """Return the actions of Plugins > Samplan; none when there is no such menu."""
    menus = [action for action in iface.pluginMenu().actions() if action.text() == "Samplan"]
    return menus[0].menu().actions() if menus else []


def see_menu():
    """Choose each entry of the menu, and read the window it opens."""
    report["menu"] = {}
    for number, action in enumerate(our_menu()):
        # a modal dialog has its own event loop: look at it, and close it, from a timer
        QTimer.singleShot(1500, lambda action=action, n=number: see_window(action.text(), n))
        action.trigger()
        wait(2500)


def see_window(name, number):
    """Note the title and the text of the window on top, and close it."""
    windows = [
        w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()
    ]
    for window in windows:
        browser = window.findChild(QTextBrowser)
        text = browser.toPlainText() if browser else ""
        report["menu"][name] = {"title": window.windowTitle(), "text": text[:400]}
        window.grab().save(str(FOLDER / f"menu-{number}.png"))
        window.close()


def see_project():
    """Open a project and keep what its map shows."""
    iface.addProject(PROJECT)
    layers = QgsProject.instance().mapLayers().values()
    report["layers"] = {layer.name(): layer.isValid() for layer in layers}
    canvas = iface.mapCanvas()
    canvas.refresh()
    loop = QEventLoop()
    canvas.mapCanvasRefreshed.connect(loop.quit)
    QTimer.singleShot(60_000, loop.quit)
    loop.exec()
    image = canvas.grab().toImage().scaled(200, 200)
    report["colours"] = len({image.pixel(x, y) for x in range(200) for y in range(200)})
    picture(iface.mainWindow(), "project")


def see_unloading():
    """Unload the plugin and load it again."""
    registry = QgsApplication.processingRegistry()
    unloadPlugin("samplan")
    wait(300)
    report["unloaded"] = registry.providerById("samplan") is None and not our_menu()
    loadPlugin("samplan")
    startPlugin("samplan")
    wait(300)
    report["reloaded"] = registry.providerById("samplan") is not None and len(our_menu())


def run():
    """Do it all, report and quit as a person does, whatever happens."""
    sys.excepthook = remember
    QgsApplication.messageLog().messageReceived.connect(note_message)
    steps = [see_toolbox, see_dialogs, see_menu, see_unloading]
    if PROJECT:
        steps.append(see_project)
    try:
        for step in steps:
            step()
    except Exception:
        remember(*sys.exc_info())
    (FOLDER / "report.json").write_text(json.dumps(report, ensure_ascii=False, indent=1))
    QgsProject.instance().setDirty(False)
    QTimer.singleShot(0, iface.actionExit().trigger)


QTimer.singleShot(1000, run)
