"""Housing indicators on hand-made layers, through the provider."""

import pytest
from qgis.core import NULL, QgsProcessingException

PLACE = "Polygon((500000 6470000,500100 6470000,500100 6470100,500000 6470100,500000 6470000))"
FIELDS = "andamal1:string,dwellings:integer,built:integer,tenure:string,holiday:string"


def rows(layer, *names):
    return [[None if f[name] == NULL else f[name] for name in names] for f in layer.getFeatures()]


@pytest.fixture
def localities(make_layer):
    return make_layer("Polygon", "loc_code:string", [(PLACE, "0580L001"), ("", "0580L002")])


@pytest.fixture
def buildings(make_layer):
    """Eight permanent houses, an apartment building of ten, a flat at work, two holiday homes."""
    here, away = "Point(500050 6470050)", "Point(600000 6470050)"
    house, block = "Bostad;Småhus friliggande", "Bostad;Flerfamiljshus"
    return make_layer(
        "Point",
        FIELDS,
        [
            (here, house, 4, 1930, "Äganderätt", "0"),  # terraced: four, but three is a block
            (here, "Bostad;Småhus radhus", 8, 1931, "äganderätt", "nej"),
            (here, block, 10, 2020, "hyresrätt", None),
            (here, block, 0, 2024, "hyresrätt", "0"),
            (here, "Verksamhet", 2, None, "bostadsrätt", "0"),
            (here, house, 1, 1970, "owned", "ja"),
            (here, house, 0, 1970, None, "1"),
            (here, "Komplementbyggnad", 0, 2025, None, "0"),
            (away, house, 1000, 2025, "owned", "0"),
        ],
    )


@pytest.fixture
def residents(make_layer):
    homes = [("Point(500050 6470050)", 40, 20, 35), ("Point(500050 6470051)", 10, 5, 0)]
    return make_layer("Point", "population:integer,households:integer,before:integer", homes)


def test_kind_tenure_and_age(run, localities, buildings):
    given = {"LOCALITIES": localities, "BUILDINGS": buildings, "OUTPUT": "memory:"}
    found = run("housingindicators", **given)["OUTPUT"]
    permanent = 4 + 8 + 10 + 2
    shares = [100 * part / permanent for part in (8, 14, 2)]
    assert rows(found, "dw_small", "dw_multi", "dw_other")[0] == pytest.approx(shares)
    shares = [100 * part / permanent for part in (10, 2, 12)]
    assert rows(found, "ten_rent", "ten_coop", "ten_own")[0] == pytest.approx(shares)
    shares = [100 * part / 22 for part in (4, 8, 0, 0, 10)]
    periods = ("b_to1930", "b1931_60", "b1961_80", "b1981_00", "b_from2001")
    assert rows(found, *periods)[0] == pytest.approx(shares)
    assert rows(found, "second_sh") == [[20], [None]]
    assert "hh_size" not in found.fields().names()


def test_building_and_households(run, localities, buildings, residents):
    given = {"LOCALITIES": localities, "BUILDINGS": buildings, "RESIDENTS": residents}
    found = run("housingindicators", **given, EARLIER="before", LAST=2022, OUTPUT="memory:")
    # ten dwellings from 2018 to 2022, while fifty became of thirty-five
    assert rows(found["OUTPUT"], "completed", "pressure", "hh_size") == [
        [pytest.approx(200), pytest.approx(1.5), pytest.approx(2)],
        [None, None, None],
    ]
    found = run("housingindicators", **given, OUTPUT="memory:")["OUTPUT"]
    assert rows(found, "completed")[0] == [0]  # the last building is from 2025
    assert "pressure" not in found.fields().names()


def test_small_bases_give_no_share(run, localities, buildings):
    given = {"LOCALITIES": localities, "BUILDINGS": buildings, "OUTPUT": "memory:"}
    found = run("housingindicators", **given, SMALLEST_BASE=25)["OUTPUT"]
    assert rows(found, "dw_small", "ten_rent", "b_to1930", "second_sh")[0] == [None] * 4


def test_buildings_without_dwellings_are_a_sentence(run, localities, make_layer):
    bare = make_layer("Point", "andamal1:string", [("Point(500050 6470050)", "Bostad")])
    with pytest.raises(QgsProcessingException, match="Choose 'Dwellings'"):
        run("housingindicators", LOCALITIES=localities, BUILDINGS=bare, OUTPUT="memory:")


def test_no_building_is_no_share(run, localities, make_layer):
    empty = make_layer("Polygon", FIELDS, [])
    found = run("housingindicators", LOCALITIES=localities, BUILDINGS=empty, OUTPUT="memory:")
    assert rows(found["OUTPUT"], "dw_small", "b_to1930", "second_sh") == [[None] * 3] * 2
