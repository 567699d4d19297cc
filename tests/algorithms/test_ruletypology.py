"""Typology by rules: decision tables as a user writes and runs them."""

import csv

import pytest
from qgis.core import NULL, QgsExpression, QgsProcessingException
from samplan.processing.algorithms.typology.ruletypology import TABLES
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.typology.ruletree import All, AnyOf, Comparison, Condition
from samplan.processing.ruletables import expressions, reading

HEADER = "class,rule,name_sv,name_en,color,description_sv,description_en,source\n"
POINT = "Point(500000 6470000)"


def rows(layer, *names):
    return [[None if f[name] == NULL else f[name] for name in names] for f in layer.getFeatures()]


@pytest.fixture
def table(tmp_path):
    def write(*lines, header=HEADER, encoding="utf-8"):
        path = tmp_path / "rules.csv"
        path.write_text(header + "\n".join(lines) + "\n", encoding=encoding)
        return path

    return write


@pytest.fixture
def towns(make_layer):
    values = [(0, 120.0), (1, 95.0), (2, 40.0), (3, None)]
    return make_layer(
        "Point", "id:integer,jobs:double", [(POINT, *each) for each in values], name="towns"
    )


def test_the_first_rule_decides_and_tells_why(run, towns, table):
    path = table(
        "c,jobs >= 100,Centrum,Centre,#332288,,,own",
        "s,jobs >= 50,Samhälle,Village,#88CCEE,,,own",
        "r,ELSE,Resten,Rest,#BBBBBB,,,own",
    )
    output = run("ruletypology", LOCALITIES=towns, FILE=str(path), OUTPUT="memory:")["OUTPUT"]
    assert rows(output, "id", "rule_class", "rule_name", "rule_next", "rule_flag", "rule_all") == [
        [0, "c", "Centre", "s", None, "c, s"],
        [1, "s", "Village", "c", "border", "s"],
        [2, "r", "Rest", "s", None, "r"],
        [3, "r", "Rest", None, "missing", "r"],
    ]
    assert rows(output, "rule_words", "rule_vals", "rule_limit")[1] == [
        "Jobs (employed) at least 50",
        "Jobs 95",
        "Jobs 95, limit 100",
    ]
    distances = [row[0] for row in rows(output, "rule_dist")]
    assert distances == [pytest.approx(20), pytest.approx(5), pytest.approx(20), None]


def test_the_classes_are_counted_and_styled_in_the_order_of_the_table(run, towns, table):
    path = table("b,jobs >= 100,B,B,#332288,,,x", "a,ELSE,A,A,#BBBBBB,,,x")
    found = run(
        "ruletypology", LOCALITIES=towns, FILE=str(path), OUTPUT="memory:", CLASSES="memory:"
    )
    assert rows(found["CLASSES"], "rule_class", "count", "rule_color") == [
        ["b", 1, "#332288"],
        ["a", 3, "#BBBBBB"],
    ]


def test_a_table_as_excel_saves_it_in_sweden(run, towns, table):
    path = table(
        "c;jobs >= 100;Kärna;Core;;;;",
        "r;ELSE;Övrigt;Other;;;;",
        header=HEADER.replace(",", ";"),
        encoding="cp1252",
    )
    output = run("ruletypology", LOCALITIES=towns, FILE=str(path), OUTPUT="memory:")["OUTPUT"]
    assert [row[0] for row in rows(output, "rule_class")] == ["c", "r", "r", "r"]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["c,jobs >=,C,C,,,,"], r"Line 2 of 'rules.csv': the rule jobs >= cannot be read \(\w+"),
        (["c,jobs > 1,C,C,,,,", "d,fit(jobs) > 1,C,C,,,,"], "Line 3 .*Function.* is not known"),
        (["c,works > 1,C,C,,,,"], "Line 2 of 'rules.csv' looks at the field 'works', which the"),
        (["c,ELSE,C,C,,,,", "d,jobs > 1,D,D,,,,"], "Line 2 of 'rules.csv' says ELSE"),
        (["c,,C,C,,,,"], "Line 2 of 'rules.csv' lacks its class or its rule"),
        (["c,jobs > 1,C,C,red,,,"], "'red' is not a colour"),
        ([], "has no rules"),
        (["c,to_date(jobs) > 1,C,C,,,,"], "cannot be computed in row 1"),
    ],
    ids=[
        "syntax",
        "unknown function",
        "unknown field",
        "else too early",
        "no rule",
        "no colour",
        "empty",
        "a value that cannot be computed",
    ],
)
def test_a_bad_table_is_explained(run, towns, table, lines, message):
    with pytest.raises(QgsProcessingException, match=message):
        run("ruletypology", LOCALITIES=towns, FILE=str(table(*lines)), OUTPUT="memory:")


