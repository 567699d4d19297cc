"""Functional localities from hand-made settlements, through the provider."""

import pytest
from qgis.core import NULL, QgsProcessingException

WEST, SOUTH = 500000, 6470000
FIELDS = "loc_code:string,loc_name:string,pop:integer"


def square(x):
    x0, x1 = WEST + x, WEST + x + 100
    return (
        f"Polygon(({x0} {SOUTH},{x1} {SOUTH},{x1} {SOUTH + 100},{x0} {SOUTH + 100},{x0} {SOUTH}))"
    )


def rows(layer, *names):
    return [[None if f[name] == NULL else f[name] for name in names] for f in layer.getFeatures()]


@pytest.fixture
def towns(make_layer):
    """Two places on either side of a river, and one far away."""
    places = [
        (square(0), "A", "By", 900),
        (square(600), "B", "Strand", 300),
        (square(5000), "C", "Skog", 250),
    ]
    return make_layer("Polygon", FIELDS, places)


@pytest.fixture
def villages(make_layer):
    """One near the lone town, with the code of another town, and one alone."""
    places = [(square(5500), "A", "Lillskog", 60), (square(9000), "D", "Ensam", None)]
    return make_layer("Polygon", FIELDS, places)


def test_places_whose_grounds_meet_are_one(run, towns, villages):
    found = run("functionallocalities", LOCALITIES=towns, SMALL=villages, OUTPUT="memory:")
    names = ("loc_code", "loc_name", "loc_class", "pop", "members")
    assert rows(found["OUTPUT"], *names) == [
        ["FA", "By", "tatort", 1200, 2],
        ["FC", "Skog", "tatort", 310, 2],
        ["FD", "Ensam", "smaort", 0, 1],
    ]


def test_the_members_are_told(run, towns, villages):
    given = {"LOCALITIES": towns, "SMALL": villages}
    found = run("functionallocalities", **given, OUTPUT="memory:", MEMBERS="memory:")
    assert rows(found["MEMBERS"], "mem_code", "mem_name", "mem_class", "loc_code") == [
        ["A", "By", "tatort", "FA"],
        ["B", "Strand", "tatort", "FA"],
        ["C", "Skog", "tatort", "FC"],
        ["A-smaort", "Lillskog", "smaort", "FC"],
        ["D", "Ensam", "smaort", "FD"],
    ]


def test_a_smaller_buffer_unites_less(run, towns):
    found = run("functionallocalities", LOCALITIES=towns, BUFFER=249, OUTPUT="memory:")["OUTPUT"]
    assert rows(found, "loc_name", "members") == [["By", 1], ["Strand", 1], ["Skog", 1]]


def test_exceptions_join_and_keep_apart(run, towns, make_layer):
    fields = "code_1:string,code_2:string,rule:string"
    table = make_layer("None", fields, [("", "A", "B", "isär"), ("", "A", "C", "Join")])
    given = {"LOCALITIES": towns, "EXCEPTIONS": table, "OUTPUT": "memory:"}
    found = run("functionallocalities", **given)["OUTPUT"]
    assert rows(found, "loc_name", "pop") == [["By", 1150], ["Strand", 300]]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (("", "A", "B", "merge"), "'join' or 'apart', not 'merge'"),
        (("", "A", "X", "join"), "name 'X', which is no member"),
    ],
)
def test_exceptions_that_cannot_be_used(run, towns, make_layer, row, words):
    table = make_layer("None", "code_1:string,code_2:string,rule:string", [row])
    with pytest.raises(QgsProcessingException, match=words):
        run("functionallocalities", LOCALITIES=towns, EXCEPTIONS=table, OUTPUT="memory:")


def test_codes_stay_with_most_of_the_inhabitants(run, towns, make_layer):
    pairs = [("", "A", "F9"), ("", "B", "F8"), ("", "C", "F7")]
    earlier = make_layer("None", "mem_code:string,loc_code:string", pairs)
    given = {"LOCALITIES": towns, "EARLIER": earlier, "OUTPUT": "memory:"}
    assert rows(run("functionallocalities", **given)["OUTPUT"], "loc_code") == [["F9"], ["F7"]]


def test_a_code_there_twice_is_a_sentence(run, make_layer):
    twice = make_layer("Polygon", FIELDS, [(square(0), "A", "x", 1), (square(900), "A", "y", 1)])
    with pytest.raises(QgsProcessingException, match="'A' is missing or there twice"):
        run("functionallocalities", LOCALITIES=twice, OUTPUT="memory:")


def test_no_settlement_is_an_empty_result(run, make_layer):
    found = run(
        "functionallocalities", LOCALITIES=make_layer("Polygon", FIELDS, []), OUTPUT="memory:"
    )
    assert found["OUTPUT"].featureCount() == 0
