"""Degree of urbanisation of cells, level 1 and 2."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from samplan.processing.methods.degurba.areas import class_areas
from samplan.processing.methods.degurba.clusters import clusters, fill_gaps, smooth_edges
from samplan.processing.methods.degurba.grid import classify_grid, grid_of, urban_centres
from samplan.processing.methods.degurba.levels import classify_grid_level2
from samplan.processing.methods.degurba.profile import DegurbaRule
from samplan.processing.methods.errors import InputError
from scipy import ndimage

PROFILES = Path(__file__).resolve().parents[3] / "processing" / "profiles"
FILE = json.loads((PROFILES / "degurba.json").read_text(encoding="utf-8"))
SHIPPED = {name: profile["settings"] for name, profile in FILE["profiles"].items()}
RULES = {name: DegurbaRule.from_mapping(profile) for name, profile in SHIPPED.items()}
RULE = RULES["2023"]


def level1(population, rule=RULE, **grids):
    return classify_grid(grid_of(population, rule, **grids), rule)


def level2(population, rule=RULE, **grids):
    return classify_grid_level2(grid_of(population, rule, **grids), rule)


def centre(rows, columns, gap=()):
    """Population of a block that just is an urban centre, with empty cells in it."""
    people = np.zeros((rows + 2, columns + 2))
    people[1:-1, 1:-1] = 50_000
    for row, column in gap:
        people[row + 1, column + 1] = 0
    return people


# --- thresholds ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param([[1500] * 34], 3, id="cells of exactly 1 500 and 51 000 in all: a centre"),
        pytest.param([[1499] * 40], 2, id="cells of 1 499: a cluster"),
        pytest.param([[25_000, 25_000]], 3, id="exactly 50 000: a centre"),
        pytest.param([[25_000, 24_999]], 2, id="49 999: a cluster"),
        pytest.param([[300] * 17], 2, id="cells of exactly 300 and 5 100 in all: a cluster"),
        pytest.param([[2500, 2500]], 2, id="exactly 5 000: a cluster"),
        pytest.param([[2500, 2499]], 1, id="4 999: rural"),
        pytest.param([[299] * 40], 1, id="cells of 299: rural"),
        pytest.param([[np.nan, 0]], 1, id="nobody: rural on land"),
    ],
)
def test_thresholds_of_level_1(cells, expected):
    assert np.unique(level1(cells)).tolist() == [expected]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param([[25_000, 25_000]], 30, id="a centre"),
        pytest.param([[1500] * 4], 23, id="dense: 6 000 in cells of 1 500"),
        pytest.param([[1250, 1250]], 22, id="semi-dense: 2 500 in cells of 1 250"),
        pytest.param([[1249, 1250]], 13, id="2 499 is too few for semi-dense"),
        pytest.param([[500] * 10], 21, id="suburban: 5 000 in cells of 500"),
        pytest.param([[500]], 13, id="a rural cluster of exactly 500"),
        pytest.param([[499]], 12, id="499 is too few for a rural cluster"),
        pytest.param([[50]], 12, id="low density: exactly 50"),
        pytest.param([[49.9]], 11, id="very low density"),
    ],
)
def test_thresholds_of_level_2(cells, expected):
    assert np.unique(level2(cells)).tolist() == [expected]


def test_density_is_per_permanent_land():
    assert level1([[12_500] * 4], land=[[0.5] * 4]).tolist() == [[3, 3, 3, 3]]
    people = [[150] * 40]
    assert np.unique(level1(people)).tolist() == [1]
    assert np.unique(level1(people, land=[[0.5] * 40])).tolist() == [2]


def test_people_without_land_are_dense():
    assert level1([[50_000]], land=[[0]]).tolist() == [[3]]


@pytest.mark.parametrize(
    ("people", "land", "built", "expected"),
    [
        pytest.param(0, 0.49, 0, 0, id="sea"),
        pytest.param(np.nan, np.nan, np.nan, 0, id="beyond the data"),
        pytest.param(0, 0.5, 0, 1, id="half land"),
        pytest.param(1, 0.49, 0, 1, id="someone lives there"),
        pytest.param(0, 0.49, 0.01, 1, id="something is built there"),
    ],
)
def test_water(people, land, built, expected):
    assert level1([[people]], land=[[land]], built=[[built]]).tolist() == [[expected]]
    assert level2([[people]], land=[[land]], built=[[built]]).tolist() == [[10 + expected]]


# --- contiguity, gaps, edges ---------------------------------------------------------------------


def test_contact_at_a_corner_joins_clusters_but_not_centres():
    corner = [[25_000, 0], [0, 25_000]]
    assert level1(corner).tolist() == [[2, 1], [1, 2]]
    assert level1([[25_000, 25_000], [0, 0]])[0].tolist() == [3, 3]
    assert level1([[2500, 0], [0, 2500]]).tolist() == [[2, 1], [1, 2]]


def ring(inner, outer=1):
    """A frame around a block of ``inner`` cells' shape, open water inside."""
    rows, columns = (side + 2 * outer for side in inner)
    label = np.ones((rows + 2, columns + 2), dtype=np.int32)
    label[[0, -1]] = label[:, [0, -1]] = 0
    label[1 + outer : -1 - outer, 1 + outer : -1 - outer] = 0
    return label