def test_a_table_without_its_columns_is_explained(run, towns, table):
    path = table("c,jobs > 1", header="class,regel\n")
    with pytest.raises(QgsProcessingException, match="lacks the columns rule, name_sv"):
        run("ruletypology", LOCALITIES=towns, FILE=str(path), OUTPUT="memory:")


def test_a_text_compared_with_a_number_is_explained(run, make_layer, table):
    layer = make_layer("Point", "jobs:string", [(POINT, "9")])
    with pytest.raises(QgsProcessingException, match="'jobs' with a number, but it holds text"):
        run(
            "ruletypology",
            LOCALITIES=layer,
            FILE=str(table("c,jobs > 1,C,C,,,,")),
            OUTPUT="memory:",
        )


def test_absent_fields_can_be_left_unknown(run, towns, log):
    output = run("ruletypology", LOCALITIES=towns, ABSENT="unknown", OUTPUT="memory:")["OUTPUT"]
    assert {row[0] for row in rows(output, "rule_class")} == {"8"}
    assert {row[0] for row in rows(output, "rule_flag")} == {"missing"}
    assert log.warnings[0].startswith("The layer lacks in_comm, pop")


OPTIONAL = HEADER.replace("source", "source,optional")


def test_an_optional_rule_does_without_its_fields_and_says_so(run, towns, table, log):
    path = table(
        "i,works > 30 AND jobs > 50,Bruk,Mill,,,,own,ja",
        "c,jobs >= 100,Centrum,Centre,,,,own,no",
        "r,ELSE,Resten,Rest,,,,own,",
        header=OPTIONAL,
    )
    output = run("ruletypology", LOCALITIES=towns, FILE=str(path), OUTPUT="memory:")["OUTPUT"]
    # 40 jobs are too few for a mill, whatever its works
    assert rows(output, "rule_class", "rule_flag") == [
        ["c", "missing"],
        ["r", "border, missing"],
        ["r", None],
        ["r", "missing"],
    ]
    assert log.warnings == [
        "The layer lacks works, so these classes are given only where the rest of their rules "
        "decides: i Mill. Localities that may belong there are flagged as missing."
    ]


def test_an_optional_rule_decides_by_the_fields_that_are_there(run, towns, table):
    path = table(
        "i,works > 30 OR jobs > 50,Bruk,Mill,,,,own,yes", "r,ELSE,R,R,,,,own,no", header=OPTIONAL
    )
    output = run("ruletypology", LOCALITIES=towns, FILE=str(path), OUTPUT="memory:")["OUTPUT"]
    assert rows(output, "rule_class", "rule_flag")[:3] == [
        ["i", None],
        ["i", None],
        ["r", "missing"],
    ]


def test_a_rule_that_is_not_optional_refuses_to_do_without(run, towns, table):
    path = table("i,works > 30,B,M,,,,own,yes", "c,shops > 1,C,C,,,,own,no", header=OPTIONAL)
    with pytest.raises(QgsProcessingException, match="Line 3 .* looks at the field 'shops'"):
        run("ruletypology", LOCALITIES=towns, FILE=str(path), OUTPUT="memory:")


