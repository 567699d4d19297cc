"""Urban-form indicators."""

from __future__ import annotations

from ... import parameters as p
from ...algorithm import Algorithm
from ...i18n import tr
from ...outputs import Extended
from ...subjects.homes import centres, earlier_counts, residents, street_network

FIELDS = (
    *("polsby", "reock", "convex", "schwartzb", "inertia", "fsi", "gsi", "storeys", "osr"),
    *("size_mix", "grad_b", "grad_d0", "grad_r2", "ctr_dist", "ctr_norm", "sparse_sh"),
    *("junct_km2", "link_node", "deadend_sh", "new_land", "land_new"),
)


class UrbanFormIndicators(Algorithm):
    """Add density of building, compactness, and how people and streets lie."""

    label = tr("Urban-form indicators")
    summary = tr(
        "Adds compactness of the outline, floor space and ground space index, storeys, open space "
        "and mix of building sizes, density gradient, distance to the centre and sparse living, "
        "how the streets connect, and land taken since an earlier delineation."
    )
    keywords = ("exploateringstal", "täthet", "kompakthet", "utglesning", "density", "sprawl")
    references = (
        "Berghauser Pont, M., Haupt, P. (2010). Spacematrix: space, density and urban form.",
        "Clark, C. (1951). Urban population densities. doi:10.2307/2981088",
    )
    example = (
        "qgis_process run samplan:urbanformindicators LOCALITIES=localities.gpkg "
        "BUILDINGS='demo.gpkg|layername=buildings' OUTPUT=localities_form.gpkg"
    )
    styles = {"OUTPUT": "urbanform.qml"}
    explanations = {
        "BUILDINGS": tr("Footprints; a building belongs where a point inside it lies."),
        "FLOORS": tr("Storeys. A building without counts as one storey, our own choice."),
        "CENTRES": tr("The first point inside a locality. Empty: the inhabitants' mean position."),
        "EARLIER": tr("An earlier delineation, matched by code, for the land taken."),
        "EARLIER_POPULATION": tr("For land per new inhabitant; the later count is the residents."),
        "SPARSE": tr(
            "The default is the density of an urban centre by the degree of urbanisation."
        ),
        "OUTPUT": tr("The localities with these fields added, those that the data allow:"),
    }

    def parameters(self):
        sparse, count = tr("Sparse below (inhabitants/ha)"), tr("Number of inhabitants")
        return [
            p.localities(),
            p.layer("BUILDINGS", tr("Buildings"), [p.POLYGON], optional=True),
            p.number_field("FLOORS", tr("Storeys"), of="BUILDINGS", default="floors"),
            p.residents(),
            p.resident_count(),
            p.streets(help=tr("Lines that share vertices where they meet.")),
            p.layer("CENTRES", tr("Centres"), [p.POINT], optional=True),
            p.land_area(),
            p.locality_code(),
            p.layer("EARLIER", tr("Earlier localities"), [p.POLYGON], optional=True),
            p.field("EARLIER_CODE", tr("Code field"), of="EARLIER", default="loc_code"),
            p.number_field("EARLIER_POPULATION", count, of="EARLIER", default="pop"),
            p.number("SPARSE", sparse, 15, low=0, advanced=True),
            p.smallest_base(),
            p.vector_output("OUTPUT", tr("Localities with urban form"), p.POLYGON, fields=FIELDS),
        ]

    def compute(self, inputs):
        import pandas as pd

        from ...methods.urbanform.outline import compactness
        from ...methods.urbanform.streets import street_form

        localities = inputs.frame("LOCALITIES", keep_missing=True, land="LAND", code="CODE")
        zones, land = localities.geometry.to_numpy(), localities.get("land")
        tables, population = [compactness(zones)], None
        if inputs.given("BUILDINGS"):
            tables.append(_buildings(inputs, zones, land))
        if inputs.given("RESIDENTS"):
            found, population = _residents(inputs, zones)
            tables.append(found)
        if inputs.given("STREETS"):
            tables.append(street_form(zones, street_network(inputs), land_hectares=land))
        if inputs.given("EARLIER"):
            tables.append(_land_take(inputs, localities, population))
        return {"OUTPUT": Extended("LOCALITIES", pd.concat(tables, axis=1))}


def _buildings(inputs, zones, land):
    from ...methods.urbanform.buildings import building_form

    buildings = inputs.frame("BUILDINGS", floors="FLOORS")
    footprints, floors = buildings.geometry.to_numpy(), buildings.get("floors")
    return building_form(zones, footprints, floors=floors, land_hectares=land)


def _residents(inputs, zones):
    from ...methods.people import people_in_zones
    from ...methods.urbanform.density import density_form

    xy, frame = residents(inputs)
    homes = (zones, xy, frame["population"])
    found = density_form(
        *homes,
        centres=centres(inputs, zones),
        sparse_density=inputs.number("SPARSE"),
        smallest_base=inputs.number("SMALLEST_BASE"),
        progress=inputs.progress,
    )
    return found, people_in_zones(*homes).total(len(zones))


def _land_take(inputs, localities, population):
    from ...methods.urbanform.landtake import land_take

    inputs.require("CODE", "EARLIER_CODE")
    before, earlier = earlier_counts(inputs, localities["code"])
    now, smallest = localities.geometry.area / 10_000, inputs.number("SMALLEST_BASE")
    return land_take(before, now, earlier, population, smallest_base=smallest)
