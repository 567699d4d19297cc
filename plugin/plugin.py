"""What a desktop user sees of Samplan besides the toolbox: a menu."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator
from qgis.PyQt.QtGui import QIcon

HERE = Path(__file__).parent


class Plugin:
    """The plugin, with a window (``initGui``) or without one (``initProcessing``).

    Parameters
    ----------
    iface : QgisInterface or None
        QGIS's main window; None in ``qgis_process``.
    """

    def __init__(self, iface):
        self.iface = iface
        self.provider = None
        self.menu = None
        # First of all, because a class attribute is translated when its module is imported.
        self.translator = QTranslator()
        if self.translator.load(str(HERE / "i18n" / f"samplan_{QgsApplication.locale()[:2]}.qm")):
            QCoreApplication.installTranslator(self.translator)

    def initProcessing(self):
        """Add the provider; all that ``qgis_process`` calls."""
        from ..processing.provider import Provider

        self.provider = Provider()
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self):
        """Add the provider and the menu."""
        from ..processing.i18n import tr
        from . import pages

        self.initProcessing()
        window = self.iface.mainWindow()
        self.menu = self.iface.pluginMenu().addMenu(_icon("samplan"), "Samplan")
        self._add(tr("Create demo region…"), "database", _create_demo_region)
        self._add(tr("Help"), "help", lambda: pages.guide(window))
        self._add(tr("About Samplan"), "samplan", lambda: pages.about(window))

    def unload(self):
        """Take away all that was added."""
        if self.menu:
            self.iface.pluginMenu().removeAction(self.menu.menuAction())
            self.menu.deleteLater()
            self.menu = None
        if self.provider:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        QCoreApplication.removeTranslator(self.translator)

    def _add(self, text, icon, run):
        # not addAction(icon, text, run), whose order of arguments differs between Qt 5 and Qt 6
        self.menu.addAction(_icon(icon), text).triggered.connect(run)


def _icon(name):
    return QIcon(str(HERE / "icons" / f"{name}.svg"))


def _create_demo_region():
    from qgis import processing

    processing.execAlgorithmDialog("samplan:demoregion")
