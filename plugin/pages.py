"""The pages behind the menu: the user guide and "About"; both work without a network."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtWidgets import QDialog, QTextBrowser, QVBoxLayout
from qgis.utils import pluginMetadata

from ..processing.i18n import tr
from ..processing.paths import ICON, ROOT


def guide(parent):
    """Show the user guide, which is the README that comes with the plugin."""
    _show(parent, tr("Samplan help")).setSource(QUrl.fromLocalFile(str(ROOT / "README.md")))


def about(parent):
    """Show what the plugin is, its version and where it lives."""
    package = __name__.split(".", maxsplit=1)[0]
    _show(parent, tr("About Samplan")).setHtml(
        tr(
            "<img src='{icon}' width='64' height='64'>"
            "<h2>Samplan {version}</h2>"
            "<p>A common picture of localities for municipalities and regions that plan together. "
            "All tools are in the Processing toolbox, under Samplan.</p>"
            "<p>The demo region is synthetic. Each tool's help cites the definitions and "
            "thresholds that it uses.</p>"
            "<p>Free software under the GNU General Public License, version 2 or later.</p>"
            "<p><a href='{homepage}'>{homepage}</a></p>"
        ).format(
            icon=QUrl.fromLocalFile(str(ICON)).toString(),
            version=pluginMetadata(package, "version"),
            homepage=pluginMetadata(package, "homepage"),
        )
    )


def _show(parent, title):
    """Open a window that does not block QGIS, and return its browser, still empty."""
    window = QDialog(parent)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.setWindowTitle(title)
    window.resize(800, 600)
    browser = QTextBrowser(window)
    browser.setOpenExternalLinks(True)
    QVBoxLayout(window).addWidget(browser)
    window.show()
    return browser
