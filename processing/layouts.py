"""The print layout of a planning project: map, title, legend, scale bar and sources."""

from __future__ import annotations

from qgis.core import (
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsPrintLayout,
    QgsTextFormat,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont

from .fonts import family

Style = QgsLegendStyle.Style
MILLIMETRES = QgsUnitTypes.LayoutUnit.LayoutMillimeters
PAGE = (420, 297)
"""A3 landscape [mm]."""
MARGIN = 10
SIDE = 90
"""Width of the column with title, legend and sources [mm]."""
SMALLEST_TEXT = 0.6
"""Share of its usual size to which a legend's text shrinks to fit its column."""


def add_layout(project, *, title, sources, layers, extent, name):
    """Add a print layout that shows ``layers`` in ``extent`` and return it."""
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName(name)
    layout.pageCollection().page(0).setPageSize("A3", QgsLayoutItemPage.Orientation.Landscape)
    shown = _add_map(layout, layers, extent)
    left = PAGE[0] - MARGIN - SIDE + 5
    _add_label(layout, title, (left, MARGIN, SIDE - 5, 26), 20, bold=True)
    _add_legend(layout, shown, layers, (left, MARGIN + 28))
    _add_scale_bar(layout, shown, (left, PAGE[1] - 58))
    _add_label(layout, sources, (left, PAGE[1] - 42, SIDE - 5, 34), 7)
    project.layoutManager().addLayout(layout)
    return layout


def save_picture(layout, resolution):
    """Return what exports the page [dots per inch] to a path and says what went wrong."""

    def save(path):
        settings = QgsLayoutExporter.ImageExportSettings()
        settings.dpi = resolution
        settings.exportMetadata = False  # a picture cannot hold it
        result = QgsLayoutExporter(layout).exportToImage(path, settings)
        return "" if result == QgsLayoutExporter.ExportResult.Success else result.name

    return save


def _add_map(layout, layers, extent):
    item = QgsLayoutItemMap(layout)
    item.setRect(0, 0, 1, 1)  # else the extent is not a number
    item.attemptMove(QgsLayoutPoint(MARGIN, MARGIN, MILLIMETRES))
    item.attemptResize(
        QgsLayoutSize(PAGE[0] - 2 * MARGIN - SIDE, PAGE[1] - 2 * MARGIN, MILLIMETRES)
    )
    item.setLayers(layers)
    item.setKeepLayerSet(True)
    item.setFrameEnabled(True)
    item.setBackgroundColor(QColor("#f4f1ea"))
    layout.addLayoutItem(item)
    item.zoomToExtent(extent)
    return item


def _add_label(layout, text, box, size, *, bold=False):
    item = QgsLayoutItemLabel(layout)
    item.setText(text)
    font = QFont(family())
    font.setPointSizeF(size)
    font.setBold(bold)
    if hasattr(item, "setTextFormat"):  # from QGIS 3.24
        item.setTextFormat(QgsTextFormat.fromQFont(font))
    else:
        item.setFont(font)
    item.setHAlign(Qt.AlignmentFlag.AlignLeft)
    layout.addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(box[0], box[1], MILLIMETRES))
    item.attemptResize(QgsLayoutSize(box[2], box[3], MILLIMETRES))


def _add_legend(layout, shown, layers, position):
    item = QgsLayoutItemLegend(layout)
    item.setLinkedMap(shown)
    item.setAutoUpdateModel(False)
    item.setLegendFilterByMapEnabled(True)
    root = item.model().rootGroup()
    for node in root.findLayers():
        if node.layer() not in layers:
            node.parent().removeChildNode(node)
    for group in root.findGroups():
        if not group.findLayers():
            root.removeChildNode(group)
    item.setSymbolHeight(3.5)
    layout.addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(position[0] - 2, position[1], MILLIMETRES))
    # the item itself knows its size first when it is drawn
    size = QgsLegendRenderer(item.model(), item.legendSettings()).minimumSize()
    room = min(SIDE / size.width(), (PAGE[1] - 60 - position[1]) / size.height())
    if room < 1:
        _scale_texts(item, max(room, SMALLEST_TEXT))
    item.adjustBoxSize()


def _scale_texts(legend, factor):
    """Write the legend in another size: QGIS does not break its lines."""
    for kind in (Style.Group, Style.Subgroup, Style.SymbolLabel):
        style = legend.style(kind)
        if hasattr(style, "setTextFormat"):  # from QGIS 3.30
            text = style.textFormat()
            text.setSize(text.size() * factor)
            style.setTextFormat(text)
        else:
            font = style.font()
            font.setPointSizeF(font.pointSizeF() * factor)
            style.setFont(font)
        legend.setStyle(kind, style)


def _add_scale_bar(layout, shown, position):
    item = QgsLayoutItemScaleBar(layout)
    item.setLinkedMap(shown)
    item.applyDefaultSize(QgsUnitTypes.DistanceUnit.DistanceKilometers)
    item.setStyle("Single Box")
    layout.addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(position[0] - 2, position[1], MILLIMETRES))
