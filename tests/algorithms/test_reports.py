"""Pages and charts: what is written is escaped, whole and in the user's language."""

from xml.etree import ElementTree

import numpy as np
import pytest
from samplan.processing.methods.typology.ward import ward
from samplan.processing.reports import cards, charts, html, svg, words


@pytest.fixture
def swedish(monkeypatch):
    for module in (words, html):
        monkeypatch.setattr(module, "language", lambda: "sv")


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (1234567.0, 0, "1\u202f234\u202f567"),
        (0.5, 1, "0.5"),
        (-2.25, 1, "−2.2"),
        (-0.04, 1, "0.0"),
        (None, 0, "–"),
        (float("nan"), 2, "–"),
        (123.456, None, "123"),
        (1.23456, None, "1.23"),
        (0.0, None, "0.00"),
    ],
)
def test_numbers(qgis_app, value, decimals, expected):
    assert words.number(value, decimals) == expected


def test_numbers_in_swedish(qgis_app, swedish):
    assert words.number(-1234.5, 1) == "−1\u202f234,5"
    assert '<html lang="sv">' in html.page("Sida")


def test_texts_are_escaped_and_html_is_not(qgis_app):
    assert (
        html.tag("p", "a < b & c", title='"x"') == '<p title="&quot;x&quot;">a &lt; b &amp; c</p>'
    )
    assert html.html(html.tag("b", "x")) == "<b>x</b>"
    assert "<script>" not in html.page("<script>", html.paragraph("<script>"), foot="<script>")


def parse(picture):
    """Well-formed XML is the least a picture must be."""
    return ElementTree.fromstring(picture)


SPACE = "{http://www.w3.org/2000/svg}"


def test_a_profile_has_a_bar_per_known_value(qgis_app):
    picture = parse(charts.profile(list("abc"), [("x", "#112233", [1.0, -9.0, np.nan])], title="t"))
    bars = picture.findall(f"{SPACE}rect")
    assert len(bars) == 2
    right = max(float(b.get("x")) + float(b.get("width")) for b in bars)
    assert right < charts.WIDTH
    assert min(float(b.get("x")) for b in bars) >= charts.LABELS


def test_two_profiles_are_joined_dots(qgis_app):
    series = [("<x>", "#112233", [1.0, 0.0]), ("y", "#445566", [-1.0, np.nan])]
    picture = parse(charts.profile(["a & b", "c"], series, title="t"))
    assert len(picture.findall(f"{SPACE}circle")) == 3 + 2


def test_a_dendrogram_has_no_crossing_lines(qgis_app):
    rng = np.random.default_rng(0)
    tree = ward(rng.normal(size=(12, 2)))
    order = charts._leaf_order(tree, 12)
    assert sorted(order) == list(range(12))
    members = {i: {i} for i in range(12)}
    for union, (a, b, *_) in enumerate(tree):
        members[12 + union] = members[int(a)] | members[int(b)]
        places = sorted(order.index(leaf) for leaf in members[12 + union])
        assert places == list(range(places[0], places[0] + len(places)))
    picture = parse(charts.dendrogram(tree, list("abcdefghijkl"), ["#000000"] * 12, title="t"))
    assert len(picture.findall(f"{SPACE}path")) == 11


def test_the_map_of_likeness_has_one_scale(qgis_app):
    points = [(0.0, 0.0), (3.0, 0.0), (0.0, 3.0), (-1.0, -1.0)]
    picture = parse(
        charts.scatter(points, list("abcd"), ["#000000"] * 4, title="t", axes=("x", "y"))
    )
    a, b, c, _ = [
        (float(dot.get("cx")), float(dot.get("cy"))) for dot in picture.findall(f"{SPACE}circle")
    ]
    assert b[0] - a[0] == pytest.approx(a[1] - c[1], abs=0.2)


@pytest.mark.parametrize("points", [[], [(0.0, 0.0)], [(1.0, 1.0)] * 3])
def test_maps_of_nothing_and_of_one_place(qgis_app, points):
    names = ["x"] * len(points)
    parse(
        charts.scatter(points, names, names, title="t", axes=("x", "y"), arrows=[(0.0, 0.0, "f")])
    )


def test_steps_show_what_is_known(qgis_app):
    picture = parse(charts.steps([(2, 0.4), (3, np.nan), (4, -0.1)], 4, title="t"))
    fills = [bar.get("fill") for bar in picture.findall(f"{SPACE}rect")]
    assert fills == ["#b9c2c9", svg.PALETTE[0]]


def test_names_of_the_users_own(qgis_app):
    assert cards.read_names("1 = Kärna; 2=Rest\n3 =\nannat") == {"1": "Kärna", "2": "Rest"}