@pytest.mark.parametrize(
    ("inner", "filled"),
    [
        pytest.param((2, 7), True, id="14 cells are filled"),
        pytest.param((3, 5), False, id="15 cells are not"),
    ],
)
def test_gaps_of_fewer_than_fifteen_cells_are_filled(inner, filled):
    label = fill_gaps(ring(inner), gap_cells=RULE.gap_cells)
    assert (label[1:-1, 1:-1] == 1).all() == filled


def test_a_gap_open_at_a_corner_is_closed_and_one_open_at_a_side_is_not():
    closed = np.array([[0, 1, 1], [1, 0, 1], [1, 1, 1]], dtype=np.int32)
    assert fill_gaps(closed, gap_cells=15).tolist() == [[0, 1, 1], [1, 1, 1], [1, 1, 1]]
    opened = np.array([[1, 0, 1], [1, 0, 1], [1, 1, 1]], dtype=np.int32)
    assert fill_gaps(opened, gap_cells=15).tolist() == opened.tolist()


def test_another_centre_in_a_gap_keeps_its_cells():
    label = ring((3, 3))
    label[3, 3] = 2
    filled = fill_gaps(label, gap_cells=15)
    assert (filled[3, 3], filled[2, 2]) == (2, 1)


def brute_smooth(label, counts, addable, fixed):
    """Majority rule, one round of all cells at a time."""
    label = label.copy()
    while True:
        wide, valid = np.pad(label, 1), np.pad(counts, 1, constant_values=True)
        added = {}
        for row, column in zip(*np.nonzero((label == 0) & addable)):
            window = np.s_[row : row + 3, column : column + 3]
            beside = np.delete(wide[window].ravel(), 4)
            base = np.count_nonzero(np.delete(valid[window].ravel(), 4) | (beside > 0))
            for number in set(beside[beside > 0].tolist()):
                many = np.count_nonzero(beside == number)
                if many >= 5 if fixed else 2 * many > base:
                    added[row, column] = number
        if not added:
            return label
        for place, number in added.items():
            label[place] = number


@pytest.mark.parametrize("fixed", [True, False], ids=["five of eight", "of those that count"])
@pytest.mark.parametrize("seed", range(6))
def test_smooth_edges_equal_a_search_cell_by_cell(fixed, seed):
    rng = np.random.default_rng(seed)
    blobs = ndimage.gaussian_filter(rng.normal(size=(25, 25)), 1.5) > 0.05
    label, _ = ndimage.label(blobs)
    counts, addable = rng.random((2, 25, 25)) < 0.8
    found = smooth_edges(label.astype(np.int32), counts=counts, addable=addable, fixed=fixed)
    assert found.tolist() == brute_smooth(label, counts, addable, fixed).tolist()


def test_the_majority_of_2022_counts_water_and_that_of_2023_does_not():
    people = np.zeros((3, 4))
    people[:, 0] = 50_000
    land = np.ones((3, 4))
    land[:, 2] = 0
    # around the cell in the middle: three cells of the centre, two of land, three of water
    assert level1(people, RULES["2022"], land=land)[1].tolist() == [3, 1, 0, 1]
    assert level1(people, RULES["2023"], land=land)[1].tolist() == [3, 3, 0, 1]


