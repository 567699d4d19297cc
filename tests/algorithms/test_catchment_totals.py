"""Catchments through the tool, against a search from every stop with every resident snapped."""

import numpy as np
import pytest
import shapely
from qgis.core import NULL, QgsVectorLayer
from samplan.processing import feeds
from samplan.processing.paths import ROOT

from . import porto_alegre
from .street_oracle import Streets

BANDS = (400.0, 1000.0)
MARGIN = 1.0
"""Metres by which ends that are drawn together may change a way."""


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setattr(feeds, "_folder", lambda: tmp_path / "cache")


def read(source, *fields):
    """Geometries of a layer, and columns of fields."""
    layer = source if isinstance(source, QgsVectorLayer) else QgsVectorLayer(source, "layer", "ogr")
    assert layer.isValid(), source
    features = list(layer.getFeatures())
    shapes = shapely.from_wkb([bytes(feature.geometry().asWkb()) for feature in features])
    columns = [[None if f[name] == NULL else f[name] for f in features] for name in fields]
    return (shapes, *columns) if fields else shapes


def middles(shapes):
    return shapely.get_coordinates(shapely.centroid(shapes))


class City:
    """Distances between all stops and residents, and the tool on the same layers."""

    def __init__(self, run, stops, streets, residents):
        self.run, self.given = run, {"STOPS": stops, "STREETS": streets, "RESIDENTS": residents}
        lines = shapely.get_parts(read(streets))
        oracle = Streets([shapely.get_coordinates(line) for line in lines])
        homes, people = read(residents, "population")
        places, self.stops = read(stops, "area_id")
        self.people = np.array([number or 0 for number in people], dtype=float)
        snapped = [oracle.snap(middles(shapes)) for shapes in (places, homes)]
        self.cost = oracle.costs(*snapped, BANDS[-1] + MARGIN)

    def found(self, variant):
        """Residents by stop and band, as the tool counts them."""
        layer = self.run(
            "transitcatchments",
            **self.given,
            STOP_ID="area_id",
            BANDS=", ".join(map(str, BANDS)),
            VARIANT=variant,
            OUTPUT="memory:",
        )["OUTPUT"]
        named = variant != "together"
        sums = {(f["stop_id"] if named else "", f["walk_m"]): f["pop"] for f in layer.getFeatures()}
        stops = self.stops if named else [""]
        return np.array([[sums.get((stop, band), 0.0) for band in BANDS] for stop in stops])

    def expected(self, variant, shift=0.0):
        """Residents by stop and band, as the distances say, with wider or narrower bands."""
        cost = self.cost
        if variant == "nearest":
            own = cost.argmin(axis=0) == np.arange(len(cost))[:, None]
            cost = np.where(own, cost, np.inf)
        if variant == "together":
            cost = cost.min(axis=0, keepdims=True)
        return np.stack([(cost <= band + shift) @ self.people for band in BANDS], axis=1)


def check(city):
    for variant in ("each", "together"):
        found = city.found(variant)
        assert (city.expected(variant, -MARGIN) <= found).all()
        assert (found <= city.expected(variant, MARGIN)).all()
        assert (found == city.expected(variant)).mean() > 0.99
        assert found.sum() > 0
    # a home half-way between two stops may go to either, and then both differ
    found, expected = city.found("nearest"), city.expected("nearest")
    assert (found == expected).mean() > 0.99
    assert found.sum() == pytest.approx(expected.sum(), rel=1e-3)


def test_totals_of_the_tiny_demo_region(run, demo):
    areas = run(
        "gtfstolayers", FEED=demo("gtfs.zip"), STOPS="memory:", LINES="memory:", AREAS="memory:"
    )
    check(City(run, areas["AREAS"], demo("streets"), demo("residents")))


@pytest.mark.heavy
def test_totals_of_the_demo_region(run):
    folder = ROOT / "build" / "demo" / "region"
    if not (folder / "demo.gpkg").exists():
        pytest.skip("no demo region yet: make demo")
    feed, layers = str(folder / "gtfs.zip"), f"{folder}/demo.gpkg|layername="
    areas = run("gtfstolayers", FEED=feed, STOPS="memory:", LINES="memory:", AREAS="memory:")
    check(City(run, areas["AREAS"], f"{layers}streets", f"{layers}residents"))


@pytest.mark.heavy
def test_totals_of_porto_alegre(run, reference, tmp_path, make_layer):
    city = porto_alegre.prepare(reference, tmp_path)
    people, _ = porto_alegre.hexagons(make_layer, city["hexagons"])
    outputs = dict.fromkeys(("STOPS", "LINES", "AREAS"), "memory:")
    areas = run("gtfstolayers", FEED=str(city["feeds"]), **outputs)["AREAS"]
    assert areas.crs().authid() == porto_alegre.CRS
    check(City(run, areas, city["streets"], people))
