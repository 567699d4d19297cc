"""Service indicators."""

from __future__ import annotations

from ... import parameters as p
from ...algorithm import Algorithm
from ...i18n import tr
from ...outputs import Extended
from ...subjects.checklists import coded, read
from ...subjects.homes import coordinates, on_streets, people_or_places, street_network

SHIPPED = read()
FIELDS = (
    *("serv_n", "serv_types", "serv_deg", "serv_miss", "centrality", "centr_rank", "centr_lvl"),
    *(f"n_{code}" for code in SHIPPED.codes),
    *(f"d_{code}" for code in SHIPPED.codes),
)


class ServiceIndicators(Algorithm):
    """Add the services of each locality, how far the rest is, and the hierarchy of centres."""

    label = tr("Service indicators")
    summary = tr(
        "Adds service breadth and degree by a checklist, the list of missing services, centrality "
        "and level in the hierarchy of centres, and the number of outlets and the inhabitants' "
        "mean distance to the nearest of each type, straight or on the streets."
    )
    keywords = ("servicegrad", "centralitet", "Pipos", "centrumhierarki", "central place")
    references = (
        "Christaller, W. (1933). Die zentralen Orte in Süddeutschland.",
        "Davies, W. K. D. (1967). Centrality and the central place hierarchy. "
        "doi:10.1080/00420986720080041",
        "Fisher, W. D. (1958). On grouping for maximum homogeneity. "
        "doi:10.1080/01621459.1958.10501479",
    )
    example = (
        "qgis_process run samplan:serviceindicators LOCALITIES=localities.gpkg "
        "SERVICES='demo.gpkg|layername=services' RESIDENTS='demo.gpkg|layername=residents' "
        "STREETS='demo.gpkg|layername=streets' OUTPUT=localities_service.gpkg"
    )
    styles = {"OUTPUT": "service.qml"}
    explanations = {
        "SERVICES": tr(
            "A point per outlet. An export from Pipos becomes points by the tool 'Create points "
            "layer from table': X, Y, SWEREF 99 TM; Serviceform is the type."
        ),
        "TYPE": tr("Key, code or name of the service in the checklist, in Swedish or English."),
        "ONE_TYPE": tr("Only where all outlets are of one type, as in a file from Pipos."),
        "BUFFER": tr("Outlets this near the locality count as its own."),
        "RESIDENTS": tr("Homes that distances are measured from. Empty: from within the locality."),
        "CHECKLIST": tr(
            "A CSV file like the plugin's processing/profiles/services.csv: key, code, weight, "
            "names and, if you like, also: other words for the type, and cap: outlets beyond which "
            "more add nothing to the depth. The plugin's types and weights are our own choice."
        ),
        "LEVELS": tr("Into so many levels the centres are parted where they differ the most."),
        "OUTPUT": tr("The localities with these fields added (n: outlets, d: distance):"),
    }

    def parameters(self):
        one, csv = tr("Type of all outlets"), "CSV (*.csv)"
        return [
            p.localities(),
            p.layer("SERVICES", tr("Services"), [p.POINT]),
            p.field("TYPE", tr("Type of service"), of="SERVICES", default="type"),
            p.residents(),
            p.resident_count(),
            p.streets(),
            p.distance("BUFFER", tr("Outlets counted outside"), 0),
            p.text("ONE_TYPE", one, optional=True, advanced=True),
            p.file("CHECKLIST", tr("Own checklist"), filter=csv, optional=True, advanced=True),
            p.integer("LEVELS", tr("Levels of centres (number)"), 4, low=1, high=9, advanced=True),
            p.smallest_base(),
            p.vector_output("OUTPUT", tr("Localities with service"), p.POLYGON, fields=FIELDS),
        ]

    def compute(self, inputs):
        import pandas as pd

        from ...methods.service import centrality, supply

        checklist = read(inputs.file("CHECKLIST"))
        localities = inputs.frame("LOCALITIES", keep_missing=True)
        outlets = inputs.frame("SERVICES", type="TYPE")
        types = coded(inputs, outlets, checklist)
        zones, xy = localities.geometry.to_numpy(), coordinates(outlets.geometry.to_numpy())
        near = inputs.number("BUFFER")
        counts = supply.service_counts(zones, xy, types, checklist.codes, buffer=near)
        found = supply.service_supply(
            counts, weights=checklist.weights, caps=checklist.caps, names=checklist.names
        )
        totals = [types.count(code) for code in checklist.codes]
        centres = centrality.centrality(counts, totals=totals, levels=inputs.integer("LEVELS"))
        distances = _distances(inputs, zones, xy, types, checklist.codes)
        tables = [found, centres, counts.add_prefix("n_"), distances.add_prefix("d_")]
        return {"OUTPUT": Extended("LOCALITIES", pd.concat(tables, axis=1))}


def _distances(inputs, zones, outlets, types, codes):
    """Mean distance of each locality's inhabitants to the nearest outlet of each type."""
    from ...methods.service import distance

    people, network = people_or_places(inputs, zones), street_network(inputs)
    if network is None:
        xy = people.xy
        found = distance.straight_distances(xy, outlets, types, codes, progress=inputs.progress)
    else:
        points = [on_streets(inputs, network, xy) for xy in (people.xy, outlets)]
        found = distance.street_distances(network, *points, types, codes, progress=inputs.progress)
    smallest = inputs.number("SMALLEST_BASE") if inputs.given("RESIDENTS") else 0
    return distance.mean_distances(
        found, people.zone, people.number, len(zones), smallest_base=smallest
    )
