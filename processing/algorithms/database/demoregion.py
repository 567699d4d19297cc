"""The demo region."""

from __future__ import annotations

from ... import parameters as p
from ...algorithm import Algorithm
from ...i18n import tr
from ...outputs import Folder
from ...profiles import class_table
from ...rasters import Grid

TITLES = {
    "municipalities": tr("Municipalities"),
    "places": tr("Place names"),
    "earlier_localities": tr("Localities 2020, roughly"),
    "buildings": tr("Buildings"),
    "residents": tr("Residents"),
    "workplaces": tr("Workplaces"),
    "services": tr("Services"),
    "streets": tr("Streets and roads"),
    "railways": tr("Railways"),
    "water": tr("Water"),
    "greens": tr("Parks and sports grounds"),
    "planned_areas": tr("Planned areas"),
    "sector_interests": tr("Sector interests"),
    "commuting": tr("Commuting"),
}


class DemoRegion(Algorithm):
    """Make a believable region to learn and test with."""

    label = tr("Create demo region")
    summary = tr(
        "Writes a synthetic region after five municipalities around Linköping into a folder: a "
        "GeoPackage with buildings, residents, workplaces, services, streets and plans, a land "
        "cover raster, statistics as PX files and a timetable as GTFS. The same seed gives the "
        "same region."
    )
    keywords = ("exempel", "övning", "demonstration", "example data", "training", "synthetic")
    references = (
        "Municipalities, localities, populations and positions: Statistics Sweden, 2020.",
        "Everything else is synthetic.",
    )
    example = "qgis_process run samplan:demoregion SIZE=region FOLDER=demo"
    styles = {name: f"{name}.qml" for name in TITLES if name != "commuting"}
    explanations = {
        "SIZE": tr("tiny: a few places, in seconds; region: 100 000 buildings, in a minute."),
        "SEED": tr("Another seed gives another region on the same map."),
        "FOLDER": tr("Files of the same names are replaced."),
    }

    def parameters(self):
        return [
            p.choice("SIZE", tr("Size"), ("tiny", "region"), "region"),
            p.integer("SEED", tr("Seed (number)"), 2040, low=0, advanced=True),
            p.folder_output("FOLDER", tr("Folder")),
        ]

    def compute(self, inputs):
        from ...demo.region import generate
        from ...demo.tables import tables

        seed = inputs.integer("SEED")
        region = generate(inputs.choice("SIZE"), seed=seed, progress=inputs.progress)
        others = tables(region, seed=seed)
        layers = {name: getattr(region, name) for name in TITLES if hasattr(region, name)}
        return {
            "FOLDER": Folder(
                geopackage="demo.gpkg",
                layers={**layers, "commuting": others.commuting},
                titles=TITLES,
                rights=tr(
                    "Synthetic data for practice. Municipalities, localities and their "
                    "populations: Statistics Sweden, 2020 (CC0)."
                ),
                files=others.files,
                grids={"landcover.tif": _grid(region)},
            )
        }


def _grid(region):
    """Land cover with the official colours."""
    left, top = region.landcover_origin
    colors = {code: row["color"] for code, row in class_table("landcover_nmd2018").items()}
    return Grid(region.landcover, left, top, region.landcover_cell, nodata=0, colors=colors)
