"""Settlement rules, their profiles, and which buildings count."""

import json

import geopandas as gpd
import numpy as np
import pytest
import shapely
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.settlement.homes import counted_buildings, homes_of
from samplan.processing.methods.settlement.rule import SettlementRule
from samplan.processing.paths import PROFILES

PROFILE_FILE = PROFILES / "settlement.json"


def shipped():
    return json.loads(PROFILE_FILE.read_text(encoding="utf-8"))["profiles"]


@pytest.mark.parametrize(
    ("key", "gap", "limits"),
    [
        ("tatort", 200, (200, None, 0, 50)),
        ("smaort", 150, (50, 199, 0, 50)),
        ("holiday", 150, (0, None, 50, 100)),
    ],
)
def test_shipped_profiles_are_the_published_definitions(key, gap, limits):
    rule = SettlementRule.from_mapping(shipped()[key]["settings"])
    assert (rule.key, rule.gap) == (key, gap)
    assert limits == (
        rule.min_inhabitants,
        rule.max_inhabitants,
        rule.min_holiday_homes,
        rule.max_holiday_share,
    )
    assert rule.holiday_homes_only == (key == "holiday")


def test_every_shipped_setting_has_a_source_and_every_profile_its_labels():
    for key, profile in shipped().items():
        assert set(profile["sources"]) == set(profile["settings"]) - {"key"}, key
        assert profile["label"].keys() == {"en", "sv"}


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"key": "x", "gapp": 200}, "no setting 'gapp'. It knows key, gap, min_inhabitants"),
        ({"gap": 200}, "add the setting 'key'"),
        ({"key": "x", "gap": 0}, "largest gap of the rule 'x' must be above 0"),
        ({"key": "x", "gap": "200"}, "'gap' of the rule 'x' must be a number from 0 up, not '200'"),
        ({"key": "x", "gap": float("nan")}, "must be a number from 0 up"),
        ({"key": "x", "min_inhabitants": -1}, "must be a number from 0 up, not '-1'"),
        ({"key": "x", "hole_size": True}, "must be a number from 0 up, not 'True'"),
        ({"key": "x", "hole_size": None}, "must be a number from 0 up, not 'None'"),
        ({"key": "x", "margin": 51}, "at most a quarter of the largest gap, 50 m, not 51 m"),
        ({"key": "x", "margin": 0}, "must be positive"),
        ({"key": "x", "min_inhabitants": 5, "max_inhabitants": 4}, "at least 5 and at most 4"),
        ({"key": "x", "purposes": "Bostad"}, "must be a list of texts, not 'Bostad'"),
        ({"key": "x", "purposes": [1]}, "must be a list of texts"),
    ],
)
def test_rules_that_cannot_be(settings, message):
    with pytest.raises(InputError) as error:
        SettlementRule.from_mapping(settings)
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("inhabitants", "homes", "holiday", "met"),
    [
        (199.999, 90, 0, False),
        (200, 90, 0, True),
        (200, 90, 45, True),
        (200, 90, 46, False),
        (200, 0, 0, True),
        (0, 0, 0, False),
    ],
    ids=["199", "200", "half holiday homes", "more than half", "no homes known", "nobody"],
)
def test_the_limits_of_a_locality(inhabitants, homes, holiday, met):
    rule = SettlementRule.from_mapping(shipped()["tatort"]["settings"])
    assert rule.is_met(*np.array([[inhabitants], [homes], [holiday]], float)).tolist() == [met]


@pytest.mark.parametrize(
    ("inhabitants", "met"), [(49.9, False), (50, True), (199.9, True), (200, False)]
)
def test_small_localities_end_where_localities_begin(inhabitants, met):
    rule = SettlementRule.from_mapping(shipped()["smaort"]["settings"])
    assert rule.is_met(np.array([inhabitants]), np.zeros(1), np.zeros(1)).tolist() == [met]


# --- buildings ------------------------------------------------------------------------------------


def buildings(shapes, **fields):
    return gpd.GeoDataFrame(fields, geometry=list(shapes))


def counted(frame, **settings):
    return counted_buildings(frame, homes_of(frame), SettlementRule("x", **settings)).tolist()


def test_small_buildings_are_left_out_but_points_are_not():
    shapes = [
        shapely.box(0, 0, 3, 5),
        shapely.box(0, 0, 3, 4.99),
        shapely.Point(0, 0),
        None,
        shapely.Polygon(),
        shapely.Polygon([(0, 0), (9, 9), (9, 0), (0, 9)]),
    ]
    assert counted(buildings(shapes)) == [True, False, True, False, False, True]
    assert counted(buildings(shapes), smallest_building=0)[1]


def test_purposes_match_the_main_purpose_in_either_case():
    purpose = ["Bostad", "bostad;Småhus", "Komplementbyggnad", None, "Bostadshus"]
    shapes = [shapely.Point(0, 0)] * 5
    frame = buildings(shapes, purpose=purpose)
    assert counted(frame, purposes=("BOSTAD",)) == [True, True, False, False, False]
    assert counted(frame) == [True] * 5
    assert counted(buildings(shapes), purposes=("Bostad",)) == [True] * 5


def test_only_holiday_homes():
    frame = buildings([shapely.Point(0, 0)] * 3, holiday=[1, 0, None])
    assert counted(frame, holiday_homes_only=True) == [True, False, False]


@pytest.mark.parametrize("settings", [{"holiday_homes_only": True}, {"min_holiday_homes": 1}])
def test_a_rule_on_holiday_homes_needs_the_field(settings):
    with pytest.raises(InputError, match="choose the field that tells"):
        counted(buildings([shapely.Point(0, 0)]), **settings)


@pytest.mark.parametrize(
    "said",
    [[True, False, None], [1, 0, np.nan], ["ja", "NEJ", None], ["1", "0", None]],
    ids=["truth values", "numbers", "words", "numbers as text"],
)
def test_ways_to_tell_a_holiday_home(said):
    homes = homes_of(buildings([None] * 3, holiday=said, dwellings=[0, 4, 5]))
    assert homes.homes.tolist() == [1, 4, 0]
    assert homes.holiday.tolist() == [1, 0, 0]
    assert homes.dwellings.tolist() == [0, 4, 5]


@pytest.mark.parametrize("field", ["holiday", "dwellings"])
def test_other_words_are_refused(field):
    with pytest.raises(InputError, match=f"field for '{field}' must hold numbers"):
        homes_of(buildings([None], **{field: ["kanske"]}))


def test_a_missing_number_of_dwellings_is_none():
    homes = homes_of(buildings([None] * 2, dwellings=[np.nan, 3], holiday=[0, 0]))
    assert homes.dwellings.tolist() == homes.homes.tolist() == [0, 3]


def test_without_fields_nothing_is_known():
    homes = homes_of(buildings([None]))
    assert np.isnan(homes.dwellings).all()
    assert homes.homes.tolist() == homes.holiday.tolist() == [0]
