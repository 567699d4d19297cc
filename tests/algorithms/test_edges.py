"""Every ratio is empty where its base is nothing, too small or unknown; by the catalogue's word."""

import numpy as np
import pytest
from qgis.core import NULL, QgsCoordinateReferenceSystem
from samplan.processing import rasters
from samplan.processing.algorithms import ALGORITHMS, indicators
from samplan.processing.catalogue import catalogue
from samplan.processing.subjects.checklists import read

WEST, SOUTH = 500000, 6470000
ROOM = indicators.__name__
TOOLS = [each for each in ALGORITHMS if each.__module__.startswith(ROOM)]
WHOLE, NOBODY, FEW, NOWHERE, UNKNOWN = "hundred", "nobody", "nine", "no geometry", "NULL"
PLACES = {WHOLE: 0, NOBODY: 2000, FEW: 4000, NOWHERE: None, UNKNOWN: 8000}
"""West edges of localities of a kilometre a side: 100 people and 12 homes, none, 9, NULL."""


def place(name, x, y):
    return f"Point({WEST + PLACES[name] + x} {SOUTH + y})"


def box(left, bottom, right, top):
    x0, y0, x1, y1 = WEST + left, SOUTH + bottom, WEST + right, SOUTH + top
    return f"Polygon(({x0} {y0},{x1} {y0},{x1} {y1},{x0} {y1},{x0} {y0}))"


@pytest.fixture
def localities(make_layer):
    """Make a layer of some of the localities."""

    def make(names=tuple(PLACES)):
        rows = [
            ("" if PLACES[n] is None else box(PLACES[n], 0, PLACES[n] + 1000, 1000), n, 10, 12)
            for n in names
        ]
        fields = "loc_code:string,new_people:integer,new_homes:integer"
        return make_layer("Polygon", fields, rows)

    return make


@pytest.fixture
def residents(make_layer):
    homes = [(WHOLE, x, y, 20, 8) for x, y in ((100, 100), (500, 500), (600, 500), (500, 700))]
    homes += [(WHOLE, 900, 900, 20, 8), (FEW, 500, 500, 9, 4), (NOBODY, 500, 500, 0, 0)]
    homes += [(UNKNOWN, 500, 500, None, None)]
    fields = "population:integer,earlier:integer,households:integer,employed:integer,"
    ages = ("p0_5", "p6_15", "p16_19", "p20_24", "p25_44", "p45_64", "p65_79", "p80_")
    rows = [
        (place(name, x, y), number, number, house, number, *[number and number / 8] * 8)
        for name, x, y, number, house in homes
    ]
    return make_layer("Point", fields + ",".join(f"{age}:double" for age in ages), rows)


@pytest.fixture
def buildings(make_layer):
    rows = []
    for name, dwellings in ((WHOLE, 1), (FEW, 0.75), (UNKNOWN, None)):
        for i in range(12):
            x = PLACES[name] + 20 + 40 * i
            kind = None if dwellings is None else "Bostad;Småhus friliggande"
            tenure = None if dwellings is None else "äganderätt"
            year, holiday = (None, None) if dwellings is None else (2015, 0)
            rows.append((box(x, 500, x + 10, 512), dwellings, kind, tenure, year, holiday, 2))
    fields = "dwellings:double,andamal1:string,tenure:string,built:integer,holiday:integer,"
    return make_layer("Polygon", fields + "floors:integer", rows)


@pytest.fixture
def flows(make_layer):
    rows = [(WHOLE, WHOLE, WHOLE, 60), (WHOLE, "other", "Other", 40), (FEW, FEW, FEW, 5)]
    rows += [(FEW, "other", "Other", 4), (UNKNOWN, UNKNOWN, "?", None)]
    fields = "from_code:string,to_code:string,to_name:string,employed:integer"
    return make_layer("NoGeometry", fields, [("", *row) for row in rows])


@pytest.fixture
def services(make_layer):
    return make_layer(
        "Point", "type:string", [(place(WHOLE, 500, 500), code) for code in read().codes]
    )


@pytest.fixture
def streets(make_layer):
    lines = [f"LineString({WEST} {SOUTH + 500}, {WEST + 10000} {SOUTH + 500})"]
    lines += [
        f"LineString({WEST + x} {SOUTH}, {WEST + x} {SOUTH + 1000})" for x in range(100, 9000, 500)
    ]
    return make_layer("LineString", "", [(line,) for line in lines])