@pytest.fixture(scope="module")
def described(provider, demo, tmp_path_factory):
    """Localities of the tiny region with all indicators, by every tool that a table needs."""
    import processing

    def run(name, output="OUTPUT", **parameters):
        path = str(tmp_path_factory.mktemp(name) / "orter.gpkg")
        processing.run(f"samplan:{name}", {**parameters, output: path})
        return path

    layers = {
        "BUILDINGS": "buildings",
        "RESIDENTS": "residents",
        "SERVICES": "services",
        "STREETS": "streets",
        "GREEN": "greens",
        "LANDCOVER": "landcover.tif",
        "FLOWS": "commuting",
        "EARLIER": "earlier_localities",
    }
    given = {parameter: demo(name) for parameter, name in layers.items()}
    names = {"EARLIER_CODE": "code", "EARLIER_NAME": "name"}
    profile = run("localityprofile", "landscape:PROFILE", **given, **names)
    served = run("localityservice", LOCALITIES=profile, FEED=demo("gtfs.zip"))
    cells = {"POPULATION": demo("residents"), "OUTPUT": "memory:"}
    return run("degreeofurbanisation", "UNITS_OUTPUT", UNITS=served, **cells)


@pytest.mark.heavy
@pytest.mark.parametrize("name", [name for name in TABLES if name != "skr2023"])
def test_a_shipped_table_gives_a_map_of_what_the_tools_say(run, described, name):
    """With the tools' own fields and no setting but the table, each locality has a class."""
    output = run("ruletypology", LOCALITIES=described, TABLE=name, OUTPUT="memory:")["OUTPUT"]
    classes = [row[0] for row in rows(output, "rule_class")]
    assert all(classes)
    assert set(classes) != {reading.read(reading.shipped(name)).rows[-1].code}, "all are the rest"


@pytest.mark.heavy
def test_the_municipality_groups_of_what_the_tools_say(run, described, demo, context, log):
    """Municipalities: their people and commuting, and their largest locality by QGIS's own tool."""
    import processing

    people = run(
        "populationindicators",
        LOCALITIES=demo("municipalities"),
        CODE="code",
        PEOPLE=demo("residents"),
        OUTPUT="memory:",
    )["OUTPUT"]
    summed = {"INPUT": people, "JOIN": described, "JOIN_FIELDS": ["pop"], "SUMMARIES": [3]}
    summed = {**summed, "PREDICATE": [0], "OUTPUT": "memory:"}
    joined = processing.run("qgis:joinbylocationsummary", summed, context=context)["OUTPUT"]
    renamed = {"INPUT": joined, "FIELD": "pop_max", "NEW_NAME": "loc_pop", "OUTPUT": "memory:"}
    ready = processing.run("native:renametablefield", renamed, context=context)["OUTPUT"]
    output = run("ruletypology", LOCALITIES=ready, TABLE="skr2023", OUTPUT="memory:")["OUTPUT"]
    assert all(row[0] for row in rows(output, "rule_class"))
    assert any("C9 Rural municipality with a visitor industry" in each for each in log.warnings)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"jobs" >= 5', Comparison("jobs", ">=", 5)),
        ("5 <= jobs", Comparison("jobs", ">=", 5)),
        ("jobs > -2 * 3", Comparison("jobs", ">", -6)),
        ("not jobs < 5", Comparison("jobs", ">=", 5)),
        ("jobs / pop > 0.5", Comparison("jobs / pop", ">", 0.5)),
        ("kind = 'x'", Condition("kind = 'x'")),
        ("kind <> 'x'", Condition("kind <> 'x'")),
        ("jobs > pop", Condition("jobs > pop")),
        (
            "a > 1 and b > 2 and c > 3",
            All(tuple(Comparison(name, ">", n) for n, name in enumerate("abc", 1))),
        ),
        ("not (a > 1 or b > 2)", All((Comparison("a", "<=", 1), Comparison("b", "<=", 2)))),
        (
            "a > 1 or b > 2 and port",
            AnyOf((Comparison("a", ">", 1), All((Comparison("b", ">", 2), Condition("port"))))),
        ),
    ],
)
def test_expressions_become_trees(qgis_app, text, expected):
    assert expressions.tree(text, "t.csv", 2, {}) == expected


@pytest.mark.parametrize("name", TABLES)
def test_shipped_tables_can_be_read_and_are_whole(qgis_app, name):
    table = reading.read(reading.shipped(name))
    with reading.shipped(name).open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            assert all(line.values()), line
    assert table.rows[-1].text == reading.ELSE
    assert len({row.color for row in table.rows}) == len(table.rows)
    assert all(len(field) <= 10 for field in table.fields())


