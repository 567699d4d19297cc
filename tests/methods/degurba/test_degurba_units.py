"""Degree of urbanisation of local units."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely
from samplan.processing.methods.degurba.grid import classify_grid, grid_of
from samplan.processing.methods.degurba.levels import classify_grid_level2
from samplan.processing.methods.degurba.profile import DegurbaRule
from samplan.processing.methods.degurba.units import classify_units

PROFILES = Path(__file__).resolve().parents[3] / "processing" / "profiles"
RULE = DegurbaRule.from_mapping(
    json.loads((PROFILES / "degurba.json").read_text(encoding="utf-8"))["profiles"]["2023"][
        "settings"
    ]
)
LEVEL_2 = (30, 23, 22, 21, 13, 12, 11)


def unit(people, level2, **options):
    """Class of one unit that covers a row of cells with given inhabitants and classes."""
    grid = grid_of([people], RULE, land=options.pop("land", None))
    level1 = np.array([level2]) // 10
    return classify_units(
        [shapely.box(0, 0, len(people), 1)],
        grid,
        level1,
        [level2],
        RULE,
        transform=(1, 0, 0, 0, -1, 1),
        **options,
    ).iloc[0]


@pytest.mark.parametrize("overlay", ["area", "centre"])
@pytest.mark.parametrize(
    ("people", "expected"),
    [
        # centre 30, dense 23, semi-dense 22, suburban 21, rural cluster 13, low 12, very low 11
        pytest.param([50, 0, 0, 0, 0, 0, 50], (3, 30), id="exactly half in a centre: a city"),
        pytest.param([49, 0, 0, 1, 0, 0, 50], (2, 21), id="exactly half rural: still a town"),
        pytest.param([49, 0, 0, 0, 0, 51, 0], (1, 12), id="more than half rural"),
        pytest.param([10, 40, 0, 0, 50, 0, 0], (2, 23), id="half in centre and dense: dense town"),
        pytest.param([10, 39, 51, 0, 0, 0, 0], (2, 22), id="neither dense nor suburban"),
        pytest.param([10, 39, 1, 30, 20, 0, 0], (2, 21), id="half suburban or rural: suburban"),
        pytest.param([10, 39, 2, 29, 20, 0, 0], (2, 22), id="49 % suburban or rural: semi-dense"),
        pytest.param([5, 5, 5, 5, 30, 25, 25], (1, 13), id="half in clusters: a village"),
        pytest.param([5, 5, 5, 5, 29, 26, 25], (1, 12), id="49 % in clusters: dispersed"),
        pytest.param([0, 0, 0, 0, 0, 50, 50], (1, 11), id="half in very low density"),
        pytest.param([0, 0, 0, 0, 49, 2, 49], (1, 12), id="49 % in very low density"),
    ],
)
def test_the_rules_of_july_2024(people, expected, overlay):
    found = unit(people, list(LEVEL_2), overlay=overlay)
    assert (found["degurba"], found["degurba_2"]) == expected
    assert found["population"] == pytest.approx(sum(people))
    percentages = [found[f"pct_{code}"] for code in LEVEL_2]
    assert percentages == pytest.approx(100 * np.array(people) / sum(people))
    assert found[["pct_centre", "pct_clust", "pct_rural"]].sum() == pytest.approx(100)


def test_units_without_people_are_classified_by_their_land():
    found = unit([0, 0, 0], [30, 11, 11], land=[[1.0, 0.25, 0.25]])
    assert (found["population"], found["degurba"]) == (0, 3)
    assert found["pct_centre"] == pytest.approx(100 / 1.5)


def test_units_outside_the_grid_and_without_land_have_no_class():
    grid = grid_of([[10.0, 0.0]], RULE, land=[[1.0, 0.0]])
    units = [shapely.box(5, 5, 6, 6), shapely.box(1, 0, 2, 1), None, shapely.Polygon()]
    found = classify_units(units, grid, [[1, 0]], [[11, 10]], RULE, transform=(1, 0, 0, 0, -1, 1))
    assert found["degurba"].tolist() == [0] * 4
    assert found["degurba_2"].tolist() == [0] * 4
    assert found["pct_rural"].isna().all()


def test_a_unit_without_a_centre_takes_the_cells_it_touches():
    grid = grid_of([[90.0, 10.0]], RULE)
    small = shapely.box(0.8, 0.1, 1.2, 0.2)
    place = {"transform": (1, 0, 0, 0, -1, 1)}
    by_centre = classify_units(
        [small], grid, [[3, 1]], [[30, 12]], RULE, overlay="centre", **place
    ).iloc[0]
    assert np.isnan(by_centre["population"])
    assert by_centre["pct_centre"] == 90
    by_area = classify_units([small], grid, [[3, 1]], [[30, 12]], RULE, **place).iloc[0]
    assert by_area["population"] == pytest.approx(0.02 * 100)
    assert by_area["pct_centre"] == pytest.approx(90)


def test_areas_of_a_partition_share_out_everybody():
    rng = np.random.default_rng(0)
    people = np.round(rng.pareto(1, (20, 30)) * 300)
    grid = grid_of(people, RULE)
    cells = shapely.get_parts(
        shapely.voronoi_polygons(
            shapely.MultiPoint(rng.random((25, 2)) * [30, 20]), extend_to=shapely.box(0, 0, 30, 20)
        )
    )
    units = shapely.intersection(cells, shapely.box(0, 0, 30, 20))
    found = classify_units(
        units,
        grid,
        classify_grid(grid, RULE),
        classify_grid_level2(grid, RULE),
        RULE,
        transform=(1, 0, 0, 0, -1, 20),
    )
    assert found["population"].sum() == pytest.approx(people.sum())
    fine = found[[f"pct_{code}" for code in LEVEL_2]].sum(axis=1)
    np.testing.assert_allclose(fine, 100, atol=1e-6)


def read_units(path):
    """Codes and polygons of a GeoPackage, without the libraries that read one."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection:
        rows = connection.execute("SELECT UID, geom FROM units_belgium").fetchall()
    envelope = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}
    bodies = [blob[8 + envelope[(blob[3] >> 1) & 7] :] for _, blob in rows]
    return [code for code, _ in rows], shapely.from_wkb(bodies)