@pytest.fixture
def world(localities, residents, buildings, flows, services, streets, make_layer, tmp_path):
    """What each tool takes, by parameter."""
    green = make_layer("Polygon", "", [(box(700, 0, 900, 200),), (box(4000, 0, 4100, 100),)])
    earlier = [(box(PLACES[name], 0, PLACES[name] + 900, 1000), name, 50) for name in (WHOLE, FEW)]
    cells = np.zeros((10, 100), np.uint8)
    cells[:, :10] = 51
    cells[:5, :10] = 3
    crs = QgsCoordinateReferenceSystem("EPSG:3006")
    for name, values in (("nu.tif", cells), ("förr.tif", np.where(cells > 0, 3, 0))):
        grid = rasters.Grid(values.astype(np.uint8), WEST, SOUTH + 1000, 100, 0, {})
        rasters.write(tmp_path / name, grid, crs)
    before = make_layer("Polygon", "loc_code:string,pop:integer", earlier)
    return {
        "populationindicators": {"PEOPLE": residents, "EARLIER": "earlier"},
        "employmentindicators": {
            "FLOWS": flows,
            "RESIDENTS": residents,
            "WORKING_AGE": ["p20_24", "p25_44", "p45_64"],
        },
        "housingindicators": {"BUILDINGS": buildings, "RESIDENTS": residents, "EARLIER": "earlier"},
        "serviceindicators": {"SERVICES": services, "RESIDENTS": residents, "STREETS": streets},
        "greenaccess": {"RESIDENTS": residents, "GREEN": green, "STREETS": streets},
        "urbanformindicators": {
            "BUILDINGS": buildings,
            "RESIDENTS": residents,
            "STREETS": streets,
            "EARLIER": before,
        },
        "landcoverindicators": {
            "RASTER": str(tmp_path / "nu.tif"),
            "EARLIER": str(tmp_path / "förr.tif"),
            "PEOPLE": "new_people",
            "DWELLINGS": "new_homes",
        },
        "landscapemetrics": {"RASTER": str(tmp_path / "nu.tif")},
    }


@pytest.fixture
def described(run, world):
    """Run a tool on a layer; returns its values by locality and field."""

    def describe(tool, layer):
        name = tool.__name__.lower()
        found = run(name, LOCALITIES=layer, **world[name], OUTPUT="memory:")["OUTPUT"]
        names = [field for field in found.fields().names() if field in catalogue()]
        return {
            each["loc_code"]: {n: None if each[n] == NULL else each[n] for n in names}
            for each in found.getFeatures()
        }

    return describe


EMPTY = {
    "pop": (NOBODY, FEW, NOWHERE, UNKNOWN),
    "employed": (NOBODY, FEW, NOWHERE, UNKNOWN),
    "jobs": (NOBODY, FEW, NOWHERE, UNKNOWN),
    "dwellings": (NOBODY, FEW, NOWHERE, UNKNOWN),
    "buildings": (NOBODY, NOWHERE),
    "land_ha": (NOWHERE,),
    "lc_ha": (NOBODY, FEW, NOWHERE, UNKNOWN),
    "": (NOBODY, NOWHERE, UNKNOWN),
}
"""Localities whose ratio is empty, by the base that the catalogue names."""
NOT_OF_THIS_WORLD = {
    "employmentindicators": {"core_dep"},
    "landcoverindicators": {"take_inh", "take_dwell"},
    "urbanformindicators": {"grad_b", "grad_d0", "grad_r2"},
}
"""Ratios that need more than the fullest locality here has, or whose base is a field of its own."""


@pytest.mark.parametrize("tool", TOOLS, ids=[each.__name__ for each in TOOLS])
def test_a_ratio_without_its_base_is_empty_and_never_zero(tool, described, localities):
    found = described(tool, localities())
    assert list(found) == list(PLACES)
    skipped = NOT_OF_THIS_WORLD.get(tool.__name__.lower(), set())
    ratios = [
        code
        for code in found[WHOLE]
        if (catalogue()[code].base or catalogue()[code].smallest_base) and code not in skipped
    ]
    for code in ratios:
        assert found[WHOLE][code] is not None, code
        for name in EMPTY[catalogue()[code].base]:
            assert found[name][code] is None, f"{code} of {name}"


@pytest.mark.parametrize("tool", TOOLS, ids=[each.__name__ for each in TOOLS])
def test_no_locality_has_an_empty_result_and_one_has_one(tool, described, localities):
    assert described(tool, localities(())) == {}
    together = described(tool, localities())[WHOLE]
    alone = described(tool, localities((WHOLE,)))[WHOLE]
    relative = {"centr_rank", "centr_lvl"}  # beside the other localities
    assert {k: v for k, v in alone.items() if k not in relative} == {
        k: pytest.approx(v) for k, v in together.items() if k not in relative
    }
