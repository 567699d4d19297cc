"""Outlines of areas of cells beside the union of their squares."""

import numpy as np
import pytest
import shapely
from samplan.processing.methods.degurba.outlines import outlines

TRANSFORM = (10, 0, 500, 0, -10, 900)


def squares(mask):
    row, column = np.nonzero(mask)
    x, y = 500 + 10 * column, 900 - 10 * row
    return shapely.union_all(shapely.box(x, y - 10, x + 10, y))


def ringed(text):
    """Cells from a drawing: digits are areas, a dot is none."""
    return [[0 if sign == "." else int(sign) for sign in line] for line in text.split()]


@pytest.mark.parametrize(
    "drawing",
    [
        "1",
        "11 11",
        "111 1.1 111",
        "111 121 111",
        "1. .1",
        "11. 1.1 .11",
        "111. 1.11 .11. 11.1",
        "12 21",
        "1111 1..1 1.11 111.",
        "1.1 ... 1.1",
        "11111 1...1 1.1.1 1...1 11111",
    ],
    ids=[
        "a cell",
        "a square",
        "a ring",
        "a filled ring",
        "a corner",
        "a ring that closes at corners",
        "holes that touch the outside at a corner",
        "a chessboard of two",
        "a hole at a corner of the outline",
        "apart",
        "an island in a hole",
    ],
)
def test_drawings(drawing):
    cells = np.array(ringed(drawing))
    found = outlines(cells, transform=TRANSFORM)
    assert len(found) == cells.max()
    for number, shape in enumerate(found, start=1):
        assert shapely.is_valid(shape), shapely.is_valid_reason(shape)
        assert shapely.equals(shape, squares(cells == number))


@pytest.mark.parametrize("seed", range(12))
def test_random_grids_equal_the_union_of_their_cells(seed):
    rng = np.random.default_rng(seed)
    cells = rng.integers(0, 4, (25, 31))
    cells.ravel()[:3] = [1, 2, 3]
    found = outlines(cells, transform=TRANSFORM)
    for number, shape in enumerate(found, start=1):
        assert shapely.is_valid(shape), shapely.is_valid_reason(shape)
        assert shapely.equals(shape, squares(cells == number))


def test_no_corner_is_on_a_straight_line():
    (shape,) = outlines(np.ones((40, 50), dtype=int), transform=TRANSFORM)
    assert shapely.get_num_coordinates(shape) == 5


@pytest.mark.parametrize("cells", [np.zeros((3, 4)), np.zeros((0, 0))], ids=["none", "empty"])
def test_nothing(cells):
    assert len(outlines(cells, transform=TRANSFORM)) == 0


def test_a_rotated_grid():
    cells = np.array(ringed("11 1."))
    (shape,) = outlines(cells, transform=(6, 8, 100, 8, -6, 200))
    assert shapely.area(shape) == pytest.approx(300)
    assert shapely.is_valid(shape)
