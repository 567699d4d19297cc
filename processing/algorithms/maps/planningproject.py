"""A project and a map from finished layers."""

from __future__ import annotations

from ... import parameters as p
from ...algorithm import Algorithm
from ...i18n import tr


class PlanningProject(Algorithm):
    """Gather layers in a QGIS project with a print layout."""

    label = tr("Planning project and map")
    summary = tr(
        "Gathers results and background in a QGIS project with named groups, the layers' own "
        "styles and a print layout with title, legend, scale bar and sources, and saves the map "
        "as a picture."
    )
    keywords = ("karta", "projekt", "layout", "map", "print")
    libraries = ()
    example = (
        "qgis_process run samplan:planningproject LAYERS=typology.gpkg "
        "LAYERS='demo.gpkg|layername=water' PROJECT=plan.qgz PICTURE=plan.png"
    )

    explanations = {
        "LAYERS": tr(
            "Stored layers. Results of Samplan's tools come on top, grouped by tool; other layers "
            "become the background."
        ),
        "TITLE": tr("Title of the project and of the map."),
        "RESOLUTION": tr("150 suits a screen, 300 print on A3."),
        "PROJECT": tr("Project file; it finds the layers by paths relative to itself."),
        "PICTURE": tr("The print layout's page."),
    }

    def flags(self):
        return super().flags() | self.Flag.FlagNoThreading  # it makes a project and a layout

    def parameters(self):
        dots = tr("Resolution of the picture (dots per inch)")
        picture = tr("Map as a picture")
        return [
            p.layers("LAYERS", tr("Layers")),
            p.text("TITLE", tr("Title"), tr("Localities and their types")),
            p.integer("RESOLUTION", dots, 150, low=50, high=600, advanced=True),
            p.file_output("PROJECT", tr("QGIS project"), filter="QGIS (*.qgz)"),
            p.file_output("PICTURE", picture, filter="PNG (*.png)", optional=True),
        ]

    def compute(self, inputs):
        from ...layouts import save_picture
        from ...projects import build, save_project

        project, layout = build(inputs.layers("LAYERS"), title=inputs.text("TITLE"))
        return {
            "PROJECT": save_project(project, layout),
            "PICTURE": save_picture(layout, inputs.integer("RESOLUTION")),
        }