@pytest.mark.filterwarnings("ignore::Warning")
def test_units_of_belgium_equal_the_published_classes(reference):
    rasterio = pytest.importorskip("rasterio")
    grids = []
    for name in ("POP", "LAND", "BUILT_S"):
        with rasterio.open(reference(f"degurba/{name}.tif")) as source:
            grids.append(source.read(1))
            transform = tuple(source.transform)[:6]
    grid = grid_of(grids[0], RULE, land=grids[1] / 1e6, built=grids[2] / 1e6)
    codes, polygons = read_units(reference("degurba/units_belgium.gpkg"))
    expected = pd.read_csv(reference("degurba/expected_units_belgium_L1.csv")).set_index("UID")
    expected = expected.loc[codes]
    found = classify_units(
        polygons,
        grid,
        classify_grid(grid, RULE),
        classify_grid_level2(grid, RULE),
        RULE,
        transform=transform,
        overlay="centre",
    )
    assert found["degurba"].value_counts().to_dict() == {1: 215, 2: 292, 3: 74}
    assert found["degurba"].tolist() == expected["flexurba_L1"].tolist()
    np.testing.assert_allclose(found["population"], expected["Tot_Pop"], rtol=1e-12)
    shares = expected[["UCentre_share", "UCluster_share", "Rural_share"]].notna().all(axis=1)
    np.testing.assert_allclose(
        found.loc[shares.to_numpy(), ["pct_centre", "pct_clust", "pct_rural"]],
        100 * expected.loc[shares, ["UCentre_share", "UCluster_share", "Rural_share"]],
        rtol=0,
        atol=1e-6,
    )
