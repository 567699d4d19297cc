"""Service indicators on hand-made layers, through the provider."""

import pytest
from qgis.core import (
    NULL,
    QgsCoordinateTransformContext,
    QgsProcessingException,
    QgsVectorFileWriter,
)

SQUARE = "Polygon(({x} 6470000,{x1} 6470000,{x1} 6470100,{x} 6470100,{x} 6470000))"  # 100 m a side


def square(x):
    return SQUARE.format(x=x, x1=x + 100)


def rows(layer, *names):
    return [[None if f[name] == NULL else f[name] for name in names] for f in layer.getFeatures()]


@pytest.fixture
def localities(make_layer):
    places = [(square(500000), "A"), (square(501000), "B"), (square(509000), "C")]
    return make_layer("Polygon", "loc_code:string", places)


@pytest.fixture
def services(make_layer):
    return make_layer(
        "Point",
        "type:string",
        [
            ("Point(500010 6470000)", "grocery"),
            ("Point(500020 6470050)", "Dagligvaror"),
            ("Point(501050 6470000)", "groc"),
            ("Point(500010 6470000)", "pharmacy"),
            ("Point(503000 6470000)", "pharmacy"),
            ("Point(500010 6470000)", "tivoli"),
        ],
    )


@pytest.fixture
def residents(make_layer):
    return make_layer(
        "Point",
        "population:integer",
        [
            ("Point(500010 6470030)", 30),
            ("Point(500010 6470080)", 10),
            ("Point(501050 6470040)", 9),
            ("Point(509050 6470000)", 20),
        ],
    )


@pytest.fixture
def streets(make_layer):
    return make_layer(
        "LineString",
        "name:string",
        [
            ("LineString(500010 6470000, 500010 6470100)", "Storgatan"),
            ("LineString(500010 6470000, 501050 6470000)", "Kungsvägen"),
            ("LineString(501050 6470000, 501050 6470040)", "Stickan"),
            ("LineString(501050 6470000, 509050 6470000)", "Landsvägen"),
        ],
    )


def test_what_there_is_and_what_is_missing(run, localities, services, log):
    found = run("serviceindicators", LOCALITIES=localities, SERVICES=services, OUTPUT="memory:")[
        "OUTPUT"
    ]
    assert rows(found, "loc_code", "serv_n", "serv_types", "n_groc", "n_pharm", "n_fuel") == [
        ["A", 3, 2, 2, 1, 0],
        ["B", 1, 1, 1, 0, 0],
        ["C", 0, 0, 0, 0, 0],
    ]
    # weights of the shipped list: groceries 3 and pharmacy 2 of 30
    assert rows(found, "serv_deg")[:2] == [[pytest.approx(500 / 30)], [pytest.approx(10)]]
    assert rows(found, "serv_miss")[1][0].startswith("pharmacy, fuel, ")
    # two of three groceries, and one of the layer's two pharmacies
    assert rows(found, "centrality", "centr_rank", "centr_lvl") == [
        [pytest.approx(200 / 3 + 50), 1, 1],
        [pytest.approx(100 / 3), 2, 2],
        [0, 3, None],
    ]
    assert any("tivoli" in warning for warning in log.warnings)


def test_straight_distances_of_the_inhabitants(run, localities, services, residents):
    found = run(
        "serviceindicators",
        LOCALITIES=localities,
        SERVICES=services,
        RESIDENTS=residents,
        OUTPUT="memory:",
    )["OUTPUT"]
    # the second grocery, at (20, 50), is nearer than the first, at (10, 0)
    a = (30 * (10**2 + 20**2) ** 0.5 + 10 * (10**2 + 30**2) ** 0.5) / 40
    assert rows(found, "d_groc", "d_fuel") == [
        [pytest.approx(a), None],
        [None, None],  # nine inhabitants are too few
        [pytest.approx(8000), None],
    ]


def test_distances_on_the_streets(run, localities, services, residents, streets):
    found = run(
        "serviceindicators",
        LOCALITIES=localities,
        SERVICES=services,
        RESIDENTS=residents,
        STREETS=streets,
        SMALLEST_BASE=1,
        OUTPUT="memory:",
    )["OUTPUT"]
    # the second grocery stands 10 m from Storgatan, at 50 m along it
    a = (30 * 30 + 10 * (30 + 10)) / 40
    assert rows(found, "d_groc", "d_pharm") == [
        [pytest.approx(a), pytest.approx((30 * 30 + 10 * 80) / 40)],
        [pytest.approx(40), pytest.approx(1080)],
        [pytest.approx(8000), pytest.approx(6050)],
    ]


def test_outlets_outside_count_within_the_buffer(run, localities, services):
    found = run(
        "serviceindicators", LOCALITIES=localities, SERVICES=services, BUFFER=2000, OUTPUT="memory:"
    )["OUTPUT"]
    assert rows(found, "n_groc", "n_pharm") == [[3, 1], [3, 2], [0, 0]]


def test_a_file_of_one_type(run, localities, services):
    found = run(
        "serviceindicators",
        LOCALITIES=localities,
        SERVICES=services,
        ONE_TYPE="apotek",
        OUTPUT="memory:",
    )["OUTPUT"]
    assert rows(found, "n_pharm", "n_groc") == [[4, 0], [1, 0], [0, 0]]


