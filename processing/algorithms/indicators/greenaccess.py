"""Access to green areas."""

from __future__ import annotations

from ... import parameters as p
from ...algorithm import Algorithm
from ...i18n import tr
from ...outputs import Extended
from ...subjects.homes import on_streets, residents, street_network
from ...subjects.landcover import green_areas


class GreenAccess(Algorithm):
    """Add how much green there is, and how many have it near."""

    label = tr("Access to green areas")
    summary = tr(
        "Adds accessible green areas of at least 0.5 ha, square metres of them per inhabitant, and "
        "the share of inhabitants with such green within 300 m, straight and on the streets, from "
        "a layer of green areas, a land-cover raster or both."
    )
    keywords = ("grönyta", "park", "grönområden", "green areas", "parks", "300 m")
    references = ("WHO Regional Office for Europe (2016). Urban green spaces and health.",)
    example = (
        "qgis_process run samplan:greenaccess LOCALITIES=localities.gpkg "
        "RESIDENTS='demo.gpkg|layername=residents' GREEN='demo.gpkg|layername=greens' "
        "STREETS='demo.gpkg|layername=streets' OUTPUT=localities_green.gpkg"
    )
    styles = {"OUTPUT": "greenaccess.qml"}
    explanations = {
        "GREEN": tr(
            "Areas that anybody may enter; those that touch count as one. Green outside the "
            "localities is near too."
        ),
        "RASTER": tr(
            "A land-cover raster in metres, whose green classes count as accessible; the "
            "computation then runs in its reference system."
        ),
        "STREETS": tr(
            "Streets and paths, walked in both directions; a street within 25 m of a green area "
            "leads to it, our own choice. Empty: straight distances only."
        ),
        "SMALLEST": tr("Smaller areas do not count."),
        "OUTPUT": tr("The localities with these fields added, the last one with streets:"),
    }

    def parameters(self):
        near, fields = tr("Near is within"), ("green_ha", "green_m2", "green_near", "green_walk")
        smallest, green = tr("Smallest green area (ha)"), tr("Green areas")
        return [
            p.localities(),
            p.residents(optional=False),
            p.resident_count(),
            p.layer("GREEN", green, [p.POLYGON], optional=True),
            p.raster("RASTER", tr("Land cover"), optional=True),
            p.land_cover_classes(),
            p.streets(),
            p.number("SMALLEST", smallest, 0.5, low=0),
            p.distance("NEAR", near, 300, low=1),
            p.own_class_table(),
            p.smallest_base(),
            p.vector_output("OUTPUT", tr("Localities with green"), p.POLYGON, fields=fields),
        ]

    def compute(self, inputs):
        from ...methods.greenaccess.access import green_access, green_within_walk

        near, raster = inputs.number("NEAR"), inputs.raster("RASTER")
        crs = raster.crs if raster else None
        zones = inputs.frame("LOCALITIES", keep_missing=True, crs=crs).geometry.to_numpy()
        xy, people = residents(inputs, crs=crs)
        green = green_areas(inputs, raster, around=zones, near=near)
        network, walk = street_network(inputs, crs=crs), None
        if network is not None:
            homes, progress = on_streets(inputs, network, xy), inputs.progress
            walk = green_within_walk(network, homes, green, limit=near, progress=progress)
        found = green_access(
            zones,
            xy,
            people["population"],
            green,
            limit=near,
            walk=walk,
            smallest_base=inputs.number("SMALLEST_BASE"),
            progress=inputs.progress,
        )
        return {"OUTPUT": Extended("LOCALITIES", found)}
