"""Degree of urbanisation."""

from __future__ import annotations

from ... import parameters as p
from ...algorithm import Algorithm
from ...i18n import tr
from ...outputs import Extended
from ...profiles import profile
from ...subjects import populationgrid

SHARES = ("pct_centre", "pct_clust", "pct_rural", "pct_30", "pct_23", "pct_22", "pct_21")

NAMES = {"population": "pop"}


class DegreeOfUrbanisation(Algorithm):
    """Classify cells of 1 km2 and local units from city to mostly uninhabited land."""

    label = tr("Degree of urbanisation")
    summary = tr(
        "Classifies cells of 1 km2 by Eurostat's degree of urbanisation, level 1 and 2, outlines "
        "urban centres, urban clusters and rural land with their inhabitants, and classifies local "
        "units such as municipalities by where their inhabitants live."
    )
    keywords = ("DEGURBA", "urbaniseringsgrad", "stad och land", "urban centre", "rural")
    references = (
        "Eurostat et al.: Applying the Degree of Urbanisation. doi:10.2785/706535",
        "European Commission, Joint Research Centre: GHSL Data Package 2023. doi:10.2760/098587",
    )
    example = (
        "qgis_process run samplan:degreeofurbanisation POPULATION='demo.gpkg|layername=residents' "
        "UNITS='demo.gpkg|layername=municipalities' OUTPUT=areas.gpkg UNITS_OUTPUT=units.gpkg"
    )
    styles = {
        "OUTPUT": "degurba_1.qml",
        "LEVEL_2": "degurba.qml",
        "GRID": "degurba.qml",
        "UNITS_OUTPUT": "degurba.qml",
    }
    explanations = {
        "POPULATION": tr("Address points or cells of 1 km2; cells that are not there are empty."),
        "WATER": tr("Taken from the land of the cells, with a layer of the population."),
        "RASTER": tr("Instead of a layer: inhabitants per cell of 1 km2."),
        "LAND": tr("Share (0-1) or square metres of permanent land per cell of the raster."),
        "BUILT": tr("Share (0-1) or square metres of built-up land per cell of the raster."),
        "UNITS": tr("Municipalities, DeSO or other areas that together cover the land."),
        "PROFILE": tr("Rules of GHSL 2023 or 2022; they differ in the majority rule."),
        "OVERLAY": tr("area: a cell's inhabitants by its area in the unit; centre: whole cells."),
        "PROFILE_FILE": tr(
            "A JSON file with settings of your own, like the plugin's degurba.json."
        ),
        "OUTPUT": tr("Contiguous areas of one class, level 1, with these fields:"),
        "LEVEL_2": tr("Contiguous areas of one class, level 2, with these fields:"),
        "GRID": tr("Cells with inhabitants or in urban clusters, with these fields:"),
        "UNITS_OUTPUT": tr("The units with these fields added, by the rules of July 2024:"),
    }

    def parameters(self):
        cells = ("pop", "dens_km2", "land_pct", "degurba", "degurba_2")
        units = (*SHARES, "pct_13", "pct_12", "pct_11", "degurba", "degurba_2")
        places, json, overlays = [p.POINT, p.POLYGON], "JSON (*.json)", ("area", "centre")
        share, sums = tr("Cells on the border of units"), ("pop", "cells")
        two = ("degurba_2", *sums)
        second, classified = tr("Areas, level 2"), tr("Classified units")
        return [
            p.layer("POPULATION", tr("Population"), places, optional=True),
            p.number_field("COUNT", tr("Inhabitants"), of="POPULATION", default="population"),
            p.layer("WATER", tr("Water"), [p.POLYGON], optional=True),
            p.layer("UNITS", tr("Local units"), [p.POLYGON], optional=True),
            p.raster("RASTER", tr("Population raster"), optional=True),
            p.raster("LAND", tr("Land raster"), optional=True),
            p.raster("BUILT", tr("Built-up raster"), optional=True),
            p.choice("PROFILE", tr("Profile"), ("2023", "2022"), "2023"),
            p.choice("OVERLAY", share, overlays, "area", advanced=True),
            p.file("PROFILE_FILE", tr("Own profile"), filter=json, optional=True, advanced=True),
            p.vector_output("OUTPUT", tr("Areas"), p.POLYGON, fields=("degurba", *sums)),
            p.vector_output("LEVEL_2", second, p.POLYGON, fields=two, optional=True),
            p.vector_output("GRID", tr("Cells"), p.POLYGON, fields=cells, optional=True),
            p.vector_output("UNITS_OUTPUT", classified, p.POLYGON, fields=units, optional=True),
        ]

    def compute(self, inputs):
        from ...methods.degurba.areas import class_areas
        from ...methods.degurba.grid import classify_grid, grid_of
        from ...methods.degurba.levels import classify_grid_level2
        from ...methods.degurba.profile import DegurbaRule
        from ...methods.degurba.units import classify_units

        path = inputs.file("PROFILE_FILE")
        rule = DegurbaRule.from_mapping(profile("degurba", inputs.choice("PROFILE"), path=path))
        found = populationgrid.read(inputs)
        grid = grid_of(found.population, rule, land=found.land, built=found.built)
        levels = classify_grid(grid, rule), classify_grid_level2(grid, rule)
        place, tick = found.transform, inputs.stop_if_cancelled
        tick()
        one = class_areas(levels[0], grid, transform=place, lowest=1)
        tick()
        two = class_areas(levels[1], grid, transform=place, lowest=11)
        one, two = one.rename(columns=NAMES), two.rename(columns={**NAMES, "degurba": "degurba_2"})
        results = {"OUTPUT": one, "LEVEL_2": two, "GRID": _cells(grid, levels, place)}
        if inputs.given("UNITS"):
            zones = inputs.frame("UNITS", keep_missing=True).geometry.to_numpy()
            overlay = inputs.choice("OVERLAY")
            units = classify_units(zones, grid, *levels, rule, transform=place, overlay=overlay)
            results["UNITS_OUTPUT"] = Extended("UNITS", units.drop(columns="population"))
        return results


def _cells(grid, levels, transform):
    """Cells with people or of urban clusters."""
    import geopandas as gpd
    import numpy as np

    row, column = np.nonzero((grid.population > 0) | (levels[0] > 1))
    values = (grid.population, grid.density, 100 * grid.land, *levels)
    names = ("pop", "dens_km2", "land_pct", "degurba", "degurba_2")
    columns = {name: value[row, column] for name, value in zip(names, values)}
    shapes = populationgrid.cell_polygons(transform, row, column)
    return gpd.GeoDataFrame(columns, geometry=shapes)