def test_water_is_never_added_in_2023():
    people = np.full((3, 3), 50_000.0)
    people[0, 1] = 0
    land = np.ones((3, 3))
    land[0, 1] = 0
    assert level1(people, RULES["2022"], land=land)[0, 1] == 3
    assert level1(people, RULES["2023"], land=land)[0, 1] == 0


def test_cells_with_five_neighbours_in_two_centres_join_neither():
    people = np.zeros((3, 5))
    people[:, :2] = people[:, 3:] = 50_000
    people[0, 2] = people[2, 2] = 0
    numbers = urban_centres(grid_of(people, RULES["2022"]), RULES["2022"])
    assert numbers[1].tolist() == [1, 1, 0, 2, 2]


def test_built_up_cells_join_a_centre_only_where_the_grid_is_given():
    people, built = [[25_000, 0, 25_000]], [[0.1, 0.2, 0.1]]
    assert level1(people, RULES["2023"]).tolist() == [[2, 1, 2]]
    assert level1(people, RULES["2023"], built=built).tolist() == [[3, 3, 3]]
    assert level1(people, RULES["2022"], built=built).tolist() == [[2, 1, 2]]
    assert level1(people, RULES["2022"], built=[[0, 0.5, 0]]).tolist() == [[3, 3, 3]]


# --- level 2 -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("gap", "expected"),
    [
        pytest.param(1, 21, id="one cell between: suburban"),
        pytest.param(2, 22, id="two cells between: semi-dense"),
    ],
)
def test_semi_dense_clusters_keep_two_cells_from_denser_ones(gap, expected):
    people = [[6000] + [0] * gap + [1300] * 4]
    codes = level2(people)[0].tolist()
    assert codes[0] == 23
    assert codes[1 + gap :] == [expected] * 4


def test_semi_dense_clusters_are_kept_or_dropped_whole():
    people = np.zeros((3, 9))
    people[1, 0] = 6000
    people[1, 2:] = 1000
    assert level2(people)[1].tolist() == [23, 11, 21, 21, 21, 21, 21, 21, 21]


def test_no_class_overwrites_a_higher_one():
    people = np.zeros((9, 9))
    people[2:7, 2:7] = 3000
    people[:, 0] = 700
    codes = level2(people)
    assert set(np.unique(codes[2:7, 2:7])) == {30}
    assert set(codes[:, 0]) == {21}


# --- the reference -------------------------------------------------------------------------------


def belgium(reference, rule):
    rasterio = pytest.importorskip("rasterio")
    grids = []
    for name in ("POP", "LAND", "BUILT_S"):
        with rasterio.open(reference(f"degurba/{name}.tif")) as source:
            grids.append(source.read(1))
    return grid_of(grids[0], rule, land=grids[1] / 1e6, built=grids[2] / 1e6)


@pytest.mark.filterwarnings("ignore::Warning")
def test_level_1_of_belgium_equals_the_published_grid_cell_for_cell(reference):
    rasterio = pytest.importorskip("rasterio")
    with rasterio.open(reference("degurba/expected_flexurba_belgium_L1.tif")) as source:
        expected = source.read(1)
    found = classify_grid(belgium(reference, RULE), RULE)
    assert np.bincount(found.ravel()).tolist() == [2578, 52837, 8797, 2145]
    np.testing.assert_array_equal(found, expected)


@pytest.mark.filterwarnings("ignore::Warning")
def test_level_2_of_belgium_has_the_published_cells(reference):
    cells = pd.read_csv(reference("degurba/expected_published_50_cells_L2.csv"))
    found = classify_grid_level2(belgium(reference, RULE), RULE).ravel()
    assert len(cells) == 50
    assert found[cells["cell_1based"] - 1].tolist() == cells["expected_L2"].tolist()


# --- invariants, areas, refusals -----------------------------------------------------------------


def random_people(seed, shape=(60, 50)):
    rng = np.random.default_rng(seed)
    hills = ndimage.gaussian_filter(rng.pareto(1.1, shape), 1.5)
    return np.round(hills**2 * 9)


