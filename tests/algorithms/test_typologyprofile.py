"""Class cards through the provider, and the pages as a reader gets them."""

from html.parser import HTMLParser

import pytest
from qgis.core import NULL, QgsProcessingException

TOWNS = [
    ("Ånga", 1, 1000, 20.0, "Kärna"),
    ("Bråta", 1, 1200, 25.0, "Kärna"),
    ("<b>Celle</b>", 2, 300, 90.0, "Rest & annat"),
    ("Dalby", 2, 200, 80.0, "Rest & annat"),
    ("Eka", 0, 500, 50.0, None),
]


@pytest.fixture
def towns(make_layer):
    rows = [("Point(500000 6470000)", *each) for each in TOWNS]
    fields = "loc_name:string,type_class:integer,pop:integer,out_comm:double,kind:string"
    return make_layer("Point", fields, rows, name="towns")


def rows(layer, *names):
    return [[None if f[name] == NULL else f[name] for name in names] for f in layer.getFeatures()]


class Balanced(HTMLParser):
    """Checks that every element that opens is closed in order."""

    def __init__(self, text):
        super().__init__()
        self.open = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_cards_name_members_figures_and_marks(run, towns, tmp_path):
    cards, two = tmp_path / "cards.html", tmp_path / "two.html"
    found = run(
        "typologyprofile",
        LOCALITIES=towns,
        CARDS=str(cards),
        COMPARISON=str(two),
        PROFILE="memory:",
        OUTPUT="memory:",
    )
    page = cards.read_text(encoding="utf-8")
    Balanced(page)
    Balanced(two.read_text(encoding="utf-8"))
    assert '<html lang="en">' in page
    assert "Localities (2): Bråta, Ånga." in page
    assert "&lt;b&gt;Celle&lt;/b&gt;" in page
    assert "Population 1 100 (all 675)" in page.replace("\u202f", " ")
    assert "Eka" not in page
    names = ["High: population; low: out-commuting", "High: out-commuting; low: population"]
    assert rows(found["OUTPUT"], "type_name") == [[names[0]]] * 2 + [[names[1]]] * 2 + [[None]]
    assert rows(found["PROFILE"], "type_class", "field", "count", "mean", "low", "high")[:2] == [
        [1, "pop", 2, 1100, 1000, 1200],
        [1, "out_comm", 2, 22.5, 20, 25],
    ]


def test_names_come_from_the_user_then_from_the_layer(run, towns, tmp_path):
    cards = tmp_path / "cards.html"
    found = run(
        "typologyprofile",
        LOCALITIES=towns,
        NAMED="kind",
        NAMES="1 = Centralorter",
        CARDS=str(cards),
        OUTPUT="memory:",
    )
    assert [row[0] for row in rows(found["OUTPUT"], "type_name")] == [
        *["Centralorter"] * 2,
        *["Rest & annat"] * 2,
        None,
    ]
    assert "2. Rest &amp; annat" in cards.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ({"NAMES": "7 = Storstad"}, "no class '7' to name; the classes are 1, 2"),
        ({"COMPARE": "1, 9"}, "Give two classes"),
        ({"CLASS": "typ"}, "no field 'typ'"),
    ],
)
def test_what_is_wrong_is_explained(run, towns, tmp_path, parameters, message):
    with pytest.raises(QgsProcessingException, match=message):
        run("typologyprofile", LOCALITIES=towns, CARDS=str(tmp_path / "c.html"), **parameters)


def test_a_layer_without_classes_is_explained(run, make_layer, tmp_path):
    layer = make_layer("Point", "type_class:integer,pop:integer", [("Point(0 0)", 0, 5)])
    with pytest.raises(QgsProcessingException, match="Run a typology first"):
        run("typologyprofile", LOCALITIES=layer, CARDS=str(tmp_path / "c.html"))
