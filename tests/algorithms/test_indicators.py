"""Indicator tools on small hand-made layers, through the provider."""

import pytest
from qgis.core import NULL, QgsProcessingException, QgsVectorLayer

TWO = [
    (
        "Polygon((500000 6470000,500100 6470000,500100 6470100,500000 6470100,500000 6470000))",
        "0580L001",
        "Åby",
    ),
    (
        "Polygon((501000 6470000,501100 6470000,501100 6470100,501000 6470100,501000 6470000))",
        "0580L002",
        "Ödeby",
    ),
]


@pytest.fixture
def localities(make_layer):
    return make_layer("Polygon", "loc_code:string,namn:string", TWO)


def rows(layer, *names):
    return [[None if f[name] == NULL else f[name] for name in names] for f in layer.getFeatures()]


def test_population_from_points(run, localities, make_layer):
    people = make_layer(
        "Point",
        "population:integer,p0_19:integer,p20_64:integer,p65_:integer",
        [
            ("Point(500010 6470010)", 30, 10, 10, 10),
            ("Point(500020 6470020)", 10, 0, 10, 0),
            ("Point(501010 6470010)", 9, 3, 3, 3),
            ("Point(502000 6470010)", 7, 7, 0, 0),
        ],
    )
    output = run("populationindicators", LOCALITIES=localities, PEOPLE=people, OUTPUT="memory:")[
        "OUTPUT"
    ]
    assert rows(output, "namn", "pop", "pop_dens", "dep_ratio") == [
        ["Åby", 40, 40, 100],
        ["Ödeby", 9, 9, None],
    ]


def test_population_from_a_table(run, localities, make_layer):
    table = make_layer(
        "None",
        "ort:string,b2010:integer,b2020:integer",
        [("", "0580L002", 100, 121), ("", "0580L999", 1, 1)],
    )
    output = run(
        "populationindicators",
        LOCALITIES=localities,
        PEOPLE=table,
        POPULATION="b2020",
        EARLIER="b2010",
        YEARS=2,
        KEY="ort",
        OUTPUT="memory:",
    )["OUTPUT"]
    assert rows(output, "pop", "pop_index") == [[None, None], [121, 121]]
    assert rows(output, "pop_growth")[1][0] == pytest.approx(10)


def test_a_table_without_its_key_is_asked_for_it(run, localities, make_layer):
    table = make_layer("None", "ort:string,population:integer", [("", "0580L002", 121)])
    with pytest.raises(QgsProcessingException, match="Choose 'Locality code in the table'"):
        run("populationindicators", LOCALITIES=localities, PEOPLE=table, OUTPUT="memory:")


def test_a_lost_leading_zero_is_a_sentence(run, localities, make_layer):
    table = make_layer("None", "ort:integer,population:integer", [("", 580, 121)])
    with pytest.raises(QgsProcessingException, match="imported as text"):
        run(
            "populationindicators", LOCALITIES=localities, PEOPLE=table, KEY="ort", OUTPUT="memory:"
        )


def test_employment_from_flows(run, localities, make_layer):
    flows = make_layer(
        "None",
        "from_code:string,to_code:string,employed:integer",
        [
            ("", "0580L001", "0580L001", 30),
            ("", "0580L001", "0580L002", 10),
            ("", "0580L002", "0581", 60),
        ],
    )
    output = run("employmentindicators", LOCALITIES=localities, FLOWS=flows, OUTPUT="memory:")[
        "OUTPUT"
    ]
    assert rows(output, "employed", "jobs", "job_ratio", "out_comm", "main_dest") == [
        [40, 30, 75, 25, "0580L002"],
        [60, 10, pytest.approx(100 / 6), 100, "0581"],
    ]


def test_flows_between_other_places_are_told(run, make_layer, log):
    """As when localities are delineated anew and get new codes."""
    outline = "Polygon((500000 6470000, 500100 6470000, 500100 6470100, 500000 6470000))"
    places = make_layer("Polygon", "loc_code:string", [(outline, "0580L001")])
    fields = "from_code:string,to_code:string,employed:integer"
    flows = make_layer("NoGeometry", fields, [("", "0580T001", "0580T002", 9)])
    run("employmentindicators", LOCALITIES=places, FLOWS=flows, OUTPUT="memory:")
    assert any(each.startswith("No locality's code is in the flows") for each in log.warnings)


def test_employment_needs_something_to_count(run, localities):
    with pytest.raises(QgsProcessingException, match="Choose a flow table"):
        run("employmentindicators", LOCALITIES=localities, OUTPUT="memory:")


def test_the_typology_runs_on_the_real_localities_of_a_county(run, reference):
    path = reference("sweden_geo/sweden_regions.gpkg")
    layer = QgsVectorLayer(f"{path}|layername=tatorter", "tatorter", "ogr")
    layer.setSubsetString("lan_code = '05'")
    result = run(
        "clustertypology",
        LOCALITIES=layer,
        FIELDS=["pop", "area"],
        LOG=["pop", "area"],
        CLASSES=4,
        OUTPUT="memory:",
        PROFILE="memory:",
        CHOICES="memory:",
    )
    classes = [feature["type_class"] for feature in result["OUTPUT"].getFeatures()]
    assert len(classes) == 96
    sizes = [classes.count(number) for number in (1, 2, 3, 4)]
    assert sum(sizes) == 96
    assert sizes == sorted(sizes, reverse=True)
    assert result["PROFILE"].featureCount() == 8
    assert result["CHOICES"].featureCount() == 9
    assert result["NUMBER"] == 4
    largest = {f["type_class"] for f in result["OUTPUT"].getFeatures() if f["pop"] > 90_000}
    assert len(largest) == 1, "Linköping and Norrköping are alike"


def test_every_indicator_of_a_locality_has_a_source():
    """Of the tools for localities, indicators and typology: their own choice says so too."""
    from samplan.processing.algorithms import ALGORITHMS
    from samplan.processing.catalogue import catalogue

    rooms = ("localities", "indicators", "typology")
    tools = [each().create() for each in ALGORITHMS if each().groupId() in rooms]
    codes = {
        code
        for tool in tools
        for definition in tool.parameterDefinitions()
        for code in definition.metadata().get("fields", [])
    }
    assert len(codes) > 150
    indicators = [catalogue()[code] for code in codes if catalogue()[code].kind == "indicator"]
    assert [each.code for each in indicators if not each.source] == []
