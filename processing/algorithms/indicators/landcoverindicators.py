"""Land-cover indicators."""

from __future__ import annotations

from ... import parameters as p
from ...algorithm import Algorithm
from ...i18n import tr
from ...libraries import LIBRARIES
from ...outputs import Extended
from ...subjects import landcover

CHANGE = ("lc_taken", "lc_return", "lc_net", "take_inh", "take_dwell")


class LandCoverIndicators(Algorithm):
    """Add land cover, its mix and its change to localities."""

    label = tr("Land-cover indicators")
    summary = tr(
        "Adds built-up, green, farm, forest and water shares and the mix of land uses to each "
        "locality from a land-cover raster and, with an earlier raster, the land taken for "
        "building, in all and per new inhabitant and dwelling."
    )
    keywords = ("marktäcke", "markanvändning", "NMD", "CORINE", "land use", "land cover")
    references = (
        "Naturvårdsverket: Nationella marktäckedata 2018 and 2023, product descriptions.",
        "European Environment Agency: CORINE Land Cover, illustrated nomenclature guidelines.",
        "European Environment Agency: Land take in Europe, indicator LSI 001.",
    )
    example = (
        "qgis_process run samplan:landcoverindicators LOCALITIES=localities.gpkg "
        "RASTER=landcover.tif CLASSES=nmd2018 OUTPUT=localities_landcover.gpkg"
    )
    libraries = (*LIBRARIES, "rasterio")
    styles = {"OUTPUT": "landcover.qml"}
    explanations = {
        "RASTER": tr("Land cover now: whole-number classes, in any reference system."),
        "RULE": tr("centre: cells whose centres lie inside; area: cells on the border in part."),
        "EARLIER": tr("Land cover earlier, on the same grid, for the change."),
        "PEOPLE": tr("Inhabitants added between the two rasters, for land take per inhabitant."),
        "DWELLINGS": tr("Dwellings added between the two rasters, for land take per dwelling."),
        "OUTPUT": tr(
            "The localities with these fields added; the last ones with an earlier raster, those "
            "of groups as the class table has them:"
        ),
        "CLASS_TABLE": tr("A row per locality and class:"),
        "CHANGES": tr("A row per locality and pair of groups, with an earlier raster:"),
    }

    def parameters(self):
        fields = (*landcover.FIELDS.values(), *CHANGE)
        columns = ("loc_code", "lc_class", "lc_name", "lc_group", "hectares", "share_pct")
        changes, people = ("loc_code", "lc_from", "lc_to", "hectares"), tr("New inhabitants")
        earlier, before = tr("Earlier land cover"), tr("Classes of the earlier raster")
        return [
            p.localities(),
            p.raster("RASTER", tr("Land cover")),
            p.land_cover_classes(),
            p.choice("RULE", tr("Cells on the border"), ("centre", "area"), "centre"),
            p.raster("EARLIER", earlier, optional=True),
            p.land_cover_classes("EARLIER_CLASSES", before),
            p.number_field("PEOPLE", people, of="LOCALITIES", optional=True),
            p.number_field("DWELLINGS", tr("New dwellings"), of="LOCALITIES", optional=True),
            p.locality_code(),
            p.own_class_table(),
            p.smallest_base(),
            p.vector_output("OUTPUT", tr("Localities with land cover"), p.POLYGON, fields=fields),
            p.table_output("CLASS_TABLE", tr("Land cover by class"), fields=columns, optional=True),
            p.table_output("CHANGES", tr("Land-cover change"), fields=changes, optional=True),
        ]

    def compute(self, inputs):
        from ...methods.landcover.indicators import land_cover_indicators

        inputs.require("RASTER")
        raster, table = inputs.raster("RASTER"), landcover.class_table(inputs)
        added = {"take_inh": "PEOPLE", "take_dwell": "DWELLINGS"}
        localities = landcover.localities_on(inputs, raster, **added)
        cover = landcover.cover_of(inputs, localities, raster, table)
        found = land_cover_indicators(cover).rename(columns=landcover.field)
        tables = {"CLASS_TABLE": _by_class(localities, cover)}
        if inputs.given("EARLIER"):
            change, tables["CHANGES"] = _change(inputs, localities, raster, table)
            found = found.join(change)
        return {"OUTPUT": Extended("LOCALITIES", found), **tables}


def _by_class(localities, cover):
    import numpy as np
    import pandas as pd

    from ...methods.landcover.indicators import class_shares

    zone, place = np.nonzero(cover.hectares)
    columns = (cover.table.codes, cover.table.names, cover.table.groups)
    found = dict(zip(("lc_class", "lc_name", "lc_group"), (each[place] for each in columns)))
    code, area = localities["code"].to_numpy()[zone], cover.hectares[zone, place]
    share = class_shares(cover)[zone, place]
    return pd.DataFrame({"loc_code": code, **found, "hectares": area, "share_pct": share})


def _change(inputs, localities, raster, table):
    """Land take per locality, and hectares from group to group."""
    from ...methods.landcover.change import built_up_change, group_changes, land_take_per

    changes = landcover.changes_of(inputs, localities, inputs.raster("EARLIER"), raster)
    tables = landcover.class_table(inputs, "EARLIER_CLASSES"), table
    taken = built_up_change(changes, *tables).set_axis(CHANGE[:3], axis=1)
    for name in localities.columns.intersection(CHANGE):
        smallest = inputs.number("SMALLEST_BASE")
        taken[name] = land_take_per(taken["lc_net"], localities[name], smallest_base=smallest)
    groups = group_changes(changes, *tables)
    groups["zone"] = localities["code"].to_numpy()[groups["zone"]]
    return taken, groups.set_axis(("loc_code", "lc_from", "lc_to", "hectares"), axis=1)
