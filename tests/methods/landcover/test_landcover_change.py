"""What land cover turned into what."""

import numpy as np
import pandas as pd
import pytest
import shapely
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.landcover import change, rasters
from samplan.processing.methods.landcover.change import (
    built_up_change,
    class_changes,
    group_changes,
    land_take_per,
)
from samplan.processing.methods.landcover.classes import class_table
from samplan.processing.methods.landcover.rasters import raster_of
from samplan.processing.methods.landcover.zonal import count_classes

PLACE = (100, 0, 0, 0, -100, 200)
WHOLE = shapely.box(0, 0, 300, 200)
EARLIER = raster_of([[3, 3, 61], [3, 51, 0]], transform=PLACE, nodata=0)
LATER = raster_of([[51, 3, 61], [52, 3, 51]], transform=PLACE, nodata=0)
TABLE = class_table(
    pd.DataFrame(
        {
            "code": [3, 51, 52, 61],
            "group": ["farmland", "built", "built", "water"],
            "built_up": [0, 1, 1, 0],
        }
    )
)


def test_every_cell_has_its_pair():
    found = class_changes([WHOLE], EARLIER, LATER)
    assert found.table.values.tolist() == [
        [0, 3, 3, 1],
        [0, 3, 51, 1],
        [0, 3, 52, 1],
        [0, 51, 3, 1],
        [0, 61, 61, 1],
    ]
    assert found.unclassified.tolist() == [1]


def test_groups_and_land_take_in_hectares():
    found = class_changes([WHOLE, None], EARLIER, LATER)
    assert group_changes(found, TABLE, TABLE).values.tolist() == [
        [0, "built", "farmland", 1.0],
        [0, "farmland", "built", 2.0],
        [0, "farmland", "farmland", 1.0],
        [0, "water", "water", 1.0],
    ]
    assert built_up_change(found, TABLE, TABLE).values.tolist() == [[2, 1, 1], [0, 0, 0]]


def test_cells_that_a_table_calls_no_data_are_left_out():
    table = class_table(
        pd.DataFrame({"code": [3, 51, 52, 61], "group": ["nodata", "built", "built", "water"]})
    )
    found = class_changes([WHOLE], EARLIER, LATER)
    assert group_changes(found, table, TABLE)["hectares"].sum() == 2
    assert built_up_change(found, table, TABLE)["taken"].tolist() == [0]


def test_pairs_equal_a_count_cell_by_cell(monkeypatch):
    monkeypatch.setattr(rasters, "STRIP_CELLS", 90)
    monkeypatch.setattr(change, "BLOCK_CELLS", 50)
    rng = np.random.default_rng(4)
    first, second = rng.integers(0, 5, (2, 30, 30)).astype(np.uint8)
    place = (1, 0, 0, 0, -1, 30)
    before = raster_of(first, transform=place, nodata=0)
    after = raster_of(second, transform=place, nodata=0)
    zones = shapely.buffer(shapely.points(rng.random((12, 2)) * 30), 3 + 5 * rng.random(12))
    found = class_changes(zones, before, after)
    row, column = np.mgrid[:30, :30] + 0.5
    for zone, polygon in enumerate(zones):
        inside = shapely.contains_xy(polygon, column, 30 - row)
        rows = found.table[found.table["zone"] == zone]
        for one in range(1, 5):
            for other in range(1, 5):
                cells = rows.query("before == @one and after == @other")["cells"].sum()
                assert cells == np.count_nonzero(inside & (first == one) & (second == other))


def test_what_was_there_before_adds_up_to_the_earlier_raster():
    found = class_changes([WHOLE], EARLIER, LATER)
    earlier = count_classes([WHOLE], EARLIER)
    sums = found.table.groupby("before")["cells"].sum()
    assert sums.index.tolist() == earlier.classes.tolist()
    assert sums.tolist() == earlier.cells[0].tolist()


def test_no_polygon_at_all():
    found = class_changes([], EARLIER, LATER)
    assert (len(found.table), len(found.unclassified)) == (0, 0)
    assert len(group_changes(found, TABLE, TABLE)) == len(built_up_change(found, TABLE, TABLE)) == 0


@pytest.mark.parametrize(
    "transform",
    [
        pytest.param((100, 0, 50, 0, -100, 200), id="half a cell aside"),
        pytest.param((50, 0, 0, 0, -50, 200), id="smaller cells"),
        pytest.param((100, 0, 0, 0, 100, 0), id="the other way up"),
    ],
)
def test_rasters_on_different_grids_are_refused(transform):
    other = raster_of([[1, 1, 1], [1, 1, 1]], transform=transform)
    with pytest.raises(InputError, match="different cells"):
        class_changes([WHOLE], EARLIER, other)


def test_rasters_of_different_size_are_refused():
    with pytest.raises(InputError, match="different cells"):
        class_changes([WHOLE], EARLIER, raster_of([[1]], transform=PLACE))


@pytest.mark.parametrize(
    ("hectares", "added", "expected"),
    [
        pytest.param(2, 40, 500, id="land and people"),
        pytest.param(-1, 20, -500, id="land given back"),
        pytest.param(2, 0, np.nan, id="nobody new"),
        pytest.param(2, -30, np.nan, id="fewer people"),
        pytest.param(2, 9, np.nan, id="fewer new ones than the smallest base"),
        pytest.param(2, 10, 2000, id="exactly the smallest base"),
        pytest.param(np.nan, 40, np.nan, id="unknown land"),
    ],
)
def test_land_take_per_new_inhabitant(hectares, added, expected):
    np.testing.assert_equal(land_take_per([hectares], [added]), [expected])
