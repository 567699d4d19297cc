"""Class tables, shares and mixes."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.landcover.classes import class_table, land_cover, meaning
from samplan.processing.methods.landcover.indicators import (
    class_shares,
    group_hectares,
    land_cover_indicators,
    land_use_mix,
)
from samplan.processing.methods.landcover.rasters import raster_of
from samplan.processing.methods.landcover.zonal import ClassCells, count_classes

PROFILES = Path(__file__).resolve().parents[3] / "processing" / "profiles"
TABLES = ["landcover_nmd2018", "landcover_nmd2023", "landcover_corine"]


def profile(name):
    return pd.read_csv(PROFILES / f"{name}.csv", encoding="utf-8")


def cells(classes, counts, unclassified=0.0):
    """Cells of one hectare."""
    counts = np.atleast_2d(np.array(counts, dtype=float))
    return ClassCells(
        np.array(classes), counts, np.full(len(counts), unclassified), cell_area=10_000.0
    )


# --- the tables that ship ------------------------------------------------------------------------


@pytest.mark.parametrize("name", TABLES)
def test_a_shipped_table_is_complete(name):
    frame = profile(name)
    assert frame.notna().all(axis=None)
    assert frame["code"].is_monotonic_increasing
    assert frame["color"].str.fullmatch("#[0-9a-f]{6}").all()
    assert frame["name_sv"].is_unique or name == "landcover_nmd2018"
    table = class_table(frame, name="name_sv")
    built = {"built", "infrastructure", "extraction"}
    assert set(table.groups[table.built_up]) <= built
    assert not (table.built_up & table.green).any()


@pytest.mark.parametrize(
    ("name", "code", "expected"),
    [
        pytest.param("landcover_nmd2018", 51, ("#5a1414", "built"), id="NMD 2018 building"),
        pytest.param("landcover_nmd2018", 118, ("#cdcd66", "forest"), id="NMD 2018 felled"),
        pytest.param("landcover_nmd2018", 128, ("#898944", "forest"), id="NMD 2018 felled, wet"),
        pytest.param("landcover_nmd2023", 61, ("#6699cd", "water"), id="NMD 2023 lake"),
        pytest.param("landcover_nmd2023", 4233, ("#f5c35f", "open"), id="NMD 2023 grass"),
        pytest.param("landcover_corine", 111, ("#e6004d", "built"), id="CORINE urban fabric"),
        pytest.param("landcover_corine", 523, ("#e6f2ff", "water"), id="CORINE sea"),
    ],
)
def test_official_colours_and_our_groups(name, code, expected):
    row = profile(name).set_index("code").loc[code]
    assert (row["color"], row["group"]) == expected


def test_the_number_of_classes_of_each_source():
    known = {name: profile(name).query("group != 'nodata'") for name in TABLES}
    assert [len(known[name]) for name in TABLES] == [25, 55, 44]
    assert known["landcover_corine"]["grid_code"].tolist() == list(range(1, 45))


# --- what values mean ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "codes"),
    [
        pytest.param([1, 44, 23], [111, 523, 311], id="grid codes 1 to 44"),
        pytest.param([111, 523, 311], [111, 523, 311], id="codes 111 to 523"),
        pytest.param([48, 12], [999, 211], id="the grid code for no data"),
        pytest.param([], [], id="no values"),
    ],
)
def test_corine_comes_with_two_kinds_of_codes(values, codes):
    table = class_table(profile("landcover_corine"))
    assert meaning(np.array(values, dtype=np.int64), table).codes.tolist() == codes


def test_nothing_is_lost_of_values_without_meaning():
    table = class_table(
        pd.DataFrame({"code": [0, 3, 61], "group": ["nodata", "farmland", "water"]})
    )
    cover = land_cover(cells([0, 3, 9], [1, 2, 4], unclassified=8), table)
    assert cover.table.groups.tolist() == ["farmland", "unknown"]
    assert (cover.hectares.tolist(), cover.unclassified.tolist()) == ([[2.0, 4.0]], [9.0])
    assert group_hectares(cover).to_dict("list") == {
        "farmland": [2.0],
        "water": [0.0],
        "unknown": [4.0],
    }


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        pytest.param({"code": [1]}, "no column 'group'", id="no groups"),
        pytest.param({"group": ["a"]}, "no column 'code'", id="no codes"),
        pytest.param({"code": [1, 1], "group": ["a", "b"]}, "1 twice as 'code'", id="a code twice"),
        pytest.param({"code": [1, "x"], "group": ["a", "b"]}, "Row 2 .* 'x'", id="a word as code"),
        pytest.param({"code": [1.5], "group": ["a"]}, "no whole number", id="a decimal as code"),
        pytest.param(
            {"code": [1, 2], "grid_code": [7, 7], "group": ["a", "b"]},
            "7 twice",
            id="a grid code twice",
        ),
    ],
)
def test_a_class_table_that_cannot_be_used_is_refused(frame, message):
    with pytest.raises(InputError, match=message):
        class_table(pd.DataFrame(frame))


# --- shares and mix ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hectares", "entropy", "simpson"),
    [
        pytest.param([1, 1, 1, 1], 1, 0.75, id="all uses alike"),
        pytest.param([5, 0, 0, 0], 0, 0, id="one use only"),
        pytest.param([1, 1, 0, 0], 0.5, 0.5, id="half of the uses"),
        pytest.param([2, 1, 1, 0], 0.75, 0.625, id="uneven"),
        pytest.param([7], 0, 0, id="one use considered"),
        pytest.param([0, 0], np.nan, np.nan, id="no land"),
        pytest.param([np.nan, 1], np.nan, np.nan, id="an unknown area"),
    ],
)
def test_mix_of_uses(hectares, entropy, simpson):
    mix = land_use_mix([hectares])
    np.testing.assert_allclose([mix.entropy[0], mix.simpson[0]], [entropy, simpson], atol=1e-15)


def test_mix_does_not_depend_on_order_or_unit():
    areas = np.random.default_rng(0).random((5, 6))
    once, again = land_use_mix(areas), land_use_mix(areas[:, ::-1] * 10_000)
    np.testing.assert_allclose(once, again, rtol=1e-12)


def test_figures_of_a_small_place():
    table = class_table(profile("landcover_nmd2018"))
    cover = land_cover(cells([0, 3, 51, 53, 61, 111], [4, 6, 2, 1, 1, 10]), table)
    figures = land_cover_indicators(cover).iloc[0]
    assert (figures["classified"], figures["no_data"]) == (20, 4)
    expected = {
        "built_up": 15,
        "green": 50,
        "built": 10,
        "infrastructure": 5,
        "farmland": 30,
        "forest": 50,
        "water": 5,
        "wetland": 0,
    }
    assert {name: figures[name] for name in expected} == pytest.approx(expected)
    groups = len(table.known_groups())
    share = np.array([0.1, 0.05, 0.3, 0.5, 0.05])
    assert figures["mix"] == pytest.approx(-(share * np.log(share)).sum() / np.log(groups))
    assert class_shares(cover).sum() == pytest.approx(100)


def test_a_place_without_data_has_no_shares():
    table = class_table(profile("landcover_corine"))
    cover = land_cover(cells([1, 2], [[0, 0], [1, 3]]), table)
    figures = land_cover_indicators(cover)
    assert figures.loc[0, ["built_up", "green", "green_urb", "mix", "simpson"]].isna().all()
    assert figures.loc[1, "built_up"] == 100


def test_from_the_raster_to_the_figures():
    raster = raster_of([[3, 51], [255, 61]], transform=(100, 0, 0, 0, -100, 200), nodata=255)
    found = count_classes([shapely.box(0, 0, 200, 200), None], raster)
    figures = land_cover_indicators(land_cover(found, class_table(profile("landcover_nmd2018"))))
    assert figures["classified"].tolist() == [3, 0]
    assert figures["built_up"].tolist() == pytest.approx([100 / 3, np.nan], nan_ok=True)