@pytest.mark.parametrize("name", TABLES)
def test_the_trees_say_what_qgis_says(run, make_layer, name):
    """The same classes as QGIS's own evaluation of the expressions, on values around thresholds."""
    import numpy as np

    table = reading.read(reading.shipped(name))
    fields = [field for field in table.fields() if field != "main_grp"]
    rng = np.random.default_rng(3)
    scale = [1, 2, 20, 30, 40, 50, 80, 100, 50_000, 200_000]
    values = rng.choice(scale, (200, len(fields))) * rng.choice([0.5, 1, 1.2], (200, len(fields)))
    groups = rng.choice(["B3", "C6"], 200).tolist()
    declared = ",".join([*(f"{field}:double" for field in fields), "main_grp:string"])
    listed = [(POINT, *map(float, v), group) for v, group in zip(values, groups)]
    layer = make_layer("Point", declared, listed)
    output = run("ruletypology", LOCALITIES=layer, TABLE=name, OUTPUT="memory:")["OUTPUT"]
    cases = "".join(f" WHEN {row.text} THEN '{row.code}'" for row in table.rows[:-1])
    expression = QgsExpression(f"CASE{cases} ELSE '{table.rows[-1].code}' END")
    from qgis.core import QgsExpressionContext, QgsExpressionContextUtils

    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    found = [row[0] for row in rows(output, "rule_class")]
    for feature, code in zip(layer.getFeatures(), found):
        context.setFeature(feature)
        assert expression.evaluate(context) == code
    assert len(set(found)) > 2


# Kommungruppsindelning 2023: one municipality below and one at each threshold.
RURAL = {
    "pop": 9000,
    "loc_pop": 3000,
    "com_city": 0,
    "com_town": 0,
    "main_grp": "C6",
    "com_small": 5,
    "in_comm": 5,
    "vis_crit": 0,
}
MUNICIPALITIES = [
    ({"pop": 200000, "loc_pop": 200000}, "A1"),
    ({"pop": 200000, "loc_pop": 199999}, "B3"),
    ({"com_city": 40}, "A2"),
    ({"com_city": 39.9}, "C8"),
    ({"pop": 50000, "loc_pop": 40000}, "B3"),
    ({"pop": 49999, "loc_pop": 40000}, "C6"),
    ({"pop": 50000, "loc_pop": 39999}, "C6"),
    ({"com_town": 40, "main_grp": "B3"}, "B4"),
    ({"com_town": 39.9, "main_grp": "B3"}, "B5"),
    ({"loc_pop": 15000, "pop": 30000}, "C6"),
    ({"loc_pop": 14999, "pop": 30000}, "C8"),
    ({"com_small": 30}, "C7"),
    ({"com_small": 29.9}, "C8"),
    ({"in_comm": 30.1}, "C7"),
    ({"in_comm": 30}, "C8"),
    ({"vis_crit": 2}, "C9"),
    ({"vis_crit": 1}, "C8"),
]


def test_the_municipality_groups_at_each_threshold_from_both_sides(run, make_layer):
    fields = ",".join(f"{k}:{'string' if k == 'main_grp' else 'double'}" for k in RURAL)
    listed = [(POINT, *{**RURAL, **given}.values()) for given, _ in MUNICIPALITIES]
    layer = make_layer("Point", fields, listed)
    output = run("ruletypology", LOCALITIES=layer, TABLE="skr2023", OUTPUT="memory:")["OUTPUT"]
    assert [row[0] for row in rows(output, "rule_class")] == [each for _, each in MUNICIPALITIES]


def test_reading_names_the_line_after_a_cell_with_line_breaks(qgis_app, tmp_path):
    path = tmp_path / "own.csv"
    path.write_text(HEADER + 'a,"pop > 1\n AND jobs > 2",A,A,,,,\nb,pop >,B,B,,,,\n', "utf-8")
    with pytest.raises(InputError, match="Line 4"):
        reading.read(path)


def test_an_empty_layer_has_an_empty_result(run, make_layer, table):
    layer = make_layer("Point", "jobs:double", [])
    path = table("c,jobs > 1,C,C,,,,", "r,kind = 1 OR jobs > 2,R,R,,,,")
    output = run(
        "ruletypology", LOCALITIES=layer, FILE=str(path), ABSENT="unknown", OUTPUT="memory:"
    )["OUTPUT"]
    assert output.featureCount() == 0