PIPOS = [
    ("Serviceform", "Huvudman", "Namn", "Adress", "Postnummer", "Kommun", "Län", "X", "Y"),
    ("Apotek", "A", "Hjärtat", "Storgatan 1", 58222, "Linköping", "Län", "500010", "6470000"),
    ("Apotek", "B", "Kronan", "Ågatan 2", 58223, "Linköping", "Län", "503000", "6470000"),
    ("Apoteksombud", "A", "Ica", "Byvägen 3", 59041, "Kinda", "Län", "501050", "6470000"),
]
"""As a workbook from Pipos: coordinates are texts, x to the east, in SWEREF 99 TM."""


@pytest.fixture
def pipos(make_layer, tmp_path):
    header, *outlets = PIPOS
    kinds = {"Postnummer": "integer"}
    fields = ",".join(f"{name}:{kinds.get(name, 'string')}" for name in header)
    sheet = make_layer("NoGeometry", fields, [("", *row) for row in outlets])
    path = str(tmp_path / "pipos_apoteksvaror_2025-11-12.xlsx")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "XLSX"
    context = QgsCoordinateTransformContext()
    QgsVectorFileWriter.writeAsVectorFormatV3(sheet, path, context, options)
    return path


def test_a_workbook_from_pipos(run, localities, pipos, context, log):
    """By QGIS's own tool to points, as the help says."""
    import processing

    given = {"INPUT": pipos, "XFIELD": "X", "YFIELD": "Y", "TARGET_CRS": "EPSG:3006"}
    points = processing.run(
        "native:createpointslayerfromtable", {**given, "OUTPUT": "memory:"}, context=context
    )["OUTPUT"]
    found = run(
        "serviceindicators",
        LOCALITIES=localities,
        SERVICES=points,
        TYPE="Serviceform",
        OUTPUT="memory:",
    )["OUTPUT"]
    assert rows(found, "loc_code", "n_pharm", "d_pharm")[:2] == [
        ["A", 1, pytest.approx(64.03, abs=0.01)],
        ["B", 0, pytest.approx(1041.2, abs=0.1)],
    ]
    assert log.warnings == ["Not in the checklist, so not counted: Apoteksombud"]


@pytest.mark.parametrize(
    ("word", "field"),
    [("Paketautomat", "n_parcel"), ("Öppenvårdsapotek", "n_pharm"), ("Bankomat", "n_cash")],
)
def test_other_words_for_a_type(run, localities, make_layer, word, field):
    outlets = make_layer("Point", "type:string", [("Point(500010 6470000)", word)])
    found = run("serviceindicators", LOCALITIES=localities, SERVICES=outlets, OUTPUT="memory:")
    assert rows(found["OUTPUT"], field) == [[1], [0], [0]]


def test_a_checklist_of_ones_own(run, localities, services, tmp_path):
    file = tmp_path / "lista.csv"
    text = "key;code;name_sv;weight;cap\ngrocery;mat;mat;1,5;2\ntivoli;tivoli;nöje;0,5;2\n"
    file.write_bytes(text.encode("cp1252"))
    found = run(
        "serviceindicators",
        LOCALITIES=localities,
        SERVICES=services,
        CHECKLIST=str(file),
        OUTPUT="memory:",
    )["OUTPUT"]
    # only the key is known: "Dagligvaror" and "groc" are words of the shipped list
    assert rows(found, "n_mat", "n_tivoli", "serv_deg", "serv_depth") == [
        [1, 1, 100, 50],
        [0, 0, 0, 0],
        [0, 0, 0, 0],
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("key,code\ngrocery,g\n", "needs the columns key, code, weight", id="a column"),
        pytest.param("key,code,weight\n", "at least one line", id="no line"),
        pytest.param("key,code,weight\na,ÅÄÖ,1\n", "Line 2 .* code 'ÅÄÖ'", id="a code"),
        pytest.param("key,code,weight\na,x,1\nb,x,1\n", "Line 3 .* code 'x'", id="a code twice"),
        pytest.param("key,code,weight\na,x,-1\n", "'-1' as weight", id="a negative weight"),
        pytest.param("key,code,weight\na,x,0\n", "not all may be 0", id="no weight at all"),
    ],
)
def test_a_checklist_that_cannot_be_used(run, localities, services, tmp_path, text, words):
    file = tmp_path / "lista.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(QgsProcessingException, match=words):
        run(
            "serviceindicators",
            LOCALITIES=localities,
            SERVICES=services,
            CHECKLIST=str(file),
            OUTPUT="memory:",
        )


def test_no_localities_and_no_outlets(run, make_layer, localities, services):
    empty = make_layer("Point", "type:string", [])
    found = run("serviceindicators", LOCALITIES=localities, SERVICES=empty, OUTPUT="memory:")
    assert rows(found["OUTPUT"], "serv_n", "centr_lvl", "d_groc") == [[0, None, None]] * 3
    nowhere = make_layer("Polygon", "loc_code:string", [])
    found = run("serviceindicators", LOCALITIES=nowhere, SERVICES=services, OUTPUT="memory:")
    assert found["OUTPUT"].featureCount() == 0
