"""Landscape metrics."""

from __future__ import annotations

from ... import parameters as p
from ...algorithm import Algorithm
from ...i18n import tr
from ...libraries import LIBRARIES
from ...outputs import Extended
from ...subjects import landcover

SHARED = {
    "NP": "ls_np",
    "PD": "ls_pd",
    "LPI": "ls_lpi",
    "TE": "ls_te",
    "ED": "ls_ed",
    "AREA_MN": "ls_area_mn",
    "AREA_SD": "ls_area_sd",
    "AREA_CV": "ls_area_cv",
    "SHAPE_MN": "ls_shp_mn",
    "SHAPE_SD": "ls_shp_sd",
    "COHESION": "ls_cohes",
}
LANDSCAPE = {
    "TA": "ls_ta",
    **SHARED,
    "CONTAG": "ls_contag",
    "PR": "ls_pr",
    "SHDI": "ls_shdi",
    "SIDI": "ls_sidi",
    "SHEI": "ls_shei",
    "SIEI": "ls_siei",
}
CLASS = {"class": "lc_class", "CA": "ls_ca", "PLAND": "ls_pland", **SHARED}
"""Field of each metric by FRAGSTATS' name."""


class LandscapeMetrics(Algorithm):
    """Describe the patches and the diversity of the land cover of localities."""

    label = tr("Landscape metrics")
    summary = tr(
        "Adds number, size, shape, edges and connectedness of patches, and diversity and contagion "
        "of classes, to each locality from a land-cover raster, as FRAGSTATS defines them. Without "
        "localities, the whole raster is one landscape and the result a table."
    )
    keywords = ("landskapsmått", "fragmentering", "mångfald", "FRAGSTATS", "patches", "diversity")
    references = (
        "McGarigal, K., Cushman, S. A., Ene, E. (2012). FRAGSTATS v4.",
        "Li, H., Reynolds, J. F. (1993). A new contagion index. doi:10.1007/BF00125347",
        "Schumaker, N. H. (1996). Using landscape indices to predict habitat connectivity. "
        "doi:10.2307/2265590",
    )
    example = (
        "qgis_process run samplan:landscapemetrics RASTER=landcover.tif "
        "LOCALITIES=localities.gpkg OUTPUT=localities_landscape.gpkg"
    )
    libraries = (*LIBRARIES, "rasterio")
    styles = {"OUTPUT": "landscape.qml"}
    explanations = {
        "RASTER": tr("Whole-number classes, in metres; cells without data are no landscape."),
        "LOCALITIES": tr("Landscapes: cells whose centres lie inside. All fields are kept."),
        "CLASSES": tr("What the values mean, for names and groups."),
        "NEIGHBOURS": tr("8: cells that touch at a corner are one patch; 4: only by sides."),
        "OUTPUT": tr("The localities with these fields added:"),
        "CLASS_METRICS": tr("A row per locality and class:"),
    }

    def parameters(self):
        table = ("loc_code", "lc_name", "lc_group", *CLASS.values())
        localities, neighbours = tr("Localities"), tr("Neighbours of a cell")
        fields = tuple(LANDSCAPE.values())
        return [
            p.raster("RASTER", tr("Land cover")),
            p.layer("LOCALITIES", localities, [p.POLYGON], optional=True),
            p.land_cover_classes(),
            p.choice("NEIGHBOURS", neighbours, ("8", "4"), "8"),
            p.locality_code(),
            p.own_class_table(),
            p.vector_output("OUTPUT", tr("Landscape metrics"), p.POLYGON, fields=fields),
            p.table_output("CLASS_METRICS", tr("Metrics by class"), fields=table, optional=True),
        ]

    def compute(self, inputs):
        from ...methods.landscape.landscape import landscape_of
        from ...methods.landscape.metrics import class_metrics, landscape_metrics

        inputs.require("RASTER")
        raster, localities, codes = inputs.raster("RASTER"), None, ["1"]
        landcover.require_metres(raster)
        if inputs.given("LOCALITIES"):
            frame = landcover.localities_on(inputs, raster)
            localities, codes = frame.geometry.to_numpy(), frame["code"].to_numpy()
        land = landscape_of(
            raster.blocks,
            localities,
            neighbours=int(inputs.choice("NEIGHBOURS")),
            progress=inputs.progress,
        )
        metrics = landscape_metrics(land)[list(LANDSCAPE)].rename(columns=LANDSCAPE)
        classes = class_metrics(land).rename(columns=CLASS)
        classes = _named(inputs, classes, codes)
        whole = localities is None
        return {
            "OUTPUT": metrics if whole else Extended("LOCALITIES", metrics),
            "CLASS_METRICS": classes,
        }


def _named(inputs, classes, codes):
    """Put the locality's code and the class's name and group before the metrics."""
    import numpy as np

    from ...methods.landcover.classes import meaning

    found = meaning(classes["lc_class"].to_numpy(), landcover.class_table(inputs))
    place = np.asarray(codes, dtype=object)[classes["zone"]]
    front = {"loc_code": place, "lc_name": found.names, "lc_group": found.groups}
    return classes.drop(columns="zone").assign(**front)[[*front, *CLASS.values()]]
