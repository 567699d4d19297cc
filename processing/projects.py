"""A QGIS project of results and background: grouped, named, styled, with a print layout."""

from __future__ import annotations

import json

from qgis.core import (
    QgsCoordinateTransform,
    QgsMapLayer,
    QgsMapSettings,
    QgsProject,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize

from . import rasterstyles
from .crs import working_crs
from .i18n import tr
from .layouts import add_layout
from .methods.errors import InputError
from .presentation import version


def build(layers, *, title):
    """Return a new project with the layers, and its print layout.

    Parameters
    ----------
    layers : list of QgsMapLayer
        Stored layers; results of Samplan's tools go into groups by tool, on top.
    title : str
        Title of the project and of the map.

    Returns
    -------
    tuple of QgsProject and QgsPrintLayout
    """
    from .algorithms import GROUPS

    project = QgsProject()
    project.setTitle(title)
    opened = [(_group(layer), _open(layer)) for layer in layers]
    order = [*reversed(GROUPS), None]
    opened.sort(key=lambda pair: (order.index(pair[0]), _depth(pair[1])))
    first = opened[0][1]
    project.setCrs(working_crs(first.crs(), first.extent(), project))
    for group in dict.fromkeys(group for group, _ in opened):
        _add_group(project, group, [layer for each, layer in opened if each == group])
    shown = project.layerTreeRoot().checkedLayers()
    results = [layer for group, layer in opened if group] or shown
    layout = add_layout(
        project,
        title=title,
        sources=_sources([layer for _, layer in opened]),
        layers=shown,
        extent=_extent(results[0], project),
        name=tr("Map"),
    )
    return project, layout


def save_project(project, layout):
    """Return what writes the project to a path, open on the layout's map; it says what failed."""
    shown = QgsMapSettings()
    shown.setDestinationCrs(project.crs())
    shown.setExtent(layout.referenceMap().extent())
    shown.setOutputSize(QSize(1200, 900))

    def add_view(document):
        view = document.createElement("mapcanvas")
        view.setAttribute("name", "theMapCanvas")
        document.documentElement().appendChild(view)
        shown.writeXml(view, document)

    project.writeProject.connect(add_view)
    return lambda path: "" if project.write(path) else project.error()


def _group(layer):
    """Group of the tool that made the layer; None for data, which are background."""
    try:
        group = json.loads(layer.metadata().history()[0])["group"]
    except (IndexError, ValueError, KeyError, TypeError):
        return None
    return None if group == "database" else group


def _open(layer):
    if layer.providerType() == "memory":
        raise InputError(
            "The layer '{layer}' is temporary and would be lost. Save it to a GeoPackage and run "
            "again.",
            layer=layer.name(),
        )
    kind = QgsRasterLayer if layer.type() == QgsMapLayer.LayerType.RasterLayer else QgsVectorLayer
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    name = layer.metadata().title() or parts.get("layerName") or layer.name()
    opened = kind(layer.source(), name, layer.providerType())
    if kind is QgsRasterLayer:
        rasterstyles.dress(opened)
    return opened


def _depth(layer):
    """Points over lines over areas over rasters."""
    if layer.type() == QgsMapLayer.LayerType.RasterLayer:
        return 4
    return int(layer.geometryType())


def _add_group(project, group, layers):
    """Add a group; of several results that cover each other only the first is switched on."""
    from .algorithms import GROUPS

    label = GROUPS[group].partition(" ")[2] if group else tr("Background")
    node = project.layerTreeRoot().addGroup(label)
    for layer in layers:
        project.addMapLayer(layer, False)
        child = node.addLayer(layer)
        child.setExpanded(bool(group))
    earlier_results = any(each != node for each in project.layerTreeRoot().findGroups())
    for position, child in enumerate(node.findLayers()):
        child.setItemVisibilityChecked(not group or not (earlier_results or position))


def _extent(layer, project):
    to_project = QgsCoordinateTransform(layer.crs(), project.crs(), project)
    extent = to_project.transformBoundingBox(layer.extent())
    return extent.buffered(0.04 * max(extent.width(), extent.height()))


def _sources(layers):
    rights = dict.fromkeys(text for layer in layers for text in layer.metadata().rights())
    made = tr("Made with Samplan {version}.").format(version=version())
    return "\n".join([*rights, made])