@pytest.mark.parametrize("classify", [level1, level2])
def test_the_classes_turn_with_the_grid(classify):
    people = random_people(1)
    found = classify(people)
    assert len(np.unique(found)) > 2
    np.testing.assert_array_equal(classify(people[::-1].T), found[::-1].T)


def test_empty_surroundings_change_nothing():
    people = random_people(2)
    around = level1(np.pad(people, 5))
    np.testing.assert_array_equal(around[5:-5, 5:-5], level1(np.pad(people, 2))[2:-2, 2:-2])


def test_clusters_number_those_that_are_large_enough():
    people = np.array([[5.0, 0, 3, 3]])
    found = clusters(people > 0, people, smallest=6, neighbours=4)
    assert found.tolist() == [[0, 0, 1, 1]]


def test_areas_have_the_people_and_the_cells_of_their_class():
    people = np.zeros((4, 4))
    people[0, 0] = people[1, 1] = 30_000
    people[3, 3] = 700
    grid = grid_of(people, RULE)
    codes = classify_grid(grid, RULE)
    areas = class_areas(codes, grid, transform=(1000, 0, 0, 0, -1000, 4000))
    assert areas["degurba"].tolist() == [2, 1]
    assert areas["population"].tolist() == [60_000, 700]
    assert areas["cells"].tolist() == [2, 14]
    assert (areas.area / 1e6).tolist() == [2, 14]
    assert areas.is_valid.all()
    urban = class_areas(codes, grid, transform=(1000, 0, 0, 0, -1000, 4000), lowest=2)
    assert urban["cells"].tolist() == [2]
    none = class_areas(codes, grid, transform=(1000, 0, 0, 0, -1000, 4000), lowest=9)
    assert len(none) == 0


@pytest.mark.parametrize(
    ("grids", "message"),
    [
        pytest.param({"population": [[-1]]}, "has -1.0 inhabitants", id="fewer than nobody"),
        pytest.param({"population": [1, 2]}, "rows and columns", id="a row"),
        pytest.param(
            {"population": [[1]], "land": [[1_000_000]]}, "shares between 0 and 1", id="land in m2"
        ),
        pytest.param(
            {"population": [[1]], "built": [[-0.1]]}, "built-up .* -0.1", id="less than 0"
        ),
        pytest.param({"population": [[1]], "land": [[1, 1]]}, "1 x 2 cells", id="other shapes"),
    ],
)
def test_grids_that_cannot_be_used_are_refused(grids, message):
    with pytest.raises(InputError, match=message):
        grid_of(grids.pop("population"), RULE, **grids)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param({"majority": "most"}, "'all' or 'valid', not 'most'", id="a majority"),
        pytest.param({"low_density": -1}, "'low_density' .* not '-1'", id="below 0"),
        pytest.param({"gap_cells": "15"}, "'gap_cells' .* not '15'", id="a text"),
        pytest.param(
            {"dense": {"density": 1, "population": 1, "neighbours": 6}}, "4 or 8", id="6 neighbours"
        ),
        pytest.param({"rural": {"density": 1}}, "lacks 'neighbours'", id="half a cluster"),
    ],
)
def test_profiles_that_cannot_be_used_are_refused(change, message):
    with pytest.raises(InputError, match=message):
        DegurbaRule.from_mapping({**SHIPPED["2023"], **change})


def test_a_profile_without_a_threshold_is_refused():
    profile = {key: value for key, value in SHIPPED["2023"].items() if key != "unit_share"}
    with pytest.raises(InputError, match="lacks 'unit_share'"):
        DegurbaRule.from_mapping(profile)


def test_built_up_land_can_be_left_out_of_it():
    rule = DegurbaRule.from_mapping({**SHIPPED["2023"], "built_up": None})
    assert level1([[25_000, 0, 25_000]], rule, built=[[0, 1, 0]]).tolist() == [[2, 1, 2]]


def test_shipped_profiles_differ_only_where_the_sources_do():
    notes = {"name", "source"}
    differing = {key for key in SHIPPED["2022"] if SHIPPED["2022"][key] != SHIPPED["2023"][key]}
    assert differing - notes == {"built_up", "majority"}
    assert all("doi" in profile["source"] for profile in SHIPPED.values())
    for profile in FILE["profiles"].values():
        assert set(profile["sources"]) == set(profile["settings"]) - notes
