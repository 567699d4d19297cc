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

    def flags(self):
        return super().flags() | self.Flag.FlagNoThreading  # it makes a project and a layout

    def parameters(self):
        return [
            p.layers(
                "LAYERS",
                tr("Layers"),
                help=tr(
                    "Stored layers. Results of Samplan's tools come on top, grouped by tool; other "
                    "layers become the background."
                ),
            ),
            p.text(
                "TITLE",
                tr("Title"),
                tr("Localities and their types"),
                help=tr("Title of the project and of the map."),
            ),
            p.integer(
                "RESOLUTION",
                tr("Resolution of the picture (dots per inch)"),
                150,
                low=50,
                high=600,
                advanced=True,
                help=tr("150 suits a screen, 300 print on A3."),
            ),
            p.file_output(
                "PROJECT",
                tr("QGIS project"),
                filter="QGIS (*.qgz)",
                help=tr("Project file; it finds the layers by paths relative to itself."),
            ),
            p.file_output(
                "PICTURE",
                tr("Map as a picture"),
                filter="PNG (*.png)",
                optional=True,
                help=tr("The print layout's page."),
            ),
        ]

    def compute(self, inputs):
        from ...layouts import save_picture
        from ...projects import build, save_project

        project, layout = build(inputs.layers("LAYERS"), title=inputs.text("TITLE"))
        return {
            "PROJECT": save_project(project),
            "PICTURE": save_picture(layout, inputs.integer("RESOLUTION")),
        }
