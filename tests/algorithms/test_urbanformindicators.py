"""Urban-form indicators on hand-made layers, through the provider."""

import math

import pytest
from qgis.core import NULL, QgsProcessingException

PLACE = (
    "Polygon((500000 6470000,501000 6470000,501000 6471000,500000 6471000,500000 6470000))",
    "0580L001",
    50.0,
    2000,
)


def rows(layer, *names):
    return [[None if f[name] == NULL else f[name] for name in names] for f in layer.getFeatures()]


@pytest.fixture
def localities(make_layer):
    """A square kilometre, half of it land."""
    return make_layer("Polygon", "loc_code:string,land_ha:double,pop:integer", [PLACE])


@pytest.fixture
def buildings(make_layer):
    def house(x, side):
        x1, y1 = x + side, 6470100 + side
        return f"Polygon(({x} 6470100,{x1} 6470100,{x1} {y1},{x} {y1},{x} 6470100))"

    houses = [(house(500100, 100), 3), (house(500300, 50), None), (house(502000, 50), 9)]
    return make_layer("Polygon", "floors:integer", houses)


@pytest.fixture
def residents(make_layer):
    """Twenty in one place and twenty in another, 400 m apart."""
    homes = [("Point(500300 6470500)", 20), ("Point(500700 6470500)", 20)]
    return make_layer("Point", "population:integer", homes)


def test_the_outline_alone(run, localities):
    found = run("urbanformindicators", LOCALITIES=localities, OUTPUT="memory:")["OUTPUT"]
    square = [math.pi / 4, 2 / math.pi, 1, 2 / math.sqrt(math.pi), 3 / math.pi]
    assert rows(found, "polsby", "reock", "convex", "schwartzb", "inertia") == [
        [pytest.approx(value) for value in square]
    ]
    assert "fsi" not in found.fields().names()


def test_buildings_over_the_land(run, localities, buildings):
    given = {"LOCALITIES": localities, "BUILDINGS": buildings, "OUTPUT": "memory:"}
    found = run("urbanformindicators", **given)["OUTPUT"]
    # 10 000 m2 of three storeys and 2 500 m2 of unknown, on 100 ha
    assert rows(found, "fsi", "gsi", "storeys", "osr", "size_mix") == [
        [pytest.approx(v) for v in (0.0325, 0.0125, 2.6, 0.9875 / 0.0325)] + [None]
    ]
    found = run("urbanformindicators", **given, LAND="land_ha")["OUTPUT"]
    assert rows(found, "fsi", "gsi") == [[pytest.approx(0.065), pytest.approx(0.025)]]


def test_people_about_the_centre(run, localities, residents, make_layer):
    given = {"LOCALITIES": localities, "RESIDENTS": residents, "OUTPUT": "memory:"}
    found = run("urbanformindicators", **given)["OUTPUT"]
    disc = 2 / 3 * 1000 / math.sqrt(math.pi)
    assert rows(found, "ctr_dist", "ctr_norm", "sparse_sh", "grad_b") == [
        [pytest.approx(200), pytest.approx(200 / disc), 100, None]
    ]
    first = [("Point(400000 6470500)",), ("Point(500300 6470500)",), ("Point(500500 6470500)",)]
    centres = make_layer("Point", "", first)
    found = run("urbanformindicators", **given, CENTRES=centres, SPARSE=3)["OUTPUT"]
    # 20 in a cell of 6.25 ha is 3.2 per hectare
    assert rows(found, "ctr_dist", "sparse_sh") == [[pytest.approx(200), 0]]
    centres = make_layer("Point", "", first[:1] + first[:0:-1])
    found = run("urbanformindicators", **given, CENTRES=centres, SMALLEST_BASE=41)["OUTPUT"]
    assert rows(found, "ctr_dist", "sparse_sh") == [[None, None]]


def test_how_streets_meet(run, localities, make_layer):
    cross = [
        ("LineString(500100 6470500, 500500 6470500, 500900 6470500)",),
        ("LineString(500500 6470100, 500500 6470500, 500500 6470900)",),
    ]
    streets = make_layer("LineString", "", cross)
    given = {"LOCALITIES": localities, "STREETS": streets, "OUTPUT": "memory:"}
    found = run("urbanformindicators", **given)["OUTPUT"]
    assert rows(found, "junct_km2", "link_node") == [[pytest.approx(1), None]]


def test_land_taken_since_an_earlier_delineation(run, localities, residents, make_layer):
    smaller = (
        "Polygon((500000 6470000,500500 6470000,500500 6471000,500000 6471000,500000 6470000))"
    )
    earlier = make_layer("Polygon", "loc_code:string,pop:integer", [(smaller, "0580L001", 20)])
    given = {"LOCALITIES": localities, "EARLIER": earlier, "OUTPUT": "memory:"}
    found = run("urbanformindicators", **given)["OUTPUT"]
    assert rows(found, "new_land", "land_new") == [[pytest.approx(50), None]]
    found = run("urbanformindicators", **given, RESIDENTS=residents)["OUTPUT"]
    assert rows(found, "new_land", "land_new") == [[pytest.approx(50), pytest.approx(25_000)]]


def test_earlier_localities_with_other_codes_are_a_sentence(run, localities, make_layer):
    earlier = make_layer("Polygon", "loc_code:string", [(PLACE[0], "9999")])
    with pytest.raises(QgsProcessingException, match="None of the table's codes"):
        run("urbanformindicators", LOCALITIES=localities, EARLIER=earlier, OUTPUT="memory:")


def test_nothing_is_an_empty_result(run, make_layer, buildings, residents):
    nowhere = make_layer("Polygon", "loc_code:string", [])
    given = {"BUILDINGS": buildings, "RESIDENTS": residents}
    found = run("urbanformindicators", LOCALITIES=nowhere, **given, OUTPUT="memory:")["OUTPUT"]
    assert found.featureCount() == 0
    missing = make_layer("Polygon", "loc_code:string", [("", "0580L001")])
    found = run("urbanformindicators", LOCALITIES=missing, **given, OUTPUT="memory:")["OUTPUT"]
    assert rows(found, "polsby", "fsi", "ctr_dist") == [[None, None, None]]
